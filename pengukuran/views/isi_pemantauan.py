"""What the page of monitoring shows, made of its table: pure, every figure with its source."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from pengukuran.hitung.kategori import Jenjang
from pengukuran.queries.angka import angka_capaian, angka_realisasi, angka_target
from pengukuran.queries.angka_pantau import angka_butuh, angka_capaian_proyeksi, angka_proyeksi
from pengukuran.queries.pemantauan import TENANG, BarisPantau, Keadaan, SelPantau, TabelPantau
from pengukuran.views.isi_capaian import BarisCapaianProgram
from perencanaan.hitung.masa import Frekuensi
from perencanaan.hitung.periode import Cara
from perencanaan.queries.angka import angka_target_masa
from sakip.dokumen.angka import Angka
from sakip.dokumen.blok import BatangGrafik, GrafikBatang
from sakip.organisasi.models import Unit

# sign of the kit for each state of which something is asked
TANDA = {
    Keadaan.BELUM_DIISI: "terlambat",
    Keadaan.DRAF: "menunggu",
    Keadaan.DIKEMBALIKAN: "dikembalikan",
    Keadaan.DIAJUKAN: "berjalan",
    Keadaan.DIVERIFIKASI: "berjalan",
    Keadaan.DISETUJUI: "selesai",
}
# where a verifier or approver looks at the row, rather than its filler
DIPERIKSA = frozenset({Keadaan.DIAJUKAN, Keadaan.DIVERIFIKASI})
SEBUTAN_MASA = {
    Frekuensi.BULANAN: "bulan",
    Frekuensi.TRIWULANAN: "triwulan",
    Frekuensi.SEMESTERAN: "semester",
    Frekuensi.TAHUNAN: "tahun",
}


@dataclass(frozen=True)
class SelHalaman:
    """One cell of the heat map; `capaian` and its kategori where the triwulan is approved."""

    triwulan: int
    keadaan: Keadaan
    tanda: str
    alamat: str
    capaian: Angka | None
    kategori: Jenjang | None


@dataclass(frozen=True)
class BarisHalaman:
    sumber: BarisPantau
    sel: tuple[SelHalaman, ...]


@dataclass(frozen=True)
class KelompokBidang:
    """The indikator that one unit fills; None: nobody was named."""

    bidang: Unit | None
    baris: tuple[BarisHalaman, ...]


@dataclass(frozen=True)
class BarisProyeksi:
    """Where one indikator ends; `cara` and `masa` say what is needed of which period."""

    sumber: BarisPantau
    target: Angka
    realisasi: Angka
    akhir: Angka
    capaian: Angka
    butuh: Angka
    cara: str
    sisa: str


@dataclass(frozen=True)
class Hitungan:
    """How many of what is due so far stand in a state."""

    keadaan: Keadaan
    tanda: str
    banyaknya: int


def kelompok_bidang(tabel: TabelPantau) -> tuple[KelompokBidang, ...]:
    """The rows by who fills them, in the order of the units; those of nobody last."""
    semua: dict[Unit | None, list[BarisHalaman]] = {}
    for satu in tabel.baris:
        sel = tuple(_sel(tabel, sel) for sel in satu.sel)
        semua.setdefault(satu.bidang, []).append(BarisHalaman(satu, sel))
    urut = sorted(
        semua, key=lambda unit: (unit is None, unit.urutan if unit else 0, unit.pk if unit else 0)
    )
    return tuple(KelompokBidang(satu, tuple(semua[satu])) for satu in urut)


def _sel(tabel: TabelPantau, sel: SelPantau) -> SelHalaman:
    disetujui = sel.keadaan is Keadaan.DISETUJUI
    return SelHalaman(
        triwulan=sel.triwulan,
        keadaan=sel.keadaan,
        tanda=TANDA.get(sel.keadaan, ""),
        alamat=_alamat(tabel, sel),
        capaian=angka_capaian(sel.baris) if disetujui else None,
        kategori=sel.baris.kategori if disetujui else None,
    )


def _alamat(tabel: TabelPantau, sel: SelPantau) -> str:
    """The page of the row itself: of its verifier while it waits there, else of its filler."""
    if sel.bulan is None or sel.keadaan in TENANG:
        return ""
    nama = "pengukuran:periksa-baris" if sel.keadaan in DIPERIKSA else "pengukuran:isi-baris"
    tanda = sel.baris.indikator.indikator_id
    return reverse(nama, args=[tabel.unit.kode, tabel.tahun, tanda, sel.bulan])


def hitungan(tabel: TabelPantau) -> tuple[Hitungan, ...]:
    """The states that stand somewhere, the least first."""
    jumlah = tabel.hitungan()
    return tuple(Hitungan(k, TANDA[k], jumlah[k]) for k in Keadaan if jumlah[k])


def baris_proyeksi(tabel: TabelPantau) -> tuple[BarisProyeksi, ...]:
    """Of the indikator of which something is still to come this year."""
    return tuple(_proyeksi(satu) for satu in tabel.baris if satu.proyeksi.sisa)


def _proyeksi(baris: BarisPantau) -> BarisProyeksi:
    frekuensi = Frekuensi(baris.indikator.frekuensi)
    masa = SEBUTAN_MASA[frekuensi]
    sekali = frekuensi is Frekuensi.TAHUNAN
    return BarisProyeksi(
        sumber=baris,
        target=_target(baris),
        realisasi=angka_realisasi(baris.kini),
        akhir=angka_proyeksi(baris),
        capaian=angka_capaian_proyeksi(baris),
        butuh=angka_butuh(baris),
        cara=_cara(baris, "" if sekali else masa),
        sisa="belum terisi" if sekali else f"{baris.proyeksi.sisa} {masa} belum terisi",
    )


def _target(baris: BarisPantau) -> Angka:
    """The year's target with the document that sets it, or the plan whose periods make it."""
    setahun = baris.kini.target_setahun
    if setahun is None:
        return angka_target(baris.akhir)
    return angka_target_masa(
        baris.indikator,
        f"setahun {baris.kini.tahun}",
        setahun.nilai,
        f"target-setahun/{baris.indikator.indikator_id}/{baris.kini.tahun}/pantau",
        setahun.sumber,
        rujukan=setahun.rujukan,
    )


def _cara(baris: BarisPantau, masa: str) -> str:
    """Below the figure that is needed: bertambah paling sedikit, setiap triwulan."""
    arah = baris.proyeksi.arah.value
    match baris.kini.cara if masa else Cara.TERAKHIR:
        case Cara.KUMULATIF:
            return f"bertambah {arah}, setiap {masa}"
        case Cara.JUMLAH:
            return f"{arah}, setiap {masa}"
        case Cara.RATA_RATA:
            return f"{arah}, rata-rata setiap {masa}"
    return f"{arah}, pada akhir tahun"


def grafik_program(program: Iterable[BarisCapaianProgram], masa: str) -> GrafikBatang | None:
    """Capaian and serapan of each program in pairs; None where nothing is known of any."""
    batang = []
    for satu in program:
        if satu.capaian.nilai is not None:
            nama = f"{satu.simpul.kode} {satu.simpul.nama}: capaian".strip()
            batang.append(BatangGrafik(nama, satu.capaian, "baik"))
        if satu.serapan.nilai is not None:
            nama = f"{satu.simpul.kode or satu.simpul.nama} serapan"
            batang.append(BatangGrafik(nama, satu.serapan, "netral"))
    if not batang:
        return None
    judul = f"Capaian dan serapan program {masa} dalam persen"
    return GrafikBatang(kunci="grafik-pantau", nomor="", judul=judul, batang=tuple(batang))
