"""The budget tree: what it holds, what it sums to, and which version of it is in force."""

from datetime import date
from decimal import Decimal

import pytest

from perencanaan.hitung.pagu import Selisih
from perencanaan.models import Dukungan, Pagu, RenstraVersi, Simpul, VersiAnggaran
from perencanaan.queries.anggaran import (
    PohonAnggaran,
    Rincian,
    SelisihBelanja,
    dukungan_indikator,
    jumlah_simpul,
    pohon_anggaran,
)
from perencanaan.queries.renstra import versi_renstra
from sakip.lib.galat import TidakAda
from sakip.lib.waktu import hari_ini
from tests.perencanaan.pabrik import buat_anggaran, buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import anggarkan, buat_simpul

JANUARI = date(2023, 1, 2)


def pohon_2023(unit) -> PohonAnggaran:
    return pohon_anggaran(versi_renstra(unit, 2023), unit, 2023)


def cari(unit, kode: str) -> Simpul:
    return Simpul.objects.get(renstra_versi=versi_renstra(unit, 2023), kode=kode)


@pytest.fixture
def pohon(pasuruan) -> PohonAnggaran:
    return pohon_2023(pasuruan)


# --- the document of 2023 -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tanggal", "jenis"),
    [
        (date(2023, 1, 2), "murni"),
        (date(2023, 2, 1), "murni"),
        (date(2023, 9, 28), "murni"),
        (date(2023, 9, 29), "perubahan"),
        (date(2023, 10, 1), "perubahan"),
        (None, "perubahan"),
    ],
)
def test_anggaran_yang_berlaku(pohon, tanggal, jenis):
    assert pohon.berlaku(tanggal).jenis == jenis


@pytest.mark.parametrize("tanggal", [date(2023, 1, 1), date(2022, 12, 31)])
def test_belum_ada_anggaran_yang_berlaku(pohon, tanggal):
    with pytest.raises(TidakAda) as galat:
        pohon.berlaku(tanggal)
    assert str(galat.value) == "Belum ada anggaran tahun 2023 yang berlaku."


def test_pohon_menjumlahkan_setiap_versi(pohon):
    akar = [pk for pk, induk in pohon.induk.items() if induk is None]
    jumlah = {ke: sum(pagu[pk] for pk in akar if pk in pagu) for ke, pagu in pohon.pagu.items()}
    assert jumlah == {1: 10467423824, 2: 10467423824, 3: 11443226942}
    berpagu = [s.jenis for s in pohon.simpul if s.pk in pohon.pagu[3]]
    assert [berpagu.count(jenis) for jenis in ("program", "kegiatan")] == [6, 13]
    assert pohon.selisih == pohon.selisih_belanja == {1: (), 2: (), 3: ()}


def test_pohon_berurutan(pohon):
    urut = [s.kode for s, _ in pohon.berurutan() if s.jenis in {"program", "kegiatan"}]
    awal = ["8.01.02", "8.01.03", "8.01.04", "8.01.05", "8.01.06"]
    penunjang = [f"8.01.01.2.0{ke}" for ke in (1, 2, 3, 5, 6, 7, 8, 9)]
    assert urut == [
        *[butir for kode in awal for butir in (kode, f"{kode}.2.01")],
        "8.01.01",
        *penunjang,
    ]


def test_selisih_program_dengan_kegiatannya_diketahui(pasuruan):
    program, kegiatan = cari(pasuruan, "8.01.02"), cari(pasuruan, "8.01.02.2.01")
    Pagu.objects.filter(simpul=kegiatan, versi_anggaran__ke=3).update(jumlah=Decimal(500_000_000))
    pohon = pohon_2023(pasuruan)
    beda = next(satu for satu in pohon.selisih[3] if satu.simpul == program.pk)
    assert beda == Selisih(program.pk, Decimal(583791760), Decimal(500000000))
    assert pohon.pagu[3][program.pk] == 500000000


# --- versions and trees of any size ---------------------------------------------------------


@pytest.fixture
def renstra(pemeran) -> RenstraVersi:
    return buat_versi(pemeran.unit_lain)


def susun(renstra: RenstraVersi, tahun: int = 2023) -> PohonAnggaran:
    return pohon_anggaran(renstra, renstra.renstra.unit, tahun)


def isi_pagu(versi: VersiAnggaran, simpul: Simpul, jumlah: int, belanja: str = "5", **lain) -> Pagu:
    return Pagu.objects.create(
        versi_anggaran=versi,
        simpul=simpul,
        jenis_belanja_id=belanja,
        jumlah=Decimal(jumlah),
        **lain,
    )


def test_versi_tanpa_tanggal_berlaku_di_akhir_bila_terakhir(renstra):
    anggarkan(renstra.renstra.unit, 2023, ("murni", JANUARI), ("pergeseran", None))
    pohon = susun(renstra)
    assert pohon.berlaku().jenis == "pergeseran"
    assert pohon.berlaku(hari_ini("Asia/Jakarta")).jenis == "murni"


def test_versi_tanpa_tanggal_tidak_berlaku_bila_ada_yang_menyusul(renstra):
    perubahan = ("perubahan", date(2023, 9, 29))
    unit = renstra.renstra.unit
    anggarkan(unit, 2023, ("murni", JANUARI), ("pergeseran", None), perubahan)
    pohon = susun(renstra)
    hari = [date(2023, 9, 28), date(2023, 9, 29), None]
    assert [pohon.berlaku(satu).jenis for satu in hari] == ["murni", "perubahan", "perubahan"]


def test_program_jumlah_kegiatan_dan_kegiatan_jumlah_sub_kegiatan(renstra):
    """A whole that was entered too must agree with its parts; where it does not, that is told."""
    program = buat_simpul(renstra, "program")
    kegiatan = [buat_simpul(renstra, "kegiatan", program) for _ in range(2)]
    sub = [buat_simpul(renstra, "sub_kegiatan", kegiatan[0]) for _ in range(2)]
    murni, ubah = anggarkan(
        renstra.renstra.unit, 2023, ("murni", JANUARI), ("perubahan", date(2023, 9, 29))
    )
    for simpul, jumlah in ((sub[0], 30), (sub[1], 12), (kegiatan[1], 8), (program, 50)):
        isi_pagu(murni, simpul, jumlah)
    for simpul, jumlah in ((sub[0], 31), (kegiatan[0], 40), (kegiatan[1], 8), (program, 48)):
        isi_pagu(ubah, simpul, jumlah)
    pohon = susun(renstra)
    urut = [program, kegiatan[0], sub[0], sub[1], kegiatan[1]]
    assert [simpul for simpul, _ in pohon.berurutan()] == urut
    assert [tingkat for _, tingkat in pohon.berurutan()] == [0, 1, 2, 2, 1]
    assert [pohon.pagu[1][satu.pk] for satu in urut] == [50, 42, 30, 12, 8]
    assert [pohon.pagu[2].get(satu.pk) for satu in urut] == [39, 31, 31, None, 8]
    assert pohon.selisih[1] == ()
    assert set(pohon.selisih[2]) == {
        Selisih(program.pk, Decimal(48), Decimal(39)),
        Selisih(kegiatan[0].pk, Decimal(40), Decimal(31)),
    }


def test_program_di_bawah_sasaran_akar_pohon_anggaran(renstra):
    tujuan = buat_simpul(renstra, "tujuan")
    sasaran = buat_simpul(renstra, "sasaran", tujuan)
    program = buat_simpul(renstra, "program", sasaran)
    badan = buat_simpul(renstra, "perangkat_daerah")
    lain = buat_simpul(renstra, "program", badan)
    pohon = susun(renstra)
    assert pohon.berurutan() == [(program, 0), (badan, 0), (lain, 1)]
    assert pohon.induk == {program.pk: None, badan.pk: None, lain.pk: badan.pk}


def test_simpul_yang_seurutan_menurut_kode(renstra):
    semua = [buat_simpul(renstra, "program", kode=kode, urutan=1) for kode in "cab"]
    assert [simpul for simpul, _ in susun(renstra).berurutan()] == [semua[1], semua[2], semua[0]]


def test_anggaran_unit_tahun_dan_renstra_lain_tidak_ikut(pemeran, renstra):
    program = buat_simpul(renstra, "program")
    asing = buat_simpul(buat_versi(pemeran.unit_lain, 2, 2024), "program")
    for unit, tahun in ((pemeran.unit_lain, 2022), (pemeran.unit_luar, 2023)):
        (versi,) = anggarkan(unit, tahun, ("murni", None))
        isi_pagu(versi, program, 7)
    assert susun(renstra).pagu == {}
    (milik,) = anggarkan(pemeran.unit_lain, 2023, ("murni", None))
    isi_pagu(milik, program, 5)
    isi_pagu(milik, asing, 9)
    pohon = susun(renstra)
    assert ([s.pk for s in pohon.simpul], pohon.pagu) == ([program.pk], {1: {program.pk: 5}})


@pytest.mark.parametrize("program", [1, 3])
def test_pohon_anggaran_dalam_empat_kueri(renstra, django_assert_num_queries, program):
    buat_anggaran(renstra, 2023, program)
    with django_assert_num_queries(4):
        pohon = susun(renstra)
        urut = pohon.berurutan()
    assert [pohon.pagu[1][simpul.pk] for simpul, _ in urut] == [100] * program


# --- jenis belanja and sumber dana ----------------------------------------------------------

KODE = {"5": None, "5.1": "5", "5.1.01": "5.1", "5.1.02": "5.1", "5.2": "5"}


def rincian(*isi: tuple[int, str, str, str]) -> list[Rincian]:
    return [
        Rincian(simpul, dana, belanja, Decimal(jumlah)) for simpul, dana, belanja, jumlah in isi
    ]


@pytest.mark.parametrize(
    ("isi", "jumlah"),
    [
        ({"5": "100"}, "100"),
        ({"5.1.01": "60"}, "60"),
        ({"5.1.01": "60", "5.1.02": "30", "5.2": "10"}, "100"),
        # of 5.1 the parts count, and 5.2 stands beside them
        ({"5.1": "90", "5.1.01": "60", "5.1.02": "30", "5.2": "10"}, "100"),
        ({"5": "100", "5.1": "90", "5.2": "10"}, "100"),
        ({"5": "0.10", "5.1.01": "0.07", "5.1.02": "0.03"}, "0.10"),
    ],
)
def test_bagian_mendahului_keseluruhan(isi, jumlah):
    hasil = jumlah_simpul(rincian(*((7, "APBD", kode, n) for kode, n in isi.items())), KODE)
    assert hasil == ({7: Decimal(jumlah)}, ())


def test_bagian_yang_berbeda_dengan_keseluruhannya_diketahui():
    """Level by level, and only where both were entered."""
    jumlah, selisih = jumlah_simpul(
        rincian(
            (7, "APBD", "5", "100"),
            (7, "APBD", "5.1", "85"),
            (7, "APBD", "5.1.01", "60"),
            (7, "APBD", "5.1.02", "30"),
            (7, "APBD", "5.2", "5"),
            (8, "APBD", "5.1", "3"),
        ),
        KODE,
    )
    assert jumlah == {7: 95, 8: 3}
    assert set(selisih) == {
        SelisihBelanja(7, "APBD", Selisih("5.1", Decimal(85), Decimal(90))),
        SelisihBelanja(7, "APBD", Selisih("5", Decimal(100), Decimal(95))),
    }


def test_sumber_dana_dijumlahkan_masing_masing():
    """What one source splits says nothing of how another one is split."""
    jumlah, selisih = jumlah_simpul(
        rincian(
            (7, "APBD", "5.1.01", "60"),
            (7, "APBD", "5.2", "10"),
            (7, "DAK", "5", "25"),
            (7, "DBHCHT", "5", "5"),
            (7, "DBHCHT", "5.1", "4"),
        ),
        KODE,
    )
    assert jumlah == {7: 99}
    assert selisih == (SelisihBelanja(7, "DBHCHT", Selisih("5", Decimal(5), Decimal(4))),)


def test_baris_sekode_dijumlahkan():
    hasil = jumlah_simpul(rincian((7, "", "5.2", "1"), (7, "", "5.2", "2")), KODE)
    assert hasil == ({7: Decimal(3)}, ())


def test_tanpa_rincian_tidak_diketahui_apa_apa():
    assert jumlah_simpul([], KODE) == ({}, ())


def test_kode_belanja_berinduk_sampai_akarnya(pasuruan):
    kode = pohon_2023(pasuruan).belanja
    assert {satu: kode[satu] for satu in KODE} == KODE
    assert [satu for satu, induk in kode.items() if induk is None] == ["5"]


def test_pohon_memakai_belanja_dan_sumber_dana(renstra):
    program = buat_simpul(renstra, "program")
    kegiatan = buat_simpul(renstra, "kegiatan", program)
    (murni,) = anggarkan(renstra.renstra.unit, 2023, ("murni", JANUARI))
    for belanja, jumlah in (("5", 100), ("5.1.01", 60), ("5.2.02", 30)):
        isi_pagu(murni, kegiatan, jumlah, belanja)
    isi_pagu(murni, kegiatan, 25, sumber_dana="DAK")
    isi_pagu(murni, program, 120)
    pohon = susun(renstra)
    assert pohon.pagu[1] == {program.pk: 115, kegiatan.pk: 115}
    assert pohon.selisih[1] == (Selisih(program.pk, Decimal(120), Decimal(115)),)
    assert pohon.selisih_belanja[1] == (
        SelisihBelanja(kegiatan.pk, "APBD", Selisih("5", Decimal(100), Decimal(90))),
    )


# --- what supports an indikator -------------------------------------------------------------


def test_dukungan_indikator_setahun(pemeran, renstra, django_assert_num_queries):
    """Not the years around it, not what was said not to support it, not another Renstra's tree."""
    satu, lain = buat_indikator(renstra).indikator, buat_indikator(renstra).indikator
    program = [buat_simpul(renstra, "program") for _ in range(3)]
    asing = buat_simpul(buat_versi(pemeran.unit_lain, 2, 2024), "program")
    for indikator, simpul, beda in (
        (satu, program[0], {}),
        (satu, program[1], {}),
        (satu, program[2], {"menunjang": False}),
        (lain, program[0], {}),
        (lain, program[1], {"tahun": 2022}),
        (lain, asing, {}),
    ):
        Dukungan.objects.create(indikator=indikator, simpul=simpul, **({"tahun": 2023} | beda))
    with django_assert_num_queries(1):
        hasil = dukungan_indikator(renstra, 2023)
    assert hasil == {satu.pk: {program[0].pk, program[1].pk}, lain.pk: {program[0].pk}}


def test_dukungan_dokumen_nyata(pasuruan):
    """Nilai SAKIP stands on one kegiatan of a program that supports another indikator whole."""
    versi = versi_renstra(pasuruan, 2023)
    kode = dict(Simpul.objects.values_list("pk", "kode"))
    isi = [{kode[s] for s in simpul} for simpul in dukungan_indikator(versi, 2023).values()]
    assert {"8.01.01.2.01"} in isi
    assert {"8.01.01"} in isi
