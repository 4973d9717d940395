"""A figure corrected after kunci carries its mark through the whole report, with what it was."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from openpyxl import load_workbook

from pelaporan.dokumen.lkjip import susun_lkjip
from sakip.dokumen.blok import Dokumen, GrafikBatang, Tabel
from sakip.dokumen.telusur import telusuri
from sakip.dokumen.xlsx import xlsx_dokumen
from sakip.lib import waktu
from tests.modul import semodul
from tests.pelaporan.alat_koreksi import CATATAN, SAAT, koreksi_ormas

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def dokumen(django_db_setup, django_db_blocker) -> Iterator[Dokumen]:
    with semodul(django_db_blocker) as unit, pytest.MonkeyPatch.context() as ganti:
        ganti.setattr(waktu, "sekarang", lambda: SAAT)
        koreksi_ormas(unit)
        hasil = susun_lkjip(unit, 2023)
        with django_db_blocker.block():
            yield hasil


def blok(dokumen: Dokumen, kelas: type) -> dict[str, Tabel]:
    semua = (satu for bagian in (*dokumen.depan, *dokumen.isi) for satu in bagian.blok)
    return {satu.kunci: satu for satu in semua if isinstance(satu, kelas)}


def test_tabel_yang_mencetaknya_mencatatnya(dokumen):
    tabel = blok(dokumen, Tabel)
    bercatatan = {kunci for kunci, satu in tabel.items() if satu.kembali}
    assert bercatatan == {
        "tabel-capaian", "tabel-perbandingan", "tabel-kemajuan", "tabel-standar",
        "tabel-analisis", "tabel-efisiensi", "tabel-penunjang",
    }  # fmt: skip
    for kunci in bercatatan:
        assert [str(satu) for satu in tabel[kunci].kembali] == [CATATAN]
    assert [str(satu) for satu in blok(dokumen, GrafikBatang)["grafik-capaian"].kembali] == [
        CATATAN
    ]


def test_yang_dihitung_darinya_ikut_bertanda_yang_lain_tidak(dokumen):
    bertanda = {satu.kunci.split("/")[0] for satu in telusuri(dokumen) if satu.tanda}
    assert bertanda == {
        "realisasi", "capaian", "perubahan", "kemajuan", "terhadap-standar", "efisiensi",
    }  # fmt: skip
    tanda = {satu.tampil: satu.tanda for satu in telusuri(dokumen) if "/2023" in satu.kunci}
    assert (tanda["5,28%"], tanda["176,00"], tanda["89,68"]) == ("†", "†", "")
    assert not any(satu.tanda for satu in telusuri(dokumen) if satu.kunci.startswith("target"))


def test_buku_kerja_bertanda_pada_tabel_yang_sama(dokumen):
    """Each table is a sheet; a figure stays a number, and the correction is told below."""
    tabel = [satu for satu in dokumen.blok() if isinstance(satu, Tabel)]
    buku = load_workbook(BytesIO(xlsx_dokumen(dokumen)))
    for lembar, milik in zip(buku, tabel, strict=True):
        sel = [satu for baris in lembar for satu in baris if satu.value is not None]
        angka = [s for s in sel if s.data_type == "n" and "†" in s.number_format]
        kata = [s for s in sel if s.data_type == "s" and "†" in s.value]
        # the sentences around a table are on its sheet, too, and may be marked by themselves
        assert (angka or kata) if milik.kembali else not angka, lembar.title
        assert any(s.value == CATATAN for s in sel) == bool(milik.kembali), lembar.title
    capaian = next(lembar for lembar in buku if lembar.title.startswith("Capaian Kinerja Tahun"))
    tercetak = {
        (str(s.value), s.number_format)
        for baris in capaian
        for s in baris
        if s.data_type == "n" and "†" in s.number_format
    }
    assert tercetak == {("5.28", '#,##0.00"%""†"'), ("176", '#,##0.00"†"')}
