"""Facts of the example's unit, as its own documents have them, and as they change."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evaluasi.hitung.fakta import KodeFakta, Usulan
from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import Kriteria, LembarKerja, Rekomendasi
from evaluasi.queries.fakta import FaktaKriteria, fakta_kriteria
from evaluasi.services.lembar import mulai_tahap
from evaluasi.services.lhe import terbitkan_lhe
from evaluasi.services.rekomendasi import putuskan, rekomendasikan
from pelaporan.models import Analisis, Bagian, Laporan
from pengukuran.models import Realisasi
from perencanaan.models import (
    IndikatorVersi,
    PerjanjianKinerja,
    PkBaris,
    RencanaIndikator,
    VersiAnggaran,
)
from perencanaan.models.renstra import JENIS_STRATEGIS
from sakip.lib import waktu
from sakip.organisasi.models import Jendela
from tests.dokumen.terbitan import terbit
from tests.evaluasi.alat_lembar import alamat, sebagai
from tests.evaluasi.pabrik import TAHUN_KINERJA, lhe_kertas, tahap
from tests.perencanaan.pabrik_rencana import sisakan_indikator


def fakta(lembar: LembarKerja, kode: str) -> FaktaKriteria:
    milik = Kriteria.objects.filter(
        sub__komponen__instrumen=lembar.instrumen, fakta=kode
    ).select_related("skala")
    (hasil,) = fakta_kriteria(lembar, milik.prefetch_related("skala__pilihan")).values()
    return hasil


def semua_fakta(lembar: LembarKerja) -> dict[int, FaktaKriteria]:
    milik = Kriteria.objects.filter(sub__komponen__instrumen=lembar.instrumen)
    return fakta_kriteria(lembar, milik.select_related("skala").prefetch_related("skala__pilihan"))


@pytest.mark.parametrize(
    ("kode", "usulan", "kalimat"),
    [
        (KodeFakta.RENSTRA_ADA, Usulan.TERPENUHI, "berlaku pada 2023."),
        (KodeFakta.PK_ADA, Usulan.TERPENUHI, "Perjanjian Kinerja Perubahan 2023 ada"),
        (KodeFakta.AKSI_ADA, Usulan.TERPENUHI, "Rencana Aksi 2023 versi 2 ada, ditetapkan."),
        (KodeFakta.ANGGARAN_ADA, Usulan.TERPENUHI, "Anggaran Perubahan 2023 ada di aplikasi."),
        (KodeFakta.RENCANA_FORMAL, Usulan.TERPENUHI, "ditandatangani 02 Januari 2023; Rencana"),
        (KodeFakta.PK_TEPAT_WAKTU, Usulan.TERPENUHI, "paling lambat 29 Oktober 2023."),
        (KodeFakta.AKSI_PER_INDIKATOR, Usulan.TERPENUHI, "7 dari 7 indikator"),
        (KodeFakta.DEFINISI, Usulan.BELUM, "6 dari 7 indikator"),
        (KodeFakta.BERKALA, Usulan.TIDAK_DINILAI, "belum berjendela pengisian"),
        (KodeFakta.LKJIP_ADA, Usulan.TERPENUHI, "LKjIP 2023 disusun di aplikasi, masih draf."),
        (KodeFakta.LKJIP_TERBIT, Usulan.BELUM, "LKjIP 2023 belum diterbitkan di aplikasi."),
        (KodeFakta.LKJIP_TEPAT_WAKTU, Usulan.BELUM, "paling lambat 29 Februari 2024."),
        (KodeFakta.TINDAK_LANJUT, Usulan.TIDAK_DINILAI, "LHE atas kinerja 2022 tidak ada"),
    ],
)
def test_seperti_dokumennya(lembar, kode, usulan, kalimat):
    hasil = fakta(lembar, kode)
    assert kalimat in hasil.kalimat
    assert hasil.usulan is usulan


def test_tanpa_tanggal_anggaran_disebut_sebabnya(lembar, pasuruan):
    VersiAnggaran.objects.filter(unit=pasuruan, tahun=2023).update(tanggal=None)
    hasil = fakta(lembar, KodeFakta.PK_TEPAT_WAKTU)
    assert (hasil.usulan, hasil.pilihan) == (Usulan.TIDAK_DINILAI, "")
    assert hasil.kalimat.startswith("Tanggal Anggaran Murni 2023 belum dicatat")


def test_pk_yang_terlambat_belum(lembar, pasuruan):
    milik = PerjanjianKinerja.objects.filter(unit=pasuruan, tahun=2023, ke=1)
    milik.update(tanggal_tanda_tangan=date(2023, 2, 3))
    hasil = fakta(lembar, KodeFakta.PK_TEPAT_WAKTU)
    assert (hasil.usulan, hasil.pilihan) == (Usulan.BELUM, "Tidak")


def test_indikator_janji_tanpa_rencana_aksi_disebut(lembar, pasuruan):
    satu = PkBaris.objects.filter(perjanjian__unit=pasuruan, perjanjian__ke=2).first()
    milik = RencanaIndikator.objects.get(
        rencana_aksi__unit=pasuruan, rencana_aksi__ke=2, indikator=satu.indikator
    )
    milik.target.all().delete()
    milik.delete()
    hasil = fakta(lembar, KodeFakta.AKSI_PER_INDIKATOR)
    assert hasil.usulan is Usulan.BELUM
    assert hasil.kalimat.startswith("6 dari 7 indikator")


def test_definisi_lengkap_terpenuhi(lembar, pasuruan):
    IndikatorVersi.objects.filter(indikator__unit=pasuruan).update(
        definisi="Yang diukur.", rumus_tercetak="a / b"
    )
    hasil = fakta(lembar, KodeFakta.DEFINISI)
    assert (hasil.usulan, hasil.pilihan) == (Usulan.TERPENUHI, "Ya")


def test_realisasi_sebelum_dan_sesudah_tenggat(lembar, pasuruan, orang):
    for bulan in (3, 6, 9, 12):
        Jendela.objects.create(
            pemda=pasuruan.pemda, jenis="pengisian", tahun=2023, bulan=bulan,
            buka=datetime(2023, bulan, 2, tzinfo=UTC),
            tenggat=datetime(2024, 1, 31, tzinfo=UTC),
            kunci=datetime(2024, 2, 1, tzinfo=UTC),
        )  # fmt: skip
    semua = Realisasi.objects.filter(unit=pasuruan, tahun=2023)
    semua.update(diajukan_pada=datetime(2024, 1, 30, tzinfo=UTC), diajukan_oleh=orang.unit)
    tepat = fakta(lembar, KodeFakta.BERKALA)
    assert tepat.usulan is Usulan.TERPENUHI
    assert "triwulan diisi sebelum tenggat." in tepat.kalimat
    # the rows of a report come with no moment of their own
    semua.update(diajukan_pada=None, diajukan_oleh=None)
    assert fakta(lembar, KodeFakta.BERKALA).usulan is Usulan.TIDAK_DINILAI
    satu = semua.filter(indikator__rumusan__simpul__jenis__in=JENIS_STRATEGIS, bulan=12).distinct()[
        0
    ]
    semua.update(diajukan_pada=datetime(2024, 1, 30, tzinfo=UTC), diajukan_oleh=orang.unit)
    semua.filter(pk=satu.pk).update(diajukan_pada=datetime(2024, 2, 1, tzinfo=UTC))
    telat = fakta(lembar, KodeFakta.BERKALA)
    assert telat.usulan is Usulan.BELUM
    assert "Triwulan IV 1 dari" in telat.kalimat


def test_realisasi_yang_dikembalikan_menunggu_diajukan(lembar, pasuruan, orang):
    Jendela.objects.create(
        pemda=pasuruan.pemda, jenis="pengisian", tahun=2023, bulan=12,
        buka=datetime(2024, 1, 2, tzinfo=UTC), tenggat=datetime(2024, 1, 31, tzinfo=UTC),
        kunci=datetime(2024, 2, 1, tzinfo=UTC),
    )  # fmt: skip
    sisakan_indikator(pasuruan, TAHUN_KINERJA, 1)
    semua = Realisasi.objects.filter(unit=pasuruan, tahun=2023)
    semua.update(diajukan_pada=datetime(2024, 1, 30, tzinfo=UTC), diajukan_oleh=orang.unit)
    assert "1 dari 1 belum diajukan" not in fakta(lembar, KodeFakta.BERKALA).kalimat
    semua.update(status="dikembalikan", disetujui_oleh=None, diverifikasi_oleh=None)
    hasil = fakta(lembar, KodeFakta.BERKALA)
    assert hasil.usulan is Usulan.BELUM
    assert "Triwulan IV 1 dari 1 belum diajukan" in hasil.kalimat


def test_perbandingan_yang_dihilangkan_dari_lkjip(lembar, pasuruan):
    # one of them was not measured, and says so in the report
    ada = fakta(lembar, KodeFakta.BANDING_TARGET)
    assert (ada.usulan, ada.kalimat[:8]) == (Usulan.BELUM, "6 dari 7")
    sisakan_indikator(pasuruan, TAHUN_KINERJA, 1)
    assert fakta(lembar, KodeFakta.BANDING_TARGET).usulan is Usulan.TERPENUHI
    laporan = Laporan.objects.get(unit=pasuruan, tahun=2023)
    bagian, _ = Bagian.objects.get_or_create(laporan=laporan, kunci="target-realisasi")
    Bagian.objects.filter(pk=bagian.pk).update(tampil=False)
    hilang = fakta(lembar, KodeFakta.BANDING_TARGET)
    assert hilang.usulan is Usulan.BELUM
    assert hilang.kalimat == (
        "Bagian perbandingan dengan target tahunan tidak ditampilkan dalam LKjIP."
    )


def terbitkan_lkjip(unit, tanggal: date, *, oleh, ke: int = 1) -> None:
    """Issued now, with the date that it bears; a further one has its reason."""
    dokumen = terbit(unit, oleh, jenis="lkjip", alasan="perbaikan" if ke > 1 else "")
    isi = {"tanggal": tanggal, "dokumen": dokumen}
    Laporan.objects.update_or_create(unit=unit, tahun=2023, jenis="lkjip", ke=ke, defaults=isi)


def test_lkjip_yang_terbit(lembar, pasuruan, orang, monkeypatch):
    monkeypatch.setattr(waktu, "sekarang", lambda: datetime(2024, 4, 2, 20, tzinfo=UTC))
    terbitkan_lkjip(pasuruan, date(2024, 2, 20), oleh=orang.unit)
    terbit_ = fakta(lembar, KodeFakta.LKJIP_TERBIT)
    assert (terbit_.usulan, terbit_.kalimat) == (
        Usulan.TERPENUHI,
        "LKjIP 2023 terbit, bertanggal 20 Februari 2024, diterbitkan di aplikasi 03 April 2024.",
    )
    tepat = fakta(lembar, KodeFakta.LKJIP_TEPAT_WAKTU)
    assert (tepat.usulan, tepat.kalimat) == (
        Usulan.TIDAK_DINILAI,
        "LKjIP 2023 bertanggal 20 Februari 2024, diterbitkan di aplikasi 03 April 2024, paling "
        "lambat 29 Februari 2024.",
    )


def test_lkjip_terbit_pada_tanggalnya(lembar, pasuruan, orang, monkeypatch):
    monkeypatch.setattr(waktu, "sekarang", lambda: datetime(2024, 3, 1, 20, tzinfo=UTC))
    terbitkan_lkjip(pasuruan, date(2024, 3, 2), oleh=orang.unit)
    hasil = fakta(lembar, KodeFakta.LKJIP_TERBIT)
    assert hasil.kalimat == "LKjIP 2023 terbit, bertanggal 02 Maret 2024."
    assert fakta(lembar, KodeFakta.LKJIP_TEPAT_WAKTU).usulan is Usulan.BELUM


def test_perbaikan_lkjip_tidak_membuatnya_terlambat(lembar, pasuruan, orang, monkeypatch):
    monkeypatch.setattr(waktu, "sekarang", lambda: datetime(2024, 2, 20, 3, tzinfo=UTC))
    terbitkan_lkjip(pasuruan, date(2024, 2, 20), oleh=orang.unit)
    monkeypatch.setattr(waktu, "sekarang", lambda: datetime(2024, 6, 3, 3, tzinfo=UTC))
    terbitkan_lkjip(pasuruan, date(2024, 6, 3), oleh=orang.unit, ke=2)
    assert fakta(lembar, KodeFakta.LKJIP_TEPAT_WAKTU).usulan is Usulan.TERPENUHI
    assert "bertanggal 03 Juni 2024" in fakta(lembar, KodeFakta.LKJIP_TERBIT).kalimat


def test_draf_perbaikan_lkjip_tidak_membatalkan_yang_terbit(lembar, pasuruan, orang, monkeypatch):
    monkeypatch.setattr(waktu, "sekarang", lambda: datetime(2024, 2, 20, 3, tzinfo=UTC))
    terbitkan_lkjip(pasuruan, date(2024, 2, 20), oleh=orang.unit)
    Laporan.objects.create(unit=pasuruan, tahun=2023, ke=2)
    for kode in (KodeFakta.LKJIP_ADA, KodeFakta.LKJIP_TERBIT, KodeFakta.LKJIP_TEPAT_WAKTU):
        assert fakta(lembar, kode).usulan is Usulan.TERPENUHI
    assert "sudah terbit" in fakta(lembar, KodeFakta.LKJIP_ADA).kalimat


def test_standar_setiap_indikator(lembar, pasuruan):
    semua = Analisis.objects.filter(unit=pasuruan, tahun=2023, indikator__isnull=False)
    semua.update(standar=None, standar_nama="", standar_sumber="")
    kosong = fakta(lembar, KodeFakta.BANDING_STANDAR)
    assert (kosong.usulan, kosong.kalimat[:8]) == (Usulan.BELUM, "0 dari 7")
    semua.update(
        standar=Decimal(1), standar_nama="Provinsi", standar_sumber="BPS", standar_alasan=""
    )
    assert fakta(lembar, KodeFakta.BANDING_STANDAR).usulan is Usulan.TERPENUHI


def test_tanpa_lkjip_perbandingannya_belum(lembar, pasuruan):
    Laporan.objects.filter(unit=pasuruan, tahun=2023).update(tahun=2021)
    for kode in (KodeFakta.LKJIP_ADA, KodeFakta.BANDING_LALU, KodeFakta.EFISIENSI):
        hasil = fakta(lembar, kode)
        assert hasil.usulan is Usulan.BELUM
        assert hasil.kalimat == "LKjIP 2023 belum disusun di aplikasi."


def test_rekomendasi_tahun_lalu(lembar, pasuruan, orang):
    lhe = lhe_kertas(pasuruan, orang, tahun_evaluasi=2023, tahun_kinerja=2022, tanggal=None)
    rekomendasi = rekomendasikan(lhe, uraian="Menyusun SOP.", oleh=orang.inspektorat)
    assert fakta(lembar, KodeFakta.TINDAK_LANJUT).usulan is Usulan.TIDAK_DINILAI  # a draft
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    terbuka = fakta(lembar, KodeFakta.TINDAK_LANJUT)
    assert (terbuka.usulan, terbuka.kalimat[:8]) == (Usulan.BELUM, "0 dari 1")
    assert terbuka.tautan[0].alamat == alamat("rekomendasi", tahun=TAHUN_KINERJA - 1)
    putuskan(
        Rekomendasi.objects.get(pk=rekomendasi.pk),
        status=StatusTindakLanjut.SESUAI,
        catatan="Ada SOP-nya.",
        sesudah=0,
        oleh=orang.inspektorat,
    )
    assert fakta(lembar, KodeFakta.TINDAK_LANJUT).usulan is Usulan.TERPENUHI


def test_kriteria_tanpa_fakta_dan_kode_asing_tidak_diusulkan(lembar):
    assert len(semua_fakta(lembar)) == len(KodeFakta)
    Kriteria.objects.filter(fakta="pk-ada").update(fakta="kode-lama")
    assert len(semua_fakta(lembar)) == len(KodeFakta) - 1


def test_banyaknya_kueri_tidak_tumbuh_menurut_indikator(lembar, pasuruan):
    banyak = []
    for sisa in (1, 3):
        with CaptureQueriesContext(connection) as kueri:
            assert len(semua_fakta(lembar)) == len(KodeFakta)
        banyak.append(len(kueri))
        sisakan_indikator(pasuruan, TAHUN_KINERJA, sisa)
    assert banyak[0] == banyak[1]


def test_halaman_menyebut_fakta_tanpa_menyimpannya(lembar, orang):
    bagian = tahap(lembar, "mandiri")
    mulai_tahap(bagian, oleh=orang.unit)
    halaman = sebagai(orang.unit).get(alamat("lembar-isi", "mandiri"), {"sub": "1.b"})
    assert "Menurut data aplikasi: terpenuhi." in halaman.text
    assert 'data-pilihan="Ya"' in halaman.text
    assert bagian.jawaban.count() == 0
    # who may not answer reads the facts, without the button
    baca = sebagai(orang.inspektorat).get(alamat("lembar-isi", "mandiri"), {"sub": "1.b"})
    assert "Menurut data aplikasi: terpenuhi." in baca.text
    assert "data-fakta=" not in baca.text
