"""`make bench`: time and memory of the LKjIP as PDF, at one and at four times the data.

Beside it Chromium printing the same HTML. Each run is a process of its own, so the memory is that
of one document. CPU seconds say more than seconds where other work runs on the machine.
"""

import os
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import django

from tests.bench.ukur import ukur_chromium, ukur_weasyprint

ULANG = 3
KALI = (1, 4)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.settings")
    django.setup()
    from pelaporan.dokumen.lkjip import susun_lkjip  # noqa: PLC0415 -- after django.setup()
    from sakip.dokumen.html import html_cetak  # noqa: PLC0415
    from sakip.organisasi.models import Unit  # noqa: PLC0415

    unit = Unit.objects.select_related("pemda").get(kode="pasuruan-bakesbangpol")
    mulai = time.perf_counter()
    dokumen = susun_lkjip(unit, 2023)
    print(f"menyusun blok: {time.perf_counter() - mulai:.2f} s")
    with tempfile.TemporaryDirectory() as tempat:
        masukan, keluaran = Path(tempat, "lkjip.html"), Path(tempat, "lkjip.pdf")
        for kali in KALI:
            mulai = time.perf_counter()
            html = html_cetak(kalikan(dokumen, kali))
            lama = time.perf_counter() - mulai
            masukan.write_text(html, encoding="utf-8")
            print(f"{kali} × data: HTML {len(html) // 1024} KB dalam {lama:.2f} s")
            print(f"  WeasyPrint  {ukur_weasyprint(masukan, keluaran, ULANG)}", flush=True)
            print(f"  Chromium    {ukur_chromium(masukan, keluaran, ULANG)}", flush=True)


def kalikan(dokumen, kali):
    """The same report of an office with `kali` times as much to report."""
    isi = tuple(
        replace(bagian, blok=tuple(satu for blok in bagian.blok for satu in _kalikan(blok, kali)))
        for bagian in dokumen.isi
    )
    return replace(dokumen, isi=isi)


def _kalikan(blok, kali):
    from sakip.dokumen import blok as b  # noqa: PLC0415 -- after django.setup()

    match blok:
        case b.Tabel():
            return [replace(blok, baris=blok.baris * kali)]
        case b.GrafikBatang():
            return [replace(blok, batang=blok.batang * kali)]
        case b.Senarai():
            return [replace(blok, butir=blok.butir * kali)]
        case b.Paragraf():
            return [blok] * kali
        case _:
            return [blok]


if __name__ == "__main__":
    main()
