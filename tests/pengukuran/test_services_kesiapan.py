"""What is found in stored rows, against the plan, the period before, and the rules of the pemda."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from pengukuran.models import AturanKesiapan, CatatanKesiapan, Pengembalian
from pengukuran.services.kesiapan import atur_kesiapan, jelaskan, kesiapan, kesiapan_baris
from sakip.jejak.aksi import Aksi
from sakip.lib import waktu
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.web.versi import SudahBerubah
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_isian import atur_jendela, tak_berubah
from tests.pengukuran.pabrik import OPINI, buat_skala_predikat


def kode(baris) -> set[str]:
    return {satu.kode.value for satu in kesiapan(baris).temuan}


def test_yang_lengkap_siap_dan_berisiko_rendah(kantor):
    hasil = kesiapan(kantor.lengkap())
    assert (hasil.temuan, hasil.siap, hasil.berisiko_rendah) == ((), True, True)
    assert hasil.capaian.asli == 100


@pytest.mark.parametrize(
    ("triwulan", "diharap"),
    [
        ({3: "8"}, set()),
        ({3: "7"}, {"tidak_tercapai"}),
        ({3: "12"}, set()),
        ({3: "12,1"}, {"melebihi_target"}),
        ({3: "8", 6: "7"}, {"tidak_tercapai", "turun_kumulatif"}),
        ({3: "4", 6: "20"}, set()),
        ({3: "3,9", 6: "20"}, {"lonjakan"}),
        ({3: "8", 9: "26"}, set()),
        ({3: "0", 6: "16"}, set()),
    ],
)
def test_temuan_menurut_rencana_dan_periode_lalu(triwulan, diharap, kantor):
    for bulan, teks in triwulan.items():
        baris = kantor.lengkap(bulan, teks)
    assert kode(baris) == diharap


def test_target_periode_lain_tidak_dipakai(kantor):
    """The cumulative target of TW I is not the year's: 8 of 38 is no miss in March."""
    assert kesiapan(kantor.lengkap(12, "20")).capaian.asli == Decimal(20) * 100 / 38


def test_draf_periode_lalu_ikut_dibandingkan_yang_kosong_tidak(kantor):
    kantor.isi("upaya", "menyurati", bulan=6)
    kantor.lengkap(3, "8")
    assert kode(kantor.lengkap(9, "26")) == set()
    assert kode(kantor.lengkap(12, "25")) == {"tidak_tercapai", "turun_kumulatif"}


def test_variabel_kosong(kantor):
    kantor.isi("variabel.kini", "1", milik="rumus")
    baris = kantor.baris(milik="rumus")
    (temuan,) = kesiapan(baris).temuan
    assert (temuan.kode, temuan.kolom) == ("variabel_kosong", "variabel.semua")
    kantor.isi("tanpa_variabel", "ya", milik="rumus")
    assert kode(kantor.baris(milik="rumus")) == {"belum_diisi"}
    kantor.isi(teks="50", milik="rumus")
    assert kode(kantor.baris(milik="rumus")) == {"bukti_tidak_ada"}


def test_belum_diukur_tidak_berisiko_rendah(kantor):
    kantor.isi("belum_diukur", "survei terbit Mei")
    hasil = kesiapan(kantor.baris())
    assert (hasil.temuan, hasil.siap, hasil.berisiko_rendah) == ((), True, False)


def test_predikat_dibandingkan_menurut_skalanya(kantor):
    buat_skala_predikat(kantor.unit.pemda, OPINI, kantor.polos.indikator)
    kantor.isi(teks="WDP")
    assert kode(kantor.baris()) == {"bukti_tidak_ada"}


def test_yang_pernah_dikembalikan_perlu_dilihat(kantor):
    baris = kantor.lengkap()
    Pengembalian.objects.create(
        realisasi=baris, kolom="nilai", alasan="x", oleh=kantor["perencana"],
        waktu=waktu.sekarang(), selesai=True,
    )  # fmt: skip
    assert not kesiapan(baris).berisiko_rendah


def test_aturan_pemda_dan_pemda_lain(kantor, pasuruan):
    AturanKesiapan.objects.create(pemda=pasuruan.pemda, kode="melebihi_target", tindakan="abaikan")
    baris = kantor.lengkap(3, "20")
    assert kode(baris) == {"melebihi_target"}
    AturanKesiapan.objects.create(
        pemda=kantor.unit.pemda, kode="melebihi_target", tindakan="cegah", batas=Decimal(300)
    )
    assert kode(baris) == set()


def test_banyak_baris_sebanyak_kueri_satu_baris(kantor, django_assert_max_num_queries):
    for milik in ("polos", "rumus"):
        kantor.isi("belum_diukur", "survei", milik=milik)
    semua = [kantor.baris(milik=milik) for milik in ("polos", "rumus")]
    for satu in semua:
        _ = satu.unit.pemda
    with django_assert_max_num_queries(20):
        assert set(kesiapan_baris(semua)) == {satu.pk for satu in semua}
    with django_assert_max_num_queries(20):
        kesiapan_baris(semua[:1])


def test_catatan_menjelaskan_temuan(kantor):
    baris, jejak = kantor.lengkap(3, "20"), JejakBaru()
    assert [satu.kode for satu in kesiapan(baris).penghalang] == ["melebihi_target"]
    jelaskan(baris, kode="melebihi_target", teks=" ada hibah ", oleh=kantor["operator"])
    hasil = kesiapan(baris)
    assert (hasil.catatan, hasil.siap) == ({"melebihi_target": "ada hibah"}, True)
    assert not hasil.berisiko_rendah
    catatan = jejak.satu()
    assert (catatan.aksi, catatan.sesudah) == (
        Aksi.REALISASI_DIJELASKAN, {"catatan.melebihi_target": "ada hibah"},
    )  # fmt: skip
    with tak_berubah():
        jelaskan(baris, kode="melebihi_target", teks="ada hibah", oleh=kantor["operator"])


def test_catatan_diganti_dan_dihapus(kantor):
    baris = kantor.lengkap(3, "20")
    tulis = {"kode": "melebihi_target", "oleh": kantor["operator"]}
    jelaskan(baris, teks="hibah", **tulis)
    with tak_berubah(), pytest.raises(SudahBerubah, match="“hibah”"):
        jelaskan(baris, teks="salah hitung", **tulis)
    jelaskan(baris, teks="salah hitung", semula="hibah", **tulis)
    assert CatatanKesiapan.objects.get().teks == "salah hitung"
    jelaskan(baris, teks="", semula="salah hitung", **tulis)
    assert CatatanKesiapan.objects.count() == 0


def test_yang_menjelaskan_ikut_mengisi(kantor):
    baris = kantor.lengkap(3, "20")
    jelaskan(baris, kode="melebihi_target", teks="hibah", oleh=kantor["perencana"])
    assert baris.pelaku.filter(pengguna=kantor["perencana"], sebagai="pengisi").exists()


def test_catatan_ditolak(kantor):
    baris = kantor.lengkap(3, "20")
    isi = {"kode": "melebihi_target", "teks": "hibah"}
    with tak_berubah():
        with pytest.raises(TidakAda):
            jelaskan(baris, kode="asing", teks="x", oleh=kantor["operator"])
        with pytest.raises(HakKurang):
            jelaskan(baris, **isi, oleh=kantor["pimpinan"])
        with pytest.raises(ValidationError):
            jelaskan(baris, kode="lonjakan", teks="x" * 5001, oleh=kantor["operator"])
    kantor.isi(teks="21", semula="20")
    with tak_berubah(), pytest.raises(DidahuluiOrangLain):
        jelaskan(baris, **isi, oleh=kantor["operator"])
    atur_jendela(kantor.unit, 3, "terkunci")
    with tak_berubah(), pytest.raises(KeadaanSalah, match="dikunci"):
        jelaskan(kantor.baris(), **isi, oleh=kantor["operator"])


def test_catatan_setelah_diajukan_ditolak(kantor):
    baris = kantor.jadikan("diajukan")
    with tak_berubah(), pytest.raises(KeadaanSalah, match="sudah diajukan"):
        jelaskan(baris, kode="lonjakan", teks="x", oleh=kantor["operator"])


def test_pemda_mengatur_kesiapan(kantor):
    aturan = AturanKesiapan(
        pemda=kantor.unit.pemda, kode="lonjakan", tindakan="cegah", batas=Decimal(2)
    )
    with pytest.raises(HakKurang):
        atur_kesiapan(aturan, oleh=kantor["admin"])
    jejak = JejakBaru()
    atur_kesiapan(aturan, oleh=kantor["organisasi"])
    aturan.batas = Decimal(1)
    with pytest.raises(ValidationError):
        atur_kesiapan(aturan, oleh=kantor["organisasi"], versi=1)
    aturan.batas = Decimal(4)
    atur_kesiapan(aturan, oleh=kantor["organisasi"], versi=1)
    assert jejak.aksi() == [Aksi.KESIAPAN_DIATUR] * 2
    with pytest.raises(SudahBerubah):
        atur_kesiapan(aturan, oleh=kantor["organisasi"], versi=1)
