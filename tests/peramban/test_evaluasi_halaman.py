"""Every page of evaluation with contents, on a desk and on a phone; axe finds nothing."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import get_resolver

from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.models import Lhe, Rekomendasi
from evaluasi.services.bukti_jawaban import Lampiran, lampirkan
from evaluasi.services.lembar import mulai_tahap, selesaikan_tahap
from evaluasi.services.lhe import catat_komponen, susun_lhe, terbitkan_lhe, ubah_lhe
from evaluasi.services.rekomendasi import Letak, rekomendasikan
from evaluasi.services.tindak_lanjut import (
    BuktiBaru,
    Target,
    laporkan,
    minta_perpanjangan,
    rencanakan,
)
from evaluasi.status import KeadaanUnit
from sakip.organisasi.models import Pengguna, Unit
from tests.berkas import contoh
from tests.evaluasi.pabrik import (
    TANGGAL,
    Orang,
    jawab_semua,
    kriteria_dari,
    lembar_baru,
    lhe_kertas,
    selesai_evaluasi,
    tahap,
)
from tests.peramban.alat import periksa, periksa_kedua_lebar
from tests.peramban.alat_evaluasi import alamat

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]

# files, buttons and cells, and a redirect
BUKAN_HALAMAN = {
    "cetak", "lembar-sel", "lembar-excel", "bukti-unduh", "bukti-halaman", "bukti-hapus", "lhe-unduh",
    "rekomendasi-bukti-unduh", "meja-kini",
}  # fmt: skip
# looked at with contents of their own: over all units by test_evaluasi_semua, what is set for a
# pemda and the workbook by test_aksesibilitas
DI_TEMPAT_LAIN = {
    "meja", "peringkat", "kriteria", "simulasi", "setelan", "lembar-impor", "lembar-tinjau",
    "instrumen", "instrumen-satu", "instrumen-salin", "instrumen-ubah", "instrumen-bagian",
    "instrumen-bagian-baru", "instrumen-bagian-hapus", "instrumen-bagian-bawahan",
}  # fmt: skip
LEMBAR = {"lembar": [], "lembar-isi": ["mandiri"]}
LAMA = "Menyusun SOP pengukuran kinerja."


@pytest.fixture
def orang(pasuruan) -> Orang:
    akun = {satu.nama_pengguna: satu for satu in Pengguna.objects.all()}
    return Orang(unit=akun["sekretariat"], inspektorat=akun["inspektorat"])


def tindak_lanjuti(unit: Unit, orang: Orang, lhe: Lhe) -> dict[str, list[int]]:
    """A step reported with evidence, one that asks for more time, one just planned."""
    satu = lhe.rekomendasi.select_related("unit__pemda", "lhe").earliest("urutan")
    target = Target(JenisTarget.BULAN, bulan=12)
    rencana = [
        rencanakan(satu, uraian=f"Langkah {ke}.", unit=unit, target=target, oleh=orang.unit)
        for ke in range(3)
    ]
    berkas = SimpleUploadedFile("sop.pdf", contoh.pdf())
    bukti = [BuktiBaru(unggahan=berkas, halaman="3"), BuktiBaru(tautan="https://contoh.id/a")]
    laporkan(
        rencana[0], keadaan=KeadaanUnit.SELESAI, uraian="SOP terbit.", oleh=orang.unit, bukti=bukti
    )
    minta = minta_perpanjangan(
        rencana[1], menjadi=date(2099, 1, 1), alasan="Anggaran.", oleh=orang.unit
    )
    return {
        "rekomendasi": [],
        "rekomendasi-satu": [satu.pk],
        "rencana-baru": [satu.pk],
        "rencana-ubah": [satu.pk, rencana[2].pk],
        "rencana-lapor": [satu.pk, rencana[0].pk],
        "rencana-perpanjang": [satu.pk, rencana[2].pk],
        "rekomendasi-putus": [satu.pk],
        "perpanjangan-putus": [satu.pk, minta.pk],
        "rekomendasi-kaitkan": [satu.pk],
        "lhp-catat": [],
        "penanggung-jawab": [],
    }


def setahun_lalu(unit: Unit, orang: Orang) -> Rekomendasi:
    """An issued LHE of the year before, with a recommendation that comes back."""
    lhe = lhe_kertas(unit, orang, tahun_evaluasi=2023, tahun_kinerja=2022, tanggal=None)
    rekomendasikan(lhe, uraian=LAMA, oleh=orang.inspektorat)
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    return lhe.rekomendasi.get()


def draf(lembar: Any, orang: Orang, lama: Rekomendasi) -> tuple[Lhe, dict[str, list[int]]]:
    """With a note, a recommendation like the old one and one tied to it; and its pages."""
    lhe = susun_lhe(lembar, oleh=orang.inspektorat)
    komponen = lembar.instrumen.komponen.first()
    sub = komponen.sub.first()
    catat_komponen(lhe, komponen, oleh=orang.inspektorat, catatan="Tertata.", versi=1)
    for berulang in (None, lama):
        rekomendasikan(
            lhe, uraian=LAMA, oleh=orang.inspektorat, letak=[Letak(komponen, sub)],
            berulang_dari=berulang,
        )  # fmt: skip
    satu = lhe.rekomendasi.earliest("urutan")
    return lhe, {
        "lhe": [],
        "lhe-catat": [],
        "lhe-draf": [lhe.pk],
        "lhe-ubah": [lhe.pk],
        "lhe-catatan": [lhe.pk, komponen.pk],
        "lhe-catatan-sub": [lhe.pk, komponen.pk, sub.pk],
        "lhe-rekomendasi-baru": [lhe.pk],
        "lhe-rekomendasi-ubah": [lhe.pk, satu.pk],
        "lhe-terbit": [lhe.pk],
    }


def tempat(*isi: dict[str, list]) -> dict[str, str]:
    return {nama: alamat(nama, *sisa) for satu in isi for nama, sisa in satu.items()}


def test_setiap_halaman_evaluasi(perambah, pasuruan, orang):
    unit, inspektorat = perambah.buka("sekretariat"), perambah.buka("inspektorat")
    lama = setahun_lalu(pasuruan, orang)
    lembar = lembar_baru(pasuruan, orang)
    mandiri, (satu, *_) = tahap(lembar, "mandiri"), kriteria_dari(lembar)
    mulai_tahap(mandiri, oleh=orang.unit)
    jawab_semua(mandiri, orang.unit)
    jawaban = mandiri.jawaban.get(kriteria=satu)
    jawaban.tahap = mandiri
    berkas = SimpleUploadedFile("pedoman.pdf", contoh.pdf())
    lampirkan(jawaban, Lampiran(2023, "3", unggahan=[berkas]), oleh=orang.unit)
    semua = tempat(LEMBAR, {"bukti-tambah": ["mandiri", satu.pk]})
    temuan = periksa(unit, semua)
    selesaikan_tahap(mandiri, oleh=orang.unit)
    selesai_evaluasi(lembar, orang)
    susun = tempat({"lhe-susun": []})
    usai = {"LKE": alamat("lembar"), "tahap usai": alamat("lembar-isi", "evaluator")}
    temuan |= periksa(inspektorat, susun | usai)
    lhe, isi = draf(lembar, orang, lama)
    temuan |= periksa(inspektorat, tempat(isi))
    isi_kepala = {"nomor": "700/1/2024", "tanggal": TANGGAL}
    ubah_lhe(lhe, isi_kepala, oleh=orang.inspektorat, versi=lhe.versi)
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    tindak = tempat(tindak_lanjuti(pasuruan, orang, lhe))
    milik_unit = {nama for nama in tindak if nama.startswith(("rencana-", "penanggung-"))}
    temuan |= periksa(unit, {nama: tindak[nama] for nama in milik_unit} | {"LHE": alamat("lhe")})
    temuan |= periksa(inspektorat, {n: tindak[n] for n in tindak.keys() - milik_unit})
    unit.goto(tindak["rencana-baru"])
    unit.get_by_role("button", name="Simpan langkah").click()
    unit.get_by_role("alert").wait_for()
    assert (temuan, periksa_kedua_lebar(unit)) == ({}, [])
    pola = next(p for p in get_resolver().url_patterns if p.namespace == "evaluasi")
    assert {*semua, *susun, *isi, *tindak} | BUKAN_HALAMAN | DI_TEMPAT_LAIN == {
        satu.name for satu in pola.url_patterns
    }
