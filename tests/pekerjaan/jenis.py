"""Kinds of jobs that only the tests know, here and in the worker processes they start."""

import os
import re
import subprocess
import time
from datetime import timedelta
from pathlib import Path

from django.db import transaction

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.jejak.models import CatatanJejak
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit
from sakip.pekerjaan.registri import GagalPekerjaan, daftar

GALAT = {
    "sengaja": GagalPekerjaan("Renstra belum disahkan."),
    "tidak ada": TidakAda("Unit hilang."),
}


def daftarkan() -> None:
    lama, singkat = timedelta(seconds=30), timedelta(seconds=1)
    daftar(
        "uji.aman",
        "Laporan {kunci}",
        bertahap,
        batas_waktu=lama,
        paling_banyak_percobaan=2,
        aman_diulang=True,
    )
    daftar("uji.sekali", "Kiriman {kunci}", bertahap, batas_waktu=lama, aman_diulang=False)
    daftar("uji.cepat", "Cepat {kunci}", cepat, batas_waktu=lama, aman_diulang=False)
    daftar("uji.galat", "Galat", galat, batas_waktu=lama, aman_diulang=True)
    daftar("uji.macet", "Macet", macet, batas_waktu=singkat, aman_diulang=True)


def bertahap(argumen, kabar):
    """Two effects; between them it stands at half until the test opens the gate.

    It starts a process of its own, as printing does, and leaves it behind.
    """
    cucu = subprocess.Popen(["/bin/sleep", "60"])
    with transaction.atomic():
        kabar(50, "Menyusun bab 3")
        tulis_efek(argumen["kunci"], "awal", cucu=cucu.pid)
    while not Path(argumen["gerbang"]).exists():
        time.sleep(0.02)
    with transaction.atomic():
        kabar(90, "Menutup laporan")
        tulis_efek(argumen["kunci"], "akhir")
    return {"pid": os.getpid()}


def cepat(argumen, _kabar):
    tulis_efek(argumen["kunci"], "awal")
    return {"alamat": "/pekerjaan/", "sebutan": "Buka laporan"}


def galat(argumen, _kabar):
    raise GALAT.get(argumen["apa"], ZeroDivisionError("rahasia dalam"))


def macet(_argumen, kabar):
    """Hangs in C with the interpreter's lock held, so that no Python of this process runs."""
    kabar(10, "Mulai")
    re.match(r"(a+)+$", "a" * 40 + "b")


def tulis_efek(kunci: str, apa: str, **isi: int) -> None:
    """A row that nobody can take away again, with the process that wrote it."""
    catat(
        Aksi.CONTOH_DIMUAT,
        Unit.objects.order_by("pk").first(),
        oleh=None,
        alasan=f"{kunci} {apa}",
        sesudah={"pid": os.getpid(), **isi},
    )


def efek(kunci: str, apa: str, isi: str = "pid") -> list[int]:
    """The processes that wrote this effect, or what else they told, one for each row."""
    baris = CatatanJejak.objects.filter(alasan=f"{kunci} {apa}").order_by("pk")
    return [sesudah[isi] for sesudah in baris.values_list("sesudah", flat=True)]
