"""What of the trail of an evaluation is not for everybody who sees the object."""

from evaluasi.models.dasar import pemda_inspektorat
from sakip.jejak.aksi import Aksi
from sakip.organisasi.models import Pengguna, Unit

# while an LHE is a draft: that it was worked on is told, how it read is the inspektorat's own
AKSI_DRAF = frozenset({Aksi.LHE_DISUSUN, Aksi.LHE_DIUBAH, Aksi.REKOMENDASI_DIUBAH})


def aksi_tertutup(pengguna: Pengguna, unit: Unit) -> frozenset[Aksi]:
    """The acts of which this person learns who and when, but not what they changed."""
    sendiri = pemda_inspektorat(pengguna).filter(pemda=unit.pemda_id).exists()
    return frozenset() if sendiri else AKSI_DRAF
