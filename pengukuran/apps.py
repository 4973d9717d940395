from django.apps import AppConfig


class PengukuranConfig(AppConfig):
    name = "pengukuran"
    verbose_name = "Pengukuran"

    def ready(self) -> None:
        from pengukuran.models import Koreksi  # noqa: PLC0415 -- apps must be loaded first
        from pengukuran.queries.rincian_realisasi import rincian_realisasi  # noqa: PLC0415
        from sakip.dokumen.rincian import daftarkan_rincian  # noqa: PLC0415
        from sakip.jejak import pemicu  # noqa: PLC0415

        daftarkan_rincian("pengukuran.realisasi", rincian_realisasi)
        pemicu.daftarkan(Koreksi)
