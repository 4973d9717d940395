"""What a unit does about its recommendations: plan, report, ask for more time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from evaluasi.alur import ALUR_PERPANJANGAN
from evaluasi.hitung.tenggat import JenisTarget, Triwulan
from evaluasi.hitung.tindak_lanjut import TERTUTUP
from evaluasi.models import (
    BuktiTindakLanjut,
    LaporanTindakLanjut,
    Perpanjangan,
    Rekomendasi,
    RencanaTindakLanjut,
)
from evaluasi.permissions import boleh_melaporkan, boleh_merencanakan
from evaluasi.queries.tindak_lanjut import status_rekomendasi, tenggat_dari
from evaluasi.services.dasar import (
    berikutnya,
    ikut_menindaklanjuti,
    minta,
    pastikan_berkas_unit,
    sisipkan,
)
from evaluasi.services.rekomendasi import pastikan_terbit
from evaluasi.status import LABEL_PUTUSAN, KeadaanUnit, Keputusan, Pelaku
from sakip.berkas.galat import sebagai_galat_isian
from sakip.berkas.models import Berkas
from sakip.berkas.services import Titipan, catat_titipan, titipkan
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.jejak.simpan import simpan
from sakip.jejak.transisi import jalankan
from sakip.lib import waktu
from sakip.lib.transisi import KeadaanSalah
from sakip.organisasi.models import Pengguna, Unit

SUDAH_BERJALAN = (
    "Langkah ini sudah dilaporkan atau dimintakan perpanjangan, sehingga tidak diubah lagi. Tambah "
    "langkah yang baru bila rencananya berubah."
)


@dataclass(frozen=True)
class Target:
    """When a step is to be done: on a date, so many months after the LHE, or each triwulan."""

    jenis: JenisTarget
    tanggal: date | None = None
    bulan: int | None = None


@dataclass(frozen=True)
class BuktiBaru:
    """A file that comes now, a file of the unit that is there already, or a link."""

    unggahan: UploadedFile | None = None
    berkas: Berkas | None = None
    tautan: str = ""
    halaman: str = ""
    keterangan: str = ""


def rencanakan(
    rekomendasi: Rekomendasi, *, uraian: str, unit: Unit, target: Target, oleh: Pengguna
) -> RencanaTindakLanjut:
    """Add a step to the plan; `unit` carries it, a part of the perangkat daerah or itself.

    Raises HakKurang, KeadaanSalah (closed, or the LHE is a draft), ValidationError (no target, a
    date before the LHE, a unit of somebody else).
    """
    minta(boleh_merencanakan(oleh, rekomendasi))
    if target.jenis is JenisTarget.TANPA:
        raise ValidationError({"jenis_target": "Pilih kapan rencana ini selesai."})
    _pastikan_bagian(rekomendasi, unit)
    with transaction.atomic():
        kini = _kunci_terbuka(rekomendasi, oleh)
        rencana = RencanaTindakLanjut(
            rekomendasi=kini,
            urutan=berikutnya(kini.rencana.all(), "urutan"),
            uraian=uraian.strip(),
            unit=unit,
            jenis_target=target.jenis.value,
            sejak=kini.tanggal_asal(),
            tanggal=target.tanggal,
            bulan=target.bulan,
        )
        sisipkan(rencana)
        catat(
            Aksi.TINDAK_LANJUT_DIRENCANAKAN,
            rencana,
            oleh=oleh,
            sesudah=potret(rencana),
            unit_id=kini.unit_id,
        )
    return rencana


def ubah_rencana(
    rencana: RencanaTindakLanjut,
    *,
    uraian: str,
    unit: Unit,
    target: Target,
    oleh: Pengguna,
    versi: int,
) -> None:
    """Write a step anew while nothing was reported on it and no more time was asked for.

    Raises HakKurang, KeadaanSalah, ValidationError, SudahBerubah.
    """
    rekomendasi = rencana.rekomendasi
    minta(boleh_merencanakan(oleh, rekomendasi))
    _pastikan_bagian(rekomendasi, unit)
    with transaction.atomic():
        _kunci_terbuka(rekomendasi, oleh)
        if rencana.laporan.exists() or rencana.perpanjangan.exists():
            raise KeadaanSalah(SUDAH_BERJALAN)
        rencana.uraian, rencana.unit = uraian.strip(), unit
        rencana.jenis_target = target.jenis.value
        rencana.tanggal, rencana.bulan = target.tanggal, target.bulan
        rencana.full_clean()
        simpan(
            rencana,
            oleh=oleh,
            aksi=Aksi.TINDAK_LANJUT_DIRENCANAKAN,
            versi=versi,
            unit_id=rekomendasi.unit_id,
        )


def laporkan(
    rencana: RencanaTindakLanjut,
    *,
    keadaan: KeadaanUnit,
    uraian: str,
    oleh: Pengguna,
    triwulan: Triwulan | None = None,
    bukti: Iterable[BuktiBaru] = (),
) -> LaporanTindakLanjut:
    """Report on a step; “selesai” is what the unit says, and closes nothing.

    Raises HakKurang, KeadaanSalah, ValidationError (evidence of another unit, no triwulan where
    one is due).
    """
    minta(boleh_melaporkan(oleh, rencana))
    if triwulan is None and rencana.jenis_target == JenisTarget.TRIWULAN:
        raise ValidationError({"triwulan": "Sebut triwulan yang dilaporkan."})
    baru = [(satu, _titip(satu, rencana)) for satu in bukti]
    with transaction.atomic():
        _kunci_terbuka(rencana.rekomendasi, oleh)
        laporan = LaporanTindakLanjut(
            rencana=rencana,
            ke=berikutnya(rencana.laporan.all()),
            keadaan=keadaan.value,
            uraian=uraian.strip(),
            tahun=triwulan.tahun if triwulan else None,
            bulan=triwulan.bulan if triwulan else None,
            oleh=oleh,
            waktu=waktu.sekarang(),
        )
        sisipkan(laporan)
        for satu, titipan in baru:
            sisipkan(
                BuktiTindakLanjut(
                    laporan=laporan,
                    berkas=_catat_berkas(titipan, oleh) if titipan else satu.berkas,
                    tautan=satu.tautan,
                    halaman=satu.halaman,
                    keterangan=satu.keterangan,
                )
            )
        catat(
            Aksi.TINDAK_LANJUT_DILAPORKAN,
            rencana,
            oleh=oleh,
            sesudah={"laporan": laporan.ke, "keadaan": laporan.keadaan, "bukti": len(baru)},
            alasan=laporan.uraian,
            unit_id=rencana.rekomendasi.unit_id,
        )
    return laporan


def minta_perpanjangan(
    rencana: RencanaTindakLanjut, *, menjadi: date, alasan: str, oleh: Pengguna
) -> Perpanjangan:
    """Ask for more time. Raises HakKurang, KeadaanSalah, ValidationError."""
    minta(boleh_melaporkan(oleh, rencana))
    if rencana.jenis_target == JenisTarget.TRIWULAN:
        raise ValidationError(
            {"menjadi": "Laporan setiap triwulan tidak diperpanjang. Laporkan keadaannya."}
        )
    with transaction.atomic():
        _kunci_terbuka(rencana.rekomendasi, oleh)
        perpanjangan = Perpanjangan(
            rencana=rencana,
            semula=tenggat_dari(rencana).tanggal,
            menjadi=menjadi,
            alasan=alasan.strip(),
            diminta_oleh=oleh,
            diminta_pada=waktu.sekarang(),
        )
        sisipkan(perpanjangan)
        catat(
            Aksi.PERPANJANGAN_DIMINTA,
            rencana,
            oleh=oleh,
            sesudah={"semula": perpanjangan.semula, "menjadi": menjadi},
            alasan=perpanjangan.alasan,
            unit_id=rencana.rekomendasi.unit_id,
        )
    return perpanjangan


def putuskan_perpanjangan(
    perpanjangan: Perpanjangan, *, disetujui: bool, oleh: Pengguna, catatan: str = ""
) -> None:
    """The inspektorat's decision on it; a refusal says why.

    Raises HakKurang, KeadaanSalah (decided already, or more time for what is closed or stands no
    more), CatatanKurang, DidahuluiOrangLain.
    """
    ke = Keputusan.DISETUJUI if disetujui else Keputusan.DITOLAK
    with transaction.atomic():
        rekomendasi = perpanjangan.rencana.rekomendasi
        kini = Rekomendasi.objects.select_for_update(no_key=True).get(pk=rekomendasi.pk)
        if disetujui:
            _pastikan_terbuka(kini)
        jalankan(
            ALUR_PERPANJANGAN,
            perpanjangan,
            ke,
            oleh=oleh,
            catatan=catatan,
            kolom="keputusan",
            isian={
                "catatan": catatan.strip(),
                "diputus_oleh_id": oleh.pk,
                "diputus_pada": waktu.sekarang(),
            },
        )
        ikut_menindaklanjuti(rekomendasi, oleh, Pelaku.INSPEKTORAT)


def _pastikan_bagian(rekomendasi: Rekomendasi, unit: Unit) -> None:
    if rekomendasi.unit_id not in {unit.pk, unit.perangkat_daerah_id}:
        raise ValidationError({"unit": "Penanggung jawabnya bagian dari perangkat daerah ini."})


def _titip(bukti: BuktiBaru, rencana: RencanaTindakLanjut) -> Titipan | None:
    """The bytes of a file that comes now, in the store; no row yet. Raises ValidationError."""
    pastikan_berkas_unit(bukti.berkas, rencana.unit)
    if bukti.unggahan is None:
        return None
    with sebagai_galat_isian("berkas_baru"):
        return titipkan(
            bukti.unggahan, nama=bukti.unggahan.name or "", unit=rencana.rekomendasi.unit
        )


def _catat_berkas(titipan: Titipan, oleh: Pengguna) -> Berkas:
    with sebagai_galat_isian("berkas_baru"):
        return catat_titipan(titipan, oleh=oleh)


def _kunci_terbuka(rekomendasi: Rekomendasi, oleh: Pengguna) -> Rekomendasi:
    """Hold a recommendation of an issued LHE that no verdict has closed, as one of its unit.

    Raises KeadaanSalah, HakKurang.
    """
    kini = Rekomendasi.objects.select_for_update(no_key=True).get(pk=rekomendasi.pk)
    _pastikan_terbuka(kini)
    ikut_menindaklanjuti(kini, oleh, Pelaku.UNIT)
    return kini


def _pastikan_terbuka(rekomendasi: Rekomendasi) -> None:
    """It stands, and no verdict has closed it. Raises KeadaanSalah."""
    pastikan_terbit(rekomendasi)
    status = status_rekomendasi(rekomendasi)
    if status in TERTUTUP:
        raise KeadaanSalah(
            f"Rekomendasi ini sudah diputus {LABEL_PUTUSAN[status]}. Hubungi inspektorat bila "
            "perlu dibuka kembali."
        )
