"""The menu: the cycle itself, in the unit and year one works in."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True)
class Butir:
    """`alamat` is the name of a URL that takes a unit and a year; `bagian` are pages below it."""

    alamat: str
    nama: str
    bagian: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kelompok:
    """A phase of the cycle; the first has no heading."""

    kunci: str
    judul: str
    butir: tuple[Butir, ...]


MENU = (
    Kelompok(
        "beranda",
        "",
        (Butir("beranda:tahun", "Beranda"), Butir("beranda:tugas", "Tugas saya")),
    ),
    Kelompok(
        "perencanaan",
        "Perencanaan",
        (
            Butir("perencanaan:renstra", "Renstra"),
            Butir("perencanaan:perjanjian", "Perjanjian Kinerja"),
            Butir("perencanaan:rencana-aksi", "Rencana Aksi"),
            Butir("pengukuran:anggaran", "Anggaran"),
        ),
    ),
    Kelompok(
        "pengukuran",
        "Pengukuran",
        (
            Butir(
                "pengukuran:isi",
                "Realisasi",
                (
                    "pengukuran:isi-baris",
                    "pengukuran:ajukan",
                    "pengukuran:bukti-tambah",
                    "pengukuran:isi-impor",
                    "pengukuran:isi-tinjau",
                ),
            ),
            Butir(
                "pengukuran:aksi",
                "Pelaksanaan aksi",
                ("pengukuran:aksi-isi", "pengukuran:aksi-bukti-tambah"),
            ),
            Butir("pengukuran:verifikasi", "Verifikasi", ("pengukuran:periksa-baris",)),
            Butir("pengukuran:koreksi", "Koreksi", ("pengukuran:koreksi-usul",)),
            Butir("pengukuran:capaian", "Capaian"),
            Butir("pengukuran:pemantauan", "Pemantauan"),
        ),
    ),
    Kelompok(
        "pelaporan",
        "Pelaporan",
        (Butir("beranda:periksa", "Pemeriksaan data"), Butir("pelaporan:lkjip-baca", "LKjIP")),
    ),
)


def menu_kerja(_permintaan: HttpRequest) -> dict[str, Any]:
    return {"menu_kerja": MENU}
