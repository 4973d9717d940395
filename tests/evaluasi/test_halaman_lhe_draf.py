"""The draft of an LHE in the browser: made, written, issued once, never changed after."""

from datetime import date
from decimal import Decimal

import pytest

from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import CatatanKomponen, Komponen, Lhe, Rekomendasi
from evaluasi.services.lembar import buka_kembali_tahap
from evaluasi.services.lhe import terbitkan_lhe, ubah_lhe
from evaluasi.services.rekomendasi import putuskan, rekomendasikan
from evaluasi.services.rekomendasi_draf import hapus_rekomendasi
from sakip.dokumen.models import DokumenTerbit
from sakip.jejak.models import CatatanJejak
from tests.evaluasi.alat_lhe import alamat, bertindak, kirim, pesan, sebagai
from tests.evaluasi.pabrik import (
    instrumen_nasional,
    lembar_baru,
    lhe_draf,
    lhe_kertas,
    rekomendasi_terbit,
    selesai_evaluasi,
    selesai_mandiri,
    tahap,
)
from tests.web.borang import isi_halaman


@pytest.fixture
def inspektorat(orang):
    return sebagai(orang.inspektorat)


@pytest.fixture
def draf(pasuruan, orang, rekaman) -> Lhe:
    return rekaman.putar(lhe_draf, pasuruan, orang)


@pytest.fixture
def kertas(pasuruan, orang) -> Lhe:
    instrumen_nasional()
    return lhe_kertas(pasuruan, orang)


def terbitkan(client, lhe: Lhe, **isi):
    return kirim(client, alamat("lhe-terbit", lhe.pk), yakin="ya", **isi)


# made
def test_disusun_dari_lke(pasuruan, orang, inspektorat):
    lembar = lembar_baru(pasuruan, orang)
    selesai_mandiri(lembar, orang)
    jawaban = inspektorat.get(alamat("lhe-susun"), follow=True)
    assert "Selesaikan tahap itu, lalu susun LHE-nya." in pesan(jawaban)[0]
    selesai_evaluasi(lembar, orang)
    assert "Susun dari LKE" in inspektorat.get(alamat("lhe")).text
    jawaban = kirim(inspektorat, alamat("lhe-susun"), ikuti=True)
    lhe = Lhe.objects.get(tahun_evaluasi=2024)
    assert jawaban.redirect_chain[-1][0] == alamat("lhe-draf", lhe.pk)
    assert (lhe.nilai, lhe.predikat) == (Decimal("70.5"), "BB")


def test_kiriman_ganda_satu_draf(pasuruan, orang, inspektorat):
    isi = isi_halaman(inspektorat.get(alamat("lhe-catat"))) | {"tahun_evaluasi": "2024"}
    for _ in range(2):
        assert inspektorat.post(alamat("lhe-catat"), isi).status_code == 302
    assert Lhe.objects.filter(unit=pasuruan, tahun_evaluasi=2024).count() == 1
    baru = inspektorat.post(alamat("lhe-catat"), {"tahun_evaluasi": "2024"})
    assert "masih mempunyai draf LHE tahun itu" in baru.text


def test_dicatat_dari_kertas_lalu_terbit(pasuruan, inspektorat):
    instrumen_nasional()
    kirim(
        inspektorat,
        alamat("lhe-catat"),
        tahun_evaluasi="2024",
        nomor="700/5/2024",
        tanggal="2/5/2024",
        nilai="75,51",
        predikat="BB",
    )
    lhe = Lhe.objects.get(unit=pasuruan, tahun_evaluasi=2024)
    assert (lhe.nilai, lhe.tanggal, lhe.tahun_kinerja) == (Decimal("75.51"), date(2024, 5, 2), 2023)
    komponen = Komponen.objects.filter(instrumen=instrumen_nasional()).first()
    kirim(inspektorat, alamat("lhe-catatan", lhe.pk, komponen.pk), nilai="22,5", catatan="Ada.")
    kirim(
        inspektorat,
        alamat("lhe-rekomendasi-baru", lhe.pk),
        uraian="Menyusun SOP.",
        **{f"letak_{komponen.pk}": komponen.sub.first().pk},
    )
    jawaban = terbitkan(inspektorat, lhe, ikuti=True)
    assert pesan(jawaban) == ["LHE 2024 terbit. Unit dapat membacanya sekarang."]
    konteks = DokumenTerbit.objects.get(jenis="lhe", unit=pasuruan, tahun=2024).konteks
    assert (konteks["nilai"], konteks["instrumen"]) == ("75.51", None)
    baris = konteks["komponen"][0]
    assert [baris[k] for k in ("komponen", "sub", "nilai", "catatan")] == [
        "1",
        None,
        "22.5",
        "Ada.",
    ]
    assert konteks["rekomendasi"][0]["komponen"] == ["1.a"]


SALAH = [
    ({"nilai": "75.51"}, "nilai", "Maksud Anda 75,51?"),
    ({"nilai": "100,01"}, "nilai", "paling tinggi 100"),
    ({"nilai": "-1"}, "nilai", "tidak boleh negatif"),
    ({"tanggal": "31/12/2023"}, "tanggal", "sebelum tahun evaluasinya (2024)"),
    ({"tanggal": "2024-13-01"}, "tanggal", ""),
    ({"nomor": "x" * 121}, "nomor", "120"),
    ({"tahun_evaluasi": "2022"}, "tahun_evaluasi", ""),
    ({"tahun_evaluasi": "2031"}, "tahun_evaluasi", ""),
]


def test_yang_salah_ditanyakan(pasuruan, inspektorat):
    for isi, kolom, kata in SALAH:
        semua = {"tahun_evaluasi": "2024", **isi}
        jawaban = inspektorat.post(alamat("lhe-catat"), semua)
        galat = jawaban.context["form"].errors[kolom]
        assert kata in str(galat), isi
        assert "tidak valid" not in str(galat) or kolom == "tahun_evaluasi", isi
        assert not Lhe.objects.filter(unit=pasuruan, tahun_evaluasi__gte=2024).exists(), isi
        if kolom in {"nilai", "tanggal"}:
            assert f'value="{semua[kolom]}"' in jawaban.text, isi


def test_catatan_yang_salah_ditanyakan(kertas, inspektorat):
    komponen = Komponen.objects.filter(instrumen=instrumen_nasional()).first()
    tujuan = alamat("lhe-catatan", kertas.pk, komponen.pk)
    for isi, kata in (
        ({"nilai": "30,01"}, "paling tinggi 30"),
        ({"nilai": "22.5"}, "Maksud Anda 22,5?"),
        ({"catatan": "x" * 10001}, "10000"),
        ({}, "Isi nilai, catatan, atau keduanya."),
    ):
        assert kata in kirim(inspektorat, tujuan, **isi).text
    assert not CatatanKomponen.objects.filter(lhe=kertas).exists()


def test_catatan_kertas_dapat_dihapus(kertas, inspektorat):
    komponen = Komponen.objects.filter(instrumen=instrumen_nasional()).first()
    tujuan = alamat("lhe-catatan", kertas.pk, komponen.pk)
    kirim(inspektorat, tujuan, nilai="22", catatan="Ada.")
    inspektorat.post(tujuan, {"aksi": "hapus", "versi": "9"})
    assert CatatanKomponen.objects.filter(lhe=kertas).count() == 1
    inspektorat.post(tujuan, {"aksi": "hapus", "versi": "1"})
    assert not CatatanKomponen.objects.filter(lhe=kertas).exists()


# written
def test_kepala_diubah(draf, inspektorat):
    jawaban = kirim(
        inspektorat,
        alamat("lhe-ubah", draf.pk),
        ikuti=True,
        nomor="700/9/2024",
        ringkasan="Baik.\nTertata.",
        penanda_nip="19700101 199001 1 001",
    )
    assert pesan(jawaban) == ["Draf LHE tersimpan."]
    draf.refresh_from_db()
    assert (draf.nomor, draf.ringkasan, draf.penanda_nip) == (
        "700/9/2024", "Baik.\nTertata.", "197001011990011001",
    )  # fmt: skip
    assert (
        "NIP terdiri atas 18 angka"
        in kirim(inspektorat, alamat("lhe-ubah", draf.pk), penanda_nip="123").text
    )
    asing = kirim(inspektorat, alamat("lhe-ubah", draf.pk), nilai="99", status="terbit")
    assert asing.status_code == 302
    draf.refresh_from_db()
    assert (draf.nilai, draf.status) == (Decimal("70.5"), "draf")


def test_dua_tab_dibandingkan(draf, inspektorat):
    tujuan = alamat("lhe-ubah", draf.pk)
    lama = isi_halaman(inspektorat.get(tujuan))
    kirim(inspektorat, tujuan, nomor="700/7/2024")
    jawaban = inspektorat.post(tujuan, lama | {"ringkasan": "Ketikan kedua."})
    assert jawaban.status_code == 409
    assert "700/7/2024" in jawaban.text
    assert "Ketikan kedua." in jawaban.text
    komponen = draf.lembar.instrumen.komponen.first()
    tujuan = alamat("lhe-catatan", draf.pk, komponen.pk)
    lama = isi_halaman(inspektorat.get(tujuan))
    kirim(inspektorat, tujuan, catatan="Pertama.")
    assert inspektorat.post(tujuan, lama | {"catatan": "Kedua."}).status_code == 409
    assert CatatanKomponen.objects.get(lhe=draf, komponen=komponen, sub=None).catatan == "Pertama."


def test_nilai_disegarkan(draf, orang, inspektorat):
    evaluator = tahap(draf.lembar, "evaluator")
    buka_kembali_tahap(evaluator, oleh=orang.inspektorat, alasan="Bukti baru.")
    halaman = inspektorat.get(alamat("lhe-terbit", draf.pk))
    assert "dibuka kembali" in halaman.text
    assert 'name="sidik"' not in halaman.text
    assert "belum selesai" in pesan(bertindak(inspektorat, draf, "segarkan", ikuti=True))[0]
    type(evaluator).objects.filter(pk=evaluator.pk).update(status="selesai")
    assert pesan(bertindak(inspektorat, draf, "segarkan", ikuti=True)) == [
        "Nilai draf disegarkan dari LKE."
    ]


def test_rekomendasi_ditulis_diurut_dihapus(draf, inspektorat):
    for teks in ("Satu.", "Dua.", "Tiga."):
        kirim(inspektorat, alamat("lhe-rekomendasi-baru", draf.pk), uraian=teks)

    def urutan() -> list[str]:
        return list(draf.rekomendasi.order_by("urutan").values_list("uraian", flat=True))

    tiga = draf.rekomendasi.get(uraian="Tiga.")
    for _ in range(2):  # pressed twice it moves once
        bertindak(inspektorat, draf, "naik", rekomendasi=tiga.pk, urutan=3)
    assert urutan() == ["Satu.", "Tiga.", "Dua."]
    bertindak(inspektorat, draf, "turun", rekomendasi=tiga.pk, urutan=2)
    assert urutan() == ["Satu.", "Dua.", "Tiga."]
    komponen = draf.lembar.instrumen.komponen.last()
    tujuan = alamat("lhe-rekomendasi-ubah", draf.pk, tiga.pk)
    kirim(inspektorat, tujuan, uraian="Ketiga.", **{f"letak_{komponen.pk}": "seluruh"})
    tiga.refresh_from_db()
    assert (tiga.uraian, tiga.komponen.get().komponen, tiga.komponen.get().sub) == (
        "Ketiga.", komponen, None,
    )  # fmt: skip
    satu = draf.rekomendasi.get(uraian="Satu.")
    bertindak(inspektorat, draf, "hapus", rekomendasi=satu.pk, versi=satu.versi + 1)
    assert urutan() == ["Satu.", "Dua.", "Ketiga."]
    for _ in range(2):
        bertindak(inspektorat, draf, "hapus", rekomendasi=satu.pk, versi=satu.versi)
    assert urutan() == ["Dua.", "Ketiga."]
    assert CatatanJejak.objects.filter(aksi="rekomendasi.dihapus").count() == 1


def test_usulan_berulang(pasuruan, orang, draf, inspektorat):
    """One like an earlier one is proposed, with what became of that."""
    lama = rekomendasi_terbit(
        pasuruan, orang, tahun_evaluasi=2023, tahun_kinerja=2022, tanggal=None
    )
    isi = {"oleh": orang.inspektorat, "sesudah": 0}
    putuskan(lama, StatusTindakLanjut.BELUM_SESUAI, catatan="Belum tuntas.", **isi)
    baru = rekomendasikan(draf, uraian=lama.uraian, oleh=orang.inspektorat)
    halaman = inspektorat.get(alamat("lhe-draf", draf.pk))
    assert "Mirip (" in halaman.text
    tujuan = alamat("lhe-rekomendasi-ubah", draf.pk, baru.pk)
    rinci = inspektorat.get(tujuan)
    assert "belum sesuai, “Belum tuntas.”" in rinci.text
    kirim(inspektorat, tujuan, berulang_dari=lama.pk)
    baru.refresh_from_db()
    assert baru.berulang_dari == lama
    assert "Mirip (" not in inspektorat.get(alamat("lhe-draf", draf.pk)).text
    asing = kirim(inspektorat, tujuan, berulang_dari=baru.pk)
    assert "berulang_dari" in asing.context["form"].errors


def test_kaitan_yang_tidak_berlaku_lagi_tetap(pasuruan, orang, draf, inspektorat):
    """What the LHE of the year before left out when it was replaced is still what this repeats."""
    dahulu = {"tahun_evaluasi": 2023, "tahun_kinerja": 2022, "tanggal": None}
    lama = rekomendasi_terbit(pasuruan, orang, **dahulu)
    baru = rekomendasikan(draf, uraian="Lagi.", oleh=orang.inspektorat, berulang_dari=lama)
    pengganti = lhe_kertas(pasuruan, orang, **dahulu, alasan="Salah unit.")
    for satu in pengganti.rekomendasi.all():
        hapus_rekomendasi(satu, oleh=orang.inspektorat, versi=satu.versi)
    terbitkan_lhe(pengganti, oleh=orang.inspektorat)
    tujuan = alamat("lhe-rekomendasi-ubah", draf.pk, baru.pk)
    kirim(inspektorat, tujuan, uraian="Lagi, dengan bukti.")
    baru.refresh_from_db()
    assert (baru.uraian, baru.berulang_dari) == ("Lagi, dengan bukti.", lama)
    kirim(inspektorat, tujuan, berulang_dari="")
    baru.refresh_from_db()
    assert baru.berulang_dari is None


# issued
def test_periksa_menyebut_yang_kurang(draf, orang, inspektorat):
    ubah_lhe(draf, {"nomor": "", "tanggal": None}, oleh=orang.inspektorat, versi=draf.versi)
    halaman = inspektorat.get(alamat("lhe-terbit", draf.pk))
    assert [satu.pesan for satu, _ in halaman.context["mencegah"]] == [
        "Nomor LHE belum diisi.", "Tanggal LHE belum diisi.",
    ]  # fmt: skip
    assert alamat("lhe-ubah", draf.pk) in halaman.text
    isi = {"yakin": "ya", "sidik": halaman.context["sidik"]}
    jawaban = inspektorat.post(alamat("lhe-terbit", draf.pk), isi)
    assert "Isi nomor LHE." in jawaban.text
    assert Lhe.objects.get(pk=draf.pk).status == "draf"


def test_terbit_sekali_dan_sesuai_yang_diperiksa(draf, pasuruan, orang, inspektorat):
    tujuan = alamat("lhe-terbit", draf.pk)
    isi = isi_halaman(inspektorat.get(tujuan))
    assert "Beri tanda bahwa Anda sudah memeriksa" in inspektorat.post(tujuan, isi).text
    rekomendasikan(draf, uraian="Menyusul.", oleh=orang.inspektorat)
    jawaban = inspektorat.post(tujuan, isi | {"yakin": "ya"})
    assert jawaban.status_code == 409
    assert "berubah sejak Anda memeriksanya" in jawaban.text
    assert Lhe.objects.get(pk=draf.pk).status == "draf"
    isi = isi_halaman(jawaban) | {"yakin": "ya"}
    for _ in range(2):
        jawaban = inspektorat.post(tujuan, isi, follow=True)
    assert "LHE ini sudah terbit" in pesan(jawaban)[-1]
    assert DokumenTerbit.objects.filter(jenis="lhe", unit=pasuruan, tahun=2024).count() == 1


def test_lhe_terbit_tidak_berubah_dari_formulir_mana_pun(draf, orang, inspektorat):
    """Every form that was open before the issue, sent after it."""
    rekomendasi = rekomendasikan(draf, uraian="Menyusun SOP.", oleh=orang.inspektorat)
    komponen = draf.lembar.instrumen.komponen.first()
    formulir = [
        alamat("lhe-ubah", draf.pk),
        alamat("lhe-catatan", draf.pk, komponen.pk),
        alamat("lhe-catatan-sub", draf.pk, komponen.pk, komponen.sub.first().pk),
        alamat("lhe-rekomendasi-baru", draf.pk),
        alamat("lhe-rekomendasi-ubah", draf.pk, rekomendasi.pk),
        alamat("lhe-terbit", draf.pk),
    ]
    terbuka = [(satu, isi_halaman(inspektorat.get(satu))) for satu in formulir]
    kecil = {"rekomendasi": rekomendasi.pk, "urutan": 1, "versi": rekomendasi.versi}
    terbuka += [
        (alamat("lhe-draf", draf.pk), {**kecil, "aksi": aksi})
        for aksi in ("segarkan", "batal", "naik", "turun", "hapus", "bawa")
    ]
    terbitkan_lhe(draf, oleh=orang.inspektorat)
    jejak = CatatanJejak.objects.count()
    ketikan = {"nomor": "x", "catatan": "x", "uraian": "x", "yakin": "ya"}
    for tujuan, isi in terbuka:
        jawaban = inspektorat.post(tujuan, isi | ketikan, follow=True)
        assert jawaban.redirect_chain[-1][0] == alamat("lhe"), tujuan
        assert "sudah terbit" in pesan(jawaban)[-1], tujuan
    assert CatatanJejak.objects.count() == jejak
    assert draf.rekomendasi.get().uraian == "Menyusun SOP."


def test_pengganti_dari_halamannya(draf, orang, inspektorat):
    rekomendasikan(draf, uraian="Menyusun SOP.", oleh=orang.inspektorat)
    rekomendasikan(draf, uraian="Memantau.", oleh=orang.inspektorat)
    terbitkan_lhe(draf, oleh=orang.inspektorat)
    assert "Susun pengganti dari LKE" in inspektorat.get(alamat("lhe")).text
    assert "Tulis alasan mengganti" in kirim(inspektorat, alamat("lhe-susun")).text
    kirim(inspektorat, alamat("lhe-susun"), alasan="Salah nomor.")
    baru = Lhe.objects.get(unit=draf.unit, status="draf")
    assert (baru.ke, baru.rekomendasi.count()) == (2, 2)
    hapus = baru.rekomendasi.get(uraian="Memantau.")
    bertindak(inspektorat, baru, "hapus", rekomendasi=hapus.pk, versi=hapus.versi)
    halaman = inspektorat.get(alamat("lhe-draf", baru.pk))
    assert "Tidak dibawa dari LHE yang digantikan" in halaman.text
    pokok = draf.rekomendasi.get(uraian="Memantau.")
    bertindak(inspektorat, baru, "bawa", rekomendasi=pokok.pk)
    jawaban = bertindak(inspektorat, baru, "bawa", ikuti=True, rekomendasi=pokok.pk)
    assert "sudah dibawa" in pesan(jawaban)[-1]
    kirim(inspektorat, alamat("lhe-ubah", baru.pk), nomor="700/2/2024", tanggal="3/5/2024")
    terbitkan(inspektorat, baru)
    assert Rekomendasi.objects.berlaku().filter(lhe=baru).count() == 2


def test_draf_dibatalkan(draf, inspektorat):
    draf.refresh_from_db()
    bertindak(inspektorat, draf, "batal", versi=draf.versi - 1)
    assert Lhe.objects.filter(pk=draf.pk).exists()
    jawaban = bertindak(inspektorat, draf, "batal", versi=draf.versi)
    assert jawaban["Location"] == alamat("lhe")
    assert not Lhe.objects.filter(pk=draf.pk).exists()


# forged
def test_alamat_dan_isian_palsu(draf, kertas_lain, orang, inspektorat, pemeran):
    asing = kertas_lain
    komponen = draf.lembar.instrumen.komponen.first()
    lain = draf.lembar.instrumen.komponen.last()
    milik_lain = rekomendasikan(asing, uraian="Lain.", oleh=orang.inspektorat)
    for tujuan in (
        alamat("lhe-draf", asing.pk),
        alamat("lhe-draf", draf.pk, tahun=2022),
        alamat("lhe-draf", 987654),
        alamat("lhe-catatan", draf.pk, 987654),
        alamat("lhe-catatan-sub", draf.pk, komponen.pk, lain.sub.first().pk),
        alamat("lhe-rekomendasi-ubah", draf.pk, milik_lain.pk),
        alamat("lhe-terbit", asing.pk),
    ):
        assert inspektorat.get(tujuan).status_code == 404, tujuan
        assert inspektorat.post(tujuan, {"yakin": "ya"}).status_code == 404, tujuan
    jawaban = bertindak(inspektorat, draf, "hapus", ikuti=True, rekomendasi=milik_lain.pk, versi=1)
    assert "tidak ada lagi dalam draf ini" in pesan(jawaban)[0]
    for isi in ({"aksi": "lain"}, {"aksi": "naik", "rekomendasi": "x"}, {}):
        assert inspektorat.post(alamat("lhe-draf", draf.pk), isi).status_code == 404
    isi = {"uraian": "x", f"letak_{komponen.pk}": lain.sub.first().pk}
    palsu = inspektorat.post(alamat("lhe-rekomendasi-baru", draf.pk), isi)
    assert f"letak_{komponen.pk}" in palsu.context["form"].errors
    panjang = inspektorat.post(alamat("lhe-rekomendasi-baru", draf.pk), {"uraian": "x" * 4001})
    assert "uraian" in panjang.context["form"].errors
    assert draf.rekomendasi.count() == 0


@pytest.fixture
def kertas_lain(pemeran, orang) -> Lhe:
    """A draft of another unit that the same inspektorat evaluates."""
    return lhe_kertas(pemeran.unit_lain, orang)
