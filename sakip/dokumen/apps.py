from django.apps import AppConfig


class DokumenConfig(AppConfig):
    name = "sakip.dokumen"
    label = "dokumen"
    verbose_name = "Dokumen"

    def ready(self) -> None:
        # Models may be imported only now.
        from sakip.dokumen.models import AngkaTerbit, DokumenBerkas, DokumenTerbit  # noqa: PLC0415
        from sakip.jejak import pemicu  # noqa: PLC0415 -- apps must be loaded first

        pemicu.daftarkan(DokumenTerbit, DokumenBerkas, AngkaTerbit)
