from django.apps import AppConfig


class PelaporanConfig(AppConfig):
    name = "pelaporan"
    verbose_name = "Pelaporan"

    def ready(self) -> None:
        from pelaporan import cetak  # noqa: PLC0415 -- models may be imported only now
        from pelaporan.dokumen.bagian import uraian_bagian  # noqa: PLC0415
        from pelaporan.models import Laporan  # noqa: PLC0415
        from sakip.dokumen.jenis_terbit import daftarkan_terbit  # noqa: PLC0415
        from sakip.jejak.uraian import daftarkan_uraian  # noqa: PLC0415

        cetak.daftarkan()
        daftarkan_terbit("lkjip", "LKjIP", cetak.alamat_lkjip)
        daftarkan_uraian(Laporan, uraian_bagian)
