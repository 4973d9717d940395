"""Blocks into HTML: one document for print, or its parts for a page."""

from django.template.loader import render_to_string

from sakip.dokumen.blok import Dokumen


def html_cetak(dokumen: Dokumen) -> str:
    """A whole HTML file that stands alone: its styles inside, no address outside."""
    return render_to_string("dokumen/cetak.html", {"dokumen": dokumen, "cetak": True})
