"""After kunci a figure changes by a correction alone: one asks, another writes, the ledger keeps."""

from decimal import Decimal

import pytest

from pengukuran.models import Koreksi, UsulanKoreksi
from pengukuran.services.isi_sel import TulisanSalah
from pengukuran.services.koreksi import setujui_koreksi, tolak_koreksi, usulkan_koreksi
from sakip.jejak.aksi import Aksi
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Jendela
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_isian import Kantor, atur_jendela, kecualikan, tak_berubah


@pytest.fixture
def terkunci(kantor) -> Kantor:
    kantor.jadikan("disetujui")
    atur_jendela(kantor.unit, 3, "terkunci")
    return kantor


def usul(kantor, oleh: str = "operator", alasan: str = "salah ketik", **isi: str) -> UsulanKoreksi:
    return usulkan_koreksi(
        kantor.baris(), isi=isi or {"nilai": "9,5"}, alasan=alasan, oleh=kantor[oleh]
    )


def test_koreksi_oleh_dua_orang(terkunci):
    jejak = JejakBaru()
    usulan = usul(terkunci, nilai="9,5", upaya="menyurati")
    assert terkunci.baris().nilai == 8
    koreksi = setujui_koreksi(usulan, oleh=terkunci["pimpinan"])
    baris = terkunci.baris()
    assert (baris.status, baris.nilai, baris.upaya) == ("disetujui", Decimal("9.5"), "menyurati")
    assert baris.diisi_oleh == terkunci["operator"]
    tersimpan = Koreksi.objects.get()
    assert tersimpan == koreksi
    assert tersimpan.sebelum == {"nilai": "8.000000", "upaya": ""}
    assert tersimpan.sesudah == {"nilai": "9.5", "upaya": "menyurati"}
    assert (tersimpan.diajukan_oleh, tersimpan.disetujui_oleh, tersimpan.alasan) == (
        terkunci["operator"], terkunci["pimpinan"], "salah ketik",
    )  # fmt: skip
    assert jejak.aksi() == [Aksi.KOREKSI_DIUSULKAN, Aksi.REALISASI_DIKOREKSI]
    with tak_berubah(), pytest.raises(KeadaanSalah, match="sudah diputuskan"):
        setujui_koreksi(usulan, oleh=terkunci["pimpinan"])


def test_yang_mengusulkan_atau_mengisi_tidak_memutuskan(terkunci):
    usulan = usul(terkunci, "rangkap")
    for nama in terkunci.orang.keys() - {"pimpinan", "pimpinan_2"}:
        with tak_berubah(), pytest.raises(HakKurang):
            setujui_koreksi(usulan, oleh=terkunci[nama])
        with tak_berubah(), pytest.raises(HakKurang):
            tolak_koreksi(usulan, oleh=terkunci[nama], alasan="x")
    terkunci.baris().pelaku.create(pengguna=terkunci["pimpinan"], sebagai="pengisi")
    with tak_berubah(), pytest.raises(HakKurang, match="Anda ikut mengisi"):
        setujui_koreksi(usulan, oleh=terkunci["pimpinan"])
    setujui_koreksi(usulan, oleh=terkunci["pimpinan_2"])


def test_usulan_ditolak_dengan_alasan(terkunci):
    usulan, jejak = usul(terkunci), JejakBaru()
    with tak_berubah(), pytest.raises(CatatanKurang):
        tolak_koreksi(usulan, oleh=terkunci["pimpinan"], alasan=" ")
    tolak_koreksi(usulan, oleh=terkunci["pimpinan"], alasan="sudah benar")
    assert (terkunci.baris().nilai, Koreksi.objects.count()) == (8, 0)
    assert (jejak.satu().aksi, jejak.satu().alasan) == (Aksi.KOREKSI_DITOLAK, "sudah benar")
    usul(terkunci, alasan="tetap salah")


def test_hanya_yang_boleh_mengisi_yang_mengusulkan(terkunci):
    for nama in ("operator_lain", "pimpinan", "pembaca", "inspektorat", "perencana_luar"):
        with tak_berubah(), pytest.raises(HakKurang):
            usul(terkunci, nama)


def test_satu_usulan_sekali_waktu(terkunci):
    usul(terkunci)
    with tak_berubah(), pytest.raises(KeadaanSalah, match="menunggu pimpinan"):
        usul(terkunci, "perencana")


@pytest.mark.parametrize(
    ("isi", "galat"),
    [
        ({"nilai": "9.5"}, TulisanSalah),
        ({"nilai": ""}, TulisanSalah),
        ({"nilai": "-"}, TulisanSalah),
        ({"nilai": "8,0"}, KeadaanSalah),
        ({"status": "draf"}, TidakAda),
        ({"variabel.kini": "1"}, TidakAda),
    ],
)
def test_usulan_yang_tidak_dapat_ditulis_ditolak(isi, galat, terkunci):
    with tak_berubah(), pytest.raises(galat):
        usul(terkunci, **isi)


def test_usulan_tanpa_alasan_ditolak(terkunci):
    with tak_berubah(), pytest.raises(CatatanKurang):
        usul(terkunci, alasan=" ")


@pytest.mark.parametrize("keadaan", ["belum buka", "terbuka", "terlambat"])
def test_sebelum_kunci_bukan_koreksi(keadaan, terkunci):
    atur_jendela(terkunci.unit, 3, keadaan)
    with tak_berubah(), pytest.raises(KeadaanSalah, match="belum dikunci"):
        usul(terkunci)


def test_selama_dikecualikan_bukan_koreksi(terkunci):
    usulan = usul(terkunci)
    kecualikan(terkunci.unit, Jendela.objects.get(bulan=3), terkunci["organisasi"])
    with tak_berubah(), pytest.raises(KeadaanSalah, match="belum dikunci"):
        setujui_koreksi(usulan, oleh=terkunci["pimpinan"])


def test_angka_dari_masa_tanpa_jendela_dapat_dikoreksi(terkunci):
    Jendela.objects.all().delete()
    setujui_koreksi(usul(terkunci), oleh=terkunci["pimpinan"])
    assert terkunci.baris().nilai == Decimal("9.5")


@pytest.mark.parametrize("keadaan", ["draf", "diajukan", "dikembalikan", "diverifikasi"])
def test_hanya_angka_yang_disetujui(keadaan, kantor):
    kantor.jadikan(keadaan)
    atur_jendela(kantor.unit, 3, "terkunci")
    with tak_berubah(), pytest.raises(KeadaanSalah, match=f"keadaannya {keadaan}"):
        usul(kantor)


def test_angka_yang_sudah_lain_tidak_ditimpa(terkunci):
    usulan = usul(terkunci)
    type(usulan.realisasi).objects.filter(pk=usulan.realisasi_id).update(nilai=7)
    usulan = UsulanKoreksi.objects.get()
    with tak_berubah(), pytest.raises(DidahuluiOrangLain):
        setujui_koreksi(usulan, oleh=terkunci["pimpinan"])


def test_variabel_dan_nilai_langsung_dalam_urutan_yang_benar(kantor):
    for kolom, teks in (("variabel.kini", "1"), ("variabel.semua", "2")):
        kantor.isi(kolom, teks, milik="rumus")
    baris = kantor.baris(milik="rumus")
    type(baris).objects.filter(pk=baris.pk).update(
        status="disetujui", diverifikasi_oleh=kantor["perencana"]
    )
    atur_jendela(kantor.unit, 3, "terkunci")
    pimpinan, operator = kantor["pimpinan"], kantor["operator"]
    satu = usulkan_koreksi(
        kantor.baris(milik="rumus"), isi={"variabel.kini": "2"}, alasan="x", oleh=operator
    )
    koreksi = setujui_koreksi(satu, oleh=pimpinan)
    assert (
        koreksi.sesudah == {"nilai": "100", "variabel.kini": "2"}
        or Decimal(koreksi.sesudah["nilai"]) == 100
    )
    isi = {"nilai": "75", "tanpa_variabel": "ya"}
    dua = usulkan_koreksi(kantor.baris(milik="rumus"), isi=isi, alasan="y", oleh=operator)
    setujui_koreksi(UsulanKoreksi.objects.get(pk=dua.pk), oleh=pimpinan)
    baris = kantor.baris(milik="rumus")
    assert (baris.nilai, baris.tanpa_variabel) == (75, True)
