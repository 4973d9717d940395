from datetime import date

import pytest
from django.core.exceptions import ValidationError

from sakip.organisasi.models import Pejabat, Penempatan


@pytest.fixture
def kepala(pasuruan) -> Penempatan:
    return Penempatan.objects.get(unit=pasuruan)


def test_jabatan_dan_nip_seperti_di_tanda_tangan(kepala):
    assert kepala.jabatan_tercetak() == "Plt. Kepala Badan Kesatuan Bangsa dan Politik"
    assert kepala.pejabat.nip_tercetak() == "00000000 000000 0 001"
    kepala.status = "definitif"
    assert kepala.jabatan_tercetak() == "Kepala Badan Kesatuan Bangsa dan Politik"


def test_kepala_daerah_tidak_punya_nip(pasuruan):
    wali_kota = Penempatan.objects.kepala_daerah(pasuruan.pemda, date(2023, 1, 2))
    assert (wali_kota.jabatan_tercetak(), wali_kota.pejabat.nip_tercetak()) == (
        "Wali Kota Pasuruan",
        "",
    )


@pytest.mark.parametrize(
    ("tanggal", "ada"),
    [(date(2023, 1, 1), False), (date(2023, 1, 2), True), (date(2031, 1, 1), True)],
)
def test_pemimpin_pada_tanggal(tanggal, ada, pasuruan, kepala):
    assert Penempatan.objects.pemimpin(pasuruan, tanggal) == (kepala if ada else None)


def test_pada_hari_pergantian_yang_baru_menandatangani(pasuruan, kepala):
    hari = date(2023, 10, 2)
    Penempatan.objects.filter(pk=kepala.pk).update(sampai=hari)
    pengganti = Pejabat.objects.create(pemda=pasuruan.pemda, nama="Pengganti", nip="0" * 17 + "2")
    baru = Penempatan.objects.create(
        pejabat=pengganti, unit=pasuruan, jabatan="Kepala Badan", memimpin=True, dari=hari
    )
    assert Penempatan.objects.pemimpin(pasuruan, hari) == baru
    assert Penempatan.objects.pemimpin(pasuruan, date(2023, 10, 1)) == kepala


@pytest.mark.parametrize("nip", ["123", "00000000 000000 0 001", "00000000000000000A"])
def test_nip_salah_dijelaskan(nip, pasuruan):
    with pytest.raises(ValidationError) as galat:
        Pejabat(pemda=pasuruan.pemda, nama="A", nip=nip).full_clean()
    assert "NIP terdiri atas 18 angka tanpa spasi." in galat.value.messages


def test_untuk_pemda_sendiri(pemeran):
    assert set(Pejabat.objects.untuk(pemeran["operator"])) == set(Pejabat.objects.all())
    assert set(Penempatan.objects.untuk(pemeran["operator"])) == set(Penempatan.objects.all())
    assert Pejabat.objects.count() == 2
    assert list(Pejabat.objects.untuk(pemeran["inspektorat_luar"])) == []
    assert list(Penempatan.objects.untuk(pemeran["inspektorat_luar"])) == []
