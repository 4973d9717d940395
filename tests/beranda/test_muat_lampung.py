"""The example of Kesbangpol Provinsi Lampung 2024 against the document it is taken from.

Its pages too: a word for a target, cells that cannot be read, money known for the unit only.
"""

from collections import Counter
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from pengukuran.models import PelakuRealisasi, Realisasi, RealisasiAksi, RealisasiAnggaran
from pengukuran.queries.anggaran import tabel_anggaran
from pengukuran.queries.belanja import tabel_belanja
from pengukuran.queries.capaian import BarisCapaian, tabel_capaian
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.models import AksiRencana, Pagu, PkBaris, PkProgram, RencanaAksi, Simpul
from perencanaan.models.renstra import JENIS_ANGGARAN
from sakip.beranda.periksa.periksa import periksa
from sakip.lib.angka import tulis_angka
from sakip.organisasi.models import Pengguna
from tests.beranda.test_perintah import isi_basis_data, jalankan

PENUNJANG = "8.01.01"
PERENCANAAN = "8.01.01.1.01.0001"
PENATAUSAHAAN = "8.01.01.1.02.0002"
DIKLAT = "8.01.01.1.05.0001"
ORMAS = "8.01.04"
KOORDINASI = "8.01.06.1.01.0003"
PASKIBRAKA = "8.01.02.1.01.0005"
JUMLAH = Decimal("396297134893.78")


def capaian(unit, triwulan: int, jenis=JENIS_ANGGARAN) -> dict[str, BarisCapaian]:
    """Up to a triwulan, by the code of the node."""
    tabel = tabel_capaian(unit, 2024, triwulan=triwulan, jenis=jenis)
    return {satu.simpul.kode or satu.simpul.nama: satu for satu in tabel.setahun(2024)}


def angka(baris: BarisCapaian) -> tuple[object, object, str]:
    """Target, realisasi and capaian as printed."""
    target, realisasi = baris.target, baris.realisasi
    asli = baris.hasil.asli
    return (
        target.angka if target else None,
        realisasi.angka if realisasi else None,
        "-" if asli is None else tulis_angka(asli, 2, buang_nol=False),
    )


# the sums of Tabel II.5 to II.8
SETAHUN = {
    PENUNJANG: (80, 78, "97,50"),
    PENATAUSAHAAN: (38, 20, "52,63"),  # 10 of them in TW III, where nothing was scheduled
    PERENCANAAN: (5, 6, "120,00"),  # 1 in TW II, likewise
    "8.01.01.1.02.0004": (18, 18, "100,00"),
    "8.01.01.1.05.0002": (113, 95, "84,07"),
}


@pytest.mark.parametrize("kode", SETAHUN)
def test_setahun_menurut_rencana_aksi_kedua(kode, lampung):
    baris = capaian(lampung, 4)[kode]
    assert angka(baris) == SETAHUN[kode]
    assert baris.sumber_target == "Rencana Aksi 2024 versi 2"


@pytest.mark.parametrize(
    ("triwulan", "harapan"),
    [(1, (10, 8, "80,00")), (2, (15, 13, "86,67")), (3, (50, 48, "96,00"))],
)
def test_program_penunjang_sampai_setiap_triwulan(triwulan, harapan, lampung):
    assert angka(capaian(lampung, triwulan)[PENUNJANG]) == harapan


def test_angka_yang_tidak_ada_tidak_pernah_menjadi_nol(lampung):
    """A due period printed `-` is belum diisi, and the sum of the others is no capaian."""
    baris = capaian(lampung, 4)
    assert angka(baris[DIKLAT]) == (26, None, "-")
    assert baris[DIKLAT].belum_diisi == "TW I dan TW III belum diisi."
    assert angka(baris[KOORDINASI])[2] == "-"
    assert "TW IV" in baris[KOORDINASI].belum_diisi
    bulan = Realisasi.objects.filter(indikator=baris[DIKLAT].indikator.indikator)
    assert list(bulan.values_list("bulan", "nilai")) == [(12, 7)]


def test_target_yang_tidak_terbaca_tidak_dijumlahkan(lampung):
    """TW I and II of this program are not in the text: 10 + 10 would pass for the year."""
    baris = capaian(lampung, 4)[ORMAS]
    assert angka(baris)[0] is None
    assert baris.hasil.alasan == (
        "Target TW I dan TW II tidak berupa angka, sehingga tidak dapat dijumlahkan."
    )


def test_sasaran_belum_diisi(lampung):
    """Targets 15, 25, 30, 30 and no realisasi; the agreement promises no figure."""
    baris = capaian(lampung, 4, jenis=("sasaran",))
    konflik = next(satu for nama, satu in baris.items() if nama.startswith("Menurunnya potensi"))
    assert angka(konflik) == (100, None, "-")
    assert konflik.belum_diisi == "TW I, TW II, TW III, dan TW IV belum diisi."
    assert {satu.realisasi for satu in baris.values()} == {None}


def test_versi_pertama_kumulatif(lampung):
    """Tabel II.4: 20, 29 and nothing after; the last due target is that of the year."""
    rencana = RencanaAksi.objects.get(unit=lampung, ke=1)
    cara = {satu.cara for satu in rencana.indikator.all()}
    kedua = RencanaAksi.objects.get(unit=lampung, ke=2)
    assert (cara, {satu.cara for satu in kedua.indikator.all()}) == ({"kumulatif"}, {"jumlah"})
    simpul = Simpul.objects.get(renstra_versi__renstra__unit=lampung, kode=PENATAUSAHAAN)
    milik = rencana.indikator.get(indikator__rumusan__simpul=simpul)
    assert [satu.nilai for satu in milik.target.all()] == [20, 29, None, None]
    assert {t.jenis for t in milik.target.filter(nilai=None)} == {"tidak_dijadwalkan"}


def test_baris_yang_dimuat_kedua_versi(lampung):
    banyak = {
        rencana.ke: (rencana.indikator.count(), rencana.aksi.count())
        for rencana in RencanaAksi.objects.filter(unit=lampung)
    }
    assert banyak == {1: (28, 34), 2: (30, 41)}


def test_paskibraka_seperti_tercetak(lampung):
    rencana = RencanaAksi.objects.get(unit=lampung, ke=1)
    milik = rencana.indikator.get(indikator__rumusan__simpul__kode=PASKIBRAKA)
    assert [satu.nilai for satu in milik.target.all()] == [160, 560, 920, 400]


def test_aksi_berjadwal_dan_tanpa_realisasi(lampung):
    """The document has the ticks of the schedule, never whether a step was done."""
    aksi = AksiRencana.objects.filter(rencana_aksi__unit=lampung, rencana_aksi__ke=2)
    rapat = aksi.get(uraian="Rapat Stabilitas dan Kewaspadaan Dini")
    assert rapat.bulan_terjadwal() == (3, 9)
    assert rapat.penanggung_jawab.kode == "lampung-kesbangpol-kewaspadaan"
    assert not RealisasiAksi.objects.filter(aksi__in=aksi).exists()


def test_perjanjian_tanpa_angka(lampung):
    baris = PkBaris.objects.filter(perjanjian__unit=lampung)
    assert {(b.jenis, b.keterangan, b.nilai) for b in baris} == {
        (JenisNilai.TANPA_ANGKA.value, "Persen", None)
    }
    assert baris.count() == 4


PROGRAM = {
    "8.01.06": Decimal(600_000_000),
    "8.01.02": Decimal(1_800_000_000),
    "8.01.04": Decimal(275_000_000),
    "8.01.05": Decimal(325_000_000),
    "8.01.03": Decimal(600_000_000),
    "8.01.01": Decimal("392697134893.78"),
}


def test_pagu_enam_program_sampai_sennya(lampung):
    program = PkProgram.objects.filter(perjanjian__unit=lampung)
    assert {p.simpul.kode: p.sesudah for p in program} == PROGRAM
    assert sum(p.sesudah for p in program) == JUMLAH
    tabel = tabel_anggaran(lampung, 2024)
    assert {b.simpul.kode: b.serapan.pagu for b in tabel.program()} == PROGRAM
    assert tabel.jumlah.pagu == JUMLAH
    assert tabel.pohon.selisih == {1: ()}


def test_banyaknya_sub_kegiatan_menurut_perjanjian(lampung):
    """The column Jumlah Sub Kegiatan of Tabel II.3; the sixth of Administrasi Umum stands apart."""
    sub = Pagu.objects.filter(versi_anggaran__unit=lampung, simpul__jenis="sub_kegiatan")
    banyak = Counter(satu.simpul.induk.kode for satu in sub.select_related("simpul__induk"))
    assert banyak == {
        "8.01.06.1.01": 4, "8.01.02.1.01": 5, "8.01.04.1.01": 2, "8.01.05.1.01": 2,
        "8.01.03.1.01": 4, "8.01.01.1.01": 7, "8.01.01.1.02": 4, "8.01.01.1.03": 2,
        "8.01.01.1.05": 3, "8.01.01.1.06": 5 + 1, "8.01.01.1.08": 2, "8.01.01.1.09": 2,
    }  # fmt: skip


# Tabel II.9: pagu, realisasi, saldo, percent
BELANJA = {
    "5.1": ("396140458893.78", "394974807215", "1165651678.78", "99,71"),
    "5.1.01": ("6687497193.78", "6043069681", "644427512.78", "90,36"),
    "5.1.02": ("5557829300", "5036605134", "521224166", "90,62"),
    "5.1.05": ("383895132400", "383895132400", "0", "100,00"),
    "5.2": ("156676000", "153350000", "3326000", "97,88"),
    "5.2.02": ("156676000", "153350000", "3326000", "97,88"),
}


def test_belanja_menurut_jenisnya(lampung):
    tabel = tabel_anggaran(lampung, 2024)
    hasil = {
        satu.belanja.kode: (
            satu.serapan.pagu,
            satu.serapan.realisasi,
            satu.serapan.saldo,
            tulis_angka(satu.serapan.persen, 2, buang_nol=False),
        )
        for satu in tabel_belanja(tabel)
    }
    assert hasil == {
        kode: (*map(Decimal, uang), persen) for kode, (*uang, persen) in BELANJA.items()
    }
    assert tabel.jumlah.realisasi == Decimal(395_128_157_215)
    assert tulis_angka(tabel.jumlah.persen, 2) == "99,71"


def test_realisasi_anggaran_hanya_setahun_dan_tanpa_program(lampung):
    baris = RealisasiAnggaran.objects.filter(simpul__renstra_versi__renstra__unit=lampung)
    assert {(b.bulan, b.simpul.jenis) for b in baris} == {(12, "perangkat_daerah")}
    assert {b.serapan.realisasi for b in tabel_anggaran(lampung, 2024).program()} == {None}
    assert tabel_anggaran(lampung, 2024, sampai=9).jumlah.realisasi is None


def test_setiap_angka_diisi_dan_diperiksa_orang_yang_berbeda(lampung):
    """What the sekretariat entered itself was verified by a second person of it."""
    pasangan = Counter(
        (satu.diisi_oleh.nama_pengguna, satu.diverifikasi_oleh.nama_pengguna)
        for satu in Realisasi.objects.filter(unit=lampung)
    )
    assert pasangan == {
        ("sekretariat-lampung", "verifikator-lampung"): 54,
        ("bidang-lampung", "sekretariat-lampung"): 10,
        ("kewaspadaan-lampung", "sekretariat-lampung"): 4,
    }
    pelaku = PelakuRealisasi.objects.filter(realisasi__unit=lampung)
    assert Counter(pelaku.values_list("sebagai", flat=True)) == {"pengisi": 68, "verifikator": 68}


def test_yang_dipertentangkan_dokumennya_ditemukan(lampung):
    """The agreement holds a word where the plan sums to 100, and the Renstra says 100."""
    kode = Counter(satu.kode for satu in periksa(lampung, 2024))
    assert kode["RA-TARGET"] == 1
    assert kode["PK-TARGET"] == 4
    # what the plan has a target for within the year is not without one; without are nine of
    # kegiatan, and seven of programs that the second plan does not name
    kosong = {satu.tempat for satu in periksa(lampung, 2024) if satu.kode == "TARGET-KOSONG"}
    assert len(kosong) == 9 + 7
    assert "Jumlah dokumen penatausahaan dan pengujian/verifikasi keuangan SKPD" not in kosong
    assert {k for k in kode if k.startswith(("PAGU", "REALISASI", "POHON-INDUK"))} == set()


def test_memuat_lagi_tidak_mengubah_apa_pun(lampung):
    sebelum = isi_basis_data()
    assert "0 dibuat, 0 diubah" in jalankan("muat_contoh", "lampung-2024", "--akun")
    assert isi_basis_data() == sebelum


@pytest.fixture
def pembaca(lampung) -> Client:
    client = Client()
    client.force_login(Pengguna.objects.get(nama_pengguna="sekretariat-lampung"))
    return client


def buka(client: Client, halaman: str, **isian: object):
    jawaban = client.get(reverse(halaman, args=["lampung-kesbangpol", 2024]), isian)
    assert jawaban.status_code == 200
    return jawaban


def test_capaian_sub_kegiatan_sampai_triwulan_iv(pembaca):
    jawaban = buka(pembaca, "pengukuran:capaian", triwulan=4, jenis="sub_kegiatan")
    assert "52,63" in jawaban.text
    assert "TW I dan TW III belum diisi." in jawaban.text


def test_capaian_program_penunjang(pembaca):
    assert "97,50" in buka(pembaca, "pengukuran:capaian", triwulan=4, jenis="program").text


@pytest.mark.parametrize(("versi", "angka"), [(1, ["87,5", "920"]), (2, ["38", "113"])])
def test_rencana_aksi_kedua_versi(versi, angka, pembaca):
    """What the source does not let read is told in its cell."""
    isi = buka(pembaca, "perencanaan:rencana-aksi", versi=versi).text
    assert [satu for satu in [*angka, "tak terbaca"] if f">{satu}<" not in isi] == []


def test_perjanjian_memuat_kata_di_tempat_angka(pembaca):
    isi = buka(pembaca, "perencanaan:perjanjian").text
    assert "Perjanjian Kinerja memuat kata Persen pada kolom target, tanpa angka." in isi
    assert "396.297.134.893,78" in isi


def test_anggaran_tanpa_grafik_program(pembaca):
    """Nothing is known of any program, so there are no bars; the unit's own is no program's."""
    jawaban = buka(pembaca, "pengukuran:anggaran")
    assert jawaban.context["grafik"] is None
    assert "99,71" in jawaban.text
    assert "Belanja Hibah" in jawaban.text
