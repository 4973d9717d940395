from django.apps import AppConfig


class PekerjaanConfig(AppConfig):
    name = "sakip.pekerjaan"
    label = "pekerjaan"
    verbose_name = "Pekerjaan"
