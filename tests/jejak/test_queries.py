"""The history of an object as people read it."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.jejak.queries import KOSONG, Perubahan, riwayat_terbaca, simpanan_terakhir
from sakip.jejak.simpan import simpan
from sakip.lib import waktu
from sakip.organisasi.models import Jendela, Penempatan, Pengguna, Penugasan, Unit

SAAT = datetime(2024, 7, 10, 16, 59, tzinfo=UTC)


@pytest.fixture
def unit(pemeran) -> Unit:
    return pemeran.unit_lain


def ubah(objek, aksi: Aksi = Aksi.UNIT_DIUBAH, oleh: Pengguna | None = None, **beda) -> None:
    """Save an object anew with something changed."""
    milik = type(objek).objects.get(pk=objek.pk)
    for nama, nilai in beda.items():
        setattr(milik, nama, nilai)
    simpan(milik, oleh=oleh, aksi=aksi, versi=milik.versi)


def perubahan(objek) -> list[tuple[str, str, str]]:
    """What the newest act changed."""
    terbaru = riwayat_terbaca(objek)[0]
    assert all(isinstance(satu, Perubahan) for satu in terbaru.perubahan)
    return [(satu.label, satu.sebelum, satu.sesudah) for satu in terbaru.perubahan]


def test_perbuatan_terbaca_dengan_pelaku_saat_dan_alasannya(unit, pemeran, monkeypatch):
    monkeypatch.setattr(waktu, "sekarang", lambda: SAAT)
    catat(Aksi.PENGECUALIAN_DIUBAH, unit, oleh=pemeran["admin"], alasan="gempa")
    (baris,) = riwayat_terbaca(unit)
    assert (baris.waktu, baris.pelaku, baris.perbuatan) == (SAAT, "admin", "mengubah pengecualian")
    assert (baris.alasan, baris.perubahan) == ("gempa", ())


def test_pembuatan_tanpa_rinciannya(unit):
    """Every field of a new object is new; the page shows them anyway."""
    catat(Aksi.UNIT_DIBUAT, unit, oleh=None, sesudah=potret(unit))
    (baris,) = riwayat_terbaca(unit)
    assert (baris.perbuatan, baris.perubahan) == ("membuat unit", ())


def test_terbaru_dahulu_menurut_aksi_dan_paling_banyak(unit):
    for aksi in (Aksi.UNIT_DIBUAT, Aksi.UNIT_BERGANTI, Aksi.UNIT_DIUBAH, Aksi.UNIT_DIUBAH):
        catat(aksi, unit, oleh=None)
    semua = [b.perbuatan for b in riwayat_terbaca(unit)]
    assert semua == ["mengubah unit", "mengubah unit", "mencatat perubahan unit", "membuat unit"]
    assert [b.perbuatan for b in riwayat_terbaca(unit, paling_banyak=2)] == semua[:2]
    sebagian = riwayat_terbaca(unit, aksi=(Aksi.UNIT_DIBUAT, Aksi.UNIT_BERGANTI))
    assert [b.perbuatan for b in sebagian] == semua[2:]


@pytest.mark.parametrize(
    ("beda", "terbaca"),
    [
        ({"nama": "Dinas Baru"}, ("Nama", "Dinas Lain", "Dinas Baru")),
        ({"tugas": "membina"}, ("Tugas", KOSONG, "membina")),
        ({"urutan": 7}, ("Urutan", "0", "7")),
        ({"kode_pemerintah": "8.01"}, ("Kode pemerintah", KOSONG, "8.01")),
        (
            {"berlaku_dari": date(2024, 1, 2)},
            ("Berlaku dari", "01 Januari 2020", "02 Januari 2024"),
        ),
        ({"berlaku_sampai": date(2024, 12, 31)}, ("Berlaku sampai", KOSONG, "31 Desember 2024")),
    ],
)
def test_kata_setiap_jenis_kolom(beda, terbaca, unit):
    ubah(unit, **beda)
    assert perubahan(unit) == [terbaca]


def test_kata_pilihan_dan_centang(pasuruan):
    penempatan = Penempatan.objects.get(kelas__isnull=False)
    ubah(penempatan, Aksi.PENEMPATAN_DIUBAH, status="definitif", memimpin=False, kelas=None)
    assert perubahan(penempatan) == [
        ("Status", "Plt.", "definitif"),
        ("Memimpin", "ya", "tidak"),
        ("Kelas jabatan", "13", KOSONG),
    ]


@pytest.mark.parametrize(
    ("zona", "sebelum", "sesudah"),
    [
        (
            "Asia/Jakarta",
            "10 Juli 2024 pukul 23.59 WIB",
            "11 Juli 2024 pukul 00.00 WIB",
        ),
        (
            "Asia/Jayapura",
            "11 Juli 2024 pukul 01.59 WIT",
            "11 Juli 2024 pukul 02.00 WIT",
        ),
    ],
)
def test_saat_terbaca_dalam_zona_pembaca(zona, sebelum, sesudah, pasuruan):
    jendela = Jendela.objects.create(
        pemda=pasuruan.pemda, jenis="pengisian", tahun=2024, bulan=6,
        buka=datetime(2024, 7, 1, tzinfo=UTC), tenggat=SAAT,
        kunci=datetime(2024, 7, 20, tzinfo=UTC),
    )  # fmt: skip
    ubah(jendela, Aksi.JENDELA_DIATUR, tenggat=SAAT.replace(hour=17, minute=0))
    with timezone.override(zona):
        assert perubahan(jendela) == [("Tenggat", sebelum, sesudah)]


def test_rujukan_terbaca_dari_namanya(pemeran):
    tugas = Penugasan.objects.get(pengguna=pemeran["pembaca"])
    ubah(tugas, Aksi.PENUGASAN_DIUBAH, unit=None, pemda=pemeran.unit.pemda)
    assert perubahan(tugas) == [
        ("Unit", str(pemeran.unit), KOSONG),
        ("Pemda", KOSONG, "Kota Pasuruan"),
    ]


def test_rujukan_yang_tidak_ada_lagi_terbaca_dari_nomornya(unit):
    catat(
        Aksi.UNIT_DIUBAH, unit, oleh=None, sebelum={"induk_id": 987654}, sesudah={"induk_id": None}
    )
    assert perubahan(unit) == [("Induk", "987654", KOSONG)]


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(banyaknya, pemeran, django_assert_num_queries):
    """One for the acts, and one for each kind of reference that changed: here two."""
    unit = Unit.objects.get(kode="pasuruan-bakesbangpol-politik")
    lain = list(Unit.objects.filter(induk=unit.induk).exclude(pk=unit.pk))
    for ke in range(banyaknya):
        ubah(unit, induk=lain[ke], perangkat_daerah=pemeran.unit_lain if ke % 2 else pemeran.unit)
        ubah(unit, perangkat_daerah=pemeran.unit_lain)
    with django_assert_num_queries(3):
        semua = riwayat_terbaca(unit, aksi=[Aksi.UNIT_DIUBAH])
    assert len(semua) == 2 * banyaknya
    induk = [p.sesudah for b in reversed(semua) for p in b.perubahan if p.label == "Induk"]
    assert induk == [satu.nama for satu in lain[:banyaknya]]


def test_rahasia_dan_pencacah_tidak_terbaca(pemeran):
    akun = pemeran["operator"]
    akun.set_password("rahasia-baru-sekali")
    akun.sesi_ke, akun.nama = 7, "Operator Baru"
    simpan(akun, oleh=None, aksi=Aksi.AKUN_DIUBAH, versi=1)
    assert perubahan(akun) == [("Nama", "operator", "Operator Baru")]
    assert akun.password not in repr(riwayat_terbaca(akun))


def test_kolom_yang_sudah_tidak_ada_dilewati(unit):
    """The trail outlives the columns it speaks of."""
    catat(
        Aksi.UNIT_DIUBAH, unit, oleh=None,
        sebelum={"telepon": "1", "nama": "Lama"}, sesudah={"telepon": "2", "nama": "Baru"},
    )  # fmt: skip
    assert perubahan(unit) == [("Nama", "Lama", "Baru")]


def test_simpanan_terakhir_adalah_yang_menulis_barisnya(pemeran):
    akun, admin = pemeran["operator"], pemeran["admin"]
    assert simpanan_terakhir(akun) is None
    simpan(akun, oleh=admin, aksi=Aksi.AKUN_DIUBAH, versi=1)
    for aksi in (Aksi.MASUK, Aksi.MASUK_GAGAL, Aksi.KELUAR, Aksi.SANDI_DIATUR, Aksi.KUNCI_DIBUKA):
        catat(aksi, akun, oleh=akun)
    assert (simpanan_terakhir(akun).aksi, simpanan_terakhir(akun).pengguna) == (
        Aksi.AKUN_DIUBAH, admin,
    )  # fmt: skip
