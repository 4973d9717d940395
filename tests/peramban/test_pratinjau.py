"""A page of evidence beside its criterion, with keys alone: nothing that is typed is lost by it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from evaluasi.models import BuktiJawaban, Jawaban
from evaluasi.services.bukti_jawaban import Lampiran, lampirkan
from evaluasi.services.lembar import mulai_tahap
from pengukuran.models import Bukti, Realisasi
from perencanaan.models import IndikatorVersi
from sakip.berkas.services import simpan_berkas
from sakip.lib import waktu
from sakip.organisasi.models import Pengguna
from tests.berkas import contoh
from tests.evaluasi.pabrik import Orang, jawab_semua, kriteria_dari, lembar_baru, tahap
from tests.peramban.alat import UNIT, periksa_kedua_lebar
from tests.peramban.alat_evaluasi import tersimpan

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

TIGA = ("Sampul pedoman", "Pasal 7: target ditetapkan", "Penutup")
FOKUS = "document.activeElement"
DI_LAYAR = (
    "(s) => { const k = document.querySelector(s).getBoundingClientRect();"
    " return k.top >= 0 && k.top < innerHeight }"
)


@pytest.fixture
def bukti(pasuruan) -> BuktiJawaban:
    """Evidence of the unit that the evaluator is to judge, said to be on page 2."""
    akun = {satu.nama_pengguna: satu for satu in Pengguna.objects.all()}
    orang = Orang(unit=akun["sekretariat"], inspektorat=akun["inspektorat"])
    lembar = lembar_baru(pasuruan, orang)
    mandiri = tahap(lembar, "mandiri")
    mulai_tahap(mandiri, oleh=orang.unit)
    jawab_semua(mandiri, orang.unit)
    jawaban = mandiri.jawaban.get(kriteria=kriteria_dari(lembar)[1])
    jawaban.tahap = mandiri
    isi = [
        SimpleUploadedFile("pedoman.pdf", contoh.pdf_naskah(*TIGA)),
        SimpleUploadedFile("notulen.docx", contoh.docx()),
    ]
    semua = lampirkan(jawaban, Lampiran(2023, "hal. 2", unggahan=isi), oleh=orang.unit)
    type(mandiri).objects.filter(pk=mandiri.pk).update(status="selesai")
    mulai_tahap(tahap(lembar, "evaluator"), oleh=orang.inspektorat)
    return semua[0]


def alamat() -> str:
    return reverse("evaluasi:lembar-isi", args=[UNIT, 2023, "evaluator"]) + "?sub=1.a"


def tiba(halaman, nomor: int) -> None:
    """This page of the evidence is there, and drawn."""
    gambar = halaman.get_by_role("img", name=f"Halaman {nomor} dari 3 pedoman.pdf", exact=True)
    gambar.wait_for()
    assert gambar.evaluate("(satu) => satu.decode().then(() => satu.naturalWidth)") == 1000


def test_bukti_di_samping_kriteria_dengan_papan_ketik(perambah, bukti):
    halaman = perambah.buka("inspektorat")
    halaman.goto(alamat())
    kriteria = bukti.jawaban.kriteria_id
    catatan = halaman.locator(f"#catatan-{kriteria}")
    catatan.focus()
    halaman.keyboard.type("Dilihat pada pedoman ")
    tautan = halaman.get_by_role("link", name="Lihat di sini pedoman.pdf")
    tautan.focus()
    halaman.keyboard.press("Enter")
    tiba(halaman, 2)
    assert halaman.evaluate(f"{FOKUS}.textContent") == "pedoman.pdf"
    assert halaman.evaluate(f"{FOKUS}.tagName") == "H2"
    assert halaman.get_by_role("status").filter(has_text="Halaman 2 dari 3").count() == 1
    assert f"bukti={bukti.pk}" in halaman.url
    # the criterion stands beside the page, both on the screen
    assert halaman.evaluate(DI_LAYAR, "#pratinjau")
    assert halaman.evaluate(DI_LAYAR, f"#kriteria-{kriteria}")

    halaman.get_by_role("link", name="Berikutnya ke halaman 3").focus()
    halaman.keyboard.press("Enter")
    tiba(halaman, 3)
    assert halaman.get_by_role("link", name="Berikutnya ke halaman").count() == 0
    halaman.get_by_label("Hal.").focus()
    halaman.keyboard.press("ControlOrMeta+a")
    halaman.keyboard.type("2")
    halaman.keyboard.press("Enter")
    tiba(halaman, 2)
    assert halaman.evaluate(f"{FOKUS}.id") == "nomor-pratinjau"
    halaman.get_by_text("Teks halaman ini").click()
    assert halaman.get_by_text(TIGA[1]).is_visible()
    assert periksa_kedua_lebar(halaman) == []
    halaman.set_viewport_size({"width": 1366, "height": 768})

    # judged while it is open, and stored
    catatan.focus()
    halaman.keyboard.press("End")
    halaman.keyboard.type("pasal 7.")
    halaman.locator(f"#kriteria-{kriteria}").get_by_role("radio", name="Ya").check()
    tersimpan(halaman, 1)
    halaman.get_by_label("Hal.").focus()
    halaman.keyboard.press("Escape")
    assert halaman.locator("#pratinjau").count() == 0
    assert halaman.evaluate(f"{FOKUS}.textContent") == "Lihat di sini pedoman.pdf"
    assert "bukti=" not in halaman.url
    assert catatan.input_value() == "Dilihat pada pedoman pasal 7."
    milik = Jawaban.objects.get(tahap__tahap__kode="evaluator")
    assert (milik.pilihan.kode, milik.catatan) == ("Ya", "Dilihat pada pedoman pasal 7.")


def bagian_panel(permintaan) -> bool:
    return permintaan.headers.get("x-sakip-bagian") == "pratinjau"


def test_yang_tidak_terambil_tidak_meninggalkan_ketikan(perambah, bukti):
    halaman = perambah.buka("inspektorat", wajar=(404, 500))
    halaman.goto(alamat())
    catatan = halaman.locator(f"#catatan-{bukti.jawaban.kriteria_id}")
    catatan.fill("Belum selesai ditulis")
    tersimpan(halaman, 1)
    cara = ["putus", 500, 404]

    def jawab(rute) -> None:
        if not bagian_panel(rute.request) or not cara:
            rute.continue_()
        elif (satu := cara.pop(0)) == "putus":
            rute.abort()
        else:
            rute.fulfill(status=satu, body="gagal")

    halaman.route(lambda url: "bukti=" in url, jawab)
    halaman.get_by_role("link", name="Lihat di sini pedoman.pdf").click()
    panel = halaman.locator("#pratinjau")
    ulang = panel.get_by_role("button", name="Coba lagi")
    for pesan in ("Server tidak terjangkau.", "Server sedang tidak dapat", "Bukti ini tidak ada"):
        panel.get_by_text(pesan).wait_for()
        penuh = panel.get_by_role("link", name="Buka halaman penuh")
        assert f"bukti={bukti.pk}" in penuh.get_attribute("href")
        assert (penuh.get_attribute("target"), panel.get_attribute("aria-busy")) == ("_blank", None)
        assert "bukti=" not in halaman.url
        if pesan == "Bukti ini tidak ada":
            kue = halaman.context.cookies()
            halaman.context.clear_cookies()
        ulang.click()
    panel.get_by_text("Sesi Anda berakhir.").wait_for()
    halaman.context.add_cookies(kue)
    ulang.click()
    tiba(halaman, 2)
    assert panel.get_by_role("button", name="Coba lagi").count() == 0
    assert catatan.input_value() == "Belum selesai ditulis"
    # what the browser itself says of the broken connection
    assert [satu for satu in perambah.keluhan if "ERR_FAILED" not in satu] == []
    perambah.keluhan.clear()


def test_yang_pergi_selagi_menunggu_tidak_dipanggil(perambah, bukti):
    halaman = perambah.buka("inspektorat")
    halaman.goto(alamat())
    tahan = []
    halaman.route(
        lambda url: "bukti=" in url,
        lambda rute: tahan.append(rute) if bagian_panel(rute.request) else rute.continue_(),
    )
    # pressed twice, asked once
    halaman.get_by_role("link", name="Lihat di sini pedoman.pdf").evaluate(
        "(satu) => { satu.focus(); satu.click(); satu.click() }"
    )
    panel = halaman.locator("#pratinjau")
    panel.get_by_text("Menyiapkan halaman…").wait_for()
    assert panel.get_attribute("aria-busy") == "true"
    assert halaman.locator("[data-berdampingan][aria-busy]").count() == 0
    catatan = halaman.locator(f"#catatan-{bukti.jawaban.kriteria_id}")
    catatan.focus()
    for _ in range(50):
        if tahan:
            break
        halaman.wait_for_timeout(50)
    tahan[0].continue_()
    tiba(halaman, 2)
    assert halaman.evaluate(f"{FOKUS}.id") == catatan.get_attribute("id")
    assert halaman.evaluate(DI_LAYAR, f"#{catatan.get_attribute('id')}")
    assert halaman.get_by_role("status").filter(has_text="Halaman 2 dari 3").count() == 1
    assert len(tahan) == 1


def test_gambar_yang_tidak_datang_menyebut_sebabnya(perambah, bukti):
    halaman = perambah.buka("inspektorat", wajar=(503,))
    halaman.goto(alamat())
    sibuk = "Server sedang menyiapkan halaman lain."
    letak = "**/halaman/?halaman=2"
    halaman.route(
        letak,
        lambda rute: rute.fulfill(status=503, content_type="text/plain; charset=utf-8", body=sibuk),
    )
    halaman.get_by_role("link", name="Lihat di sini pedoman.pdf").click()
    panel = halaman.locator("#pratinjau")
    panel.get_by_text(sibuk).wait_for()
    halaman.unroute(letak)
    panel.get_by_role("button", name="Coba lagi").click()
    halaman.locator("#pratinjau:not([aria-busy])").wait_for()
    tiba(halaman, 2)
    assert panel.get_by_text(sibuk).count() == 0


def test_yang_bukan_halaman_dan_tutup(perambah, bukti):
    halaman = perambah.buka("inspektorat", "ponsel")
    halaman.goto(alamat())
    halaman.get_by_role("link", name="Rincian notulen.docx").click()
    halaman.get_by_text("Berkas DOCX tidak dapat ditampilkan di sini.").last.wait_for()
    assert halaman.evaluate(DI_LAYAR, "#pratinjau")
    assert periksa_kedua_lebar(halaman) == []
    halaman.get_by_role("link", name="Tutup bukti ini").click()
    assert halaman.locator("#pratinjau").count() == 0
    assert halaman.evaluate(f"{FOKUS}.textContent") == "Rincian notulen.docx"


def test_bukti_di_samping_realisasi(perambah, pasuruan):
    bidang = Pengguna.objects.get(nama_pengguna="bidang")
    indikator = IndikatorVersi.objects.filter(nama="Indeks Stabilitas").latest("pk").indikator
    baris = Realisasi.objects.create(
        indikator=indikator, unit=pasuruan, tahun=2024, bulan=12, frekuensi="tahunan",
        jenis="angka", nilai="77.75", tanpa_variabel=True, status="diajukan", diisi_oleh=bidang,
        diajukan_oleh=bidang, diajukan_pada=waktu.sekarang(),
    )  # fmt: skip
    berkas = simpan_berkas(contoh.pdf_naskah(*TIGA), nama="pedoman.pdf", unit=pasuruan, oleh=bidang)
    Bukti.objects.create(
        unit=pasuruan, realisasi=baris, berkas=berkas, tahun=2024, bulan=12, halaman="2"
    )
    halaman = perambah.buka("sekretariat")
    halaman.goto(reverse("pengukuran:periksa-baris", args=[UNIT, 2024, indikator.pk, 12]))
    halaman.get_by_role("link", name="Lihat di sini pedoman.pdf").click()
    tiba(halaman, 2)
    assert periksa_kedua_lebar(halaman) == []
    halaman.set_viewport_size({"width": 1366, "height": 768})
    halaman.get_by_role("button", name="Verifikasi", exact=True).click()
    halaman.get_by_role("status").filter(has_text="diverifikasi; sekarang menunggu").wait_for()


def test_tanpa_skrip_halamannya_dimuat_ulang_dengan_panel(perambah, bukti):
    halaman = perambah.buka("inspektorat")
    tanpa = halaman.context.browser.new_context(
        java_script_enabled=False, base_url=perambah.server, locale="id",
        storage_state=halaman.context.storage_state(),
    )  # fmt: skip
    perambah.konteks.append(tanpa)
    polos = tanpa.new_page()
    polos.goto(alamat())
    polos.get_by_role("link", name="Lihat di sini pedoman.pdf").click()
    polos.get_by_role("img", name="Halaman 2 dari 3 pedoman.pdf").wait_for()
    polos.get_by_role("link", name="Berikutnya ke halaman 3").click()
    polos.get_by_role("img", name="Halaman 3 dari 3 pedoman.pdf").wait_for()
    polos.get_by_role("link", name="Perbesar").click()
    polos.get_by_role("link", name="Perkecil").wait_for()
    polos.get_by_role("link", name="Tutup bukti ini").click()
    polos.wait_for_url(f"**#bukti-{bukti.pk}")
    assert polos.locator("#pratinjau").count() == 0
