from django.apps import AppConfig


class BerkasConfig(AppConfig):
    name = "sakip.berkas"
    label = "berkas"
    verbose_name = "Berkas"
