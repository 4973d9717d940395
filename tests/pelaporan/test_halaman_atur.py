"""The settings of the LKjIP: its sekretariat chooses what stands in it."""

import pytest
from django.test import Client
from django.urls import reverse

from pelaporan.dokumen.bagian import bagian_pilihan, uraian_bagian
from pelaporan.dokumen.lkjip import susun_lkjip
from pelaporan.models import Bagian, GambarBagian, Laporan, Paragraf
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


@pytest.mark.parametrize("tahun", [TAHUN, 2022])
def test_riwayat_menyebut_bagian_yang_diatur(pasuruan, tahun):
    """By the first settings of a year too, in the order of the report, and only what changed."""
    sekretariat = sebagai("sekretariat")
    milik = {f"bagian_{TINDAK_LANJUT}": True, "bagian_standar": False}
    sekretariat.post(alamat(tahun), isian(sekretariat, tahun, **milik))
    lagi = {f"bagian_{TINDAK_LANJUT}": False}
    sekretariat.post(alamat(tahun), isian(sekretariat, tahun, **lagi))
    objek = laporan(pasuruan, tahun)
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
    assert akhir[0] in sekretariat.get(alamat(tahun)).text


def test_bagian_yang_tidak_dikenal_disebut_kuncinya():
    """A trail outlives the outline that it was written by."""
    milik, isi = Laporan(tahun=TAHUN), {"tempat": "Pasuruan", "bagian.dahulu": "dimuat"}
    assert [*uraian_bagian(milik, isi)] == ["Bagian dahulu: dimuat"]
    assert [*uraian_bagian(milik, {"tempat": "Pasuruan"})] == []


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
    assert (laporan(pasuruan).ke, laporan(pasuruan).tempat) == (2, "Tempat lain")


def test_formulir_draf_lama_tidak_mengubah_draf_perbaikan(pasuruan):
    """The draft it was opened for was issued; the one that follows counts its own saves."""
    sekretariat = sebagai("sekretariat")
    lama = isian(sekretariat, tempat="Tempat lain")
    terbitkan(pasuruan)
    nyalakan(sekretariat)
    Laporan.objects.filter(pk=laporan(pasuruan).pk).update(versi=lama["versi_dibuka"])
    assert sekretariat.post(alamat(), lama).status_code == 409
    assert laporan(pasuruan).tempat == "Pasuruan"


def test_bagiannya_satu_kelompok_dengan_keterangan_di_atasnya(pasuruan):
    isi = sebagai("sekretariat").get(alamat()).text
    kelompok = isi.split("<fieldset", 1)[1].split("</fieldset>")[0]
    assert "<legend>Bagian yang dimuat</legend>" in kelompok
    sebelum, _ = kelompok.split('name="bagian_', 1)
    assert "Bagian yang tidak dicentang tidak dicetak." in sebelum
    assert kelompok.count('type="checkbox"') == isi.count('type="checkbox"')
    assert isi.count('name="ke_dibuka"') == isi.count('name="versi_dibuka"') == 1


def test_draf_perbaikan_bukan_data_yang_berubah(pasuruan):
    """The heading of a section that was switched on; the figures are the same."""
    terbitkan(pasuruan)
    sekretariat = sebagai("sekretariat")
    sekretariat.post(alamat(), isian(sekretariat, bagian_standar=False))
    kode = ["pasuruan-bakesbangpol", TAHUN]
    baca = sekretariat.get(reverse("pelaporan:lkjip-baca", args=kode))
    assert "Draf perbaikan berbeda dari yang terbit." in baca.text
    assert "Data berubah sejak laporan terbit." not in baca.text
    for jawaban in (baca, sekretariat.get(reverse("pelaporan:lkjip-terbit", args=kode))):
        (hilang,) = jawaban.context["beda"].bagian_hilang
        assert "Standar Nasional" in hilang
        assert f"Bagian yang tidak lagi dimuat: {hilang}." in jawaban.text


def buang(client: Client, **isi: object):
    kode = ["pasuruan-bakesbangpol", TAHUN]
    return client.post(reverse("pelaporan:lkjip-draf-buang", args=kode), isi, follow=True)


def test_draf_perbaikan_dibuang(pasuruan):
    dokumen = terbitkan(pasuruan)
    sekretariat = sebagai("sekretariat")
    assert "Buang draf perbaikan" not in sekretariat.get(alamat()).text
    nyalakan(sekretariat)
    draf = laporan(pasuruan)
    bagian = draf.bagian.get(kunci=TINDAK_LANJUT)
    Paragraf.objects.create(bagian=bagian, urutan=1, teks="Catatan.")
    GambarBagian.objects.create(bagian=bagian, urutan=1, judul="Rapat")
    halaman = sekretariat.get(alamat())
    assert "Buang draf perbaikan…</summary>" in halaman.text
    dilihat = halaman.context["draf"]
    jawaban = buang(sekretariat, ke=dilihat.ke, versi=dilihat.versi)
    assert "Draf perbaikan dibuang. Yang berlaku tetap yang terbit." in jawaban.text
    assert [s.dokumen for s in Laporan.objects.filter(unit=pasuruan, tahun=TAHUN)] == [dokumen]
    assert "Perbaikannya sedang disiapkan" not in jawaban.text
    catatan = CatatanJejak.objects.get(aksi=Aksi.LAPORAN_DRAF_DIBUANG)
    assert (catatan.pengguna, catatan.objek_id) == (akun("sekretariat"), str(draf.pk))
    assert catatan.sebelum[f"bagian.{TINDAK_LANJUT}"] == "dimuat"
    assert catatan.sebelum[f"paragraf.{TINDAK_LANJUT}.1"] == "Catatan."


@pytest.mark.parametrize("beda", [{"ke": 3}, {"versi": 9}])
def test_draf_yang_lain_dari_yang_dilihat_tidak_dibuang(beda, pasuruan):
    terbitkan(pasuruan)
    sekretariat = sebagai("sekretariat")
    nyalakan(sekretariat)
    draf = laporan(pasuruan)
    jawaban = buang(sekretariat, **{"ke": draf.ke, "versi": draf.versi, **beda})
    assert "Orang lain baru saja mengubahnya." in jawaban.text
    assert laporan(pasuruan) == draf


@pytest.mark.parametrize("terbit", [False, True])
def test_yang_bukan_draf_perbaikan_tidak_dibuang(terbit, pasuruan):
    if terbit:
        terbitkan(pasuruan)
    milik = laporan(pasuruan)
    jawaban = buang(sebagai("sekretariat"), ke=milik.ke, versi=milik.versi)
    assert "tidak ada draf perbaikan untuk dibuang" in jawaban.text
    assert laporan(pasuruan) == milik


def test_draf_perbaikan_tidak_dibuang_yang_lain(pasuruan):
    terbitkan(pasuruan)
    nyalakan(sebagai("sekretariat"))
    draf = laporan(pasuruan)
    assert buang(sebagai("pimpinan"), ke=draf.ke, versi=draf.versi).status_code == 403
    assert laporan(pasuruan) == draf
