"""Which indikator of earlier years stands beside one of today."""

from collections.abc import Mapping

from perencanaan.models import IndikatorVersi, Padanan
from sakip.organisasi.models import Unit


def pendahulu(unit: Unit) -> dict[int, int]:
    """The indikator that each one replaced, by their ids, in one query."""
    return dict(Padanan.objects.filter(baru__unit=unit).values_list("baru", "lama"))


def beda_padanan(lama: IndikatorVersi | None, baru: IndikatorVersi) -> str:
    """Why figures of the old indikator may not stand beside those of the new; empty if they may."""
    if lama is None:
        return "Indikator lama tidak ada dalam Renstra tahun itu."
    beda = [
        sebutan
        for sebutan, satu, lain in (
            ("satuannya", lama.satuan, baru.satuan),
            ("arahnya", lama.arah, baru.arah),
            ("rumusnya", lama.rumus, baru.rumus),
        )
        if satu != lain
    ]
    if not beda:
        return ""
    return f"Indikator diganti dan tidak dapat dibandingkan: {', '.join(beda)} berbeda."


def jejak_ke_belakang(awal: int, sebelum: Mapping[int, int]) -> list[int]:
    """An indikator and all it came from, newest first; a ring of mistakes ends."""
    urut = [awal]
    while (berikut := sebelum.get(urut[-1])) is not None and berikut not in urut:
        urut.append(berikut)
    return urut
