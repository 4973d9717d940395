"""The money behind each indikator."""

from collections.abc import Iterable

from pengukuran.queries.anggaran import TabelAnggaran
from perencanaan.hitung.pagu import teratas
from perencanaan.models import IndikatorVersi, RenstraVersi, Simpul
from perencanaan.models.renstra import JENIS_STRATEGIS
from perencanaan.queries.anggaran import dukungan_indikator


def simpul_penunjang(
    indikator: Iterable[IndikatorVersi], versi: RenstraVersi, tabel: TabelAnggaran
) -> dict[int, tuple[Simpul, ...]]:
    """The nodes of the budget that support each indikator, by its id. One query.

    Of what is named only the topmost nodes, so that no money is told twice; an indikator of the
    budget tree itself is supported by its own node.
    """
    dukungan = dukungan_indikator(versi, tabel.pohon.tahun)
    hasil = {}
    for satu in indikator:
        if satu.simpul.jenis in JENIS_STRATEGIS:
            milik = teratas(tabel.pohon.induk, dukungan.get(satu.indikator_id, set()))
        else:
            milik = {satu.simpul_id}
        hasil[satu.indikator_id] = tuple(s for s in tabel.pohon.simpul if s.pk in milik)
    return hasil
