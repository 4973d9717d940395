"""The states of a realisasi, and which of them count."""

from django.db.models import TextChoices


class StatusRealisasi(TextChoices):
    DRAF = "draf", "draf"
    DIAJUKAN = "diajukan", "diajukan"
    DIKEMBALIKAN = "dikembalikan", "dikembalikan"
    DIVERIFIKASI = "diverifikasi", "diverifikasi"
    DISETUJUI = "disetujui", "disetujui"


# a verifier has looked at these
SUDAH_DIVERIFIKASI = (StatusRealisasi.DIVERIFIKASI, StatusRealisasi.DISETUJUI)

# in these states a figure may be entered
DAPAT_DIUBAH = (StatusRealisasi.DRAF, StatusRealisasi.DIKEMBALIKAN)


class SumberRealisasi(TextChoices):
    DIISI = "diisi", "diisi"
    FORMULA = "formula", "dihitung dari variabel"
    SISTEM = "sistem", "diusulkan sistem"
    IMPOR = "impor", "diimpor"
    DITURUNKAN = "diturunkan", "diturunkan dari capaian tercetak"
