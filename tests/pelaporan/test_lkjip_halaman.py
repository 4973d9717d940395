"""The pages of the LKjIP: how full they are, what stays together, how large the letters are."""

from collections.abc import Iterator

import pypdfium2
import pytest
from django.test import override_settings
from pypdfium2 import raw

from pelaporan.dokumen.lkjip import susun_lkjip
from perencanaan.dokumen.pernyataan import JANJI_KEDUA
from sakip.dokumen.blok import Dokumen, Tabel
from sakip.dokumen.pdf import pdf_dokumen
from tests.dokumen.baca_pdf import baca_tabel, baris_sehalaman
from tests.dokumen.bacaan import Bacaan, terisi
from tests.modul import semodul

pytestmark = [pytest.mark.pdf, pytest.mark.django_db]

# the last page of a chapter: the next one must begin anew
BAB_BARU = "sebelum bab atau lampiran yang mulai di halaman baru"
ARAH_LAIN = "sebelum tabel lebar, yang halamannya rebah"


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
def bacaan(pdf) -> Bacaan:
    return Bacaan(pdf)


def awal_bagian(bacaan: Bacaan, dokumen: Dokumen) -> set[int]:
    """The pages that a part begins: a front part, a chapter, an annex."""
    depan = bacaan.label.index("1")
    judul = [next(j for j in bagian.judul() if j.nomor) for bagian in dokumen.isi]
    teks = [f"{j.nomor} {j.teks.upper() if j.tingkat == 1 else j.teks}" for j in judul]
    return {*range(1, depan), *(bacaan.letak(satu)[-1] for satu in teks)}


def sebab_pendek(bacaan: Bacaan, dokumen: Dokumen) -> dict[int, str]:
    """Which pages may be short, and why."""
    awal = awal_bagian(bacaan, dokumen)
    akhir = len(bacaan.halaman) - 1
    hasil = {}
    for n, halaman in enumerate(bacaan.halaman):
        if n == akhir or n + 1 in awal:
            hasil[n] = BAB_BARU
        elif halaman.rebah != bacaan.halaman[n + 1].rebah:
            hasil[n] = ARAH_LAIN
    return hasil


def test_halaman_terisi(bacaan, dokumen):
    """No page is nearly empty but the last of a chapter; before a change of direction a quarter."""
    isi = [terisi(satu) for satu in bacaan.halaman]
    sebab = sebab_pendek(bacaan, dokumen)
    kurang = {bacaan.label[n]: round(i, 2) for n, i in enumerate(isi) if i < 0.5 and n not in sebab}
    assert kurang == {}
    hampir_kosong = {n for n, i in enumerate(isi) if i < 0.25}
    assert {sebab[n] for n in hampir_kosong} <= {BAB_BARU}
    assert len(hampir_kosong) <= 1
    assert sum(isi) / len(isi) > 0.7


def test_bagian_pendek_bersambung(bacaan):
    """The three short lists share a page; wide tables follow each other on their pages."""
    (daftar,) = (h for h in bacaan.halaman if h.teks.startswith("DAFTAR TABEL"))
    assert "DAFTAR GAMBAR" in daftar
    assert "DAFTAR LAMPIRAN" in daftar
    rebah = "".join("r" if h.rebah else "t" for h in bacaan.halaman)
    assert rebah.lstrip("t").rstrip("t").count("tr") == 4  # 2.1–2.2, 3.3, 3.6–3.8, and two papers


def test_tanda_tangan_bersama_yang_ditandatangani(bacaan, pdf):
    """Under the promise itself, or under two rows of the table at the least."""
    baris = baris_sehalaman(pdf)
    janji, lampiran = bacaan.letak("Pihak Pertama,"), bacaan.letak("Mengetahui,")
    assert (len(janji), len(lampiran)) == (2, 4)
    assert [n for n in janji if JANJI_KEDUA not in bacaan.halaman[n]] == []
    assert [n for n in lampiran if baris.get(n, 0) < 2] == []
    for n in lampiran:
        for teks in ("Sumber: ", "H. Nagara Contoh", "Drs. Wirya Contoh, M.Si."):
            assert teks in bacaan.halaman[n]


def test_catatan_tabel_bulanan_di_halaman_baris_terakhirnya(bacaan):
    akhir = bacaan.letak("% capaian kinerja tiap bulan")
    assert len(akhir) == 2
    for n in akhir:
        halaman = bacaan.halaman[n]
        for teks in (
            "Sasaran Strategis",
            "T = target, R = realisasi.",
            "JML kumulatif",
            "Mengetahui,",
        ):
            assert teks in halaman


def besar_huruf(pdf: bytes, nomor: int) -> set[float]:
    """The sizes of the letters of a page, in points; what is there to be read aloud has none."""
    teks = pypdfium2.PdfDocument(pdf)[nomor].get_textpage()
    skala = raw.FS_MATRIX()
    besar = set()
    for letak, huruf in enumerate(teks.get_text_range()):
        if huruf.isspace():
            continue
        raw.FPDFText_GetMatrix(teks.raw, letak, skala)
        besar.add(round(abs(skala.d) * raw.FPDFText_GetFontSize(teks.raw, letak), 2))
    return {satu for satu in besar if satu > 0.2}


def test_huruf_terbaca(pdf, bacaan):
    for nomor in range(len(bacaan.halaman)):
        assert min(besar_huruf(pdf, nomor)) >= 6.5, bacaan.label[nomor]
    for nomor in bacaan.letak("Target dan Realisasi Bulanan"):
        assert min(besar_huruf(pdf, nomor)) == 7


def test_tabel_utuh_di_satu_halaman(pdf, dokumen):
    utuh = [b.utuh for b in dokumen.blok() if isinstance(b, Tabel)]
    terbaca = baca_tabel(pdf)
    assert utuh.count(True) == 4
    assert [t.judul for t, u in zip(terbaca, utuh, strict=True) if u and t.kepala_ulang] == []


def test_rumus_iku_bersusun(pdf, bacaan):
    """As printed: the difference of two sums above the line, a sum below it, × 100 between."""
    (n,) = bacaan.letak("Σ ormas aktif thn (n-1)")
    teks = pypdfium2.PdfDocument(pdf)[n].get_textpage()

    def tinggi(dicari: str) -> float:
        awal, panjang = teks.search(dicari, match_case=True).get_next()
        return teks.get_charbox(awal + panjang - 1)[1]

    # the first × of the page belongs to the formula of temuan
    atas, bawah = tinggi("ormas aktif tahun (n)"), tinggi("ormas aktif thn")
    kali = [
        teks.get_charbox(i)[1]
        for i in range(teks.count_chars())
        if teks.get_text_range(i, 1) == "×"
    ]
    assert any(bawah < satu < atas for satu in kali)
    assert len(kali) == 4


def test_grafik_menyebut_yang_belum_mencapai_target(bacaan):
    (n,) = (n for n in bacaan.letak("Grafik 3.1 Capaian Kinerja Tahun 2023 (%)") if n > 5)
    halaman = bacaan.halaman[n]
    assert "Persentase penurunan konflik di Kota Pasuruan (belum mencapai target)" in halaman
    # in the sentence above, in the label, and in the legend
    assert halaman.rapat.count("belummencapaitarget") == 3
    assert halaman.rapat.count("mencapaitarget") == 3 + 2  # as the sentence and the legend say
