"""Units of a pemda, and what became of them."""

from collections import defaultdict
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from sakip.jejak.aksi import Aksi
from sakip.jejak.simpan import simpan
from sakip.lib.tanggal import tulis_tanggal
from sakip.organisasi.models import (
    Pemda,
    Pengguna,
    PerubahanUnit,
    Silsilah,
    Unit,
)
from sakip.organisasi.permissions import boleh_mengelola
from sakip.organisasi.services.dasar import periksa_kode, wajib


def simpan_unit(unit: Unit, *, oleh: Pengguna, versi: int | None = None) -> None:
    """Write a new or an edited unit; the perangkat daerah above it follows from its induk.

    Raises HakKurang, ValidationError (its code, its place in the tree), SudahBerubah.
    """
    wajib(boleh_mengelola(oleh, unit.pemda))
    if unit._state.adding:
        periksa_kode("kode", unit.kode, "pasuruan-bakesbangpol")
    with transaction.atomic():
        _tempatkan(unit)
        aksi = Aksi.UNIT_DIBUAT if unit._state.adding else Aksi.UNIT_DIUBAH
        simpan(unit, oleh=oleh, aksi=aksi, versi=versi, unit_id=unit.pk)


def catat_perubahan(perubahan: PerubahanUnit, *, oleh: Pengguna) -> None:
    """Write that one unit became another; the old one ends the day before, its history follows.

    Raises HakKurang, ValidationError when the units or the date do not fit.
    """
    lama, baru = perubahan.lama, perubahan.baru
    wajib(boleh_mengelola(oleh, lama.pemda))
    with transaction.atomic():
        # of two changes at once that together make a ring, the second sees the first
        Pemda.objects.select_for_update(no_key=True).get(pk=lama.pemda_id)
        _periksa_perubahan(perubahan)
        simpan(perubahan, oleh=oleh, aksi=Aksi.UNIT_BERGANTI, unit_id=lama.pk)
        if lama.berlaku_sampai is None:
            lama.berlaku_sampai = perubahan.tanggal - timedelta(days=1)
            simpan(lama, oleh=oleh, aksi=Aksi.UNIT_DIUBAH, versi=lama.versi, unit_id=lama.pk)
        susun_silsilah(baru.pemda)


def susun_silsilah(pemda: Pemda) -> None:
    """Write anew which units each unit of a pemda came from, at any remove."""
    asal: dict[int, set[int]] = defaultdict(set)
    langsung = PerubahanUnit.objects.filter(baru__pemda=pemda).values_list("baru", "lama")
    for baru, lama in langsung:
        asal[baru].add(lama)
    with transaction.atomic():
        Silsilah.objects.filter(baru__pemda=pemda).delete()
        Silsilah.objects.bulk_create(
            Silsilah(lama_id=lama, baru_id=baru)
            for baru in list(asal)
            for lama in _leluhur(asal, baru)
        )


def _leluhur(asal: dict[int, set[int]], unit: int) -> set[int]:
    hasil: set[int] = set()
    batas = {unit}
    while batas:
        batas = set().union(*(asal.get(satu, set()) for satu in batas)) - hasil - {unit}
        hasil |= batas
    return hasil


def _tempatkan(unit: Unit) -> None:
    """The perangkat daerah follows from the induk and stays the same for good.

    Its figures hang on it: a bidang that goes over to another perangkat daerah is a new unit
    there, and what became of the old one is a PerubahanUnit.
    """
    akar = _akar_di_bawah(unit, unit.induk) if unit.induk else None
    semula = Unit.objects.select_related("pemda").filter(pk=unit.pk).first()
    if semula and semula.pemda_id != unit.pemda_id:
        raise ValidationError(f"{semula} milik {semula.pemda} dan tidak dapat pindah pemda.")
    if semula and semula.perangkat_daerah_id != (akar and akar.pk):
        raise ValidationError(
            {
                "induk": "Unit tidak dapat pindah ke perangkat daerah lain, karena angkanya "
                "tertinggal di sini. Buat unit baru di sana, lalu catat perubahan unitnya."
            }
        )
    unit.perangkat_daerah = akar


def _akar_di_bawah(unit: Unit, induk: Unit) -> Unit:
    """The perangkat daerah of a unit that is put below another; refused below itself."""
    if induk.pemda_id != unit.pemda_id:
        raise ValidationError({"induk": "Unit induk adalah milik pemerintah daerah lain."})
    atasan: Unit | None = induk
    while atasan is not None:
        if atasan.pk == unit.pk:
            raise ValidationError(
                {"induk": f"{unit.nama} tidak dapat berada di bawah bagiannya sendiri."}
            )
        atasan = atasan.induk
    return induk.perangkat_daerah or induk


def _periksa_perubahan(perubahan: PerubahanUnit) -> None:
    lama, baru, tanggal = perubahan.lama, perubahan.baru, perubahan.tanggal
    if lama.pemda_id != baru.pemda_id:
        raise ValidationError({"baru": "Unit pengganti adalah milik pemerintah daerah lain."})
    if tanggal <= lama.berlaku_dari:
        raise ValidationError({"tanggal": _setelah("Perubahan", lama, lama.berlaku_dari)})
    if baru.berlaku_dari > tanggal:
        raise ValidationError({"tanggal": _setelah("Perubahan", baru, baru.berlaku_dari)})
    if PerubahanUnit.objects.filter(lama=lama, baru=baru).exists():
        raise ValidationError({"baru": "Perubahan ini sudah tercatat."})
    if Silsilah.objects.filter(lama=baru, baru=lama).exists():
        raise ValidationError({"baru": f"{lama} sendiri berasal dari {baru}."})


def _setelah(apa: str, unit: Unit, mulai: date) -> str:
    return f"{apa} harus setelah {unit} mulai berlaku, {tulis_tanggal(mulai)}."
