import pytest

from sakip.organisasi.akun import AkunBackend
from sakip.organisasi.models import Unit, Wilayah
from sakip.organisasi.peran import Peran
from tests.pemeran import buat_orang, buat_unit


def test_akun_datang_bersama_pemdanya(pemeran, django_assert_num_queries):
    with django_assert_num_queries(1):
        akun = AkunBackend().get_user(pemeran["perencana"].pk)
        assert (akun, akun.pemda.zona) == (pemeran["perencana"], "Asia/Jakarta")


@pytest.mark.parametrize("keadaan", ["mati", "tiada"])
def test_akun_yang_tidak_dapat_masuk_tidak_dibawa(pemeran, keadaan):
    akun = pemeran["perencana"]
    akun.is_active = False
    akun.save()
    assert AkunBackend().get_user(akun.pk if keadaan == "mati" else 0) is None


def test_tugas_dibaca_sekali_dalam_satu_permintaan(pemeran, django_assert_num_queries):
    akun = AkunBackend().get_user(pemeran["perencana"].pk)
    with django_assert_num_queries(1):
        tugas = akun.tugas()
        assert [satu.peran for satu in tugas] == [Peran.PERENCANA]
        assert akun.tugas() == tugas
        assert Wilayah.milik(akun) is Wilayah.milik(akun)
        assert Wilayah.milik(akun).memuat(pemeran.unit)


def test_di_luar_permintaan_selalu_ditanyakan(pemeran):
    """A service that holds a person for long, a job or a command, sees what was changed."""
    akun = pemeran["perencana"]
    assert [satu.peran for satu in akun.tugas()] == [Peran.PERENCANA]
    assert Wilayah.milik(akun).memuat(pemeran.unit)
    akun.penugasan.all().delete()
    assert akun.tugas() == ()
    assert not Wilayah.milik(akun).memuat(pemeran.unit)


def test_permintaan_berikutnya_membaca_lagi(pemeran, client):
    client.force_login(pemeran["admin"])
    alamat = f"/pemda/{pemeran.unit.pemda.kode}/akun/"
    assert client.get(alamat).status_code == 200
    pemeran["admin"].penugasan.all().delete()
    assert client.get(alamat).status_code in {403, 404}


def test_tempat_tugas(pemeran):
    unit, lain = pemeran.unit, pemeran.unit_lain
    bidang = buat_unit(unit.pemda, "bidang-uji", "Bidang Uji")
    Unit.objects.filter(pk=bidang.pk).update(induk=unit, perangkat_daerah=unit)
    bidang.refresh_from_db()
    (tugas,) = buat_orang("di-bidang", Peran.OPERATOR, bidang).tugas()
    assert (tugas.pemda, tugas.unit, tugas.akar) == (None, bidang.pk, unit.pk)
    assert [tugas.di(satu) for satu in (unit, bidang, lain)] == [True, True, False]
    assert [tugas.menyangkut(satu) for satu in (unit, bidang, lain)] == [True, True, False]
    (tugas,) = pemeran["inspektorat"].tugas()
    assert (tugas.pemda, tugas.unit, tugas.akar) == (unit.pemda_id, None, None)
    assert not tugas.di(unit)
    milik_siapa = [tugas.menyangkut(satu) for satu in (unit, lain, pemeran.unit_luar)]
    assert milik_siapa == [True, True, False]
