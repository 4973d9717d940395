"""What workers do with jobs: take one, tell how far it is, end it, and end what others left.

Every write names the claim (`tanda`) it rests on, in the WHERE: a process that lost its job to
another cannot write it any more, whatever it still believes. Each function here is one short
transaction.
"""

import secrets
from typing import Any

from django.db import transaction
from django.db.models import F

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.lib import waktu
from sakip.pekerjaan.models import Pekerja, Pekerjaan, PekerjaanQuerySet
from sakip.pekerjaan.queries import batas_hidup
from sakip.pekerjaan.registri import Hasil, PekerjaanDiambil, jenis_pekerjaan
from sakip.pekerjaan.status import StatusPekerjaan

CALON = 10  # as many workers may reach for the same job before one of them goes away empty
TERHENTI = "Pekerja terhenti saat mengerjakan"
DIHENTIKAN = "Pekerja dihentikan saat mengerjakan"


def ambil(pekerja: Pekerja) -> Pekerjaan | None:
    """The oldest job that waits, now held by this worker; None when there is none."""
    menunggu = Pekerjaan.objects.filter(status=StatusPekerjaan.ANTRE).order_by("pk")
    for nomor in menunggu.values_list("pk", flat=True)[:CALON]:
        tanda = secrets.token_hex(16)
        didapat = menunggu.filter(pk=nomor).update(
            status=StatusPekerjaan.BERJALAN,
            tanda=tanda,
            pekerja=pekerja,
            mulai=waktu.sekarang(),
            percobaan=F("percobaan") + 1,
            kemajuan=0,
            langkah="",
        )
        if didapat:
            return Pekerjaan.objects.select_related("unit").get(pk=nomor)
    return None


def masih_dipegang(pekerjaan: Pekerjaan) -> bool:
    return _dipegang(pekerjaan).exists()


def lapor(pekerjaan: Pekerjaan, persen: int, langkah: str) -> None:
    """Write how far it is. Raises PekerjaanDiambil when the claim is lost."""
    if not _dipegang(pekerjaan).update(kemajuan=persen, langkah=langkah[:200]):
        raise PekerjaanDiambil(pekerjaan.pk)


def tuntaskan(pekerjaan: Pekerjaan, hasil: Hasil) -> None:
    """The job succeeded. Raises PekerjaanDiambil when the claim is lost; then nothing is written."""
    with transaction.atomic():
        isi = {"status": StatusPekerjaan.SELESAI, "kemajuan": 100, "langkah": ""}
        if hasil is not None:
            isi["hasil"] = hasil
        if not _lepas(pekerjaan, selesai=waktu.sekarang(), **isi):
            raise PekerjaanDiambil(pekerjaan.pk)
        _catat(Aksi.PEKERJAAN_SELESAI, pekerjaan)


def gagalkan(pekerjaan: Pekerjaan, alasan: str) -> bool:
    """The job failed; False when it is no longer held, and nothing was written."""
    with transaction.atomic():
        gagal = StatusPekerjaan.GAGAL
        if not _lepas(pekerjaan, status=gagal, alasan=alasan, selesai=waktu.sekarang()):
            return False
        _catat(Aksi.PEKERJAAN_GAGAL, pekerjaan, alasan)
    return True


def terhenti(pekerjaan: Pekerjaan) -> None:
    """Its process is gone without a word: again where that is safe, else it fails."""
    jenis = jenis_pekerjaan(pekerjaan.jenis)
    if jenis is None or not jenis.aman_diulang:
        gagalkan(pekerjaan, f"{TERHENTI}. Mulai lagi bila masih perlu.")
    elif pekerjaan.percobaan < jenis.paling_banyak_percobaan:
        _ulangi(pekerjaan, TERHENTI)
    else:
        gagalkan(
            pekerjaan,
            f"{TERHENTI}, {pekerjaan.percobaan} kali berturut-turut. Mulai lagi bila masih perlu; "
            "bila tetap gagal, sampaikan kepada admin.",
        )


def hentikan(pekerjaan: Pekerjaan) -> None:
    """The worker was told to stop before the job was done; the attempt does not count."""
    jenis = jenis_pekerjaan(pekerjaan.jenis)
    if jenis is not None and jenis.aman_diulang:
        _ulangi(pekerjaan, DIHENTIKAN, percobaan=F("percobaan") - 1)
    else:
        gagalkan(pekerjaan, f"{DIHENTIKAN}. Mulai lagi bila masih perlu.")


def berdenyut(tanda: str, *, mesin: str, pid: int) -> Pekerja:
    """Say that this worker lives. Its row is made at the first beat, and again if it was swept."""
    saat = waktu.sekarang()
    pekerja = Pekerja.objects.filter(tanda=tanda).first()
    if pekerja is None or not Pekerja.objects.filter(pk=pekerja.pk).update(denyut=saat):
        return Pekerja.objects.create(tanda=tanda, mesin=mesin, pid=pid, mulai=saat, denyut=saat)
    return pekerja


def lepaskan_semua(pekerja: Pekerja) -> None:
    """Hand back what a worker holds although it runs nothing."""
    for pekerjaan in Pekerjaan.objects.filter(pekerja=pekerja):
        hentikan(pekerjaan)


def pamit(pekerja: Pekerja) -> None:
    """The worker ends in order; what it could not end itself is left to the next one."""
    Pekerja.objects.filter(pk=pekerja.pk, pekerjaan__isnull=True).delete()


def sapu() -> int:
    """End what workers without a heartbeat left behind; gives how many jobs that were.

    A row that is locked is left for the next time: the job is at that moment ending itself.
    """
    mati = Pekerja.objects.filter(denyut__lt=batas_hidup())
    if not mati.exists():
        return 0
    diurus = 0
    with transaction.atomic():
        tertinggal = Pekerjaan.objects.filter(pekerja__in=mati)
        for pekerjaan in tertinggal.select_for_update(skip_locked=True, of=("self",)):
            terhenti(pekerjaan)
            diurus += 1
    mati.filter(pekerjaan__isnull=True).delete()
    return diurus


def _dipegang(pekerjaan: Pekerjaan) -> PekerjaanQuerySet:
    return Pekerjaan.objects.filter(
        pk=pekerjaan.pk, status=StatusPekerjaan.BERJALAN, tanda=pekerjaan.tanda
    )


def _lepas(pekerjaan: Pekerjaan, **isi: Any) -> bool:
    """Write the end of an attempt and let go of the job, if it still is held."""
    return _dipegang(pekerjaan).update(**isi, tanda="", pekerja=None) == 1


def _ulangi(pekerjaan: Pekerjaan, sebab: str, **isi: Any) -> None:
    with transaction.atomic():
        kembali = {"status": StatusPekerjaan.ANTRE, "langkah": f"{sebab}; dicoba lagi."}
        if _lepas(pekerjaan, kemajuan=0, **kembali, **isi):
            _catat(Aksi.PEKERJAAN_DIULANG, pekerjaan, sebab)


def _catat(aksi: Aksi, pekerjaan: Pekerjaan, alasan: str = "") -> None:
    catat(aksi, pekerjaan, oleh=None, alasan=alasan, unit_id=pekerjaan.unit_id)
