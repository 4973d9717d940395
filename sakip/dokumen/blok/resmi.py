"""What an official paper has: its title, who it speaks of, who signs."""

from dataclasses import dataclass
from typing import ClassVar

from sakip.dokumen.angka import Isi
from sakip.dokumen.blok.alamat import gambar_utuh


@dataclass(frozen=True)
class KepalaNaskah:
    """The title of a paper within the document, in lines; `lambang` is a data: address or empty."""

    templat: ClassVar[str] = "dokumen/kepala_naskah.html"
    baris: tuple[str, ...]
    lambang: str = ""

    @property
    def lambang_utuh(self) -> bool:
        return gambar_utuh(self.lambang)


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

    @property
    def sendiri(self) -> bool:
        return len(self.penanda) == 1

    def kolom(self) -> list[tuple[tuple[str, ...], Penanda]]:
        """Each who signs with the lines over the post, as many for all, so that the posts stand level."""
        terakhir = len(self.penanda) - 1
        atas = [
            (self.tempat_tanggal, *satu.pengantar)
            if letak == terakhir and self.tempat_tanggal
            else satu.pengantar
            for letak, satu in enumerate(self.penanda)
        ]
        banyak = max(map(len, atas), default=0)
        rata = (("",) * (banyak - len(baris)) + baris for baris in atas)
        return list(zip(rata, self.penanda, strict=True))
