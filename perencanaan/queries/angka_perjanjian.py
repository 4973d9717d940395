"""The figures of a Perjanjian Kinerja as `Angka`: what was promised, with the money for it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from perencanaan.models import PerjanjianKinerja, PkBaris, PkProgram, VersiAnggaran
from perencanaan.models.dasar import DESIMAL_NILAI
from perencanaan.models.perjanjian import TingkatPk
from perencanaan.queries.angka import KOSONG, angka_nilai, angka_uang
from perencanaan.queries.rujukan import rujukan_anggaran, rujukan_perjanjian
from sakip.dokumen.angka import Angka, Asal
from sakip.lib.angka import tulis_uang

JUMLAH = "jumlah"
BARU = "Tidak ada pada Perjanjian Kinerja sebelumnya."
LEPAS = "Tidak lagi diperjanjikan."
TANPA_ANGGARAN = "Belum mempunyai anggaran sebelumnya."
RUMUS_SELISIH = "sesudah − sebelum"
RUMUS_JUMLAH = "jumlah semua program"


def angka_janji(perjanjian: PerjanjianKinerja, milik: PkBaris) -> Angka:
    """A promised target with all the places it was promised with: later settings change nothing."""
    return angka_nilai(
        milik.sebagai_nilai(),
        f"target-pk/{perjanjian.pk}/{milik.indikator_id}",
        _asal_janji(perjanjian, milik.nama),
        desimal=DESIMAL_NILAI,
        satuan=milik.satuan,
    )


def angka_tercetak(perjanjian: PerjanjianKinerja) -> Iterator[Angka]:
    """What the agreement prints when it is signed.

    That of the head sets the target of the year, so it prints that figure too.
    """
    for baris in perjanjian.baris.all():
        janji = angka_janji(perjanjian, baris)
        yield janji
        if perjanjian.tingkat == TingkatPk.ESELON_2:
            yield replace(janji, kunci=f"target/{baris.indikator_id}/{perjanjian.tahun}")
    for program in perjanjian.program.all():
        yield angka_pagu_sesudah(perjanjian, program)


def tanpa_janji(
    perjanjian: PerjanjianKinerja, pada: PerjanjianKinerja, milik: PkBaris, alasan: str
) -> Angka:
    """What `pada` does not promise: it stands beside the one that does, in a table of `perjanjian`."""
    sisi = "sesudah" if pada == perjanjian else "sebelum"
    kunci = f"target-pk-{sisi}/{perjanjian.pk}/{milik.indikator_id}"
    return Angka(None, KOSONG, kunci, _asal_janji(pada, milik.nama), alasan)


def _asal_janji(perjanjian: PerjanjianKinerja, nama: str) -> Asal:
    return Asal(
        f"Target menurut {perjanjian}",
        nama=f"Target {perjanjian.tahun}: {nama}",
        rujukan=(rujukan_perjanjian(perjanjian),),
    )


def angka_pagu_sesudah(perjanjian: PerjanjianKinerja, milik: PkProgram) -> Angka:
    asal = _asal_pagu(perjanjian, perjanjian.anggaran_sesudah, f"Pagu (Rp): {milik.nama}")
    return angka_uang(Decimal(milik.sesudah), _kunci_program(perjanjian, "sesudah", milik), asal)


def angka_pagu_sebelum(perjanjian: PerjanjianKinerja, milik: PkProgram) -> Angka:
    """By the budget in force just before, which need not be that of the agreement before."""
    asal = _asal_pagu(perjanjian, perjanjian.anggaran_sebelum, f"Pagu sebelum (Rp): {milik.nama}")
    kunci = _kunci_program(perjanjian, "sebelum", milik)
    if milik.sebelum is None:
        return Angka(None, KOSONG, kunci, asal, TANPA_ANGGARAN)
    return angka_uang(Decimal(milik.sebelum), kunci, asal)


def angka_selisih_pagu(
    perjanjian: PerjanjianKinerja, milik: PkProgram, sebelum: Angka, sesudah: Angka
) -> Angka:
    kunci = _kunci_program(perjanjian, "selisih", milik)
    return _selisih(kunci, f"Selisih pagu (Rp): {milik.nama}", sebelum, sesudah)


def angka_selisih_jumlah(perjanjian: PerjanjianKinerja, sebelum: Angka, sesudah: Angka) -> Angka:
    kunci = _kunci_uang(perjanjian, "selisih", JUMLAH)
    return _selisih(kunci, "Selisih jumlah pagu (Rp)", sebelum, sesudah)


def angka_jumlah_pagu(perjanjian: PerjanjianKinerja, sisi: str, dari: Iterable[Angka]) -> Angka:
    """The total of one side, `sebelum` or `sesudah`."""
    bahan = tuple(dari)
    nilai = sum((satu.nilai for satu in bahan if satu.nilai is not None), Decimal(0))
    asal = Asal(RUMUS_JUMLAH, bahan, f"Jumlah pagu {sisi} (Rp)")
    return angka_uang(nilai, _kunci_uang(perjanjian, sisi, JUMLAH), asal)


def _selisih(kunci: str, nama: str, sebelum: Angka, sesudah: Angka) -> Angka:
    asal = Asal(RUMUS_SELISIH, (sebelum, sesudah), nama)
    if sebelum.nilai is None or sesudah.nilai is None:
        return Angka(None, KOSONG, kunci, asal, sebelum.alasan or sesudah.alasan)
    nilai = sesudah.nilai - sebelum.nilai
    tanda = "+" if nilai > 0 else ""
    return Angka(nilai, f"{tanda}{tulis_uang(nilai)}", kunci, asal)


def _asal_pagu(perjanjian: PerjanjianKinerja, anggaran: VersiAnggaran | None, nama: str) -> Asal:
    rujukan = (rujukan_perjanjian(perjanjian),)
    if anggaran is None:
        return Asal(str(perjanjian), nama=nama, rujukan=rujukan)
    return Asal(
        f"{perjanjian}, {anggaran}", nama=nama, rujukan=(*rujukan, rujukan_anggaran(anggaran))
    )


def _kunci_program(perjanjian: PerjanjianKinerja, sisi: str, milik: PkProgram) -> str:
    return _kunci_uang(perjanjian, sisi, str(milik.simpul.identitas))


def _kunci_uang(perjanjian: PerjanjianKinerja, sisi: str, tempat: str) -> str:
    return f"pagu-pk/{perjanjian.pk}/{sisi}/{tempat}"
