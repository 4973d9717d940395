"""The PDF worker: closed to the outside, within limits, once per content."""

import os
import socket
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from urllib.parse import quote

import pypdfium2
import pytest
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE as IMAGE
from pypdfium2.raw import FPDF_PAGEOBJ_PATH as PATH

from sakip.dokumen import pdf as modul
from sakip.dokumen import simpanan
from sakip.dokumen.blok import Draf, alamat_gambar
from sakip.dokumen.pdf import GagalCetak, cetak_pdf, pdf_dokumen, pdf_siap
from sakip.lib import waktu
from tests.dokumen.contoh import dokumen_kecil
from tests.dokumen.contoh_lengkap import png

pytestmark = pytest.mark.pdf


@pytest.fixture
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
def test_tidak_mengambil_apa_pun(serangan, pendengar):
    port, tamu = pendengar
    with pytest.raises(GagalCetak, match="tercatat di log") as galat:
        cetak_pdf(HALAMAN.format(serangan.format(port=port)))
    assert "Dokumen tidak boleh mengambil" in galat.value.sebab
    assert tamu == []


SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='60'>{}</svg>"
PERSEGI = SVG.format("<rect width='90' height='60' fill='#0b4f6c'/>")


def cetak_gambar(alamat: dict[str, str]) -> tuple[str, int]:
    """The text of a page with these pictures, and how many of them are drawn."""
    gambar = "".join(f'<img alt="({nama})" src="{satu}">' for nama, satu in alamat.items())
    halaman = pypdfium2.PdfDocument(cetak_pdf(HALAMAN.format(gambar)))[0]
    benda = [satu.type for satu in halaman.get_objects(max_depth=5)]
    return halaman.get_textpage().get_text_range(), benda.count(PATH) + benda.count(IMAGE)


def jpeg() -> bytes:
    isi = BytesIO()
    Image.new("RGB", (40, 30), "green").save(isi, "JPEG")
    return isi.getvalue()


def test_gambar_di_dalam_dokumen_tercetak():
    teks, gambar = cetak_gambar(
        {
            "png": alamat_gambar(png(), "image/png"),
            "jpeg": alamat_gambar(jpeg(), "image/jpeg"),
            "svg": alamat_gambar(PERSEGI.encode(), "image/svg+xml"),
            "svg terbaca": f"data:image/svg+xml,{quote(PERSEGI)}",
        }
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


def test_gambar_rusak_tidak_merusak_dokumen():
    """The text of each stands in its place."""
    teks, gambar = cetak_gambar(GAMBAR_RUSAK)
    terbaca = " ".join(teks.split())
    assert [nama for nama in GAMBAR_RUSAK if f"({nama})" not in terbaca] == []
    assert gambar == 0


def test_gambar_di_dalam_svg_tidak_diambil(pendengar):
    port, tamu = pendengar
    svg = f'<svg width="9" height="9"><image width="9" height="9" href="http://127.0.0.1:{port}"/></svg>'
    assert cetak_pdf(HALAMAN.format(svg)).startswith(b"%PDF-")
    assert tamu == []


def test_halaman_tanpa_alamat_tercetak():
    hasil = pypdfium2.PdfDocument(cetak_pdf(HALAMAN.format("")))
    assert hasil[0].get_textpage().get_text_range().strip() == "aman"


def test_yang_terlalu_lama_dihentikan(monkeypatch):
    monkeypatch.setattr(modul, "BATAS_DETIK", 0.5)
    with pytest.raises(GagalCetak, match=r"belum selesai dalam 0\.5 detik"):
        cetak_pdf(HALAMAN.format("<p>panjang</p>" * 20_000))


def test_isi_yang_sama_dicetak_sekali(settings, tmp_path):
    settings.FOLDER_DOKUMEN = tmp_path / "dokumen"
    pertama = pdf_dokumen(dokumen_kecil())
    (berkas,) = settings.FOLDER_DOKUMEN.iterdir()
    dahulu = berkas.stat().st_mtime_ns
    assert pdf_dokumen(dokumen_kecil()) == pertama == berkas.read_bytes()
    assert berkas.stat().st_mtime_ns == dahulu
    assert pdf_dokumen(dokumen_kecil(teks="lain")) != pertama


def test_draf_menyebut_saat_pertama_dicetak(settings, tmp_path, monkeypatch):
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
    assert "DRAF" not in _teks(pdf_dokumen(replace(draf, draf=None)))


def _teks(pdf: bytes) -> str:
    return pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()


@pytest.mark.parametrize("rusak", [b"", b"%PDF-1.7 terpotong", b"bukan pdf %%EOF"])
def test_simpanan_yang_rusak_dicetak_ulang(rusak, settings, tmp_path):
    settings.FOLDER_DOKUMEN = tmp_path
    utuh = pdf_dokumen(dokumen_kecil())
    (berkas,) = tmp_path.iterdir()
    berkas.write_bytes(rusak)
    assert pdf_dokumen(dokumen_kecil())[:5] == utuh[:5]
    assert berkas.read_bytes().rstrip().endswith(b"%%EOF")


def test_simpanan_yang_tidak_dapat_ditulis_tidak_menghalangi(settings, tmp_path):
    settings.FOLDER_DOKUMEN = tmp_path / "berkas"
    settings.FOLDER_DOKUMEN.write_text("bukan folder")
    assert pdf_dokumen(dokumen_kecil()).startswith(b"%PDF-")


def test_simpanan_menyimpan_yang_terbaru_saja(settings, tmp_path, monkeypatch):
    settings.FOLDER_DOKUMEN = tmp_path
    monkeypatch.setattr(simpanan, "PALING_BANYAK", 2)
    for nomor in range(4):
        simpanan.simpan(f"k{nomor}", b"%PDF-%%EOF")
        os.utime(tmp_path / f"k{nomor}.pdf", (nomor, nomor))
    assert {berkas.stem for berkas in tmp_path.iterdir()} == {"k2", "k3"}


def test_teks_jahat_dicetak_sebagai_teks():
    teks = '<script>x</script> <img src="file:///etc/passwd"> & "kutip"'
    hasil = pypdfium2.PdfDocument(pdf_dokumen(dokumen_kecil(teks=teks)))
    isi = " ".join(" ".join(hal.get_textpage().get_text_range() for hal in hasil).split())
    assert teks in isi


def test_pencetak_tidak_dimuat_oleh_server():
    """WeasyPrint and its fonts stay in the process that prints."""
    perintah = "import sys, sakip.dokumen.pdf; sys.exit('weasyprint' in sys.modules)"
    hasil = subprocess.run([sys.executable, "-c", perintah], check=False)  # noqa: S603 -- fixed words
    assert hasil.returncode == 0
