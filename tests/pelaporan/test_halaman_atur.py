"""The settings of the LKjIP: its sekretariat chooses what stands in it."""

import pytest
from django.urls import reverse

from pelaporan.dokumen.bagian import bagian_pilihan, uraian_bagian
from pelaporan.models import Bagian, Laporan
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from tests.pelaporan.alat_atur import (
    JUDUL,
    TINDAK_LANJUT,
    alamat,
    buang,
    isian,
    judul,
    laporan_akhir,
    nyalakan,
)
from tests.pelaporan.alat_halaman import sebagai
from tests.pelaporan.alat_terbit import TAHUN, akun, terbitkan


@pytest.fixture(autouse=True)
def termuat(contoh_evaluasi, db) -> None:
    """The recommendations on the work of 2022."""


def test_pilihannya(pasuruan):
    semua = {satu.kunci: satu for satu in bagian_pilihan(TAHUN)}
    assert (semua[TINDAK_LANJUT].nama, semua[TINDAK_LANJUT].bawaan) == (JUDUL, False)
    assert semua["efisiensi"].nama == "3.1.7 Efisiensi Penggunaan Sumber Daya"
    assert all(satu.bawaan for kunci, satu in semua.items() if kunci != TINDAK_LANJUT)
    assert not {"capaian", "organisasi", "akuntabilitas", "penutup"} & semua.keys()


def test_bagian_tindak_lanjut_dinyalakan(pasuruan):
    assert JUDUL not in judul(pasuruan)
    versi = laporan_akhir(pasuruan).versi
    jawaban = nyalakan(sebagai("sekretariat"))
    assert jawaban["Location"] == alamat("lkjip-baca")
    assert JUDUL in judul(pasuruan)
    assert laporan_akhir(pasuruan).versi == versi + 1
    # only what differs from what holds anyway has a row
    baru = Bagian.objects.filter(laporan=laporan_akhir(pasuruan), kunci=TINDAK_LANJUT)
    assert [satu.tampil for satu in baru] == [True]
    catatan = CatatanJejak.objects.get(aksi=Aksi.LAPORAN_DIATUR)
    assert catatan.pengguna == akun("sekretariat")
    kunci = f"bagian.{TINDAK_LANJUT}"
    assert (catatan.sebelum[kunci], catatan.sesudah[kunci]) == ("tidak dimuat", "dimuat")


@pytest.mark.parametrize("tahun", [TAHUN, 2022])
def test_riwayat_menyebut_bagian_yang_diatur(pasuruan, tahun):
    """By the first settings of a year too, in the order of the report, and only what changed."""
    sekretariat = sebagai("sekretariat")
    milik = {f"bagian_{TINDAK_LANJUT}": True, "bagian_standar": False}
    sekretariat.post(alamat(tahun=tahun), isian(sekretariat, tahun, **milik))
    lagi = {f"bagian_{TINDAK_LANJUT}": False}
    sekretariat.post(alamat(tahun=tahun), isian(sekretariat, tahun, **lagi))
    objek = laporan_akhir(pasuruan, tahun)
    alamat_riwayat = reverse(
        "beranda:riwayat", args=[pasuruan.kode, tahun, "pelaporan.laporan", objek.pk]
    )
    jawaban = sekretariat.get(alamat_riwayat)
    nama = {satu.kunci: satu.nama for satu in bagian_pilihan(tahun)}
    akhir, awal = [satu.uraian for satu in jawaban.context["riwayat"][:2]]
    assert akhir == (f"Bagian {nama[TINDAK_LANJUT]}: tidak dimuat",)
    assert awal == (
        f"Bagian {nama['standar']}: tidak dimuat", f"Bagian {nama[TINDAK_LANJUT]}: dimuat",
    )  # fmt: skip
    assert f"<li>{akhir[0]}</li>" in jawaban.text
    assert akhir[0] in sekretariat.get(alamat(tahun=tahun)).text


def test_bagian_yang_tidak_dikenal_disebut_kuncinya():
    """A trail outlives the outline that it was written by."""
    milik, isi = Laporan(tahun=TAHUN), {"tempat": "Pasuruan", "bagian.dahulu": "dimuat"}
    assert [*uraian_bagian(milik, isi)] == ["Bagian dahulu: dimuat"]
    assert [*uraian_bagian(milik, {"tempat": "Pasuruan"})] == []


def test_dimatikan_lagi(pasuruan):
    sekretariat = sebagai("sekretariat")
    nyalakan(sekretariat)
    sekretariat.post(alamat(), isian(sekretariat, **{f"bagian_{TINDAK_LANJUT}": False}))
    ada = judul(pasuruan)
    assert JUDUL not in ada
    assert "3.2 Realisasi Anggaran" in ada


def test_bagian_kerangka_dihilangkan_nomornya_tetap(pasuruan):
    sekretariat = sebagai("sekretariat")
    sekretariat.post(alamat(), isian(sekretariat, bagian_standar=False))
    ada = judul(pasuruan)
    assert not any("Standar Nasional" in satu for satu in ada)
    assert any(satu.startswith("3.1.6 ") for satu in ada)


def test_tempat_dan_aturan(pasuruan):
    sekretariat = sebagai("sekretariat")
    isi = isian(sekretariat, tempat="Bugul Kidul", aturan_efisiensi="rasio")
    sekretariat.post(alamat(), isi)
    milik = laporan_akhir(pasuruan)
    assert (milik.tempat, milik.aturan_efisiensi) == ("Bugul Kidul", "rasio")


@pytest.mark.parametrize("nama", ["pimpinan", "bidang", "inspektorat", "organisasi"])
def test_yang_lain_diberi_tahu_siapa(nama, pasuruan):
    client = sebagai(nama)
    jawaban = client.get(alamat())
    assert jawaban.status_code == 403
    assert "LKjIP Bakesbangpol Kota Pasuruan diatur oleh sekretariatnya." in jawaban.text
    assert client.post(alamat(), {"tempat": "Lain"}).status_code == 403
    assert not CatatanJejak.objects.filter(aksi=Aksi.LAPORAN_DIATUR).exists()


def test_tahun_yang_belum_berlaporan_akhir(pasuruan):
    assert not Laporan.objects.filter(unit=pasuruan, tahun=2022).exists()
    sekretariat = sebagai("sekretariat")
    isi = isian(sekretariat, 2022, **{f"bagian_{TINDAK_LANJUT}": True})
    for _ in range(2):  # a double click
        assert sekretariat.post(alamat(tahun=2022), isi).status_code == 302
    milik = laporan_akhir(pasuruan, 2022)
    assert (milik.ke, milik.tempat) == (1, "Pasuruan")
    assert [s.kunci for s in milik.bagian.all()] == [TINDAK_LANJUT]


def test_dua_orang_sekaligus_dibandingkan(pasuruan):
    sekretariat = sebagai("sekretariat")
    lama = isian(sekretariat, tempat="Tempat lain")
    nyalakan(sekretariat)
    jawaban = sekretariat.post(alamat(), lama)
    assert jawaban.status_code == 409
    assert "Tempat penandatanganan" in [satu.label for satu in jawaban.context["bandingan"]]
    assert jawaban.context["form"][f"bagian_{TINDAK_LANJUT}"].value() is True
    assert laporan_akhir(pasuruan).tempat != "Tempat lain"


def test_dua_orang_memulai_sekaligus_dibandingkan(pasuruan):
    satu = sebagai("sekretariat")
    awal = [isian(satu, 2022, tempat=tempat) for tempat in ("Satu", "Dua")]
    assert satu.post(alamat(tahun=2022), awal[0]).status_code == 302
    assert satu.post(alamat(tahun=2022), awal[1]).status_code == 409
    assert laporan_akhir(pasuruan, 2022).tempat == "Satu"


def test_formulir_baru_yang_dibuka_sebelum_terbit_dibandingkan(pasuruan):
    """Its year had no row yet; what it would change now is the draft of a correction."""
    Laporan.objects.filter(unit=pasuruan, tahun=TAHUN).update(tahun=2019)
    sekretariat = sebagai("sekretariat")
    lama = isian(sekretariat, tempat="Tempat lain")
    terbitkan(pasuruan)
    jawaban = sekretariat.post(alamat(), lama)
    assert jawaban.status_code == 409
    assert "menjadi draf perbaikannya" in " ".join(jawaban.text.split())
    assert [s.ke for s in Laporan.objects.filter(unit=pasuruan, tahun=TAHUN)] == [1]
    form = jawaban.context["form"]
    lanjut = {nama: form[nama].value() for nama in form.fields}
    lanjut = {nama: "on" if isi is True else isi for nama, isi in lanjut.items() if isi}
    assert sekretariat.post(alamat(), lanjut).status_code == 302
    assert (laporan_akhir(pasuruan).ke, laporan_akhir(pasuruan).tempat) == (2, "Tempat lain")


def test_bagiannya_satu_kelompok_dengan_keterangan_di_atasnya(pasuruan):
    isi = sebagai("sekretariat").get(alamat()).text
    kelompok = isi.split("<fieldset", 1)[1].split("</fieldset>")[0]
    assert "<legend>Bagian yang dimuat</legend>" in kelompok
    sebelum, _ = kelompok.split('name="bagian_', 1)
    assert "Bagian yang tidak dicentang tidak dicetak." in sebelum
    assert kelompok.count('type="checkbox"') == isi.count('type="checkbox"')
    assert isi.count('name="ke_dibuka"') == isi.count('name="versi_dibuka"') == 1


def test_draf_pertama_tidak_dibuang(pasuruan):
    milik = laporan_akhir(pasuruan)
    jawaban = buang(sebagai("sekretariat"), ke=milik.ke, versi=milik.versi)
    assert "tidak ada draf perbaikan untuk dibuang" in jawaban.text
    assert laporan_akhir(pasuruan) == milik
