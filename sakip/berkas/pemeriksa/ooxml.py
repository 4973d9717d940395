"""Is this one XLSX or DOCX that stands on its own: no macro, nothing fetched, no bomb?

The bounds are read from the directory of the archive before anything is unpacked; then every
part is unpacked once, piece by piece, which also proves that the directory told the truth.
"""

import re
import zlib
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from defusedxml import ElementTree  # type: ignore[import-untyped]

from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.jenis import Jenis
from sakip.berkas.ukuran import MB, tulis_ukuran
from sakip.lib.angka import tulis_angka

BAGIAN_TERBANYAK = 2000
TERURAI_TERBESAR = 100 * MB
LIPAT_TERBESAR = 200  # an ordinary sheet shrinks to a tenth, one of empty rows to a hundredth
XML_TERBESAR = 2 * MB  # of the parts that are parsed here
POTONGAN = MB

_JENIS_ISI = "[Content_Types].xml"
_INTI = "application/vnd.openxmlformats-officedocument"
BAGIAN_UTAMA = {
    Jenis.XLSX: f"{_INTI}.spreadsheetml.sheet.main+xml",
    Jenis.DOCX: f"{_INTI}.wordprocessingml.document.main+xml",
}
_MAKRO = re.compile(r"vbaproject|vbadata|macroenabled|macrosheet|activex", re.IGNORECASE)
# ECMA-376 forbids them; both ways in which a part may be encoded
_DTD = re.compile(rb"<\0?!\0?(D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
_DTD_TERPANJANG = 18
_SKEMA_TAUTAN = re.compile(r"(https?|mailto|tel|file):", re.IGNORECASE)
_BERSKEMA = re.compile(r"\s*[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_AKHIR_ZIP, _PANJANG_AKHIR = b"PK\x05\x06", 22

RUSAK = "Berkas ini rusak atau terpotong. Buka berkas aslinya, simpan ulang, lalu unggah lagi."
# what zipfile and the parser raise for an archive that is not as it should be
GAGAL_BACA = (
    BadZipFile, zlib.error, EOFError, OSError, ValueError, LookupError, SyntaxError, RuntimeError,
)  # fmt: skip


@dataclass(frozen=True)
class Batas:
    """What an archive may unpack to."""

    bagian: int = BAGIAN_TERBANYAK
    terurai: int = TERURAI_TERBESAR
    lipat: int = LIPAT_TERBESAR


def periksa_ooxml(isi: bytes, jenis: Jenis, batas: Batas = Batas()) -> None:
    """Raises BerkasDitolak."""
    try:
        with ZipFile(BytesIO(isi)) as arsip:
            _periksa_arsip(isi, arsip.infolist())
            _periksa_besar(isi, arsip.infolist(), batas)
            _periksa_isi(arsip, jenis)
    except BerkasDitolak:
        raise
    except GAGAL_BACA as salah:
        raise BerkasDitolak(RUSAK) from salah


def _periksa_arsip(isi: bytes, bagian: list[ZipInfo]) -> None:
    """The archive is the whole file, and each of its parts has one honest name."""
    nama = [satu.filename.casefold() for satu in bagian]
    aneh = [n for n in nama if n.startswith("/") or "\\" in n or ".." in n.split("/")]
    if not bagian or aneh or len(set(nama)) != len(nama):
        raise BerkasDitolak(RUSAK)
    di_depan = min(satu.header_offset for satu in bagian)
    if di_depan or isi[-_PANJANG_AKHIR:][:4] != _AKHIR_ZIP:
        raise BerkasDitolak(
            "Di depan atau di belakang isinya ada data lain. Simpan ulang berkasnya, lalu unggah "
            "lagi."
        )
    if any(satu.flag_bits & 1 for satu in bagian):
        raise BerkasDitolak(
            "Berkas ini dikunci kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi."
        )
    if any(satu.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for satu in bagian):
        raise BerkasDitolak(RUSAK)


def _periksa_besar(isi: bytes, bagian: list[ZipInfo], batas: Batas) -> None:
    if len(bagian) > batas.bagian:
        raise BerkasDitolak(
            f"Berkas ini terdiri atas {_bulat(len(bagian))} bagian; paling banyak "
            f"{_bulat(batas.bagian)}. Kurangi gambar atau lembarnya, lalu unggah lagi."
        )
    terurai = sum(satu.file_size for satu in bagian)
    if terurai > batas.terurai:
        raise BerkasDitolak(
            f"Berkas ini terurai menjadi {tulis_ukuran(terurai)}; paling besar "
            f"{tulis_ukuran(batas.terurai)}. Hapus baris dan kolom kosong yang berformat, lalu "
            "unggah lagi."
        )
    if terurai > len(isi) * batas.lipat:
        raise BerkasDitolak(
            f"Berkas ini terurai {_bulat(terurai // len(isi))} kali lipat; paling banyak "
            f"{_bulat(batas.lipat)} kali. Hapus baris dan kolom kosong yang berformat, lalu "
            "unggah lagi."
        )


def _periksa_isi(arsip: ZipFile, jenis: Jenis) -> None:
    nama = arsip.namelist()
    if _JENIS_ISI not in nama:
        raise BerkasDitolak(f"Isi berkas ini bukan {jenis.label}.")
    jenis_isi = [
        (str(unsur.get("PartName") or "").lstrip("/"), str(unsur.get("ContentType") or ""))
        for unsur in ElementTree.fromstring(_xml(arsip, _JENIS_ISI), forbid_dtd=True)
    ]
    makro = [n for n in (*nama, *(isi for _, isi in jenis_isi)) if _MAKRO.search(n)]
    if makro:
        raise BerkasDitolak(
            f"Berkas ini memuat makro atau kontrol ActiveX ({makro[0][-60:]}). Simpan ulang "
            f"sebagai {jenis.label} biasa, lalu unggah lagi."
        )
    utama = [n for n, isi in jenis_isi if isi == BAGIAN_UTAMA[jenis]]
    if not utama or not set(utama) <= set(nama):
        raise BerkasDitolak(f"Isi berkas ini bukan {jenis.label}.")
    for satu in nama:
        _periksa_bagian(arsip, satu)
        if satu.casefold().endswith(".rels"):
            _periksa_rujukan(_xml(arsip, satu))


def _periksa_bagian(arsip: ZipFile, nama: str) -> None:
    """Unpack one part; zipfile stops at the size it promised and compares its checksum."""
    periksa_dtd = nama.casefold().endswith((".xml", ".rels", ".vml"))
    ekor = b""
    with arsip.open(nama) as bagian:
        while potongan := bagian.read(POTONGAN):
            if periksa_dtd and _DTD.search(ekor + potongan):
                raise BerkasDitolak(RUSAK)
            ekor = potongan[-_DTD_TERPANJANG:]


def _periksa_rujukan(xml: bytes) -> None:
    """A link that a person may click is fine; what the program fetches by itself is not."""
    for unsur in ElementTree.fromstring(xml, forbid_dtd=True):
        tujuan = str(unsur.get("Target") or "")
        jenis = str(unsur.get("Type") or "").rpartition("/")[2]
        luar = str(unsur.get("TargetMode") or "").casefold() == "external"
        if luar and not (jenis == "hyperlink" and _tautan_aman(tujuan)):
            raise BerkasDitolak(
                f"Berkas ini mengambil isi dari luar ({jenis}: {tujuan[:80]}). Putuskan tautannya "
                "(di Excel: Data › Edit Links › Break Link), lalu unggah lagi."
            )


def _tautan_aman(tujuan: str) -> bool:
    return bool(_SKEMA_TAUTAN.match(tujuan)) or not _BERSKEMA.match(tujuan)


def _xml(arsip: ZipFile, nama: str) -> bytes:
    if arsip.getinfo(nama).file_size > XML_TERBESAR:
        raise BerkasDitolak(RUSAK)
    return arsip.read(nama)


def _bulat(bilangan: int) -> str:
    return tulis_angka(Decimal(bilangan), 0)
