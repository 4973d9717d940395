"""LKE: each stage by its own side, in its window, and nobody on both."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from evaluasi.models import Jawaban, NilaiSub, PelakuLembar, TahapLembar
from evaluasi.queries.hasil import hasil_tahap, saran_sub
from evaluasi.services.instrumen import pasang_instrumen, salin_instrumen
from evaluasi.services.lembar import (
    beri_nilai,
    buka_kembali_tahap,
    buka_lembar,
    jawab,
    mulai_tahap,
    selesaikan_tahap,
    tambah_bukti,
)
from sakip.berkas.services import simpan_berkas
from sakip.jejak.models import CatatanJejak
from sakip.lib.transisi import CatatanKurang, HakKurang, KeadaanSalah
from sakip.organisasi.models import Jendela, Penugasan
from sakip.organisasi.peran import Peran
from sakip.web.versi import SudahBerubah
from tests.berkas import contoh
from tests.evaluasi.pabrik import (
    TAHUN_EVALUASI,
    TAHUN_KINERJA,
    buka_jendela,
    instrumen_nasional,
    kriteria_dari,
    lembar_baru,
    nilai,
    pilihan,
    selesai_evaluasi,
    selesai_mandiri,
    sub_dari,
    tahap,
)
from tests.pemeran import AWAL, buat_orang


def test_lembar_kerja_sampai_nilainya(lembar, orang):
    selesai_mandiri(lembar, orang)
    hasil = hasil_tahap(selesai_evaluasi(lembar, orang))
    assert [satu.nilai for satu in hasil.komponen] == [
        Decimal("23.1"), Decimal("20.1"), Decimal("13.05"), Decimal("14.25"),
    ]  # fmt: skip
    assert (hasil.total, hasil.predikat.kode) == (Decimal("70.5"), "BB")
    aksi = set(CatatanJejak.objects.values_list("aksi", flat=True))
    assert {"lke.dibuat", "lke.dimulai", "lke.jawaban", "lke.nilai", "lke.diselesaikan"} <= aksi


@pytest.mark.parametrize("peran", ["operator", "pimpinan", "inspektorat", "admin", "pembaca"])
def test_hanya_sekretariat_menilai_mandiri(peran, mandiri, pemeran):
    kriteria = kriteria_dari(mandiri.lembar)[0]
    with pytest.raises(HakKurang):
        jawab(mandiri, kriteria, oleh=pemeran[peran], pilihan=pilihan(kriteria, "Ya"))
    assert not Jawaban.objects.exists()


@pytest.mark.parametrize("peran", ["perencana", "pimpinan", "bagian_organisasi", "admin"])
def test_hanya_inspektorat_mengevaluasi(peran, evaluator, pemeran):
    sub = sub_dari(evaluator.lembar)[0]
    with pytest.raises(HakKurang):
        beri_nilai(
            evaluator, sub, oleh=pemeran[peran], pilihan=nilai(evaluator.lembar, "A"), catatan="x"
        )
    assert not NilaiSub.objects.exists()


@pytest.mark.parametrize(
    ("peran", "sampai", "boleh"),
    [
        ("perencana", None, False),
        ("pimpinan", "2023-06-30", False),
        ("operator", "2023-01-01", False),
        ("operator", "2022-12-31", True),
        ("pembaca", None, True),
    ],
)
def test_tidak_mengevaluasi_unit_sendiri(peran, sampai, boleh, pasuruan, orang):
    Penugasan.objects.create(
        pengguna=orang.inspektorat, peran=peran, unit=pasuruan, dari=AWAL, sampai=sampai
    )
    if boleh:
        assert lembar_baru(pasuruan, orang).pk
    else:
        with pytest.raises(HakKurang, match="Minta rekan lain"):
            lembar_baru(pasuruan, orang)


def test_inspektorat_pemda_lain_ditolak(pasuruan, pemeran):
    with pytest.raises(HakKurang):
        buka_lembar(
            unit=pasuruan,
            instrumen=instrumen_nasional(),
            tahun_evaluasi=TAHUN_EVALUASI,
            tahun_kinerja=TAHUN_KINERJA,
            oleh=pemeran["inspektorat_luar"],
        )


def test_yang_menilai_mandiri_tidak_menjadi_evaluator(evaluator, orang):
    """Even where his role in the unit is taken back as if it had never been."""
    Penugasan.objects.filter(pengguna=orang.unit).delete()
    Penugasan.objects.create(
        pengguna=orang.unit, peran=Peran.INSPEKTORAT, pemda=evaluator.lembar.unit.pemda, dari=AWAL
    )
    with pytest.raises(HakKurang, match="sisi yang lain"):
        beri_nilai(
            evaluator,
            sub_dari(evaluator.lembar)[0],
            oleh=orang.unit,
            pilihan=nilai(evaluator.lembar, "BB"),
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        PelakuLembar.objects.create(
            lembar=evaluator.lembar, pengguna=orang.unit, sebagai="inspektorat"
        )
    assert not NilaiSub.objects.exists()


def test_evaluator_menunggu_penilaian_mandiri(lembar, orang):
    with pytest.raises(KeadaanSalah, match="belum selesai"):
        mulai_tahap(tahap(lembar, "evaluator"), oleh=orang.inspektorat)


def test_tahap_selesai_bila_lengkap(mandiri, orang):
    kriteria = kriteria_dari(mandiri.lembar)[0]
    jawab(mandiri, kriteria, oleh=orang.unit, pilihan=pilihan(kriteria, "Ya"))
    with pytest.raises(ValidationError, match=r"79 kriteria belum dijawab, mulai dari 1\.a\.2"):
        selesaikan_tahap(mandiri, oleh=orang.unit)


def test_evaluasi_selesai_bila_semua_dinilai(evaluator, orang):
    with pytest.raises(ValidationError, match=r"1\.a, 1\.b, .*4\.c belum dinilai"):
        selesaikan_tahap(evaluator, oleh=orang.inspektorat)


def test_yang_selesai_tidak_diisi_lagi(evaluator, orang):
    mandiri = tahap(evaluator.lembar, "mandiri")
    kriteria = kriteria_dari(evaluator.lembar)[0]
    with pytest.raises(KeadaanSalah, match="selesai"):
        jawab(mandiri, kriteria, oleh=orang.unit, pilihan=pilihan(kriteria, "Tidak"), versi=1)


def test_dibuka_kembali_dengan_alasan(evaluator, orang):
    mandiri = tahap(evaluator.lembar, "mandiri")
    with pytest.raises(CatatanKurang):
        buka_kembali_tahap(mandiri, oleh=orang.inspektorat, alasan=" ")
    with pytest.raises(HakKurang):
        buka_kembali_tahap(mandiri, oleh=orang.unit, alasan="Ingin mengubah.")
    buka_kembali_tahap(mandiri, oleh=orang.inspektorat, alasan="Bukti belum ada.")
    kriteria = kriteria_dari(evaluator.lembar)[0]
    jawab(mandiri, kriteria, oleh=orang.unit, pilihan=pilihan(kriteria, "Tidak"), versi=1)
    with pytest.raises(KeadaanSalah, match="belum selesai"):
        selesaikan_tahap(evaluator, oleh=orang.inspektorat)


def test_penilaian_mandiri_dalam_jendelanya(lembar, orang):
    jendela = Jendela.objects.get(jenis="evaluasi", tahun=TAHUN_KINERJA)
    Jendela.objects.filter(pk=jendela.pk).update(
        buka="2024-01-01T00:00Z", tenggat="2024-01-02T00:00Z", kunci="2024-01-03T00:00Z"
    )
    with pytest.raises(KeadaanSalah, match="dikunci"):
        mulai_tahap(tahap(lembar, "mandiri"), oleh=orang.unit)
    jendela.delete()
    with pytest.raises(KeadaanSalah, match="belum diatur"):
        mulai_tahap(tahap(lembar, "mandiri"), oleh=orang.unit)


def test_jawaban_menurut_skalanya(mandiri, orang):
    kriteria = kriteria_dari(mandiri.lembar)[0]
    with pytest.raises(ValidationError, match="Ya/Tidak"):
        jawab(mandiri, kriteria, oleh=orang.unit, pilihan=nilai(mandiri.lembar, "BB"))
    with pytest.raises(ValidationError, match="Pilih jawaban atau tulis catatan"):
        jawab(mandiri, kriteria, oleh=orang.unit, pilihan=None, catatan=" ")


def test_jawaban_tidak_saling_menimpa(mandiri, orang):
    kriteria = kriteria_dari(mandiri.lembar)[0]
    ya, tidak = (pilihan(kriteria, kode) for kode in ("Ya", "Tidak"))
    jawab(mandiri, kriteria, oleh=orang.unit, pilihan=ya)
    jawab(mandiri, kriteria, oleh=orang.unit, pilihan=tidak, versi=1)
    with pytest.raises(SudahBerubah):
        jawab(mandiri, kriteria, oleh=orang.unit, pilihan=ya, versi=1)
    assert Jawaban.objects.get().pilihan == tidak


def test_saran_dan_catatan_bila_berbeda(evaluator, orang):
    sub = sub_dari(evaluator.lembar)[0]
    assert saran_sub(evaluator, sub) is None
    for kriteria, kode in zip(sub.kriteria.all(), ("Ya",) * 4 + ("Tidak",) * 2, strict=True):
        jawab(evaluator, kriteria, oleh=orang.inspektorat, pilihan=pilihan(kriteria, kode))
    assert saran_sub(evaluator, sub).kode == "CC"
    isi = {"oleh": orang.inspektorat}
    with pytest.raises(ValidationError, match="berbeda dari saran"):
        beri_nilai(evaluator, sub, pilihan=nilai(evaluator.lembar, "B"), **isi)
    beri_nilai(evaluator, sub, pilihan=nilai(evaluator.lembar, "CC"), **isi)
    beri_nilai(
        evaluator, sub, pilihan=nilai(evaluator.lembar, "A"), catatan="Inovasi.", versi=1, **isi
    )
    tersimpan = NilaiSub.objects.get()
    assert (tersimpan.pilihan.kode, tersimpan.saran.kode) == ("A", "CC")


def test_bukti_milik_unit_yang_dinilai(mandiri, orang, pemeran):
    kriteria = kriteria_dari(mandiri.lembar)[0]
    jawaban = jawab(mandiri, kriteria, oleh=orang.unit, pilihan=pilihan(kriteria, "Ya"))
    sendiri, lain = (
        simpan_berkas(contoh.pdf(), nama="bukti.pdf", unit=unit, oleh=orang.unit)
        for unit in (pemeran.unit, pemeran.unit_lain)
    )
    with pytest.raises(ValidationError, match="milik unit lain"):
        tambah_bukti(jawaban, oleh=orang.unit, tahun=2023, berkas=lain)
    with pytest.raises(ValidationError, match="satu berkas atau satu tautan"):
        tambah_bukti(jawaban, oleh=orang.unit, tahun=2023)
    tambah_bukti(jawaban, oleh=orang.unit, tahun=2023, berkas=sendiri, halaman="3")
    assert [satu.berkas for satu in jawaban.bukti.all()] == [sendiri]


def test_evaluasi_tersembunyi_sampai_selesai(evaluator, orang, pemeran):
    jawab(
        evaluator,
        (kriteria := kriteria_dari(evaluator.lembar)[0]),
        oleh=orang.inspektorat,
        pilihan=pilihan(kriteria, "Tidak"),
    )
    milik = Jawaban.objects.filter(tahap=evaluator)
    assert milik.untuk(orang.inspektorat).count() == 1
    for nama in ("perencana", "pimpinan", "bagian_organisasi", "perencana_lain", "tanpa_tugas"):
        assert milik.untuk(pemeran[nama]).count() == 0, nama
    TahapLembar.objects.filter(pk=evaluator.pk).update(status="selesai")
    assert milik.untuk(orang.unit).count() == 1
    assert milik.untuk(pemeran["perencana_lain"]).count() == 0


def test_instrumen_yang_tidak_cocok_ditolak(pasuruan, orang, pemeran):
    buka_jendela(pasuruan)
    isi = {
        "unit": pasuruan,
        "tahun_evaluasi": TAHUN_EVALUASI,
        "tahun_kinerja": TAHUN_KINERJA,
        "oleh": orang.inspektorat,
    }
    draf = salin_instrumen(
        instrumen_nasional(), pemda=pasuruan.pemda, tahun=2024, oleh=orang.inspektorat
    )
    with pytest.raises(KeadaanSalah, match="masih draf"):
        buka_lembar(instrumen=draf, **isi)
    asing = pasang_instrumen(pemda=pemeran.unit_luar.pemda, tahun=2022, oleh=None)
    mendatang = pasang_instrumen(pemda=None, tahun=2025, oleh=None)
    for instrumen in (asing, mendatang):
        with pytest.raises(ValidationError, match="tidak berlaku"):
            buka_lembar(instrumen=instrumen, **isi)
    bidang = pasuruan.bawahan.first()
    with pytest.raises(ValidationError, match="perangkat daerah"):
        buka_lembar(instrumen=instrumen_nasional(), **{**isi, "unit": bidang})


def test_rekan_inspektorat_dapat_melanjutkan(evaluator, pasuruan):
    rekan = buat_orang("auditor-lain", Peran.INSPEKTORAT, pasuruan)
    beri_nilai(
        evaluator,
        sub_dari(evaluator.lembar)[0],
        oleh=rekan,
        pilihan=nilai(evaluator.lembar, "BB"),
        catatan="Tanpa jawaban.",
    )
    assert NilaiSub.objects.get().dinilai_oleh == rekan
