from evaluasi.models.instrumen import (
    BatasPredikat,
    Instrumen,
    Komponen,
    Kriteria,
    PilihanJawaban,
    SkalaJawaban,
    SubKomponen,
    TahapEvaluasi,
)
from evaluasi.models.kaitan import KaitanRekomendasi
from evaluasi.models.lembar import (
    BuktiJawaban,
    Jawaban,
    LembarKerja,
    NilaiSub,
    PelakuLembar,
    TahapLembar,
)
from evaluasi.models.lhe import CatatanKomponen, Lhe
from evaluasi.models.penanggung_jawab import PenanggungJawabData
from evaluasi.models.rekomendasi import (
    PelakuRekomendasi,
    Putusan,
    Rekomendasi,
    RekomendasiKomponen,
)
from evaluasi.models.setelan import SetelanEvaluasi
from evaluasi.models.tindak_lanjut import (
    BuktiTindakLanjut,
    LaporanTindakLanjut,
    Perpanjangan,
    RencanaTindakLanjut,
)

__all__ = [
    "BatasPredikat",
    "BuktiJawaban",
    "BuktiTindakLanjut",
    "CatatanKomponen",
    "Instrumen",
    "Jawaban",
    "KaitanRekomendasi",
    "Komponen",
    "Kriteria",
    "LaporanTindakLanjut",
    "LembarKerja",
    "Lhe",
    "NilaiSub",
    "PelakuLembar",
    "PelakuRekomendasi",
    "PenanggungJawabData",
    "Perpanjangan",
    "PilihanJawaban",
    "Putusan",
    "Rekomendasi",
    "RekomendasiKomponen",
    "RencanaTindakLanjut",
    "SetelanEvaluasi",
    "SkalaJawaban",
    "SubKomponen",
    "TahapEvaluasi",
    "TahapLembar",
]
