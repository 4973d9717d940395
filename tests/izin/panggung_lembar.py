"""A worksheet on the stage of the matrix: its self-assessment runs, one criterion is answered."""

from datetime import UTC, datetime

from evaluasi.models import Jawaban, Kriteria, LembarKerja, TahapLembar
from sakip.organisasi.models import Jendela, Pengguna, Unit
from tests.evaluasi.pabrik import instrumen_nasional, pilihan

TAHUN = 2024


def lembar_kerja(unit: Unit, oleh: Pengguna) -> dict[str, Kriteria]:
    """Of the work of 2024, in an open window; gives the criterion that is answered with Ya."""
    Jendela.objects.get_or_create(
        pemda=unit.pemda, jenis=Jendela.Jenis.EVALUASI, tahun=TAHUN, bulan=12,
        defaults={
            "buka": datetime(2025, 1, 1, tzinfo=UTC),
            "tenggat": datetime(2099, 1, 1, tzinfo=UTC),
            "kunci": datetime(2099, 2, 1, tzinfo=UTC),
        },
    )  # fmt: skip
    instrumen = instrumen_nasional()
    lembar = LembarKerja.objects.create(
        unit=unit, tahun_evaluasi=TAHUN + 1, tahun_kinerja=TAHUN, instrumen=instrumen
    )
    tahap = [
        TahapLembar.objects.create(lembar=lembar, tahap=satu) for satu in instrumen.tahap.all()
    ]
    TahapLembar.objects.filter(pk=tahap[0].pk).update(status="berjalan")
    kriteria = Kriteria.objects.filter(sub__komponen__instrumen=instrumen).first()
    Jawaban.objects.create(
        tahap=tahap[0], kriteria=kriteria, pilihan=pilihan(kriteria, "Ya"), dijawab_oleh=oleh
    )
    return {"kriteria": kriteria}


def jawaban(kriteria: Kriteria) -> dict[str, object]:
    """The answer changed, as the page sends it and as its script does."""
    pk = kriteria.pk
    return {
        "sel": str(pk),
        f"pilihan-{pk}": "Tidak",
        f"catatan-{pk}": "",
        f"semula-pilihan-{pk}": "Ya",
        f"semula-catatan-{pk}": "",
    }
