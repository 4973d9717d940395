"""One row of every model of the plan and of what is measured, in a unit of their own."""

from datetime import date
from decimal import Decimal

import pytest

from perencanaan.models import (
    Dukungan,
    Indikator,
    IndikatorVersi,
    Kebijakan,
    KebijakanProgram,
    Padanan,
    Pagu,
    PenanggungJawab,
    Simpul,
    Variabel,
    VersiAnggaran,
)
from sakip.organisasi.models import Pemda, Unit
from tests.pemeran import buat_unit
from tests.perencanaan.pabrik import (
    buat_aksi,
    buat_anggaran,
    buat_indikator,
    buat_perjanjian,
    buat_rencana_aksi,
    buat_versi,
    isi_tahun,
    tanda_tangani,
)

KODE = "unit-uji"
TAHUN = 2023

# where the rows are found, whatever the example holds
UNIT = {"unit__kode": KODE}
SIMPUL = {"renstra_versi__renstra__unit__kode": KODE}
INDIKATOR = {"indikator__unit__kode": KODE, "nama": "Indikator 1"}
RUMUSAN = {"indikator_versi__indikator__unit__kode": KODE}
PERJANJIAN = {"perjanjian__unit__kode": KODE}
RENCANA = {"rencana_aksi__unit__kode": KODE}


@pytest.fixture
def baris_rencana(pasuruan) -> Unit:
    return siapkan_rencana(pasuruan.pemda)


def siapkan_rencana(pemda: Pemda) -> Unit:
    """A unit with a plan for 2023: two indikator, two programs, a signed PK and a draft after it."""
    unit = buat_unit(pemda, KODE, "Unit Uji")
    versi = buat_versi(unit)
    indikator = [buat_indikator(versi), buat_indikator(versi)]
    isi_tahun(indikator[0], TAHUN, Decimal(10), Decimal(9))
    Simpul.objects.create(
        renstra_versi=versi, jenis="sasaran", induk=indikator[0].simpul, nama="Sasaran", urutan=1
    )
    anggaran = _anggaran(buat_anggaran(versi, TAHUN, 2))
    _rumusan(indikator)
    _perjanjian(anggaran, indikator)
    rencana = buat_rencana_aksi(unit, TAHUN, {indikator[0]: [None, 4, 10], indikator[1]: [1]})
    buat_aksi(rencana, indikator[0])
    buat_aksi(rencana, indikator[1])
    return unit


def _anggaran(murni: VersiAnggaran) -> list[VersiAnggaran]:
    program = Simpul.objects.get(renstra_versi__renstra__unit=murni.unit, kode="0")
    Simpul.objects.create(
        renstra_versi=program.renstra_versi,
        jenis="kegiatan",
        induk=program,
        kode="0.1",
        nama="Kegiatan",
        urutan=1,
    )
    geser = VersiAnggaran.objects.create(
        unit=murni.unit, tahun=TAHUN, ke=2, jenis="pergeseran", tanggal=date(TAHUN, 6, 1)
    )
    Pagu.objects.create(versi_anggaran=geser, simpul=program, jumlah=Decimal(120))
    return [murni, geser]


def _rumusan(indikator: list[IndikatorVersi]) -> None:
    unit, versi = indikator[0].indikator.unit, indikator[0].renstra_versi
    program = Simpul.objects.get(renstra_versi=versi, kode="0")
    for ke, satu in enumerate(("kini", "lalu"), start=1):
        Variabel.objects.create(
            indikator_versi=indikator[0],
            nama=satu,
            label=f"Ormas {satu}",
            satuan="ormas",
            urutan=ke,
        )
    bidang = buat_unit(unit.pemda, f"{KODE}-bidang", "Bidang Uji")
    PenanggungJawab.objects.create(indikator_versi=indikator[0], unit=unit, mengisi=True)
    PenanggungJawab.objects.create(indikator_versi=indikator[0], unit=bidang)
    Dukungan.objects.create(indikator=indikator[0].indikator, simpul=program, tahun=TAHUN)
    lama = Indikator.objects.create(unit=unit)
    Padanan.objects.create(lama=lama, baru=indikator[0].indikator)
    for jenis in ("strategi", "arah_kebijakan"):
        kebijakan = Kebijakan.objects.create(
            renstra_versi=versi, jenis=jenis, nama="Pembinaan", urutan=1
        )
    KebijakanProgram.objects.create(kebijakan=kebijakan, simpul=program)


def _perjanjian(anggaran: list[VersiAnggaran], indikator: list[IndikatorVersi]) -> None:
    pertama = buat_perjanjian(anggaran[0], *indikator)
    tanda_tangani(pertama, date(TAHUN, 1, 2))
    buat_perjanjian(
        anggaran[1],
        ke=2,
        dasar_perubahan="Perubahan anggaran",
        anggaran_sebelum=anggaran[0],
    )
    for jabatan in ("Analis", "Perencana"):
        buat_perjanjian(anggaran[0], tingkat="fungsional", jabatan=jabatan)
