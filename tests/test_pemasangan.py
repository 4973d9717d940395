"""An installation as an office runs it: production settings, collected assets, gunicorn."""

import contextlib
import http.client
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.arsitektur.aturan_setelan import lingkungan_produksi
from tests.organisasi.alat import BARU, BUDI
from tests.postgres import port_bebas

AKAR = Path(__file__).resolve().parent.parent
TUNGGU_DETIK = 30
CONTOH = "balangan-2024"


def manage(lingkungan: dict[str, str], *perintah: str) -> subprocess.CompletedProcess:
    return subprocess.run(  # noqa: S603 -- our own manage.py
        [sys.executable, "manage.py", *perintah],
        cwd=AKAR, env=lingkungan, capture_output=True, text=True, check=False,
    )  # fmt: skip


def berhasil(lingkungan: dict[str, str], *perintah: str) -> str:
    hasil = manage(lingkungan, *perintah)
    assert hasil.returncode == 0, hasil.stderr
    return hasil.stdout


@pytest.fixture(scope="module")
def kosong(tmp_path_factory) -> Path:
    """The data folder of a fresh installation, after `migrate` and nothing else."""
    folder = tmp_path_factory.mktemp("kosong")
    berhasil(lingkungan_produksi(folder), "migrate", "--verbosity", "0")
    return folder


@pytest.fixture(scope="module")
def lingkungan(kosong, tmp_path_factory) -> dict[str, str]:
    """An installation that went on from there."""
    folder = tmp_path_factory.mktemp("data")
    shutil.copytree(kosong, folder, dirs_exist_ok=True)
    return lingkungan_produksi(folder, SAKIP_HOSTS="127.0.0.1", SAKIP_DI_BALIK_PROKSI="ya")


@pytest.fixture(scope="module")
def server(lingkungan) -> Iterator[int]:
    """The port of a running installation with the example loaded."""
    berhasil(lingkungan, "collectstatic", "--no-input", "--verbosity", "0")
    berhasil(lingkungan, "muat_contoh", CONTOH)
    port = port_bebas()
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    proses = subprocess.Popen(  # noqa: S603 -- a fixed program
        [gunicorn, "sakip.wsgi", "--bind", f"127.0.0.1:{port}", "--log-level", "error"],
        cwd=AKAR,
        env=lingkungan,
    )
    tunggu(port)
    yield port
    proses.terminate()
    proses.wait(TUNGGU_DETIK)


def tunggu(port: int) -> None:
    batas = time.monotonic() + TUNGGU_DETIK
    while time.monotonic() < batas:
        try:
            minta(port, "/masuk/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not answer")


def minta(port: int, jalur: str, **kepala: str) -> tuple[int, dict[str, str], str]:
    sambungan = http.client.HTTPConnection("127.0.0.1", port, timeout=TUNGGU_DETIK)
    try:
        sambungan.request("GET", jalur, headers={"X-Forwarded-Proto": "https", **kepala})
        jawaban = sambungan.getresponse()
        isi = jawaban.read().decode(errors="replace")
    finally:
        sambungan.close()
    return jawaban.status, {k.lower(): v for k, v in jawaban.getheaders()}, isi


def test_halaman_masuk_dengan_aset_ber_sidik(server):
    status, _, isi = minta(server, "/masuk/")
    aset = re.findall(r'(?:href|src)="(/static/[^"]+)"', isi)
    assert status == 200
    assert [a for a in aset if not re.search(r"\.[0-9a-f]{12}\.", a)] == []
    jawaban = [minta(server, a)[:2] for a in aset]
    assert [kode for kode, _ in jawaban] == [200] * len(aset)
    assert [k["cache-control"] for _, k in jawaban] == [
        "max-age=315360000, public, immutable"
    ] * len(aset)


@pytest.mark.parametrize("jalur", ["/masuk/", "/", "/tidak-ada/", "/unit/x/2023/lkjip.pdf"])
def test_kepala_keamanan_pada_setiap_jawaban(jalur, server):
    _, kepala, _ = minta(server, jalur)
    assert set(kepala["content-security-policy"].split("; ")) == {
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    }
    assert kepala["x-content-type-options"] == "nosniff"
    assert kepala["x-frame-options"] == "DENY"
    assert kepala["referrer-policy"] == "same-origin"
    assert kepala["strict-transport-security"].startswith("max-age=31536000")


def test_halaman_dikirim_terkompresi(server):
    _, kepala, _ = minta(server, "/masuk/", **{"Accept-Encoding": "gzip"})
    assert kepala["content-encoding"] == "gzip"


def test_kuki_hanya_lewat_https(server):
    _, kepala, _ = minta(server, "/masuk/")
    assert "Secure" in kepala["set-cookie"]


def test_http_dialihkan_ke_https(server):
    status, kepala, _ = minta(server, "/masuk/", **{"X-Forwarded-Proto": "http"})
    assert (status, kepala["location"]) == (301, f"https://127.0.0.1:{server}/masuk/")


def test_nama_host_asing_ditolak(server):
    status, _, isi = minta(server, "/masuk/", Host="jahat.example")
    assert (status, "Traceback" in isi) == (400, False)


def test_akun_contoh_mati(lingkungan, server):
    kode = (
        "from sakip.organisasi.models import Pengguna;"
        "print(Pengguna.objects.filter(is_active=True).count())"
    )
    assert berhasil(lingkungan, "shell", "--no-imports", "-c", kode).strip() == "0"


def test_rahasia_dari_berkas(tmp_path):
    berkas = tmp_path / "rahasia"
    berkas.write_text("x" * 30 + os.urandom(16).hex() + "\n")
    lingkungan = lingkungan_produksi(
        tmp_path, SAKIP_SECRET_KEY="", SAKIP_SECRET_KEY_FILE=str(berkas)
    )
    assert "no issues" in berhasil(lingkungan, "check")


def banyaknya_akun(folder: Path) -> int:
    with contextlib.closing(sqlite3.connect(folder / "sakip.sqlite3")) as basis:
        return basis.execute("SELECT count(*) FROM organisasi_pengguna").fetchone()[0]


def test_pemasangan_baru_tanpa_akun_sampai_dibuatkan(kosong, tmp_path):
    shutil.copytree(kosong, tmp_path, dirs_exist_ok=True)
    lingkungan = lingkungan_produksi(tmp_path)
    assert banyaknya_akun(tmp_path) == 0
    gagal = manage(lingkungan, "buat_admin", *BUDI, "--pemda", "kab-baru")
    assert (gagal.returncode, gagal.stdout, len(gagal.stderr.splitlines())) == (1, "", 1)
    assert banyaknya_akun(tmp_path) == 0
    jadi = manage(lingkungan, "buat_admin", *BARU)
    assert (jadi.returncode, jadi.stderr) == (0, "")
    assert jadi.stdout.splitlines()[-1].startswith("/sandi/")
    assert banyaknya_akun(tmp_path) == 1
