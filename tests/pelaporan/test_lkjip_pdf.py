"""The LKjIP read back from its PDF: figures, captions, page numbers."""

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pytest
from django.test import override_settings

from pelaporan.dokumen.lkjip import susun_lkjip
from sakip.dokumen.blok import Baris, Dokumen, Tabel
from sakip.dokumen.pdf import pdf_dokumen
from sakip.lib.romawi import tulis_romawi
from tests.dokumen.baca_pdf import baca_tabel, rapat
from tests.modul import semodul

pytestmark = [pytest.mark.pdf, pytest.mark.django_db]

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


@pytest.fixture(scope="module")
def dokumen(django_db_setup, django_db_blocker) -> Iterator[Dokumen]:
    with semodul(django_db_blocker) as unit:
        hasil = susun_lkjip(unit, 2023)
        with django_db_blocker.block():
            yield hasil


@pytest.fixture(scope="module")
def pdf(dokumen, simpanan_dokumen) -> bytes:
    with override_settings(FOLDER_DOKUMEN=simpanan_dokumen):
        return pdf_dokumen(dokumen)


@pytest.fixture(scope="module")
def halaman(pdf) -> list[str]:
    return baca(pdf)


@pytest.fixture(scope="module")
def bilangan(halaman) -> set[str]:
    """Every whole number in the text, with its groups and decimals."""
    return set(re.findall(r"\d+(?:\.\d{3})*(?:,\d+)?", "\n".join(halaman)))


@pytest.mark.parametrize(
    "angka", [*CAPAIAN_2023, *CAPAIAN_2022, *KEMAJUAN, *SERAPAN, *EFISIENSI, *UANG]
)
def test_angka_benar_tercetak(angka, bilangan):
    assert angka in bilangan


def test_draf_bertanda_pada_setiap_halaman(halaman):
    assert [satu.count("DRAF, dicetak ") for satu in halaman] == [1] * len(halaman)


def test_angka_salah_sumber_tidak_tercetak(bilangan):
    assert bilangan & set(SALAH) == set()


NOMOR_TABEL = [
    "1.1", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6",
    "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9",
]  # fmt: skip


@pytest.fixture(scope="module")
def awal_isi(pdf) -> int:
    """How many pages stand before page 1."""
    with pikepdf.open(io.BytesIO(pdf)) as berkas:
        return [hal.label for hal in berkas.pages].index("1")


def sel_tercetak(baris: Baris) -> list[str]:
    """The cells of a row that print something."""
    return [isi for sel in baris.sel if (isi := rapat("".join(map(str, sel.isi))))]


def kepala_tercetak(tabel: Tabel) -> list[str]:
    """Heads and column numbers, row by row."""
    grup = tabel.kepala_grup()
    atas = [teks for teks, _ in grup]
    bawah = [kolom.kepala for kolom in tabel.kolom if kolom.grup or not grup]
    nomor = [f"({n})" for n in range(1, len(tabel.kolom) + 1)] if tabel.nomor_kolom else []
    return [rapat(teks) for teks in (*atas, *bawah, *nomor) if teks]


def test_setiap_tabel_terbaca_kembali_sel_demi_sel(pdf, dokumen):
    """Caption, number, heads on every page, and all rows with all their cells."""
    tabel = [blok for blok in dokumen.blok() if isinstance(blok, Tabel)]
    terbaca = baca_tabel(pdf)
    assert [t.nomor for t in dokumen.tabel()] == NOMOR_TABEL
    assert [t.judul for t in terbaca] == [
        rapat(f"Tabel {t.nomor} {t.judul}" if t.nomor else t.judul) for t in tabel
    ]
    for asal, hasil in zip(tabel, terbaca, strict=True):
        assert hasil.baris == [sel_tercetak(satu) for satu in asal.baris], asal.kunci
        for kepala in (hasil.kepala, *hasil.kepala_ulang):
            assert [sel for satu in kepala for sel in satu] == kepala_tercetak(asal), asal.kunci


def test_tabel_lebar_berdiri_di_halaman_mendatar(pdf, dokumen):
    halaman = [hal.get_size() for hal in pypdfium2.PdfDocument(pdf)]
    tabel = [blok for blok in dokumen.blok() if isinstance(blok, Tabel)]
    mendatar = [halaman[t.halaman][0] > halaman[t.halaman][1] for t in baca_tabel(pdf)]
    assert mendatar == [satu.mendatar for satu in tabel]
    assert sum(mendatar) == 8


def test_halaman_bernomor_romawi_lalu_angka(halaman, awal_isi):
    romawi = [tulis_romawi(n).lower() for n in range(1, awal_isi)]
    # the cover, kata pengantar, ikhtisar, daftar isi, and the short lists on one page
    assert awal_isi == 5
    assert [teks.split()[-1] for teks in halaman[1:awal_isi]] == romawi
    assert [teks.split()[-1] for teks in halaman[awal_isi:]] == [
        str(n) for n in range(1, len(halaman) - awal_isi + 1)
    ]


def test_nomor_di_daftar_sama_dengan_halaman(halaman, awal_isi, dokumen):
    """Every line of the lists names the page on which its heading or caption stands."""
    butir = [(f"{j.nomor} {j.teks}", j.tingkat == 1) for j in dokumen.judul_isi()]
    butir += [(f"Tabel {t.nomor} {t.judul}", False) for t in dokumen.tabel()]
    butir += [(f"{g.nomor} {g.judul}", False) for g in dokumen.gambar()]
    daftar = rapat("".join(halaman[3:awal_isi])).upper()
    isi = [rapat(teks) for teks in halaman[awal_isi:]]
    for teks, kapital in butir:
        dicari = rapat(teks)
        tercetak = re.findall(rf"{re.escape(dicari.upper())}\.+(\d+)", daftar)
        # chapters are printed in capitals; in the sistematika their names are not
        letak = [n for n, t in enumerate(isi, 1) if (dicari.upper() if kapital else dicari) in t]
        lampiran = teks.startswith("Lampiran ")  # the sistematika names them too, before they come
        nomor = str(letak[-1] if lampiran else letak[0])
        assert len(tercetak) == 1 + lampiran, teks  # daftar isi, and daftar lampiran
        assert [satu for satu in tercetak if not satu.startswith(nomor)] == [], teks


def test_label_halaman_seperti_tercetak(pdf, halaman, awal_isi):
    with pikepdf.open(io.BytesIO(pdf)) as berkas:
        label = [hal.label for hal in berkas.pages]
        bahasa, judul = str(berkas.Root.Lang), str(berkas.docinfo["/Title"])
        bertanda = bool(berkas.Root.MarkInfo.Marked)
        penanda = [butir.title for butir in berkas.open_outline().root]
    isi = len(halaman) - awal_isi
    romawi = [tulis_romawi(n).lower() for n in range(1, awal_isi)]
    assert label == ["Sampul", *romawi, *map(str, range(1, isi + 1))]
    assert (bahasa, bertanda) == ("id", True)
    assert judul == "LKjIP Badan Kesatuan Bangsa dan Politik Kota Pasuruan Tahun 2023"
    assert penanda[-5:] == [
        "BAB I Pendahuluan", "BAB II Perencanaan Kinerja", "BAB III Akuntabilitas Kinerja",
        "BAB IV Penutup", "Lampiran",
    ]  # fmt: skip


def test_tidak_ada_teks_di_luar_halaman(pdf):
    for hal in pypdfium2.PdfDocument(pdf):
        lebar, tinggi = hal.get_size()
        teks = hal.get_textpage()
        kotak = [teks.get_rect(i) for i in range(teks.count_rects())]
        assert [k for k in kotak if k[0] < 0 or k[1] < 0 or k[2] > lebar or k[3] > tinggi] == []


# what the printed report had of another year: in its titles, sources and sentences
TAHUN_LAIN = re.compile(r"\b(?:19|20)\d\d\b")


def test_setiap_tahun_adalah_tahun_laporan_atau_pembanding(dokumen):
    """In captions, heads and sources: the report's year, the one before, those of the Renstra."""
    boleh = {"2021", "2022", "2023", "2024", "2025", "2026"}
    judul = [t.judul for t in dokumen.tabel()] + [j.teks for j in dokumen.judul_isi()]
    tahun = {satu for teks in judul for satu in TAHUN_LAIN.findall(teks)}
    assert tahun == {"2022", "2023", "2026"}
    hukum = re.compile(r"Nomor \d+ Tahun \d{4}")
    sumber = [hukum.sub("", "".join(map(str, t.sumber))) for t in dokumen.tabel()]
    assert {satu for teks in sumber for satu in TAHUN_LAIN.findall(teks)} <= boleh
