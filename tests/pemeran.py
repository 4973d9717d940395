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
    tugas = {peran.value: (peran, unit) for peran in Peran} | {
        "perencana_lain": (Peran.PERENCANA, unit_lain),
        "inspektorat_luar": (Peran.INSPEKTORAT, unit_luar),
    }
    orang = {nama: _akun(nama, milik.pemda) for nama, (_, milik) in tugas.items()}
    orang["tanpa_tugas"] = _akun("tanpa-tugas", unit.pemda)
    # most tests begin with all of them: two statements instead of two dozen
    Pengguna.objects.bulk_create(orang.values())
    Penugasan.objects.bulk_create(_penugasan(orang[nama], *satu) for nama, satu in tugas.items())
    return Pemeran(unit, unit_lain, unit_luar, orang)


def buat_unit(pemda: Pemda, kode: str, nama: str) -> Unit:
    return Unit.objects.create(pemda=pemda, kode=kode, nama=nama, singkatan=nama, berlaku_dari=AWAL)


def buat_akun(nama: str, pemda: Pemda) -> Pengguna:
    """An account without any role."""
    akun = _akun(nama, pemda)
    akun.save(force_insert=True)
    return akun


def buat_orang(nama: str, peran: Peran, unit: Unit) -> Pengguna:
    """A person with one role: in the unit, or in its pemda where the role is held there."""
    pengguna = buat_akun(nama, unit.pemda)
    _penugasan(pengguna, peran, unit).save(force_insert=True)
    return pengguna


def _akun(nama: str, pemda: Pemda) -> Pengguna:
    return Pengguna(nama_pengguna=f"uji-{nama}".replace("_", "-"), nama=nama, pemda=pemda)


def _penugasan(pengguna: Pengguna, peran: Peran, unit: Unit) -> Penugasan:
    di_unit = peran in PERAN_UNIT or peran is Peran.PEMBACA
    return Penugasan(
        pengguna=pengguna,
        peran=peran,
        unit=unit if di_unit else None,
        pemda=None if di_unit else unit.pemda,
        dari=AWAL,
    )
