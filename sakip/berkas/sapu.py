"""Do rows and files still agree?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.core.files.storage import Storage

from sakip.berkas.galat import BerkasBerubah, BerkasHilang
from sakip.berkas.gudang import gudang, letak
from sakip.berkas.models import Berkas
from sakip.berkas.pratinjau import simpanan
from sakip.berkas.services import baca_berkas


@dataclass(frozen=True)
class Liar:
    """A file that no row knows, left by a crash between the two."""

    nama: str
    ukuran: int
    sejak: datetime


@dataclass(frozen=True)
class Rusak:
    """A row whose file is not there or not what it was."""

    berkas: Berkas
    sebab: str


def berkas_liar(sebelum: datetime) -> list[Liar]:
    """The files without a row that were last written before a moment; newer ones may get theirs."""
    tempat = gudang()
    # the files first: a row that is written meanwhile is then seen
    semua = sorted(_semua_nama(tempat))
    dikenal = set(Berkas.objects.values_list("sidik", flat=True).distinct())
    asing = [nama for nama in semua if _sidik(nama) not in dikenal]
    liar = [Liar(nama, tempat.size(nama), tempat.get_modified_time(nama)) for nama in asing]
    return [satu for satu in liar if satu.sejak < sebelum]


def hapus_liar(liar: Liar) -> bool:
    """Remove one, unless it was written anew or got its row since it was found."""
    tempat = gudang()
    if Berkas.objects.filter(sidik=_sidik(liar.nama)).exists():
        return False
    if tempat.get_modified_time(liar.nama) != liar.sejak:
        return False
    tempat.delete(liar.nama)
    return True


def sapu_pratinjau(sebelum: datetime) -> int:
    """Remove drawn pages that are old, too many, or of no row's file; gives how many."""
    dikenal = set(Berkas.objects.values_list("sidik", flat=True).distinct())
    return simpanan.sapu(dikenal, sebelum)


def baris_rusak() -> list[Rusak]:
    """Every stored file is read once and proven."""
    sebab: dict[str, str] = {}
    for berkas in Berkas.objects.order_by("pk").iterator():
        if berkas.sidik not in sebab:
            sebab[berkas.sidik] = _sebab(berkas)
    rusak = [sidik for sidik, isi in sebab.items() if isi]
    return [Rusak(b, sebab[b.sidik]) for b in Berkas.objects.filter(sidik__in=rusak)]


def _sidik(nama: str) -> str:
    """The hash whose file this is; empty for a file that lies where none belongs."""
    sidik = nama.rpartition("/")[2]
    return sidik if nama == letak(sidik) else ""


def _sebab(berkas: Berkas) -> str:
    try:
        baca_berkas(berkas)
    except BerkasHilang:
        return "hilang"
    except BerkasBerubah:
        return "berubah"
    return ""


def _semua_nama(tempat: Storage, folder: str = "") -> Iterator[str]:
    try:
        anak, berkas = tempat.listdir(folder)
    except FileNotFoundError:  # nothing was ever stored
        return
    awalan = f"{folder}/" if folder else ""
    yield from (f"{awalan}{nama}" for nama in berkas)
    for nama in anak:
        yield from _semua_nama(tempat, f"{awalan}{nama}")
