"""`make bench`: time and memory of the LKjIP as PDF, beside Chromium printing the same HTML.

Each run is a process of its own, so the memory is that of one document. Chromium's figure is of
its largest single process; it prints no page numbers in the contents.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import django
import pypdfium2

ULANG = 3


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.settings")
    django.setup()
    from pelaporan.dokumen.lkjip import susun_lkjip  # noqa: PLC0415 -- after django.setup()
    from sakip.dokumen import pekerja_pdf  # noqa: PLC0415
    from sakip.dokumen.html import html_cetak  # noqa: PLC0415
    from sakip.organisasi.models import Unit  # noqa: PLC0415

    unit = Unit.objects.select_related("pemda").get(kode="pasuruan-bakesbangpol")
    mulai = time.perf_counter()
    html = html_cetak(susun_lkjip(unit, 2023))
    print(f"menyusun blok dan HTML: {time.perf_counter() - mulai:.2f} s, {len(html) // 1024} KB")
    with tempfile.TemporaryDirectory() as tempat:
        masukan, keluaran = Path(tempat, "lkjip.html"), Path(tempat, "lkjip.pdf")
        masukan.write_text(html, encoding="utf-8")
        weasyprint = [sys.executable, "-P", pekerja_pdf.__file__]
        ukur("WeasyPrint", weasyprint, keluaran, masukan=masukan)
        chromium = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu",
            "--disable-background-networking", f"--user-data-dir={tempat}/profil",
            "--no-pdf-header-footer", f"--print-to-pdf={keluaran}", masukan.as_uri(),
        ]  # fmt: skip
        ukur("Chromium", chromium, keluaran)


def ukur(nama: str, perintah: list[str], keluaran: Path, masukan: Path | None = None) -> None:
    """Print the median of some runs; with `masukan` the PDF comes on standard output."""
    detik, memori = zip(
        *[satu_kali(perintah, keluaran, masukan) for _ in range(ULANG)], strict=True
    )
    halaman = len(pypdfium2.PdfDocument(keluaran))
    tengah = statistics.median(detik)
    print(
        f"{nama:<10} {halaman} halaman, {tengah:.2f} s ({tengah / halaman * 1000:.0f} ms/halaman), "
        f"{max(memori) // 1024} MB, {keluaran.stat().st_size // 1024} KB"
    )


def satu_kali(perintah: list[str], keluaran: Path, masukan: Path | None) -> tuple[float, int]:
    """Seconds and peak kilobytes of one run."""
    mulai = time.perf_counter()
    dengan_masukan = masukan.open("rb") if masukan else None
    tujuan = keluaran.open("wb") if masukan else subprocess.DEVNULL
    proses = subprocess.Popen(  # noqa: S603 -- fixed programs
        perintah, stdin=dengan_masukan, stdout=tujuan, stderr=subprocess.DEVNULL
    )
    _, status, pakai = os.wait4(proses.pid, 0)
    if status:
        sys.exit(f"gagal: {perintah[0]}")
    return time.perf_counter() - mulai, pakai.ru_maxrss


if __name__ == "__main__":
    main()
