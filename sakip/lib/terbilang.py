"""Numbers in words, as receipts, decrees and agreements repeat an amount."""

from decimal import Decimal

from sakip.lib.angka import bulatkan

DIGIT_PALING_BANYAK = 18  # 999 kuadriliun and what is below

_SATUAN = (
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
)  # fmt: skip
_PANGKAT = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun")


def terbilang(nilai: Decimal) -> str:
    """`nilai` in Indonesian words; decimals digit by digit, without zeros at their end.

    Raises ValueError for a million kuadriliun and more, and for what is no finite number.
    """
    _tolak_tak_terbilang(nilai)
    if not nilai:
        return _SATUAN[0]
    bulat, _, desimal = f"{nilai.copy_abs():f}".partition(".")
    kata = ["minus"] if nilai < 0 else []
    kata.append(_bulat(int(bulat)))
    if desimal := desimal.rstrip("0"):
        kata += ["koma", *(_SATUAN[int(digit)] for digit in desimal)]
    return " ".join(kata)


def terbilang_rupiah(jumlah: Decimal) -> str:
    """An amount in words, with sen only where there are any.

    Rounded to whole sen like the figure printed beside it; raises ValueError as `terbilang` does.
    """
    _tolak_tak_terbilang(jumlah)
    bulat = bulatkan(jumlah, 2)
    rupiah, _, sen = f"{bulat.copy_abs():f}".partition(".")
    kata = f"{terbilang(Decimal(rupiah))} rupiah"
    if int(sen):
        kata += f" {_bulat(int(sen))} sen"
    return f"minus {kata}" if bulat < 0 else kata


def _tolak_tak_terbilang(nilai: Decimal) -> None:
    if not nilai.is_finite():
        raise ValueError(f"{nilai} tidak dapat dieja.")
    if nilai and nilai.adjusted() >= DIGIT_PALING_BANYAK:
        raise ValueError("Angka di atas 999 kuadriliun tidak dapat dieja.")


def _bulat(bilangan: int) -> str:
    """A whole number in words, thousand by thousand."""
    if not bilangan:
        return _SATUAN[0]
    kata: list[str] = []
    for pangkat in reversed(range(len(_PANGKAT))):
        kelompok = bilangan // 1000**pangkat % 1000
        if kelompok == 1 and _PANGKAT[pangkat] == "ribu":
            kata.append("seribu")
        elif kelompok:
            kata += [*_ratusan(kelompok), _PANGKAT[pangkat]]
    return " ".join(kata).rstrip()


def _ratusan(kelompok: int) -> list[str]:
    """1 to 999."""
    ratus, sisa = divmod(kelompok, 100)
    kata = [_berimbuhan(ratus, "ratus")] if ratus else []
    puluh, satuan = divmod(sisa, 10)
    if puluh == 1 and satuan:
        return [*kata, _berimbuhan(satuan, "belas")]
    if puluh:
        kata.append(_berimbuhan(puluh, "puluh"))
    if satuan:
        kata.append(_SATUAN[satuan])
    return kata


def _berimbuhan(digit: int, kata: str) -> str:
    """One of anything takes se-: seratus, sebelas, sepuluh."""
    return f"se{kata}" if digit == 1 else f"{_SATUAN[digit]} {kata}"
