"""Tables of a document as plain text."""

from collections import defaultdict
from collections.abc import Iterable

from sakip.dokumen.angka import Angka
from sakip.dokumen.blok import Bagian, Blok, Dokumen, Identitas, Paragraf, Senarai, Tabel

RP = "Rp\N{NO-BREAK SPACE}"


def teks(isi: Iterable[object]) -> str:
    return "".join(map(str, isi))


def baris_tabel(tabel: Tabel) -> list[list[str]]:
    """The cells of each row; one that spans several columns is one cell."""
    return [[teks(sel.isi) for sel in baris.sel] for baris in tabel.baris]


def kolom(tabel: Tabel, letak: int) -> list[str]:
    """A column of the rows that have a cell for every column."""
    lengkap = [baris for baris in baris_tabel(tabel) if len(baris) == len(tabel.kolom)]
    return [baris[letak] for baris in lengkap]


def kepala(tabel: Tabel) -> list[str]:
    return [satu.kepala for satu in tabel.kolom]


def catatan(tabel: Tabel) -> list[str]:
    return [teks(isi) for isi in tabel.catatan]


def jadikan_dokumen(*blok: Blok) -> Dokumen:
    """Blocks as a document, to ask it for all its figures."""
    return Dokumen(judul="", sampul=None, depan=(), isi=(Bagian("isi", blok),))


def tampil_menurut_kunci(angka: Iterable[Angka]) -> dict[str, set[str]]:
    """What is printed under each name, apart from signs."""
    hasil = defaultdict(set)
    for satu in angka:
        hasil[satu.kunci].add(satu.tampil.removesuffix("%").removeprefix(RP))
    return hasil


def kata_tanpa_angka(dokumen: Dokumen) -> list[str]:
    """Every sentence and note with its figures taken out."""
    semua = []
    for blok in dokumen.blok():
        match blok:
            case Paragraf(isi):
                semua.append(isi)
            case Senarai(butir=butir):
                semua += butir
            case Identitas(butir=butir):
                semua += [isi for label, isi in butir if label != "NIP"]
            case Tabel():
                semua += [blok.sumber, *blok.catatan]
    return [teks(potong for potong in isi if not isinstance(potong, Angka)) for isi in semua]
