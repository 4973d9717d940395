"""The steps of both kinds of plan: who, from which state, with what remark, and one line each."""

import pytest

from perencanaan.services import perjanjian as layanan_perjanjian
from perencanaan.services import rencana_aksi as layanan_rencana_aksi
from sakip.jejak.aksi import Aksi
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Unit
from sakip.organisasi.peran import Peran
from tests.organisasi.alat import JejakBaru
from tests.pemeran import buat_orang
from tests.perencanaan.alat import JENIS, TANGGAL, jadikan, tak_berubah

ASAL = {"ajukan": ("draf", "dikembalikan"), "kembalikan": ("diajukan",), "tetapkan": ("diajukan",)}
AKHIR = {"ajukan": "diajukan", "kembalikan": "dikembalikan", "tetapkan": "ditetapkan"}
AKSI = {
    "ajukan": Aksi.RENCANA_DIAJUKAN,
    "kembalikan": Aksi.RENCANA_DIKEMBALIKAN,
    "tetapkan": Aksi.RENCANA_DITETAPKAN,
}
KEADAAN = ("draf", "diajukan", "dikembalikan", "ditetapkan")
# of the cast, per unit whose plan it is; pimpinan_lain is made here
BOLEH = {
    "unit": {"ajukan": "perencana", "kembalikan": "pimpinan", "tetapkan": "pimpinan"},
    "unit_lain": {
        "ajukan": "perencana_lain",
        "kembalikan": "pimpinan_lain",
        "tetapkan": "pimpinan_lain",
    },
}
SALAH = [(langkah, dari) for langkah in ASAL for dari in KEADAAN if dari not in ASAL[langkah]]
BENAR = [(langkah, dari) for langkah, asal in ASAL.items() for dari in asal]


@pytest.fixture
def semua_orang(pemeran) -> dict:
    lain = buat_orang("pimpinan_lain", Peran.PIMPINAN, pemeran.unit_lain)
    return {**pemeran.orang, "pimpinan_lain": lain}


@pytest.mark.parametrize("milik", BOLEH)
@pytest.mark.parametrize("langkah", ASAL)
@pytest.mark.parametrize("jenis", JENIS)
def test_hanya_yang_berperan_di_unitnya(jenis, langkah, milik, pemeran, semua_orang):
    rencana = JENIS[jenis].buat(getattr(pemeran, milik))
    jadikan(jenis, rencana, ASAL[langkah][0])
    boleh = BOLEH[milik][langkah]
    for nama in semua_orang.keys() - {boleh}:
        with tak_berubah(), pytest.raises(HakKurang, match=r"^Hanya .+ yang dapat mengubahnya\.$"):
            JENIS[jenis].langkah[langkah](rencana, semua_orang[nama])
    JENIS[jenis].langkah[langkah](rencana, semua_orang[boleh])
    assert type(rencana).objects.get(pk=rencana.pk).status == AKHIR[langkah]


@pytest.mark.parametrize(("langkah", "dari"), SALAH)
@pytest.mark.parametrize("jenis", JENIS)
def test_keadaan_yang_salah_ditolak(jenis, langkah, dari, pemeran):
    rencana = jadikan(jenis, JENIS[jenis].buat(pemeran.unit), dari)
    orang = pemeran[BOLEH["unit"][langkah]]
    with tak_berubah(), pytest.raises(KeadaanSalah, match=f"^Keadaannya {dari}, sehingga"):
        JENIS[jenis].langkah[langkah](rencana, orang)
    assert rencana.status == dari


@pytest.mark.parametrize(("langkah", "dari"), BENAR)
@pytest.mark.parametrize("jenis", JENIS)
def test_satu_langkah_satu_baris_jejak(jenis, langkah, dari, pemeran):
    rencana = jadikan(jenis, JENIS[jenis].buat(pemeran.unit), dari)
    jejak, orang = JejakBaru(), pemeran[BOLEH["unit"][langkah]]
    JENIS[jenis].langkah[langkah](rencana, orang)
    (baris,) = [satu for satu in jejak.baris() if satu.objek_jenis == rencana._meta.label_lower]
    assert (baris.aksi, baris.pengguna, baris.objek_id) == (
        AKSI[langkah], orang, str(rencana.pk),
    )  # fmt: skip
    assert (baris.sebelum["status"], baris.sesudah["status"]) == (dari, AKHIR[langkah])
    assert baris.alasan == ("perbaiki" if langkah == "kembalikan" else "")


@pytest.mark.parametrize("alasan", ["", "  \n"])
@pytest.mark.parametrize(
    ("jenis", "layanan"),
    [("perjanjian", layanan_perjanjian), ("rencana aksi", layanan_rencana_aksi)],
)
def test_pengembalian_memerlukan_alasan(jenis, layanan, alasan, pemeran):
    rencana = jadikan(jenis, JENIS[jenis].buat(pemeran.unit), "diajukan")
    with tak_berubah(), pytest.raises(CatatanKurang, match="Tulis alasannya"):
        layanan.kembalikan(rencana, oleh=pemeran["pimpinan"], alasan=alasan)


@pytest.mark.parametrize(("langkah", "dari"), [("ajukan", "draf"), ("tetapkan", "diajukan")])
@pytest.mark.parametrize("jenis", JENIS)
def test_rencana_kosong_ditolak(jenis, langkah, dari, pemeran):
    rencana = jadikan(jenis, JENIS[jenis].buat(pemeran.unit), dari)
    if jenis == "perjanjian":
        rencana.baris.all().delete()
    else:
        rencana.indikator.get().target.all().delete()
        rencana.indikator.all().delete()
    with tak_berubah(), pytest.raises(KeadaanSalah, match="Belum ada indikator di dalamnya"):
        JENIS[jenis].langkah[langkah](rencana, pemeran[BOLEH["unit"][langkah]])


@pytest.mark.parametrize("langkah", ["kembalikan", "tetapkan"])
@pytest.mark.parametrize("jenis", JENIS)
def test_yang_didahului_orang_lain_tidak_menulis(jenis, langkah, pemeran):
    rencana = jadikan(jenis, JENIS[jenis].buat(pemeran.unit), "diajukan")
    type(rencana).objects.filter(pk=rencana.pk).update(status="dikembalikan")
    with tak_berubah(), pytest.raises(DidahuluiOrangLain, match="Muat ulang"):
        JENIS[jenis].langkah[langkah](rencana, pemeran["pimpinan"])


@pytest.fixture
def bidang(pemeran) -> Unit:
    return Unit.objects.create(
        pemda=pemeran.unit.pemda,
        kode="bidang-uji",
        nama="Bidang Uji",
        singkatan="BU",
        induk=pemeran.unit,
        perangkat_daerah=pemeran.unit,
        berlaku_dari=TANGGAL,
    )


@pytest.mark.parametrize("jenis", JENIS)
def test_perencana_perangkat_daerah_mengajukan_rencana_bidangnya(jenis, pemeran, bidang):
    rencana = JENIS[jenis].buat(bidang)
    JENIS[jenis].langkah["ajukan"](rencana, pemeran["perencana"])
    assert rencana.status == "diajukan"


@pytest.mark.parametrize("jenis", JENIS)
def test_perencana_bidang_tidak_mengajukan_rencana_di_atasnya(jenis, pemeran, bidang):
    rencana = JENIS[jenis].buat(pemeran.unit)
    orang = buat_orang("perencana-bidang", Peran.PERENCANA, bidang)
    with tak_berubah(), pytest.raises(HakKurang):
        JENIS[jenis].langkah["ajukan"](rencana, orang)


@pytest.mark.parametrize("jenis", JENIS)
def test_dari_draf_sampai_ditetapkan(jenis, pemeran):
    rencana, langkah = JENIS[jenis].buat(pemeran.unit), JENIS[jenis].langkah
    for nama in ("ajukan", "kembalikan", "ajukan", "tetapkan"):
        langkah[nama](rencana, pemeran[BOLEH["unit"][nama]])
    assert (rencana.status, rencana.versi) == ("ditetapkan", 5)


def test_rencana_aksi_berlaku_sejak_tanggalnya(pemeran):
    rencana = jadikan("rencana aksi", JENIS["rencana aksi"].buat(pemeran.unit), "diajukan")
    jejak = JejakBaru()
    layanan_rencana_aksi.tetapkan(rencana, oleh=pemeran["pimpinan"], berlaku_dari=TANGGAL)
    assert rencana.berlaku_dari == TANGGAL
    assert jejak.satu().sesudah == {"status": "ditetapkan", "berlaku_dari": "2026-01-02"}
