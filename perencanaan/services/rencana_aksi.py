"""Rencana Aksi: put forward, sent back, set."""

from datetime import date

from perencanaan.alur import ALUR_RENCANA
from perencanaan.models import RencanaAksi
from perencanaan.status import StatusRencana
from sakip.jejak.transisi import jalankan
from sakip.organisasi.models import Pengguna


def ajukan(rencana: RencanaAksi, *, oleh: Pengguna) -> None:
    """Raises HakKurang, KeadaanSalah, DidahuluiOrangLain."""
    jalankan(ALUR_RENCANA, rencana, StatusRencana.DIAJUKAN, oleh=oleh)


def kembalikan(rencana: RencanaAksi, *, oleh: Pengguna, alasan: str) -> None:
    """Raises HakKurang, KeadaanSalah, CatatanKurang, DidahuluiOrangLain."""
    jalankan(ALUR_RENCANA, rencana, StatusRencana.DIKEMBALIKAN, oleh=oleh, catatan=alasan)


def tetapkan(rencana: RencanaAksi, *, oleh: Pengguna, berlaku_dari: date) -> None:
    """Set it, in force from a date. Raises HakKurang, KeadaanSalah, DidahuluiOrangLain."""
    jalankan(
        ALUR_RENCANA,
        rencana,
        StatusRencana.DITETAPKAN,
        oleh=oleh,
        isian={"berlaku_dari": berlaku_dari},
    )
