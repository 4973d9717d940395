"""The text of a formula taken apart into words; what no formula holds is refused here.

Powers are refused by their sign, so nothing is ever computed of 9**9**9.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NoReturn

from perencanaan.hitung.rumus.galat import RumusSalah, kutip, salah

MAKS_PANJANG = 500


class Jenis(Enum):
    BILANGAN = auto()
    NAMA = auto()
    TANDA = auto()
    BUKA = auto()
    TUTUP = auto()
    PEMISAH = auto()
    AKHIR = auto()


@dataclass(frozen=True)
class Kata:
    """A word of the formula: its kind, its text, and where it stands (from 0, end excluded)."""

    jenis: Jenis
    teks: str
    awal: int
    akhir: int


_TANDA = {"+": "+", "-": "-", "−": "-", "*": "*", "×": "*", "/": "/", "÷": "/"}
_TUNGGAL = {"(": Jenis.BUKA, ")": Jenis.TUTUP, ",": Jenis.PEMISAH, ";": Jenis.PEMISAH}
_HURUF = r"[A-Za-z_]"
# what a machine never writes and a person means as one thousand: 1.000, 12.500
_MIRIP_RIBUAN = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{2}0")
_BERKELOMPOK = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+")


def potong(rumus: str) -> Iterator[Kata]:
    """The words of a formula, the last of kind AKHIR. Raises RumusSalah."""
    if len(rumus) > MAKS_PANJANG:
        raise RumusSalah(
            f"Rumus paling panjang {MAKS_PANJANG} karakter, di sini {len(rumus)}. "
            "Pendekkan nama variabelnya, atau pecah menjadi beberapa variabel."
        )
    if not rumus.strip():
        raise RumusSalah("Rumus masih kosong. Tulis misalnya a / b * 100.")
    tempat = 0
    while tempat < len(rumus):
        kena = _POLA.match(rumus, tempat)
        if kena is None or kena.lastgroup is None:
            _tolak_asing(rumus, tempat)
        if kena.lastgroup != "spasi":
            yield _PEMBACA[kena.lastgroup](kena)
        tempat = kena.end()
    yield Kata(Jenis.AKHIR, "", len(rumus), len(rumus))


def _kata(jenis: Jenis, kena: re.Match[str], teks: str | None = None) -> Kata:
    return Kata(jenis, kena[0] if teks is None else teks, kena.start(), kena.end())


def _baca_tanda(kena: re.Match[str]) -> Kata:
    return _kata(Jenis.TANDA, kena, _TANDA[kena[0]])


def _baca_tunggal(kena: re.Match[str]) -> Kata:
    return _kata(_TUNGGAL[kena[0]], kena)


def _baca_nama(kena: re.Match[str]) -> Kata:
    return _kata(Jenis.NAMA, kena)


def _baca_bilangan(kena: re.Match[str]) -> Kata:
    angka = kena[0]
    if angka.count(".") > 1 or _MIRIP_RIBUAN.fullmatch(angka):
        _tolak_bilangan(kena, "titik di dalam rumus menandai desimal", *_calon_titik(angka))
    return _kata(Jenis.BILANGAN, kena)


def _calon_titik(angka: str) -> Iterator[str]:
    """What digits with points may mean: grouped thousands, or decimals with zeros behind."""
    if _BERKELOMPOK.fullmatch(angka):
        yield angka.replace(".", "")
    if angka.count(".") == 1:
        yield angka.rstrip("0").rstrip(".")


def _tolak_bilangan(kena: re.Match[str], apa: str, *calon: str) -> NoReturn:
    tanya = f"Maksud Anda {' atau '.join(calon)}?" if calon else "Tulis seperti 1234.5."
    raise salah(f"{kutip(kena[0])}: {apa}", kena.start(), tanya)


def _tolak_koma(kena: re.Match[str]) -> NoReturn:
    depan, *ekor = kena[0].split(",")
    terpisah = "; ".join((depan, *ekor))
    calon = [terpisah]
    if len(ekor) == 1:
        bulat = depan.replace(".", "") if _BERKELOMPOK.fullmatch(depan) else depan
        calon.insert(0, f"{bulat}.{ekor[0]}")
    if depan.count(".") > 1 and not _BERKELOMPOK.fullmatch(depan):
        calon.clear()
    _tolak_bilangan(kena, "desimal di dalam rumus ditulis dengan titik, bukan koma", *calon)


def _tolak_menempel(kena: re.Match[str]) -> NoReturn:
    nama = kena[0].lstrip("0123456789.")
    angka = kena[0][: -len(nama)].rstrip(".")
    _tolak_bilangan(kena, "bilangan dan nama menempel", f"{angka} * {nama}")


def _tolak_ekor_titik(kena: re.Match[str]) -> NoReturn:
    _tolak_bilangan(kena, "di belakang titik belum ada digit", kena[0].rstrip("."))


def _tolak_awal_titik(kena: re.Match[str]) -> NoReturn:
    _tolak_bilangan(kena, "di depan titik belum ada digit", f"0{kena[0]}")


def _tolak_atribut(kena: re.Match[str]) -> NoReturn:
    raise salah(
        f"Titik sesudah nama atau kurung di {kutip(kena[0])} tidak dikenal",
        kena.start(),
        "Rumus hanya memakai nama variabel tanpa titik; hapus titiknya.",
    )


_SARAN = {
    "sepuluh": (
        "Bilangan dengan pangkat sepuluh tidak dibaca",
        "Tulis semua digitnya, seperti 1234567.",
    ),
    "pangkat": (
        "Pangkat tidak dikenal di dalam rumus",
        "Tulis perkaliannya, misalnya a * a.",
    ),
    "banding": (
        "Perbandingan tidak dikenal di dalam rumus",
        "Rumus menghasilkan satu bilangan; hapus tanda perbandingannya.",
    ),
    "isi": (
        "Tanda = tidak dipakai di dalam rumus",
        "Tulis perhitungannya saja, misalnya a / b * 100.",
    ),
    "teks": (
        "Tanda kutip tidak dipakai di dalam rumus",
        "Tulis nama variabel atau bilangan tanpa tanda kutip.",
    ),
    "kurung": ("Kurung ini tidak dikenal", "Pakai kurung ( dan )."),
    "persen": ("Tanda % tidak dipakai di dalam rumus", "Tulis * 100 atau / 100."),
    "bagi": ("Pembagian ditulis dengan satu tanda /", "Maksud Anda /?"),
    "titikdua": ("Tanda : tidak dipakai di dalam rumus", "Maksud Anda /?"),
    "setrip": ("Setrip panjang tidak dipakai di dalam rumus", "Maksud Anda -?"),
}


def _tolak_tanda(kena: re.Match[str]) -> NoReturn:
    apa, saran = _SARAN[kena.lastgroup or ""]
    raise salah(f"{apa}: {kutip(kena[0])}", kena.start(), saran)


def _tolak_asing(rumus: str, tempat: int) -> NoReturn:
    raise salah(
        f"{kutip(rumus[tempat])} tidak dikenal di dalam rumus",
        tempat,
        "Pakai huruf a sampai z, angka, garis bawah, + - * / dan kurung ( ).",
    )


# in this order: what is refused as a whole stands before the pieces it is made of
_POLA = re.compile(
    "|".join(
        f"(?P<{nama}>{pola})"
        for nama, pola in (
            ("spasi", r"\s+"),
            ("koma", r"[0-9][0-9.]*(?:,[0-9]+)+"),
            ("sepuluh", r"[0-9]+(?:\.[0-9]+)*[eE][-+]?[0-9]+(?![A-Za-z0-9_])"),
            ("menempel", rf"[0-9]+(?:\.[0-9]+)*\.?{_HURUF}[A-Za-z0-9_]*"),
            ("ekor_titik", r"[0-9]+(?:\.[0-9]+)*\.+(?![0-9])"),
            ("bilangan", r"[0-9]+(?:\.[0-9]+)*"),
            ("atribut", rf"(?:{_HURUF}[A-Za-z0-9_]*|\))\s*\.[A-Za-z0-9_]*"),
            ("nama", rf"{_HURUF}[A-Za-z0-9_]*"),
            ("awal_titik", r"\.[0-9]+"),
            ("pangkat", r"\*\*|\^|[²³¹⁰⁴-⁹]"),
            ("banding", r"[=!<>]=|<>|[<>≤≥≠]"),
            ("isi", r":?="),
            ("teks", r"[\"'`“”‘’]"),
            ("kurung", r"[\[\]{}]"),
            ("persen", r"%"),
            ("bagi", r"//"),
            ("titikdua", r":"),
            ("setrip", r"[–—]"),
            ("tanda", r"[-+−*×/÷]"),
            ("tunggal", r"[(),;]"),
        )
    )
)
_PEMBACA: dict[str, Callable[[re.Match[str]], Kata]] = {
    "koma": _tolak_koma,
    "menempel": _tolak_menempel,
    "ekor_titik": _tolak_ekor_titik,
    "bilangan": _baca_bilangan,
    "atribut": _tolak_atribut,
    "nama": _baca_nama,
    "awal_titik": _tolak_awal_titik,
    "tanda": _baca_tanda,
    "tunggal": _baca_tunggal,
    **dict.fromkeys(_SARAN, _tolak_tanda),
}
