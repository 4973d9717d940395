"""The letters of a day: everything of which each person is reminded, over all units, in one."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.urls import reverse

from perencanaan.queries.renstra import tahun_setiap_unit
from sakip.beranda.tugas.bahan import BahanTugas, bahan_setiap_orang
from sakip.beranda.tugas.ingat import IngatanTugas, ingatan_tugas
from sakip.organisasi.models import Pemda, Pengguna, Unit
from sakip.pengingat.hitung.pengingat import Ingatan, belum_terkirim
from sakip.pengingat.queries import riwayat_pengingat
from sakip.pengingat.services.surat import Butir, Surat, tulis_surat

log = logging.getLogger("sakip.pengingat")


@dataclass(frozen=True)
class SuratOrang:
    """One person's letter of a day, and what it reminds of."""

    penerima: Pengguna
    surat: Surat
    semua: tuple[Ingatan, ...]
    hari: date


@dataclass(frozen=True)
class SuratHari:
    """The letters of a pemda, and the units and years that could not be read, in words."""

    surat: tuple[SuratOrang, ...]
    gagal: tuple[str, ...]


def susun_surat(pemda: Pemda, saat: datetime, alamat: str) -> SuratHari:
    """Of one pemda at a moment; who was sent everything already gets none.

    Only this year and the one before are looked at: its last triwulan ends in January.
    """
    gagal: list[str] = []
    hari = saat.astimezone(ZoneInfo(pemda.zona)).date()
    milik: dict[Pengguna, list[tuple[BahanTugas, IngatanTugas]]] = {}
    for unit, tahun, terakhir in _tempat(pemda, hari):
        for bahan, satu in _ingatan(unit, tahun, saat, terakhir=terakhir, gagal=gagal):
            milik.setdefault(bahan.pengguna, []).append((bahan, satu))
    surat = (
        _surat(orang, isi, hari, alamat)
        for orang, isi in sorted(milik.items(), key=lambda satu: satu[0].pk)
    )
    return SuratHari(tuple(satu for satu in surat if satu is not None), tuple(gagal))


def _tempat(pemda: Pemda, hari: date) -> Iterator[tuple[Unit, int, bool]]:
    """Each unit and year to look at, and whether it is the last year of the unit."""
    milik = Unit.objects.perangkat_daerah().pada(hari).filter(pemda=pemda)
    unit = tuple(milik.select_related("pemda"))
    berisi = tahun_setiap_unit(unit)
    for satu in unit:
        ada = [tahun for tahun in (hari.year - 1, hari.year) if tahun in berisi[satu.pk]]
        for tahun in ada:
            yield satu, tahun, tahun == ada[-1]


def _ingatan(
    unit: Unit, tahun: int, saat: datetime, *, terakhir: bool, gagal: list[str]
) -> list[tuple[BahanTugas, IngatanTugas]]:
    """Of everybody in a unit and year; none and a word in `gagal` where it cannot be read.

    The last year lists what is open of the earlier ones too.
    """
    try:
        semua = bahan_setiap_orang(unit, tahun, saat, tindak_lanjut=terakhir)
        return [(bahan, satu) for bahan in semua for satu in ingatan_tugas(bahan)]
    except Exception as salah:  # one unit must not keep the letters of the others
        rincian = {"unit": unit.kode, "tahun": tahun}
        log.exception("pengingat unit gagal", extra={"rincian": rincian})
        gagal.append(f"{unit.kode} {tahun}: {type(salah).__name__}")
        return []


def _surat(
    orang: Pengguna, isi: list[tuple[BahanTugas, IngatanTugas]], hari: date, alamat: str
) -> SuratOrang | None:
    riwayat = riwayat_pengingat(orang, hari)
    baru = belum_terkirim((satu.ingatan for _, satu in isi), riwayat.terkirim, riwayat.dicoba)
    kunci = {satu.hal.kunci for satu in baru}
    pakai = sorted(
        ((bahan, satu) for bahan, satu in isi if satu.ingatan.hal.kunci in kunci),
        key=lambda pasang: (pasang[1].ingatan.hal.tenggat, pasang[1].ingatan.hal.kunci),
    )
    if not pakai:
        return None
    butir = [_butir(bahan, satu) for bahan, satu in pakai]
    tempat = {(bahan.unit.kode, bahan.tahun) for bahan, _ in pakai}
    surat = tulis_surat(orang.nama, butir, hari, f"{alamat}{_tujuan(tempat)}")
    return SuratOrang(orang, surat, baru, hari)


def _butir(bahan: BahanTugas, satu: IngatanTugas) -> Butir:
    ket = "terkunci; minta perpanjangan kepada bagian organisasi" if satu.terkunci else ""
    return Butir(satu.ingatan, satu.tugas.nama, bahan.unit.nama, ket)


def _tujuan(tempat: set[tuple[str, int]]) -> str:
    """The tasks where they are all in one place, else where one begins."""
    if len(tempat) == 1:
        return reverse("beranda:tugas", args=[*tempat.pop()])
    return reverse("beranda:beranda")
