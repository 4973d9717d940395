"""What a Perjanjian Kinerja says, as plain data: frozen when it is signed, kept by the trail."""

from datetime import date
from typing import Any

from perencanaan.models import PerjanjianKinerja, PkBaris, PkProgram

SKEMA = 1


def konteks_beku(perjanjian: PerjanjianKinerja, tanggal: date) -> dict[str, Any]:
    """All that the agreement says when signed on `tanggal`; figures as text. Schema 1."""
    return {
        "tahun": perjanjian.tahun,
        "ke": perjanjian.ke,
        "tingkat": perjanjian.tingkat,
        "unit": perjanjian.unit.nama,
        "tempat": perjanjian.tempat,
        "tanggal": tanggal.isoformat(),
        "dasar_perubahan": perjanjian.dasar_perubahan,
        "pihak_pertama": {
            "nama": perjanjian.nama,
            "nip": perjanjian.nip,
            "golongan": perjanjian.golongan,
            "jabatan": perjanjian.jabatan,
            "kelas": perjanjian.kelas,
        },
        "pihak_kedua": {
            "nama": perjanjian.atasan_nama,
            "nip": perjanjian.atasan_nip,
            "jabatan": perjanjian.atasan_jabatan,
        },
        **isi_tabel(perjanjian),
    }


def isi_tabel(perjanjian: PerjanjianKinerja) -> dict[str, Any]:
    """Both tables of the agreement as they are stored now, in their order."""
    return {
        "baris": [_baris(satu) for satu in perjanjian.baris.select_related("indikator")],
        "program": [_program(satu) for satu in perjanjian.program.select_related("simpul")],
    }


def _baris(baris: PkBaris) -> dict[str, Any]:
    return {
        "indikator": str(baris.indikator.identitas),
        "nama": baris.nama,
        "sasaran": baris.sasaran,
        "satuan": baris.satuan,
        "jenis": baris.jenis,
        "nilai": _angka(baris.nilai),
        "batas_bawah": _angka(baris.batas_bawah),
        "batas_atas": _angka(baris.batas_atas),
        "predikat": baris.predikat,
        "keterangan": baris.keterangan,
        "alasan": baris.alasan,
    }


def _program(program: PkProgram) -> dict[str, Any]:
    return {
        "simpul": str(program.simpul.identitas),
        "nama": program.nama,
        "sebelum": _angka(program.sebelum),
        "sesudah": _angka(program.sesudah),
        "keterangan": program.keterangan,
    }


def _angka(nilai: object) -> str | None:
    return None if nilai is None else str(nilai)
