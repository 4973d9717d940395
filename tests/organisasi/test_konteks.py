"""The menu offers what a person manages, and nothing else."""

import pytest

from sakip.organisasi.models import Penugasan
from sakip.organisasi.peran import Peran
from tests.pemeran import AWAL, buat_orang

ADMIN = {
    "Unit": "/pemda/kota-pasuruan/unit/",
    "Pejabat": "/pemda/kota-pasuruan/pejabat/",
    "Akun dan peran": "/pemda/kota-pasuruan/akun/",
    "Identitas pemda": "/pemda/kota-pasuruan/",
}
EVALUASI = {
    "Meja evaluasi": "/pemda/kota-pasuruan/meja-evaluasi/",
    "Setelan evaluasi": "/pemda/kota-pasuruan/evaluasi/",
    "Instrumen evaluasi": "/pemda/kota-pasuruan/instrumen/",
}
BAGIAN = {
    "Jendela pengisian": "/pemda/kota-pasuruan/jendela/",
    "Aturan kesiapan": "/pemda/kota-pasuruan/aturan-kesiapan/",
    **EVALUASI,
}


def menu(client, alamat: str = "/akun/") -> dict[str, str]:
    return {butir.nama: butir.alamat for butir in client.get(alamat).context["menu_kelola"]}


@pytest.mark.parametrize(
    ("siapa", "isi"),
    [
        ("admin", ADMIN),
        ("bagian_organisasi", BAGIAN),
        ("inspektorat", EVALUASI),
        *[(nama, {}) for nama in ("operator", "perencana", "pimpinan", "pembaca")],
        ("tanpa_tugas", {}),
    ],
)
def test_menu_menurut_peran(siapa, isi, pemeran, client):
    client.force_login(pemeran[siapa])
    assert menu(client) == isi
    assert ("menu-kelola" in client.get("/akun/").text) == bool(isi)


def test_dua_peran_dua_bagian(pemeran, client):
    orang = buat_orang("rangkap", Peran.ADMIN, pemeran.unit)
    Penugasan.objects.create(
        pengguna=orang, peran=Peran.BAGIAN_ORGANISASI, pemda=pemeran.unit.pemda, dari=AWAL
    )
    client.force_login(orang)
    assert menu(client) == ADMIN | BAGIAN


def test_peran_yang_berakhir_tidak_lagi_ditawarkan(pemeran, client):
    pemeran["admin"].penugasan.update(sampai=AWAL)
    client.force_login(pemeran["admin"])
    assert menu(client) == {}


def test_tamu_tanpa_menu(client, db):
    assert list(client.get("/masuk/").context["menu_kelola"]) == []


@pytest.mark.parametrize(
    ("alamat", "kini"),
    [
        ("/pemda/kota-pasuruan/", "Identitas pemda"),
        ("/pemda/kota-pasuruan/unit/", "Unit"),
        ("/pemda/kota-pasuruan/unit/baru/", "Unit"),
        ("/pemda/kota-pasuruan/akun/", "Akun dan peran"),
        ("/akun/", None),
    ],
)
def test_halaman_kini_ditandai(alamat, kini, pemeran, client):
    client.force_login(pemeran["admin"])
    jawaban = client.get(alamat)
    assert [b.nama for b in jawaban.context["menu_kelola"] if b.kini] == ([kini] if kini else [])
    assert jawaban.text.count('aria-current="page"') == (kini is not None)


def test_setiap_butir_dapat_dibuka(pemeran, client):
    for siapa in ("admin", "bagian_organisasi", "inspektorat"):
        client.force_login(pemeran[siapa])
        for alamat in menu(client).values():
            assert client.get(alamat, follow=True).status_code == 200
