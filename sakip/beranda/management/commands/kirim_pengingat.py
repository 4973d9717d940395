"""`kirim_pengingat`: every morning, by a timer."""

from argparse import ArgumentParser
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import get_connection
from django.core.management.base import BaseCommand, CommandError

from sakip.beranda.tugas.surat import SuratOrang, susun_surat
from sakip.lib import waktu
from sakip.organisasi.models import Pemda
from sakip.pengingat.queries import terhenti
from sakip.pengingat.services.kirim import kirim_surat

PAGI = time(8)


class Command(BaseCommand):
    help = (
        "Mengirim surel pengingat kepada yang mempunyai pekerjaan mendekati atau lewat tenggat, "
        "paling banyak sekali sehari bagi setiap hal. Dijalankan setiap pagi."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--uji", action="store_true", help="tampilkan surat-suratnya tanpa mengirim apa pun"
        )
        parser.add_argument(
            "--tanggal", type=date.fromisoformat, help="seperti pada hari ini (hanya dengan --uji)"
        )

    def handle(self, *, uji: bool, tanggal: date | None, **_pilihan: Any) -> None:
        if tanggal and not uji:
            raise CommandError("Hari lain hanya dapat dicoba: tambahkan --uji.")
        if not uji and not settings.EMAIL_HOST:
            self.stdout.write(
                "Surel belum diatur (SAKIP_SMTP_URL kosong): pengingat hanya tampil di aplikasi."
            )
            return
        semua = [
            susun_surat(pemda, _saat(pemda, tanggal), settings.ALAMAT)
            for pemda in Pemda.objects.order_by("pk")
        ]
        surat = [satu for hari in semua for satu in hari.surat]
        unit = [satu for hari in semua for satu in hari.gagal]
        gagal = [f"{len(unit)} unit tidak terbaca, lihat log. {'; '.join(unit)}."] if unit else []
        if uji:
            self._tampilkan(surat)
        elif alamat := self._kirim(surat):
            gagal.append(f"{len(alamat)} surat gagal. {'; '.join(alamat)}.")
        if gagal:
            raise CommandError(" ".join(gagal))

    def _tampilkan(self, surat: list[SuratOrang]) -> None:
        for satu in surat:
            tujuan = satu.penerima.surel or "tanpa surel, hanya di aplikasi"
            self.stdout.write(f"--- {satu.penerima.nama_pengguna} ({tujuan})")
            self.stdout.write(f"{satu.surat.perihal}\n\n{satu.surat.isi}")
        self.stdout.write(f"{len(surat)} surat; tidak ada yang dikirim.")

    def _kirim(self, surat: list[SuratOrang]) -> list[str]:
        """What could not be sent, in words."""
        beralamat = [satu for satu in surat if satu.penerima.surel]
        gagal: list[str] = []
        sambungan = get_connection()
        _sambungkan(sambungan, "tidak ada yang dikirim")
        terkirim = 0
        for ke, satu in enumerate(beralamat):
            hasil = kirim_surat(satu.penerima, satu.surat, satu.semua, satu.hari, sambungan)
            terkirim += not (hasil.sebab or hasil.lewati)
            if hasil.sebab:
                gagal.append(f"{satu.penerima.nama_pengguna}: {hasil.sebab}")
                sambungan.close()
                _sambungkan(sambungan, f"{len(beralamat) - ke - 1} orang belum dikirimi")
        sambungan.close()
        tanpa = len(surat) - len(beralamat)
        self.stdout.write(f"{terkirim} surat terkirim, {tanpa} orang tanpa surel.")
        if putus := terhenti(min((satu.hari for satu in surat), default=date.min)):
            self.stdout.write(f"{putus} pengingat hari lalu terhenti sebelum jelas terkirim.")
        return gagal


def _sambungkan(sambungan: Any, akibat: str) -> None:
    """Raises CommandError: what cannot be reached now need not be tried for each person."""
    try:
        sambungan.open()
    except OSError as salah:  # smtplib's errors are of it too
        raise CommandError(
            f"Server surel tidak dapat dihubungi ({type(salah).__name__}); {akibat}. "
            "Periksa SAKIP_SMTP_URL, lalu jalankan lagi."
        ) from salah


def _saat(pemda: Pemda, tanggal: date | None) -> datetime:
    if tanggal is None:
        return waktu.sekarang()
    return datetime.combine(tanggal, PAGI, ZoneInfo(pemda.zona))
