"""The workbook itself: what is open, what is locked, and that every text comes back as it went."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pengukuran.hitung.kolom import Kolom, kolom_variabel
from pengukuran.lembar_kerja.baca import baca_buku
from pengukuran.lembar_kerja.bentuk import BARIS_KEPALA, HURUF_ISIAN, LEMBAR, BarisBuku, Buku
from pengukuran.lembar_kerja.tulis import tulis_buku
from pengukuran.queries.sel import tulis_nilai
from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.jenis import Jenis
from sakip.berkas.pemeriksa.ooxml import periksa_ooxml
from sakip.dokumen.buku import baca
from sakip.dokumen.buku import sel as sel_buku
from sakip.dokumen.buku.baca import BukuSalah
from sakip.dokumen.buku.bentuk import DATA, PETUNJUK, SelBuku
from sakip.dokumen.sel_xlsx import layak
from tests.berkas import contoh
from tests.lib.sifat import sifat
from tests.pengukuran.alat_buku import (
    SAAT,
    baris,
    buka,
    isi_buku,
    kunci,
    menurut_kotak,
    simpan,
    terbaca,
    unduh,
)
from tests.pengukuran.alat_isian import atur_jendela

NILAI, UPAYA = str(Kolom.NILAI), str(Kolom.UPAYA)


def baris_buku(*sel: SelBuku, indikator: int = 7, **beda: str) -> BarisBuku:
    return BarisBuku(
        indikator=indikator, bulan=3, nomor="1", kode="1.01", nama="Indikator", masa="TW I 2024",
        satuan="lembaga", target="8", sebelumnya="", sel=sel, **beda,
    )  # fmt: skip


def buku_berisi(*baris: BarisBuku) -> Buku:
    return Buku("dinas-uji", "Dinas Uji", 2024, 1, baris)


def satu_baris(*sel: SelBuku, **beda: str) -> Buku:
    return buku_berisi(baris_buku(*sel, **beda))


def pulang(kolom: str, semua: list[str], *, berangka: bool = False) -> list[str]:
    """What texts are after a workbook with a row for each was written, opened, saved and read."""
    isi = [
        baris_buku(SelBuku(kolom, layak(teks), berangka), indikator=ke)
        for ke, teks in enumerate(semua)
    ]
    mentah = simpan(buka(tulis_buku(buku_berisi(*isi))))
    terbaca = menurut_kotak(baca_buku(mentah))
    milik = [terbaca[ke, 3, kolom] for ke in range(len(semua))]
    assert [(m.tolak, m.semula) for m in milik] == [("", layak(teks)) for teks in semua]
    return [m.teks for m in milik]


TEKS = (
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=60)
    | st.tuples(st.sampled_from("=+-@'"), st.text("ab1(\"' !", max_size=8)).map("".join)
    | st.sampled_from(["-", "0", "", "00", "1.234,5", "N/A", "#REF!", "TRUE", "=1+1", "_x0041_"])
)
ANGKA = st.decimals(
    allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9) + 1, max_value=10**9 - 1
)


# four in each workbook, whose making takes longer than what is asked of it
@settings(sifat, max_examples=15)
@given(st.lists(TEKS, min_size=4, max_size=4))
def test_teks_pulang_apa_adanya(semua):
    assert pulang(UPAYA, semua) == [layak(teks) for teks in semua]


@settings(sifat, max_examples=15)
@given(st.lists(ANGKA.map(tulis_nilai), min_size=4, max_size=4))
def test_angka_pulang_sama(semua):
    assert pulang(NILAI, semua, berangka=True) == semua


def test_angka_batas_pulang_sama():
    batas = ["", "0", "-1,5", "999.999.999,999999", "0,000001"]
    assert pulang(NILAI, batas, berangka=True) == batas


def test_hanya_kotak_isian_yang_terbuka(kantor):
    buku = buka(unduh(kantor))
    lembar = buku[LEMBAR]
    assert (lembar.protection.sheet, buku[DATA].sheet_state) == (True, "hidden")
    assert lembar.column_dimensions["A"].hidden
    assert buku.sheetnames == [LEMBAR, PETUNJUK, DATA]
    polos, rumus = (baris(lembar, kunci(kantor, milik)) for milik in ("polos", "rumus"))
    kini = baris(lembar, kunci(kantor, "rumus", variabel="kini"))
    terbuka = {
        satu.coordinate for kolom in lembar.columns for satu in kolom if not satu.protection.locked
    }
    tanpa_rumus = set(HURUF_ISIAN.values()) - {HURUF_ISIAN[Kolom.TANPA_VARIABEL]}
    assert terbuka == {
        *(f"{huruf}{polos}" for huruf in tanpa_rumus),
        *(f"{huruf}{rumus}" for huruf in HURUF_ISIAN.values()),
        f"I{kini}",
        f"I{kini + 1}",
    }
    assert [lembar[f"{h}{polos}"].value for h in "DEFG"] == [
        kantor.polos.nama, "TW I 2024", "lembaga", "8",
    ]  # fmt: skip


def test_yang_tertutup_terkunci_dengan_sebabnya(kantor):
    kantor.jadikan("diajukan")
    atur_jendela(kantor.unit, 6, "terkunci")
    for triwulan, kata in ((1, "diajukan. Sudah diajukan"), (2, "dikunci")):
        lembar = buka(unduh(kantor, triwulan=triwulan))[LEMBAR]
        nomor = baris(lembar, kunci(kantor, bulan=3 * triwulan))
        assert lembar[f"I{nomor}"].protection.locked
        assert kata in lembar[f"Q{nomor}"].value


@pytest.mark.parametrize(("teks", "angka"), [("1.234,5", 1234.5), ("-1.234,5", -1234.5)])
def test_angka_tertulis_sebagai_angka_dan_rumus_sebagai_teks(teks, angka, kantor):
    kantor.isi(teks=teks)
    kantor.isi("upaya", '=HYPERLINK("http://jahat")')
    kantor.isi("keterangan", "-")
    mentah = unduh(kantor)
    lembar = buka(mentah)[LEMBAR]
    nomor = baris(lembar, kunci(kantor))
    nilai = lembar[f"I{nomor}"]
    assert (nilai.value, nilai.data_type, nilai.quotePrefix) == (angka, "n", False)
    upaya = lembar[f"{HURUF_ISIAN[Kolom.UPAYA]}{nomor}"]
    assert (upaya.data_type, upaya.quotePrefix) == ("s", True)
    with ZipFile(BytesIO(mentah)) as arsip:
        assert b"<f>" not in arsip.read("xl/worksheets/sheet1.xml")
    milik = terbaca(mentah)
    tanda = kantor.polos.indikator_id
    assert milik[tanda, 3, "upaya"].teks == '=HYPERLINK("http://jahat")'
    assert milik[tanda, 3, "keterangan"].teks == "-"
    assert milik[tanda, 3, "nilai"].teks == teks


def test_buku_kami_lolos_pemeriksa_unggahan(kantor):
    periksa_ooxml(unduh(kantor), Jenis.XLSX, baca.BATAS)


@pytest.mark.parametrize(
    ("isi", "teks"),
    [
        (12.5, "12,5"),
        (0, "0"),
        ("0", "0"),
        ("-", "-"),
        (None, ""),
        (" 12,5 ", " 12,5 "),
        (0.1 + 0.2, "0,3"),
        (1e-7, "0,0000001"),
        ((0.875, "0.00%"), "87,5%"),
        ((0.875, '0.00"%"'), "0,875"),
        (1234567, "1.234.567"),
    ],
)
def test_angka_terbaca_seperti_terlihat(isi, teks, kantor):
    mentah = isi_buku(unduh(kantor), {(kunci(kantor), NILAI): isi})
    milik = terbaca(mentah)[kantor.polos.indikator_id, 3, NILAI]
    assert (milik.teks, milik.tolak) == (teks, "")


def test_angka_dalam_kolom_teks(kantor):
    mentah = isi_buku(
        unduh(kantor), {(kunci(kantor), UPAYA): 2024, (kunci(kantor), "keterangan"): 1.5}
    )
    milik = terbaca(mentah)
    tanda = kantor.polos.indikator_id
    assert (milik[tanda, 3, UPAYA].teks, milik[tanda, 3, "keterangan"].teks) == ("2024", "1,5")


@pytest.mark.parametrize(
    ("isi", "tolak"),
    [
        ("=RUMUS(A1:A3)", sel_buku.BERUMUS),
        (SAAT, sel_buku.BERTANGGAL),
        (SAAT.time(), sel_buku.BERTANGGAL),
        (True, sel_buku.BENAR_SALAH),
        (1e300, sel_buku.LUAR_JANGKAUAN),
        (1e-300, sel_buku.LUAR_JANGKAUAN),
    ],
)
def test_yang_bukan_teks_atau_angka_ditolak(isi, tolak, kantor):
    mentah = isi_buku(unduh(kantor), {(kunci(kantor), NILAI): isi})
    assert terbaca(mentah)[kantor.polos.indikator_id, 3, NILAI].tolak == tolak


def test_galat_rumus_ditolak(kantor):
    buku = buka(unduh(kantor))
    sel = buku[LEMBAR][f"I{baris(buku[LEMBAR], kunci(kantor))}"]
    sel.value, sel.data_type = "#DIV/0!", "e"
    milik = terbaca(simpan(buku))[kantor.polos.indikator_id, 3, NILAI]
    assert (milik.teks, milik.tolak) == ("#DIV/0!", sel_buku.BERGALAT)


def test_baris_asing_salinan_dan_kotak_salah(kantor):
    buku = buka(unduh(kantor))
    lembar = buku[LEMBAR]
    nomor = baris(lembar, kunci(kantor))
    akhir = lembar.max_row
    lembar[f"A{akhir + 1}"], lembar[f"I{akhir + 1}"] = kunci(kantor), 9
    lembar[f"I{akhir + 2}"] = 10
    lembar[f"J{nomor}"] = "ya"
    hasil = baca_buku(simpan(buku))
    assert [(satu.alamat, satu.teks) for satu in hasil.nyasar] == [
        (f"J{nomor}", "ya"), (f"I{akhir + 1}", "9"), (f"I{akhir + 2}", "10"),
    ]  # fmt: skip
    assert [
        " ".join(satu.tolak.split()[:n]) for satu, n in zip(hasil.nyasar, (2, 3, 4), strict=True)
    ] == ["Kotak ini", "Baris ini salinan", "Baris ini tidak ada"]


@pytest.mark.parametrize(
    "data",
    [
        ("7.3", "7", "3", UPAYA),
        ("9.9", "7", "3", NILAI),
        ("7.3", "7", "3", kolom_variabel("kini")),
    ],
)
def test_kotak_yang_disebut_dua_kali(data):
    """The same line twice, one box in two lines, two boxes in one cell."""
    buku = buka(tulis_buku(satu_baris(SelBuku(NILAI, "8", berangka=True), SelBuku(UPAYA, "x"))))
    for huruf, isi in zip("ABCD", data, strict=True):
        buku[DATA][f"{huruf}9"] = isi
    with pytest.raises(BukuSalah) as salah:
        baca_buku(simpan(buku))
    assert salah.value.pesan == baca.BERGANDA


def rusak(mentah: bytes, bagian: str, dari: bytes, ke: bytes) -> bytes:
    with ZipFile(BytesIO(mentah)) as arsip:
        isi = arsip.read(bagian)
    assert dari in isi
    return contoh.tambah(mentah, {bagian: isi.replace(dari, ke)}, buang=bagian)


def test_buku_asing_dan_rusak(kantor):
    asli = unduh(kantor)
    buku = buka(asli)
    buku[DATA]["B1"] = "99"
    lama = simpan(buku)
    buku[DATA]["B1"], buku[DATA]["B3"] = "1", "dua ribu"
    salah_tahun = simpan(buku)
    for isi, kata in (
        (contoh.xlsx(), "bukan lembar kerja realisasi"),
        (lama, "tidak dipakai lagi"),
        (salah_tahun, "bukan lembar kerja realisasi"),
        (
            rusak(asli, "xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData><row r='a'>"),
            "tidak terbaca",
        ),
    ):
        with pytest.raises(BukuSalah, match=kata):
            baca_buku(isi)
    for isi in (b"PK\x03\x04", contoh.docx(), contoh.tambah(asli, {"xl/vbaProject.bin": b"x"})):
        with pytest.raises(BerkasDitolak):
            baca_buku(isi)


def test_bom_dan_terlalu_banyak(kantor, monkeypatch):
    asli = unduh(kantor)
    monkeypatch.setattr(baca, "BATAS", replace(baca.BATAS, terurai=1000))
    with pytest.raises(BerkasDitolak, match="terurai menjadi"):
        baca_buku(asli)
    monkeypatch.setattr(baca, "BATAS", replace(baca.BATAS, terurai=10**8, bagian=3))
    with pytest.raises(BerkasDitolak, match="bagian; paling banyak 3"):
        baca_buku(asli)
    monkeypatch.undo()
    buku = buka(asli)
    buku[LEMBAR][f"A{baca.BARIS_TERBANYAK + 1}"] = "x"
    with pytest.raises(BukuSalah, match="lebih dari 2000 baris"):
        baca_buku(simpan(buku))
    buku = buka(asli)
    buku[LEMBAR].cell(1, baca.KOLOM_TERBANYAK + 1).value = "x"
    with pytest.raises(BukuSalah, match="lebih dari 60 kolom"):
        baca_buku(simpan(buku))


def test_dtd_ditolak(kantor):
    jahat = rusak(
        unduh(kantor), "xl/worksheets/sheet1.xml", b"<worksheet",
        b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet',
    )  # fmt: skip
    with pytest.raises(BerkasDitolak):
        baca_buku(jahat)


def test_kepala_tetap_terlihat_dan_tercetak_di_setiap_halaman(kantor):
    lembar = buka(unduh(kantor))[LEMBAR]
    assert lembar.freeze_panes == f"E{BARIS_KEPALA + 1}"
    assert lembar.print_title_rows == f"${BARIS_KEPALA}:${BARIS_KEPALA}"
    assert lembar.page_setup.orientation == "landscape"
