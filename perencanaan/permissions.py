"""Who may do what to the plan. Questions over the roles a person holds in the unit."""

from typing import TYPE_CHECKING

from sakip.lib.izin import Izin
from sakip.organisasi.peran import Peran
from sakip.organisasi.permissions import boleh_menulis_di

if TYPE_CHECKING:
    from perencanaan.models import PerjanjianKinerja, RencanaAksi
    from sakip.organisasi.models import Pengguna

PENYUSUN = frozenset({Peran.PERENCANA})
PENETAP = frozenset({Peran.PIMPINAN})


def boleh_menyusun(pengguna: "Pengguna", rencana: "PerjanjianKinerja | RencanaAksi") -> Izin:
    """Write the draft and put it forward."""
    return boleh_menulis_di(pengguna, rencana.unit, PENYUSUN)


def boleh_menetapkan(pengguna: "Pengguna", rencana: "PerjanjianKinerja | RencanaAksi") -> Izin:
    """Sign it, or send it back."""
    return boleh_menulis_di(pengguna, rencana.unit, PENETAP)
