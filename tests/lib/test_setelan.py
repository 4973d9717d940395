"""Wrong settings as an installer meets them: one line that names the setting, and no start."""

import subprocess
import sys

import pytest

from tests.arsitektur.aturan_setelan import lingkungan_produksi
from tests.arsitektur.pohon import AKAR


def periksa(lingkungan: dict[str, str], perintah: str = "check") -> subprocess.CompletedProcess:
    return subprocess.run(  # noqa: S603 - our own manage.py
        [sys.executable, "manage.py", perintah],
        cwd=AKAR, env=lingkungan, check=False, capture_output=True, text=True,
    )  # fmt: skip


def test_setelan_benar_dijalankan(tmp_path):
    """Else the failures below could have any cause."""
    hasil = periksa(lingkungan_produksi(tmp_path))
    assert (hasil.returncode, hasil.stderr) == (0, "")


@pytest.mark.parametrize(
    ("nama", "isi", "keluhan"),
    [
        (
            "SAKIP_DATABASE",
            "mysql://db/sakip",
            "SAKIP_DATABASE harus berawalan sqlite:/// atau postgresql://, bukan “mysql”.",
        ),
        ("SAKIP_DEBUG", "mungkin", "SAKIP_DEBUG berisi “mungkin”; isi dengan ya atau tidak."),
        ("SAKIP_HTTPS", "mungkin", "SAKIP_HTTPS berisi “mungkin”; isi dengan ya atau tidak."),
        (
            "SAKIP_DI_BALIK_PROKSI",
            "nginx",
            "SAKIP_DI_BALIK_PROKSI berisi “nginx”; isi dengan ya atau tidak.",
        ),
        (
            "SAKIP_SECRET_KEY",
            "",
            "SAKIP_SECRET_KEY belum diisi. `make siap` membuatkannya di .env.",
        ),
        (
            "SAKIP_SECRET_KEY_FILE",
            "/tidak/ada",
            "SAKIP_SECRET_KEY_FILE menunjuk /tidak/ada yang tidak dapat dibaca"
            " (No such file or directory).",
        ),
        (
            "SAKIP_ZONA",
            "WIB",
            "SAKIP_ZONA berisi “WIB” yang bukan zona waktu; contoh: Asia/Jakarta.",
        ),
        (
            "SAKIP_DATA",
            "/dev/null",
            "SAKIP_DATA: folder /dev/null tidak dapat dibuat (File exists).",
        ),
    ],
)
def test_setelan_salah_satu_baris_yang_menyebutnya(tmp_path, nama, isi, keluhan):
    hasil = periksa(lingkungan_produksi(tmp_path, **{nama: isi}))
    assert (hasil.returncode, hasil.stdout) == (1, "")
    assert hasil.stderr == f"Pengaturan salah: {keluhan}\n"


@pytest.mark.parametrize("perintah", ["migrate", "runserver", "muat_contoh"])
def test_setelan_salah_menghentikan_setiap_perintah(tmp_path, perintah):
    hasil = periksa(lingkungan_produksi(tmp_path, SAKIP_SECRET_KEY=""), perintah)
    assert hasil.returncode == 1
    assert hasil.stderr == (
        "Pengaturan salah: SAKIP_SECRET_KEY belum diisi. `make siap` membuatkannya di .env.\n"
    )
