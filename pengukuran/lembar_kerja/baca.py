"""A workbook that came back, read without trusting it: nothing in it is computed or followed.

Which box a text belongs to is told by the hidden sheet; whether this person may write there is
asked by whoever writes.
"""

import re
import warnings
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Context
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from pengukuran.hitung.kolom import Kolom, nama_variabel
from pengukuran.lembar_kerja.bentuk import (
    BARIS_DATA,
    BARIS_KEPALA,
    BARIS_TERBANYAK,
    BENTUK,
    DATA,
    HURUF_ISIAN,
    KOLOM_TERBANYAK,
    LEMBAR,
)
from sakip.berkas.jenis import Jenis
from sakip.berkas.pemeriksa.ooxml import GAGAL_BACA, Batas, periksa_ooxml
from sakip.berkas.ukuran import MB
from sakip.lib.angka import tulis_angka
from sakip.lib.galat import IsianSalah

# our own workbook of a large unit unpacks to a few hundred kilobytes
BATAS = Batas(bagian=200, terurai=20 * MB)
# what Excel shows of a number; the digits behind are the noise of its reckoning
DIGIT_EXCEL = 15
DIGIT_TAMPIL = 60
ASING = (
    "Ini bukan lembar kerja realisasi dari aplikasi ini. Unduh lembar kerjanya pada halaman "
    "Realisasi, isi, lalu unggah kembali."
)
BERUMUS = "Sel ini berisi rumus. Salin selnya, lalu tempel sebagai nilai (Paste Special › Values)."
BERTANGGAL = (
    "Excel membaca isian ini sebagai tanggal atau jam. Ubah format selnya menjadi General, lalu "
    "tulis ulang angkanya."
)
BENAR_SALAH = "Sel ini berisi TRUE atau FALSE. Tulis angka atau kata yang dimaksud."
BERGALAT = "Sel ini berisi galat rumus lembar kerja. Perbaiki rumusnya, atau tulis angkanya."
LUAR_JANGKAUAN = "Angka ini di luar jangkauan. Periksa angkanya."
_BULAT = re.compile(r"[0-9]{1,9}")
_KUTIPAN = re.compile(r'"[^"]*"|\\.')
_RUANG = Context(prec=DIGIT_EXCEL)


class BukuSalah(IsianSalah):
    """This file as a whole is no workbook that can be taken in; the message says why."""


@dataclass(frozen=True)
class SelTerbaca:
    """One box as it came back: where it stands, what it held, what it holds.

    `tolak` says why its content cannot be read, and then `teks` is what the cell shows.
    """

    alamat: str
    indikator: int
    bulan: int
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
class BukuTerbaca:
    kode: str
    tahun: int
    triwulan: int
    sel: tuple[SelTerbaca, ...]
    nyasar: tuple[Nyasar, ...]


@dataclass(frozen=True)
class _Kotak:
    indikator: int
    bulan: int
    kolom: str
    semula: str


def baca_buku(isi: bytes) -> BukuTerbaca:
    """Every box of a workbook. Raises BukuSalah, and BerkasDitolak for what is no safe XLSX."""
    periksa_ooxml(isi, Jenis.XLSX, BATAS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that openpyxl leaves out
            with closing(load_workbook(BytesIO(isi), read_only=True, keep_links=False)) as berkas:
                return _baca(berkas)
    except IsianSalah:
        raise
    except (*GAGAL_BACA, TypeError, AttributeError, ArithmeticError) as salah:
        raise BukuSalah(
            "Lembar kerja ini tidak terbaca. Buka di Excel atau LibreOffice, simpan ulang sebagai "
            "XLSX, lalu unggah lagi."
        ) from salah


def _baca(berkas: Any) -> BukuTerbaca:
    if not {LEMBAR, DATA} <= set(berkas.sheetnames):
        raise BukuSalah(ASING)
    data = list(_baris(berkas[DATA], BARIS_TERBANYAK * len(HURUF_ISIAN)))
    kepala = {str(baris[0].value): str(baris[1].value) for baris in data[:4] if len(baris) > 1}
    if kepala.get("bentuk") != str(BENTUK):
        raise BukuSalah(
            "Bentuk lembar kerja ini tidak dipakai lagi. Unduh yang baru, lalu pindahkan isinya."
            if "bentuk" in kepala
            else ASING
        )
    kotak = _kotak(data[BARIS_DATA - 1 :])
    sel, nyasar = _isi(berkas[LEMBAR], kotak)
    return BukuTerbaca(
        kepala.get("unit", ""),
        _bilangan(kepala.get("tahun", "")),
        _bilangan(kepala.get("triwulan", "")),
        tuple(sel),
        tuple(nyasar),
    )


def _baris(lembar: Any, terbanyak: int) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet as far as one of ours can reach. Raises BukuSalah beyond."""
    if not hasattr(lembar, "iter_rows"):
        raise BukuSalah(ASING)
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


def _kotak(data: list[tuple[Any, ...]]) -> dict[str, dict[str, _Kotak]]:
    """The boxes of each line by the letter of their column, as the hidden sheet tells them."""
    hasil: dict[str, dict[str, _Kotak]] = {}
    for baris in data:
        kunci, indikator, bulan, kolom, semula = (
            "" if satu.value is None else str(satu.value) for satu in (*baris, *[_HAMPA] * 5)[:5]
        )
        huruf = HURUF_ISIAN.get(str(Kolom.NILAI) if nama_variabel(kolom) else kolom)
        if not kunci:
            continue
        if huruf is None:
            raise BukuSalah(ASING)
        milik = _Kotak(_bilangan(indikator), _bilangan(bulan), kolom, semula)
        hasil.setdefault(kunci, {})[huruf] = milik
    return hasil


def _isi(lembar: Any, kotak: dict[str, dict[str, _Kotak]]) -> tuple[list[SelTerbaca], list[Nyasar]]:
    sel: list[SelTerbaca] = []
    nyasar: list[Nyasar] = []
    terbaca: set[str] = set()
    letak = {huruf: ord(huruf) - ord("A") for huruf in HURUF_ISIAN.values()}
    for nomor, baris in enumerate(_baris(lembar, BARIS_TERBANYAK), start=1):
        if nomor <= BARIS_KEPALA:
            continue
        kunci = "" if not baris or baris[0].value is None else str(baris[0].value)
        milik = {} if kunci in terbaca else kotak.get(kunci, {})
        for huruf, ke in letak.items():
            mentah = baris[ke] if ke < len(baris) else _HAMPA
            satu = milik.get(huruf)
            angka = satu is not None and (
                satu.kolom == Kolom.NILAI or nama_variabel(satu.kolom) is not None
            )
            teks, tolak = teks_sel(mentah, berangka=angka)
            alamat = f"{huruf}{nomor}"
            if satu is not None:
                sel.append(
                    SelTerbaca(
                        alamat, satu.indikator, satu.bulan, satu.kolom, satu.semula, teks, tolak
                    )
                )
            elif teks.strip():
                nyasar.append(Nyasar(alamat, teks, _sebab(kunci, kotak, terbaca)))
        terbaca.add(kunci)
    return sel, nyasar


def _sebab(kunci: str, kotak: dict[str, dict[str, _Kotak]], terbaca: set[str]) -> str:
    if kunci and kunci in terbaca:
        return "Baris ini salinan baris lain. Hapus salinannya, lalu isi pada baris aslinya."
    if kunci not in kotak:
        return "Baris ini tidak ada pada lembar yang diunduh. Pindahkan isinya ke baris indikator."
    return "Kotak ini tidak diisi pada baris ini. Kosongkan, atau pindahkan ke kolom yang benar."


class _Hampa:
    value, data_type, number_format = None, "n", None


_HAMPA = _Hampa()


def teks_sel(sel: Any, *, berangka: bool) -> tuple[str, str]:
    """What a cell says as text, and why it cannot be taken; either may be blank."""
    isi = sel.value
    if isi is None:
        return "", ""
    if isinstance(isi, str) and sel.data_type == "s":
        return isi, ""
    if tolak := _tolak(isi, sel.data_type):
        return _tampil(getattr(isi, "text", None) or isi), tolak
    return _teks_angka(isi, sel.number_format or "", berangka=berangka)


def _tolak(isi: object, jenis: str) -> str:
    """Why the content of a cell is neither text nor number."""
    if jenis == "f":
        return BERUMUS
    if jenis == "e" or isinstance(isi, str):
        return BERGALAT
    if isinstance(isi, bool):
        return BENAR_SALAH
    return BERTANGGAL if isinstance(isi, date | time | timedelta) else ""


def _teks_angka(isi: Any, bentuk: str, *, berangka: bool) -> tuple[str, str]:
    """A number as one would type it; one that is shown in percent is what one sees."""
    nilai = _RUANG.create_decimal(repr(isi))
    if not nilai.is_finite() or (nilai and abs(nilai.adjusted()) >= DIGIT_EXCEL):
        return _tampil(isi), LUAR_JANGKAUAN
    persen = "%" in _KUTIPAN.sub("", bentuk)
    if persen:
        nilai = nilai.scaleb(2)
    desimal = max(-int(nilai.normalize().as_tuple().exponent), 0)
    if not berangka:
        return f"{nilai:f}".replace(".", ",") + ("%" if persen else ""), ""
    return tulis_angka(nilai, desimal) + ("%" if persen else ""), ""


def _tampil(isi: object) -> str:
    teks = str(isi)
    return teks if len(teks) <= DIGIT_TAMPIL else f"{teks[:DIGIT_TAMPIL]}…"


def _bilangan(teks: str) -> int:
    if not _BULAT.fullmatch(teks):
        raise BukuSalah(ASING)
    return int(teks)
