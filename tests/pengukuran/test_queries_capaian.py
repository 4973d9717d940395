from datetime import date
from decimal import Decimal

import pytest

from pengukuran.models import Realisasi
from pengukuran.queries.angka import angka_capaian
from pengukuran.queries.capaian import tabel_capaian, tahun_terukur
from pengukuran.queries.skala import skala_setiap_tahun
from perencanaan.hitung.nilai import Nilai
from perencanaan.models import IndikatorVersi
from perencanaan.models.indikator import AturanCapaian
from perencanaan.models.renstra import JENIS_STRATEGIS
from sakip.lib.angka import tulis_angka
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import BatasKategori, Skala, Unit
from tests.lib.kendala import salin
from tests.perencanaan.pabrik import buat_indikator, buat_versi, isi_tahun
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

INDEKS = {
    "indikator__rumusan__nama": "Indeks Stabilitas",
    "indikator__rumusan__renstra_versi__ke": 2,
    "tahun": 2023,
}
PEMILU = "Tidak ada pemilu pada tahun {}."


def ringkas(tabel, tahun: int) -> list[tuple]:
    return [
        (
            b.target and b.target.angka and str(b.target.angka.normalize()),
            b.realisasi and str(b.realisasi.angka.normalize()),
            b.hasil.dipakai and tulis_angka(b.hasil.dipakai, 2, buang_nol=False),
            b.kategori and b.kategori.nama,
            b.hasil.alasan,
        )
        for b in tabel.setahun(tahun)
    ]


def capaian_indeks(unit: Unit):
    return tabel_capaian(unit, 2023).setahun(2023)[0]


def test_tabel_2023_dokumen_nyata(pasuruan):
    assert ringkas(tabel_capaian(pasuruan, 2023), 2023) == [
        ("76.05", "89.68", "117,92", "Sangat Tinggi", ""),
        ("73.14", "75.51", "103,24", "Sangat Tinggi", ""),
        ("1E+2", "1E+2", "100,00", "Sangat Tinggi", ""),
        ("9E+1", "96.38", "107,09", "Sangat Tinggi", ""),
        ("3", "4.28", "142,67", "Sangat Tinggi", ""),
        ("2E+1", "19.44", "97,20", "Sangat Tinggi", ""),
        (None, None, None, None, PEMILU.format(2023)),
    ]


def test_tabel_2022_sebagai_pembanding(pasuruan):
    tabel = tabel_capaian(pasuruan, 2023, tahun_pembanding=(2022,))
    assert tabel.tahun == (2023, 2022)
    assert ringkas(tabel, 2022) == [
        ("74.5", "86.16", "115,65", "Sangat Tinggi", ""),
        ("73.14", "65.51", "89,57", "Tinggi", ""),
        ("1E+2", "1E+2", "100,00", "Sangat Tinggi", ""),
        ("9E+1", "94.9", "105,44", "Sangat Tinggi", ""),
        ("3", "8.75", "291,67", "Sangat Tinggi", ""),
        ("2E+1", "72.72", "363,60", "Sangat Tinggi", ""),
        (None, None, None, None, PEMILU.format(2022)),
    ]


def test_tabel_hanya_jenis_simpul_yang_diminta(pasuruan):
    jumlah = [
        len(tabel_capaian(pasuruan, 2023, jenis=jenis).setahun(2023))
        for jenis in (["tujuan"], ["sasaran"], JENIS_STRATEGIS, ["perangkat_daerah"])
    ]
    assert jumlah == [1, 6, 7, 0]


def test_program_dokumen_nyata(pasuruan):
    """Tabel 3.8, by the targets of the DPPA; of the penunjang program nothing is measured."""
    baris = tabel_capaian(pasuruan, 2023, jenis=["program"]).setahun(2023)
    hasil = {
        b.simpul.kode: b.hasil.dipakai and tulis_angka(b.hasil.dipakai, 2, buang_nol=False)
        for b in baris
    }
    assert hasil == {
        "8.01.01": None,
        "8.01.02": "153,50",
        "8.01.03": "195,65",
        "8.01.04": "209,00",
        "8.01.05": "356,45",
        "8.01.06": "133,33",
    }
    assert {b.sumber_target for b in baris} == {"DPPA 2023"}


@pytest.mark.parametrize("jenis", ["program", "kegiatan", "sub_kegiatan"])
def test_tabel_pohon_anggaran(pemeran, jenis):
    """Tabel 3.8 prints 209,00 for a program whose DPA wants 20: its realisasi is 41,8."""
    versi = indikator_anggaran(buat_versi(pemeran.unit_lain), jenis)
    buat_indikator(versi.renstra_versi)
    isi_target(versi, 2023, renstra="10", dpa="20")
    isi_realisasi(versi, 2023, {12: "41.8"})
    (baris,) = tabel_capaian(pemeran.unit_lain, 2023, jenis=[jenis]).setahun(2023)
    assert (baris.hasil.dipakai, baris.sumber_target) == (209, "DPA 2023")
    assert (baris.simpul, baris.kategori.nama) == (versi.simpul, "Sangat Tinggi")


@pytest.mark.parametrize("status", ["draf", "diajukan", "dikembalikan", "diverifikasi"])
def test_realisasi_yang_belum_disetujui_tidak_dihitung(pasuruan, status):
    Realisasi.objects.filter(**INDEKS).update(status=status)
    baris = capaian_indeks(pasuruan)
    assert (baris.realisasi, baris.hasil.dipakai) == (None, None)
    assert (baris.hasil.alasan, baris.kategori) == ("Realisasi belum diisi.", None)


def test_realisasi_tengah_tahun_bukan_realisasi_setahun(pasuruan):
    Realisasi.objects.filter(**INDEKS).update(bulan=6, frekuensi="semesteran")
    assert capaian_indeks(pasuruan).realisasi is None


def test_belum_diukur_memberi_alasan_bukan_angka(pasuruan):
    Realisasi.objects.filter(**INDEKS).update(
        jenis="belum_diukur", nilai=None, alasan="Survei tertunda."
    )
    baris = capaian_indeks(pasuruan)
    assert (baris.hasil.dipakai, baris.hasil.alasan) == (None, "Survei tertunda.")


def test_realisasi_unit_lain_tidak_dihitung(pemeran):
    salin(Realisasi.objects.get(**INDEKS), unit=pemeran.unit_lain, nilai=1)
    assert capaian_indeks(pemeran.unit).realisasi == Nilai.dari_angka(Decimal("89.68"))


@pytest.mark.parametrize(
    ("batas", "dipakai", "kategori"), [(100, 100, "Sangat Tinggi"), (110, 110, "Sangat Tinggi")]
)
def test_batas_pemda_membatasi_yang_dipakai(pasuruan, batas, dipakai, kategori):
    pasuruan.pemda.batas_capaian = batas
    baris = capaian_indeks(pasuruan)
    assert (baris.hasil.dipakai, baris.kategori.nama) == (dipakai, kategori)
    assert tulis_angka(baris.hasil.asli) == "117,92"


@pytest.mark.parametrize(
    ("aturan", "kategori"), [("berlanjut", "Sangat Tinggi"), ("bulatkan", "Tinggi")]
)
def test_aturan_kategori_pemda(pasuruan, aturan, kategori):
    Realisasi.objects.filter(**INDEKS).update(nilai=Decimal("68.7492"))  # 90,4
    pasuruan.pemda.aturan_kategori = aturan
    assert capaian_indeks(pasuruan).kategori.nama == kategori


@pytest.mark.parametrize(("termasuk", "kategori"), [(False, "Tinggi"), (True, "Sangat Tinggi")])
def test_angka_batas_termasuk_atau_tidak(pasuruan, termasuk, kategori):
    Realisasi.objects.filter(**INDEKS).update(nilai=Decimal("68.445"))  # 90
    BatasKategori.objects.filter(nama="Sangat Tinggi").update(termasuk=termasuk)
    assert capaian_indeks(pasuruan).kategori.nama == kategori


def test_tanpa_skala_tanpa_kategori(pemeran):
    skala = skala_setiap_tahun(pemeran.unit_luar, [2023])[2023]
    assert (skala.nama, skala.jenjang) == ("", ())
    Skala.objects.update(mulai_tahun=2024)
    assert capaian_indeks(pemeran.unit).kategori is None


def test_tabel_tanpa_renstra(pasuruan):
    with pytest.raises(TidakAda, match=r"belum mempunyai Renstra yang berlaku pada tahun 2020\.$"):
        tabel_capaian(pasuruan, 2020)


@pytest.mark.parametrize(("pembanding", "kueri"), [((), 15), ((2022,), 16), ((2022, 2021), 16)])
@pytest.mark.parametrize("triwulan", [None, 4])
@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(
    pemeran, django_assert_num_queries, banyaknya, triwulan, pembanding, kueri
):
    """Whatever the rows and years are, and whether anything was promised or planned for them."""
    versi = buat_versi(pemeran.unit_lain)
    semua = [buat_indikator(versi) for _ in range(banyaknya)]
    for indikator in semua:
        for tahun in (2021, 2022, 2023):
            isi_tahun(indikator, tahun, Decimal(20), Decimal(5))
    for tahun in (2022, 2023):
        janjikan(pemeran.unit_lain, date(tahun, 1, 2), dict.fromkeys(semua, "10"))
        rencana = rencanakan(pemeran.unit_lain, date(tahun, 1, 2))
        for indikator in semua:
            jadwalkan(rencana, indikator, "terakhir", tw("2", "4", "8", "10"))
    unit = Unit.objects.select_related("pemda").get(pk=pemeran.unit_lain.pk)
    with django_assert_num_queries(kueri):
        tabel = tabel_capaian(unit, 2023, triwulan=triwulan, tahun_pembanding=pembanding)
        hasil = [b.hasil.dipakai for tahun in tabel.tahun for b in tabel.setahun(tahun)]
        nama = {b.simpul.nama for b in tabel.setahun(2023)}
    harapan = {2023: 50, 2022: 50, 2021: 25}
    assert hasil == [harapan[tahun] for tahun in tabel.tahun for _ in range(banyaknya)]
    assert len(nama) == banyaknya


def test_target_setahun_menurut_perjanjian(pemeran):
    """The realisasi stays where it is when the head promises another target in October."""
    versi = buat_indikator(buat_versi(pemeran.unit_lain))
    isi_tahun(versi, 2023, Decimal(10), Decimal(9))
    (baris,) = tabel_capaian(pemeran.unit_lain, 2023).setahun(2023)
    assert (baris.hasil.dipakai, baris.sumber_target) == (90, "Renstra, ke-1")
    janjikan(pemeran.unit_lain, date(2023, 1, 2), {versi: "12"})
    janjikan(pemeran.unit_lain, date(2023, 10, 2), {versi: "18"})
    (baris,) = tabel_capaian(pemeran.unit_lain, 2023).setahun(2023)
    assert (baris.hasil.dipakai, baris.sumber_target) == (50, "Perjanjian Kinerja Perubahan 2023")
    assert baris.setahun == baris.hasil


def test_belum_diisi_menyebut_periodenya(pemeran):
    versi = rumuskan(
        buat_indikator(buat_versi(pemeran.unit_lain)), frekuensi="triwulanan", cara="jumlah"
    )
    isi_target(versi, 2023, renstra="40")
    isi_realisasi(versi, 2023, tw("10", "", "10", ""))
    (baris,) = tabel_capaian(pemeran.unit_lain, 2023).setahun(2023)
    assert (baris.target, baris.realisasi) == (Nilai.dari_angka(Decimal(40)), None)
    assert baris.hasil.alasan == "TW II dan TW IV belum diisi."


@pytest.mark.parametrize(
    ("cara", "realisasi", "keterangan"),
    [
        ("kumulatif", 8, "Target setahun penuh; realisasi TW IV."),
        ("jumlah", 20, "Jumlah target setahun penuh; jumlah realisasi TW I, TW II, TW III, dan TW IV."),
        ("rata_rata", 5, "Rata-rata TW I, TW II, TW III, dan TW IV."),
        ("terakhir", 8, "Target setahun penuh; realisasi TW IV."),
    ],
)  # fmt: skip
def test_cara_indikator_membuat_setahun(pemeran, cara, realisasi, keterangan):
    versi = rumuskan(
        buat_indikator(buat_versi(pemeran.unit_lain)), frekuensi="triwulanan", cara=cara
    )
    isi_target(versi, 2023, renstra="40")
    isi_realisasi(versi, 2023, tw("2", "0", "10", "8"))
    (baris,) = tabel_capaian(pemeran.unit_lain, 2023).setahun(2023)
    assert (baris.realisasi.angka, baris.keterangan) == (realisasi, keterangan)
    assert baris.hasil.dipakai == Decimal(realisasi) * 100 / 40


def test_peringatan_periode_sampai_ke_hasil(pemeran):
    """A figure of TW II that stands for the year says so."""
    versi = rumuskan(buat_indikator(buat_versi(pemeran.unit_lain)), frekuensi="triwulanan")
    isi_target(versi, 2023, renstra="36")
    isi_realisasi(versi, 2023, tw("38", "-1", "", ""))
    (baris,) = tabel_capaian(pemeran.unit_lain, 2023).setahun(2023)
    assert (baris.hasil.dipakai, baris.realisasi.angka) == (0, -1)
    assert baris.hasil.peringatan == (
        "TW III dan TW IV belum diisi. Dipakai angka TW II.",
        "Hasil di bawah nol ditampilkan 0.",
    )


@pytest.mark.parametrize(
    ("rumusan", "realisasi", "tertulis"),
    [
        ({}, "15", "150,00"),
        ({"arah": "turun", "aturan": "turun_rencana"}, "15", "50,00"),
        ({"arah": "turun", "aturan": "turun_rasio"}, "15", "66,67"),
        ({"arah": "turun", "aturan": "turun_rencana"}, "25", "0,00"),
    ],
)
def test_aturan_indikator_yang_dipakai(pemeran, rumusan, realisasi, tertulis):
    """Target 10: the two falling rules differ much, so the indikator names its own."""
    versi = rumuskan(buat_indikator(buat_versi(pemeran.unit_lain)), **rumusan)
    isi_tahun(versi, 2023, Decimal(10), Decimal(realisasi))
    (baris,) = tabel_capaian(pemeran.unit_lain, 2023).setahun(2023)
    assert angka_capaian(baris).tampil == tertulis
    assert angka_capaian(baris).asal.uraian == AturanCapaian(versi.aturan).label


@pytest.mark.parametrize(
    ("realisasi", "tertulis", "rumus"),
    [
        ("69.3", "100,00", "realisasi di dalam rentang target = 100"),
        ("70", "100,72", "realisasi / batas atas rentang × 100"),
        ("69", "99,86", "realisasi / batas bawah rentang × 100"),
    ],
)
def test_target_rentang(pemeran, realisasi, tertulis, rumus):
    versi = buat_indikator(buat_versi(pemeran.unit_lain))
    isi_tahun(versi, 2023, Decimal(1), Decimal(realisasi))
    versi.target.update(
        jenis="rentang", nilai=None, batas_bawah=Decimal("69.1"), batas_atas=Decimal("69.5")
    )
    (baris,) = tabel_capaian(pemeran.unit_lain, 2023).setahun(2023)
    hasil = angka_capaian(baris)
    assert (hasil.tampil, hasil.asal.uraian) == (tertulis, rumus)
    assert hasil.asal.dari[0].tampil == "69,1–69,5"


def test_tahun_terukur_yang_terbaru_disetujui(pemeran):
    assert tahun_terukur([pemeran.unit]) == 2023
    assert tahun_terukur([pemeran.unit_lain]) is None
    Realisasi.objects.filter(tahun=2023).update(status="diverifikasi")
    assert tahun_terukur([pemeran.unit]) == 2022


def test_baris_berfrekuensi_lain_tidak_menjadi_angka_setahun(pemeran):
    """A row of December of a monthly indikator that was yearly before is no longer its year."""
    versi = buat_indikator(buat_versi(pemeran.unit_lain))
    isi_tahun(versi, 2023, Decimal(10), Decimal(8))
    IndikatorVersi.objects.filter(pk=versi.pk).update(frekuensi="triwulanan")
    (baris,) = tabel_capaian(pemeran.unit_lain, 2023).setahun(2023)
    assert (baris.realisasi, baris.hasil.dipakai) == (None, None)
