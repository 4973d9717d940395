"""`muat_contoh`: the data of a real document, for trial and for tests."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from sakip.beranda.muat.bentuk import Contoh
from sakip.beranda.muat.galat import ContohSalah
from sakip.beranda.muat.muat import berkas_contoh, daftar_contoh, muat_contoh


class Command(BaseCommand):
    help = "Memuat data contoh dari dokumen nyata. Dapat diulang; yang sudah sama dibiarkan."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "nama", nargs="*", help=f"contoh yang ada: {', '.join(daftar_contoh())} (bawaan: semua)"
        )
        parser.add_argument(
            "--berkas",
            type=Path,
            help="contoh sendiri: satu berkas TOML, atau folder yang memuatnya",
        )
        parser.add_argument(
            "--akun",
            action="store_true",
            help="akun contoh dapat dipakai masuk (tanpa ini hanya bila SAKIP_DEBUG=ya)",
        )

    def handle(self, **pilihan: Any) -> None:
        akun_aktif = pilihan["akun"] or settings.DEBUG
        semua = self._berkas(pilihan["nama"], pilihan["berkas"])
        try:
            with transaction.atomic():  # of several files all are loaded or none
                hasil = [(b, *muat_contoh(b, akun_aktif=akun_aktif)) for b in semua]
        except ContohSalah as salah:
            raise CommandError(str(salah)) from salah
        for berkas, _, pemasang in hasil:
            self.stdout.write(f"{berkas.stem}: {pemasang.ringkasan()}.")
        if akun_aktif:  # examples of one pemda have the same people
            for daftar in dict.fromkeys(_daftar_akun(contoh) for _, contoh, _ in hasil):
                self.stdout.write(daftar)

    def _berkas(self, nama: list[str], berkas: Path | None) -> list[Path]:
        asing = [butir for butir in nama if butir not in daftar_contoh()]
        if asing:
            raise CommandError(
                f"Contoh “{asing[0]}” tidak ada. Yang ada: {', '.join(daftar_contoh())}."
            )
        if berkas is not None:
            return [*map(berkas_contoh, nama), berkas]
        return [berkas_contoh(butir) for butir in nama or daftar_contoh()]


def _daftar_akun(contoh: Contoh) -> str:
    lebar = max(len(orang.nama_pengguna) for orang in contoh.akun.orang)
    baris = [f"  {o.nama_pengguna.ljust(lebar)}  {o.nama}" for o in contoh.akun.orang]
    kepala = f"Akun contoh {contoh.pemda.nama} (kata sandi semua: {contoh.akun.sandi}):"
    return "\n".join([kepala, *baris])
