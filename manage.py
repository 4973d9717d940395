#!/usr/bin/env python
"""Entry point for commands; a wrong setting ends in one clear line, not in a traceback."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.settings")
    try:
        from django.core.exceptions import ImproperlyConfigured
        from django.core.management import execute_from_command_line
    except ImportError:
        sys.exit("Django belum terpasang di Python ini. Jalankan: make siap")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as salah:
        sys.exit(f"Pengaturan salah: {salah}")


if __name__ == "__main__":
    main()
