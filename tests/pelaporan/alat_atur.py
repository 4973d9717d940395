"""The settings of the LKjIP, as its sekretariat opens and sends them."""

from django.test import Client
from django.urls import reverse

from pelaporan.dokumen.lkjip import susun_lkjip
from pelaporan.models import Laporan
from sakip.dokumen.blok import Judul
from tests.pelaporan.alat_terbit import TAHUN

TINDAK_LANJUT = "tindak-lanjut-evaluasi"
JUDUL = "3.3 Tindak Lanjut Hasil Evaluasi Tahun 2022"


def alamat(nama: str = "lkjip-atur", tahun: int = TAHUN) -> str:
    return reverse(f"pelaporan:{nama}", args=["pasuruan-bakesbangpol", tahun])


def isian(client: Client, tahun: int = TAHUN, **beda: object) -> dict[str, object]:
    """What a browser sends of the form as it is shown; False takes a tick away."""
    form = client.get(alamat(tahun=tahun)).context["form"]
    semua = {nama: form[nama].value() for nama in form.fields} | beda
    return {nama: "on" if isi is True else isi for nama, isi in semua.items() if isi}


def laporan_akhir(unit, tahun: int = TAHUN) -> Laporan:
    return Laporan.objects.filter(unit=unit, tahun=tahun).latest("ke")


def judul(unit) -> list[str]:
    dokumen = susun_lkjip(unit, TAHUN)
    return [f"{satu.nomor} {satu.teks}" for satu in dokumen.blok() if isinstance(satu, Judul)]


def nyalakan(client: Client, **beda: object):
    return client.post(alamat(), isian(client, **{f"bagian_{TINDAK_LANJUT}": True, **beda}))


def buang(client: Client, **isi: object):
    return client.post(alamat("lkjip-draf-buang"), isi, follow=True)
