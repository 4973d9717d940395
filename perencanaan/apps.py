from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PerencanaanConfig(AppConfig):
    name = "perencanaan"
    verbose_name = "Perencanaan"

    def ready(self) -> None:
        # Models may be imported only now.
        from perencanaan.nomenklatur import pasang_jenis_belanja  # noqa: PLC0415
        from perencanaan.queries.rujukan import alamat_perjanjian  # noqa: PLC0415
        from sakip.dokumen.jenis_terbit import daftarkan_terbit  # noqa: PLC0415

        daftarkan_terbit("perjanjian-kinerja", "Perjanjian Kinerja", alamat_perjanjian)

        # a migration that makes the table runs first, and emptying the tables of a test undoes it
        post_migrate.connect(pasang_jenis_belanja, sender=self)
