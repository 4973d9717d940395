from django.apps import AppConfig


class PelaporanConfig(AppConfig):
    name = "pelaporan"
    verbose_name = "Pelaporan"

    def ready(self) -> None:
        from pelaporan import cetak  # noqa: PLC0415 -- models may be imported only now

        cetak.daftarkan()
