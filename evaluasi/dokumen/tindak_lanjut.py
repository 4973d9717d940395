"""The follow-up of the recommendations of an LHE, in the two forms in which units print it.

`ringkas` is one row for each step of the plan; `komponen` puts what was found of a komponen,
what was recommended, and what is planned beside each other.
"""

from collections.abc import Iterable
from enum import StrEnum

from evaluasi.dokumen.dasar import TITIK, penanda_unit, sebut_evaluasi, skor_lhe
from evaluasi.hitung.saran import JenisSub
from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.models import CatatanKomponen, Komponen, RencanaTindakLanjut
from evaluasi.queries.cetak import IsiTindakLanjut
from evaluasi.queries.tindak_lanjut import KeadaanRekomendasi, KeadaanRencana
from evaluasi.status import LABEL_JENIS_SUB, LABEL_KEADAAN, LABEL_PUTUSAN
from sakip.dokumen.blok import (
    Bagian,
    Baris,
    Dokumen,
    Identitas,
    KepalaNaskah,
    Kolom,
    Rata,
    Sel,
    Tabel,
    TandaTangan,
    baris,
)
from sakip.lib.tanggal import tulis_saat, tulis_tanggal, tulis_triwulan

TANPA_RENCANA = "Belum ada rencana aksi."
TANPA_LAPORAN = "Belum dilaporkan."
TANPA_TELEPON = "belum diisi"


class BentukCetak(StrEnum):
    RINGKAS = "ringkas"
    KOMPONEN = "komponen"


def dokumen_tindak_lanjut(
    isi: IsiTindakLanjut, bentuk: BentukCetak, *, putusan: bool = False
) -> Dokumen:
    """With `putusan` the table says what the inspektorat decided."""
    lhe, unit = isi.lhe, isi.lhe.unit
    sebut = sebut_evaluasi(lhe.tahun_evaluasi, lhe.tahun_kinerja)
    if bentuk is BentukCetak.RINGKAS:
        judul = "Rencana Aksi Penyelesaian Tindak Lanjut Rekomendasi Hasil Evaluasi SAKIP"
        identitas = Identitas(
            (
                ("Nama Perangkat Daerah", (unit.nama,)),
                (f"Skor LHE {lhe.tahun_evaluasi}", skor_lhe(lhe)),
            )
        )
        tabel = tabel_ringkas(isi, putusan=putusan)
    else:
        judul = "Rencana Aksi atas Tindak Lanjut Hasil Evaluasi SAKIP"
        identitas = Identitas(_penanggung(isi))
        tabel = _tabel_komponen(isi, putusan=putusan)
    tanda_tangan = TandaTangan(
        f"{unit.pemda.kedudukan}, {TITIK}", (penanda_unit(unit, isi.pemimpin),)
    )
    kepala = KepalaNaskah((judul, unit.nama, sebut))
    return Dokumen(
        judul=f"Tindak Lanjut {lhe} {unit.nama}",
        sampul=None,
        depan=(),
        isi=(Bagian("tindak-lanjut", (kepala, identitas, tabel, tanda_tangan), mendatar=True),),
    )


def _penanggung(isi: IsiTindakLanjut) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Who answers for the data, as the reader may see it; without one the unit itself."""
    milik, unit = isi.penanggung, isi.lhe.unit.nama
    nama = (milik.nama, unit) if milik else (unit,)
    telepon = milik.telepon if milik else ""
    return (
        ("Penanggung jawab data SAKIP", nama),
        ("Nomor telepon", (telepon or TANPA_TELEPON,)),
    )


def tabel_ringkas(
    isi: IsiTindakLanjut,
    *,
    putusan: bool = False,
    kunci: str = "",
    nomor: str = "",
    judul: str = "",
) -> Tabel:
    """No, recommendation, plan, target, what the unit says; one row for each step."""
    lhe = isi.lhe
    kolom = [
        Kolom("No", 4, Rata.TENGAH),
        Kolom("Rekomendasi LHE", 26),
        Kolom("Rencana aksi", 28),
        Kolom("Target penyelesaian", 10, Rata.TENGAH),
        Kolom("Keterangan", 32),
    ]
    if putusan:
        kolom.append(Kolom("Putusan inspektorat", 18))
    return Tabel(
        kunci=kunci or "tabel-tindak-lanjut",
        nomor=nomor,
        judul=judul or f"Tindak lanjut rekomendasi {lhe} atas kinerja {lhe.tahun_kinerja}",
        kolom=tuple(kolom),
        baris=tuple(
            satu
            for ke, milik in enumerate(isi.rekomendasi, start=1)
            for satu in _baris_ringkas(ke, milik, isi.lhe.unit.pemda.zona, putusan=putusan)
        ),
        catatan=_catatan(isi),
        mendatar=True,
        nomor_kolom=False,
    )


def _baris_ringkas(
    ke: int, milik: KeadaanRekomendasi, zona: str, *, putusan: bool
) -> Iterable[Baris]:
    akhir = (tulis_putusan(milik, zona),) if putusan else ()
    uraian = milik.rekomendasi.uraian
    if not milik.rencana:
        yield baris(str(ke), uraian, TANPA_RENCANA, "-", TANPA_LAPORAN, *akhir)
    for urutan, satu in enumerate(milik.rencana):
        ulang = urutan > 0
        yield baris(
            Sel((str(ke),), ulang=ulang),
            Sel((uraian,), ulang=ulang),
            satu.rencana.uraian,
            tulis_target(satu),
            tulis_laporan(satu.rencana),
            *(Sel((kata,), ulang=ulang) for kata in akhir),
        )


def _tabel_komponen(isi: IsiTindakLanjut, *, putusan: bool) -> Tabel:
    lhe = isi.lhe
    kolom = [
        Kolom("No", 4, Rata.TENGAH),
        Kolom("Hasil evaluasi inspektorat", 44),
        Kolom("Rekomendasi inspektorat", 25),
        Kolom("Rencana aksi tindak lanjut", 27),
    ]
    if putusan:
        kolom.append(Kolom("Putusan inspektorat", 16))
    catatan = list(
        lhe.catatan.select_related("komponen", "sub").order_by("komponen__urutan", "sub__urutan")
    )
    return Tabel(
        kunci="tabel-tindak-lanjut",
        nomor="",
        judul=f"Rencana aksi atas {lhe} atas kinerja {lhe.tahun_kinerja} menurut komponen",
        kolom=tuple(kolom),
        baris=tuple(
            satu
            for huruf, komponen in zip(_huruf(), isi.komponen, strict=False)
            for satu in _baris_komponen(huruf, komponen, catatan, isi, putusan=putusan)
        ),
        catatan=_berulang(isi),
        mendatar=True,
        nomor_kolom=False,
    )


def _baris_komponen(
    huruf: str,
    komponen: Komponen,
    catatan: list[CatatanKomponen],
    isi: IsiTindakLanjut,
    *,
    putusan: bool,
) -> Iterable[Baris]:
    lebar = 5 if putusan else 4
    yield baris(
        Sel((f"{huruf}. {komponen.nama}",), bentang=lebar, rata=Rata.KIRI),
        jenis=Baris.Jenis.KELOMPOK,
    )
    milik = [
        satu
        for satu in isi.rekomendasi
        if any(b.komponen_id == komponen.pk for b in satu.rekomendasi.komponen.all())
    ]
    zona = isi.lhe.unit.pemda.zona
    hasil = [_hasil(satu) for satu in catatan if satu.komponen_id == komponen.pk and satu.catatan]
    isi_kanan = [
        [satu.rekomendasi.uraian for satu in milik],
        [_rencana(satu) for satu in milik],
        *([[tulis_putusan(satu, zona) for satu in milik]] if putusan else []),
    ]
    kanan = ["\n".join(_bernomor(satu)) or "-" for satu in isi_kanan]
    # what is recommended is of the whole komponen and stands beside its first note; short rows
    # fill the pages, which one row of all notes would leave half empty
    for ke, satu in enumerate(hasil or ["-"]):
        yield baris(Sel((huruf,), ulang=ke > 0), satu, *(kanan if ke == 0 else [""] * len(kanan)))


def _hasil(catatan: CatatanKomponen) -> str:
    """a. Keberadaan: … as the forms print it."""
    if catatan.sub is None:
        return catatan.catatan
    jenis = JenisSub(catatan.sub.jenis)
    nama = catatan.sub.nama if jenis is JenisSub.LAIN else LABEL_JENIS_SUB[jenis].capitalize()
    return f"{catatan.sub.kode.rpartition('.')[2]}. {nama}: {catatan.catatan}"


def _rencana(milik: KeadaanRekomendasi) -> str:
    semua = [satu.rencana.uraian for satu in milik.rencana]
    return "; ".join(semua) or TANPA_RENCANA


def _bernomor(isi: list[str]) -> list[str]:
    """Numbered where there are several, so that plan and recommendation find each other."""
    if len(isi) < 2:  # noqa: PLR2004 -- one alone needs no number
        return isi
    return [f"{ke}) {satu}" for ke, satu in enumerate(isi, start=1)]


def _huruf() -> Iterable[str]:
    return "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def tulis_target(keadaan: KeadaanRencana) -> str:
    """12 bulan, with the day that means where it is known."""
    rencana, tanggal = keadaan.rencana, keadaan.tenggat.tanggal
    jenis = JenisTarget(rencana.jenis_target)
    if jenis is JenisTarget.TRIWULAN and tanggal is None:
        return "Setiap triwulan"
    if jenis is JenisTarget.TANPA and tanggal is None:
        return "-"
    if jenis is JenisTarget.BULAN:
        lama = f"{rencana.bulan} bulan"
        return f"{lama} (sampai {tulis_tanggal(tanggal)})" if tanggal else lama
    return tulis_tanggal(tanggal) if tanggal else "-"


def tulis_laporan(rencana: RencanaTindakLanjut) -> str:
    """The latest report: how far the unit says it is, and in its own words what was done."""
    semua = list(rencana.laporan.all())
    if not semua:
        return TANPA_LAPORAN
    akhir = semua[-1]
    keadaan = LABEL_KEADAAN[akhir.keadaan].capitalize()
    uraian = akhir.uraian.strip()
    if not uraian.casefold().startswith(keadaan.casefold()):
        uraian = f"{keadaan}. {uraian}"
    if akhir.tahun and akhir.bulan:
        return f"{tulis_triwulan(akhir.bulan)} {akhir.tahun}: {uraian}"
    return uraian


def tulis_putusan(milik: KeadaanRekomendasi, zona: str) -> str:
    """What the inspektorat decided last, when, and its note."""
    kata = LABEL_PUTUSAN[milik.status].capitalize()
    if milik.putusan is None:
        return f"{kata}; belum ada putusan."
    pada = tulis_saat(milik.putusan.waktu, zona).partition(" pukul ")[0]
    return f"{kata}, {pada}: {milik.putusan.catatan}"


def _catatan(isi: IsiTindakLanjut) -> tuple[tuple[str], ...]:
    """Why a target has no day, each reason once."""
    alasan = [
        satu.tenggat.alasan
        for milik in isi.rekomendasi
        for satu in milik.rencana
        if satu.tenggat.tanggal is None and satu.rencana.jenis_target != JenisTarget.TRIWULAN
    ]
    return (*((satu,) for satu in dict.fromkeys(alasan)), *_tanpa_skor(isi))


def _tanpa_skor(isi: IsiTindakLanjut) -> tuple[tuple[str], ...]:
    return (("LHE yang dicatat tidak memuat nilainya.",),) if isi.lhe.nilai is None else ()


def _berulang(isi: IsiTindakLanjut) -> tuple[tuple[str], ...]:
    """Which recommendations stand under several komponen."""
    hasil = []
    for milik in isi.rekomendasi:
        nama = sorted({b.komponen.nama for b in milik.rekomendasi.komponen.all()})
        if len(nama) > 1:
            hasil.append(
                (f"Satu rekomendasi yang sama berada di bawah {' dan '.join(nama)}: "
                 f"“{milik.rekomendasi.uraian.rstrip('.')}”.",)
            )  # fmt: skip
    return tuple(hasil)
