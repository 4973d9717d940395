"""`verifikasi_jejak`: proves that the sealed days are as they were."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from sakip.jejak import pemicu
from sakip.jejak.models import SegelJejak
from sakip.jejak.segel import baca_segel, periksa_segel


class Command(BaseCommand):
    help = "Memeriksa bahwa jejak yang telah disegel belum diubah, ditambah, atau dikurangi."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--segel", type=Path, help="berkas berisi keluaran segel_jejak yang disimpan di luar"
        )

    def handle(self, **pilihan: Any) -> None:
        luar = _baca(pilihan["segel"]) if pilihan["segel"] else None
        rusak = periksa_segel(luar)
        if rusak:
            rincian = "; ".join(f"{r.tanggal:%Y-%m-%d}: {r.sebab}" for r in rusak)
            raise CommandError(f"Jejak berubah sejak disegel. {rincian}.")
        if hilang := pemicu.yang_hilang(connection):
            raise CommandError(f"Pemicu jejak tidak terpasang: {', '.join(hilang)}.")
        banyaknya = SegelJejak.objects.count()
        self.stdout.write(f"Jejak utuh: {banyaknya} segel diperiksa.")


def _baca(berkas: Path) -> dict[date, str]:
    try:
        return baca_segel(berkas.read_text(encoding="utf-8"))
    except OSError as salah:
        raise CommandError(f"Berkas {berkas} tidak dapat dibaca: {salah.strerror}.") from salah
    except ValueError as salah:
        raise CommandError(f"Berkas {berkas} tidak berisi keluaran segel_jejak.") from salah
