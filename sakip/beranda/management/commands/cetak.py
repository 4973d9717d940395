"""`cetak`: any document into a file; the ending of the file's name chooses the form."""

import os
from argparse import ArgumentParser
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from evaluasi.dokumen.susun import susun_berita_acara, susun_lhe, susun_lke, susun_tindak_lanjut
from evaluasi.dokumen.tindak_lanjut import BentukCetak
from pelaporan.dokumen.lkjip import susun_lkjip
from pelaporan.services.terbit import JENIS_DOKUMEN
from perencanaan.dokumen.susun import susun_iku, susun_perjanjian, susun_renstra
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.html import html_cetak
from sakip.dokumen.pdf import GagalCetak, pdf_dokumen
from sakip.dokumen.queries import dokumen_terbit, isi_terbit
from sakip.dokumen.xlsx import xlsx_dokumen
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

TANPA_VERSI: dict[str, Callable[[Unit, int], Dokumen]] = {
    "lkjip": susun_lkjip,
    "lke": susun_lke,
    "berita-acara": susun_berita_acara,
    "tindak-lanjut": susun_tindak_lanjut,
}
BERVERSI: dict[str, Callable[[Unit, int, int | None], Dokumen]] = {
    "perjanjian-kinerja": susun_perjanjian,
    "renstra": susun_renstra,
    "iku": susun_iku,
    "lhe": susun_lhe,
}
BERBENTUK = "tindak-lanjut"
BENTUK_TERBIT = ("pdf", "html")  # in which an LKjIP is issued
CONTOH_UNIT = "pasuruan-bakesbangpol"
JENIS = (*TANPA_VERSI, *BERVERSI)
BENTUK: dict[str, Callable[[Dokumen], bytes]] = {
    ".pdf": pdf_dokumen,
    ".html": lambda dokumen: html_cetak(dokumen).encode(),
    ".xlsx": xlsx_dokumen,
}
AKHIRAN = ", ".join(BENTUK)


class Command(BaseCommand):
    help = f"Mencetak dokumen ke berkas {AKHIRAN}."

    def add_arguments(self, parser: ArgumentParser) -> None:
        boleh_kosong: dict[str, Any] = {"nargs": "?", "const": ""}  # what is missing is said below
        parser.add_argument("jenis", nargs="?", help=f"jenis dokumen: {', '.join(JENIS)}")
        parser.add_argument("--unit", **boleh_kosong, help=f"kode unit, mis. {CONTOH_UNIT}")
        parser.add_argument("--tahun", **boleh_kosong, help="tahun kinerja, mis. 2023")
        parser.add_argument(
            "--versi",
            **boleh_kosong,
            help=f"nomor versi {', '.join(BERVERSI)}; tanpa ini yang berlaku pada akhir tahun",
        )
        parser.add_argument(
            "--bentuk", **boleh_kosong, help=f"bentuk {BERBENTUK}: {', '.join(BentukCetak)}"
        )
        parser.add_argument(
            "--putusan", action="store_true", help=f"{BERBENTUK} dengan putusan inspektorat"
        )
        parser.add_argument("--keluaran", **boleh_kosong, help=f"berkas {AKHIRAN}")

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
        susun = _penyusun(jenis, versi, pilihan["bentuk"], putusan=pilihan["putusan"])
        try:
            unit = Unit.objects.berkode(kode)
            isi = _terbit(jenis, unit, tahun, keluaran) or bentuk(susun(unit, tahun))
        except (TidakAda, GagalCetak) as salah:
            raise CommandError(str(salah)) from salah
        try:
            tulis_utuh(keluaran, isi)
        except OSError as salah:
            raise CommandError(
                f"{keluaran.name[:80]} tidak dapat ditulis: {salah.strerror}."
            ) from salah
        self.stdout.write(f"{keluaran} ditulis.")


def _terbit(jenis: str, unit: Unit, tahun: int, keluaran: Path) -> bytes | None:
    """An LKjIP that was issued, as it was stored: today's data may say something else.

    None where none was issued, and of the other documents, which are made of what is frozen.
    Raises CommandError for a form that was not issued, TidakAda for a file that is gone.
    """
    dokumen = dokumen_terbit(unit, JENIS_DOKUMEN, tahun) if jenis == JENIS_DOKUMEN else None
    if dokumen is None:
        return None
    bentuk = keluaran.suffix.lower()[1:]
    if bentuk not in BENTUK_TERBIT:
        raise CommandError(
            f"LKjIP {tahun} sudah terbit, sebagai PDF dan HTML. Pilih akhiran .pdf atau .html."
        )
    return isi_terbit(dokumen, bentuk)


def _penyusun(
    jenis: str, versi: int | None, bentuk: object, *, putusan: bool
) -> Callable[[Unit, int], Dokumen]:
    """What makes the document of a unit and year. Raises CommandError for an option of another."""
    if jenis == BERBENTUK:
        try:
            pilih = baca_salah_satu(
                bentuk or BentukCetak.RINGKAS.value, "Bentuk", BentukCetak, "--bentuk "
            )
        except PilihanSalah as salah:
            raise CommandError(str(salah)) from salah
        return partial(susun_tindak_lanjut, bentuk=BentukCetak(pilih), putusan=putusan)
    if bentuk is not None or putusan:
        raise CommandError(
            f"--bentuk dan --putusan hanya untuk {BERBENTUK}. Hapus dari perintah ini."
        )
    if jenis in TANPA_VERSI:
        return TANPA_VERSI[jenis]
    return partial(_berversi, jenis, versi)


def _berversi(jenis: str, versi: int | None, unit: Unit, tahun: int) -> Dokumen:
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
