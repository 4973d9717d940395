"""Issuing the LKjIP: once, by the head, exactly as it was read."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pelaporan.dokumen.lkjip import susun_laporan, susun_lkjip
from pelaporan.models import Bagian, GambarBagian, Laporan, Paragraf
from pelaporan.services.dasar import salin_tulisan
from pelaporan.services.terbit import Pembuat
from pengukuran.models import Realisasi
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.naskah import sidik_naskah
from sakip.lib import waktu
from sakip.lib.transisi import DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Penempatan
from tests.pelaporan.alat_koreksi import koreksi_ormas
from tests.pelaporan.alat_terbit import (
    TAHUN,
    ajukan_di_luar_jadwal,
    akun,
    cetak_contoh,
    laporan,
    tanpa_jadwal,
    terbitkan,
)


def tidak_terbit(unit) -> None:
    assert not DokumenTerbit.objects.filter(jenis="lkjip").exists()
    assert [(satu.ke, satu.dokumen_id, satu.tanggal) for satu in laporan(unit)] == [(1, None, None)]


def test_hanya_pimpinan(pasuruan, putusan):
    for nama in ("sekretariat", "bidang", "inspektorat", "organisasi"):
        with pytest.raises(HakKurang, match="diterbitkan oleh pimpinannya"):
            terbitkan(pasuruan, putusan, nama=nama)
        tidak_terbit(pasuruan)


def test_yang_tidak_dibaca_tidak_diterbitkan(pasuruan, putusan):
    koreksi_ormas(pasuruan)
    with pytest.raises(DidahuluiOrangLain, match="berubah sejak Anda memeriksanya"):
        terbitkan(pasuruan, putusan)
    tidak_terbit(pasuruan)


def test_yang_berubah_selama_dicetak_tidak_diterbitkan(pasuruan, putusan):
    def cetak(dokumen) -> bytes:
        koreksi_ormas(pasuruan)
        return cetak_contoh(dokumen)

    with pytest.raises(DidahuluiOrangLain):
        terbitkan(pasuruan, putusan, pembuat=Pembuat(susun_laporan, cetak))
    tidak_terbit(pasuruan)


def test_draf_yang_diatur_selama_dicetak_tidak_diterbitkan(pasuruan, putusan):
    def cetak(dokumen) -> bytes:
        Laporan.objects.filter(unit=pasuruan, tahun=TAHUN).update(versi=9)
        return cetak_contoh(dokumen)

    with pytest.raises(DidahuluiOrangLain):
        terbitkan(pasuruan, putusan, pembuat=Pembuat(susun_laporan, cetak))
    tidak_terbit(pasuruan)


def test_hak_yang_dicabut_selama_dicetak(pasuruan, putusan):
    def cetak(dokumen) -> bytes:
        akun("pimpinan").penugasan.update(peran="operator")
        return cetak_contoh(dokumen)

    with pytest.raises(HakKurang):
        terbitkan(pasuruan, putusan, pembuat=Pembuat(susun_laporan, cetak))
    tidak_terbit(pasuruan)


def test_realisasi_yang_menunggu_mencegah(pasuruan, putusan):
    baris = Realisasi.objects.sah().filter(unit=pasuruan, tahun=TAHUN).latest("pk")
    Realisasi.objects.filter(pk=baris.pk).update(status="diverifikasi")
    with pytest.raises(KeadaanSalah, match="menunggu verifikasi atau persetujuan"):
        terbitkan(pasuruan, putusan)
    tidak_terbit(pasuruan)


def test_realisasi_yang_menunggu_di_luar_jadwal_mencegah(pasuruan):
    ajukan_di_luar_jadwal(tanpa_jadwal(pasuruan))
    with pytest.raises(KeadaanSalah, match="menunggu verifikasi atau persetujuan"):
        terbitkan(pasuruan)
    tidak_terbit(pasuruan)


def test_yang_mulai_mencegah_selama_dicetak(pasuruan):
    baris = tanpa_jadwal(pasuruan)

    def cetak(dokumen) -> bytes:
        ajukan_di_luar_jadwal(baris)
        return cetak_contoh(dokumen)

    with pytest.raises(KeadaanSalah, match="menunggu verifikasi atau persetujuan"):
        terbitkan(pasuruan, pembuat=Pembuat(susun_laporan, cetak))
    tidak_terbit(pasuruan)


def test_yang_berubah_sesudah_dibandingkan_tidak_diterbitkan(pasuruan, putusan):
    """What is frozen was read before the lock; it is read once more and compared behind it."""
    disusun = []

    def susun(laporan, tanggal):
        disusun.append(laporan)
        if len(disusun) == 2:
            koreksi_ormas(pasuruan)
        return susun_laporan(laporan, tanggal)

    with pytest.raises(DidahuluiOrangLain, match="berubah sejak Anda memeriksanya"):
        terbitkan(pasuruan, putusan, pembuat=Pembuat(susun, cetak_contoh))
    tidak_terbit(pasuruan)


def besok(unit) -> date:
    return waktu.hari_ini(unit.pemda.zona) + timedelta(days=1)


@pytest.mark.parametrize(
    ("tanggal", "sebab"),
    [
        (lambda _: date(2023, 12, 31), "sesudah tahunnya berakhir"),
        (besok, "belum tiba"),
    ],
)
def test_tanggal_yang_tidak_dapat_dipakai(tanggal, sebab, pasuruan, putusan):
    with pytest.raises(ValidationError, match=sebab):
        terbitkan(pasuruan, replace(putusan, tanggal=tanggal(pasuruan)))
    tidak_terbit(pasuruan)


def test_tanpa_pemimpin_tidak_ada_yang_menandatangani(pasuruan, putusan):
    Penempatan.objects.filter(unit=pasuruan, memimpin=True).update(sampai=date(2024, 1, 31))
    with pytest.raises(ValidationError, match="Tidak ada yang memimpin"):
        terbitkan(pasuruan, putusan)
    tidak_terbit(pasuruan)
    assert terbitkan(pasuruan, replace(putusan, tanggal=date(2024, 1, 31))).ke == 1


def test_tanpa_draf_tersimpan_pun_terbit(pasuruan):
    Laporan.objects.filter(unit=pasuruan, tahun=TAHUN).update(tahun=2019)
    terbitkan(pasuruan)
    assert [(satu.ke, satu.dokumen_id is None) for satu in laporan(pasuruan)] == [(1, False)]


def test_pdf_yang_gagal_tidak_menerbitkan(pasuruan, putusan):
    def gagal(_dokumen) -> bytes:
        raise KeadaanSalah("pencetak mati")

    with pytest.raises(KeadaanSalah, match="pencetak mati"):
        terbitkan(pasuruan, putusan, pembuat=Pembuat(susun_laporan, gagal))
    tidak_terbit(pasuruan)


def test_perbaikan_membawa_tulisannya(pasuruan):
    draf = laporan(pasuruan)[0]
    bagian = Bagian.objects.create(laporan=draf, kunci="dasar-hukum", tampil=False)
    Paragraf.objects.create(bagian=bagian, urutan=1, teks="Catatan.")
    GambarBagian.objects.create(bagian=bagian, urutan=1, judul="Rapat", sumber="Foto")
    terbitkan(pasuruan)
    tulisan = sidik_naskah(susun_lkjip(pasuruan, TAHUN))
    terbitkan(pasuruan)
    assert sidik_naskah(susun_lkjip(pasuruan, TAHUN)) == tulisan
    milik = Bagian.objects.get(laporan=laporan(pasuruan)[1], kunci="dasar-hukum")
    assert milik.tampil is False
    assert [satu.teks for satu in milik.paragraf.all()] == ["Catatan."]
    assert [(satu.judul, satu.sumber) for satu in milik.gambar.all()] == [("Rapat", "Foto")]
    assert Bagian.objects.filter(laporan=draf).count() == milik.laporan.bagian.count()


def test_gambar_disalin_dengan_satu_bacaan(pasuruan):
    draf = laporan(pasuruan)[0]
    for kunci in ("dasar-hukum", "penutup", "efisiensi"):
        bagian, _ = Bagian.objects.get_or_create(laporan=draf, kunci=kunci)
        GambarBagian.objects.create(bagian=bagian, urutan=9, judul="Rapat")
    baru = Laporan.objects.create(unit=pasuruan, tahun=TAHUN, ke=2)
    with CaptureQueriesContext(connection) as semua:
        salin_tulisan(draf, baru)
    dibaca = [
        satu["sql"]
        for satu in semua
        if satu["sql"].startswith("SELECT") and GambarBagian._meta.db_table in satu["sql"]
    ]
    assert len(dibaca) == 1
    assert GambarBagian.objects.filter(bagian__laporan=baru, urutan=9).count() == 3
