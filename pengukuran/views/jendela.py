"""The window of a triwulan in the words of a page."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pengukuran.queries.jendela_isian import JendelaIsian
from sakip.lib import waktu
from sakip.lib.izin import Tolak
from sakip.organisasi.hitung.jendela import KeadaanJendela

SEHARI = timedelta(days=1)


@dataclass(frozen=True)
class KeteranganJendela:
    """How the window stands: the moment that matters next, how far it is, and why it is closed."""

    keadaan: str
    tenggat: datetime | None
    sisa: str
    terlambat: bool
    alasan: str


def keterangan_jendela(jendela: JendelaIsian, saat: datetime | None = None) -> KeteranganJendela:
    pada = saat or waktu.sekarang()
    tenggat = jendela.jendela.tenggat if jendela.jendela else None
    izin = jendela.izin
    return KeteranganJendela(
        keadaan="" if jendela.keadaan is None else jendela.keadaan.value,
        tenggat=tenggat,
        sisa="" if tenggat is None else sebut_sisa(tenggat, pada),
        terlambat=jendela.keadaan in {KeadaanJendela.TERLAMBAT, KeadaanJendela.DIKECUALIKAN},
        alasan=izin.alasan if isinstance(izin, Tolak) else "",
    )


def sebut_sisa(tenggat: datetime, saat: datetime) -> str:
    """How far a moment is, in whole days: 4 hari lagi, hari ini, lewat 2 hari."""
    hari, sisa = divmod(abs(tenggat - saat), SEHARI)
    if tenggat < saat:
        return f"lewat {hari} hari" if hari else "baru saja lewat"
    if not hari:
        jam = sisa // timedelta(hours=1)
        return f"{jam} jam lagi" if jam else "kurang dari satu jam lagi"
    return f"{hari} hari lagi"
