"""Two people bring in a workbook of one LKE at the same moment."""

from evaluasi.models import Jawaban
from evaluasi.services.lembar import mulai_tahap
from sakip.dokumen.buku.tinjau import PratinjauBerubah
from sakip.organisasi.peran import Peran
from tests.evaluasi.alat_buku import PILIHAN, isi_buku, masukkan, unduh
from tests.evaluasi.pabrik import Orang, kriteria_dari, lembar_baru, tahap
from tests.lib.bersamaan import bersamaan
from tests.lib.unit_kecil import unit_kecil
from tests.pemeran import buat_orang


def test_dua_orang_mengimpor_bersamaan(transactional_db):
    """The same box: one is written, the other is shown what changed."""
    unit = unit_kecil()
    orang = Orang(
        unit=buat_orang("satu", Peran.PERENCANA, unit),
        inspektorat=buat_orang("auditor", Peran.INSPEKTORAT, unit),
    )
    rekan = buat_orang("dua", Peran.PERENCANA, unit)
    mandiri = tahap(lembar_baru(unit, orang), "mandiri")
    mulai_tahap(mandiri, oleh=orang.unit)
    satu, *_ = kriteria_dari(mandiri.lembar)
    asli = unduh(mandiri, orang.unit)
    ya, tidak = (isi_buku(asli, {(satu, PILIHAN): kode}) for kode in ("Ya", "Tidak"))
    hasil = bersamaan(
        lambda: masukkan(mandiri, ya, orang.unit), lambda: masukkan(mandiri, tidak, rekan)
    )
    assert sorted(isinstance(satu_hasil, PratinjauBerubah) for satu_hasil in hasil) == [False, True]
    assert Jawaban.objects.count() == 1
