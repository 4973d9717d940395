"""A page of a file as a picture: drawn once by a process of its own, whatever is in the file."""

import os
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO
from pathlib import Path

import pikepdf
import pytest
from django.core.management import CommandError, call_command
from PIL import Image

from sakip.berkas import sapu
from sakip.berkas.galat import BerkasBerubah, BerkasHilang
from sakip.berkas.jenis import Jenis
from sakip.berkas.pratinjau import simpanan
from sakip.berkas.pratinjau.galat import TakTampil
from sakip.berkas.pratinjau.lukis import Batas, dapat_tampil, halaman_berkas
from sakip.berkas.pratinjau.pekerja import CUKUP_KECIL, LEBAR, TINGGI
from sakip.berkas.ukuran import MB
from sakip.lib import waktu
from tests.berkas import contoh

TIGA = ("Halaman pertama", "Realisasi 84,60 dari target 100", "Halaman ketiga")
PADAT = " ".join(f"Capaian indikator ke-{ke} sebesar {ke * 7919 % 100}." for ke in range(160))


def gambar(isi: bytes) -> Image.Image:
    return Image.open(BytesIO(isi)).convert("RGB")


def exif_miring() -> bytes:
    """A photo that was held sideways: black on its left as it lies, above as it was held."""
    lukisan = Image.new("RGB", (60, 30), "white")
    lukisan.paste("black", (0, 0, 30, 30))
    exif = Image.Exif()
    exif[0x112] = 6
    hasil = BytesIO()
    lukisan.save(hasil, "JPEG", exif=exif, quality=95)
    return hasil.getvalue()


def pdf_berat() -> bytes:
    """One page on which a million lines are drawn one over the other."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(600, 800))
        garis = b"0 0 m 600 800 l 1 799 m 599 2 l 3 1 600 9 9 800 c B\n" * 1_000_000
        pdf.pages[0].Contents = pdf.make_stream(garis)
        hasil = BytesIO()
        pdf.save(hasil)
    return hasil.getvalue()


def test_halaman_yang_diminta_dengan_teksnya(simpan):
    satu = halaman_berkas(simpan(contoh.pdf_naskah(*TIGA)), 2)
    assert (satu.nomor, satu.banyak, satu.teks) == (2, 3, TIGA[1])
    assert satu.gambar.startswith(b"RIFF")
    lukisan = gambar(satu.gambar)
    assert lukisan.size == (satu.lebar, satu.tinggi)
    assert satu.lebar == LEBAR
    # ink on white paper
    terang = lukisan.convert("L").getextrema()
    assert terang[0] < 100
    assert terang[1] == 255


def test_halaman_padat_tetap_kecil(simpan):
    satu = halaman_berkas(simpan(contoh.pdf_naskah(PADAT)), 1)
    assert len(satu.gambar) <= CUKUP_KECIL
    assert "Capaian indikator ke-9 sebesar 71." in satu.teks.replace("\n", " ")


def test_sekali_dilukis_lalu_disimpan(simpan, terlukis):
    berkas = simpan(contoh.pdf_naskah(*TIGA))
    pertama = halaman_berkas(berkas, 1)
    (letak,) = terlukis()
    assert letak.parent.name == berkas.sidik
    ditulis = letak.stat().st_mtime_ns
    assert halaman_berkas(berkas, 1) == pertama
    assert letak.stat().st_mtime_ns == ditulis
    # what was kept in half is drawn anew
    letak.write_bytes(letak.read_bytes()[:-9])
    assert halaman_berkas(berkas, 1) == pertama
    assert letak.stat().st_mtime_ns != ditulis


@pytest.mark.parametrize(
    ("isi", "nomor", "pesan", "banyak"),
    [
        (lambda: contoh.pdf_naskah(*TIGA), 4, "Halaman 4 tidak ada: berkas ini 3 halaman.", 3),
        (lambda: contoh.pdf_naskah(*TIGA)[:900], 1, "rusak atau terpotong", 0),
        (lambda: contoh.pdf("rahasia"), 1, "dikunci kata sandi", 0),
        (lambda: b"%PDF-1.7 bukan apa-apa %%EOF", 1, "rusak atau terpotong", 0),
    ],
)
def test_pdf_yang_tidak_dapat_ditampilkan(isi, nomor, pesan, banyak, simpan):
    with pytest.raises(TakTampil, match=pesan) as salah:
        halaman_berkas(simpan(isi()), nomor)
    assert salah.value.banyak == banyak


@pytest.mark.parametrize(
    ("isi", "jenis", "ukuran"),
    [
        (contoh.gambar("PNG", (1, 1)), Jenis.PNG, (1, 1)),
        (contoh.gambar("JPEG", (6000, 4000)), Jenis.JPEG, (LEBAR, 667)),
        (contoh.gambar("PNG", (100, 9000)), Jenis.PNG, (33, TINGGI)),
    ],
)
def test_gambar_dikecilkan_tidak_dibesarkan(isi, jenis, ukuran, simpan):
    satu = halaman_berkas(simpan(isi, jenis), 1)
    assert ((satu.lebar, satu.tinggi), satu.banyak, satu.teks) == (ukuran, 1, "")
    assert gambar(satu.gambar).size == ukuran


def test_foto_ditegakkan_dan_tidak_membawa_posisi(simpan):
    satu = halaman_berkas(simpan(exif_miring(), Jenis.JPEG), 1)
    assert (satu.lebar, satu.tinggi) == (30, 60)
    lukisan = gambar(satu.gambar)
    assert max(lukisan.getpixel((15, 5))) < 60
    assert min(lukisan.getpixel((15, 55))) > 200
    berposisi = halaman_berkas(simpan(contoh.jpeg_berposisi(), Jenis.JPEG), 1)
    assert not Image.open(BytesIO(berposisi.gambar)).getexif()


def test_yang_tembus_pandang_di_atas_putih(simpan):
    hasil = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(hasil, "PNG")
    satu = halaman_berkas(simpan(hasil.getvalue(), Jenis.PNG), 1)
    assert gambar(satu.gambar).getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("isi", "jenis", "nomor", "pesan"),
    [
        (contoh.png_berkepala(60_000, 60_000), Jenis.PNG, 1, "terlalu berat"),
        (contoh.png_berkepala(9000, 9000), Jenis.PNG, 1, "terlalu berat"),
        (contoh.png()[:40], Jenis.PNG, 1, "rusak atau terpotong"),
        (contoh.jpeg()[:300], Jenis.JPEG, 1, "rusak atau terpotong"),
        (contoh.png(), Jenis.PNG, 2, "berkas ini 1 halaman"),
    ],
)
def test_gambar_yang_tidak_dapat_ditampilkan(isi, jenis, nomor, pesan, simpan):
    with pytest.raises(TakTampil, match=pesan):
        halaman_berkas(simpan(isi, jenis), nomor)


@pytest.mark.parametrize(("isi", "jenis"), [(contoh.docx, Jenis.DOCX), (contoh.xlsx, Jenis.XLSX)])
def test_yang_bukan_halaman(isi, jenis, simpan, terlukis):
    berkas = simpan(isi(), jenis)
    assert not dapat_tampil(berkas)
    with pytest.raises(TakTampil, match=f"Berkas {jenis.label} tidak dapat ditampilkan di sini"):
        halaman_berkas(berkas, 1)
    assert terlukis() == []


def test_yang_terlalu_lama_diakhiri_dan_tidak_diulang(simpan, terlukis):
    berkas = simpan(pdf_berat())
    with pytest.raises(TakTampil, match="terlalu lama disiapkan"):
        halaman_berkas(berkas, 1, Batas(detik=1))
    (letak,) = terlukis()
    ditulis = letak.stat().st_mtime_ns
    with pytest.raises(TakTampil, match="terlalu lama disiapkan"):
        halaman_berkas(berkas, 1, Batas(detik=1))
    assert letak.stat().st_mtime_ns == ditulis


def test_yang_gagal_dicoba_lagi_kemudian(simpan, terlukis):
    berkas = simpan(contoh.pdf_naskah(*TIGA))
    with pytest.raises(TakTampil, match="Halaman 1 terlalu berat"):
        halaman_berkas(berkas, 1, Batas(memori=20 * MB))
    with pytest.raises(TakTampil):
        halaman_berkas(berkas, 1)
    (letak,) = terlukis()
    dahulu = waktu.sekarang().timestamp() - 601
    os.utime(letak, (dahulu, dahulu))
    assert halaman_berkas(berkas, 1).teks == TIGA[0]


def test_berkas_yang_hilang_atau_berubah(tersimpan, di_cakram):
    di_cakram(tersimpan).write_bytes(contoh.pdf_naskah(*TIGA))
    with pytest.raises(BerkasBerubah):
        halaman_berkas(tersimpan, 1)
    di_cakram(tersimpan).unlink()
    with pytest.raises(BerkasHilang):
        halaman_berkas(tersimpan, 1)


def test_tempat_simpanan_yang_tidak_dapat_ditulisi(simpan, settings, tmp_path):
    """A message instead of an error of the server."""
    penghalang = tmp_path / "penghalang"
    penghalang.write_text("bukan folder")
    settings.FOLDER_PRATINJAU = penghalang / "pratinjau"
    with pytest.raises(TakTampil, match="Server sedang tidak dapat menyiapkan"):
        halaman_berkas(simpan(contoh.png(), Jenis.PNG), 1)


def test_disapu_bersama_berkasnya_atau_setelah_lama(simpan, terlukis, settings):
    berkas, lama = simpan(contoh.png(), Jenis.PNG), simpan(contoh.jpeg(), Jenis.JPEG)
    halaman_berkas(berkas, 1)
    halaman_berkas(lama, 1)
    yatim = Path(settings.FOLDER_PRATINJAU) / "ab" / "cd" / ("abcd" + "0" * 60)
    yatim.mkdir(parents=True)
    (yatim / "1-lain").write_bytes(b"RIFF")
    (usang,) = [satu for satu in terlukis() if satu.parent.name == lama.sidik]
    batas = waktu.sekarang()
    os.utime(usang, (batas.timestamp() - 60,) * 2)
    assert sapu.sapu_pratinjau(batas.replace(year=2000)) == 1
    assert not yatim.exists()
    assert sapu.sapu_pratinjau(datetime.fromtimestamp(batas.timestamp() - 30, UTC)) == 1
    assert [satu.parent.name for satu in terlukis()] == [berkas.sidik]


def test_yang_tertua_disapu_bila_terlalu_banyak(simpan, terlukis):
    lama, baru = simpan(contoh.png(), Jenis.PNG), simpan(contoh.jpeg(), Jenis.JPEG)
    for ke, berkas in enumerate((lama, baru)):
        halaman_berkas(berkas, 1)
        (letak,) = [satu for satu in terlukis() if satu.parent.name == berkas.sidik]
        os.utime(letak, (waktu.sekarang().timestamp() - 60 + ke,) * 2)
    muat = letak.stat().st_size
    dahulu = waktu.sekarang().replace(year=2000)
    assert simpanan.sapu({lama.sidik, baru.sidik}, dahulu) == 0
    assert simpanan.sapu({lama.sidik, baru.sidik}, dahulu, muat) == 1
    assert [satu.parent.name for satu in terlukis()] == [baru.sidik]
    assert simpanan.sapu({baru.sidik}, dahulu, muat - 1) == 1


def test_yang_hilang_selagi_disapu(simpan, terlukis):
    """As one that is being written under another name, or that another sweep took."""
    berkas = simpan(contoh.png(), Jenis.PNG)
    halaman_berkas(berkas, 1)
    (letak,) = terlukis()
    letak.with_name(".sakip-hilang").symlink_to(letak.with_name("tiada"))
    assert simpanan.sapu({berkas.sidik}, datetime(2100, 1, 1, tzinfo=UTC)) == 1


def test_pemeriksaan_mendahului_sapuan_pratinjau(simpan, terlukis, di_cakram):
    berkas = simpan(contoh.png(), Jenis.PNG)
    halaman_berkas(berkas, 1)
    os.utime(terlukis()[0], (0, 0))
    di_cakram(berkas).unlink()
    keluaran = StringIO()
    with pytest.raises(CommandError, match="1 baris berkas hilang"):
        call_command("sapu_berkas", "--hapus", stdout=keluaran)
    hilang, dihapus = keluaran.getvalue().splitlines()
    assert hilang.startswith("hilang: berkas")
    assert dihapus == "dihapus: 1 halaman pratinjau"


def test_perintah_sapu_menyebut_halaman_yang_dihapus(tersimpan, terlukis, monkeypatch):
    halaman_berkas(tersimpan, 1)
    monkeypatch.setattr(waktu, "sekarang", lambda: datetime.now(UTC) + timedelta(days=31))
    assert perintah_sapu() == []
    assert len(terlukis()) == 1
    assert perintah_sapu("--hapus") == ["dihapus: 1 halaman pratinjau"]
    assert terlukis() == []


def perintah_sapu(*pilihan: str) -> list[str]:
    keluaran = StringIO()
    call_command("sapu_berkas", *pilihan, stdout=keluaran)
    return keluaran.getvalue().splitlines()
