"""Runs a command against a PostgreSQL of its own: `python -m tests.postgres pytest …`.

The cluster lives in a temporary folder, on a free port, for as long as the command runs. A
machine without PostgreSQL is an error that says what to install, never a test left out.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

PASANG = "PostgreSQL tidak ditemukan. Pasang dengan: apt-get install postgresql"
PERAN = "sakip"
# durability costs time and a test's cluster has none to keep; its tables are too small to compile
# queries for, or to be swept behind the tests' backs
HEMAT = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c jit=off -c autovacuum=off"
)


def cari_alat(nama: str) -> str:
    """A server program of PostgreSQL; Debian keeps them out of PATH."""
    calon = [*Path("/usr/lib/postgresql").glob(f"*/bin/{nama}")]
    jalur = str(max(calon)) if calon else shutil.which(nama)
    if not jalur:
        sys.exit(PASANG)
    return jalur


def port_bebas() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


def sebagai_bukan_root(folder: Path) -> dict[str, int]:
    """initdb refuses root: the cluster then belongs to an unprivileged user of the system."""
    if os.geteuid() != 0:
        return {}
    for nama in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            orang = pwd.getpwnam(nama)
            os.chown(folder, orang.pw_uid, orang.pw_gid)
            return {"user": orang.pw_uid, "group": orang.pw_gid}
    sys.exit("Tidak ada pengguna sistem tanpa hak istimewa untuk menjalankan PostgreSQL.")


@contextlib.contextmanager
def gugus() -> Iterator[str]:
    """A running cluster; gives its address."""
    with tempfile.TemporaryDirectory(prefix="sakip-pg-", ignore_cleanup_errors=True) as tempat:
        folder = Path(tempat)
        identitas = sebagai_bukan_root(folder)
        port = port_bebas()
        data = folder / "data"

        def jalankan(*perintah: str) -> None:
            subprocess.run(  # noqa: S603 -- fixed programs, no shell
                perintah, check=True, stdout=subprocess.DEVNULL, cwd=folder, **identitas
            )

        jalankan(
            cari_alat("initdb"), "-D", str(data), "-U", PERAN, "-A", "trust",
            "-E", "UTF8", "--locale=C.UTF-8", "--no-sync",
        )  # fmt: skip
        setelan = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {HEMAT}"
        pg_ctl = cari_alat("pg_ctl")
        jalankan(pg_ctl, "-D", str(data), "-w", "-l", str(folder / "log"), "-o", setelan, "start")
        try:
            yield f"postgresql://{PERAN}@127.0.0.1:{port}/postgres"
        finally:
            jalankan(pg_ctl, "-D", str(data), "-m", "immediate", "stop")


def main() -> int:
    # ended with the rest of `make test`, it takes its cluster with it
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    with gugus() as alamat:
        lingkungan = {**os.environ, "SAKIP_DATABASE": alamat}
        return subprocess.run(sys.argv[1:], env=lingkungan, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
