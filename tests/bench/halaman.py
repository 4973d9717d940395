"""`make bench`: how long pages take under gunicorn with two workers, on both databases.

Two readers ask for every page in turn, beside a view that does nothing, so that whatever else the
machine does falls on all of them alike. Sizes are what a browser gets: the first page with all its
assets, and a later one.
"""

import gzip
import re
import statistics
import tempfile
import threading
from itertools import cycle, islice
from pathlib import Path

from tests.bench.server import Server, server
from tests.postgres import gugus

BANYAKNYA = 1000  # samples of each page
PEMBACA = 2
UNIT = "/unit/pasuruan-bakesbangpol/2023"
SIAPKAN = """
from perencanaan.models import RenstraVersi
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.organisasi.models import Pengguna
versi = RenstraVersi.objects.earliest("pk")
for _ in range(120):
    catat(Aksi.RENCANA_DISEGARKAN, versi, oleh=None)
pembaca = Client()
pembaca.force_login(Pengguna.objects.get(nama_pengguna="inspektorat"))
print("HASIL", pembaca.cookies["sessionid"].value, versi.pk)
"""


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


def persentil(lama: list[float]) -> str:
    persen = statistics.quantiles(lama, n=100)
    return "  ".join(f"p{n} {persen[n - 1] * 1000:6.1f}" for n in (50, 95, 99))


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
    with server(alamat, folder, SIAPKAN) as (milik, (_, objek)):
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
            berat = f"pertama {pertama / 1000:6.1f} kB, lalu {nanti / 1000:5.1f} kB"
            print(f"  {satu:10} {persentil(lama)}   {berat}", flush=True)


if __name__ == "__main__":
    main()
