"""Capaian up to a triwulan, by the Rencana Aksi in force on its last day."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from pengukuran.models import Realisasi
from pengukuran.queries.angka import angka_realisasi
from pengukuran.queries.capaian import BarisCapaian, tabel_capaian
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.models import IndikatorVersi
from perencanaan.queries.saat import akhir_bulan
from sakip.lib.angka import tulis_angka
from sakip.organisasi.models import Unit
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import (
    indikator_anggaran,
    isi_realisasi,
    isi_target,
    jadwalkan,
    janjikan,
    rencanakan,
    rumuskan,
    tw,
)

JANUARI, OKTOBER = date(2024, 1, 2), date(2024, 10, 1)
BELUM_TEMPO = "Realisasi tahunan belum jatuh tempo sampai {}."


@dataclass(frozen=True)
class Setahun:
    """One indikator by triwulan, in 2024."""

    unit: Unit
    versi: IndikatorVersi

    def rencana(self, cara: str, *isi: str, berlaku_dari: date = JANUARI, **lain: object) -> None:
        jadwalkan(rencanakan(self.unit, berlaku_dari, **lain), self.versi, cara, tw(*isi))

    def realisasi(self, *isi: str, **beda: object) -> None:
        isi_realisasi(self.versi, 2024, tw(*isi), **beda)

    def baris(self, triwulan: int | None = None, **lain: object) -> BarisCapaian:
        (baris,) = tabel_capaian(self.unit, 2024, triwulan=triwulan, **lain).setahun(2024)
        return baris


@pytest.fixture
def setahun(pemeran) -> Setahun:
    versi = buat_indikator(buat_versi(pemeran.unit_lain))
    return Setahun(pemeran.unit_lain, rumuskan(versi, frekuensi="triwulanan"))


def angka(baris: BarisCapaian) -> tuple[Decimal | None, Decimal | None, str | None]:
    target, realisasi = (
        None if sisi is None else sisi.angka for sisi in (baris.target, baris.realisasi)
    )
    dipakai = baris.hasil.dipakai
    return target, realisasi, None if dipakai is None else tulis_angka(dipakai, 2, buang_nol=False)


# --- Kesbangpol Provinsi Lampung 2024 -------------------------------------------------------


def test_rencana_aksi_kumulatif(setahun):
    """20, 29, -, - lembaga: from TW II on 29 is the target, and its figure that of the year."""
    setahun.rencana("kumulatif", "20", "29", "-", "-")
    setahun.realisasi("18", "29", "", "")
    assert [angka(setahun.baris(n)) for n in (1, 2, 3, 4)] == [
        (20, 18, "90,00"),
        (29, 29, "100,00"),
        (29, 29, "100,00"),
        (29, 29, "100,00"),
    ]
    assert setahun.baris(3).keterangan == "Target TW II; realisasi TW II."


def test_evaluasi_dijumlahkan(setahun):
    """20 + 10 + 8 = 38 and 2 + 0 + 10 + 8 = 20: 52,63; nothing was due in TW III, yet it counts."""
    setahun.rencana("jumlah", "20", "10", "-", "8")
    setahun.realisasi("2", "0", "10", "8")
    assert [angka(setahun.baris(n)) for n in (1, 2, 3, 4)] == [
        (20, 2, "10,00"),
        (30, 2, "6,67"),
        (30, 12, "40,00"),
        (38, 20, "52,63"),
    ]


def test_program_sampai_triwulan_empat(pemeran):
    """Target 80, realisasi 78: 97,50."""
    versi = indikator_anggaran(buat_versi(pemeran.unit_lain))
    rumuskan(versi, frekuensi="triwulanan", cara="terakhir")
    isi_target(versi, 2024, dpa="80")
    milik = Setahun(pemeran.unit_lain, versi)
    milik.rencana("kumulatif", "20", "40", "60", "80")
    milik.realisasi("15", "40", "55", "78")
    assert [angka(milik.baris(n, jenis=["program"])) for n in (1, 2, 3, 4)] == [
        (20, 15, "75,00"),
        (40, 40, "100,00"),
        (60, 55, "91,67"),
        (80, 78, "97,50"),
    ]
    assert milik.baris(4, jenis=["program"]).kategori.nama == "Sangat Tinggi"


# --- Bakesbangpol Kota Pasuruan 2023: monthly targets of a yearly indikator ------------------


@pytest.fixture
def ormas(pemeran) -> IndikatorVersi:
    versi = buat_indikator(buat_versi(pemeran.unit_lain))
    isi_target(versi, 2023, renstra="3")
    bulanan = dict.fromkeys(range(1, 13), "-") | {2: "0.5", 6: "1", 8: "2", 11: "3"}
    rencana = rencanakan(pemeran.unit_lain, date(2023, 1, 2))
    jadwalkan(rencana, versi, "kumulatif", bulanan, "bulanan")
    return versi


def test_target_bulanan_sampai_triwulan(pemeran, ormas):
    """0,5 in February, 1 in June, 2 in August, 3 in November; the one realisasi is December's."""
    isi_realisasi(ormas, 2023, {12: "4.28"})
    baris = [tabel_capaian(pemeran.unit_lain, 2023, triwulan=n).setahun(2023)[0] for n in (1, 2, 3)]
    assert [angka(b) for b in baris] == [
        (Decimal("0.5"), None, None),
        (1, None, None),
        (2, None, None),
    ]
    assert [b.hasil.alasan for b in baris] == [
        BELUM_TEMPO.format(bulan) for bulan in ("Maret", "Juni", "September")
    ]
    assert {b.belum_diisi for b in baris} == {""}
    assert {angka_realisasi(b).tampil for b in baris} == {"-"}
    akhir = tabel_capaian(pemeran.unit_lain, 2023, triwulan=4).setahun(2023)[0]
    assert angka(akhir) == (3, Decimal("4.28"), "142,67")
    assert akhir.keterangan == "Target November; realisasi setahun penuh."


def test_triwulan_empat_sama_dengan_setahun(pemeran, ormas):
    isi_realisasi(ormas, 2023, {12: "4.28"})
    tahun = tabel_capaian(pemeran.unit_lain, 2023).setahun(2023)[0]
    akhir = tabel_capaian(pemeran.unit_lain, 2023, triwulan=4).setahun(2023)[0]
    assert (tahun.target, tahun.realisasi, tahun.hasil) == (
        akhir.target, akhir.realisasi, akhir.hasil,
    )  # fmt: skip
    assert (tahun.sumber_target, akhir.sumber_target) == (
        "Renstra, ke-1",
        "Rencana Aksi 2023 versi 1",
    )


def test_dokumen_nyata_sampai_triwulan(pasuruan):
    """Lampiran 1 until September, Lampiran 2 from October on; `-` is not due yet."""
    tabel = {n: tabel_capaian(pasuruan, 2023, triwulan=n).setahun(2023) for n in (1, 2, 3, 4)}
    target = [
        [b.target.angka and tulis_angka(b.target.angka) for b in baris]
        for baris in zip(*tabel.values(), strict=True)
    ]
    assert target == [
        [None, None, None, "76,05"],
        [None, None, "73,14", "73,14"],
        [None, None, None, "100"],
        ["25,47", "59,49", "74,43", "90"],
        ["0,5", "1", "2", "3"],
        ["5", "10", "15", "20"],
        [None, None, None, None],
    ]
    sumber = [{b.sumber_target for b in tabel[n]} for n in (1, 2, 3, 4)]
    assert sumber == [{f"Rencana Aksi 2023 versi {ke}"} for ke in (1, 1, 1, 2)]
    assert {b.realisasi for n in (1, 2, 3) for b in tabel[n]} == {None}
    setahun = tabel_capaian(pasuruan, 2023).setahun(2023)
    assert [b.hasil for b in tabel[4]] == [b.hasil for b in setahun]
    assert {b.sumber_target for b in setahun} == {"Perjanjian Kinerja Perubahan 2023"}


# --- which plan counts ----------------------------------------------------------------------


def test_rencana_yang_berlaku_pada_hari_terakhir_triwulan(setahun):
    """In force from the last day of TW II on: TW I is by the first version, TW II by the second."""
    setahun.rencana("kumulatif", "10", "20", "30", "40")
    setahun.rencana("kumulatif", "1", "2", "3", "4", berlaku_dari=date(2024, 6, 30))
    setahun.rencana("jumlah", "5", "5", "5", "5", berlaku_dari=date(2024, 7, 1))
    setahun.rencana("jumlah", "9", "9", "9", "9", berlaku_dari=date(2024, 8, 1), status="draf")
    setahun.realisasi("1", "2", "3", "4")
    baris = [setahun.baris(n) for n in (1, 2, 3, 4)]
    assert [angka(b) for b in baris] == [
        (10, 1, "10,00"),
        (2, 2, "100,00"),
        (15, 6, "40,00"),
        (20, 10, "50,00"),
    ]
    assert [b.sumber_target for b in baris] == [
        f"Rencana Aksi 2024 versi {ke}" for ke in (1, 2, 3, 3)
    ]


def test_sebelum_rencana_berlaku_target_tahun(setahun):
    isi_target(setahun.versi, 2024, renstra="38")
    setahun.rencana("jumlah", "20", "10", "-", "8", berlaku_dari=date(2024, 4, 1))
    setahun.realisasi("2", "0", "10", "8")
    assert setahun.baris(1).target.jenis is JenisNilai.TIDAK_DIJADWALKAN
    assert angka(setahun.baris(2)) == (30, 2, "6,67")


def test_cara_menurut_rencana_bukan_menurut_indikator(setahun):
    """The wording says terakhir; this year's plan adds up, for the year's capaian too."""
    isi_target(setahun.versi, 2024, renstra="40")
    setahun.realisasi("2", "0", "10", "8")
    assert angka(setahun.baris()) == (40, 8, "20,00")
    setahun.rencana("jumlah", "20", "10", "-", "8")
    assert angka(setahun.baris(4)) == (38, 20, "52,63")
    assert angka(setahun.baris()) == (40, 20, "50,00")


def test_tanpa_rencana_target_tahun_jatuh_tempo_di_akhirnya(setahun):
    isi_target(setahun.versi, 2024, renstra="40")
    setahun.realisasi("2", "10", "20", "30")
    for triwulan, nyata in ((1, 2), (2, 10), (3, 20)):
        baris = setahun.baris(triwulan)
        assert baris.target.jenis is JenisNilai.TIDAK_DIJADWALKAN
        assert angka(baris) == (None, nyata, None)
        assert baris.hasil.alasan.startswith("Belum ada target yang jatuh tempo sampai")
        assert baris.setahun.dipakai == Decimal(nyata) * 100 / 40
    assert angka(setahun.baris(4)) == (40, 30, "75,00")
    assert setahun.baris(4).sumber_target == "Renstra, ke-1"


def test_rencana_yang_menyebut_tanpa_target_menurut_target_tahun(setahun):
    isi_target(setahun.versi, 2024, renstra="40")
    setahun.rencana("jumlah", "", "", "", "")
    setahun.realisasi("2", "0", "10", "8")
    assert angka(setahun.baris(4)) == (40, 20, "50,00")


def test_indikator_yang_tidak_disebut_rencana(setahun):
    lain = buat_indikator(setahun.versi.renstra_versi)
    jadwalkan(rencanakan(setahun.unit, JANUARI), lain, "jumlah", tw("1", "1", "1", "1"))
    isi_target(setahun.versi, 2024, renstra="40")
    setahun.realisasi("2", "0", "10", "8")
    baris = tabel_capaian(setahun.unit, 2024, triwulan=4).setahun(2024)[0]
    assert (angka(baris), baris.sumber_target) == ((40, 8, "20,00"), "Renstra, ke-1")


# --- what is missing, and what counts -------------------------------------------------------


@pytest.mark.parametrize("cara", ["kumulatif", "jumlah"])
def test_triwulan_yang_belum_diisi_menyebut_dirinya(setahun, cara):
    setahun.rencana(cara, "20", "29", "-", "-")
    setahun.realisasi("20", "", "", "")
    for triwulan in (2, 3, 4):
        baris = setahun.baris(triwulan)
        assert (baris.realisasi, baris.hasil.dipakai, baris.kategori) == (None, None, None)
        assert (baris.hasil.alasan, baris.keterangan) == ("TW II belum diisi.", "")
        assert (baris.belum_diisi, baris.triwulan) == ("TW II belum diisi.", triwulan)
        assert angka_realisasi(baris).tampil == ""


@pytest.mark.parametrize("status", ["draf", "diajukan", "dikembalikan", "diverifikasi"])
def test_yang_belum_disetujui_tidak_pernah_dihitung(setahun, status):
    setahun.rencana("jumlah", "20", "10", "-", "8")
    setahun.realisasi("2", "", "10", "8")
    setahun.realisasi("", "7", "", "", status=status)
    assert setahun.baris(4).hasil.alasan == "TW II belum diisi."
    Realisasi.objects.filter(status=status).update(status="disetujui")
    assert angka(setahun.baris(4)) == (38, 27, "71,05")


def test_belum_diukur_menyebut_alasannya(setahun):
    setahun.rencana("kumulatif", "20", "29", "-", "-")
    setahun.realisasi("", "1", "", "", jenis="belum_diukur", nilai=None, alasan="Survei tertunda.")
    baris = setahun.baris(2)
    assert baris.hasil.alasan == "TW II belum diukur: Survei tertunda."
    assert baris.realisasi.jenis is JenisNilai.BELUM_DIUKUR


def test_tidak_dijadwalkan_di_tengah(setahun):
    """Nothing is due by TW I; by TW III still the 10 of TW II."""
    setahun.rencana("kumulatif", "-", "10", "-", "30")
    setahun.realisasi("4", "5", "", "30")
    baris = [setahun.baris(n) for n in (1, 2, 3, 4)]
    assert [angka(b) for b in baris] == [
        (None, 4, None),
        (10, 5, "50,00"),
        (10, 5, "50,00"),
        (30, 30, "100,00"),
    ]
    assert baris[0].target.jenis is JenisNilai.TIDAK_DIJADWALKAN
    assert baris[0].hasil.alasan == "Tidak ada yang jatuh tempo."


def test_angka_yang_terlambat_dihitung(setahun):
    """Of what was due in TW I the first figure came in TW III, when nothing was due."""
    setahun.rencana("kumulatif", "20", "-", "-", "-")
    setahun.realisasi("", "", "21", "")
    assert setahun.baris(2).hasil.alasan == "TW I belum diisi."
    assert angka(setahun.baris(3)) == (20, 21, "105,00")
    assert setahun.baris(3).keterangan == "Target TW I; realisasi TW III."


def test_rata_rata(setahun):
    """(80 + 90) / 2 = 85 and (72 + 81) / 2 = 76,5; the mean of the year is set against 88."""
    isi_target(setahun.versi, 2024, renstra="88")
    setahun.rencana("rata_rata", "80", "85", "-", "90")
    setahun.realisasi("72", "", "99", "81")
    baris = setahun.baris(4)
    assert angka(baris) == (85, Decimal("76.5"), "90,00")
    assert tulis_angka(baris.setahun.dipakai) == "86,93"
    assert baris.keterangan == "Rata-rata TW I dan TW IV."
    assert baris.hasil.peringatan == (
        "TW II belum diisi. Tidak ikut dirata-rata.",
        "TW III tidak ikut dirata-rata: target atau realisasinya bukan angka.",
    )


def test_capaian_triwulan_di_samping_capaian_setahun(setahun):
    """The same realisasi against what was due so far, and against the promise of the year."""
    isi_target(setahun.versi, 2024, renstra="30")
    janjikan(setahun.unit, JANUARI, {setahun.versi: "40"})
    setahun.rencana("kumulatif", "10", "20", "30", "40")
    setahun.realisasi("8", "16", "", "")
    baris = [setahun.baris(n) for n in (1, 2)]
    assert [(b.hasil.dipakai, b.setahun.dipakai) for b in baris] == [(80, 20), (80, 40)]
    assert [b.kategori.nama for b in baris] == ["Tinggi", "Tinggi"]
    ketiga = setahun.baris(3)
    assert (ketiga.hasil.alasan, ketiga.setahun.alasan) == ("TW III belum diisi.",) * 2


def test_janji_yang_berlaku_pada_triwulannya(setahun):
    """Before October the year's target is that of January's agreement."""
    janjikan(setahun.unit, JANUARI, {setahun.versi: "40"})
    janjikan(setahun.unit, OKTOBER, {setahun.versi: "80"})
    setahun.realisasi("4", "8", "16", "32")
    assert [setahun.baris(n).setahun.dipakai for n in (3, 4)] == [40, 40]
    assert [setahun.baris(n).setahun.dipakai for n in (1, 2)] == [10, 20]


def test_batas_pemda_berlaku_pada_keduanya(setahun):
    isi_target(setahun.versi, 2024, renstra="10")
    setahun.rencana("kumulatif", "5", "-", "-", "10")
    setahun.realisasi("20", "", "", "")
    setahun.unit.pemda.batas_capaian = 120
    baris = setahun.baris(1)
    assert (baris.hasil.asli, baris.hasil.dipakai) == (400, 120)
    assert (baris.setahun.asli, baris.setahun.dipakai) == (200, 120)


def test_baris_berfrekuensi_lain_tidak_dijumlahkan(setahun):
    """A semester's figure would stand for TW II as well as for TW I and II together."""
    setahun.rencana("jumlah", "20", "10", "-", "8")
    setahun.realisasi("2", "", "10", "8")
    setahun.realisasi("", "9", "", "", frekuensi="semesteran")
    assert setahun.baris(4).hasil.alasan == "TW II belum diisi."


@pytest.mark.parametrize(
    ("bulan", "akhir"),
    [
        (2, date(2024, 2, 29)),
        (3, date(2024, 3, 31)),
        (6, date(2024, 6, 30)),
        (12, date(2024, 12, 31)),
    ],
)
def test_akhir_bulan(bulan, akhir):
    assert akhir_bulan(2024, bulan) == akhir
