"""The states of a job."""

from django.db.models import TextChoices


class StatusPekerjaan(TextChoices):
    ANTRE = "antre", "menunggu"
    BERJALAN = "berjalan", "berjalan"
    SELESAI = "selesai", "selesai"
    GAGAL = "gagal", "gagal"


BELUM_USAI = (StatusPekerjaan.ANTRE, StatusPekerjaan.BERJALAN)
USAI = (StatusPekerjaan.SELESAI, StatusPekerjaan.GAGAL)
