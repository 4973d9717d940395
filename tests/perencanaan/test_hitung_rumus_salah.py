"""What is no formula is refused, with the place and with what to do about it."""

from contextlib import suppress
from decimal import Decimal
from time import process_time

import pytest

from perencanaan.hitung.rumus import MAKS_DALAM, MAKS_PANJANG, RumusSalah, hitung_rumus, variabel

TANPA_PANGKAT = "Tulis perkaliannya, misalnya a * a."
TANPA_BANDING = "Rumus menghasilkan satu bilangan; hapus tanda perbandingannya."
TANPA_TITIK = "Rumus hanya memakai nama variabel tanpa titik; hapus titiknya."
TANPA_KUTIP = "Tulis nama variabel atau bilangan tanpa tanda kutip."
TAMBAH_NILAI = "Tambahkan bilangan atau nama variabel."
TAMBAH_TANDA = "Tulis + - * atau / di antara dua nilai."


def keluhan(rumus: str) -> RumusSalah:
    with pytest.raises(RumusSalah) as galat:
        variabel(rumus)
    return galat.value


@pytest.mark.parametrize(
    ("rumus", "posisi", "saran"),
    [
        # attributes
        ("a.b", 1, TANPA_TITIK),
        ("1 + a.__class__", 5, TANPA_TITIK),
        ("(a).b", 3, TANPA_TITIK),
        ("a .b", 1, TANPA_TITIK),
        # powers, and powers of powers, before anything is computed
        ("a ** 2", 3, TANPA_PANGKAT),
        ("a^2", 2, TANPA_PANGKAT),
        ("a²", 2, TANPA_PANGKAT),
        ("9**9**9**9", 2, TANPA_PANGKAT),
        ("9^9^9^9", 2, TANPA_PANGKAT),
        ("(9**9)**9", 3, TANPA_PANGKAT),
        # assignment and comparison
        ("a = b", 3, "Tulis perhitungannya saja, misalnya a / b * 100."),
        ("=a/b", 1, "Tulis perhitungannya saja, misalnya a / b * 100."),
        ("(a := 1)", 4, "Tulis perhitungannya saja, misalnya a / b * 100."),
        ("a == b", 3, TANPA_BANDING),
        ("a != b", 3, TANPA_BANDING),
        ("a < b", 3, TANPA_BANDING),
        ("a >= b", 3, TANPA_BANDING),
        ("a ≤ b", 3, TANPA_BANDING),
        ("a <> b", 3, TANPA_BANDING),
        # strings
        ("'a'", 1, TANPA_KUTIP),
        ('a + "b"', 5, TANPA_KUTIP),
        ("“a”", 1, TANPA_KUTIP),
        ("`a`", 1, TANPA_KUTIP),
        # other signs
        ("[a]", 1, "Pakai kurung ( dan )."),
        ("{a}", 1, "Pakai kurung ( dan )."),
        ("a % 2", 3, "Tulis * 100 atau / 100."),
        ("a // 2", 3, "Maksud Anda /?"),
        ("a : b", 3, "Maksud Anda /?"),
        ("a – b", 3, "Maksud Anda -?"),
        # missing operand
        ("a +", 3, TAMBAH_NILAI),
        ("-", 1, TAMBAH_NILAI),
        ("+ a", 1, TAMBAH_NILAI),
        ("a + * b", 5, TAMBAH_NILAI),
        ("a */ b", 4, TAMBAH_NILAI),
        ("()", 2, TAMBAH_NILAI),
        ("jumlah()", 8, TAMBAH_NILAI),
        ("jumlah(a;)", 10, TAMBAH_NILAI),
        ("rata(; a)", 6, TAMBAH_NILAI),
        # missing sign
        ("a b", 3, TAMBAH_TANDA),
        ("a 2", 3, TAMBAH_TANDA),
        ("2 (a)", 3, TAMBAH_TANDA),
        ("(a)(b)", 4, TAMBAH_TANDA),
        ("a if b else c", 3, TAMBAH_TANDA),
        ("import os", 8, TAMBAH_TANDA),
        # brackets
        ("a)", 2, "Hapus, atau tambahkan kurung bukanya."),
        (")", 1, "Hapus, atau tambahkan kurung bukanya."),
        ("(a + b)) * c", 8, "Hapus, atau tambahkan kurung bukanya."),
        ("(a", 1, "Tambahkan kurung tutupnya."),
        ("a * ((b)", 5, "Tambahkan kurung tutupnya."),
        ("(", 1, "Tambahkan kurung tutupnya."),
        ("rata(a; b", 5, "Tambahkan kurung tutupnya."),
        # separators outside a function
        ("a; b", 2, "Hapus, atau pakai tanda hitung."),
        ("(a, b)", 3, "Hapus, atau pakai tanda hitung."),
        # functions
        ("max(a; b)", 1, "Fungsi yang dikenal: jumlah(…) dan rata(…). Perkalian ditulis dengan *."),
        ("1 + __import__(a)", 5,
         "Fungsi yang dikenal: jumlah(…) dan rata(…). Perkalian ditulis dengan *."),
        ("jumlah * 2", 1, "Tulis isinya di dalam kurung, misalnya jumlah(a; b)."),
        # numbers
        ("1,5 * a", 1, "Maksud Anda 1.5 atau 1; 5?"),
        ("a * 12,75", 5, "Maksud Anda 12.75 atau 12; 75?"),
        ("1.234,5", 1, "Maksud Anda 1234.5 atau 1.234; 5?"),
        ("rata(1,2,3)", 6, "Maksud Anda 1; 2; 3?"),
        ("1.2.3,4", 1, "Tulis seperti 1234.5."),
        ("1.000 * a", 1, "Maksud Anda 1000 atau 1?"),
        ("12.500", 1, "Maksud Anda 12500 atau 12.5?"),
        ("1.234.567", 1, "Maksud Anda 1234567?"),
        ("1.2.3", 1, "Tulis seperti 1234.5."),
        ("a * .5", 5, "Maksud Anda 0.5?"),
        ("5. * a", 1, "Maksud Anda 5?"),
        ("1..2", 1, "Maksud Anda 1?"),
        ("2a", 1, "Maksud Anda 2 * a?"),
        ("1e9", 1, "Tulis semua digitnya, seperti 1234567."),
        ("1.5E-3", 1, "Tulis semua digitnya, seperti 1234567."),
        # foreign characters
        ("é + 1", 1, "Pakai huruf a sampai z, angka, garis bawah, + - * / dan kurung ( )."),
        ("a + ٣", 5, "Pakai huruf a sampai z, angka, garis bawah, + - * / dan kurung ( )."),
        ("a\x00", 2, "Pakai huruf a sampai z, angka, garis bawah, + - * / dan kurung ( )."),
        ("a \\ b", 3, "Pakai huruf a sampai z, angka, garis bawah, + - * / dan kurung ( )."),
        ("a @ b", 3, "Pakai huruf a sampai z, angka, garis bawah, + - * / dan kurung ( )."),
    ],
)  # fmt: skip
def test_ditolak_dengan_tempat_dan_saran(rumus, posisi, saran):
    galat = keluhan(rumus)
    assert galat.posisi == posisi
    assert galat.pesan.endswith(f"(karakter ke-{posisi}). {saran}")


@pytest.mark.parametrize(
    ("rumus", "pesan"),
    [
        ("", "Rumus masih kosong. Tulis misalnya a / b * 100."),
        (" \n\t ", "Rumus masih kosong. Tulis misalnya a / b * 100."),
        (
            "a" * (MAKS_PANJANG + 1),
            "Rumus paling panjang 500 karakter, di sini 501. "
            "Pendekkan nama variabelnya, atau pecah menjadi beberapa variabel.",
        ),
    ],
)
def test_kosong_dan_terlalu_panjang(rumus, pesan):
    galat = keluhan(rumus)
    assert (galat.pesan, galat.posisi) == (pesan, None)


@pytest.mark.parametrize("isi", ["(", "rata(", "-("])
def test_terlalu_dalam(isi):
    dalam = MAKS_DALAM * isi + "a" + ")" * MAKS_DALAM
    assert variabel(dalam) == ("a",)
    galat = keluhan(f"{isi}{dalam})")
    assert galat.posisi == len(isi) * (MAKS_DALAM + 1)
    assert galat.pesan.startswith(f"Kurung bertingkat lebih dari {MAKS_DALAM} (karakter ke-")


def test_kurung_berdampingan_tidak_bertingkat():
    assert variabel(" + ".join(["(rata(a; b))"] * (MAKS_DALAM + 1))) == ("a", "b")


def test_tepat_sepanjang_batas_diterima():
    assert variabel("a" * MAKS_PANJANG) == ("a" * MAKS_PANJANG,)
    assert variabel("-" * (MAKS_PANJANG - 1) + "a") == ("a",)


@pytest.mark.parametrize(
    ("rumus", "potongan"),
    [
        ("a.b", "“a.b”"),
        ("a\x00", "“U+0000”"),
        ("\ud800", "“U+D800”"),
        ("1 + " + "9" * 60 + ",5", f"“{'9' * 40}…”"),
    ],
)
def test_yang_dikutip_pendek_dan_tampak(rumus, potongan):
    assert potongan in keluhan(rumus).pesan


PENUH = MAKS_PANJANG
BERAT = {
    "pangkat dari pangkat": "9**9**9**9",
    "pangkat tanpa akhir": "9" + "**9" * (PENUH // 3 - 1),
    "jauh di atas batas": "9**" * 1_000_000,
    "digit": "9" * PENUH,
    "digit dan titik": "1." * (PENUH // 2),
    "digit dan koma": "1," * (PENUH // 2),
    "digit, titik, huruf": "1.1" * (PENUH // 3) + "e",
    "kurung": "(" * PENUH,
    "minus": "-" * (PENUH - 1) + "a",
    "atribut": "a." * (PENUH // 2),
    "perkalian": "*".join(["a"] * (PENUH // 2)),
    "perkalian bilangan panjang": "*".join(["9" * 99] * 5),
    "pecahan": "+".join(f"1/{n}" for n in range(11, 91)),
    "pecahan dari pecahan": "a" + "/(1+a" * (MAKS_DALAM - 1) + ")" * (MAKS_DALAM - 1),
}


@pytest.mark.parametrize("kasus", BERAT)
def test_waktunya_terbatas(kasus):
    """Refused or computed, but at once: what would grow without end is never begun."""
    mulai = process_time()
    with suppress(RumusSalah):
        hitung_rumus(BERAT[kasus], {"a": Decimal("9" * 15 + ".999999")})
    assert process_time() - mulai < 1
