"""How a date and a time that a person typed are read: strictly, and never by guessing.

In: text with the day first, as in Indonesia, or the year first with dashes, as machines write.
Out: `date`, `time`, or a `datetime` without zone. Whatever could be another day is refused with
the question which one was meant.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from typing import NamedTuple, TypeVar

from sakip.lib.galat import IsianSalah
from sakip.lib.tanggal import NAMA_BULAN, tulis_tanggal

MAKS_KARAKTER = 40
TAHUN = range(1900, 2101)
BULAN_SETAHUN = 12
JAM_SEHARI = 24
SETENGAH_HARI = 12
MENIT_SEJAM = 60
ABAD_LALU = 50  # from 50 on, two digits may well be a year of the last century

CONTOH_TANGGAL = "Tulis seperti 31/12/2025 atau 31 Desember 2025."
CONTOH_JAM = "Tulis seperti 23.59."
CONTOH_SAAT = "Tulis seperti 31/12/2025 23.59."
URUTAN = "Tulis hari, bulan, lalu tahun."

T = TypeVar("T")

_BULAN = {nama.lower(): bulan for bulan, nama in enumerate(NAMA_BULAN, 1)}
_SINGKAT = {nama[:3]: bulan for nama, bulan in _BULAN.items()} | {"agt": 8, "ags": 8, "sept": 9}
_DIBACA = _BULAN | _SINGKAT
# English names and older spellings: understood, but asked about
_DITANYAKAN = {
    "january": 1, "february": 2, "pebruari": 2, "peb": 2, "march": 3, "may": 5, "june": 6,
    "july": 7, "august": 8, "aug": 8, "october": 10, "oct": 10, "nopember": 11, "nop": 11,
    "december": 12, "dec": 12,
}  # fmt: skip

_KATA = r"[^\W\d_]+"
_ANGKA = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_NAMA = re.compile(rf"([0-9]{{1,2}}) ({_KATA}) ([0-9]{{4}})")
_TAHUN_PENDEK = re.compile(rf"([0-9]{{1,2}}(?:([/.-])[0-9]{{1,2}}\2| {_KATA} ))([0-9]{{2}})")
_JAM = re.compile(r"([0-9]{1,2})[.:]([0-9]{2})")
_JAM_12 = re.compile(r"([0-9]{1,2})(?:[.:]([0-9]{2}))? ?([ap])\.?m\.?", re.IGNORECASE)

# a date that stands alone up to a blank or comma, and what follows it
_SAAT = re.compile(
    rf"([0-9]+[/.-][0-9]+[/.-][0-9]+|[0-9]+ {_KATA} [0-9]+|[0-9]+{_KATA}[0-9]+)((?:[ ,].*)?)"
)


class TanggalSalah(IsianSalah):
    """What was typed is no date or time here."""


@dataclass(frozen=True)
class _Salah:
    """A refusal in the making: what is wrong, repaired texts to try, and what to say besides.

    Every repaired text has one mistake less, which is why reading it anew comes to an end.
    """

    apa: str
    calon: tuple[str, ...] = ()
    saran: str = ""  # instead of the example, when no repaired text is read
    tambahan: str = ""  # behind the question
    tanya: str = ""  # instead of the usual question


class _Betulan(NamedTuple):
    """A shape that is refused, and the texts to try in its place."""

    bentuk: re.Pattern[str]
    apa: str
    calon: tuple[str, ...] = ()


_BETULAN_TANGGAL = (
    _Betulan(re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})[-/. ]([0-9]{1,2})"), URUTAN, (r"\3/\2/\1",)),
    _Betulan(
        re.compile(r"([0-9]{1,2}) ?[/.,\-–—− ] ?([0-9]{1,2}) ?[/.,\-–—− ] ?([0-9]{2}|[0-9]{4})"),
        "Hari, bulan, dan tahun dipisah garis miring, tanpa spasi.",
        (r"\1/\2/\3",),
    ),
    _Betulan(
        re.compile(rf"([0-9]{{1,2}})[ .,/–-]*({_KATA})[ .,/'’–-]*([0-9]{{2}}|[0-9]{{4}})"),
        "Hari, nama bulan, dan tahun dipisah satu spasi.",
        (r"\1 \2 \3",),
    ),
    _Betulan(
        re.compile(rf"({_KATA})[ .]*([0-9]{{1,2}})[ ,]+([0-9]{{2}}|[0-9]{{4}})"),
        URUTAN,
        (r"\2 \1 \3",),
    ),
    _Betulan(
        re.compile(rf"(?:{_KATA}|[0-9]{{1,2}})[ /.-][0-9]{{4}}|[0-9]{{4}}[/.-][0-9]{{1,2}}"),
        "Tanggal berapa? Yang tertulis baru bulan dan tahun.",
    ),
    _Betulan(re.compile("[0-9]{4}"), "Hari dan bulannya belum ditulis."),
    _Betulan(re.compile(rf"[0-9]{{1,2}}(?:[/.-][0-9]{{1,2}}| {_KATA})"), "Tahunnya belum ditulis."),
    _Betulan(
        re.compile(rf"[0-9]{{1,2}}(?:([/.-])[0-9]{{1,2}}\1| {_KATA} )[0-9]+"),
        "Tahun ditulis dengan empat digit.",
    ),
    _Betulan(
        re.compile(
            r"(?:[^0-9]*[ ,])?([0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
            rf"|[0-9]{{1,2}} {_KATA} [0-9]{{4}})(?:[ ,][^0-9]*(?:[0-9]{{1,2}}[.:][0-9]{{2}}.*)?)?"
        ),
        "Tulis tanggalnya saja.",
        (r"\1",),
    ),
)

_BETULAN_JAM = (
    _Betulan(re.compile(r"([0-9]{1,2})"), "Menitnya belum ditulis.", (r"\1.00",)),
    _Betulan(
        re.compile(r"([0-9]{1,2})[.:]([0-9])"),
        "Menit ditulis dua digit.",
        (r"\1.0\2", r"\1.\g<2>0"),
    ),
    _Betulan(
        re.compile(r"([0-9]{1,2}[.:][0-9]{2})[.:,][0-9]+"),
        "Jam ditulis sampai menit saja.",
        (r"\1",),
    ),
    _Betulan(
        re.compile(r"([0-9]{1,2})(?: ?[.:,;/-] ?| ?)([0-9]{2})"),
        "Jam dan menit dipisah satu titik, tanpa spasi.",
        (r"\1.\2",),
    ),
    _Betulan(re.compile(r"[^0-9]*([0-9]{1,2}[.:][0-9]{2})[^0-9]*"), "Tulis jamnya saja.", (r"\1",)),
)


def baca_tanggal(teks: str) -> date:
    """The date in `teks`: 31/12/2025, 31-12-2025, 31.12.2025, 2025-12-31, 31 Desember 2025.

    Anything else raises `TanggalSalah`.
    """
    hasil = _tanggal(_rapikan(teks))
    if isinstance(hasil, date):
        return hasil
    raise _galat(hasil, _usul(hasil.calon, baca_tanggal, tulis_tanggal), CONTOH_TANGGAL)


def baca_jam(teks: str) -> time:
    """The time of day in `teks`: 23.59 or 23:59. Anything else raises `TanggalSalah`."""
    hasil = _jam(_rapikan(teks))
    if isinstance(hasil, time):
        return hasil
    raise _galat(hasil, _usul(hasil.calon, baca_jam, _tulis_jam), CONTOH_JAM)


def baca_saat(teks: str) -> datetime:
    """Date and time, still without zone: 31/12/2025 23.59, 31 Desember 2025 pukul 23.59.

    Anything else raises `TanggalSalah`.
    """
    hasil = _saat(_rapikan(teks))
    if isinstance(hasil, datetime):
        return hasil
    raise _galat(hasil, _usul(hasil.calon, baca_saat, _tulis_saat), CONTOH_SAAT)


def _galat(salah: _Salah, usul: tuple[str, ...], contoh: str) -> TanggalSalah:
    if not usul:
        return TanggalSalah(f"{salah.apa} {salah.saran or contoh}")
    tanya = salah.tanya or f"Maksud Anda {' atau '.join(usul)}?"
    return TanggalSalah(" ".join(filter(None, (salah.apa, tanya, salah.tambahan))), usul)


def _usul(
    calon: tuple[str, ...], baca: Callable[[str], T], tulis: Callable[[T], str]
) -> tuple[str, ...]:
    """The readings of repaired texts; one with a further mistake gives its own suggestions."""
    usul: dict[str, None] = {}
    for teks in calon:
        try:
            usul[tulis(baca(teks))] = None
        except TanggalSalah as salah:
            usul.update(dict.fromkeys(salah.usul))
    return tuple(usul)


def _tulis_jam(jam: time) -> str:
    return f"{jam:%H.%M}"


def _tulis_saat(saat: datetime) -> str:
    return f"{tulis_tanggal(saat.date())} {_tulis_jam(saat.time())}"


def _rapikan(teks: str) -> str:
    """Trimmed, with single blanks; what is invisible counts as a blank.

    A text that is too long to be read stays as it is, so that it costs no time.
    """
    isi = teks.strip()
    if len(isi) > MAKS_KARAKTER:
        return isi
    return " ".join("".join(" " if unicodedata.category(h) == "Cf" else h for h in isi).split())


def _kutip(teks: str) -> str:
    """`teks` fit for a message: short, and without characters that would disturb the line."""
    pendek = teks if len(teks) <= MAKS_KARAKTER // 2 else f"{teks[: MAKS_KARAKTER // 2]}…"
    return f'"{"".join(h if h.isprintable() else "�" for h in pendek)}"'


def _periksa_umum(isi: str, apa: str) -> _Salah | None:
    if not isi:
        return _Salah(f"{apa} belum diisi.")
    if len(isi) > MAKS_KARAKTER:
        return _Salah(f"Isian terlalu panjang: {len(isi)} karakter, paling banyak {MAKS_KARAKTER}.")
    return None


def _betulkan(isi: str, betulan: tuple[_Betulan, ...], apa: str) -> _Salah:
    """The first of the refused shapes that `isi` has."""
    for satu in betulan:
        if cocok := satu.bentuk.fullmatch(isi):
            return _Salah(satu.apa, tuple(cocok.expand(calon) for calon in satu.calon))
    return _Salah(f"{_kutip(isi)} bukan {apa}.")


def _tanggal(isi: str) -> date | _Salah:
    if salah := _periksa_umum(isi, "Tanggal"):
        return salah
    if angka := _ANGKA.fullmatch(isi):
        return _susun(int(angka[1]), int(angka[3]), int(angka[4]))
    if iso := _ISO.fullmatch(isi):
        return _susun(int(iso[3]), int(iso[2]), int(iso[1]))
    if nama := _NAMA.fullmatch(isi):
        bulan = _DIBACA.get(nama[2].lower())
        return _susun(int(nama[1]), bulan, int(nama[3])) if bulan else _bulan_lain(*nama.groups())
    if pendek := _TAHUN_PENDEK.fullmatch(isi):
        abad = ("20",) if int(pendek[3]) < ABAD_LALU else ("19", "20")
        calon = tuple(f"{pendek[1]}{a}{pendek[3]}" for a in abad)
        return _Salah("Tahun ditulis dengan empat digit.", calon)
    return _betulkan(isi, _BETULAN_TANGGAL, "tanggal")


def _susun(hari: int, bulan: int, tahun: int) -> date | _Salah:
    if tahun not in TAHUN:
        apa = f"Tahun {tahun} di luar {TAHUN[0]} sampai {TAHUN[-1]}."
        return _Salah(apa, saran="Periksa lagi tahunnya.")
    if not 1 <= bulan <= BULAN_SETAHUN:
        tertukar = (f"{bulan}/{hari}/{tahun}",) if 1 <= hari <= BULAN_SETAHUN else ()
        return _Salah(f"Tidak ada bulan {bulan}.", tertukar, tambahan=URUTAN)
    terakhir = monthrange(tahun, bulan)[1]
    if hari > terakhir:
        apa = f"{NAMA_BULAN[bulan - 1]} {tahun} hanya sampai tanggal {terakhir}."
        return _Salah(apa, saran="Periksa lagi tanggalnya.")
    if not hari:
        return _Salah("Tidak ada tanggal 0.", saran="Tanggal mulai dari 1.")
    return date(tahun, bulan, hari)


def _bulan_lain(hari: str, kata: str, tahun: str) -> _Salah:
    """A word in the place of the month: of another language, misspelt, or no month at all."""
    if bulan := _DITANYAKAN.get(kata.lower()):
        nama = NAMA_BULAN[bulan - 1]
        return _Salah(f"Bulan {_kutip(kata)} ditulis {nama}.", (f"{hari} {nama} {tahun}",))
    mirip = get_close_matches(kata.lower(), _BULAN, n=1)
    calon = tuple(f"{hari} {nama} {tahun}" for nama in mirip)
    return _Salah(f"Bulan {_kutip(kata)} tidak dikenal.", calon)


def _jam(isi: str) -> time | _Salah:
    if salah := _periksa_umum(isi, "Jam"):
        return salah
    if tulisan := _JAM.fullmatch(isi):
        return _susun_jam(int(tulisan[1]), int(tulisan[2]))
    if siang := _JAM_12.fullmatch(isi):
        jam = int(siang[1])
        tambah = SETENGAH_HARI if siang[3].lower() == "p" else 0
        tepat = f"{jam % SETENGAH_HARI + tambah}.{siang[2] or '00'}"
        calon = (tepat,) if 1 <= jam <= SETENGAH_HARI else ()
        return _Salah("Jam ditulis 00 sampai 23, tanpa am atau pm.", calon)
    return _betulkan(isi, _BETULAN_JAM, "jam")


def _susun_jam(jam: int, menit: int) -> time | _Salah:
    if (jam, menit) == (JAM_SEHARI, 0):
        tanya = "Maksud Anda 23.59, atau 00.00 hari berikutnya?"
        return _Salah("Jam 24.00 tidak ada.", ("23.59", "00.00"), tanya=tanya)
    if jam >= JAM_SEHARI:
        return _Salah(f"Jam {jam} tidak ada; jam ditulis 00 sampai 23.")
    if menit >= MENIT_SEJAM:
        return _Salah(f"Menit {menit} tidak ada; menit ditulis 00 sampai 59.")
    return time(jam, menit)


def _saat(isi: str) -> datetime | _Salah:
    if salah := _periksa_umum(isi, "Tanggal dan jam"):
        return salah
    bagian = _SAAT.fullmatch(isi)
    if bagian is None:
        return _bukan_saat(isi)
    tanggal, jam = _tanggal(bagian[1]), bagian[2].strip().removeprefix("pukul ")
    if not isinstance(tanggal, date):
        return replace(tanggal, calon=tuple(f"{teks} {jam}" for teks in tanggal.calon))
    if not jam:
        return _Salah("Pukul berapa?")
    waktu = _jam(jam)
    if isinstance(waktu, time):
        return datetime.combine(tanggal, waktu)
    return replace(waktu, calon=_calon_saat(tanggal, waktu), tanya="")


def _calon_saat(tanggal: date, waktu: _Salah) -> tuple[str, ...]:
    hari = tulis_tanggal(tanggal)
    if waktu.tanya:  # 24.00, which may be the end of this day or the beginning of the next
        return (f"{hari} 23.59", f"{tulis_tanggal(tanggal + timedelta(days=1))} 00.00")
    return tuple(f"{hari} {teks}" for teks in waktu.calon)


def _bukan_saat(isi: str) -> _Salah:
    if _JAM.fullmatch(isi):
        return _Salah("Tanggal berapa?")
    salah = _tanggal(isi)
    if isinstance(salah, date) or salah.calon:
        return _Salah(f"{_kutip(isi)} bukan tanggal dan jam.")
    return _Salah(salah.apa)
