"""What the tests of the pages of follow-up share: addresses, people signed in, a recommendation."""

from typing import Any

from django.test import Client
from django.urls import reverse

from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.models import Rekomendasi, RencanaTindakLanjut
from evaluasi.services.rekomendasi import putuskan
from evaluasi.services.tindak_lanjut import Target, laporkan, rencanakan
from evaluasi.status import KeadaanUnit
from sakip.organisasi.models import Pengguna
from tests.evaluasi.pabrik import TAHUN_KINERJA, Orang

SETAHUN = Target(JenisTarget.BULAN, bulan=12)


def sebagai(orang: Pengguna) -> Client:
    client = Client()
    client.force_login(orang)
    return client


def alamat(nama: str, rekomendasi: Rekomendasi, *sisa: int, tahun: int = TAHUN_KINERJA) -> str:
    """Of an address below one recommendation."""
    return reverse(f"evaluasi:{nama}", args=[rekomendasi.unit.kode, tahun, rekomendasi.pk, *sisa])


def daftar(unit: Any, tahun: int = TAHUN_KINERJA, nama: str = "rekomendasi") -> str:
    return reverse(f"evaluasi:{nama}", args=[unit.kode, tahun])


def rencana_baru(
    rekomendasi: Rekomendasi, orang: Orang, target: Target = SETAHUN, uraian: str = "SOP disusun."
) -> RencanaTindakLanjut:
    return rencanakan(
        rekomendasi, uraian=uraian, unit=rekomendasi.unit, target=target, oleh=orang.unit
    )


def lapor(rencana: RencanaTindakLanjut, orang: Orang, **beda: Any) -> Any:
    isi = {"keadaan": KeadaanUnit.SELESAI, "uraian": "SOP ditetapkan.", "oleh": orang.unit}
    return laporkan(rencana, **{**isi, **beda})


def putus(
    rekomendasi: Rekomendasi, orang: Orang, status: str, sesudah: int = 0, **beda: Any
) -> Any:
    isi = {"catatan": "Diperiksa.", "oleh": orang.inspektorat, "sesudah": sesudah}
    return putuskan(rekomendasi, status, **{**isi, **beda})
