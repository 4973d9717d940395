import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.berkas.nama import PANJANG, akhiran, bersihkan_nama
from tests.lib.sifat import sifat


@pytest.mark.parametrize(
    ("nama", "bersih"),
    [
        ("laporan.pdf", "laporan.pdf"),
        ("Laporan  TW II.PDF", "Laporan TW II.PDF"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        (r"C:\Users\budi\bukti.pdf", "bukti.pdf"),
        (r"a/b\..\c.png", "c.png"),
        ("foto.pdf\x00.png", "foto.pdf.png"),
        ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie_ x=1.pdf"),
        ("gambar\u202egnp.exe", "gambargnp.exe"),
        ("la\u200bpo\ufeffran.pdf", "laporan.pdf"),
        ("la\u00adporan\ud800.pdf", "laporan.pdf"),
        ("baris\u2028baru.pdf", "barisbaru.pdf"),
        ("..htaccess", "htaccess"),
        (". .pdf", "pdf"),
        ("laporan.pdf. .", "laporan.pdf"),
        ("Kafe\u0301.pdf", "Kafé.pdf"),
        ("con.pdf", "_con.pdf"),
        ("LPT1", "_LPT1"),
        ("com²..pdf", "_com²..pdf"),
        ("contoh.pdf", "contoh.pdf"),
        ('a<b>:"|?*.pdf', "a_b______.pdf"),
        ("", "berkas"),
        ("...", "berkas"),
        ("\x07\u200b", "berkas"),
        ("n" * 255 + ".docx", "n" * 145 + ".docx"),
        ("n" * 150, "n" * 150),
        ("a." + "n" * 200, "a." + "n" * 148),
    ],
)
def test_nama_dibersihkan(nama, bersih):
    assert bersihkan_nama(nama) == bersih


@sifat
@given(st.text(max_size=300))
def test_nama_bersih_tetap_dan_aman(nama):
    bersih = bersihkan_nama(nama)
    assert bersihkan_nama(bersih) == bersih
    assert 0 < len(bersih) <= PANJANG
    assert not set(bersih) & set('/\\<>:"|?*\0\r\n')
    assert not any(unicodedata.category(huruf) in {"Cc", "Cf", "Cs"} for huruf in bersih)


@pytest.mark.parametrize(
    ("nama", "ekor"), [("a.PDF", ".pdf"), ("a.tar.gz", ".gz"), ("a", ""), ("a.", "")]
)
def test_akhiran(nama, ekor):
    assert akhiran(nama) == ekor
