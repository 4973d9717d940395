"""Issuing the LKjIP: what it says is frozen with its files, and a correction is the next version."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from pelaporan.models import Laporan
from pelaporan.permissions import boleh_menerbitkan
from pelaporan.queries.kesiapan import galat_tanggal, halangan_terbit, penanda_tangan
from pelaporan.queries.tulisan import bertanggal, laporan_terakhir
from pelaporan.services.dasar import DIDAHULUI, kunci_unit, minta, salin_tulisan, versi_berikut
from pelaporan.services.konteks import SKEMA, konteks_lkjip
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.html import html_cetak
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.naskah import sidik_naskah
from sakip.dokumen.services import catat_terbitan, siapkan
from sakip.jejak.aksi import Aksi
from sakip.jejak.simpan import simpan
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Pengguna, Unit

JENIS_DOKUMEN = "lkjip"
BERUBAH = "Isinya berubah sejak Anda memeriksanya. Periksa lagi, lalu terbitkan."


@dataclass(frozen=True)
class Pembuat:
    """How a report becomes a document, and that a PDF; both may raise for what is missing.

    `susun` reads a report once and gives it as it is stored and with the day of its issue.
    """

    susun: Callable[[Laporan, date], tuple[Dokumen, Dokumen]]
    cetak: Callable[[Dokumen], bytes]


@dataclass(frozen=True)
class Keputusan:
    """What the head decides: the day, a number where the office gives one, why it is issued again.

    `ke` is the version that it becomes, `sidik` the hash of what was read before.
    """

    ke: int
    tanggal: date
    sidik: str
    nomor: str = ""
    alasan: str = ""


def ke_berikutnya(unit: Unit, tahun: int) -> int:
    """The version that would be issued next."""
    semua = DokumenTerbit.objects.filter(unit=unit, jenis=JENIS_DOKUMEN, tahun=tahun)
    return semua.count() + 1


def periksa_keputusan(unit: Unit, tahun: int, keputusan: Keputusan, *, oleh: Pengguna) -> None:
    """Whether it could be issued now, as far as is known without its document.

    Raises HakKurang, KeadaanSalah (something is not ready), ValidationError (the date),
    CatatanKurang (a new version without its reason), DidahuluiOrangLain (issued meanwhile).
    """
    _giliran(unit, tahun, keputusan, oleh)
    if keputusan.ke > 1 and not keputusan.alasan.strip():
        raise CatatanKurang("Tulis alasan menerbitkan perbaikan.")
    mencegah = [satu.pesan for satu in halangan_terbit(unit, tahun) if satu.mencegah]
    if mencegah:
        raise KeadaanSalah(" ".join(mencegah))
    if salah := galat_tanggal(unit, tahun, keputusan.tanggal):
        raise ValidationError({"tanggal": salah})


def terbitkan_lkjip(
    unit: Unit, tahun: int, keputusan: Keputusan, *, oleh: Pengguna, pembuat: Pembuat
) -> DokumenTerbit:
    """Issue the report of a year exactly as it was read, but for its date and who signs.

    The PDF is made before the transaction. Raises what `periksa_keputusan` raises, TidakAda (the
    year has no data), DidahuluiOrangLain (it says something else by now), and what `pembuat`
    raises; then nothing was written.
    """
    periksa_keputusan(unit, tahun, keputusan, oleh=oleh)
    laporan = laporan_terakhir(unit, tahun)
    dokumen, konteks = _naskah(laporan, keputusan, pembuat)
    terbitan = siapkan(
        jenis=JENIS_DOKUMEN,
        unit=unit,
        tahun=tahun,
        konteks=konteks,
        skema=SKEMA,
        berkas={"pdf": pembuat.cetak(dokumen), "html": html_cetak(dokumen).encode()},
        nomor=keputusan.nomor,
        alasan=keputusan.alasan,
        tercetak=dokumen,
    )
    with transaction.atomic():
        kunci_unit(unit)
        kini = laporan_terakhir(unit, tahun)
        if (kini.pk, kini.versi) != (laporan.pk, laporan.versi):
            raise DidahuluiOrangLain(DIDAHULUI)
        # the PDF took its time: all of it is asked again
        periksa_keputusan(unit, tahun, keputusan, oleh=oleh)
        if _naskah(kini, keputusan, pembuat)[1] != terbitan.konteks:
            raise DidahuluiOrangLain(BERUBAH)
        terbit = catat_terbitan(terbitan, oleh=oleh)
        _tandai(kini, terbit, keputusan, oleh)
    return terbit


def _giliran(unit: Unit, tahun: int, keputusan: Keputusan, oleh: Pengguna) -> None:
    """Whether it is this person's to issue, and still this version. Raises as above."""
    minta(boleh_menerbitkan(oleh, unit))
    if keputusan.ke != ke_berikutnya(unit, tahun):
        raise DidahuluiOrangLain(
            f"LKjIP {tahun} baru saja diterbitkan. Muat ulang untuk melihat versi yang terbit."
        )


def _naskah(
    laporan: Laporan, keputusan: Keputusan, pembuat: Pembuat
) -> tuple[Dokumen, dict[str, Any]]:
    """The document with its date, and what is frozen of it.

    Raises DidahuluiOrangLain where, but for its date, it says something else than what was read.
    """
    dibaca, dokumen = pembuat.susun(laporan, keputusan.tanggal)
    if sidik_naskah(dibaca) != keputusan.sidik:
        raise DidahuluiOrangLain(BERUBAH)
    penanda = penanda_tangan(laporan.unit, keputusan.tanggal)
    if penanda is None:
        raise KeadaanSalah(galat_tanggal(laporan.unit, laporan.tahun, keputusan.tanggal))
    calon = bertanggal(laporan, keputusan.tanggal)
    return dokumen, konteks_lkjip(calon, dokumen, penanda, dibaca=keputusan.sidik)


def _tandai(laporan: Laporan, dokumen: DokumenTerbit, keputusan: Keputusan, oleh: Pengguna) -> None:
    """The row of what was issued: the draft, or a new version of what was issued before."""
    milik = laporan if laporan.dokumen_id is None else versi_berikut(laporan)
    baru = milik._state.adding
    milik.dokumen, milik.tanggal = dokumen, keputusan.tanggal
    milik.full_clean()
    simpan(
        milik,
        oleh=oleh,
        aksi=Aksi.LAPORAN_DITERBITKAN,
        versi=None if baru else milik.versi,
        alasan=keputusan.alasan.strip(),
        unit_id=milik.unit_id,
    )
    if milik is not laporan:
        salin_tulisan(laporan, milik)
