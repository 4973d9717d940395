from datetime import date
from decimal import Decimal

import pytest

from perencanaan.models import (
    Dukungan,
    IndikatorVersi,
    Pagu,
    RenstraVersi,
    Simpul,
    TargetTahunan,
    VersiAnggaran,
)
from perencanaan.queries import (
    dukungan_indikator,
    indikator_renstra,
    pohon_anggaran,
    ruang_kerja,
    tahun_berisi,
    target_berlaku,
    target_versi,
    versi_renstra,
)
from sakip.lib.galat import TidakAda
from sakip.lib.waktu import hari_ini
from tests.perencanaan.pabrik import buat_indikator, buat_versi, isi_tahun

BADAN = "Badan Kesatuan Bangsa dan Politik Kota Pasuruan"
BUKAN_MILIKNYA = "Unit ini tidak ada, atau Anda tidak bertugas di dalamnya."


def keluhan(cari) -> str:
    with pytest.raises(TidakAda) as galat:
        cari()
    return str(galat.value)


def test_versi_renstra(pasuruan, django_assert_num_queries):
    with django_assert_num_queries(1):
        versi = versi_renstra(pasuruan, 2023)
        assert (versi.ke, versi.renstra.tahun_akhir) == (2, 2026)


@pytest.mark.parametrize("tahun", [2020, 2021, 2027])
def test_versi_renstra_tidak_ada(pasuruan, tahun):
    assert keluhan(lambda: versi_renstra(pasuruan, tahun)) == (
        f"{BADAN} belum mempunyai Renstra yang berlaku pada tahun {tahun}."
    )


@pytest.mark.parametrize(
    ("jenis", "nama"),
    [
        (["tujuan"], ["Indeks Stabilitas"]),
        (
            ["sasaran"],
            [
                "Nilai Sakip SKPD",
                "Persentase temuan yang ditindaklanjuti",
                "Persentase rata-rata ketercapaian pelaksanaan program dukungan sasaran SKPD",
                "Persentase peningkatan jumlah ormas yang aktif",
                "Persentase penurunan konflik di Kota Pasuruan",
                "Persentase partisipasi pemilih dalam pemilu",
            ],
        ),
        (["program"], []),
        ([], []),
    ],
)
def test_indikator_renstra_berurutan(pasuruan, django_assert_num_queries, jenis, nama):
    versi = versi_renstra(pasuruan, 2023)
    with django_assert_num_queries(1 if jenis else 0):
        indikator = indikator_renstra(versi, jenis)
        assert [butir.nama for butir in indikator] == nama
        assert {butir.simpul.jenis for butir in indikator} <= set(jenis)


def test_target_berlaku(pasuruan, django_assert_num_queries):
    indeks = IndikatorVersi.objects.get(nama="Indeks Stabilitas")
    with django_assert_num_queries(2):
        target = target_berlaku(pasuruan, [2022, 2023])
        sumber = {str(t.indikator_versi.renstra_versi) for t in target.values()}
    assert len(target) == 14
    assert [target[indeks.indikator_id, tahun].nilai for tahun in (2022, 2023)] == [
        Decimal("74.5"),
        Decimal("76.05"),
    ]
    assert sumber == {str(versi_renstra(pasuruan, 2023))}


@pytest.mark.parametrize("sumber", ["renja", "dpa", "dppa"])
def test_target_berlaku_dari_renstra_saja(pasuruan, sumber):
    TargetTahunan.objects.filter(tahun=2023).update(sumber=sumber)
    target = target_berlaku(pasuruan, [2022, 2023])
    assert {tahun for _, tahun in target} == {2022}


@pytest.fixture
def dua_versi(pemeran) -> list[RenstraVersi]:
    """Two wordings with one indikator; each has targets for all years, of its own number."""
    versi = [buat_versi(pemeran.unit_lain, 1, 2021), buat_versi(pemeran.unit_lain, 2, 2023)]
    indikator = None
    for satu in versi:
        butir = buat_indikator(satu, indikator)
        indikator = butir.indikator
        for tahun in range(2020, 2028):
            isi_tahun(butir, tahun, Decimal(satu.ke))
    return versi


def test_target_setiap_tahun_dari_versi_yang_berlaku(pemeran, dua_versi):
    target = target_berlaku(pemeran.unit_lain, range(2020, 2028))
    assert {tahun: milik.nilai for (_, tahun), milik in target.items()} == {
        2021: 1, 2022: 1, 2023: 2, 2024: 2, 2025: 2, 2026: 2,
    }  # fmt: skip


@pytest.mark.parametrize("tahun", [[], [2020], [2027]])
def test_tanpa_versi_yang_berlaku_tanpa_target(pemeran, dua_versi, tahun):
    assert target_berlaku(pemeran.unit_lain, tahun) == {}


def test_target_versi_semua_tahun_satu_versi(dua_versi):
    for satu in dua_versi:
        target = target_versi(satu)
        assert {tahun: milik.nilai for (_, tahun), milik in target.items()} == dict.fromkeys(
            range(2020, 2028), satu.ke
        )


def test_tahun_berisi_dari_yang_terbaru(pemeran):
    assert tahun_berisi(pemeran.unit) == [2026, 2025, 2024, 2023, 2022]
    assert tahun_berisi(pemeran.unit_lain) == []
    buat_versi(pemeran.unit, 1, 2021)
    buat_versi(pemeran.unit, 3, 2024)
    assert tahun_berisi(pemeran.unit) == [2026, 2025, 2024, 2023, 2022, 2021]


def test_dukungan_indikator_setahun(pasuruan):
    versi = versi_renstra(pasuruan, 2023)
    nama = dict(IndikatorVersi.objects.values_list("indikator", "nama"))
    kode = dict(Simpul.objects.values_list("pk", "kode"))
    Dukungan.objects.filter(simpul__kode="8.01.03").update(menunjang=False)
    Dukungan.objects.filter(simpul__kode="8.01.05").update(tahun=2024)
    hasil = dukungan_indikator(versi, 2023)
    assert {nama[i]: {kode[s] for s in simpul} for i, simpul in hasil.items()} == {
        "Nilai Sakip SKPD": {"8.01.01.2.01"},
        "Persentase temuan yang ditindaklanjuti": {"8.01.01"},
        "Persentase rata-rata ketercapaian pelaksanaan program dukungan sasaran SKPD": {"8.01.01"},
        "Persentase peningkatan jumlah ormas yang aktif": {"8.01.04"},
        "Persentase penurunan konflik di Kota Pasuruan": {"8.01.02", "8.01.06"},
    }


@pytest.mark.parametrize(
    ("siapa", "daftar_unit"),
    [
        ("operator", ["pasuruan-bakesbangpol"]),
        ("inspektorat", ["kota-pasuruan-dinas-lain", "pasuruan-bakesbangpol"]),
    ],
)
def test_ruang_kerja(pemeran, django_assert_num_queries, siapa, daftar_unit):
    with django_assert_num_queries(2):
        kerja = ruang_kerja(pemeran[siapa], "pasuruan-bakesbangpol", 2023)
        assert kerja.unit.pemda.kode == "kota-pasuruan"
    assert (kerja.unit, kerja.tahun) == (pemeran.unit, 2023)
    assert sorted(unit.kode for unit in kerja.daftar_unit) == daftar_unit
    assert kerja.daftar_tahun == (2026, 2025, 2024, 2023, 2022)


@pytest.mark.parametrize(
    ("siapa", "kode"),
    [
        ("operator", "tidak-ada"),
        ("operator", "kota-pasuruan-dinas-lain"),
        ("operator", "kab-luar-dinas"),
        ("operator", "pasuruan-bakesbangpol-sekretariat"),
        ("operator", ""),
        ("admin", "pasuruan-bakesbangpol"),
        ("perencana_lain", "pasuruan-bakesbangpol"),
        ("inspektorat_luar", "pasuruan-bakesbangpol"),
        ("tanpa_tugas", "pasuruan-bakesbangpol"),
    ],
)
def test_unit_asing_dan_unit_yang_tidak_ada_sama_jawabannya(pemeran, siapa, kode):
    """Else the answer would tell which units exist; the year must not tell either."""
    for tahun in (2023, 1999):
        assert keluhan(lambda t=tahun: ruang_kerja(pemeran[siapa], kode, t)) == BUKAN_MILIKNYA


@pytest.mark.parametrize("tahun", [2021, 2027])
def test_ruang_kerja_di_luar_renstra(pemeran, tahun):
    assert keluhan(lambda: ruang_kerja(pemeran["operator"], pemeran.unit.kode, tahun)) == (
        f"{BADAN} belum mempunyai Renstra yang berlaku pada tahun {tahun}."
    )


@pytest.fixture
def pohon(pasuruan):
    return pohon_anggaran(versi_renstra(pasuruan, 2023), pasuruan, 2023)


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
    assert keluhan(lambda: pohon.berlaku(tanggal)) == (
        "Belum ada anggaran tahun 2023 yang berlaku."
    )


def test_versi_tanpa_tanggal_berlaku_di_akhir_bila_terakhir(pasuruan):
    Pagu.objects.filter(versi_anggaran__ke=3).delete()
    VersiAnggaran.objects.filter(ke=3).delete()
    pohon = pohon_anggaran(versi_renstra(pasuruan, 2023), pasuruan, 2023)
    assert pohon.berlaku().jenis == "pergeseran"
    assert pohon.berlaku(hari_ini("Asia/Jakarta")).jenis == "murni"


def test_pohon_anggaran_menjumlahkan_setiap_versi(pohon):
    akar = [s.pk for s in pohon.simpul if s.induk_id is None]
    jumlah = {ke: sum(pagu[pk] for pk in akar) for ke, pagu in pohon.pagu.items()}
    assert jumlah == {1: 10467423824, 2: 10467423824, 3: 11443226942}
    assert [len(pohon.pagu[ke]) for ke in (1, 2, 3)] == [6, 6, 19]
    assert pohon.selisih == {1: (), 2: (), 3: ()}


def test_pohon_anggaran_berurutan(pohon):
    urut = [(s.kode, tingkat) for s, tingkat in pohon.berurutan()]
    awal = ["8.01.02", "8.01.03", "8.01.04", "8.01.05", "8.01.06"]
    penunjang = [f"8.01.01.2.0{ke}" for ke in (1, 2, 3, 5, 6, 7, 8, 9)]
    assert urut == [
        *[butir for kode in awal for butir in ((kode, 0), (f"{kode}.2.01", 1))],
        ("8.01.01", 0),
        *[(kode, 1) for kode in penunjang],
    ]


def test_selisih_program_dengan_kegiatannya_diketahui(pasuruan):
    Pagu.objects.filter(simpul__kode="8.01.02.2.01").update(jumlah=Decimal(500_000_000))
    pohon = pohon_anggaran(versi_renstra(pasuruan, 2023), pasuruan, 2023)
    program = Simpul.objects.get(kode="8.01.02")
    (beda,) = pohon.selisih[3]
    assert (beda.simpul, beda.sendiri, beda.jumlah_anak) == (program.pk, 583791760, 500000000)
    assert pohon.pagu[3][program.pk] == 500000000


def test_pohon_anggaran_dalam_tiga_kueri(pasuruan, django_assert_num_queries):
    versi = versi_renstra(pasuruan, 2023)
    with django_assert_num_queries(3):
        pohon_anggaran(versi, pasuruan, 2023).berurutan()


def test_unit_lain_tidak_ikut(pemeran):
    versi = buat_versi(pemeran.unit_lain, 1, 2021)
    isi_tahun(buat_indikator(versi), 2023, Decimal(10))
    assert len(target_berlaku(pemeran.unit_lain, [2023])) == 1
    assert pohon_anggaran(versi, pemeran.unit_lain, 2023).pagu == {}
