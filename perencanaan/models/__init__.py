from perencanaan.models.anggaran import Pagu, VersiAnggaran
from perencanaan.models.indikator import Dukungan, Indikator, IndikatorVersi, TargetTahunan
from perencanaan.models.renstra import Renstra, RenstraVersi, Simpul

__all__ = [
    "Dukungan",
    "Indikator",
    "IndikatorVersi",
    "Pagu",
    "Renstra",
    "RenstraVersi",
    "Simpul",
    "TargetTahunan",
    "VersiAnggaran",
]
