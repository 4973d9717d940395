import pytest

from pengukuran.models import Realisasi, RealisasiAnggaran
from perencanaan.models import (
    Dukungan,
    Indikator,
    IndikatorVersi,
    Pagu,
    Renstra,
    RenstraVersi,
    Simpul,
    TargetTahunan,
    VersiAnggaran,
)
from tests.perencanaan.pabrik import buat_versi

MILIK_UNIT = [
    Dukungan, Indikator, IndikatorVersi, Pagu, Realisasi, RealisasiAnggaran, Renstra,
    RenstraVersi, Simpul, TargetTahunan, VersiAnggaran,
]  # fmt: skip


@pytest.mark.parametrize("model", MILIK_UNIT)
def test_baris_hanya_bagi_yang_melihat_unitnya(pemeran, model):
    semua = set(model.objects.all())
    assert semua
    for siapa in ("operator", "inspektorat"):
        assert set(model.objects.untuk(pemeran[siapa])) == semua
    for siapa in ("admin", "perencana_lain", "inspektorat_luar", "tanpa_tugas"):
        assert set(model.objects.untuk(pemeran[siapa])) == set()


@pytest.mark.parametrize(
    ("tahun", "berlaku"),
    [(2020, []), (2021, [1]), (2022, [2]), (2023, [2]), (2024, [3]), (2026, [3]), (2027, [])],
)
def test_versi_renstra_yang_berlaku(pemeran, tahun, berlaku):
    buat_versi(pemeran.unit, 3, 2024)  # beside the example's first two
    buat_versi(pemeran.unit_lain, 9, tahun)
    hasil = RenstraVersi.objects.berlaku(pemeran.unit, tahun)
    assert [versi.ke for versi in hasil] == berlaku
