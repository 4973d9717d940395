"""Brings the kinds of the tests into a worker process, as the app of a real kind does."""

from django.apps import AppConfig


class JenisUjiConfig(AppConfig):
    name = "tests.pekerjaan"
    label = "jenis_uji"

    def ready(self) -> None:
        from tests.pekerjaan import jenis  # noqa: PLC0415 -- models may be imported only now

        jenis.daftarkan()
