"""`periksa`: whether the figures of a unit and year agree with each other."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sakip.beranda.periksa.periksa import periksa
from sakip.beranda.periksa.temuan import Temuan
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit


class Command(BaseCommand):
    help = "Memeriksa apakah rencana, anggaran, dan angka suatu unit saling sesuai."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit", required=True, help="kode unit, mis. pasuruan-bakesbangpol")
        parser.add_argument("--tahun", required=True, type=int)
        parser.add_argument("--format", choices=("tabel", "json"), default="tabel")

    def handle(self, **pilihan: Any) -> None:
        try:
            temuan = periksa(Unit.objects.berkode(pilihan["unit"]), pilihan["tahun"])
        except TidakAda as salah:
            raise CommandError(str(salah)) from salah
        if pilihan["format"] == "json":
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
