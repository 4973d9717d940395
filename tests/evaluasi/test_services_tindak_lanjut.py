"""Follow-up: planned and reported by the unit, closed and opened by the inspektorat alone."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from evaluasi.hitung.tenggat import JenisTarget, Triwulan
from evaluasi.hitung.tindak_lanjut import AturanPersen, StatusTindakLanjut
from evaluasi.models import (
    LaporanTindakLanjut,
    PelakuRekomendasi,
    Putusan,
    Rekomendasi,
    SetelanEvaluasi,
)
from evaluasi.queries.tindak_lanjut import (
    keadaan_rekomendasi,
    persen,
    status_rekomendasi,
    usulan_berulang,
)
from evaluasi.services.lhe import terbitkan_lhe
from evaluasi.services.rekomendasi import putuskan, rekomendasikan, rekomendasikan_lhp
from evaluasi.services.tindak_lanjut import (
    BuktiBaru,
    Target,
    laporkan,
    minta_perpanjangan,
    putuskan_perpanjangan,
    rencanakan,
)
from evaluasi.status import KeadaanUnit, SumberRekomendasi
from sakip.berkas.services import simpan_berkas
from sakip.jejak.models import CatatanJejak, HanyaDitambahError
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Penugasan
from sakip.organisasi.peran import Peran
from tests.berkas import contoh
from tests.evaluasi.pabrik import TANGGAL, lhe_kertas, rekomendasi_terbit
from tests.pemeran import AWAL

S = StatusTindakLanjut
TAHUNAN = Target(JenisTarget.BULAN, bulan=12)
SETIAP_TRIWULAN = Target(JenisTarget.TRIWULAN)


@pytest.fixture
def rekomendasi(pasuruan, orang, rekaman) -> Rekomendasi:
    return rekaman.putar(rekomendasi_terbit, pasuruan, orang)


@pytest.fixture
def rencana(rekomendasi, orang):
    return rencana_dari(rekomendasi, orang)


def rencana_dari(rekomendasi, orang, target=TAHUNAN, **beda):
    isi = {"uraian": "SOP disusun.", "unit": rekomendasi.unit, "oleh": orang.unit}
    return rencanakan(rekomendasi, target=target, **{**isi, **beda})


def putus(rekomendasi, orang, status, sesudah=0, **beda):
    isi = {"catatan": "Diperiksa.", "oleh": orang.inspektorat, "sesudah": sesudah}
    return putuskan(rekomendasi, status, **{**isi, **beda})


def lapor(rencana, orang, **beda):
    isi = {"keadaan": KeadaanUnit.SELESAI, "uraian": "SOP ditetapkan.", "oleh": orang.unit}
    return laporkan(rencana, **{**isi, **beda})


def test_dari_rekomendasi_sampai_dibuka_lagi(rekomendasi, rencana, orang):
    lapor(rencana, orang)
    assert status_rekomendasi(rekomendasi) == S.BELUM_DITINDAKLANJUTI
    putus(rekomendasi, orang, S.BELUM_SESUAI)
    lapor(rencana, orang, uraian="SOP diperbaiki.")
    putus(rekomendasi, orang, S.SESUAI, 1)
    assert Rekomendasi.objects.berstatus().get(pk=rekomendasi.pk).status == S.SESUAI
    with pytest.raises(KeadaanSalah, match="sesuai rekomendasi"):
        lapor(rencana, orang)
    putus(rekomendasi, orang, S.BELUM_SESUAI, 2, catatan="Ternyata belum dipakai.")
    lapor(rencana, orang, uraian="SOP dipakai.")
    assert [(p.ke, p.status, p.oleh) for p in rekomendasi.putusan.all()] == [
        (1, "belum_sesuai", orang.inspektorat),
        (2, "sesuai", orang.inspektorat),
        (3, "belum_sesuai", orang.inspektorat),
    ]
    aksi = CatatanJejak.objects.filter(aksi__startswith="tindak_lanjut").values_list(
        "aksi", flat=True
    )
    assert list(aksi.order_by("pk")) == [
        "tindak_lanjut.direncanakan", "tindak_lanjut.dilaporkan", "tindak_lanjut.diputuskan",
        "tindak_lanjut.dilaporkan", "tindak_lanjut.diputuskan", "tindak_lanjut.dibuka_lagi",
        "tindak_lanjut.dilaporkan",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "peran",
    ["operator", "perencana", "pimpinan", "bagian_organisasi", "admin", "pembaca",
     "perencana_lain", "inspektorat_luar", "tanpa_tugas"],
)  # fmt: skip
@pytest.mark.parametrize("status", list(S))
def test_hanya_inspektorat_memutuskan(peran, status, rekomendasi, orang, pemeran):
    with pytest.raises(HakKurang):
        putus(rekomendasi, orang, status, oleh=pemeran[peran], dasar="Surat 1")
    assert not Putusan.objects.exists()


def test_inspektorat_unit_itu_sendiri_tidak_memutuskan(rekomendasi, orang, pasuruan):
    Penugasan.objects.create(
        pengguna=orang.inspektorat, peran=Peran.PERENCANA, unit=pasuruan, dari=AWAL
    )
    with pytest.raises(HakKurang, match="Minta rekan lain"):
        putus(rekomendasi, orang, S.SESUAI)


def test_yang_melaporkan_tidak_memutuskan(rekomendasi, rencana, orang, pasuruan):
    """Even where his role in the unit is taken back as if it had never been."""
    Penugasan.objects.filter(pengguna=orang.unit).delete()
    Penugasan.objects.create(
        pengguna=orang.unit, peran=Peran.INSPEKTORAT, pemda=pasuruan.pemda, dari=AWAL
    )
    with pytest.raises(HakKurang, match="sisi yang lain"):
        putus(rekomendasi, orang, S.SESUAI, oleh=orang.unit)
    assert not Putusan.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        PelakuRekomendasi.objects.create(
            rekomendasi=rekomendasi, pengguna=orang.unit, sebagai="inspektorat"
        )


def test_putusan_bercatatan_dan_berdasar(rekomendasi, orang):
    with pytest.raises(CatatanKurang):
        putus(rekomendasi, orang, S.SESUAI, catatan=" ")
    with pytest.raises(ValidationError, match="surat pernyataan"):
        putus(rekomendasi, orang, S.TIDAK_DAPAT)
    putus(rekomendasi, orang, S.TIDAK_DAPAT, dasar="Surat 700/9, 3 Juni 2024")
    putus(rekomendasi, orang, S.BELUM_DITINDAKLANJUTI, 1, catatan="Alasannya tidak benar.")
    assert status_rekomendasi(rekomendasi) == S.BELUM_DITINDAKLANJUTI


@pytest.mark.parametrize(
    ("dari", "ke"),
    [(S.SESUAI, S.SESUAI), (S.SESUAI, S.TIDAK_DAPAT), (S.TIDAK_DAPAT, S.TIDAK_DAPAT)],
)
def test_yang_tertutup_tidak_ditutup_lagi(dari, ke, rekomendasi, orang):
    putus(rekomendasi, orang, dari, dasar="Surat 1")
    with pytest.raises(KeadaanSalah):
        putus(rekomendasi, orang, ke, 1, dasar="Surat 2")


def test_putusan_atas_keadaan_lama_ditolak(rekomendasi, orang):
    putus(rekomendasi, orang, S.BELUM_SESUAI)
    with pytest.raises(DidahuluiOrangLain):
        putus(rekomendasi, orang, S.SESUAI)


def test_putusan_tidak_dapat_diubah(rekomendasi, orang):
    putusan = putus(rekomendasi, orang, S.SESUAI)
    putusan.catatan = "lain"
    with pytest.raises(HanyaDitambahError):
        putusan.save()
    with pytest.raises(HanyaDitambahError):
        Putusan.objects.update(oleh=orang.unit)
    with pytest.raises(HanyaDitambahError):
        putusan.delete()


def test_rekomendasi_draf_belum_ditindaklanjuti(pasuruan, orang):
    lhe = lhe_kertas(pasuruan, orang)
    rekomendasi = rekomendasikan(lhe, uraian="SOP.", oleh=orang.inspektorat)
    for ubah in (
        lambda: rencana_dari(rekomendasi, orang),
        lambda: putus(rekomendasi, orang, S.SESUAI),
    ):
        with pytest.raises(KeadaanSalah, match="belum terbit"):
            ubah()


def test_tenggat_sebelum_lhe_ditolak(rekomendasi, orang):
    for hari, sah in ((-1, False), (0, True)):
        target = Target(JenisTarget.TANGGAL, tanggal=TANGGAL + timedelta(days=hari))
        if sah:
            assert rencana_dari(rekomendasi, orang, target).sejak == TANGGAL
        else:
            with pytest.raises(ValidationError, match="sebelum tanggal LHE"):
                rencana_dari(rekomendasi, orang, target)


def test_penanggung_jawab_dari_unit_itu(rekomendasi, orang, pemeran):
    bidang = rekomendasi.unit.bawahan.first()
    assert rencana_dari(rekomendasi, orang, unit=bidang).unit == bidang
    with pytest.raises(ValidationError, match="Penanggung jawab"):
        rencana_dari(rekomendasi, orang, unit=pemeran.unit_lain)
    with pytest.raises(HakKurang):
        rencana_dari(rekomendasi, orang, oleh=pemeran["perencana_lain"])


def test_laporan_dengan_bukti(rencana, orang, pemeran):
    sendiri, lain = (
        simpan_berkas(contoh.pdf(), nama="sop.pdf", unit=unit, oleh=orang.unit)
        for unit in (pemeran.unit, pemeran.unit_lain)
    )
    with pytest.raises(ValidationError, match="milik unit lain"):
        lapor(rencana, orang, bukti=[BuktiBaru(berkas=sendiri), BuktiBaru(berkas=lain)])
    assert not LaporanTindakLanjut.objects.exists()
    laporan = lapor(rencana, orang, bukti=[BuktiBaru(berkas=sendiri, halaman="2")])
    assert [(satu.berkas, satu.halaman) for satu in laporan.bukti.all()] == [(sendiri, "2")]
    for peran in ("perencana_lain", "inspektorat", "pimpinan"):
        with pytest.raises(HakKurang):
            lapor(rencana, orang, oleh=pemeran[peran])


def test_laporan_setiap_triwulan(rekomendasi, orang):
    rencana = rencana_dari(rekomendasi, orang, SETIAP_TRIWULAN)
    with pytest.raises(ValidationError, match="Sebut triwulan"):
        lapor(rencana, orang)
    lapor(rencana, orang, triwulan=Triwulan(2024, 6))
    (keadaan,) = keadaan_rekomendasi(Rekomendasi.objects.all(), date(2025, 1, 15))
    assert keadaan.rencana[0].terlewat == (Triwulan(2024, 9), Triwulan(2024, 12))
    with pytest.raises(ValidationError, match="tidak diperpanjang"):
        minta_perpanjangan(rencana, menjadi=date(2025, 1, 1), alasan="x", oleh=orang.unit)


def test_perpanjangan_diputuskan_inspektorat(rencana, orang, rekomendasi, pemeran):
    isi = {"alasan": "Menunggu peraturan.", "oleh": orang.unit}
    with pytest.raises(ValidationError, match="sesudah tenggat"):
        minta_perpanjangan(rencana, menjadi=date(2025, 5, 2), **isi)
    permintaan = minta_perpanjangan(rencana, menjadi=date(2025, 9, 1), **isi)
    with pytest.raises(ValidationError, match="belum diputuskan"):
        minta_perpanjangan(rencana, menjadi=date(2025, 10, 1), **isi)
    for peran in ("perencana", "operator", "pimpinan", "bagian_organisasi"):
        with pytest.raises(HakKurang):
            putuskan_perpanjangan(permintaan, disetujui=True, oleh=pemeran[peran])
    with pytest.raises(CatatanKurang):
        putuskan_perpanjangan(permintaan, disetujui=False, oleh=orang.inspektorat)
    putuskan_perpanjangan(permintaan, disetujui=True, oleh=orang.inspektorat)
    (keadaan,) = keadaan_rekomendasi(Rekomendasi.objects.all(), date(2025, 9, 11))
    assert (keadaan.rencana[0].tenggat.tanggal, keadaan.rencana[0].terlambat) == (
        date(2025, 9, 1), 10,
    )  # fmt: skip
    with pytest.raises(KeadaanSalah):
        putuskan_perpanjangan(permintaan, disetujui=False, catatan="x", oleh=orang.inspektorat)


def test_perpanjangan_yang_ditolak_tidak_berlaku(rencana, orang):
    permintaan = minta_perpanjangan(
        rencana, menjadi=date(2025, 9, 1), alasan="Sibuk.", oleh=orang.unit
    )
    putuskan_perpanjangan(permintaan, disetujui=False, catatan="Cukup.", oleh=orang.inspektorat)
    (keadaan,) = keadaan_rekomendasi(Rekomendasi.objects.all(), date(2025, 5, 3))
    assert (keadaan.rencana[0].tenggat.tanggal, keadaan.rencana[0].terlambat) == (
        date(2025, 5, 2), 1,
    )  # fmt: skip
    putus(rencana.rekomendasi, orang, S.SESUAI)
    (keadaan,) = keadaan_rekomendasi(Rekomendasi.objects.all(), date(2025, 5, 3))
    assert (keadaan.status, keadaan.rencana[0].terlambat) == (S.SESUAI, 0)


def test_tanpa_tanggal_lhe_tanpa_tenggat(pasuruan, orang):
    rencana_dari(rekomendasi_terbit(pasuruan, orang, tanggal=None), orang)
    (keadaan,) = keadaan_rekomendasi(Rekomendasi.objects.all(), date(2030, 1, 1))
    assert (keadaan.rencana[0].tenggat.tanggal, keadaan.rencana[0].terlambat) == (None, 0)
    assert "belum diketahui" in keadaan.rencana[0].tenggat.alasan


def test_rekomendasi_lhp(pasuruan, orang, pemeran):
    isi = {"unit": pasuruan, "sumber": SumberRekomendasi.LHP_BPK, "tahun": 2023, "nomor": "9/LHP"}
    satu, dua = (
        rekomendasikan_lhp(uraian=uraian, tanggal=date(2023, 4, 1), oleh=orang.inspektorat, **isi)
        for uraian in ("Menagih denda.", "Menertibkan aset.")
    )
    assert (satu.urutan, dua.urutan, rencana_dari(satu, orang).sejak) == (1, 2, date(2023, 4, 1))
    with pytest.raises(HakKurang):
        rekomendasikan_lhp(uraian="x", oleh=pemeran["perencana"], **isi)
    with pytest.raises(ValidationError, match="berasal dari sebuah LHE"):
        rekomendasikan_lhp(
            uraian="x", oleh=orang.inspektorat, **{**isi, "sumber": SumberRekomendasi.LHE}
        )


def test_persen_menurut_aturan_pemda(pasuruan, orang):
    lhe = lhe_kertas(pasuruan, orang)
    semua = [rekomendasikan(lhe, uraian=f"Hal {ke}.", oleh=orang.inspektorat) for ke in range(4)]
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    for satu, status in zip(semua, (S.SESUAI, S.TIDAK_DAPAT, S.BELUM_SESUAI), strict=False):
        putus(satu, orang, status, dasar="Surat 1")
    milik = Rekomendasi.objects.filter(lhe=lhe)
    assert SetelanEvaluasi.objects.aturan(pasuruan.pemda) == AturanPersen.DARI_SEMUA
    assert (persen(milik, AturanPersen.DARI_SEMUA).persen, 4) == (25, milik.count())
    SetelanEvaluasi.objects.create(pemda=pasuruan.pemda, aturan_persen="tanpa_tidak_dapat")
    hasil = persen(milik, SetelanEvaluasi.objects.aturan(pasuruan.pemda))
    assert (hasil.sesuai, hasil.pembagi) == (1, 3)


def test_berulang_tahun_ketiga(pasuruan, orang):
    sebelumnya = None
    for tahun in (2022, 2023, 2024):
        lhe = lhe_kertas(
            pasuruan, orang, tahun_evaluasi=tahun, tahun_kinerja=tahun - 1, tanggal=None
        )
        baru = rekomendasikan(
            lhe, uraian="Menyusun SOP.", oleh=orang.inspektorat, berulang_dari=sebelumnya
        )
        terbitkan_lhe(lhe, oleh=orang.inspektorat)
        assert [satu.tahun for satu in usulan_berulang(baru)] == list(range(tahun - 1, 2021, -1))
        sebelumnya = baru
    semua = keadaan_rekomendasi(Rekomendasi.objects.all(), date(2024, 6, 1))
    assert [satu.tahun_ke for satu in semua] == [1, 2, 3]


def test_banyaknya_kueri_tetap(pasuruan, orang, django_assert_num_queries):
    for ke, tahun in enumerate((2022, 2024)):
        lhe = lhe_kertas(
            pasuruan, orang, tahun_evaluasi=tahun, tahun_kinerja=tahun - 1, tanggal=None
        )
        for _ in range(2 * ke + 1):
            satu = rekomendasikan(lhe, uraian="SOP.", oleh=orang.inspektorat)
        terbitkan_lhe(lhe, oleh=orang.inspektorat)
        satu = Rekomendasi.objects.get(pk=satu.pk)
        lapor(rencana_dari(satu, orang), orang)
        putus(satu, orang, S.BELUM_SESUAI)
        with django_assert_num_queries(6):
            keadaan_rekomendasi(Rekomendasi.objects.all(), date(2024, 6, 1))


def test_pelaku_dan_waktu_putusan(rekomendasi, orang, monkeypatch):
    saat = datetime(2024, 7, 1, 2, tzinfo=UTC)
    monkeypatch.setattr("evaluasi.services.rekomendasi.waktu.sekarang", lambda: saat)
    putus(rekomendasi, orang, S.SESUAI)
    putusan = Putusan.objects.get()
    assert (putusan.oleh, putusan.waktu) == (orang.inspektorat, saat)


def test_merencanakan_tanpa_target_hanya_dari_kertas(pasuruan, orang):
    rekomendasi = rekomendasi_terbit(pasuruan, orang)
    with pytest.raises(ValidationError, match="Pilih kapan rencana ini selesai"):
        rencanakan(
            rekomendasi,
            uraian="Menyusun SOP.",
            unit=pasuruan,
            target=Target(JenisTarget.TANPA),
            oleh=orang.unit,
        )
    assert not rekomendasi.rencana.exists()
