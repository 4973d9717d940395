from decimal import Decimal

import pytest

from pengukuran.models import Realisasi
from pengukuran.queries.capaian import (
    BELUM_SETAHUN,
    skala_berlaku,
    tabel_capaian,
    tahun_terukur,
)
from perencanaan.hitung.nilai import Nilai
from perencanaan.models import IndikatorVersi
from perencanaan.models.renstra import JENIS_STRATEGIS
from sakip.lib.angka import tulis_angka
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Skala, Unit
from tests.lib.kendala import salin
from tests.perencanaan.pabrik import buat_indikator, buat_versi, isi_tahun

INDEKS = {"indikator__rumusan__nama": "Indeks Stabilitas", "tahun": 2023}
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
        for jenis in (["tujuan"], ["sasaran"], JENIS_STRATEGIS, ["program"])
    ]
    assert jumlah == [1, 6, 7, 0]


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


def test_tanpa_skala_tanpa_kategori(pemeran):
    skala = skala_berlaku(pemeran.unit_luar, 2023)
    assert (skala.nama, skala.jenjang) == ("", ())
    Skala.objects.update(mulai_tahun=2024)
    assert capaian_indeks(pemeran.unit).kategori is None


def test_tabel_tanpa_renstra(pasuruan):
    with pytest.raises(TidakAda, match=r"belum mempunyai Renstra yang berlaku pada tahun 2021\.$"):
        tabel_capaian(pasuruan, 2021)


@pytest.mark.parametrize("pembanding", [(), (2023, 2022)])
@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(pemeran, django_assert_num_queries, banyaknya, pembanding):
    versi = buat_versi(pemeran.unit_lain)
    for _ in range(banyaknya):
        indikator = buat_indikator(versi)
        for tahun in (2022, 2023, 2024):
            isi_tahun(indikator, tahun, Decimal(10), Decimal(5))
    unit = Unit.objects.select_related("pemda").get(pk=pemeran.unit_lain.pk)
    with django_assert_num_queries(7):
        tabel = tabel_capaian(unit, 2024, tahun_pembanding=pembanding)
        hasil = [b.hasil.dipakai for tahun in tabel.tahun for b in tabel.setahun(tahun)]
        nama = {b.simpul.nama for b in tabel.setahun(2024)}
    assert hasil == [50] * banyaknya * (1 + len(pembanding))
    assert len(nama) == banyaknya


def test_pembanding_memakai_target_versi_yang_berlaku_pada_tahunnya(pemeran):
    """An indikator keeps its identity through a new wording of the Renstra, and its past with it."""
    lama, baru = buat_versi(pemeran.unit_lain, 1, 2021), buat_versi(pemeran.unit_lain, 2, 2022)
    dahulu = buat_indikator(lama)
    isi_tahun(dahulu, 2021, Decimal(10), Decimal(8))
    isi_tahun(buat_indikator(baru, dahulu.indikator), 2022, Decimal(20), Decimal(18))
    tabel = tabel_capaian(pemeran.unit_lain, 2022, tahun_pembanding=(2021,))
    baris = [tabel.setahun(tahun)[0] for tahun in (2022, 2021)]
    assert [(b.hasil.dipakai, b.sumber_target) for b in baris] == [(90, str(baru)), (80, str(lama))]


def test_tahun_terukur_yang_terbaru_disetujui(pemeran):
    assert tahun_terukur(pemeran.unit) == 2023
    assert tahun_terukur(pemeran.unit_lain) is None
    Realisasi.objects.filter(tahun=2023).update(status="diverifikasi")
    assert tahun_terukur(pemeran.unit) == 2022


@pytest.mark.parametrize(
    ("frekuensi", "cara", "alasan"),
    [
        ("triwulanan", "jumlah", BELUM_SETAHUN),
        ("bulanan", "rata_rata", BELUM_SETAHUN),
        ("triwulanan", "kumulatif", ""),
        ("bulanan", "terakhir", ""),
        ("tahunan", "jumlah", ""),
    ],
)
def test_angka_satu_periode_tidak_menjadi_angka_setahun(frekuensi, cara, alasan, pemeran):
    versi = buat_indikator(buat_versi(pemeran.unit_lain))
    isi_tahun(versi, 2023, Decimal(10), Decimal(8))
    IndikatorVersi.objects.filter(pk=versi.pk).update(frekuensi=frekuensi, cara=cara)
    (baris,) = tabel_capaian(pemeran.unit_lain, 2023).setahun(2023)
    assert (baris.hasil.alasan, baris.hasil.dipakai) == (alasan, None if alasan else 80)
