"""What an official paper has: its title, who it speaks of, who signs."""

from dataclasses import dataclass
from typing import ClassVar

from sakip.dokumen.angka import Isi


@dataclass(frozen=True)
class KepalaNaskah:
    """The title of a paper within the document, in lines; `lambang` is a data: address or empty."""

    templat: ClassVar[str] = "dokumen/kepala_naskah.html"
    baris: tuple[str, ...]
    lambang: str = ""


@dataclass(frozen=True)
class Identitas:
    """Lines of a label and what stands for it: Nama, NIP, Jabatan."""

    templat: ClassVar[str] = "dokumen/identitas.html"
    butir: tuple[tuple[str, Isi], ...]


@dataclass(frozen=True)
class Penanda:
    """One who signs: words above the post (Mengetahui), the post, the name, the NIP if any."""

    jabatan: str
    nama: str
    nip: str = ""
    pengantar: tuple[str, ...] = ()


@dataclass(frozen=True)
class TandaTangan:
    """Who signs, from left to right; place and date stand over the last."""

    templat: ClassVar[str] = "dokumen/tanda_tangan.html"
    tempat_tanggal: str
    penanda: tuple[Penanda, ...]
