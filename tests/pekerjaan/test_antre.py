"""Asking for a job: once for a double click, within a limit, by those who may."""

import threading

import pytest

from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.lib.izin import Boleh, Tolak
from sakip.lib.transisi import HakKurang, KeadaanSalah
from sakip.organisasi.models import Penugasan
from sakip.pekerjaan.models import Pekerjaan
from sakip.pekerjaan.registri import daftar
from sakip.pekerjaan.services.antre import AntreanPenuh, antrekan, mulai_lagi
from sakip.pekerjaan.services.giliran import ambil, berdenyut, gagalkan
from tests.pekerjaan.test_registri import SEDETIK, kerja

pytestmark = pytest.mark.usefixtures("jenis_uji")


def minta(pemeran, **beda) -> Pekerjaan:
    isi = {
        "jenis": "uji.aman",
        "oleh": pemeran["perencana"],
        "unit": pemeran.unit,
        "argumen": {"kunci": "a", "tahun": 2023},
    }
    return antrekan(**{**isi, **beda})


def gagal(pemeran, **beda) -> Pekerjaan:
    minta(pemeran, **beda)
    pekerjaan = ambil(berdenyut("uji", mesin="uji", pid=1))
    gagalkan(pekerjaan, "Listrik padam.")
    pekerjaan.refresh_from_db()
    return pekerjaan


def test_pekerjaan_masuk_antrean_dan_tercatat(pemeran):
    pekerjaan = minta(pemeran)
    assert (pekerjaan.status, pekerjaan.percobaan, pekerjaan.kemajuan) == ("antre", 0, 0)
    assert (pekerjaan.oleh, pekerjaan.unit) == (pemeran["perencana"], pemeran.unit)
    assert str(pekerjaan) == "Laporan a"
    jejak = CatatanJejak.objects.get(objek_jenis="pekerjaan.pekerjaan", objek_id=pekerjaan.pk)
    assert (jejak.aksi, jejak.pengguna) == (Aksi.PEKERJAAN_DIMULAI, pemeran["perencana"])
    assert (jejak.unit, jejak.objek_nama) == (pemeran.unit, "Laporan a")
    assert jejak.sesudah == {"argumen": {"kunci": "a", "tahun": 2023}}


def test_klik_ganda_satu_pekerjaan(pemeran):
    pertama = minta(pemeran)
    assert minta(pemeran, argumen={"tahun": 2023, "kunci": "a"}) == pertama
    ambil(berdenyut("uji", mesin="uji", pid=1))
    assert minta(pemeran) == pertama
    assert Pekerjaan.objects.count() == 1


@pytest.mark.parametrize("apa", ["jenis", "unit", "argumen", "oleh"])
def test_yang_berbeda_pekerjaan_lain(apa, pemeran):
    beda = {
        "jenis": "uji.sekali",
        "unit": None,
        "argumen": {"kunci": "a", "tahun": 2024},
        "oleh": pemeran["pimpinan"],
    }
    assert minta(pemeran, **{apa: beda[apa]}) != minta(pemeran)
    assert Pekerjaan.objects.count() == 2


def test_setelah_usai_menjadi_pekerjaan_baru(pemeran):
    assert gagal(pemeran) != minta(pemeran)


def test_batas_antrean_seorang(pemeran, settings):
    settings.PEKERJAAN_ANTRE_TERBANYAK = 2
    pertama = minta(pemeran, argumen={"kunci": "0"})
    minta(pemeran, argumen={"kunci": "1"})
    with pytest.raises(AntreanPenuh, match="masih mempunyai 2 pekerjaan yang menunggu"):
        minta(pemeran, argumen={"kunci": "2"})
    assert minta(pemeran, argumen={"kunci": "0"}) == pertama
    assert minta(pemeran, oleh=pemeran["pimpinan"]).status == "antre"
    ambil(berdenyut("uji", mesin="uji", pid=1))
    assert minta(pemeran, argumen={"kunci": "2"}).status == "antre"


@pytest.mark.parametrize("siapa", ["perencana_lain", "inspektorat_luar", "tanpa_tugas", "admin"])
def test_unit_yang_tidak_terbaca_ditolak(siapa, pemeran):
    with pytest.raises(HakKurang, match="tidak bertugas membaca"):
        minta(pemeran, oleh=pemeran[siapa])
    assert not Pekerjaan.objects.exists()


def test_izin_milik_jenis(pemeran):
    def izin(pengguna, unit, argumen):
        return Boleh() if argumen["tahun"] == 2023 else Tolak("Tahun itu belum dibuka.")

    daftar("uji.izin", "Uji", kerja, batas_waktu=SEDETIK, aman_diulang=True, izin=izin)
    assert minta(pemeran, jenis="uji.izin").status == "antre"
    with pytest.raises(HakKurang, match="Tahun itu belum dibuka"):
        minta(pemeran, jenis="uji.izin", argumen={"tahun": 2024})


def test_jenis_yang_tidak_terdaftar(pemeran):
    with pytest.raises(LookupError, match=r"uji\.dahulu is not registered"):
        minta(pemeran, jenis="uji.dahulu")


def test_mulai_lagi(pemeran):
    lama = gagal(pemeran)
    baru = mulai_lagi(lama, oleh=pemeran["perencana"])
    assert (baru.status, baru.jenis, baru.unit, baru.argumen) == (
        "antre", lama.jenis, lama.unit, lama.argumen,
    )  # fmt: skip
    lama.refresh_from_db()
    assert (lama.status, lama.alasan) == ("gagal", "Listrik padam.")


def test_mulai_lagi_hanya_yang_gagal(pemeran):
    with pytest.raises(KeadaanSalah, match="Pekerjaan ini menunggu"):
        mulai_lagi(minta(pemeran), oleh=pemeran["perencana"])


def test_mulai_lagi_memeriksa_izin_kembali(pemeran):
    lama = gagal(pemeran)
    Penugasan.objects.filter(pengguna=pemeran["perencana"]).delete()
    with pytest.raises(HakKurang):
        mulai_lagi(lama, oleh=pemeran["perencana"])


def test_mulai_lagi_jenis_yang_sudah_tidak_ada(pemeran):
    lama = gagal(pemeran)
    lama.jenis = "uji.dahulu"
    with pytest.raises(KeadaanSalah, match="tidak ada lagi"):
        mulai_lagi(lama, oleh=pemeran["perencana"])


def test_permintaan_bersamaan_satu_pekerjaan(basis, pemilik, settings):
    """Two threads leave a barrier together, as the requests of a double click do, many times."""
    kali, rintangan, nomor = 20, threading.Barrier(2), []
    settings.PEKERJAAN_ANTRE_TERBANYAK = kali

    def minta_berulang() -> None:
        with basis.di_utas_ini():
            for ke in range(kali):
                rintangan.wait(timeout=10)
                nomor.append(antrekan("uji.aman", oleh=pemilik, argumen={"kunci": ke}).pk)

    utas = [threading.Thread(target=minta_berulang) for _ in range(2)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    assert len(nomor) == 2 * kali
    assert len(set(nomor)) == Pekerjaan.objects.count() == kali
