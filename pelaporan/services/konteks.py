"""All that an issued LKjIP says of itself, as JSON; its words and tables are frozen as a file."""

from typing import Any

from pelaporan.models import Laporan
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.naskah import angka_naskah, sidik_naskah
from sakip.organisasi.models import Penempatan

# the number of this shape; a change of it gets the next one
SKEMA = 1


def konteks_lkjip(laporan: Laporan, dokumen: Dokumen, penanda: Penempatan) -> dict[str, Any]:
    """Of a report that has its date, and the document made of it; figures as text. Schema 1.

    The HTML that the PDF is made from is issued beside it; `naskah` is the hash of what it says.
    """
    return {
        "unit": laporan.unit.nama,
        "pemda": laporan.unit.pemda.nama,
        "tahun": laporan.tahun,
        "kerangka": laporan.kerangka,
        "tempat": laporan.tempat,
        "tanggal": laporan.tanggal.isoformat() if laporan.tanggal else None,
        "aturan_efisiensi": laporan.aturan_efisiensi,
        "penanda": {
            "nama": penanda.pejabat.nama,
            "nip": penanda.pejabat.nip,
            "jabatan": penanda.jabatan_tercetak(),
        },
        "bagian": [f"{judul.nomor} {judul.teks}".strip() for judul in dokumen.judul_isi()],
        "naskah": sidik_naskah(dokumen),
        "angka": angka_naskah(dokumen),
    }
