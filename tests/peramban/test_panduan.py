"""The guides of docs/panduan: each is walked as its role, and its pictures are taken on the way."""

import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.urls import reverse
from PIL import Image

from sakip.organisasi.models import Pejabat, Pengguna
from sakip.organisasi.services.tautan import buat_tautan
from sakip.pekerjaan.services.giliran import ambil, berdenyut, gagalkan
from tests.arsitektur.pohon import AKAR
from tests.pekerjaan.kerja import kerjakan
from tests.pemeran import buat_unit
from tests.peramban.alat import UNIT, judul, organisasi, setahun

PANDUAN = AKAR / "docs" / "panduan"
GAMBAR = AKAR / "docs" / "gambar" / "panduan"
SEBESAR = 200_000
SEMUANYA = 3_000_000
PONSEL = {"width": 360, "height": 740}

# what is below the last of a short page is not worth showing
BAWAH = """() => {
    const isi = [...document.querySelectorAll("main > *, nav a")];
    const bawah = Math.max(...isi.map((satu) => satu.getBoundingClientRect().bottom));
    return Math.min(innerHeight, Math.ceil(bawah) + 24);
}"""
# short texts of a page: of every element, and those that stand between elements
TEKS = r"""() => {
    const semua = [...document.querySelectorAll("body *")].filter((e) => !e.closest("[hidden]"));
    return semua
        .flatMap((e) => [e, ...[...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE)])
        .map((n) => n.textContent.replace(/\s+/g, " ").trim())
        .filter((teks) => teks && teks.length < 100);
}"""


@dataclass
class Perjalanan:
    """One person on the pages of a guide: what was read there, and the pictures taken."""

    halaman: Any
    folder: Path
    terbaca: set[str] = field(default_factory=set)
    gambar: set[str] = field(default_factory=set)

    def buka(self, alamat: str, gambar: str = "") -> None:
        self.halaman.goto(alamat)
        self.lihat(gambar)

    def tekan(self, peran: str, nama: str, gambar: str = "") -> None:
        with self.halaman.expect_navigation():
            self.halaman.get_by_role(peran, name=nama, exact=True).first.click()
        self.lihat(gambar)

    def tanya(self, angka: str, gambar: str = "") -> None:
        """Where a figure comes from."""
        self.halaman.get_by_role("link", name=angka, exact=True).first.click()
        self.halaman.get_by_role("dialog").wait_for()
        self.lihat(gambar)

    def lihat(self, gambar: str = "") -> None:
        self.terbaca |= set(self.halaman.evaluate(TEKS))
        if gambar:
            ruang = {**self.halaman.viewport_size, "height": self.halaman.evaluate(BAWAH)}
            png = self.halaman.screenshot(clip={"x": 0, "y": 0, **ruang}, animations="disabled")
            (self.folder / f"{gambar}.png").write_bytes(_kecil(png))
            self.gambar.add(f"{gambar}.png")


def _kecil(png: bytes) -> bytes:
    """The same picture in the few colours that a page has."""
    hasil = io.BytesIO()
    warna = Image.open(io.BytesIO(png)).convert("RGB").quantize(128, dither=Image.Dither.NONE)
    warna.save(hasil, "PNG")
    return hasil.getvalue()


def yang_dirujuk(*berkas: Path) -> set[str]:
    """The pictures that documents show."""
    teks = "".join(satu.read_text(encoding="utf-8") for satu in berkas)
    return set(re.findall(r"!\[[^\]]+\]\([^)]*gambar/panduan/([^)]+)\)", teks))


def yang_ditebalkan(berkas: Path) -> set[str]:
    """The words that a guide says stand on the screen, across the end of a line too."""
    teks = " ".join(berkas.read_text(encoding="utf-8").split())
    return set(re.findall(r"\*\*(.+?)\*\*", teks))


@pytest.fixture
def folder(tmp_path, pytestconfig) -> Path:
    """Where pictures go: a folder of the test, or with --gambar that of the guides, emptied."""
    if not pytestconfig.getoption("--gambar"):
        return tmp_path
    GAMBAR.mkdir(parents=True, exist_ok=True)
    for lama in GAMBAR.glob("*.png"):
        lama.unlink()
    return GAMBAR


@pytest.mark.peramban
@pytest.mark.django_db(transaction=True)
def test_panduan_seperti_di_layar(perambah, folder, pasuruan):
    """Every word in bold stands on a page its reader comes to; every picture is shown, and small."""
    buat_unit(pasuruan.pemda, "pasuruan-perikanan", "Dinas Perikanan")
    jalan = {}
    for nama, susuri in LANGKAH.items():
        orang = perambah.buka(TANPA_PANDUAN.get(nama, nama), wajar=(403, 404))
        orang.emulate_media(reduced_motion="reduce")  # a page that glides is nowhere yet
        jalan[nama] = Perjalanan(orang, folder)
        susuri(jalan[nama])
    bersama = set().union(*(satu.terbaca for satu in jalan.values()))
    karangan = {
        nama: yang_ditebalkan(PANDUAN / f"{nama}.md") - jalan[nama].terbaca
        for nama in LANGKAH
        if nama not in TANPA_PANDUAN
    }
    karangan["README"] = yang_ditebalkan(PANDUAN / "README.md") - bersama
    assert {nama: kata for nama, kata in karangan.items() if kata} == {}
    assert set().union(*(satu.gambar for satu in jalan.values())) == yang_dirujuk(
        *PANDUAN.glob("*.md")
    )
    assert besarnya(folder) == []


def besarnya(folder: Path) -> list[str]:
    """Pictures that are too large for a guide, one or all together."""
    ukuran = {satu.name: satu.stat().st_size for satu in folder.glob("*.png")}
    hasil = [f"{nama}: {n} byte" for nama, n in sorted(ukuran.items()) if n > SEBESAR]
    return hasil if sum(ukuran.values()) <= SEMUANYA else [*hasil, f"semua: {sum(ukuran.values())}"]


def test_gambar_tersimpan_sama_dengan_yang_dirujuk():
    """Also by the README, which shows some of them; and no guide is left out of the list."""
    tersimpan = {satu.name for satu in GAMBAR.glob("*.png")}
    assert tersimpan == yang_dirujuk(*PANDUAN.glob("*.md"))
    assert tersimpan > yang_dirujuk(AKAR / "README.md") > set()
    assert besarnya(GAMBAR) == []
    daftar = (PANDUAN / "README.md").read_text(encoding="utf-8")
    assert [satu.name for satu in PANDUAN.glob("*.md") if f"]({satu.name})" not in daftar] == [
        "README.md"
    ]


# -- the walks


def tamu(jalan: Perjalanan) -> None:
    """Who is not signed in: the door, a link for a password that works and one that does not."""
    akun = Pengguna.objects.get(nama_pengguna="organisasi")
    mati, hidup = buat_tautan(akun, oleh=None), buat_tautan(akun, oleh=None)
    jalan.buka("/masuk/", "masuk")
    jalan.buka(hidup)
    jalan.buka(mati)
    jalan.buka("/masuk/")
    jalan.halaman.context.clear_cookies(name="csrftoken")
    jalan.halaman.get_by_label("Nama pengguna").fill("bidang")
    jalan.halaman.get_by_label("Kata sandi").fill("keliru")
    jalan.tekan("button", "Masuk")
    assert judul(jalan.halaman) == "Halaman sudah lama terbuka"


def bersama(jalan: Perjalanan) -> None:
    """What all share."""
    halaman = jalan.halaman
    jalan.buka(setahun("beranda:tahun"))
    jalan.tanya("117,92", "asal-angka")
    jalan.buka(setahun("beranda:cari") + "?q=ormas", "cari")
    jalan.buka(setahun("perencanaan:perjanjian"))
    jalan.tekan("link", "Riwayat", "riwayat")
    jalan.buka(setahun("pengukuran:capaian"))
    jalan.buka(setahun("beranda:tahun").replace("2023", "2024"))
    jalan.buka("/akun/")
    jalan.buka("/pekerjaan/")
    jalan.buka(organisasi("unit"), "tidak-berhak")
    jalan.buka(setahun("beranda:tahun").replace("2023", "2019"))
    halaman.set_viewport_size(PONSEL)
    jalan.buka(setahun("beranda:tahun"), "ponsel-beranda")
    halaman.get_by_role("button", name="Menu", exact=True).click()
    jalan.lihat("ponsel-menu")


def bidang(jalan: Perjalanan) -> None:
    jalan.buka(setahun("beranda:tahun"), "bidang-beranda")
    jalan.buka(setahun("perencanaan:rencana-aksi") + "?triwulan=2", "bidang-rencana-aksi")
    jalan.buka(setahun("perencanaan:renstra"))
    jalan.buka(setahun("pengukuran:isi").replace("2023", "2024"), "bidang-realisasi")
    jalan.buka(setahun("pengukuran:capaian"))
    milik = jalan.halaman.get_by_role("article").filter(has_text="jumlah ormas yang aktif")
    milik.evaluate("(satu) => satu.scrollIntoView({block: 'center'})")
    jalan.lihat("bidang-penjelasan")
    jalan.tanya("142,67")


def sekretariat(jalan: Perjalanan) -> None:
    """Up to the PDF, which waits for a worker, fails once, and is made."""
    jalan.buka(setahun("beranda:tahun").replace("2023", "2024"), "sekretariat-langkah")
    jalan.buka(setahun("pengukuran:pemantauan").replace("2023", "2024"), "sekretariat-pemantauan")
    jalan.buka(setahun("beranda:periksa").replace("2023", "2024"), "sekretariat-pemeriksaan")
    jalan.buka(setahun("beranda:periksa"))
    jalan.buka(setahun("perencanaan:renstra"))
    jalan.buka(setahun("perencanaan:perjanjian") + "#target", "sekretariat-perjanjian")
    jalan.buka(setahun("pelaporan:lkjip-baca").replace("2023", "2024"))
    jalan.buka(setahun("pelaporan:lkjip-baca"), "sekretariat-lkjip")
    jalan.tekan("button", "Siapkan PDF", "sekretariat-menunggu")
    gagalkan(ambil(berdenyut("uji", mesin="uji", pid=1)), "Listrik padam di ruang server.")
    jalan.tekan("link", "Berhenti memperbarui otomatis")
    jalan.tekan("button", "Mulai lagi")
    assert kerjakan().status == "selesai"
    jalan.buka(jalan.halaman.url, "sekretariat-pdf")


def pimpinan(jalan: Perjalanan) -> None:
    jalan.buka(setahun("beranda:tahun"), "pimpinan-beranda")
    jalan.buka(setahun("pengukuran:capaian") + "#pembanding", "pimpinan-pembanding")
    jalan.buka(setahun("pengukuran:anggaran"), "pimpinan-anggaran")
    jalan.buka(setahun("perencanaan:perjanjian"))
    jalan.buka(setahun("pelaporan:lkjip-baca"))
    jalan.buka(setahun("pelaporan:lkjip-terbit"), "pimpinan-terbit")


def inspektorat(jalan: Perjalanan) -> None:
    halaman = jalan.halaman
    jalan.buka(reverse("beranda:semua", args=[2023]), "inspektorat-semua")
    jalan.buka(setahun("beranda:tahun"))
    halaman.locator(".pilih-unit summary").click()
    jalan.lihat("ganti-unit")
    jalan.buka(setahun("pengukuran:capaian"))
    jalan.tanya("97,20", "inspektorat-asal")
    jalan.buka(setahun("perencanaan:perjanjian"))
    jalan.buka(setahun("perencanaan:renstra") + "#beda-2", "inspektorat-renstra")
    jalan.buka(setahun("pengukuran:anggaran"))
    jalan.buka(setahun("beranda:periksa"))
    jalan.buka(setahun("pelaporan:lkjip-baca"))
    for nama in ("lhe", "rekomendasi", "simulasi"):
        jalan.buka(setahun(f"evaluasi:{nama}"))
    jalan.buka(reverse("evaluasi:meja", args=[2023]))


def bagian_organisasi(jalan: Perjalanan) -> None:
    """A window is set; an exception that would open nothing any more is refused."""
    halaman = jalan.halaman
    jalan.buka(reverse("beranda:semua", args=[2023]))
    jalan.buka(reverse("evaluasi:meja", args=[2023]))
    jalan.buka(setahun("beranda:tahun"))
    jalan.buka(organisasi("jendela", 2023))
    jalan.tekan("link", "Pengisian Triwulan II 2023")
    jalan.tekan("button", "Simpan jendela")
    jalan.buka(organisasi("jendela", 2023), "organisasi-jendela")
    jalan.tekan("link", "Pengisian Triwulan II 2023")
    jalan.tekan("link", "Beri pengecualian")
    halaman.get_by_label("Unit").select_option("Dinas Perikanan")
    halaman.get_by_label("Terbuka sampai").fill("1/8/2023 23.59")
    halaman.get_by_label("Alasan").fill("Gempa memutus jaringan kantor.")
    jalan.lihat("organisasi-pengecualian")
    jalan.tekan("button", "Beri pengecualian")
    assert "sudah lewat" in halaman.get_by_role("alert").inner_text()


def admin(jalan: Perjalanan) -> None:
    akun = Pengguna.objects.get(nama_pengguna="bidang")
    jalan.buka("/")
    jalan.buka(organisasi("unit"), "admin-unit")
    jalan.buka(organisasi("unit-baru"))
    jalan.buka(organisasi("unit-ubah", UNIT))
    jalan.buka(organisasi("pejabat"))
    jalan.buka(organisasi("pejabat-baru"))
    jalan.buka(organisasi("pejabat"))
    jalan.buka(organisasi("pejabat-ubah", Pejabat.objects.exclude(nip="").get().pk))
    jalan.tekan("link", "Tambah jabatan")
    jalan.buka(organisasi("akun"), "admin-akun")
    jalan.buka(organisasi("akun-baru"))
    jalan.buka(organisasi("akun-ubah", akun.pk) + "#judul-sandi", "admin-sandi")
    jalan.tekan("link", "Beri peran")
    jalan.buka(organisasi("pemda"))


# walks without a guide of their own, and who goes them
TANPA_PANDUAN = {"tamu": "", "bersama": "bidang"}
LANGKAH = {
    "tamu": tamu,
    "bersama": bersama,
    "bidang": bidang,
    "sekretariat": sekretariat,
    "pimpinan": pimpinan,
    "inspektorat": inspektorat,
    "organisasi": bagian_organisasi,
    "admin": admin,
}
