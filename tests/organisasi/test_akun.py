import pytest

from sakip.organisasi.akun import AkunBackend


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
