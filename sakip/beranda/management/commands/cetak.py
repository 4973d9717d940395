"""`cetak`: any document into a file; the ending of the file's name chooses the form."""

import os
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pelaporan.dokumen.lkjip import susun_lkjip
from perencanaan.dokumen.susun import susun_iku, susun_perjanjian, susun_renstra
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.html import html_cetak
from sakip.dokumen.pdf import GagalCetak, pdf_dokumen
from sakip.lib.galat import TidakAda
from sakip.lib.pilihan import (
    PilihanSalah,
    baca_nomor,
    baca_salah_satu,
    baca_tahun,
    baca_wajib,
)
from sakip.lib.tulis import tulis_utuh
from sakip.organisasi.models import Unit

TANPA_VERSI: dict[str, Callable[[Unit, int], Dokumen]] = {"lkjip": susun_lkjip}
BERVERSI: dict[str, Callable[[Unit, int, int | None], Dokumen]] = {
    "perjanjian-kinerja": susun_perjanjian,
    "renstra": susun_renstra,
    "iku": susun_iku,
}
CONTOH_UNIT = "pasuruan-bakesbangpol"
JENIS = (*TANPA_VERSI, *BERVERSI)
BENTUK: dict[str, Callable[[Dokumen], bytes]] = {
    ".pdf": pdf_dokumen,
    ".html": lambda dokumen: html_cetak(dokumen).encode(),
}


class Command(BaseCommand):
    help = "Mencetak dokumen ke berkas .pdf atau .html."

    def add_arguments(self, parser: ArgumentParser) -> None:
        boleh_kosong: dict[str, Any] = {"nargs": "?", "const": ""}  # what is missing is said below
        parser.add_argument("jenis", nargs="?", help=f"jenis dokumen: {', '.join(JENIS)}")
        parser.add_argument("--unit", **boleh_kosong, help=f"kode unit, mis. {CONTOH_UNIT}")
        parser.add_argument("--tahun", **boleh_kosong, help="mis. 2023")
        parser.add_argument(
            "--versi",
            **boleh_kosong,
            help=f"nomor versi {', '.join(BERVERSI)}; tanpa ini yang berlaku pada akhir tahun",
        )
        parser.add_argument("--keluaran", **boleh_kosong, help="berkas .pdf atau .html")

    def handle(self, **pilihan: Any) -> None:
        try:
            jenis = baca_salah_satu(pilihan["jenis"], "Jenis", JENIS)
            versi = baca_nomor(pilihan["versi"], "Nomor versinya", "--versi 1")
            tahun = baca_tahun(pilihan["tahun"])
            kode = baca_wajib(pilihan["unit"], "Unitnya", f"--unit {CONTOH_UNIT}")
            berkas = baca_wajib(pilihan["keluaran"], "Keluarannya", f"--keluaran {jenis}.pdf")
        except PilihanSalah as salah:
            raise CommandError(str(salah)) from salah
        keluaran = Path(berkas)
        bentuk = _periksa(jenis, versi, keluaran)
        try:
            isi = bentuk(_susun(jenis, Unit.objects.berkode(kode), tahun, versi))
        except (TidakAda, GagalCetak) as salah:
            raise CommandError(str(salah)) from salah
        try:
            tulis_utuh(keluaran, isi)
        except OSError as salah:
            raise CommandError(
                f"{keluaran.name[:80]} tidak dapat ditulis: {salah.strerror}."
            ) from salah
        self.stdout.write(f"{keluaran} ditulis.")


def _susun(jenis: str, unit: Unit, tahun: int, versi: int | None) -> Dokumen:
    if jenis in TANPA_VERSI:
        return TANPA_VERSI[jenis](unit, tahun)
    return BERVERSI[jenis](unit, tahun, versi)


def _periksa(jenis: str, versi: int | None, keluaran: Path) -> Callable[[Dokumen], bytes]:
    """How the document becomes a file; before anything is read it is said what cannot be."""
    if versi is not None and jenis in TANPA_VERSI:
        raise CommandError(
            f"Dokumen {jenis} tidak dipilih menurut versi. Hapus --versi; "
            f"pilihan itu untuk {', '.join(BERVERSI)}."
        )
    akhiran = keluaran.suffix.lower()
    if akhiran not in BENTUK:
        raise CommandError(
            f"Akhiran berkas “{keluaran.name}” tidak dikenal. Yang ada: {', '.join(BENTUK)}."
        )
    if not os.access(keluaran.parent, os.W_OK) or os.path.isdir(keluaran):  # noqa: PTH112 -- Path.is_dir raises on a name that is too long
        raise CommandError(f"{keluaran} tidak dapat ditulisi.")
    return BENTUK[akhiran]
