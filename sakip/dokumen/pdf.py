"""PDF of a document: rendered once, by a process of its own."""

import hashlib
import logging
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from sakip.dokumen import simpanan
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.html import html_cetak
from sakip.lib import waktu

BATAS_DETIK = 120
# never imported: the renderer would stay in the memory of the web server
PEKERJA = Path(__file__).with_name("pekerja_pdf.py")
log = logging.getLogger("sakip.dokumen")


class GagalCetak(RuntimeError):
    """The PDF could not be made; the message is for people, `sebab` for the operator."""

    def __init__(self, pesan: str, sebab: str = "") -> None:
        super().__init__(pesan)
        self.sebab = sebab


def pdf_dokumen(dokumen: Dokumen) -> bytes:
    """The PDF of a document; the same content is rendered once and then kept. Raises GagalCetak.

    So the moment on a draft is that of its rendering, and no part of what is compared.
    """
    html = html_cetak(dokumen)
    kunci = _kunci(html)
    pdf = simpanan.ambil(kunci)
    if pdf is None:
        pdf = cetak_pdf(html_cetak(dokumen, waktu.sekarang()) if dokumen.draf else html)
        simpanan.simpan(kunci, pdf)
    return pdf


def pdf_siap(dokumen: Dokumen) -> bytes | None:
    """The PDF if it was rendered before and nothing in it has changed since."""
    return simpanan.ambil(_kunci(html_cetak(dokumen)))


def _kunci(html: str) -> str:
    """What a PDF is made of: the HTML, the worker and the version of the renderer."""
    bahan = (html, PEKERJA.read_text(encoding="utf-8"), version("weasyprint"))
    return hashlib.sha256("\0".join(bahan).encode()).hexdigest()


def cetak_pdf(html: str) -> bytes:
    """The PDF of an HTML file, within limits of time and memory. Raises GagalCetak."""
    try:
        proses = subprocess.run(  # noqa: S603 -- our own module, no shell, nothing of the user's in it
            # -P: the folder of that file holds an html.py, which would hide Python's own
            [sys.executable, "-P", str(PEKERJA)],
            input=html.encode(),
            capture_output=True,
            timeout=BATAS_DETIK,
            check=False,
        )
    except subprocess.TimeoutExpired as salah:
        raise GagalCetak(
            f"PDF belum selesai dalam {BATAS_DETIK} detik. Coba lagi; bila berulang, "
            "periksa teks yang sangat panjang di laporan ini."
        ) from salah
    if proses.returncode != 0:
        sebab = proses.stderr.decode(errors="replace").strip()
        log.error("PDF gagal dicetak", extra={"rincian": {"sebab": sebab[-2000:]}})
        raise GagalCetak(
            "PDF tidak dapat dibuat. Coba lagi; bila berulang, sampaikan kepada admin: sebabnya "
            "tercatat di log.",
            sebab,
        )
    return proses.stdout
