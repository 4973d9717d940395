from perencanaan.models.anggaran import JenisBelanja, Pagu, VersiAnggaran
from perencanaan.models.indikator import Dukungan, Indikator, IndikatorVersi, TargetTahunan
from perencanaan.models.kebijakan import Kebijakan, KebijakanProgram
from perencanaan.models.perjanjian import PerjanjianKinerja, PkBaris, PkProgram
from perencanaan.models.rencana_aksi import (
    AksiRencana,
    RencanaAksi,
    RencanaIndikator,
    TargetPeriode,
)
from perencanaan.models.renstra import Renstra, RenstraVersi, Simpul
from perencanaan.models.rumusan import Padanan, PenanggungJawab, Variabel

__all__ = [
    "AksiRencana",
    "Dukungan",
    "Indikator",
    "IndikatorVersi",
    "JenisBelanja",
    "Kebijakan",
    "KebijakanProgram",
    "Padanan",
    "Pagu",
    "PenanggungJawab",
    "PerjanjianKinerja",
    "PkBaris",
    "PkProgram",
    "RencanaAksi",
    "RencanaIndikator",
    "Renstra",
    "RenstraVersi",
    "Simpul",
    "TargetPeriode",
    "TargetTahunan",
    "Variabel",
    "VersiAnggaran",
]
