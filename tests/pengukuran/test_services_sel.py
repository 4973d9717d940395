"""A cell as typed: stored, asked about, or set beside what somebody else wrote; never lost."""

from decimal import Decimal

import pytest

from pengukuran.models import KetikanIsian, Realisasi
from pengukuran.services.sel import Hasil, Sel, buang_ketikan, simpan_sel
from sakip.jejak.aksi import Aksi
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import HakKurang, KeadaanSalah
from sakip.organisasi.models import Pemda
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_isian import TAHUN, atur_jendela, kecualikan, tak_berubah
from tests.pengukuran.pabrik import OPINI, buat_skala_predikat

TEKS = ("keterangan", "pendukung", "penghambat", "upaya", "alasan")


def ketikan(kantor, kolom: str = "nilai", oleh: str = "operator") -> KetikanIsian | None:
    return KetikanIsian.objects.filter(oleh=kantor[oleh], kolom=kolom).first()


@pytest.mark.parametrize(
    ("teks", "nilai", "tersimpan"),
    [
        ("8", "8", "8"),
        (" 1.234,5 ", "1234.5", "1.234,5"),
        ("1234,5", "1234.5", "1.234,5"),
        ("12 lembaga", "12", "12"),
        ("0", "0", "0"),
        ("-1,5", "-1.5", "-1,5"),
        ("999.999.999,999999", "999999999.999999", "999.999.999,999999"),
    ],
)
def test_angka_tersimpan_seperti_dimaksud(teks, nilai, tersimpan, kantor):
    jejak = JejakBaru()
    jawaban = kantor.isi(teks=teks)
    baris = kantor.baris()
    assert (jawaban.hasil, jawaban.tersimpan) == (Hasil.TERSIMPAN, tersimpan)
    assert (baris.jenis, baris.nilai, baris.sumber) == ("angka", Decimal(nilai), "diisi")
    assert (baris.status, baris.frekuensi, baris.unit) == ("draf", "triwulanan", kantor.unit)
    assert baris.diisi_oleh == kantor["operator"]
    catatan = jejak.satu()
    assert (catatan.aksi, catatan.pengguna, catatan.unit_id) == (
        Aksi.REALISASI_DIISI, kantor["operator"], kantor.unit.pk,
    )  # fmt: skip
    pelaku = baris.pelaku.values_list("pengguna", "sebagai")
    assert list(pelaku) == [(kantor["operator"].pk, "pengisi")]


@pytest.mark.parametrize(
    ("teks", "tanya", "usul"),
    [
        ("12.5", "Maksud Anda 12,5", ("12,5",)),
        ("1,234.56", "Titik memisahkan ribuan", ("1.234,56",)),
        ("-", "Tanda - berarti tidak diukur", ()),
        ("N/A", "N/A berarti datanya tidak ada", ()),
        ("1.000.000.000", "", ()),
        ("1,1234567", "", ()),
        ("5 juta", "Tulis semua digitnya", ("5.000.000",)),
        ("12 orang", "Satuan di sini lembaga", ("12",)),
        ("=1+1", "", ()),
    ],
)
def test_yang_meragukan_ditanyakan_dan_disimpan_sebagai_ketikan(teks, tanya, usul, kantor):
    with tak_berubah("KetikanIsian"):
        jawaban = kantor.isi(teks=teks)
    assert (jawaban.hasil, jawaban.ketikan, jawaban.tersimpan) == (Hasil.TANYA, teks, "")
    assert tanya in jawaban.pesan
    assert jawaban.usul == usul
    assert (ketikan(kantor).teks, ketikan(kantor).pesan) == (teks, jawaban.pesan)


def test_ketikan_diganti_lalu_hilang_setelah_tersimpan(kantor):
    kantor.isi(teks="12.5")
    kantor.isi(teks="12.55")
    assert ketikan(kantor).teks == "12.55"
    kantor.isi(teks="12,55")
    assert KetikanIsian.objects.count() == 0


def test_ketikan_tiap_orang_dan_sel_sendiri(kantor):
    kantor.isi(teks="12.5")
    kantor.isi(teks="13.5", oleh="perencana")
    kantor.isi("upaya", "x" * 5001)
    assert KetikanIsian.objects.count() == 3
    milik = KetikanIsian.objects.untuk(kantor["operator"])
    assert {satu.kolom for satu in milik} == {"nilai", "upaya"}
    buang_ketikan(kantor.sel(), oleh=kantor["operator"])
    assert ketikan(kantor) is None
    assert ketikan(kantor, oleh="perencana").teks == "13.5"


@pytest.mark.parametrize("kolom", TEKS)
def test_teks_tersimpan_tanpa_angka(kolom, kantor):
    """The first cell may be any; the row is a draft without a figure."""
    jawaban = kantor.isi(kolom, "  baris satu\r\nbaris dua\x00 ")
    baris = kantor.baris()
    assert jawaban.hasil is Hasil.TERSIMPAN
    assert getattr(baris, kolom) == jawaban.tersimpan == "baris satu\nbaris dua"
    assert (baris.jenis, baris.nilai) == ("tanpa_angka", None)
    kantor.isi(kolom, "", semula=jawaban.tersimpan)
    assert getattr(kantor.baris(), kolom) == ""


@pytest.mark.parametrize(
    ("kolom", "batas", "tertulis"), [("upaya", 5000, "5.000"), ("keterangan", 200, "200")]
)
def test_teks_terlalu_panjang_ditanyakan_dengan_angkanya(kolom, batas, tertulis, kantor):
    assert kantor.isi(kolom, "é" * batas).hasil is Hasil.TERSIMPAN
    jawaban = kantor.isi(kolom, "y" * (batas + 1), semula="é" * batas)
    assert jawaban.hasil is Hasil.TANYA
    assert f"paling banyak {tertulis} karakter" in jawaban.pesan
    assert ketikan(kantor, kolom).teks == "y" * (batas + 1)
    assert getattr(kantor.baris(), kolom) == "é" * batas


def test_menyimpan_dua_kali_satu_baris_jejak(kantor):
    jejak = JejakBaru()
    assert kantor.isi(teks="8").hasil is Hasil.TERSIMPAN
    with tak_berubah():
        assert kantor.isi(teks="8").hasil is Hasil.SAMA
        assert kantor.isi(teks="8,000 lembaga", semula="8").hasil is Hasil.SAMA
        assert kantor.isi("upaya", " ").hasil is Hasil.SAMA
    assert jejak.aksi() == [Aksi.REALISASI_DIISI]


def test_sel_kosong_tidak_membuat_baris(kantor):
    with tak_berubah():
        assert kantor.isi(teks=" ").hasil is Hasil.SAMA
    assert not Realisasi.objects.filter(tahun=TAHUN).exists()


def test_angka_dikosongkan_kembali(kantor):
    kantor.isi(teks="8")
    jawaban = kantor.isi(teks="", semula="8")
    assert (jawaban.hasil, kantor.baris().jenis, kantor.baris().nilai) == (
        Hasil.TERSIMPAN, "tanpa_angka", None,
    )  # fmt: skip


def test_sel_yang_diubah_orang_lain_tidak_tertimpa(kantor):
    kantor.isi(teks="8")
    kantor.isi(teks="9", semula="8", oleh="perencana")
    with tak_berubah("KetikanIsian"):
        jawaban = kantor.isi(teks="7", semula="8")
    assert jawaban.hasil is Hasil.BENTROK
    assert (jawaban.ketikan, jawaban.tersimpan, jawaban.semula) == ("7", "9", "8")
    assert jawaban.oleh == str(kantor["perencana"])
    assert ketikan(kantor).teks == "7"
    assert kantor.isi(teks="7", semula="9").hasil is Hasil.TERSIMPAN
    assert ketikan(kantor) is None


def test_yang_sama_dengan_tulisan_orang_lain_tidak_bentrok(kantor):
    kantor.isi(teks="8")
    kantor.isi(teks="9", semula="8", oleh="perencana")
    assert kantor.isi(teks="9,0", semula="8").hasil is Hasil.SAMA


def test_sel_lain_pada_baris_yang_sama_tidak_bentrok(kantor):
    kantor.isi(teks="8")
    kantor.isi("upaya", "menyurati", oleh="perencana")
    kantor.isi("penghambat", "hujan")
    baris = kantor.baris()
    assert (baris.nilai, baris.upaya, baris.penghambat) == (Decimal(8), "menyurati", "hujan")
    pelaku = set(baris.pelaku.values_list("pengguna", "sebagai"))
    assert pelaku == {(kantor[n].pk, "pengisi") for n in ("operator", "perencana")}


def test_isi_saat_dibuka_boleh_ditulis_lain(kantor):
    kantor.isi(teks="1234,5")
    assert kantor.isi(teks="7", semula="1234,50").hasil is Hasil.TERSIMPAN


def test_belum_diukur_dengan_alasan_dan_sebaliknya(kantor):
    kantor.isi(teks="8")
    kantor.isi("alasan", "hasil sementara")
    kantor.isi("belum_diukur", "survei terbit Mei")
    baris = kantor.baris()
    assert (baris.jenis, baris.nilai, baris.alasan) == ("belum_diukur", None, "survei terbit Mei")
    jawaban = kantor.isi("alasan", "lain")
    assert (jawaban.hasil, jawaban.tersimpan) == (Hasil.TANYA, "")
    assert kantor.isi(teks="").hasil is Hasil.SAMA
    kantor.isi(teks="9")
    baris = kantor.baris()
    assert (baris.jenis, baris.nilai, baris.alasan) == ("angka", Decimal(9), "")


def test_belum_diukur_ditarik(kantor):
    kantor.isi("belum_diukur", "survei")
    kantor.isi("belum_diukur", "", semula="survei")
    assert (kantor.baris().jenis, kantor.baris().alasan) == ("tanpa_angka", "")


def test_predikat_dari_skalanya(kantor):
    buat_skala_predikat(kantor.unit.pemda, OPINI, kantor.polos.indikator)
    assert kantor.isi(teks="wtp").tersimpan == "WTP"
    baris = kantor.baris()
    assert (baris.jenis, baris.predikat, baris.nilai) == ("predikat", "WTP", None)
    for teks in ("4", "AA", "WT"):
        jawaban = kantor.isi(teks=teks, semula="WTP")
        assert jawaban.pesan.endswith("Pilih salah satu: WTP, WDP, TW, TMP.")
    assert kantor.isi(teks="WTP ", semula="").hasil is Hasil.SAMA
    kantor.isi(teks="", semula="WTP")
    assert kantor.baris().jenis == "tanpa_angka"


@pytest.mark.parametrize("keadaan", ["diajukan", "diverifikasi", "disetujui"])
def test_yang_sudah_diajukan_tidak_diubah_dan_ketikannya_disimpan(keadaan, kantor):
    kantor.jadikan(keadaan)
    with tak_berubah("KetikanIsian"), pytest.raises(KeadaanSalah, match=f"sudah {keadaan}"):
        kantor.isi(teks="7", semula="8")
    assert ketikan(kantor).teks == "7"


def test_yang_dikembalikan_dapat_diubah(kantor):
    kantor.jadikan("dikembalikan")
    assert kantor.isi(teks="7", semula="8").hasil is Hasil.TERSIMPAN
    assert kantor.baris().status == "dikembalikan"


@pytest.mark.parametrize("keadaan", ["belum buka", "terkunci"])
def test_jendela_tertutup_menolak_tetapi_ketikan_tidak_hilang(keadaan, kantor):
    jendela = atur_jendela(kantor.unit, 3, keadaan)
    with tak_berubah("KetikanIsian"), pytest.raises(KeadaanSalah, match="Triwulan I 2024"):
        kantor.isi(teks="7")
    assert ketikan(kantor).teks == "7"
    assert kantor.isi(teks="7", bulan=6).hasil is Hasil.TERSIMPAN
    if keadaan == "terkunci":
        kecualikan(kantor.unit, jendela, kantor["organisasi"])
        assert kantor.isi(teks="7").hasil is Hasil.TERSIMPAN


@pytest.mark.parametrize(
    "nama", ["operator_lain", "operator_induk", "pimpinan", "pembaca", "admin", "perencana_luar"]
)
def test_yang_tidak_berhak_tidak_menulis_apa_pun(nama, kantor):
    with tak_berubah(), pytest.raises(HakKurang, match="Dinas Uji"):
        kantor.isi(teks="7", oleh=nama)


@pytest.mark.parametrize(
    "ubah",
    [
        {"bulan": 4}, {"bulan": 0}, {"bulan": 15}, {"bulan": -3}, {"tahun": 2019},
        {"tahun": 2027}, {"tahun": 0}, {"kolom": "status"}, {"kolom": "diverifikasi_oleh"},
        {"kolom": "bukti"}, {"kolom": "variabel.kini"}, {"kolom": ""}, {"indikator_id": 0},
    ],
)  # fmt: skip
def test_sel_palsu_ditolak(ubah, kantor):
    asli = kantor.sel()
    sel = Sel(**({k: getattr(asli, k) for k in asli.__dataclass_fields__} | ubah))
    with tak_berubah(), pytest.raises(TidakAda):
        simpan_sel(sel, teks="7", semula="", oleh=kantor["perencana"])


def test_unit_palsu_ditolak(kantor):
    lain = kantor["perencana_luar"].penugasan.get().unit
    for unit, orang in ((lain, "perencana_luar"), (kantor.bidang, "perencana")):
        sel = Sel(unit, kantor.polos.indikator_id, TAHUN, 3, "nilai")
        with tak_berubah(), pytest.raises(TidakAda):
            simpan_sel(sel, teks="7", semula="", oleh=kantor[orang])


def test_banyaknya_kueri_tidak_tumbuh(kantor, django_assert_max_num_queries):
    kantor.isi(teks="8")
    with django_assert_max_num_queries(18):
        kantor.isi(teks="9", semula="8")
    with django_assert_max_num_queries(18):
        kantor.isi(teks="9", semula="8")


@pytest.mark.parametrize("milik_pemda_ini", [True, False])
def test_predikat_menurut_skala_pemdanya_sendiri(milik_pemda_ini, kantor):
    lain = Pemda.objects.create(
        kode="kab-luar", nama="Luar", jenis="kabupaten", sebutan_kepala="Bupati", kedudukan="Luar"
    )
    pemda = kantor.unit.pemda if milik_pemda_ini else lain
    buat_skala_predikat(pemda, OPINI, kantor.polos.indikator)
    jawaban = kantor.isi(teks="wtp")
    assert jawaban.hasil == (Hasil.TERSIMPAN if milik_pemda_ini else Hasil.TANYA)
    assert jawaban.bahan.skor == (OPINI if milik_pemda_ini else {})
