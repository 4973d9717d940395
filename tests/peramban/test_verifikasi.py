"""The verification queue under the hands of a sekretariat: keyboard only, on a desk and a phone."""

import pytest
from django.urls import reverse

from pengukuran.models import Bukti, PelakuRealisasi, Realisasi
from perencanaan.models import IndikatorVersi
from sakip.lib import waktu
from sakip.organisasi.models import Pengguna, Unit
from tests.peramban.alat import UNIT, periksa_kedua_lebar

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

DIAJUKAN = {
    "Indeks Stabilitas": "77.75",
    "Nilai Sakip SKPD": "200",
    "Persentase temuan yang ditindaklanjuti": "100",
}
FOKUS = "document.activeElement.textContent.trim()"


@pytest.fixture
def diajukan(pasuruan) -> list[Realisasi]:
    """Three rows of 2024 that wait; the second is far above its target, with a note."""
    bidang = Pengguna.objects.get(nama_pengguna="bidang")
    return [_baris(pasuruan, bidang, nama, nilai) for nama, nilai in DIAJUKAN.items()]


def _baris(unit: Unit, bidang: Pengguna, nama: str, nilai: str) -> Realisasi:
    indikator = IndikatorVersi.objects.filter(nama=nama).latest("pk").indikator
    baris = Realisasi.objects.create(
        indikator=indikator, unit=unit, tahun=2024, bulan=12, frekuensi="tahunan", jenis="angka",
        nilai=nilai, tanpa_variabel=True, status="diajukan", diisi_oleh=bidang,
        diajukan_oleh=bidang, diajukan_pada=waktu.sekarang(),
    )  # fmt: skip
    PelakuRealisasi.objects.create(realisasi=baris, pengguna=bidang, sebagai="pengisi")
    Bukti.objects.create(
        unit=unit, realisasi=baris, tautan="https://contoh.id/bukti", tahun=2024, bulan=12
    )
    if nama == "Nilai Sakip SKPD":
        baris.catatan_kesiapan.create(kode="melebihi_target", teks="skala baru", oleh=bidang)
    return baris


def sampai(halaman, teks: str) -> None:
    """Tab until the focus is on this text."""
    for _ in range(80):
        if halaman.evaluate(FOKUS).startswith(teks):
            return
        halaman.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach “{teks}”")


def test_tiga_baris_dengan_papan_ketik_saja(perambah, diajukan):
    halaman = perambah.buka("sekretariat")
    halaman.goto(reverse("pengukuran:verifikasi", args=[UNIT, 2024]) + "?triwulan=4")
    assert halaman.get_by_text("Papan ketik di daftar ini").is_visible()
    assert periksa_kedua_lebar(halaman) == []
    # outside the list no key does anything
    halaman.keyboard.press("v")
    halaman.keyboard.press("j")
    assert halaman.evaluate("document.activeElement.tagName") == "BODY"

    sampai(halaman, "Nilai Sakip SKPD")
    halaman.keyboard.press("j")
    assert halaman.evaluate(FOKUS) == "Indeks Stabilitas"
    halaman.keyboard.press("ArrowDown")
    assert halaman.evaluate(FOKUS) == "Persentase temuan yang ditindaklanjuti"
    halaman.keyboard.press("k")
    halaman.keyboard.press("ArrowUp")
    assert halaman.evaluate(FOKUS) == "Nilai Sakip SKPD"

    halaman.keyboard.press("v")
    assert "tekan Enter untuk membukanya" in halaman.locator("[data-kabar]").inner_text()
    halaman.keyboard.press("Enter")
    halaman.get_by_role("heading", name="Yang perlu dilihat").wait_for()
    assert periksa_kedua_lebar(halaman) == []
    sampai(halaman, "Verifikasi")
    while halaman.evaluate("document.activeElement.tagName") != "BUTTON":
        halaman.keyboard.press("Tab")
        sampai(halaman, "Verifikasi")
    halaman.keyboard.press("Enter")
    for nama in ("Indeks Stabilitas", "Persentase temuan yang ditindaklanjuti"):
        # the queue goes on at the first row that still waits
        halaman.locator("[data-buka]:focus", has_text=nama).wait_for()
        halaman.keyboard.press("v")
    halaman.get_by_role("heading", name="Tidak ada yang menunggu Anda").wait_for()
    sekretariat = Pengguna.objects.get(nama_pengguna="sekretariat")
    for baris in Realisasi.objects.filter(pk__in=[satu.pk for satu in diajukan]):
        assert (baris.status, baris.diverifikasi_oleh) == ("diverifikasi", sekretariat)
