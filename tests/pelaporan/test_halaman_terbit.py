"""The pages of issuing: what is not ready, and the decision of the head."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from pelaporan.cetak import minta_terbit
from pelaporan.models import Laporan
from pengukuran.models import Realisasi
from sakip.dokumen.models import DokumenTerbit
from sakip.lib import waktu
from sakip.pekerjaan.models import Pekerjaan
from sakip.pekerjaan.registri import jenis_pekerjaan
from tests.pekerjaan.kerja import kerjakan
from tests.pelaporan.alat_halaman import alamat, isian_terbit, kirim, sebagai, sudah_dicetak
from tests.pelaporan.alat_koreksi import koreksi_ormas
from tests.pelaporan.alat_terbit import (
    TAHUN,
    TANGGAL,
    ajukan_di_luar_jadwal,
    akun,
    tanpa_jadwal,
    terbitkan,
)


@pytest.fixture(autouse=True)
def simpanan(settings, tmp_path) -> None:
    settings.FOLDER_DOKUMEN = tmp_path


def test_pimpinan_menerbitkan_satu_kali(pasuruan):
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
    # its worker died after the commit, so another one takes the job up once more
    Pekerjaan.objects.update(status="antre", selesai=None, tanda="", hasil=None)
    assert kerjakan().status == "selesai"
    assert DokumenTerbit.objects.filter(jenis="lkjip").count() == 1


def test_tanggal_yang_diperbaiki_sesudah_terkirim_tidak_disebut_terbit(pasuruan, putusan):
    sudah_dicetak(pasuruan, date(2024, 2, 19))
    for tanggal in (date(2024, 2, 19), TANGGAL):
        minta_terbit(akun("pimpinan"), pasuruan, TAHUN, replace(putusan, tanggal=tanggal))
    assert kerjakan().status == "selesai"
    hasil = kerjakan()
    assert (hasil.status, hasil.alasan) == (
        "gagal",
        "LKjIP 2023 baru saja diterbitkan. Muat ulang untuk melihat versi yang terbit.",
    )
    assert Laporan.objects.get(unit=pasuruan, tahun=TAHUN).tanggal == date(2024, 2, 19)


def test_yang_dibaca_lain_tidak_disebut_terbit(pasuruan, putusan):
    """The same day, but what was read before was corrected and then sent once more."""
    minta_terbit(akun("pimpinan"), pasuruan, TAHUN, replace(putusan, sidik="0" * 64))
    terbitkan(pasuruan, putusan)
    assert kerjakan().status == "gagal"


def test_percobaan_lain_menerbitkan_sesudah_dilihat(pasuruan, putusan):
    """Two attempts at one decision: the second looked before the first had committed."""
    pekerjaan = minta_terbit(akun("pimpinan"), pasuruan, TAHUN, putusan)
    terbit = []

    def kabar(_persen: int, _kata: str) -> None:
        terbit.append(terbitkan(pasuruan, putusan))

    hasil = jenis_pekerjaan(pekerjaan.jenis).fungsi(pekerjaan.argumen, kabar)
    assert hasil["sebutan"] == "Buka LKjIP 2023 yang terbit"
    assert [*DokumenTerbit.objects.filter(jenis="lkjip")] == terbit


def test_berkas_yang_tidak_tersimpan_disebut_sebabnya(pasuruan, putusan, settings, tmp_path):
    sudah_dicetak(pasuruan)
    minta_terbit(akun("pimpinan"), pasuruan, TAHUN, putusan)
    (tmp_path / "penuh").write_text("")
    settings.FOLDER_BERKAS = tmp_path / "penuh"
    hasil = kerjakan()
    assert hasil.status == "gagal"
    assert hasil.alasan.startswith("Berkas belum tersimpan karena gangguan di server.")


def test_yang_berubah_sebelum_dikerjakan_gagal_dengan_sebabnya(pasuruan, putusan):
    minta_terbit(akun("pimpinan"), pasuruan, TAHUN, putusan)
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


def test_isian_yang_salah_dijelaskan(pasuruan):
    pimpinan = sebagai("pimpinan")
    isi = isian_terbit(pimpinan.get(alamat("lkjip-terbit")))
    for beda, pesan in (
        ({"yakin": ""}, "Beri tanda bahwa Anda sudah memeriksa isinya."),
        ({"tanggal": "31/12/2023"}, "LKjIP 2023 bertanggal sesudah tahunnya berakhir."),
        ({"tanggal": ""}, "Isi Tanggal LKjIP."),
    ):
        jawaban = pimpinan.post(alamat("lkjip-terbit"), {**isi, **beda})
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
