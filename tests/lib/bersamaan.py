"""Two acts at the same moment, each in a thread with a connection of its own."""

import threading
import time
from collections.abc import Callable

from django.db import OperationalError, connections


def bersamaan(*kerja: Callable[[], object]) -> list[object]:
    """Run them from one barrier; gives each one's result, or the error it raised, in their order."""
    rintangan, hasil = threading.Barrier(len(kerja)), [None] * len(kerja)

    def jalankan(ke: int) -> None:
        rintangan.wait()
        try:
            hasil[ke] = _sampai_terlayani(kerja[ke])
        except Exception as galat:  # noqa: BLE001 -- the test says which error it expects
            hasil[ke] = galat
        finally:
            connections.close_all()

    utas = [threading.Thread(target=jalankan, args=(ke,)) for ke in range(len(kerja))]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    return hasil


def _sampai_terlayani(kerja: Callable[[], object]) -> object:
    """SQLite in memory, as tests use it, refuses at once where a file would let the second wait."""
    batas = time.monotonic() + 20
    while True:
        try:
            return kerja()
        except OperationalError as galat:
            if "is locked" not in str(galat) or time.monotonic() > batas:
                raise
            time.sleep(0.005)
