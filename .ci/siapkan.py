"""Prepares a fresh machine: system libraries, virtualenv, locked packages, .env.

`siapkan.py jalan` is enough to serve, `siapkan.py uji` also brings what tests need. Runs on the
system's Python with its standard library alone. What is missing is named with the way to install
it, and installed where this user may.
"""

import ctypes.util
import hashlib
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
VENV = AKAR / ".venv"
PALING_TUA = (3, 11)
PYTHON_SISTEM = "/usr/bin/python3"

# what is looked for, and the Debian package that brings it
PUSTAKA_JALAN = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
HURUF = {"LiberationSans-Regular.ttf": "fonts-liberation"}
PROGRAM_UJI = {"chromium-headless-shell": "chromium-headless-shell", "initdb": "postgresql"}


def main() -> None:
    if sys.version_info < PALING_TUA:
        sys.exit("Perlu Python 3.11 atau lebih baru; yang ini " + sys.version.split()[0])
    uji = sys.argv[1:] == ["uji"]
    siapkan_sistem(uji=uji)
    kunci = AKAR / ("requirements-uji.lock" if uji or sudah_uji() else "requirements.lock")
    siapkan_venv(kunci)
    siapkan_env()


def siapkan_sistem(*, uji: bool) -> None:
    kurang = paket_kurang(uji=uji)
    if not kurang:
        return
    perintah = f"apt-get install --yes {' '.join(kurang)}"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"Yang kurang di sistem ini: {', '.join(kurang)}.\nPasang dengan: sudo {perintah}")
    print(f"Memasang paket sistem: {' '.join(kurang)}", flush=True)
    lingkungan = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    jalankan("apt-get", "update", "--quiet", "--quiet", env=lingkungan)
    jalankan(
        *["apt-get", "install", "--yes", "--quiet", "--quiet", "--no-install-recommends"],
        *kurang,
        env=lingkungan,
        stdout=subprocess.DEVNULL,
    )
    if masih := paket_kurang(uji=uji):
        sys.exit(f"Masih kurang setelah dipasang: {', '.join(masih)}")


def paket_kurang(*, uji: bool) -> list[str]:
    kurang = [paket for nama, paket in PUSTAKA_JALAN.items() if not ctypes.util.find_library(nama)]
    kurang += [paket for nama, paket in HURUF.items() if not ada_huruf(nama)]
    if not ada_venv():
        kurang.append("python3-venv")
    if uji:
        kurang += [paket for nama, paket in PROGRAM_UJI.items() if not ada_program(nama)]
    return kurang


def ada_huruf(nama: str) -> bool:
    tempat = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    return any(next(folder.rglob(nama), None) for folder in tempat if folder.is_dir())


def ada_venv() -> bool:
    cek = [sys.executable, "-c", "import ensurepip, venv"]
    return VENV.exists() or subprocess.run(cek, capture_output=True, check=False).returncode == 0


def ada_program(nama: str) -> bool:
    # Debian keeps the server programs of PostgreSQL out of PATH
    return bool(shutil.which(nama) or next(Path("/usr/lib/postgresql").glob(f"*/bin/{nama}"), None))


def sudah_uji() -> bool:
    return (VENV / "bin" / "pytest").exists()


def siapkan_venv(kunci: Path) -> None:
    """A virtualenv with exactly what the lock file says; nothing is done when it has that."""
    sidik = hashlib.sha256(kunci.read_bytes()).hexdigest()
    tanda = VENV / "sidik-kunci"
    if tanda.exists() and tanda.read_text() == f"{kunci.name} {sidik}":
        return
    if not (VENV / "bin" / "python").exists():
        print("Membuat virtualenv …", flush=True)
        jalankan(python_terpilih(), "-m", "venv", str(VENV))
    print(f"Memasang pustaka menurut {kunci.name} …", flush=True)
    python = str(VENV / "bin" / "python")
    pasang = ("-m", "pip", "install", "--quiet", "--no-compile", "--require-hashes")
    jalankan(python, *pasang, "--requirement", str(kunci))
    # with all processors, where pip uses one; like pip it leaves out what does not compile
    kompilasi = [python, "-m", "compileall", "-q", "-j", "0", str(VENV / "lib")]
    subprocess.run(kompilasi, check=False, stdout=subprocess.DEVNULL)
    tanda.write_text(f"{kunci.name} {sidik}")


def python_terpilih() -> str:
    """The distribution's own Python where it is new enough, else the one that runs this.

    It is mended with the system and outlives what somebody put before it in PATH; and it is built
    with optimisations that one compiled by hand mostly lacks.
    """
    cek = (
        f"import ensurepip, sys, venv; sys.exit(sys.version_info < {PALING_TUA}"
        " or sys.prefix != sys.base_prefix)"
    )
    if not Path(PYTHON_SISTEM).exists():
        return sys.executable
    layak = subprocess.run([PYTHON_SISTEM, "-c", cek], capture_output=True, check=False)
    return PYTHON_SISTEM if layak.returncode == 0 else sys.executable


def siapkan_env() -> None:
    """A .env for trial, with a secret of its own; one that exists is left as it is."""
    berkas = AKAR / ".env"
    if berkas.exists():
        return
    berkas.touch(mode=0o600)
    berkas.write_text(
        "# Dibuat oleh make siap untuk mencoba di komputer sendiri; lihat docs/operasi.md.\n"
        "SAKIP_DEBUG=ya\n"
        f"SAKIP_SECRET_KEY={secrets.token_urlsafe(50)}\n"
    )


def jalankan(*perintah: str, **pilihan: object) -> None:
    hasil = subprocess.run(perintah, check=False, **pilihan)  # type: ignore[call-overload]
    if hasil.returncode != 0:
        sys.exit(f"Gagal: {' '.join(perintah)}")


if __name__ == "__main__":
    main()
