"""Is this a whole PDF that opens without a password?"""

from io import BytesIO

import pikepdf

from sakip.berkas.galat import BerkasDitolak
from sakip.berkas.ukuran import MB

# A PDF of one megabyte can make its reader unpack a thousand. These bounds hold for the process,
# and nothing else in it opens PDFs: documents are printed by a process of their own.
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=32 * MB,
    png_max_memory=32 * MB,
    tiff_max_memory=32 * MB,
    run_length_max_memory=32 * MB,
    dct_max_memory=32 * MB,
    parser_max_container_size=1_000_000,
    doc_max_warnings=100,
)
AKHIR = b"%%EOF"
EKOR = 1024  # readers look for the end mark in the last kilobyte
RUSAK = (
    "PDF ini rusak atau terpotong. Buka berkas aslinya, simpan ulang sebagai PDF, lalu unggah lagi."
)
TERKUNCI = "PDF ini dikunci kata sandi. Simpan ulang tanpa kata sandi, lalu unggah lagi."


def periksa_pdf(isi: bytes) -> None:
    """Raises BerkasDitolak for one that is cut off, damaged, locked or without pages."""
    if AKHIR not in isi[-EKOR:]:
        raise BerkasDitolak(RUSAK)
    try:
        with pikepdf.open(BytesIO(isi)) as pdf:
            terkunci, halaman = pdf.is_encrypted, len(pdf.pages)
    except pikepdf.PasswordError as salah:
        raise BerkasDitolak(TERKUNCI) from salah
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, RuntimeError) as salah:
        raise BerkasDitolak(RUSAK) from salah
    if terkunci:
        raise BerkasDitolak(TERKUNCI)
    if not halaman:
        raise BerkasDitolak(RUSAK)
