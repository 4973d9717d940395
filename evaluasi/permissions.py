"""Who may evaluate, and who may follow up: two sides that never meet in one person."""

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Q

from evaluasi.status import Pelaku
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.organisasi.peran import PERAN_UNIT, Peran
from sakip.organisasi.permissions import bertugas_di_pemda, boleh_menulis_di

if TYPE_CHECKING:
    from evaluasi.models import (
        Instrumen,
        Lhe,
        Perpanjangan,
        Rekomendasi,
        RencanaTindakLanjut,
        TahapLembar,
    )
    from sakip.organisasi.models import Pemda, Pengguna, Unit

PENGATUR = (Peran.INSPEKTORAT, Peran.BAGIAN_ORGANISASI)
SEKRETARIAT = frozenset({Peran.PERENCANA})
PELAPOR = frozenset({Peran.OPERATOR, Peran.PERENCANA})


def boleh_mengatur_instrumen(pengguna: "Pengguna", pemda: "Pemda | None") -> Izin:
    """Copy and edit the instruments of a pemda; those of the nation come with the product."""
    if pemda is None:
        return Tolak("Instrumen nasional tidak diubah. Salin dahulu menjadi milik pemda Anda.")
    if bertugas_di_pemda(pengguna, pemda.pk, *PENGATUR):
        return Boleh()
    return Tolak(f"Instrumen diatur oleh inspektorat atau bagian organisasi {pemda.nama}.")


def boleh_mengatur_setelan(pengguna: "Pengguna", pemda: "Pemda") -> Izin:
    """How the pemda counts its follow-up."""
    if bertugas_di_pemda(pengguna, pemda.pk, *PENGATUR):
        return Boleh()
    return Tolak(f"Setelan evaluasi diatur oleh inspektorat atau bagian organisasi {pemda.nama}.")


def boleh_meninjau(pengguna: "Pengguna", pemda: "Pemda") -> Izin:
    """Look over the evaluation of all units of the pemda."""
    if bertugas_di_pemda(pengguna, pemda.pk, *PENGATUR):
        return Boleh()
    return Tolak(
        f"Evaluasi semua unit dibaca inspektorat dan bagian organisasi {pemda.nama}. Evaluasi unit "
        "Anda ada di halaman LKE."
    )


def boleh_mencatat_lhp(pengguna: "Pengguna", unit: "Unit", tahun: int) -> Izin:
    """Record what an LHP of APIP or BPK recommends to a unit."""
    return boleh_mengevaluasi(pengguna, unit, tahun)


def boleh_mengevaluasi(pengguna: "Pengguna", unit: "Unit", sejak: int) -> Izin:
    """Evaluate a unit's work of the year `sejak`, and decide on its follow-up.

    Only the inspektorat, and nobody who since that year has held a role in the unit itself.
    """
    if not bertugas_di_pemda(pengguna, unit.pemda_id, Peran.INSPEKTORAT):
        return Tolak(f"Hanya inspektorat {unit.pemda.nama} yang mengevaluasi dan memutuskan.")
    akar = unit.perangkat_daerah_id or unit.pk
    tugas = pengguna.penugasan.exclude(peran=Peran.PEMBACA).filter(
        Q(unit=akar) | Q(unit__perangkat_daerah=akar) | Q(unit__penerus__baru=akar),
        Q(sampai__isnull=True) | Q(sampai__gte=date(sejak, 1, 1)),
    )
    if tugas.exists():
        return Tolak(
            f"Anda bertugas di {unit.singkatan} sejak atau sesudah tahun {sejak}, sehingga tidak "
            "mengevaluasinya. Minta rekan lain di inspektorat."
        )
    return Boleh()


def boleh_mengerjakan(pengguna: "Pengguna", tahap: "TahapLembar") -> Izin:
    """Write in a stage of a worksheet, and finish it."""
    lembar = tahap.lembar
    if tahap.tahap.pelaku == Pelaku.UNIT:
        return boleh_menulis_di(pengguna, lembar.unit, SEKRETARIAT)
    return boleh_mengevaluasi(pengguna, lembar.unit, lembar.tahun_kinerja)


def boleh_membuka_tahap(pengguna: "Pengguna", tahap: "TahapLembar") -> Izin:
    """Open a finished stage again: the evaluator's, also over the unit's own assessment."""
    return boleh_mengevaluasi(pengguna, tahap.lembar.unit, tahap.lembar.tahun_kinerja)


def boleh_menyusun_lhe(pengguna: "Pengguna", lhe: "Lhe") -> Izin:
    return boleh_mengevaluasi(pengguna, lhe.unit, lhe.tahun_kinerja)


def boleh_memutuskan(pengguna: "Pengguna", rekomendasi: "Rekomendasi") -> Izin:
    """Give the verdict on a recommendation."""
    tahun = rekomendasi.lhe.tahun_kinerja if rekomendasi.lhe else rekomendasi.tahun
    return boleh_mengevaluasi(pengguna, rekomendasi.unit, tahun)


def boleh_merencanakan(pengguna: "Pengguna", rekomendasi: "Rekomendasi") -> Izin:
    """Plan the follow-up of a unit's recommendation."""
    return boleh_menulis_di(pengguna, rekomendasi.unit, SEKRETARIAT)


def boleh_melaporkan(pengguna: "Pengguna", rencana: "RencanaTindakLanjut") -> Izin:
    """Report on a step, or ask for more time: the bidang that carries it, or its sekretariat."""
    return boleh_menulis_di(pengguna, rencana.unit, PELAPOR)


def boleh_mengatur_penanggung_jawab(pengguna: "Pengguna", unit: "Unit") -> Izin:
    """Name who answers for the unit's SAKIP data."""
    return boleh_menulis_di(pengguna, unit, SEKRETARIAT)


def boleh_membaca_telepon(pengguna: "Pengguna", unit: "Unit") -> bool:
    """See that person's whole number: who works in the unit, and the inspektorat who rings up."""
    di_unit = any(satu.di(unit) and satu.peran in PERAN_UNIT for satu in pengguna.tugas())
    return di_unit or bertugas_di_pemda(pengguna, unit.pemda_id, Peran.INSPEKTORAT)


def boleh_memutuskan_perpanjangan(pengguna: "Pengguna", perpanjangan: "Perpanjangan") -> Izin:
    return boleh_memutuskan(pengguna, perpanjangan.rencana.rekomendasi)


def boleh_memberlakukan(pengguna: "Pengguna", instrumen: "Instrumen") -> Izin:
    return boleh_mengatur_instrumen(pengguna, instrumen.pemda)
