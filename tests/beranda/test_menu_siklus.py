"""The cycle stays in the menu on pages that are of no unit: jobs, and pages that refuse."""

import pytest
from django.urls import reverse

from tests.perencanaan.pabrik import buat_versi

RENSTRA = reverse("perencanaan:renstra", args=["pasuruan-bakesbangpol", 2023])


@pytest.mark.parametrize(
    ("alamat", "status"),
    [
        ("/pekerjaan/", 200),
        ("/akun/", 200),
        ("/unit/pasuruan-bakesbangpol/2023/riwayat/perencanaan.renstraversi/0/", 404),
        ("/unit/tidak-ada/2023/", 404),
        ("/alamat/yang/tidak/ada/", 404),
        ("/pemda/kota-pasuruan/akun/", 403),
    ],
)
def test_menu_siklus_tetap_ada(alamat, status, pemeran, client):
    client.force_login(pemeran["operator"])
    jawaban = client.get(alamat)
    assert jawaban.status_code == status
    assert f'href="{RENSTRA}"' in jawaban.text


def test_pembaca_banyak_unit_menurut_alamatnya(pemeran, client):
    buat_versi(pemeran.unit_lain)
    client.force_login(pemeran["inspektorat"])
    assert f'href="{RENSTRA}"' not in client.get("/pekerjaan/").text
    lain = f"/unit/{pemeran.unit_lain.kode}/2024/riwayat/perencanaan.renstraversi/0/"
    jawaban = client.get(lain)
    assert jawaban.status_code == 404
    tujuan = reverse("perencanaan:renstra", args=[pemeran.unit_lain.kode, 2024])
    assert f'href="{tujuan}"' in jawaban.text


@pytest.mark.parametrize("siapa", ["admin", "tanpa_tugas", "inspektorat_luar"])
def test_orang_luar_tidak_melihat_unit_itu(siapa, pemeran, client):
    client.force_login(pemeran[siapa])
    for alamat in ("/pekerjaan/", RENSTRA):
        assert "pasuruan-bakesbangpol" not in client.get(alamat).text.partition("<main")[0]


def test_yang_ditolak_tidak_membaca_unitnya_dua_kali(pemeran, client, django_assert_num_queries):
    """The page that refuses has asked for the units and years that its menu shows."""
    client.force_login(pemeran["operator"])
    # session, account, roles, what units came from, units, their years, the year last measured
    with django_assert_num_queries(7):
        assert client.get("/unit/tidak-ada/2023/").status_code == 404
