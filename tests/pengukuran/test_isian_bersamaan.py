"""Two people at the same moment, on both databases: nothing is overwritten, nothing is doubled."""

from decimal import Decimal

import pytest

from pengukuran.models import KetikanIsian, Realisasi
from pengukuran.services import langkah
from pengukuran.services.koreksi import setujui_koreksi, tolak_koreksi, usulkan_koreksi
from pengukuran.services.sel import Hasil
from sakip.jejak.aksi import Aksi
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah
from tests.lib.bersamaan import bersamaan
from tests.lib.unit_kecil import unit_kecil
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_belanja import buat_kas
from tests.pengukuran.alat_isian import TAHUN, Kantor, atur_jendela, buat_kantor
from tests.pengukuran.test_services_bukti import lampiran, lekatkan, unggahan


@pytest.fixture
def ramai(transactional_db) -> Kantor:
    return buat_kantor(unit_kecil())


def satu_menang(hasil: list[object], galat: type[Exception] | tuple) -> bool:
    """Whether of two one was done and the other refused in one of these ways."""
    return sorted(isinstance(satu, galat) for satu in hasil) == [False, True] and None in hasil


@pytest.mark.parametrize("sudah_ada", [True, False])
def test_sel_berbeda_pada_baris_yang_sama(ramai, sudah_ada):
    if sudah_ada:
        ramai.isi("keterangan", "awal")
    jejak = JejakBaru()
    hasil = bersamaan(
        lambda: ramai.isi(teks="8"),
        lambda: ramai.isi("upaya", "menyurati", oleh="perencana"),
        lambda: ramai.isi("penghambat", "hujan", oleh="operator_2"),
    )
    assert [satu.hasil for satu in hasil] == [Hasil.TERSIMPAN] * 3
    baris = ramai.baris()
    assert (baris.nilai, baris.upaya, baris.penghambat) == (8, "menyurati", "hujan")
    assert jejak.aksi() == [Aksi.REALISASI_DIISI] * 3
    assert baris.pelaku.count() == 3
    assert baris.versi == 3 + sudah_ada


@pytest.mark.parametrize("sudah_ada", [True, False])
def test_sel_yang_sama(ramai, sudah_ada):
    semula = "5" if sudah_ada else ""
    if sudah_ada:
        ramai.isi(teks="5")
    jejak = JejakBaru()
    hasil = bersamaan(
        lambda: ramai.isi(teks="8", semula=semula),
        lambda: ramai.isi(teks="9", semula=semula, oleh="perencana"),
    )
    assert {satu.hasil for satu in hasil} == {Hasil.TERSIMPAN, Hasil.BENTROK}
    menang, kalah = sorted(hasil, key=lambda satu: satu.hasil is Hasil.BENTROK)
    assert str(ramai.baris().nilai.normalize()) == menang.ketikan == kalah.tersimpan
    assert KetikanIsian.objects.get().teks == kalah.ketikan
    assert jejak.aksi() == [Aksi.REALISASI_DIISI]


def test_simpanan_yang_sama_dua_kali(ramai):
    jejak = JejakBaru()
    hasil = bersamaan(lambda: ramai.isi(teks="8"), lambda: ramai.isi(teks="8"))
    assert {satu.hasil for satu in hasil} == {Hasil.TERSIMPAN, Hasil.SAMA}
    milik = Realisasi.objects.filter(unit=ramai.unit)
    assert (milik.count(), jejak.aksi()) == (1, [Aksi.REALISASI_DIISI])


@pytest.mark.parametrize("keadaan", ["draf", "dikembalikan"])
def test_diajukan_dua_kali(ramai, keadaan):
    ramai.jadikan(keadaan)
    dua = [ramai.baris(), ramai.baris()]
    jejak = JejakBaru()
    hasil = bersamaan(*[lambda b=satu: langkah.ajukan(b, oleh=ramai["operator"]) for satu in dua])
    assert satu_menang(hasil, (DidahuluiOrangLain, KeadaanSalah))
    assert (ramai.baris().status, jejak.aksi()) == ("diajukan", [Aksi.REALISASI_DIAJUKAN])


def test_diajukan_sementara_diketik(ramai):
    """What is submitted is what was checked: the typing comes before, or is refused and kept."""
    baris = ramai.lengkap()
    hasil = bersamaan(
        lambda: langkah.ajukan(baris, oleh=ramai["operator"]),
        lambda: ramai.isi(teks="9", semula="8", oleh="perencana"),
    )
    kini = ramai.baris()
    if hasil[0] is None:
        assert isinstance(hasil[1], KeadaanSalah)
        assert (kini.status, kini.nilai) == ("diajukan", 8)
        assert KetikanIsian.objects.get().teks == "9"
    else:
        assert isinstance(hasil[0], DidahuluiOrangLain)
        assert (kini.status, kini.nilai) == ("draf", 9)


def test_diverifikasi_sementara_dikembalikan(ramai):
    ramai.jadikan("diajukan")
    satu, dua = ramai.baris(), ramai.baris()
    jejak = JejakBaru()
    hasil = bersamaan(
        lambda: langkah.verifikasi(satu, oleh=ramai["perencana"]),
        lambda: langkah.kembalikan(dua, oleh=ramai["perencana_2"], alasan={"nilai": "satuan"}),
    )
    assert satu_menang(hasil, DidahuluiOrangLain)
    kini = ramai.baris()
    kembali = kini.status == "dikembalikan"
    assert kini.pengembalian.count() == kembali
    assert kini.pelaku.filter(sebagai="verifikator").count() == (not kembali)
    assert len(jejak.baris()) == 1


def test_koreksi_diputuskan_dua_kali(ramai):
    ramai.jadikan("disetujui")
    atur_jendela(ramai.unit, 3, "terkunci")
    usulan = usulkan_koreksi(
        ramai.baris(), isi={"nilai": "9"}, alasan="salah ketik", oleh=ramai["operator"]
    )
    kembaran = type(usulan).objects.select_related("realisasi__unit").get()
    hasil = bersamaan(
        lambda: setujui_koreksi(usulan, oleh=ramai["pimpinan"]),
        lambda: tolak_koreksi(kembaran, oleh=ramai["pimpinan_2"], alasan="sudah benar"),
    )
    assert sum(isinstance(satu, KeadaanSalah) for satu in hasil) == 1
    ditulis = not isinstance(hasil[0], KeadaanSalah)
    assert Realisasi.objects.get(tahun=TAHUN).nilai == (9 if ditulis else 8)


def test_dua_orang_melampirkan(ramai):
    """Neither is lost, and the row that both would make is there once."""
    hasil = bersamaan(
        lambda: lekatkan(ramai, lampiran(unggahan("a.pdf"))),
        lambda: lekatkan(ramai, lampiran(unggahan("b.pdf")), oleh="perencana"),
        lambda: ramai.isi(teks="8", oleh="operator_2"),
    )
    assert not [satu for satu in hasil if isinstance(satu, Exception)]
    baris = ramai.baris()
    assert sorted(map(str, baris.bukti.all())) == ["a.pdf", "b.pdf"]
    assert (baris.nilai, baris.pelaku.count()) == (8, 3)


def test_dua_orang_mengisi_belanja(ramai):
    kas = buat_kas(ramai)
    hasil = bersamaan(lambda: kas.isi("10"), lambda: kas.isi("20", oleh="perencana"))
    assert {satu.hasil for satu in hasil} == {Hasil.TERSIMPAN, Hasil.BENTROK}
    menang, kalah = sorted(hasil, key=lambda satu: satu.hasil is Hasil.BENTROK)
    assert kas.tersimpan() == {("Sub 1", "5"): Decimal(menang.ketikan)}
    assert kalah.tersimpan == menang.ketikan
