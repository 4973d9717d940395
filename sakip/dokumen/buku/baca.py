"""A workbook that came back, read without trusting it.

Which box a text belongs to is told by the hidden sheet; whether this person may write there is
asked by whoever writes.
"""

import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from sakip.berkas.jenis import Jenis
from sakip.berkas.pemeriksa.ooxml import GAGAL_BACA, Batas, periksa_ooxml
from sakip.berkas.ukuran import MB
from sakip.dokumen.buku.bentuk import (
    BARIS_TERBANYAK,
    DATA,
    KOLOM_TERBANYAK,
    Bentuk,
    KotakData,
)
from sakip.dokumen.buku.sel import teks_sel
from sakip.lib.galat import IsianSalah

# our own workbook of a large unit unpacks to a few hundred kilobytes
BATAS = Batas(bagian=200, terurai=20 * MB)
BERGANDA = (
    "Lembar tersembunyi di dalam lembar kerja ini menyebut satu kotak dua kali, sehingga tidak "
    "jelas isi mana yang dimaksud. Unduh lembar kerja yang baru, lalu pindahkan isinya."
)
_BULAT = re.compile(r"[0-9]{1,9}")


class BukuSalah(IsianSalah):
    """This file as a whole is no workbook that can be taken in; the message says why."""


@dataclass(frozen=True)
class SelTerbaca:
    """One box as it came back: where it stands, what it is of, what it held, what it holds.

    `tolak` says why its content cannot be read, and then `teks` is what the cell shows.
    """

    alamat: str
    tanda: tuple[int, ...]
    kolom: str
    semula: str
    teks: str
    tolak: str = ""


@dataclass(frozen=True)
class Nyasar:
    """A cell in which something stands and that belongs to no box."""

    alamat: str
    teks: str
    tolak: str


@dataclass(frozen=True)
class BukuMentah:
    """`kepala` says whose workbook this claims to be."""

    kepala: Mapping[str, str]
    sel: tuple[SelTerbaca, ...]
    nyasar: tuple[Nyasar, ...]


def baca_mentah(isi: bytes, bentuk: Bentuk) -> BukuMentah:
    """Every box of a workbook. Raises BukuSalah, and BerkasDitolak for what is no safe XLSX."""
    periksa_ooxml(isi, Jenis.XLSX, BATAS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that openpyxl leaves out
            with closing(load_workbook(BytesIO(isi), read_only=True, keep_links=False)) as berkas:
                return _baca(berkas, bentuk)
    except IsianSalah:
        raise
    except (*GAGAL_BACA, TypeError, AttributeError, ArithmeticError) as salah:
        raise BukuSalah(
            "Lembar kerja ini tidak terbaca. Buka di Excel atau LibreOffice, simpan ulang sebagai "
            "XLSX, lalu unggah lagi."
        ) from salah


def bilangan(teks: str, bentuk: Bentuk) -> int:
    """A number of the hidden sheet. Raises BukuSalah."""
    if not _BULAT.fullmatch(teks):
        raise BukuSalah(bentuk.asing)
    return int(teks)


def _baca(berkas: Any, bentuk: Bentuk) -> BukuMentah:
    if not {bentuk.lembar, DATA} <= set(berkas.sheetnames):
        raise BukuSalah(bentuk.asing)
    data = list(_baris(berkas[DATA], BARIS_TERBANYAK * len(bentuk.huruf_isian), bentuk))
    awal = data[: len(bentuk.kepala) + 1]
    kepala = {_isi(baris[0]): _isi(baris[1]) for baris in awal if len(baris) > 1}
    if kepala.get("bentuk") != str(bentuk.versi):
        raise BukuSalah(
            "Bentuk lembar kerja ini tidak dipakai lagi. Unduh yang baru, lalu pindahkan isinya."
            if "bentuk" in kepala
            else bentuk.asing
        )
    kotak = _kotak(data[bentuk.baris_data - 1 :], bentuk)
    sel, nyasar = _isi_lembar(berkas[bentuk.lembar], kotak, bentuk)
    return BukuMentah(kepala, tuple(sel), tuple(nyasar))


def _isi(sel: Any) -> str:
    return "" if sel.value is None else str(sel.value)


def _baris(lembar: Any, terbanyak: int, bentuk: Bentuk) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet as far as one of ours can reach. Raises BukuSalah beyond."""
    if not hasattr(lembar, "iter_rows"):
        raise BukuSalah(bentuk.asing)
    if (lembar.max_column or 0) > KOLOM_TERBANYAK:
        raise BukuSalah(
            f"Lembar {lembar.title} mempunyai lebih dari {KOLOM_TERBANYAK} kolom. Hapus kolom "
            "tambahannya, lalu unggah lagi."
        )
    for nomor, baris in enumerate(lembar.iter_rows(max_col=KOLOM_TERBANYAK), start=1):
        if nomor > terbanyak:
            raise BukuSalah(
                f"Lembar {lembar.title} mempunyai lebih dari {terbanyak} baris. Hapus baris kosong "
                "yang berformat, lalu unggah lagi."
            )
        yield baris


def _kotak(data: list[tuple[Any, ...]], bentuk: Bentuk) -> dict[str, dict[str, KotakData]]:
    """The boxes of each line by the letter of their column, as the hidden sheet tells them.

    Raises BukuSalah, also where one box stands twice or one cell would be two boxes.
    """
    lebar = len(bentuk.tanda) + 3
    hasil: dict[str, dict[str, KotakData]] = {}
    disebut: set[tuple[tuple[int, ...], str]] = set()
    for baris in data:
        kunci, *tanda, kolom, semula = (_isi(sel) for sel in (*baris, *[_HAMPA] * lebar)[:lebar])
        if not kunci:
            continue
        huruf = bentuk.huruf(kolom)
        if not huruf:
            raise BukuSalah(bentuk.asing)
        nomor = tuple(bilangan(satu, bentuk) for satu in tanda)
        milik = hasil.setdefault(kunci, {})
        if huruf in milik or (nomor, kolom) in disebut:
            raise BukuSalah(BERGANDA)
        disebut.add((nomor, kolom))
        milik[huruf] = KotakData(kunci, nomor, kolom, semula)
    return hasil


def _isi_lembar(
    lembar: Any, kotak: dict[str, dict[str, KotakData]], bentuk: Bentuk
) -> tuple[list[SelTerbaca], list[Nyasar]]:
    sel: list[SelTerbaca] = []
    nyasar: list[Nyasar] = []
    terbaca: set[str] = set()
    letak = {huruf: ord(huruf) - ord("A") for huruf in bentuk.huruf_isian}
    for nomor, baris in enumerate(_baris(lembar, BARIS_TERBANYAK, bentuk), start=1):
        if nomor <= bentuk.baris_kepala:
            continue
        kunci = _isi(baris[0]) if baris else ""
        milik = {} if kunci in terbaca else kotak.get(kunci, {})
        for huruf, ke in letak.items():
            satu = milik.get(huruf)
            teks, tolak = teks_sel(
                baris[ke] if ke < len(baris) else _HAMPA,
                berangka=satu is not None and bentuk.berangka(satu.kolom),
            )
            alamat = f"{huruf}{nomor}"
            if satu is not None:
                sel.append(SelTerbaca(alamat, satu.tanda, satu.kolom, satu.semula, teks, tolak))
            elif teks.strip():
                nyasar.append(Nyasar(alamat, teks, _sebab(kunci, kotak, terbaca)))
        terbaca.add(kunci)
    return sel, nyasar


def _sebab(kunci: str, kotak: Mapping[str, object], terbaca: set[str]) -> str:
    if kunci and kunci in terbaca:
        return "Baris ini salinan baris lain. Hapus salinannya, lalu isi pada baris aslinya."
    if kunci not in kotak:
        return "Baris ini tidak ada pada lembar yang diunduh. Pindahkan isinya ke baris yang benar."
    return "Kotak ini tidak diisi pada baris ini. Kosongkan, atau pindahkan ke kolom yang benar."


class _Hampa:
    value, data_type, number_format = None, "n", None


_HAMPA = _Hampa()
