"""What an app can tell of a stored row that a figure rests on, beyond its name."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sakip.dokumen.angka import Rujukan

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


@dataclass(frozen=True)
class Butir:
    """A line; `alamat` is where it leads, `luar` says that this is another place than here."""

    teks: str
    alamat: str = ""
    luar: bool = False


@dataclass(frozen=True)
class Rincian:
    """Lines of one kind, such as the evidence."""

    judul: str
    butir: tuple[Butir, ...]


Pembaca = Callable[["Pengguna", Collection[int]], Mapping[int, tuple[Rincian, ...]]]
_PEMBACA: dict[str, Pembaca] = {}


def daftarkan_rincian(jenis: str, pembaca: Pembaca) -> None:
    """To be called in `AppConfig.ready`; gives by id what this person may know of such rows."""
    _PEMBACA[jenis] = pembaca


def rincian(
    pengguna: "Pengguna", semua: Iterable[Rujukan]
) -> dict[tuple[str, int], tuple[Rincian, ...]]:
    """By (`app.model`, id); the number of queries does not grow with the rows of a kind."""
    pk: dict[str, set[int]] = {}
    for satu in semua:
        if satu.jenis in _PEMBACA:
            pk.setdefault(satu.jenis, set()).add(satu.pk)
    return {
        (jenis, nomor): milik
        for jenis, nomor_semua in pk.items()
        for nomor, milik in _PEMBACA[jenis](pengguna, nomor_semua).items()
    }
