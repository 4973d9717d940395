"""The settings of the LKjIP: its sekretariat chooses what stands in it."""

import pytest
from django.test import Client
from django.urls import reverse

from pelaporan.dokumen.bagian import bagian_pilihan
from pelaporan.dokumen.lkjip import susun_lkjip
from pelaporan.models import Bagian, Laporan
from sakip.dokumen.blok import Judul
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from tests.pelaporan.alat_terbit import TAHUN, akun, terbitkan

TINDAK_LANJUT = "tindak-lanjut-evaluasi"
JUDUL = "3.3 Tindak Lanjut Hasil Evaluasi Tahun 2022"


@pytest.fixture(autouse=True)
def termuat(contoh_evaluasi, db) -> None:
    """The recommendations on the work of 2022."""


def sebagai(nama: str) -> Client:
    client = Client()
    client.force_login(akun(nama))
    return client


def alamat(tahun: int = TAHUN) -> str:
    return reverse("pelaporan:lkjip-atur", args=["pasuruan-bakesbangpol", tahun])


def isian(client: Client, tahun: int = TAHUN, **beda: object) -> dict[str, object]:
    """What a browser sends of the form as it is shown; False takes a tick away."""
    form = client.get(alamat(tahun)).context["form"]
    semua = {nama: form[nama].value() for nama in form.fields} | beda
    return {nama: "on" if isi is True else isi for nama, isi in semua.items() if isi}


def laporan(unit, tahun: int = TAHUN) -> Laporan:
    return Laporan.objects.filter(unit=unit, tahun=tahun).latest("ke")


def judul(unit) -> list[str]:
    dokumen = susun_lkjip(unit, TAHUN)
    return [f"{satu.nomor} {satu.teks}" for satu in dokumen.blok() if isinstance(satu, Judul)]


def nyalakan(client: Client, **beda: object):
    return client.post(alamat(), isian(client, **{f"bagian_{TINDAK_LANJUT}": True, **beda}))


def test_pilihannya(pasuruan):
    semua = {satu.kunci: satu for satu in bagian_pilihan(TAHUN)}
    assert (semua[TINDAK_LANJUT].nama, semua[TINDAK_LANJUT].bawaan) == (JUDUL, False)
    assert semua["efisiensi"].nama == "3.1.7 Efisiensi Penggunaan Sumber Daya"
    assert all(satu.bawaan for kunci, satu in semua.items() if kunci != TINDAK_LANJUT)
    assert not {"capaian", "organisasi", "akuntabilitas", "penutup"} & semua.keys()


def test_bagian_tindak_lanjut_dinyalakan(pasuruan):
    assert JUDUL not in judul(pasuruan)
    versi = laporan(pasuruan).versi
    jawaban = nyalakan(sebagai("sekretariat"))
    assert jawaban["Location"] == reverse(
        "pelaporan:lkjip-baca", args=["pasuruan-bakesbangpol", TAHUN]
    )
    assert JUDUL in judul(pasuruan)
    assert laporan(pasuruan).versi == versi + 1
    # only what differs from what holds anyway has a row
    baru = Bagian.objects.filter(laporan=laporan(pasuruan), kunci=TINDAK_LANJUT)
    assert [satu.tampil for satu in baru] == [True]
    catatan = CatatanJejak.objects.get(aksi=Aksi.LAPORAN_DIATUR)
    assert catatan.pengguna == akun("sekretariat")
    kunci = f"bagian.{TINDAK_LANJUT}"
    assert (catatan.sebelum[kunci], catatan.sesudah[kunci]) == ("tidak dimuat", "dimuat")


def test_dimatikan_lagi(pasuruan):
    sekretariat = sebagai("sekretariat")
    nyalakan(sekretariat)
    sekretariat.post(alamat(), isian(sekretariat, **{f"bagian_{TINDAK_LANJUT}": False}))
    assert JUDUL not in judul(pasuruan)
    assert "3.2 Realisasi Anggaran" in judul(pasuruan)


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
    milik = laporan(pasuruan)
    assert (milik.tempat, milik.aturan_efisiensi) == ("Bugul Kidul", "rasio")


@pytest.mark.parametrize("nama", ["pimpinan", "bidang", "inspektorat", "organisasi"])
def test_yang_lain_diberi_tahu_siapa(nama, pasuruan):
    client = sebagai(nama)
    jawaban = client.get(alamat())
    assert jawaban.status_code == 403
    assert "LKjIP Bakesbangpol Kota Pasuruan diatur oleh sekretariatnya." in jawaban.text
    assert client.post(alamat(), {"tempat": "Lain"}).status_code == 403
    assert not CatatanJejak.objects.filter(aksi=Aksi.LAPORAN_DIATUR).exists()


def test_tahun_yang_belum_berlaporan(pasuruan):
    assert not Laporan.objects.filter(unit=pasuruan, tahun=2022).exists()
    sekretariat = sebagai("sekretariat")
    isi = isian(sekretariat, 2022, **{f"bagian_{TINDAK_LANJUT}": True})
    for _ in range(2):  # a double click
        assert sekretariat.post(alamat(2022), isi).status_code == 302
    milik = laporan(pasuruan, 2022)
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
    assert laporan(pasuruan).tempat != "Tempat lain"


def test_dua_orang_memulai_sekaligus_dibandingkan(pasuruan):
    satu = sebagai("sekretariat")
    awal = [isian(satu, 2022, tempat=tempat) for tempat in ("Satu", "Dua")]
    assert satu.post(alamat(2022), awal[0]).status_code == 302
    assert satu.post(alamat(2022), awal[1]).status_code == 409
    assert laporan(pasuruan, 2022).tempat == "Satu"


def test_yang_terbit_tetap_dan_menjadi_draf_perbaikan(pasuruan):
    dokumen = terbitkan(pasuruan)
    sekretariat = sebagai("sekretariat")
    assert "tetap seperti terbit" in sekretariat.get(alamat()).text
    nyalakan(sekretariat)
    lama, draf = Laporan.objects.filter(unit=pasuruan, tahun=TAHUN).order_by("ke")
    assert (lama.dokumen, draf.dokumen, draf.ke) == (dokumen, None, 2)
    assert not lama.bagian.filter(kunci=TINDAK_LANJUT).exists()
    assert draf.bagian.count() == lama.bagian.count() + 1
    baca = sebagai("pimpinan").get(
        reverse("pelaporan:lkjip-baca", args=["pasuruan-bakesbangpol", TAHUN])
    )
    assert "Perbaikannya sedang disiapkan" in baca.text
    assert "Periksa lalu terbitkan</a>" in baca.text
    kedua = terbitkan(pasuruan)
    draf.refresh_from_db()
    assert (draf.dokumen, kedua.ke) == (kedua, 2)
    assert JUDUL in kedua.konteks["bagian"]


def test_formulir_yang_dibuka_sebelum_terbit(pasuruan):
    sekretariat = sebagai("sekretariat")
    lama = isian(sekretariat, tempat="Tempat lain")
    terbitkan(pasuruan)
    assert sekretariat.post(alamat(), lama).status_code != 302
    assert [s.tempat for s in Laporan.objects.filter(unit=pasuruan, tahun=TAHUN)] == ["Pasuruan"]
