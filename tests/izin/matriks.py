"""Who gets what answer at which address: the one table of rights.

Each row: the name of the URL, the unit it is asked for, and the answer per person; `masuk` is the
redirect to the sign-in page. A URL that is not here fails `test_lengkap`.
"""

from dataclasses import dataclass
from typing import Literal

Jawaban = Literal["ok", "alih", "masuk", 403, 404, 405]

PEMBACA_UNIT = (
    "operator", "perencana", "pimpinan", "bagian_organisasi", "inspektorat", "pembaca",
)  # fmt: skip
ORANG_LUAR = ("admin", "perencana_lain", "inspektorat_luar", "tanpa_tugas")
SEMUA = (*PEMBACA_UNIT, *ORANG_LUAR)


@dataclass(frozen=True)
class Baris:
    url: str
    jawaban: dict[str, Jawaban]
    tamu: Jawaban = "masuk"
    isian: tuple[tuple[str, str | int], ...] = ()
    post: Jawaban = 405


def _milik_unit(url: str, tahun: int = 2023) -> Baris:
    """Readers of the unit see it; for all others it does not exist."""
    return Baris(
        url,
        {**dict.fromkeys(PEMBACA_UNIT, "ok"), **dict.fromkeys(ORANG_LUAR, 404)},
        isian=(("kode", "pasuruan-bakesbangpol"), ("tahun", tahun)),
    )


MATRIKS = (
    Baris("organisasi:masuk", dict.fromkeys(SEMUA, "alih"), tamu="ok", post="alih"),
    Baris("organisasi:keluar", dict.fromkeys(SEMUA, 405), tamu="masuk", post="masuk"),
    Baris(
        "beranda:beranda",
        {**dict.fromkeys(PEMBACA_UNIT, "alih"), **dict.fromkeys(ORANG_LUAR, "ok")},
    ),
    _milik_unit("beranda:tahun"),
    _milik_unit("pelaporan:lkjip-baca"),
    _milik_unit("pelaporan:lkjip-unduh"),
)
