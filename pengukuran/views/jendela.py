"""The window of a triwulan in the words of a page."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import get_current_timezone_name

from pengukuran.queries.jendela_isian import JendelaIsian
from sakip.lib import waktu
from sakip.lib.izin import Tolak
from sakip.lib.tanggal import sebut_sisa
from sakip.organisasi.hitung.jendela import KeadaanJendela


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
        sisa="" if tenggat is None else sebut_sisa(tenggat, pada, get_current_timezone_name()),
        terlambat=jendela.keadaan in {KeadaanJendela.TERLAMBAT, KeadaanJendela.DIKECUALIKAN},
        alasan=izin.alasan if isinstance(izin, Tolak) else "",
    )
