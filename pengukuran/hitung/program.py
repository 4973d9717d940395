"""Capaian of a program, in the way that a unit has chosen for the year.

Source: laporan kinerja differ. Bakesbangpol Kota Pasuruan 2023 enters the figure of each program;
Bakesbangpol Kabupaten Lumajang 2023 takes the serapan for it ("dengan asumsi bahwa serapan
anggaran linier dengan kinerja program"). The way is named wherever the figure is printed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic

from pengukuran.hitung.rata import TANPA_CAPAIAN, Dilewati, K, RataCapaian, Terukur, rata_capaian
from perencanaan.hitung.pecahan import rata_terbobot

PENGGANTI = "Capaian ini serapan anggaran, bukan kinerja yang diukur."


class CaraProgram(StrEnum):
    DIISI = "diisi"
    RATA_KEGIATAN = "rata_kegiatan"
    TERBOBOT_PAGU = "terbobot_pagu"
    DARI_SERAPAN = "dari_serapan"


RUMUS_PROGRAM = {
    CaraProgram.DIISI: "capaian program sebagaimana diisi",
    CaraProgram.RATA_KEGIATAN: "rata-rata capaian kegiatannya",
    CaraProgram.TERBOBOT_PAGU: "rata-rata capaian kegiatannya, dibobot dengan pagu",
    CaraProgram.DARI_SERAPAN: "sama dengan serapan anggarannya",
}


@dataclass(frozen=True)
class BagianProgram(Generic[K]):
    """A kegiatan: its capaian (percent, or why there is none) and its pagu (rupiah, if known)."""

    kunci: K
    capaian: Terukur
    pagu: Decimal | None = None


def capaian_program(
    cara: CaraProgram,
    kegiatan: Sequence[BagianProgram[K]] = (),
    *,
    diisi: Decimal | None = None,
    serapan: Decimal | None = None,
) -> RataCapaian[K]:
    """Capaian of a program in percent, unrounded, by its way; of the others nothing is read.

    `diisi` is the capaian entered for it, `serapan` its realisasi anggaran / pagu × 100; None is
    unknown. A kegiatan without capaian, or without pagu where pagu is the weight, is left out and
    listed with its reason. Errors: none; without a figure the reason comes back.
    """
    match cara:
        case CaraProgram.DIISI:
            return RataCapaian(diisi, alasan=_bila(diisi, "Capaian program belum diisi."))
        case CaraProgram.DARI_SERAPAN:
            alasan = _bila(serapan, "Serapan anggaran program tidak diketahui.")
            return RataCapaian(serapan, alasan=alasan, peringatan=(PENGGANTI,))
        case CaraProgram.RATA_KEGIATAN:
            return rata_capaian((satu.kunci, satu.capaian) for satu in kegiatan)
    return _terbobot(kegiatan)


def _bila(nilai: Decimal | None, alasan: str) -> str:
    return alasan if nilai is None else ""


def _terbobot(kegiatan: Sequence[BagianProgram[K]]) -> RataCapaian[K]:
    berbobot: dict[int, tuple[Decimal, Decimal]] = {}
    dilewati = []
    for ke, satu in enumerate(kegiatan):
        capaian = satu.capaian.dipakai
        if capaian is not None and satu.pagu:
            berbobot[ke] = (capaian, satu.pagu)
        else:
            dilewati.append(Dilewati(satu.kunci, _alasan_tanpa_bobot(satu)))
    if not berbobot:
        return RataCapaian(None, (), tuple(dilewati), TANPA_CAPAIAN)
    return RataCapaian(
        rata_terbobot(list(berbobot.values())),
        tuple(kegiatan[ke].kunci for ke in berbobot),
        tuple(dilewati),
    )


def _alasan_tanpa_bobot(satu: BagianProgram[K]) -> str:
    if satu.capaian.dipakai is None:
        return satu.capaian.alasan
    return (
        "Pagunya tidak diketahui." if satu.pagu is None else "Pagunya 0, sehingga tidak berbobot."
    )
