"""`verifikasi_dokumen`: proves that what was issued is as it was."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sakip.dokumen.models import DokumenBerkas, DokumenTerbit
from sakip.dokumen.verifikasi import Temuan, periksa_dokumen, periksa_semua, terbitan_berkas


class Command(BaseCommand):
    help = (
        "Menghitung ulang sidik semua dokumen terbit dan berkasnya. Dengan --berkas: menyebut "
        "dokumen terbit mana sebuah berkas, byte demi byte."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--berkas", type=Path, metavar="FILE", help="berkas yang dipertanyakan")

    def handle(self, **pilihan: Any) -> None:
        if pilihan["berkas"]:
            self._kenali(pilihan["berkas"])
            return
        self._tolak_bila_rusak(periksa_semua())
        self.stdout.write(f"Dokumen terbit utuh: {DokumenTerbit.objects.count()} diperiksa.")

    def _kenali(self, berkas: Path) -> None:
        milik = terbitan_berkas(_baca(berkas))
        if not milik:
            raise CommandError(f"{berkas.name[:80]} bukan berkas yang pernah diterbitkan di sini.")
        for satu in milik:
            self.stdout.write(f"{satu}{_sisipan(satu)}")
        self._tolak_bila_rusak([t for satu in milik for t in periksa_dokumen(satu.dokumen)])

    def _tolak_bila_rusak(self, temuan: list[Temuan]) -> None:
        for satu in temuan:
            self.stdout.write(str(satu))
        if temuan:
            raise CommandError(f"{len(temuan)} hal pada dokumen terbit tidak lagi seperti semula.")


def _sisipan(milik: DokumenBerkas) -> str:
    dokumen = milik.dokumen
    bagian = [f", nomor {dokumen.nomor}"] if dokumen.nomor else []
    bagian.append(f", terbit {dokumen.waktu:%Y-%m-%d %H:%M} UTC, sidik {dokumen.sidik}")
    if baru := DokumenTerbit.objects.filter(menggantikan=dokumen).first():
        bagian.append(f"; sudah digantikan versi {baru.ke}")
    return "".join(bagian)


def _baca(berkas: Path) -> bytes:
    try:
        return berkas.read_bytes()
    except OSError as salah:
        raise CommandError(f"{berkas.name[:80]} tidak dapat dibaca: {salah.strerror}.") from salah
