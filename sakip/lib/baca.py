"""How a number that a person typed is read: strictly, and never by guessing.

In: text with the decimal comma and, where one likes, dots between thousands. Out: `Decimal`.
Whatever could mean two numbers is refused with the question which one was meant: a budget read
a hundredfold too large looks like any other budget and is found out a year later.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from sakip.lib.angka import tulis_angka
from sakip.lib.galat import IsianSalah

MAKS_KARAKTER = 40
DIGIT_RIBUAN = 3

_SETRIP = frozenset("-–—−\u2010\u2011\u2015")
_TIDAK_ADA = frozenset({"n/a", "na", "n.a", "n.a."})
_HITUNGAN_GAGAL = re.compile(r"[-+−]?(?:nan|inf|infinity|∞)", re.IGNORECASE)

# pasted along from web pages and word processors; nobody sees them, so they count as blanks
_TAK_TAMPAK = dict.fromkeys(map(ord, "\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), " ")

_TANDA = "-+−–—"
_LUAR_ANGKA = re.compile(rf"[^{_TANDA}.,0-9\s]")
_BENTUK = re.compile(r"(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
_RP = re.compile(r"([-−]?)\s*rp(?![^\W\d_])\.?\s*", re.IGNORECASE)
_TANPA_SEN = re.compile(r"(.*[0-9]),\s*[-–—]+", re.DOTALL)
_PANGKAT = re.compile(r"e[-+−]?[0-9]+", re.IGNORECASE)

_PEMISAH_ASING = str.maketrans("，．٫", ",.,")
_PERSEN = frozenset({"persen", "%"})
_BESARAN = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12}


class Isian(StrEnum):
    """What stands in a box: an empty one, a dash, N/A and a number are four different things."""

    KOSONG = "kosong"
    SETRIP = "setrip"
    TIDAK_ADA = "tidak_ada"
    ANGKA = "angka"


class AngkaSalah(IsianSalah):
    """What was typed is no number here."""


class _Salah(NamedTuple):
    """A refusal in the making: what is wrong, repaired texts to try, what to do if none helps."""

    apa: str
    calon: tuple[str, ...] = ()
    saran: str = ""


@dataclass(frozen=True)
class _Aturan:
    """What one box accepts."""

    satuan: str
    negatif: bool
    maks_bulat: int
    maks_desimal: int

    @property
    def persen(self) -> bool:
        return self.satuan.casefold() in _PERSEN

    @property
    def contoh(self) -> str:
        angka = "12,5" if self.persen else "1.234,5"
        return f"Tulis seperti {angka if self.maks_desimal else angka.partition(',')[0]}."

    def cocok(self, sisa: str) -> bool:
        """Whether what was typed after the number is its unit, or nothing."""
        if self.persen and sisa.casefold() in _PERSEN:
            return True
        return sisa.casefold() in {"", self.satuan.casefold()}


@dataclass(frozen=True)
class _Tulisan:
    """A trimmed text taken apart: sign, digits with their separators, and what follows."""

    isi: str
    tanda: str
    badan: str
    sisa: str


def jenis_isian(teks: str) -> Isian:
    """Which of the four `teks` is; ANGKA says only that it is for `baca_angka` to judge."""
    isi = "".join(_rapikan(teks).split()).casefold()
    if not isi:
        return Isian.KOSONG
    if isi in _SETRIP:
        return Isian.SETRIP
    return Isian.TIDAK_ADA if isi in _TIDAK_ADA else Isian.ANGKA


def baca_angka(
    teks: str,
    *,
    satuan: str = "",
    negatif: bool = False,
    maks_bulat: int = 15,
    maks_desimal: int = 6,
) -> Decimal:
    """The number in `teks`: 1.234.567,89 or 1234567,89, with `satuan` behind it if one likes.

    Anything else raises `AngkaSalah`. The limits count digits before and after the comma.
    """
    aturan = _Aturan(" ".join(satuan.split()), negatif, maks_bulat, maks_desimal)
    return _baca(teks, aturan)


def baca_rupiah(teks: str) -> Decimal:
    """An amount in rupiah, with or without Rp, at most two decimals, never negative.

    Anything else raises `AngkaSalah`.
    """
    isi = _rapikan(teks)
    if rp := _RP.match(isi):
        isi = rp[1] + isi[rp.end() :]
    return _baca(isi, _Aturan("rupiah", negatif=False, maks_bulat=15, maks_desimal=2))


def _baca(teks: str, aturan: _Aturan) -> Decimal:
    tulisan = _uraikan(_rapikan(teks))
    for periksa in _PEMERIKSAAN:
        salah = periksa(tulisan, aturan)
        if salah is not None:
            usul = _usul(salah.calon, aturan)
            tanya = f"Maksud Anda {' atau '.join(usul)}?" if usul else salah.saran or aturan.contoh
            raise AngkaSalah(f"{salah.apa} {tanya}", usul)
    nilai = Decimal(tulisan.badan.replace(".", "").replace(",", "."))
    # copy_negate, as the minus operator would round to the digits of the current context
    return nilai.copy_negate() if nilai and tulisan.tanda else nilai


def _usul(calon: tuple[str, ...], aturan: _Aturan) -> tuple[str, ...]:
    """The readings of repaired texts; one with a further mistake gives its own suggestions."""
    usul: dict[str, None] = {}
    for teks in calon:
        try:
            usul[_tulis(_baca(teks, aturan))] = None
        except AngkaSalah as salah:
            usul.update(dict.fromkeys(salah.usul))
    return tuple(usul)


def _tulis(nilai: Decimal) -> str:
    """Indonesian notation with exactly the decimals `nilai` has."""
    desimal = len(f"{nilai:f}".partition(".")[2])
    return tulis_angka(nilai, desimal, buang_nol=False)


def _rapikan(teks: str) -> str:
    return teks.translate(_TAK_TAMPAK).strip()


def _uraikan(isi: str) -> _Tulisan:
    luar = _LUAR_ANGKA.search(isi)
    angka, sisa = (isi[: luar.start()], isi[luar.start() :]) if luar else (isi, "")
    tanda = angka[:1] if angka.startswith(tuple(_TANDA)) else ""
    badan = angka.removeprefix(tanda).rstrip()
    return _Tulisan(isi, tanda, badan, " ".join(sisa.split()))


def _kutip(teks: str) -> str:
    """`teks` fit for a message: short, and without characters that would disturb the line."""
    pendek = teks if len(teks) <= MAKS_KARAKTER // 2 else f"{teks[: MAKS_KARAKTER // 2]}…"
    return f'"{"".join(h if h.isprintable() else "�" for h in pendek)}"'


# The checks, in their order. Each may rely on what those before it let through, and every
# repaired text has one mistake less, which is why reading it anew comes to an end.


def _periksa_keadaan(tulisan: _Tulisan, _aturan: _Aturan) -> _Salah | None:
    isi = tulisan.isi
    saran = "Tulis angkanya, atau 0 bila memang nol."
    jenis = jenis_isian(isi)
    if jenis is Isian.KOSONG:
        return _Salah("Angka belum diisi.", saran=saran)
    if jenis is Isian.SETRIP:
        return _Salah("Tanda - berarti tidak diukur, bukan angka.", saran=saran)
    if jenis is Isian.TIDAK_ADA:
        return _Salah("N/A berarti datanya tidak ada, bukan angka.", saran=saran)
    if re.match("#(?![0-9])", isi):
        apa = f"{_kutip(isi)} adalah galat rumus lembar kerja, bukan angka."
        return _Salah(apa, saran="Perbaiki rumusnya atau tulis angkanya.")
    if _HITUNGAN_GAGAL.fullmatch(isi):
        return _Salah(f"{_kutip(isi)} adalah tanda hitungan gagal, bukan angka.", saran=saran)
    return None


def _periksa_panjang(tulisan: _Tulisan, aturan: _Aturan) -> _Salah | None:
    panjang = len(tulisan.isi)
    angka = len(tulisan.tanda + tulisan.badan)
    if angka <= MAKS_KARAKTER and panjang <= MAKS_KARAKTER + len(aturan.satuan):
        return None
    return _Salah(f"Isian terlalu panjang: {panjang} karakter, paling banyak {MAKS_KARAKTER}.")


def _periksa_rp(tulisan: _Tulisan, _aturan: _Aturan) -> _Salah | None:
    rp = _RP.match(tulisan.isi)
    if rp is None:
        return None
    return _Salah("Tulis angkanya saja, tanpa Rp.", (rp[1] + tulisan.isi[rp.end() :],))


def _periksa_digit(tulisan: _Tulisan, aturan: _Aturan) -> _Salah | None:
    if any(map(_digit_asing, tulisan.isi)) and not aturan.cocok(tulisan.sisa):
        biasa = "".join(
            str(unicodedata.decimal(huruf)) if _digit_asing(huruf) else huruf
            for huruf in tulisan.isi
        )
        calon = (biasa.translate(_PEMISAH_ASING),)
        return _Salah("Angka ditulis dengan digit 0 sampai 9.", calon)
    if not re.search("[0-9]", tulisan.badan):
        return _Salah(f"{_kutip(tulisan.isi)} bukan angka.")
    return None


def _digit_asing(huruf: str) -> bool:
    return huruf.isdecimal() and not huruf.isascii()


def _periksa_satuan(tulisan: _Tulisan, aturan: _Aturan) -> _Salah | None:
    sisa, angka = tulisan.sisa, tulisan.tanda + tulisan.badan
    if aturan.cocok(sisa):
        return None
    if _PANGKAT.fullmatch(sisa):
        apa = f"Tulisan dengan pangkat sepuluh ({_kutip(sisa)}) tidak dibaca."
        return _Salah(apa, saran="Tulis semua digitnya, seperti 1.234.567.")
    if any(huruf.isnumeric() for huruf in sisa):
        return _Salah(f"{_kutip(sisa)} di belakang angka tidak dikenal.")
    kata, _, satuan = sisa.casefold().partition(" ")
    if kata in _BESARAN and aturan.cocok(satuan):
        apa = f"Tulis semua digitnya, tanpa {_kutip(kata)}."
        return _Salah(apa, _kalikan(angka, _BESARAN[kata], aturan))
    if aturan.satuan:
        return _Salah(f"Satuan di sini {aturan.satuan}, bukan {_kutip(sisa)}.", (angka,))
    return _Salah(f"Tulis angkanya saja, tanpa {_kutip(sisa)}.", (angka,))


def _kalikan(angka: str, pangkat: int, aturan: _Aturan) -> tuple[str, ...]:
    """1,5 with the power of a million: 1.500.000."""
    nilai = (_baca(usul, aturan) for usul in _usul((angka,), aturan))
    return tuple(_tulis(Decimal(f"{n:f}E{pangkat}")) for n in nilai)


def _periksa_tanda(tulisan: _Tulisan, aturan: _Aturan) -> _Salah | None:
    tanda, badan = tulisan.tanda, tulisan.badan
    if tanda == "+":
        return _Salah("Angka ditulis tanpa tanda +.", (badan,))
    if tanda and not aturan.negatif:
        return _Salah("Angka di sini tidak boleh negatif.", saran="Tulis 0 atau lebih.")
    if tanda in {"–", "—"}:
        return _Salah(f"Tanda minus ditulis -, bukan {tanda}.", (f"-{badan}",))
    if tanpa_sen := _TANPA_SEN.fullmatch(badan):
        return _Salah("Angka ditulis tanpa akhiran ,-.", (tanda + tanpa_sen[1],))
    if any(huruf in _TANDA for huruf in badan):
        return _Salah("Tanda + atau - ada di tengah angka.", saran="Tulis satu angka saja.")
    return None


def _periksa_spasi(tulisan: _Tulisan, _aturan: _Aturan) -> _Salah | None:
    if not re.search(r"\s", tulisan.badan):
        return None
    # between two digits a blank most likely parts thousands; beside a separator it strayed in
    berkelompok = re.sub(r"(?<=[0-9])\s+(?=[0-9])", ".", tulisan.badan)
    return _Salah("Ada spasi di tengah angka.", (tulisan.tanda + "".join(berkelompok.split()),))


def _periksa_bentuk(tulisan: _Tulisan, aturan: _Aturan) -> _Salah | None:
    badan = tulisan.badan
    if _BENTUK.fullmatch(badan):
        return None
    rapi = _rapikan_pemisah(badan)
    if rapi != badan:
        return _Salah(_keluhan_pemisah(badan), (tulisan.tanda + rapi,))
    koma = badan.count(",")
    if koma > 1:
        apa = f"Ada {koma} koma, padahal koma hanya satu, di depan desimal."
    elif koma and badan.rindex(",") < badan.rfind("."):
        apa = "Titik memisahkan ribuan dan koma menandai desimal, bukan sebaliknya."
    else:
        apa = "Titik memisahkan ribuan tiap tiga digit; desimal ditulis dengan koma."
    calon = _calon(badan, persen=aturan.persen)
    return _Salah(apa, tuple(tulisan.tanda + teks for teks in calon))


def _rapikan_pemisah(badan: str) -> str:
    """Without separators at the end or doubled ones, and with a zero before the first."""
    rapi = re.sub(r"([.,])\1+", r"\1", badan.rstrip(".,"))
    return f"0{rapi}" if rapi.startswith((".", ",")) else rapi


def _keluhan_pemisah(badan: str) -> str:
    nama = {".": "titik", ",": "koma"}
    if badan[0] in nama:
        return f"Di depan {nama[badan[0]]} belum ada digit."
    if badan[-1] in nama:
        return f"Di belakang {nama[badan[-1]]} belum ada digit."
    return "Ada titik atau koma berturut-turut."


def _calon(badan: str, *, persen: bool) -> tuple[str, ...]:
    """What digits with misplaced separators may mean, most likely first; may be nothing."""
    bagian, pemisah = re.split("[.,]", badan), re.findall("[.,]", badan)
    *depan, ekor = bagian
    calon = []
    if (
        len(pemisah) == 1
        or (pemisah.count(pemisah[-1]) == 1 and len(depan[-1]) >= DIGIT_RIBUAN)
        or (_berkelompok(depan) and len(ekor) != DIGIT_RIBUAN)
    ):
        calon.append(f"{''.join(depan)},{ekor}")
    if _mungkin_bulat(bagian, pemisah):
        calon.append("".join(bagian))
    # 1.5 may be one and a half as well as 1.500 cut short, but no percentage runs to thousands
    if re.fullmatch(r"[1-9]\.[0-9]", badan) and not persen:
        calon.append(f"{''.join(bagian)}00")
    return tuple(calon)


def _mungkin_bulat(bagian: list[str], pemisah: list[str]) -> bool:
    """Whether all separators may have been meant to part thousands."""
    if len(bagian[-1]) < DIGIT_RIBUAN or not bagian[0].strip("0"):
        return False
    return set(pemisah) == {"."} or _berkelompok(bagian)


def _berkelompok(bagian: list[str]) -> bool:
    panjang = [len(digit) for digit in bagian]
    return 1 <= panjang[0] <= DIGIT_RIBUAN and set(panjang[1:]) <= {DIGIT_RIBUAN}


def _periksa_besar(tulisan: _Tulisan, aturan: _Aturan) -> _Salah | None:
    bulat, _, desimal = tulisan.badan.replace(".", "").partition(",")
    digit = len(bulat.lstrip("0"))
    if digit > aturan.maks_bulat:
        apa = f"Paling banyak {aturan.maks_bulat} digit di depan koma, di sini ada {digit}."
        return _Salah(apa, saran="Periksa lagi angkanya.")
    if len(desimal) <= aturan.maks_desimal:
        return None
    calon = []
    if _mungkin_bulat(re.split("[.,]", tulisan.badan), [","]):
        calon.append(bulat + desimal)
    if len(desimal.rstrip("0")) <= aturan.maks_desimal:
        calon.append(f"{bulat},{desimal[: aturan.maks_desimal]}".rstrip(","))
    apa = f"Paling banyak {aturan.maks_desimal} digit di belakang koma, di sini ada {len(desimal)}."
    if not aturan.maks_desimal:
        apa = "Angka di sini bulat, tanpa koma."
    return _Salah(
        apa, tuple(tulisan.tanda + teks for teks in calon), saran="Bulatkan dahulu angkanya."
    )


_PEMERIKSAAN = (
    _periksa_keadaan,
    _periksa_panjang,
    _periksa_rp,
    _periksa_digit,
    _periksa_satuan,
    _periksa_tanda,
    _periksa_spasi,
    _periksa_bentuk,
    _periksa_besar,
)
