"""Stored once, with row and trail; refused or broken off without a row."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from sakip.berkas.galat import BerkasBerubah, BerkasDitolak, BerkasHilang
from sakip.berkas.jenis import Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.services import (
    baca_berkas,
    buka_berkas,
    catat_buatan,
    catat_titipan,
    simpan_berkas,
    titipkan,
    titipkan_buatan,
)
from sakip.berkas.ukuran import KB
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak, HanyaDitambahError
from sakip.jejak.queries import riwayat
from sakip.organisasi.models import Pengguna, Unit
from tests.berkas import contoh
from tests.lib.bersamaan import bersamaan
from tests.lib.unit_kecil import unit_kecil


def jumlah_jejak() -> int:
    return CatatanJejak.objects.filter(aksi=Aksi.BERKAS_DIUNGGAH).count()


def di_gudang(settings) -> list[Path]:
    return [b for b in Path(settings.FOLDER_BERKAS).rglob("*") if b.is_file()]


def test_baris_dan_jejak(tersimpan, pemeran):
    isi = contoh.pdf()
    assert (tersimpan.nama, tersimpan.jenis, tersimpan.ukuran) == ("laporan.pdf", "pdf", len(isi))
    assert (tersimpan.unit, tersimpan.diunggah_oleh) == (pemeran.unit, pemeran["operator"])
    catatan = riwayat(tersimpan).get()
    assert (catatan.aksi, catatan.unit) == (Aksi.BERKAS_DIUNGGAH, pemeran.unit)
    assert catatan.sesudah["sidik"] == tersimpan.sidik
    assert str(catatan) == "operator mengunggah berkas laporan.pdf"
    assert baca_berkas(tersimpan) == buka_berkas(tersimpan).read() == isi


def test_unggahan_dengan_nama_jahat(pemeran):
    unggahan = SimpleUploadedFile("a.png", contoh.png())
    berkas = simpan_berkas(
        unggahan, nama="../../\u202egambar.png", unit=pemeran.unit, oleh=pemeran["operator"]
    )
    assert (berkas.nama, berkas.jenis, baca_berkas(berkas)) == ("gambar.png", "png", contoh.png())


def test_yang_sama_dari_unit_yang_sama_satu_baris(tersimpan, pemeran, settings):
    lagi = simpan_berkas(
        contoh.pdf(), nama="x/laporan.pdf", unit=pemeran.unit, oleh=pemeran["perencana"]
    )
    assert (lagi.pk, lagi.diunggah_oleh, jumlah_jejak()) == (tersimpan.pk, pemeran["operator"], 1)
    for nama, unit in (("lain.pdf", pemeran.unit), ("laporan.pdf", pemeran.unit_lain)):
        lain = simpan_berkas(contoh.pdf(), nama=nama, unit=unit, oleh=pemeran["operator"])
        assert (lain.pk != tersimpan.pk, lain.sidik) == (True, tersimpan.sidik)
    assert len(di_gudang(settings)) == 1


def test_tanpa_unit_pun_satu_baris(pemeran):
    satu, dua = (simpan_berkas(contoh.png(), nama="a.png", unit=None, oleh=None) for _ in "ab")
    assert (satu.pk, satu.unit, satu.diunggah_oleh) == (dua.pk, None, None)


def test_unggah_ulang_memperbaiki_berkas_yang_rusak(tersimpan, pemeran, di_cakram):
    di_cakram(tersimpan).write_bytes(b"%PDF-")
    simpan_berkas(contoh.pdf(), nama="laporan.pdf", unit=pemeran.unit, oleh=None)
    assert baca_berkas(tersimpan) == contoh.pdf()


@pytest.mark.parametrize(
    ("isi", "nama", "lain"),
    [
        (b"MZ", "a.pdf", {}),
        (b"", "a.pdf", {}),
        (contoh.pdf(), "a.pdf", {"jenis_boleh": [Jenis.PNG]}),
    ],
)
def test_yang_ditolak_tidak_disimpan(isi, nama, lain, pemeran, settings):
    with pytest.raises(BerkasDitolak):
        simpan_berkas(isi, nama=nama, unit=pemeran.unit, oleh=None, **lain)
    assert (Berkas.objects.count(), di_gudang(settings), jumlah_jejak()) == (0, [], 0)


def test_batas_menurut_pengaturan(pemeran, settings):
    settings.UNGGAH_MAKS = len(contoh.png())
    simpan_berkas(contoh.png(), nama="a.png", unit=pemeran.unit, oleh=None)
    settings.UNGGAH_MAKS -= 1
    with pytest.raises(BerkasDitolak, match="paling besar"):
        simpan_berkas(contoh.png(), nama="b.png", unit=pemeran.unit, oleh=None)


def test_kuota_unit(tersimpan, pemeran, settings):
    settings.KUOTA_UNIT = tersimpan.ukuran + 100 * KB
    isi = contoh.gambar("PNG", (300, 300), compress_level=0)
    assert len(isi) > 100 * KB
    with pytest.raises(BerkasDitolak) as galat:
        simpan_berkas(isi, nama="besar.png", unit=pemeran.unit, oleh=None)
    assert str(galat.value).startswith("Ruang berkas unit ini tinggal 100 KB dari 100,5 KB, ")
    assert len(di_gudang(settings)) == 1
    for unit in (pemeran.unit_lain, None):
        kuota = settings.KUOTA_UNIT
        settings.KUOTA_UNIT = len(isi) if unit else 1
        assert simpan_berkas(isi, nama="besar.png", unit=unit, oleh=None).unit == unit
        settings.KUOTA_UNIT = kuota


def test_kuota_penuh_tidak_menolak_yang_sudah_ada(tersimpan, pemeran, settings):
    settings.KUOTA_UNIT = 1
    lagi = simpan_berkas(contoh.pdf(), nama="laporan.pdf", unit=pemeran.unit, oleh=None)
    assert lagi.pk == tersimpan.pk


def test_buatan_sendiri_tidak_dibatasi(pemeran, settings):
    settings.KUOTA_UNIT = settings.UNGGAH_MAKS = 1
    titipan = titipkan_buatan(b"<p>a</p>", nama="a.html", jenis=Jenis.HTML, unit=pemeran.unit)
    berkas = catat_buatan(titipan, oleh=pemeran["perencana"])
    assert (berkas.jenis, baca_berkas(berkas), jumlah_jejak()) == ("html", b"<p>a</p>", 0)


def test_untuk_hanya_unggahan_sendiri(tersimpan, pemeran):
    assert list(Berkas.objects.untuk(pemeran["operator"])) == [tersimpan]
    for nama in ("perencana", "inspektorat", "admin", "perencana_lain"):
        assert list(Berkas.objects.untuk(pemeran[nama])) == []


@pytest.mark.parametrize(
    "ubah",
    [
        lambda berkas: berkas.save(),
        lambda berkas: berkas.delete(),
        lambda _: Berkas.objects.update(nama="lain.pdf"),
        lambda _: Berkas.objects.all().delete(),
    ],
)
def test_baris_tidak_dapat_diubah(tersimpan, ubah):
    with pytest.raises(HanyaDitambahError):
        ubah(tersimpan)


def test_berkas_hilang_dan_berubah(tersimpan, di_cakram):
    di_cakram(tersimpan).write_bytes(contoh.pdf(halaman=2))
    with pytest.raises(BerkasBerubah, match=r"“laporan\.pdf” tidak sama lagi"):
        baca_berkas(tersimpan)
    di_cakram(tersimpan).unlink()
    with pytest.raises(BerkasHilang, match=r"“laporan\.pdf” tidak ada lagi"):
        buka_berkas(tersimpan)


@pytest.fixture
def dinas(transactional_db) -> Unit:
    return unit_kecil()


def test_gangguan_sesudah_berkas_tidak_meninggalkan_baris(dinas, settings):
    """The database refuses the row at the very end, when the bytes are long on the disk."""
    hantu = Pengguna(pk=10**9, nama="hantu")
    with pytest.raises(IntegrityError):
        simpan_berkas(contoh.pdf(), nama="a.pdf", unit=dinas, oleh=hantu)
    assert (Berkas.objects.count(), jumlah_jejak()) == (0, 0)
    assert len(di_gudang(settings)) == 1


@pytest.mark.parametrize("berunit", [True, False])
def test_dua_yang_sama_bersamaan_satu_baris(dinas, berunit):
    unit = dinas if berunit else None

    def simpan() -> int:
        return simpan_berkas(contoh.pdf(), nama="a.pdf", unit=unit, oleh=None).pk

    satu, dua = bersamaan(simpan, simpan)
    assert satu == dua == Berkas.objects.get().pk
    assert jumlah_jejak() == 1


def test_dari_dua_yang_memperebutkan_sisa_ruang_satu_ditolak(dinas, settings):
    """Both found room before their bytes were stored; the second row is refused all the same."""
    settings.KUOTA_UNIT = len(contoh.png()) + 10
    titipan = [titipkan(contoh.png(), nama=f"{n}.png", unit=dinas) for n in "ab"]
    hasil = bersamaan(*(lambda t=t: catat_titipan(t, oleh=None) for t in titipan))
    assert sorted(type(satu).__name__ for satu in hasil) == ["Berkas", "BerkasDitolak"]
    assert (Berkas.objects.count(), jumlah_jejak()) == (1, 1)
