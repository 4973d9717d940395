"""LKE, LHE and berita acara of a whole worksheet; the LHE is issued with its PDF."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from evaluasi.cetak import terbitkan
from evaluasi.dokumen.lhe import dokumen_lhe
from evaluasi.dokumen.susun import susun_berita_acara, susun_lhe, susun_lke
from evaluasi.models import Lhe
from evaluasi.services.konteks_lhe import konteks_lhe
from evaluasi.services.lhe import terbitkan_lhe, ubah_lhe
from evaluasi.services.rekomendasi import rekomendasikan
from sakip.dokumen.blok import Dokumen, Draf, Judul, KepalaNaskah, Tabel, TandaTangan
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.pdf import GagalCetak
from sakip.dokumen.queries import isi_terbit
from sakip.dokumen.verifikasi import periksa_semua
from sakip.dokumen.xlsx import xlsx_dokumen
from sakip.lib.galat import TidakAda
from tests.dokumen.baca_pdf import baca_tabel
from tests.evaluasi.pabrik import (
    lembar_baru,
    lhe_draf,
    lhe_kertas,
    rekomendasi_terbit,
    selesai_mandiri,
)

SKOR = ["23,10", "20,10", "13,05", "14,25"]


@pytest.fixture
def draf(pasuruan, orang, rekaman) -> Lhe:
    return rekaman.putar(_draf, pasuruan, orang)


def _draf(unit, orang) -> Lhe:
    lhe = lhe_draf(unit, orang)
    rekomendasikan(lhe, uraian="Menyusun SOP.", oleh=orang.inspektorat)
    ubah_lhe(
        lhe, {"tembusan": "Wali Kota\nSekretaris Daerah"}, oleh=orang.inspektorat, versi=lhe.versi
    )
    return Lhe.objects.select_related("unit__pemda", "lembar__instrumen").get(pk=lhe.pk)


def semua(dokumen: Dokumen, jenis: type) -> list:
    return [blok for blok in dokumen.blok() if isinstance(blok, jenis)]


def teks(dokumen: Dokumen) -> str:
    return str(list(dokumen.blok()))


def sel(tabel: Tabel) -> list[list[str]]:
    return [["".join(map(str, satu.isi)) for satu in baris.sel] for baris in tabel.baris]


def test_draf_bertanda_dan_lengkap(draf, pasuruan):
    dokumen = susun_lhe(pasuruan, 2023)
    (kepala,) = semua(dokumen, KepalaNaskah)
    assert kepala.baris[0] == "Pemerintah Kota Pasuruan"
    assert kepala.baris[-1] == "DRAF, belum diterbitkan"
    assert dokumen.draf == Draf(pasuruan.pemda.zona)
    isi = teks(dokumen)
    for kata in (
        "700/1/2024", "02 Mei 2024", "Plt. Kepala Badan Kesatuan Bangsa dan Politik",
        "Nomor 88 Tahun 2021", "Menyusun SOP.", "Sekretaris Daerah", "Inspektur Contoh",
        "BB (Sangat Baik)",
    ):  # fmt: skip
        assert kata in isi
    (tabel,) = semua(dokumen, Tabel)
    baris = sel(tabel)
    assert [satu[-1] for satu in baris if satu[0] in "1234"] == SKOR
    assert [satu[2] for satu in baris if satu[0] in "1234"] == ["30,00", "30,00", "15,00", "25,00"]
    assert baris[-2] == ["Nilai akuntabilitas kinerja", "70,50"]
    assert baris[-1] == ["Predikat", "BB"]
    assert [kolom.kepala for kolom in tabel.kolom][-1] == "Nilai 2024"


def test_kolom_dan_tindak_lanjut_tahun_lalu(pasuruan, orang):
    rekomendasi_terbit(pasuruan, orang, tahun_evaluasi=2023, tahun_kinerja=2022)
    lhe_draf(pasuruan, orang)
    dokumen = susun_lhe(pasuruan, 2023)
    (tabel,) = semua(dokumen, Tabel)
    assert [kolom.kepala for kolom in tabel.kolom][-2:] == ["Nilai 2023", "Nilai 2024"]
    assert sel(tabel)[-2] == ["Nilai akuntabilitas kinerja", "75,51", "70,50"]
    assert "Tindak Lanjut Rekomendasi Tahun Sebelumnya" in [j.teks for j in semua(dokumen, Judul)]
    assert "belum ditindaklanjuti: " in teks(dokumen)


def test_lhe_terbit_dicetak_dari_yang_dibekukan(draf, pasuruan, orang):
    terbitkan_lhe(draf, oleh=orang.inspektorat)
    type(pasuruan).objects.filter(pk=pasuruan.pk).update(nama="Nama Lain")
    dokumen = susun_lhe(type(pasuruan).objects.get(pk=pasuruan.pk), 2023)
    assert "DRAF" not in teks(dokumen)
    assert dokumen.draf is None
    assert "Nama Lain" not in teks(dokumen)
    assert pasuruan.nama in teks(dokumen)


def test_konteks_lama_tetap_tercetak(draf):
    """The first shape had neither weights nor the year before."""
    lama = konteks_lhe(draf)
    for kunci in ("ke", "alasan", "kepada", "tempat", "dasar", "lalu", "nama_komponen"):
        del lama[kunci]
    lama["komponen"] = [
        {k: v for k, v in satu.items() if k != "bobot"} for satu in lama["komponen"]
    ]
    (tabel,) = semua(dokumen_lhe(lama), Tabel)
    assert [satu[2:] for satu in sel(tabel) if satu[0] in "1234"] == [["-", n] for n in SKOR]


def test_dari_kertas_bukan_naskah(pasuruan, orang):
    terbitkan(lhe_kertas(pasuruan, orang), oleh=orang.inspektorat)
    dokumen = susun_lhe(pasuruan, 2023)
    assert "Yang berlaku adalah naskah kertasnya" in teks(dokumen)
    assert "Kami telah mengevaluasi" not in teks(dokumen)
    assert semua(dokumen, TandaTangan) == []
    assert not DokumenTerbit.objects.get(jenis="lhe").berkas.exists()


@pytest.mark.pdf
def test_terbit_dengan_pdf_yang_dibekukan(draf, pasuruan, orang):
    terbitkan(draf, oleh=orang.inspektorat)
    dokumen = DokumenTerbit.objects.get(jenis="lhe", unit=pasuruan)
    pdf = isi_terbit(dokumen, "pdf")
    (tabel,) = baca_tabel(pdf)
    assert tabel.baris[-2][-1] == "70,50"
    assert periksa_semua() == []
    client = Client()
    client.force_login(orang.unit)
    alamat = reverse("evaluasi:cetak", args=[pasuruan.kode, 2023, "lhe", "pdf"])
    jawaban = client.get(alamat)
    assert b"".join(jawaban) == pdf
    assert "attachment" in jawaban["Content-Disposition"]


@pytest.mark.pdf
def test_pdf_yang_gagal_tidak_menerbitkan(draf, orang, monkeypatch, settings, tmp_path):
    settings.FOLDER_DOKUMEN = tmp_path
    monkeypatch.setattr("sakip.dokumen.pdf.BATAS_DETIK", 0.01)
    with pytest.raises(GagalCetak):
        terbitkan(draf, oleh=orang.inspektorat)
    assert Lhe.objects.get(pk=draf.pk).status == "draf"
    assert not DokumenTerbit.objects.filter(jenis="lhe").exists()


def test_lke_tahap_bersebelahan(draf, pasuruan):
    dokumen = susun_lke(pasuruan, 2023)
    hasil, *komponen = semua(dokumen, Tabel)
    assert sel(hasil)[-1][0] == "Nilai akuntabilitas kinerja"
    assert sel(hasil)[-1][-2:] == ["BB", "70,50"]
    assert len(komponen) == 4
    assert [k.kepala for k in komponen[0].kolom if k.grup == "Jawaban"] == [
        "Penilaian mandiri", "Evaluasi inspektorat",
    ]  # fmt: skip
    kriteria = [satu for tabel in komponen for satu in sel(tabel) if len(satu) > 1]
    assert len(kriteria) == 80
    assert {satu[2] for satu in kriteria} == {"Ya"}
    assert {satu[3] for satu in kriteria} == {"-"}
    pita = [satu[0] for satu in sel(komponen[0]) if len(satu) == 1]
    assert pita[0].startswith("1.a Dokumen perencanaan kinerja telah tersedia (bobot 6,00).")
    assert pita[0].endswith("Evaluasi inspektorat: A, 5,40")


def test_lke_sebagai_buku_berbilangan(draf, pasuruan):
    buku = load_workbook(BytesIO(xlsx_dokumen(susun_lke(pasuruan, 2023))))
    assert len(buku.sheetnames) == 5
    angka = {
        Decimal(str(sel.value)) for baris in buku.worksheets[0] for sel in baris
        if sel.data_type == "n" and sel.value is not None
    }  # fmt: skip
    assert {Decimal("70.5"), Decimal("23.1"), Decimal("7.2"), Decimal(100)} <= angka


def test_tahap_inspektorat_belum_terlihat_unit(pasuruan, orang):
    lembar = lembar_baru(pasuruan, orang)
    selesai_mandiri(lembar, orang)
    kepala = {
        nama: [k.grup for k in semua(susun_lke(pasuruan, 2023, pembaca=siapa), Tabel)[0].kolom]
        for nama, siapa in (("unit", orang.unit), ("inspektorat", orang.inspektorat))
    }
    assert "Evaluasi inspektorat" not in kepala["unit"]
    assert "Evaluasi inspektorat" in kepala["inspektorat"]
    with pytest.raises(TidakAda, match="Evaluasi 2024 atas kinerja 2023 belum selesai"):
        susun_berita_acara(pasuruan, 2023)


def test_berita_acara_dua_pihak(draf, pasuruan):
    dokumen = susun_berita_acara(pasuruan, 2023)
    (tanda_tangan,) = semua(dokumen, TandaTangan)
    assert [satu.pengantar for satu in tanda_tangan.penanda] == [
        ("Pihak Kedua,",),
        ("Pihak Pertama,",),
    ]
    assert tanda_tangan.penanda[1].jabatan == "Inspektur Kota Pasuruan"
    assert "70,50" in teks(dokumen)
    assert "BB (Sangat Baik)" in teks(dokumen)
