"""How jobs stand: for the pages of their owners, and for whoever watches over the server."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.http import url_has_allowed_host_and_scheme

from sakip.lib import waktu
from sakip.lib.galat import TidakAda
from sakip.lib.tanggal import tulis_saat
from sakip.organisasi.models import Pengguna
from sakip.pekerjaan.hitung import tulis_lama
from sakip.pekerjaan.models import Pekerja, Pekerjaan
from sakip.pekerjaan.status import StatusPekerjaan

TERBARU = 50
TANPA_PEKERJA = "Tidak ada pekerja yang berjalan di server; sampaikan kepada admin."


def batas_hidup() -> datetime:
    """A worker whose last beat is older than this is dead."""
    batas: datetime = waktu.sekarang() - settings.PEKERJA_MATI
    return batas


def pekerja_hidup() -> bool:
    """Whether any worker is there to carry jobs out."""
    return Pekerja.objects.filter(denyut__gte=batas_hidup()).exists()


def pekerjaan_macet() -> QuerySet[Pekerjaan]:
    """Jobs that should move and do not: held by a dead worker, or waiting too long."""
    terlalu_lama = waktu.sekarang() - settings.PEKERJAAN_MACET
    return Pekerjaan.objects.filter(
        Q(status=StatusPekerjaan.BERJALAN, pekerja__denyut__lt=batas_hidup())
        | Q(status=StatusPekerjaan.ANTRE, dibuat__lt=terlalu_lama)
    )


@dataclass(frozen=True)
class TampilanPekerjaan:
    """One job as a page shows it: the state in words, true also when nobody works on it."""

    pekerjaan: Pekerjaan
    jenis_status: str
    status: str
    keterangan: str
    waktu: str
    alamat_hasil: str = ""
    sebutan_hasil: str = ""

    @property
    def belum_usai(self) -> bool:
        return self.pekerjaan.selesai is None

    @property
    def gagal(self) -> bool:
        return self.pekerjaan.status == StatusPekerjaan.GAGAL

    @property
    def kemajuan(self) -> int:
        return self.pekerjaan.kemajuan


def daftar_pekerjaan(pengguna: Pengguna, zona: str) -> list[TampilanPekerjaan]:
    """One's own jobs, newest first; the older ones of a long list are left out."""
    return _tampilkan(_milik(pengguna)[:TERBARU], zona)


def satu_pekerjaan(pengguna: Pengguna, nomor: int, zona: str) -> TampilanPekerjaan:
    """One of one's own jobs. Raises TidakAda, also for another person's."""
    hasil = _tampilkan(_milik(pengguna).filter(pk=nomor), zona)
    if not hasil:
        raise TidakAda("Pekerjaan ini tidak ada, atau bukan milik Anda.")
    return hasil[0]


def _milik(pengguna: Pengguna) -> QuerySet[Pekerjaan]:
    return Pekerjaan.objects.untuk(pengguna).select_related("unit", "pekerja")


def _tampilkan(daftar: Iterable[Pekerjaan], zona: str) -> list[TampilanPekerjaan]:
    ada_pekerja = pekerja_hidup()
    return [_satu(pekerjaan, zona, ada_pekerja=ada_pekerja) for pekerjaan in daftar]


def _satu(pekerjaan: Pekerjaan, zona: str, *, ada_pekerja: bool) -> TampilanPekerjaan:
    jenis, status, keterangan = _keadaan(pekerjaan, ada_pekerja=ada_pekerja)
    hasil = pekerjaan.hasil or {}
    return TampilanPekerjaan(
        pekerjaan=pekerjaan,
        jenis_status=jenis,
        status=status,
        keterangan=keterangan,
        waktu=_waktu(pekerjaan, zona),
        alamat_hasil=_alamat_sendiri(hasil.get("alamat")),
        sebutan_hasil=hasil.get("sebutan") or "Buka hasilnya",
    )


def _keadaan(pekerjaan: Pekerjaan, *, ada_pekerja: bool) -> tuple[str, str, str]:
    """The kind of its sign, its state in words, and what there is to know about it."""
    if pekerjaan.status == StatusPekerjaan.SELESAI:
        return "selesai", "Selesai", ""
    if pekerjaan.status == StatusPekerjaan.GAGAL:
        return "gagal", "Gagal", pekerjaan.alasan
    if pekerjaan.status == StatusPekerjaan.BERJALAN:
        return _keadaan_berjalan(pekerjaan, ada_pekerja=ada_pekerja)
    if not ada_pekerja:
        return "terlambat", "Menunggu pekerja", TANPA_PEKERJA
    return "menunggu", "Menunggu giliran", pekerjaan.langkah


def _keadaan_berjalan(pekerjaan: Pekerjaan, *, ada_pekerja: bool) -> tuple[str, str, str]:
    if pekerjaan.pekerja is None or pekerjaan.pekerja.denyut >= batas_hidup():
        return "berjalan", "Berjalan", pekerjaan.langkah
    if not ada_pekerja:
        return "terlambat", "Terhenti, menunggu pekerja", TANPA_PEKERJA
    return "terlambat", "Terhenti", "Pekerjanya terhenti; sebentar lagi pekerja lain mengurusnya."


def _waktu(pekerjaan: Pekerjaan, zona: str) -> str:
    if pekerjaan.selesai is not None:
        saat = tulis_saat(pekerjaan.selesai, zona)
        if pekerjaan.mulai is None:
            return saat
        return f"{saat}, setelah {tulis_lama(pekerjaan.selesai - pekerjaan.mulai)}"
    if pekerjaan.mulai is not None and pekerjaan.status == StatusPekerjaan.BERJALAN:
        return f"sudah {tulis_lama(waktu.sekarang() - pekerjaan.mulai)}"
    return f"sudah {tulis_lama(waktu.sekarang() - pekerjaan.dibuat)}"


def _alamat_sendiri(alamat: object) -> str:
    """An address on this server, or none: a result never leads elsewhere."""
    if not isinstance(alamat, str) or not alamat.startswith("/"):
        return ""
    return alamat if url_has_allowed_host_and_scheme(alamat, allowed_hosts=None) else ""
