"""Recommendations while their LHE is a draft: changed, put in order, taken out, carried over."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction

from evaluasi.models import Lhe, Rekomendasi, RekomendasiKomponen
from evaluasi.permissions import boleh_menyusun_lhe
from evaluasi.queries.susun_lhe import lhe_digantikan
from evaluasi.services.dasar import DIDAHULUI, minta
from evaluasi.services.lhe import pastikan_draf
from evaluasi.services.pengganti import potret_rekomendasi, salin_rekomendasi
from evaluasi.services.rekomendasi import Letak, letakkan, periksa_berulang
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Pengguna
from sakip.web.versi import SudahBerubah, simpan_jika_versi

_SEMENTARA = 10000


def ubah_rekomendasi(
    rekomendasi: Rekomendasi,
    *,
    uraian: str,
    letak: Iterable[Letak],
    berulang_dari: Rekomendasi | None,
    oleh: Pengguna,
    versi: int,
) -> None:
    """Change wording, komponen and the tie to an earlier one.

    Raises HakKurang, KeadaanSalah (issued), ValidationError, SudahBerubah.
    """
    lhe = _lhe(rekomendasi)
    minta(boleh_menyusun_lhe(oleh, lhe))
    with transaction.atomic():
        pastikan_draf(lhe)
        sebelum = potret_rekomendasi(Rekomendasi.objects.get(pk=rekomendasi.pk))
        rekomendasi.uraian, rekomendasi.berulang_dari = uraian.strip(), berulang_dari
        periksa_berulang(rekomendasi)
        rekomendasi.full_clean()
        simpan_jika_versi(rekomendasi, versi)
        rekomendasi.komponen.all().delete()
        letakkan(rekomendasi, letak)
        catat(
            Aksi.REKOMENDASI_DIUBAH,
            rekomendasi,
            oleh=oleh,
            sebelum=sebelum,
            sesudah=potret_rekomendasi(rekomendasi),
            unit_id=rekomendasi.unit_id,
        )


def hapus_rekomendasi(rekomendasi: Rekomendasi, *, oleh: Pengguna, versi: int) -> None:
    """Take one out of a draft; those behind it move up. One carried over is then not carried over.

    Raises HakKurang, KeadaanSalah (issued, or a later one repeats it), SudahBerubah.
    """
    lhe = _lhe(rekomendasi)
    minta(boleh_menyusun_lhe(oleh, lhe))
    with transaction.atomic():
        pastikan_draf(lhe)
        kini = Rekomendasi.objects.select_for_update(no_key=True).filter(pk=rekomendasi.pk).first()
        if kini is None or kini.versi != versi:
            raise SudahBerubah(DIDAHULUI)
        if kini.berulang.exists():
            raise KeadaanSalah(
                "Rekomendasi lain sudah dikaitkan sebagai ulangannya. Lepaskan kaitan itu dahulu."
            )
        catat(
            Aksi.REKOMENDASI_DIHAPUS,
            kini,
            oleh=oleh,
            sebelum=potret_rekomendasi(kini),
            unit_id=kini.unit_id,
        )
        RekomendasiKomponen.objects.filter(rekomendasi=kini).delete()
        Rekomendasi.objects.filter(pk=kini.pk).delete()
        for satu in lhe.rekomendasi.filter(urutan__gt=kini.urutan).order_by("urutan"):
            lhe.rekomendasi.filter(pk=satu.pk).update(urutan=satu.urutan - 1)


def pindahkan_rekomendasi(
    rekomendasi: Rekomendasi, *, naik: bool, urutan: int, oleh: Pengguna
) -> None:
    """Let it change places with the one before or behind it; at the end it stays.

    `urutan` is its number as it was read: pressed twice it moves once. Raises HakKurang,
    KeadaanSalah, DidahuluiOrangLain.
    """
    lhe = _lhe(rekomendasi)
    minta(boleh_menyusun_lhe(oleh, lhe))
    with transaction.atomic():
        pastikan_draf(lhe)
        kini = Rekomendasi.objects.filter(pk=rekomendasi.pk).first()
        if kini is None or kini.urutan != urutan:
            raise DidahuluiOrangLain(DIDAHULUI)
        sekitar = lhe.rekomendasi.order_by("-urutan" if naik else "urutan")
        lain = sekitar.filter(**{f"urutan__{'lt' if naik else 'gt'}": urutan}).first()
        if lain is None:
            return
        sebelum = potret(kini)
        for satu, ke in ((kini, _SEMENTARA), (lain, urutan), (kini, lain.urutan)):
            lhe.rekomendasi.filter(pk=satu.pk).update(urutan=ke)
        kini.urutan = lain.urutan
        catat(
            Aksi.REKOMENDASI_DIUBAH,
            kini,
            oleh=oleh,
            sebelum=sebelum,
            sesudah=potret(kini),
            unit_id=kini.unit_id,
        )


def bawa_rekomendasi(lhe: Lhe, pokok: Rekomendasi, *, oleh: Pengguna) -> Rekomendasi:
    """Carry a recommendation of the replaced LHE over after all.

    Raises HakKurang, KeadaanSalah (issued), ValidationError (of another LHE, or carried already).
    """
    minta(boleh_menyusun_lhe(oleh, lhe))
    with transaction.atomic():
        pastikan_draf(lhe)
        lama = lhe_digantikan(lhe)
        if lama is None or pokok.lhe_id != lama.pk or pokok.pokok_id is not None:
            raise ValidationError("Rekomendasi ini bukan dari LHE yang digantikan.")
        return salin_rekomendasi(lhe, pokok, oleh=oleh)


def _lhe(rekomendasi: Rekomendasi) -> Lhe:
    """Raises KeadaanSalah for one of an LHP, which has no draft."""
    if rekomendasi.lhe is None:
        raise KeadaanSalah("Rekomendasi LHP tidak diubah di LHE. Hubungi inspektorat.")
    return rekomendasi.lhe
