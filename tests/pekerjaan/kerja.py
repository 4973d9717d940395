"""Carry out what waits, here and now, as a worker would."""

import os

from sakip.pekerjaan.models import Pekerjaan
from sakip.pekerjaan.registri import GagalPekerjaan, jenis_pekerjaan
from sakip.pekerjaan.services.giliran import ambil, berdenyut, gagalkan, lapor, tuntaskan


def kerjakan() -> Pekerjaan:
    """The oldest job that waits, carried out to its end."""
    pekerjaan = ambil(berdenyut("uji", mesin="uji", pid=os.getpid()))
    assert pekerjaan is not None
    jenis = jenis_pekerjaan(pekerjaan.jenis)
    try:
        hasil = jenis.fungsi(pekerjaan.argumen, lambda persen, kata: lapor(pekerjaan, persen, kata))
    except GagalPekerjaan as salah:
        gagalkan(pekerjaan, str(salah))
    else:
        tuntaskan(pekerjaan, hasil)
    pekerjaan.refresh_from_db()
    return pekerjaan
