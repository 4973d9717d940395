from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    name = "sakip.organisasi"
    label = "organisasi"
    verbose_name = "Organisasi"

    def ready(self) -> None:
        from sakip.organisasi import periksa  # noqa: F401, PLC0415 -- registers its checks
