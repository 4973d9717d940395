"""The instrument of PermenPANRB 88/2021 as it comes, and what a pemda makes of it."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from evaluasi.models import Instrumen, Komponen, Kriteria, PilihanJawaban, SubKomponen
from evaluasi.queries.hasil import keluhan_tahap
from evaluasi.services import berkas_instrumen
from evaluasi.services.berkas_instrumen import baca_instrumen
from evaluasi.services.instrumen import (
    berlakukan,
    hapus_bagian,
    pasang_instrumen,
    salin_instrumen,
    simpan_bagian,
)
from evaluasi.services.lembar import jawab, mulai_tahap
from sakip.jejak.models import CatatanJejak
from sakip.lib.transisi import HakKurang, KeadaanSalah
from sakip.web.versi import SudahBerubah
from tests.evaluasi.pabrik import instrumen_draf, instrumen_nasional, lembar_baru, pilihan, tahap

BOBOT = [
    ("1.a", 6), ("1.b", 9), ("1.c", 15), ("2.a", 6), ("2.b", 9), ("2.c", 15),
    ("3.a", 3), ("3.b", Decimal("4.5")), ("3.c", Decimal("7.5")),
    ("4.a", 5), ("4.b", Decimal("7.5")), ("4.c", Decimal("12.5")),
]  # fmt: skip


@pytest.fixture
def draf(pasuruan, orang, rekaman) -> Instrumen:
    return rekaman.putar(instrumen_draf, pasuruan, orang)


def test_isi_permenpanrb_88_2021():
    bentuk = baca_instrumen()
    assert [(satu.nama, satu.bobot) for satu in bentuk.komponen] == [
        ("Perencanaan Kinerja", 30),
        ("Pengukuran Kinerja", 30),
        ("Pelaporan Kinerja", 15),
        ("Evaluasi Akuntabilitas Kinerja Internal", 25),
    ]
    sub = [satu for komponen in bentuk.komponen for satu in komponen.sub]
    assert [(satu.kode, satu.bobot) for satu in sub] == BOBOT
    assert [len(satu.kriteria) for satu in sub] == [6, 11, 8, 3, 7, 10, 6, 9, 7, 3, 5, 5]
    assert sum(len(satu.kriteria) for satu in sub) == 80
    for satu in sub:
        assert len(set(satu.kriteria)) == len(satu.kriteria)


@pytest.mark.parametrize(
    ("jenis", "persen"), [("keberadaan", 20), ("kualitas", 30), ("pemanfaatan", 50)]
)
def test_bagian_bobot_tiap_sub_komponen(jenis, persen):
    for komponen in baca_instrumen().komponen:
        (sub,) = (satu for satu in komponen.sub if satu.jenis == jenis)
        assert sub.bobot * 100 == komponen.bobot * persen


def test_bobot_berkas_yang_salah_ditolak(tmp_path, monkeypatch):
    asli = (berkas_instrumen.FOLDER / "permenpanrb-88-2021.toml").read_text(encoding="utf-8")
    monkeypatch.setattr(berkas_instrumen, "FOLDER", tmp_path)
    for ganti, pesan in [
        (('bobot = "12.5"', 'bobot = "12"'), "jumlah subnya"),
        (('bobot = "30"', 'bobot = "29"'), "Perencanaan Kinerja"),
    ]:
        (tmp_path / "lain.toml").write_text(asli.replace(*ganti), encoding="utf-8")
        with pytest.raises(ValueError, match=pesan):
            baca_instrumen("lain")


def test_dipasang_sekali(pasuruan):
    instrumen = instrumen_nasional()
    assert instrumen_nasional() == instrumen
    assert (instrumen.komponen.count(), instrumen.tahap.count(), instrumen.skala.count()) == (
        4, 2, 5,
    )  # fmt: skip
    assert Kriteria.objects.filter(sub__komponen__instrumen=instrumen).count() == 80
    nilai = PilihanJawaban.objects.filter(skala__instrumen=instrumen, skala__untuk_sub=True)
    assert [(satu.kode, satu.bagian) for satu in nilai] == [
        ("AA", 1), ("A", Decimal("0.9")), ("BB", Decimal("0.8")), ("B", Decimal("0.7")),
        ("CC", Decimal("0.6")), ("C", Decimal("0.5")), ("D", Decimal("0.3")), ("E", 0),
    ]  # fmt: skip
    assert CatatanJejak.objects.filter(aksi="instrumen.dipasang").count() == 1


def test_instrumen_berlaku_milik_pemda_didahulukan(pasuruan, orang, draf):
    nasional = instrumen_nasional()
    baru = pasang_instrumen(pemda=None, tahun=2023, oleh=None)
    semua = Instrumen.objects
    assert semua.berlaku(pasuruan.pemda, 2021).first() is None
    assert semua.berlaku(pasuruan.pemda, 2022).get() == nasional
    assert semua.berlaku(pasuruan.pemda, 2024).get() == baru
    berlakukan(draf, oleh=orang.inspektorat)
    assert semua.berlaku(pasuruan.pemda, 2024).get() == draf
    assert semua.berlaku(pasuruan.pemda, 2023).get() == baru


def test_salinan_sama_isinya_dan_dapat_diubah(draf, orang):
    nasional = instrumen_nasional()
    for jalur in ("uraian", "sub__kode", "skala__kode"):
        asal, salinan = (
            list(Kriteria.objects.filter(sub__komponen__instrumen=i).values_list(jalur, flat=True))
            for i in (nasional, draf)
        )
        assert asal == salinan
    assert not Kriteria.objects.filter(sub__komponen__instrumen=draf).exclude(skala__instrumen=draf)
    assert (draf.status, draf.ke, draf.asal) == ("draf", 1, nasional)
    komponen = draf.komponen.first()
    komponen.nama = "Rencana Kinerja"
    simpan_bagian(komponen, oleh=orang.inspektorat, versi=1)
    assert nasional.komponen.first().nama == "Perencanaan Kinerja"


def test_prasyarat_ikut_tersalin(draf, pasuruan, orang):
    dasar, kriteria = Kriteria.objects.filter(sub__komponen__instrumen=draf)[:2]
    kriteria.prasyarat = dasar
    simpan_bagian(kriteria, oleh=orang.inspektorat, versi=1)
    lain = salin_instrumen(draf, pemda=pasuruan.pemda, tahun=2024, oleh=orang.inspektorat)
    dasar_lain, kriteria_lain = Kriteria.objects.filter(sub__komponen__instrumen=lain)[:2]
    assert (lain.ke, kriteria_lain.prasyarat) == (2, dasar_lain)


def test_bobot_yang_tidak_genap_tidak_diberlakukan(draf, orang):
    sub = SubKomponen.objects.filter(komponen__instrumen=draf).first()
    sub.bobot = Decimal(7)
    simpan_bagian(sub, oleh=orang.inspektorat, versi=1)
    with pytest.raises(ValidationError, match="Jumlah bobot 101, seharusnya 100"):
        berlakukan(draf, oleh=orang.inspektorat)
    sub.bobot = Decimal(6)
    simpan_bagian(sub, oleh=orang.inspektorat, versi=2)
    berlakukan(draf, oleh=orang.inspektorat)
    assert Instrumen.objects.get(pk=draf.pk).status == "berlaku"


def test_instrumen_yang_belum_lengkap_tidak_diberlakukan(draf, orang):
    draf.tahap.filter(penentu=True).update(penentu=False)
    draf.skala.filter(untuk_sub=True).update(untuk_sub=False)
    draf.predikat.filter(di_atas=None).update(di_atas=1)
    Kriteria.objects.filter(sub__komponen__instrumen=draf, sub__kode="2.a").delete()
    with pytest.raises(ValidationError) as galat:
        berlakukan(draf, oleh=orang.inspektorat)
    assert [pesan.split(".")[0] for pesan in galat.value.messages] == [
        "Belum ada tahap yang menentukan nilai LHE",
        "Belum ada predikat terbawah",
        "Belum ada skala untuk nilai sub-komponen",
        "“Pengukuran kinerja telah dilakukan” belum mempunyai kriteria",
    ]


def test_instrumen_yang_berlaku_tidak_berubah(draf, orang):
    berlakukan(draf, oleh=orang.inspektorat)
    bagian = [
        draf.komponen.first(),
        SubKomponen.objects.filter(komponen__instrumen=draf).first(),
        Kriteria.objects.filter(sub__komponen__instrumen=draf).first(),
        PilihanJawaban.objects.filter(skala__instrumen=draf).first(),
        draf.tahap.first(),
    ]
    for satu in bagian:
        for ubah in (lambda s=satu: simpan_bagian(s, oleh=orang.inspektorat, versi=1),
                     lambda s=satu: hapus_bagian(s, oleh=orang.inspektorat)):  # fmt: skip
            with pytest.raises(KeadaanSalah, match="Salin"):
                ubah()
    with pytest.raises(KeadaanSalah):
        berlakukan(draf, oleh=orang.inspektorat)


def test_bagian_draf_dapat_dihapus(draf, orang):
    kriteria = Kriteria.objects.filter(sub__komponen__instrumen=draf).last()
    hapus_bagian(kriteria, oleh=orang.inspektorat)
    assert Kriteria.objects.filter(sub__komponen__instrumen=draf).count() == 79


def test_yang_dibaca_sebelum_diubah_tidak_dihapus(draf, orang):
    komponen = draf.komponen.first()
    Komponen.objects.filter(pk=komponen.pk).update(versi=komponen.versi + 1)
    for beda in ({}, {"versi": komponen.versi}):
        with pytest.raises(SudahBerubah):
            hapus_bagian(komponen, oleh=orang.inspektorat, **beda)


@pytest.mark.parametrize(
    "peran", ["perencana", "operator", "pimpinan", "admin", "inspektorat_luar"]
)
def test_hanya_pengatur_yang_mengubah(peran, draf, pemeran):
    komponen = draf.komponen.first()
    for ubah in (
        lambda: simpan_bagian(komponen, oleh=pemeran[peran], versi=1),
        lambda: hapus_bagian(komponen, oleh=pemeran[peran]),
        lambda: salin_instrumen(draf, pemda=draf.pemda, tahun=2024, oleh=pemeran[peran]),
        lambda: berlakukan(draf, oleh=pemeran[peran]),
    ):
        with pytest.raises(HakKurang):
            ubah()


def test_instrumen_nasional_tidak_diubah_siapa_pun(pemeran):
    komponen = Komponen.objects.filter(instrumen=instrumen_nasional()).first()
    for peran in ("inspektorat", "bagian_organisasi"):
        with pytest.raises(HakKurang, match="nasional"):
            simpan_bagian(komponen, oleh=pemeran[peran], versi=1)
        with pytest.raises(HakKurang, match="nasional"):
            pasang_instrumen(pemda=None, tahun=2030, oleh=pemeran[peran])


def test_instrumen_terlihat_di_pemdanya(draf, pemeran):
    nasional = instrumen_nasional()
    milik = {nama: set(Instrumen.objects.untuk(pemeran[nama])) for nama in
             ("perencana", "inspektorat", "inspektorat_luar")}  # fmt: skip
    assert milik["perencana"] == milik["inspektorat"] == {nasional, draf}
    assert milik["inspektorat_luar"] == {nasional}
    assert Kriteria.objects.untuk(pemeran["inspektorat_luar"]).count() == 80
    assert Kriteria.objects.untuk(pemeran["perencana"]).count() == 160


def test_kriteria_di_atas_prasyaratnya_dikeluhkan(draf, pasuruan, orang):
    dasar, kriteria = Kriteria.objects.filter(sub__komponen__instrumen=draf)[:2]
    kriteria.prasyarat = dasar
    simpan_bagian(kriteria, oleh=orang.inspektorat, versi=1)
    berlakukan(draf, oleh=orang.inspektorat)
    lembar = lembar_baru(pasuruan, orang, draf)
    bagian = tahap(lembar, "mandiri")
    mulai_tahap(bagian, oleh=orang.unit)
    jawab(bagian, dasar, oleh=orang.unit, pilihan=pilihan(dasar, "Tidak"))
    jawab(bagian, kriteria, oleh=orang.unit, pilihan=pilihan(kriteria, "Ya"))
    keluhan = keluhan_tahap(bagian)
    assert keluhan[1].startswith("Kriteria 1.a.2 dijawab lebih tinggi daripada kriteria 1.a.1")
    assert len(keluhan) == 2
