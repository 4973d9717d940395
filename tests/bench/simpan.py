"""`make bench`: saving cells and opening their grid, alone and with a whole office at once.

First two people save in turn beside a view that does nothing and the grid's own template with
rows that were ready before, and two evaluators answer criteria of a worksheet. Then as many as an
office has at its deadline save for a minute, each into a cell of his own; every save that was
acknowledged must be there afterwards.
"""

import json
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from pathlib import Path

from tests.bench import menjawab
from tests.bench.halaman import persentil
from tests.bench.menjawab import Penjawab, buka
from tests.bench.server import Server, server, tulis
from tests.postgres import gugus

BANYAKNYA = 1000  # samples of each kind
BARIS = 50  # indikator of the grid
ORANG = {"SQLite": 20, "PostgreSQL": 60}
LAMA = 60.0  # seconds
ALAMAT = "/unit/pasuruan-bakesbangpol/2024/realisasi"
BULAN = 12
SIAPKAN = f"""
from datetime import date
from sakip.organisasi.models import Pengguna, Penugasan, Unit
from perencanaan.models import PenanggungJawab, RenstraVersi
from tests.perencanaan.pabrik import buat_indikator
from tests.perencanaan.pabrik_rencana import isi_target
unit = Unit.objects.get(kode="pasuruan-bakesbangpol")
bidang = unit.bawahan.exclude(pk__in=PenanggungJawab.objects.values("unit")).first()
if bidang is None:
    bidang = Unit.objects.create(pemda=unit.pemda, kode="ukur", nama="Bidang Ukur", singkatan="Ukur",
        induk=unit, perangkat_daerah=unit, berlaku_dari=date(2021, 1, 1), urutan=99)
versi = RenstraVersi.objects.berlaku(unit, 2024).get()

def orang(nama, peran, di):
    satu = Pengguna.objects.create(nama_pengguna=nama, nama=nama, pemda=unit.pemda)
    Penugasan.objects.create(pengguna=satu, peran=peran, unit=di, dari=date(2021, 1, 1))
    return sesi(satu)

def sesi(satu):
    klien = Client()
    klien.force_login(satu)
    return klien.cookies["sessionid"].value

indikator = []
for ke in range({max(ORANG.values())}):
    satu = buat_indikator(versi)
    isi_target(satu, 2024, renstra="100")
    if ke < {BARIS}:
        PenanggungJawab.objects.create(indikator_versi=satu, unit=bidang, mengisi=True)
    indikator.append(str(satu.indikator_id))
pengisi = orang("ukur", "operator", bidang)
semua = [orang(f"ukur-{{ke}}", "perencana", unit) for ke in range({max(ORANG.values())})]
{menjawab.SIAPKAN}
print("HASIL", pengisi, ",".join(indikator), ",".join(semua), kriteria, pemeriksa)
"""
PERIKSA = """
from pengukuran.models import Realisasi
semua = Realisasi.objects.filter(tahun=2024, bulan=12, indikator__in=[{indikator}])
print("HASIL", "-", *[f"{{i}}={{n.normalize():f}}" for i, n in semua.values_list("indikator", "nilai")])
"""


@dataclass
class Pengisi:
    """A person at a cell: what it held at the last acknowledged save, and how long each took."""

    server: Server
    indikator: str
    tersimpan: str = ""
    lama: list[float] = field(default_factory=list)
    gagal: Counter[str] = field(default_factory=Counter)

    def simpan(self, teks: str) -> None:
        isi = {
            "kotak": f"sel-{self.indikator}-{BULAN}-nilai",
            "teks": teks,
            "semula": self.tersimpan,
        }
        lama, status, jawaban = self.server.kirim(f"{ALAMAT}/sel/", isi)
        self.lama.append(lama)
        if status != HTTPStatus.OK:
            self.gagal[str(status)] += 1
            return
        hasil = json.loads(buka(jawaban))
        if hasil["hasil"] == "tersimpan":
            self.tersimpan = hasil["tersimpan"]
        else:
            self.gagal[hasil["hasil"]] += 1


def ukur(
    pembuka: Server, pengisi: list[Pengisi], penjawab: list[Penjawab]
) -> dict[str, list[float]]:
    """So many samples of each kind, by as many at once as `pengisi`, in turn."""
    hasil: dict[str, list[float]] = {"tanpa isi": [], "kisi siap": [], "kisi": []}
    jalur = {
        "tanpa isi": "/sepele/",
        "kisi siap": "/siap/pasuruan-bakesbangpol/2024/?triwulan=4",
        "kisi": f"{ALAMAT}/?triwulan=4",
    }

    def kerjakan(satu: Pengisi, evaluator: Penjawab) -> None:
        for ke in range(BANYAKNYA // len(pengisi)):
            for nama, alamat in jalur.items():
                hasil[nama].append(pembuka.minta(alamat)[0])
            satu.simpan(str(ke % 90 + 1))
            evaluator.simpan(str(ke))

    berdua = zip(pengisi, penjawab, strict=True)
    _serentak([lambda dua=dua: kerjakan(*dua) for dua in berdua])
    for gagal in (satu.gagal for satu in (*pengisi, *penjawab) if satu.gagal):
        sys.exit(f"Simpanan yang diukur gagal: {dict(gagal)}.")
    return hasil | {
        "simpan sel": [satu for milik in pengisi for satu in milik.lama],
        "jawab LKE": [satu for milik in penjawab for satu in milik.lama],
    }


def bersama(pengisi: list[Pengisi]) -> float:
    """Everybody saves for a minute; gives how long it took."""
    mulai = time.perf_counter()

    def kerjakan(satu: Pengisi) -> None:
        ke = 0
        while time.perf_counter() - mulai < LAMA:
            ke += 1
            satu.simpan(str(ke % 99 + 1))

    _serentak([lambda satu=satu: kerjakan(satu) for satu in pengisi])
    return time.perf_counter() - mulai


def _serentak(semua: list) -> None:
    with ThreadPoolExecutor(len(semua)) as kolam:
        for satu in [kolam.submit(kerja) for kerja in semua]:
            satu.result()  # what went wrong in one ends the whole


def hilang(milik: Server, pengisi: list[Pengisi]) -> int:
    """How many cells do not hold what was last acknowledged."""
    kode = PERIKSA.format(indikator=",".join(satu.indikator for satu in pengisi))
    _, *kata = tulis(milik.lingkungan, kode)
    ada = dict(satu.split("=") for satu in kata)
    return sum(ada.get(satu.indikator) != satu.tersimpan for satu in pengisi)


def main() -> None:
    with tempfile.TemporaryDirectory() as tempat:
        _satu_basis("SQLite", "", Path(tempat))
    with gugus() as alamat, tempfile.TemporaryDirectory() as tempat:
        _satu_basis("PostgreSQL", alamat, Path(tempat))


def _satu_basis(nama: str, alamat: str, folder: Path) -> None:
    with server(alamat, folder, SIAPKAN) as (pembuka, (_, indikator, semua, kriteria, pemeriksa)):
        orang = [
            Pengisi(replace(pembuka, kuki=kuki), tanda)
            for kuki, tanda in zip(semua.split(","), indikator.split(","), strict=True)
        ]
        penjawab = [
            Penjawab(replace(pembuka, kuki=kuki), satu)
            for kuki, satu in zip(pemeriksa.split(","), kriteria.split(","), strict=True)
        ]
        print(f"{nama}, gunicorn 2 pekerja, {BANYAKNYA} kali setiap jenis, 2 orang, ms")
        for jenis, lama in ukur(pembuka, orang[-2:], penjawab).items():
            print(f"  {jenis:10} {persentil(lama)}", flush=True)
        banyak = [replace(satu, lama=[], gagal=Counter()) for satu in orang[: ORANG[nama]]]
        lama = bersama(banyak)
        semua_lama = [satu for milik in banyak for satu in milik.lama]
        gagal = sum((milik.gagal for milik in banyak), Counter())
        lupa = hilang(pembuka, banyak)
        print(
            f"  {len(banyak)} orang, {lama:.0f} detik: {len(semua_lama)} simpanan, "
            f"{persentil(semua_lama)}, gagal {dict(gagal)}, hilang {lupa}",
            flush=True,
        )
    if lupa:
        sys.exit(f"{nama}: {lupa} isian yang sudah dinyatakan tersimpan tidak ada.")


if __name__ == "__main__":
    main()
