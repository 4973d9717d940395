"""Filters that write numbers and dates for people; a bare number in a template fails a test."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.utils import timezone

from sakip.lib import angka as _angka
from sakip.lib import romawi as _romawi
from sakip.lib import tanggal as _tanggal
from sakip.lib import waktu

register = template.Library()

register.filter("angka", _angka.tulis_angka)
register.filter("persen", _angka.tulis_persen)
register.filter("rupiah", _angka.tulis_rupiah)
register.filter("uang", _angka.tulis_uang)


@register.filter
def tanggal(nilai: date | None) -> str:
    return "" if nilai is None else _tanggal.tulis_tanggal(nilai)


@register.filter
def saat(nilai: datetime | None) -> str:
    """A moment in the zone of the reader's pemda: 10 Juli 2024 pukul 23.59 WIB."""
    zona = timezone.get_current_timezone_name()
    return "" if nilai is None else _tanggal.tulis_saat(nilai, zona)


@register.simple_tag
def saat_ini() -> str:
    """This moment, as `saat` writes it: for what is printed."""
    return saat(waktu.sekarang())


@register.filter
def tahun(nilai: int) -> str:
    """A year, never grouped: 2023."""
    return str(nilai)


@register.filter
def setidaknya(nilai: int, batas: int) -> int:
    """The later of two years, for an address."""
    return max(nilai, batas)


@register.filter
def bilangan(nilai: int) -> str:
    """A count: 1.234."""
    return _angka.tulis_angka(Decimal(nilai), 0)


@register.filter
def gabung(isi: Iterable[object]) -> str:
    """The pieces of a sentence as one text, with no space around it.

    Space at the end of a cell or paragraph makes WeasyPrint 70 break a line that just fits after
    its first word.
    """
    return "".join(map(str, isi))


@register.filter
def romawi(nilai: int) -> str:
    """A triwulan or chapter: IV."""
    return _romawi.tulis_romawi(nilai)


@register.filter
def polos(nilai: int) -> str:
    """A number in markup, such as a colspan: digits alone."""
    return str(nilai)


@register.filter
def koordinat(nilai: Decimal | int) -> str:
    """A length in an SVG: with a point, at most two decimals, never grouped."""
    return _angka.tulis_mesin(_angka.bulatkan(Decimal(nilai), 2))
