"""`make bench`: how long pages take under gunicorn with two workers, on both databases.

Two readers ask for every page in turn, beside a view that does nothing, so that whatever else the
machine does falls on all of them alike. Sizes are what a browser gets: the first page with all its
assets, and a later one.
"""

import gzip
import http.client
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from tests.arsitektur.aturan_setelan import lingkungan_produksi
from tests.postgres import gugus, port_bebas

BANYAKNYA = 1000  # samples of each page
PEMBACA = 2
UNIT = "/unit/pasuruan-bakesbangpol/2023"
SIAPKAN = """
from django.core.management import call_command
from django.test import Client
call_command("migrate", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
call_command("muat_contoh", "--akun", verbosity=0)
from perencanaan.models import RenstraVersi
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.organisasi.models import Pengguna
versi = RenstraVersi.objects.earliest("pk")
for _ in range(120):
    catat(Aksi.RENCANA_DISEGARKAN, versi, oleh=None)
pembaca = Client()
pembaca.force_login(Pengguna.objects.get(nama_pengguna="inspektorat"))
print("SESI", pembaca.cookies["sessionid"].value, versi.pk)
"""


@dataclass(frozen=True)
class Server:
    port: int
    kuki: str

    def minta(self, jalur: str) -> tuple[float, bytes, dict[str, str]]:
        """Seconds until the whole answer is there; only a success counts."""
        sambungan = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        mulai = time.perf_counter()
        kepala = {"Cookie": self.kuki, "Accept-Encoding": "gzip"}
        sambungan.request("GET", jalur, headers=kepala)
        jawaban = sambungan.getresponse()
        isi = jawaban.read()
        lama = time.perf_counter() - mulai
        sambungan.close()
        if jawaban.status != http.HTTPStatus.OK:
            sys.exit(f"{jalur}: {jawaban.status}")
        return lama, isi, dict(jawaban.getheaders())


@contextmanager
def server(alamat_basis: str, folder: Path) -> Iterator[tuple[Server, str]]:
    """A running installation with the example, and the id of an object with a long history."""
    lingkungan = lingkungan_produksi(
        folder,
        SAKIP_HOSTS="127.0.0.1",
        SAKIP_HTTPS="tidak",
        DJANGO_SETTINGS_MODULE="tests.bench.setelan",
        **({"SAKIP_DATABASE": alamat_basis} if alamat_basis else {}),
    )
    siap = subprocess.run(  # noqa: S603 -- our own manage.py
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", SIAPKAN],
        env=lingkungan, check=True, capture_output=True, text=True,
    )  # fmt: skip
    _, sesi, objek = re.search(r"(SESI) (\S+) (\d+)", siap.stdout).groups()
    port = port_bebas()
    gunicorn = str(Path(sys.executable).with_name("gunicorn"))
    proses = subprocess.Popen(  # noqa: S603 -- a fixed program
        [gunicorn, "sakip.wsgi", "--workers", "2", "--bind", f"127.0.0.1:{port}",
         "--log-level", "error"],
        env=lingkungan, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        milik = Server(port, f"sessionid={sesi}")
        _tunggu(milik)
        yield milik, objek
    finally:
        proses.terminate()
        proses.wait(30)


def _tunggu(milik: Server) -> None:
    for _ in range(300):
        try:
            milik.minta("/sepele/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit("server tidak menjawab")


def ukur(milik: Server, halaman: dict[str, str]) -> dict[str, list[float]]:
    """So many samples of each page, asked for in turn by two readers at once."""
    hasil: dict[str, list[float]] = {nama: [] for nama in halaman}
    for jalur in halaman.values():
        milik.minta(jalur)  # the first time templates are read

    def baca(mulai: int) -> None:
        urutan = islice(cycle(halaman), mulai, mulai + BANYAKNYA * len(halaman) // PEMBACA)
        for nama in urutan:
            hasil[nama].append(milik.minta(halaman[nama])[0])

    utas = [threading.Thread(target=baca, args=(satu,)) for satu in range(PEMBACA)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    return hasil


def besar(milik: Server, jalur: str) -> tuple[int, int]:
    """Bytes over the wire of a first visit with all assets, and of a later one."""
    _, isi, kepala = milik.minta(jalur)
    teks = gzip.decompress(isi) if kepala.get("Content-Encoding") == "gzip" else isi
    aset = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', teks.decode()))
    return len(isi) + sum(len(milik.minta(satu)[1]) for satu in aset), len(isi)


def main() -> None:
    with tempfile.TemporaryDirectory() as tempat:
        _satu_basis("SQLite", "", Path(tempat))
    with gugus() as alamat, tempfile.TemporaryDirectory() as tempat:
        _satu_basis("PostgreSQL", alamat, Path(tempat))


def _satu_basis(nama: str, alamat: str, folder: Path) -> None:
    with server(alamat, folder) as (milik, objek):
        halaman = {
            "tanpa isi": "/sepele/",
            "beranda": f"{UNIT}/",
            "capaian": f"{UNIT}/capaian/",
            "anggaran": f"{UNIT}/anggaran/",
            "50 baris": f"{UNIT}/riwayat/perencanaan.renstraversi/{objek}/",
        }
        print(f"{nama}, gunicorn 2 pekerja, {BANYAKNYA} kali setiap halaman, ms")
        for satu, lama in ukur(milik, halaman).items():
            pertama, nanti = besar(milik, halaman[satu])
            persen = statistics.quantiles(lama, n=100)
            print(
                f"  {satu:10} p50 {persen[49] * 1000:6.1f}  p95 {persen[94] * 1000:6.1f}  "
                f"p99 {persen[98] * 1000:6.1f}   pertama {pertama / 1000:6.1f} kB, "
                f"lalu {nanti / 1000:5.1f} kB",
                flush=True,
            )


if __name__ == "__main__":
    main()
