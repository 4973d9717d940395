"""Variables give the value through the formula; nothing is ever computed from an empty one."""

from decimal import Decimal

import pytest

from pengukuran.models import NilaiVariabel
from pengukuran.services.sel import Hasil
from sakip.jejak.aksi import Aksi
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_isian import tak_berubah
from tests.perencanaan.pabrik_rencana import rumuskan


def isi(kantor, kolom: str, teks: str, semula: str = "", oleh: str = "operator"):
    return kantor.isi(kolom, teks, oleh=oleh, semula=semula, milik="rumus")


def baris(kantor):
    return kantor.baris(milik="rumus")


@pytest.fixture
def terisi(kantor):
    isi(kantor, "variabel.kini", "1")
    isi(kantor, "variabel.semua", "3 orang")
    return kantor


def test_nilai_dari_variabelnya(kantor):
    jejak = JejakBaru()
    pertama = isi(kantor, "variabel.kini", "1")
    assert (pertama.hasil, pertama.pesan) == (Hasil.TERSIMPAN, "Variabel semua belum diisi.")
    assert (baris(kantor).jenis, baris(kantor).nilai) == ("tanpa_angka", None)
    kedua = isi(kantor, "variabel.semua", "3")
    assert (kedua.hasil, kedua.pesan) == (Hasil.TERSIMPAN, "")
    satu = baris(kantor)
    assert (satu.jenis, satu.nilai, satu.sumber) == ("angka", Decimal("33.333333"), "formula")
    assert jejak.aksi() == [Aksi.REALISASI_DIISI] * 2
    terakhir = jejak.baris()[-1]
    assert terakhir.sesudah["variabel.semua"] == "3"
    assert terakhir.sesudah["nilai"] == "33.333333"


def test_variabel_yang_sama_tidak_ditulis_lagi(terisi):
    with tak_berubah():
        assert isi(terisi, "variabel.semua", "3,0", "3").hasil is Hasil.SAMA


def test_variabel_dikosongkan_mengosongkan_nilai(terisi):
    jawaban = isi(terisi, "variabel.semua", "", "3")
    assert jawaban.pesan == "Variabel semua belum diisi."
    assert (baris(terisi).jenis, baris(terisi).nilai) == ("tanpa_angka", None)
    assert NilaiVariabel.objects.get(variabel__nama="semua").nilai is None


def test_pembagi_nol_disebut(terisi):
    jawaban = isi(terisi, "variabel.semua", "0", "3")
    assert (jawaban.hasil, jawaban.pesan) == (Hasil.TERSIMPAN, "Pembagi “semua” bernilai 0.")
    assert baris(terisi).nilai is None


def test_hasil_terlalu_besar_disebut(terisi):
    isi(terisi, "variabel.kini", "999999999", "1")
    jawaban = isi(terisi, "variabel.semua", "0,000001", "3")
    assert jawaban.pesan == "Hasil rumusnya terlalu besar. Periksa variabelnya."
    assert baris(terisi).nilai is None


def test_rumus_yang_salah_disebut(terisi):
    rumuskan(terisi.rumus, rumus="kini / asing")
    jawaban = isi(terisi, "variabel.kini", "2", "1")
    assert jawaban.pesan.startswith("Rumus indikator ini salah:")
    assert jawaban.pesan.endswith("Minta sekretariat memperbaikinya.")
    assert NilaiVariabel.objects.get(variabel__nama="kini").nilai == 2


def test_nilai_langsung_hanya_tanpa_variabel(terisi):
    with tak_berubah("KetikanIsian"):
        jawaban = isi(terisi, "nilai", "40", "33,333333")
    assert jawaban.hasil is Hasil.TANYA
    assert "dihitung dari variabelnya (kini, semua)" in jawaban.pesan
    assert isi(terisi, "tanpa_variabel", "ya").hasil is Hasil.TERSIMPAN
    assert baris(terisi).nilai == Decimal("33.333333")
    assert isi(terisi, "nilai", "40", "33,333333").hasil is Hasil.TERSIMPAN
    satu = baris(terisi)
    assert (satu.nilai, satu.sumber, satu.tanpa_variabel) == (Decimal(40), "diisi", True)
    isi(terisi, "variabel.kini", "2", "1")
    assert baris(terisi).nilai == Decimal(40)


def test_kembali_ke_variabel_menghitung_ulang(terisi):
    isi(terisi, "tanpa_variabel", "on")
    isi(terisi, "nilai", "40", "33,333333")
    isi(terisi, "tanpa_variabel", "", "ya")
    satu = baris(terisi)
    assert (satu.nilai, satu.sumber, satu.tanpa_variabel) == (
        Decimal("33.333333"),
        "formula",
        False,
    )


def test_belum_diukur_bertahan_sampai_variabel_lengkap(kantor):
    isi(kantor, "belum_diukur", "data BPS")
    isi(kantor, "variabel.kini", "1")
    assert (baris(kantor).jenis, baris(kantor).alasan) == ("belum_diukur", "data BPS")
    isi(kantor, "variabel.semua", "4")
    satu = baris(kantor)
    assert (satu.jenis, satu.nilai, satu.alasan) == ("angka", Decimal(25), "")
    isi(kantor, "belum_diukur", "ditunda")
    assert baris(kantor).nilai is None
    isi(kantor, "belum_diukur", "", "ditunda")
    assert baris(kantor).nilai == Decimal(25)


@pytest.mark.parametrize(
    ("kolom", "teks", "milik"),
    [("variabel.kini", "1.5", "rumus"), ("tanpa_variabel", "mungkin", "rumus"),
     ("tanpa_variabel", "ya", "polos")],
)  # fmt: skip
def test_yang_tidak_terbaca_ditanyakan(kolom, teks, milik, kantor):
    with tak_berubah("KetikanIsian"):
        assert kantor.isi(kolom, teks, milik=milik).hasil is Hasil.TANYA


def test_dua_orang_pada_variabel_yang_sama(terisi):
    isi(terisi, "variabel.kini", "2", "1", oleh="perencana")
    jawaban = isi(terisi, "variabel.kini", "3", "1")
    assert (jawaban.hasil, jawaban.tersimpan) == (Hasil.BENTROK, "2")
