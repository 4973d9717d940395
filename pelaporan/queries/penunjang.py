"""Which programs and kegiatan support an indikator, and how they came out themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from pengukuran.queries.capaian import BarisCapaian
from perencanaan.models import Dukungan, RenstraVersi, Simpul
from perencanaan.models.renstra import JenisSimpul

BERCAPAIAN = (JenisSimpul.PROGRAM, JenisSimpul.KEGIATAN)


@dataclass(frozen=True)
class BarisPenunjang:
    """A program or kegiatan beside one of its own indikator; None where it has none."""

    simpul: Simpul
    capaian: BarisCapaian | None
    menunjang: bool
    analisis: str

    @property
    def dinilai(self) -> bool:
        """What has no capaian yet cannot be said not to support."""
        terukur = self.capaian is not None and self.capaian.hasil.dipakai is not None
        return self.menunjang or terukur


def penunjang_setiap_indikator(
    versi: RenstraVersi, tahun: int, capaian: Mapping[int, tuple[BarisCapaian, ...]]
) -> dict[int, tuple[BarisPenunjang, ...]]:
    """By indikator id, in the order of the budget tree, in one query.

    `capaian` holds the rows of each node by its id. Only what was analysed is given: support
    that merely says where the money went stands in the table of efisiensi.
    """
    semua = (
        Dukungan.objects.filter(
            simpul__renstra_versi=versi, tahun=tahun, simpul__jenis__in=BERCAPAIAN
        )
        .exclude(catatan="")
        .select_related("simpul")
        .order_by("simpul__kode", "simpul__urutan", "pk")
    )
    hasil: dict[int, tuple[BarisPenunjang, ...]] = {}
    for satu in semua:
        milik: tuple[BarisCapaian | None, ...] = capaian.get(satu.simpul_id) or (None,)
        baris = tuple(BarisPenunjang(satu.simpul, b, satu.menunjang, satu.catatan) for b in milik)
        hasil[satu.indikator_id] = (*hasil.get(satu.indikator_id, ()), *baris)
    return hasil
