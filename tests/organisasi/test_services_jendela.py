"""Windows and exceptions: who sets them, for whom, until when."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from sakip.jejak.aksi import Aksi
from sakip.lib import waktu
from sakip.lib.transisi import HakKurang
from sakip.organisasi.hitung.jendela import KeadaanJendela
from sakip.organisasi.models import Jendela, Pengecualian, Unit
from sakip.organisasi.peran import Peran
from sakip.organisasi.queries import boleh_menulis, keadaan
from sakip.organisasi.services.jendela import simpan_jendela, simpan_pengecualian
from sakip.web.versi import SudahBerubah
from tests.organisasi.alat import JejakBaru, tak_berubah
from tests.pemeran import Pemeran, buat_orang

DETIK = timedelta(seconds=1)
HARI = timedelta(days=1)
BUKA = datetime(2031, 3, 31, 17, tzinfo=UTC)
KUNCI = datetime(2031, 4, 20, 16, 59, tzinfo=UTC)


def jendela_baru(pemeran: Pemeran, **beda) -> Jendela:
    isi = {
        "pemda": pemeran.unit.pemda,
        "jenis": "pengisian",
        "tahun": 2031,
        "bulan": 3,
        "buka": BUKA,
        "tenggat": BUKA + 10 * HARI,
        "kunci": KUNCI,
    }
    return Jendela(**(isi | beda))


@pytest.fixture
def jendela(pemeran) -> Jendela:
    jendela = jendela_baru(pemeran)
    jendela.save()
    return jendela


@pytest.fixture(autouse=True)
def jam(monkeypatch):
    """Sets the clock; at first the window has just been locked."""

    def setel(saat: datetime) -> None:
        monkeypatch.setattr(waktu, "sekarang", lambda: saat)

    setel(KUNCI + HARI)
    return setel


def kecuali(jendela: Jendela, unit: Unit, **beda) -> Pengecualian:
    isi = {"sampai": KUNCI + 3 * HARI, "alasan": "listrik padam"} | beda
    return Pengecualian(jendela=jendela, unit=unit, **isi)


def test_jendela_dibuat(pemeran):
    jejak = JejakBaru()
    simpan_jendela(jendela_baru(pemeran), oleh=pemeran["bagian_organisasi"])
    baris = jejak.satu()
    assert (baris.aksi, baris.pengguna, baris.objek_nama) == (
        Aksi.JENDELA_DIATUR, pemeran["bagian_organisasi"], "Pengisian Triwulan I 2031",
    )  # fmt: skip
    assert (baris.sebelum, baris.sesudah["kunci"]) == ({}, "2031-04-20T16:59:00Z")


def test_jendela_diubah(pemeran, jendela):
    jejak = JejakBaru()
    jendela.kunci += HARI
    simpan_jendela(jendela, oleh=pemeran["bagian_organisasi"], versi=1)
    assert (jejak.satu().sebelum, jejak.satu().sesudah) == (
        {"kunci": "2031-04-20T16:59:00Z"}, {"kunci": "2031-04-21T16:59:00Z"},
    )  # fmt: skip


def test_jendela_yang_sudah_diatur_tidak_diatur_dua_kali(pemeran, jendela):
    with tak_berubah(), pytest.raises(SudahBerubah, match="sudah diatur"):
        simpan_jendela(jendela_baru(pemeran), oleh=pemeran["bagian_organisasi"])


def test_jendela_yang_disimpan_orang_lain_tidak_tertimpa(pemeran, jendela):
    simpan_jendela(jendela, oleh=pemeran["bagian_organisasi"], versi=1)
    with tak_berubah(), pytest.raises(SudahBerubah):
        simpan_jendela(jendela, oleh=pemeran["bagian_organisasi"], versi=1)


@pytest.mark.parametrize("apa", ["jendela", "pengecualian"])
def test_hanya_bagian_organisasi_pemda_itu(apa, pemeran, jendela):
    simpan = {
        "jendela": lambda oleh: simpan_jendela(jendela, oleh=oleh, versi=1),
        "pengecualian": lambda oleh: simpan_pengecualian(kecuali(jendela, pemeran.unit), oleh=oleh),
    }[apa]
    luar = buat_orang("organisasi-luar", Peran.BAGIAN_ORGANISASI, pemeran.unit_luar)
    bukan = [orang for nama, orang in pemeran.orang.items() if nama != "bagian_organisasi"]
    for oleh in (*bukan, luar):
        with tak_berubah(), pytest.raises(HakKurang, match="bagian organisasi Kota Pasuruan"):
            simpan(oleh)


def test_pengecualian_diberikan(pemeran, jendela):
    jejak, milik = JejakBaru(), kecuali(jendela, pemeran.unit)
    simpan_pengecualian(milik, oleh=pemeran["bagian_organisasi"])
    baris = jejak.satu()
    assert (baris.aksi, baris.unit, baris.alasan) == (
        Aksi.PENGECUALIAN_DIBERIKAN, pemeran.unit, "listrik padam",
    )  # fmt: skip
    assert Pengecualian.objects.get().dibuka_oleh == pemeran["bagian_organisasi"]


def test_pengecualian_diubah_mencatat_pembuka_terakhir(pemeran, jendela):
    milik = kecuali(jendela, pemeran.unit)
    simpan_pengecualian(milik, oleh=pemeran["bagian_organisasi"])
    rekan = buat_orang("rekan", Peran.BAGIAN_ORGANISASI, pemeran.unit)
    jejak = JejakBaru()
    milik.sampai += HARI
    simpan_pengecualian(milik, oleh=rekan, versi=1)
    assert jejak.satu().aksi == Aksi.PENGECUALIAN_DIUBAH
    assert set(jejak.satu().sesudah) == {"sampai", "dibuka_oleh_id"}
    assert Pengecualian.objects.get().dibuka_oleh == rekan


def test_pengecualian_untuk_a_tidak_membuka_b(pemeran, jendela):
    """Until its last second it opens A and what is below A; then it ends by itself."""
    simpan_pengecualian(kecuali(jendela, pemeran.unit), oleh=pemeran["bagian_organisasi"])
    bidang = Unit.objects.get(kode="pasuruan-bakesbangpol-politik")
    akhir = KUNCI + 3 * HARI
    for unit in (pemeran.unit, bidang):
        assert keadaan(jendela, unit, akhir) is KeadaanJendela.DIKECUALIKAN
        assert boleh_menulis(jendela, unit, akhir)
        assert not boleh_menulis(jendela, unit, akhir + DETIK)
    assert keadaan(jendela, pemeran.unit_lain, akhir) is KeadaanJendela.TERKUNCI


def test_pengecualian_untuk_bidang_tidak_membuka_yang_di_atasnya(pemeran, jendela):
    bidang = Unit.objects.get(kode="pasuruan-bakesbangpol-politik")
    simpan_pengecualian(kecuali(jendela, bidang), oleh=pemeran["bagian_organisasi"])
    assert boleh_menulis(jendela, bidang, KUNCI + HARI)
    assert not boleh_menulis(jendela, pemeran.unit, KUNCI + HARI)


@pytest.mark.parametrize("geser", [-1, 0])
def test_pengecualian_berakhir_setelah_kunci(geser, pemeran, jendela, jam):
    jam(BUKA)
    milik = kecuali(jendela, pemeran.unit, sampai=KUNCI + geser * DETIK)
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        simpan_pengecualian(milik, oleh=pemeran["bagian_organisasi"])
    assert salah.value.message_dict == {
        "sampai": ["Jendela baru dikunci 20 April 2031 pukul 23.59 WIB; isi waktu setelahnya."]
    }


def test_pengecualian_yang_sudah_lewat_ditolak(pemeran, jendela, jam):
    jam(KUNCI + 4 * HARI)
    with tak_berubah(), pytest.raises(ValidationError, match="sudah lewat"):
        simpan_pengecualian(kecuali(jendela, pemeran.unit), oleh=pemeran["bagian_organisasi"])


def test_pengecualian_yang_berjalan_dapat_diakhiri(pemeran, jendela, jam):
    milik = kecuali(jendela, pemeran.unit)
    simpan_pengecualian(milik, oleh=pemeran["bagian_organisasi"])
    jam(KUNCI + 2 * HARI)
    milik.sampai = KUNCI + HARI
    simpan_pengecualian(milik, oleh=pemeran["bagian_organisasi"], versi=1)
    assert not boleh_menulis(jendela, pemeran.unit, KUNCI + 2 * HARI)


def test_pengecualian_untuk_unit_pemda_lain_ditolak(pemeran, jendela):
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        simpan_pengecualian(kecuali(jendela, pemeran.unit_luar), oleh=pemeran["bagian_organisasi"])
    assert list(salah.value.message_dict) == ["unit"]


def test_pengecualian_kedua_untuk_unit_yang_sama_ditolak(pemeran, jendela):
    simpan_pengecualian(kecuali(jendela, pemeran.unit), oleh=pemeran["bagian_organisasi"])
    with tak_berubah(), pytest.raises(ValidationError, match="sudah dikecualikan") as salah:
        simpan_pengecualian(kecuali(jendela, pemeran.unit), oleh=pemeran["bagian_organisasi"])
    assert list(salah.value.message_dict) == ["unit"]


def test_pengecualian_yang_disimpan_orang_lain_tidak_tertimpa(pemeran, jendela):
    milik = kecuali(jendela, pemeran.unit)
    simpan_pengecualian(milik, oleh=pemeran["bagian_organisasi"])
    with tak_berubah(), pytest.raises(SudahBerubah):
        simpan_pengecualian(milik, oleh=pemeran["bagian_organisasi"], versi=7)


def test_siapa_melihat_jendela_dan_pengecualian(pemeran, jendela):
    simpan_pengecualian(kecuali(jendela, pemeran.unit), oleh=pemeran["bagian_organisasi"])
    for nama, banyak in {"operator": (1, 1), "perencana_lain": (1, 0), "admin": (1, 0),
                         "inspektorat": (1, 1), "inspektorat_luar": (0, 0)}.items():  # fmt: skip
        orang = pemeran[nama]
        terbaca = Jendela.objects.untuk(orang).filter(pk=jendela.pk)
        milik = (terbaca.count(), Pengecualian.objects.untuk(orang).count())
        assert (nama, milik) == (nama, banyak)
