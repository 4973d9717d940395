"""Realisasi anggaran, saved amount by amount: by whom, until when, and never over another's."""

from decimal import Decimal
from functools import partial

import pytest

from pengukuran.models import KetikanBelanja, RealisasiAnggaran
from pengukuran.services.anggaran import (
    SelBelanja,
    buang_belanja,
    lembar_belanja,
    simpan_belanja,
)
from pengukuran.services.sel import Hasil
from perencanaan.models import Pagu, VersiAnggaran
from sakip.jejak.aksi import Aksi
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import HakKurang, KeadaanSalah
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_belanja import Kas, buat_kas, simpan_di_halaman
from tests.pengukuran.alat_isian import TAHUN, atur_jendela, tak_berubah
from tests.perencanaan.pabrik_rencana import buat_simpul


@pytest.fixture
def kas(kantor) -> Kas:
    return buat_kas(kantor)


def ketikan(kas: Kas, siapa: str = "operator") -> list[tuple]:
    """Whose node it is of, month, code, text and message of what this person may read."""
    nama = {kas.sub.pk: "sub", kas.dirinci.pk: "dirinci"}
    semua = KetikanBelanja.objects.untuk(kas.kantor[siapa]).order_by("pk")
    return [(nama[s.simpul_id], s.bulan, s.jenis_belanja_id, s.teks, s.pesan) for s in semua]


def test_diisi_diubah_lalu_dikosongkan(kas):
    jejak = JejakBaru()
    isi = kas.isi("1.250.000,50")
    assert (isi.hasil, isi.tersimpan) == (Hasil.TERSIMPAN, "1.250.000,50")
    assert kas.tersimpan() == {("Sub 1", "5"): Decimal("1250000.50")}
    assert kas.isi("0", semula="1.250.000,50").tersimpan == "0"
    assert kas.tersimpan() == {("Sub 1", "5"): Decimal(0)}
    assert kas.isi("", semula="0").tersimpan == ""
    assert kas.tersimpan() == {}
    assert jejak.aksi() == [Aksi.BELANJA_DIISI, Aksi.BELANJA_DIISI, Aksi.BELANJA_DIKOSONGKAN]
    unit = {(b.unit_id, b.pengguna_id) for b in jejak.baris()}
    assert unit == {(kas.kantor.unit.pk, kas.kantor["operator"].pk)}


def test_belanja_yang_dirinci_diisi_menurut_kodenya(kas):
    kas.isi("30", milik="dirinci", kode="5.1.01")
    kas.isi("10", milik="dirinci", kode="5.2", oleh="perencana")
    assert kas.tersimpan() == {("Sub 2", "5.1.01"): 30, ("Sub 2", "5.2"): 10}


@pytest.mark.parametrize(
    ("teks", "pesan", "usul"),
    [
        ("12.5", "Titik memisahkan ribuan", ("12,5",)),
        ("1,250,000", "Ada 2 koma", ("1.250.000",)),
        ("-", "Tanda - berarti tidak diukur", ()),
        ("N/A", "N/A berarti datanya tidak ada", ()),
        ("-5", "tidak boleh negatif", ()),
        ("12 juta", "Tulis semua digitnya", ("12.000.000",)),
    ],
)
def test_yang_tidak_terbaca_ditanyakan(kas, teks, pesan, usul):
    with tak_berubah("KetikanBelanja"):
        jawaban = kas.isi(teks)
    assert jawaban.hasil is Hasil.TANYA
    assert pesan in jawaban.pesan
    assert (jawaban.ketikan, jawaban.tersimpan, jawaban.usul) == (teks, "", usul)
    assert ketikan(kas) == [("sub", 3, "5", teks, jawaban.pesan)]


def test_ketikan_diganti_lalu_hilang_setelah_tersimpan(kas):
    kas.isi("12.5")
    kas.isi("12.55\x00")
    assert [satu[3] for satu in ketikan(kas)] == ["12.55"]
    kas.isi("12,55")
    assert (ketikan(kas), kas.tersimpan()) == ([], {("Sub 1", "5"): Decimal("12.55")})
    kas.isi("12.5", semula="12,55")
    assert kas.isi("12,55", semula="12,55").hasil is Hasil.SAMA
    assert ketikan(kas) == []


def test_ketikan_tiap_orang_dan_isian_sendiri(kas):
    kas.isi("1.5")
    kas.isi("2.5", oleh="perencana")
    kas.isi("3.5", bulan=6)
    kas.isi("4.5", milik="dirinci", kode="5.2")
    assert [satu[:4] for satu in ketikan(kas)] == [
        ("sub", 3, "5", "1.5"), ("sub", 6, "5", "3.5"), ("dirinci", 3, "5.2", "4.5"),
    ]  # fmt: skip
    buang_belanja(kas.sel(), oleh=kas.kantor["operator"])
    assert len(ketikan(kas)) == 2
    assert [satu[3] for satu in ketikan(kas, "perencana")] == ["2.5"]
    assert ketikan(kas, "organisasi") == []


def test_yang_sama_tidak_ditulis_lagi(kas):
    kas.isi("1.000")
    with tak_berubah():
        assert kas.isi("1000", semula="1.000").hasil is Hasil.SAMA


def test_simpanan_orang_lain_tidak_tertimpa(kas):
    kas.isi("10")
    with tak_berubah("KetikanBelanja"):
        jawaban = kas.isi("20", oleh="perencana")
    assert [satu[3:] for satu in ketikan(kas, "perencana")] == [("20", jawaban.pesan)]
    assert (jawaban.hasil, jawaban.tersimpan, jawaban.ketikan) == (Hasil.BENTROK, "10", "20")
    assert kas.isi("20", semula="10", oleh="perencana").hasil is Hasil.TERSIMPAN
    assert ketikan(kas, "perencana") == []


@pytest.mark.parametrize(
    ("siapa", "milik"),
    [
        ("operator", "lain"), ("operator_lain", "sub"), ("operator_induk", "sub"),
        ("pimpinan", "sub"), ("pembaca", "sub"), ("inspektorat", "sub"), ("organisasi", "sub"),
        ("admin", "sub"), ("perencana_luar", "sub"),
    ],
)  # fmt: skip
def test_bukan_bidangnya(kas, siapa, milik):
    with tak_berubah(), pytest.raises(HakKurang, match="diisi oleh Bidang"):
        kas.isi("10", oleh=siapa, milik=milik)


def test_tanpa_bidang_hanya_sekretariat(kas):
    kas.lain.bidang = None
    kas.lain.save()
    with tak_berubah(), pytest.raises(HakKurang, match="diisi oleh sekretariat Dinas Uji"):
        kas.isi("10", oleh="operator_lain", milik="lain")
    kas.isi("10", oleh="perencana", milik="lain")
    assert kas.tersimpan() == {("Program lain", "5"): 10}


@pytest.mark.parametrize("keadaan", ["belum buka", "terkunci"])
def test_jendela_tertutup(kas, keadaan):
    atur_jendela(kas.kantor.unit, 3, keadaan)
    with tak_berubah("KetikanBelanja"), pytest.raises(KeadaanSalah) as tutup:
        kas.isi("10")
    assert ketikan(kas) == [("sub", 3, "5", "10", str(tutup.value))]


def test_lewat_tenggat_masih_dapat_diisi(kas):
    atur_jendela(kas.kantor.unit, 3, "terlambat")
    assert kas.isi("10").hasil is Hasil.TERSIMPAN


@pytest.mark.parametrize(
    ("sel", "beda"),
    [
        ("bulan bukan akhir triwulan", {"bulan": 4}),
        ("bulan di luar setahun", {"bulan": 15}),
        ("kode tanpa pagu", {"kode": "5.2"}),
        ("kode tidak dikenal", {"kode": "9"}),
        ("tahun lain", {"tahun": TAHUN + 1}),
    ],
)
def test_isian_palsu(kas, sel, beda):
    benar = {"unit": kas.kantor.unit, "simpul_id": kas.sub.pk, "tahun": TAHUN, "bulan": 3}
    palsu = SelBelanja(**({**benar, "kode": "5"} | beda))
    with tak_berubah(), pytest.raises(TidakAda, match=r"tidak ada dalam anggaran|belum ada"):
        simpan_di_halaman(palsu, "1", "", kas.kantor["perencana"])


def test_simpul_unit_lain(kas, pasuruan):
    asing = pasuruan.pk
    simpul = RealisasiAnggaran.objects.filter(simpul__renstra_versi__renstra__unit=asing).first()
    palsu = SelBelanja(kas.kantor.unit, simpul.simpul_id, 2023, 12, str(simpul.jenis_belanja_id))
    with tak_berubah(), pytest.raises(TidakAda):
        simpan_di_halaman(palsu, "1", "", kas.kantor["perencana"])


def test_simpul_tanpa_pagu(kas):
    baru = buat_simpul(kas.sub.renstra_versi, "sub_kegiatan", kas.sub.induk, kode="1.01.1.9")
    palsu = SelBelanja(kas.kantor.unit, baru.pk, TAHUN, 3, "5")
    with tak_berubah(), pytest.raises(TidakAda):
        simpan_di_halaman(palsu, "1", "", kas.kantor["perencana"])


def test_hanya_yang_ditawarkan_halamannya(kas):
    """Neither what has parts below it, nor what only a version of the budget before had."""
    atas = SelBelanja(kas.kantor.unit, kas.sub.induk.induk_id, TAHUN, 3, "5")
    with tak_berubah(), pytest.raises(TidakAda, match="tidak ada dalam anggaran"):
        simpan_di_halaman(atas, "1", "", kas.kantor["perencana"])
    baru = VersiAnggaran.objects.create(unit=kas.kantor.unit, tahun=TAHUN, ke=2, jenis="perubahan")
    Pagu.objects.create(
        versi_anggaran=baru, simpul=kas.sub, jenis_belanja_id="5.1", jumlah=Decimal(90)
    )
    with tak_berubah(), pytest.raises(TidakAda):
        kas.isi("10")
    assert kas.isi("10", kode="5.1").hasil is Hasil.TERSIMPAN


def test_halaman_yang_sudah_usang(kas):
    """Right, window and node are asked again when it is written; the page only offers it."""
    oleh, sel = kas.kantor["operator"], kas.sel()
    lembar = lembar_belanja(sel.unit, sel.tahun, sel.bulan, oleh)
    simpan = partial(simpan_belanja, teks="10", semula="", lembar=lembar)
    with tak_berubah(), pytest.raises(TidakAda):
        simpan(kas.sel(bulan=6), oleh=oleh)
    with tak_berubah(), pytest.raises(HakKurang, match="diisi oleh Bidang"):
        simpan(sel, oleh=kas.kantor["operator_lain"])
    atur_jendela(kas.kantor.unit, 3, "terkunci")
    with tak_berubah("KetikanBelanja"), pytest.raises(KeadaanSalah):
        simpan(sel, oleh=oleh)
    buang_belanja(sel, oleh=oleh)
    Pagu.objects.filter(simpul=kas.sub).delete()
    kas.sub.delete()
    with tak_berubah(), pytest.raises(TidakAda, match="Muat ulang"):
        simpan(sel, oleh=oleh)
