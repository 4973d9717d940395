"""Pages that write: once, at the version they were opened, and with everything said."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.jejak.halaman import Halaman, proses
from sakip.jejak.models import CatatanJejak, Kiriman
from sakip.jejak.queries import riwayat
from sakip.lib import waktu
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.forms.unit import FormUnit
from sakip.organisasi.models import Jendela, Penempatan, Pengguna, Unit
from sakip.organisasi.peran import Peran
from tests.lib.bersamaan import bersamaan
from tests.pemeran import Pemeran, buat_orang, buat_unit
from tests.web.borang import isi_halaman, kirim, tambah

PEMDA = "kota-pasuruan"
DINAS = {"nama": "Dinas", "singkatan": "D", "kode": "dinas", "berlaku_dari": "1/1/2024"}
TERKIRIM_LAIN = (
    "Formulir ini sudah terkirim dengan isi yang lain. Periksa dahulu apa yang tersimpan; bila "
    "yang ini juga perlu, buka formulir baru."
)
SUDAH_ADA = (
    "Orang lain baru saja menyimpan data yang sama. Periksa dahulu apa yang sudah ada, lalu kirim "
    "lagi bila masih perlu."
)


def alamat(nama: str, *sisa: object) -> str:
    return reverse(f"organisasi:{nama}", args=[PEMDA, *sisa])


def peramban(pengguna: Pengguna) -> Client:
    client = Client()
    client.force_login(pengguna)
    return client


@pytest.fixture
def admin(pemeran) -> Client:
    return peramban(pemeran["admin"])


@pytest.fixture
def admin_lain(pemeran) -> Client:
    return peramban(buat_orang("rekan", Peran.ADMIN, pemeran.unit))


@pytest.fixture
def ubah_unit(pemeran) -> str:
    return alamat("unit-ubah", pemeran.unit.kode)


def kesalahan(jawaban) -> list[str]:
    """What the page says above the form."""
    semua = jawaban.context["form"].non_field_errors()
    assert all(escape(satu) in jawaban.text for satu in semua)
    return list(semua)


def jejak(objek) -> list[str]:
    """The acts on an object past the loading of the example, oldest first."""
    semua = riwayat(objek).exclude(aksi=Aksi.CONTOH_DIMUAT)
    return [satu.aksi for satu in reversed(semua)]


# --- creating


def test_formulir_yang_dikirim_dua_kali_membuat_satu(admin):
    isi = tambah(isi_halaman(admin.get(alamat("unit-baru"))), DINAS)
    jawaban = [admin.post(alamat("unit-baru"), isi) for _ in range(2)]
    assert [(j.status_code, j["Location"]) for j in jawaban] == [(302, alamat("unit"))] * 2
    assert jejak(Unit.objects.get(kode="dinas")) == [Aksi.UNIT_DIBUAT]


@pytest.mark.django_db(transaction=True)
def test_formulir_yang_dikirim_dua_kali_bersamaan_membuat_satu(pemeran):
    """Two browsers of one person, so that each thread has cookies of its own."""
    client = [peramban(pemeran["admin"]) for _ in range(2)]
    isi = tambah(isi_halaman(client[0].get(alamat("unit-baru"))), DINAS)
    hasil = bersamaan(
        lambda: client[0].post(alamat("unit-baru"), isi),
        lambda: client[1].post(alamat("unit-baru"), isi),
    )
    assert [(j.status_code, j["Location"]) for j in hasil] == [(302, alamat("unit"))] * 2
    assert jejak(Unit.objects.get(kode="dinas")) == [Aksi.UNIT_DIBUAT]


def test_pesan_hanya_dari_yang_melaksanakan(admin):
    isi = tambah(isi_halaman(admin.get(alamat("unit-baru"))), DINAS)
    for pesan in ("Unit dibuat.", None):
        lanjut = admin.post(alamat("unit-baru"), isi, follow=True)
        assert [str(p) for p in lanjut.context["messages"]] == ([pesan] if pesan else [])


def test_tanda_keamanan_yang_lain_tetap_kiriman_yang_sama(admin):
    """A page that was loaded again from the browser's history sends another CSRF token."""
    isi = tambah(isi_halaman(admin.get(alamat("unit-baru"))), DINAS)
    for token in ("a" * 64, "b" * 64):
        jawaban = admin.post(alamat("unit-baru"), isi | {"csrfmiddlewaretoken": token})
        assert jawaban.status_code == 302
    assert Unit.objects.filter(kode="dinas").count() == 1


def test_formulir_terpakai_dengan_isi_lain_ditolak_dan_isinya_tetap(admin):
    isi = tambah(isi_halaman(admin.get(alamat("unit-baru"))), DINAS)
    admin.post(alamat("unit-baru"), isi)
    sebelum = (Unit.objects.count(), CatatanJejak.objects.count())
    lain = isi | {"kode": "dinas-dua", "nama": "Dinas Dua"}
    jawaban = admin.post(alamat("unit-baru"), lain)
    assert (jawaban.status_code, kesalahan(jawaban)) == (200, [TERKIRIM_LAIN])
    assert isi_halaman(jawaban) == lain | {
        "csrfmiddlewaretoken": isi_halaman(jawaban)["csrfmiddlewaretoken"]
    }
    assert (Unit.objects.count(), CatatanJejak.objects.count()) == sebelum


def test_formulir_yang_gagal_dapat_dikirim_lagi_setelah_diperbaiki(admin, pemeran):
    """The first time the service refuses it: the same key then creates."""
    bawahan = alamat("unit-perubahan", pemeran.unit_lain.kode)
    isi = {"baru": pemeran.unit.pk, "jenis": "ganti_nama", "tanggal": "1/1/2019"}
    gagal = kirim(admin, bawahan, **isi)
    assert gagal.context["form"].errors.keys() == {"tanggal"}
    assert Kiriman.objects.count() == 0
    perbaikan = tambah(isi_halaman(gagal), {"tanggal": "1/1/2024"})
    assert admin.post(bawahan, perbaikan).status_code == 302
    assert Kiriman.objects.get().kunci == gagal.context["form"].cleaned_data["kunci_kiriman"]
    assert jejak(pemeran.unit_lain) == [Aksi.UNIT_DIUBAH]


def test_isian_yang_belum_lengkap_tidak_menulis(admin):
    sebelum = (Kiriman.objects.count(), CatatanJejak.objects.count())
    jawaban = kirim(admin, alamat("unit-baru"), nama="Dinas")
    assert jawaban.status_code == 200
    assert jawaban.context["form"].errors.keys() == {"singkatan", "kode", "berlaku_dari"}
    assert (Kiriman.objects.count(), CatatanJejak.objects.count()) == sebelum


@pytest.mark.parametrize("galat", [None, KeadaanSalah, CatatanKurang, DidahuluiOrangLain])
def test_yang_ditolak_saat_menulis_dijelaskan(galat, pemeran, rf):
    """What no form can know: somebody wrote the same a moment earlier, or the state forbids it."""

    def simpan(form: FormUnit) -> None:
        buat_unit(pemeran.unit.pemda, form.instance.kode, "Dinas")
        if galat is not None:
            raise galat("Sudah diajukan.")
        buat_unit(pemeran.unit.pemda, form.instance.kode, "Dinas")

    permintaan = rf.post("/", DINAS | {"urutan": "0"})
    permintaan.user = pemeran["admin"]
    sebelum = (Unit.objects.count(), CatatanJejak.objects.count())
    jawaban = proses(
        permintaan,
        buat_form=lambda **isi: FormUnit(instance=Unit(pemda=pemeran.unit.pemda), **isi),
        simpan=simpan,
        halaman=Halaman(judul="Unit baru", tombol="Buat", kembali="/", pesan="Unit dibuat."),
    )
    assert jawaban.status_code == 200
    assert f"<li>{SUDAH_ADA if galat is None else 'Sudah diajukan.'}</li>" in jawaban.text
    assert isi_halaman(jawaban)["nama"] == "Dinas"
    assert (Unit.objects.count(), CatatanJejak.objects.count()) == sebelum
    assert not Kiriman.objects.exists()


def test_dua_orang_dengan_kunci_yang_sama(admin, admin_lain):
    isi = tambah(isi_halaman(admin.get(alamat("unit-baru"))), DINAS)
    assert admin.post(alamat("unit-baru"), isi).status_code == 302
    jawaban = admin_lain.post(alamat("unit-baru"), isi | {"kode": "dinas-dua"})
    assert jawaban.status_code == 302
    assert Unit.objects.filter(nama="Dinas").count() == 2


# --- a window that is created and edited at one address


JENDELA = [2024, "pengisian", 3]


@pytest.fixture
def organisasi(pemeran) -> Client:
    return peramban(pemeran["bagian_organisasi"])


def test_jendela_baru_yang_dikirim_dua_kali(organisasi):
    """When the second one arrives the window exists, and it still is the form of a new one."""
    isi = isi_halaman(organisasi.get(alamat("jendela-atur", *JENDELA)))
    jawaban = [organisasi.post(alamat("jendela-atur", *JENDELA), isi) for _ in range(2)]
    assert [j.status_code for j in jawaban] == [302, 302]
    assert jejak(Jendela.objects.get(bulan=3)) == [Aksi.JENDELA_DIATUR]


def test_jendela_yang_diatur_dua_orang_dibandingkan(organisasi, pemeran):
    rekan = peramban(buat_orang("rekan", Peran.BAGIAN_ORGANISASI, pemeran.unit))
    halaman = alamat("jendela-atur", *JENDELA)
    isi = [isi_halaman(client.get(halaman)) for client in (organisasi, rekan)]
    assert rekan.post(halaman, isi[1] | {"kunci": "25/4/2024 23.59"}).status_code == 302
    jawaban = organisasi.post(halaman, isi[0] | {"kunci": "30/4/2024 12.00"})
    assert jawaban.status_code == 409
    assert "rekan menyimpan perubahan pada" in jawaban.text
    assert isi_halaman(jawaban)["kunci"] == "30/4/2024 12.00"
    assert organisasi.post(halaman, isi_halaman(jawaban)).status_code == 302
    tersimpan = Jendela.objects.get(bulan=3)
    assert tersimpan.kunci == datetime(2024, 4, 30, 5, 0, tzinfo=UTC)
    assert jejak(tersimpan) == [Aksi.JENDELA_DIATUR] * 2


# --- editing


def test_simpanan_kedua_dibandingkan_lalu_digabung(admin, admin_lain, ubah_unit, pemeran, jam):
    """Two people opened one unit; nothing that either typed is lost."""
    unit = pemeran.unit
    isi = [isi_halaman(client.get(ubah_unit)) for client in (admin_lain, admin)]
    jam(datetime(2024, 7, 10, 16, 59, tzinfo=UTC))
    pertama = tambah(isi[0], {"nama": "Badan <A>", "singkatan": "BA"})
    assert admin_lain.post(ubah_unit, pertama).status_code == 302
    jam(datetime(2024, 7, 10, 18, 0, tzinfo=UTC))
    kedua = tambah(isi[1], {"nama": "Badan B", "tugas": "satu\r\ndua"})
    jawaban = admin.post(ubah_unit, kedua)

    assert jawaban.status_code == 409
    assert "rekan menyimpan perubahan pada 10 Juli 2024 pukul 23.59 WIB." in jawaban.text
    assert {
        (b.label, b.dibuka, b.tersimpan, b.isian, b.bentrok) for b in yang_berbeda(jawaban)
    } == {
        ("Nama unit", unit.nama, "Badan <A>", "Badan B", True),
        ("Singkatan", unit.singkatan, "BA", unit.singkatan, False),
        ("Tugas", unit.tugas, unit.tugas, "satu\ndua", False),
    }
    assert Unit.objects.get(pk=unit.pk).nama == "Badan <A>"

    gabungan = isi_halaman(jawaban)
    assert (gabungan["nama"], gabungan["singkatan"], gabungan["tugas"]) == (
        "Badan B", "BA", "satu\r\ndua",
    )  # fmt: skip
    assert admin.post(ubah_unit, gabungan).status_code == 302
    unit.refresh_from_db()
    assert (unit.nama, unit.singkatan, unit.tugas, unit.versi) == (
        "Badan B", "BA", "satu\ndua", 3,
    )  # fmt: skip
    assert [(b.pelaku, sorted(b.sesudah)) for b in reversed(riwayat(unit)[:2])] == [
        ("rekan", ["nama", "singkatan"]), ("admin", ["nama", "tugas"]),
    ]  # fmt: skip
    assert jejak(unit) == [Aksi.UNIT_DIUBAH] * 2


def yang_berbeda(jawaban) -> list:
    """The rows of the comparison; each of their texts stands on the page, escaped."""
    semua = jawaban.context["bandingan"]
    for satu in semua:
        assert all(
            escape(teks) in jawaban.text
            for teks in (satu.label, satu.dibuka, satu.tersimpan, satu.isian)
        )
    assert jawaban.text.count("diubah oleh Anda dan orang lain") == sum(b.bentrok for b in semua)
    return semua


@pytest.fixture
def jam(monkeypatch):
    def setel(saat: datetime) -> None:
        monkeypatch.setattr(waktu, "sekarang", lambda: saat)

    return setel


def test_terlambat_dua_kali_tidak_menghilangkan_ketikan(admin, admin_lain, ubah_unit, pemeran):
    halaman = kirim_terlambat(admin, admin_lain, ubah_unit, nama="Badan B")
    kirim(admin_lain, ubah_unit, nama="Badan C")
    jawaban = admin.post(ubah_unit, isi_halaman(halaman))
    assert jawaban.status_code == 409
    assert isi_halaman(jawaban)["nama"] == "Badan B"
    assert admin.post(ubah_unit, isi_halaman(jawaban)).status_code == 302
    pemeran.unit.refresh_from_db()
    assert (pemeran.unit.nama, pemeran.unit.versi) == ("Badan B", 4)


def kirim_terlambat(admin: Client, admin_lain: Client, halaman: str, **saya: str):
    """The page of the comparison: somebody else has saved in the meantime."""
    isi = isi_halaman(admin.get(halaman))
    assert kirim(admin_lain, halaman, nama="Badan A").status_code == 302
    jawaban = admin.post(halaman, tambah(isi, saya))
    assert jawaban.status_code == 409
    return jawaban


def test_isian_bandingan_yang_salah_tetap_di_formulirnya(admin, admin_lain, ubah_unit):
    gabungan = isi_halaman(kirim_terlambat(admin, admin_lain, ubah_unit, singkatan="BB"))
    salah = admin.post(ubah_unit, gabungan | {"berlaku_dari": "31 Februari 2024"})
    assert salah.context["form"].errors.keys() == {"berlaku_dari"}
    benar = isi_halaman(salah)
    assert (benar["nama"], benar["singkatan"]) == ("Badan A", "BB")
    assert admin.post(ubah_unit, benar | {"berlaku_dari": "1/1/2017"}).status_code == 302


def test_segel_yang_dirusak_tidak_menghalangi_bandingan(admin, admin_lain, ubah_unit, pemeran):
    isi = tambah(isi_halaman(admin.get(ubah_unit)), {"nama": "Badan B", "isi_dibuka": "palsu"})
    kirim(admin_lain, ubah_unit, nama="Badan A")
    jawaban = admin.post(ubah_unit, isi)
    assert jawaban.status_code == 409
    (baris,) = yang_berbeda(jawaban)
    assert (baris.dibuka, baris.tersimpan, baris.isian) == ("Badan A", "Badan A", "Badan B")
    assert isi_halaman(jawaban)["nama"] == "Badan B"


@pytest.mark.parametrize("versi", ["0", "-1", "99", str(10**30)])
def test_versi_karangan_dibandingkan_dan_tidak_menulis(versi, admin, ubah_unit, pemeran):
    sebelum = CatatanJejak.objects.count()
    jawaban = kirim(admin, ubah_unit, nama="Badan B", versi_dibuka=versi)
    assert (jawaban.status_code, isi_halaman(jawaban)["versi_dibuka"]) == (409, "1")
    assert (Unit.objects.get(pk=pemeran.unit.pk).versi, CatatanJejak.objects.count()) == (
        1,
        sebelum,
    )


def test_simpanan_tanpa_perbedaan_dijelaskan(admin, admin_lain, ubah_unit):
    isi = isi_halaman(admin.get(ubah_unit))
    kirim(admin_lain, ubah_unit)
    jawaban = admin.post(ubah_unit, isi)
    assert jawaban.status_code == 409
    assert "Isinya sama; hanya penyimpanannya yang mendahului Anda." in jawaban.text
    assert "rekan menyimpan perubahan" in jawaban.text


def test_yang_disebut_menyimpan_bukan_yang_sekadar_masuk(admin, admin_lain, pemeran):
    """Signing in, a link, a lifted lock stand in the trail of an account and change none of it."""
    akun = pemeran["operator"]
    halaman = alamat("akun-ubah", akun.pk)
    isi = isi_halaman(admin.get(halaman))
    kirim(admin_lain, halaman, nama="Operator Baru")
    for aksi in (Aksi.MASUK, Aksi.KELUAR, Aksi.KUNCI_DIBUKA, Aksi.TAUTAN_DIBUAT):
        catat(aksi, akun, oleh=akun)
    jawaban = admin.post(halaman, tambah(isi, {"nama": "Operator Lain"}))
    assert jawaban.status_code == 409
    assert "rekan menyimpan perubahan pada" in jawaban.text


def test_formulir_yang_sama_dikirim_ulang_setelah_tersimpan_dibandingkan(admin, ubah_unit):
    """The back button after a save: the old form is not saved over the new state unseen."""
    isi = tambah(isi_halaman(admin.get(ubah_unit)), {"nama": "Badan A"})
    assert admin.post(ubah_unit, isi).status_code == 302
    assert admin.post(ubah_unit, isi).status_code == 409


# --- refusals


def test_hak_yang_kurang_adalah_halaman_dengan_sebabnya(pemeran):
    """Also where the service finds it: nobody switches off his own account."""
    admin: Client = peramban(pemeran["admin"])
    halaman = alamat("akun-ubah", pemeran["admin"].pk)
    sebelum = (CatatanJejak.objects.count(), Pengguna.objects.filter(is_active=False).count())
    jawaban = kirim(admin, halaman, is_active=None)
    assert jawaban.status_code == 403
    assert "Peran dan keadaan akun Anda sendiri diubah oleh admin lain." in jawaban.text
    assert (
        CatatanJejak.objects.count(), Pengguna.objects.filter(is_active=False).count(),
    ) == sebelum  # fmt: skip


def test_galat_layanan_ditampilkan_pada_kolomnya(admin, pemeran):
    bawahan = Unit.objects.get(kode="pasuruan-bakesbangpol-politik")
    jawaban = kirim(admin, alamat("unit-ubah", bawahan.kode), induk=pemeran.unit_lain.pk)
    assert jawaban.status_code == 200
    assert jawaban.context["form"].errors.keys() == {"induk"}
    assert jawaban.text.count("Unit tidak dapat pindah ke perangkat daerah lain") == 2
    assert "Belum tersimpan:" in jawaban.text


def test_halaman_hanya_dibaca_tidak_menulis(admin, ubah_unit, pemeran: Pemeran):
    sebelum = (CatatanJejak.objects.count(), Kiriman.objects.count(), Penempatan.objects.count())
    for halaman in (alamat("unit-baru"), ubah_unit, alamat("pemda")):
        assert admin.get(halaman).status_code == admin.head(halaman).status_code == 200
    assert (
        CatatanJejak.objects.count(), Kiriman.objects.count(), Penempatan.objects.count(),
    ) == sebelum  # fmt: skip
