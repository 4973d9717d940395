"""A draft is filled from Renstra, budget and posts, and filled anew when these change."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from perencanaan.models import (
    IndikatorVersi,
    Pagu,
    PerjanjianKinerja,
    PkBaris,
    RenstraVersi,
    Simpul,
    TargetTahunan,
    VersiAnggaran,
)
from perencanaan.services.perjanjian import segarkan
from sakip.jejak.aksi import Aksi
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Pejabat, Penempatan, Unit
from tests.organisasi.alat import JejakBaru
from tests.perencanaan.alat import jadikan, tak_berubah
from tests.perencanaan.pabrik import (
    buat_anggaran,
    buat_indikator,
    buat_perjanjian,
    buat_versi,
    isi_tahun,
    tanda_tangani,
)

TAHUN = 2025
TANGGAL = date(TAHUN, 1, 2)


@dataclass
class Meja:
    """A unit with a plan for the year, and its agreement that nothing was written into yet."""

    versi: RenstraVersi
    indikator: list[IndikatorVersi]
    anggaran: VersiAnggaran
    perjanjian: PerjanjianKinerja

    def baris(self) -> list[tuple]:
        return list(self.perjanjian.baris.values_list("urutan", "nama", "nilai"))

    def program(self) -> list[tuple]:
        return [(s.nama, s.sebelum, s.sesudah) for s in self.perjanjian.program.all()]


def tempatkan(unit: Unit | None, nama: str, dari: date, **beda: object) -> Penempatan:
    pemda = beda.pop("pemda", None) or unit.pemda
    pejabat = Pejabat.objects.create(pemda=pemda, nama=nama)
    isian = {"jabatan": f"Jabatan {nama}", "memimpin": True, "dari": dari}
    return Penempatan.objects.create(pejabat=pejabat, unit=unit, **(isian | beda))


@pytest.fixture
def meja(pemeran) -> Meja:
    unit = pemeran.unit_lain
    versi = buat_versi(unit)
    indikator = [buat_indikator(versi) for _ in range(3)]
    for ke, satu in enumerate(indikator[:2], start=1):
        isi_tahun(satu, TAHUN, Decimal(10 * ke))
    anggaran = buat_anggaran(versi, TAHUN, 2)
    tempatkan(unit, "Ani", date(2024, 1, 1), status="plt", golongan="IV-c", kelas=14)
    perjanjian = buat_perjanjian(anggaran, nama="", jabatan="", atasan_nama="", tempat="")
    perjanjian.program.all().delete()
    return Meja(versi, indikator, anggaran, perjanjian)


@pytest.fixture
def oleh(pemeran):
    return pemeran["perencana_lain"]


def test_draf_kosong_terisi(meja, oleh):
    segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    assert meja.baris() == [(1, "Indikator 1", 10), (2, "Indikator 2", 20)]
    assert set(meja.perjanjian.baris.values_list("sasaran", "satuan")) == {
        ("Tujuan 1", "Persen"), ("Tujuan 2", "Persen"),
    }  # fmt: skip
    assert meja.program() == [("Program 0", None, 100), ("Program 1", None, 100)]


def test_para_pihak_menurut_jabatannya_pada_tanggal_itu(meja, oleh):
    Penempatan.objects.filter(unit=meja.perjanjian.unit).update(sampai=date(TAHUN, 5, 31))
    tempatkan(meja.perjanjian.unit, "Budi", date(TAHUN, 6, 1))
    for tanggal, nama, jabatan in (
        (TANGGAL, "Ani", "Plt. Jabatan Ani"),
        (date(TAHUN, 6, 1), "Budi", "Jabatan Budi"),
    ):
        segarkan(meja.perjanjian, oleh=oleh, tanggal=tanggal)
        assert (meja.perjanjian.nama, meja.perjanjian.jabatan) == (nama, jabatan)
    assert (meja.perjanjian.golongan, meja.perjanjian.kelas) == ("", None)
    walikota = Penempatan.objects.kepala_daerah(meja.perjanjian.unit.pemda, TANGGAL)
    assert (meja.perjanjian.atasan_nama, meja.perjanjian.atasan_jabatan) == (
        walikota.pejabat.nama, walikota.jabatan,
    )  # fmt: skip
    assert meja.perjanjian.tempat == meja.perjanjian.unit.pemda.kedudukan


def test_penyegaran_mempertahankan_urutan_dan_membuang_yang_tak_ada_lagi(meja, oleh):
    segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    meja.perjanjian.baris.filter(urutan=1).update(urutan=7, nama="Diubah orang")
    meja.perjanjian.program.filter(urutan=1).update(urutan=8, keterangan="DAU")
    TargetTahunan.objects.filter(indikator_versi=meja.indikator[0]).update(nilai=15)
    isi_tahun(meja.indikator[2], TAHUN, Decimal(30))
    segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    assert meja.baris() == [
        (2, "Indikator 2", 20), (7, "Indikator 1", 15), (8, "Indikator 3", 30),
    ]  # fmt: skip
    assert list(meja.perjanjian.program.values_list("nama", "urutan", "keterangan")) == [
        ("Program 1", 2, ""), ("Program 0", 8, "DAU"),
    ]  # fmt: skip
    TargetTahunan.objects.filter(indikator_versi=meja.indikator[1]).delete()
    segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    assert meja.baris() == [(7, "Indikator 1", 15), (8, "Indikator 3", 30)]


def test_keadaan_target_ikut(meja, oleh):
    TargetTahunan.objects.filter(indikator_versi=meja.indikator[0]).update(
        jenis="tidak_dijadwalkan", nilai=None, alasan="Tidak ada pemilu."
    )
    TargetTahunan.objects.filter(indikator_versi=meja.indikator[1]).update(
        jenis="rentang", nilai=None, batas_bawah=1, batas_atas=2, keterangan="poin"
    )
    segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    tanpa, rentang = meja.perjanjian.baris.all()
    assert (tanpa.jenis, tanpa.nilai, tanpa.alasan) == (
        "tidak_dijadwalkan", None, "Tidak ada pemilu.",
    )  # fmt: skip
    assert (rentang.batas_bawah, rentang.batas_atas, rentang.keterangan) == (1, 2, "poin")


def test_hanya_target_renstra_tahun_itu(meja, oleh):
    for tahun, sumber in ((TAHUN + 1, "renstra"), (TAHUN, "dpa")):
        TargetTahunan.objects.create(
            indikator_versi=meja.indikator[2], tahun=tahun, sumber=sumber, jenis="angka", nilai=1
        )
    segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    assert [nama for _, nama, _ in meja.baris()] == ["Indikator 1", "Indikator 2"]


def test_perubahan_mengambil_target_renstra_bukan_perjanjian_sebelumnya(meja, oleh):
    segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    PkBaris.objects.filter(perjanjian=meja.perjanjian).update(nilai=99)
    tanda_tangani(meja.perjanjian, TANGGAL)
    kedua = buat_perjanjian(meja.anggaran, ke=2, dasar_perubahan="Mutasi")
    segarkan(kedua, oleh=oleh, tanggal=date(TAHUN, 10, 2))
    assert list(kedua.baris.values_list("nilai", flat=True)) == [10, 20]


def test_pagu_sebelum_dan_sesudah(meja, oleh):
    """A program that lost its money stays to be seen; one that never had any does not appear."""
    geser = VersiAnggaran.objects.create(
        unit=meja.anggaran.unit, tahun=TAHUN, ke=2, jenis="perubahan"
    )
    satu, dua = Simpul.objects.filter(renstra_versi=meja.versi, jenis="program").order_by("kode")
    kegiatan = Simpul.objects.create(
        renstra_versi=meja.versi, jenis="kegiatan", induk=satu, nama="Kegiatan", urutan=1
    )
    Pagu.objects.create(versi_anggaran=geser, simpul=kegiatan, jumlah=Decimal("70.25"))
    Simpul.objects.create(renstra_versi=meja.versi, jenis="program", nama="Baru", urutan=9)
    PerjanjianKinerja.objects.filter(pk=meja.perjanjian.pk).update(
        anggaran_sebelum=meja.anggaran, anggaran_sesudah=geser
    )
    segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    assert meja.program() == [(satu.nama, 100, Decimal("70.25")), (dua.nama, 100, 0)]


@pytest.mark.parametrize("beda", [{"tahun": TAHUN + 1}, {"unit": "unit"}])
def test_anggaran_unit_atau_tahun_lain_ditolak(beda, meja, oleh, pemeran):
    isian = {"unit": meja.anggaran.unit, "tahun": TAHUN} | beda
    isian["unit"] = pemeran.unit if beda.get("unit") else isian["unit"]
    asing = VersiAnggaran.objects.create(**isian, ke=9, jenis="perubahan")
    PerjanjianKinerja.objects.filter(pk=meja.perjanjian.pk).update(anggaran_sesudah=asing)
    with tak_berubah(), pytest.raises(KeadaanSalah, match="bukan anggaran"):
        segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)


@pytest.mark.parametrize("keadaan", ["diajukan", "ditetapkan"])
def test_yang_bukan_draf_ditolak(keadaan, meja, oleh):
    segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    jadikan("perjanjian", meja.perjanjian, keadaan)
    TargetTahunan.objects.filter(indikator_versi=meja.indikator[0]).update(nilai=15)
    with tak_berubah(), pytest.raises(KeadaanSalah, match=f"^Keadaannya {keadaan}, sehingga isi"):
        segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    assert meja.baris()[0] == (1, "Indikator 1", 10)


def test_yang_dikembalikan_dapat_disegarkan(meja, oleh):
    segarkan(jadikan("perjanjian", meja.perjanjian, "dikembalikan"), oleh=oleh, tanggal=TANGGAL)
    assert len(meja.baris()) == 2


def test_hanya_perencana_unitnya(meja, pemeran):
    for nama in pemeran.orang.keys() - {"perencana_lain"}:
        with tak_berubah(), pytest.raises(HakKurang, match="Hanya Sekretariat / perencana"):
            segarkan(meja.perjanjian, oleh=pemeran[nama], tanggal=TANGGAL)


def test_satu_baris_jejak_dengan_isinya(meja, oleh):
    segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    TargetTahunan.objects.filter(indikator_versi=meja.indikator[0]).update(nilai=15)
    jejak = JejakBaru()
    segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    baris = jejak.satu()
    assert (baris.aksi, baris.pengguna, baris.unit, baris.objek_id) == (
        Aksi.RENCANA_DISEGARKAN, oleh, meja.perjanjian.unit, str(meja.perjanjian.pk),
    )  # fmt: skip
    assert list(baris.sebelum) == list(baris.sesudah) == ["baris"]
    assert [satu["nilai"] for satu in baris.sebelum["baris"]] == ["10.000000", "20.000000"]
    assert [satu["nilai"] for satu in baris.sesudah["baris"]] == ["15.000000", "20.000000"]


def test_yang_didahului_orang_lain_tidak_menulis(meja, oleh):
    lama = PerjanjianKinerja.objects.get(pk=meja.perjanjian.pk)
    segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)
    with tak_berubah(), pytest.raises(DidahuluiOrangLain, match="Muat ulang"):
        segarkan(lama, oleh=oleh, tanggal=TANGGAL)


def test_tanpa_pejabat_pada_tanggal_itu(meja, oleh):
    with tak_berubah(), pytest.raises(TidakAda, match=r"siapa pimpinan .+ pada 31 Desember 2023\."):
        segarkan(meja.perjanjian, oleh=oleh, tanggal=date(2023, 12, 31))
    Penempatan.objects.filter(unit=None).delete()
    with tak_berubah(), pytest.raises(TidakAda, match="Belum tercatat siapa Wali Kota"):
        segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)


def test_tanpa_renstra_pada_tahun_itu(meja, oleh):
    PerjanjianKinerja.objects.filter(pk=meja.perjanjian.pk).update(tahun=2027)
    with tak_berubah(), pytest.raises(TidakAda, match="belum mempunyai Renstra"):
        segarkan(meja.perjanjian, oleh=oleh, tanggal=TANGGAL)


@pytest.fixture
def bidang(meja) -> Unit:
    """A bidang that is in charge of the first program, which has an indikator of its own."""
    unit = meja.perjanjian.unit
    bidang = Unit.objects.create(
        pemda=unit.pemda, kode="bidang-uji", nama="Bidang Uji", singkatan="BU", induk=unit,
        perangkat_daerah=unit, berlaku_dari=date(2020, 1, 1),
    )  # fmt: skip
    program = Simpul.objects.get(renstra_versi=meja.versi, kode="0")
    Simpul.objects.filter(pk=program.pk).update(bidang=bidang, sasaran="Ormas terbina")
    milik = buat_indikator(meja.versi)
    IndikatorVersi.objects.filter(pk=milik.pk).update(simpul=program)
    for sumber, nilai in (("renstra", 1), ("dpa", 2)):
        TargetTahunan.objects.create(
            indikator_versi=milik, tahun=TAHUN, sumber=sumber, jenis="angka", nilai=nilai
        )
    tempatkan(bidang, "Citra", date(2024, 1, 1))
    return bidang


def test_perjanjian_bidang_memuat_miliknya_saja(meja, oleh, bidang):
    perjanjian = buat_perjanjian(meja.anggaran, unit=bidang, tingkat="eselon_3")
    segarkan(perjanjian, oleh=oleh, tanggal=TANGGAL)
    assert (perjanjian.nama, perjanjian.atasan_nama) == ("Citra", "Ani")
    assert list(perjanjian.baris.values_list("nama", "sasaran", "nilai")) == [
        ("Indikator 4", "Ormas terbina", 2)
    ]
    assert [satu.nama for satu in perjanjian.program.all()] == ["Program 0"]


def test_pejabat_fungsional_menyebut_namanya_sendiri(meja, oleh, bidang):
    perjanjian = buat_perjanjian(
        meja.anggaran, unit=bidang, tingkat="fungsional", nama="Dewi", jabatan="Analis"
    )
    segarkan(perjanjian, oleh=oleh, tanggal=TANGGAL)
    assert (perjanjian.nama, perjanjian.jabatan) == ("Dewi", "Analis")
    assert perjanjian.atasan_nama == "Citra"


def test_perjanjian_perubahan_dokumen_nyata(pemeran):
    """The budget just before is the pergeseran, not that of the agreement before."""
    anggaran = {v.ke: v for v in VersiAnggaran.objects.filter(unit=pemeran.unit, tahun=2023)}
    perjanjian = buat_perjanjian(
        anggaran[3], ke=9, anggaran_sebelum=anggaran[2], dasar_perubahan="Perubahan anggaran"
    )
    segarkan(perjanjian, oleh=pemeran["perencana"], tanggal=date(2023, 10, 2))
    program = {satu.simpul.kode: (satu.sebelum, satu.sesudah) for satu in perjanjian.program.all()}
    assert program["8.01.02"] == (508791760, 583791760)
    assert [sum(kolom) for kolom in zip(*program.values(), strict=True)] == [
        10467423824, 11443226942,
    ]  # fmt: skip
    assert [(b.jenis, b.nilai) for b in perjanjian.baris.all()] == [
        ("angka", Decimal("76.05")), ("angka", Decimal("73.14")), ("angka", 100), ("angka", 90),
        ("angka", 3), ("angka", 20), ("tidak_dijadwalkan", None),
    ]  # fmt: skip
    assert perjanjian.jabatan == "Plt. Kepala Badan Kesatuan Bangsa dan Politik"
