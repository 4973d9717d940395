"""A document as a workbook, opened again."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from sakip.dokumen.angka import Angka, Asal, PernyataanKembali
from sakip.dokumen.blok import (
    Bagian,
    Baris,
    Blok,
    Dokumen,
    Identitas,
    KepalaNaskah,
    Kolom,
    Paragraf,
    Penanda,
    Rata,
    Sel,
    Tabel,
    TandaTangan,
    baris,
)
from sakip.dokumen.xlsx import xlsx_dokumen
from sakip.lib.galat import TidakAda
from tests.lib.sifat import sifat

ASAL = Asal("uji")


def angka(nilai: str | None, tampil: str) -> Angka:
    return Angka(None if nilai is None else Decimal(nilai), tampil, f"uji/{tampil}", ASAL)


def tabel(*isi: Baris, judul: str = "Capaian", kolom: int = 2, **beda: object) -> Tabel:
    semua = tuple(Kolom(f"K{n}", 10, Rata.KIRI) for n in range(kolom))
    isian = {"kunci": "t", "nomor": "", "judul": judul, "kolom": semua, "baris": isi, **beda}
    return Tabel(**isian)


def dokumen(*blok: Blok) -> Dokumen:
    return Dokumen("Dokumen uji", None, (), (Bagian("b", blok),))


def buka(*blok: Blok) -> Workbook:
    return load_workbook(BytesIO(xlsx_dokumen(dokumen(*blok))))


def sel_dari(buku: Workbook) -> list:
    return [sel for lembar in buku for baris_ in lembar for sel in baris_ if sel.value is not None]


def berisi(buku: Workbook, nilai: object):
    """The one cell that holds it."""
    (sel,) = [satu for satu in sel_dari(buku) if satu.value == nilai]
    return sel


@pytest.mark.parametrize(
    ("nilai", "tampil", "bentuk"),
    [
        ("75.51", "75,51", "#,##0.00"),
        ("1234567", "1.234.567", "#,##0"),
        ("97.204", "97,20%", '#,##0.00"%"'),
        ("-149", "-149,00", "#,##0.00"),
        ("2.27", "+2,27", '"+"#,##0.00'),
        ("0.004", "< 0,01", "General"),
        ("1000", "Rp\N{NO-BREAK SPACE}1.000", '"Rp\N{NO-BREAK SPACE}"#,##0'),
    ],
)
def test_angka_menjadi_bilangan_utuh(nilai, tampil, bentuk):
    (sel,) = [
        s for s in sel_dari(buka(tabel(baris("x", angka(nilai, tampil))))) if s.data_type == "n"
    ]
    assert (Decimal(str(sel.value)), sel.number_format) == (Decimal(nilai), bentuk)


def test_tanpa_angka_menjadi_teks():
    sel = berisi(buka(tabel(baris("x", angka(None, "-")))), "-")
    assert (sel.data_type, sel.quotePrefix) == ("s", True)


KEMBALI = PernyataanKembali(
    koreksi=1,
    hal="Ormas aktif, realisasi setahun 2023",
    tahun=2023,
    pada="03 April 2024",
    semula="4,28%",
    menjadi="5,28%",
    alasan="salah baca",
)


def kembali(nilai: str | None, tampil: str) -> Angka:
    """A figure that was made from one that was restated."""
    dari = replace(angka("5.28", "5,28%"), asal=Asal("uji", kembali=(KEMBALI,)))
    return replace(angka(nilai, tampil), asal=Asal("uji", (dari,)))


@pytest.mark.parametrize(
    ("nilai", "tampil", "bentuk"),
    [("5.28", "5,28%", '#,##0.00"%""†"'), ("176", "176,00", '#,##0.00"†"')],
)
def test_yang_dinyatakan_kembali_bertanda_dan_tetap_bilangan(nilai, tampil, bentuk):
    buku = buka(tabel(baris("x", kembali(nilai, tampil)), baris("y", angka("1", "1,00"))))
    semua = {Decimal(str(s.value)): s.number_format for s in sel_dari(buku) if s.data_type == "n"}
    assert semua == {Decimal(nilai): bentuk, Decimal(1): "#,##0.00"}


def test_yang_dinyatakan_kembali_bertanda_juga_dalam_kata():
    isi = ("realisasi ", kembali("5.28", "5,28%"))
    kosong = kembali(None, "-")
    buku = buka(tabel(baris("x", isi), baris("y", kosong)), Paragraf(isi))
    teks = [s.value for s in sel_dari(buku)]
    assert teks.count("realisasi 5,28%†") == 2
    assert "-†" in teks


def test_catatan_kembali_di_bawah_tabelnya():
    buku = buka(tabel(baris("x", kembali("5.28", "5,28%")), baris("y", kembali("2", "2"))))
    catatan = [s.value for s in sel_dari(buku) if str(KEMBALI) in str(s.value)]
    assert len(catatan) == 1
    assert "semula 4,28%, menjadi 5,28%" in catatan[0]
    assert not any("semula" in str(s.value) for s in sel_dari(buka(tabel(baris("x", "y")))))


def test_angka_di_dalam_kalimat_tetap_kalimat():
    buku = buka(tabel(baris("x", ("nilai ", angka("75.51", "75,51"), " (BB)"))))
    assert berisi(buku, "nilai 75,51 (BB)").data_type == "s"


@pytest.mark.parametrize("awal", ["=", "+", "-", "@", "\t=", "\r="])
def test_teks_tidak_pernah_menjadi_rumus(awal):
    teks = f"{awal}1+1"
    buku = buka(
        KepalaNaskah((teks,)),
        tabel(baris(teks, teks), judul=teks, sumber=(teks,), catatan=((teks,),)),
    )
    assert {sel.data_type for sel in sel_dari(buku)} == {"s"}


@sifat
@given(st.text(max_size=40))
def test_teks_sembarang_terbuka_lagi_sebagai_teks(teks):
    buku = buka(tabel(baris(teks, "x"), judul=teks))
    assert {sel.data_type for sel in sel_dari(buku)} == {"s"}


def test_setiap_tabel_di_lembarnya_dan_kata_di_sekitarnya_ikut():
    buku = buka(
        KepalaNaskah(("Rencana Aksi",)),
        Identitas((("Nama", ("Badan",)),)),
        tabel(baris("a", "b"), judul="Satu/dua: [tiga]?"),
        Paragraf(("Sesudahnya",)),
        tabel(baris("c", "d"), judul="satu dua tiga", catatan=(("Catatannya",),)),
        TandaTangan("Pasuruan, 2024", (Penanda("Kepala", "Nama Contoh", "1"),)),
    )
    assert buku.sheetnames == ["Satu dua tiga", "satu dua tiga (2)"]
    isi = [[sel.value for sel in lembar["A"] if sel.value] for lembar in buku]
    assert isi[0][:3] == ["Rencana Aksi", "Nama: Badan", "Satu/dua: [tiga]?"]
    assert isi[1][1] == "Sesudahnya"
    assert isi[1][-5:] == ["Catatannya", "Pasuruan, 2024", "Kepala", "Nama Contoh", "NIP 1"]


def test_nama_lembar_yang_panjang_tetap_tunggal():
    panjang = "Kriteria komponen Evaluasi Akuntabilitas Kinerja Internal"
    buku = buka(*(tabel(baris(str(n), "b"), judul=panjang) for n in range(3)))
    assert len(buku.sheetnames) == 3
    assert max(map(len, buku.sheetnames)) <= 31


def test_kepala_bergrup_dan_bentang_digabung():
    kolom = (Kolom("No", 5), Kolom("Target", 10, grup="2023"), Kolom("Capaian", 10, grup="2023"))
    isi = baris(Sel(("Jumlah",), bentang=2), angka("1", "1"), jenis=Baris.Jenis.JUMLAH)
    buku = buka(Tabel(kunci="t", nomor="3.1", judul="Capaian", kolom=kolom, baris=(isi,)))
    lembar = buku.active
    gabung = {str(satu) for satu in lembar.merged_cells.ranges}
    assert {"A3:A4", "B3:C3", "A5:B5"} <= gabung
    assert [lembar["B4"].value, lembar["C4"].value, lembar["C5"].value] == ["Target", "Capaian", 1]
    assert lembar["A5"].font.bold


def test_tanpa_tabel_tidak_ada_buku():
    with pytest.raises(TidakAda, match="tidak memuat tabel"):
        xlsx_dokumen(dokumen(Paragraf(("Kata",))))
