from django.apps import AppConfig


class DokumenConfig(AppConfig):
    name = "sakip.dokumen"
    label = "dokumen"
    verbose_name = "Dokumen"
