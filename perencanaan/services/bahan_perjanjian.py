"""What the Renstra, the posts and the budget say to a Perjanjian Kinerja that is still a draft."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from perencanaan.hitung.nilai import Nilai
from perencanaan.models import PerjanjianKinerja, RenstraVersi, Simpul, VersiAnggaran
from perencanaan.models.perjanjian import TingkatPk
from perencanaan.models.renstra import JENIS_STRATEGIS, JenisSimpul
from perencanaan.queries.anggaran import PohonAnggaran, pohon_anggaran
from perencanaan.queries.renstra import indikator_renstra, versi_renstra
from perencanaan.queries.target import TargetBerlaku, target_berlaku, target_versi
from sakip.lib.galat import TidakAda
from sakip.lib.tanggal import tulis_tanggal
from sakip.lib.transisi import KeadaanSalah
from sakip.organisasi.models import Penempatan, Unit

Kolom = dict[str, Any]

# whose indikator a level promises, and of what it prints the money
JENIS_BARIS: dict[str, Collection[str]] = {
    TingkatPk.ESELON_2: JENIS_STRATEGIS,
    TingkatPk.ESELON_3: (JenisSimpul.PROGRAM,),
    TingkatPk.ESELON_4: (JenisSimpul.KEGIATAN, JenisSimpul.SUB_KEGIATAN),
    TingkatPk.FUNGSIONAL: (JenisSimpul.SUB_KEGIATAN,),
}
JENIS_PROGRAM: dict[str, str] = {
    TingkatPk.ESELON_2: JenisSimpul.PROGRAM,
    TingkatPk.ESELON_3: JenisSimpul.PROGRAM,
    TingkatPk.ESELON_4: JenisSimpul.KEGIATAN,
    TingkatPk.FUNGSIONAL: JenisSimpul.SUB_KEGIATAN,
}


@dataclass(frozen=True)
class Bahan:
    """Columns to be written: of the agreement, of its rows by indikator, of its programs by simpul."""

    kepala: Kolom
    baris: dict[int, Kolom]
    program: dict[int, Kolom]


def bahan_perjanjian(perjanjian: PerjanjianKinerja, tanggal: date) -> Bahan:
    """Raises TidakAda (no Renstra, nobody in the post on that day), KeadaanSalah (foreign budget)."""
    pemilik = perjanjian.unit.perangkat_daerah or perjanjian.unit
    versi = versi_renstra(pemilik, perjanjian.tahun)
    return Bahan(
        kepala=_kepala(perjanjian, tanggal),
        baris=_baris(perjanjian, pemilik, versi, tanggal),
        program=_program(perjanjian, pohon_anggaran(versi, pemilik, perjanjian.tahun)),
    )


def _kepala(perjanjian: PerjanjianKinerja, tanggal: date) -> Kolom:
    atasan = _atasan(perjanjian, tanggal)
    return {
        "tempat": perjanjian.unit.pemda.kedudukan,
        "atasan_nama": atasan.pejabat.nama,
        "atasan_nip": atasan.pejabat.nip,
        "atasan_jabatan": atasan.jabatan_tercetak(),
        **_pihak_pertama(perjanjian, tanggal),
    }


def _pihak_pertama(perjanjian: PerjanjianKinerja, tanggal: date) -> Kolom:
    if perjanjian.tingkat == TingkatPk.FUNGSIONAL:
        return {}  # heads no unit, so no post tells who it is
    kepala = _pemimpin(perjanjian.unit, tanggal)
    return {
        "nama": kepala.pejabat.nama,
        "nip": kepala.pejabat.nip,
        "golongan": kepala.golongan,
        "jabatan": kepala.jabatan_tercetak(),
        "kelas": kepala.kelas,
    }


def _atasan(perjanjian: PerjanjianKinerja, tanggal: date) -> Penempatan:
    unit = perjanjian.unit
    if perjanjian.tingkat == TingkatPk.FUNGSIONAL:
        return _pemimpin(unit, tanggal)
    if unit.induk is not None:
        return _pemimpin(unit.induk, tanggal)
    kepala = Penempatan.objects.kepala_daerah(unit.pemda, tanggal)
    return _ada(kepala, f"{unit.pemda.sebutan_kepala} {unit.pemda.nama}", tanggal)


def _pemimpin(unit: Unit, tanggal: date) -> Penempatan:
    return _ada(Penempatan.objects.pemimpin(unit, tanggal), f"pimpinan {unit.nama}", tanggal)


def _ada(penempatan: Penempatan | None, jabatan: str, tanggal: date) -> Penempatan:
    if penempatan is None:
        raise TidakAda(
            f"Belum tercatat siapa {jabatan} pada {tulis_tanggal(tanggal)}. "
            "Lengkapi penempatan pejabatnya, lalu segarkan lagi."
        )
    return penempatan


def _baris(
    perjanjian: PerjanjianKinerja, pemilik: Unit, versi: RenstraVersi, tanggal: date
) -> dict[int, Kolom]:
    """In the order of the Renstra; an indikator without a target in the year is not promised."""
    tahun = perjanjian.tahun
    target = _target(perjanjian, pemilik, versi, tanggal)
    return {
        satu.indikator_id: {
            "nama": satu.nama,
            "sasaran": satu.simpul.sasaran or satu.simpul.nama,
            "satuan": satu.satuan,
            **_kolom_nilai(target[satu.indikator_id, tahun].nilai),
        }
        for satu in indikator_renstra(versi, JENIS_BARIS[perjanjian.tingkat])
        if (satu.indikator_id, tahun) in target and _miliknya(perjanjian, satu.simpul)
    }


def _target(
    perjanjian: PerjanjianKinerja, pemilik: Unit, versi: RenstraVersi, tanggal: date
) -> dict[tuple[int, int], TargetBerlaku]:
    """The head's come from the Renstra itself, or the agreement before would repeat its own."""
    if perjanjian.tingkat == TingkatPk.ESELON_2:
        return target_versi(versi)
    return target_berlaku(pemilik, [perjanjian.tahun], tanggal)


def _miliknya(perjanjian: PerjanjianKinerja, simpul: Simpul) -> bool:
    """The head answers for the whole tree, everybody below for what is his unit's."""
    kepala = perjanjian.tingkat == TingkatPk.ESELON_2
    return kepala or simpul.bidang_id == perjanjian.unit_id


def _kolom_nilai(nilai: Nilai) -> Kolom:
    return {
        "jenis": nilai.jenis.value,
        "nilai": nilai.angka,
        "batas_bawah": nilai.bawah,
        "batas_atas": nilai.atas,
        "predikat": nilai.predikat,
        "keterangan": nilai.keterangan,
        "alasan": nilai.alasan,
    }


def _program(perjanjian: PerjanjianKinerja, pohon: PohonAnggaran) -> dict[int, Kolom]:
    """What has money before or after the change; what is left without any has 0 after it."""
    sesudah = _pagu(pohon, perjanjian.anggaran_sesudah, perjanjian)
    sebelum: dict[int, Decimal] = {}
    if perjanjian.anggaran_sebelum is not None:
        sebelum = _pagu(pohon, perjanjian.anggaran_sebelum, perjanjian)
    return {
        simpul.pk: {
            "nama": simpul.nama,
            "sebelum": sebelum.get(simpul.pk),
            "sesudah": sesudah.get(simpul.pk, Decimal(0)),
        }
        for simpul, _ in pohon.berurutan()
        if simpul.jenis == JENIS_PROGRAM[perjanjian.tingkat]
        and _miliknya(perjanjian, simpul)
        and simpul.pk in sesudah.keys() | sebelum.keys()
    }


def _pagu(
    pohon: PohonAnggaran, anggaran: VersiAnggaran, perjanjian: PerjanjianKinerja
) -> dict[int, Decimal]:
    if anggaran not in pohon.versi:
        raise KeadaanSalah(
            f"{anggaran} bukan anggaran {perjanjian.unit.nama} tahun {perjanjian.tahun}. "
            "Pilih versi anggaran yang lain."
        )
    return pohon.pagu[anggaran.ke]
