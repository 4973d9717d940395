"""A report with everything that may be written for it, in the unit of the example."""

from datetime import date

import pytest

from pelaporan.models import Analisis, Bagian, GambarBagian, Laporan, Paragraf
from perencanaan.models import IndikatorVersi, Simpul
from sakip.dokumen.models import DokumenTerbit
from sakip.organisasi.models import Unit

TAHUN = 2019
LAPORAN = {"tahun": TAHUN, "ke": 1}
TERBIT = {"tahun": TAHUN, "ke": 2}
BAGIAN = {"laporan__tahun": TAHUN, "kunci": "penutup"}
PARAGRAF = {"bagian__laporan__tahun": TAHUN, "urutan": 1}
PER_INDIKATOR = {"tahun": TAHUN, "simpul": None}
PER_SIMPUL = {"tahun": TAHUN, "indikator": None}


def siapkan_laporan(pasuruan: Unit) -> Laporan:
    """Needs an issued document of the unit; it becomes that of the second version."""
    laporan = Laporan.objects.create(unit=pasuruan, tahun=TAHUN)
    Laporan.objects.create(
        unit=pasuruan,
        tahun=TAHUN,
        ke=2,
        tanggal=date(2020, 2, 1),
        dokumen=DokumenTerbit.objects.filter(unit=pasuruan).latest("pk"),
    )
    bagian = Bagian.objects.create(laporan=laporan, kunci="penutup")
    for urutan in (1, 2):
        Paragraf.objects.create(bagian=bagian, urutan=urutan, teks="Simpulan.")
        GambarBagian.objects.create(bagian=bagian, urutan=urutan, judul="Rapat")
    indikator = IndikatorVersi.objects.filter(indikator__unit=pasuruan).earliest("pk").indikator
    simpul = Simpul.objects.filter(renstra_versi__renstra__unit=pasuruan).earliest("pk")
    Analisis.objects.create(
        unit=pasuruan,
        tahun=TAHUN,
        indikator=indikator,
        standar="4.5",
        standar_nama="Nasional",
        standar_sumber="Laporan kementerian",
    )
    Analisis.objects.create(unit=pasuruan, tahun=TAHUN, simpul=simpul)
    return laporan


@pytest.fixture
def baris_laporan(pasuruan) -> Laporan:
    return siapkan_laporan(pasuruan)
