"""`cetak`: any document into a file; the ending of the file's name chooses the form."""

import os
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pelaporan.dokumen.lkjip import susun_lkjip
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.html import html_cetak
from sakip.dokumen.pdf import GagalCetak, pdf_dokumen
from sakip.lib.galat import TidakAda
from sakip.lib.tulis import tulis_utuh
from sakip.organisasi.models import Unit

JENIS: dict[str, Callable[[Unit, int], Dokumen]] = {"lkjip": susun_lkjip}
BENTUK: dict[str, Callable[[Dokumen], bytes]] = {
    ".pdf": pdf_dokumen,
    ".html": lambda dokumen: html_cetak(dokumen).encode(),
}


class Command(BaseCommand):
    help = "Mencetak dokumen ke berkas .pdf atau .html."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("jenis", help=f"jenis dokumen: {', '.join(JENIS)}")
        parser.add_argument("--unit", required=True, help="kode unit, mis. pasuruan-bakesbangpol")
        parser.add_argument("--tahun", required=True, type=int)
        parser.add_argument("--keluaran", required=True, type=Path, help="berkas .pdf atau .html")

    def handle(self, **pilihan: Any) -> None:
        susun, bentuk = _pilih(pilihan["jenis"], pilihan["keluaran"])
        try:
            unit = Unit.objects.berkode(pilihan["unit"])
            isi = bentuk(susun(unit, pilihan["tahun"]))
        except (TidakAda, GagalCetak) as salah:
            raise CommandError(str(salah)) from salah
        try:
            tulis_utuh(pilihan["keluaran"], isi)
        except OSError as salah:
            nama = pilihan["keluaran"].name[:80]
            raise CommandError(f"{nama} tidak dapat ditulis: {salah.strerror}.") from salah
        self.stdout.write(f"{pilihan['keluaran']} ditulis.")


def _pilih(
    jenis: str, keluaran: Path
) -> tuple[Callable[[Unit, int], Dokumen], Callable[[Dokumen], bytes]]:
    if jenis not in JENIS:
        raise CommandError(f"Jenis “{jenis}” tidak dikenal. Yang ada: {', '.join(JENIS)}.")
    akhiran = keluaran.suffix.lower()
    if akhiran not in BENTUK:
        raise CommandError(
            f"Akhiran berkas “{keluaran.name}” tidak dikenal. Yang ada: {', '.join(BENTUK)}."
        )
    if not os.access(keluaran.parent, os.W_OK) or os.path.isdir(keluaran):  # noqa: PTH112 -- Path.is_dir raises on a name that is too long
        raise CommandError(f"{keluaran} tidak dapat ditulisi.")
    return JENIS[jenis], BENTUK[akhiran]
