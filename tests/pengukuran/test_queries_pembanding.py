"""Earlier years beside this one: by the same indikator, or by the one it replaced."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from pengukuran.queries.capaian import BarisCapaian, tabel_capaian
from pengukuran.queries.padanan import jejak_ke_belakang
from perencanaan.models import IndikatorVersi, Padanan, RenstraVersi
from sakip.organisasi.models import BatasKategori, Pemda, Skala, Unit
from tests.perencanaan.pabrik import buat_indikator, buat_versi, isi_tahun
from tests.perencanaan.pabrik_rencana import (
    isi_realisasi,
    isi_target,
    jadwalkan,
    rencanakan,
    rumuskan,
    tw,
)


@dataclass(frozen=True)
class DuaRenstra:
    """A Renstra in force in 2021, and its new wording from 2022."""

    unit: Unit
    lama: RenstraVersi
    baru: RenstraVersi

    def baris(self, tahun: int = 2021, **lain: object) -> BarisCapaian:
        """The row of the only indikator of 2022, as its table shows a year."""
        tabel = tabel_capaian(self.unit, 2022, tahun_pembanding=(2021,), **lain)
        (baris,) = tabel.setahun(tahun)
        return baris


@pytest.fixture
def dua(pemeran) -> DuaRenstra:
    unit = pemeran.unit_lain
    return DuaRenstra(unit, buat_versi(unit, 1, 2021), buat_versi(unit, 2, 2022))


def gantikan(lama: IndikatorVersi, baru: IndikatorVersi) -> None:
    Padanan.objects.create(lama=lama.indikator, baru=baru.indikator)


def ringkas(baris: BarisCapaian) -> tuple:
    return baris.hasil.dipakai, baris.sumber_target, baris.hasil.alasan


def kosong(baris: BarisCapaian) -> bool:
    return (baris.target, baris.realisasi, baris.kategori, baris.hasil.asli) == (None,) * 4


def test_versi_yang_berlaku_pada_tahunnya(dua):
    """An indikator keeps its identity through a new wording of the Renstra, and its past with it."""
    dahulu = buat_indikator(dua.lama)
    isi_tahun(dahulu, 2021, Decimal(10), Decimal(8))
    isi_tahun(buat_indikator(dua.baru, dahulu.indikator), 2022, Decimal(20), Decimal(18))
    assert ringkas(dua.baris(2022)) == (90, "Renstra, ke-2", "")
    assert ringkas(dua.baris(2021)) == (80, "Renstra, ke-1", "")


def test_aturan_pada_tahunnya(dua):
    """What fell by plan in 2021 and by ratio in 2022 keeps both rules."""
    dahulu = rumuskan(buat_indikator(dua.lama), arah="turun", aturan="turun_rencana")
    kini = buat_indikator(dua.baru, dahulu.indikator)
    rumuskan(kini, arah="turun", aturan="turun_rasio")
    isi_tahun(dahulu, 2021, Decimal(10), Decimal(16))
    isi_tahun(kini, 2022, Decimal(10), Decimal(16))
    hasil = {tahun: dua.baris(tahun).hasil for tahun in (2021, 2022)}
    assert {tahun: (h.aturan, h.dipakai) for tahun, h in hasil.items()} == {
        2021: ("turun_rencana", 40), 2022: ("turun_rasio", Decimal("62.5")),
    }  # fmt: skip


def test_cara_dan_frekuensi_pada_tahunnya(dua):
    """Four triwulan were added up in 2021; since 2022 there is one figure a year."""
    dahulu = rumuskan(buat_indikator(dua.lama), frekuensi="triwulanan", cara="jumlah")
    kini = buat_indikator(dua.baru, dahulu.indikator)
    isi_target(dahulu, 2021, renstra="38")
    isi_realisasi(dahulu, 2021, tw("2", "0", "10", "7"))
    isi_tahun(kini, 2022, Decimal(10), Decimal(9))
    assert [dua.baris(tahun).hasil.dipakai for tahun in (2021, 2022)] == [50, 90]


def test_skala_pada_tahunnya(dua):
    skala = Skala.objects.create(
        pemda=Pemda.objects.get(pk=dua.unit.pemda_id), nama="Lama", sumber="-", mulai_tahun=2000
    )
    BatasKategori.objects.create(skala=skala, nama="Semua", warna="baik", urutan=1)
    Skala.objects.exclude(pk=skala.pk).update(mulai_tahun=2022)
    dahulu = buat_indikator(dua.lama)
    isi_tahun(dahulu, 2021, Decimal(10), Decimal(8))
    isi_tahun(buat_indikator(dua.baru, dahulu.indikator), 2022, Decimal(10), Decimal(8))
    assert [dua.baris(tahun).kategori.nama for tahun in (2021, 2022)] == ["Semua", "Tinggi"]


def test_tahun_yang_tidak_menyebut_indikatornya_tanpa_angka(dua):
    buat_indikator(dua.lama)
    isi_tahun(buat_indikator(dua.baru), 2022, Decimal(10), Decimal(9))
    baris = dua.baris(2021)
    assert kosong(baris)
    assert (baris.hasil.alasan, baris.beda) == ("Target belum ditetapkan.", "")


def test_triwulan_tahun_lalu_menurut_rencananya_sendiri(dua):
    """June 2021 beside June 2022: the plan that was changed in October 2021 came later."""
    dahulu = rumuskan(buat_indikator(dua.lama), frekuensi="triwulanan", cara="jumlah")
    kini = rumuskan(
        buat_indikator(dua.baru, dahulu.indikator), frekuensi="triwulanan", cara="jumlah"
    )
    for tanggal, versi, target in (
        (date(2021, 1, 4), dahulu, tw("10", "10", "10", "10")),
        (date(2021, 10, 1), dahulu, tw("1", "1", "1", "1")),
        (date(2022, 1, 3), kini, tw("20", "20", "20", "20")),
    ):
        jadwalkan(rencanakan(dua.unit, tanggal), versi, "jumlah", target)
    for versi, tahun in ((dahulu, 2021), (kini, 2022)):
        isi_realisasi(versi, tahun, tw("4", "6", "", ""))
    hasil = {tahun: dua.baris(tahun, triwulan=2) for tahun in (2021, 2022)}
    assert {tahun: (b.target.angka, b.hasil.dipakai) for tahun, b in hasil.items()} == {
        2021: (20, 50), 2022: (40, 25),
    }  # fmt: skip
    assert hasil[2021].sumber_target == "Rencana Aksi 2021 versi 1"


# --- an indikator that replaced another -----------------------------------------------------


@pytest.fixture
def ganti(dua) -> tuple[IndikatorVersi, IndikatorVersi]:
    """One of 2021 and the one that took its place, worded alike, each with its figures."""
    lama, baru = buat_indikator(dua.lama), buat_indikator(dua.baru)
    isi_tahun(lama, 2021, Decimal(10), Decimal(8))
    isi_tahun(baru, 2022, Decimal(10), Decimal(9))
    return lama, baru


def test_tanpa_padanan_tahun_lalu_kosong(dua, ganti):
    assert kosong(dua.baris(2021))


def test_padanan_memakai_angka_yang_lama(dua, ganti):
    lama, baru = ganti
    gantikan(lama, baru)
    baris = dua.baris(2021)
    assert ringkas(baris) == (80, "Renstra, ke-1", "")
    assert (baris.indikator, baris.beda) == (baru, "")
    assert (baris.target.angka, baris.realisasi.angka, baris.kategori.nama) == (10, 8, "Tinggi")
    assert dua.baris(2022).hasil.dipakai == 90


@pytest.mark.parametrize(
    ("isi", "beda"),
    [
        ({"satuan": "Nilai"}, "satuannya"),
        ({"arah": "turun", "aturan": "turun_rasio"}, "arahnya"),
        ({"rumus": "a / b * 100"}, "rumusnya"),
        ({"satuan": "Nilai", "rumus": "a - b"}, "satuannya, rumusnya"),
    ],
)
def test_padanan_yang_berbeda_tanpa_angka_dengan_alasannya(dua, ganti, isi, beda):
    lama, baru = ganti
    gantikan(lama, baru)
    rumuskan(lama, **isi)
    baris = dua.baris(2021)
    alasan = f"Indikator diganti dan tidak dapat dibandingkan: {beda} berbeda."
    assert kosong(baris)
    assert (baris.hasil.alasan, baris.beda, baris.setahun) == (alasan, alasan, baris.hasil)


def test_padanan_menurut_aturan_yang_lama(dua, ganti):
    """Arah is the same, only the rule differs: 2021 is computed as it was."""
    lama, baru = (
        rumuskan(satu, arah="turun", aturan=aturan)
        for satu, aturan in zip(ganti, ("turun_rencana", "turun_rasio"), strict=True)
    )
    gantikan(lama, baru)
    assert dua.baris(2021).hasil.dipakai == 120


def test_indikator_lama_yang_tidak_ada_dalam_renstra_tahun_itu(dua):
    lama, baru = buat_indikator(dua.baru), buat_indikator(dua.baru)
    isi_realisasi(lama, 2021, {12: "8"})
    gantikan(lama, baru)
    tabel = tabel_capaian(dua.unit, 2022, tahun_pembanding=(2021,))
    baris = next(b for b in tabel.setahun(2021) if b.indikator == baru)
    assert (kosong(baris), baris.beda) == (
        True,
        "Indikator lama tidak ada dalam Renstra tahun itu.",
    )


def test_angka_sendiri_mendahului_yang_lama(dua, ganti):
    lama, baru = ganti
    gantikan(lama, baru)
    isi_tahun(buat_indikator(dua.lama, baru.indikator), 2021, Decimal(10), Decimal(5))
    assert dua.baris(2021).hasil.dipakai == 50


def test_tahun_tabel_sendiri_tidak_memakai_yang_lama(dua):
    """Of this year the indikator stands for itself, also while nothing of it is known."""
    lama, baru = buat_indikator(dua.lama), buat_indikator(dua.baru)
    isi_realisasi(lama, 2022, {12: "8"})
    isi_tahun(buat_indikator(dua.baru, lama.indikator), 2022, Decimal(10))
    gantikan(lama, baru)
    for pembanding in ((), (2021,)):
        tabel = tabel_capaian(dua.unit, 2022, tahun_pembanding=pembanding)
        baris = next(b for b in tabel.setahun(2022) if b.indikator == baru)
        assert (kosong(baris), baris.beda) == (True, "")
        assert baris.hasil.alasan == "Target belum ditetapkan."


def test_rantai_dua_penggantian(pemeran):
    unit = pemeran.unit_lain
    versi = {tahun: buat_versi(unit, tahun - 2020, tahun) for tahun in (2021, 2022, 2023)}
    rantai = [buat_indikator(milik) for milik in versi.values()]
    for butir, tahun, realisasi in zip(rantai, versi, (7, 8, 9), strict=True):
        isi_tahun(butir, tahun, Decimal(10), Decimal(realisasi))
    gantikan(rantai[0], rantai[1])
    gantikan(rantai[1], rantai[2])
    tabel = tabel_capaian(unit, 2023, tahun_pembanding=(2022, 2021))
    hasil = {tahun: tabel.setahun(tahun)[0].hasil.dipakai for tahun in tabel.tahun}
    assert hasil == {2023: 90, 2022: 80, 2021: 70}
    rumuskan(rantai[0], satuan="Nilai")
    tabel = tabel_capaian(unit, 2023, tahun_pembanding=(2022, 2021))
    hasil = {tahun: tabel.setahun(tahun)[0].hasil.dipakai for tahun in tabel.tahun}
    assert hasil == {2023: 90, 2022: 80, 2021: None}


def test_lingkaran_padanan_berakhir(dua, ganti):
    lama, baru = ganti
    gantikan(lama, baru)
    gantikan(baru, lama)
    assert dua.baris(2021).hasil.dipakai == 80
    tabel = tabel_capaian(dua.unit, 2022, tahun_pembanding=(2020,))
    assert kosong(tabel.setahun(2020)[0])


@pytest.mark.parametrize(
    ("sebelum", "jejak"),
    [
        ({}, [3]),
        ({3: 2, 2: 1}, [3, 2, 1]),
        ({3: 2, 2: 3}, [3, 2]),
        ({3: 2, 2: 1, 1: 2}, [3, 2, 1]),
        ({3: 3}, [3]),
        ({2: 1}, [3]),
    ],
)
def test_jejak_ke_belakang(sebelum, jejak):
    assert jejak_ke_belakang(3, sebelum) == jejak
