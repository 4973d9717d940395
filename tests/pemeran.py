"""The cast: one person for each role in unit A, and outsiders. The same in all tests."""

from dataclasses import dataclass
from datetime import date

from sakip.organisasi.models import Pemda, Pengguna, Penugasan, Unit
from sakip.organisasi.peran import PERAN_UNIT, Peran

AWAL = date(2020, 1, 1)


@dataclass(frozen=True)
class Pemeran:
    """People by what they are; `lain` are of another unit, `luar` of another pemda."""

    unit: Unit
    unit_lain: Unit
    unit_luar: Unit
    orang: dict[str, Pengguna]

    def __getitem__(self, nama: str) -> Pengguna:
        return self.orang[nama]


def panggil_pemeran(unit: Unit) -> Pemeran:
    unit_lain = buat_unit(unit.pemda, "kota-pasuruan-dinas-lain", "Dinas Lain")
    pemda_luar = Pemda.objects.create(
        kode="kab-luar",
        nama="Kabupaten Luar",
        jenis="kabupaten",
        sebutan_kepala="Bupati",
        kedudukan="Luar",
        zona="Asia/Jayapura",
    )
    unit_luar = buat_unit(pemda_luar, "kab-luar-dinas", "Dinas Luar")
    orang = {peran.value: buat_orang(peran.value, peran, unit) for peran in Peran}
    orang |= {
        "perencana_lain": buat_orang("perencana_lain", Peran.PERENCANA, unit_lain),
        "inspektorat_luar": buat_orang("inspektorat_luar", Peran.INSPEKTORAT, unit_luar),
        "tanpa_tugas": buat_akun("tanpa-tugas", unit.pemda),
    }
    return Pemeran(unit, unit_lain, unit_luar, orang)


def buat_unit(pemda: Pemda, kode: str, nama: str) -> Unit:
    return Unit.objects.create(pemda=pemda, kode=kode, nama=nama, singkatan=nama, berlaku_dari=AWAL)


def buat_akun(nama: str, pemda: Pemda) -> Pengguna:
    """An account without any role."""
    return Pengguna.objects.create(
        nama_pengguna=f"uji-{nama}".replace("_", "-"), nama=nama, pemda=pemda
    )


def buat_orang(nama: str, peran: Peran, unit: Unit) -> Pengguna:
    """A person with one role: in the unit, or in its pemda where the role is held there."""
    pengguna = buat_akun(nama, unit.pemda)
    di_unit = peran in PERAN_UNIT or peran is Peran.PEMBACA
    Penugasan.objects.create(
        pengguna=pengguna,
        peran=peran,
        unit=unit if di_unit else None,
        pemda=None if di_unit else unit.pemda,
        dari=AWAL,
    )
    return pengguna
