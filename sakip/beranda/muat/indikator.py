"""An indikator in a version of the Renstra, whichever tree it stands on."""

from typing import Any

from perencanaan.models import (
    IndikatorVersi,
    PenanggungJawab,
    Simpul,
    TargetTahunan,
    Variabel,
)
from perencanaan.models.indikator import SumberTarget
from sakip.beranda.muat.bentuk import BentukIndikator, Isian
from sakip.beranda.muat.nilai import isi_target
from sakip.beranda.muat.tempat import Tempat


def pasang_rumusan(tempat: Tempat, simpul: Simpul, kunci: str, **isi: Any) -> IndikatorVersi:
    """How the version of this node words the indikator `kunci`, next in its order."""
    versi = simpul.renstra_versi
    return tempat.pasang(
        IndikatorVersi,
        {"indikator": tempat.indikator(kunci), "renstra_versi": versi},
        simpul=simpul,
        urutan=tempat.urutan_indikator(versi),
        **isi,
    )


def pasang_target(
    tempat: Tempat,
    rumusan: IndikatorVersi,
    tahun: int,
    sumber: SumberTarget,
    isian: Isian,
    alasan: str = "",
) -> None:
    tempat.pasang(
        TargetTahunan,
        {"indikator_versi": rumusan, "tahun": tahun, "sumber": sumber.value},
        **isi_target(isian, alasan),
    )


def pasang_variabel(tempat: Tempat, rumusan: IndikatorVersi, bentuk: BentukIndikator) -> None:
    for urutan, satu in enumerate(bentuk.variabel, start=1):
        tempat.pasang(
            Variabel,
            {"indikator_versi": rumusan, "nama": satu.nama},
            label=satu.label,
            satuan=satu.satuan,
            sumber_data=satu.sumber_data,
            urutan=urutan,
        )


def pasang_penanggung_jawab(
    tempat: Tempat, rumusan: IndikatorVersi, pengisi: str, lain: tuple[str, ...] = ()
) -> None:
    """The unit that enters, and others that answer; of two that enter the file's remains."""
    if not pengisi:
        return
    milik = PenanggungJawab.objects.filter(indikator_versi=rumusan, mengisi=True)
    for lama in milik.exclude(unit__kode=pengisi):
        tempat.pasang(PenanggungJawab, {"pk": lama.pk}, mengisi=False)
    for kode in (*lain, pengisi):
        tempat.pasang(
            PenanggungJawab,
            {"indikator_versi": rumusan, "unit": tempat.bagian[kode]},
            mengisi=kode == pengisi,
        )
