"""Reading what was issued."""

from sakip.berkas.services import baca_berkas
from sakip.dokumen.models import DokumenBerkas, DokumenTerbit
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit


def dokumen_terbit(unit: Unit, jenis: str, tahun: int) -> DokumenTerbit | None:
    """The newest version; None where none was issued."""
    milik = DokumenTerbit.objects.filter(unit=unit, jenis=jenis, tahun=tahun)
    return milik.select_related("unit").order_by("-ke").first()


def berkas_terbit(dokumen: DokumenTerbit, bentuk: str) -> DokumenBerkas:
    """One form of an issued document. Raises TidakAda."""
    milik = dokumen.berkas.filter(bentuk=bentuk).select_related("berkas").first()
    if milik is None:
        raise TidakAda(f"Dokumen ini tidak diterbitkan dalam bentuk {bentuk.upper()[:10]}.")
    return milik


def isi_terbit(dokumen: DokumenTerbit, bentuk: str) -> bytes:
    """The bytes as they were issued. Raises TidakAda, BerkasHilang, BerkasBerubah."""
    return baca_berkas(berkas_terbit(dokumen, bentuk).berkas)
