"""The year in one look: the ribbon, and whose turn it is."""

from datetime import UTC, date, datetime

import pytest

from evaluasi.services.lhe import susun_lhe, terbitkan_lhe, ubah_lhe
from pelaporan.models import Laporan
from pengukuran.models import Realisasi
from pengukuran.queries.capaian import tabel_capaian
from sakip.beranda.setahun import KeadaanTahun, keadaan_tahun, langkah_berikutnya, pita_tahun
from sakip.beranda.setahun.semua import semua_unit
from sakip.lib import waktu
from sakip.organisasi.peran import Peran
from tests.dokumen.terbitan import terbit
from tests.evaluasi.pabrik import (
    TANGGAL,
    Orang,
    lembar_baru,
    selesai_evaluasi,
    selesai_mandiri,
)
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import (
    isi_realisasi,
    jadwalkan,
    janjikan,
    rencanakan,
    rumuskan,
    tw,
)

OKTOBER = datetime(2024, 10, 5, tzinfo=UTC)


@pytest.fixture
def unit(pemeran, monkeypatch):
    """A unit with one quarterly indikator, seen in October 2024."""
    monkeypatch.setattr(waktu, "sekarang", lambda: OKTOBER)
    return pemeran.unit_lain


@pytest.fixture
def orang(pemeran) -> Orang:
    return Orang(unit=pemeran["perencana"], inspektorat=pemeran["inspektorat"])


@pytest.fixture
def indikator(unit):
    return rumuskan(buat_indikator(buat_versi(unit)), frekuensi="triwulanan")


def keadaan(unit, tahun: int = 2024) -> KeadaanTahun:
    return keadaan_tahun(tabel_capaian(unit, tahun))


def pita(unit) -> list[tuple[str, str, str]]:
    return [(t.nama, t.ket, t.kelas) for t in pita_tahun(keadaan(unit))]


def langkah(unit) -> list[tuple[str, str, str]]:
    semua = langkah_berikutnya(keadaan(unit))
    return [(satu.nama, satu.status.kata, satu.ket) for satu in semua]


def test_tahun_yang_baru_mulai(unit, indikator):
    assert pita(unit) == [
        ("Renstra", "2021–2026", "lewat"),
        ("PK", "belum disusun", "kini"),
        ("Rencana Aksi", "belum disusun", ""),
        ("TW I", "tidak ada isian wajib", "lewat"),
        ("TW II", "tidak ada isian wajib", "lewat"),
        ("TW III", "tidak ada isian wajib", "lewat"),
        ("TW IV", "tidak ada isian wajib", ""),
        ("LKjIP", "belum disusun", ""),
        ("LHE", "belum terbit", ""),
    ]
    assert langkah(unit) == [
        ("Perjanjian Kinerja 2024", "belum disusun", "giliran sekretariat"),
        ("Rencana Aksi 2024", "belum disusun", "giliran sekretariat"),
    ]


def test_di_tengah_tahun(unit, indikator):
    janjikan(unit, date(2024, 1, 8), {indikator: "10"})
    jadwalkan(rencanakan(unit, date(2024, 1, 9)), indikator, "jumlah", tw("1", "2", "3", "4"))
    isi_realisasi(indikator, 2024, {3: "1"})
    isi_realisasi(indikator, 2024, {6: "2"}, status="diverifikasi")
    assert pita(unit)[1:] == [
        ("PK", "08 Januari 2024", "lewat"),
        ("Rencana Aksi", "versi 1", "lewat"),
        ("TW I", "1 dari 1 disetujui", "lewat"),
        ("TW II", "0 dari 1 disetujui", "kini"),
        ("TW III", "0 dari 1 disetujui", ""),
        ("TW IV", "0 dari 1 disetujui", ""),
        ("LKjIP", "belum disusun", ""),
        ("LHE", "belum terbit", ""),
    ]
    tujuan = {t.nama: t.alamat.split("/2024/")[1] for t in pita_tahun(keadaan(unit))}
    assert tujuan["TW I"] == "capaian/?triwulan=1"
    assert tujuan["TW II"] == "realisasi/?triwulan=2"
    # the last triwulan is not over, so nothing of it waits
    assert langkah(unit) == [
        ("Realisasi Triwulan II 2024", "1 dari 1 menunggu persetujuan", "giliran pimpinan"),
        ("Realisasi Triwulan III 2024", "1 dari 1 belum diajukan", "giliran bidang"),
    ]


@pytest.mark.parametrize(
    ("status", "kata", "peran", "halaman"),
    [
        ("draf", "1 dari 1 belum diajukan", {Peran.OPERATOR}, "realisasi"),
        ("dikembalikan", "1 dari 1 dikembalikan", {Peran.OPERATOR}, "realisasi"),
        ("diajukan", "1 dari 1 menunggu verifikasi", {Peran.PERENCANA}, "verifikasi"),
        ("diverifikasi", "1 dari 1 menunggu persetujuan", {Peran.PIMPINAN}, "verifikasi"),
    ],
)
def test_giliran_menurut_keadaan_isian(status, kata, peran, halaman, unit, indikator):
    janjikan(unit, date(2024, 1, 8), {indikator: "1"})
    jadwalkan(rencanakan(unit, date(2024, 1, 9)), indikator, "jumlah", tw("1", "-", "-", "-"))
    isi_realisasi(indikator, 2024, {3: "1"}, status=status)
    (satu,) = langkah_berikutnya(keadaan(unit))
    assert (satu.nama, satu.status.kata) == ("Realisasi Triwulan I 2024", kata)
    assert satu.peran == peran
    assert satu.alamat == f"/unit/{unit.kode}/2024/{halaman}/?triwulan=1"
    assert {p for p in Peran if satu.milik(frozenset({p}))} == peran


@pytest.mark.parametrize(
    ("status", "kata", "ket"),
    [
        ("draf", "draf, belum diajukan", "giliran sekretariat"),
        ("diajukan", "menunggu penetapan", "giliran pimpinan"),
        ("dikembalikan", "dikembalikan", "giliran sekretariat"),
    ],
)
def test_rencana_yang_belum_ditetapkan(status, kata, ket, unit, indikator):
    janjikan(unit, date(2024, 1, 8), {indikator: "10"}, status=status)
    rencanakan(unit, date(2024, 1, 9), status=status)
    assert pita(unit)[1:3] == [("PK", status, "kini"), ("Rencana Aksi", status, "")]
    assert langkah(unit) == [
        ("Perjanjian Kinerja 2024", kata, ket),
        ("Rencana Aksi 2024", kata, ket),
    ]


def test_contoh_tinggal_menerbitkan_laporannya(pasuruan):
    milik = keadaan(pasuruan, 2023)
    (satu,) = langkah_berikutnya(milik)
    assert (satu.nama, satu.status.kata) == ("Terbitkan LKjIP 2023", "draf, belum terbit")
    assert (satu.ket, satu.alamat) == (
        "giliran pimpinan", "/unit/pasuruan-bakesbangpol/2023/lkjip/terbit/",
    )  # fmt: skip
    tahap = pita_tahun(milik)
    assert [t.kelas for t in tahap] == ["lewat"] * 7 + ["kini", ""]
    assert (tahap[1].ket, tahap[6].ket) == ("02 Oktober 2023", "6 dari 6 disetujui")
    Laporan.objects.filter(unit=pasuruan, tahun=2023).update(tahun=2022)
    belum = langkah_berikutnya(keadaan(pasuruan, 2023))[0]
    assert (belum.status.kata, belum.ket) == ("belum disusun", "giliran sekretariat")


def test_sesudah_terbit_tidak_ada_lagi(pasuruan, pemeran):
    terbitkan(pasuruan, pemeran["perencana"])
    milik = keadaan(pasuruan, 2023)
    assert langkah_berikutnya(milik) == ()
    *tahap, lkjip, lhe = pita_tahun(milik)
    assert lkjip.ket == "terbit 20 Februari 2024"
    assert {t.kelas for t in (*tahap, lkjip)} == {"lewat"}
    assert (lhe.nama, lhe.ket, lhe.kelas) == ("LHE", "belum terbit", "kini")


def test_draf_perbaikan_tidak_membatalkan_yang_terbit(pasuruan, pemeran):
    terbitkan(pasuruan, pemeran["perencana"])
    Laporan.objects.create(unit=pasuruan, tahun=2023, ke=2)
    milik = keadaan(pasuruan, 2023)
    assert milik.laporan.ke == 1
    assert langkah_berikutnya(milik) == ()
    (baris,) = semua_unit([pasuruan], 2023)
    assert baris.laporan.kata == "terbit"


def terbitkan(unit, oleh) -> None:
    dokumen = terbit(unit, oleh, jenis="lkjip", tahun=2023)
    milik = Laporan.objects.filter(unit=unit, tahun=2023)
    milik.update(dokumen=dokumen, tanggal=date(2024, 2, 20))


def test_realisasi_yang_tak_wajib_tidak_menunda(unit, indikator):
    janjikan(unit, date(2024, 1, 8), {indikator: "1"})
    jadwalkan(rencanakan(unit, date(2024, 1, 9)), indikator, "jumlah", tw("1", "-", "-", "-"))
    isi_realisasi(indikator, 2024, {3: "1"})
    isi_realisasi(indikator, 2024, {6: "1"}, status="draf")
    assert Realisasi.objects.filter(unit=unit, status="draf").exists()
    assert langkah(unit) == []


def test_lhe_menyusul_evaluasi(pasuruan, orang):
    """The inspektorat's turn once its worksheet is finished; the ribbon tells of what is issued."""
    lembar = lembar_baru(pasuruan, orang)
    selesai_mandiri(lembar, orang)
    assert keadaan(pasuruan, 2023).lembar is None
    selesai_evaluasi(lembar, orang)
    satu = langkah_berikutnya(keadaan(pasuruan, 2023))[-1]
    assert (satu.nama, satu.status.kata, satu.ket) == (
        "LHE 2024 atas kinerja 2023", "LKE 2024 selesai, LHE belum terbit", "giliran inspektorat",
    )  # fmt: skip
    assert satu.milik(frozenset({Peran.INSPEKTORAT}))
    assert satu.alamat.endswith("/2023/lhe/")
    lhe = susun_lhe(lembar, oleh=orang.inspektorat)
    assert pita_tahun(keadaan(pasuruan, 2023))[-1].ket == "belum terbit"
    isi = {"nomor": "700/1/2024", "tanggal": TANGGAL}
    ubah_lhe(lhe, isi, oleh=orang.inspektorat, versi=lhe.versi)
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    milik = keadaan(pasuruan, 2023)
    assert (milik.lembar, pita_tahun(milik)[-1].ket) == (None, "70,50 (BB)")
    assert pita_tahun(milik)[-1].kelas == "lewat"
