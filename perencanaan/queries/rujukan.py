"""The stored rows of the plan that figures rest on, as people call them."""

from django.urls import reverse

from perencanaan.models import (
    PerjanjianKinerja,
    RencanaAksi,
    RenstraVersi,
    VersiAnggaran,
)
from sakip.dokumen.angka import Rujukan
from sakip.dokumen.models import DokumenTerbit
from sakip.lib.tanggal import tulis_tanggal


def rujukan_renstra(versi: RenstraVersi) -> Rujukan:
    return Rujukan(
        RenstraVersi._meta.label_lower, versi.pk, str(versi), f"berlaku mulai {versi.mulai_tahun}"
    )


def rujukan_perjanjian(perjanjian: PerjanjianKinerja) -> Rujukan:
    """With who signed it and when, once it is signed."""
    tanggal = perjanjian.tanggal_tanda_tangan
    return Rujukan(
        PerjanjianKinerja._meta.label_lower,
        perjanjian.pk,
        str(perjanjian),
        f"ditandatangani {perjanjian.nama}, {tulis_tanggal(tanggal)}" if tanggal else "draf",
    )


def rujukan_rencana(rencana: RencanaAksi) -> Rujukan:
    tanggal = rencana.berlaku_dari
    return Rujukan(
        RencanaAksi._meta.label_lower,
        rencana.pk,
        str(rencana),
        f"berlaku dari {tulis_tanggal(tanggal)}" if tanggal else "draf",
    )


def rujukan_anggaran(versi: VersiAnggaran) -> Rujukan:
    tanggal = versi.tanggal
    return Rujukan(
        VersiAnggaran._meta.label_lower,
        versi.pk,
        str(versi),
        f"tertanggal {tulis_tanggal(tanggal)}" if tanggal else "tanggalnya tidak diketahui",
    )


def alamat_perjanjian(dokumen: DokumenTerbit) -> str:
    """The page of the agreements of its year."""
    return reverse("perencanaan:perjanjian", args=[dokumen.unit.kode, dokumen.tahun])
