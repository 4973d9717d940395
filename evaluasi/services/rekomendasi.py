"""Recommendations: added by the inspektorat, decided on by the inspektorat, never by a unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from evaluasi.alur import ALUR_TINDAK_LANJUT
from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import (
    Komponen,
    Lhe,
    Putusan,
    Rekomendasi,
    RekomendasiKomponen,
    SubKomponen,
)
from evaluasi.permissions import boleh_mengevaluasi, boleh_menyusun_lhe
from evaluasi.queries.tindak_lanjut import status_rekomendasi
from evaluasi.services.dasar import (
    DIDAHULUI,
    berikutnya,
    ikut_menindaklanjuti,
    minta,
    sisipkan,
)
from evaluasi.services.lhe import pastikan_draf
from evaluasi.status import Pelaku, StatusLhe, SumberRekomendasi
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.lib import waktu
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Pengguna, Unit


@dataclass(frozen=True)
class Letak:
    """Where a recommendation stands: a komponen, or a sub-komponen in it."""

    komponen: Komponen
    sub: SubKomponen | None = None


def rekomendasikan(
    lhe: Lhe,
    *,
    uraian: str,
    oleh: Pengguna,
    letak: Iterable[Letak] = (),
    berulang_dari: Rekomendasi | None = None,
) -> Rekomendasi:
    """Add a recommendation to a draft LHE.

    Raises HakKurang, KeadaanSalah (issued), ValidationError.
    """
    minta(boleh_menyusun_lhe(oleh, lhe))
    with transaction.atomic():
        pastikan_draf(lhe)
        rekomendasi = Rekomendasi(
            unit=lhe.unit,
            sumber=SumberRekomendasi.LHE.value,
            lhe=lhe,
            tahun=lhe.tahun_evaluasi,
            urutan=berikutnya(lhe.rekomendasi.all(), "urutan"),
            uraian=uraian.strip(),
            berulang_dari=berulang_dari,
        )
        _tulis(rekomendasi, letak, oleh)
    return rekomendasi


def rekomendasikan_lhp(
    *,
    unit: Unit,
    sumber: SumberRekomendasi,
    tahun: int,
    uraian: str,
    oleh: Pengguna,
    nomor: str = "",
    tanggal: date | None = None,
    berulang_dari: Rekomendasi | None = None,
) -> Rekomendasi:
    """Add a recommendation of an LHP of APIP or BPK. Raises HakKurang, ValidationError."""
    minta(boleh_mengevaluasi(oleh, unit, tahun))
    nomor = nomor.strip()
    with transaction.atomic():
        Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)
        sejenis = Rekomendasi.objects.filter(
            unit=unit, sumber=sumber.value, tahun=tahun, nomor_sumber=nomor
        )
        rekomendasi = Rekomendasi(
            unit=unit,
            sumber=sumber.value,
            tahun=tahun,
            nomor_sumber=nomor,
            tanggal_sumber=tanggal,
            urutan=berikutnya(sejenis, "urutan"),
            uraian=uraian.strip(),
            berulang_dari=berulang_dari,
        )
        _tulis(rekomendasi, (), oleh)
    return rekomendasi


def putuskan(
    rekomendasi: Rekomendasi,
    status: StatusTindakLanjut,
    *,
    catatan: str,
    oleh: Pengguna,
    sesudah: int,
    dasar: str = "",
) -> Putusan:
    """The verdict, the only thing that closes a recommendation or opens it again.

    `sesudah` is the number of the last verdict that was read, 0 for none. Raises HakKurang,
    KeadaanSalah, CatatanKurang, ValidationError (no signed letter), DidahuluiOrangLain.
    """
    with transaction.atomic():
        kini = Rekomendasi.objects.select_for_update(no_key=True).get(pk=rekomendasi.pk)
        pastikan_terbit(kini)
        dari = status_rekomendasi(kini)
        langkah = ALUR_TINDAK_LANJUT.periksa(kini, dari, status, oleh, catatan)
        ke = berikutnya(kini.putusan.all())
        if ke != sesudah + 1:
            raise DidahuluiOrangLain(DIDAHULUI)
        ikut_menindaklanjuti(kini, oleh, Pelaku.INSPEKTORAT)
        putusan = Putusan(
            rekomendasi=kini,
            ke=ke,
            status=status.value,
            catatan=catatan.strip(),
            dasar=dasar.strip(),
            oleh=oleh,
            waktu=waktu.sekarang(),
        )
        sisipkan(putusan)
        catat(
            Aksi(langkah.aksi),
            kini,
            oleh=oleh,
            sebelum={"status": dari.value},
            sesudah={"status": status.value, "putusan": ke, "dasar": putusan.dasar},
            alasan=putusan.catatan,
            unit_id=kini.unit_id,
        )
    return putusan


def pastikan_terbit(rekomendasi: Rekomendasi) -> None:
    """One that stands: not of a draft LHE, nor left out by the one in its place.

    Raises KeadaanSalah.
    """
    if rekomendasi.lhe is not None and rekomendasi.lhe.status != StatusLhe.TERBIT:
        raise KeadaanSalah("LHE-nya belum terbit. Terbitkan lebih dahulu.")
    if not Rekomendasi.objects.berlaku().filter(pk=rekomendasi.pk).exists():
        raise KeadaanSalah(
            "LHE-nya sudah diganti, dan LHE penggantinya tidak memuat rekomendasi ini. Tindak "
            "lanjuti rekomendasi menurut LHE yang terbaru."
        )


def periksa_berulang(rekomendasi: Rekomendasi) -> None:
    """That it repeats one of its own unit and of an earlier year. Raises ValidationError."""
    dari = rekomendasi.berulang_dari
    if dari is None:
        return
    if (
        dari.unit_id != rekomendasi.unit_id
        or dari.tahun >= rekomendasi.tahun
        or dari.pokok_id is not None
    ):
        raise ValidationError(
            {"berulang_dari": "Pilih rekomendasi unit yang sama dari tahun sebelumnya."}
        )


def letakkan(rekomendasi: Rekomendasi, letak: Iterable[Letak]) -> None:
    """Write where it stands. Raises ValidationError."""
    for satu in letak:
        if satu.sub is not None and satu.sub.komponen_id != satu.komponen.pk:
            raise ValidationError({"sub": "Sub-komponen ini bukan dari komponen itu."})
        sisipkan(RekomendasiKomponen(rekomendasi=rekomendasi, komponen=satu.komponen, sub=satu.sub))


def _tulis(rekomendasi: Rekomendasi, letak: Iterable[Letak], oleh: Pengguna) -> None:
    periksa_berulang(rekomendasi)
    sisipkan(rekomendasi)
    tempat = list(letak)
    letakkan(rekomendasi, tempat)
    catat(
        Aksi.REKOMENDASI_DITAMBAH,
        rekomendasi,
        oleh=oleh,
        sesudah={**potret(rekomendasi), "komponen": [str(satu.komponen) for satu in tempat]},
        unit_id=rekomendasi.unit_id,
    )
