"""Reading an example, a file or a folder: what is wrong is said in one line with its place."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from sakip.beranda.muat.bentuk import BAGIAN_RENCANA, Contoh, ContohRencana, baca_isian
from sakip.beranda.muat.galat import ContohSalah
from sakip.beranda.muat.periksa import keluhan

FOLDER_CONTOH = Path(__file__).resolve().parent.parent / "contoh"
BAGIAN_ORGANISASI = ("pemda", "unit", "akun")


def daftar_contoh() -> list[str]:
    """The names of the examples, each a file or a folder."""
    return sorted(
        letak.stem for letak in FOLDER_CONTOH.iterdir() if letak.is_dir() or letak.suffix == ".toml"
    )


def berkas_contoh(nama: str) -> Path:
    folder = FOLDER_CONTOH / nama
    return folder if folder.is_dir() else folder.with_name(f"{nama}.toml")


def baca_contoh(asal: Path) -> Contoh:
    """The content of an example: one TOML file, or all TOML files of a folder taken together.

    Raises ContohSalah with one line that names the place.
    """
    isi = _dengan_organisasi(_baca(asal), asal)
    if any("\0" in teks for teks in _semua_teks(isi)):
        raise ContohSalah(f"Isi {asal} memuat karakter nol.")
    try:
        contoh = msgspec.convert(isi, _bentuk(isi), dec_hook=baca_isian)
    except msgspec.ValidationError as salah:
        raise ContohSalah(f"Isi {asal} salah bentuk: {salah}") from salah
    if salah_isi := next(keluhan(contoh), None):
        raise ContohSalah(f"Isi {asal} salah: {salah_isi}.")
    return contoh


def _bentuk(isi: dict[str, Any]) -> type[Contoh]:
    return ContohRencana if BAGIAN_RENCANA & isi.keys() else Contoh


def _dengan_organisasi(isi: dict[str, Any], asal: Path) -> dict[str, Any]:
    """The parts of an example that stands on the pemda, unit and people of another."""
    nama = isi.get("organisasi")
    if nama is None:
        return isi
    if nama not in daftar_contoh():
        raise ContohSalah(
            f"Isi {asal} salah: organisasi dari contoh “{nama}”, yang tidak ada. "
            f"Yang ada: {', '.join(daftar_contoh())}."
        )
    if dua := [bagian for bagian in BAGIAN_ORGANISASI if bagian in isi]:
        raise ContohSalah(
            f"Isi {asal} salah: memuat {dua[0]}, padahal organisasinya dari contoh “{nama}”."
        )
    dasar = _baca(berkas_contoh(nama))
    return {**isi, **{bagian: dasar.get(bagian) for bagian in BAGIAN_ORGANISASI}}


def _baca(asal: Path) -> dict[str, Any]:
    try:
        if not asal.is_dir():
            return _baca_berkas(asal)
        semua = sorted(asal.glob("*.toml"))
    except OSError as salah:
        raise ContohSalah(f"Berkas {asal} tidak dapat dibaca: {salah.strerror}.") from salah
    if not semua:
        raise ContohSalah(f"Folder {asal} tidak memuat berkas .toml.")
    return _gabungkan(semua)


def _gabungkan(semua: list[Path]) -> dict[str, Any]:
    """The parts of all files; each part stands in one file, so that nothing overrides another."""
    hasil: dict[str, Any] = {}
    pemilik: dict[str, Path] = {}
    for berkas in semua:
        for bagian, isi in _baca_berkas(berkas).items():
            if bagian in hasil:
                raise ContohSalah(
                    f"Bagian “{bagian}” ada di dua berkas, {pemilik[bagian].name} dan "
                    f"{berkas.name}. Kumpulkan dalam satu berkas."
                )
            hasil[bagian] = isi
            pemilik[bagian] = berkas
    return hasil


def _baca_berkas(berkas: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(berkas.read_text(encoding="utf-8"))
    except OSError as salah:
        raise ContohSalah(f"Berkas {berkas} tidak dapat dibaca: {salah.strerror}.") from salah
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as salah:
        raise ContohSalah(f"Berkas {berkas} bukan TOML yang sah: {salah}") from salah


def _semua_teks(isi: Any) -> Iterator[str]:
    if isinstance(isi, str):
        yield isi
    elif isinstance(isi, dict):
        for kunci, nilai in isi.items():
            yield kunci
            yield from _semua_teks(nilai)
    elif isinstance(isi, list):
        for nilai in isi:
            yield from _semua_teks(nilai)
