"""The closed list of what a file may be: its endings, its media type, how it begins."""

from collections.abc import Iterable

from django.db.models import TextChoices


class Jenis(TextChoices):
    PDF = "pdf", "PDF"
    PNG = "png", "PNG"
    JPEG = "jpeg", "JPEG"
    XLSX = "xlsx", "XLSX"
    DOCX = "docx", "DOCX"
    HTML = "html", "HTML"


# what people may send; HTML is only ever written here, as a form of an issued document
JENIS_UNGGAH = (Jenis.PDF, Jenis.PNG, Jenis.JPEG, Jenis.XLSX, Jenis.DOCX)

AKHIRAN = {
    Jenis.PDF: (".pdf",),
    Jenis.PNG: (".png",),
    Jenis.JPEG: (".jpg", ".jpeg"),
    Jenis.XLSX: (".xlsx",),
    Jenis.DOCX: (".docx",),
    Jenis.HTML: (".html",),
}
_OOXML = "application/vnd.openxmlformats-officedocument"
MIME = {
    Jenis.PDF: "application/pdf",
    Jenis.PNG: "image/png",
    Jenis.JPEG: "image/jpeg",
    Jenis.XLSX: f"{_OOXML}.spreadsheetml.sheet",
    Jenis.DOCX: f"{_OOXML}.wordprocessingml.document",
    Jenis.HTML: "text/html; charset=utf-8",
}
AWAL = {
    Jenis.PDF: b"%PDF-",
    Jenis.PNG: b"\x89PNG\r\n\x1a\n",
    Jenis.JPEG: b"\xff\xd8\xff",
    Jenis.XLSX: b"PK\x03\x04",
    Jenis.DOCX: b"PK\x03\x04",
}
AWAL_OFFICE_LAMA = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def jenis_berakhiran(akhiran: str) -> Jenis | None:
    """The kind that an ending such as `.jpg` promises."""
    for jenis, milik in AKHIRAN.items():
        if akhiran.lower() in milik:
            return jenis
    return None


def sebut(jenis: Iterable[Jenis]) -> str:
    """For people: PDF, PNG, JPEG."""
    return ", ".join(str(satu.label) for satu in jenis)
