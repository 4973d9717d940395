"""The example against the document it is taken from: plan, budget, derived realisasi.

Figures on the right are typed from the LKjIP 2023 of Bakesbangpol Kota Pasuruan.
"""

from collections import Counter
from decimal import Decimal

import pytest

from pengukuran.hitung.capaian import Aturan, hitung_capaian
from pengukuran.models import PelakuRealisasi, Realisasi, RealisasiAnggaran
from perencanaan.hitung.nilai import Nilai
from perencanaan.hitung.pagu import teratas
from perencanaan.hitung.rumus import hitung_rumus, variabel
from perencanaan.models import (
    Dukungan,
    IndikatorVersi,
    Pagu,
    PenanggungJawab,
    RenstraVersi,
    Simpul,
    TargetTahunan,
    Variabel,
)
from sakip.lib.angka import tulis_angka
from sakip.organisasi.models import Pejabat, Unit
from tests.beranda.test_perintah import jalankan


def di_versi(ke: int) -> RenstraVersi:
    return RenstraVersi.objects.get(renstra__unit__kode="pasuruan-bakesbangpol", ke=ke)


# ------------------------------------------------------------------------------------- renstra


def test_banyaknya_setiap_jenis(pasuruan):
    jenis = {
        ke: Counter(
            Simpul.objects.filter(renstra_versi=di_versi(ke)).values_list("jenis", flat=True)
        )
        for ke in (1, 2)
    }
    assert jenis == {
        1: {"tujuan": 2, "sasaran": 2},
        2: {"tujuan": 1, "sasaran": 2, "program": 6, "kegiatan": 13, "sub_kegiatan": 32,
            "perangkat_daerah": 1},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kode", "kegiatan", "sub"),
    [
        ("8.01.02", 1, 1),
        ("8.01.03", 1, 3),
        ("8.01.04", 1, 3),
        ("8.01.05", 1, 2),
        ("8.01.06", 1, 1),
        ("8.01.01", 8, 22),
    ],
)
def test_program_didukung_sebanyak_yang_tertulis(kode, kegiatan, sub, pasuruan):
    """Subbab 3.2: "didukung oleh 8 kegiatan dan 22 sub kegiatan"."""
    program = Simpul.objects.get(kode=kode)
    assert Simpul.objects.filter(induk=program).count() == kegiatan
    assert Simpul.objects.filter(induk__induk=program).count() == sub


LAMPIRAN_3 = {
    "Indeks Modal Sosial": {2021: "54.38"},
    "Persentase penurunan potensi konflik di masyarakat": {2021: "2.50"},
    "Indeks Kesalehan Sosial": {
        2022: "74.37", 2023: "75.45", 2024: "77.13", 2025: "78.43", 2026: "80.06",
    },
    "Indeks Stabilitas": {
        2022: "74.5", 2023: "76.05", 2024: "77.75", 2025: "78.90", 2026: "80.25",
    },
}  # fmt: skip


def test_rumusan_awal_menurut_lampiran_3(pasuruan):
    versi = di_versi(1)
    target = TargetTahunan.objects.filter(indikator_versi__renstra_versi=versi, sumber="renstra")
    hasil: dict[str, dict[int, Decimal]] = {}
    for satu in target.select_related("indikator_versi"):
        hasil.setdefault(satu.indikator_versi.nama, {})[satu.tahun] = satu.nilai
    assert hasil == {
        nama: {tahun: Decimal(angka) for tahun, angka in isi.items()}
        for nama, isi in LAMPIRAN_3.items()
    }
    assert versi.mulai_tahun == 2021
    assert "diandaikan" in versi.catatan


def test_indeks_stabilitas_satu_indikator_dalam_dua_versi(pasuruan):
    rumusan = IndikatorVersi.objects.filter(nama="Indeks Stabilitas")
    assert [satu.renstra_versi.ke for satu in rumusan.order_by("renstra_versi__ke")] == [1, 2]
    assert len({satu.indikator_id for satu in rumusan}) == 1


def test_visi_misi_dan_isu(pasuruan):
    versi = di_versi(2)
    assert (len(versi.misi.splitlines()), len(versi.isu_strategis.splitlines())) == (4, 10)
    assert versi.misi.splitlines()[2].startswith("Memantapkan kehidupan Masyarakat Multikultural")
    assert versi.misi_didukung.startswith("Misi ke-3")
    assert versi.isu_strategis.splitlines()[-1] == "Ancaman radikalisme dan terorisme."


def strategis():
    return IndikatorVersi.objects.filter(
        renstra_versi=di_versi(2), simpul__jenis__in=("tujuan", "sasaran")
    ).order_by("urutan")


def test_target_renja(pasuruan):
    renja = [i.target.get(tahun=2023, sumber="renja") for i in strategis()]
    assert [r.nilai for r in renja[:6]] == [
        Decimal(angka) for angka in ("76.05", "73.14", "100", "90", "3", "20")
    ]
    assert (renja[6].jenis, renja[6].alasan) == (
        "tidak_dijadwalkan",
        "Tidak ada pemilu pada tahun 2023.",
    )


# ------------------------------------------------------------------------------------- IKU

# variables in order of the formula, values for a trial, and what they give by hand
RUMUS = {
    "Persentase temuan yang ditindaklanjuti": (("3", "0", "4", "1"), "60"),
    "Persentase peningkatan jumlah ormas yang aktif": (("112", "100"), "12"),
    "Persentase penurunan konflik di Kota Pasuruan": (("50", "30"), "40"),
    "Persentase partisipasi pemilih dalam pemilu": (("17", "20"), "85"),
}


def test_setiap_iku_berdefinisi_dan_bersumber(pasuruan):
    assert [i.nama for i in strategis() if not (i.iku and i.definisi and i.sumber_data)] == []
    assert {i.nama for i in strategis() if i.rumus} == RUMUS.keys()
    tanpa = [i.nama for i in strategis() if not i.rumus_tercetak]
    assert tanpa == ["Indeks Stabilitas"]  # printed as "-"


@pytest.mark.parametrize("nama", RUMUS)
def test_rumus_memakai_variabelnya_dan_dapat_dihitung(nama, pasuruan):
    indikator = strategis().get(nama=nama)
    contoh, hasil = RUMUS[nama]
    nilai = dict(zip(variabel(indikator.rumus), map(Decimal, contoh), strict=False))
    assert set(nilai) == set(indikator.variabel.values_list("nama", flat=True))
    assert hitung_rumus(indikator.rumus, nilai).nilai == Decimal(hasil)
    assert "× 100" in indikator.rumus_tercetak


def test_penurunan_konflik_dibagi_tahun_lalu(pasuruan):
    konflik = strategis().get(nama="Persentase penurunan konflik di Kota Pasuruan")
    assert "(n1)" not in konflik.rumus_tercetak
    assert konflik.rumus_tercetak.count("(n-1)") == 2
    assert Variabel.objects.get(indikator_versi=konflik, nama="potensi_konflik_n1").urutan == 1


def test_realisasi_berumus_ditandai_tanpa_variabel(pasuruan):
    berumus = {i.indikator_id for i in strategis() if i.rumus}
    for realisasi in Realisasi.objects.filter(sumber="diisi"):
        assert realisasi.tanpa_variabel == (realisasi.indikator_id in berumus)
    assert Realisasi.objects.filter(tanpa_variabel=True).count() == 3 * 2


def test_setiap_indikator_ada_yang_mengisi(pasuruan):
    pengisi = PenanggungJawab.objects.filter(mengisi=True).values_list(
        "indikator_versi", "unit__kode"
    )
    menurut = {
        indikator: kode.removeprefix("pasuruan-bakesbangpol-") for indikator, kode in pengisi
    }
    assert [menurut[i.pk] for i in strategis()] == [
        "sekretariat", "sekretariat", "sekretariat", "sekretariat", "ketahanan", "ideologi",
        "politik",
    ]  # fmt: skip
    assert len(menurut) == 7 + 51
    program = IndikatorVersi.objects.filter(simpul__jenis="program").order_by("simpul__kode")
    assert [menurut[i.pk] for i in program] == [
        "sekretariat", "ideologi", "politik", "ketahanan", "ketahanan", "ideologi",
    ]  # fmt: skip


# ------------------------------------------------------------------------------------- anggaran


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


# ------------------------------------------------------------------------------------- turunan

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


# ------------------------------------------------------------------------------------- dukungan

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
    assert (tidak.simpul.kode, "“-”" in tidak.catatan) == ("8.01.03.2.01", True)


# ------------------------------------------------------------------------------------- orang


def test_pejabat_lama_berganti_nama_tanpa_menjadi_dua(pasuruan):
    """A database that held the example under other names keeps its posts."""
    jumlah = Pejabat.objects.count()
    Pejabat.objects.filter(nip="").update(nama="Wali Kota Pasuruan")
    assert "0 dibuat, 1 diubah" in jalankan("muat_contoh", "pasuruan-2023", "--akun")
    assert Pejabat.objects.count() == jumlah
    assert not Pejabat.objects.filter(nama="Wali Kota Pasuruan").exists()


def test_pengisi_yang_diganti_orang_kembali_ke_berkas(pasuruan):
    indikator = strategis().get(nama="Persentase partisipasi pemilih dalam pemilu")
    politik = PenanggungJawab.objects.get(indikator_versi=indikator)
    PenanggungJawab.objects.filter(pk=politik.pk).update(mengisi=False)
    lain = Unit.objects.get(kode="pasuruan-bakesbangpol-ideologi")
    PenanggungJawab.objects.create(indikator_versi=indikator, unit=lain, mengisi=True)
    assert "0 dibuat, 2 diubah" in jalankan("muat_contoh", "pasuruan-2023", "--akun")
    assert PenanggungJawab.objects.get(indikator_versi=indikator, mengisi=True).pk == politik.pk
