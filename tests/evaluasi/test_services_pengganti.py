"""A replaced LHE: what it said stays, its recommendations go on in the one that replaces it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import CatatanKomponen, Komponen, Lhe, Rekomendasi
from evaluasi.queries.tindak_lanjut import status_rekomendasi
from evaluasi.services.konteks_lhe import konteks_lhe
from evaluasi.services.lhe import (
    batalkan_draf,
    catat_komponen,
    catat_lhe,
    hapus_catatan,
    susun_lhe,
    terbitkan_lhe,
    ubah_lhe,
)
from evaluasi.services.rekomendasi import Letak, putuskan, rekomendasikan
from evaluasi.services.rekomendasi_draf import (
    bawa_rekomendasi,
    hapus_rekomendasi,
    pindahkan_rekomendasi,
    ubah_rekomendasi,
)
from evaluasi.services.tindak_lanjut import Target, laporkan, rencanakan
from evaluasi.status import KeadaanUnit
from sakip.dokumen.verifikasi import periksa_dokumen
from sakip.jejak.models import CatatanJejak
from sakip.jejak.queries import riwayat
from sakip.lib.transisi import DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Pejabat, Penempatan
from sakip.web.versi import SudahBerubah
from tests.evaluasi.pabrik import TANGGAL, instrumen_nasional, lhe_draf, lhe_kertas

TEKS = ("Menyusun SOP.", "Memantau setiap triwulan.", "Melatih pegawai.")


@pytest.fixture
def terbit(pasuruan, orang, rekaman) -> Lhe:
    return rekaman.putar(_terbit, pasuruan, orang)


@pytest.fixture
def pengganti(terbit, orang, rekaman) -> Lhe:
    return rekaman.putar(_pengganti, terbit, orang)


def _terbit(unit, orang) -> Lhe:
    """Issued from a worksheet, with three recommendations; the first has its follow-up."""
    lhe = lhe_draf(unit, orang)
    ubah_lhe(lhe, {"ringkasan": "Baik."}, oleh=orang.inspektorat, versi=lhe.versi)
    komponen = list(lhe.lembar.instrumen.komponen.all())
    catat_komponen(lhe, komponen[0], oleh=orang.inspektorat, catatan="Tertata.", versi=1)
    for ke, teks in enumerate(TEKS):
        letak = [Letak(komponen[ke], komponen[ke].sub.first()), Letak(komponen[ke + 1])]
        rekomendasikan(lhe, uraian=teks, oleh=orang.inspektorat, letak=letak)
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    rencana = rencanakan(
        Rekomendasi.objects.select_related("lhe", "unit__pemda").get(uraian=TEKS[0]),
        uraian="SOP disusun.",
        unit=unit,
        target=Target(JenisTarget.BULAN, bulan=6),
        oleh=orang.unit,
    )
    laporkan(rencana, keadaan=KeadaanUnit.SELESAI, uraian="Terbit.", oleh=orang.unit)
    return Lhe.objects.get(pk=lhe.pk)


def _pengganti(terbit, orang) -> Lhe:
    lhe = susun_lhe(terbit.lembar, oleh=orang.inspektorat, alasan="Salah nomor.")
    isi = {"nomor": "700/2/2024", "tanggal": TANGGAL}
    ubah_lhe(lhe, isi, oleh=orang.inspektorat, versi=lhe.versi)
    return lhe


def milik(lhe: Lhe, teks: str) -> Rekomendasi:
    return lhe.rekomendasi.get(uraian=teks)


def ubah(rekomendasi: Rekomendasi, teks: str, oleh) -> None:
    ubah_rekomendasi(
        rekomendasi, uraian=teks, letak=(), berulang_dari=None, oleh=oleh, versi=rekomendasi.versi
    )


def berlaku() -> list[str]:
    return list(Rekomendasi.objects.berlaku().order_by("urutan").values_list("uraian", flat=True))


def test_draf_pengganti_memuat_yang_terbit(terbit, pengganti):
    assert pengganti.ringkasan == "Baik."
    assert konteks_lhe(pengganti)["komponen"] == konteks_lhe(terbit)["komponen"]
    assert konteks_lhe(pengganti)["rekomendasi"] == konteks_lhe(terbit)["rekomendasi"]
    assert berlaku() == [*TEKS]


def test_tindak_lanjut_berlanjut_dan_yang_lama_tetap(terbit, pengganti, orang):
    lama = konteks_lhe(terbit)
    pokok = milik(terbit, TEKS[0])
    ubah(milik(pengganti, TEKS[0]), "Menyusun dan menetapkan SOP.", orang.inspektorat)
    hapus = milik(pengganti, TEKS[1])
    hapus_rekomendasi(hapus, oleh=orang.inspektorat, versi=hapus.versi)
    rekomendasikan(pengganti, uraian="Merevisi IKU.", oleh=orang.inspektorat)
    terbitkan_lhe(pengganti, oleh=orang.inspektorat)

    assert konteks_lhe(Lhe.objects.get(pk=terbit.pk)) == lama == terbit.dokumen.konteks
    baru = Lhe.objects.get(pk=pengganti.pk)
    assert baru.dokumen.konteks == konteks_lhe(baru)
    assert periksa_dokumen(terbit.dokumen) == periksa_dokumen(baru.dokumen) == []
    assert berlaku() == ["Menyusun dan menetapkan SOP.", TEKS[2], "Merevisi IKU."]
    pokok.refresh_from_db()
    assert (pokok.lhe, pokok.urutan, pokok.uraian) == (baru, 1, "Menyusun dan menetapkan SOP.")
    assert pokok.rencana.get().laporan.get().uraian == "Terbit."
    naskah = milik(terbit, TEKS[0])
    assert (naskah.pokok, naskah.rencana.count(), naskah.putusan.count()) == (pokok, 0, 0)
    terakhir = riwayat(pokok)[0]
    assert (terakhir.aksi, terakhir.alasan) == ("rekomendasi.dibawa", "Salah nomor.")
    assert terakhir.sebelum["uraian"] == TEKS[0]


def test_yang_tidak_dibawa_tidak_ditindaklanjuti_lagi(terbit, pengganti, orang):
    hapus = milik(pengganti, TEKS[1])
    hapus_rekomendasi(hapus, oleh=orang.inspektorat, versi=hapus.versi)
    terbitkan_lhe(pengganti, oleh=orang.inspektorat)
    tinggal, naskah = milik(terbit, TEKS[1]), milik(terbit, TEKS[0])
    for satu in (tinggal, naskah):
        with pytest.raises(KeadaanSalah, match="tidak memuat rekomendasi ini"):
            rencanakan(
                satu,
                uraian="x",
                unit=satu.unit,
                target=Target(JenisTarget.BULAN, bulan=6),
                oleh=orang.unit,
            )
        with pytest.raises(KeadaanSalah, match="tidak memuat rekomendasi ini"):
            putuskan(
                satu,
                StatusTindakLanjut.SESUAI,
                catatan="x",
                oleh=orang.inspektorat,
                sesudah=0,
            )
    pokok = Rekomendasi.objects.get(naskah=naskah)
    putuskan(pokok, StatusTindakLanjut.SESUAI, catatan="Cukup.", oleh=orang.inspektorat, sesudah=0)
    assert status_rekomendasi(pokok) == StatusTindakLanjut.SESUAI


def test_diganti_dua_kali(terbit, pengganti, orang):
    pokok = milik(terbit, TEKS[0])
    terbitkan_lhe(pengganti, oleh=orang.inspektorat)
    ketiga = susun_lhe(terbit.lembar, oleh=orang.inspektorat, alasan="Salah tanggal.")
    ubah(milik(ketiga, TEKS[0]), "SOP ditetapkan.", orang.inspektorat)
    isi = {"nomor": "700/3/2024", "tanggal": TANGGAL}
    ubah_lhe(ketiga, isi, oleh=orang.inspektorat, versi=ketiga.versi)
    terbitkan_lhe(ketiga, oleh=orang.inspektorat)
    assert berlaku() == ["SOP ditetapkan.", *TEKS[1:]]
    pokok.refresh_from_db()
    assert (pokok.lhe_id, pokok.rencana.count()) == (ketiga.pk, 1)
    for lhe in Lhe.objects.all():
        assert konteks_lhe(lhe) == lhe.dokumen.konteks
    assert pokok.naskah.count() == 2


def test_yang_dilepas_dapat_dibawa_lagi(terbit, pengganti, orang):
    oleh = orang.inspektorat
    hapus = milik(pengganti, TEKS[1])
    hapus_rekomendasi(hapus, oleh=oleh, versi=hapus.versi)
    assert [satu.urutan for satu in pengganti.rekomendasi.order_by("urutan")] == [1, 2]
    bawa_rekomendasi(pengganti, milik(terbit, TEKS[1]), oleh=oleh)
    assert [satu.uraian for satu in pengganti.rekomendasi.order_by("urutan")] == [
        TEKS[0], TEKS[2], TEKS[1],
    ]  # fmt: skip
    with pytest.raises(ValidationError, match="sudah dibawa"):
        bawa_rekomendasi(pengganti, milik(terbit, TEKS[1]), oleh=oleh)
    with pytest.raises(ValidationError, match="bukan dari LHE"):
        bawa_rekomendasi(pengganti, milik(pengganti, TEKS[0]), oleh=oleh)


def test_urutan_dipindah_sekali(pengganti, orang):
    oleh = orang.inspektorat

    def urutan() -> list[str]:
        return [satu.uraian for satu in pengganti.rekomendasi.order_by("urutan")]

    kedua = milik(pengganti, TEKS[1])
    pindahkan_rekomendasi(kedua, naik=True, urutan=2, oleh=oleh)
    assert urutan() == [TEKS[1], TEKS[0], TEKS[2]]
    with pytest.raises(DidahuluiOrangLain):
        pindahkan_rekomendasi(kedua, naik=True, urutan=2, oleh=oleh)
    pindahkan_rekomendasi(kedua, naik=True, urutan=1, oleh=oleh)  # at the end it stays
    pindahkan_rekomendasi(kedua, naik=False, urutan=1, oleh=oleh)
    assert urutan() == [*TEKS]


def test_rekomendasi_yang_terbit_tidak_diubah(terbit, orang, pemeran):
    satu = milik(terbit, TEKS[0])
    oleh = orang.inspektorat
    for tindakan in (
        lambda oleh: ubah(satu, "x", oleh),
        lambda oleh: hapus_rekomendasi(satu, oleh=oleh, versi=satu.versi),
        lambda oleh: pindahkan_rekomendasi(satu, naik=False, urutan=1, oleh=oleh),
        lambda oleh: bawa_rekomendasi(terbit, satu, oleh=oleh),
        lambda oleh: batalkan_draf(terbit, oleh=oleh, versi=terbit.versi),
    ):
        with pytest.raises(KeadaanSalah, match="terbit"):
            tindakan(oleh)
        with pytest.raises(HakKurang):
            tindakan(pemeran["perencana"])
    assert berlaku() == [*TEKS]


def test_ubah_dengan_versi_lama(pengganti, orang):
    satu = milik(pengganti, TEKS[0])
    lama = Rekomendasi.objects.get(pk=satu.pk)
    ubah(satu, "Baru.", orang.inspektorat)
    with pytest.raises(SudahBerubah):
        ubah(lama, "Lain.", orang.inspektorat)
    with pytest.raises(SudahBerubah):
        hapus_rekomendasi(lama, oleh=orang.inspektorat, versi=lama.versi)
    assert milik(pengganti, "Baru.").komponen.count() == 0


def test_ulangan_menahan_penghapusan(pasuruan, orang):
    oleh = orang.inspektorat
    lama = lhe_kertas(pasuruan, orang, tahun_evaluasi=2023, tanggal=date(2023, 5, 1))
    awal = rekomendasikan(lama, uraian="SOP.", oleh=oleh)
    baru = lhe_kertas(pasuruan, orang)
    rekomendasikan(baru, uraian="SOP.", oleh=oleh, berulang_dari=awal)
    with pytest.raises(KeadaanSalah, match="dikaitkan"):
        hapus_rekomendasi(awal, oleh=oleh, versi=awal.versi)
    with pytest.raises(KeadaanSalah, match="dikaitkan"):
        batalkan_draf(lama, oleh=oleh, versi=lama.versi)


def test_naskah_bukan_yang_diulang(terbit, pengganti, pasuruan, orang):
    lhe = lhe_kertas(pasuruan, orang, tahun_evaluasi=2025, tanggal=None)
    with pytest.raises(ValidationError, match="tahun sebelumnya"):
        rekomendasikan(
            lhe,
            uraian="x",
            oleh=orang.inspektorat,
            berulang_dari=milik(pengganti, TEKS[0]),
        )


def test_draf_dibatalkan(terbit, pengganti, orang):
    with pytest.raises(SudahBerubah):
        batalkan_draf(pengganti, oleh=orang.inspektorat, versi=pengganti.versi - 1)
    batalkan_draf(pengganti, oleh=orang.inspektorat, versi=pengganti.versi)
    assert list(Lhe.objects.all()) == [terbit]
    assert (berlaku(), CatatanKomponen.objects.exclude(lhe=terbit).count()) == ([*TEKS], 0)
    assert CatatanJejak.objects.filter(aksi="lhe.dibatalkan").count() == 1


def test_kertas_diganti(pasuruan, orang):
    lama = lhe_kertas(pasuruan, orang)
    komponen = Komponen.objects.filter(instrumen=instrumen_nasional()).first()
    catatan = catat_komponen(lama, komponen, oleh=orang.inspektorat, catatan="Ada.", nilai=20)
    rekomendasikan(lama, uraian="SOP.", oleh=orang.inspektorat)
    terbitkan_lhe(lama, oleh=orang.inspektorat)
    isi = {"unit": pasuruan, "tahun_evaluasi": 2024, "tahun_kinerja": 2023}
    baru = catat_lhe(**isi, oleh=orang.inspektorat, alasan="Salah nilai.")
    salinan = baru.catatan.get()
    assert (salinan.nilai, salinan.catatan) == (20, "Ada.")
    with pytest.raises(KeadaanSalah, match="terbit"):
        hapus_catatan(catatan, oleh=orang.inspektorat, versi=catatan.versi)
    hapus_catatan(salinan, oleh=orang.inspektorat, versi=salinan.versi)
    terbitkan_lhe(baru, oleh=orang.inspektorat)
    assert (baru.catatan.count(), berlaku()) == (0, ["SOP."])


def test_inspektur_menjadi_penanda(pasuruan, orang):
    pejabat = Pejabat.objects.create(pemda=pasuruan.pemda, nama="Siti", nip="1" * 18)
    isi = {"pejabat": pejabat, "dari": date(2020, 1, 1)}
    Penempatan.objects.create(jabatan="Inspektur Pembantu I", **isi)
    Penempatan.objects.create(jabatan="Inspektur Kota Pasuruan", memimpin=True, status="plt", **isi)
    lembar = lhe_draf(pasuruan, orang).lembar
    lama = Lhe.objects.get()
    batalkan_draf(lama, oleh=orang.inspektorat, versi=lama.versi)
    lhe = susun_lhe(lembar, oleh=orang.inspektorat)
    assert (lhe.penanda_nama, lhe.penanda_nip, lhe.penanda_jabatan) == (
        "Siti", "1" * 18, "Plt. Inspektur Kota Pasuruan",
    )  # fmt: skip
