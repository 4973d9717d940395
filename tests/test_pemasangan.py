"""An installation as an office runs it: production settings, collected assets, gunicorn."""

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.arsitektur.aturan_setelan import lingkungan_produksi
from tests.postgres import port_bebas

AKAR = Path(__file__).resolve().parent.parent
TUNGGU_DETIK = 30
SIAPKAN = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
call_command("muat_contoh")
"""


def manage(lingkungan: dict[str, str], *perintah: str) -> str:
    hasil = subprocess.run(  # noqa: S603 -- our own manage.py
        [sys.executable, "manage.py", *perintah],
        cwd=AKAR, env=lingkungan, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return hasil.stdout


@pytest.fixture(scope="module")
def lingkungan(tmp_path_factory) -> dict[str, str]:
    return lingkungan_produksi(
        tmp_path_factory.mktemp("data"), SAKIP_HOSTS="127.0.0.1", SAKIP_DI_BALIK_PROKSI="ya"
    )


@pytest.fixture(scope="module")
def server(lingkungan) -> Iterator[int]:
    """The port of a running installation with the example loaded."""
    manage(lingkungan, "shell", "--no-imports", "-c", SIAPKAN)  # one start instead of three
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
    assert manage(lingkungan, "shell", "--no-imports", "-c", kode).strip() == "0"


def test_rahasia_dari_berkas(tmp_path):
    berkas = tmp_path / "rahasia"
    berkas.write_text("x" * 30 + os.urandom(16).hex() + "\n")
    lingkungan = lingkungan_produksi(
        tmp_path, SAKIP_SECRET_KEY="", SAKIP_SECRET_KEY_FILE=str(berkas)
    )
    assert "no issues" in manage(lingkungan, "check")
