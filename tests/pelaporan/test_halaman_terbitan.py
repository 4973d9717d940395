"""The page of an issued LKjIP: what it was issued as, what differs since, and its correction."""

import pytest

from sakip.pekerjaan.models import Pekerjaan
from tests.berkas import contoh
from tests.pekerjaan.kerja import kerjakan
from tests.pelaporan.alat_halaman import alamat, isian_terbit, sebagai, sudah_dicetak
from tests.pelaporan.alat_koreksi import koreksi_ormas
from tests.pelaporan.alat_terbit import ALASAN, TAHUN, akun


@pytest.fixture(autouse=True)
def simpanan(settings, tmp_path) -> None:
    settings.FOLDER_DOKUMEN = tmp_path


def test_halaman_laporan_sesudah_terbit(terbit):
    client = sebagai("inspektorat")
    jawaban = client.get(alamat("lkjip-baca"))
    for kata in (
        "bertanggal <b>20 Februari 2024</b>, nomor 065/7, ditandatangani "
        f"{terbit.konteks['penanda']['nama']}, diterbitkan oleh <b>{akun('pimpinan')}</b> pada ",
        terbit.sidik,
        "Angkanya masih sama dengan yang terbit.",
        alamat("lkjip-unduh-terbit", TAHUN, 1),
    ):
        assert kata in jawaban.text
    assert "Siapkan PDF" not in jawaban.text
    assert "Terbitkan perbaikan" not in jawaban.text
    assert "Terbitkan perbaikan" in sebagai("pimpinan").get(alamat("lkjip-baca")).text


def test_yang_terbit_diunduh_seperti_terbit(terbit, pasuruan):
    koreksi_ormas(pasuruan)
    for nama, *sisa in (("lkjip-unduh",), ("lkjip-unduh-terbit", 1)):
        jawaban = sebagai("inspektorat").get(alamat(nama, TAHUN, *sisa))
        isi = b"".join(jawaban.streaming_content) if jawaban.streaming else jawaban.content
        assert isi == contoh.pdf()
        assert "lkjip-pasuruan-bakesbangpol-2023-v1.pdf" in jawaban["Content-Disposition"]


def test_yang_terbit_tidak_dicetak_lagi(terbit):
    jawaban = sebagai("sekretariat").post(alamat("lkjip-cetak"), follow=True)
    assert "sudah terbit; PDF-nya tidak dicetak lagi" in jawaban.text
    assert not Pekerjaan.objects.exists()


def test_versi_yang_tidak_ada(terbit):
    jawaban = sebagai("inspektorat").get(alamat("lkjip-unduh-terbit", TAHUN, 2))
    assert jawaban.status_code == 404
    assert "LKjIP 2023 versi 2 tidak ada." in jawaban.text


def test_data_yang_berubah_disebut_dengan_angkanya(terbit, pasuruan):
    koreksi_ormas(pasuruan)
    jawaban = sebagai("inspektorat").get(alamat("lkjip-baca"))
    assert "Data berubah sejak laporan terbit." in jawaban.text
    assert "Realisasi 2023: Persentase peningkatan jumlah ormas yang aktif" in jawaban.text
    beda = jawaban.context["beda"].angka
    assert {("4,28%", "5,28%†")} <= {(str(s.tercetak), str(s.kini)) for s in beda}
    # the figure as printed can be asked for, too
    kunci = beda[0].tercetak.kunci
    asal = sebagai("inspektorat").get(alamat("lkjip-baca"), {"angka": kunci}).context["asal"]
    assert asal.angka.asal.uraian == "Seperti tercetak dalam LKjIP 2023, nomor 065/7"


def test_hanya_kalimat_yang_berbeda_disebut_begitu(terbit, pasuruan):
    pasuruan.tugas = "Tugas yang lain."
    pasuruan.save()
    isi = sebagai("inspektorat").get(alamat("lkjip-baca")).text
    assert "Susunan atau kalimatnya berbeda dari yang terbit; angkanya sama." in isi
    assert "Data berubah sejak laporan terbit." not in isi


def test_perbaikan_dari_halamannya(terbit, pasuruan):
    koreksi_ormas(pasuruan)
    pimpinan = sebagai("pimpinan")
    halaman = pimpinan.get(alamat("lkjip-terbit"))
    assert "Yang berubah sejak versi 1" in halaman.text
    isi = isian_terbit(halaman)
    assert "Tulis alasan menerbitkan perbaikan." in pimpinan.post(alamat("lkjip-terbit"), isi).text
    sudah_dicetak(pasuruan)
    isi["alasan"] = ALASAN
    assert pimpinan.post(alamat("lkjip-terbit"), isi).status_code == 302
    assert kerjakan().status == "selesai"
    jawaban = sebagai("inspektorat").get(alamat("lkjip-baca"))
    for kata in (
        "Menggantikan versi 1. Alasannya: angka ormas dikoreksi", "digantikan", "berlaku",
        alamat("lkjip-unduh-terbit", TAHUN, 1), alamat("lkjip-unduh-terbit", TAHUN, 2),
    ):  # fmt: skip
        assert kata in jawaban.text
    assert not jawaban.context["beda"]
