"""Perjanjian Kinerja of the example: written as a draft, then put forward and signed."""

from collections.abc import Mapping
from copy import copy
from typing import Any

from perencanaan.models import (
    PerjanjianKinerja,
    PkBaris,
    PkProgram,
    Simpul,
    VersiAnggaran,
)
from perencanaan.models.perjanjian import TingkatPk
from perencanaan.services import perjanjian as layanan
from sakip.beranda.muat.bentuk import BentukPerjanjian
from sakip.beranda.muat.nilai import isi_target
from sakip.beranda.muat.tempat import Tempat
from sakip.beranda.muat.tetap import PenulisRencana
from sakip.organisasi.models import Pengguna


def muat_perjanjian(
    bentuk: BentukPerjanjian, simpul: Mapping[str, Simpul], tempat: Tempat
) -> PerjanjianKinerja:
    """The agreement, signed. Raises ContohSalah when it was signed before and says otherwise."""
    penulis = PenulisRencana(
        tempat,
        PerjanjianKinerja,
        {
            "unit": tempat.unit,
            "tahun": bentuk.tahun,
            "tingkat": TingkatPk.ESELON_2.value,
            "ke": bentuk.ke,
        },
        f"Perjanjian Kinerja {bentuk.tahun} ke-{bentuk.ke}",
    )
    tanggal = {"tanggal_tanda_tangan": bentuk.tanggal_tanda_tangan} if penulis.ditetapkan else {}
    perjanjian = penulis.induk(**_para_pihak(bentuk, tempat), **_dasar(bentuk, tempat), **tanggal)
    _baris(bentuk, perjanjian, penulis)
    _program(bentuk, perjanjian, simpul, penulis)
    if penulis.dapat_diubah:
        layanan.ajukan(perjanjian, oleh=bertindak(tempat.pencatat.perencana))
    if not penulis.ditetapkan:
        penetap = bertindak(tempat.pencatat.penetap)
        layanan.tetapkan(perjanjian, oleh=penetap, tanggal=bentuk.tanggal_tanda_tangan)
    return perjanjian


def bertindak(pengguna: Pengguna) -> Pengguna:
    """The person of the example, acting also where the account may not sign in.

    A switched-off account holds no role, yet the example's agreements were signed by somebody.
    """
    pelaku = copy(pengguna)
    pelaku.is_active = True
    return pelaku


def _para_pihak(bentuk: BentukPerjanjian, tempat: Tempat) -> dict[str, Any]:
    kepala = tempat.pemimpin(bentuk.tanggal_tanda_tangan)
    atasan = tempat.kepala_daerah(bentuk.tanggal_tanda_tangan)
    return {
        "nama": kepala.pejabat.nama,
        "nip": kepala.pejabat.nip,
        "golongan": kepala.golongan,
        "jabatan": kepala.jabatan_tercetak(),
        "kelas": kepala.kelas,
        "atasan_nama": atasan.pejabat.nama,
        "atasan_nip": atasan.pejabat.nip,
        "atasan_jabatan": atasan.jabatan_tercetak(),
        "tempat": tempat.unit.pemda.kedudukan,
    }


def _dasar(bentuk: BentukPerjanjian, tempat: Tempat) -> dict[str, Any]:
    anggaran = {
        satu.ke: satu for satu in VersiAnggaran.objects.filter(unit=tempat.unit, tahun=bentuk.tahun)
    }
    sebelum = bentuk.anggaran_sebelum
    return {
        "dasar_perubahan": bentuk.dasar_perubahan,
        "tanggal_perubahan": bentuk.tanggal_perubahan,
        "anggaran_sebelum": None if sebelum is None else anggaran[sebelum],
        "anggaran_sesudah": anggaran[bentuk.anggaran_sesudah],
    }


def _baris(
    bentuk: BentukPerjanjian,
    perjanjian: PerjanjianKinerja,
    penulis: PenulisRencana[PerjanjianKinerja],
) -> None:
    for urutan, satu in enumerate(bentuk.baris, start=1):
        indikator = penulis.tempat.indikator(satu.indikator)
        penulis.baris(
            PkBaris,
            {"perjanjian": perjanjian, "indikator": indikator},
            urutan=urutan,
            nama=satu.nama,
            sasaran=satu.sasaran,
            satuan=satu.satuan,
            **isi_target(satu.target, satu.alasan),
        )
    penulis.pastikan_banyak(PkBaris, {"perjanjian": perjanjian}, len(bentuk.baris))


def _program(
    bentuk: BentukPerjanjian,
    perjanjian: PerjanjianKinerja,
    simpul: Mapping[str, Simpul],
    penulis: PenulisRencana[PerjanjianKinerja],
) -> None:
    for urutan, satu in enumerate(bentuk.program, start=1):
        penulis.baris(
            PkProgram,
            {"perjanjian": perjanjian, "simpul": simpul[satu.kode]},
            urutan=urutan,
            nama=satu.nama,
            sebelum=satu.sebelum,
            sesudah=satu.sesudah,
        )
    penulis.pastikan_banyak(PkProgram, {"perjanjian": perjanjian}, len(bentuk.program))
