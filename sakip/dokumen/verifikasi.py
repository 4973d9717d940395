"""Is everything that was issued still as it was? Recomputed from rows, files and the trail."""

from collections.abc import Iterator
from dataclasses import dataclass

from sakip.berkas.galat import BerkasBerubah, BerkasHilang
from sakip.berkas.gudang import sidik_isi
from sakip.berkas.services import baca_berkas
from sakip.dokumen.kanonik import BukanJson
from sakip.dokumen.models import DokumenBerkas, DokumenTerbit
from sakip.dokumen.sidik import sidik_terbit
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak


@dataclass(frozen=True)
class Temuan:
    """One thing about one issued document that is not as it was."""

    dokumen: str
    sebab: str

    def __str__(self) -> str:
        return f"{self.dokumen}: {self.sebab}"


def periksa_semua() -> list[Temuan]:
    """Every issued document, and every one that the trail knows to have been issued."""
    semua = DokumenTerbit.objects.select_related("unit", "menggantikan").order_by("pk")
    temuan = [satu for dokumen in semua.iterator() for satu in periksa_dokumen(dokumen)]
    return [*temuan, *_banding_jejak()]


def periksa_dokumen(dokumen: DokumenTerbit) -> list[Temuan]:
    """One document: its row, the version before, each of its files."""
    berkas = list(dokumen.berkas.select_related("berkas").order_by("bentuk"))
    sebab = [satu for milik in berkas if (satu := _sebab_berkas(milik))]
    if not _sidik_cocok(dokumen, berkas):
        sebab.insert(0, "isi yang tercatat berubah sejak diterbitkan")
    if not _bersambung(dokumen):
        sebab.append("tidak menyambung ke versi sebelumnya")
    return [Temuan(str(dokumen), satu) for satu in sebab]


def terbitan_berkas(isi: bytes) -> list[DokumenBerkas]:
    """The issued documents that a file is, byte for byte."""
    milik = DokumenBerkas.objects.filter(berkas__sidik=sidik_isi(isi))
    return list(milik.select_related("dokumen__unit", "dokumen__menggantikan"))


def _sidik_cocok(dokumen: DokumenTerbit, berkas: list[DokumenBerkas]) -> bool:
    sidik = {milik.bentuk: milik.berkas.sidik for milik in berkas}
    try:
        return sidik_terbit(dokumen, sidik) == dokumen.sidik
    except BukanJson:  # somebody wrote a float
        return False


def _sebab_berkas(milik: DokumenBerkas) -> str:
    try:
        baca_berkas(milik.berkas)
    except BerkasHilang:
        return f"berkas {milik.get_bentuk_display()} hilang"
    except BerkasBerubah:
        return f"berkas {milik.get_bentuk_display()} berubah"
    return ""


def _bersambung(dokumen: DokumenTerbit) -> bool:
    lama = dokumen.menggantikan
    if lama is None:
        return dokumen.ke == 1
    kunci = (dokumen.unit_id, dokumen.jenis, dokumen.tahun, dokumen.ke - 1)
    return (lama.unit_id, lama.jenis, lama.tahun, lama.ke) == kunci


def _banding_jejak() -> Iterator[Temuan]:
    """A row that was rewritten together with its hash, or taken away, is still in the trail."""
    label = DokumenTerbit._meta.label_lower
    jejak = CatatanJejak.objects.filter(aksi=Aksi.DOKUMEN_TERBIT, objek_jenis=label)
    sidik = dict(DokumenTerbit.objects.values_list("pk", "sidik"))
    tercatat = set()
    for catatan in jejak.order_by("pk").iterator():
        kunci = int(catatan.objek_id)
        tercatat.add(kunci)
        if kunci not in sidik:
            yield Temuan(catatan.objek_nama, "tidak ada lagi, padahal menurut jejak pernah terbit")
        elif sidik[kunci] != catatan.sesudah["sidik"]:
            yield Temuan(catatan.objek_nama, "sidiknya berbeda dari yang tercatat dalam jejak")
    for dokumen in DokumenTerbit.objects.filter(pk__in=sidik.keys() - tercatat).order_by("pk"):
        yield Temuan(str(dokumen), "penerbitannya tidak tercatat dalam jejak")
