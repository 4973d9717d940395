"""Program, kegiatan and sub kegiatan as a DPA or DPPA sets them."""

import pytest

from perencanaan.dokumen.rincian import tabel_rincian
from perencanaan.models import VersiAnggaran
from perencanaan.queries.isi_perjanjian import isi_rincian
from sakip.dokumen.blok import Baris
from sakip.organisasi.models import Unit
from tests.perencanaan.baca_tabel import baris_tabel, catatan, kolom
from tests.perencanaan.pabrik import buat_anggaran, buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import buat_simpul, isi_target, rumuskan

TAHUN = 2023


def rincian(unit: Unit, ke: int) -> list[list[str]]:
    anggaran = VersiAnggaran.objects.get(unit=unit, tahun=TAHUN, ke=ke)
    return baris_tabel(tabel_rincian(isi_rincian(unit, anggaran)))


@pytest.mark.parametrize(("ke", "target"), [(1, ("97", "16", "1.500")), (3, ("220", "18", "72"))])
def test_rincian_dpa_dan_dppa(ke, target, pasuruan):
    baris = {nama: isi for _, nama, _, isi in rincian(pasuruan, ke)}
    assert (
        baris["Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD"],
        baris["Pengadaan Peralatan dan Mesin Lainnya"],
        next(isi for nama, isi in baris.items() if nama.startswith("Pelaksanaan Kebijakan Di Bid")),
    ) == target


def test_dpa_dan_dppa_berbeda_pada_tiga_baris(pasuruan):
    dpa, dppa = rincian(pasuruan, 1), rincian(pasuruan, 3)
    assert [(satu[3], lain[3]) for satu, lain in zip(dpa, dppa, strict=True) if satu != lain] == [
        ("97", "220"), ("16", "18"), ("1.500", "72"),
    ]  # fmt: skip


def test_rincian_bertingkat_menurut_kode(pasuruan):
    anggaran = VersiAnggaran.objects.get(unit=pasuruan, tahun=TAHUN, ke=1)
    tabel = tabel_rincian(isi_rincian(pasuruan, anggaran))
    jenis = [baris.jenis for baris in tabel.baris]
    assert jenis.count(Baris.Jenis.KELOMPOK) == 6
    assert jenis.count(Baris.Jenis.SUBKELOMPOK) == 13
    assert jenis[:3] == [
        Baris.Jenis.KELOMPOK, Baris.Jenis.SUBKELOMPOK, Baris.Jenis.BIASA,
    ]  # fmt: skip
    assert [nomor for nomor in kolom(tabel, 0) if nomor] == ["1", "2", "3", "4", "5", "6"]
    assert kolom(tabel, 1)[0] == "Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota"


def test_rincian_hanya_yang_ada_dalam_versinya(pasuruan):
    versi = buat_versi(pasuruan, 9, 2026)
    anggaran = buat_anggaran(versi, 2026, 1)
    berpagu = anggaran.pagu.first().simpul
    bertarget = buat_simpul(versi, "kegiatan", berpagu, nama="Bertarget")
    for _ in range(2):
        isi_target(rumuskan(buat_indikator(versi), simpul=bertarget), 2026, dpa="5", dppa="6")
    tanpa = buat_simpul(versi, "kegiatan", berpagu, nama="Tanpa apa pun")
    isi_target(rumuskan(buat_indikator(versi), simpul=tanpa), 2026, dppa="6")
    tabel = tabel_rincian(isi_rincian(pasuruan, anggaran))
    assert baris_tabel(tabel) == [
        ["1", "Program 0", "", ""],
        ["", "Bertarget", "Indikator 1", "5%"],
        ["", "Bertarget", "Indikator 2", "5%"],
    ]
    assert [baris.sel[1].ulang for baris in tabel.baris] == [False, False, True]


def test_indikator_tanpa_target_dpa_disebut(pasuruan):
    versi = buat_versi(pasuruan, 9, 2026)
    anggaran = buat_anggaran(versi, 2026, 1)
    rumuskan(buat_indikator(versi), simpul=anggaran.pagu.first().simpul)
    tabel = tabel_rincian(isi_rincian(pasuruan, anggaran))
    assert baris_tabel(tabel) == [["1", "Program 0", "Indikator 1", "-"]]
    assert catatan(tabel) == ["Indikator 1 tanpa angka karena target belum ditetapkan."]
