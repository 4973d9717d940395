"""All units side by side say what each unit's own tables say, in constant queries."""

from collections import Counter
from datetime import date

import pytest

from pengukuran.queries.anggaran import tabel_anggaran_masa
from pengukuran.queries.capaian import tabel_capaian
from pengukuran.queries.pantau_unit import pantau_setiap_unit
from pengukuran.queries.pemantauan import Keadaan
from pengukuran.queries.pengisian import periode_isian
from sakip.lib.tanggal import tulis_triwulan
from sakip.organisasi.models import Unit
from tests.lib.unit_kecil import unit_kecil
from tests.pemeran import buat_unit
from tests.pengukuran.alat_isian import TAHUN, buat_kantor
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import isi_realisasi, jadwalkan, rencanakan, rumuskan, tw

AKHIR = date(2026, 1, 1)


def sendiri(unit: Unit, tahun: int) -> dict[str, Counter]:
    """The counts of approved periods by triwulan, as the unit's own table makes them."""
    hasil: dict[str, Counter] = {}
    for satu in periode_isian(tabel_capaian(unit, tahun)):
        kata = satu.status.value if satu.status else "belum diisi"
        hasil.setdefault(tulis_triwulan(satu.bulan), Counter())[kata] += 1
    return hasil


def bersama(unit: Unit, tahun: int, hari: date = AKHIR) -> dict[str, Counter]:
    (baris,) = pantau_setiap_unit([unit], tahun, hari).baris
    return {
        tulis_triwulan(nomor * 3): Counter({k.value: n for k, n in isi.items()})
        for nomor, isi in baris.triwulan.items()
        if isi
    }


def test_sama_dengan_tabel_unit(pasuruan):
    assert bersama(pasuruan, 2023) == sendiri(pasuruan, 2023) != {}
    (baris,) = pantau_setiap_unit([pasuruan], 2023, AKHIR).baris
    tabel = tabel_capaian(pasuruan, 2023).setahun(2023)
    assert baris.kategori == Counter(satu.kategori for satu in tabel)
    assert baris.banyaknya == len(tabel) == 7
    assert baris.anggaran.jumlah == tabel_anggaran_masa(pasuruan, 2023, None).jumlah


@pytest.mark.parametrize("triwulan", [1, 2, 3])
def test_sama_sampai_triwulan_yang_berakhir(triwulan, lampung):
    hari = date(2024, triwulan * 3 + 1, 5)
    semua = pantau_setiap_unit([lampung], 2024, hari)
    (baris,) = semua.baris
    tabel = tabel_capaian(lampung, 2024, triwulan=triwulan).setahun(2024)
    assert baris.kategori == Counter(satu.kategori for satu in tabel)
    assert semua.sampai == triwulan * 3
    assert baris.anggaran.jumlah == tabel_anggaran_masa(lampung, 2024, triwulan).jumlah


def test_keadaan_setiap_isian(db):
    kantor = buat_kantor(unit_kecil())
    kantor.jadikan("diajukan")
    tengah = date(TAHUN, 7, 5)
    (baris,) = pantau_setiap_unit([kantor.unit], TAHUN, tengah).baris
    assert baris.triwulan == {
        1: {Keadaan.DIAJUKAN: 1, Keadaan.BELUM_DIISI: 1},
        2: {Keadaan.BELUM_DIISI: 2},
        3: {Keadaan.BELUM_WAKTUNYA: 2},
        4: {Keadaan.BELUM_WAKTUNYA: 2},
    }
    assert baris.kategori == {None: 2}
    assert baris.anggaran is None
    (awal,) = pantau_setiap_unit([kantor.unit], TAHUN, date(TAHUN, 2, 1)).baris
    assert awal.kategori == {}


def test_unit_tidak_tercampur_dan_urut(pasuruan):
    lain = buat_unit(pasuruan.pemda, "dinas-peta", "Dinas Peta")
    indikator = rumuskan(buat_indikator(buat_versi(lain)), frekuensi="triwulanan", cara="jumlah")
    jadwalkan(rencanakan(lain, date(2023, 1, 2)), indikator, "jumlah", tw("1", "1", "1", "1"))
    isi_realisasi(indikator, 2023, {3: "1", 6: "1"})
    tanpa = buat_unit(pasuruan.pemda, "dinas-tanpa", "Dinas Tanpa Renstra")
    baris = pantau_setiap_unit([lain, tanpa, pasuruan], 2023, AKHIR).baris
    assert [satu.unit for satu in baris] == [lain, pasuruan]
    assert baris[0].triwulan[2] == {Keadaan.DISETUJUI: 1}
    assert baris[0].triwulan[3] == {Keadaan.BELUM_DIISI: 1}
    assert baris[1] == pantau_setiap_unit([pasuruan], 2023, AKHIR).baris[0]


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(banyaknya, pasuruan, django_assert_num_queries):
    for ke in range(banyaknya):
        lain = buat_unit(pasuruan.pemda, f"dinas-{ke}", f"Dinas {ke}")
        indikator = rumuskan(buat_indikator(buat_versi(lain)), frekuensi="triwulanan")
        jadwalkan(rencanakan(lain, date(2023, 1, 2)), indikator, "jumlah", tw("1", "", "", "1"))
        isi_realisasi(indikator, 2023, {3: "1"})
    semua = Unit.objects.perangkat_daerah().select_related("pemda")
    unit = list(semua.filter(pemda=pasuruan.pemda))
    with django_assert_num_queries(25):
        assert len(pantau_setiap_unit(unit, 2023, date(2023, 8, 1)).baris) == banyaknya + 1
