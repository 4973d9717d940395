"""What people do with jobs: ask for one, and ask again for one that failed."""

import hashlib
import json

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.lib import waktu
from sakip.lib.izin import Tolak
from sakip.lib.transisi import HakKurang, KeadaanSalah
from sakip.organisasi.models import Pengguna, Unit
from sakip.pekerjaan.models import Pekerjaan
from sakip.pekerjaan.registri import Argumen, JenisPekerjaan, jenis_pekerjaan
from sakip.pekerjaan.status import StatusPekerjaan


class AntreanPenuh(RuntimeError):
    """This person has as many jobs waiting as one may have; the message is for the page."""


def antrekan(
    jenis: str, *, oleh: Pengguna, unit: Unit | None = None, argumen: Argumen | None = None
) -> Pekerjaan:
    """Put a job in the queue; the same one that has not ended yet is given back instead.

    `argumen` must be JSON. Raises HakKurang when the kind refuses this person, AntreanPenuh, and
    LookupError for a kind that nobody registered.
    """
    milik = jenis_pekerjaan(jenis)
    if milik is None:
        raise LookupError(f"job kind {jenis} is not registered")
    isi = dict(argumen or {})
    with transaction.atomic():
        izin = milik.izin(oleh, unit, isi)
        if isinstance(izin, Tolak):
            raise HakKurang(izin.alasan)
        # one person's requests one after another: a double click, and the limit, are then exact
        Pengguna.objects.select_for_update().get(pk=oleh.pk)
        return _yang_sama(milik, oleh, unit, isi) or _buat(milik, oleh, unit, isi)


def mulai_lagi(pekerjaan: Pekerjaan, *, oleh: Pengguna) -> Pekerjaan:
    """A new job like one that failed. Raises KeadaanSalah, and what `antrekan` raises."""
    if pekerjaan.status != StatusPekerjaan.GAGAL:
        raise KeadaanSalah(
            f"Pekerjaan ini {pekerjaan.get_status_display()}, sehingga tidak perlu dimulai lagi."
        )
    if jenis_pekerjaan(pekerjaan.jenis) is None:
        raise KeadaanSalah("Pekerjaan jenis ini tidak ada lagi pada versi aplikasi ini.")
    return antrekan(pekerjaan.jenis, oleh=oleh, unit=pekerjaan.unit, argumen=pekerjaan.argumen)


def _yang_sama(
    jenis: JenisPekerjaan, oleh: Pengguna, unit: Unit | None, argumen: Argumen
) -> Pekerjaan | None:
    milik = Pekerjaan.objects.belum_usai().filter(oleh=oleh, jenis=jenis.kode)
    return milik.filter(sidik=_sidik(unit, argumen)).first()


def _buat(jenis: JenisPekerjaan, oleh: Pengguna, unit: Unit | None, argumen: Argumen) -> Pekerjaan:
    batas = settings.PEKERJAAN_ANTRE_TERBANYAK
    if Pekerjaan.objects.filter(oleh=oleh, status=StatusPekerjaan.ANTRE).count() >= batas:
        raise AntreanPenuh(
            f"Anda masih mempunyai {batas} pekerjaan yang menunggu. Tunggu sampai salah satunya "
            "dikerjakan, lalu coba lagi."
        )
    pekerjaan = Pekerjaan.objects.create(
        jenis=jenis.kode,
        unit=unit,
        oleh=oleh,
        argumen=argumen,
        sidik=_sidik(unit, argumen),
        dibuat=waktu.sekarang(),
    )
    catat(
        Aksi.PEKERJAAN_DIMULAI,
        pekerjaan,
        oleh=oleh,
        sesudah={"argumen": argumen},
        unit_id=pekerjaan.unit_id,
    )
    return pekerjaan


def _sidik(unit: Unit | None, argumen: Argumen) -> str:
    isi = [unit and unit.pk, argumen]
    teks = json.dumps(isi, sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(teks.encode()).hexdigest()
