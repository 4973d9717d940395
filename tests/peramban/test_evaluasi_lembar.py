"""The worksheet under the hands of people: a unit with keys alone, and an evaluator who differs."""

import re

import pytest
from django.urls import reverse

from evaluasi.models import Jawaban, LembarKerja, NilaiSub
from evaluasi.services.lembar import jawab, mulai_tahap
from sakip.organisasi.models import Pengguna
from tests.evaluasi.pabrik import (
    Orang,
    kriteria_dari,
    lembar_baru,
    pilihan,
    selesai_mandiri,
    tahap,
)
from tests.peramban.alat import UNIT, masuk, periksa_kedua_lebar
from tests.peramban.alat_evaluasi import tersimpan

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

TERSIMPAN = re.compile(r"^tersimpan pukul \d\d\.\d\d$")
TANPA_TETIKUS = (
    "for (const apa of ['mousedown', 'pointerdown', 'touchstart'])"
    " addEventListener(apa, () => { throw new Error('mouse') })"
)
DI_RADIO = "document.activeElement.type === 'radio'"


@pytest.fixture
def orang(pasuruan) -> Orang:
    akun = {satu.nama_pengguna: satu for satu in Pengguna.objects.all()}
    return Orang(unit=akun["sekretariat"], inspektorat=akun["inspektorat"])


@pytest.fixture
def lembar(pasuruan, orang) -> LembarKerja:
    return lembar_baru(pasuruan, orang)


def alamat(kode: str = "", sub: str = "1.a") -> str:
    if not kode:
        return reverse("evaluasi:lembar", args=[UNIT, 2023])
    return reverse("evaluasi:lembar-isi", args=[UNIT, 2023, kode]) + f"?sub={sub}"


def sampai(halaman, uji: str, tombol: str = "Tab") -> None:
    """Press a key until this holds."""
    for _ in range(80):
        if halaman.evaluate(uji):
            return
        halaman.keyboard.press(tombol)
    pytest.fail(f"the keyboard does not reach {uji}")


def test_unit_menjawab_dengan_papan_ketik_lalu_selesai(perambah, lembar, orang):
    """The last sub-komponen by hand, all before it as if answered on other days."""
    bagian = tahap(lembar, "mandiri")
    semua = kriteria_dari(lembar)
    akhir = [satu for satu in semua if satu.sub.kode == "4.c"]
    halaman = perambah.buka("sekretariat")
    halaman.goto(alamat())
    halaman.evaluate(TANPA_TETIKUS)
    sampai(halaman, "document.activeElement.textContent.startsWith('Mulai')")
    halaman.keyboard.press("Enter")
    halaman.get_by_text("Tahap “Penilaian mandiri” dimulai.").wait_for()
    bagian.refresh_from_db()
    for satu in semua:
        if satu.sub.kode not in {"4.b", "4.c"}:
            bagian.jawaban.create(
                kriteria=satu, pilihan=pilihan(satu, "Ya"), dijawab_oleh=orang.unit
            )
    halaman.goto(alamat("mandiri", "4.b"))
    halaman.evaluate(TANPA_TETIKUS)
    assert halaman.get_by_text("Papan ketik:").is_visible()
    assert periksa_kedua_lebar(halaman) == []
    sampai(halaman, DI_RADIO)
    for _ in range(5):
        halaman.keyboard.press("Space")
        halaman.keyboard.press("j")
    # from the last criterion to its grade: nobody must give one here
    assert halaman.evaluate("document.activeElement.name").startswith("pilihan-nilai-")
    halaman.keyboard.press("k")
    halaman.keyboard.press("c")
    halaman.keyboard.type("Dibahas bersama APIP, jam 9; n dan p tetap huruf.")
    halaman.keyboard.press("Alt+ArrowUp")
    halaman.keyboard.press("n")  # goes on as soon as all is stored
    halaman.get_by_role("heading", level=1, name="4.c").wait_for()
    sampai(halaman, DI_RADIO)
    for _ in akhir:
        halaman.keyboard.press("ArrowRight")  # Tidak
        halaman.keyboard.press("ArrowLeft")  # and back: Ya
        halaman.keyboard.press("j")
    tersimpan(halaman, len(akhir))
    assert "Saran BB: 5 dari 5 kriteria terpenuhi." in halaman.locator("#nilai").inner_text()
    assert Jawaban.objects.filter(tahap=bagian, pilihan__kode="Ya").count() == len(semua)
    catatan = Jawaban.objects.exclude(catatan="").get()
    assert catatan.catatan == "Dibahas bersama APIP, jam 9; n dan p tetap huruf."
    sampai(halaman, "document.activeElement.textContent.startsWith('Sub-komponen terakhir')")
    halaman.keyboard.press("Enter")
    halaman.get_by_role("heading", level=1, name="Lembar kerja evaluasi").wait_for()
    sampai(halaman, "document.activeElement.textContent.startsWith('Selesaikan')")
    halaman.keyboard.press("Enter")
    halaman.get_by_text("Tahap “Penilaian mandiri” selesai.").wait_for()
    assert periksa_kedua_lebar(halaman) == []


def test_evaluator_berbeda_tanpa_catatan_ditolak(perambah, lembar, orang):
    selesai_mandiri(lembar, orang)
    bagian = tahap(lembar, "evaluator")
    mulai_tahap(bagian, oleh=orang.inspektorat)
    halaman = perambah.buka("inspektorat")
    halaman.goto(alamat("evaluator"))
    assert periksa_kedua_lebar(halaman) == []
    for satu in halaman.get_by_role("article").all():
        satu.get_by_role("radio", name="Ya", exact=False).first.check()
    tersimpan(halaman, 6)
    nilai = halaman.locator("#nilai")
    nilai.get_by_text("Saran BB: 6 dari 6 kriteria terpenuhi.").wait_for()
    nilai.get_by_role("radio", name="AA").check()
    nilai.get_by_text("Nilai AA berbeda dari saran BB menurut kriterianya.").wait_for()
    assert nilai.get_by_role("radio", name="AA").is_checked()
    assert nilai.get_by_text("tidak dapat disimpan").is_visible()
    assert not NilaiSub.objects.exists()
    assert periksa_kedua_lebar(halaman) == []
    nilai.get_by_role("textbox").fill("Menjadi rujukan nasional.")
    nilai.get_by_role("textbox").press("Tab")
    nilai.get_by_text(TERSIMPAN).wait_for()
    tersimpan_kini = NilaiSub.objects.get()
    assert (tersimpan_kini.pilihan.kode, tersimpan_kini.catatan) == (
        "AA", "Menjadi rujukan nasional.",
    )  # fmt: skip


def test_dua_orang_atas_satu_kriteria(perambah, lembar, orang):
    bagian = tahap(lembar, "mandiri")
    mulai_tahap(bagian, oleh=orang.unit)
    satu = kriteria_dari(lembar)[0]
    halaman = perambah.buka("sekretariat")
    halaman.goto(alamat("mandiri"))
    jawab(bagian, satu, oleh=orang.unit, pilihan=pilihan(satu, "Tidak"), catatan="Belum ada.")
    kotak = halaman.locator(f"#kriteria-{satu.pk}")
    kotak.get_by_role("radio", name="Ya").check()
    kotak.get_by_text("Pilih mana yang berlaku.").wait_for()
    assert kotak.get_by_role("definition").all_inner_texts() == [
        "(kosong)", "Tidak — Belum ada.", "Ya",
    ]  # fmt: skip
    assert periksa_kedua_lebar(halaman) == []
    kotak.get_by_role("button", name="Pakai ketikan saya").click()
    kotak.get_by_text(TERSIMPAN).wait_for()
    assert Jawaban.objects.get().pilihan.kode == "Ya"


def test_sesi_berakhir_ketikan_tetap(perambah, lembar, orang):
    mulai_tahap(tahap(lembar, "mandiri"), oleh=orang.unit)
    satu = kriteria_dari(lembar)[0]
    halaman = perambah.buka("sekretariat")
    halaman.goto(alamat("mandiri"))
    halaman.context.clear_cookies()
    catatan = halaman.locator(f"#catatan-{satu.pk}")
    catatan.fill("Ditulis setelah sesi berakhir.")
    catatan.press("Tab")
    peringatan = halaman.get_by_role("alert")
    peringatan.wait_for()
    assert catatan.input_value() == "Ditulis setelah sesi berakhir."
    with halaman.context.expect_page() as baru:
        peringatan.get_by_role("link", name="Masuk lagi di tab baru").click()
    masuk(baru.value, "sekretariat")
    halaman.bring_to_front()
    halaman.evaluate("dispatchEvent(new Event('focus'))")
    halaman.locator(f"#kriteria-{satu.pk}").get_by_text(TERSIMPAN).wait_for()
    assert Jawaban.objects.get().catatan == "Ditulis setelah sesi berakhir."
    perambah.keluhan[:] = [k for k in perambah.keluhan if "403" not in k]
