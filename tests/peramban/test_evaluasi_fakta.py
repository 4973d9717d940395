"""Answers from facts under the hands of people: filled in by a button, stored only afterwards."""

import pytest
from django.urls import reverse

from evaluasi.models import Jawaban, Kriteria, LembarKerja
from evaluasi.services.lembar import mulai_tahap
from sakip.organisasi.models import Pengguna
from tests.evaluasi.pabrik import Orang, lembar_baru, tahap
from tests.peramban.alat import UNIT, periksa_kedua_lebar

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def lembar(pasuruan) -> LembarKerja:
    akun = {satu.nama_pengguna: satu for satu in Pengguna.objects.all()}
    orang = Orang(unit=akun["sekretariat"], inspektorat=akun["inspektorat"])
    lembar = lembar_baru(pasuruan, orang)
    mulai_tahap(tahap(lembar, "mandiri"), oleh=orang.unit)
    return lembar


def test_tombol_mengisi_tanpa_menyimpan_sampai_ditinggalkan(perambah, lembar):
    satu = Kriteria.objects.get(sub__komponen__instrumen=lembar.instrumen, fakta="pk-tepat-waktu")
    halaman = perambah.buka("sekretariat")
    alamat = reverse("evaluasi:lembar-isi", args=[UNIT, 2023, "mandiri"])
    halaman.goto(f"{alamat}?sub=1.b")
    kotak = halaman.locator(f'[data-sel="{satu.pk}"]')
    catatan = kotak.locator(f"#catatan-{satu.pk}")
    catatan.fill("Menurut kami sudah.")
    tekan = halaman.locator(f'button[data-fakta="{satu.pk}"]')
    assert tekan.inner_text() == "Isikan “Ya” dan catatannya"
    with halaman.expect_response("**/sel/"):  # leaving the note stores what was typed
        tekan.focus()
    tekan.click()
    assert kotak.locator("input[type=radio]:checked").input_value() == "Ya"
    isi = catatan.input_value()
    assert isi.startswith("Menurut kami sudah.\nPerjanjian Kinerja 2023 ditandatangani 02 Januari")
    assert "tersimpan setelah Anda meninggalkan" in kotak.locator("[data-keadaan]").inner_text()
    assert Jawaban.objects.get().pilihan is None
    with halaman.expect_response("**/sel/"):  # to press it once more is to leave the note
        tekan.click()
    assert catatan.input_value() == isi  # the facts follow once
    tersimpan = Jawaban.objects.get()
    assert (tersimpan.pilihan.kode, tersimpan.catatan) == ("Ya", isi)
    assert periksa_kedua_lebar(halaman) == []
