from django.apps import AppConfig


class PengukuranConfig(AppConfig):
    name = "pengukuran"
    verbose_name = "Pengukuran"

    def ready(self) -> None:
        from pengukuran.models import Koreksi  # noqa: PLC0415 -- apps must be loaded first
        from sakip.jejak import pemicu  # noqa: PLC0415

        pemicu.daftarkan(Koreksi)
