"""Sending a letter at most once a day: what is sent is written down before, how it went after."""

import smtplib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, transaction

from sakip.lib import waktu
from sakip.organisasi.models import Pengguna
from sakip.pengingat.hitung.pengingat import Ingatan
from sakip.pengingat.models import HasilPengingat, Pengingat
from sakip.pengingat.services.surat import Surat

PANJANG_SEBAB = 200


@dataclass(frozen=True)
class Terkirim:
    """How it went: sent, already taken by another run (`lewati`), or failed with a reason."""

    sebab: str = ""
    lewati: bool = False


def kirim_surat(
    penerima: Pengguna,
    surat: Surat,
    semua: Sequence[Ingatan],
    hari: date,
    sambungan: BaseEmailBackend,
) -> Terkirim:
    """Take the reminders of the day, send the letter outside any transaction, write how it went.

    A mail server that refuses is told, not raised: one address must not keep the others waiting.
    """
    try:
        baris = _catat(penerima, semua, hari)
    except IntegrityError:
        return Terkirim(lewati=True)
    sebab = _kirim(penerima.surel, surat, sambungan)
    with transaction.atomic():
        HasilPengingat.objects.bulk_create(
            HasilPengingat(pengingat=satu, sebab=sebab, waktu=waktu.sekarang()) for satu in baris
        )
    return Terkirim(sebab)


def _catat(penerima: Pengguna, semua: Sequence[Ingatan], hari: date) -> list[Pengingat]:
    """All of the letter or nothing of it. Raises IntegrityError where another run was faster."""
    with transaction.atomic():
        return [
            Pengingat.objects.create(
                penerima=penerima,
                hal=satu.hal.kunci,
                tanggal=hari,
                jenjang=satu.jenjang,
                tenggat=satu.hal.tenggat,
                waktu=waktu.sekarang(),
            )
            for satu in semua
        ]


def _kirim(alamat: str, surat: Surat, sambungan: BaseEmailBackend) -> str:
    """Why it could not be sent, in words; blank when it was."""
    pesan = EmailMessage(
        subject=surat.perihal,
        body=surat.isi,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[alamat],
        # so that vacation notes and mailing lists do not answer a machine
        headers={"Auto-Submitted": "auto-generated"},
        connection=sambungan,
    )
    try:
        pesan.send()
    except smtplib.SMTPRecipientsRefused as salah:
        kode = next((kode for kode, _ in salah.recipients.values()), 0)
        return f"alamatnya ditolak server surel ({kode})"
    except smtplib.SMTPAuthenticationError as salah:
        return f"server surel menolak nama atau sandinya ({salah.smtp_code})"
    except smtplib.SMTPResponseException as salah:
        return f"server surel menolak suratnya ({salah.smtp_code})"
    except (OSError, ValueError) as salah:
        return f"server surel tidak dapat dihubungi ({type(salah).__name__})"[:PANJANG_SEBAB]
    return ""
