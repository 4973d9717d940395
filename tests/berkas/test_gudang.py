"""The store: private, whole or nothing, once for each content."""

import os
import resource
from pathlib import Path

import pytest
from django.core.exceptions import SuspiciousFileOperation

from sakip.berkas.galat import GagalSimpan
from sakip.berkas.gudang import ambil, gudang, letak, sidik_isi, taruh

ISI = b"isi berkas"
SIDIK = "b4df65b0c98ae84e2efe5fd18c2b31e5b8fa0bd5cdfbb9ab8a70ffb6c8ca4a83"


@pytest.fixture
def folder(settings) -> Path:
    return Path(settings.FOLDER_BERKAS)


def semua(folder: Path) -> list[str]:
    return sorted(str(b.relative_to(folder)) for b in folder.rglob("*") if b.is_file())


def test_isi_di_bawah_sidiknya(folder):
    sidik = taruh(ISI)
    assert sidik == sidik_isi(ISI)
    assert semua(folder) == [letak(sidik)]
    assert letak("abcdef") == "ab/cd/abcdef"
    assert ambil(sidik) == ISI
    assert folder.stat().st_mode & 0o777 == 0o700


def test_isi_sama_disimpan_sekali_dan_diperbarui_waktunya(folder):
    berkas = folder / letak(taruh(ISI))
    os.utime(berkas, (0, 0))
    inode = berkas.stat().st_ino
    taruh(ISI)
    assert semua(folder) == [letak(sidik_isi(ISI))]
    assert (berkas.stat().st_ino, berkas.stat().st_mtime > 0) == (inode, True)


@pytest.mark.parametrize("rusak", [b"", ISI[:4], b"x" * len(ISI), ISI + b"x"])
def test_berkas_setengah_jadi_diperbaiki(folder, rusak):
    sidik = taruh(ISI)
    (folder / letak(sidik)).write_bytes(rusak)
    taruh(ISI)
    assert ambil(sidik) == ISI


def test_yang_tidak_ada():
    assert ambil("0" * 64) is None


def test_tidak_ada_alamat_ke_gudang():
    with pytest.raises(ValueError, match="not accessible via a URL"):
        gudang().url(letak("0" * 64))


def test_nama_di_luar_gudang_ditolak():
    with pytest.raises(SuspiciousFileOperation):
        gudang().open("../rahasia")


def test_cakram_penuh_tidak_meninggalkan_apa_pun(folder):
    """A limit on the size of files stands in for a disk that is full."""
    lunak, keras = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, keras))
    try:
        with pytest.raises(GagalSimpan, match="File too large"):
            taruh(b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (lunak, keras))
    assert semua(folder) == []


def test_folder_yang_tidak_dapat_ditulisi_disebut(settings, tmp_path):
    (tmp_path / "bukan-folder").touch()
    settings.FOLDER_BERKAS = tmp_path / "bukan-folder"
    with pytest.raises(GagalSimpan, match="hubungi admin"):
        taruh(ISI)
