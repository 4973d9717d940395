"""All that an issued LHE says, as JSON: what is frozen, and what its document is made from."""

from datetime import date
from decimal import Decimal
from typing import Any

from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import Komponen, Lhe, Rekomendasi
from sakip.organisasi.models import Penempatan

# the number of this shape; a change of it gets the next one. Since 2: whom it speaks to, on what
# ground, weights, and what the LHE of the year before said and became of
SKEMA = 2


def konteks_lhe(lhe: Lhe) -> dict[str, Any]:
    """Figures as text with a point; missing ones are None."""
    return {
        "unit": lhe.unit.nama,
        "pemda": lhe.unit.pemda.nama,
        "tahun_evaluasi": lhe.tahun_evaluasi,
        "tahun_kinerja": lhe.tahun_kinerja,
        "ke": lhe.ke,
        "alasan": lhe.alasan,
        "kepada": _kepada(lhe),
        "tempat": lhe.unit.pemda.kedudukan,
        "nomor": lhe.nomor,
        "tanggal": lhe.tanggal.isoformat() if lhe.tanggal else None,
        "nilai": _angka(lhe.nilai),
        "predikat": lhe.predikat,
        "instrumen": str(lhe.lembar.instrumen) if lhe.lembar else None,
        "dasar": lhe.lembar.instrumen.dasar if lhe.lembar else "",
        "ringkasan": lhe.ringkasan,
        "penanda": {
            "nama": lhe.penanda_nama,
            "nip": lhe.penanda_nip,
            "jabatan": lhe.penanda_jabatan,
        },
        "tembusan": lhe.tembusan.splitlines(),
        "nama_komponen": {
            satu.komponen.kode: satu.komponen.nama
            for satu in lhe.catatan.select_related("komponen").order_by("komponen__urutan", "pk")
        },
        "komponen": _komponen(lhe),
        "rekomendasi": _rekomendasi(lhe),
        "lalu": _lalu(lhe),
    }


def _kepada(lhe: Lhe) -> str:
    """The post that the LHE is addressed to."""
    hari = lhe.tanggal or date(lhe.tahun_evaluasi, 12, 31)
    pemimpin = Penempatan.objects.pemimpin(lhe.unit, hari)
    return pemimpin.jabatan_tercetak() if pemimpin else f"Kepala {lhe.unit.nama}"


def _lalu(lhe: Lhe) -> dict[str, Any] | None:
    """The LHE on the work of the year before, and how its recommendations stand."""
    milik = Lhe.objects.terbit().filter(unit=lhe.unit, tahun_kinerja=lhe.tahun_kinerja - 1)
    lalu = milik.order_by("-tahun_evaluasi", "-ke").first()
    if lalu is None:
        return None
    rekomendasi: Any = Rekomendasi.objects.berlaku().filter(lhe=lalu)  # `status` is annotated
    status = list(rekomendasi.berstatus().values_list("status", flat=True))
    return {
        "tahun_evaluasi": lalu.tahun_evaluasi,
        "tahun_kinerja": lalu.tahun_kinerja,
        "nilai": _angka(lalu.nilai),
        "predikat": lalu.predikat,
        "bagian": {
            satu.sub.kode if satu.sub else satu.komponen.kode: _angka(satu.nilai)
            for satu in lalu.catatan.select_related("komponen", "sub").order_by("pk")
            if satu.nilai is not None
        },
        "tindak_lanjut": {satu.value: status.count(satu.value) for satu in StatusTindakLanjut},
    }


def _komponen(lhe: Lhe) -> list[dict[str, Any]]:
    return [
        {
            "komponen": satu.komponen.kode,
            "sub": satu.sub.kode if satu.sub else None,
            "nama": str(satu),
            "bobot": _angka(satu.sub.bobot if satu.sub else _bobot(satu.komponen)),
            "nilai": _angka(satu.nilai),
            "catatan": satu.catatan,
        }
        for satu in lhe.catatan.select_related("komponen", "sub")
        .prefetch_related("komponen__sub")
        .order_by("komponen__urutan", "sub__urutan", "pk")
    ]


def _bobot(komponen: Komponen) -> Decimal:
    return sum((sub.bobot for sub in komponen.sub.all()), Decimal(0))


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
