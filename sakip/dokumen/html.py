"""Blocks into HTML: one document for print, or its parts for a page."""

from datetime import datetime

from django.template.loader import render_to_string

from sakip.dokumen.blok import Dokumen
from sakip.lib.tanggal import tulis_saat

DRAF = "DRAF"


def html_cetak(dokumen: Dokumen, saat: datetime | None = None) -> str:
    """A whole HTML file that stands alone: its styles inside, no address outside.

    `saat` is when it is printed, told on every page of a draft.
    """
    konteks = {"dokumen": dokumen, "cetak": True, "tanda_draf": _tanda_draf(dokumen, saat)}
    return render_to_string("dokumen/cetak.html", konteks)


def _tanda_draf(dokumen: Dokumen, saat: datetime | None) -> str:
    if dokumen.draf is None or saat is None:
        return DRAF if dokumen.draf else ""
    return f"{DRAF}, dicetak {tulis_saat(saat, dokumen.draf.zona)}"
