"""Reading what was issued."""

from collections.abc import Iterable
from dataclasses import dataclass

from sakip.berkas.services import baca_berkas
from sakip.dokumen.angka import Angka
from sakip.dokumen.jenis_terbit import alamat_terbit, sebut_terbit
from sakip.dokumen.models import AngkaTerbit, DokumenBerkas, DokumenTerbit
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


@dataclass(frozen=True)
class CetakanTerbit:
    """Where a figure was printed and how; `beda`: today it is another figure."""

    sebutan: str
    alamat: str
    dokumen: DokumenTerbit
    tertulis: str
    beda: bool


def angka_terbit(unit: Unit, semua: Iterable[Angka]) -> dict[str, tuple[CetakanTerbit, ...]]:
    """The issued documents of a unit that print these figures, by kunci, oldest first; one query."""
    milik = {satu.kunci: satu for satu in semua}
    hasil: dict[str, tuple[CetakanTerbit, ...]] = {}
    baris = AngkaTerbit.objects.filter(dokumen__unit=unit, kunci__in=list(milik))
    # what is frozen is long, and nothing here asks for it
    baris = baris.select_related("dokumen__unit").defer("dokumen__konteks")
    for satu in baris.order_by("dokumen__waktu", "pk"):
        cetakan = CetakanTerbit(
            sebut_terbit(satu.dokumen),
            alamat_terbit(satu.dokumen),
            satu.dokumen,
            satu.tertulis,
            angka_berbeda(satu, milik[satu.kunci]),
        )
        hasil[satu.kunci] = (*hasil.get(satu.kunci, ()), cetakan)
    return hasil


def nilai_mesin(angka: Angka) -> str:
    """The exact value as text, the same for 2 and 2.00; blank for a state."""
    return "" if angka.nilai is None else f"{angka.nilai.normalize():f}"


def angka_berbeda(dulu: AngkaTerbit, kini: Angka) -> bool:
    """Whether a figure is another than it was printed: by value, two states as they are written."""
    if dulu.nilai or kini.nilai is not None:
        return dulu.nilai != nilai_mesin(kini)
    return dulu.tertulis != kini.tampil
