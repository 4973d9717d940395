"""The LKjIP read back from its PDF: figures, captions, page numbers."""

import io
import re

import pikepdf
import pypdfium2
import pytest

from pelaporan.dokumen.lkjip import susun_lkjip
from sakip.dokumen.pdf import pdf_dokumen

pytestmark = pytest.mark.pdf

CAPAIAN_2023 = ("117,92", "103,24", "100,00", "107,09", "142,67", "97,20")
CAPAIAN_2022 = ("115,65", "89,57", "100,00", "105,44", "291,67", "363,60")
KEMAJUAN = ("111,75", "103,24", "100,00", "107,09", "142,67", "97,20")
SERAPAN = ("88,65", "99,24", "81,30", "93,50", "82,94", "90,56", "89,39")
EFISIENSI = ("44,91", "9,44", "16,53", "50,59", "13,52")
UANG = ("11.443.226.942", "10.467.423.824", "508.791.760", "10.228.732.983")
# what the printed report had wrong
SALAH = ("142,6", "291,66", "363,63", "97,22", "87,15", "77,0", "50,53", "13,54")


def baca(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [hal.get_textpage().get_text_range() for hal in pypdfium2.PdfDocument(pdf)]


@pytest.fixture
def pdf(pasuruan) -> bytes:
    return pdf_dokumen(susun_lkjip(pasuruan, 2023))


@pytest.fixture
def halaman(pdf) -> list[str]:
    return baca(pdf)


@pytest.fixture
def bilangan(halaman) -> set[str]:
    """Every whole number in the text, with its groups and decimals."""
    return set(re.findall(r"\d+(?:\.\d{3})*(?:,\d+)?", "\n".join(halaman)))


@pytest.mark.parametrize(
    "angka", [*CAPAIAN_2023, *CAPAIAN_2022, *KEMAJUAN, *SERAPAN, *EFISIENSI, *UANG]
)
def test_angka_benar_tercetak(angka, bilangan):
    assert angka in bilangan


def test_angka_salah_sumber_tidak_tercetak(bilangan):
    assert bilangan & set(SALAH) == set()


def test_judul_tabel_tercetak_sekali_di_isi(halaman, pasuruan):
    isi = " ".join(" ".join(halaman[3:]).split())
    tabel = susun_lkjip(pasuruan, 2023).tabel()
    assert [t.nomor for t in tabel] == ["2.1", "2.4", "3.1", "3.2", "3.3", "3.4", "3.7", "3.9"]
    assert [isi.count(f"Tabel {t.nomor} {t.judul}") for t in tabel] == [1] * len(tabel)


DEPAN = 3  # sampul, daftar isi, daftar tabel


def test_halaman_bernomor_romawi_lalu_angka(halaman):
    assert [teks.split()[-1] for teks in halaman[1:DEPAN]] == ["i", "ii"]
    assert [teks.split()[-1] for teks in halaman[DEPAN:]] == [
        str(n) for n in range(1, len(halaman) - DEPAN + 1)
    ]


def letak_nyata(halaman: list[str], teks: str) -> int:
    """The printed number of the page on which a heading or caption stands.

    Letter for letter: headings of chapters are in capitals, their names in the sistematika not.
    """
    dicari = "".join(teks.split())
    return next(
        nomor
        for nomor, isi in enumerate(halaman[DEPAN:], start=1)
        if dicari in "".join(isi.split())
    )


@pytest.mark.parametrize(("letak", "banyaknya"), [(1, 18), (2, 8)])
def test_nomor_di_daftar_sama_dengan_halaman(letak, banyaknya, halaman):
    """Every line of daftar isi (but its own two) and of daftar tabel."""
    baris = re.sub(r"\s*\.{2,}\s*", "|", halaman[letak]).splitlines()
    butir = [b.split("|") for b in baris if re.search(r"\|\d+\s*$", b)]
    assert len(butir) == banyaknya
    assert [letak_nyata(halaman, teks) for teks, _ in butir] == [int(n) for _, n in butir]


def test_label_halaman_seperti_tercetak(pdf, halaman):
    with pikepdf.open(io.BytesIO(pdf)) as berkas:
        label = [hal.label for hal in berkas.pages]
        bahasa, judul = str(berkas.Root.Lang), str(berkas.docinfo["/Title"])
        bertanda = bool(berkas.Root.MarkInfo.Marked)
        penanda = [butir.title for butir in berkas.open_outline().root]
    isi = len(halaman) - 3
    assert label == ["Sampul", "i", "ii", *map(str, range(1, isi + 1))]
    assert (bahasa, bertanda) == ("id", True)
    assert judul == "LKjIP Badan Kesatuan Bangsa dan Politik Kota Pasuruan Tahun 2023"
    assert penanda[-1] == "BAB IV Penutup"


def test_tidak_ada_teks_di_luar_halaman(pdf):
    for hal in pypdfium2.PdfDocument(pdf):
        lebar, tinggi = hal.get_size()
        teks = hal.get_textpage()
        kotak = [teks.get_rect(i) for i in range(teks.count_rects())]
        assert [k for k in kotak if k[0] < 0 or k[1] < 0 or k[2] > lebar or k[3] > tinggi] == []
