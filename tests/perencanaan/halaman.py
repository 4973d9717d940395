"""What the tests of the pages of the plan share: addresses, and figures as the page shows them."""

from typing import Any

from django.urls import reverse

from perencanaan.models import IndikatorVersi
from perencanaan.models.renstra import JENIS_STRATEGIS
from perencanaan.queries.renstra import indikator_renstra, versi_renstra
from sakip.dokumen.telusur import telusuri
from sakip.organisasi.models import Unit

KODE = "pasuruan-bakesbangpol"


def alamat(nama: str, tahun: int = 2023, **isian: object) -> str:
    return reverse(f"perencanaan:{nama}", kwargs={"kode": KODE, "tahun": tahun, **isian})


def konteks(jawaban: Any) -> dict[str, Any]:
    """What the view gave its template."""
    assert jawaban.status_code == 200
    return jawaban.context[0].flatten()


def angka_di(isi: object) -> dict[str, str]:
    """Every figure of a page or document by its kunci, as people read it; one kunci is one figure."""
    hasil: dict[str, str] = {}
    for satu in telusuri(isi):
        assert hasil.setdefault(satu.kunci, satu.tampil) == satu.tampil, satu.kunci
    return hasil


def angka_bersama(halaman: Any, dokumen: object) -> dict[str, tuple[str, str]]:
    """The figures that both show, as each of them writes it."""
    layar, kertas = angka_di(konteks(halaman)), angka_di(dokumen)
    return {kunci: (layar[kunci], kertas[kunci]) for kunci in layar.keys() & kertas.keys()}


def indikator_strategis(unit: Unit, tahun: int) -> list[IndikatorVersi]:
    return indikator_renstra(versi_renstra(unit, tahun), JENIS_STRATEGIS)
