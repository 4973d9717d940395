"""The scale of kategori in force in each year."""

from collections.abc import Iterable
from dataclasses import dataclass

from pengukuran.hitung.kategori import AturanCelah, Jenjang
from sakip.organisasi.models import Skala, Unit


@dataclass(frozen=True)
class SkalaBerlaku:
    """The pemda's scale of a year; without one, capaian has no kategori."""

    nama: str
    sumber: str
    jenjang: tuple[Jenjang, ...]
    celah: AturanCelah


def skala_setiap_tahun(unit: Unit, tahun: Iterable[int]) -> dict[int, SkalaBerlaku]:
    """The scale of each of the years, in two queries."""
    celah = AturanCelah(unit.pemda.aturan_kategori)
    semua = list(
        Skala.objects.filter(pemda=unit.pemda).order_by("-mulai_tahun").prefetch_related("batas")
    )

    def berlaku(satu: int) -> SkalaBerlaku:
        skala = next((s for s in semua if s.mulai_tahun <= satu), None)
        if skala is None:
            return SkalaBerlaku("", "", (), celah)
        jenjang = tuple(Jenjang(b.nama, b.warna, b.di_atas, b.termasuk) for b in skala.batas.all())
        return SkalaBerlaku(skala.nama, skala.sumber, jenjang, celah)

    return {satu: berlaku(satu) for satu in tahun}
