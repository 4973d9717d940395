"""All that an issued LHE says, as JSON: what is frozen, and what its document is made from."""

from typing import Any

from evaluasi.models import Lhe

# the number of this shape; a change of it gets the next one
SKEMA = 1


def konteks_lhe(lhe: Lhe) -> dict[str, Any]:
    """Figures as text with a point; missing ones are None."""
    return {
        "unit": lhe.unit.nama,
        "pemda": lhe.unit.pemda.nama,
        "tahun_evaluasi": lhe.tahun_evaluasi,
        "tahun_kinerja": lhe.tahun_kinerja,
        "nomor": lhe.nomor,
        "tanggal": lhe.tanggal.isoformat() if lhe.tanggal else None,
        "nilai": _angka(lhe.nilai),
        "predikat": lhe.predikat,
        "instrumen": str(lhe.lembar.instrumen) if lhe.lembar else None,
        "ringkasan": lhe.ringkasan,
        "penanda": {
            "nama": lhe.penanda_nama,
            "nip": lhe.penanda_nip,
            "jabatan": lhe.penanda_jabatan,
        },
        "tembusan": lhe.tembusan.splitlines(),
        "komponen": _komponen(lhe),
        "rekomendasi": _rekomendasi(lhe),
    }


def _komponen(lhe: Lhe) -> list[dict[str, Any]]:
    return [
        {
            "komponen": satu.komponen.kode,
            "sub": satu.sub.kode if satu.sub else None,
            "nama": str(satu),
            "nilai": _angka(satu.nilai),
            "catatan": satu.catatan,
        }
        for satu in lhe.catatan.select_related("komponen", "sub").order_by(
            "komponen__urutan", "sub__urutan", "pk"
        )
    ]


def _rekomendasi(lhe: Lhe) -> list[dict[str, Any]]:
    return [
        {
            "urutan": satu.urutan,
            "uraian": satu.uraian,
            "komponen": [
                baris.sub.kode if baris.sub else baris.komponen.kode
                for baris in satu.komponen.select_related("komponen", "sub").order_by("pk")
            ],
            "berulang_dari_tahun": satu.berulang_dari.tahun if satu.berulang_dari else None,
        }
        for satu in lhe.rekomendasi.select_related("berulang_dari").order_by("urutan")
    ]


def _angka(nilai: Any) -> str | None:
    """Without trailing zeros, so that the same figure freezes the same on every database."""
    return None if nilai is None else f"{nilai.normalize():f}"
