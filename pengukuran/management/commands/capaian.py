"""`capaian`: the achievement table on the command line, for people and for scripts."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pengukuran.queries.capaian import BarisCapaian, tabel_capaian
from perencanaan.hitung.nilai import Nilai
from perencanaan.models.renstra import JENIS_STRATEGIS, JenisSimpul
from sakip.lib.angka import tulis_mesin
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit


class Command(BaseCommand):
    help = "Menampilkan target, realisasi, dan capaian indikator suatu unit dalam setahun."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit", required=True, help="kode unit, mis. pasuruan-bakesbangpol")
        parser.add_argument("--tahun", required=True, type=int)
        parser.add_argument(
            "--jenis",
            nargs="+",
            choices=JenisSimpul.values,
            default=list(JENIS_STRATEGIS),
            help="jenis simpul yang indikatornya ditampilkan (bawaan: tujuan sasaran)",
        )
        parser.add_argument("--format", choices=("tabel", "json"), default="tabel")

    def handle(self, **pilihan: Any) -> None:
        try:
            unit = Unit.objects.berkode(pilihan["unit"])
            tabel = tabel_capaian(unit, pilihan["tahun"], jenis=pilihan["jenis"])
        except TidakAda as salah:
            raise CommandError(str(salah)) from salah
        baris = [_ringkas(b) for b in tabel.setahun(pilihan["tahun"])]
        if pilihan["format"] == "json":
            self.stdout.write(json.dumps(baris, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(_sebagai_tabel(baris))


def _ringkas(baris: BarisCapaian) -> dict[str, str | None]:
    dipakai = baris.hasil.dipakai
    return {
        "indikator": baris.indikator.nama,
        "target": _angka(baris.target),
        "realisasi": _angka(baris.realisasi),
        "capaian": None if dipakai is None else tulis_mesin(dipakai, 2),
        "kategori": None if baris.kategori is None else baris.kategori.nama,
        "alasan": baris.hasil.alasan or None,
    }


def _angka(nilai: Nilai | None) -> str | None:
    if nilai is None or nilai.angka is None:
        return None
    return tulis_mesin(nilai.angka)


def _sebagai_tabel(baris: list[dict[str, str | None]]) -> str:
    kepala = ("indikator", "target", "realisasi", "capaian", "kategori", "alasan")
    sel = [kepala, *[tuple(b[k] or "-" for k in kepala) for b in baris]]
    lebar = [max(len(b[i]) for b in sel) for i in range(len(kepala))]
    return "\n".join(
        "  ".join(
            teks.rjust(lebar[i]) if i in {1, 2, 3} else teks.ljust(lebar[i])
            for i, teks in enumerate(b)
        ).rstrip()
        for b in sel
    )
