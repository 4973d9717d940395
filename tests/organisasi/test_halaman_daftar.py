"""The lists: constant queries, search, empty states, masked NIP, names that are not HTML."""

import pytest
from django.test import Client

from sakip.organisasi.models import Pejabat, Pemda, Penempatan, Pengguna, Penugasan, Unit
from sakip.organisasi.peran import Peran
from tests.organisasi.alat import isian
from tests.pemeran import AWAL, buat_akun, buat_orang, buat_unit

PEMDA = "/pemda/kota-pasuruan/"
NIP = "196501011990031001"
JAHAT = "<script>alert('x')</script>"


@pytest.fixture
def admin(pemeran, client) -> Client:
    client.force_login(pemeran["admin"])
    return client


@pytest.fixture
def sepi(pemeran) -> Client:
    """The admin of a pemda without anything in it but this admin."""
    pemda = Pemda.objects.create(
        kode="kab-sepi", nama="Kabupaten Sepi", jenis="kabupaten", sebutan_kepala="Bupati",
        kedudukan="Sepi",
    )  # fmt: skip
    orang = buat_akun("admin-sepi", pemda)
    Penugasan.objects.create(pengguna=orang, peran=Peran.ADMIN, pemda=pemda, dari=AWAL)
    client = Client()
    client.force_login(orang)
    return client


def tambah_unit(ke: int, pemda: Pemda) -> Unit:
    return buat_unit(pemda, f"unit-{ke}", f"Unit {ke}")


def tambah_pejabat(ke: int, pemda: Pemda) -> None:
    pejabat = Pejabat.objects.create(pemda=pemda, nama=f"Pejabat {ke}", nip=f"{NIP[:-1]}{ke}")
    for unit in (tambah_unit(ke, pemda), None):
        Penempatan.objects.create(pejabat=pejabat, unit=unit, jabatan="Analis", dari=AWAL)


def tambah_akun(ke: int, pemda: Pemda) -> None:
    orang = buat_orang(f"orang-{ke}", Peran.OPERATOR, tambah_unit(ke, pemda))
    Penugasan.objects.create(pengguna=orang, peran=Peran.PEMBACA, pemda=pemda, dari=AWAL)


@pytest.mark.parametrize("banyak", [1, 3])
@pytest.mark.parametrize(
    ("jalur", "tambah", "kueri"),
    [
        ("unit/", tambah_unit, 5),
        ("pejabat/", tambah_pejabat, 6),
        ("akun/", tambah_akun, 6),
        ("akun/?cari=orang", tambah_akun, 6),
    ],
)
def test_banyaknya_kueri_tetap(
    jalur, tambah, kueri, banyak, sepi, pemeran, django_assert_num_queries
):
    pemda = Pemda.objects.get(kode="kab-sepi")
    for ke in range(banyak):
        tambah(ke, pemda)
    with django_assert_num_queries(kueri):
        jawaban = sepi.get(f"/pemda/kab-sepi/{jalur}")
    isi = jawaban.context.get("pohon") or jawaban.context["daftar"]
    assert len(isi) == banyak + (jalur == "akun/")


@pytest.mark.parametrize("banyak", [1, 3])
@pytest.mark.parametrize(("apa", "kueri"), [("akun", 8), ("pejabat", 8), ("unit", 10)])
def test_banyaknya_kueri_halaman_satu_objek(apa, kueri, banyak, sepi, django_assert_num_queries):
    """However many roles, posts or units there are."""
    pemda = Pemda.objects.get(kode="kab-sepi")
    unit = [tambah_unit(ke, pemda) for ke in range(banyak)]
    orang = buat_orang("orang", Peran.ADMIN, unit[0])
    pejabat = Pejabat.objects.create(pemda=pemda, nama="Pejabat", nip=NIP)
    for satu in unit:
        Penempatan.objects.create(pejabat=pejabat, unit=satu, jabatan="Analis", dari=AWAL)
        Penugasan.objects.create(pengguna=orang, peran=Peran.OPERATOR, unit=satu, dari=AWAL)
    jalur = {"akun": f"akun/{orang.pk}/", "pejabat": f"pejabat/{pejabat.pk}/"}
    with django_assert_num_queries(kueri):
        sepi.get(f"/pemda/kab-sepi/{jalur.get(apa, 'unit/unit-0/ubah/')}")


@pytest.mark.parametrize(
    ("jalur", "judul"), [("unit/", "Belum ada unit"), ("pejabat/", "Belum ada pejabat")]
)
def test_daftar_kosong_mengajak_mulai(jalur, judul, sepi):
    isi = sepi.get(f"/pemda/kab-sepi/{jalur}").text
    assert f"<h2>{judul}</h2>" in isi
    assert f'href="/pemda/kab-sepi/{jalur}baru/"' in isi
    assert "<table" not in isi


def test_daftar_hanya_milik_pemda_itu(admin, pemeran):
    Pejabat.objects.create(pemda=pemeran.unit_luar.pemda, nama="Pejabat Asing")
    asing = {"unit/": "Dinas Luar", "pejabat/": "Pejabat Asing", "akun/": "inspektorat_luar"}
    for jalur, nama in asing.items():
        assert nama not in admin.get(f"{PEMDA}{jalur}").text
    assert "Dinas Lain" in admin.get(f"{PEMDA}unit/").text


@pytest.fixture
def tiga_akun(pemeran) -> None:
    lama = buat_orang("Budi Lama", Peran.OPERATOR, pemeran.unit_lain)
    lama.penugasan.update(sampai=AWAL)
    for nama, pengguna in (("Siti Aminah", "sa-01"), ("Budi Utomo", "bu-02")):
        orang = buat_orang(nama, Peran.OPERATOR, pemeran.unit_lain)
        Pengguna.objects.filter(pk=orang.pk).update(nama_pengguna=pengguna)


@pytest.mark.parametrize(
    ("cari", "nama"),
    [
        ("siti", ["Siti Aminah"]),
        ("BUDI", ["Budi Lama", "Budi Utomo"]),
        ("bu-0", ["Budi Utomo"]),
        ("dinas lain", ["Budi Utomo", "Siti Aminah", "perencana_lain"]),
        ("ideologi", ["perencana_ideologi"]),
        ("  siti  ", ["Siti Aminah"]),
        ("%", []),
        ("_lain", ["perencana_lain"]),
        ("si\0ti", ["Siti Aminah"]),
        ("tidak ada", []),
        ("Luar", []),
    ],
)
def test_cari_akun(cari, nama, admin, tiga_akun, pemeran):
    """By name, user name, or the unit of a role in force; what is typed is no pattern."""
    ideologi = Unit.objects.get(kode="pasuruan-bakesbangpol-ideologi")
    buat_orang("perencana_ideologi", Peran.PERENCANA, ideologi)
    jawaban = admin.get(f"{PEMDA}akun/", {"cari": cari})
    hasil = [b.akun.nama for b in jawaban.context["daftar"] if not b.akun.contoh]
    assert sorted(hasil) == nama
    if not jawaban.context["daftar"]:
        assert f"Tidak ada akun yang cocok dengan “{cari}”." in jawaban.text


def test_kata_cari_bukan_html(admin):
    jawaban = admin.get(f"{PEMDA}akun/", {"cari": JAHAT})
    assert JAHAT not in jawaban.text
    assert "&lt;script&gt;" in jawaban.text


def test_keadaan_akun(admin, pemeran):
    Pengguna.objects.filter(pk=pemeran["operator"].pk).update(is_active=False)
    orang = pemeran["perencana"]
    orang.set_unusable_password()
    orang.save()
    isi = admin.get(f"{PEMDA}akun/").text
    assert isi.count("tidak dapat masuk") == 1
    assert isi.count("belum mengatur sandi") == 1
    assert isi.count("tanpa peran") == 1


def test_nip_tersamar_di_daftar_dan_utuh_di_halamannya(admin, pemeran):
    pejabat = Pejabat.objects.create(pemda=pemeran.unit.pemda, nama="Sri Rahayu", nip=NIP)
    daftar = admin.get(f"{PEMDA}pejabat/").text
    assert "•••• 1001" in daftar
    assert [bagian for bagian in (NIP, NIP[:8], NIP[8:14]) if bagian in daftar] == []
    assert isian(admin.get(f"{PEMDA}pejabat/{pejabat.pk}/"))["nip"] == NIP


def test_nip_tidak_tampil_di_halaman_lain(admin, pemeran):
    """Every page of the pemda but the official's own."""
    pejabat = Pejabat.objects.create(pemda=pemeran.unit.pemda, nama="Sri Rahayu", nip=NIP)
    milik = Penempatan.objects.create(
        pejabat=pejabat, unit=pemeran.unit_lain, jabatan="Kepala", memimpin=True, dari=AWAL
    )
    jalur = (
        "", "unit/", f"unit/{pemeran.unit_lain.kode}/ubah/", "pejabat/", f"jabatan/{milik.pk}/",
        f"pejabat/{pejabat.pk}/jabatan/baru/", "akun/",
    )  # fmt: skip
    assert [satu for satu in jalur if NIP in admin.get(f"{PEMDA}{satu}").text] == []


@pytest.fixture
def jahat(pemeran) -> dict[str, str]:
    """Names that would run as HTML, in everything that has one; the pages that show them."""
    pemda = pemeran.unit.pemda
    Pemda.objects.filter(pk=pemda.pk).update(nama=JAHAT, kedudukan=JAHAT, sebutan_kepala=JAHAT)
    unit = buat_unit(pemda, "dinas-jahat", JAHAT)
    Unit.objects.filter(pk=unit.pk).update(tugas=JAHAT, kode_pemerintah=JAHAT[:40])
    orang = buat_orang("orang-jahat", Peran.OPERATOR, unit)
    Pengguna.objects.filter(pk__in=(orang.pk, pemeran["admin"].pk)).update(nama=JAHAT)
    pejabat = Pejabat.objects.create(pemda=pemda, nama=JAHAT)
    milik = Penempatan.objects.create(
        pejabat=pejabat, unit=unit, jabatan=JAHAT, golongan=JAHAT, dari=AWAL
    )
    return {
        "pemda": "", "unit": "unit/", "unit satu": f"unit/{unit.kode}/ubah/",
        "perubahan": f"unit/{unit.kode}/perubahan/", "pejabat": "pejabat/",
        "pejabat satu": f"pejabat/{pejabat.pk}/", "jabatan": f"jabatan/{milik.pk}/",
        "akun": "akun/", "akun satu": f"akun/{orang.pk}/",
        "peran": f"peran/{orang.penugasan.get().pk}/", "peran baru": f"akun/{orang.pk}/peran/baru/",
    }  # fmt: skip


def test_nama_tidak_pernah_dibaca_sebagai_html(jahat, admin):
    for nama, jalur in jahat.items():
        isi = admin.get(f"{PEMDA}{jalur}").text
        assert (nama, "<script>alert" in isi, "&lt;script&gt;alert" in isi) == (nama, False, True)
