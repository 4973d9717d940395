"""What the consistency check has to say before a report is issued."""

from collections.abc import Iterator

from django.urls import reverse

from pelaporan.queries.kesiapan import Halangan
from sakip.beranda.periksa.periksa import periksa
from sakip.beranda.periksa.temuan import Temuan, Tingkat
from sakip.organisasi.models import Unit

HALAMAN = "Pemeriksaan data"
PALING_BANYAK = 5  # named one by one; the page of the check has them all


def sebelum_terbit(unit: Unit, tahun: int) -> Iterator[Halangan]:
    """A figure that is wrong keeps the report from being issued; what is unusual does not."""
    alamat = reverse("beranda:periksa", args=[unit.kode, tahun])
    temuan = periksa(unit, tahun)
    galat = [satu for satu in temuan if satu.tingkat is Tingkat.GALAT]
    for satu in galat[:PALING_BANYAK]:
        yield Halangan(f"{satu.tempat}: {satu.pesan}", alamat, HALAMAN, mencegah=True)
    if lebih := galat[PALING_BANYAK:]:
        pesan = f"{len(lebih)} galat lain pada {HALAMAN}."
        yield Halangan(pesan, alamat, HALAMAN, mencegah=True)
    if lain := _banyak(temuan):
        yield Halangan(f"{lain} peringatan pada {HALAMAN}.", alamat, HALAMAN)


def _banyak(temuan: list[Temuan]) -> int:
    return sum(satu.tingkat is Tingkat.PERINGATAN for satu in temuan)
