"""Who may do what to the organisation itself. Pure questions over the roles a person holds."""

from collections.abc import Container
from typing import TYPE_CHECKING

from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.organisasi.peran import Peran

if TYPE_CHECKING:
    from sakip.organisasi.models import Pemda, Pengguna, Unit


def boleh_mengelola(pengguna: "Pengguna", pemda: "Pemda") -> Izin:
    """Units, officials, accounts and roles of a pemda."""
    if bertugas_di_pemda(pengguna, pemda.pk, Peran.ADMIN):
        return Boleh()
    return Tolak(f"Hanya admin {pemda.nama} yang mengelola unit, pejabat, dan akun.")


def boleh_mengatur_jendela(pengguna: "Pengguna", pemda: "Pemda") -> Izin:
    """When figures are entered and evaluations made, and the exceptions from it."""
    if bertugas_di_pemda(pengguna, pemda.pk, Peran.BAGIAN_ORGANISASI):
        return Boleh()
    return Tolak(f"Jendela diatur oleh bagian organisasi {pemda.nama}.")


def boleh_mengubah_akun(pelaku: "Pengguna", akun: "Pengguna") -> Izin:
    """Rights and state of an account; nobody gives rights to himself."""
    izin = boleh_mengelola(pelaku, akun.pemda)
    if not izin:
        return izin
    if pelaku.pk == akun.pk:
        return Tolak("Peran dan keadaan akun Anda sendiri diubah oleh admin lain.")
    return Boleh()


def boleh_membuat_tautan(pelaku: "Pengguna", akun: "Pengguna") -> Izin:
    """A link to set a password; it would be dead at once for an account that is switched off."""
    izin = boleh_mengelola(pelaku, akun.pemda)
    if izin and not akun.is_active:
        return Tolak(f"Akun {akun.nama} tidak dapat masuk. Centang “Dapat masuk” lebih dahulu.")
    return izin


def boleh_menulis_di(pengguna: "Pengguna", unit: "Unit", peran: frozenset[Peran]) -> Izin:
    """Whether a person holds one of these roles in a unit, or in the perangkat daerah above it.

    A role in the unit that came after gives none here: what an old unit left is only read.
    """
    if bertugas_di(pengguna, unit, peran):
        return Boleh()
    sebutan = " atau ".join(satu.label for satu in Peran if satu in peran)
    return Tolak(f"Hanya {sebutan} {unit.singkatan} yang dapat mengubahnya.")


def bertugas_di(pengguna: "Pengguna", unit: "Unit", peran: Container[Peran]) -> bool:
    """Whether one of the roles is held in the unit, or in the perangkat daerah above it."""
    tempat = {unit.pk, unit.perangkat_daerah_id or unit.pk}
    return any(satu.unit in tempat and satu.peran in peran for satu in pengguna.tugas())


def bertugas_di_pemda(pengguna: "Pengguna", pemda_id: int, *peran: Peran) -> bool:
    """Whether one of the roles is held in the whole pemda."""
    return any(satu.pemda == pemda_id and satu.peran in peran for satu in pengguna.tugas())
