"""Time and memory of one process at a time."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

PEKERJA = Path(__file__).parents[2] / "sakip" / "dokumen" / "pekerja_pdf.py"


@dataclass(frozen=True)
class Ukuran:
    """The median of some runs; `cpu` is what the process itself used of the machine."""

    halaman: int
    detik: float
    cpu: float
    mb: int
    kb: int

    def __str__(self) -> str:
        sehalaman = self.cpu / self.halaman * 1000
        return (
            f"{self.halaman} halaman, {self.detik:.2f} s, CPU {self.cpu:.2f} s "
            f"({sehalaman:.0f} ms/halaman), {self.mb} MB, {self.kb} KB"
        )


def ukur_weasyprint(html: Path, keluaran: Path, ulang: int) -> Ukuran:
    return _ukur([sys.executable, "-P", str(PEKERJA)], keluaran, ulang, masukan=html)


def ukur_chromium(html: Path, keluaran: Path, ulang: int) -> Ukuran:
    """Its memory is that of the largest of its processes; it writes no page numbers."""
    perintah = [
        "chromium-headless-shell", "--no-sandbox", "--disable-gpu",
        "--disable-background-networking", f"--user-data-dir={html.parent}/profil",
        "--no-pdf-header-footer", f"--print-to-pdf={keluaran}", html.as_uri(),
    ]  # fmt: skip
    return _ukur(perintah, keluaran, ulang)


def _ukur(
    perintah: Sequence[str], keluaran: Path, ulang: int, masukan: Path | None = None
) -> Ukuran:
    """With `masukan` the process reads it and writes the PDF on standard output."""
    semua = [_satu_kali(perintah, keluaran, masukan) for _ in range(ulang)]
    detik, cpu, kb = zip(*semua, strict=True)
    return Ukuran(
        halaman=len(pypdfium2.PdfDocument(keluaran)),
        detik=statistics.median(detik),
        cpu=statistics.median(cpu),
        mb=max(kb) // 1024,
        kb=keluaran.stat().st_size // 1024,
    )


def _satu_kali(
    perintah: Sequence[str], keluaran: Path, masukan: Path | None
) -> tuple[float, float, int]:
    """Seconds, seconds of the processor and peak kilobytes of one run."""
    mulai = time.perf_counter()
    dengan_masukan = masukan.open("rb") if masukan else None
    tujuan = keluaran.open("wb") if masukan else subprocess.DEVNULL
    proses = subprocess.Popen(  # noqa: S603 -- fixed programs
        perintah, stdin=dengan_masukan, stdout=tujuan, stderr=subprocess.DEVNULL
    )
    _, status, pakai = os.wait4(proses.pid, 0)
    if status:
        sys.exit(f"gagal: {perintah[0]}")
    return time.perf_counter() - mulai, pakai.ru_utime + pakai.ru_stime, pakai.ru_maxrss
