"""What the tests of the worksheet's pages share."""

from typing import Any

from django.test import Client
from django.urls import reverse

from evaluasi.models import LembarKerja, SubKomponen
from evaluasi.views.susun_lembar import kunci_nilai
from sakip.organisasi.models import Pengguna
from tests.evaluasi.pabrik import TAHUN_KINERJA

UNIT = "pasuruan-bakesbangpol"


def sebagai(orang: Pengguna) -> Client:
    client = Client()
    client.force_login(orang)
    return client


def alamat(nama: str, *sisa: object, tahun: int = TAHUN_KINERJA) -> str:
    return reverse(f"evaluasi:{nama}", args=[UNIT, tahun, *sisa])


def sub(lembar: LembarKerja, kode: str = "1.a") -> SubKomponen:
    return SubKomponen.objects.get(komponen__instrumen=lembar.instrumen, kode=kode)


def sel(
    kunci: object, pilihan: str = "", catatan: str = "", semula: tuple[str, str] = ("", "")
) -> dict[str, Any]:
    """A cell as the page sends it; what a form sends of nothing chosen is left out."""
    isi = {
        f"catatan-{kunci}": catatan,
        f"semula-pilihan-{kunci}": semula[0],
        f"semula-catatan-{kunci}": semula[1],
    }
    return isi | ({f"pilihan-{kunci}": pilihan} if pilihan else {})


def nilai(lembar: LembarKerja, pilihan: str, catatan: str = "", kode: str = "1.a") -> dict:
    return sel(kunci_nilai(sub(lembar, kode).pk), pilihan, catatan)


def simpan(client: Client, tahap: str, kunci: object, **isi: Any) -> Any:
    """One cell, as the script saves it."""
    return client.post(
        alamat("lembar-sel", tahap),
        {"sel": str(kunci), **sel(kunci, **isi)},
        headers={"accept": "application/json"},
    )
