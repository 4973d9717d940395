"""Who may do what to a report: the sekretariat prepares it, the head of the unit issues it."""

from typing import TYPE_CHECKING

from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.organisasi.peran import Peran
from sakip.organisasi.permissions import boleh_menulis_di

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna, Unit

PENYUSUN = frozenset({Peran.PERENCANA})
PENERBIT = frozenset({Peran.PIMPINAN})


def boleh_mengatur_laporan(pengguna: "Pengguna", unit: "Unit") -> Izin:
    """Choose what stands in the report."""
    if boleh_menulis_di(pengguna, unit, PENYUSUN):
        return Boleh()
    return Tolak(f"LKjIP {unit.singkatan} diatur oleh sekretariatnya.")


def boleh_menerbitkan(pengguna: "Pengguna", unit: "Unit") -> Izin:
    """Issue it; whoever prepares it does not."""
    if boleh_menulis_di(pengguna, unit, PENERBIT):
        return Boleh()
    return Tolak(f"LKjIP {unit.singkatan} diterbitkan oleh pimpinannya.")
