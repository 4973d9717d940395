"""`periksa`: whether the figures of a unit and year agree with each other."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sakip.beranda.periksa.periksa import periksa
from sakip.beranda.periksa.temuan import Temuan
from sakip.lib.galat import TidakAda
from sakip.lib.pilihan import PilihanSalah, baca_salah_satu, baca_tahun, baca_wajib
from sakip.organisasi.models import Unit

CONTOH_UNIT = "pasuruan-bakesbangpol"
FORMAT = ("tabel", "json")


class Command(BaseCommand):
    help = "Memeriksa apakah rencana, anggaran, dan angka suatu unit saling sesuai."

    def add_arguments(self, parser: ArgumentParser) -> None:
        boleh_kosong: dict[str, Any] = {"nargs": "?", "const": ""}  # what is missing is said below
        parser.add_argument("--unit", **boleh_kosong, help=f"kode unit, mis. {CONTOH_UNIT}")
        parser.add_argument("--tahun", **boleh_kosong, help="mis. 2023")
        parser.add_argument(
            "--format", **boleh_kosong, default=FORMAT[0], help=f"{' atau '.join(FORMAT)}"
        )

    def handle(self, **pilihan: Any) -> None:
        try:
            kode = baca_wajib(pilihan["unit"], "Unitnya", f"--unit {CONTOH_UNIT}")
            tahun = baca_tahun(pilihan["tahun"])
            bentuk = baca_salah_satu(pilihan["format"], "Format", FORMAT, "--format ")
            temuan = periksa(Unit.objects.berkode(kode), tahun)
        except (PilihanSalah, TidakAda) as salah:
            raise CommandError(str(salah)) from salah
        if bentuk == "json":
            baris = [asdict(satu) for satu in temuan]
            self.stdout.write(json.dumps(baris, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(_sebagai_teks(temuan))


def _sebagai_teks(temuan: list[Temuan]) -> str:
    if not temuan:
        return "Tidak ada temuan."
    return "\n".join(
        f"{satu.tingkat.value.upper()} {satu.kode}  {satu.tempat}\n    {satu.pesan} {satu.saran}"
        for satu in temuan
    )
