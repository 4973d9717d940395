"""The instrument of the stage: a draft of the pemda with one part."""

from evaluasi.models import Instrumen, Komponen
from sakip.organisasi.models import Pemda


def instrumen_draf(pemda: Pemda) -> dict[str, object]:
    instrumen = Instrumen.objects.create(pemda=pemda, kode="draf", tahun=2024, nama="Draf")
    bagian = Komponen.objects.create(instrumen=instrumen, urutan=1, kode="1", nama="Perencanaan")
    return {"instrumen": instrumen, "bagian": bagian}


def isi_komponen(urutan: int) -> dict[str, object]:
    return {"urutan": str(urutan), "kode": f"k{urutan}", "nama": "Komponen"}
