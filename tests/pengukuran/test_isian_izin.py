"""Who may enter, verify and approve; the reasons say whom to ask. And the window's words."""

import pytest

from pengukuran.models import PelakuRealisasi
from pengukuran.permissions import (
    boleh_memverifikasi,
    boleh_menarik,
    boleh_mengatur_kesiapan,
    boleh_mengisi,
    boleh_menyetujui,
)
from pengukuran.queries.jendela_isian import jendela_isian, jendela_realisasi
from perencanaan.models import PenanggungJawab
from sakip.lib import waktu
from sakip.organisasi.models import Jendela, Penugasan
from tests.pengukuran.alat_isian import HARI, TAHUN, atur_jendela, kecualikan
from tests.perencanaan.pabrik import buat_indikator, buat_versi

BOLEH = {
    boleh_mengisi: {"operator", "operator_2", "perencana", "perencana_2", "rangkap"},
    boleh_memverifikasi: {"perencana", "perencana_2", "rangkap"},
    boleh_menyetujui: {"pimpinan", "pimpinan_2", "rangkap"},
}


@pytest.mark.parametrize("tanya", BOLEH)
def test_siapa_yang_boleh(tanya, kantor):
    baris = kantor.jadikan("diajukan")
    jawaban = {nama: tanya(orang, baris) for nama, orang in kantor.orang.items()}
    assert {nama for nama, izin in jawaban.items() if izin} == BOLEH[tanya]
    tolak = [izin.alasan for izin in jawaban.values() if not izin]
    assert all("Dinas Uji" in alasan and alasan.endswith(".") for alasan in tolak)


def test_bidang_lain_diberi_tahu_siapa_yang_mengisi(kantor):
    izin = boleh_mengisi(kantor["operator_lain"], kantor.jadikan("draf"))
    assert izin.alasan.startswith("Indikator ini diisi oleh Bidang 1.")


def test_tanpa_penanggung_jawab_hanya_sekretariat(kantor):
    baris = kantor.jadikan("draf")
    PenanggungJawab.objects.filter(mengisi=True).update(mengisi=False)
    assert boleh_mengisi(kantor["perencana"], baris)
    izin = boleh_mengisi(kantor["operator"], baris)
    assert izin.alasan.startswith(
        f"Belum ditetapkan bidang mana yang mengisi indikator ini pada {TAHUN}"
    )


def test_rumusan_tahun_itu_yang_menentukan(kantor):
    """A wording of a later year gives the indikator to another bidang; this year stays as it is."""
    nanti = buat_indikator(buat_versi(kantor.unit, 2, TAHUN + 1), kantor.polos.indikator)
    PenanggungJawab.objects.create(indikator_versi=nanti, unit=kantor.bidang_lain, mengisi=True)
    baris = kantor.jadikan("draf")
    assert boleh_mengisi(kantor["operator"], baris)
    assert not boleh_mengisi(kantor["operator_lain"], baris)
    baris.tahun = TAHUN + 1
    assert not boleh_mengisi(kantor["operator"], baris)
    assert boleh_mengisi(kantor["operator_lain"], baris)


def test_peran_yang_berakhir_tidak_memberi_hak(kantor):
    baris = kantor.jadikan("draf")
    Penugasan.objects.filter(pengguna=kantor["operator"]).update(sampai="2021-01-01")
    assert not boleh_mengisi(kantor["operator"], baris)


@pytest.mark.parametrize(
    ("tanya", "nama", "pengganti"),
    [
        (boleh_memverifikasi, "perencana", "sekretariat"),
        (boleh_menyetujui, "pimpinan", "pimpinan"),
    ],
)
def test_pengisi_tidak_memeriksa_isiannya(tanya, nama, pengganti, kantor):
    baris = kantor.jadikan("diajukan")
    assert tanya(kantor[nama], baris)
    PelakuRealisasi.objects.create(realisasi=baris, pengguna=kantor[nama], sebagai="pengisi")
    alasan = tanya(kantor[nama], baris).alasan
    assert alasan.startswith("Anda ikut mengisi angka ini")
    assert f"Minta {pengganti} Dinas Uji yang lain." in alasan


def test_pengisi_terakhir_tidak_memeriksa_walau_tak_tercatat(kantor):
    baris = kantor.jadikan("diajukan")
    baris.pelaku.all().delete()
    baris.diisi_oleh = kantor["rangkap"]
    assert not boleh_memverifikasi(kantor["rangkap"], baris)
    assert not boleh_menyetujui(kantor["rangkap"], baris)


def test_hanya_pengaju_yang_menarik(kantor):
    baris = kantor.jadikan("diajukan")
    assert {n for n, o in kantor.orang.items() if boleh_menarik(o, baris)} == {"operator"}
    assert "diajukan k-operator;" in boleh_menarik(kantor["perencana"], baris).alasan
    Penugasan.objects.filter(pengguna=kantor["operator"]).update(sampai="2021-01-01")
    assert not boleh_menarik(kantor["operator"], baris)


def test_aturan_kesiapan_milik_bagian_organisasi(kantor):
    pemda = kantor.unit.pemda_id
    boleh = {n for n, o in kantor.orang.items() if boleh_mengatur_kesiapan(o, pemda)}
    assert boleh == {"organisasi"}


@pytest.mark.parametrize(
    ("keadaan", "boleh", "kata"),
    [
        ("belum buka", False, "baru dibuka"),
        ("terbuka", True, ""),
        ("terlambat", True, ""),
        ("terkunci", False, "minta perpanjangan kepada bagian organisasi"),
    ],
)
def test_jendela_berkata_kepada_siapa_meminta(keadaan, boleh, kata, kantor):
    atur_jendela(kantor.unit, 3, keadaan)
    jendela = jendela_isian(kantor.unit, TAHUN, 3)
    assert (bool(jendela.izin), jendela.keadaan, jendela.lewat_kunci) == (
        boleh, keadaan, keadaan == "terkunci",
    )  # fmt: skip
    assert boleh or kata in jendela.izin.alasan


def test_jendela_yang_belum_diatur(kantor):
    Jendela.objects.all().delete()
    jendela = jendela_isian(kantor.unit, TAHUN, 5)
    assert jendela.izin.alasan == (
        "Pengisian Triwulan II 2024 belum dibuka: jendelanya belum diatur. Minta bagian organisasi "
        "mengaturnya."
    )
    assert jendela.lewat_kunci
    assert not jendela.terlambat(waktu.sekarang())


@pytest.mark.parametrize(("bulan", "akhir"), [(1, 3), (3, 3), (4, 6), (7, 9), (12, 12)])
def test_jendela_menurut_triwulan_akhir_periode(bulan, akhir, kantor):
    assert jendela_isian(kantor.unit, TAHUN, bulan).jendela.bulan == akhir


def test_pengecualian_membuka_unitnya_saja(kantor):
    jendela = atur_jendela(kantor.unit, 3, "terkunci")
    lain = kantor["perencana_luar"].penugasan.get().unit
    kecualikan(kantor.unit, jendela, kantor["organisasi"])
    assert jendela_isian(kantor.unit, TAHUN, 3).izin
    assert not jendela_isian(kantor.unit, TAHUN, 3).lewat_kunci
    assert not jendela_isian(lain, TAHUN, 3).izin
    nanti = waktu.sekarang() + 2 * HARI
    assert not jendela_isian(kantor.unit, TAHUN, 3, nanti).izin


def test_terlambat_setelah_tenggat(kantor):
    baris = kantor.jadikan("diajukan")
    jendela = jendela_realisasi(baris)
    tenggat = jendela.jendela.tenggat
    assert not jendela.terlambat(tenggat)
    assert jendela.terlambat(tenggat + HARI / 86400)
    assert not jendela.terlambat(None)
