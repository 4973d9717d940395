"""XLSX and DOCX: nothing that runs, nothing that is fetched, nothing that swells."""

import struct
from io import BytesIO
from zipfile import ZipFile

import pytest

from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.jenis import Jenis
from sakip.berkas.pemeriksa.ooxml import RUSAK, Batas, periksa_ooxml
from sakip.berkas.ukuran import MB
from tests.berkas import contoh

JENIS_ISI = "[Content_Types].xml"
LUAR = "Berkas ini mengambil isi dari luar"
DTD = '<!DOCTYPE a [<!ENTITY b "tawa">]><a>&b;</a>'


def keluhan(isi: bytes, jenis: Jenis = Jenis.XLSX, **lain: object) -> str:
    with pytest.raises(BerkasDitolak) as galat:
        periksa_ooxml(isi, jenis, **lain)
    return str(galat.value)


def jenis_isi(ganti: dict[str, str]) -> bytes:
    """The workbook with another list of its content types."""
    with ZipFile(BytesIO(contoh.xlsx())) as arsip:
        teks = arsip.read(JENIS_ISI).decode()
    for lama, baru in ganti.items():
        teks = teks.replace(lama, baru)
    return contoh.tambah(contoh.xlsx(), {JENIS_ISI: teks}, buang=JENIS_ISI)


def test_dokumen_asli_diterima():
    periksa_ooxml(contoh.xlsx(), Jenis.XLSX)
    periksa_ooxml(contoh.docx(), Jenis.DOCX)


@pytest.mark.parametrize(
    "isi",
    [
        contoh.tambah(contoh.xlsx(), {"xl/vbaProject.bin": b"x"}),
        contoh.tambah(contoh.xlsx(), {"xl/VBAPROJECT.BIN": b"x"}),
        contoh.tambah(contoh.xlsx(), {"xl/macrosheets/sheet1.xml": "<a/>"}),
        contoh.tambah(contoh.xlsx(), {"xl/activeX/activeX1.xml": "<a/>"}),
        jenis_isi({"</Types>": '<Default Extension="x" ContentType="a/vbaProject"/>'
                   '<Default Extension="y" ContentType="b"/></Types>'}),
        jenis_isi({f"{contoh.INTI}.spreadsheetml.sheet.main":
                   "application/vnd.ms-excel.sheet.macroEnabled.main"}),
    ],
)  # fmt: skip
def test_makro_ditolak(isi):
    pesan = keluhan(isi)
    assert pesan.startswith("Berkas ini memuat makro atau kontrol ActiveX (")
    assert pesan.endswith("Simpan ulang sebagai XLSX biasa, lalu unggah lagi.")


@pytest.mark.parametrize(
    "tujuan",
    ["https://contoh.go.id/a", "mailto:a@contoh.go.id", "Lembar 2.xlsx", "#A1", "file:///D:/a.pdf"],
)
def test_tautan_yang_diklik_orang_diterima(tujuan):
    rujukan = {"xl/worksheets/_rels/sheet9.xml.rels": contoh.rujukan("hyperlink", tujuan)}
    periksa_ooxml(contoh.tambah(contoh.xlsx(), rujukan), Jenis.XLSX)


@pytest.mark.parametrize(
    ("jenis", "tujuan"),
    [
        ("externalLinkPath", "Buku2.xlsx"),
        ("attachedTemplate", "http://jahat.id/a.dotm"),
        ("image", "https://jahat.id/jejak.png"),
        ("oleObject", "file:///C:/a.exe"),
        ("hyperlink", "javascript:alert(1)"),
        ("hyperlink", " ms-msdt:/id"),
    ],
)
def test_isi_dari_luar_ditolak(jenis, tujuan):
    rujukan = {"xl/_rels/lain.xml.RELS": contoh.rujukan(jenis, tujuan)}
    pesan = keluhan(contoh.tambah(contoh.xlsx(), rujukan))
    assert pesan.startswith(f"{LUAR} ({jenis}: {tujuan}).")


@pytest.mark.parametrize("kode", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("nama", ["xl/lain.xml", "xl/lain.XML", "xl/_rels/a.rels"])
def test_entitas_xml_ditolak(kode, nama):
    assert keluhan(contoh.tambah(contoh.xlsx(), {nama: DTD.encode(kode)})) == RUSAK


@pytest.mark.parametrize("kode", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("geser", [0, 1, 8, 17])
def test_entitas_di_batas_potongan_ditolak(geser, kode):
    """Parts are read by the megabyte; a mark across the edge is seen all the same."""
    isi = b" " * (MB - geser) + "<!DOCTYPE a>".encode(kode)
    assert keluhan(contoh.tambah(contoh.xlsx(), {"xl/lain.xml": isi})) == RUSAK


def test_bom_zip_ditolak_sebelum_diurai():
    bom = contoh.tambah(contoh.xlsx(), {"xl/media/nol.bin": b"\0" * (100 * MB)})
    assert len(bom) < 200_000
    assert keluhan(bom).startswith("Berkas ini terurai menjadi 100 MB; paling besar 100 MB.")


def test_bom_zip_kecil_ditolak_menurut_lipatnya():
    bom = contoh.tambah(contoh.xlsx(), {"xl/media/nol.bin": b"\0" * (20 * MB)})
    assert keluhan(bom).endswith("lalu unggah lagi.")
    assert "kali lipat; paling banyak 200 kali." in keluhan(bom)


def test_bagian_terlalu_banyak_ditolak():
    bagian = {f"xl/media/{nomor}.bin": b"" for nomor in range(2001)}
    pesan = keluhan(contoh.tambah(contoh.xlsx(), bagian))
    assert pesan.startswith("Berkas ini terdiri atas 2.0")
    assert "bagian; paling banyak 2.000." in pesan


def test_batas_tepat_diterima():
    with ZipFile(BytesIO(contoh.xlsx())) as arsip:
        bagian = arsip.infolist()
    terurai = sum(satu.file_size for satu in bagian)
    periksa_ooxml(contoh.xlsx(), Jenis.XLSX, Batas(len(bagian), terurai))
    assert keluhan(contoh.xlsx(), batas=Batas(len(bagian) - 1))
    assert keluhan(contoh.xlsx(), batas=Batas(terurai=terurai - 1))


def test_daftar_isi_zip_yang_berbohong_ditolak():
    """The directory promises a hundred bytes, the part holds a megabyte."""
    asli = contoh.tambah(contoh.xlsx(), {"xl/media/nol.bin": b"\0" * MB})
    bohong = asli.replace(struct.pack("<I", MB), struct.pack("<I", 100))
    assert bohong != asli
    assert keluhan(bohong) == RUSAK


@pytest.mark.parametrize(
    "isi",
    [
        contoh.arsip({"a.txt": "x"}),
        jenis_isi({"/xl/workbook.xml": "/xl/tidak-ada.xml"}),
        jenis_isi({"spreadsheetml.sheet.main": "spreadsheetml.template.main"}),
    ],
)
def test_zip_lain_bukan_xlsx(isi):
    assert keluhan(isi) == "Isi berkas ini bukan XLSX."


@pytest.mark.parametrize(
    "nama", ["/xl/a.xml", "xl/../../a.xml", "xl\\..\\a.xml", "XL/WORKBOOK.XML"]
)
def test_nama_bagian_yang_aneh_ditolak(nama):
    isi = contoh.tambah(contoh.xlsx(), {nama.replace("\\", "|"): "x"})
    assert keluhan(isi.replace(b"xl|..|a", b"xl\\..\\a")) == RUSAK


@pytest.mark.parametrize("ekor", [b"<html>", b"\0"])
def test_data_di_luar_zip_ditolak(ekor):
    pesan = "Di depan atau di belakang isinya ada data lain."
    assert keluhan(contoh.xlsx() + ekor).startswith(pesan)
    assert keluhan(b"PK\x03\x04" + contoh.xlsx()).startswith(pesan)


def test_bagian_terkunci_ditolak():
    isi = bytearray(contoh.xlsx())
    letak = isi.index(b"PK\x01\x02")
    isi[letak + 8] |= 1
    assert keluhan(bytes(isi)).startswith("Berkas ini dikunci kata sandi.")


def test_xml_rujukan_yang_rusak_ditolak():
    panjang = "".join(f"<b>{nomor}</b>" for nomor in range(200_000))
    for teks in ("<a>", "", "<a/>" * 2, f"<a>{panjang}</a>"):
        assert keluhan(contoh.tambah(contoh.xlsx(), {"xl/_rels/a.rels": teks})) == RUSAK
