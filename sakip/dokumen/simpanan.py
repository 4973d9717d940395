"""Rendered documents, kept under the hash of what they were rendered from."""

import contextlib
from pathlib import Path

from django.conf import settings

from sakip.lib.tulis import tulis_utuh

PALING_BANYAK = 200
AWAL, AKHIR = b"%PDF-", b"%%EOF"


def ambil(kunci: str) -> bytes | None:
    """The kept file; None when there is none, or none that is whole."""
    with contextlib.suppress(OSError):
        isi = _letak(kunci).read_bytes()
        if isi.startswith(AWAL) and isi.rstrip().endswith(AKHIR):
            return isi
    return None


def simpan(kunci: str, isi: bytes) -> None:
    """Keep a file, and no more than the newest few; a full disk only costs the next rendering."""
    letak = _letak(kunci)
    with contextlib.suppress(OSError):
        letak.parent.mkdir(parents=True, exist_ok=True)
        tulis_utuh(letak, isi)
        berkas = sorted(letak.parent.glob("*.pdf"), key=lambda satu: satu.stat().st_mtime)
        for usang in berkas[:-PALING_BANYAK]:
            usang.unlink(missing_ok=True)


def _letak(kunci: str) -> Path:
    return Path(settings.FOLDER_DOKUMEN) / f"{kunci}.pdf"
