"""The pages of the LHE of the example's unit: addresses, who is signed in, what is sent."""

from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi.models import Lhe
from sakip.organisasi.models import Pengguna
from tests.evaluasi.pabrik import TAHUN_KINERJA
from tests.web.borang import isi_halaman, tambah

UNIT = "pasuruan-bakesbangpol"


def sebagai(orang: Pengguna) -> Client:
    client = Client()
    client.force_login(orang)
    return client


def alamat(nama: str, *sisa: int, tahun: int = TAHUN_KINERJA) -> str:
    return reverse(f"evaluasi:{nama}", args=[UNIT, tahun, *sisa])


def bertindak(
    client: Client, lhe: Lhe, aksi: str, *, ikuti: bool = False, **isi: Any
) -> HttpResponse:
    """Press one of the small buttons of a draft; `ikuti` goes on to the page that follows."""
    return client.post(alamat("lhe-draf", lhe.pk), {"aksi": aksi, **isi}, follow=ikuti)


def kirim(client: Client, tujuan: str, *, ikuti: bool = False, **ubah: Any) -> HttpResponse:
    """Open a form, type and send it; `ikuti` goes on to the page that follows."""
    isi = tambah(isi_halaman(client.get(tujuan)), ubah)
    return client.post(tujuan, isi, follow=ikuti)


def pesan(jawaban: HttpResponse) -> list[str]:
    return [str(satu) for satu in jawaban.context["messages"]]


def banyak_kueri(client: Client, tujuan: str) -> int:
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(tujuan).status_code == 200
    return len(kueri)
