"""A workbook kept between preview and confirmation, for nobody but who sent it."""

from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from sakip.berkas.jenis import Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.periksa import periksa_unggahan
from sakip.berkas.services import simpan_berkas
from sakip.organisasi.models import Pengguna, Unit

B = TypeVar("B")


def simpan_buku(
    isi: UploadedFile, *, baca: Callable[[bytes], B], unit: Unit, oleh: Pengguna
) -> tuple[Berkas, B]:
    """Keep what `baca` could read; the caller has asked for the right.

    Raises BerkasDitolak, GagalSimpan, and what `baca` raises.
    """
    # the name keeps two people who send the same workbook apart
    nama = f"{_awalan(oleh)}{isi.name or 'lembar.xlsx'}"
    sah = periksa_unggahan(isi, nama=nama, boleh=[Jenis.XLSX], paling_besar=settings.UNGGAH_MAKS)
    buku = baca(sah.isi)
    return simpan_berkas(sah.isi, nama=nama, unit=unit, oleh=oleh, jenis_boleh=[Jenis.XLSX]), buku


def nama_buku(berkas: Berkas, oleh: Pengguna) -> str:
    """The name under which a person sent it."""
    return berkas.nama.removeprefix(_awalan(oleh))


def _awalan(oleh: Pengguna) -> str:
    return f"impor {oleh.nama_pengguna} "
