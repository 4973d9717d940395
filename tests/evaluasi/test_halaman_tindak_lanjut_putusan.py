"""What the inspektorat does on the pages: verdict, reopening, more time, proof of change, LHP."""

from datetime import date

import pytest

from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import (
    KaitanRekomendasi,
    PelakuRekomendasi,
    Perpanjangan,
    Putusan,
    Rekomendasi,
    SetelanEvaluasi,
)
from evaluasi.queries.kaitan import kaitan_terbaca
from evaluasi.services.tindak_lanjut import minta_perpanjangan
from perencanaan.models import IndikatorVersi
from sakip.organisasi.models import Penugasan
from sakip.organisasi.peran import Peran
from tests.evaluasi.alat_tindak_lanjut import (
    alamat,
    daftar,
    lapor,
    putus,
    rencana_baru,
    sebagai,
)
from tests.evaluasi.pabrik import rekomendasi_terbit
from tests.organisasi.alat import JejakBaru, Tulisan
from tests.pemeran import AWAL, buat_orang
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.web.borang import isi_halaman, kirim, tambah

S = StatusTindakLanjut
PUTUSAN = {"status": "belum_sesuai", "catatan": "SOP belum dipakai."}


@pytest.fixture
def rekomendasi(pasuruan, orang, rekaman) -> Rekomendasi:
    return rekaman.putar(rekomendasi_terbit, pasuruan, orang)


@pytest.fixture
def inspektorat(orang):
    return sebagai(orang.inspektorat)


@pytest.fixture
def permintaan(rekomendasi, orang) -> Perpanjangan:
    return minta_perpanjangan(
        rencana_baru(rekomendasi, orang), menjadi=date(2025, 9, 1), alasan="Menunggu.",
        oleh=orang.unit,
    )  # fmt: skip


def test_memutuskan_sampai_dibuka_lagi(rekomendasi, orang, inspektorat):
    lapor(rencana_baru(rekomendasi, orang), orang)
    tujuan, jejak = alamat("rekomendasi-putus", rekomendasi), JejakBaru()
    assert kirim(inspektorat, tujuan, **PUTUSAN).status_code == 302
    kirim(inspektorat, tujuan, status="sesuai", catatan="Sudah dipakai.")
    halaman = inspektorat.get(tujuan)
    assert "Buka kembali rekomendasi" in halaman.text
    pilihan = [kunci for kunci, _ in halaman.context["form"].fields["status"].choices]
    assert pilihan == ["", "belum_ditindaklanjuti", "belum_sesuai"]
    kirim(inspektorat, tujuan, status="belum_sesuai", catatan="Ternyata tidak dipakai.")
    assert [(p.ke, p.status, p.oleh) for p in Putusan.objects.order_by("ke")] == [
        (1, "belum_sesuai", orang.inspektorat),
        (2, "sesuai", orang.inspektorat),
        (3, "belum_sesuai", orang.inspektorat),
    ]
    assert jejak.aksi()[-1] == "tindak_lanjut.dibuka_lagi"
    jawaban = sebagai(orang.unit).get(alamat("rekomendasi-satu", rekomendasi))
    judul = [satu.judul for satu in jawaban.context["cerita"].peristiwa]
    assert judul == [
        "Langkah 1 direncanakan", "Laporan langkah 1", "Putusan ke-1", "Putusan ke-2",
        "Dibuka kembali",
    ]  # fmt: skip
    assert str(orang.inspektorat) in jawaban.text


SALAH = [
    ({"catatan": " "}, "Tulis catatan putusannya."),
    ({"status": ""}, "Pilih putusannya."),
    ({"status": "tidak_dapat"}, "surat pernyataan bertanda tangan"),
    ({"dasar": "Surat 1"}, "hanya untuk “tidak dapat ditindaklanjuti”"),
    ({"status": "lulus"}, "tidak dapat diberikan pada keadaannya sekarang"),
]


def test_putusan_yang_salah_tetap_terketik(rekomendasi, inspektorat):
    tujuan = alamat("rekomendasi-putus", rekomendasi)
    kosong = isi_halaman(inspektorat.get(tujuan))
    for ubah, kata in SALAH:
        with Tulisan() as tulisan:
            jawaban = inspektorat.post(tujuan, tambah(kosong, PUTUSAN | ubah))
        assert (jawaban.status_code, tulisan.perintah()) == (200, []), ubah
        assert kata in jawaban.text, ubah
        if "catatan" not in ubah:
            assert "SOP belum dipakai." in jawaban.text, ubah


def test_tidak_dapat_ditindaklanjuti_menyebut_suratnya(rekomendasi, inspektorat):
    isi = {"status": "tidak_dapat", "catatan": "Unitnya dihapus.", "dasar": "Surat 700/9"}
    kirim(inspektorat, alamat("rekomendasi-putus", rekomendasi), **isi)
    assert Putusan.objects.get().dasar == "Surat 700/9"
    teks = inspektorat.get(alamat("rekomendasi-satu", rekomendasi)).text
    assert "Dasar: Surat 700/9" in teks


def test_dua_pemutus_sekaligus(rekomendasi, orang, inspektorat):
    """The second reads the first, keeps what was typed, and may send it again."""
    tujuan = alamat("rekomendasi-putus", rekomendasi)
    isi = tambah(isi_halaman(inspektorat.get(tujuan)), PUTUSAN)
    putus(rekomendasi, orang, S.BELUM_DITINDAKLANJUTI, catatan="Lebih dahulu.")
    jawaban = inspektorat.post(tujuan, isi)
    assert "Rekan Anda baru saja memutuskannya" in jawaban.text
    assert "SOP belum dipakai." in jawaban.text
    assert Putusan.objects.count() == 1
    assert inspektorat.post(tujuan, isi_halaman(jawaban)).status_code == 302
    assert Putusan.objects.latest("ke").catatan == "SOP belum dipakai."


def test_yang_melaporkan_tidak_memutuskan(rekomendasi, orang):
    """Though his role in the unit was taken back, and one in the inspektorat given."""
    lapor(rencana_baru(rekomendasi, orang), orang)
    Penugasan.objects.filter(pengguna=orang.unit).delete()
    Penugasan.objects.create(
        pengguna=orang.unit, peran=Peran.INSPEKTORAT, pemda=rekomendasi.unit.pemda, dari=AWAL
    )
    client = sebagai(orang.unit)
    teks = client.get(alamat("rekomendasi-satu", rekomendasi)).text
    assert "Anda ikut menindaklanjuti rekomendasi ini" in teks
    tujuan = alamat("rekomendasi-putus", rekomendasi)
    assert "Anda ikut menindaklanjuti" in client.get(tujuan).text
    isi = {**PUTUSAN, "sesudah": "0", "status": "sesuai"}
    assert client.post(tujuan, isi).status_code == 403
    assert not Putusan.objects.exists()


@pytest.mark.parametrize("putusan", ["disetujui", "ditolak"])
def test_memutuskan_perpanjangan(putusan, rekomendasi, permintaan, inspektorat):
    tujuan = alamat("perpanjangan-putus", rekomendasi, permintaan.pk)
    assert "Putuskan perpanjangan" in inspektorat.get(alamat("rekomendasi-satu", rekomendasi)).text
    isi = {"putusan": putusan, "alasan_putusan": "Dipertimbangkan."}
    assert kirim(inspektorat, tujuan, **isi).status_code == 302
    permintaan.refresh_from_db()
    assert (permintaan.keputusan, permintaan.catatan) == (putusan, "Dipertimbangkan.")
    harap = "tenggat 01 September 2025" if putusan == "disetujui" else "tenggat 02 Mei 2025"
    assert harap in inspektorat.get(alamat("rekomendasi-satu", rekomendasi)).text
    assert f"sudah {putusan}" in inspektorat.get(tujuan).text


def test_menolak_perpanjangan_dengan_alasan(rekomendasi, permintaan, inspektorat):
    tujuan = alamat("perpanjangan-putus", rekomendasi, permintaan.pk)
    assert "Tulis alasan menolak" in kirim(inspektorat, tujuan, putusan="ditolak").text
    assert "Pilih disetujui atau ditolak." in kirim(inspektorat, tujuan).text
    permintaan.refresh_from_db()
    assert permintaan.keputusan == "menunggu"


def test_bukti_perubahan(rekomendasi, inspektorat, pasuruan):
    rumusan = IndikatorVersi.objects.filter(nama="Indeks Stabilitas").latest("pk")
    tujuan = alamat("rekomendasi-kaitkan", rekomendasi)
    for aspek in ("definisi", "target"):
        assert kirim(inspektorat, tujuan, rumusan=rumusan.pk, aspek=aspek).status_code == 302
    ulang = kirim(inspektorat, tujuan, rumusan=rumusan.pk, aspek="target")
    assert "Bagian indikator ini sudah dikaitkan." in ulang.text
    semula = rumusan.definisi
    assert KaitanRekomendasi.objects.get(aspek="definisi").semula == semula
    assert "2023" in KaitanRekomendasi.objects.get(aspek="target").semula
    satu = alamat("rekomendasi-satu", rekomendasi)
    assert inspektorat.get(satu).text.count("belum berubah") == 2
    IndikatorVersi.objects.filter(pk=rumusan.pk).update(definisi="Menurut survei tahunan.")
    terbaca = {k.aspek: k for k in kaitan_terbaca(rekomendasi)}
    milik = terbaca["definisi operasional"]
    assert (milik.sebelum, milik.sesudah, milik.berubah) == (
        semula, "Menurut survei tahunan.", True,
    )  # fmt: skip
    assert not terbaca["target Renstra"].berubah
    assert "Menurut survei tahunan." in inspektorat.get(satu).text


def test_indikator_yang_tidak_ada_lagi(rekomendasi, inspektorat, pasuruan):
    rumusan = IndikatorVersi.objects.filter(nama="Indeks Stabilitas").latest("pk")
    kirim(inspektorat, alamat("rekomendasi-kaitkan", rekomendasi), rumusan=rumusan.pk, aspek="nama")
    versi = rumusan.renstra_versi
    baru = type(versi)(
        renstra=versi.renstra, ke=9, nama="Versi 9", jenis="perubahan",
        mulai_tahun=versi.renstra.tahun_akhir,
    )  # fmt: skip
    baru.save()
    teks = inspektorat.get(alamat("rekomendasi-satu", rekomendasi)).text
    assert "Indikator ini tidak ada lagi dalam" in teks


def test_indikator_unit_lain_tidak_dikaitkan(rekomendasi, inspektorat, pemeran):
    asing = buat_indikator(buat_versi(pemeran.unit_lain))
    jawaban = kirim(
        inspektorat, alamat("rekomendasi-kaitkan", rekomendasi), rumusan=asing.pk, aspek="nama"
    )
    assert "Pilih indikator dari daftarnya." in jawaban.text
    assert not KaitanRekomendasi.objects.exists()


def test_mencatat_lhp(pasuruan, orang, inspektorat):
    lama = rekomendasi_terbit(pasuruan, orang, tahun_evaluasi=2022, tahun_kinerja=2022)
    isi = {
        "sumber": "lhp_bpk", "tahun": "2023", "nomor_sumber": "9/LHP", "uraian": "Menagih denda.",
        "tanggal_sumber": "1 April 2023", "berulang_dari": lama.pk,
    }  # fmt: skip
    tujuan = daftar(pasuruan, nama="lhp-catat")
    jawaban = kirim(inspektorat, tujuan, **isi)
    assert jawaban["Location"] == daftar(pasuruan)
    baru = Rekomendasi.objects.get(sumber="lhp_bpk")
    assert (baru.nomor_sumber, baru.tanggal_sumber, baru.berulang_dari) == (
        "9/LHP", date(2023, 4, 1), lama,
    )  # fmt: skip
    teks = inspektorat.get(daftar(pasuruan)).text
    assert "Menagih denda." in teks
    assert "berulang, tahun ke-2" in teks
    salah = kirim(inspektorat, tujuan, **isi | {"tahun": "2022"})
    assert "tahun sebelumnya" in salah.text
    for ubah, kata in (({"uraian": ""}, "Tulis rekomendasinya."), ({"sumber": "lhe"}, "lhe")):
        assert kata in kirim(inspektorat, tujuan, **isi | ubah).text
    assert Rekomendasi.objects.filter(lhe=None).count() == 1


@pytest.mark.parametrize("siapa", ["perencana", "operator", "pimpinan", "bagian_organisasi"])
def test_hanya_inspektorat_mencatat_lhp(siapa, pasuruan, pemeran):
    client = sebagai(pemeran[siapa])
    assert "Catat rekomendasi LHP" not in client.get(daftar(pasuruan)).text
    jawaban = client.post(daftar(pasuruan, nama="lhp-catat"), {"sumber": "lhp_bpk"})
    assert jawaban.status_code == 403
    assert "Hanya inspektorat" in jawaban.text


@pytest.mark.parametrize("siapa", ["inspektorat", "bagian_organisasi"])
def test_setelan_diatur(siapa, pasuruan, pemeran):
    client, tujuan = sebagai(pemeran[siapa]), f"/pemda/{pasuruan.pemda.kode}/evaluasi/"
    assert "Belum diatur" in client.get(tujuan).text
    for aturan in ("tanpa_tidak_dapat", "dari_semua"):
        assert kirim(client, tujuan, aturan_persen=aturan)["Location"] == tujuan
        assert SetelanEvaluasi.objects.get().aturan_persen == aturan
    assert "mengatur setelan evaluasi" in client.get(tujuan).text
    isi = isi_halaman(client.get(tujuan))
    kirim(client, tujuan, aturan_persen="tanpa_tidak_dapat")
    assert client.post(tujuan, isi | {"aturan_persen": "dari_semua"}).status_code == 409


@pytest.mark.parametrize("siapa", ["perencana", "admin", "pimpinan"])
def test_setelan_bukan_oleh_yang_lain(siapa, pasuruan, pemeran):
    client, tujuan = sebagai(pemeran[siapa]), f"/pemda/{pasuruan.pemda.kode}/evaluasi/"
    assert client.get(tujuan).status_code == 403
    assert client.post(tujuan, {"aturan_persen": "dari_semua"}).status_code == 403
    assert not SetelanEvaluasi.objects.exists()


def test_inspektorat_tidak_melaporkan(rekomendasi, orang, inspektorat):
    rencana = rencana_baru(rekomendasi, orang)
    for nama in ("rencana-lapor", "rencana-perpanjang", "rencana-ubah"):
        assert inspektorat.get(alamat(nama, rekomendasi, rencana.pk)).status_code == 403
    assert inspektorat.get(alamat("rencana-baru", rekomendasi)).status_code == 403
    assert not PelakuRekomendasi.objects.filter(pengguna=orang.inspektorat).exists()


def test_rekan_inspektorat_yang_bertugas_di_unit_itu(rekomendasi, pasuruan):
    rekan = buat_orang("rekan", Peran.INSPEKTORAT, pasuruan)
    Penugasan.objects.create(pengguna=rekan, peran=Peran.PERENCANA, unit=pasuruan, dari=AWAL)
    jawaban = sebagai(rekan).get(alamat("rekomendasi-putus", rekomendasi))
    assert jawaban.status_code == 403
    assert "Minta rekan lain" in jawaban.text
