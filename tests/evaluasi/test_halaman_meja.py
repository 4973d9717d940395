"""The desk over all units: states, scores, what waits, filters, rights, and its queries."""

from datetime import date
from decimal import Decimal

import pytest

from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import Rekomendasi, RekomendasiKomponen, TahapLembar
from evaluasi.services.lhe import catat_komponen, terbitkan_lhe
from evaluasi.services.tindak_lanjut import Target, minta_perpanjangan
from sakip.dokumen.telusur import telusuri
from sakip.lib import waktu
from tests.evaluasi.alat_meja import alamat, dinilai, kueri, sebagai, terbit, unit_baru
from tests.evaluasi.alat_tindak_lanjut import lapor, putus, rencana_baru
from tests.evaluasi.pabrik import instrumen_nasional, lhe_draf, lhe_kertas

MEJA = alamat("meja")


@pytest.fixture
def instrumen():
    return instrumen_nasional()


def buka(orang, **saring):
    return sebagai(orang).get(MEJA, saring)


def baris(halaman, unit):
    return next(satu for satu in halaman.context["baris"] if satu.milik.unit == unit)


def ringkas(halaman, unit):
    satu = baris(halaman, unit)
    return satu.tanda[1], satu.milik.nilai.nilai.tampil, satu.milik.nilai.predikat, satu.lhe[1]


def test_keadaan_setiap_unit_dalam_kata(pasuruan, orang, instrumen):
    kosong, mandiri, selesai = (unit_baru(pasuruan, ke) for ke in (1, 2, 3))
    dinilai(mandiri, instrumen, orang, sampai="mandiri")
    dinilai(selesai, instrumen, orang, huruf="BB")
    terbit(pasuruan, orang, nomor="700/1", predikat="BB")
    halaman = buka(orang.inspektorat)
    assert ringkas(halaman, kosong) == ("LKE belum dibuka", "-", "", "belum disusun")
    assert ringkas(halaman, mandiri) == ("dievaluasi inspektorat", "-", "", "belum disusun")
    assert ringkas(halaman, selesai) == (
        "selesai, LHE belum terbit", "80,00", "BB", "belum disusun",
    )  # fmt: skip
    assert ringkas(halaman, pasuruan) == ("selesai, LHE terbit", "75,51", "BB", "terbit")
    assert [kata for _, kata in baris(halaman, mandiri).tahap] == ["selesai", "belum dimulai"]
    assert "700/1" in halaman.text
    assert "tanpa LKE, dicatat dari kertas" in halaman.text


def test_nilai_yang_belum_selesai_hanya_untuk_inspektorat(pasuruan, orang, pemeran, instrumen):
    lembar = dinilai(pasuruan, instrumen, orang, huruf="A")
    TahapLembar.objects.filter(lembar=lembar, tahap__penentu=True).update(status="berjalan")
    terlihat = buka(orang.inspektorat)
    assert ringkas(terlihat, pasuruan)[1:3] == ("90,00", "A")
    assert "80 dari 80 kriteria" in terlihat.text
    tertutup = buka(pemeran["bagian_organisasi"])
    assert ringkas(tertutup, pasuruan) == ("dievaluasi inspektorat", "-", "", "belum disusun")
    assert [kata for _, kata in baris(tertutup, pasuruan).tahap] == [
        "selesai", "dikerjakan inspektorat",
    ]  # fmt: skip
    assert "90,00" not in tertutup.text


def test_draf_lhe_hanya_untuk_inspektorat(pasuruan, orang, pemeran):
    lhe_draf(pasuruan, orang)
    assert ringkas(buka(orang.inspektorat), pasuruan)[3] == "draf"
    assert ringkas(buka(pemeran["bagian_organisasi"]), pasuruan)[3] == "belum disusun"


def test_tahun_lalu_dari_lhe_lalu_dari_lembar(pasuruan, orang, instrumen):
    lain = unit_baru(pasuruan, 1)
    terbit(pasuruan, orang, tahun_evaluasi=2023, tahun_kinerja=2022, nilai=Decimal("70.25"))
    dinilai(lain, instrumen, orang, huruf="CC", tahun=2022)
    halaman = buka(orang.inspektorat)
    assert baris(halaman, pasuruan).milik.lalu.nilai.tampil == "70,25"
    lalu = baris(halaman, lain).milik.lalu
    assert (lalu.nilai.tampil, lalu.predikat, lalu.sumber) == ("60,00", "CC", "LKE 2023")


def test_rekomendasi_terbuka_tertutup_terlambat_dan_yang_menunggu(pasuruan, orang):
    terbit(pasuruan, orang, rekomendasi=3)
    satu, dua, tiga = Rekomendasi.objects.select_related("unit__pemda", "lhe").filter(
        lhe__tahun_kinerja=2023
    )
    lapor(rencana_baru(satu, orang), orang)
    putus(dua, orang, StatusTindakLanjut.SESUAI)
    lewat = rencana_baru(tiga, orang, Target(JenisTarget.TANGGAL, tanggal=date(2024, 6, 1)))
    nanti = waktu.hari_ini(pasuruan.pemda.zona).replace(year=2099)
    minta_perpanjangan(lewat, menjadi=nanti, alasan="Menunggu pejabat.", oleh=orang.unit)
    halaman = buka(orang.inspektorat)
    hitung = baris(halaman, pasuruan).hitung
    assert (hitung.terbuka, hitung.tertutup, hitung.terlambat) == (2, 1, 2)
    assert [s.rekomendasi for s in hitung.menunggu] == [satu]
    assert [s.rekomendasi for s, _ in hitung.perpanjangan] == [tiga]
    menunggu = {kel.kunci: kel.butir for kel in halaman.context["menunggu"]}
    assert menunggu["putusan"][0].alamat.endswith(f"/2023/tindak-lanjut/{satu.pk}/")
    assert "Menunggu pejabat." in menunggu["perpanjangan"][0].ket
    assert sebagai(orang.inspektorat).get(menunggu["putusan"][0].alamat).status_code == 200


def test_yang_menunggu_menuju_halaman_unit(pasuruan, orang, instrumen):
    mandiri, selesai = unit_baru(pasuruan, 1), unit_baru(pasuruan, 2)
    dinilai(mandiri, instrumen, orang, sampai="mandiri")
    dinilai(selesai, instrumen, orang)
    menunggu = {k.kunci: k.butir for k in buka(orang.inspektorat).context["menunggu"]}
    assert [b.alamat for b in menunggu["evaluasi"]] == [f"/unit/{mandiri.kode}/2023/evaluasi/"]
    assert [b.alamat for b in menunggu["lhe"]] == [f"/unit/{selesai.kode}/2023/lhe/"]
    assert [b.alamat for b in menunggu["buka"]] == [f"/unit/{pasuruan.kode}/2023/evaluasi/"]
    for isi in menunggu.values():
        assert sebagai(orang.inspektorat).get(isi[0].alamat).status_code == 200


def kode(halaman) -> list[str]:
    return [satu.milik.unit.kode[-2:] for satu in halaman.context["baris"]]


def test_saringan(pasuruan, orang, instrumen):
    mandiri, selesai = unit_baru(pasuruan, 1), unit_baru(pasuruan, 2)
    dinilai(mandiri, instrumen, orang, sampai="mandiri")
    dinilai(selesai, instrumen, orang)
    terbit(pasuruan, orang)
    rekomendasi = Rekomendasi.objects.select_related("unit__pemda", "lhe").latest("pk")
    rencana_baru(rekomendasi, orang, Target(JenisTarget.TANGGAL, tanggal=date(2024, 6, 1)))
    komponen = instrumen.komponen.get(kode="2")
    RekomendasiKomponen.objects.create(rekomendasi=rekomendasi, komponen=komponen)
    assert kode(buka(orang.inspektorat, unit="uji 01")) == ["01"]
    assert kode(buka(orang.inspektorat, keadaan="susun-lhe")) == ["02"]
    assert kode(buka(orang.inspektorat, terlambat="ya")) == ["ol"]
    menurut = buka(orang.inspektorat, komponen=komponen.nama)
    assert sorted(kode(menurut)) == ["02", "ol"]
    assert baris(menurut, selesai).komponen.tampil == "21,00"
    lain = buka(orang.inspektorat, komponen=instrumen.komponen.get(kode="1").nama)
    assert kode(lain) == ["02"]
    kosong = buka(orang.inspektorat, unit="tidak ada", keadaan="terbit")
    assert "Tidak ada unit yang cocok dengan saringan ini." in kosong.text
    assert len(kode(buka(orang.inspektorat, keadaan="asal", komponen="asal"))) >= 3


def test_nilai_komponen_milik_lhe_yang_ditampilkan(pasuruan, orang, instrumen):
    """A worksheet beside an LHE from paper says nothing of that LHE's total."""
    dinilai(pasuruan, instrumen, orang)
    lhe = lhe_kertas(pasuruan, orang)
    satu, dua = instrumen.komponen.all()[:2]
    catat_komponen(lhe, satu, oleh=orang.inspektorat, catatan="", nilai=Decimal("24.5"))
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    ada = buka(orang.inspektorat, komponen=satu.nama)
    assert baris(ada, pasuruan).milik.nilai.nilai.tampil == "75,51"
    assert baris(ada, pasuruan).komponen.tampil == "24,50"
    tiada = baris(buka(orang.inspektorat, komponen=dua.nama), pasuruan).komponen
    assert (tiada.tampil, tiada.alasan) == ("-", "LHE yang dicatat tidak memuat nilai bagian ini.")


def test_nilai_komponen_dari_kertas_tanpa_lembar_kerja(pasuruan, orang, instrumen):
    """No worksheet and no recommendation names the komponen: the LHE does."""
    lhe = lhe_kertas(pasuruan, orang)
    komponen = instrumen.komponen.first()
    catat_komponen(lhe, komponen, oleh=orang.inspektorat, catatan="", nilai=Decimal("24.5"))
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    halaman = buka(orang.inspektorat, komponen=komponen.nama)
    assert f"<option selected>{komponen.nama}</option>" in halaman.text
    assert baris(halaman, pasuruan).komponen.tampil == "24,50"


def test_dari_mana_nilai_itu(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang)
    angka = baris(buka(orang.inspektorat), pasuruan).milik.nilai.nilai
    panel = buka(orang.inspektorat, angka=angka.kunci)
    assert "jumlah nilai komponennya, dinilai sebelum dibulatkan" in panel.text
    # the page of the unit says the same of the same figure
    halaman = sebagai(orang.inspektorat).get(f"/unit/{pasuruan.kode}/2023/evaluasi/")
    sama = [s.tampil for s in telusuri(halaman.context["skor"]) if s.kunci == angka.kunci]
    assert set(sama) == {angka.tampil}


@pytest.mark.parametrize("nama", ["meja", "peringkat", "kriteria"])
def test_siapa_yang_membacanya(nama, pemeran):
    tujuan = alamat(nama)
    for siapa in ("inspektorat", "bagian_organisasi"):
        assert sebagai(pemeran[siapa]).get(tujuan).status_code == 200
    for siapa in ("perencana", "operator", "pimpinan", "pembaca"):
        ditolak = sebagai(pemeran[siapa]).get(tujuan)
        assert ditolak.status_code == 403
        assert "dibaca inspektorat dan bagian organisasi Kota Pasuruan" in ditolak.text
    assert sebagai(pemeran["tanpa_tugas"]).get(tujuan).status_code == 404
    assert sebagai(pemeran["inspektorat"]).get(alamat(nama, 2001)).status_code == 404


def test_pemda_lain_tidak_terlihat(pemeran, pasuruan, orang):
    terbit(pasuruan, orang)
    halaman = sebagai(pemeran["inspektorat_luar"]).get(
        alamat("meja", waktu.hari_ini("Asia/Jakarta").year)
    )
    assert [s.milik.unit for s in halaman.context["baris"]] == [pemeran.unit_luar]


def test_menu_menuju_tahun_yang_terakhir_dievaluasi(pemeran, pasuruan, orang):
    terbit(pasuruan, orang)
    client = sebagai(orang.inspektorat)
    halaman = client.get("/pemda/kota-pasuruan/meja-evaluasi/", follow=True)
    assert halaman.redirect_chain == [(MEJA, 302)]
    assert [b.nama for b in halaman.context["menu_kelola"] if b.kini] == ["Meja evaluasi"]


@pytest.mark.parametrize("nama", ["meja", "peringkat", "kriteria"])
def test_banyaknya_kueri_tetap(nama, pasuruan, orang, instrumen):
    hasil = []
    for awal, akhir in ((0, 1), (1, 3)):
        for ke in range(awal, akhir):
            unit = unit_baru(pasuruan, ke)
            dinilai(unit, instrumen, orang)
            dinilai(unit, instrumen, orang, tahun=2022)
            terbit(unit, orang, rekomendasi=ke + 1)
            milik = Rekomendasi.objects.select_related("unit__pemda", "lhe").filter(unit=unit)
            for satu in milik:
                _bersisi(satu, instrumen, orang)
        hasil.append(kueri(sebagai(orang.inspektorat), alamat(nama)))
    assert hasil[0] == hasil[1]


def _bersisi(rekomendasi, instrumen, orang) -> None:
    """With its komponen and a verdict."""
    komponen = instrumen.komponen.first()
    RekomendasiKomponen.objects.create(rekomendasi=rekomendasi, komponen=komponen)
    putus(rekomendasi, orang, StatusTindakLanjut.BELUM_SESUAI)
