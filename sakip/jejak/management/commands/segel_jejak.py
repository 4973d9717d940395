"""`segel_jejak`: every night, by a timer."""

from typing import Any

from django.core.management.base import BaseCommand

from sakip.jejak.segel import segel_hari_lalu


class Command(BaseCommand):
    help = (
        "Menyegel jejak hari-hari yang sudah lewat (UTC) dan menampilkan segelnya. Simpan "
        "keluarannya di luar server ini; verifikasi_jejak --segel membandingkannya."
    )

    def handle(self, **_pilihan: Any) -> None:
        for segel in segel_hari_lalu():
            self.stdout.write(str(segel))
