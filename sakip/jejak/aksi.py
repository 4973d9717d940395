"""The closed list of what can happen, with its wording. Nothing else can be written."""

from django.db.models import TextChoices


class Aksi(TextChoices):
    CONTOH_DIMUAT = "contoh.dimuat", "memuat data contoh"
    MASUK = "akun.masuk", "masuk"
    MASUK_GAGAL = "akun.masuk_gagal", "gagal masuk"
    KELUAR = "akun.keluar", "keluar"
