"""The desk of recommendations: what stands, how late, the share, filters, repetition."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import Rekomendasi, SetelanEvaluasi
from evaluasi.services.lhe import catat_lhe, terbitkan_lhe
from evaluasi.services.rekomendasi import rekomendasikan, rekomendasikan_lhp
from evaluasi.services.rekomendasi_draf import hapus_rekomendasi
from evaluasi.services.tindak_lanjut import Target
from evaluasi.status import SumberRekomendasi
from sakip.lib import waktu
from tests.evaluasi.alat_tindak_lanjut import (
    alamat,
    daftar,
    lapor,
    putus,
    rencana_baru,
    sebagai,
)
from tests.evaluasi.pabrik import lhe_kertas, rekomendasi_terbit

S = StatusTindakLanjut


@pytest.fixture
def lhp(pasuruan, orang) -> Rekomendasi:
    return rekomendasikan_lhp(
        unit=pasuruan, sumber=SumberRekomendasi.LHP_BPK, tahun=2023, nomor="9/LHP",
        tanggal=date(2023, 4, 1), uraian="Menertibkan aset.", oleh=orang.inspektorat,
    )  # fmt: skip


@pytest.fixture
def pada(monkeypatch):
    """Stop the clock at a day."""

    def henti(*hari: int) -> None:
        saat = datetime(*hari, 3, tzinfo=UTC)
        monkeypatch.setattr(waktu, "sekarang", lambda: saat)

    return henti


def setahun(unit, orang, tahun: int, uraian: list[str], dari: Rekomendasi | None = None):
    """An issued LHE of a year of evaluation with these recommendations."""
    lhe = lhe_kertas(
        unit, orang, tahun_evaluasi=tahun, tahun_kinerja=tahun - 1, tanggal=date(tahun, 5, 2)
    )
    for satu in uraian:
        rekomendasikan(lhe, uraian=satu, oleh=orang.inspektorat, berulang_dari=dari)
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    return list(Rekomendasi.objects.filter(lhe=lhe).select_related("unit__pemda", "lhe"))


def test_menurut_sumbernya_dengan_tenggat_dan_umur(pasuruan, orang, lhp, pada):
    (satu,) = setahun(pasuruan, orang, 2024, ["Menyusun SOP."])
    rencana_baru(satu, orang)
    rencana_baru(lhp, orang, Target(JenisTarget.TRIWULAN))
    pada(2025, 5, 12)
    jawaban = sebagai(orang.unit).get(daftar(pasuruan))
    lhe, bpk = jawaban.context["kelompok"]
    assert lhe.judul == "LHE 2024 atas kinerja 2023, 02 Mei 2024"
    assert bpk.judul == "LHP BPK 2023"
    (baris,) = lhe.baris
    (langkah,) = baris.langkah
    assert (langkah.keadaan.tenggat.tanggal, langkah.keadaan.terlambat) == (date(2025, 5, 2), 10)
    assert baris.milik.umur == 375
    (langkah,) = bpk.baris[0].langkah
    assert langkah.terlewat[:2] == ("Triwulan II 2023", "Triwulan III 2023")
    for kata in (
        "terlambat 10 hari",
        "tanpa laporan Triwulan II 2023",
        "Triwulan I 2025",
        "375 hari sejak LHE",
    ):
        assert kata in jawaban.text


@pytest.mark.parametrize(("aturan", "harap"), [(None, "25%"), ("tanpa_tidak_dapat", "33,33%")])
def test_persentase_menurut_aturan_pemda(aturan, harap, pasuruan, orang):
    semua = setahun(pasuruan, orang, 2024, [f"Hal {ke}." for ke in range(4)])
    for satu, status in zip(semua, (S.SESUAI, S.TIDAK_DAPAT, S.BELUM_SESUAI), strict=False):
        putus(satu, orang, status, dasar="Surat 1")
    if aturan:
        SetelanEvaluasi.objects.create(pemda=pasuruan.pemda, aturan_persen=aturan)
    client = sebagai(orang.unit)
    jawaban = client.get(daftar(pasuruan))
    angka = jawaban.context["daftar"].persen
    assert angka.tampil == harap
    assert [str(bahan) for bahan in angka.asal.dari] == (["1", "3"] if aturan else ["1", "4"])
    assert jawaban.context["daftar"].rumus in jawaban.text
    asal = client.get(daftar(pasuruan), {"angka": angka.kunci})
    assert "yang diputus sesuai" in asal.text
    assert str(orang.inspektorat) in asal.text


def test_tanpa_rekomendasi_tanpa_persen(pasuruan, orang, lhp):
    """Another year has an open one of earlier years, and no share of its own."""
    jawaban = sebagai(orang.unit).get(daftar(pasuruan, 2024))
    assert [satu.kunci for satu in jawaban.context["kelompok"]] == ["lama"]
    angka = jawaban.context["daftar"].persen
    assert (angka.tampil, angka.alasan) == ("-", "Tidak ada rekomendasi yang dihitung.")


def test_yang_lama_hanya_selagi_terbuka(pasuruan, orang):
    lama, tutup = setahun(pasuruan, orang, 2023, ["Menyusun SOP.", "Melatih pegawai."])
    putus(tutup, orang, S.SESUAI)
    client = sebagai(orang.unit)
    baris = client.get(daftar(pasuruan)).context["daftar"].baris
    assert [satu.rekomendasi for satu in baris] == [lama]
    assert len(client.get(daftar(pasuruan, 2022)).context["daftar"].baris) == 2
    assert client.get(alamat("rekomendasi-satu", tutup, tahun=2022)).status_code == 200


def test_draf_dan_yang_belum_tahunnya_tidak_tampil(pasuruan, orang):
    lhe = lhe_kertas(pasuruan, orang)
    draf = rekomendasikan(lhe, uraian="Rahasia.", oleh=orang.inspektorat)
    (nanti,) = setahun(pasuruan, orang, 2025, ["Nanti."])
    for siapa in (orang.unit, orang.inspektorat):
        client = sebagai(siapa)
        jawaban = client.get(daftar(pasuruan))
        assert "Belum ada rekomendasi" in jawaban.text
        assert client.get(alamat("rekomendasi-satu", draf)).status_code == 404
        assert client.get(alamat("rekomendasi-satu", nanti)).status_code == 404
        assert client.get(alamat("rekomendasi-satu", nanti, tahun=2024)).status_code == 200


@pytest.mark.parametrize("tahun", [2024, 2026])
def test_tahun_tanpa_apa_pun(tahun, pasuruan, orang):
    jawaban = sebagai(orang.unit).get(daftar(pasuruan, tahun))
    assert jawaban.status_code == 200
    assert "setelah inspektorat menerbitkan LHE" in jawaban.text


def test_saringan(pasuruan, orang, pada):
    terlambat, menunggu, tutup = setahun(pasuruan, orang, 2024, ["Satu.", "Dua.", "Tiga."])
    pada(2025, 6, 1)
    rencana_baru(terlambat, orang)
    lapor(rencana_baru(menunggu, orang, Target(JenisTarget.BULAN, bulan=60)), orang)
    putus(tutup, orang, S.SESUAI)
    client = sebagai(orang.inspektorat)

    def uraian(saring: str) -> list[str]:
        jawaban = client.get(daftar(pasuruan), {"saring": saring})
        return [b.milik.rekomendasi.uraian for k in jawaban.context["kelompok"] for b in k.baris]

    assert uraian("") == ["Satu.", "Dua.", "Tiga."]
    assert uraian("terbuka") == ["Satu.", "Dua."]
    assert uraian("terlambat") == ["Satu."]
    assert uraian("menunggu") == ["Dua."]
    assert uraian("asing") == ["Satu.", "Dua.", "Tiga."]
    pada(2025, 6, 2)
    putus(menunggu, orang, S.BELUM_SESUAI)
    assert uraian("menunggu") == []
    assert "Tidak ada yang cocok" in client.get(daftar(pasuruan), {"saring": "menunggu"}).text


def test_berulang_dengan_yang_terdahulu(pasuruan, orang):
    sebelumnya = None
    for tahun in (2022, 2023, 2024):
        (sebelumnya,) = setahun(pasuruan, orang, tahun, ["Menyusun SOP."], sebelumnya)
        if tahun == 2023:
            lapor(rencana_baru(sebelumnya, orang), orang, uraian="SOP dirancang.")
            putus(sebelumnya, orang, S.BELUM_SESUAI, catatan="Baru rancangan.")
    client = sebagai(orang.unit)
    teks = client.get(daftar(pasuruan)).text
    assert "berulang, tahun ke-3" in teks
    jawaban = client.get(alamat("rekomendasi-satu", sebelumnya))
    lama = [satu.baris.rekomendasi.tahun for satu, _ in jawaban.context["pendahulu"]]
    assert lama == [2023, 2022]
    for kata in ("SOP dirancang.", "Baru rancangan.", "Berulang, tahun ke-3"):
        assert kata in jawaban.text


def test_yang_mirip_diusulkan(pasuruan, orang):
    setahun(pasuruan, orang, 2023, ["Menyusun SOP pengukuran kinerja."])
    (baru,) = setahun(pasuruan, orang, 2024, ["Agar menyusun SOP pengukuran kinerja."])
    teks = sebagai(orang.unit).get(alamat("rekomendasi-satu", baru)).text
    assert "Bunyinya mirip rekomendasi tahun sebelumnya" in teks


def test_yang_dikeluarkan_lhe_pengganti(pasuruan, orang):
    """It stays to be read, and nobody acts on it."""
    tetap, keluar = setahun(pasuruan, orang, 2024, ["Tetap.", "Keluar."])
    rencana = rencana_baru(keluar, orang)
    baru = catat_lhe(
        unit=pasuruan, tahun_evaluasi=2024, tahun_kinerja=2023, oleh=orang.inspektorat,
        tanggal=date(2024, 9, 1), alasan="Ada yang salah.",
    )  # fmt: skip
    naskah = Rekomendasi.objects.get(lhe=baru, pokok=keluar)
    hapus_rekomendasi(naskah, oleh=orang.inspektorat, versi=naskah.versi)
    terbitkan_lhe(baru, oleh=orang.inspektorat)
    client = sebagai(orang.unit)
    jawaban = client.get(daftar(pasuruan))
    assert [satu.rekomendasi.pk for satu in jawaban.context["daftar"].baris] == [tetap.pk]
    assert [satu.milik.rekomendasi.pk for satu in jawaban.context["diganti"]] == [keluar.pk]
    jawaban = client.get(alamat("rencana-lapor", keluar, rencana.pk))
    assert "LHE-nya sudah diganti" in jawaban.text
    assert "<textarea" not in jawaban.text


def test_banyaknya_kueri_tetap(pasuruan, orang):
    client, jumlah = sebagai(orang.unit), []
    for tahun, banyak in ((2023, 1), (2024, 3)):
        for satu in setahun(pasuruan, orang, tahun, [f"Hal {ke}." for ke in range(banyak)]):
            for _ in range(banyak):
                lapor(rencana_baru(satu, orang), orang)
            putus(satu, orang, S.BELUM_SESUAI)
        client.get(daftar(pasuruan, tahun - 1))
        with CaptureQueriesContext(connection) as kueri:
            client.get(daftar(pasuruan, tahun - 1))
        with CaptureQueriesContext(connection) as cerita:
            client.get(alamat("rekomendasi-satu", satu, tahun=tahun - 1))
        jumlah.append((len(kueri), len(cerita)))
    assert jumlah[0] == jumlah[1]


@pytest.mark.parametrize("siapa", ["perencana_lain", "inspektorat_luar", "tanpa_tugas", "admin"])
def test_bukan_pembaca_unit(siapa, pasuruan, orang, pemeran, lhp):
    client = sebagai(pemeran[siapa])
    assert client.get(daftar(pasuruan)).status_code == 404
    assert client.get(alamat("rekomendasi-satu", lhp)).status_code == 404


def test_rekomendasi_unit_lain_di_bawah_alamat_sendiri(pasuruan, orang, pemeran, lhp):
    asing = rekomendasi_terbit(pemeran.unit_lain, orang)
    asing.unit.kode = pasuruan.kode
    for siapa in (orang.unit, orang.inspektorat):
        assert sebagai(siapa).get(alamat("rekomendasi-satu", asing)).status_code == 404
