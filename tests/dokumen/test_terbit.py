"""Issuing: versions in a row, frozen input, files that stay what they were."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from pengukuran.models import Realisasi
from sakip.berkas.galat import BerkasBerubah, BerkasHilang, GagalSimpan
from sakip.berkas.gudang import letak
from sakip.berkas.models import Berkas
from sakip.dokumen.kanonik import BukanJson
from sakip.dokumen.models import DokumenBerkas, DokumenTerbit
from sakip.dokumen.queries import berkas_terbit, dokumen_terbit, isi_terbit
from sakip.dokumen.services import catat_terbitan, siapkan
from sakip.dokumen.unduhan import jawab_terbit
from sakip.dokumen.verifikasi import periksa_dokumen
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.jejak.queries import riwayat
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import CatatanKurang
from sakip.organisasi.models import Unit
from tests.berkas import contoh
from tests.dokumen.terbitan import JENIS, KONTEKS, terbit
from tests.lib.bersamaan import bersamaan
from tests.lib.unit_kecil import unit_kecil
from tests.pemeran import buat_akun


def jumlah() -> tuple[int, int, int]:
    """Documents of this test, their files, and acts of issuing them in the trail."""
    dokumen = DokumenTerbit.objects.exclude(jenis__startswith="perjanjian-kinerja")
    jejak = CatatanJejak.objects.filter(aksi=Aksi.DOKUMEN_TERBIT)
    jejak = jejak.exclude(objek_nama__startswith="perjanjian-kinerja")
    return dokumen.count(), DokumenBerkas.objects.count(), jejak.count()


@pytest.fixture
def lkjip(pemeran) -> DokumenTerbit:
    return terbit(pemeran.unit, pemeran["perencana"], nomor="065/12/2024")


def test_yang_diterbitkan_tercatat_seluruhnya(lkjip, pemeran):
    tersimpan = DokumenTerbit.objects.get(jenis=JENIS)
    assert (tersimpan.unit, tersimpan.diterbitkan_oleh) == (pemeran.unit, pemeran["perencana"])
    assert (tersimpan.ke, tersimpan.menggantikan, tersimpan.nomor) == (1, None, "065/12/2024")
    assert (tersimpan.konteks, tersimpan.skema) == (KONTEKS, 1)
    assert str(lkjip) == f"{JENIS} 2023 versi 1, {pemeran.unit.nama}"
    (catatan,) = riwayat(lkjip)
    assert (catatan.aksi, catatan.unit) == (Aksi.DOKUMEN_TERBIT, pemeran.unit)
    assert catatan.sesudah["sidik"] == lkjip.sidik
    assert set(catatan.sesudah["berkas"]) == {"pdf", "html"}
    assert jumlah() == (1, 2, 1)


def test_berkas_dibaca_kembali_menurut_bentuk(lkjip):
    assert isi_terbit(lkjip, "pdf") == contoh.pdf()
    assert isi_terbit(lkjip, "html") == b"<p>LKjIP</p>"
    assert str(berkas_terbit(lkjip, "html")).endswith("(HTML)")
    with pytest.raises(TidakAda, match="tidak diterbitkan dalam bentuk XLSX"):
        isi_terbit(lkjip, "xlsx")


def test_versi_baru_menyebut_yang_digantikannya(lkjip, pemeran):
    baru = terbit(pemeran.unit, pemeran["pimpinan"], alasan=" salah jumlah pagu ")
    assert (baru.ke, baru.menggantikan, baru.alasan) == (2, lkjip, "salah jumlah pagu")
    assert dokumen_terbit(pemeran.unit, JENIS, 2023) == baru
    assert riwayat(baru).get().alasan == "salah jumlah pagu"
    assert isi_terbit(lkjip, "pdf") == contoh.pdf()


@pytest.mark.parametrize("alasan", ["", "  "])
def test_versi_baru_tanpa_alasan_ditolak(lkjip, pemeran, alasan):
    with pytest.raises(CatatanKurang, match=r"sudah terbit sebagai versi 1\. Tulis alasan"):
        terbit(pemeran.unit, pemeran["perencana"], alasan=alasan)
    assert jumlah() == (1, 2, 1)


def test_setiap_dokumen_bernomor_versi_sendiri(lkjip, pemeran):
    lain = [{"jenis": "uji-lain"}, {"tahun": 2024}]
    dokumen = [terbit(pemeran.unit, pemeran["perencana"], **satu) for satu in lain]
    dokumen.append(terbit(pemeran.unit_lain, pemeran["perencana"]))
    assert [(satu.ke, satu.menggantikan) for satu in dokumen] == [(1, None)] * 3
    assert dokumen_terbit(pemeran.unit_lain, JENIS, 2024) is None


def test_unduhan_sama_byte_demi_byte_setelah_data_berubah(lkjip, pemeran):
    sebelum = jawab_terbit(lkjip, "pdf").content
    Realisasi.objects.update(nilai=Decimal(1))
    pemeran.unit.nama = "Badan Lain"
    pemeran.unit.save()
    terbit(
        pemeran.unit, pemeran["perencana"], alasan="ganti", berkas={"pdf": contoh.pdf(halaman=2)}
    )
    jawaban = jawab_terbit(DokumenTerbit.objects.get(pk=lkjip.pk), "pdf")
    assert jawaban.content == sebelum == contoh.pdf()
    assert jawaban["Content-Disposition"] == (
        f'attachment; filename="{JENIS}-{pemeran.unit.kode}-2023-v1.pdf"'
    )


@pytest.mark.parametrize(
    ("rusakkan", "galat"),
    [(lambda b: b.unlink(), BerkasHilang), (lambda b: b.write_bytes(b"x"), BerkasBerubah)],
)
def test_berkas_yang_dirusak_tidak_diberikan(lkjip, settings, rusakkan, galat):
    sidik = berkas_terbit(lkjip, "pdf").berkas.sidik
    rusakkan(Path(settings.FOLDER_BERKAS) / letak(sidik))
    with pytest.raises(galat):
        jawab_terbit(lkjip, "pdf")
    assert jawab_terbit(lkjip, "html").content == b"<p>LKjIP</p>"


def test_konteks_dibekukan_saat_disiapkan(pemeran):
    konteks = {"baris": ["1.50"]}
    terbitan = siapkan(
        jenis=JENIS, unit=pemeran.unit, tahun=2023, konteks=konteks, skema=1,
        berkas={"pdf": contoh.pdf()},
    )  # fmt: skip
    konteks["baris"].append("berubah")
    assert catat_terbitan(terbitan, oleh=pemeran["perencana"]).konteks == {"baris": ["1.50"]}


def test_tanpa_berkas_konteksnya_yang_menjadi_bukti(pemeran):
    dokumen = terbit(pemeran.unit, pemeran["perencana"], berkas={})
    assert (dokumen.konteks, jumlah()) == (KONTEKS, (1, 0, 1))
    assert periksa_dokumen(dokumen) == []
    with pytest.raises(TidakAda, match="tidak diterbitkan dalam bentuk PDF"):
        isi_terbit(dokumen, "pdf")


@pytest.mark.parametrize(
    ("nilai", "pesan"),
    [
        (1.5, "data.a[0].b: float must be written as text"),
        (Decimal("1.5"), "data.a[0].b: Decimal must be written as text"),
        (date(2023, 1, 1), "data.a[0].b: date must be written as text"),
        ({1: "x"}, "data.a[0].b: key 1 is no text"),
        ("a\0b", "data.a[0].b: text with a NUL or half a character"),
        ("\ud800", "data.a[0].b: text with a NUL or half a character"),
        ({"\0": 1}, "data.a[0].b: text with a NUL or half a character"),
    ],
)
def test_konteks_yang_tidak_pasti_ejaannya_ditolak(pemeran, settings, nilai, pesan):
    with pytest.raises(BukanJson) as galat:
        terbit(pemeran.unit, pemeran["perencana"], konteks={"a": [{"b": nilai}]})
    assert (str(galat.value), jumlah()) == (pesan, (0, 0, 0))
    assert not Path(settings.FOLDER_BERKAS).exists()


def test_konteks_kembali_seperti_semula_dari_basis_data(pemeran):
    konteks = {"z": [None, True, -(10**20), "é “”\U0001f600\n"], "a": {"b": {}, "c": []}}
    dokumen = terbit(pemeran.unit, pemeran["perencana"], konteks=konteks)
    dokumen.refresh_from_db()
    assert json.dumps(dokumen.konteks, sort_keys=True) == json.dumps(konteks, sort_keys=True)


@pytest.mark.parametrize(
    ("beda", "galat"),
    [
        ({"berkas": {"odt": b"x"}}, ValueError),
        ({"berkas": {"pdf": b""}}, ValueError),
        ({"jenis": ""}, ValidationError),
        ({"jenis": "LKjIP 2023"}, ValidationError),
        ({"tahun": 1999}, ValidationError),
        ({"skema": 0}, ValidationError),
        ({"konteks": {}}, ValidationError),
        ({"nomor": "n" * 121}, ValidationError),
    ],
)
def test_isian_salah_tidak_menerbitkan_apa_pun(pemeran, beda, galat):
    with pytest.raises(galat):
        terbit(pemeran.unit, pemeran["perencana"], **beda)
    assert (jumlah(), Berkas.objects.count()) == ((0, 0, 0), 0)


def test_penyimpanan_gagal_tidak_menerbitkan_apa_pun(pemeran, settings, tmp_path):
    (tmp_path / "bukan-folder").touch()
    settings.FOLDER_BERKAS = tmp_path / "bukan-folder"
    with pytest.raises(GagalSimpan):
        terbit(pemeran.unit, pemeran["perencana"])
    assert jumlah() == (0, 0, 0)


def test_gangguan_di_tengah_tidak_menerbitkan_apa_pun(pemeran):
    """The database refuses the second file, when the document and the first one are written."""
    terbitan = siapkan(
        jenis=JENIS, unit=pemeran.unit, tahun=2023, konteks=KONTEKS, skema=1,
        berkas={"pdf": contoh.pdf(), "html": b"<p>a</p>"},
    )  # fmt: skip
    rusak = {**terbitan.berkas, "html": replace(terbitan.berkas["html"], sidik="abc")}
    with pytest.raises(IntegrityError):
        catat_terbitan(replace(terbitan, berkas=rusak), oleh=pemeran["perencana"])
    assert (jumlah(), Berkas.objects.count()) == ((0, 0, 0), 0)


@pytest.fixture
def dinas(transactional_db) -> Unit:
    return unit_kecil()


def test_dua_penerbitan_bersamaan_menjadi_dua_versi(dinas):
    oleh = buat_akun("penerbit", dinas.pemda)
    isi = [contoh.pdf(halaman=n) for n in (1, 2)]

    def terbitkan(pdf: bytes) -> DokumenTerbit:
        return terbit(dinas, oleh, alasan="bersamaan", berkas={"pdf": pdf})

    hasil = bersamaan(*(lambda pdf=pdf: terbitkan(pdf) for pdf in isi))
    assert sorted(satu.ke for satu in hasil) == [1, 2]
    pertama, kedua = DokumenTerbit.objects.filter(jenis=JENIS).order_by("ke")
    assert kedua.menggantikan == pertama
    assert {isi_terbit(satu, "pdf") for satu in hasil} == set(isi)
    assert jumlah() == (2, 2, 2)


def test_dari_dua_penerbitan_pertama_yang_kedua_ditanyai_alasannya(dinas):
    oleh = buat_akun("penerbit", dinas.pemda)
    hasil = bersamaan(*[lambda: terbit(dinas, oleh)] * 2)
    assert sorted(type(satu).__name__ for satu in hasil) == ["CatatanKurang", "DokumenTerbit"]
    assert jumlah() == (1, 2, 1)


def test_untuk_menurut_unit(lkjip, pemeran):
    luar = terbit(pemeran.unit_luar, pemeran["inspektorat_luar"])
    for nama, dokumen in (("operator", lkjip), ("inspektorat", lkjip), ("inspektorat_luar", luar)):
        milik = DokumenTerbit.objects.filter(jenis=JENIS)
        assert list(milik.untuk(pemeran[nama])) == [dokumen]
        berkas = DokumenBerkas.objects.untuk(pemeran[nama])
        assert {satu.dokumen for satu in berkas} == {dokumen}
    assert not DokumenTerbit.objects.untuk(pemeran["admin"]).exists()
    assert not DokumenBerkas.objects.untuk(pemeran["perencana_lain"]).exists()
