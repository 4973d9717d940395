"""Pictures: whole, of a size that can be opened, and nothing behind them."""

import struct

import pytest
from PIL import ImageFile

from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.pemeriksa.gambar import (
    GAMBAR_IKUTAN,
    RUSAK,
    bentang_jpeg,
    bentang_png,
    periksa_jpeg,
    periksa_png,
)
from tests.berkas import contoh

HTML = b"<html><script>alert(1)</script></html>"
PERIKSA = {"PNG": periksa_png, "JPEG": periksa_jpeg}


def keluhan(bentuk: str, isi: bytes) -> str:
    with pytest.raises(BerkasDitolak) as galat:
        PERIKSA[bentuk](isi)
    return str(galat.value)


@pytest.mark.parametrize("bentuk", PERIKSA)
def test_akhir_dan_ukuran_ditemukan(bentuk):
    isi = contoh.gambar(bentuk)
    bentang = (bentang_png if bentuk == "PNG" else bentang_jpeg)(isi)
    assert (bentang.akhir, bentang.lebar, bentang.tinggi) == (len(isi), 40, 30)


@pytest.mark.parametrize(
    "isi",
    [
        contoh.gambar("JPEG", progressive=True),
        contoh.gambar("JPEG", subsampling=0, restart_marker_blocks=1),
        contoh.jpeg_berposisi(),
        contoh.gambar("JPEG", comment=b"keterangan"),
        contoh.jpeg() + b"\0" * 500,
        contoh.jpeg() + b"\0\0" + contoh.jpeg() + contoh.jpeg(),
    ],
    ids=[
        "bertahap",
        "bertanda ulang",
        "berposisi",
        "berketerangan",
        "nol di ekor",
        "bergambar ikutan",
    ],
)
def test_jpeg_kamera_diterima(isi):
    periksa_jpeg(isi)


@pytest.mark.parametrize(
    ("bentuk", "ekor"),
    [
        ("PNG", HTML),
        ("PNG", b"\0"),
        ("PNG", contoh.png()),
        ("JPEG", HTML),
        ("JPEG", b"\0\0" + HTML),
        ("JPEG", contoh.jpeg() + HTML),
        ("JPEG", contoh.png()),
        ("JPEG", contoh.xlsx()),
    ],
)
def test_data_di_belakang_gambar_ditolak(bentuk, ekor):
    pesan = keluhan(bentuk, contoh.gambar(bentuk) + ekor)
    assert pesan.startswith("Di belakang gambar ini ada ")
    assert pesan.endswith(f"Simpan ulang sebagai {bentuk} biasa, lalu unggah lagi.")


def test_gambar_ikutan_tidak_tak_terhingga():
    """Four bytes are a whole JPEG to a walker; a file of nothing else must not keep it busy."""
    banyak = contoh.jpeg() + b"\xff\xd8\xff\xd9" * 2_000_000
    ikutan = 4 * (2_000_000 - GAMBAR_IKUTAN)
    assert f"{ikutan / 2**20:.1f}".replace(".", ",") in keluhan("JPEG", banyak)


@pytest.mark.parametrize(("lebar", "tinggi"), [(8000, 5001), (60_000, 60_000), (2**31 - 1, 2)])
def test_gambar_terlalu_besar_ditolak_sebelum_dibuka(lebar, tinggi):
    bom = contoh.png_berkepala(lebar, tinggi)
    assert len(bom) < 100
    ukuran = f"{lebar:,} × {tinggi:,}".replace(",", ".")
    pesan = f"Gambar ini {ukuran} piksel; paling banyak 40.000.000 piksel seluruhnya."
    assert keluhan("PNG", bom).startswith(pesan)


def test_jpeg_terlalu_besar_ditolak():
    asli = contoh.jpeg()
    letak = asli.index(b"\xff\xc0") + 5
    bom = asli[:letak] + struct.pack(">HH", 65_000, 65_000) + asli[letak + 4 :]
    assert keluhan("JPEG", bom).startswith("Gambar ini 65.000 × 65.000 piksel;")


@pytest.mark.parametrize(
    ("bentuk", "isi"),
    [
        ("PNG", b"\x89PNG\r\n\x1a\n" + HTML),
        ("PNG", b"\x89PNG\r\n\x1a\n" + contoh.bagian_png(b"IEND", b"")),
        ("PNG", contoh.png_berkepala(40, 30)),
        ("PNG", contoh.png()[:-2]),
        ("PNG", contoh.png()[:-12] + contoh.bagian_png(b"tEXt", b"a\0b")[:-1] + contoh.png()[-13:]),
        ("PNG", contoh.png().replace(b"IDAT", b"iDAT")),
        ("PNG", contoh.png().replace(b"IDATx", b"IDATy")),
        ("JPEG", b"\xff\xd8\xff" + HTML),
        ("JPEG", b"\xff\xd8\xff\xe0\x00\x01\xff\xd9"),
        ("JPEG", contoh.jpeg().replace(b"\xff\xda", b"\xff\xfe")),
        ("JPEG", b"\xff\xd8\xff\xd9"),
    ],
)
def test_gambar_rusak_ditolak(bentuk, isi, monkeypatch):
    """Also once WeasyPrint, in the same process, has told Pillow to pass over what is missing."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert keluhan(bentuk, isi) == RUSAK
