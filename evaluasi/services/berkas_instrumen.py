"""Reading an instrument as it comes with the product."""

import tomllib
from decimal import Decimal
from pathlib import Path

import msgspec

from evaluasi.hitung.fakta import KodeFakta
from evaluasi.hitung.nilai import keluhan_bobot
from evaluasi.hitung.saran import JenisSub
from evaluasi.status import CaraNilai, Pelaku

FOLDER = Path(__file__).resolve().parent.parent / "instrumen"
BAWAAN = "permenpanrb-88-2021"


class BentukTahap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kode: str
    nama: str
    pelaku: Pelaku
    dalam_jendela: bool = False
    penentu: bool = False


class BentukSub(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kode: str
    nama: str
    jenis: JenisSub
    bobot: Decimal
    kriteria: list[str]
    fakta: dict[str, KodeFakta] = {}


class BentukKomponen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kode: str
    nama: str
    bobot: Decimal
    sub: list[BentukSub]


class BentukInstrumen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kode: str
    nama: str
    dasar: str
    cara: CaraNilai
    keberadaan_dahulu: bool
    skala_kriteria: str
    tahap: list[BentukTahap]
    komponen: list[BentukKomponen]


def baca_instrumen(nama: str = BAWAAN) -> BentukInstrumen:
    """The instrument of a file, its weights checked. Raises ValueError naming what is wrong."""
    isi = tomllib.loads((FOLDER / f"{nama}.toml").read_text(encoding="utf-8"))
    bentuk = msgspec.convert(isi, BentukInstrumen, strict=False)
    for komponen in bentuk.komponen:
        jumlah = sum((sub.bobot for sub in komponen.sub), Decimal(0))
        if jumlah != komponen.bobot:
            raise ValueError(f"{komponen.nama}: bobot {komponen.bobot}, jumlah subnya {jumlah}")
        for sub in komponen.sub:
            urutan = {str(ke) for ke in range(1, len(sub.kriteria) + 1)}
            if asing := sub.fakta.keys() - urutan:
                raise ValueError(f"{sub.kode}: fakta untuk kriteria {sorted(asing)} yang tidak ada")
    if salah := keluhan_bobot(sub.bobot for satu in bentuk.komponen for sub in satu.sub):
        raise ValueError(salah)
    return bentuk
