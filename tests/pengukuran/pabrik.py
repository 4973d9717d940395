"""What hangs on a realisasi, for tests that need another one than the example's."""

from collections.abc import Mapping
from decimal import Decimal

from pengukuran.models import (
    Bukti,
    ButirPredikat,
    PelakuRealisasi,
    Realisasi,
    RealisasiAksi,
    SkalaIndikator,
    SkalaPredikat,
)
from perencanaan.models import AksiRencana, Indikator
from sakip.organisasi.models import Pemda, Pengguna

OPINI = {"TMP": 1, "TW": 2, "WDP": 3, "WTP": 4}


def buat_realisasi_aksi(aksi: AksiRencana, bulan: int = 3, **beda: object) -> RealisasiAksi:
    """A step that was done in the triwulan that ends with `bulan`."""
    isian = {
        "aksi": aksi,
        "bulan": bulan,
        "selesai": True,
        "diisi_oleh": Pengguna.objects.get(nama_pengguna="bidang"),
    }
    return RealisasiAksi.objects.create(**(isian | beda))


def buat_bukti(milik: Realisasi | RealisasiAksi, **beda: object) -> Bukti:
    """A link that shows a figure or a step."""
    if isinstance(milik, Realisasi):
        isian = {"unit": milik.unit, "realisasi": milik, "tahun": milik.tahun}
    else:
        rencana = milik.aksi.rencana_aksi
        isian = {"unit": rencana.unit, "realisasi_aksi": milik, "tahun": rencana.tahun}
    isian |= {"bulan": milik.bulan, "tautan": "https://contoh.id/bukti"}
    return Bukti.objects.create(**(isian | beda))


def catat_pelaku(realisasi: Realisasi, nama_pengguna: str, sebagai: str) -> PelakuRealisasi:
    return PelakuRealisasi.objects.create(
        realisasi=realisasi,
        pengguna=Pengguna.objects.get(nama_pengguna=nama_pengguna),
        sebagai=sebagai,
    )


def buat_skala_predikat(
    pemda: Pemda, skor: Mapping[str, int], *indikator: Indikator, nama: str = "Opini"
) -> SkalaPredikat:
    """A scale of grades, and the indikator that are graded on it."""
    skala = SkalaPredikat.objects.create(pemda=pemda, nama=nama)
    for predikat, nilai in skor.items():
        ButirPredikat.objects.create(skala=skala, predikat=predikat, skor=Decimal(nilai))
    for satu in indikator:
        SkalaIndikator.objects.create(indikator=satu, skala=skala)
    return skala
