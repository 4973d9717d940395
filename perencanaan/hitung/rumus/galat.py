"""What is wrong with the text of a formula."""

MAKS_KUTIP = 40


class RumusSalah(ValueError):
    """The text is no formula, or names what is not known.

    `pesan` tells in Indonesian what is wrong and what to do; `posisi` is the character it is
    about, counted from 1, or None when it is about the whole.
    """

    def __init__(self, pesan: str, posisi: int | None = None) -> None:
        super().__init__(pesan, posisi)
        self.pesan = pesan
        self.posisi = posisi

    def __str__(self) -> str:
        return self.pesan


def salah(apa: str, awal: int, saran: str) -> RumusSalah:
    """The refusal of what begins at `awal`, counted from 0: what, where, and what to do."""
    return RumusSalah(f"{apa} (karakter ke-{awal + 1}). {saran}", awal + 1)


def kutip(teks: str) -> str:
    """A piece of the formula as a message shows it: short, and nothing invisible in it."""
    tampak = "".join(h if h.isprintable() else f"U+{ord(h):04X}" for h in teks)
    return f"“{tampak[:MAKS_KUTIP]}…”" if len(tampak) > MAKS_KUTIP else f"“{tampak}”"
