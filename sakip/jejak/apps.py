from django.apps import AppConfig
from django.db.models.signals import post_migrate


class JejakConfig(AppConfig):
    name = "sakip.jejak"
    label = "jejak"
    verbose_name = "Jejak"

    def ready(self) -> None:
        # Models may be imported only now.
        from sakip.jejak import pemicu  # noqa: PLC0415 -- apps must be loaded first
        from sakip.jejak.models import CatatanJejak, SegelJejak  # noqa: PLC0415

        pemicu.daftarkan(CatatanJejak, SegelJejak)
        # SQLite drops triggers when a migration remakes a table, so they are put back after each.
        post_migrate.connect(pemicu.setelah_migrasi, sender=self)
