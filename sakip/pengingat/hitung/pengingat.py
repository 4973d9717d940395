"""Who is reminded of what on a day: a table of days before and after the tenggat, level by level.

Whoever's turn it is hears first, from two weeks before until it is done. Those above hear of what
is late, each level some days after the one below: they can help, and need not be told of what
goes well.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum


class Jenjang(IntEnum):
    """Who acts, from who fills in to who watches all units."""

    PENGISI = 1
    SEKRETARIAT = 2
    PIMPINAN = 3
    ORGANISASI = 4


# days before the tenggat on which whoever's turn it is hears; 0 is the day itself
HARI_SEBELUM = (14, 7, 3, 1, 0)
# days late after which a level above hears too
NAIK_SETELAH: Mapping[Jenjang, int] = {
    Jenjang.SEKRETARIAT: 3,
    Jenjang.PIMPINAN: 6,
    Jenjang.ORGANISASI: 12,
}
# what is late is repeated after so many days, at every level
ULANG_SETIAP = 3


@dataclass(frozen=True)
class Hal:
    """Something due on a day; `jenjang` says whose turn it is, `kunci` names it for ever."""

    kunci: str
    jenjang: Jenjang
    tenggat: date


@dataclass(frozen=True)
class Ingatan:
    """That somebody hears of something: as whom, and since which day this reminder is due."""

    hal: Hal
    jenjang: Jenjang
    sejak: date

    @property
    def sendiri(self) -> bool:
        """Whether it is this person's own turn."""
        return self.jenjang is self.hal.jenjang


def hari_terlambat(hal: Hal, hari: date) -> int:
    """The whole days since the tenggat; negative before it."""
    return (hari - hal.tenggat).days


def sejak_sendiri(hal: Hal, hari: date) -> date | None:
    """The last day, until this one, on which whoever's turn it is was to hear; None: not yet."""
    lambat = hari_terlambat(hal, hari)
    if lambat >= 0:
        return hari - timedelta(days=lambat % ULANG_SETIAP)
    terakhir = min((satu for satu in HARI_SEBELUM if satu >= -lambat), default=None)
    return None if terakhir is None else hal.tenggat - timedelta(days=terakhir)


def sejak_atasan(hal: Hal, jenjang: Jenjang, hari: date) -> date | None:
    """The same of a level above, which hears only of what is late."""
    lewat = hari_terlambat(hal, hari) - NAIK_SETELAH[jenjang]
    return None if lewat < 0 else hari - timedelta(days=lewat % ULANG_SETIAP)


def ingatan(
    hal: Iterable[Hal], milik: frozenset[str], jenjang: frozenset[Jenjang], hari: date
) -> tuple[Ingatan, ...]:
    """What one person hears of on a day, the longest due first.

    `milik` are the keys of what is this person's own turn, `jenjang` the levels held. As the
    lowest of several, so that nobody hears twice of one thing.
    """
    semua = (_satu(satu, milik, jenjang, hari) for satu in hal)
    ada = [satu for satu in semua if satu is not None]
    return tuple(sorted(ada, key=lambda satu: (satu.hal.tenggat, satu.hal.kunci)))


def _satu(
    hal: Hal, milik: frozenset[str], jenjang: frozenset[Jenjang], hari: date
) -> Ingatan | None:
    if hal.kunci in milik:
        sejak = sejak_sendiri(hal, hari)
        return None if sejak is None else Ingatan(hal, hal.jenjang, sejak)
    for satu in sorted(jenjang):
        if satu > hal.jenjang:
            sejak = sejak_atasan(hal, satu, hari)
            if sejak is not None:
                return Ingatan(hal, satu, sejak)
    return None


def belum_terkirim(
    semua: Iterable[Ingatan], terkirim: Mapping[str, date], dicoba: frozenset[str]
) -> tuple[Ingatan, ...]:
    """Those that a person still has to be sent.

    `terkirim` is the last day on which each was sent, `dicoba` what was tried today: a reminder
    that failed, or whose day passed while nobody sent any, is made up for on the next day.
    """
    return tuple(
        satu
        for satu in semua
        if satu.hal.kunci not in dicoba
        and (satu.hal.kunci not in terkirim or terkirim[satu.hal.kunci] < satu.sejak)
    )
