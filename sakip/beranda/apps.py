from django.apps import AppConfig


class BerandaConfig(AppConfig):
    name = "sakip.beranda"
    label = "beranda"
    verbose_name = "Beranda"
