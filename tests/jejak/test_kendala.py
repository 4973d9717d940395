from datetime import UTC, datetime
from uuid import UUID

import pytest

from sakip.jejak.models import Kiriman
from sakip.organisasi.models import Pengguna, Unit
from tests.lib.kendala import salin

KUNCI = UUID("0a1b2c3d-0000-4000-8000-000000000001")
LAIN = UUID("0a1b2c3d-0000-4000-8000-000000000002")

# the constraint, a row, and what a second row has that differs
KEMBAR = [("kiriman_sekali", Kiriman, {}, {"sidik": "b" * 64, "jawaban": "/lain/"})]


def siapkan_kiriman(pasuruan: Unit) -> Kiriman:
    """One form that was carried out."""
    return Kiriman.objects.create(
        pengguna=Pengguna.objects.get(nama_pengguna="admin"),
        kunci=KUNCI,
        sidik="a" * 64,
        jawaban="/unit/",
        waktu=datetime(2024, 1, 1, tzinfo=UTC),
    )


@pytest.fixture
def baris_kiriman(pasuruan) -> Kiriman:
    return siapkan_kiriman(pasuruan)


def test_kunci_milik_satu_orang_saja(baris_kiriman):
    orang_lain = Pengguna.objects.get(nama_pengguna="organisasi")
    assert salin(baris_kiriman, pengguna=orang_lain).kunci == KUNCI
    assert salin(baris_kiriman, kunci=LAIN).pk != baris_kiriman.pk


def test_setiap_orang_hanya_melihat_kirimannya(baris_kiriman):
    pemilik, lain = (Pengguna.objects.get(nama_pengguna=n) for n in ("admin", "organisasi"))
    assert list(Kiriman.objects.untuk(pemilik)) == [baris_kiriman]
    assert list(Kiriman.objects.untuk(lain)) == []
