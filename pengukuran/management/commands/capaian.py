"""`capaian`: the achievement table on the command line, for people and for scripts."""

import json
from argparse import ArgumentParser
from collections.abc import Iterable
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from pengukuran.queries.capaian import BarisCapaian, tabel_capaian
from perencanaan.hitung.nilai import Nilai
from perencanaan.models.renstra import JENIS_STRATEGIS, JenisSimpul
from sakip.lib.angka import tulis_mesin
from sakip.lib.galat import TidakAda
from sakip.lib.pilihan import PilihanSalah, baca_salah_satu, baca_tahun, baca_wajib
from sakip.organisasi.models import Unit

TRIWULAN = ("1", "2", "3", "4")
FORMAT = ("tabel", "json")
CONTOH_UNIT = "pasuruan-bakesbangpol"


class Command(BaseCommand):
    help = "Menampilkan target, realisasi, dan capaian indikator suatu unit dalam setahun."

    def add_arguments(self, parser: ArgumentParser) -> None:
        boleh_kosong: dict[str, Any] = {"nargs": "?", "const": ""}  # what is missing is said below
        parser.add_argument("--unit", **boleh_kosong, help=f"kode unit, mis. {CONTOH_UNIT}")
        parser.add_argument("--tahun", **boleh_kosong, help="mis. 2023")
        parser.add_argument(
            "--triwulan",
            **boleh_kosong,
            metavar="{1,2,3,4}",
            help="sampai dengan triwulan ini, menurut Rencana Aksi; tanpa ini setahun",
        )
        parser.add_argument(
            "--jenis",
            nargs="*",
            default=list(JENIS_STRATEGIS),
            help=(
                f"jenis simpul yang indikatornya ditampilkan: {', '.join(JenisSimpul.values)} "
                "(bawaan: tujuan sasaran)"
            ),
        )
        parser.add_argument(
            "--format", **boleh_kosong, default="tabel", help=f"{' atau '.join(FORMAT)}"
        )

    def handle(self, **pilihan: Any) -> None:
        try:
            kode = baca_wajib(pilihan["unit"], "Unitnya", f"--unit {CONTOH_UNIT}")
            tahun = baca_tahun(pilihan["tahun"])
            triwulan = _triwulan(pilihan["triwulan"])
            jenis = _jenis(pilihan["jenis"])
            bentuk = baca_salah_satu(pilihan["format"], "Format", FORMAT, "--format ")
            tabel = tabel_capaian(Unit.objects.berkode(kode), tahun, triwulan=triwulan, jenis=jenis)
        except (PilihanSalah, TidakAda) as salah:
            raise CommandError(str(salah)) from salah
        baris = [_ringkas(b) for b in tabel.setahun(tahun)]
        if bentuk == "json":
            self.stdout.write(json.dumps(baris, ensure_ascii=False, indent=2))
        else:
            self.stdout.write(_sebagai_tabel(baris))


def _triwulan(isian: object) -> int | None:
    if isian is None:
        return None
    teks = baca_wajib(isian, "Triwulannya", "--triwulan 2")
    if teks not in TRIWULAN:
        raise PilihanSalah(f"Triwulan “{teks}” tidak ada. Tulis 1, 2, 3, atau 4.")
    return int(teks)


def _jenis(isian: Iterable[str]) -> list[str]:
    semua = list(isian) or [""]
    return [baca_salah_satu(satu, "Jenis simpul", JenisSimpul.values, "--jenis ") for satu in semua]


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
