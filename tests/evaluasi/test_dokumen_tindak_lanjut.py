"""The follow-up as documents 01 and 02 print it, read back from blocks, PDF and workbook."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import call_command
from openpyxl import load_workbook

from evaluasi.dokumen.susun import susun_tindak_lanjut
from evaluasi.dokumen.tindak_lanjut import BentukCetak
from evaluasi.hitung.tenggat import TANPA_TANGGAL_LHE, JenisTarget, Triwulan
from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import Rekomendasi, RencanaTindakLanjut
from evaluasi.services.rekomendasi import putuskan
from evaluasi.services.tindak_lanjut import Target, laporkan, rencanakan
from evaluasi.status import KeadaanUnit
from sakip.dokumen.blok import Dokumen, Identitas, Tabel, TandaTangan
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna
from tests.dokumen.baca_pdf import baca_tabel, rapat
from tests.evaluasi.pabrik import rekomendasi_terbit


@pytest.fixture(autouse=True)
def termuat(contoh_evaluasi, db) -> None:
    """The examples of both documents."""


def tabel(dokumen: Dokumen) -> Tabel:
    (satu,) = [blok for blok in dokumen.blok() if isinstance(blok, Tabel)]
    return satu


def isi(dokumen: Dokumen) -> list[list[str]]:
    return [["".join(map(str, sel.isi)) for sel in baris.sel] for baris in tabel(dokumen).baris]


def kata(dokumen: Dokumen, jenis: type) -> str:
    return str([blok for blok in dokumen.blok() if isinstance(blok, jenis)])


def test_bentuk_dokumen_pertama(pasuruan):
    dokumen = susun_tindak_lanjut(pasuruan, 2022)
    assert [kolom.kepala for kolom in tabel(dokumen).kolom] == [
        "No", "Rekomendasi LHE", "Rencana aksi", "Target penyelesaian", "Keterangan",
    ]  # fmt: skip
    baris = isi(dokumen)
    assert [satu[0] for satu in baris] == ["1", "2", "3", "4"]
    assert [satu[3] for satu in baris] == ["12 bulan", "12 bulan", "12 bulan", "Setiap triwulan"]
    assert baris[0][1].startswith("Menyusun dokumen perencanaan kinerja dengan memperhatikan")
    assert baris[0][2].startswith("Dokumen perencanaan kinerja telah disusun")
    assert baris[0][4].startswith("Telah dilaksanakan. Berdasarkan Monev dan LKPI Tahun 2023")
    assert baris[3][4] == "Telah dilaksanakan"
    assert tabel(dokumen).catatan == ((TANPA_TANGGAL_LHE,),)
    assert "75,51" in kata(dokumen, Identitas)
    assert "Plt. Kepala Badan Kesatuan Bangsa dan Politik" in kata(dokumen, TandaTangan)


def test_putusan_bila_diminta(pasuruan):
    satu = Rekomendasi.objects.filter(unit=pasuruan).earliest("urutan")
    inspektorat = Pengguna.objects.get(nama_pengguna="inspektorat")
    putuskan(
        satu, StatusTindakLanjut.SESUAI, catatan="Sudah diperiksa.", oleh=inspektorat, sesudah=0
    )
    assert len(isi(susun_tindak_lanjut(pasuruan, 2022))[0]) == 5
    akhir = [baris[-1] for baris in isi(susun_tindak_lanjut(pasuruan, 2022, putusan=True))]
    assert akhir[0].startswith("Sesuai rekomendasi, ")
    assert akhir[0].endswith(": Sudah diperiksa.")
    assert akhir[1:] == ["Belum ditindaklanjuti; belum ada putusan."] * 3


def test_bentuk_dokumen_kedua(balangan):
    dokumen = susun_tindak_lanjut(balangan, 2023, BentukCetak.KOMPONEN)
    baris = isi(dokumen)
    pita = [satu[0] for satu in baris if len(satu) == 1]
    assert pita == [
        "A. Perencanaan Kinerja", "B. Pengukuran Kinerja", "C. Pelaporan Kinerja",
        "D. Evaluasi Akuntabilitas Kinerja Internal",
    ]  # fmt: skip
    milik = [satu for satu in baris if len(satu) == 4]
    assert [satu[0] for satu in milik] == [h for h in "ABCD" for _ in range(3)]
    awal = {satu[1].partition(":")[0] for satu in milik}
    assert awal == {"a. Keberadaan", "b. Kualitas", "c. Pemanfaatan"}
    pertama = {satu[0]: satu for satu in reversed(milik)}
    assert pertama["A"][2:] == pertama["B"][2:]
    assert pertama["A"][2].startswith("Monitoring evaluasi triwulan I, II, III dan IV")
    assert [len(pertama[h][2].split("\n")) for h in "ABCD"] == [1, 1, 3, 1]
    assert pertama["C"][3].startswith("1) Melampirkan dokumen Laporan Kinerja")
    assert "Satu rekomendasi yang sama" in str(tabel(dokumen).catatan)
    identitas = kata(dokumen, Identitas)
    assert balangan.nama in identitas
    assert "HP" not in identitas


def test_tanpa_rencana_dan_tanpa_laporan(pasuruan, orang):
    satu = rekomendasi_terbit(pasuruan, orang)
    assert isi(susun_tindak_lanjut(pasuruan, 2023)) == [
        ["1", "Menyusun SOP pengukuran.", "Belum ada rencana aksi.", "-", "Belum dilaporkan."]
    ]
    rencanakan(
        satu,
        uraian="Menyusun SOP.",
        unit=pasuruan,
        target=Target(JenisTarget.BULAN, bulan=12),
        oleh=orang.unit,
    )
    rencanakan(
        satu,
        uraian="Menerapkan SOP.",
        unit=pasuruan,
        target=Target(JenisTarget.TRIWULAN),
        oleh=orang.unit,
    )
    kedua = RencanaTindakLanjut.objects.get(rekomendasi=satu, urutan=2)
    laporkan(
        kedua,
        keadaan=KeadaanUnit.PROSES,
        uraian="SOP diuji.",
        oleh=orang.unit,
        triwulan=Triwulan(2024, 6),
    )
    dokumen = susun_tindak_lanjut(pasuruan, 2023)
    assert [baris[2:] for baris in isi(dokumen)] == [
        ["Menyusun SOP.", "12 bulan (sampai 02 Mei 2025)", "Belum dilaporkan."],
        ["Menerapkan SOP.", "Setiap triwulan", "Triwulan II 2024: Dalam proses. SOP diuji."],
    ]
    assert [baris.sel[1].ulang for baris in tabel(dokumen).baris] == [False, True]
    assert tabel(dokumen).catatan == ()


@pytest.mark.parametrize("tahun", [2020, 2024])
def test_tahun_lain_menyebut_yang_ada(tahun, pasuruan):
    pesan = rf"LHE terbit atas kinerja {tahun}\. Yang ada: kinerja 2022 \(evaluasi 2023\); kinerja"
    with pytest.raises(TidakAda, match=pesan):
        susun_tindak_lanjut(pasuruan, tahun)


def test_lhe_tanpa_rekomendasi(pasuruan):
    with pytest.raises(TidakAda, match="LHE 2022 atas kinerja 2021 tidak memuat rekomendasi"):
        susun_tindak_lanjut(pasuruan, 2021)


def test_pemda_lain_tidak_mencetak(pasuruan, balangan):
    with pytest.raises(TidakAda, match=r"belum mempunyai LHE terbit atas kinerja 2023.$"):
        susun_tindak_lanjut(
            balangan, 2023, pembaca=Pengguna.objects.get(nama_pengguna="inspektorat")
        )


def cetak(tempat: Path, akhiran: str, *pilihan: str) -> Path:
    berkas = tempat / f"a{akhiran}"
    call_command("cetak", "tindak-lanjut", "--keluaran", str(berkas), *pilihan, verbosity=0)
    return berkas


def test_lembar_kerja_terbuka_lagi(pasuruan, tmp_path):
    pilihan = ("--unit", pasuruan.kode, "--tahun", "2022")
    buku = load_workbook(BytesIO(cetak(tmp_path, ".xlsx", *pilihan).read_bytes()))
    kolom = [sel.value for sel in buku.active["D"]]
    assert kolom.count("12 bulan") == 3
    semua = [sel for baris in buku.active for sel in baris if sel.value is not None]
    assert {sel.data_type for sel in semua} == {"s"}


@pytest.mark.pdf
def test_pdf_terbaca_lagi(pasuruan, tmp_path):
    pilihan = ("--unit", pasuruan.kode, "--tahun", "2022", "--bentuk", "ringkas")
    (terbaca,) = baca_tabel(cetak(tmp_path, ".pdf", *pilihan).read_bytes())
    harapan = isi(susun_tindak_lanjut(pasuruan, 2022))
    assert [len(satu) for satu in terbaca.baris] == [5] * 4
    assert terbaca.baris[3] == [rapat(sel) for sel in harapan[3]]
    assert [satu[3] for satu in terbaca.baris] == ["12bulan"] * 3 + ["Setiaptriwulan"]
