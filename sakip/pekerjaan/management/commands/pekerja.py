"""`pekerja`: carries out jobs until it is told to stop; several may run at once."""

import signal
from typing import Any

from django.core.management.base import BaseCommand

from sakip.pekerjaan.pekerja import ProsesPekerja


class Command(BaseCommand):
    help = (
        "Mengerjakan pekerjaan dari antrean sampai dihentikan (SIGTERM atau Ctrl+C). Pekerjaan "
        "yang sedang berjalan diberi waktu selesai, lalu dikembalikan ke antrean."
    )

    # they import every page and what those print with; `make run` and CI have asked them
    requires_system_checks = ()

    def handle(self, **_pilihan: Any) -> None:
        proses = ProsesPekerja()
        for sinyal in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sinyal, proses.minta_berhenti)
        proses.jalan()
