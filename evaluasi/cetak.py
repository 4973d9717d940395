"""Issuing an LHE together with its PDF."""

from collections.abc import Mapping
from typing import Any

from evaluasi.dokumen.lhe import dokumen_lhe
from evaluasi.models import Lhe
from evaluasi.services.lhe import terbitkan_lhe
from sakip.dokumen.pdf import pdf_dokumen
from sakip.organisasi.models import Pengguna


def pdf_lhe(konteks: Mapping[str, Any]) -> bytes:
    """The PDF of what an LHE freezes. Raises GagalCetak."""
    return pdf_dokumen(dokumen_lhe(konteks))


def terbitkan(lhe: Lhe, *, oleh: Pengguna) -> None:
    """Issue an LHE, one from a worksheet with its PDF, which is made before anything is written.

    Raises GagalCetak and what `terbitkan_lhe` raises; then nothing is issued.
    """
    terbitkan_lhe(lhe, oleh=oleh, cetak=pdf_lhe)
