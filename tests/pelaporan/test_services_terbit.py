"""Issuing the LKjIP: once, by the head, exactly as it was read; a correction is a new version."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pelaporan.dokumen.lkjip import susun_laporan, susun_lkjip
from pelaporan.models import Bagian, GambarBagian, Laporan, Paragraf
from pelaporan.services.dasar import salin_tulisan
from pelaporan.services.terbit import Pembuat, terbitkan_lkjip
from pengukuran.models import Realisasi
from sakip.dokumen.models import AngkaTerbit, DokumenTerbit
from sakip.dokumen.naskah import angka_naskah, sidik_naskah
from sakip.dokumen.queries import isi_terbit
from sakip.dokumen.verifikasi import periksa_semua, terbitan_berkas
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.lib import waktu
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Penempatan
from tests.berkas import contoh
from tests.pelaporan.alat_koreksi import koreksi_ormas
from tests.pelaporan.alat_terbit import (
    ALASAN,
    PEMBUAT,
    TAHUN,
    TANGGAL,
    ajukan_di_luar_jadwal,
    akun,
    cetak_contoh,
    keputusan,
    tanpa_jadwal,
    terbitkan,
)


def laporan(unit) -> list[Laporan]:
    return list(Laporan.objects.filter(unit=unit, tahun=TAHUN).order_by("ke"))


def tidak_terbit(unit) -> None:
    assert not DokumenTerbit.objects.filter(jenis="lkjip").exists()
    assert [(satu.ke, satu.dokumen_id, satu.tanggal) for satu in laporan(unit)] == [(1, None, None)]


def test_terbit_beku_bertanggal_dan_bertanda_tangan(pasuruan):
    dokumen = terbitkan(pasuruan, nomor=" 065/7/2024 ")
    dokumen.refresh_from_db()
    assert (dokumen.jenis, dokumen.tahun, dokumen.ke) == ("lkjip", 2023, 1)
    assert (dokumen.nomor, dokumen.diterbitkan_oleh) == ("065/7/2024", akun("pimpinan"))
    isi = dokumen.konteks
    assert (isi["tanggal"], isi["unit"], isi["tempat"]) == (
        "2024-02-20", pasuruan.nama, "Pasuruan",
    )  # fmt: skip
    pemimpin = Penempatan.objects.pemimpin(pasuruan, TANGGAL)
    assert isi["penanda"] == {
        "nama": pemimpin.pejabat.nama,
        "nip": pemimpin.pejabat.nip,
        "jabatan": pemimpin.jabatan_tercetak(),
    }
    assert "3.1.2 Target dan Realisasi Tahun 2023" in isi["bagian"]
    (milik,) = laporan(pasuruan)
    assert (milik.dokumen, milik.tanggal) == (dokumen, TANGGAL)


def test_berkasnya_pdf_dan_naskah_yang_dicetak(pasuruan):
    dokumen = terbitkan(pasuruan)
    assert isi_terbit(dokumen, "pdf") == contoh.pdf()
    html = isi_terbit(dokumen, "html").decode()
    assert "20 Februari 2024" in html
    assert "Capaian Kinerja Tahun 2023" in html
    assert periksa_semua() == []
    (milik,) = terbitan_berkas(contoh.pdf())
    assert milik.dokumen == dokumen


def test_setiap_angka_yang_tercetak_tahu_di_mana(pasuruan):
    dokumen = terbitkan(pasuruan)
    tersimpan = {
        satu.kunci: {"tertulis": satu.tertulis, "nilai": satu.nilai}
        for satu in AngkaTerbit.objects.filter(dokumen=dokumen)
    }
    dokumen.refresh_from_db()
    assert tersimpan == dokumen.konteks["angka"] == angka_naskah(susun_lkjip(pasuruan, TAHUN))
    realisasi = {k: v["tertulis"] for k, v in tersimpan.items() if k.startswith("realisasi/")}
    assert "4,28%" in realisasi.values()
    assert len([k for k in realisasi if k.endswith("/2023")]) >= 7


def test_jejaknya(pasuruan):
    terbitkan(pasuruan)
    (milik,) = laporan(pasuruan)
    catatan = CatatanJejak.objects.get(aksi=Aksi.LAPORAN_DITERBITKAN)
    assert (catatan.objek_id, catatan.unit_id) == (str(milik.pk), pasuruan.pk)
    assert catatan.sesudah["tanggal"] == "2024-02-20"
    assert CatatanJejak.objects.filter(aksi=Aksi.DOKUMEN_TERBIT, pengguna=akun("pimpinan")).exists()


@pytest.mark.parametrize("nama", ["sekretariat", "bidang", "inspektorat", "organisasi"])
def test_hanya_pimpinan(nama, pasuruan):
    with pytest.raises(HakKurang, match="diterbitkan oleh pimpinannya"):
        terbitkan_lkjip(pasuruan, TAHUN, keputusan(pasuruan), oleh=akun(nama), pembuat=PEMBUAT)
    tidak_terbit(pasuruan)


def test_yang_tidak_dibaca_tidak_diterbitkan(pasuruan):
    putusan = keputusan(pasuruan)
    koreksi_ormas(pasuruan)
    with pytest.raises(DidahuluiOrangLain, match="berubah sejak Anda memeriksanya"):
        terbitkan_lkjip(pasuruan, TAHUN, putusan, oleh=akun("pimpinan"), pembuat=PEMBUAT)
    tidak_terbit(pasuruan)


def test_yang_berubah_selama_dicetak_tidak_diterbitkan(pasuruan):
    def cetak(dokumen) -> bytes:
        koreksi_ormas(pasuruan)
        return cetak_contoh(dokumen)

    with pytest.raises(DidahuluiOrangLain):
        terbitkan_lkjip(
            pasuruan,
            TAHUN,
            keputusan(pasuruan),
            oleh=akun("pimpinan"),
            pembuat=Pembuat(susun_laporan, cetak),
        )
    tidak_terbit(pasuruan)


def test_draf_yang_diatur_selama_dicetak_tidak_diterbitkan(pasuruan):
    def cetak(dokumen) -> bytes:
        Laporan.objects.filter(unit=pasuruan, tahun=TAHUN).update(versi=9)
        return cetak_contoh(dokumen)

    with pytest.raises(DidahuluiOrangLain):
        terbitkan_lkjip(
            pasuruan,
            TAHUN,
            keputusan(pasuruan),
            oleh=akun("pimpinan"),
            pembuat=Pembuat(susun_laporan, cetak),
        )
    tidak_terbit(pasuruan)


def test_hak_yang_dicabut_selama_dicetak(pasuruan):
    def cetak(dokumen) -> bytes:
        akun("pimpinan").penugasan.update(peran="operator")
        return cetak_contoh(dokumen)

    with pytest.raises(HakKurang):
        terbitkan_lkjip(
            pasuruan,
            TAHUN,
            keputusan(pasuruan),
            oleh=akun("pimpinan"),
            pembuat=Pembuat(susun_laporan, cetak),
        )
    tidak_terbit(pasuruan)


def test_realisasi_yang_menunggu_mencegah(pasuruan):
    baris = Realisasi.objects.sah().filter(unit=pasuruan, tahun=TAHUN).latest("pk")
    Realisasi.objects.filter(pk=baris.pk).update(status="diverifikasi")
    with pytest.raises(KeadaanSalah, match="menunggu verifikasi atau persetujuan"):
        terbitkan(pasuruan)
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
        terbitkan_lkjip(
            pasuruan,
            TAHUN,
            keputusan(pasuruan),
            oleh=akun("pimpinan"),
            pembuat=Pembuat(susun_laporan, cetak),
        )
    tidak_terbit(pasuruan)


def test_yang_berubah_sesudah_dibandingkan_tidak_diterbitkan(pasuruan):
    """What is composed to be frozen is a later composition than the one that was compared."""
    disusun = []

    def susun(laporan):
        disusun.append(laporan)
        if len(disusun) == 2:
            koreksi_ormas(pasuruan)
        return susun_laporan(laporan)

    with pytest.raises(DidahuluiOrangLain, match="berubah sejak Anda memeriksanya"):
        terbitkan_lkjip(
            pasuruan,
            TAHUN,
            keputusan(pasuruan),
            oleh=akun("pimpinan"),
            pembuat=Pembuat(susun, cetak_contoh),
        )
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
def test_tanggal_yang_tidak_dapat_dipakai(tanggal, sebab, pasuruan):
    with pytest.raises(ValidationError, match=sebab):
        terbitkan(pasuruan, tanggal=tanggal(pasuruan))
    tidak_terbit(pasuruan)


def test_tanpa_pemimpin_tidak_ada_yang_menandatangani(pasuruan):
    Penempatan.objects.filter(unit=pasuruan, memimpin=True).update(sampai=date(2024, 1, 31))
    with pytest.raises(ValidationError, match="Tidak ada yang memimpin"):
        terbitkan(pasuruan)
    tidak_terbit(pasuruan)
    assert terbitkan(pasuruan, tanggal=date(2024, 1, 31)).ke == 1


def test_tanpa_draf_tersimpan_pun_terbit(pasuruan):
    Laporan.objects.filter(unit=pasuruan, tahun=TAHUN).update(tahun=2019)
    terbitkan(pasuruan)
    assert [(satu.ke, satu.dokumen_id is None) for satu in laporan(pasuruan)] == [(1, False)]


def test_yang_terbit_tidak_ikut_berubah(pasuruan):
    dokumen = terbitkan(pasuruan)
    dulu = isi_terbit(dokumen, "html")
    koreksi_ormas(pasuruan)
    assert isi_terbit(dokumen, "html") == dulu
    assert AngkaTerbit.objects.filter(dokumen=dokumen, tertulis="4,28%").exists()
    assert periksa_semua() == []


def test_perbaikan_menjadi_versi_berikutnya(pasuruan):
    lama = terbitkan(pasuruan)
    koreksi_ormas(pasuruan)
    baru = terbitkan(pasuruan, tanggal=date(2024, 4, 5))
    assert (baru.ke, baru.menggantikan, baru.alasan) == (2, lama, ALASAN)
    assert [(satu.ke, satu.dokumen, satu.tanggal) for satu in laporan(pasuruan)] == [
        (1, lama, TANGGAL), (2, baru, date(2024, 4, 5)),
    ]  # fmt: skip
    ormas = AngkaTerbit.objects.filter(tertulis__in=["4,28%", "5,28%"], kunci__endswith="/2023")
    assert [(satu.dokumen_id, satu.tertulis) for satu in ormas.order_by("pk")] == [
        (lama.pk, "4,28%"), (baru.pk, "5,28%"),
    ]  # fmt: skip
    assert periksa_semua() == []


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


@pytest.mark.parametrize("alasan", ["", "   "])
def test_perbaikan_tanpa_alasan(alasan, pasuruan):
    terbitkan(pasuruan)
    with pytest.raises(CatatanKurang, match="alasan menerbitkan perbaikan"):
        terbitkan(pasuruan, alasan=alasan)
    assert len(laporan(pasuruan)) == 1


def test_perbaikan_tidak_mendahului_yang_digantikannya(pasuruan):
    terbitkan(pasuruan)
    with pytest.raises(ValidationError, match="sebelum tanggal LKjIP yang digantikannya"):
        terbitkan(pasuruan, tanggal=TANGGAL - timedelta(days=1))
    assert len(laporan(pasuruan)) == 1


def test_dua_kali_ditekan_satu_kali_terbit(pasuruan):
    putusan = keputusan(pasuruan)
    terbitkan(pasuruan)
    with pytest.raises(DidahuluiOrangLain, match="baru saja diterbitkan"):
        terbitkan_lkjip(
            pasuruan,
            TAHUN,
            replace(putusan, alasan=ALASAN),
            oleh=akun("pimpinan"),
            pembuat=PEMBUAT,
        )
    assert DokumenTerbit.objects.filter(jenis="lkjip").count() == 1


def test_pdf_yang_gagal_tidak_menerbitkan(pasuruan):
    def gagal(_dokumen) -> bytes:
        raise KeadaanSalah("pencetak mati")

    with pytest.raises(KeadaanSalah, match="pencetak mati"):
        terbitkan_lkjip(
            pasuruan,
            TAHUN,
            keputusan(pasuruan),
            oleh=akun("pimpinan"),
            pembuat=Pembuat(susun_laporan, gagal),
        )
    tidak_terbit(pasuruan)
