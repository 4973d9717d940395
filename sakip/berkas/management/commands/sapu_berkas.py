"""`sapu_berkas`: do rows and files agree? By a timer, at night."""

from argparse import ArgumentParser
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from sakip.berkas.sapu import Liar, baris_rusak, berkas_liar, hapus_liar, sapu_pratinjau
from sakip.berkas.ukuran import tulis_ukuran
from sakip.lib import waktu

UMUR = 24
UMUR_PRATINJAU = timedelta(days=30)


class Command(BaseCommand):
    help = (
        "Menampilkan berkas yang tidak dikenal basis data (sisa penyimpanan yang terputus) dan "
        "baris yang berkasnya hilang atau berubah. Keluar dengan kode 1 bila ada yang hilang atau "
        "berubah."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--hapus", action="store_true", help="hapus berkas yang tidak dikenal")
        parser.add_argument(
            "--umur",
            type=int,
            default=UMUR,
            metavar="JAM",
            help=f"hanya yang lebih tua daripada ini; bawaan {UMUR} jam",
        )

    def handle(self, **pilihan: Any) -> None:
        if pilihan["umur"] < 1:
            raise CommandError(
                "--umur paling sedikit 1 jam: yang lebih baru mungkin sedang disimpan."
            )
        liar = berkas_liar(waktu.sekarang() - timedelta(hours=pilihan["umur"]))
        self._sebut(liar, hapus=pilihan["hapus"])
        rusak = baris_rusak()
        for satu in rusak:
            self.stdout.write(f"{satu.sebab}: berkas {satu.berkas.pk} “{satu.berkas}”")
        # last: whatever is wrong with what may be drawn again, the files were proven
        if pilihan["hapus"] and (dibuang := sapu_pratinjau(waktu.sekarang() - UMUR_PRATINJAU)):
            self.stdout.write(f"dihapus: {dibuang} halaman pratinjau")
        if rusak:
            raise CommandError(
                f"{len(rusak)} baris berkas hilang atau berubah isinya; pulihkan dari cadangan."
            )

    def _sebut(self, liar: list[Liar], *, hapus: bool) -> None:
        for satu in liar:
            hasil = "dihapus" if hapus and hapus_liar(satu) else "tidak dikenal"
            saat = f"{satu.sejak:%Y-%m-%d %H:%M} UTC"
            self.stdout.write(f"{hasil}: {satu.nama}, {tulis_ukuran(satu.ukuran)}, {saat}")
        if liar and not hapus:
            self.stdout.write("Hapus dengan: python manage.py sapu_berkas --hapus")
