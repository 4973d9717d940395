"""Figures of an issued LKjIP: asked for anywhere they say where they were printed, and as what."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from pelaporan.dokumen.lkjip import susun_lkjip
from pelaporan.models import Bagian, Laporan
from pelaporan.queries.terbitan import beda_terbit, versi_terbit
from sakip.berkas.gudang import letak
from sakip.dokumen.models import DokumenTerbit
from tests.pelaporan.alat_koreksi import koreksi_ormas
from tests.pelaporan.alat_terbit import TAHUN, TANGGAL, akun, terbitkan

ORMAS = "Persentase peningkatan jumlah ormas yang aktif"


def kunci_ormas(unit) -> str:
    semua = susun_lkjip(unit, TAHUN).angka()
    return next(a.kunci for a in semua if a.tampil == "4,28%" and a.kunci.startswith("realisasi/"))


def tanya(unit, halaman: str, kunci: str):
    client = Client()
    client.force_login(akun("inspektorat"))
    return client.get(reverse(halaman, args=[unit.kode, TAHUN]), {"angka": kunci})


def test_realisasi_menyebut_lkjip_yang_mencetaknya(terbit, pasuruan):
    jawaban = tanya(pasuruan, "pengukuran:capaian", kunci_ormas(pasuruan))
    (satu,) = jawaban.context["asal"].terbit
    assert (satu.sebutan, satu.tertulis, satu.beda) == ("LKjIP 2023, nomor 065/7", "4,28%", False)
    assert satu.alamat == "/unit/pasuruan-bakesbangpol/2023/lkjip/#terbit"
    assert "Dicetak dalam dokumen terbit" in jawaban.text


def test_yang_dinyatakan_kembali_sesudahnya_menyebutnya(terbit, pasuruan):
    kunci = kunci_ormas(pasuruan)
    koreksi_ormas(pasuruan)
    jawaban = tanya(pasuruan, "pengukuran:capaian", kunci)
    (satu,) = jawaban.context["asal"].terbit
    assert (satu.tertulis, satu.beda) == ("4,28%", True)
    assert "dicetak 4,28%, kini 5,28% sesudah koreksi" in jawaban.text


def test_angka_di_halaman_laporannya_pun_tahu(terbit, pasuruan):
    jawaban = tanya(pasuruan, "pelaporan:lkjip-baca", kunci_ormas(pasuruan))
    assert [satu.sebutan for satu in jawaban.context["asal"].terbit] == ["LKjIP 2023, nomor 065/7"]


def test_tanpa_perubahan_tidak_ada_bedanya(terbit, pasuruan):
    assert not beda_terbit(terbit, susun_lkjip(pasuruan, TAHUN))


def test_beda_sesudah_koreksi(terbit, pasuruan):
    koreksi_ormas(pasuruan)
    beda = beda_terbit(terbit, susun_lkjip(pasuruan, TAHUN))
    (ormas,) = [satu for satu in beda.angka if satu.nama == f"Realisasi 2023: {ORMAS}"]
    assert (str(ormas.tercetak), str(ormas.kini)) == ("4,28%", "5,28%†")
    jenis = {satu.kini.kunci.split("/")[0] for satu in beda.angka}
    assert jenis == {
        "realisasi", "capaian", "perubahan", "kemajuan", "terhadap-standar", "efisiensi",
    } & jenis  # fmt: skip
    assert {"realisasi", "capaian", "efisiensi"} <= jenis
    # the columns of Tabel 3.7 now agree, so that nothing is said of them any more
    assert (beda.hilang, beda.baru, beda.naskah) == (1, 0, True)


def test_bagian_yang_dihilangkan_terhitung(terbit, pasuruan):
    milik = Laporan.objects.get(unit=pasuruan, tahun=TAHUN)
    isi = {"laporan": milik, "kunci": "efisiensi"}
    Bagian.objects.update_or_create(**isi, defaults={"tampil": False})
    beda = beda_terbit(terbit, susun_lkjip(pasuruan, TAHUN))
    assert beda.hilang > 0
    assert (beda.angka, beda.baru, beda.naskah) == ((), 0, True)


def test_kata_yang_berubah_saja(terbit, pasuruan):
    pasuruan.tugas = "Tugas yang lain."
    pasuruan.save()
    kini = susun_lkjip(pasuruan, TAHUN)
    assert beda_terbit(terbit, kini).naskah
    assert not beda_terbit(terbit, kini, naskah=False)


def test_versi_yang_digantikan_bertanda(terbit, pasuruan):
    kedua = terbitkan(pasuruan)
    baru, lama = versi_terbit(pasuruan, TAHUN)
    assert (baru.dokumen, baru.pengganti, baru.tanggal) == (kedua, None, TANGGAL)
    assert (lama.dokumen, lama.pengganti) == (terbit, 2)
    assert lama.bentuk == {"pdf", "html"}
    assert lama.oleh == str(akun("pimpinan"))
    assert lama.penanda == terbit.konteks["penanda"]["nama"]


def test_dua_kueri_berapa_pun_versinya(terbit, pasuruan, django_assert_num_queries):
    for _ in range(2):
        with django_assert_num_queries(2):
            versi_terbit(pasuruan, TAHUN)
        terbitkan(pasuruan)


def test_verifikasi_memeriksa_lkjip(terbit, settings):
    keluaran = StringIO()
    call_command("verifikasi_dokumen", stdout=keluaran)
    assert f"utuh: {DokumenTerbit.objects.count()} diperiksa" in keluaran.getvalue()
    html = terbit.berkas.get(bentuk="html").berkas
    berkas = settings.FOLDER_BERKAS / letak(html.sidik)
    berkas.chmod(0o600)
    berkas.write_bytes(b"<p>lain</p>")
    with pytest.raises(CommandError):
        call_command("verifikasi_dokumen", stdout=keluaran)
    assert f"{terbit}: berkas HTML berubah" in keluaran.getvalue()
