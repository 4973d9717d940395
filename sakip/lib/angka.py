"""How a number is rounded and written, in one place.

Everything takes and gives `Decimal`; rounding is half-up and happens here only, at display.
Tables and sentences write Indonesian (`1.234.567,89`), machines read a point (`1234567.89`).
"""

from decimal import ROUND_HALF_UP, Context, Decimal

# Wide enough for a sum of rupiah with sen over many years; Decimal's default of 28 digits
# would refuse to quantize some of them.
_RUANG = Context(prec=60)
RP = "Rp\N{NO-BREAK SPACE}"


def bulatkan(nilai: Decimal, desimal: int) -> Decimal:
    """`nilai` rounded half-up to `desimal` places: 97,225 gives 97,23."""
    return nilai.quantize(Decimal(1).scaleb(-desimal), rounding=ROUND_HALF_UP, context=_RUANG)


def tulis_angka(nilai: Decimal, desimal: int = 2, *, buang_nol: bool = True) -> str:
    """Indonesian notation with at most `desimal` places.

    With `buang_nol` trailing zeros are dropped (74,50 → 74,5; 3,00 → 3). A nonzero figure that
    would round to zero is written `< 0,01`, so that something small never looks like nothing.
    """
    bulat = bulatkan(nilai, desimal)
    if not bulat and nilai:
        terkecil = tulis_angka(Decimal(1).scaleb(-desimal), desimal)
        return f"< {terkecil}" if nilai > 0 else f"> -{terkecil}"
    teks = f"{bulat:,f}" if bulat else f"{abs(bulat):,f}"
    if buang_nol and "." in teks:
        teks = teks.rstrip("0").rstrip(".")
    return teks.translate(str.maketrans(",.", ".,"))


def tulis_persen(nilai: Decimal) -> str:
    """A percentage with its two decimals and the sign: 97,20%."""
    return f"{tulis_angka(nilai, 2, buang_nol=False)}%"


def tulis_selisih(nilai: Decimal) -> str:
    """A difference with its sign and two decimals: +2,27; -149,00; 0,00."""
    tanda = "+" if bulatkan(nilai, 2) > 0 else ""
    return f"{tanda}{tulis_angka(nilai, 2, buang_nol=False)}"


def tulis_rupiah(jumlah: Decimal) -> str:
    """An amount in rupiah: Rp 583.791.760; sen are written only where there are any.

    The space does not break, so the sign never stands at the end of a line.
    """
    return f"{RP}{tulis_uang(jumlah)}"


def tulis_uang(jumlah: Decimal) -> str:
    """An amount without its currency, for a column whose head says rupiah."""
    utuh = jumlah == jumlah.to_integral_value()
    return tulis_angka(jumlah, 0 if utuh else 2, buang_nol=False)


def tulis_dengan_satuan(nilai: Decimal, desimal: int, satuan: str) -> str:
    """A performance figure as tables print it: with `%` where the unit is percent, else bare."""
    teks = tulis_angka(nilai, desimal)
    return f"{teks}%" if satuan.casefold() in {"persen", "%"} else teks


def tulis_mesin(nilai: Decimal, desimal: int | None = None) -> str:
    """With a point and no grouping; without `desimal` all places, trailing zeros dropped."""
    if desimal is not None:
        bulat = bulatkan(nilai, desimal)
        return f"{bulat or abs(bulat):f}"
    teks = f"{nilai:f}"
    return teks.rstrip("0").rstrip(".") if "." in teks else teks
