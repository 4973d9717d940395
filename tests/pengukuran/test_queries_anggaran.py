from datetime import date
from decimal import Decimal

import pytest

from pengukuran.models import RealisasiAnggaran
from pengukuran.queries.anggaran import Serapan, tabel_anggaran
from perencanaan.models import Pagu, Simpul
from perencanaan.queries.renstra import versi_renstra
from sakip.lib.angka import tulis_angka, tulis_uang
from sakip.lib.galat import TidakAda
from tests.lib.kendala import salin
from tests.perencanaan.pabrik import buat_anggaran, buat_versi
from tests.perencanaan.pabrik_rencana import anggarkan, buat_simpul


def tercetak(serapan: Serapan) -> tuple:
    uang = [None if n is None else tulis_uang(n) for n in (serapan.pagu, serapan.realisasi)]
    persen = None if serapan.persen is None else tulis_angka(serapan.persen, 2, buang_nol=False)
    return (*uang, persen)


def cari(unit, kode: str) -> Simpul:
    return Simpul.objects.get(renstra_versi=versi_renstra(unit, 2023), kode=kode)


def test_jumlah_2023_dokumen_nyata(pasuruan):
    tabel = tabel_anggaran(pasuruan, 2023)
    assert tercetak(tabel.jumlah) == ("11.443.226.942", "10.228.732.983", "89,39")
    assert (tabel.versi.jenis, tabel.jumlah.saldo) == ("perubahan", 1214493959)


def test_program_2023_dokumen_nyata(pasuruan):
    program = tabel_anggaran(pasuruan, 2023).program()
    assert [(b.simpul.kode, *tercetak(b.serapan)) for b in program] == [
        ("8.01.02", "583.791.760", "517.538.500", "88,65"),
        ("8.01.03", "1.814.924.500", "1.801.053.194", "99,24"),
        ("8.01.04", "126.417.200", "102.777.194", "81,30"),
        ("8.01.05", "954.803.100", "892.744.754", "93,50"),
        ("8.01.06", "3.894.574.360", "3.230.063.582", "82,94"),
        ("8.01.01", "4.068.716.022", "3.684.555.759", "90,56"),
    ]


def test_kegiatan_penunjang_2023_dokumen_nyata(pasuruan):
    baris = tabel_anggaran(pasuruan, 2023).baris
    assert len(baris) == 19
    program = next(b for b in baris if b.simpul.kode == "8.01.01")
    kegiatan = [b for b in baris if b.simpul.kode.startswith("8.01.01.")]
    assert [(b.tingkat - program.tingkat, *tercetak(b.serapan)) for b in kegiatan] == [
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
    belanja = RealisasiAnggaran.objects.get(
        simpul=cari(pasuruan, "8.01.02.2.01"), tahun=2023, bulan=12
    )
    salin(belanja, bulan=6, jumlah=Decimal(1))
    salin(belanja, tahun=2024, jumlah=Decimal(1))
    assert tabel_anggaran(pasuruan, 2023).jumlah.realisasi == 10228732983


def test_simpul_tanpa_pagu_dan_realisasi_tidak_tampil(pasuruan):
    program = cari(pasuruan, "8.01.02")
    kosong = salin(program, kode="8.01.99", identitas="00000000-0000-0000-0000-000000000001")
    assert kosong.pk not in {b.simpul.pk for b in tabel_anggaran(pasuruan, 2023).baris}


def test_simpul_tanpa_realisasi_tampil_tanpa_serapan(pasuruan):
    RealisasiAnggaran.objects.filter(simpul=cari(pasuruan, "8.01.02.2.01")).delete()
    program, kegiatan = tabel_anggaran(pasuruan, 2023).baris[:2]
    assert [tercetak(b.serapan) for b in (program, kegiatan)] == [("583.791.760", None, None)] * 2
    assert program.serapan.saldo is None


def test_gabungan_beberapa_program(pasuruan):
    tabel = tabel_anggaran(pasuruan, 2023)
    pk = [cari(pasuruan, kode).pk for kode in ("8.01.04", "8.01.05")]
    assert tercetak(tabel.gabungan(pk)) == (
        "1.081.220.300", "995.521.948", "92,07",
    )  # fmt: skip
    assert tabel.gabungan([]) == Serapan(None, None)


@pytest.mark.parametrize(
    ("tahun", "tanggal"), [(2024, None), (2025, None), (2023, date(2023, 1, 1))]
)
def test_tanpa_anggaran(pasuruan, tahun, tanggal):
    with pytest.raises(TidakAda, match=rf"^Belum ada anggaran tahun {tahun} yang berlaku"):
        tabel_anggaran(pasuruan, tahun, tanggal)


def test_tanpa_renstra(pasuruan):
    with pytest.raises(TidakAda, match=r"belum mempunyai Renstra yang berlaku pada tahun 2020\.$"):
        tabel_anggaran(pasuruan, 2020)


@pytest.mark.parametrize("program", [1, 3])
def test_banyaknya_kueri_tetap(pemeran, django_assert_num_queries, program):
    buat_anggaran(buat_versi(pemeran.unit_lain), 2023, program)
    with django_assert_num_queries(6):
        tabel = tabel_anggaran(pemeran.unit_lain, 2023)
    assert tabel.jumlah == Serapan(Decimal(100 * program), Decimal(50 * program))


def test_sen_tidak_hilang_dalam_jumlah(pasuruan):
    for kode, jumlah in (("8.01.02.2.01", "583791760.33"), ("8.01.03.2.01", "1814924500.34")):
        Pagu.objects.filter(simpul=cari(pasuruan, kode)).update(jumlah=Decimal(jumlah))
    jumlah = tabel_anggaran(pasuruan, 2023).jumlah
    assert tulis_uang(jumlah.pagu) == "11.443.226.942,67"


# --- within the year, and by jenis belanja ---------------------------------------------------


@pytest.fixture
def tiga(pemeran) -> tuple[Simpul, Simpul, Simpul]:
    """A program of 100 with two kegiatan of 60 and 40; from October on of 70 and 50."""
    renstra = buat_versi(pemeran.unit_lain)
    program = buat_simpul(renstra, "program")
    satu, dua = (buat_simpul(renstra, "kegiatan", program) for _ in range(2))
    versi = anggarkan(
        pemeran.unit_lain, 2023, ("murni", date(2023, 1, 2)), ("perubahan", date(2023, 10, 1))
    )
    for anggaran, jumlah in zip(versi, ((60, 40), (70, 50)), strict=True):
        for simpul, rupiah in zip((satu, dua), jumlah, strict=True):
            Pagu.objects.create(versi_anggaran=anggaran, simpul=simpul, jumlah=Decimal(rupiah))
    return program, satu, dua


def belanjakan(simpul: Simpul, bulan: int, jumlah: int, belanja: str = "5") -> None:
    RealisasiAnggaran.objects.create(
        simpul=simpul, tahun=2023, bulan=bulan, jumlah=Decimal(jumlah), jenis_belanja_id=belanja
    )


def isi_tabel(unit, *masa: object) -> list[tuple]:
    tabel = tabel_anggaran(unit, 2023, *masa)
    return [(b.serapan.pagu, b.serapan.realisasi) for b in tabel.baris]


def test_realisasi_sampai_bulan_itu_saja(pemeran, tiga):
    """What was spent by June: not what was known in March, and not what followed."""
    _, satu, dua = tiga
    for simpul, bulan, jumlah in ((satu, 3, 10), (satu, 6, 30), (dua, 6, 8), (satu, 12, 70)):
        belanjakan(simpul, bulan, jumlah)
    unit, juni = pemeran.unit_lain, date(2023, 6, 30)
    assert isi_tabel(unit, juni, 6) == [(100, 38), (60, 30), (40, 8)]
    assert isi_tabel(unit, juni, 3) == [(100, 10), (60, 10), (40, None)]
    assert isi_tabel(unit, juni, 9) == [(100, None), (60, None), (40, None)]
    assert isi_tabel(unit, None, 6) == [(120, 38), (70, 30), (50, 8)]
    assert isi_tabel(unit) == [(120, 70), (70, 70), (50, None)]
    assert tabel_anggaran(unit, 2023, juni, 6).jumlah.persen == 38


def test_realisasi_menurut_jenis_belanja(pemeran, tiga):
    """Of a kegiatan the parts count where there are any; two programs' codes do not mix."""
    _, satu, dua = tiga
    for belanja, jumlah in (("5", 50), ("5.1", 30), ("5.1.01", 20), ("5.1.02", 11), ("5.2", 9)):
        belanjakan(satu, 12, jumlah, belanja)
    belanjakan(dua, 12, 25)
    assert isi_tabel(pemeran.unit_lain) == [(120, 65), (70, 40), (50, 25)]
