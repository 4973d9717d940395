"""What is signed is frozen: one document a time, with its ground, whatever happens to the rows."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from perencanaan.models import PerjanjianKinerja, PkBaris, PkProgram
from perencanaan.services.perjanjian import jenis_dokumen, tetapkan
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.verifikasi import periksa_dokumen
from sakip.jejak.aksi import Aksi
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah
from tests.lib.bersamaan import bersamaan
from tests.organisasi.alat import JejakBaru
from tests.perencanaan.alat import JENIS, TAHUN, TANGGAL, jadikan, tak_berubah
from tests.perencanaan.pabrik import buat_perjanjian

BARIS = {
    "nama": "Indikator 1",
    "sasaran": "Tujuan 1",
    "satuan": "Persen",
    "jenis": "angka",
    "nilai": "10.000000",
    "batas_bawah": None,
    "batas_atas": None,
    "predikat": "",
    "keterangan": "",
    "alasan": "",
}
PROGRAM = [
    {"nama": f"Program {ke}", "sebelum": None, "sesudah": "100", "keterangan": ""} for ke in (0, 1)
]


@pytest.fixture
def perjanjian(pemeran) -> PerjanjianKinerja:
    return jadikan("perjanjian", JENIS["perjanjian"].buat(pemeran.unit), "diajukan")


def berikutnya(perjanjian: PerjanjianKinerja, **beda: object) -> PerjanjianKinerja:
    """A change of it with the same rows, put forward."""
    isian = {"ke": 2, "dasar_perubahan": "Perubahan anggaran", "jabatan": "Plt. Kepala Unit"}
    baru = buat_perjanjian(
        perjanjian.anggaran_sesudah, **(isian | {"tingkat": perjanjian.tingkat} | beda)
    )
    for baris in perjanjian.baris.all():
        baris.pk, baris.perjanjian = None, baru
        baris.save(force_insert=True)
    return jadikan("perjanjian", baru, "diajukan")


def test_yang_ditetapkan_terbit(perjanjian, pemeran):
    tetapkan(perjanjian, oleh=pemeran["pimpinan"], tanggal=TANGGAL)
    dokumen = DokumenTerbit.objects.get(unit=pemeran.unit, tahun=TAHUN)
    tersimpan = PerjanjianKinerja.objects.get(pk=perjanjian.pk)
    assert (tersimpan.status, tersimpan.dokumen, tersimpan.tanggal_tanda_tangan) == (
        "ditetapkan", dokumen, TANGGAL,
    )  # fmt: skip
    assert (dokumen.jenis, dokumen.ke, dokumen.skema, dokumen.diterbitkan_oleh) == (
        "perjanjian-kinerja", 1, 1, pemeran["pimpinan"],
    )  # fmt: skip
    assert periksa_dokumen(dokumen) == []


def test_konteks_memuat_seluruh_perjanjian(perjanjian, pemeran):
    tetapkan(perjanjian, oleh=pemeran["pimpinan"], tanggal=TANGGAL)
    konteks = perjanjian.dokumen.konteks
    identitas = str(perjanjian.baris.get().indikator.identitas)
    program = [str(satu.simpul.identitas) for satu in perjanjian.program.all()]
    assert konteks == {
        "tahun": TAHUN,
        "ke": 1,
        "tingkat": "eselon_2",
        "unit": pemeran.unit.nama,
        "tempat": "Pasuruan",
        "tanggal": "2026-01-02",
        "dasar_perubahan": "",
        "pihak_pertama": {
            "nama": "Kepala Unit", "nip": "", "golongan": "", "jabatan": "Kepala Unit",
            "kelas": None,
        },
        "pihak_kedua": {"nama": "Wali Kota", "nip": "", "jabatan": "Wali Kota"},
        "baris": [{"indikator": identitas, **BARIS}],
        "program": [
            {"simpul": simpul, **isi} for simpul, isi in zip(program, PROGRAM, strict=True)
        ],
    }  # fmt: skip


def test_perubahan_baris_sesudahnya_tidak_mengubah_yang_terbit(perjanjian, pemeran):
    tetapkan(perjanjian, oleh=pemeran["pimpinan"], tanggal=TANGGAL)
    konteks = perjanjian.dokumen.konteks
    PkBaris.objects.filter(perjanjian=perjanjian).update(nama="Lain", nilai=99)
    PkProgram.objects.filter(perjanjian=perjanjian).delete()
    dokumen = DokumenTerbit.objects.get(pk=perjanjian.dokumen_id)
    assert dokumen.konteks == konteks
    assert [baris["nilai"] for baris in dokumen.konteks["baris"]] == ["10.000000"]
    assert periksa_dokumen(dokumen) == []


def test_penerbitan_dan_penetapan_masing_masing_satu_baris_jejak(perjanjian, pemeran):
    jejak = JejakBaru()
    tetapkan(perjanjian, oleh=pemeran["pimpinan"], tanggal=TANGGAL)
    assert jejak.aksi() == [Aksi.DOKUMEN_TERBIT, Aksi.RENCANA_DITETAPKAN]
    assert jejak.baris()[1].sesudah == {
        "status": "ditetapkan",
        "tanggal_tanda_tangan": "2026-01-02",
        "dokumen_id": perjanjian.dokumen_id,
    }


def test_perubahan_menjadi_versi_kedua_dengan_dasarnya(perjanjian, pemeran):
    tetapkan(perjanjian, oleh=pemeran["pimpinan"], tanggal=TANGGAL)
    kedua = berikutnya(perjanjian)
    tetapkan(kedua, oleh=pemeran["pimpinan"], tanggal=date(TAHUN, 10, 2))
    dokumen = kedua.dokumen
    assert (dokumen.ke, dokumen.alasan, dokumen.menggantikan) == (
        2, "Perubahan anggaran", perjanjian.dokumen,
    )  # fmt: skip
    assert (dokumen.konteks["ke"], dokumen.konteks["dasar_perubahan"]) == (2, "Perubahan anggaran")
    berlaku = [
        PerjanjianKinerja.objects.berlaku(pemeran.unit, TAHUN, hari).get()
        for hari in (TANGGAL, date(TAHUN, 10, 1), date(TAHUN, 10, 2))
    ]
    assert berlaku == [perjanjian, perjanjian, kedua]


def test_perubahan_menunggu_yang_pertama_ditetapkan(perjanjian, pemeran):
    kedua = berikutnya(perjanjian)
    with tak_berubah(), pytest.raises(KeadaanSalah, match="ke-1 belum ditetapkan"):
        tetapkan(kedua, oleh=pemeran["pimpinan"], tanggal=TANGGAL)


def test_yang_pertama_tidak_menyusul_perubahannya(perjanjian, pemeran):
    kedua = berikutnya(perjanjian)
    PerjanjianKinerja.objects.filter(pk=perjanjian.pk).update(tahun=TAHUN + 1)
    tetapkan(kedua, oleh=pemeran["pimpinan"], tanggal=TANGGAL)
    PerjanjianKinerja.objects.filter(pk=perjanjian.pk).update(tahun=TAHUN)
    with tak_berubah(), pytest.raises(KeadaanSalah, match="ke-2 sudah ditetapkan"):
        tetapkan(perjanjian, oleh=pemeran["pimpinan"], tanggal=TANGGAL)


@pytest.mark.parametrize(("hari", "boleh"), [(1, False), (2, True), (3, True)])
def test_perubahan_tidak_bertanggal_sebelum_yang_digantikannya(perjanjian, pemeran, hari, boleh):
    tetapkan(perjanjian, oleh=pemeran["pimpinan"], tanggal=TANGGAL)
    kedua = berikutnya(perjanjian)
    if boleh:
        tetapkan(kedua, oleh=pemeran["pimpinan"], tanggal=date(TAHUN, 1, hari))
        assert kedua.status == "ditetapkan"
        return
    with tak_berubah(), pytest.raises(ValidationError) as salah:
        tetapkan(kedua, oleh=pemeran["pimpinan"], tanggal=date(TAHUN, 1, hari))
    assert list(salah.value.message_dict) == ["tanggal_tanda_tangan"]


def test_dokumen_setiap_jabatan_punya_rangkaian_sendiri(perjanjian, pemeran):
    """Else the agreement of a second analyst would replace that of the first."""
    beda = {"ke": 1, "dasar_perubahan": "", "tingkat": "fungsional"}
    para = [
        perjanjian,
        *(berikutnya(perjanjian, **beda, jabatan=j) for j in ("Analis", "Arsiparis")),
    ]
    for satu in para:
        tetapkan(satu, oleh=pemeran["pimpinan"], tanggal=TANGGAL)
    assert [satu.dokumen.ke for satu in para] == [1, 1, 1]
    assert len({satu.dokumen.jenis for satu in para}) == 3
    perubahan = berikutnya(perjanjian, tingkat="fungsional", jabatan="Analis")
    tetapkan(perubahan, oleh=pemeran["pimpinan"], tanggal=TANGGAL)
    assert (perubahan.dokumen.menggantikan, jenis_dokumen(perubahan)) == (
        para[1].dokumen, para[1].dokumen.jenis,
    )  # fmt: skip


@pytest.mark.parametrize(
    "ubah",
    [
        lambda satu: PerjanjianKinerja.objects.filter(pk=satu.pk).update(versi=9),
        lambda satu: PerjanjianKinerja.objects.filter(pk=satu.pk).update(nama="Orang Lain"),
    ],
)
def test_yang_berubah_sejak_dibaca_tidak_ditandatangani(ubah, perjanjian, pemeran):
    """Else somebody would sign what he has not seen."""
    ubah(perjanjian)
    with tak_berubah(), pytest.raises(DidahuluiOrangLain, match="Muat ulang"):
        tetapkan(perjanjian, oleh=pemeran["pimpinan"], tanggal=TANGGAL)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("jenis", JENIS)
def test_dari_dua_penetapan_bersamaan_satu_yang_berhasil(jenis, pemeran):
    rencana = jadikan(jenis, JENIS[jenis].buat(pemeran.unit), "diajukan")
    salinan = [type(rencana).objects.get(pk=rencana.pk) for _ in range(2)]
    jejak, dokumen = JejakBaru(), DokumenTerbit.objects.count()
    hasil = bersamaan(
        *(lambda s=s: JENIS[jenis].langkah["tetapkan"](s, pemeran["pimpinan"]) for s in salinan)
    )
    assert sorted(type(satu).__name__ for satu in hasil) == ["DidahuluiOrangLain", "NoneType"]
    rencana.refresh_from_db()
    terbit = 1 if jenis == "perjanjian" else 0
    assert rencana.status == "ditetapkan"
    assert DokumenTerbit.objects.count() - dokumen == terbit
    assert jejak.aksi().count(Aksi.RENCANA_DITETAPKAN) == 1
    assert len(jejak.aksi()) == 1 + terbit
