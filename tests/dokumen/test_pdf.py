"""The PDF worker: closed to the outside, within limits, once per content."""

import socket
import threading
import zlib

import pypdfium2
import pytest

from sakip.dokumen import pdf as modul
from sakip.dokumen.pdf import GagalCetak, cetak_pdf, pdf_dokumen
from tests.dokumen.contoh import dokumen_kecil

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
    '<img src="data:image/svg+xml,%3Csvg/%3E">',
]


@pytest.mark.parametrize("serangan", SERANGAN)
def test_tidak_mengambil_apa_pun(serangan, pendengar):
    port, tamu = pendengar
    with pytest.raises(GagalCetak, match="tidak boleh mengambil"):
        cetak_pdf(HALAMAN.format(serangan.format(port=port)))
    assert tamu == []


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
    settings.CACHES = {
        **settings.CACHES,
        "dokumen": {**settings.CACHES["dokumen"], "LOCATION": tmp_path},
    }
    pertama = pdf_dokumen(dokumen_kecil())
    berkas = list(tmp_path.iterdir())
    kedua = pdf_dokumen(dokumen_kecil())
    assert kedua == pertama
    assert list(tmp_path.iterdir()) == berkas
    assert zlib.crc32(pdf_dokumen(dokumen_kecil(teks="lain"))) != zlib.crc32(pertama)


def test_teks_jahat_dicetak_sebagai_teks():
    teks = '<script>x</script> <img src="file:///etc/passwd"> & "kutip"'
    hasil = pypdfium2.PdfDocument(pdf_dokumen(dokumen_kecil(teks=teks)))
    isi = " ".join(" ".join(hal.get_textpage().get_text_range() for hal in hasil).split())
    assert teks in isi
