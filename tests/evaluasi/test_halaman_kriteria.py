"""The map of criteria: who meets what, by which side, and what all of them lack."""

import pytest

from evaluasi.models import Jawaban, PilihanJawaban, TahapLembar
from evaluasi.services.instrumen import pasang_instrumen
from tests.evaluasi.alat_meja import alamat, dinilai, sebagai, unit_baru
from tests.evaluasi.pabrik import instrumen_nasional


@pytest.fixture
def instrumen():
    return instrumen_nasional()


def buka(orang, **isi):
    return sebagai(orang.inspektorat).get(alamat("kriteria"), isi)


def sub(halaman, ke: int = 0):
    return halaman.context["bagian"][0].sub[ke]


def test_berapa_unit_memenuhi_setiap_kriteria(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang)
    for ke in (1, 2):
        dinilai(unit_baru(pasuruan, ke), instrumen, orang, terpenuhi=lambda n: n not in {1, 3})
    dinilai(unit_baru(pasuruan, 3), instrumen, orang, terpenuhi=lambda n: n != 3)
    halaman = buka(orang)
    pertama = sub(halaman)
    assert len(pertama.milik.lengkap) == 1
    assert [(len(k.milik.terpenuhi), k.warna, k.kata) for k in pertama.kriteria[:3]] == [
        (2, "baik", "sebagian besar unit"), (4, "unggul", "semua unit"),
        (1, "cukup", "sebagian kecil unit"),
    ]  # fmt: skip
    assert pertama.kriteria[0].belum == ("Dinas Uji 01", "Dinas Uji 02")
    assert "2 dari 4 unit" in halaman.text
    assert "Jawaban inspektorat dari 4 unit" in halaman.text


def test_yang_paling_sedikit_dipenuhi_di_atas(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang, terpenuhi=lambda n: n != 2)
    terkurang = buka(orang).context["terkurang"]
    assert len(terkurang) == 10
    assert terkurang[0].sebutan == "1.a.2"
    assert {len(satu.milik.terpenuhi) for satu in terkurang} == {0}


def test_semua_terpenuhi(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang)
    assert "Semua kriteria dipenuhi semua unit." in buka(orang).text


def test_yang_tidak_dijawab_belum_memenuhi(pasuruan, orang, instrumen):
    lembar = dinilai(pasuruan, instrumen, orang)
    Jawaban.objects.filter(tahap__lembar=lembar, kriteria__urutan=1).delete()
    satu = sub(buka(orang)).kriteria[0]
    assert (len(satu.milik.terpenuhi), len(satu.milik.kosong)) == (0, 1)


def test_tahap_yang_belum_selesai_tidak_dihitung(pasuruan, orang, instrumen):
    lembar = dinilai(pasuruan, instrumen, orang)
    dinilai(unit_baru(pasuruan, 1), instrumen, orang, sampai="mandiri")
    TahapLembar.objects.filter(lembar=lembar, tahap__penentu=True).update(status="berjalan")
    halaman = buka(orang)
    # no answers of the inspektorat are finished: those of the units are shown
    assert halaman.context["nama_sisi"] == "Penilaian mandiri unit"
    assert len(halaman.context["peta"].unit) == 2
    kosong = buka(orang, sisi="inspektorat")
    assert "Belum ada jawaban" in kosong.text


def test_menurut_sisi_yang_dipilih(pasuruan, orang, instrumen):
    lembar = dinilai(pasuruan, instrumen, orang)
    tidak = PilihanJawaban.objects.get(skala__instrumen=instrumen, kode="Tidak")
    milik = Jawaban.objects.filter(tahap__lembar=lembar, tahap__tahap__penentu=True)
    milik.update(pilihan=tidak)
    assert sub(buka(orang)).kata == "tidak satu unit pun"
    assert sub(buka(orang, sisi="unit")).kata == "semua unit"


def test_instrumen_yang_dipakai_terbanyak_lalu_yang_dipilih(pasuruan, orang, instrumen):
    milik = pasang_instrumen(pemda=pasuruan.pemda, tahun=2022, oleh=orang.inspektorat)
    for ke in (1, 2):
        dinilai(unit_baru(pasuruan, ke), instrumen, orang)
    dinilai(pasuruan, milik, orang)
    halaman = buka(orang)
    assert halaman.context["peta"].instrumen == instrumen
    lain = buka(orang, instrumen=str(milik.pk))
    assert [u.pk for u in lain.context["peta"].unit] == [pasuruan.pk]


def test_kosong(orang, pasuruan):
    assert "Belum ada LKE yang selesai" in buka(orang).text
