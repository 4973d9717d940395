"""The documents of the plan read back from their PDF."""

import re

import pypdfium2
import pytest

from perencanaan.dokumen.susun import susun_iku, susun_perjanjian, susun_renstra
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.pdf import pdf_dokumen
from tests.dokumen.bacaan import Bacaan, terisi
from tests.perencanaan.baca_tabel import teks

pytestmark = pytest.mark.pdf


def baca(dokumen: Dokumen) -> tuple[list[str], list[bool]]:
    """The words of each page, and whether it lies on its side. No text may leave its page."""
    isi, rebah = [], []
    for halaman in pypdfium2.PdfDocument(pdf_dokumen(dokumen)):
        lebar, tinggi = halaman.get_size()
        milik = halaman.get_textpage()
        kotak = [milik.get_rect(i) for i in range(milik.count_rects())]
        assert [k for k in kotak if k[0] < 0 or k[1] < 0 or k[2] > lebar or k[3] > tinggi] == []
        isi.append(" ".join(milik.get_text_range().split()))
        rebah.append(lebar > tinggi)
    return isi, rebah


@pytest.mark.parametrize(
    ("susun", "banyak"), [(susun_perjanjian, 5), (susun_renstra, 4), (susun_iku, 3)]
)
def test_tidak_ada_halaman_hampir_kosong(susun, banyak, pasuruan):
    """The last page too: a short table moves there whole, with what is signed under it."""
    isi = [terisi(halaman) for halaman in Bacaan(pdf_dokumen(susun(pasuruan, 2023))).halaman]
    assert len(isi) == banyak
    assert [n for n, satu in enumerate(isi, start=1) if satu < 0.25] == []


def bilangan(halaman: list[str]) -> set[str]:
    return set(re.findall(r"\d+(?:\.\d{3})*(?:,\d+)?", " ".join(halaman)))


def tercetak(dokumen: Dokumen) -> set[str]:
    """Every number of the figures that the blocks hold."""
    semua = " ".join(angka.tampil for angka in dokumen.angka())
    return set(re.findall(r"\d+(?:\.\d{3})*(?:,\d+)?", semua))


@pytest.mark.parametrize(
    ("ke", "jumlah", "tanggal"),
    [
        (1, ["10.467.423.824"], "02 Januari 2023"),
        (2, ["10.467.423.824", "11.443.226.942", "508.791.760", "583.791.760"], "02 Oktober 2023"),
    ],
)
def test_perjanjian_kinerja(ke, jumlah, tanggal, pasuruan):
    dokumen = susun_perjanjian(pasuruan, 2023, ke)
    halaman, rebah = baca(dokumen)
    assert set(jumlah) <= bilangan(halaman)
    assert tercetak(dokumen) <= bilangan(halaman)
    assert (rebah[0], rebah[-1]) == (False, True)
    assert f"Pasuruan, {tanggal}" in halaman[0]
    assert "NIP 00000000 000000 0 001" in halaman[0]
    assert " ".join(halaman).count("Mengetahui, Pejabat Atasan Langsung") == 2


def test_renstra(pasuruan):
    dokumen = susun_renstra(pasuruan, 2023)
    halaman, rebah = baca(dokumen)
    assert tercetak(dokumen) <= bilangan(halaman)
    assert not any(rebah)
    isi = " ".join(halaman)
    assert all(f"Tabel {tabel.nomor} {tabel.judul}" in isi for tabel in dokumen.tabel())
    assert "Ancaman radikalisme dan terorisme." in isi


def test_iku(pasuruan):
    dokumen = susun_iku(pasuruan, 2023)
    halaman, rebah = baca(dokumen)
    assert (rebah[0], all(rebah[1:])) == (False, True)
    assert tercetak(dokumen) <= bilangan(halaman)
    (tabel,) = (blok for blok in dokumen.blok() if hasattr(blok, "kolom"))
    rapat = "".join(halaman).replace(" ", "")
    nama = [teks(baris.sel[2].isi) for baris in tabel.baris if len(baris.sel) > 1]
    assert [satu for satu in nama if satu.replace(" ", "") not in rapat] == []
