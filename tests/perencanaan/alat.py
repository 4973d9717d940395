"""What the tests of the services of the plan share: both kinds of plan, and snapshots."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps

from perencanaan.models import PerjanjianKinerja, RencanaAksi
from perencanaan.services import perjanjian, rencana_aksi
from sakip.dokumen.models import DokumenTerbit
from sakip.jejak.models import CatatanJejak
from sakip.organisasi.models import Pengguna, Unit
from tests.perencanaan.pabrik import (
    buat_anggaran,
    buat_indikator,
    buat_perjanjian,
    buat_rencana_aksi,
    buat_versi,
    tanda_tangani,
)
from tests.salinan import baris

TAHUN = 2026
TANGGAL = date(TAHUN, 1, 2)
RENCANA = PerjanjianKinerja | RencanaAksi


def isi_tabel() -> dict[str, Any]:
    """Every row of the plan, and how many documents and lines of the trail there are."""
    semua = apps.get_app_config("perencanaan").get_models()
    return {
        **{model.__name__: baris(model) for model in semua},
        "dokumen": DokumenTerbit.objects.count(),
        "jejak": CatatanJejak.objects.count(),
    }


@contextmanager
def tak_berubah() -> Iterator[None]:
    """What is done here must write nothing."""
    sebelum = isi_tabel()
    yield
    assert isi_tabel() == sebelum


@dataclass(frozen=True)
class Jenis:
    """A kind of plan: how one is made for a unit, what may be done to it, and how it is set."""

    buat: Callable[[Unit], RENCANA]
    langkah: dict[str, Callable[[RENCANA, Pengguna], None]]
    tetap: Callable[[RENCANA], None]


def _buat_perjanjian(unit: Unit) -> PerjanjianKinerja:
    versi = buat_versi(unit, 9, TAHUN)
    return buat_perjanjian(buat_anggaran(versi, TAHUN, 2), buat_indikator(versi))


def _buat_rencana_aksi(unit: Unit) -> RencanaAksi:
    indikator = buat_indikator(buat_versi(unit, 9, TAHUN))
    return buat_rencana_aksi(unit, TAHUN, {indikator: [None, 4, 10]})


def _tetap_rencana_aksi(rencana: RencanaAksi) -> None:
    RencanaAksi.objects.filter(pk=rencana.pk).update(status="ditetapkan", berlaku_dari=TANGGAL)
    rencana.refresh_from_db()


JENIS = {
    "perjanjian": Jenis(
        _buat_perjanjian,
        {
            "ajukan": lambda r, oleh: perjanjian.ajukan(r, oleh=oleh),
            "kembalikan": lambda r, oleh: perjanjian.kembalikan(r, oleh=oleh, alasan="perbaiki"),
            "tetapkan": lambda r, oleh: perjanjian.tetapkan(r, oleh=oleh, tanggal=TANGGAL),
        },
        lambda r: tanda_tangani(r, TANGGAL),
    ),
    "rencana aksi": Jenis(
        _buat_rencana_aksi,
        {
            "ajukan": lambda r, oleh: rencana_aksi.ajukan(r, oleh=oleh),
            "kembalikan": lambda r, oleh: rencana_aksi.kembalikan(r, oleh=oleh, alasan="perbaiki"),
            "tetapkan": lambda r, oleh: rencana_aksi.tetapkan(r, oleh=oleh, berlaku_dari=TANGGAL),
        },
        _tetap_rencana_aksi,
    ),
}


def jadikan(jenis: str, rencana: RENCANA, keadaan: str) -> RENCANA:
    """Put a plan into a state past its steps."""
    if keadaan == "ditetapkan":
        JENIS[jenis].tetap(rencana)
    else:
        type(rencana).objects.filter(pk=rencana.pk).update(status=keadaan)
        rencana.refresh_from_db()
    return rencana
