"""`capaian`: the achievement table on the command line, for people and for scripts."""

import json
import re
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pengukuran.queries.capaian import BarisCapaian, tabel_capaian
from perencanaan.hitung.nilai import Nilai
from perencanaan.models.renstra import JENIS_STRATEGIS, JenisSimpul
from sakip.lib.angka import tulis_mesin
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit

TRIWULAN = ("1", "2", "3", "4")


class Command(BaseCommand):
    help = "Menampilkan target, realisasi, dan capaian indikator suatu unit dalam setahun."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--unit", required=True, help="kode unit, mis. pasuruan-bakesbangpol")
        parser.add_argument("--tahun", nargs="?", const="", help="mis. 2023")
        parser.add_argument(
            "--triwulan",
            nargs="?",
            const="",
            metavar="{1,2,3,4}",
            help="sampai dengan triwulan ini, menurut Rencana Aksi; tanpa ini setahun",
        )
        parser.add_argument(
            "--jenis",
            nargs="+",
            default=list(JENIS_STRATEGIS),
            help=(
                f"jenis simpul yang indikatornya ditampilkan: {', '.join(JenisSimpul.values)} "
                "(bawaan: tujuan sasaran)"
            ),
        )
        parser.add_argument("--format", choices=("tabel", "json"), default="tabel")

    def handle(self, **pilihan: Any) -> None:
        tahun = _tahun(pilihan["tahun"])
        triwulan = _triwulan(pilihan["triwulan"])
        jenis = _jenis(pilihan["jenis"])
        try:
            unit = Unit.objects.berkode(pilihan["unit"])
            tabel = tabel_capaian(unit, tahun, triwulan=triwulan, jenis=jenis)
        except TidakAda as salah:
            raise CommandError(str(salah)) from salah
        baris = [_ringkas(b) for b in tabel.setahun(tahun)]
        if pilihan["format"] == "json":
            self.stdout.write(json.dumps(baris, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(_sebagai_tabel(baris))


# argparse would answer a wrong word with its whole usage; one line says what to write instead


def _tahun(isian: object) -> int:
    if isian in (None, ""):
        raise CommandError("Tahunnya belum ditulis. Tulis misalnya --tahun 2023.")
    if re.fullmatch(r"[0-9]{4}", str(isian)) is None:
        raise CommandError(f"“{isian}” bukan tahun. Tulis empat angka, misalnya --tahun 2023.")
    return int(str(isian))


def _triwulan(isian: object) -> int | None:
    if isian is None:
        return None
    if isian == "":
        raise CommandError("Triwulannya belum ditulis. Tulis misalnya --triwulan 2.")
    if str(isian) not in TRIWULAN:
        raise CommandError(f"Triwulan “{isian}” tidak ada. Tulis 1, 2, 3, atau 4.")
    return int(str(isian))


def _jenis(isian: Iterable[str]) -> list[str]:
    semua = list(isian)
    if asing := [satu for satu in semua if satu not in JenisSimpul.values]:
        raise CommandError(
            f"Jenis simpul “{asing[0]}” tidak dikenal. Yang ada: {', '.join(JenisSimpul.values)}."
        )
    return semua


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
