"""All that an issued LKjIP says of itself, as JSON; its words and tables are frozen as a file."""

from typing import Any

from pelaporan.models import Laporan
from pelaporan.queries.terbitan import judul_bagian
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.naskah import angka_naskah, sidik_naskah
from sakip.organisasi.models import Penempatan

# the number of this shape; a change of it gets the next one
SKEMA = 2


def konteks_lkjip(
    laporan: Laporan, dokumen: Dokumen, penanda: Penempatan, *, dibaca: str
) -> dict[str, Any]:
    """Of a report that has its date, and the document made of it; figures as text. Schema 2.

    The HTML that the PDF is made from is issued beside it; `naskah` is the hash of what it says,
    `dibaca` of what was read before it had its date.
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
        "bagian": judul_bagian(dokumen),
        "dibaca": dibaca,
        "naskah": sidik_naskah(dokumen),
        "angka": angka_naskah(dokumen),
    }
