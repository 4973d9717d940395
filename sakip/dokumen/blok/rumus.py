"""A formula as it is printed, from the line in which it is written: what is divided stands above.

`(Σ a − Σ b) / Σ b × 100` has one fraction between its signs. What is not surely a formula with one
fraction stays a line.
"""

import re
from dataclasses import dataclass

PEMBAGI = " / "
KALI = " × "
JUMLAH, JUMLAH_UTUH = "Σ ", "Σ\N{NO-BREAK SPACE}"  # a sum stays with what is summed
TANDA = re.compile(r" [×+−] ")
JUMLAHAN = re.compile(r"(?:\(|Σ|jumlah\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Pecahan:
    """What stands before the fraction, above its line, below it, and after it.

    `kurung` are the brackets of the line that the fraction makes needless, of the part above and
    of the part below.
    """

    depan: str
    atas: str
    bawah: str
    belakang: str
    kurung: tuple[bool, bool]


def urai_pecahan(teks: str) -> Pecahan | None:
    """The one fraction of a formula in a line; None where it is none, or none surely."""
    letak = [n for n in _di_luar_kurung(teks) if teks.startswith(PEMBAGI, n)]
    if len(letak) != 1 or "\n" in teks:
        return None
    kiri, kanan = teks[: letak[0]], teks[letak[0] + len(PEMBAGI) :]
    awal = max((m.end() for m in _tanda(kiri)), default=0)
    akhir = min((m.start() for m in _tanda(kanan)), default=len(kanan))
    depan, atas, bawah, belakang = kiri[:awal], kiri[awal:], kanan[:akhir], kanan[akhir:]
    if not (atas.strip() and bawah.strip()) or not _rumus(teks, atas, bawah):
        return None
    kurung = (_terkurung(atas), _terkurung(bawah))
    polos = [satu[1:-1] if ada else satu for satu, ada in zip((atas, bawah), kurung, strict=True)]
    atas, bawah = (satu.replace(JUMLAH, JUMLAH_UTUH) for satu in polos)
    return Pecahan(depan, atas, bawah, belakang, kurung)


def _rumus(teks: str, atas: str, bawah: str) -> bool:
    """Words joined by a stroke are no division: something is multiplied, or both sides are sums."""
    if any(teks.startswith(KALI, n) for n in _di_luar_kurung(teks)):
        return True
    return bool(JUMLAHAN.match(atas) and JUMLAHAN.match(bawah))


def _tanda(teks: str) -> list[re.Match[str]]:
    luar = set(_di_luar_kurung(teks))
    return [kena for kena in TANDA.finditer(teks) if kena.start() in luar]


def _di_luar_kurung(teks: str) -> list[int]:
    """The places outside all brackets; none where the brackets do not match."""
    dalam, luar = 0, []
    for letak, huruf in enumerate(teks):
        if huruf == ")":
            dalam -= 1
        if dalam < 0:
            return []
        if not dalam:
            luar.append(letak)
        if huruf == "(":
            dalam += 1
    return [] if dalam else luar


def _terkurung(teks: str) -> bool:
    """Whether one pair of brackets holds all of it."""
    if not (teks.startswith("(") and teks.endswith(")")):
        return False
    return _di_luar_kurung(teks) == [0, len(teks) - 1]
