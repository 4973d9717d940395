"""What of the trail of an evaluation is not for everybody who sees the object."""

from django.db.models import Model

from evaluasi.models import CatatanKomponen, Jawaban, NilaiSub
from evaluasi.models.dasar import pemda_inspektorat
from evaluasi.status import Pelaku
from sakip.jejak.aksi import Aksi
from sakip.organisasi.models import Pengguna, Unit

# while an LHE is a draft: that it was worked on is told, how it read is the inspektorat's own
AKSI_DRAF = frozenset({Aksi.LHE_DISUSUN, Aksi.LHE_DIUBAH, Aksi.REKOMENDASI_DIUBAH})
# the same of a stage of the inspektorat before it was finished
AKSI_TAHAP = frozenset({Aksi.JAWABAN_DISIMPAN, Aksi.NILAI_DIBERIKAN})


def aksi_tertutup(pengguna: Pengguna, objek: Model) -> frozenset[Aksi]:
    """The acts on it of which this person learns who and when, but not what they changed."""
    unit = _unit(objek)
    if unit and pemda_inspektorat(pengguna).filter(pemda=unit.pemda_id).exists():
        return frozenset()
    if isinstance(objek, Jawaban | NilaiSub):
        return AKSI_TAHAP if objek.tahap.tahap.pelaku == Pelaku.INSPEKTORAT else frozenset()
    return AKSI_DRAF


def _unit(objek: Model) -> Unit | None:
    """Whose evaluation it is part of; not that of the address it is read at."""
    if isinstance(objek, Jawaban | NilaiSub):
        return objek.tahap.lembar.unit
    if isinstance(objek, CatatanKomponen):
        return objek.lhe.unit
    return getattr(objek, "unit", None)
