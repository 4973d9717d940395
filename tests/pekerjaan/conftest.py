"""A queue to test on, alone or with real workers."""

import pytest

from sakip.organisasi.models import Pemda, Pengguna
from sakip.pekerjaan import registri
from sakip.pekerjaan.models import Pekerja, Pekerjaan
from sakip.pekerjaan.services.antre import antrekan
from tests.pekerjaan import jenis
from tests.pekerjaan.proses import Indukan, Pabrik, salin_basis, sampai_setengah
from tests.pemeran import buat_akun, buat_unit


@pytest.fixture
def jenis_uji(monkeypatch) -> None:
    """The kinds of the tests, for as long as the test runs."""
    monkeypatch.setattr(registri, "_JENIS", {})
    jenis.daftarkan()


@pytest.fixture(scope="module")
def salinan_basis(django_db_setup, django_db_blocker, tmp_path_factory):
    """A copy of the test database for the tests of one file."""
    with django_db_blocker.unblock(), salin_basis(tmp_path_factory.mktemp("basis")) as basis:
        yield basis


@pytest.fixture
def basis(db, salinan_basis):
    """That copy as the default database, which worker processes share with the test.

    Asks for `db` so that there is a test database to copy; its transaction stays unused.
    """
    with salinan_basis.menjadi_bawaan():
        yield salinan_basis


@pytest.fixture(scope="module")
def indukan(salinan_basis, tmp_path_factory):
    """What the workers of one file are copies of."""
    milik = Indukan(salinan_basis.alamat, tmp_path_factory.mktemp("induk"))
    yield milik
    milik.bubarkan()


@pytest.fixture
def pabrik(basis, tmp_path, jenis_uji, indukan):
    """Starts workers on that database, and leaves nothing of them."""
    milik = Pabrik(basis.alamat, tmp_path, indukan)
    yield milik
    milik.bubarkan()
    Pekerjaan.objects.all().delete()
    Pekerja.objects.all().delete()


@pytest.fixture(scope="module")
def pabrik_tetap(salinan_basis, tmp_path_factory):
    """One worker for all tests of a file that only give it work, begun as `make run` begins it."""
    milik = Pabrik(salinan_basis.alamat, tmp_path_factory.mktemp("pekerja"))
    milik.mulai()
    yield milik
    milik.bubarkan()


@pytest.fixture
def pemilik(basis) -> Pengguna:
    """Not of the example, which a live server may have emptied before the copy was made."""
    return Pengguna.objects.filter(nama_pengguna="uji-pemilik").first() or _buat_pemilik()


def _buat_pemilik() -> Pengguna:
    pemda = Pemda.objects.create(
        kode="kota-uji", nama="Kota Uji", jenis="kota", sebutan_kepala="Wali Kota", kedudukan="Uji"
    )
    buat_unit(pemda, "dinas-uji", "Dinas Uji")
    return buat_akun("pemilik", pemda)


@pytest.fixture
def gerbang(tmp_path):
    """The file on which jobs wait at half."""
    return tmp_path / "gerbang"


@pytest.fixture
def setengah(pemilik, gerbang):
    """Puts a job in the queue, and waits until an attempt of it stands at half."""

    def mulai(jenis: str, kunci: str) -> Pekerjaan:
        argumen = {"kunci": kunci, "gerbang": str(gerbang)}
        pekerjaan = antrekan(jenis, oleh=pemilik, argumen=argumen)
        sampai_setengah(pekerjaan)
        return pekerjaan

    return mulai
