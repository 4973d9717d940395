"""PDF of a document: rendered once, by a process of its own."""

import hashlib
import subprocess
import sys

from django.core.cache import caches

from sakip.dokumen import pekerja_pdf
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.html import html_cetak

BATAS_DETIK = 120


class GagalCetak(RuntimeError):
    """The PDF could not be made; the message is for people."""


def pdf_dokumen(dokumen: Dokumen) -> bytes:
    """The PDF of a document; the same content is rendered once and then kept. Raises GagalCetak."""
    html = html_cetak(dokumen)
    simpanan = caches["dokumen"]
    kunci = hashlib.sha256(html.encode()).hexdigest()
    pdf: bytes | None = simpanan.get(kunci)
    if pdf is None:
        pdf = cetak_pdf(html)
        simpanan.set(kunci, pdf)
    return pdf


def cetak_pdf(html: str) -> bytes:
    """The PDF of an HTML file, within limits of time and memory. Raises GagalCetak."""
    try:
        proses = subprocess.run(  # noqa: S603 -- our own module, no shell, nothing of the user's in it
            # -P: the folder of that file holds an html.py, which would hide Python's own
            [sys.executable, "-P", pekerja_pdf.__file__],
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
        baris = proses.stderr.decode(errors="replace").strip().splitlines()
        raise GagalCetak(f"PDF tidak dapat dibuat: {baris[-1] if baris else 'sebab tak dikenal'}")
    return proses.stdout
