"""Storing a file and reading it back.

The bytes come first, the row after them, in a transaction: a crash in between leaves bytes without
a row, which `sapu_berkas` removes, and never a row without bytes.
"""

import logging
from collections.abc import Collection
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from sakip.berkas.galat import BerkasBerubah, BerkasDitolak, BerkasHilang
from sakip.berkas.gudang import ambil, sidik_isi, taruh
from sakip.berkas.jenis import JENIS_UNGGAH, Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.periksa import periksa_unggahan
from sakip.berkas.ukuran import tulis_ukuran
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.lib import waktu

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser

    from sakip.organisasi.models import Unit

log = logging.getLogger("sakip.berkas")


@dataclass(frozen=True)
class Titipan:
    """Bytes that lie in the store and have no row yet."""

    nama: str
    jenis: Jenis
    ukuran: int
    sidik: str
    unit: "Unit | None"


def simpan_berkas(
    isi: UploadedFile | bytes,
    *,
    nama: str,
    unit: "Unit | None",
    oleh: "AbstractBaseUser | None",
    jenis_boleh: Collection[Jenis] | None = None,
) -> Berkas:
    """What a person sent, checked, stored and in the trail; the same file again gives its row.

    The caller has asked for the right. Raises BerkasDitolak or GagalSimpan, and then there is no
    row. Where this must be one act with another write, use `titipkan` before the transaction and
    `catat_titipan` inside it.
    """
    titipan = titipkan(isi, nama=nama, unit=unit, jenis_boleh=jenis_boleh)
    return catat_titipan(titipan, oleh=oleh)


def titipkan(
    isi: UploadedFile | bytes,
    *,
    nama: str,
    unit: "Unit | None",
    jenis_boleh: Collection[Jenis] | None = None,
) -> Titipan:
    """The first half: checks, then the bytes into the store. Raises BerkasDitolak, GagalSimpan."""
    sah = periksa_unggahan(
        isi, nama=nama, boleh=jenis_boleh or JENIS_UNGGAH, paling_besar=settings.UNGGAH_MAKS
    )
    titipan = Titipan(sah.nama, sah.jenis, len(sah.isi), sidik_isi(sah.isi), unit)
    _periksa_ruang(titipan)
    taruh(sah.isi)
    return titipan


def catat_titipan(titipan: Titipan, *, oleh: "AbstractBaseUser | None") -> Berkas:
    """The second half: the row and its trail. Raises BerkasDitolak where the space is used up."""
    with transaction.atomic():
        _antre(titipan.unit)
        _periksa_ruang(titipan)
        berkas, baru = _tulis(titipan, oleh=oleh)
        if baru:
            unit_id = berkas.unit_id
            catat(Aksi.BERKAS_DIUNGGAH, berkas, oleh=oleh, sesudah=potret(berkas), unit_id=unit_id)
    return berkas


def titipkan_buatan(isi: bytes, *, nama: str, jenis: Jenis, unit: "Unit") -> Titipan:
    """What the application itself made: no limit of size or space may stop it. Raises GagalSimpan."""
    return Titipan(nama, jenis, len(isi), taruh(isi), unit)


def catat_buatan(titipan: Titipan, *, oleh: "AbstractBaseUser | None") -> Berkas:
    """Its row; the caller is in a transaction and writes the trail of the act it belongs to."""
    return _tulis(titipan, oleh=oleh)[0]


def baca_berkas(berkas: Berkas) -> bytes:
    """The bytes as they were stored, proven by their hash. Raises BerkasHilang, BerkasBerubah."""
    isi = ambil(berkas.sidik)
    if isi is None:
        raise BerkasHilang(
            f"Berkas “{berkas.nama}” tidak ada lagi di tempat penyimpanan. Sampaikan kepada admin: "
            "berkas ini dapat dipulihkan dari cadangan."
        )
    if sidik_isi(isi) != berkas.sidik:
        raise BerkasBerubah(
            f"Isi berkas “{berkas.nama}” tidak sama lagi dengan yang disimpan, sehingga tidak "
            "diberikan. Sampaikan kepada admin: berkas ini dapat dipulihkan dari cadangan."
        )
    return isi


def baca_tercatat(berkas: Berkas) -> bytes:
    """The same, for whoever wants to see it: the log then tells what could not be given."""
    try:
        return baca_berkas(berkas)
    except (BerkasHilang, BerkasBerubah) as salah:
        rincian = {"berkas": berkas.pk, "sidik": berkas.sidik, "sebab": type(salah).__name__}
        log.error("berkas tidak dapat diberikan", extra={"rincian": rincian})  # noqa: TRY400 -- known
        raise


def buka_berkas(berkas: Berkas) -> BytesIO:
    """The same, for whoever reads from a file. Raises BerkasHilang, BerkasBerubah."""
    return BytesIO(baca_berkas(berkas))


def _tulis(titipan: Titipan, *, oleh: "AbstractBaseUser | None") -> tuple[Berkas, bool]:
    """The row, and whether it is new."""
    return Berkas.objects.get_or_create(
        unit=titipan.unit,
        sidik=titipan.sidik,
        nama=titipan.nama,
        defaults={
            "jenis": titipan.jenis,
            "ukuran": titipan.ukuran,
            "diunggah_oleh_id": None if oleh is None else oleh.pk,
            "waktu": waktu.sekarang(),
        },
    )


def _antre(unit: "Unit | None") -> None:
    """One after the other within a unit, so that two at once do not share the last of its space."""
    if unit is not None:
        type(unit)._default_manager.select_for_update(no_key=True).get(pk=unit.pk)


def _periksa_ruang(titipan: Titipan) -> None:
    """Every row of a unit counts, also where two share their bytes; the pemda's own do not."""
    milik = Berkas.objects.filter(unit=titipan.unit)
    if titipan.unit is None or milik.filter(sidik=titipan.sidik, nama=titipan.nama).exists():
        return
    sisa = max(settings.KUOTA_UNIT - milik.jumlah_ukuran(), 0)
    if titipan.ukuran > sisa:
        raise BerkasDitolak(
            f"Ruang berkas unit ini tinggal {tulis_ukuran(sisa)} dari "
            f"{tulis_ukuran(settings.KUOTA_UNIT)}, sedangkan berkas ini "
            f"{tulis_ukuran(titipan.ukuran)}. Kecilkan berkasnya, atau minta admin menambah ruang."
        )
