"""The pages of issuing, as a person of the example opens and sends them."""

from datetime import date

from django.test import Client
from django.urls import reverse

from pelaporan.dokumen.lkjip import susun_laporan
from pelaporan.queries.tulisan import laporan_terakhir
from sakip.dokumen.html import html_cetak
from sakip.dokumen.pdf import _kunci
from sakip.dokumen.simpanan import simpan
from tests.berkas import contoh
from tests.pelaporan.alat_terbit import TAHUN, TANGGAL, akun


def sudah_dicetak(unit, tanggal: date = TANGGAL) -> None:
    """What the renderer would make of the report with its date is there already.

    It takes some seconds; that it makes it is tried in `test_cetak`.
    """
    _, terbit = susun_laporan(laporan_terakhir(unit, TAHUN), tanggal)
    simpan(_kunci(html_cetak(terbit)), contoh.pdf())


def sebagai(nama: str) -> Client:
    client = Client()
    client.force_login(akun(nama))
    return client


def alamat(nama: str, tahun: int = TAHUN, *sisa: int) -> str:
    return reverse(f"pelaporan:{nama}", args=["pasuruan-bakesbangpol", tahun, *sisa])


def isian_terbit(halaman) -> dict[str, object]:
    """The form as the page shows it, with what the person fills in."""
    form = halaman.context["form"]
    return {"nomor": "", "yakin": "on", **form.initial, "tanggal": "20/02/2024"}


def kirim(client: Client, **beda: str):
    isi = isian_terbit(client.get(alamat("lkjip-terbit")))
    return client.post(alamat("lkjip-terbit"), {**isi, **beda})
