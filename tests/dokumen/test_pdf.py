"""The PDF worker: closed to the outside, within limits, once per content."""

import os
import socket
import threading

import pypdfium2
import pytest

from sakip.dokumen import pdf as modul
from sakip.dokumen import simpanan
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
    with pytest.raises(GagalCetak, match="tercatat di log") as galat:
        cetak_pdf(HALAMAN.format(serangan.format(port=port)))
    assert "Dokumen tidak boleh mengambil" in galat.value.sebab
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
    settings.FOLDER_DOKUMEN = tmp_path / "dokumen"
    pertama = pdf_dokumen(dokumen_kecil())
    (berkas,) = settings.FOLDER_DOKUMEN.iterdir()
    dahulu = berkas.stat().st_mtime_ns
    assert pdf_dokumen(dokumen_kecil()) == pertama == berkas.read_bytes()
    assert berkas.stat().st_mtime_ns == dahulu
    assert pdf_dokumen(dokumen_kecil(teks="lain")) != pertama


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
