"""Real files of each kind, small, and the pieces of which hostile ones are made."""

import struct
import zlib
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
from openpyxl import Workbook
from PIL import Image
from weasyprint import HTML

INTI = "application/vnd.openxmlformats-officedocument"
RUJUKAN = "http://schemas.openxmlformats.org/package/2006/relationships"
JENIS_RUJUKAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pdf(sandi: str | None = None, *, halaman: int = 1) -> bytes:
    """With `sandi` it is encrypted; an empty one opens without being asked for."""
    with pikepdf.new() as berkas:
        for _ in range(halaman):
            berkas.add_blank_page(page_size=(72, 72))
        hasil = BytesIO()
        kunci = None if sandi is None else pikepdf.Encryption(owner="pemilik", user=sandi)
        berkas.save(hasil, encryption=kunci or False, deterministic_id=kunci is None)
    return hasil.getvalue()


@cache
def pdf_naskah(*teks: str) -> bytes:
    """One page for each text, as a program for writing makes it."""
    bagian = "".join(f"<p style='break-after: page'>{satu}</p>" for satu in teks[:-1])
    html = f"<html lang='id'><title>Naskah</title><body>{bagian}<p>{teks[-1]}</p></body></html>"
    return bytes(HTML(string=html).write_pdf())


def gambar(bentuk: str, ukuran: tuple[int, int] = (40, 30), **lain: object) -> bytes:
    hasil = BytesIO()
    Image.new("RGB", ukuran, "#0f6b3c").save(hasil, bentuk, **lain)
    return hasil.getvalue()


@cache
def png() -> bytes:
    return gambar("PNG")


@cache
def jpeg() -> bytes:
    return gambar("JPEG")


def jpeg_berposisi() -> bytes:
    """A photo that says where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "S", 2: (7.0, 38.0, 42.0), 3: "E", 4: (112.0, 54.0, 26.0)})
    return gambar("JPEG", exif=exif)


def png_berkepala(lebar: int, tinggi: int) -> bytes:
    """A PNG that promises this size and holds next to nothing."""
    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    bagian = [(b"IHDR", kepala), (b"IDAT", zlib.compress(b"")), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(bagian_png(*satu) for satu in bagian)


def bagian_png(jenis: bytes, isi: bytes) -> bytes:
    sidik = zlib.crc32(jenis + isi)
    return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", sidik)


@cache
def xlsx() -> bytes:
    buku = Workbook()
    buku.active.append(["indikator", "realisasi"])
    buku.active["A3"].hyperlink = "https://contoh.go.id/bukti"
    hasil = BytesIO()
    buku.save(hasil)
    return hasil.getvalue()


@cache
def docx() -> bytes:
    return arsip(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/xml"/>'
                '<Override PartName="/word/document.xml" '
                f'ContentType="{INTI}.wordprocessingml.document.main+xml"/></Types>'
            ),
            "word/document.xml": "<w:document/>",
            "word/_rels/document.xml.rels": rujukan("hyperlink", "laporan lain.docx"),
        }
    )


def rujukan(jenis: str, tujuan: str) -> str:
    return (
        f'<Relationships xmlns="{RUJUKAN}"><Relationship Id="r1" Type="{JENIS_RUJUKAN}/{jenis}" '
        f'Target="{tujuan}" TargetMode="External"/></Relationships>'
    )


def arsip(bagian: dict[str, str | bytes]) -> bytes:
    hasil = BytesIO()
    with ZipFile(hasil, "w", ZIP_DEFLATED) as tujuan:
        for nama, isi in bagian.items():
            tujuan.writestr(nama, isi)
    return hasil.getvalue()


def tambah(asli: bytes, bagian: dict[str, str | bytes], buang: str = "") -> bytes:
    """The archive with further parts, or with others in place of what it had."""
    with ZipFile(BytesIO(asli)) as sumber:
        lama = {n: sumber.read(n) for n in sumber.namelist() if n != buang}
    return arsip({**lama, **bagian})


ASLI = {"pdf": pdf, "png": png, "jpg": jpeg, "xlsx": xlsx, "docx": docx}
