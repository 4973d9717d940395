"""The forms of an admin, as a browser fills them in: what is stored, and what is said of mistakes."""

from datetime import date

import pytest
from django.test import Client

from sakip.jejak.aksi import Aksi
from sakip.organisasi.models import (
    Pejabat,
    Pemda,
    Penempatan,
    Pengguna,
    Penugasan,
    PerubahanUnit,
    Unit,
)
from sakip.organisasi.peran import Peran
from tests.organisasi.alat import JejakBaru, isian, kirim, tak_berubah
from tests.pemeran import AWAL, buat_orang, buat_unit

PEMDA = "/pemda/kota-pasuruan/"
POLITIK = "pasuruan-bakesbangpol-politik"
UNIT = {
    "nama": "Dinas Sosial",
    "singkatan": "Dinsos",
    "kode": "pasuruan-dinsos",
    "berlaku_dari": "1 Januari 2024",
}


@pytest.fixture
def admin(pemeran, client) -> Client:
    client.force_login(pemeran["admin"])
    return client


def galat(jawaban) -> dict[str, list[str]]:
    """What a refused form says, which must also stand on the page, each by its box."""
    assert jawaban.status_code == 200
    assert "Belum tersimpan" in jawaban.text
    semua = {nama: list(isi) for nama, isi in jawaban.context["form"].errors.items()}
    for pesan in (satu for isi in semua.values() for satu in isi):
        assert pesan in jawaban.text.replace("&quot;", '"').replace("&#x27;", "'")
    return semua


def test_unit_dibuat(admin, pemeran):
    jawaban = kirim(admin, f"{PEMDA}unit/baru/", **UNIT, fungsi="menyusun\r\nmelaksanakan")
    assert jawaban["Location"] == f"{PEMDA}unit/"
    unit = Unit.objects.get(kode="pasuruan-dinsos")
    assert (unit.pemda, unit.induk, unit.urutan) == (pemeran.unit.pemda, None, 0)
    assert (unit.berlaku_dari, unit.daftar_fungsi()) == (
        date(2024, 1, 1), ["menyusun", "melaksanakan"],
    )  # fmt: skip
    assert "Unit dibuat." in admin.get(jawaban["Location"]).text


@pytest.mark.parametrize(
    ("ubah", "kolom", "pesan"),
    [
        ({"kode": POLITIK}, "kode", "Kode alamat ini sudah dipakai unit lain. Pilih yang lain."),
        ({"kode": "Dinsos"}, "kode", "Tulis hanya dengan huruf kecil"),
        ({"kode": "dinas sosial"}, "kode", "hanya berisi huruf kecil, angka, dan tanda hubung"),
        ({"berlaku_dari": ""}, "berlaku_dari", "Isi Berlaku dari."),
        ({"berlaku_dari": "01/02/24"}, "berlaku_dari", "Maksud Anda"),
        ({"berlaku_sampai": "31/12/2023"}, "__all__", "Unit berakhir sebelum mulai berlaku."),
        ({"urutan": "-1"}, "urutan", "tidak boleh negatif"),
        ({"urutan": "1,5"}, "urutan", "tanpa koma"),
        ({"nama": "x" * 201}, "nama", "200"),
        ({"induk": "999999"}, "induk", "bukan salah satu"),
    ],
)
def test_unit_yang_salah_dijelaskan(ubah, kolom, pesan, admin):
    with tak_berubah():
        semua = galat(kirim(admin, f"{PEMDA}unit/baru/", **(UNIT | ubah)))
    assert list(semua) == [kolom]
    assert pesan in semua[kolom][0]


def test_unit_pemda_lain_bukan_pilihan_induk(admin, pemeran):
    with tak_berubah():
        isi = UNIT | {"induk": pemeran.unit_luar.pk}
        assert list(galat(kirim(admin, f"{PEMDA}unit/baru/", **isi))) == ["induk"]
    assert pemeran.unit_luar.nama not in admin.get(f"{PEMDA}unit/baru/").text


def test_kode_unit_tidak_berubah(admin):
    kirim(admin, f"{PEMDA}unit/{POLITIK}/ubah/", kode="lain", nama="Bidang Politik")
    unit = Unit.objects.get(kode=POLITIK)
    assert unit.nama == "Bidang Politik"


def test_unit_yang_pindah_dijelaskan(admin, pemeran):
    with tak_berubah():
        semua = galat(kirim(admin, f"{PEMDA}unit/{POLITIK}/ubah/", induk=pemeran.unit_lain.pk))
    assert "tidak dapat pindah ke perangkat daerah lain" in semua["induk"][0]


def test_unit_yang_diubah_orang_lain_dibandingkan(admin):
    alamat = f"{PEMDA}unit/{POLITIK}/ubah/"
    data = isian(admin.get(alamat))
    kirim(admin, alamat, singkatan="Poldagri")
    jawaban = admin.post(alamat, data | {"nama": "Bidang Politik"})
    assert jawaban.status_code == 409
    lanjutan = isian(jawaban)
    assert (lanjutan["nama"], lanjutan["singkatan"]) == ("Bidang Politik", "Poldagri")
    assert admin.post(alamat, lanjutan).status_code == 302
    unit = Unit.objects.get(kode=POLITIK)
    assert (unit.nama, unit.singkatan) == ("Bidang Politik", "Poldagri")


def test_perubahan_unit_dicatat_dan_tampil(admin, pemeran):
    baru = buat_unit(pemeran.unit.pemda, "dinas-baru", "Dinas Baru")
    alamat = f"{PEMDA}unit/{pemeran.unit_lain.kode}/"
    isi = {"baru": baru.pk, "jenis": "ganti_nama", "tanggal": "01/07/2024", "dasar_hukum": "Perda"}
    jawaban = kirim(admin, f"{alamat}perubahan/", **isi)
    assert jawaban["Location"] == f"{alamat}ubah/"
    (perubahan,) = PerubahanUnit.objects.all()
    assert (perubahan.lama, perubahan.baru) == (pemeran.unit_lain, baru)
    for kode in (pemeran.unit_lain.kode, "dinas-baru"):
        isi_halaman = admin.get(f"{PEMDA}unit/{kode}/ubah/").text
        assert "01 Juli 2024: Dinas Lain menjadi Dinas Baru (ganti nama)" in isi_halaman
    assert "sampai 30 Juni 2024" in admin.get(f"{PEMDA}unit/").text


@pytest.mark.parametrize("siapa", ["dirinya", "luar"])
def test_unit_pengganti_yang_bukan_pilihan(siapa, admin, pemeran):
    baru = pemeran.unit_lain if siapa == "dirinya" else pemeran.unit_luar
    isi = {"baru": baru.pk, "jenis": "gabung", "tanggal": "01/07/2024"}
    with tak_berubah():
        semua = galat(kirim(admin, f"{PEMDA}unit/{pemeran.unit_lain.kode}/perubahan/", **isi))
    assert list(semua) == ["baru"]


@pytest.mark.parametrize("nip", ["196501011990031001", " 19650101 199003 1 001 "])
def test_pejabat_dibuat(nip, admin):
    kirim(admin, f"{PEMDA}pejabat/baru/", nama="Sri Rahayu", nip=nip)
    pejabat = Pejabat.objects.get(nama="Sri Rahayu")
    assert pejabat.nip == "196501011990031001"
    isi = {"jabatan": "Analis", "status": "definitif", "dari": "1/2/2024", "kelas": "9"}
    kirim(admin, f"{PEMDA}pejabat/{pejabat.pk}/jabatan/baru/", **isi)
    (milik,) = pejabat.penempatan.all()
    assert (milik.unit, milik.kelas, milik.dari) == (None, 9, date(2024, 2, 1))
    kirim(admin, f"{PEMDA}jabatan/{milik.pk}/", sampai="31 Desember 2024", memimpin="on")
    milik.refresh_from_db()
    assert (milik.sampai, milik.memimpin) == (date(2024, 12, 31), True)


@pytest.mark.parametrize("nip", ["123", "19650101199003100A", "1965010119900310011"])
def test_nip_yang_salah_dijelaskan(nip, admin):
    with tak_berubah():
        semua = galat(kirim(admin, f"{PEMDA}pejabat/baru/", nama="Sri Rahayu", nip=nip))
    assert "NIP terdiri atas 18 angka" in semua["nip"][0]


def test_nip_kembar_dijelaskan(admin, pemeran):
    nip = "196501011990031001"
    Pejabat.objects.create(pemda=pemeran.unit.pemda, nama="Sri Rahayu", nip=nip)
    with tak_berubah():
        semua = galat(kirim(admin, f"{PEMDA}pejabat/baru/", nama="Lain", nip=nip))
    assert semua == {"__all__": ["NIP ini sudah dipakai pejabat lain."]}


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"sampai": "31/12/2023"}, "Penempatan berakhir sebelum mulai."),
        ({"kelas": "18"}, "Kelas jabatan antara 1 dan 17."),
        ({"memimpin": "on"}, "Unit ini sudah mempunyai pemimpin; akhiri dahulu masanya."),
    ],
)
def test_jabatan_yang_salah_dijelaskan(ubah, pesan, admin, pemeran):
    pejabat = Pejabat.objects.create(pemda=pemeran.unit.pemda, nama="Sri Rahayu")
    isi = {"jabatan": "Kepala", "unit": pemeran.unit.pk, "dari": "1/2/2024"} | ubah
    with tak_berubah():
        semua = galat(kirim(admin, f"{PEMDA}pejabat/{pejabat.pk}/jabatan/baru/", **isi))
    assert semua == {"__all__": [pesan]}


def test_akun_dibuat_diberi_peran_dan_tautan(admin, pemeran):
    """The whole way of a new colleague, up to the first sign-in."""
    kirim(admin, f"{PEMDA}akun/baru/", nama="Budi Utomo", nama_pengguna="budi-utomo")
    akun = Pengguna.objects.get(nama_pengguna="budi-utomo")
    alamat = f"{PEMDA}akun/{akun.pk}/"
    isi = {"peran": "operator", "unit": pemeran.unit.pk, "dari": "1/1/2024"}
    assert kirim(admin, f"{alamat}peran/baru/", **isi)["Location"] == alamat
    (tugas,) = akun.penugasan.all()
    assert (tugas.unit, tugas.pemda, tugas.dari) == (pemeran.unit, None, date(2024, 1, 1))
    halaman = admin.post(f"{alamat}tautan/").text
    (tautan,) = [kata for kata in halaman.split('"') if "/sandi/" in kata]
    budi = Client()
    form = budi.get(tautan.removeprefix("http://testserver"), follow=True)
    sandi = {"new_password1": "empat-kuda-biru-laut", "new_password2": "empat-kuda-biru-laut"}
    selesai = budi.post(form.request["PATH_INFO"], isian(form) | sandi, follow=True)
    assert "Kata sandi tersimpan. Silakan masuk." in selesai.text
    masuk = {"username": "budi-utomo", "password": "empat-kuda-biru-laut"}
    assert budi.post("/masuk/", masuk).status_code == 302
    assert budi.get("/unit/pasuruan-bakesbangpol/2023/").status_code == 200


@pytest.mark.parametrize(
    ("nama", "pesan"),
    [
        ("uji-operator", "Nama pengguna ini sudah dipakai. Pilih yang lain."),
        ("budi utomo", "hanya berisi huruf"),
        ("Budi", "Tulis hanya dengan huruf kecil"),
        ("", "Bidang ini tidak boleh kosong."),
    ],
)
def test_nama_pengguna_yang_salah_dijelaskan(nama, pesan, admin):
    with tak_berubah():
        semua = galat(kirim(admin, f"{PEMDA}akun/baru/", nama="Budi", nama_pengguna=nama))
    assert list(semua) == ["nama_pengguna"]
    assert pesan in semua["nama_pengguna"][0]


def test_nama_pengguna_dan_pemda_tidak_berubah(admin, pemeran):
    """Fields that no form has: what a hand-made request adds is passed over."""
    akun = pemeran["operator"]
    titipan = {
        "nama_pengguna": "lain", "pemda": pemeran.unit_luar.pemda_id, "contoh": "on",
        "sesi_ke": 9, "password": "x", "versi": 7, "id": pemeran["admin"].pk,
    }  # fmt: skip
    kirim(admin, f"{PEMDA}akun/{akun.pk}/", nama="Baru", **titipan)
    baru = Pengguna.objects.get(pk=akun.pk)
    assert (baru.nama, baru.nama_pengguna, baru.pemda) == ("Baru", "uji-operator", akun.pemda)
    assert (baru.contoh, baru.sesi_ke, baru.versi, baru.password) == (False, 1, 2, akun.password)


@pytest.mark.parametrize(
    ("peran", "di_unit", "diterima"),
    [
        ("operator", True, True),
        ("operator", False, False),
        ("pimpinan", False, False),
        ("inspektorat", True, False),
        ("inspektorat", False, True),
        ("admin", False, True),
        ("pembaca", True, True),
        ("pembaca", False, True),
    ],
)
def test_tempat_peran(peran, di_unit, diterima, admin, pemeran):
    akun = pemeran["tanpa_tugas"]
    unit = pemeran.unit.pk if di_unit else ""
    isi = {"peran": peran, "unit": unit, "dari": "1/1/2024"}
    jawaban = kirim(admin, f"{PEMDA}akun/{akun.pk}/peran/baru/", **isi)
    assert akun.penugasan.count() == diterima
    if diterima:
        (tugas,) = akun.penugasan.all()
        assert (tugas.unit is not None, tugas.pemda is not None) == (di_unit, not di_unit)
    else:
        assert list(galat(jawaban)) == ["unit"]


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"dari": "1/1/2020"}, "Peran ini sudah dipegangnya di tempat yang sama pada masa itu."),
        ({"sampai": "31/12/2019", "peran": "pimpinan"}, "Penugasan berakhir sebelum mulai."),
    ],
)
def test_peran_yang_salah_dijelaskan(ubah, pesan, admin, pemeran):
    isi = {"peran": "operator", "unit": pemeran.unit.pk, "dari": "1/1/2024"} | ubah
    alamat = f"{PEMDA}akun/{pemeran['operator'].pk}/peran/baru/"
    with tak_berubah():
        assert galat(kirim(admin, alamat, **isi)) == {"__all__": [pesan]}


def test_peran_di_unit_pemda_lain_bukan_pilihan(admin, pemeran):
    isi = {"peran": "operator", "unit": pemeran.unit_luar.pk, "dari": "1/1/2024"}
    alamat = f"{PEMDA}akun/{pemeran['operator'].pk}/peran/baru/"
    with tak_berubah():
        assert list(galat(kirim(admin, alamat, **isi))) == ["unit"]


def test_peran_dan_keadaan_sendiri_tidak_dapat_diubah(admin, pemeran):
    saya = pemeran["admin"]
    halaman = admin.get(f"{PEMDA}akun/{saya.pk}/").text
    assert "Peran dan keadaan akun Anda sendiri diubah oleh admin lain." in halaman
    assert "peran/baru/" not in halaman
    tugas = Penugasan.objects.get(pengguna=saya)
    with tak_berubah():
        mati = kirim(admin, f"{PEMDA}akun/{saya.pk}/", kosong=("is_active",))
        isi = {"peran": "bagian_organisasi", "unit": "", "dari": "1/1/2024"}
        beri = kirim(admin, f"{PEMDA}akun/{saya.pk}/peran/baru/", **isi)
        ubah = kirim(admin, f"{PEMDA}peran/{tugas.pk}/", sampai="31/12/2050")
    assert [j.status_code for j in (mati, beri, ubah)] == [403] * 3
    assert "diubah oleh admin lain" in mati.text


def test_identitas_pemda_diubah(admin, pemeran):
    jejak = JejakBaru()
    jawaban = kirim(admin, PEMDA, zona="Asia/Makassar", nama="Kota Pasuruan Raya", kode="lain")
    assert jawaban["Location"] == f"{PEMDA}unit/"
    pemda = Pemda.objects.get(pk=pemeran.unit.pemda_id)
    assert (pemda.kode, pemda.nama, pemda.zona) == (
        "kota-pasuruan", "Kota Pasuruan Raya", "Asia/Makassar",
    )  # fmt: skip
    assert jejak.aksi() == [Aksi.PEMDA_DIUBAH]
    assert "WITA" in admin.get(PEMDA).text


def test_zona_karangan_ditolak(admin):
    with tak_berubah():
        assert list(galat(kirim(admin, PEMDA, zona="WIB"))) == ["zona"]


def test_riwayat_menyebut_siapa_dan_apa(admin, pemeran):
    kirim(admin, f"{PEMDA}unit/{POLITIK}/ubah/", nama="Bidang Politik")
    isi = admin.get(f"{PEMDA}unit/{POLITIK}/ubah/").text
    assert "<b>admin</b> mengubah unit" in isi
    assert "<ins>Bidang Politik</ins>" in isi


@pytest.mark.parametrize(
    ("jalur", "isi", "model"),
    [
        ("unit/baru/", UNIT, Unit),
        ("pejabat/baru/", {"nama": "Sri Rahayu"}, Pejabat),
        ("akun/baru/", {"nama": "Budi", "nama_pengguna": "budi"}, Pengguna),
    ],
)
def test_dikirim_dua_kali_satu_baris(jalur, isi, model, admin):
    """A double click gets the same answer; the same key with other content is refused."""
    alamat = f"{PEMDA}{jalur}"
    data = isian(admin.get(alamat)) | isi
    sebelum = model.objects.count()
    jawaban = [admin.post(alamat, data)["Location"] for _ in range(2)]
    assert len(set(jawaban)) == 1
    assert model.objects.count() == sebelum + 1
    lain = admin.post(alamat, data | {"nama": "Nama Lain", "kode": "x", "nama_pengguna": "x"})
    assert "sudah terkirim dengan isi yang lain" in lain.text
    assert model.objects.count() == sebelum + 1


def test_jabatan_di_dua_pemda_tidak_tercampur(admin, pemeran):
    """An official of another pemda is found by nobody here, not even by number."""
    luar = Pejabat.objects.create(pemda=pemeran.unit_luar.pemda, nama="Luar")
    milik = Penempatan.objects.create(pejabat=luar, jabatan="Bupati", dari=AWAL)
    orang = buat_orang("orang-luar", Peran.OPERATOR, pemeran.unit_luar)
    for jalur in (f"pejabat/{luar.pk}/", f"jabatan/{milik.pk}/", f"akun/{orang.pk}/"):
        assert admin.get(f"{PEMDA}{jalur}").status_code == 404
