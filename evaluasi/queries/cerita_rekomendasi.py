"""One recommendation with its whole story, in the order of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from operator import attrgetter

from django.db.models import Prefetch

from evaluasi.hitung.tenggat import (
    BULAN_TRIWULAN,
    JenisTarget,
    Triwulan,
    laporan_jatuh_tempo,
)
from evaluasi.hitung.tindak_lanjut import TERTUTUP, StatusTindakLanjut
from evaluasi.models import (
    BuktiTindakLanjut,
    LaporanTindakLanjut,
    Perpanjangan,
    Putusan,
    Rekomendasi,
    RencanaTindakLanjut,
)
from evaluasi.queries.bukti_tindak_lanjut import BuktiTerbaca, bukti_terbaca
from evaluasi.queries.daftar_rekomendasi import (
    BarisRekomendasi,
    baca_rekomendasi,
    rekomendasi_unit,
    sebut_sumber,
)
from evaluasi.queries.tindak_lanjut import usulan_berulang
from evaluasi.status import (
    LABEL_KEADAAN,
    LABEL_KEPUTUSAN,
    LABEL_PUTUSAN,
    KeadaanUnit,
    Keputusan,
)
from sakip.jejak.models import CatatanJejak
from sakip.lib import waktu
from sakip.lib.galat import TidakAda
from sakip.lib.tanggal import tulis_tanggal, tulis_triwulan
from sakip.organisasi.models import Pengguna, Unit

TIADA = "Rekomendasi ini tidak ada pada unit dan tahun ini. Pilih dari daftarnya."
TANDA_PUTUSAN = {
    StatusTindakLanjut.BELUM_DITINDAKLANJUTI: "menunggu",
    StatusTindakLanjut.BELUM_SESUAI: "dikembalikan",
    StatusTindakLanjut.SESUAI: "selesai",
    StatusTindakLanjut.TIDAK_DAPAT: "terkunci",
}
TANDA_KEADAAN = {
    KeadaanUnit.BELUM: "menunggu",
    KeadaanUnit.PROSES: "berjalan",
    KeadaanUnit.SELESAI: "selesai",
}
TANDA_KEPUTUSAN = {
    Keputusan.MENUNGGU: "menunggu",
    Keputusan.DISETUJUI: "selesai",
    Keputusan.DITOLAK: "dikembalikan",
}


@dataclass(frozen=True)
class Peristiwa:
    """One thing that happened: what, by whom and when, and what was said with it."""

    kunci: str
    judul: str
    tanda: str
    kata: str
    pelaku: str
    waktu: datetime
    isi: str
    rincian: tuple[str, ...] = ()
    bukti: tuple[BuktiTerbaca, ...] = ()


@dataclass(frozen=True)
class Pendahulu:
    """An earlier recommendation that this one repeats, and what came of it then."""

    baris: BarisRekomendasi
    sumber: str
    tahun: int
    laporan: str


@dataclass(frozen=True)
class CeritaRekomendasi:
    """`menunggu` are the requests for more time that nobody has decided on."""

    baris: BarisRekomendasi
    sumber: str
    peristiwa: tuple[Peristiwa, ...]
    menunggu: tuple[Perpanjangan, ...]
    pendahulu: tuple[Pendahulu, ...]

    @property
    def rekomendasi(self) -> Rekomendasi:
        return self.baris.rekomendasi


def satu_rekomendasi(pengguna: Pengguna, unit: Unit, tahun: int, pk: int) -> BarisRekomendasi:
    """As it stands, for one who reads the unit, in its own year or a later one. Raises TidakAda."""
    milik = rekomendasi_unit(pengguna, unit).filter(pk=pk)
    ada = baca_rekomendasi(milik, waktu.hari_ini(unit.pemda.zona))
    if not ada or ada[0].rekomendasi.tahun_asal() > tahun:
        raise TidakAda(TIADA)
    return ada[0]


def cerita_rekomendasi(pengguna: Pengguna, unit: Unit, tahun: int, pk: int) -> CeritaRekomendasi:
    """Raises TidakAda. The number of queries does not grow with what happened."""
    baris = satu_rekomendasi(pengguna, unit, tahun, pk)
    perpanjangan = list(
        Perpanjangan.objects.filter(rencana__rekomendasi=pk)
        .select_related("diminta_oleh", "diputus_oleh", "rencana__rekomendasi__unit__pemda")
        .order_by("pk")
    )
    peristiwa = [
        *_direncanakan(baris.keadaan.rekomendasi),
        *_dilaporkan(unit, tahun, pk),
        *_diperpanjang(perpanjangan),
        *_diputus(baris),
    ]
    return CeritaRekomendasi(
        baris=baris,
        sumber=sebut_sumber(baris.rekomendasi),
        peristiwa=tuple(sorted(peristiwa, key=attrgetter("waktu"))),
        menunggu=tuple(s for s in perpanjangan if s.keputusan == Keputusan.MENUNGGU),
        pendahulu=_pendahulu(pengguna, unit, baris.rekomendasi),
    )


def mirip_terdahulu(pengguna: Pengguna, unit: Unit, rekomendasi: Rekomendasi) -> list[Rekomendasi]:
    """Earlier recommendations worded alike, where none is named as the one that is repeated."""
    if rekomendasi.berulang_dari_id is not None:
        return []
    calon = [satu.kunci for satu in usulan_berulang(rekomendasi)]
    if not calon:
        return []
    milik = rekomendasi_unit(pengguna, unit).filter(pk__in=calon).select_related("lhe")
    return sorted(milik, key=lambda satu: calon.index(satu.pk))


def sebut_triwulan_tl(triwulan: Triwulan) -> str:
    return f"{tulis_triwulan(triwulan.bulan)} {triwulan.tahun}"


def triwulan_lapor(rencana: RencanaTindakLanjut, hari_ini: date) -> list[Triwulan]:
    """Those that a step of every triwulan may be reported for, the newest first; none for others.

    From the one of the LHE up to the one that runs; of an unknown date from January of last year.
    """
    if rencana.jenis_target != JenisTarget.TRIWULAN:
        return []
    sejak = rencana.sejak or date(hari_ini.year - 1, 1, 1)
    ke = (hari_ini.month - 1) // BULAN_TRIWULAN + 1
    berjalan = Triwulan(hari_ini.year, ke * BULAN_TRIWULAN)
    lewat = [satu for satu in laporan_jatuh_tempo(sejak, hari_ini) if satu != berjalan]
    return [berjalan, *reversed(lewat)]


def sebut_target(rencana: RencanaTindakLanjut) -> str:
    """The target as it was planned: 12 bulan sejak 02 Mei 2024."""
    jenis = JenisTarget(rencana.jenis_target)
    if jenis is JenisTarget.TANGGAL and rencana.tanggal:
        return tulis_tanggal(rencana.tanggal)
    if jenis is JenisTarget.TRIWULAN:
        return "setiap triwulan"
    if jenis is JenisTarget.TANPA:
        return "target tidak disebut"
    sejak = tulis_tanggal(rencana.sejak) if rencana.sejak else "tanggal LHE yang belum diketahui"
    return f"{rencana.bulan} bulan sejak {sejak}"


def _direncanakan(rekomendasi: Rekomendasi) -> Iterator[Peristiwa]:
    """From the trail, which alone knows who planned and when."""
    milik = {str(satu.pk): satu for satu in rekomendasi.rencana.all()}
    jejak = CatatanJejak.objects.filter(
        objek_jenis=RencanaTindakLanjut._meta.label_lower,
        objek_id__in=list(milik),
        aksi="tindak_lanjut.direncanakan",
    )
    for satu in jejak.order_by("pk"):
        rencana = milik[satu.objek_id]
        diubah = bool(satu.sebelum)
        uraian = satu.sesudah.get("uraian") or rencana.uraian
        yield Peristiwa(
            kunci=f"rencana-{rencana.pk}-{satu.pk}",
            judul=f"Langkah {rencana.urutan} " + ("diubah" if diubah else "direncanakan"),
            tanda="berjalan",
            kata="rencana",
            pelaku=satu.pelaku,
            waktu=satu.waktu,
            isi=str(uraian),
            rincian=() if diubah else (f"{rencana.unit.nama}, {sebut_target(rencana)}",),
        )


def _dilaporkan(unit: Unit, tahun: int, pk: int) -> Iterator[Peristiwa]:
    laporan = (
        LaporanTindakLanjut.objects.filter(rencana__rekomendasi=pk)
        .select_related("oleh", "rencana")
        .prefetch_related(
            Prefetch("bukti", BuktiTindakLanjut.objects.select_related("berkas").order_by("pk"))
        )
    )
    for satu in laporan.order_by("pk"):
        masa = ""
        if satu.tahun and satu.bulan:
            masa = f", {sebut_triwulan_tl(Triwulan(satu.tahun, satu.bulan))}"
        keadaan = KeadaanUnit(satu.keadaan)
        yield Peristiwa(
            kunci=f"laporan-{satu.pk}",
            judul=f"Laporan langkah {satu.rencana.urutan}{masa}",
            tanda=TANDA_KEADAAN[keadaan],
            kata=f"menurut unit {LABEL_KEADAAN[keadaan]}",
            pelaku=str(satu.oleh),
            waktu=satu.waktu,
            isi=satu.uraian,
            bukti=bukti_terbaca(satu.bukti.all(), unit, tahun, pk),
        )


def _diperpanjang(semua: list[Perpanjangan]) -> Iterator[Peristiwa]:
    for satu in semua:
        yield Peristiwa(
            kunci=f"perpanjangan-{satu.pk}",
            judul=f"Perpanjangan langkah {satu.rencana.urutan} diminta",
            tanda="menunggu",
            kata="permintaan",
            pelaku=str(satu.diminta_oleh),
            waktu=satu.diminta_pada,
            isi=satu.alasan,
            rincian=(_sebut_mundur(satu.semula, satu.menjadi),),
        )
        if satu.diputus_pada is not None:
            keputusan = Keputusan(satu.keputusan)
            yield Peristiwa(
                kunci=f"keputusan-{satu.pk}",
                judul=f"Perpanjangan langkah {satu.rencana.urutan} {LABEL_KEPUTUSAN[keputusan]}",
                tanda=TANDA_KEPUTUSAN[keputusan],
                kata=LABEL_KEPUTUSAN[keputusan],
                pelaku=str(satu.diputus_oleh),
                waktu=satu.diputus_pada,
                isi=satu.catatan,
            )


def _sebut_mundur(semula: date | None, menjadi: date) -> str:
    if semula is None:
        return f"menjadi {tulis_tanggal(menjadi)}"
    return f"{tulis_tanggal(semula)} menjadi {tulis_tanggal(menjadi)}"


def _diputus(baris: BarisRekomendasi) -> Iterator[Peristiwa]:
    sebelum: StatusTindakLanjut | None = None
    putusan: list[Putusan] = list(baris.rekomendasi.putusan.all())
    for satu in putusan:
        status = StatusTindakLanjut(satu.status)
        dibuka = sebelum in TERTUTUP and status not in TERTUTUP
        yield Peristiwa(
            kunci=f"putusan-{satu.pk}",
            judul="Dibuka kembali" if dibuka else f"Putusan ke-{satu.ke}",
            tanda=TANDA_PUTUSAN[status],
            kata=LABEL_PUTUSAN[status],
            pelaku=str(satu.oleh),
            waktu=satu.waktu,
            isi=satu.catatan,
            rincian=(f"Dasar: {satu.dasar}",) if satu.dasar else (),
        )
        sebelum = status


def _pendahulu(pengguna: Pengguna, unit: Unit, rekomendasi: Rekomendasi) -> tuple[Pendahulu, ...]:
    """Those it repeats, the newest first; one reading for the whole chain."""
    dari = dict(
        Rekomendasi.objects.filter(unit=unit, berulang_dari__isnull=False).values_list(
            "pk", "berulang_dari"
        )
    )
    rantai: list[int] = []
    kini = rekomendasi.berulang_dari_id
    while kini is not None and kini not in rantai:
        rantai.append(kini)
        kini = dari.get(kini)
    if not rantai:
        return ()
    milik = rekomendasi_unit(pengguna, unit).filter(pk__in=rantai)
    semua = baca_rekomendasi(milik, waktu.hari_ini(unit.pemda.zona))
    return tuple(
        Pendahulu(
            satu,
            sebut_sumber(satu.rekomendasi),
            satu.rekomendasi.tahun_asal(),
            _laporan_akhir(satu),
        )
        for satu in sorted(semua, key=lambda s: rantai.index(s.rekomendasi.pk))
    )


def _laporan_akhir(baris: BarisRekomendasi) -> str:
    semua = [laporan for satu in baris.keadaan.rencana for laporan in satu.rencana.laporan.all()]
    return max(semua, key=attrgetter("waktu")).uraian if semua else ""
