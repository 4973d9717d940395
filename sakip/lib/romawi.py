"""Roman numerals, for chapters and quarters."""

TERBESAR = 3999

_LAMBANG = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"),
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def tulis_romawi(n: int) -> str:
    """4 gives IV. Raises ValueError outside 1 to 3999, which have no such numeral."""
    if not 1 <= n <= TERBESAR:
        raise ValueError(f"Angka Romawi hanya ada untuk 1 sampai {TERBESAR}, bukan {n}.")
    hasil = ""
    for besar, lambang in _LAMBANG:
        kali, n = divmod(n, besar)
        hasil += lambang * kali
    return hasil
