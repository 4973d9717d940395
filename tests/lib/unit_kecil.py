"""One unit of one pemda and nothing else, for tests that commit and then empty the tables."""

from sakip.organisasi.models import Pemda, Unit
from tests.pemeran import buat_unit


def unit_kecil() -> Unit:
    pemda = Pemda.objects.create(
        kode="kota-uji", nama="Kota Uji", jenis="kota", sebutan_kepala="Wali Kota", kedudukan="Uji"
    )
    return buat_unit(pemda, "dinas-uji", "Dinas Uji")
