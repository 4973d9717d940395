from dataclasses import dataclass

import pytest

from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.lib.transisi import (
    Alur,
    AturanCatatan,
    CatatanKurang,
    HakKurang,
    KeadaanSalah,
    Transisi,
)

LABEL = {"draf": "draf", "diajukan": "diajukan", "disetujui": "disetujui"}


@dataclass
class Objek:
    lengkap: bool = True


def hanya_budi(orang: str, _objek: Objek) -> Izin:
    return Boleh() if orang == "budi" else Tolak("Hanya Budi yang boleh.")


def lengkap(objek: Objek) -> Izin:
    return Boleh() if objek.lengkap else Tolak("Isian belum lengkap.")


AJUKAN = Transisi("draf", "diajukan", "ajukan", "mengajukan", hanya_budi, syarat=lengkap)
KEMBALIKAN = Transisi(
    "diajukan", "draf", "kembalikan", "mengembalikan", hanya_budi, AturanCatatan.WAJIB
)
ALUR = Alur(LABEL, [AJUKAN, KEMBALIKAN])


def test_langkah_yang_sah_diberikan():
    assert ALUR.periksa(Objek(), "draf", "diajukan", "budi", "") is AJUKAN


@pytest.mark.parametrize(
    ("objek", "dari", "ke", "orang", "catatan", "galat", "pesan"),
    [
        (Objek(), "draf", "disetujui", "budi", "", KeadaanSalah,
         "Keadaannya draf, sehingga tidak dapat menjadi disetujui."),
        (Objek(), "draf", "diajukan", "ani", "", HakKurang, "Hanya Budi yang boleh."),
        (Objek(lengkap=False), "draf", "diajukan", "budi", "", KeadaanSalah, "Isian belum lengkap."),
        (Objek(), "diajukan", "draf", "budi", " \n", CatatanKurang,
         "Tulis alasannya untuk mengembalikan."),
    ],
)  # fmt: skip
def test_yang_tidak_sah_dibedakan(objek, dari, ke, orang, catatan, galat, pesan):
    with pytest.raises(galat) as salah:
        ALUR.periksa(objek, dari, ke, orang, catatan)
    assert str(salah.value) == pesan


def test_hak_diperiksa_sebelum_kelengkapan():
    """Who may not do it is not told what is missing."""
    with pytest.raises(HakKurang):
        ALUR.periksa(Objek(lengkap=False), "draf", "diajukan", "ani", "")


def test_langkah_keluar_dari_sebuah_keadaan():
    assert ALUR.dari("draf") == [AJUKAN]
    assert ALUR.dari("disetujui") == []


@pytest.mark.parametrize("tambahan", [AJUKAN, Transisi("draf", "hilang", "x", "x", hanya_budi)])
def test_tabel_yang_salah_ditolak(tambahan):
    with pytest.raises(ValueError, match="doubled or names an unknown state"):
        Alur(LABEL, [AJUKAN, tambahan])
