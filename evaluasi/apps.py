from django.apps import AppConfig


class EvaluasiConfig(AppConfig):
    name = "evaluasi"
    verbose_name = "Evaluasi"

    def ready(self) -> None:
        from evaluasi.models import (  # noqa: PLC0415 -- apps must be loaded first
            BuktiTindakLanjut,
            LaporanTindakLanjut,
            Putusan,
        )
        from sakip.jejak import pemicu  # noqa: PLC0415

        pemicu.daftarkan(LaporanTindakLanjut, BuktiTindakLanjut, Putusan)
