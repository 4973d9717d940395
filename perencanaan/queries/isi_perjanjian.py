"""What a Perjanjian Kinerja says, with the one before it and the plan that belongs to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from perencanaan.hitung.nilai import Nilai
from perencanaan.models import (
    IndikatorVersi,
    PerjanjianKinerja,
    PkBaris,
    PkProgram,
    RencanaAksi,
    VersiAnggaran,
)
from perencanaan.models.anggaran import JenisAnggaran
from perencanaan.models.indikator import SumberTarget
from perencanaan.models.perjanjian import TingkatPk
from perencanaan.models.renstra import JENIS_ANGGARAN
from perencanaan.queries.anggaran import PohonAnggaran, pohon_anggaran
from perencanaan.queries.rencana_aksi import RencanaPeriode, isi_rencana
from perencanaan.queries.renstra import indikator_renstra, versi_renstra, versi_setiap_tahun
from perencanaan.queries.saat import akhir_tahun
from perencanaan.queries.target import target_dokumen
from perencanaan.status import StatusRencana
from sakip.dokumen.models import DokumenBerkas
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit


@dataclass(frozen=True)
class IsiRencana:
    """The Rencana Aksi of an agreement, by indikator id, with how the Renstra words each."""

    rencana: RencanaAksi
    periode: Mapping[int, RencanaPeriode]
    rumusan: Mapping[int, IndikatorVersi]


@dataclass(frozen=True)
class IsiPerjanjian:
    """An agreement with its own rows, which cannot change once it is signed.

    `sebelum` is the agreement that this one changes, with its rows by indikator id.
    """

    perjanjian: PerjanjianKinerja
    baris: tuple[PkBaris, ...]
    program: tuple[PkProgram, ...]
    sebelum: PerjanjianKinerja | None
    baris_sebelum: Mapping[int, PkBaris]
    rencana: IsiRencana | None

    @property
    def nama_unit(self) -> str:
        """As it was called when the agreement was signed."""
        beku = self.perjanjian.dokumen.konteks if self.perjanjian.dokumen else {}
        return str(beku.get("unit") or self.perjanjian.unit.nama)


def perjanjian_dicetak(unit: Unit, tahun: int, ke: int | None) -> PerjanjianKinerja:
    """The head's agreement in force at the end of a year, or the one of that number.

    Raises TidakAda.
    """
    semua = PerjanjianKinerja.objects.filter(unit=unit, tahun=tahun, tingkat=TingkatPk.ESELON_2)
    pilihan = (
        PerjanjianKinerja.objects.berlaku(unit, tahun, akhir_tahun(tahun))
        if ke is None
        else semua.filter(ke=ke)
    )
    perjanjian = _dengan_milik(pilihan).first()
    if perjanjian is not None:
        return perjanjian
    ada = ", ".join(str(satu) for satu in semua.order_by("ke").values_list("ke", flat=True))
    if not ada:
        raise TidakAda(f"{unit.nama} belum mempunyai Perjanjian Kinerja tahun {tahun}.")
    if ke is None:
        raise TidakAda(
            f"Perjanjian Kinerja {unit.nama} tahun {tahun} belum ditetapkan. "
            f"Yang ada, dan dapat dicetak sebagai draf menurut versinya: {ada}."
        )
    raise TidakAda(
        f"Versi {ke} Perjanjian Kinerja {unit.nama} tahun {tahun} tidak ada. Yang ada: {ada}."
    )


def perjanjian_pimpinan(unit: Unit, tahun: int) -> tuple[PerjanjianKinerja, ...]:
    """All that the head signed in a year, in their order."""
    milik = PerjanjianKinerja.objects.filter(
        unit=unit, tahun=tahun, tingkat=TingkatPk.ESELON_2, status=StatusRencana.DITETAPKAN
    )
    return tuple(_dengan_milik(milik).order_by("ke"))


def _dengan_milik(pilihan: QuerySet[PerjanjianKinerja]) -> QuerySet[PerjanjianKinerja]:
    return pilihan.select_related(
        "unit__pemda", "unit__perangkat_daerah", "dokumen", "anggaran_sebelum", "anggaran_sesudah"
    )


def perjanjian_setahun(unit: Unit, tahun: int) -> tuple[PerjanjianKinerja, ...]:
    """All agreements of the head in a year in their order, drafts too; in one query."""
    milik = PerjanjianKinerja.objects.filter(unit=unit, tahun=tahun, tingkat=TingkatPk.ESELON_2)
    return tuple(_dengan_milik(milik).order_by("ke"))


def perjanjian_berlaku(semua: Sequence[PerjanjianKinerja]) -> PerjanjianKinerja | None:
    """Of those of a year the one in force at its end; where none was set, the last written."""
    tetap = [
        satu
        for satu in semua
        if satu.status == StatusRencana.DITETAPKAN
        and satu.tanggal_tanda_tangan
        and satu.tanggal_tanda_tangan <= akhir_tahun(satu.tahun)
    ]
    return next(iter((tetap or list(semua))[-1:]), None)


def bentuk_terbit(perjanjian: PerjanjianKinerja) -> tuple[str, ...]:
    """The forms, such as pdf, in which the agreement was issued; often none but its data."""
    milik = DokumenBerkas.objects.filter(dokumen=perjanjian.dokumen_id)
    return tuple(milik.values_list("bentuk", flat=True))


def isi_perjanjian(perjanjian: PerjanjianKinerja, *, dengan_rencana: bool = True) -> IsiPerjanjian:
    """The number of queries does not grow with the rows."""
    sebelum = _sebelum(perjanjian)
    baris_sebelum = sebelum.baris.all() if sebelum is not None else ()
    return IsiPerjanjian(
        perjanjian=perjanjian,
        baris=tuple(perjanjian.baris.order_by("urutan")),
        program=tuple(perjanjian.program.select_related("simpul").order_by("urutan")),
        sebelum=sebelum,
        baris_sebelum={satu.indikator_id: satu for satu in baris_sebelum},
        rencana=_rencana(perjanjian) if dengan_rencana else None,
    )


def _sebelum(perjanjian: PerjanjianKinerja) -> PerjanjianKinerja | None:
    """The agreement of the same post and year just before this one."""
    milik = PerjanjianKinerja.objects.filter(
        unit=perjanjian.unit_id,
        tahun=perjanjian.tahun,
        tingkat=perjanjian.tingkat,
        ke__lt=perjanjian.ke,
    )
    if perjanjian.tingkat != TingkatPk.ESELON_2:
        milik = milik.filter(jabatan=perjanjian.jabatan)
    return milik.order_by("-ke").first()


def _rencana(perjanjian: PerjanjianKinerja) -> IsiRencana | None:
    """The plan last set for this agreement; where none is set yet, the last one written."""
    semua = list(RencanaAksi.objects.filter(perjanjian=perjanjian).order_by("ke"))
    tetap = [satu for satu in semua if satu.status == StatusRencana.DITETAPKAN]
    if not semua:
        return None
    rencana = (tetap or semua)[-1]
    pemilik = perjanjian.unit.perangkat_daerah or perjanjian.unit
    versi = versi_setiap_tahun(pemilik, [rencana.tahun])
    rumusan = IndikatorVersi.objects.filter(renstra_versi__in=list(versi.values()))
    return IsiRencana(
        rencana=rencana,
        periode=isi_rencana(rencana),
        rumusan={satu.indikator_id: satu for satu in rumusan.select_related("simpul")},
    )


@dataclass(frozen=True)
class IsiRincian:
    """The budget tree as the DPA or DPPA of a version sets its indikator and targets."""

    anggaran: VersiAnggaran
    dokumen: SumberTarget
    pohon: PohonAnggaran
    indikator: Mapping[int, tuple[IndikatorVersi, ...]]
    target: Mapping[int, Nilai]


def isi_rincian(
    unit: Unit, anggaran: VersiAnggaran, pohon: PohonAnggaran | None = None
) -> IsiRincian:
    """A changed budget is set by the DPPA, any other by the DPA. Raises TidakAda without a Renstra.

    Who has read the tree of that year already gives it.
    """
    pohon = pohon or pohon_anggaran(versi_renstra(unit, anggaran.tahun), unit, anggaran.tahun)
    berubah = anggaran.jenis == JenisAnggaran.PERUBAHAN
    dokumen = SumberTarget.DPPA if berubah else SumberTarget.DPA
    indikator: dict[int, tuple[IndikatorVersi, ...]] = {}
    for satu in indikator_renstra(pohon.renstra, JENIS_ANGGARAN):
        indikator[satu.simpul_id] = (*indikator.get(satu.simpul_id, ()), satu)
    target = target_dokumen(pohon.renstra, anggaran.tahun, dokumen)
    return IsiRincian(
        anggaran=anggaran,
        dokumen=dokumen,
        pohon=pohon,
        indikator=indikator,
        target={tanda: satu.nilai for tanda, satu in target.items()},
    )
