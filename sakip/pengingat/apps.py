from django.apps import AppConfig


class PengingatConfig(AppConfig):
    name = "sakip.pengingat"
    label = "pengingat"
    verbose_name = "Pengingat"

    def ready(self) -> None:
        # Models may be imported only now.
        from sakip.jejak import pemicu  # noqa: PLC0415 -- apps must be loaded first
        from sakip.pengingat import periksa  # noqa: F401, PLC0415 -- registers its checks
        from sakip.pengingat.models import HasilPengingat, Pengingat  # noqa: PLC0415

        pemicu.daftarkan(Pengingat, HasilPengingat)
