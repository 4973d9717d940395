"""Several units with worksheets, for the pages that look over all of them; rows by the bulk."""

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi.models import (
    Instrumen,
    Jawaban,
    Kriteria,
    LembarKerja,
    NilaiSub,
    PilihanJawaban,
    SubKomponen,
    TahapLembar,
)
from evaluasi.services.lhe import terbitkan_lhe
from evaluasi.services.rekomendasi import rekomendasikan
from sakip.organisasi.models import Pengguna, Unit
from tests.evaluasi.pabrik import TAHUN_KINERJA, Orang, lhe_kertas
from tests.pemeran import buat_unit

Terpenuhi = Callable[[int], bool]


def sebagai(orang: Pengguna) -> Client:
    client = Client()
    client.force_login(orang)
    return client


def alamat(nama: str, tahun: int = TAHUN_KINERJA) -> str:
    return reverse(f"evaluasi:{nama}", args=[tahun])


def unit_baru(unit: Unit, ke: int) -> Unit:
    return buat_unit(unit.pemda, f"kota-pasuruan-uji-{ke:02}", f"Dinas Uji {ke:02}")


def dinilai(
    unit: Unit,
    instrumen: Instrumen,
    oleh: Orang,
    *,
    huruf: str = "B",
    terpenuhi: Terpenuhi = lambda _: True,
    sampai: str = "evaluator",
    tahun: int = TAHUN_KINERJA,
) -> LembarKerja:
    """A worksheet whose stages are finished up to and with `sampai`; the rest has not begun.

    Both sides answer alike: the criterion of place n is met where `terpenuhi(n)`.
    """
    lembar = LembarKerja.objects.create(
        unit=unit, instrumen=instrumen, tahun_kinerja=tahun, tahun_evaluasi=tahun + 1
    )
    sudah = False
    for tahap in instrumen.tahap.all():
        baris = TahapLembar.objects.create(
            lembar=lembar, tahap=tahap, status="belum" if sudah else "selesai"
        )
        if not sudah:
            _isi(baris, instrumen, oleh, huruf, terpenuhi)
        sudah = sudah or tahap.kode == sampai
    return lembar


def terbit(unit: Unit, orang: Orang, *, rekomendasi: int = 1, **beda: object) -> None:
    """An issued LHE from paper, with recommendations."""
    lhe = lhe_kertas(unit, orang, **beda)
    for ke in range(rekomendasi):
        rekomendasikan(lhe, uraian=f"Melengkapi pohon kinerja bagian {ke}.", oleh=orang.inspektorat)
    terbitkan_lhe(lhe, oleh=orang.inspektorat)


def kueri(client: Client, tujuan: str) -> int:
    with CaptureQueriesContext(connection) as semua:
        assert client.get(tujuan).status_code == 200
    return len(semua)


def _isi(
    baris: TahapLembar, instrumen: Instrumen, oleh: Orang, huruf: str, terpenuhi: Terpenuhi
) -> None:
    """Answers and grades; whoever the stage belongs to gave them."""
    orang = oleh.unit if baris.tahap.pelaku == "unit" else oleh.inspektorat
    pilihan = {
        (satu.skala_id, satu.terpenuhi): satu
        for satu in PilihanJawaban.objects.filter(
            skala__instrumen=instrumen, skala__untuk_sub=False
        ).order_by("bagian")
    }
    kriteria = Kriteria.objects.filter(sub__komponen__instrumen=instrumen)
    Jawaban.objects.bulk_create(
        Jawaban(
            tahap=baris,
            kriteria=satu,
            pilihan=pilihan[satu.skala_id, terpenuhi(satu.urutan)],
            dijawab_oleh=orang,
        )
        for satu in kriteria
    )
    if baris.tahap.penentu:
        nilai = PilihanJawaban.objects.get(
            skala__instrumen=instrumen, skala__untuk_sub=True, kode=huruf
        )
        NilaiSub.objects.bulk_create(
            NilaiSub(tahap=baris, sub=sub, pilihan=nilai, dinilai_oleh=orang, catatan="Diuji.")
            for sub in SubKomponen.objects.filter(komponen__instrumen=instrumen)
        )
