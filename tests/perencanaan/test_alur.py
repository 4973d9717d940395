"""The table of steps, drawn."""

import pytest

from perencanaan.alur import ALUR_RENCANA
from perencanaan.status import DAPAT_DIUBAH, LABEL_STATUS, StatusRencana

GAMBAR = """
draf -> diajukan: mengajukan
dikembalikan -> diajukan: mengajukan lagi
diajukan -> dikembalikan: mengembalikan, beralasan
diajukan -> ditetapkan: menetapkan
"""


def test_tabel_langkah():
    tabel = [
        f"{satu.dari} -> {satu.ke}: {satu.sebutan}"
        + (", beralasan" if satu.catatan == "wajib" else "")
        for satu in ALUR_RENCANA.tabel.values()
    ]
    assert "\n".join(tabel) == GAMBAR.strip()


def test_setiap_keadaan_bernama():
    assert set(LABEL_STATUS) == set(StatusRencana)


@pytest.mark.parametrize("keadaan", StatusRencana)
def test_yang_dapat_diubah_adalah_yang_dapat_diajukan(keadaan):
    diajukan = any(satu.ke == "diajukan" for satu in ALUR_RENCANA.dari(keadaan))
    assert (keadaan in DAPAT_DIUBAH) == diajukan


def test_yang_ditetapkan_tidak_ke_mana_mana():
    assert ALUR_RENCANA.dari(StatusRencana.DITETAPKAN) == []
