"""What is due of whom about recommendations."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi.hitung.tenggat import JenisTarget, Triwulan
from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.queries.tugas import tugas_tindak_lanjut
from evaluasi.services.tindak_lanjut import Target, minta_perpanjangan
from evaluasi.status import KeadaanUnit
from tests.evaluasi.alat_tindak_lanjut import alamat, lapor, putus, rencana_baru, sebagai
from tests.evaluasi.pabrik import rekomendasi_terbit

HARI = date(2025, 5, 1)


@pytest.fixture
def rekomendasi(pasuruan, orang, rekaman):
    return rekaman.putar(rekomendasi_terbit, pasuruan, orang)


def milik(siapa, unit, hari: date = HARI) -> list[tuple[str, int]]:
    return [(t.jenis.value, t.terlambat) for t in tugas_tindak_lanjut(siapa, unit, 2023, hari)]


def test_dari_rencana_sampai_putusan(rekomendasi, orang, pasuruan):
    assert milik(orang.unit, pasuruan) == [("rencana", 0)]
    assert milik(orang.inspektorat, pasuruan) == []
    rencana = rencana_baru(rekomendasi, orang)
    assert milik(orang.unit, pasuruan, date(2025, 4, 1)) == []
    assert milik(orang.unit, pasuruan, date(2025, 4, 2)) == [("laporan", 0)]
    assert milik(orang.unit, pasuruan, date(2025, 5, 12)) == [("laporan", 10)]
    lapor(rencana, orang, keadaan=KeadaanUnit.PROSES)
    assert milik(orang.unit, pasuruan) == [("laporan", 0)]
    assert milik(orang.inspektorat, pasuruan) == []
    lapor(rencana, orang)
    assert milik(orang.unit, pasuruan, date(2025, 5, 12)) == []
    assert milik(orang.inspektorat, pasuruan) == [("putusan", 0)]
    putus(rekomendasi, orang, StatusTindakLanjut.SESUAI)
    assert milik(orang.inspektorat, pasuruan) == []


def test_laporan_triwulan_dan_perpanjangan(rekomendasi, orang, pasuruan):
    setiap = rencana_baru(rekomendasi, orang, Target(JenisTarget.TRIWULAN))
    (tugas,) = tugas_tindak_lanjut(orang.unit, pasuruan, 2023, date(2024, 7, 1))
    assert (tugas.objek, tugas.ket) == (setiap.pk, "belum dilaporkan: Triwulan II 2024")
    lapor(setiap, orang, triwulan=Triwulan(2024, 6), keadaan=KeadaanUnit.PROSES)
    assert milik(orang.unit, pasuruan, date(2024, 7, 1)) == []
    permintaan = minta_perpanjangan(
        rencana_baru(rekomendasi, orang), menjadi=date(2026, 1, 1), alasan="x", oleh=orang.unit
    )
    (tugas,) = tugas_tindak_lanjut(orang.inspektorat, pasuruan, 2023, date(2024, 7, 1))
    assert (tugas.jenis, tugas.objek) == ("perpanjangan", permintaan.pk)


def test_laporan_triwulan_sebelum_jatuh_tempo(rekomendasi, orang, pasuruan):
    """Due like a step by date: from some days before the triwulan ends, until it is reported."""
    setiap = rencana_baru(rekomendasi, orang, Target(JenisTarget.TRIWULAN))
    assert milik(orang.unit, pasuruan, date(2024, 5, 30)) == []
    for hari in (date(2024, 5, 31), date(2024, 6, 30)):
        (tugas,) = tugas_tindak_lanjut(orang.unit, pasuruan, 2023, hari)
        assert (tugas.objek, tugas.ket) == (
            setiap.pk, "laporan Triwulan II 2024 jatuh tempo 30 Juni 2024",
        )  # fmt: skip
        assert (tugas.tenggat, tugas.terlambat) == (date(2024, 6, 30), 0)
    lapor(setiap, orang, triwulan=Triwulan(2024, 6), keadaan=KeadaanUnit.PROSES)
    assert milik(orang.unit, pasuruan, date(2024, 6, 30)) == []
    (tugas,) = tugas_tindak_lanjut(orang.unit, pasuruan, 2023, date(2024, 10, 2))
    assert (tugas.ket, tugas.terlambat) == ("belum dilaporkan: Triwulan III 2024", 2)


@pytest.mark.parametrize("siapa", ["pimpinan", "pembaca", "bagian_organisasi", "tanpa_tugas"])
def test_yang_membaca_tidak_ditagih(siapa, rekomendasi, orang, pasuruan, pemeran):
    lapor(rencana_baru(rekomendasi, orang), orang)
    assert milik(pemeran[siapa], pasuruan, date(2026, 1, 1)) == []


def test_banyaknya_kueri_tetap(pasuruan, orang):
    jumlah = []
    for tahun in (2023, 2024):
        lapor(
            rencana_baru(
                rekomendasi_terbit(pasuruan, orang, tahun_evaluasi=tahun, tanggal=None), orang
            ),
            orang,
        )
        with CaptureQueriesContext(connection) as kueri:
            assert tugas_tindak_lanjut(orang.inspektorat, pasuruan, 2023, HARI)
        jumlah.append(len(kueri))
    assert jumlah[0] == jumlah[1]


def test_pada_tugas_saya(rekomendasi, orang, pasuruan):
    teks = sebagai(orang.unit).get(reverse("beranda:tugas", args=[pasuruan.kode, 2023])).text
    assert "Rencanakan tindak lanjut: Menyusun SOP pengukuran." in teks
    assert alamat("rencana-baru", rekomendasi) in teks
    lapor(rencana_baru(rekomendasi, orang), orang)
    teks = sebagai(orang.inspektorat).get(reverse("beranda:tugas", args=[pasuruan.kode, 2023])).text
    assert alamat("rekomendasi-putus", rekomendasi) in teks
