"""`buat_admin`: the first account of an installation, or of a new pemda."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pemda
from sakip.organisasi.services.admin import PemdaBaru, buat_admin

BAGIAN_PEMDA = ("jenis", "sebutan_kepala", "kedudukan", "zona")
ZONA = "Asia/Jakarta"


class Command(BaseCommand):
    help = (
        "Membuat akun admin tanpa kata sandi, dan bila diminta pemdanya, lalu menampilkan tautan "
        "sekali pakai untuk mengatur kata sandinya."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("nama_pengguna", help="untuk masuk, mis. budi-utomo")
        parser.add_argument("--nama", required=True, help="nama orangnya")
        parser.add_argument("--pemda", required=True, metavar="KODE", help="mis. kota-pasuruan")
        parser.add_argument("--buat-pemda", metavar="NAMA", help="buat pemdanya dengan nama ini")
        parser.add_argument("--jenis", help=f"jenis pemda baru: {', '.join(Pemda.Jenis.values)}")
        parser.add_argument("--sebutan-kepala", help="Gubernur, Bupati, atau Wali Kota")
        parser.add_argument("--kedudukan", help="tempat penandatanganan dokumen")
        parser.add_argument("--zona", help=f"zona waktu pemda baru (bawaan: {ZONA})")

    def handle(self, **pilihan: Any) -> None:
        try:
            hasil = buat_admin(
                nama_pengguna=pilihan["nama_pengguna"],
                nama=pilihan["nama"].strip(),
                kode_pemda=pilihan["pemda"],
                pemda_baru=_pemda_baru(pilihan),
            )
        except TidakAda as salah:
            raise CommandError(str(salah)) from salah
        except ValidationError as salah:
            raise CommandError(_sebaris(salah)) from salah
        self.stdout.write(
            f"{hasil.akun.nama} ({hasil.akun.nama_pengguna}) menjadi admin {hasil.pemda.nama}.\n"
            "Tautan untuk mengatur kata sandinya, sekali pakai dan berlaku 24 jam; letakkan di "
            "belakang alamat aplikasi:\n"
            f"{hasil.tautan}"
        )


def _pemda_baru(pilihan: dict[str, Any]) -> PemdaBaru | None:
    """What the options say of a pemda to be made; None when none is. Raises CommandError."""
    nama = pilihan["buat_pemda"]
    diisi = [bagian for bagian in BAGIAN_PEMDA if pilihan[bagian] is not None]
    if nama is None:
        if diisi:
            raise CommandError(f"{_opsi(diisi)} hanya dipakai bersama --buat-pemda.")
        return None
    kurang = [bagian for bagian in BAGIAN_PEMDA if bagian not in diisi and bagian != "zona"]
    if kurang:
        raise CommandError(f"--buat-pemda memerlukan juga {_opsi(kurang)}.")
    if pilihan["jenis"] not in Pemda.Jenis.values:
        raise CommandError(
            f"Jenis pemda “{pilihan['jenis']}” tidak dikenal. "
            f"Yang ada: {', '.join(Pemda.Jenis.values)}."
        )
    isi = {bagian: pilihan[bagian] for bagian in diisi}
    return PemdaBaru(nama=nama.strip(), **({"zona": ZONA} | isi))


def _opsi(bagian: list[str]) -> str:
    return ", ".join(f"--{satu.replace('_', '-')}" for satu in bagian)


def _sebaris(salah: ValidationError) -> str:
    """All that is wrong on one line, each with the name of its field."""
    if not hasattr(salah, "error_dict"):
        return " ".join(salah.messages)
    return " ".join(
        f"{kolom.replace('_', ' ')}: {' '.join(pesan)}"
        for kolom, pesan in salah.message_dict.items()
    )
