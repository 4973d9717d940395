"""States by triwulan in the middle of a year, and what is still needed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from pengukuran.models import Realisasi
from pengukuran.queries.angka_pantau import angka_butuh, angka_capaian_proyeksi, angka_proyeksi
from pengukuran.queries.pemantauan import BarisPantau, Keadaan, tabel_pantau
from perencanaan.hitung.nilai import Nilai
from perencanaan.models import IndikatorVersi
from perencanaan.queries.saat import triwulan_lewat
from sakip.organisasi.models import Unit
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import (
    isi_realisasi,
    isi_target,
    jadwalkan,
    rencanakan,
    rumuskan,
    tw,
)

JULI = date(2024, 7, 15)


@dataclass(frozen=True)
class Setahun:
    """One indikator by triwulan, in 2024."""

    unit: Unit
    versi: IndikatorVersi

    def rencana(self, cara: str, *isi: str) -> None:
        jadwalkan(rencanakan(self.unit, date(2024, 1, 2)), self.versi, cara, tw(*isi))

    def realisasi(self, *isi: str, **beda: object) -> None:
        isi_realisasi(self.versi, 2024, tw(*isi), **beda)

    def baris(self, hari: date = JULI) -> BarisPantau:
        (baris,) = tabel_pantau(self.unit, 2024, hari=hari).baris
        return baris

    def keadaan(self, hari: date = JULI) -> list[Keadaan]:
        return [satu.keadaan for satu in self.baris(hari).sel]


@pytest.fixture
def setahun(pemeran) -> Setahun:
    versi = buat_indikator(buat_versi(pemeran.unit_lain))
    return Setahun(pemeran.unit_lain, rumuskan(versi, frekuensi="triwulanan"))


@pytest.mark.parametrize(
    ("hari", "lewat"),
    [(date(2024, 3, 31), 0), (date(2024, 4, 1), 1), (JULI, 2), (date(2025, 1, 1), 4)],
)
def test_triwulan_yang_sudah_lewat(hari, lewat):
    assert len(triwulan_lewat(2024, hari)) == lewat


def test_setiap_triwulan_berkeadaan(setahun):
    setahun.rencana("jumlah", "20", "10", "-", "8")
    setahun.realisasi("2", "", "", "")
    assert setahun.keadaan() == [
        Keadaan.DISETUJUI, Keadaan.BELUM_DIISI, Keadaan.TIDAK_DIJADWALKAN, Keadaan.BELUM_WAKTUNYA,
    ]  # fmt: skip


@pytest.mark.parametrize("status", ["draf", "diajukan", "dikembalikan", "diverifikasi"])
def test_yang_sedang_berjalan_disebut_keadaannya(setahun, status):
    setahun.rencana("jumlah", "20", "10", "-", "8")
    setahun.realisasi("2", "", "", "")
    Realisasi.objects.update(status=status, disetujui_oleh=None)
    assert setahun.keadaan()[0] == Keadaan(status)


def test_yang_diisi_tanpa_jadwal_ikut_terlihat(setahun):
    setahun.rencana("jumlah", "20", "-", "-", "8")
    setahun.realisasi("2", "3", "", "")
    assert setahun.keadaan()[1] is Keadaan.DISETUJUI


def test_dari_beberapa_bulan_dipilih_yang_paling_belum(setahun):
    rumuskan(setahun.versi, frekuensi="bulanan")
    setahun.rencana("jumlah", "20", "10", "-", "8")
    isi_realisasi(setahun.versi, 2024, {4: "1", 6: "1"})
    sel = setahun.baris().sel[1]
    assert (sel.keadaan, sel.bulan) == (Keadaan.BELUM_DIISI, 5)


def test_hitungan_hanya_yang_diminta(setahun):
    setahun.rencana("jumlah", "20", "10", "-", "8")
    setahun.realisasi("2", "", "", "")
    hitungan = tabel_pantau(setahun.unit, 2024, hari=JULI).hitungan()
    assert hitungan == {Keadaan.DISETUJUI: 1, Keadaan.BELUM_DIISI: 1}


def test_proyeksi_menurut_rencana(setahun):
    isi_target(setahun.versi, 2024, renstra="38")
    setahun.rencana("jumlah", "20", "10", "-", "8")
    setahun.realisasi("2", "0", "", "")
    baris = setahun.baris()
    assert (baris.proyeksi.sisa, baris.proyeksi.butuh) == (1, Decimal(36))
    assert [satu.tampil for satu in (angka_proyeksi(baris), angka_butuh(baris))] == ["2,53%", "36%"]
    assert angka_capaian_proyeksi(baris).tampil == "6,67"


@pytest.mark.parametrize("cara", ["jumlah", "kumulatif"])
def test_laju_dihitung_sampai_triwulan_terakhir_yang_lengkap(setahun, cara):
    """In July the second triwulan is over, yet nobody has approved it: the pace is the first's."""
    isi_target(setahun.versi, 2024, renstra="38")
    setahun.rencana(cara, "20", "30", "-", "38")
    setahun.realisasi("2", "", "", "")
    baris = setahun.baris()
    assert (baris.sampai, angka_proyeksi(baris).tampil) == (1, "3,8%")
    assert angka_proyeksi(baris).asal.dari[0].tampil == "2%"
    assert (baris.proyeksi.sisa, baris.proyeksi.butuh) == (2, Decimal(18))


def test_tanpa_target_setahun_dipakai_jumlah_rencananya(setahun):
    setahun.rencana("jumlah", "20", "10", "-", "8")
    setahun.realisasi("2", "0", "", "")
    baris = setahun.baris()
    assert baris.target == Nilai.dari_angka(Decimal(38))
    assert baris.proyeksi.butuh == Decimal(36)


def test_tanpa_realisasi_tidak_ada_proyeksi(setahun):
    isi_target(setahun.versi, 2024, renstra="38")
    setahun.rencana("jumlah", "20", "10", "-", "8")
    baris = setahun.baris()
    for angka in (angka_proyeksi(baris), angka_capaian_proyeksi(baris)):
        assert (angka.nilai, angka.alasan) == (None, "Belum ada realisasi yang disetujui.")


def test_yang_sudah_tercapai_tidak_meminta_lagi(setahun):
    isi_target(setahun.versi, 2024, renstra="30")
    setahun.rencana("kumulatif", "10", "20", "25", "30")
    setahun.realisasi("10", "31", "", "")
    butuh = angka_butuh(setahun.baris())
    assert (butuh.nilai, butuh.alasan) == (None, "Target setahun sudah tercapai.")


@pytest.mark.parametrize("banyak", [1, 3])
def test_kuerinya_tetap(setahun, banyak, django_assert_num_queries):
    for _ in range(banyak - 1):
        buat_indikator(setahun.versi.renstra_versi)
    with django_assert_num_queries(26):
        assert len(tabel_pantau(setahun.unit, 2024, hari=JULI).baris) == banyak
