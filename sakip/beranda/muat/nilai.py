"""The columns of a figure that may be a state."""

from decimal import Decimal

from perencanaan.hitung.nilai import JenisNilai
from sakip.beranda.muat.bentuk import Isian

_KOSONG: dict[str, object] = {
    "nilai": None,
    "batas_bawah": None,
    "batas_atas": None,
    "predikat": "",
    "keterangan": "",
    "alasan": "",
}


def isi_angka(angka: Decimal) -> dict[str, object]:
    """Every column, so that what an earlier load left in one of them is gone."""
    return {**_KOSONG, "jenis": JenisNilai.ANGKA.value, "nilai": angka}


def isi_target(isian: Isian, alasan: str) -> dict[str, object]:
    """A figure, a label in place of one, or tidak dijadwalkan; the states with their reason."""
    if isian.angka is not None:
        return isi_angka(isian.angka)
    if isian.label:
        label = {"keterangan": isian.label, "alasan": alasan}
        return {**_KOSONG, "jenis": JenisNilai.TANPA_ANGKA.value, **label}
    return {**_KOSONG, "jenis": JenisNilai.TIDAK_DIJADWALKAN.value, "alasan": alasan}
