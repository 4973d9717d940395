"""Which state of a Perjanjian Kinerja or Rencana Aksi follows which."""

from perencanaan.permissions import boleh_menetapkan, boleh_menyusun
from perencanaan.status import LABEL_STATUS, StatusRencana
from sakip.jejak.aksi import Aksi
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.lib.transisi import Alur, AturanCatatan, Transisi

S = StatusRencana


def _berbaris(rencana: object) -> Izin:
    """A plan without a single indikator promises nothing."""
    baris = getattr(rencana, "baris", None) or getattr(rencana, "indikator", None)
    if baris is not None and baris.exists():
        return Boleh()
    return Tolak("Belum ada indikator di dalamnya. Isi dahulu sebelum diajukan.")


ALUR_RENCANA = Alur(
    LABEL_STATUS,
    [
        Transisi(
            S.DRAF,
            S.DIAJUKAN,
            Aksi.RENCANA_DIAJUKAN,
            "mengajukan",
            boleh_menyusun,
            syarat=_berbaris,
        ),
        Transisi(
            S.DIKEMBALIKAN,
            S.DIAJUKAN,
            Aksi.RENCANA_DIAJUKAN,
            "mengajukan lagi",
            boleh_menyusun,
            syarat=_berbaris,
        ),
        Transisi(
            S.DIAJUKAN,
            S.DIKEMBALIKAN,
            Aksi.RENCANA_DIKEMBALIKAN,
            "mengembalikan",
            boleh_menetapkan,
            catatan=AturanCatatan.WAJIB,
        ),
        Transisi(
            S.DIAJUKAN,
            S.DITETAPKAN,
            Aksi.RENCANA_DITETAPKAN,
            "menetapkan",
            boleh_menetapkan,
            syarat=_berbaris,
        ),
    ],
)
