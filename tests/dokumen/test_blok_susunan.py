"""How blocks are put together: pages on their side, widths of columns, signatures, pictures."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from sakip.dokumen.blok import (
    Bagian,
    Dokumen,
    Gambar,
    Judul,
    KepalaNaskah,
    Kolom,
    Paragraf,
    Penanda,
    Rata,
    Sampul,
    TandaTangan,
    alamat_gambar,
    baris,
)
from sakip.dokumen.blok.alamat import gambar_utuh
from sakip.dokumen.blok.huruf import bungkus, lebar_teks
from sakip.dokumen.blok.lebar import BAGIAN, bagi_lebar
from sakip.dokumen.html import html_cetak
from tests.dokumen.contoh import dokumen_kecil, tabel
from tests.dokumen.contoh_lengkap import (
    LAMBANG,
    dokumen_lengkap,
    identitas,
    penanda_dua,
    png,
    tabel_bulanan,
)

JUDUL = Judul(2, "1.1", "Judul", "judul-uji")
TEKS = Paragraf(("isi",))
PANJANG = Paragraf(("kata " * 400,))
REBAH = tabel(mendatar=True)
NASKAH = KepalaNaskah(("Naskah",))


@pytest.mark.parametrize(
    ("blok", "arah"),
    [
        ((JUDUL, TEKS), "tt"),
        ((JUDUL, REBAH, TEKS), "rrt"),
        ((TEKS, JUDUL, TEKS, TEKS, REBAH, TEKS), "trrrrt"),
        ((TEKS, REBAH), "tr"),
        ((TEKS, JUDUL, JUDUL, REBAH), "trrr"),
        ((TEKS, NASKAH, identitas(), REBAH, penanda_dua(), TEKS), "trrrrt"),
        ((REBAH, TEKS, REBAH), "rrr"),
        ((TEKS, REBAH, JUDUL, TEKS, TEKS, REBAH, TEKS), "trrrrrt"),
        ((REBAH, PANJANG, REBAH), "rtr"),
        ((REBAH, TEKS, tabel(), TEKS, REBAH), "rtttr"),
        ((REBAH, TEKS, penanda_dua(), REBAH), "rttr"),
        ((penanda_dua(), REBAH), "tr"),
        ((tabel(), penanda_dua(), JUDUL), "ttt"),
    ],
)
def test_judul_dan_tanda_tangan_ikut_arah_tabelnya(blok, arah):
    lembar = Bagian("b", blok).lembar()
    assert "".join(("r" if satu.mendatar else "t") * len(satu.blok) for satu in lembar) == arah
    assert tuple(b for satu in lembar for b in satu.blok) == blok
    assert len(lembar) == len(re.findall(r"t+|r+", arah))
    (semua,) = Bagian("b", blok, mendatar=True).lembar()
    assert semua.mendatar


def test_lebar_kolom_menurut_permintaan_bila_cukup():
    assert tabel().lebar_kolom() == (600, 400)


def test_kolom_sempit_dilebarkan_untuk_kata_dan_bilangannya():
    uang = "10.467.423.824"
    kolom = (Kolom("Uraian", 97), Kolom("Rp", 3, Rata.KANAN))
    sempit = tabel(kolom=kolom, baris=(baris("panjang " * 9, uang),))
    lebar = sempit.lebar_kolom()
    assert sum(lebar) <= BAGIAN
    assert lebar[1] * 160 / BAGIAN > float(lebar_teks(uang, 8)) * 0.3528 + 2.2
    rapat = tabel(kolom=kolom, baris=(baris("panjang " * 9, uang),), rapat=True, mendatar=True)
    assert rapat.lebar_kolom()[1] < lebar[1]


def test_kolom_yang_sama_tetap_sama_lebar():
    assert len(set(tabel_bulanan().lebar_kolom()[4:-1:2])) == 1


BARIS_PERLU = st.integers(1, 12).flatmap(
    lambda n: st.lists(st.tuples(*[st.integers(1, 500)] * 3), min_size=n, max_size=n)
)


@given(BARIS_PERLU)
def test_bagi_lebar_apa_pun(isi):
    diminta, kata, bilangan = zip(*isi, strict=True)
    lebar = bagi_lebar(diminta, kata, bilangan)
    assert all(satu >= 1 for satu in lebar)
    assert BAGIAN - len(lebar) <= sum(lebar) <= BAGIAN + len(lebar)
    for perlu in (kata, bilangan):
        if sum(perlu) <= BAGIAN:
            assert all(ada >= butuh for ada, butuh in zip(lebar, perlu, strict=True))
            break


def test_lebar_kolom_yang_dipakai_ada_di_gaya():
    html = html_cetak(dokumen_lengkap())
    dipakai = set(re.findall(r'<col class="(dok-l\d+)"', html))
    assert len(dipakai) > 10
    assert dipakai == set(re.findall(r"^\.(dok-l\d+) \{ width: \d+\.\d%; \}$", html, re.MULTILINE))


def test_tanda_tangan_menyamakan_baris_di_atas_jabatan():
    kiri = Penanda("Wali Kota", "A", pengantar=("Mengetahui,", "Pejabat Atasan Langsung"))
    kanan = Penanda("Kepala", "B", "1964")
    assert [atas for atas, _ in TandaTangan("Pasuruan, 2 Januari", (kiri, kanan)).kolom()] == [
        ("Mengetahui,", "Pejabat Atasan Langsung"),
        ("", "Pasuruan, 2 Januari"),
    ]
    assert [atas for atas, _ in TandaTangan("", (kanan,)).kolom()] == [()]
    html = render_to_string(TandaTangan.templat, {"blok": TandaTangan("", (kanan,))})
    assert "dok-tanda-tangan-satu" in html
    assert "NIP 1964" in html


@pytest.mark.parametrize(
    ("alamat", "utuh"),
    [
        (LAMBANG, True),
        ("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E", True),
        ("", False),
        ("/berkas/1.png", False),
        ("https://contoh.id/a.png", False),
        ("data:image/png;base64,@@@", False),
        (alamat_gambar(png()[:-30], "image/png"), False),
        (alamat_gambar(png(), "image/jpeg"), False),
        (alamat_gambar(png(), "image/webp"), False),
        ("data:image/svg+xml,%3Csvg", False),
        ("data:image/svg+xml,%3Cp/%3E", False),
        ("data:image/svg+xml,%3C!DOCTYPE a [%3C!ENTITY b 'c'%3E]%3E%3Csvg/%3E", False),
        ("data:text/html,%3Cp%3E", False),
    ],
)
def test_hanya_gambar_utuh_di_dalam_dokumen_yang_tampil(alamat, utuh):
    assert gambar_utuh(alamat) is utuh
    gambar = render_to_string(Gambar.templat, {"blok": Gambar("g", "", "Peta", alamat)})
    assert ("<img" in gambar, "dok-gambar-kosong" in gambar) == (utuh, not utuh)
    naskah = render_to_string(KepalaNaskah.templat, {"blok": KepalaNaskah(("A",), alamat)})
    sampul = Sampul(("J",), ("N",), "2023", "Kota", alamat)
    assert (
        ("<img" in naskah) is ("<img" in render_to_string(Sampul.templat, {"blok": sampul})) is utuh
    )


def test_gambar_diberi_teks_pengganti():
    milik = Gambar("g", "Gambar 1", "Peta", LAMBANG, teks="Peta dengan empat kecamatan")
    assert 'alt="Peta dengan empat kecamatan"' in render_to_string(milik.templat, {"blok": milik})


def test_bungkus_tidak_melampaui_lebar_dan_tidak_menghilangkan_huruf():
    kata = "Persatuan W" + "W" * 40 + " dan iiiiiiiiii"
    hasil = bungkus(kata, 100, 10)
    assert max(lebar_teks(satu, 10) for satu in hasil) <= 100
    assert "".join(hasil).replace(" ", "") == kata.replace(" ", "")
    assert bungkus("", 100, 10) == []


def test_dokumen_tanpa_isi_tanpa_halaman_kosong():
    kosong = Dokumen("Uji", dokumen_kecil().sampul, (), ())
    assert 'id="isi"' not in html_cetak(kosong)


GAYA = (Path(settings.BASE_DIR) / "templates" / "dokumen" / "cetak.css").read_text(encoding="utf-8")


def terang(warna: str) -> float:
    bagian = [int(warna[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    merah, hijau, biru = [
        b / 12.92 if b <= 0.04045 else ((b + 0.055) / 1.055) ** 2.4 for b in bagian
    ]
    return 0.2126 * merah + 0.7152 * hijau + 0.0722 * biru


def test_label_berulang_lebih_muda_tetapi_terbaca():
    (tinta,) = re.findall(r"\.dok-ulang \{ color: (#\w{6})", GAYA)
    dasar = re.findall(r"\.dok-baris-\w+ td \{ background: (#\w{6})", GAYA)
    assert len(dasar) == 3
    for latar in ("#ffffff", *dasar):
        assert (terang(latar) + 0.05) / (terang(tinta) + 0.05) >= 4.5
    assert terang(tinta) > terang("#16233a")


def test_hanya_kata_pendek_sebelum_tabel_yang_melekat_padanya():
    blok = (TEKS, TEKS, tabel(), TEKS, JUDUL, PANJANG, tabel(), JUDUL, REBAH)
    lembar = Bagian("b", blok).lembar()
    lekat = [ada for satu in lembar for _, ada in satu.blok_berlekat()]
    assert lekat == [False, True, *[False] * 7]
    html = html_cetak(Dokumen("Uji", None, (), (Bagian("b", blok),)))
    assert html.count('class="dok-paragraf dok-pengantar"') == 1
