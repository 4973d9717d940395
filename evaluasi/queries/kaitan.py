"""What a recommendation speaks of in the plan: frozen before, and as the newest Renstra says now."""

from collections.abc import Iterable
from dataclasses import dataclass

from evaluasi.models import KaitanRekomendasi, Rekomendasi
from evaluasi.status import LABEL_ASPEK, AspekKaitan
from perencanaan.models import IndikatorVersi, RenstraVersi
from perencanaan.models.indikator import SumberTarget
from perencanaan.queries.angka import angka_indikator
from sakip.dokumen.angka import Asal
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class IsiAspek:
    """What an indikator says of itself in one version of the Renstra."""

    teks: str
    sumber: str


@dataclass(frozen=True)
class KaitanTerbaca:
    """An aspect before and after; `hilang` tells why there is no after."""

    kaitan: KaitanRekomendasi
    nama: str
    aspek: str
    sebelum: str
    sesudah: str
    sumber_kini: str
    hilang: str

    @property
    def berubah(self) -> bool:
        return not self.hilang and self.sebelum != self.sesudah


def indikator_terbaru(unit: Unit) -> list[IndikatorVersi]:
    """The indikator of the newest version of a unit's Renstra, in its order."""
    versi = _versi_terbaru(unit)
    if versi is None:
        return []
    milik = IndikatorVersi.objects.filter(renstra_versi=versi)
    return list(milik.select_related("renstra_versi__renstra").order_by("urutan", "pk"))


def isi_aspek(rumusan: IndikatorVersi, aspek: AspekKaitan) -> IsiAspek:
    """How it reads for people; the target of every year of the Renstra on one line."""
    sumber = str(rumusan.renstra_versi)
    if aspek is AspekKaitan.TARGET:
        return IsiAspek(_target(rumusan), sumber)
    if aspek is AspekKaitan.RUMUS:
        return IsiAspek(rumusan.rumus_tercetak or rumusan.rumus, sumber)
    return IsiAspek(str(getattr(rumusan, aspek.value)), sumber)


def kaitan_terbaca(rekomendasi: Rekomendasi) -> tuple[KaitanTerbaca, ...]:
    """The ties of a recommendation; the number of queries does not grow with them."""
    semua = list(rekomendasi.kaitan.select_related("oleh"))
    if not semua:
        return ()
    terbaru = _versi_terbaru(rekomendasi.unit)
    rumusan = _rumusan_terbaru(satu.indikator_id for satu in semua)
    return tuple(_baca(satu, rumusan[satu.indikator_id], terbaru) for satu in semua)


def _baca(
    satu: KaitanRekomendasi, rumusan: IndikatorVersi, terbaru: RenstraVersi | None
) -> KaitanTerbaca:
    kini = isi_aspek(rumusan, AspekKaitan(satu.aspek))
    hilang = ""
    if terbaru is not None and rumusan.renstra_versi_id != terbaru.pk:
        hilang = f"Indikator ini tidak ada lagi dalam {terbaru}."
    return KaitanTerbaca(
        kaitan=satu,
        nama=rumusan.nama,
        aspek=LABEL_ASPEK[satu.aspek],
        sebelum=satu.semula,
        sesudah="" if hilang else kini.teks,
        sumber_kini=kini.sumber,
        hilang=hilang,
    )


def _versi_terbaru(unit: Unit) -> RenstraVersi | None:
    return RenstraVersi.objects.filter(renstra__unit=unit).order_by("-mulai_tahun", "-ke").first()


def _rumusan_terbaru(indikator: Iterable[int]) -> dict[int, IndikatorVersi]:
    semua = (
        IndikatorVersi.objects.filter(indikator__in=list(indikator))
        .select_related("renstra_versi__renstra")
        .prefetch_related("target")
        .order_by("renstra_versi__mulai_tahun", "renstra_versi__ke")
    )
    return {satu.indikator_id: satu for satu in semua}


def _target(rumusan: IndikatorVersi) -> str:
    milik = sorted(
        (satu for satu in rumusan.target.all() if satu.sumber == SumberTarget.RENSTRA),
        key=lambda satu: satu.tahun,
    )
    return "; ".join(
        f"{satu.tahun}: {angka_indikator(rumusan, satu.sebagai_nilai(), '', Asal('')).tampil}"
        for satu in milik
    )
