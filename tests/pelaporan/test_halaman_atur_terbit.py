"""The settings of an LKjIP that was issued: they begin the draft of its correction."""

import pytest

from pelaporan.models import GambarBagian, Laporan, Paragraf
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from tests.modul import semodul
from tests.pelaporan.alat_atur import (
    JUDUL,
    TINDAK_LANJUT,
    alamat,
    buang,
    isian,
    laporan_akhir,
    nyalakan,
)
from tests.pelaporan.alat_halaman import sebagai
from tests.pelaporan.alat_terbit import TAHUN, akun, terbitkan


@pytest.fixture(scope="module", autouse=True)
def isian_lama(contoh_evaluasi, django_db_blocker) -> dict[str, object]:
    """What a form sends that was opened before the report was issued."""
    with semodul(django_db_blocker):
        return isian(sebagai("sekretariat"), tempat="Tempat lain")


def test_yang_terbit_tetap_dan_menjadi_draf_perbaikan(terbit, pasuruan):
    sekretariat = sebagai("sekretariat")
    assert "tetap seperti terbit" in sekretariat.get(alamat()).text
    nyalakan(sekretariat)
    lama, draf = Laporan.objects.filter(unit=pasuruan, tahun=TAHUN).order_by("ke")
    assert (lama.dokumen, draf.dokumen, draf.ke) == (terbit, None, 2)
    assert not lama.bagian.filter(kunci=TINDAK_LANJUT).exists()
    assert draf.bagian.count() == lama.bagian.count() + 1
    baca = sebagai("pimpinan").get(alamat("lkjip-baca"))
    assert "Perbaikannya sedang disiapkan" in baca.text
    assert "Periksa lalu terbitkan</a>" in baca.text
    kedua = terbitkan(pasuruan)
    draf.refresh_from_db()
    assert (draf.dokumen, kedua.ke) == (kedua, 2)
    assert JUDUL in kedua.konteks["bagian"]


def test_formulir_yang_dibuka_sebelum_terbit(isian_lama, terbit, pasuruan):
    assert sebagai("sekretariat").post(alamat(), isian_lama).status_code != 302
    assert [s.tempat for s in Laporan.objects.filter(unit=pasuruan, tahun=TAHUN)] == ["Pasuruan"]


def test_formulir_draf_lama_tidak_mengubah_draf_perbaikan(isian_lama, terbit, pasuruan):
    """The draft it was opened for was issued; the one that follows counts its own saves."""
    sekretariat = sebagai("sekretariat")
    nyalakan(sekretariat)
    draf = Laporan.objects.filter(pk=laporan_akhir(pasuruan).pk)
    draf.update(versi=isian_lama["versi_dibuka"])
    assert sekretariat.post(alamat(), isian_lama).status_code == 409
    assert laporan_akhir(pasuruan).tempat == "Pasuruan"


def test_draf_perbaikan_bukan_data_yang_berubah(terbit):
    """The heading of a section that was switched on; the figures are the same."""
    sekretariat = sebagai("sekretariat")
    sekretariat.post(alamat(), isian(sekretariat, bagian_standar=False))
    baca = sekretariat.get(alamat("lkjip-baca"))
    assert "Draf perbaikan berbeda dari yang terbit." in baca.text
    assert "Data berubah sejak laporan terbit." not in baca.text
    for jawaban in (baca, sekretariat.get(alamat("lkjip-terbit"))):
        (hilang,) = jawaban.context["beda"].bagian_hilang
        assert "Standar Nasional" in hilang
        assert f"Bagian yang tidak lagi dimuat: {hilang}." in jawaban.text


def test_draf_perbaikan_dibuang(terbit, pasuruan):
    sekretariat = sebagai("sekretariat")
    assert "Buang draf perbaikan" not in sekretariat.get(alamat()).text
    nyalakan(sekretariat)
    draf = laporan_akhir(pasuruan)
    bagian = draf.bagian.get(kunci=TINDAK_LANJUT)
    Paragraf.objects.create(bagian=bagian, urutan=1, teks="Catatan.")
    GambarBagian.objects.create(bagian=bagian, urutan=1, judul="Rapat")
    halaman = sekretariat.get(alamat())
    assert "Buang draf perbaikan…</summary>" in halaman.text
    dilihat = halaman.context["draf"]
    jawaban = buang(sekretariat, ke=dilihat.ke, versi=dilihat.versi)
    assert "Draf perbaikan dibuang. Yang berlaku tetap yang terbit." in jawaban.text
    assert [s.dokumen for s in Laporan.objects.filter(unit=pasuruan, tahun=TAHUN)] == [terbit]
    assert "Perbaikannya sedang disiapkan" not in jawaban.text
    catatan = CatatanJejak.objects.get(aksi=Aksi.LAPORAN_DRAF_DIBUANG)
    assert (catatan.pengguna, catatan.objek_id) == (akun("sekretariat"), str(draf.pk))
    assert catatan.sebelum[f"bagian.{TINDAK_LANJUT}"] == "dimuat"
    assert catatan.sebelum[f"paragraf.{TINDAK_LANJUT}.1"] == "Catatan."


def test_draf_yang_lain_dari_yang_dilihat_tidak_dibuang(terbit, pasuruan):
    sekretariat = sebagai("sekretariat")
    nyalakan(sekretariat)
    draf = laporan_akhir(pasuruan)
    for beda in ({"ke": 3}, {"versi": 9}):
        jawaban = buang(sekretariat, **{"ke": draf.ke, "versi": draf.versi, **beda})
        assert "Orang lain baru saja mengubahnya." in jawaban.text
        assert laporan_akhir(pasuruan) == draf
    assert buang(sebagai("pimpinan"), ke=draf.ke, versi=draf.versi).status_code == 403
    assert laporan_akhir(pasuruan) == draf


def test_yang_terbit_tidak_dibuang(terbit, pasuruan):
    milik = laporan_akhir(pasuruan)
    jawaban = buang(sebagai("sekretariat"), ke=milik.ke, versi=milik.versi)
    assert "tidak ada draf perbaikan untuk dibuang" in jawaban.text
    assert laporan_akhir(pasuruan) == milik
