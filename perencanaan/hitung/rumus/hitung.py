"""A formula computed over the values of its variables.

Inside, every value is an exact fraction; the outcome becomes a Decimal once, with 50 significant
digits (`perencanaan.hitung.pecahan`). So a / b * b is a again, and nothing is rounded twice.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from perencanaan.hitung.pecahan import ke_desimal
from perencanaan.hitung.rumus.galat import RumusSalah, kutip
from perencanaan.hitung.rumus.urai import (
    Ambil,
    Balik,
    Bilangan,
    Hitung,
    Langkah,
    Panggil,
    Uraian,
    uraikan,
)

# a figure of the product has at most 15 digits; what needs more than these was not meant
MAKS_DIGIT = 30
MAKS_DESIMAL = 100
# no step on the way may grow beyond this, so that the time of a formula has an end
MAKS_BIT = 8192


@dataclass(frozen=True)
class HasilRumus:
    """What a formula gives, unrounded; None with the reason when it cannot be computed.

    `variabel` holds each name used, in order of appearance, with the value it had.
    """

    nilai: Decimal | None
    variabel: tuple[tuple[str, Decimal | None], ...]
    alasan: str = ""


class _TidakTerhitung(ArithmeticError):
    """The formula is right, but these values give no figure; the message is the reason."""


def variabel(rumus: str) -> tuple[str, ...]:
    """The names a formula uses, each once, in order of appearance. Raises RumusSalah."""
    return uraikan(rumus).nama


def periksa_rumus(rumus: str, dikenal: Collection[str]) -> None:
    """That the text is a formula over these names only. Raises RumusSalah.

    An unknown name is answered with the known ones.
    """
    _periksa_nama(uraikan(rumus), dikenal)


def _periksa_nama(uraian: Uraian, dikenal: Collection[str]) -> None:
    for nama in uraian.nama:
        if nama not in dikenal:
            daftar = (
                f"Yang dikenal: {', '.join(dikenal)}." if dikenal else "Buat dahulu variabelnya."
            )
            raise RumusSalah(f"Variabel {kutip(nama)} tidak dikenal. {daftar}")


def hitung_rumus(rumus: str, nilai: Mapping[str, Decimal | None]) -> HasilRumus:
    """The outcome of a formula, in the indikator's own unit, unrounded.

    `nilai` names every known variable; None is belum diisi and never counts as 0. Raises
    RumusSalah for a text that is no formula and for an unknown name. Values that give no figure
    (a divisor of 0, which is named; a variable not filled) come back with `alasan`.

    Source: the formulas of the indikator as offices print them, such as penurunan of n against
    n-1 in the laporan kinerja of Bakesbangpol Kota Pasuruan and Kabupaten Lumajang 2023.
    """
    uraian = uraikan(rumus)
    _periksa_nama(uraian, nilai.keys())
    dipakai = tuple((nama, nilai[nama]) for nama in uraian.nama)
    try:
        hasil = _jalankan(uraian.langkah, _pecahan(dipakai))
        return HasilRumus(_ke_desimal(hasil), dipakai)
    except _TidakTerhitung as galat:
        return HasilRumus(None, dipakai, str(galat))


def _pecahan(dipakai: tuple[tuple[str, Decimal | None], ...]) -> dict[str, Fraction]:
    kosong = [nama for nama, isi in dipakai if isi is None]
    if kosong:
        raise _TidakTerhitung(f"Variabel {', '.join(kosong)} belum diisi.")
    hasil = {}
    for nama, isi in dipakai:
        if isi is None or not _wajar(isi):
            raise _TidakTerhitung(f"Nilai variabel {nama} terlalu besar atau terlalu kecil.")
        hasil[nama] = Fraction(isi)
    return hasil


def _wajar(isi: Decimal) -> bool:
    pangkat = isi.as_tuple().exponent
    return isinstance(pangkat, int) and pangkat >= -MAKS_DESIMAL and isi.adjusted() < MAKS_DIGIT


def _jalankan(langkah: tuple[Langkah, ...], nilai: Mapping[str, Fraction]) -> Fraction:
    tumpukan: list[Fraction] = []
    for satu in langkah:
        match satu:
            case Bilangan():
                hasil = satu.nilai
            case Ambil():
                hasil = nilai[satu.nama]
            case Balik():
                hasil = -tumpukan.pop()
            case Hitung():
                kanan, kiri = tumpukan.pop(), tumpukan.pop()
                hasil = _dua_sisi(satu, kiri, kanan)
            case Panggil():
                isi = [tumpukan.pop() for _ in range(satu.banyak)]
                hasil = _panggil(satu.fungsi, isi)
        tumpukan.append(_batasi(hasil))
    return tumpukan.pop()


def _dua_sisi(satu: Hitung, kiri: Fraction, kanan: Fraction) -> Fraction:
    match satu.tanda:
        case "+":
            return kiri + kanan
        case "-":
            return kiri - kanan
        case "*":
            return kiri * kanan
    if not kanan:
        raise _TidakTerhitung(f"Pembagi {kutip(satu.kanan)} bernilai 0.")
    return kiri / kanan


def _panggil(fungsi: str, isi: list[Fraction]) -> Fraction:
    jumlah = Fraction(0)
    for satu in isi:
        jumlah = _batasi(jumlah + satu)
    return jumlah / len(isi) if fungsi == "rata" else jumlah


def _batasi(nilai: Fraction) -> Fraction:
    if max(nilai.numerator.bit_length(), nilai.denominator.bit_length()) > MAKS_BIT:
        raise _TidakTerhitung("Hasil sementara terlalu panjang. Periksa rumus dan variabelnya.")
    return nilai


def _ke_desimal(nilai: Fraction) -> Decimal:
    hasil = ke_desimal(nilai)
    if hasil and hasil.adjusted() >= MAKS_DIGIT:
        raise _TidakTerhitung("Hasilnya terlalu besar. Periksa rumus dan variabelnya.")
    return hasil
