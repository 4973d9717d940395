"""Accounts and roles: each act with its line in the trail, each refusal without a trace."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from sakip.jejak.aksi import Aksi
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Pengguna, Penugasan
from sakip.organisasi.peran import Peran
from sakip.organisasi.services.akun import akhiri_sesi, buka_kunci, simpan_akun, simpan_penugasan
from sakip.organisasi.services.tautan import buat_tautan
from sakip.web.versi import SudahBerubah
from tests.organisasi.alat import JejakBaru, tak_berubah
from tests.pemeran import AWAL, Pemeran, buat_orang

SEHARI = timedelta(days=1)


@pytest.fixture
def akun(pemeran) -> Pengguna:
    return pemeran["operator"]


def tugas_baru(pemeran: Pemeran, **beda) -> Penugasan:
    """A second role for the person without any; still unsaved."""
    isi = {
        "pengguna": pemeran["tanpa_tugas"],
        "peran": Peran.OPERATOR,
        "unit": pemeran.unit,
        "dari": AWAL,
    }
    return Penugasan(**(isi | beda))


def test_akun_baru_tanpa_kata_sandi(pemeran):
    jejak = JejakBaru()
    akun = Pengguna(pemda=pemeran.unit.pemda, nama_pengguna="budi-utomo", nama="Budi Utomo")
    akun.set_password("dititipkan-orang-lain")
    simpan_akun(akun, oleh=pemeran["admin"])
    tersimpan = Pengguna.objects.get(nama_pengguna="budi-utomo")
    assert (tersimpan.has_usable_password(), tersimpan.is_active) == (False, True)
    baris = jejak.satu()
    assert (baris.aksi, baris.pengguna, baris.sebelum) == (
        Aksi.AKUN_DIBUAT, pemeran["admin"], {},
    )  # fmt: skip
    assert (baris.sesudah["nama"], "password" in baris.sesudah) == ("Budi Utomo", False)


@pytest.mark.parametrize("nama", ["Budi", "budi_utomo", "budi utomo", "-budi", "budi-", "büdi", ""])
def test_nama_pengguna_hanya_satu_ejaan(nama, pemeran):
    """Two accounts that differ in capitals alone would share one count of wrong passwords."""
    akun = Pengguna(pemda=pemeran.unit.pemda, nama_pengguna=nama, nama="Budi")
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        simpan_akun(akun, oleh=pemeran["admin"])
    assert salah.value.message_dict == {
        "nama_pengguna": [
            "Tulis hanya dengan huruf kecil, angka, dan tanda hubung di antaranya; contoh: "
            "budi-utomo2."
        ]
    }


def test_akun_diubah(pemeran, akun):
    jejak = JejakBaru()
    akun.nama = "Operator Baru"
    simpan_akun(akun, oleh=pemeran["admin"], versi=akun.versi)
    baris = jejak.satu()
    assert (baris.aksi, baris.objek_id, baris.pelaku) == (Aksi.AKUN_DIUBAH, str(akun.pk), "admin")
    assert (baris.sebelum, baris.sesudah) == ({"nama": "operator"}, {"nama": "Operator Baru"})
    assert Pengguna.objects.get(pk=akun.pk).versi == 2


def test_mematikan_akun_mengakhiri_sesinya(pemeran, akun):
    jejak = JejakBaru()
    akun.is_active = False
    simpan_akun(akun, oleh=pemeran["admin"], versi=akun.versi)
    tersimpan = Pengguna.objects.get(pk=akun.pk)
    assert (tersimpan.is_active, tersimpan.sesi_ke) == (False, 2)
    assert (jejak.satu().sebelum, jejak.satu().sesudah) == (
        {"is_active": True}, {"is_active": False},
    )  # fmt: skip


def test_menyimpan_akun_tidak_membatalkan_yang_terjadi_sejak_dibuka(pemeran, akun):
    """The password that was set meanwhile, the sessions that were ended, the last sign-in."""
    lama = Pengguna.objects.get(pk=akun.pk)
    baru = {"password": "sidik-baru", "sesi_ke": 5, "last_login": "2024-01-02T03:04:05Z"}
    Pengguna.objects.filter(pk=akun.pk).update(**baru)
    sebelum = Pengguna.objects.values(*baru).get(pk=akun.pk)
    lama.nama = "Operator Baru"
    simpan_akun(lama, oleh=pemeran["admin"], versi=lama.versi)
    assert Pengguna.objects.values(*baru).get(pk=akun.pk) == sebelum


def test_akun_yang_disimpan_orang_lain_tidak_tertimpa(pemeran, akun):
    lama = Pengguna.objects.get(pk=akun.pk)
    akun.nama = "Pertama"
    simpan_akun(akun, oleh=pemeran["admin"], versi=1)
    lama.is_active = False
    with tak_berubah(), pytest.raises(SudahBerubah):
        simpan_akun(lama, oleh=pemeran["admin"], versi=1)


def test_nama_sendiri_boleh_diperbaiki(pemeran):
    admin = pemeran["admin"]
    admin.nama = "Nama Benar"
    simpan_akun(admin, oleh=admin, versi=admin.versi)
    assert Pengguna.objects.get(pk=admin.pk).nama == "Nama Benar"


def test_tidak_seorang_pun_mematikan_akunnya_sendiri(pemeran):
    admin = pemeran["admin"]
    admin.is_active = False
    with tak_berubah(), pytest.raises(HakKurang):
        simpan_akun(admin, oleh=Pengguna.objects.get(pk=admin.pk), versi=admin.versi)


def test_admin_lain_boleh_mematikan_akun_admin(pemeran):
    lain = buat_orang("admin-lain", Peran.ADMIN, pemeran.unit)
    admin = pemeran["admin"]
    admin.is_active = False
    simpan_akun(admin, oleh=lain, versi=admin.versi)
    assert not Pengguna.objects.get(pk=admin.pk).is_active


PERBUATAN = {
    "akun baru": lambda p, oleh: simpan_akun(
        Pengguna(pemda=p.unit.pemda, nama_pengguna="baru", nama="Baru"), oleh=oleh
    ),
    "akun diubah": lambda p, oleh: simpan_akun(p["pembaca"], oleh=oleh, versi=1),
    "peran": lambda p, oleh: simpan_penugasan(tugas_baru(p), oleh=oleh),
    "sesi orang": lambda p, oleh: akhiri_sesi(p["pembaca"], oleh=oleh),
    "kunci": lambda p, oleh: buka_kunci(p["pembaca"], oleh=oleh),
    "tautan": lambda p, oleh: buat_tautan(p["pembaca"], oleh=oleh),
}


@pytest.mark.parametrize("perbuatan", PERBUATAN)
def test_hanya_admin_pemda_itu(perbuatan, pemeran):
    """Also where a page is passed by; an admin of another pemda is nobody here."""
    admin_luar = buat_orang("admin-luar", Peran.ADMIN, pemeran.unit_luar)
    bukan = [orang for nama, orang in pemeran.orang.items() if nama not in {"admin", "pembaca"}]
    for oleh in (*bukan, admin_luar):
        with tak_berubah(), pytest.raises(HakKurang, match="Hanya admin Kota Pasuruan"):
            PERBUATAN[perbuatan](pemeran, oleh)
    jejak = JejakBaru()
    PERBUATAN[perbuatan](pemeran, pemeran["admin"])
    assert [baris.pengguna for baris in jejak.baris()] == [pemeran["admin"]]


def test_admin_yang_perannya_berakhir_tidak_lagi_berhak(pemeran):
    admin = pemeran["admin"]
    admin.penugasan.update(sampai=date(2021, 1, 1))
    with tak_berubah(), pytest.raises(HakKurang):
        simpan_penugasan(tugas_baru(pemeran), oleh=admin)


def test_peran_diberikan(pemeran):
    jejak, tugas = JejakBaru(), tugas_baru(pemeran)
    simpan_penugasan(tugas, oleh=pemeran["admin"])
    baris = jejak.satu()
    assert (baris.aksi, baris.unit, baris.objek_id) == (
        Aksi.PENUGASAN_DIBUAT, pemeran.unit, str(tugas.pk),
    )  # fmt: skip
    assert (baris.sesudah["peran"], baris.sesudah["dari"]) == ("operator", "2020-01-01")
    assert Pengguna.objects.get(pk=tugas.pengguna.pk).sesi_ke == 2


def test_peran_diubah(pemeran):
    jejak, tugas = JejakBaru(), Penugasan.objects.get(pengguna=pemeran["operator"])
    tugas.sampai = date(2024, 6, 30)
    simpan_penugasan(tugas, oleh=pemeran["admin"], versi=tugas.versi)
    baris = jejak.satu()
    assert baris.aksi == Aksi.PENUGASAN_DIUBAH
    assert (baris.sebelum, baris.sesudah) == ({"sampai": None}, {"sampai": "2024-06-30"})
    assert Pengguna.objects.get(pk=tugas.pengguna_id).sesi_ke == 2


def test_peran_yang_disimpan_orang_lain_tidak_tertimpa(pemeran):
    tugas = Penugasan.objects.get(pengguna=pemeran["operator"])
    with tak_berubah(), pytest.raises(SudahBerubah):
        simpan_penugasan(tugas, oleh=pemeran["admin"], versi=tugas.versi + 1)


@pytest.mark.parametrize("peran", [Peran.ADMIN, Peran.BAGIAN_ORGANISASI, Peran.PEMBACA])
def test_tidak_seorang_pun_memberi_peran_kepada_dirinya(peran, pemeran):
    tugas = tugas_baru(
        pemeran, pengguna=pemeran["admin"], peran=peran, unit=None, pemda=pemeran.unit.pemda
    )
    with tak_berubah(), pytest.raises(HakKurang, match="diubah oleh admin lain"):
        simpan_penugasan(tugas, oleh=pemeran["admin"])


def test_tidak_seorang_pun_mengubah_perannya_sendiri(pemeran):
    tugas = Penugasan.objects.get(pengguna=pemeran["admin"])
    tugas.sampai = None
    with tak_berubah(), pytest.raises(HakKurang, match="diubah oleh admin lain"):
        simpan_penugasan(tugas, oleh=pemeran["admin"], versi=tugas.versi)


@pytest.mark.parametrize("tempat", ["unit", "pemda"])
def test_peran_di_pemda_lain_ditolak(tempat, pemeran):
    luar = pemeran.unit_luar
    beda = {"unit": luar} if tempat == "unit" else {"unit": None, "pemda": luar.pemda}
    peran = Peran.OPERATOR if tempat == "unit" else Peran.INSPEKTORAT
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        simpan_penugasan(tugas_baru(pemeran, peran=peran, **beda), oleh=pemeran["admin"])
    assert salah.value.message_dict == {
        tempat: ["tanpa-tugas adalah pengguna pemerintah daerah lain."]
    }


LAMA = (date(2023, 1, 10), date(2023, 6, 20))


@pytest.mark.parametrize(
    ("dari", "sampai", "bertumpang"),
    [
        (date(2023, 1, 1), date(2023, 1, 9), False),
        (date(2023, 1, 1), date(2023, 1, 10), True),
        (date(2023, 1, 1), None, True),
        (date(2023, 2, 1), date(2023, 2, 1), True),
        (date(2023, 6, 20), None, True),
        (date(2023, 6, 21), None, False),
        (date(2023, 6, 20), date(2023, 6, 20), True),
    ],
)
def test_peran_yang_sama_tidak_bertumpang(dari, sampai, bertumpang, pemeran):
    lama = tugas_baru(pemeran, dari=LAMA[0], sampai=LAMA[1])
    lama.save()
    baru = tugas_baru(pemeran, dari=dari, sampai=sampai)
    if not bertumpang:
        simpan_penugasan(baru, oleh=pemeran["admin"])
        assert Penugasan.objects.filter(pengguna=baru.pengguna).count() == 2
        return
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        simpan_penugasan(baru, oleh=pemeran["admin"])
    assert salah.value.messages == [
        "Peran ini sudah dipegangnya di tempat yang sama pada masa itu."
    ]


@pytest.mark.parametrize("dari", [AWAL - SEHARI, AWAL, AWAL + 900 * SEHARI])
def test_peran_tanpa_akhir_menutup_semua_sesudahnya(dari, pemeran):
    tugas_baru(pemeran).save()
    with tak_berubah(), pytest.raises(ValidationError):
        simpan_penugasan(tugas_baru(pemeran, dari=dari), oleh=pemeran["admin"])


def test_peran_lain_atau_tempat_lain_boleh_bersamaan(pemeran):
    tugas_baru(pemeran).save()
    for beda in ({"peran": Peran.PERENCANA}, {"unit": pemeran.unit_lain}):
        simpan_penugasan(tugas_baru(pemeran, **beda), oleh=pemeran["admin"])
    assert Penugasan.objects.filter(pengguna=pemeran["tanpa_tugas"]).count() == 3


def test_peran_tidak_bertumpang_dengan_dirinya_sendiri(pemeran):
    tugas = Penugasan.objects.get(pengguna=pemeran["operator"])
    tugas.dari = AWAL + SEHARI
    simpan_penugasan(tugas, oleh=pemeran["admin"], versi=tugas.versi)
    assert Penugasan.objects.get(pk=tugas.pk).dari == AWAL + SEHARI


@pytest.mark.parametrize("siapa", ["admin", "operator"])
def test_akhiri_sesi(siapa, pemeran, akun):
    jejak = JejakBaru()
    akhiri_sesi(akun, oleh=pemeran[siapa])
    assert Pengguna.objects.get(pk=akun.pk).sesi_ke == 2
    assert (jejak.satu().aksi, jejak.satu().pengguna) == (Aksi.SESI_DIAKHIRI, pemeran[siapa])
