"""The menu: the cycle itself, in the unit and year one works in."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from pengukuran.queries.capaian import tahun_terukur
from perencanaan.queries.ruang import PilihanUnit, RuangKerja, ruang_kerja, terbaca
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna, Wilayah


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
                    "pengukuran:isi-belanja",
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
    Kelompok(
        "evaluasi",
        "Evaluasi",
        (
            Butir(
                "evaluasi:lembar",
                "LKE",
                ("evaluasi:lembar-isi", "evaluasi:bukti-tambah", "evaluasi:simulasi"),
            ),
            Butir(
                "evaluasi:lhe",
                "LHE",
                (
                    "evaluasi:lhe-susun",
                    "evaluasi:lhe-catat",
                    "evaluasi:lhe-draf",
                    "evaluasi:lhe-ubah",
                    "evaluasi:lhe-catatan",
                    "evaluasi:lhe-catatan-sub",
                    "evaluasi:lhe-rekomendasi-baru",
                    "evaluasi:lhe-rekomendasi-ubah",
                    "evaluasi:lhe-terbit",
                ),
            ),
            Butir(
                "evaluasi:rekomendasi",
                "Tindak lanjut",
                (
                    "evaluasi:rekomendasi-satu",
                    "evaluasi:rekomendasi-putus",
                    "evaluasi:rekomendasi-kaitkan",
                    "evaluasi:perpanjangan-putus",
                    "evaluasi:rencana-baru",
                    "evaluasi:rencana-ubah",
                    "evaluasi:rencana-lapor",
                    "evaluasi:rencana-perpanjang",
                    "evaluasi:lhp-catat",
                ),
            ),
        ),
    ),
)


def menu_kerja(permintaan: HttpRequest) -> dict[str, Any]:
    """`kerja_menu`: where one works, for a page that is of no unit; asked for only by such a page."""
    return {"menu_kerja": MENU, "kerja_menu": SimpleLazyObject(lambda: _tempat(permintaan))}


def _tempat(permintaan: HttpRequest) -> RuangKerja | None:
    """The unit and year of the address where one reads them, else of the one unit one reads."""
    pengguna = getattr(permintaan, "user", None)
    if not isinstance(pengguna, Pengguna) or not _membaca(pengguna):
        return None
    cocok = permintaan.resolver_match
    isi = {} if cocok is None else cocok.kwargs
    if isinstance(isi.get("kode"), str) and isinstance(isi.get("tahun"), int):
        with suppress(TidakAda):
            return ruang_kerja(pengguna, isi["kode"], isi["tahun"])
    return _satu_satunya(pengguna)


def _membaca(pengguna: Pengguna) -> bool:
    """Whether one reads figures anywhere; an admin, for one, does not."""
    wilayah = Wilayah.milik(pengguna)
    return bool(wilayah.pemda or wilayah.akar)


def _satu_satunya(pengguna: Pengguna) -> RuangKerja | None:
    """The one unit with a Renstra that one reads, in the year last measured or its newest."""
    daftar, setiap = terbaca(pengguna)
    berisi = [satu for satu in daftar if setiap[satu.pk]]
    if len(berisi) != 1:
        return None
    (unit,) = berisi
    tersedia = setiap[unit.pk]
    terukur = tahun_terukur([unit])
    tahun = terukur if terukur in tersedia else max(tersedia)
    pilihan = (PilihanUnit(satu, tahun if satu == unit else None) for satu in daftar)
    return RuangKerja(unit, tahun, tuple(pilihan), tersedia)
