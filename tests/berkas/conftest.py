from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sakip.berkas.gudang import letak
from sakip.berkas.jenis import Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.services import catat_buatan, simpan_berkas, titipkan_buatan
from sakip.lib import waktu
from tests.berkas import contoh


@pytest.fixture
def tersimpan(pemeran) -> Berkas:
    """A PDF of the unit, uploaded by its operator."""
    return simpan_berkas(
        contoh.pdf(), nama="laporan.pdf", unit=pemeran.unit, oleh=pemeran["operator"]
    )


@pytest.fixture
def di_cakram(settings):
    """Where the bytes of a stored file lie."""

    def di_cakram(berkas: Berkas) -> Path:
        return Path(settings.FOLDER_BERKAS) / letak(berkas.sidik)

    return di_cakram


@pytest.fixture
def besok(monkeypatch):
    """A night has passed for whoever asks for the time."""
    monkeypatch.setattr(waktu, "sekarang", lambda: datetime.now(UTC) + timedelta(hours=25))


@pytest.fixture
def simpan(pemeran):
    """A file as it would lie in the store, also one that no upload would let in."""

    def simpan(isi: bytes, jenis: Jenis = Jenis.PDF) -> Berkas:
        titipan = titipkan_buatan(isi, nama=f"bukti.{jenis}", jenis=jenis, unit=pemeran.unit)
        return catat_buatan(titipan, oleh=None)

    return simpan


@pytest.fixture
def terlukis(settings):
    """The drawn pages that are kept."""

    def terlukis() -> list[Path]:
        return sorted(Path(settings.FOLDER_PRATINJAU).glob("??/??/*/*"))

    return terlukis
