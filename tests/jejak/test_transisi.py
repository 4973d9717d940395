"""One function changes a state; of two who press at once one succeeds."""

import pytest

from pengukuran.models import Realisasi
from pengukuran.status import StatusRealisasi
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.jejak.queries import riwayat
from sakip.jejak.transisi import jalankan
from sakip.lib.izin import Boleh, Tolak
from sakip.lib.transisi import Alur, DidahuluiOrangLain, HakKurang, KeadaanSalah, Transisi

KEMBALI = Transisi(
    StatusRealisasi.DISETUJUI,
    StatusRealisasi.DIKEMBALIKAN,
    Aksi.CONTOH_DIMUAT,
    "mengembalikan",
    lambda orang, _: Boleh() if orang.nama == "perencana" else Tolak("Hanya sekretariat."),
)
ALUR = Alur(dict(StatusRealisasi.choices), [KEMBALI])


@pytest.fixture
def realisasi(pemeran) -> Realisasi:
    return Realisasi.objects.first()


def test_keadaan_berubah_bersama_jejaknya(realisasi, pemeran):
    orang = pemeran["perencana"]
    jalankan(ALUR, realisasi, "dikembalikan", oleh=orang, catatan="perbaiki")
    baris = riwayat(realisasi).first()
    assert Realisasi.objects.get(pk=realisasi.pk).status == realisasi.status == "dikembalikan"
    assert (baris.sebelum, baris.sesudah) == ({"status": "disetujui"}, {"status": "dikembalikan"})
    assert (baris.pengguna, baris.alasan) == (orang, "perbaiki")


def test_kolom_lain_ikut_berubah(realisasi, pemeran):
    jalankan(
        ALUR,
        realisasi,
        "dikembalikan",
        oleh=pemeran["perencana"],
        isian={"diverifikasi_oleh": None},
    )
    assert Realisasi.objects.get(pk=realisasi.pk).diverifikasi_oleh is None


def test_yang_kedua_diberi_tahu_dan_tidak_menulis(realisasi, pemeran):
    kembaran = Realisasi.objects.get(pk=realisasi.pk)
    jalankan(ALUR, realisasi, "dikembalikan", oleh=pemeran["perencana"])
    sebelum = CatatanJejak.objects.count()
    with pytest.raises(DidahuluiOrangLain, match="Muat ulang"):
        jalankan(ALUR, kembaran, "dikembalikan", oleh=pemeran["perencana"])
    assert CatatanJejak.objects.count() == sebelum


@pytest.mark.parametrize(
    ("orang", "ke", "galat"),
    [("operator", "dikembalikan", HakKurang), ("perencana", "draf", KeadaanSalah)],
)
def test_yang_ditolak_tidak_menulis(orang, ke, galat, realisasi, pemeran):
    sebelum = CatatanJejak.objects.count()
    with pytest.raises(galat):
        jalankan(ALUR, realisasi, ke, oleh=pemeran[orang])
    assert Realisasi.objects.get(pk=realisasi.pk).status == "disetujui"
    assert CatatanJejak.objects.count() == sebelum
