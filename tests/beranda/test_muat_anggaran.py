"""The budget of the example, derived realisasi and Dukungan against the LKjIP 2023."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from pengukuran.hitung.capaian import Aturan, hitung_capaian
from pengukuran.models import PelakuRealisasi, Realisasi, RealisasiAnggaran
from perencanaan.hitung.nilai import Nilai
from perencanaan.hitung.pagu import teratas
from perencanaan.models import (
    Dukungan,
    IndikatorVersi,
    Pagu,
    Simpul,
    TargetTahunan,
)
from sakip.lib.angka import tulis_angka
from tests.beranda.test_muat_renstra import strategis


def menurut_sumber(sumber: str) -> dict[str, Decimal]:
    target = TargetTahunan.objects.filter(sumber=sumber, tahun=2023)
    return {satu.indikator_versi.simpul.kode: satu.nilai for satu in target}


def test_dpa_dan_dppa_berbeda_tepat_tiga_baris(pasuruan):
    dpa, dppa = menurut_sumber("dpa"), menurut_sumber("dppa")
    assert len(dpa) == len(dppa) == 6 + 13 + 32
    beda = {
        Simpul.objects.get(kode=kode).nama.split(",")[0]: (dpa[kode], dppa[kode])
        for kode in dpa
        if dpa[kode] != dppa[kode]
    }
    assert beda == {
        "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD": (97, 220),
        "Pengadaan Peralatan dan Mesin Lainnya": (16, 18),
        "Pelaksanaan Kebijakan Di Bidang Pendidikan Politik": (1500, 72),
    }


@pytest.mark.parametrize(
    ("indikator", "satuan", "dpa"),
    [
        ("Jumlah orang yang menerima gaji dan tunjangan ASN", "Orang", 22),
        ("Jumlah Dokumen Perencanaan yang disusun", "Dokumen", 10),
        ("Jumlah paket barang cetakan dan penggandaan yang disediakan", "Paket", 1),
        ("Persentase Barang Milik Daerah yang terpelihara", "Persen", 100),
        ("Jumlah pemilih pemula yang dibina", "Orang", 510),
        ("Prosentase Konflik yang dimediasi", "Persen", 75),
    ],
)
def test_indikator_menurut_dpa(indikator, satuan, dpa, pasuruan):
    rumusan = IndikatorVersi.objects.get(nama=indikator)
    target = rumusan.target.get(sumber="dpa", tahun=2023)
    assert (rumusan.satuan, target.nilai) == (satuan, dpa)


PROGRAM = {
    "8.01.02": (537_138_900, 508_791_760, 583_791_760),
    "8.01.03": (1_097_138_780, 1_081_564_580, 1_814_924_500),
    "8.01.04": (191_728_000, 191_728_000, 126_417_200),
    "8.01.05": (794_280_100, 860_901_100, 954_803_100),
    "8.01.06": (3_661_498_000, 3_596_798_340, 3_894_574_360),
    "8.01.01": (4_185_640_044, 4_227_640_044, 4_068_716_022),
}
JUMLAH = (10_467_423_824, 10_467_423_824, 11_443_226_942)


def test_pagu_program_dalam_tiga_versi(pasuruan):
    pagu = Pagu.objects.filter(versi_anggaran__tahun=2023, simpul__jenis="program")
    hasil = {(p.simpul.kode, p.versi_anggaran.ke): p.jumlah for p in pagu}
    assert hasil == {
        (kode, ke): jumlah for kode, isi in PROGRAM.items() for ke, jumlah in enumerate(isi, 1)
    }
    for ke, jumlah in enumerate(JUMLAH, start=1):
        assert sum(p.jumlah for p in pagu if p.versi_anggaran.ke == ke) == jumlah


def test_kegiatan_berjumlah_program(pasuruan):
    kegiatan = Pagu.objects.filter(simpul__jenis="kegiatan")
    assert {p.versi_anggaran.jenis for p in kegiatan} == {"perubahan"}
    for kode, isi in PROGRAM.items():
        bagian = [p.jumlah for p in kegiatan if p.simpul.induk.kode == kode]
        assert sum(bagian) == isi[2]


def test_realisasi_anggaran_berjumlah_program(pasuruan):
    """Tabel 3.9, by program."""
    tercetak = {
        "8.01.02": 517_538_500, "8.01.03": 1_801_053_194, "8.01.04": 102_777_194,
        "8.01.05": 892_744_754, "8.01.06": 3_230_063_582, "8.01.01": 3_684_555_759,
    }  # fmt: skip
    hasil: Counter[str] = Counter()
    for satu in RealisasiAnggaran.objects.filter(tahun=2023, bulan=12):
        hasil[satu.simpul.induk.kode] += satu.jumlah
    assert hasil == tercetak


def test_kegiatan_ormas_bernama_menurut_dpa(pasuruan):
    """Tabel 3.9 prints the kegiatan of Ideologi in this place."""
    assert "Organisasi Kemasyarakatan" in Simpul.objects.get(kode="8.01.04.2.01").nama


def test_tahun_2022_hanya_jumlahnya(pasuruan):
    pagu = Pagu.objects.get(versi_anggaran__tahun=2022)
    assert (pagu.jumlah, pagu.simpul.jenis) == (9_174_080_391, "perangkat_daerah")
    assert not RealisasiAnggaran.objects.filter(tahun=2022).exists()


# Tabel 3.8: capaian as printed, target of the DPPA
CAPAIAN_TERCETAK = {
    "8.01.04": ("209,00", 2), "8.01.04.2.01": ("104,33", 40),
    "8.01.05": ("356,45", 20), "8.01.05.2.01": ("104,58", 85),
    "8.01.02": ("153,50", 10), "8.01.02.2.01": ("138,92", 3),
    "8.01.06": ("133,33", 75), "8.01.06.2.01": ("104,17", 3),
    "8.01.03": ("195,65", 20),
}  # fmt: skip


@pytest.mark.parametrize("kode", CAPAIAN_TERCETAK)
def test_realisasi_turunan_memberi_capaian_tercetak(kode, pasuruan):
    capaian, target = CAPAIAN_TERCETAK[kode]
    rumusan = IndikatorVersi.objects.get(simpul__kode=kode)
    realisasi = Realisasi.objects.get(indikator=rumusan.indikator, tahun=2023)
    assert realisasi.nilai == Decimal(capaian.replace(",", ".")) * target / 100
    assert (realisasi.sumber, realisasi.frekuensi) == ("diturunkan", "tahunan")
    assert f"{capaian}%" in realisasi.catatan_sumber
    assert "Tabel 3.8" in realisasi.catatan_sumber
    hasil = hitung_capaian(
        rumusan.target.get(sumber="dppa").sebagai_nilai(),
        Nilai.dari_angka(realisasi.nilai),
        Aturan.NAIK,
    )
    assert tulis_angka(hasil.dipakai, 2, buang_nol=False) == capaian


def test_yang_tidak_diturunkan(pasuruan):
    turunan = Realisasi.objects.filter(sumber="diturunkan")
    assert turunan.count() == len(CAPAIAN_TERCETAK)
    anggaran = IndikatorVersi.objects.filter(simpul__kode__startswith="8.01")
    tanpa = anggaran.exclude(indikator__in=turunan.values("indikator"))
    assert not Realisasi.objects.filter(indikator__in=tanpa.values("indikator")).exists()
    assert {"8.01.01", "8.01.03.2.01"} <= set(tanpa.values_list("simpul__kode", flat=True))


def test_setiap_realisasi_diisi_dan_diverifikasi_dua_orang(pasuruan):
    for realisasi in Realisasi.objects.all():
        pelaku = PelakuRealisasi.objects.filter(realisasi=realisasi)
        assert {p.sebagai: p.pengguna_id for p in pelaku} == {
            "pengisi": realisasi.diisi_oleh_id,
            "verifikator": realisasi.diverifikasi_oleh_id,
        }


TABEL_3_7 = {
    "Nilai Sakip SKPD": {"8.01.01.2.01"},
    "Persentase temuan yang ditindaklanjuti": {"8.01.01"},
    "Persentase rata-rata ketercapaian pelaksanaan program dukungan sasaran SKPD": {"8.01.01"},
    "Persentase peningkatan jumlah ormas yang aktif": {"8.01.04", "8.01.05"},
    "Persentase penurunan konflik di Kota Pasuruan": {"8.01.02", "8.01.06"},
    "Persentase partisipasi pemilih dalam pemilu": {"8.01.03"},
}


def test_uang_tabel_3_7_hanya_simpul_teratas(pasuruan):
    semua = Simpul.objects.filter(kode__startswith="8.01")
    induk = {s.kode: s.induk.kode if s.induk else None for s in semua.select_related("induk")}
    for indikator in strategis():
        dukungan = Dukungan.objects.filter(indikator=indikator.indikator, menunjang=True)
        kode = set(dukungan.values_list("simpul__kode", flat=True))
        assert teratas(induk, kode) == TABEL_3_7.get(indikator.nama, set())


def test_dukungan_tabel_3_8(pasuruan):
    """Ten rows with their analysis; the kegiatan of politik alone is printed "-"."""
    beranalisis = Dukungan.objects.filter(tahun=2023).exclude(catatan="")
    assert set(beranalisis.values_list("simpul__kode", flat=True)) == {
        *CAPAIAN_TERCETAK, "8.01.03.2.01",
    }  # fmt: skip
    tidak = beranalisis.get(menunjang=False)
    assert tidak.simpul.kode == "8.01.03.2.01"
    assert tidak.catatan == "Belum dinilai karena realisasinya tidak dilaporkan."
    # each a sentence of its own, with no figure that could disagree with the table
    catatan = [satu.catatan for satu in beranalisis]
    assert len(set(catatan)) == len(catatan)
    assert [teks for teks in catatan if not re.fullmatch(r"[A-Z][^0-9.]+\.", teks)] == []
