"""The one correction that the tests of the report make: 4,28% of 2023 becomes 5,28%."""

from datetime import UTC, datetime

from pengukuran.models import Koreksi, Realisasi
from pengukuran.services.koreksi import setujui_koreksi, usulkan_koreksi
from sakip.organisasi.models import Pengguna, Unit

ALASAN = "salah baca rekapitulasi"
# late in the evening in UTC: the next day where the pemda is
SAAT = datetime(2024, 4, 2, 20, 0, tzinfo=UTC)
CATATAN = (
    "Persentase peningkatan jumlah ormas yang aktif, realisasi setahun 2023: dinyatakan kembali "
    "pada 03 April 2024; semula 4,28%, menjadi 5,28%; alasan: salah baca rekapitulasi."
)


def koreksi_ormas(unit: Unit, tahun: int = 2023, nilai: str = "4.28", **isi: str) -> Koreksi:
    """Correct the approved 4,28 of 2023, or another figure, the way two people do it."""
    orang = {nama: Pengguna.objects.get(nama_pengguna=nama) for nama in ("sekretariat", "pimpinan")}
    baris = Realisasi.objects.sah().select_related("unit__pemda").get(
        unit=unit, tahun=tahun, nilai=nilai
    )  # fmt: skip
    usulan = usulkan_koreksi(
        baris, isi=isi or {"nilai": "5,28"}, alasan=ALASAN, oleh=orang["sekretariat"]
    )
    return setujui_koreksi(usulan, oleh=orang["pimpinan"])
