"""Whose rows may be read: of every model of the plan and of what is measured."""

from datetime import date

import pytest

from pengukuran.models import (
    Bukti,
    Koreksi,
    NilaiVariabel,
    PelakuRealisasi,
    RealisasiAksi,
)
from perencanaan.models import (
    AksiRencana,
    Kebijakan,
    KebijakanProgram,
    Padanan,
    PenanggungJawab,
    PerjanjianKinerja,
    PkBaris,
    PkProgram,
    RencanaAksi,
    RencanaIndikator,
    TargetPeriode,
    Variabel,
)
from sakip.organisasi.peran import Peran
from tests.pemeran import buat_orang

MILIK_UNIT = [
    AksiRencana, Bukti, Kebijakan, KebijakanProgram, Koreksi, NilaiVariabel, Padanan,
    PelakuRealisasi, PenanggungJawab, PerjanjianKinerja, PkBaris, PkProgram, RealisasiAksi,
    RencanaAksi, RencanaIndikator, TargetPeriode, Variabel,
]  # fmt: skip


@pytest.mark.parametrize("model", MILIK_UNIT)
def test_baris_hanya_bagi_yang_melihat_unitnya(pemeran, baris_ukur, model):
    """`baris_ukur` is a unit with one row of each; nobody else of the cast works in it."""
    sendiri = buat_orang("perencana-uji", Peran.PERENCANA, baris_ukur)
    milik = set(model.objects.untuk(sendiri))
    assert milik
    assert milik <= set(model.objects.untuk(pemeran["inspektorat"]))
    for siapa in ("admin", "operator", "perencana_lain", "inspektorat_luar", "tanpa_tugas"):
        assert not milik & set(model.objects.untuk(pemeran[siapa]))


def test_aksi_terjadwal_pada_bulan_terakhir_triwulannya(baris_rencana):
    aksi = AksiRencana.objects.filter(rencana_aksi__unit=baris_rencana).first()
    assert aksi.bulan_terjadwal() == (3, 12)
    aksi.tw1, aksi.tw2, aksi.tw3, aksi.tw4 = True, True, True, True
    assert aksi.bulan_terjadwal() == (3, 6, 9, 12)


def test_perjanjian_yang_berlaku_hanya_yang_ditetapkan(baris_rencana):
    perjanjian = PerjanjianKinerja.objects.filter(unit=baris_rencana)
    tetap = perjanjian.get(status="ditetapkan")
    tanggal = tetap.tanggal_tanda_tangan
    berlaku = PerjanjianKinerja.objects.berlaku
    assert list(berlaku(baris_rencana, 2023, tanggal)) == [tetap]
    assert list(berlaku(baris_rencana, 2023, tanggal.replace(day=1))) == []
    assert list(berlaku(baris_rencana, 2024, tanggal)) == []
    # the agreement of somebody below the head never counts as the unit's
    perjanjian.filter(pk=tetap.pk).update(tingkat="eselon_3")
    assert list(berlaku(baris_rencana, 2023, tanggal)) == []


def test_rencana_aksi_yang_berlaku_hanya_yang_ditetapkan(baris_rencana):
    rencana = RencanaAksi.objects.get(unit=baris_rencana)
    tanggal = date(2023, 1, 2)
    RencanaAksi.objects.filter(pk=rencana.pk).update(berlaku_dari=tanggal)
    assert list(RencanaAksi.objects.berlaku(baris_rencana, 2023, tanggal)) == []
    RencanaAksi.objects.filter(pk=rencana.pk).update(status="ditetapkan")
    assert list(RencanaAksi.objects.berlaku(baris_rencana, 2023, tanggal)) == [rencana]
    assert list(RencanaAksi.objects.berlaku(baris_rencana, 2023, tanggal.replace(day=1))) == []
