from dataclasses import FrozenInstanceError

import pytest

from sakip.lib.izin import Boleh, Tolak


def test_boleh_benar():
    assert bool(Boleh()) is True


@pytest.mark.parametrize("alasan", ["Periode sudah dikunci.", ""])
def test_tolak_salah_apa_pun_alasannya(alasan):
    assert bool(Tolak(alasan)) is False
    assert Tolak(alasan).alasan == alasan


def test_tolak_wajib_menyebut_alasan():
    with pytest.raises(TypeError):
        Tolak()


def test_alasan_tidak_dapat_diganti():
    izin = Tolak("Periode sudah dikunci.")
    with pytest.raises(FrozenInstanceError):
        izin.alasan = "lain"
