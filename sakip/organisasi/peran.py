"""The roles, and where each is held."""

from django.db.models import TextChoices


class Peran(TextChoices):
    OPERATOR = "operator", "Operator bidang"
    PERENCANA = "perencana", "Sekretariat / perencana"
    PIMPINAN = "pimpinan", "Pimpinan perangkat daerah"
    BAGIAN_ORGANISASI = "bagian_organisasi", "Bagian organisasi"
    INSPEKTORAT = "inspektorat", "Inspektorat"
    ADMIN = "admin", "Admin"
    PEMBACA = "pembaca", "Pembaca"


# held in one unit; all others are held in the whole pemda, a pembaca in either
PERAN_UNIT = (Peran.OPERATOR, Peran.PERENCANA, Peran.PIMPINAN)
PERAN_PEMDA = (Peran.BAGIAN_ORGANISASI, Peran.INSPEKTORAT, Peran.ADMIN)

# who may read figures and documents; an admin runs accounts and sees no figure
PERAN_PEMBACA_KINERJA = tuple(peran for peran in Peran if peran is not Peran.ADMIN)
