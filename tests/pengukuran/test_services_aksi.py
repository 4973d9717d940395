"""Steps of the plan: who reports them, when, with which note, and never over somebody else's."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from pengukuran.models import RealisasiAksi
from pengukuran.queries.aksi import lembar_aksi
from pengukuran.services.aksi import simpan_aksi
from perencanaan.models import AksiRencana, RencanaAksi
from sakip.jejak.aksi import Aksi
from sakip.lib.transisi import HakKurang, KeadaanSalah
from sakip.web.versi import SudahBerubah
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_isian import TAHUN, atur_jendela, kecualikan, tak_berubah
from tests.perencanaan.pabrik import buat_aksi
from tests.perencanaan.pabrik_rencana import buat_simpul, rencanakan

PENGISI = {"operator", "operator_2", "perencana", "perencana_2", "rangkap"}


@pytest.fixture
def aksi(kantor) -> AksiRencana:
    """A step of the plan in force, due in the first and the last triwulan."""
    return buat_aksi(RencanaAksi.objects.get(unit=kantor.unit), kantor.polos)


def lapor(kantor, aksi, oleh="operator", bulan=3, versi=None, milik=None, **isi):
    milik = milik or RealisasiAksi(aksi=aksi, bulan=bulan)
    for nama, nilai in ({"selesai": True, "catatan": ""} | isi).items():
        setattr(milik, nama, nilai)
    simpan_aksi(milik, oleh=kantor[oleh], versi=versi)
    return milik


def test_dilaporkan_sekali_satu_jejak(kantor, aksi):
    jejak = JejakBaru()
    milik = lapor(kantor, aksi, catatan=" 42 peserta \r\n")
    assert (milik.selesai, milik.catatan, milik.diisi_oleh) == (
        True, "42 peserta", kantor["operator"],
    )  # fmt: skip
    satu = jejak.satu()
    assert (satu.aksi, satu.objek_id, satu.unit) == (
        Aksi.AKSI_DILAPORKAN, str(milik.pk), kantor.unit,
    )  # fmt: skip


@pytest.mark.parametrize("catatan", ["", "   ", "\r\n"])
def test_yang_belum_beralasan(catatan, kantor, aksi):
    with tak_berubah(), pytest.raises(ValidationError) as galat:
        lapor(kantor, aksi, selesai=False, catatan=catatan)
    assert "Tulis mengapa" in galat.value.message_dict["catatan"][0]
    lapor(kantor, aksi, selesai=False, catatan="Narasumber berhalangan; menjadi Mei.")


def test_catatan_terlalu_panjang(kantor, aksi):
    with tak_berubah(), pytest.raises(ValidationError, match=r"5\.000 karakter, di sini 5\.001"):
        lapor(kantor, aksi, catatan="a" * 5001)


def test_hanya_bidang_indikatornya_dan_sekretariat(kantor, aksi):
    for siapa in kantor.orang.keys() - PENGISI:
        with tak_berubah(), pytest.raises(HakKurang):
            lapor(kantor, aksi, oleh=siapa)
    with pytest.raises(HakKurang, match="dilaporkan oleh Bidang 1"):
        lapor(kantor, aksi, oleh="operator_lain")
    milik = lapor(kantor, aksi)
    for siapa in sorted(PENGISI):
        lapor(kantor, aksi, oleh=siapa, milik=milik, versi=milik.versi, catatan=siapa)


def test_aksi_anggaran_oleh_penanggung_jawabnya(kantor, aksi):
    simpul = buat_simpul(kantor.polos.renstra_versi, "program")
    lain, tanpa = (buat_aksi(aksi.rencana_aksi, kantor.polos) for _ in range(2))
    AksiRencana.objects.filter(pk__in=[lain.pk, tanpa.pk]).update(indikator=None, simpul=simpul)
    AksiRencana.objects.filter(pk=lain.pk).update(penanggung_jawab=kantor.bidang_lain)
    lain, tanpa = (AksiRencana.objects.get(pk=satu.pk) for satu in (lain, tanpa))
    with tak_berubah(), pytest.raises(HakKurang, match="dilaporkan oleh Bidang 2"):
        lapor(kantor, lain)
    lapor(kantor, lain, oleh="operator_lain")
    with tak_berubah(), pytest.raises(HakKurang, match="Belum ditetapkan bidang"):
        lapor(kantor, tanpa, oleh="operator_lain")
    lapor(kantor, tanpa, oleh="perencana")


@pytest.mark.parametrize(
    ("keadaan", "kata"), [("belum buka", "baru dibuka"), ("terkunci", "perpanjangan")]
)
def test_jendela_tertutup(keadaan, kata, kantor, aksi):
    milik = lapor(kantor, aksi)
    jendela = atur_jendela(kantor.unit, 3, keadaan)
    with tak_berubah(), pytest.raises(KeadaanSalah, match=kata):
        lapor(kantor, aksi, milik=milik, versi=milik.versi, catatan="lain")
    if keadaan == "terkunci":
        kecualikan(kantor.unit, jendela, kantor["organisasi"])
        lapor(kantor, aksi, milik=milik, versi=milik.versi, catatan="lain")


def test_dua_orang_tidak_saling_menimpa(kantor, aksi):
    milik = lapor(kantor, aksi)
    kembaran = RealisasiAksi.objects.get(pk=milik.pk)
    lapor(kantor, aksi, milik=milik, versi=1, catatan="satu")
    with tak_berubah(), pytest.raises(SudahBerubah):
        lapor(kantor, aksi, oleh="perencana", milik=kembaran, versi=1, catatan="dua")


def test_hanya_aksi_rencana_yang_berlaku(kantor, aksi):
    """The version of April speaks of June, and no longer of March; a draft of neither."""
    baru = rencanakan(kantor.unit, date(TAHUN, 4, 1))
    draf = rencanakan(kantor.unit, date(TAHUN, 4, 1), status="draf")
    pengganti = buat_aksi(baru, kantor.polos, tw2=True)
    lapor(kantor, aksi)
    lapor(kantor, pengganti, bulan=6)
    for milik, bulan in ((pengganti, 3), (aksi, 6), (buat_aksi(draf, kantor.polos), 6)):
        with tak_berubah(), pytest.raises(KeadaanSalah, match="tidak berlaku pada akhir"):
            lapor(kantor, milik, bulan=bulan)


def tampak(kantor, triwulan, siapa="operator"):
    lembar = lembar_aksi(kantor.unit, TAHUN, triwulan, kantor[siapa])
    return [(satu.aksi.pk, satu.terjadwal, bool(satu.izin)) for satu in lembar.baris]


def test_jatuh_tempo_hanya_dari_rencana(kantor, aksi):
    """Due in I and IV: left over in II until it is done, and due again in IV."""
    assert tampak(kantor, 1) == [(aksi.pk, True, True)]
    assert tampak(kantor, 2) == [(aksi.pk, False, True)]
    lapor(kantor, aksi, selesai=False, catatan="ditunda")
    assert tampak(kantor, 2) == [(aksi.pk, False, True)]
    lapor(kantor, aksi, bulan=6)
    assert tampak(kantor, 2) == [(aksi.pk, False, True)]
    assert tampak(kantor, 3) == []
    assert tampak(kantor, 4, "pembaca") == [(aksi.pk, True, False)]
    lembar = lembar_aksi(kantor.unit, TAHUN, 1, kantor["operator"])
    assert (lembar.terjadwal, lembar.dilaporkan, lembar.terlaksana) == (1, 1, 0)


def test_tahun_tanpa_rencana(kantor):
    lembar = lembar_aksi(kantor.unit, TAHUN + 1, 1, kantor["operator"])
    assert (lembar.rencana, lembar.baris) == (None, ())


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_kueri_tetap(banyaknya, kantor, aksi, django_assert_num_queries):
    for nomor in range(banyaknya):
        milik = aksi if not nomor else buat_aksi(aksi.rencana_aksi, kantor.rumus)
        lapor(kantor, milik, oleh="perencana")
    with django_assert_num_queries(13):
        lembar = lembar_aksi(kantor.unit, TAHUN, 1, kantor["operator"])
        assert len(lembar.baris) == banyaknya
        assert [str(satu.laporan.diisi_oleh) for satu in lembar.baris]
