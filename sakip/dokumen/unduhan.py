"""An issued document as an answer; the app that owns it has asked for the right before."""

from django.http import HttpResponse

from sakip.berkas.unduhan import jawab_berkas
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.queries import berkas_terbit


def jawab_terbit(dokumen: DokumenTerbit, bentuk: str) -> HttpResponse:
    """The very bytes that were issued. Raises TidakAda, BerkasHilang, BerkasBerubah."""
    nama = f"{dokumen.jenis}-{dokumen.unit.kode}-{dokumen.tahun}-v{dokumen.ke}.{bentuk}"
    return jawab_berkas(berkas_terbit(dokumen, bentuk).berkas, nama=nama)
