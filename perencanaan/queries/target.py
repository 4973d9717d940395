"""Which target counts: the one place that tells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import F, Q

from perencanaan.hitung.nilai import Nilai
from perencanaan.models import (
    PerjanjianKinerja,
    PkBaris,
    RenstraVersi,
    TargetTahunan,
    VersiAnggaran,
)
from perencanaan.models.anggaran import JenisAnggaran
from perencanaan.models.indikator import SumberTarget
from perencanaan.models.perjanjian import TingkatPk
from perencanaan.models.renstra import JENIS_STRATEGIS
from perencanaan.queries.renstra import versi_setiap_tahun
from perencanaan.queries.rujukan import rujukan_perjanjian, rujukan_renstra
from perencanaan.queries.saat import Saat, akhir_tahun, pada
from perencanaan.status import StatusRencana
from sakip.dokumen.angka import Rujukan
from sakip.organisasi.models import Unit

# for what stands on the budget tree, the newest budget document speaks first
URUTAN_ANGGARAN = (SumberTarget.DPPA, SumberTarget.DPA, SumberTarget.RENJA, SumberTarget.RENSTRA)


@dataclass(frozen=True)
class TargetBerlaku:
    """A target of a year, the document that sets it, and where that is stored."""

    nilai: Nilai
    sumber: str
    rujukan: Rujukan | None = field(default=None, compare=False)


def target_versi(versi: RenstraVersi) -> dict[tuple[int, int], TargetBerlaku]:
    """All targets that one wording of the Renstra itself sets, by (indikator id, tahun)."""
    baris = TargetTahunan.objects.filter(
        indikator_versi__renstra_versi=versi, sumber=SumberTarget.RENSTRA
    ).select_related("indikator_versi")
    return {
        (satu.indikator_versi.indikator_id, satu.tahun): TargetBerlaku(
            satu.sebagai_nilai(), str(versi), rujukan_renstra(versi)
        )
        for satu in baris
    }


def target_dokumen(
    versi: RenstraVersi, tahun: int, sumber: SumberTarget
) -> dict[int, TargetBerlaku]:
    """The targets of a year as one kind of document sets them, by indikator id."""
    baris = TargetTahunan.objects.filter(
        indikator_versi__renstra_versi=versi, tahun=tahun, sumber=sumber
    ).select_related("indikator_versi")
    sebutan = f"{sumber.label} {tahun}"
    return {
        satu.indikator_versi.indikator_id: TargetBerlaku(
            satu.sebagai_nilai(), sebutan, rujukan_renstra(versi)
        )
        for satu in baris
    }


def target_berlaku(
    unit: Unit, tahun: Iterable[int], tanggal: Saat = None, *, indikator: int | None = None
) -> dict[tuple[int, int], TargetBerlaku]:
    """The targets in force in each of the years, by (indikator id, tahun); of one `indikator`.

    In force on `tanggal`, or at the end of each year without one. The head's Perjanjian Kinerja speaks first;
    of what it does not name, the Renstra in force in that year, and on the budget tree the newest
    budget document. A reworded Renstra does not rewrite the past. Constant number of queries.
    """
    semua_tahun = list(tahun)
    versi = versi_setiap_tahun(unit, semua_tahun)
    return _target([unit.pk], semua_tahun, list(versi.items()), tanggal, indikator)


def target_setiap_unit(
    versi: Mapping[int, RenstraVersi],
    tahun: int,
    tanggal: Saat = None,
    *,
    indikator: int | None = None,
) -> dict[tuple[int, int], TargetBerlaku]:
    """`target_berlaku` of one year over several units, by the Renstra of each unit's id.

    An indikator is of one unit, so their keys never meet. Constant number of queries.
    """
    pasangan = [(tahun, satu) for satu in versi.values()]
    return _target(list(versi), [tahun], pasangan, tanggal, indikator)


def _target(
    unit: list[int],
    tahun: list[int],
    versi: list[tuple[int, RenstraVersi]],
    tanggal: Saat,
    indikator: int | None,
) -> dict[tuple[int, int], TargetBerlaku]:
    hasil = _target_rencana(unit, versi, tanggal, indikator)
    hasil.update(_target_perjanjian(unit, tahun, tanggal, indikator))
    return hasil


def perjanjian_setiap_tahun(
    unit: Unit, tahun: Iterable[int], tanggal: Saat = None
) -> dict[int, PerjanjianKinerja]:
    """The head's agreement last signed in each of the years that has one, in one query."""
    semua = _perjanjian([unit.pk], list(tahun), tanggal)
    return {satu.tahun: satu for satu in semua.values()}


def _perjanjian(
    unit: list[int], tahun: list[int], tanggal: Saat
) -> dict[tuple[int, int], PerjanjianKinerja]:
    """By unit and year."""
    semua = PerjanjianKinerja.objects.filter(
        unit__in=unit,
        tahun__in=tahun,
        tingkat=TingkatPk.ESELON_2,
        status=StatusRencana.DITETAPKAN,
    ).order_by("ke")
    return {
        (satu.unit_id, satu.tahun): satu
        for satu in semua
        if satu.tanggal_tanda_tangan
        and satu.tanggal_tanda_tangan <= (pada(tanggal, satu.tahun) or akhir_tahun(satu.tahun))
    }


def _target_perjanjian(
    unit: list[int], tahun: list[int], tanggal: Saat, indikator: int | None
) -> dict[tuple[int, int], TargetBerlaku]:
    perjanjian = {satu.pk: satu for satu in _perjanjian(unit, tahun, tanggal).values()}
    if not perjanjian:
        return {}
    # by unit and year rather than by agreement: the query is the same one whatever was signed
    baris = PkBaris.objects.filter(perjanjian__unit__in=unit, perjanjian__tahun__in=tahun)
    if indikator is not None:
        baris = baris.filter(indikator=indikator)
    return {
        (satu.indikator_id, milik.tahun): TargetBerlaku(
            satu.sebagai_nilai(), str(milik), rujukan_perjanjian(milik)
        )
        for satu in baris
        if (milik := perjanjian.get(satu.perjanjian_id))
    }


def _target_rencana(
    unit: list[int], versi: list[tuple[int, RenstraVersi]], tanggal: Saat, indikator: int | None
) -> dict[tuple[int, int], TargetBerlaku]:
    menurut = {satu.pk: satu for _, satu in versi}
    tahunnya: dict[int, list[RenstraVersi]] = {}
    for tahun, satu in versi:
        tahunnya.setdefault(tahun, []).append(satu)
    syarat = [
        Q(indikator_versi__renstra_versi__in=milik, tahun=tahun)
        for tahun, milik in tahunnya.items()
    ]
    if not syarat:
        return {}
    pilihan: dict[tuple[int, int], tuple[int, TargetTahunan, RenstraVersi]] = {}
    # of the wording and its node only what is asked below: both are wide
    baris = TargetTahunan.objects.filter(Q(*syarat, _connector=Q.OR)).annotate(
        indikator=F("indikator_versi__indikator"),
        rumusan=F("indikator_versi__renstra_versi"),
        jenis_simpul=F("indikator_versi__simpul__jenis"),
    )
    if indikator is not None:
        baris = baris.filter(indikator_versi__indikator=indikator)
    semua = list(baris)
    ada_perubahan = any(satu.sumber == SumberTarget.DPPA for satu in semua)
    berubah = _tahun_anggaran_berubah(unit, tahunnya, tanggal) if ada_perubahan else set()
    for target in semua:
        dokumen = menurut[target.rumusan]
        urutan = _urutan(
            SumberTarget(target.sumber),
            target.jenis_simpul,
            berubah=(dokumen.renstra.unit_id, target.tahun) in berubah,
        )
        kunci = (target.indikator, target.tahun)
        if urutan is not None and (kunci not in pilihan or urutan < pilihan[kunci][0]):
            pilihan[kunci] = (urutan, target, dokumen)
    return {
        kunci: TargetBerlaku(
            target.sebagai_nilai(), _sebutan(target, dokumen), rujukan_renstra(dokumen)
        )
        for kunci, (_, target, dokumen) in pilihan.items()
    }


def _urutan(sumber: SumberTarget, jenis_simpul: str, *, berubah: bool) -> int | None:
    """The place of a target among those of its indikator, 0 the first; None: not asked at all."""
    if jenis_simpul in JENIS_STRATEGIS:
        return 0 if sumber is SumberTarget.RENSTRA else None
    if sumber is SumberTarget.DPPA and not berubah:
        return None
    return URUTAN_ANGGARAN.index(sumber)


def _sebutan(target: TargetTahunan, versi: RenstraVersi) -> str:
    if target.sumber == SumberTarget.RENSTRA:
        return str(versi)
    return f"{target.get_sumber_display()} {target.tahun}"


def _tahun_anggaran_berubah(
    unit: list[int], tahun: Iterable[int], tanggal: Saat
) -> set[tuple[int, int]]:
    """Unit and year in which a changed budget (DPPA) is in force on the date, or at its end."""
    perubahan = VersiAnggaran.objects.filter(
        unit__in=unit, tahun__in=list(tahun), jenis=JenisAnggaran.PERUBAHAN
    )
    return {
        (satu.unit_id, satu.tahun)
        for satu in perubahan
        if (hari := pada(tanggal, satu.tahun)) is None
        or (satu.tanggal is not None and satu.tanggal <= hari)
    }
