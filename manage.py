#!/usr/bin/env python
"""Entry point for commands; what an operator can mend ends in one clear line, not in a traceback."""

import errno
import os
import sys

DISK = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EPIPE}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.settings")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
        from django.db import OperationalError, ProgrammingError
    except ImportError:
        sys.exit("Django belum terpasang di Python ini. Jalankan: make siap")
    try:
        execute_from_command_line(sys.argv)
        sys.stdout.flush()
    except ImproperlyConfigured as salah:
        sys.exit(f"Pengaturan salah: {salah}")
    except (OperationalError, ProgrammingError) as salah:
        if "--traceback" in sys.argv:
            raise
        sebab = " ".join(str(salah).split())
        sys.exit(
            f"Basis data tidak dapat dipakai: {sebab}. Periksa SAKIP_DATABASE; bila tabelnya "
            "belum ada, jalankan: python manage.py migrate"
        )
    except OSError as salah:
        if salah.errno not in DISK:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nothing more to flush
        sys.exit(f"Keluaran tidak dapat ditulis: {salah.strerror}.")


if __name__ == "__main__":
    main()
