"""The PDF worker: closed to the outside, within limits, once per content."""

import os
import shutil
import socket
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from django.test import override_settings
from PIL import Image
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE as IMAGE
from pypdfium2.raw import FPDF_PAGEOBJ_PATH as PATH

from sakip.dokumen import pdf as modul
from sakip.dokumen import simpanan
from sakip.dokumen.blok import Draf, alamat_gambar
from sakip.dokumen.pdf import GagalCetak, cetak_pdf, pdf_dokumen, pdf_siap
from sakip.lib import waktu
from tests.dokumen.contoh import dokumen_kecil
from tests.dokumen.contoh_lengkap import png
from tests.dokumen.pencetak import Pencetak, TidakTercetak

pytestmark = pytest.mark.pdf


@pytest.fixture(scope="module")
def pendengar():
    """A listener on this machine that notes whoever knocks."""
    tamu: list[tuple] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        selesai = threading.Event()

        def jaga() -> None:
            while not selesai.is_set():
                try:
                    sambungan, alamat = server.accept()
                except TimeoutError:
                    continue
                sambungan.close()
                tamu.append(alamat)

        utas = threading.Thread(target=jaga)
        utas.start()
        yield server.getsockname()[1], tamu
        selesai.set()
        utas.join()


HALAMAN = "<html lang=id><body><p>aman</p>{}</body></html>"
SERANGAN = [
    '<img src="http://127.0.0.1:{port}/a.png">',
    '<img src="file:///etc/passwd">',
    '<link rel="attachment" href="file:///etc/passwd">',
    '<link rel="stylesheet" href="http://127.0.0.1:{port}/a.css">',
    '<style>@import url("http://127.0.0.1:{port}/b.css");</style>',
    '<style>p {{ background: url("http://127.0.0.1:{port}/c.png") }}</style>',
    '<link rel="stylesheet" href="data:text/css,p%7B%7D">',
    '<img src="data:text/html,%3Cp%3E">',
    '<link rel="attachment" href="data:application/pdf;base64,JVBERi0=">',
]


@pytest.mark.parametrize("serangan", SERANGAN)
def test_tidak_mengambil_apa_pun(serangan, pendengar, cetak_html):
    port, tamu = pendengar
    with pytest.raises(TidakTercetak, match="Dokumen tidak boleh mengambil"):
        cetak_html(HALAMAN.format(serangan.format(port=port)))
    assert tamu == []


def test_yang_tidak_tercetak_disebut_sebabnya(pendengar):
    """To people that it is in the log; the log has what the renderer said."""
    port, tamu = pendengar
    with pytest.raises(GagalCetak, match="tercatat di log") as galat:
        cetak_pdf(HALAMAN.format(SERANGAN[0].format(port=port)))
    assert "Dokumen tidak boleh mengambil" in galat.value.sebab
    assert tamu == []


SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='60'>{}</svg>"
PERSEGI = SVG.format("<rect width='90' height='60' fill='#0b4f6c'/>")


def cetak_gambar(cetak_html: Pencetak, alamat: dict[str, str]) -> tuple[str, int]:
    """The text of a page with these pictures, and how many of them are drawn."""
    gambar = "".join(f'<img alt="({nama})" src="{satu}">' for nama, satu in alamat.items())
    halaman = PdfDocument(cetak_html(HALAMAN.format(gambar)))[0]
    benda = [satu.type for satu in halaman.get_objects(max_depth=5)]
    return halaman.get_textpage().get_text_range(), benda.count(PATH) + benda.count(IMAGE)


def jpeg() -> bytes:
    isi = BytesIO()
    Image.new("RGB", (40, 30), "green").save(isi, "JPEG")
    return isi.getvalue()


def test_gambar_di_dalam_dokumen_tercetak(cetak_html):
    teks, gambar = cetak_gambar(
        cetak_html,
        {
            "png": alamat_gambar(png(), "image/png"),
            "jpeg": alamat_gambar(jpeg(), "image/jpeg"),
            "svg": alamat_gambar(PERSEGI.encode(), "image/svg+xml"),
            "svg terbaca": f"data:image/svg+xml,{quote(PERSEGI)}",
        },
    )
    assert (teks.strip(), gambar) == ("aman", 4)


GAMBAR_RUSAK = {
    "bukan base64": "data:image/png;base64,@@@",
    "terpotong": alamat_gambar(png()[:-40], "image/png"),
    "isi rusak": alamat_gambar(png().replace(b"IDAT", b"IDAT\xff", 1), "image/png"),
    "jenis lain": alamat_gambar(png(), "image/gif"),
    "mengaku jpeg": alamat_gambar(png(), "image/jpeg"),
    "terlalu besar": alamat_gambar(png(8000, 5001), "image/png"),
    "svg tanpa bentuk": "data:image/svg+xml,%3Csvg",
    "svg bergaya": alamat_gambar(SVG.format("<style>@import 'http://a'</style>").encode(), "image/svg+xml"),
    "svg beralamat": alamat_gambar(SVG.format("<rect fill='url(http://a)'/>").encode(), "image/svg+xml"),
    "svg bertaut": alamat_gambar(SVG.format("<a href='http://a'/>").encode(), "image/svg+xml"),
    "svg berentitas": alamat_gambar(
        f"<!DOCTYPE a [<!ENTITY b 'c'>]>{PERSEGI}".encode(), "image/svg+xml"
    ),
    "svg utf-16": alamat_gambar(PERSEGI.encode("utf-16"), "image/svg+xml"),
}  # fmt: skip


def test_gambar_rusak_tidak_merusak_dokumen(cetak_html):
    """The text of each stands in its place."""
    teks, gambar = cetak_gambar(cetak_html, GAMBAR_RUSAK)
    terbaca = " ".join(teks.split())
    assert [nama for nama in GAMBAR_RUSAK if f"({nama})" not in terbaca] == []
    assert gambar == 0


def test_gambar_di_dalam_svg_tidak_diambil(pendengar, cetak_html):
    port, tamu = pendengar
    svg = f'<svg width="9" height="9"><image width="9" height="9" href="http://127.0.0.1:{port}"/></svg>'
    assert cetak_html(HALAMAN.format(svg)).startswith(b"%PDF-")
    assert tamu == []


def test_halaman_tanpa_alamat_tercetak():
    hasil = PdfDocument(cetak_pdf(HALAMAN.format("")))
    assert hasil[0].get_textpage().get_text_range().strip() == "aman"


def test_yang_terlalu_lama_dihentikan(monkeypatch):
    monkeypatch.setattr(modul, "BATAS_DETIK", 0.5)
    with pytest.raises(GagalCetak, match=r"belum selesai dalam 0\.5 detik"):
        cetak_pdf(HALAMAN.format("<p>panjang</p>" * 20_000))


@pytest.fixture(scope="module")
def kecil(tmp_path_factory) -> Path:
    """The store with a small document that was printed."""
    folder = tmp_path_factory.mktemp("dokumen") / "dokumen"
    with override_settings(FOLDER_DOKUMEN=folder):
        pdf_dokumen(dokumen_kecil())
    return folder


@pytest.fixture
def simpanan_kecil(kecil, settings, tmp_path) -> Path:
    """A copy of it for one test: the file of that document."""
    settings.FOLDER_DOKUMEN = tmp_path / "dokumen"
    shutil.copytree(kecil, settings.FOLDER_DOKUMEN)
    (berkas,) = settings.FOLDER_DOKUMEN.iterdir()
    return berkas


def test_isi_yang_sama_dicetak_sekali(simpanan_kecil):
    isi, dahulu = simpanan_kecil.read_bytes(), simpanan_kecil.stat().st_mtime_ns
    assert pdf_dokumen(dokumen_kecil()) == isi
    assert simpanan_kecil.stat().st_mtime_ns == dahulu
    assert pdf_siap(dokumen_kecil(teks="lain")) is None


def test_draf_menyebut_saat_pertama_dicetak(kecil, settings, tmp_path, monkeypatch):
    """Asked for again it is the same file; a change is printed anew, at its own moment."""
    settings.FOLDER_DOKUMEN = tmp_path / "dokumen"
    saat = datetime(2024, 7, 10, 16, 59, tzinfo=UTC)
    monkeypatch.setattr(waktu, "sekarang", lambda: saat)
    draf = replace(dokumen_kecil(), draf=Draf("Asia/Jayapura"))
    pertama = pdf_dokumen(draf)
    assert "DRAF, dicetak 11 Juli 2024 pukul 01.59 WIT" in _teks(pertama)
    saat += timedelta(hours=1)
    assert pdf_dokumen(draf) == pdf_siap(draf) == pertama
    lain = replace(draf, judul="Lain")
    assert "DRAF, dicetak 11 Juli 2024 pukul 02.59 WIT" in _teks(pdf_dokumen(lain))
    assert pdf_siap(replace(draf, draf=None)) is None
    settings.FOLDER_DOKUMEN = kecil
    assert "DRAF" not in _teks(pdf_dokumen(replace(draf, draf=None)))


def _teks(pdf: bytes) -> str:
    return PdfDocument(pdf)[0].get_textpage().get_text_range()


def test_simpanan_yang_rusak_dicetak_ulang(simpanan_kecil):
    utuh = simpanan_kecil.read_bytes()
    for rusak in (b"", b"%PDF-1.7 terpotong", b"bukan pdf %%EOF"):
        simpanan_kecil.write_bytes(rusak)
        assert pdf_siap(dokumen_kecil()) is None
    assert pdf_dokumen(dokumen_kecil())[:5] == utuh[:5]
    assert simpanan_kecil.read_bytes().rstrip().endswith(b"%%EOF")


def test_teks_jahat_dicetak_sebagai_teks_juga_tanpa_simpanan(kecil, settings, tmp_path):
    """Nothing can be written there, which keeps no document from being printed."""
    settings.FOLDER_DOKUMEN = tmp_path / "berkas"
    settings.FOLDER_DOKUMEN.write_text("bukan folder")
    teks = '<script>x</script> <img src="file:///etc/passwd"> & "kutip"'
    pdf = pdf_dokumen(dokumen_kecil(teks=teks))
    assert pdf.startswith(b"%PDF-")
    (lain,) = kecil.iterdir()
    assert pdf != lain.read_bytes()
    isi = " ".join(" ".join(h.get_textpage().get_text_range() for h in PdfDocument(pdf)).split())
    assert teks in isi


def test_simpanan_menyimpan_yang_terbaru_saja(settings, tmp_path, monkeypatch):
    settings.FOLDER_DOKUMEN = tmp_path
    monkeypatch.setattr(simpanan, "PALING_BANYAK", 2)
    for nomor in range(4):
        simpanan.simpan(f"k{nomor}", b"%PDF-%%EOF")
        os.utime(tmp_path / f"k{nomor}.pdf", (nomor, nomor))
    assert {berkas.stem for berkas in tmp_path.iterdir()} == {"k2", "k3"}


def test_pencetak_tidak_dimuat_oleh_server():
    """WeasyPrint and its fonts stay in the process that prints."""
    perintah = "import sys, sakip.dokumen.pdf; sys.exit('weasyprint' in sys.modules)"
    hasil = subprocess.run([sys.executable, "-c", perintah], check=False)  # noqa: S603 -- fixed words
    assert hasil.returncode == 0
