"""Claims: who holds a job may write it, and nobody else."""

import secrets
from datetime import timedelta

import pytest

from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.lib import waktu
from sakip.pekerjaan.models import Pekerja, Pekerjaan
from sakip.pekerjaan.registri import PekerjaanDiambil
from sakip.pekerjaan.services.antre import antrekan
from sakip.pekerjaan.services.giliran import (
    ambil,
    berdenyut,
    gagalkan,
    hentikan,
    lapor,
    lepaskan_semua,
    masih_dipegang,
    pamit,
    sapu,
    terhenti,
    tuntaskan,
)

pytestmark = pytest.mark.usefixtures("jenis_uji")


@pytest.fixture
def antre(pemeran):
    def masukkan(jenis: str = "uji.aman", kunci: str = "a") -> Pekerjaan:
        return antrekan(jenis, oleh=pemeran["perencana"], argumen={"kunci": kunci})

    return masukkan


def pekerja(nama: str = "satu") -> Pekerja:
    return berdenyut(nama, mesin="uji", pid=1)


def mati(milik: Pekerja) -> None:
    Pekerja.objects.filter(pk=milik.pk).update(denyut=waktu.sekarang() - timedelta(minutes=1))


def keadaan(pekerjaan: Pekerjaan) -> dict:
    return Pekerjaan.objects.values().get(pk=pekerjaan.pk)


def test_yang_lama_didahulukan_dan_hanya_sekali(antre):
    lama, baru = antre(kunci="a"), antre(kunci="b")
    diambil = [ambil(pekerja("satu")), ambil(pekerja("dua")), ambil(pekerja("satu"))]
    assert diambil == [lama, baru, None]
    lama.refresh_from_db()
    assert (lama.status, lama.percobaan, lama.pekerja.tanda) == ("berjalan", 1, "satu")
    assert lama.tanda == diambil[0].tanda != diambil[1].tanda


def test_yang_keduluan_mengambil_berikutnya(antre, monkeypatch):
    """Another worker claims the oldest job between our look and our claim."""
    lama, baru = antre(kunci="a"), antre(kunci="b")
    satu, dua, tanda, oleh_dua = pekerja("satu"), pekerja("dua"), secrets.token_hex, []

    def dahului(panjang: int) -> str:
        if not oleh_dua:
            oleh_dua.append(None)
            oleh_dua[0] = ambil(dua)
        return tanda(panjang)

    monkeypatch.setattr(secrets, "token_hex", dahului)
    assert ambil(satu) == baru
    assert oleh_dua == [lama]
    assert (keadaan(lama)["pekerja_id"], keadaan(baru)["pekerja_id"]) == (dua.pk, satu.pk)


def test_laporan_kemajuan(antre):
    antre()
    pekerjaan = ambil(pekerja())
    lapor(pekerjaan, 40, "Menyusun bab 3" + "x" * 300)
    assert (keadaan(pekerjaan)["kemajuan"], len(keadaan(pekerjaan)["langkah"])) == (40, 200)
    assert masih_dipegang(pekerjaan)


def test_tuntas_dan_tercatat(antre):
    antre()
    pekerjaan = ambil(pekerja())
    tuntaskan(pekerjaan, {"alamat": "/unit/"})
    akhir = keadaan(pekerjaan)
    assert (akhir["status"], akhir["kemajuan"], akhir["hasil"]) == (
        "selesai",
        100,
        {"alamat": "/unit/"},
    )
    assert (akhir["tanda"], akhir["pekerja_id"]) == ("", None)
    jejak = CatatanJejak.objects.latest("pk")
    assert (jejak.aksi, jejak.pelaku, jejak.objek_id) == (
        Aksi.PEKERJAAN_SELESAI, "Sistem", str(pekerjaan.pk),
    )  # fmt: skip


def test_tanpa_hasil(antre):
    antre()
    pekerjaan = ambil(pekerja())
    tuntaskan(pekerjaan, None)
    assert keadaan(pekerjaan)["hasil"] is None
    assert Pekerjaan.objects.filter(hasil__isnull=True).exists()


@pytest.mark.parametrize("kemudian", ["diambil lagi", "selesai"])
def test_yang_kehilangan_tidak_dapat_menulis(kemudian, antre):
    antre()
    zombi = ambil(pekerja("satu"))
    mati(zombi.pekerja)
    assert sapu() == 1
    baru = ambil(pekerja("dua"))
    if kemudian == "selesai":
        tuntaskan(baru, {"pid": 2})
    semula, jejak = keadaan(baru), CatatanJejak.objects.count()
    assert not masih_dipegang(zombi)
    with pytest.raises(PekerjaanDiambil):
        lapor(zombi, 99, "zombi")
    with pytest.raises(PekerjaanDiambil):
        tuntaskan(zombi, {"pid": 1})
    assert not gagalkan(zombi, "zombi")
    terhenti(zombi)
    hentikan(zombi)
    assert keadaan(baru) == semula
    assert CatatanJejak.objects.count() == jejak


def test_kabar_yang_hilang_tidak_tertangkap_except_exception(antre):
    """A job that catches its own errors still ends when it lost its claim."""
    assert not issubclass(PekerjaanDiambil, Exception)


TERHENTI = "Pekerja terhenti saat mengerjakan"
DIHENTIKAN = "Pekerja dihentikan saat mengerjakan"


@pytest.mark.parametrize(
    ("jenis", "akhiri", "status", "percobaan", "kata"),
    [
        ("uji.aman", terhenti, "antre", 1, f"{TERHENTI}; dicoba lagi."),
        ("uji.sekali", terhenti, "gagal", 1, f"{TERHENTI}. Mulai lagi bila masih perlu."),
        ("uji.aman", hentikan, "antre", 0, f"{DIHENTIKAN}; dicoba lagi."),
        ("uji.sekali", hentikan, "gagal", 1, f"{DIHENTIKAN}. Mulai lagi bila masih perlu."),
    ],
)
def test_yang_terhenti_diulang_bila_aman(jenis, akhiri, status, percobaan, kata, antre):
    antre(jenis)
    pekerjaan = ambil(pekerja())
    lapor(pekerjaan, 60, "Menyusun bab 3")
    akhiri(pekerjaan)
    akhir = keadaan(pekerjaan)
    assert (akhir["status"], akhir["percobaan"]) == (status, percobaan)
    assert akhir["langkah" if status == "antre" else "alasan"] == kata
    aksi = Aksi.PEKERJAAN_DIULANG if status == "antre" else Aksi.PEKERJAAN_GAGAL
    assert CatatanJejak.objects.latest("pk").aksi == aksi


def test_jenis_yang_hilang_tidak_diulang(antre):
    antre()
    pekerjaan = ambil(pekerja())
    pekerjaan.jenis = "uji.dahulu"
    terhenti(pekerjaan)
    assert keadaan(pekerjaan)["status"] == "gagal"


def test_sapu_hanya_yang_mati(antre):
    antre(kunci="a")
    antre(kunci="b")
    milik_mati, milik_hidup = ambil(pekerja("satu")), ambil(pekerja("dua"))
    pekerja("menganggur")
    assert sapu() == 0
    mati(milik_mati.pekerja)
    mati(Pekerja.objects.get(tanda="menganggur"))
    assert sapu() == 1
    assert keadaan(milik_mati)["status"] == "antre"
    assert keadaan(milik_hidup)["status"] == "berjalan"
    assert [satu.tanda for satu in Pekerja.objects.all()] == ["dua"]
    assert sapu() == 0


def test_yang_dipegang_tanpa_dikerjakan_dikembalikan(antre):
    """A claim was written, but its answer was lost with the database."""
    antre()
    milik = pekerja()
    pekerjaan = ambil(milik)
    lepaskan_semua(milik)
    assert (keadaan(pekerjaan)["status"], keadaan(pekerjaan)["percobaan"]) == ("antre", 0)


def test_denyut_menghidupkan_baris_yang_tersapu(db):
    pertama = pekerja()
    Pekerja.objects.all().delete()
    kedua = pekerja()
    assert pertama.pk != kedua.pk
    assert pekerja() == kedua


def test_pamit(antre):
    antre()
    milik, luang = pekerja("satu"), pekerja("dua")
    ambil(milik)
    pamit(milik)
    pamit(luang)
    assert list(Pekerja.objects.all()) == [milik]
