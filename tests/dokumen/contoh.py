"""Small documents for tests."""

from decimal import Decimal

from sakip.dokumen.angka import Angka, Asal
from sakip.dokumen.blok import (
    Bagian,
    Dokumen,
    Judul,
    Kolom,
    Paragraf,
    Sampul,
    Tabel,
    baris,
)


def angka(tampil: str = "97,20", kunci: str = "capaian/1/2023") -> Angka:
    return Angka(Decimal(tampil.replace(",", ".")), tampil, kunci, Asal("uji"))


def tabel(**lain: object) -> Tabel:
    pilihan: dict = {
        "kunci": "tabel-uji",
        "nomor": "1.1",
        "judul": "Uji",
        "kolom": (Kolom("Nama", 60), Kolom("Nilai", 40)),
        "baris": (baris("satu", angka()),),
    }
    return Tabel(**(pilihan | lain))


def dokumen_kecil(teks: str = "isi") -> Dokumen:
    return Dokumen(
        judul="Dokumen uji",
        sampul=Sampul(judul=("Uji",), nama=("Unit",), tahun="2023", pemda="Kota"),
        depan=(Bagian("kata", (Judul(1, "", "Kata", "judul-kata"),)),),
        isi=(Bagian("bab", (Judul(1, "BAB I", "Awal", "judul-awal"), Paragraf((teks,)), tabel())),),
    )
