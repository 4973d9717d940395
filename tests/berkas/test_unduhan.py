"""A download is a file to save: it never runs, is never cached and never lies."""

import json
import logging

import pytest

from sakip.berkas.jenis import MIME, Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.services import catat_buatan, simpan_berkas, titipkan_buatan
from sakip.berkas.unduhan import KEBIJAKAN, jawab_berkas
from sakip.web.log import PenulisJson
from tests.berkas import contoh

pytestmark = pytest.mark.urls("tests.berkas.alamat")


def unduh(client, berkas: Berkas):
    return client.get(f"/uji/unduh/{berkas.pk}/")


def test_jawaban_melalui_seluruh_server(client, tersimpan, pemeran):
    client.force_login(pemeran["operator"])
    jawaban = unduh(client, tersimpan)
    assert (jawaban.status_code, jawaban.content) == (200, contoh.pdf())
    assert {nama: jawaban[nama] for nama in HARAPAN} == HARAPAN


HARAPAN = {
    "Content-Type": "application/pdf",
    "Content-Length": str(len(contoh.pdf())),
    "Content-Disposition": 'attachment; filename="laporan.pdf"',
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
    "Cache-Control": "private, no-store",
    "X-Frame-Options": "DENY",
}


@pytest.mark.parametrize("akhir", sorted(contoh.ASLI))
def test_jenis_isi(akhir, pemeran):
    berkas = simpan_berkas(contoh.ASLI[akhir](), nama=f"a.{akhir}", unit=pemeran.unit, oleh=None)
    assert jawab_berkas(berkas)["Content-Type"] == MIME[Jenis(berkas.jenis)]


def test_html_pun_disimpan_bukan_dibuka(pemeran):
    titipan = titipkan_buatan(b"<p>a</p>", nama="a.html", jenis=Jenis.HTML, unit=pemeran.unit)
    jawaban = jawab_berkas(catat_buatan(titipan, oleh=None))
    assert jawaban["Content-Disposition"] == 'attachment; filename="a.html"'
    assert jawaban["Content-Security-Policy"] == KEBIJAKAN
    assert jawaban["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("nama", "kepala"),
    [
        ("a b;c.pdf", 'attachment; filename="a b;c.pdf"'),
        ("Kinerja “é”.pdf", "attachment; filename*=utf-8''Kinerja%20%E2%80%9C%C3%A9%E2%80%9D.pdf"),
        ('a".pdf\r\nSet-Cookie: x=1', 'attachment; filename="a_.pdfSet-Cookie_ x=1"'),
        ("../../etc/a.pdf", 'attachment; filename="a.pdf"'),
        ("gambar\u202efdp.pdf", 'attachment; filename="gambarfdp.pdf"'),
    ],
)
def test_nama_tidak_menyisipkan_kepala(nama, kepala, tersimpan):
    """Also where a name got into the row past every check."""
    tersimpan.nama = nama
    assert jawab_berkas(tersimpan)["Content-Disposition"] == kepala
    assert jawab_berkas(tersimpan, nama="b.pdf")["Content-Disposition"].endswith('"b.pdf"')


@pytest.mark.parametrize(
    ("rusakkan", "pesan", "sebab"),
    [
        (lambda b: b.unlink(), "tidak ada lagi di tempat penyimpanan", "BerkasHilang"),
        (lambda b: b.write_bytes(b"x"), "tidak sama lagi dengan yang disimpan", "BerkasBerubah"),
    ],
)
def test_yang_rusak_menjadi_halaman_dan_catatan(
    client, tersimpan, pemeran, di_cakram, caplog, rusakkan, pesan, sebab
):
    rusakkan(di_cakram(tersimpan))
    client.force_login(pemeran["operator"])
    with caplog.at_level(logging.ERROR, logger="sakip.berkas"):
        jawaban = unduh(client, tersimpan)
    assert (jawaban.status_code, pesan in jawaban.text) == (404, True)
    assert jawaban["Content-Type"].startswith("text/html")
    (rekaman,) = [r for r in caplog.records if r.name == "sakip.berkas"]
    log = json.loads(PenulisJson().format(rekaman))
    assert (log["sebab"], log["sidik"]) == (sebab, tersimpan.sidik)
