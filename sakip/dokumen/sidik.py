"""The hash of an issued document: over everything its row says and what its files are."""

from collections.abc import Mapping
from datetime import UTC

from sakip.dokumen.kanonik import sidik_kanonik
from sakip.dokumen.models import DokumenTerbit


def sidik_terbit(dokumen: DokumenTerbit, berkas: Mapping[str, str]) -> str:
    """`berkas` gives the hash of each file by form. The version before is in it by its hash."""
    lama = dokumen.menggantikan
    return sidik_kanonik(
        {
            "jenis": dokumen.jenis,
            "unit": dokumen.unit_id,
            "tahun": dokumen.tahun,
            "ke": dokumen.ke,
            "nomor": dokumen.nomor,
            "konteks": dokumen.konteks,
            "skema": dokumen.skema,
            "menggantikan": None if lama is None else lama.sidik,
            "alasan": dokumen.alasan,
            "diterbitkan_oleh": dokumen.diterbitkan_oleh_id,
            "waktu": dokumen.waktu.astimezone(UTC).isoformat(timespec="microseconds"),
            "berkas": dict(berkas),
        }
    )
