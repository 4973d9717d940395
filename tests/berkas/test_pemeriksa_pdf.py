"""PDF: whole, open, and no bomb."""

import subprocess
import sys
import zlib

import pytest

from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.pemeriksa.pdf import RUSAK, TERKUNCI, periksa_pdf
from tests.arsitektur.pohon import AKAR
from tests.berkas import contoh


def keluhan(isi: bytes) -> str:
    with pytest.raises(BerkasDitolak) as galat:
        periksa_pdf(isi)
    return str(galat.value)


def test_pdf_utuh_diterima():
    periksa_pdf(contoh.pdf(halaman=3))
    periksa_pdf(contoh.pdf() + b"\r\n\0\0")


@pytest.mark.parametrize("sandi", ["rahasia", ""])
def test_pdf_terkunci_ditolak(sandi):
    """Also one that opens without a password and only forbids printing."""
    assert keluhan(contoh.pdf(sandi)) == TERKUNCI


@pytest.mark.parametrize(
    "isi",
    [
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"x" * 5000,
        b"%PDF-1.7\n%%EOF\n",
        contoh.pdf(halaman=0),
        contoh.pdf()[:-10],
        contoh.pdf() + b"<html>" * 300,
        contoh.pdf() + contoh.xlsx(),
        contoh.pdf().replace(b"/Root", b"/Rute"),
    ],
)
def test_pdf_rusak_ditolak(isi):
    assert keluhan(isi) == RUSAK


def bom() -> bytes:
    """A PDF below 700 KB whose table of contents unpacks to 640 MB."""
    benda = [
        b"1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n",
        b"2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n",
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n",
    ]
    isi, letak = b"%PDF-1.5\n", [0]
    for satu in benda:
        letak.append(len(isi))
        isi += satu
    letak.append(len(isi))
    tabel = b"".join(bytes([min(n, 1)]) + p.to_bytes(4) + b"\0" for n, p in enumerate(letak))
    padat = padatkan(tabel, nol=640)
    kepala = f"/W[1 4 1]/Root 1 0 R/Size 5/Filter/FlateDecode/Length {len(padat)}".encode()
    isi += b"4 0 obj\n<</Type/XRef" + kepala + b">>\nstream\n" + padat + b"\nendstream\nendobj\n"
    return isi + f"startxref\n{letak[-1]}\n%%EOF\n".encode()


def padatkan(awal: bytes, nol: int) -> bytes:
    """Deflated: some bytes and so many megabytes of zeros, of which one is deflated."""
    sejuta = b"\0" * 2**20
    pemampat = zlib.compressobj(9, wbits=-15)
    depan = pemampat.compress(awal) + pemampat.flush(zlib.Z_FULL_FLUSH)
    satu = pemampat.compress(sejuta) + pemampat.flush(zlib.Z_FULL_FLUSH)
    jumlah = zlib.adler32(awal)
    for _ in range(nol):
        jumlah = zlib.adler32(sejuta, jumlah)
    return b"\x78\xda" + depan + satu * nol + pemampat.flush() + jumlah.to_bytes(4)


COBA = """
import sys
from pathlib import Path
from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.pemeriksa.pdf import periksa_pdf
try:
    periksa_pdf(sys.stdin.buffer.read())
except BerkasDitolak:
    pass
keadaan = Path("/proc/self/status").read_text()
sys.stdout.write(keadaan.split("VmHWM:")[1].split()[0])
"""


def test_bom_pdf_tidak_menghabiskan_memori():
    """In a process of its own, whose peak is asked for; unbounded it would pass 700 MB."""
    isi = bom()
    assert len(isi) < 700_000
    hasil = subprocess.run(  # noqa: S603 -- this very interpreter
        [sys.executable, "-c", COBA], input=isi, cwd=AKAR, capture_output=True, check=True
    )
    assert int(hasil.stdout) < 300 * 1024
