from django.apps import AppConfig


class BerandaConfig(AppConfig):
    name = "sakip.beranda"
    label = "beranda"
    verbose_name = "Beranda"

    def ready(self) -> None:
        from pelaporan.queries.kesiapan import daftarkan_pemeriksa  # noqa: PLC0415
        from sakip.beranda.periksa.sebelum_terbit import sebelum_terbit  # noqa: PLC0415

        daftarkan_pemeriksa(sebelum_terbit)
