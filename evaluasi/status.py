"""The states and closed lists of evaluation, with their wording. Pure."""

from enum import StrEnum

from evaluasi.hitung.saran import JenisSub
from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.hitung.tindak_lanjut import AturanPersen, StatusTindakLanjut


class StatusInstrumen(StrEnum):
    """Written while a draft; once in force it is only copied."""

    DRAF = "draf"
    BERLAKU = "berlaku"


class CaraNilai(StrEnum):
    """Where a grade is given: once for a sub-komponen, or as the mean of its criteria."""

    SUB = "sub"
    KRITERIA = "kriteria"


class StatusTahap(StrEnum):
    BELUM = "belum"
    BERJALAN = "berjalan"
    SELESAI = "selesai"


class Pelaku(StrEnum):
    """On whose side a person stands in one evaluation or follow-up; never on both."""

    UNIT = "unit"
    INSPEKTORAT = "inspektorat"


class StatusLhe(StrEnum):
    DRAF = "draf"
    TERBIT = "terbit"


class SumberRekomendasi(StrEnum):
    LHE = "lhe"
    LHP_APIP = "lhp_apip"
    LHP_BPK = "lhp_bpk"


class KeadaanUnit(StrEnum):
    """How far a unit says it is; the verdict is another thing."""

    BELUM = "belum"
    PROSES = "proses"
    SELESAI = "selesai"


class Keputusan(StrEnum):
    MENUNGGU = "menunggu"
    DISETUJUI = "disetujui"
    DITOLAK = "ditolak"


class AspekKaitan(StrEnum):
    """What of an indikator a recommendation speaks of."""

    NAMA = "nama"
    SATUAN = "satuan"
    DEFINISI = "definisi"
    RUMUS = "rumus"
    SUMBER_DATA = "sumber_data"
    TARGET = "target"


LABEL_ASPEK: dict[str, str] = {
    AspekKaitan.NAMA: "nama indikator",
    AspekKaitan.SATUAN: "satuan",
    AspekKaitan.DEFINISI: "definisi operasional",
    AspekKaitan.RUMUS: "rumus",
    AspekKaitan.SUMBER_DATA: "sumber data",
    AspekKaitan.TARGET: "target Renstra",
}
LABEL_INSTRUMEN: dict[str, str] = {
    StatusInstrumen.DRAF: "draf",
    StatusInstrumen.BERLAKU: "berlaku",
}
LABEL_CARA: dict[str, str] = {
    CaraNilai.SUB: "satu nilai per sub-komponen",
    CaraNilai.KRITERIA: "rata-rata kriterianya",
}
LABEL_JENIS_SUB: dict[str, str] = {
    JenisSub.KEBERADAAN: "keberadaan",
    JenisSub.KUALITAS: "kualitas",
    JenisSub.PEMANFAATAN: "pemanfaatan",
    JenisSub.LAIN: "lainnya",
}
LABEL_TAHAP: dict[str, str] = {
    StatusTahap.BELUM: "belum dimulai",
    StatusTahap.BERJALAN: "sedang berjalan",
    StatusTahap.SELESAI: "selesai",
}
LABEL_PELAKU: dict[str, str] = {Pelaku.UNIT: "unit", Pelaku.INSPEKTORAT: "inspektorat"}
LABEL_LHE: dict[str, str] = {StatusLhe.DRAF: "draf", StatusLhe.TERBIT: "terbit"}
LABEL_SUMBER: dict[str, str] = {
    SumberRekomendasi.LHE: "LHE",
    SumberRekomendasi.LHP_APIP: "LHP APIP",
    SumberRekomendasi.LHP_BPK: "LHP BPK",
}
LABEL_TARGET: dict[str, str] = {
    JenisTarget.TANGGAL: "pada tanggal tertentu",
    JenisTarget.BULAN: "beberapa bulan sejak LHE",
    JenisTarget.TRIWULAN: "setiap triwulan",
    JenisTarget.TANPA: "tidak disebut",
}
LABEL_KEADAAN: dict[str, str] = {
    KeadaanUnit.BELUM: "belum dikerjakan",
    KeadaanUnit.PROSES: "dalam proses",
    KeadaanUnit.SELESAI: "telah dilaksanakan",
}
LABEL_PUTUSAN: dict[str, str] = {
    StatusTindakLanjut.BELUM_DITINDAKLANJUTI: "belum ditindaklanjuti",
    StatusTindakLanjut.BELUM_SESUAI: "belum sesuai",
    StatusTindakLanjut.SESUAI: "sesuai rekomendasi",
    StatusTindakLanjut.TIDAK_DAPAT: "tidak dapat ditindaklanjuti",
}
LABEL_KEPUTUSAN: dict[str, str] = {
    Keputusan.MENUNGGU: "menunggu keputusan",
    Keputusan.DISETUJUI: "disetujui",
    Keputusan.DITOLAK: "ditolak",
}
LABEL_PERSEN: dict[str, str] = {
    AturanPersen.DARI_SEMUA: "dari seluruh rekomendasi",
    AturanPersen.TANPA_TIDAK_DAPAT: "tanpa yang tidak dapat ditindaklanjuti",
}
