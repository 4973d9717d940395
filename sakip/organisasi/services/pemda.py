"""The pemda itself."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from sakip.berkas.galat import sebagai_galat_isian
from sakip.berkas.jenis import Jenis
from sakip.berkas.services import Titipan, catat_titipan, titipkan
from sakip.jejak.aksi import Aksi
from sakip.jejak.simpan import simpan
from sakip.organisasi.models import Pemda, Pengguna
from sakip.organisasi.permissions import boleh_mengelola
from sakip.organisasi.services.dasar import wajib

JENIS_LAMBANG = (Jenis.PNG, Jenis.JPEG)


def simpan_pemda(
    pemda: Pemda, *, oleh: Pengguna, versi: int | None, lambang: UploadedFile | None = None
) -> None:
    """Write how a pemda is called and where it sits, and its crest when a new one was sent.

    Raises HakKurang, ValidationError (a refused crest), SudahBerubah; then no row was written.
    """
    wajib(boleh_mengelola(oleh, pemda))
    with sebagai_galat_isian("lambang_baru"):
        titipan = _titipkan(lambang)
        with transaction.atomic():
            if titipan is not None:
                pemda.lambang = catat_titipan(titipan, oleh=oleh)
            simpan(pemda, oleh=oleh, aksi=Aksi.PEMDA_DIUBAH, versi=versi)


def _titipkan(lambang: UploadedFile | None) -> Titipan | None:
    if lambang is None:
        return None
    return titipkan(lambang, nama=lambang.name or "", unit=None, jenis_boleh=JENIS_LAMBANG)
