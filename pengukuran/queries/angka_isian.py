"""The figures beside a box of the entry grid as `Angka`: they count drafts, so they have own kunci."""

from collections.abc import Mapping

from pengukuran.models import Realisasi
from pengukuran.queries.angka import angka_persen
from pengukuran.queries.lembar_isian import BERISI, BarisIsian
from pengukuran.queries.periode import rujukan_baris
from perencanaan.hitung.masa import Frekuensi, nama_masa
from perencanaan.hitung.nilai import Nilai
from perencanaan.models import IndikatorVersi
from perencanaan.queries.angka import KOSONG, angka_indikator, angka_target_masa
from sakip.dokumen.angka import Angka, Asal, PernyataanKembali
from sakip.lib.angka import tulis_angka
from sakip.lib.terbilang import terbilang

PERSEN = frozenset({"persen", "%"})


def sebut_periode(rumusan: IndikatorVersi, bulan: int, tahun: int) -> str:
    """A period with its year: TW I 2024, Maret 2024; of a yearly one the year alone."""
    frekuensi = Frekuensi(rumusan.frekuensi)
    if frekuensi is Frekuensi.TAHUNAN:
        return str(tahun)
    return f"{nama_masa(bulan, frekuensi)} {tahun}"


def angka_target_isian(baris: BarisIsian, tahun: int) -> Angka:
    """What is due in this period alone."""
    masa = sebut_periode(baris.rumusan, baris.bulan, tahun)
    return _target(baris, tahun, "target-isian", masa, baris.ukuran.target)


def angka_target_sampai(baris: BarisIsian, tahun: int) -> Angka:
    """What is due from January until the end of this period."""
    masa = f"s.d. {sebut_periode(baris.rumusan, baris.bulan, tahun)}"
    hasil = baris.ukuran.hasil
    return _target(baris, tahun, "target-isian-sampai", masa, hasil.target)


def _target(baris: BarisIsian, tahun: int, jenis: str, masa: str, nilai: Nilai | None) -> Angka:
    ukuran = baris.ukuran
    return angka_target_masa(
        baris.rumusan,
        masa,
        nilai,
        f"{jenis}/{baris.indikator}/{tahun}/{baris.bulan}",
        ukuran.sumber,
        alasan=ukuran.hasil.sisi_target.alasan or f"Tidak ada target {masa}.",
        rujukan=ukuran.rujukan,
    )


def angka_isian(
    rumusan: IndikatorVersi,
    tahun: int,
    bulan: int,
    milik: Realisasi | None,
    kembali: Mapping[int, tuple[PernyataanKembali, ...]],
) -> Angka:
    """A figure as it was entered, with its status; `kembali` are corrections by realisasi."""
    masa = sebut_periode(rumusan, bulan, tahun)
    kunci = f"isian/{rumusan.indikator_id}/{tahun}/{bulan}"
    if milik is None or milik.jenis not in BERISI:
        return Angka(None, KOSONG, kunci, Asal(f"Realisasi {masa}"), f"Realisasi {masa} belum ada.")
    asal = Asal(
        f"Realisasi {masa} sebagaimana diisi, {milik.get_status_display()}",
        nama=f"Realisasi {masa}: {rumusan.nama}",
        rujukan=rujukan_baris(milik),
        kembali=kembali.get(milik.pk, ()),
    )
    return angka_indikator(rumusan, milik.sebagai_nilai(), kunci, asal)


def angka_capaian_isian(baris: BarisIsian, tahun: int) -> Angka:
    """Capaian from January until the end of the period, of whatever was entered so far."""
    masa = f"s.d. {sebut_periode(baris.rumusan, baris.bulan, tahun)}"
    hasil = baris.ukuran.hasil
    kunci = f"{baris.indikator}/{tahun}/{baris.bulan}"
    asal = Asal(
        f"Realisasi {masa} menurut isian, juga yang belum disetujui",
        nama=f"Realisasi {masa}: {baris.rumusan.nama}",
        rujukan=rujukan_baris(baris.realisasi) if baris.realisasi else (),
        kembali=baris.ukuran.kembali,
    )
    if hasil.realisasi is None:
        nyata = Angka(None, KOSONG, f"isian-sampai/{kunci}", asal, hasil.sisi_realisasi.alasan)
    else:
        nyata = angka_indikator(baris.rumusan, hasil.realisasi, f"isian-sampai/{kunci}", asal)
    return angka_persen(
        baris.ukuran.capaian,
        f"capaian-isian/{kunci}",
        (angka_target_sampai(baris, tahun), nyata),
        f"Capaian {masa} (%): {baris.rumusan.nama}",
    )


def kata_nilai(rumusan: IndikatorVersi, milik: Realisasi | None) -> str:
    """The stored figure once more, so that a slip is seen: with its unit, whole numbers in words."""
    if milik is None or milik.nilai is None:
        return "" if milik is None else milik.predikat
    satuan = rumusan.satuan.casefold()
    tertulis = tulis_angka(milik.nilai, 6)
    tertulis = f"{tertulis}%" if satuan in PERSEN else f"{tertulis} {satuan}"
    if milik.nilai != milik.nilai.to_integral_value():
        return tertulis
    return f"{tertulis} ({terbilang(milik.nilai)})"
