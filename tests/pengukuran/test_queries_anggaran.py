from datetime import date
from decimal import Decimal

import pytest

from pengukuran.models import RealisasiAnggaran
from pengukuran.queries.anggaran import Serapan, tabel_anggaran
from perencanaan.models import Pagu, Simpul
from sakip.lib.angka import tulis_angka, tulis_uang
from sakip.lib.galat import TidakAda
from tests.lib.kendala import salin
from tests.perencanaan.pabrik import buat_anggaran, buat_versi


def tercetak(serapan: Serapan) -> tuple:
    uang = [None if n is None else tulis_uang(n) for n in (serapan.pagu, serapan.realisasi)]
    persen = None if serapan.persen is None else tulis_angka(serapan.persen, 2, buang_nol=False)
    return (*uang, persen)


def test_jumlah_2023_dokumen_nyata(pasuruan):
    tabel = tabel_anggaran(pasuruan, 2023)
    assert tercetak(tabel.jumlah) == ("11.443.226.942", "10.228.732.983", "89,39")
    assert (tabel.versi.jenis, tabel.jumlah.saldo) == ("perubahan", 1214493959)


def test_program_2023_dokumen_nyata(pasuruan):
    program = tabel_anggaran(pasuruan, 2023).program()
    assert [(b.simpul.kode, b.tingkat, *tercetak(b.serapan)) for b in program] == [
        ("8.01.02", 0, "583.791.760", "517.538.500", "88,65"),
        ("8.01.03", 0, "1.814.924.500", "1.801.053.194", "99,24"),
        ("8.01.04", 0, "126.417.200", "102.777.194", "81,30"),
        ("8.01.05", 0, "954.803.100", "892.744.754", "93,50"),
        ("8.01.06", 0, "3.894.574.360", "3.230.063.582", "82,94"),
        ("8.01.01", 0, "4.068.716.022", "3.684.555.759", "90,56"),
    ]


def test_kegiatan_penunjang_2023_dokumen_nyata(pasuruan):
    baris = tabel_anggaran(pasuruan, 2023).baris
    assert len(baris) == 19
    kegiatan = [b for b in baris if b.simpul.kode.startswith("8.01.01.")]
    assert [(b.tingkat, *tercetak(b.serapan)) for b in kegiatan] == [
        (1, "102.780.800", "59.956.714", "58,33"),
        (1, "3.032.112.544", "2.732.030.948", "90,10"),
        (1, "45.612.000", "44.567.800", "97,71"),
        (1, "40.085.880", "37.925.888", "94,61"),
        (1, "225.177.860", "221.264.437", "98,26"),
        (1, "184.745.300", "180.346.500", "97,62"),
        (1, "245.351.638", "230.536.449", "93,96"),
        (1, "192.850.000", "177.927.023", "92,26"),
    ]


def test_tabel_menurut_anggaran_yang_berlaku_pada_tanggal(pasuruan):
    """In February only the programs had a pagu: their kegiatan have realisasi and no serapan."""
    tabel = tabel_anggaran(pasuruan, 2023, date(2023, 2, 1))
    assert tabel.versi.jenis == "murni"
    assert tercetak(tabel.jumlah) == ("10.467.423.824", "10.228.732.983", "97,72")
    assert [tercetak(b.serapan) for b in tabel.baris[:2]] == [
        ("537.138.900", "517.538.500", "96,35"),
        (None, "517.538.500", None),
    ]


def test_realisasi_sebelum_akhir_tahun_tidak_dihitung(pasuruan):
    belanja = RealisasiAnggaran.objects.get(simpul__kode="8.01.02.2.01")
    salin(belanja, bulan=6, jumlah=Decimal(1))
    salin(belanja, tahun=2024, jumlah=Decimal(1))
    assert tabel_anggaran(pasuruan, 2023).jumlah.realisasi == 10228732983


def test_simpul_tanpa_pagu_dan_realisasi_tidak_tampil(pasuruan):
    program = Simpul.objects.get(kode="8.01.02")
    kosong = salin(program, kode="8.01.99", identitas="00000000-0000-0000-0000-000000000001")
    assert kosong.pk not in {b.simpul.pk for b in tabel_anggaran(pasuruan, 2023).baris}


def test_simpul_tanpa_realisasi_tampil_tanpa_serapan(pasuruan):
    RealisasiAnggaran.objects.filter(simpul__kode="8.01.02.2.01").delete()
    program, kegiatan = tabel_anggaran(pasuruan, 2023).baris[:2]
    assert [tercetak(b.serapan) for b in (program, kegiatan)] == [("583.791.760", None, None)] * 2
    assert program.serapan.saldo is None


def test_gabungan_beberapa_program(pasuruan):
    tabel = tabel_anggaran(pasuruan, 2023)
    pk = dict(Simpul.objects.values_list("kode", "pk"))
    assert tercetak(tabel.gabungan([pk["8.01.04"], pk["8.01.05"]])) == (
        "1.081.220.300", "995.521.948", "92,07",
    )  # fmt: skip
    assert tabel.gabungan([]) == Serapan(None, None)


@pytest.mark.parametrize(
    ("tahun", "tanggal"), [(2022, None), (2024, None), (2023, date(2023, 1, 1))]
)
def test_tanpa_anggaran(pasuruan, tahun, tanggal):
    with pytest.raises(TidakAda, match=rf"^Belum ada anggaran tahun {tahun} yang berlaku"):
        tabel_anggaran(pasuruan, tahun, tanggal)


def test_tanpa_renstra(pasuruan):
    with pytest.raises(TidakAda, match=r"belum mempunyai Renstra yang berlaku pada tahun 2021\.$"):
        tabel_anggaran(pasuruan, 2021)


@pytest.mark.parametrize("program", [1, 3])
def test_banyaknya_kueri_tetap(pemeran, django_assert_num_queries, program):
    buat_anggaran(buat_versi(pemeran.unit_lain), 2023, program)
    with django_assert_num_queries(5):
        tabel = tabel_anggaran(pemeran.unit_lain, 2023)
    assert tabel.jumlah == Serapan(Decimal(100 * program), Decimal(50 * program))


def test_sen_tidak_hilang_dalam_jumlah(pasuruan):
    Pagu.objects.filter(simpul__kode="8.01.02.2.01").update(jumlah=Decimal("583791760.33"))
    Pagu.objects.filter(simpul__kode="8.01.03.2.01").update(jumlah=Decimal("1814924500.34"))
    jumlah = tabel_anggaran(pasuruan, 2023).jumlah
    assert tulis_uang(jumlah.pagu) == "11.443.226.942,67"
