"""The pages of issuing: what is not ready, the decision of the head, and what is read afterwards."""

from copy import copy
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from pelaporan.cetak import minta_terbit
from pelaporan.dokumen.lkjip import susun_laporan
from pelaporan.models import Laporan
from pelaporan.queries.tulisan import laporan_terakhir
from pengukuran.models import Realisasi
from sakip.dokumen.html import html_cetak
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.pdf import _kunci
from sakip.dokumen.simpanan import simpan
from sakip.lib import waktu
from sakip.pekerjaan.models import Pekerjaan
from sakip.pekerjaan.registri import jenis_pekerjaan
from tests.berkas import contoh
from tests.pekerjaan.kerja import kerjakan
from tests.pelaporan.alat_koreksi import koreksi_ormas
from tests.pelaporan.alat_terbit import (
    ALASAN,
    TAHUN,
    TANGGAL,
    ajukan_di_luar_jadwal,
    akun,
    keputusan,
    tanpa_jadwal,
    terbitkan,
)


@pytest.fixture(autouse=True)
def simpanan(settings, tmp_path) -> None:
    settings.FOLDER_DOKUMEN = tmp_path


def sudah_dicetak(unit, tanggal: date = TANGGAL) -> None:
    """What the renderer would make of the report with its date is there already.

    It takes some seconds; that it makes it is tried in `test_cetak`.
    """
    milik = copy(laporan_terakhir(unit, TAHUN))
    milik.tanggal = tanggal
    simpan(_kunci(html_cetak(susun_laporan(milik))), contoh.pdf())


def sebagai(nama: str) -> Client:
    client = Client()
    client.force_login(akun(nama))
    return client


def alamat(nama: str, tahun: int = TAHUN, *sisa: int) -> str:
    return reverse(f"pelaporan:{nama}", args=["pasuruan-bakesbangpol", tahun, *sisa])


def kirim(client: Client, **beda: str):
    """The form as the page shows it, with what the person fills in."""
    form = client.get(alamat("lkjip-terbit")).context["form"]
    isi = {"tanggal": "20/02/2024", "nomor": "", "yakin": "on", **form.initial}
    isi["tanggal"] = "20/02/2024"
    return client.post(alamat("lkjip-terbit"), {**isi, **beda})


def test_pimpinan_menerbitkan(pasuruan):
    sudah_dicetak(pasuruan)
    pimpinan = sebagai("pimpinan")
    jawaban = kirim(pimpinan, nomor="065/7")
    pekerjaan = Pekerjaan.objects.get()
    assert jawaban["Location"] == f"/pekerjaan/{pekerjaan.pk}/?otomatis=ya"
    assert str(pekerjaan) == "Penerbitan LKjIP 2023"
    hasil = kerjakan()
    assert (hasil.status, hasil.alasan) == ("selesai", "")
    assert hasil.hasil == {
        "alamat": f"{alamat('lkjip-baca')}#terbit", "sebutan": "Buka LKjIP 2023 yang terbit",
    }  # fmt: skip
    dokumen = DokumenTerbit.objects.get(jenis="lkjip")
    assert (dokumen.ke, dokumen.nomor, dokumen.diterbitkan_oleh) == (1, "065/7", akun("pimpinan"))
    assert Laporan.objects.get(unit=pasuruan, tahun=TAHUN).tanggal == date(2024, 2, 20)


def test_pekerjaan_yang_mati_sesudahnya_tidak_menerbitkan_lagi(pasuruan):
    sudah_dicetak(pasuruan)
    kirim(sebagai("pimpinan"))
    kerjakan()
    Pekerjaan.objects.update(status="antre", selesai=None, tanda="", hasil=None)
    assert kerjakan().status == "selesai"
    assert DokumenTerbit.objects.filter(jenis="lkjip").count() == 1


def test_tanggal_yang_diperbaiki_sesudah_terkirim_tidak_disebut_terbit(pasuruan):
    pimpinan = sebagai("pimpinan")
    sudah_dicetak(pasuruan, date(2024, 2, 19))
    kirim(pimpinan, tanggal="19/02/2024")
    kirim(pimpinan, tanggal="20/02/2024")
    assert kerjakan().status == "selesai"
    hasil = kerjakan()
    assert (hasil.status, hasil.alasan) == (
        "gagal",
        "LKjIP 2023 baru saja diterbitkan. Muat ulang untuk melihat versi yang terbit.",
    )
    assert Laporan.objects.get(unit=pasuruan, tahun=TAHUN).tanggal == date(2024, 2, 19)


def test_yang_dibaca_lain_tidak_disebut_terbit(pasuruan):
    """The same day, but what was read before was corrected and then sent once more."""
    minta_terbit(akun("pimpinan"), pasuruan, TAHUN, keputusan(pasuruan, sidik="0" * 64))
    terbitkan(pasuruan)
    assert kerjakan().status == "gagal"


def test_percobaan_lain_menerbitkan_sesudah_dilihat(pasuruan):
    """Two attempts at one decision: the second looked before the first had committed."""
    pekerjaan = minta_terbit(akun("pimpinan"), pasuruan, TAHUN, keputusan(pasuruan))
    terbit = []

    def kabar(_persen: int, _kata: str) -> None:
        terbit.append(terbitkan(pasuruan))

    hasil = jenis_pekerjaan(pekerjaan.jenis).fungsi(pekerjaan.argumen, kabar)
    assert hasil["sebutan"] == "Buka LKjIP 2023 yang terbit"
    assert [*DokumenTerbit.objects.filter(jenis="lkjip")] == terbit


def test_berkas_yang_tidak_tersimpan_disebut_sebabnya(pasuruan, settings, tmp_path):
    sudah_dicetak(pasuruan)
    kirim(sebagai("pimpinan"))
    (tmp_path / "penuh").write_text("")
    settings.FOLDER_BERKAS = tmp_path / "penuh"
    hasil = kerjakan()
    assert hasil.status == "gagal"
    assert hasil.alasan.startswith("Berkas belum tersimpan karena gangguan di server.")


def test_yang_berubah_sebelum_dikerjakan_gagal_dengan_sebabnya(pasuruan):
    kirim(sebagai("pimpinan"))
    koreksi_ormas(pasuruan)
    hasil = kerjakan()
    assert (hasil.status, hasil.alasan) == (
        "gagal", "Isinya berubah sejak Anda memeriksanya. Periksa lagi, lalu terbitkan.",
    )  # fmt: skip
    assert not DokumenTerbit.objects.filter(jenis="lkjip").exists()


@pytest.mark.parametrize("nama", ["sekretariat", "inspektorat"])
def test_yang_lain_membaca_kesiapannya(nama, pasuruan):
    client = sebagai(nama)
    jawaban = client.get(alamat("lkjip-terbit"))
    assert "LKjIP Bakesbangpol Kota Pasuruan diterbitkan oleh pimpinannya." in jawaban.text
    assert 'name="yakin"' not in jawaban.text
    assert client.post(alamat("lkjip-terbit"), {"yakin": "on"}).status_code == 403
    assert not Pekerjaan.objects.exists()


def test_yang_tidak_siap_disebut_sebelumnya(pasuruan):
    baris = Realisasi.objects.sah().filter(unit=pasuruan, tahun=TAHUN).latest("pk")
    Realisasi.objects.filter(pk=baris.pk).update(status="diajukan")
    jawaban = sebagai("pimpinan").get(alamat("lkjip-terbit"))
    (satu,) = jawaban.context["mencegah"]
    nama = baris.indikator.rumusan.latest("pk").nama
    assert satu.pesan == f"Realisasi menunggu verifikasi atau persetujuan: {nama}."
    assert satu.alamat == "/unit/pasuruan-bakesbangpol/2023/verifikasi/"
    assert "Selesaikan dahulu yang mencegah penerbitan." in jawaban.text
    assert 'name="yakin"' not in jawaban.text


def test_yang_perlu_diperhatikan_tidak_mencegah(pasuruan):
    jawaban = sebagai("pimpinan").get(alamat("lkjip-terbit"))
    assert jawaban.context["mencegah"] == []
    assert [satu.pesan for satu in jawaban.context["peringatan"]] == [
        "Indikator tanpa realisasi yang disetujui: Persentase partisipasi pemilih dalam pemilu."
    ]
    assert 'name="yakin"' in jawaban.text


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"yakin": ""}, "Beri tanda bahwa Anda sudah memeriksa isinya."),
        ({"tanggal": "31/12/2023"}, "LKjIP 2023 bertanggal sesudah tahunnya berakhir."),
        ({"tanggal": ""}, "Isi Tanggal LKjIP."),
    ],
)
def test_isian_yang_salah_dijelaskan(isi, pesan, pasuruan):
    jawaban = kirim(sebagai("pimpinan"), **isi)
    assert pesan in jawaban.text
    assert "Belum terbit: " in jawaban.text
    assert not Pekerjaan.objects.exists()


def test_yang_berubah_sejak_dibuka_diperiksa_lagi(pasuruan):
    pimpinan = sebagai("pimpinan")
    jawaban = kirim(pimpinan, sidik="0" * 64)
    assert jawaban.status_code == 409
    assert "Isi laporan berubah sejak Anda membuka halaman ini." in jawaban.text
    form = jawaban.context["form"]
    assert form["sidik"].value() != "0" * 64
    assert not form["yakin"].value()
    assert not Pekerjaan.objects.exists()


def test_yang_menghalangi_sejak_dibuka_disebut_dan_ketikan_tetap(pasuruan):
    pimpinan = sebagai("pimpinan")
    baris = tanpa_jadwal(pasuruan)
    form = pimpinan.get(alamat("lkjip-terbit")).context["form"]
    ajukan_di_luar_jadwal(baris)
    isi = {**form.initial, "tanggal": "20/02/2024", "nomor": "065/7", "yakin": "on"}
    jawaban = pimpinan.post(alamat("lkjip-terbit"), isi)
    assert jawaban.status_code == 409
    galat = jawaban.text.split('role="alert"')[1].split("</div>")[0]
    assert "Realisasi menunggu verifikasi atau persetujuan: " in galat
    assert 'value="065/7"' in jawaban.text
    assert '<button type="submit" class="btn btn-primary" disabled>Terbitkan' in jawaban.text
    # the link is named by where it leads, and does not say all of it again
    assert '/2023/verifikasi/">Buka meja verifikasi</a>' in jawaban.text
    assert not Pekerjaan.objects.exists()


def test_tahun_yang_belum_dapat_disusun(pasuruan):
    jawaban = sebagai("pimpinan").get(alamat("lkjip-terbit", 2024))
    assert "LKjIP 2024 belum dapat disusun" in jawaban.text


def test_tahun_yang_belum_berakhir_disebut(pasuruan, monkeypatch):
    monkeypatch.setattr(waktu, "sekarang", lambda: datetime(2023, 12, 31, 3, tzinfo=UTC))
    jawaban = sebagai("pimpinan").get(alamat("lkjip-terbit"))
    assert "Tahun 2023 belum berakhir. LKjIP terbit sesudahnya." in jawaban.text


def test_halaman_laporan_sebelum_terbit(pasuruan):
    isi = sebagai("pimpinan").get(alamat("lkjip-baca")).text
    assert f'href="{alamat("lkjip-terbit")}">Periksa lalu terbitkan</a>' in isi
    assert isi.count("btn-primary") == 1
    sekretariat = sebagai("sekretariat").get(alamat("lkjip-baca")).text
    assert "Periksa kesiapan</a>" in sekretariat
    assert "Siapkan PDF</button>" in sekretariat
    assert sekretariat.count("btn-primary") == 1


def test_halaman_laporan_sesudah_terbit(pasuruan):
    dokumen = terbitkan(pasuruan, nomor="065/7")
    client = sebagai("inspektorat")
    jawaban = client.get(alamat("lkjip-baca"))
    for kata in (
        "bertanggal <b>20 Februari 2024</b>, nomor 065/7, ditandatangani "
        f"{dokumen.konteks['penanda']['nama']}, diterbitkan oleh <b>{akun('pimpinan')}</b> pada ",
        dokumen.sidik,
        "Angkanya masih sama dengan yang terbit.",
        alamat("lkjip-unduh-terbit", TAHUN, 1),
    ):
        assert kata in jawaban.text
    assert "Siapkan PDF" not in jawaban.text
    assert "Terbitkan perbaikan" not in jawaban.text
    assert "Terbitkan perbaikan" in sebagai("pimpinan").get(alamat("lkjip-baca")).text


@pytest.mark.parametrize("nama", ["lkjip-unduh", "lkjip-unduh-terbit"])
def test_yang_terbit_diunduh_seperti_terbit(nama, pasuruan):
    terbitkan(pasuruan)
    koreksi_ormas(pasuruan)
    sisa = (1,) if nama == "lkjip-unduh-terbit" else ()
    jawaban = sebagai("inspektorat").get(alamat(nama, TAHUN, *sisa))
    assert b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
    assert "lkjip-pasuruan-bakesbangpol-2023-v1.pdf" in jawaban["Content-Disposition"]


def test_yang_terbit_tidak_dicetak_lagi(pasuruan):
    terbitkan(pasuruan)
    jawaban = sebagai("sekretariat").post(alamat("lkjip-cetak"), follow=True)
    assert "sudah terbit; PDF-nya tidak dicetak lagi" in jawaban.text
    assert not Pekerjaan.objects.exists()


def test_versi_yang_tidak_ada(pasuruan):
    terbitkan(pasuruan)
    jawaban = sebagai("inspektorat").get(alamat("lkjip-unduh-terbit", TAHUN, 2))
    assert jawaban.status_code == 404
    assert "LKjIP 2023 versi 2 tidak ada." in jawaban.text


def test_data_yang_berubah_disebut_dengan_angkanya(pasuruan):
    terbitkan(pasuruan)
    koreksi_ormas(pasuruan)
    jawaban = sebagai("inspektorat").get(alamat("lkjip-baca"))
    assert "Data berubah sejak laporan terbit." in jawaban.text
    assert "Realisasi 2023: Persentase peningkatan jumlah ormas yang aktif" in jawaban.text
    beda = jawaban.context["beda"].angka
    assert {("4,28%", "5,28%†")} <= {(str(s.tercetak), str(s.kini)) for s in beda}
    # the figure as printed can be asked for, too
    kunci = beda[0].tercetak.kunci
    asal = sebagai("inspektorat").get(alamat("lkjip-baca"), {"angka": kunci}).context["asal"]
    assert asal.angka.asal.uraian == "Seperti tercetak dalam LKjIP 2023"


def test_hanya_kalimat_yang_berbeda_disebut_begitu(pasuruan):
    terbitkan(pasuruan)
    pasuruan.tugas = "Tugas yang lain."
    pasuruan.save()
    isi = sebagai("inspektorat").get(alamat("lkjip-baca")).text
    assert "Susunan atau kalimatnya berbeda dari yang terbit; angkanya sama." in isi
    assert "Data berubah sejak laporan terbit." not in isi


def test_perbaikan_dari_halamannya(pasuruan):
    terbitkan(pasuruan)
    koreksi_ormas(pasuruan)
    pimpinan = sebagai("pimpinan")
    halaman = pimpinan.get(alamat("lkjip-terbit"))
    assert "Yang berubah sejak versi 1" in halaman.text
    assert "Tulis alasan menerbitkan perbaikan." in kirim(pimpinan).text
    sudah_dicetak(pasuruan)
    assert kirim(pimpinan, alasan=ALASAN).status_code == 302
    assert kerjakan().status == "selesai"
    jawaban = sebagai("inspektorat").get(alamat("lkjip-baca"))
    for kata in (
        "Menggantikan versi 1. Alasannya: angka ormas dikoreksi", "digantikan", "berlaku",
        alamat("lkjip-unduh-terbit", TAHUN, 1), alamat("lkjip-unduh-terbit", TAHUN, 2),
    ):  # fmt: skip
        assert kata in jawaban.text
    assert not jawaban.context["beda"]
