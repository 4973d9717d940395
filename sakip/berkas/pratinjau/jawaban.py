"""What the process that draws answers, read as if the file that it drew had written it."""

import json
from dataclasses import dataclass
from typing import Any

# the words of the process, and those that stand for its silence
SEBAB = frozenset({"lewat", "terkunci", "rusak", "berat", "lambat", "gagal"})
AWAL_WEBP, BENTUK_WEBP = b"RIFF", b"WEBP"
SISI_TERPANJANG = 10_000
HALAMAN_TERBANYAK = 1_000_000
TEKS_TERPANJANG = 50_000


@dataclass(frozen=True)
class Jawaban:
    """A page as a picture with its text, or the word (`sebab`) why there is none.

    `banyak` is how many pages the file has, 0 where nobody knows.
    """

    sebab: str = ""
    banyak: int = 0
    lebar: int = 0
    tinggi: int = 0
    teks: str = ""
    gambar: bytes = b""

    @property
    def seluruhnya(self) -> bool:
        """Whether it holds for every page that is asked for, or tells which ones there are."""
        return self.sebab == "lewat" or (self.sebab in {"terkunci", "rusak"} and not self.banyak)


def tulis_tolakan(sebab: str) -> bytes:
    """A refusal as the process would write it."""
    return json.dumps({"sebab": sebab, "banyak": 0}).encode()


def baca_jawaban(keluaran: bytes) -> Jawaban | None:
    """The whole answer; None of anything else."""
    baris, _, gambar = keluaran.partition(b"\n")
    try:
        kepala = json.loads(baris)
    except (ValueError, RecursionError):
        return None
    if not isinstance(kepala, dict):
        return None
    return _tolakan(kepala) if "sebab" in kepala else _halaman(kepala, gambar)


def _tolakan(kepala: dict[str, Any]) -> Jawaban | None:
    sebab, banyak = kepala["sebab"], kepala.get("banyak", -1)
    if not isinstance(sebab, str) or sebab not in SEBAB:
        return None
    if not _di_antara(int(sebab == "lewat"), banyak, HALAMAN_TERBANYAK):
        return None
    return Jawaban(sebab=sebab, banyak=banyak)


def _halaman(kepala: dict[str, Any], gambar: bytes) -> Jawaban | None:
    banyak, lebar, tinggi = (kepala.get(nama) for nama in ("banyak", "lebar", "tinggi"))
    teks = kepala.get("teks")
    utuh = (
        _di_antara(1, banyak, HALAMAN_TERBANYAK)
        and _di_antara(1, lebar, SISI_TERPANJANG)
        and _di_antara(1, tinggi, SISI_TERPANJANG)
        and _terbaca(teks)
        and kepala.get("ukuran") == len(gambar)
        and (gambar[:4], gambar[8:12]) == (AWAL_WEBP, BENTUK_WEBP)
    )
    return Jawaban("", banyak, lebar, tinggi, teks, gambar) if utuh else None  # type: ignore[arg-type]


def _di_antara(terkecil: int, isi: object, terbesar: int) -> bool:
    # a bool is an int to isinstance
    return type(isi) is int and terkecil <= isi <= terbesar


def _terbaca(teks: object) -> bool:
    """Whether a page can hold it: half a surrogate pair cannot be sent."""
    if not isinstance(teks, str) or len(teks) > TEKS_TERPANJANG:
        return False
    try:
        teks.encode()
    except UnicodeEncodeError:
        return False
    return True
