"""What hangs on a realisasi, for tests that need another one than the example's."""

from pengukuran.models import Bukti, PelakuRealisasi, Realisasi, RealisasiAksi
from perencanaan.models import AksiRencana
from sakip.organisasi.models import Pengguna


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
