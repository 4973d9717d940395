"""Two people bring in a workbook of one unit at the same moment."""

from sakip.dokumen.buku.tinjau import PratinjauBerubah
from tests.lib.bersamaan import bersamaan
from tests.lib.unit_kecil import unit_kecil
from tests.pengukuran.alat_buku import isi_buku, unduh
from tests.pengukuran.alat_isian import buat_kantor
from tests.pengukuran.test_services_impor import isi, masukkan


def test_dua_orang_mengimpor_bersamaan(transactional_db):
    """The same box of the same row: one is written, the other is shown what changed."""
    kantor = buat_kantor(unit_kecil())
    asli = unduh(kantor)
    dua = [isi_buku(asli, isi(kantor, nilai=nilai)) for nilai in (7, 9)]
    hasil = bersamaan(
        lambda: masukkan(kantor, dua[0]), lambda: masukkan(kantor, dua[1], oleh="perencana")
    )
    assert sorted(isinstance(satu, PratinjauBerubah) for satu in hasil) == [False, True]
    assert kantor.baris().nilai in {7, 9}
