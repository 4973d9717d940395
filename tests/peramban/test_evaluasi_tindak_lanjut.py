"""Three recommendations walked by the unit and the inspektorat in a real browser.

One is accepted, one refused and reported again, one gets more time.
"""

import pytest
from django.urls import reverse

from evaluasi.models import Perpanjangan, Putusan, Rekomendasi
from evaluasi.services.lhe import terbitkan_lhe
from evaluasi.services.rekomendasi import rekomendasikan
from sakip.organisasi.models import Pengguna
from tests.berkas import contoh
from tests.evaluasi.pabrik import Orang, lhe_kertas
from tests.peramban.alat import UNIT, periksa_kedua_lebar

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

URAIAN = ("Menyusun SOP pengukuran.", "Melatih pengelola data.", "Membangun aplikasi kinerja.")


@pytest.fixture
def rekomendasi(pasuruan) -> list[Rekomendasi]:
    orang = Orang(
        unit=Pengguna.objects.get(nama_pengguna="sekretariat"),
        inspektorat=Pengguna.objects.get(nama_pengguna="inspektorat"),
    )
    lhe = lhe_kertas(pasuruan, orang, tahun_evaluasi=2024, tahun_kinerja=2023)
    for satu in URAIAN:
        rekomendasikan(lhe, uraian=satu, oleh=orang.inspektorat)
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    return list(Rekomendasi.objects.filter(lhe=lhe).order_by("urutan"))


def buka(halaman, uraian: str) -> None:
    halaman.goto(reverse("evaluasi:rekomendasi", args=[UNIT, 2023]))
    halaman.get_by_role("link", name=uraian).click()
    halaman.get_by_role("heading", level=1, name=uraian).wait_for()


def tekan(halaman, kata: str, pesan: str) -> None:
    halaman.get_by_role("button", name=kata, exact=True).click()
    halaman.get_by_role("status").filter(has_text=pesan).wait_for()


def rencanakan(halaman, uraian: str) -> None:
    buka(halaman, uraian)
    halaman.get_by_role("link", name="Tulis rencana").click()
    halaman.get_by_label("Rencana aksi").fill(f"Mengerjakan: {uraian}")
    halaman.get_by_label("Penanggung jawab").select_option(index=1)
    halaman.get_by_label("Target penyelesaian").select_option("bulan")
    tekan_gagal(halaman, "Simpan langkah", "Tulis berapa bulan sejak LHE")
    halaman.get_by_label("Jumlah bulan").fill("24")
    tekan(halaman, "Simpan langkah", "Langkah rencana tersimpan.")


def tekan_gagal(halaman, kata: str, pesan: str) -> None:
    halaman.get_by_role("button", name=kata, exact=True).click()
    halaman.get_by_role("alert").filter(has_text=pesan).wait_for()


def laporkan(halaman, uraian: str, isi: str) -> None:
    buka(halaman, uraian)
    halaman.get_by_role("link", name="Laporkan langkah 1").click()
    halaman.get_by_label("Keadaan menurut unit").select_option("selesai")
    halaman.get_by_label("Yang sudah dilakukan").fill(isi)
    halaman.get_by_label("Berkas bukti").set_input_files(
        {"name": "bukti.pdf", "mimeType": "application/pdf", "buffer": contoh.pdf()}
    )
    tekan(halaman, "Kirim laporan", "Laporan tindak lanjut terkirim")
    halaman.get_by_role("link", name="bukti.pdf").first.wait_for()


def putuskan(halaman, uraian: str, status: str, catatan: str) -> None:
    buka(halaman, uraian)
    halaman.get_by_role("link", name="Beri putusan").click()
    halaman.get_by_label("Putusan", exact=True).select_option(status)
    halaman.get_by_label("Catatan").fill(catatan)
    tekan(halaman, "Simpan putusan", "Putusan tersimpan.")


def test_tiga_rekomendasi_sampai_putusan(perambah, rekomendasi):
    unit, inspektorat = perambah.buka("sekretariat"), perambah.buka("inspektorat")
    terima, tolak, mundur = URAIAN
    for satu in URAIAN:
        rencanakan(unit, satu)
    laporkan(unit, terima, "SOP ditetapkan.")
    laporkan(unit, tolak, "Sudah dilatih.")
    buka(unit, mundur)
    unit.get_by_role("link", name="Minta perpanjangan langkah 1").click()
    unit.get_by_label("Diperpanjang sampai").fill("31 Desember 2027")
    unit.get_by_label("Alasan").fill("Menunggu anggaran.")
    tekan(unit, "Kirim permintaan", "Permintaan perpanjangan terkirim")
    assert unit.get_by_role("link", name="Beri putusan").count() == 0
    assert periksa_kedua_lebar(unit) == []

    putuskan(inspektorat, terima, "sesuai", "SOP sudah dipakai.")
    putuskan(inspektorat, tolak, "belum_sesuai", "Daftar hadir belum dilampirkan.")
    buka(inspektorat, mundur)
    inspektorat.get_by_role("link", name="Putuskan perpanjangan").click()
    assert periksa_kedua_lebar(inspektorat) == []
    inspektorat.get_by_label("Keputusan").select_option("disetujui")
    tekan(inspektorat, "Simpan keputusan", "Keputusan atas perpanjangan tersimpan.")
    inspektorat.get_by_text("tenggat 31 Desember 2027").wait_for()

    buka(unit, tolak)
    unit.get_by_text("Daftar hadir belum dilampirkan.").first.wait_for()
    laporkan(unit, tolak, "Daftar hadir dilampirkan.")
    putuskan(inspektorat, tolak, "sesuai", "Lengkap.")
    unit.goto(reverse("evaluasi:rekomendasi", args=[UNIT, 2023]))
    assert unit.get_by_role("link", name="66,67%").count() == 2
    assert periksa_kedua_lebar(unit) == []
    buka(unit, terima)
    assert unit.get_by_role("link", name="Laporkan langkah 1").count() == 0
    assert [
        list(Putusan.objects.filter(rekomendasi=satu).values_list("status", flat=True))
        for satu in rekomendasi
    ] == [["sesuai"], ["belum_sesuai", "sesuai"], []]
    assert Perpanjangan.objects.get().keputusan == "disetujui"
