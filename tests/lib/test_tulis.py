import resource

import pytest

from sakip.lib.tulis import tulis_utuh


def test_menulis_seluruhnya(tmp_path):
    berkas = tmp_path / "a.txt"
    tulis_utuh(berkas, b"isi")
    assert (berkas.read_bytes(), berkas.stat().st_mode & 0o777) == (b"isi", 0o644)


def test_nama_sepanjang_yang_boleh(tmp_path):
    berkas = tmp_path / ("n" * 255)
    tulis_utuh(berkas, b"isi")
    assert berkas.read_bytes() == b"isi"


def test_yang_gagal_tidak_meninggalkan_apa_pun(tmp_path):
    """A limit on the size of files stands in for a disk that is full."""
    berkas = tmp_path / "a.txt"
    berkas.write_bytes(b"lama")
    lunak, keras = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, keras))
    try:
        with pytest.raises(OSError, match="File too large"):
            tulis_utuh(berkas, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (lunak, keras))
    assert [(b.name, b.read_bytes()) for b in tmp_path.iterdir()] == [("a.txt", b"lama")]


def test_nama_yang_terlalu_panjang_ditolak_tanpa_sisa(tmp_path):
    with pytest.raises(OSError, match="too long"):
        tulis_utuh(tmp_path / ("n" * 300), b"isi")
    assert list(tmp_path.iterdir()) == []
