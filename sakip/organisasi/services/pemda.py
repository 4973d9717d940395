"""The pemda itself."""

from sakip.jejak.aksi import Aksi
from sakip.jejak.simpan import simpan
from sakip.organisasi.models import Pemda, Pengguna
from sakip.organisasi.permissions import boleh_mengelola
from sakip.organisasi.services.dasar import wajib


def simpan_pemda(pemda: Pemda, *, oleh: Pengguna, versi: int | None) -> None:
    """Write how a pemda is called and where it sits. Raises HakKurang, SudahBerubah."""
    wajib(boleh_mengelola(oleh, pemda))
    simpan(pemda, oleh=oleh, aksi=Aksi.PEMDA_DIUBAH, versi=versi)
