"""The budget tree of a unit and year, and what of it supports which indikator."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from perencanaan.hitung.pagu import Selisih, jumlahkan_pohon
from perencanaan.models import (
    Dukungan,
    JenisBelanja,
    Pagu,
    RenstraVersi,
    Simpul,
    VersiAnggaran,
)
from perencanaan.models.renstra import JENIS_ANGGARAN
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit


def dukungan_indikator(versi: RenstraVersi, tahun: int) -> dict[int, set[int]]:
    """The nodes of the budget tree that support each indikator in a year, by their ids."""
    hasil: dict[int, set[int]] = {}
    baris = Dukungan.objects.filter(simpul__renstra_versi=versi, tahun=tahun, menunjang=True)
    for indikator, simpul in baris.values_list("indikator", "simpul"):
        hasil.setdefault(indikator, set()).add(simpul)
    return hasil


@dataclass(frozen=True)
class PohonAnggaran:
    """The budget tree of a version of the Renstra, with the pagu of every version of a year.

    `pagu[ke][simpul id]` is in rupiah and already summed from the parts; a node of which nothing
    is known is absent. `belanja` are the codes of belanja, each with the one above it.
    """

    renstra: RenstraVersi
    tahun: int
    simpul: tuple[Simpul, ...]
    induk: dict[int, int | None]
    versi: tuple[VersiAnggaran, ...]
    pagu: dict[int, dict[int, Decimal]]
    selisih: dict[int, tuple[Selisih[int], ...]]
    selisih_belanja: dict[int, tuple["SelisihBelanja", ...]]
    belanja: Mapping[str, str | None]

    @cached_property
    def _bawahan(self) -> Mapping[int | None, list[Simpul]]:
        hasil: dict[int | None, list[Simpul]] = {}
        for satu in self.simpul:
            hasil.setdefault(satu.induk_id, []).append(satu)
        return hasil

    def anak(self, simpul: Simpul) -> tuple[Simpul, ...]:
        return tuple(self._bawahan.get(simpul.pk, ()))

    def berurutan(self) -> list[tuple[Simpul, int]]:
        """Each root followed by what is below it, with its depth."""
        hasil: list[tuple[Simpul, int]] = []

        def telusuri(simpul: Simpul, tingkat: int) -> None:
            hasil.append((simpul, tingkat))
            for anak in self.anak(simpul):
                telusuri(anak, tingkat + 1)

        for simpul in self.simpul:
            if self.induk[simpul.pk] is None:
                telusuri(simpul, 0)
        return hasil

    def berlaku(self, tanggal: date | None = None) -> VersiAnggaran:
        """The version in force on a date, or at the end of the year.

        A version whose date is unknown is in force only at the end, when nothing follows it.
        Raises TidakAda.
        """
        calon = [v for v in self.versi if tanggal is None or (v.tanggal and v.tanggal <= tanggal)]
        if not calon:
            raise TidakAda(f"Belum ada anggaran tahun {self.tahun} yang berlaku.")
        return calon[-1]


@dataclass(frozen=True)
class SelisihBelanja:
    """An amount entered for a node as a whole which its jenis belanja do not sum to (rupiah)."""

    simpul: int
    sumber_dana: str
    belanja: Selisih[str]


def pohon_anggaran(versi: RenstraVersi, unit: Unit, tahun: int) -> PohonAnggaran:
    """Everything the budget tables of a unit and year need, in four queries."""
    return pohon_setiap_unit({unit.pk: versi}, tahun)[unit.pk]


def pohon_setiap_unit(versi: Mapping[int, RenstraVersi], tahun: int) -> dict[int, PohonAnggaran]:
    """The same of several units, by the Renstra of each unit's id; in four queries too."""
    simpul: dict[int, list[Simpul]] = {satu.pk: [] for satu in versi.values()}
    for satu in Simpul.objects.filter(
        renstra_versi__in=list(simpul), jenis__in=JENIS_ANGGARAN
    ).order_by("urutan", "kode", "pk"):
        simpul[satu.renstra_versi_id].append(satu)
    anggaran: dict[int, list[VersiAnggaran]] = {unit: [] for unit in versi}
    for milik in VersiAnggaran.objects.filter(unit__in=list(versi), tahun=tahun).order_by("ke"):
        anggaran[milik.unit_id].append(milik)
    rincian: dict[int, list[Rincian]] = {v.pk: [] for isi in anggaran.values() for v in isi}
    for baris in Pagu.objects.filter(versi_anggaran__in=list(rincian)):
        rincian[baris.versi_anggaran_id].append(
            Rincian(
                baris.simpul_id,
                baris.sumber_dana,
                str(baris.jenis_belanja_id),
                Decimal(baris.jumlah),
            )
        )
    kode = dict(JenisBelanja.objects.values_list("kode", "induk"))
    return {
        unit: _pohon(satu, tahun, simpul[satu.pk], anggaran[unit], rincian, kode)
        for unit, satu in versi.items()
    }


def _pohon(
    renstra: RenstraVersi,
    tahun: int,
    simpul: list[Simpul],
    anggaran: list[VersiAnggaran],
    rincian: Mapping[int, "list[Rincian]"],
    kode: Mapping[str, str | None],
) -> PohonAnggaran:
    milik = {s.pk for s in simpul}
    # a program may hang under a sasaran; on the budget tree it is a root
    induk = {s.pk: s.induk_id if s.induk_id in milik else None for s in simpul}
    sendiri = {v.ke: jumlah_simpul(rincian[v.pk], kode) for v in anggaran}
    hasil = {ke: jumlahkan_pohon(induk, jumlah) for ke, (jumlah, _) in sendiri.items()}
    return PohonAnggaran(
        renstra=renstra,
        tahun=tahun,
        simpul=tuple(simpul),
        induk=induk,
        versi=tuple(anggaran),
        pagu={ke: pagu for ke, (pagu, _) in hasil.items()},
        selisih={ke: selisih for ke, (_, selisih) in hasil.items()},
        selisih_belanja={ke: selisih for ke, (_, selisih) in sendiri.items()},
        belanja=kode,
    )


@dataclass(frozen=True)
class Rincian:
    """One amount of a node in rupiah, by where the money comes from and what it is spent on."""

    simpul: int
    sumber_dana: str
    belanja: str
    jumlah: Decimal


def jumlah_simpul(
    rincian: Iterable[Rincian], kode: Mapping[str, str | None]
) -> tuple[dict[int, Decimal], tuple[SelisihBelanja, ...]]:
    """What each node holds of its own, in rupiah, over its sources and jenis belanja.

    Along the codes of belanja the rule is that of the tree: the parts where there are any, else
    the whole; where both are there and differ, that is told.
    """
    kelompok: dict[tuple[int, str], dict[str, Decimal]] = {}
    for satu in rincian:
        isi = kelompok.setdefault((satu.simpul, satu.sumber_dana), {})
        isi[satu.belanja] = isi.get(satu.belanja, Decimal(0)) + satu.jumlah
    jumlah: dict[int, Decimal] = {}
    beda: list[SelisihBelanja] = []
    for (simpul, dana), isi in kelompok.items():
        nilai, selisih = jumlahkan_pohon(kode, isi)
        akar = (nilai[satu] for satu, atas in kode.items() if atas is None and satu in nilai)
        jumlah[simpul] = jumlah.get(simpul, Decimal(0)) + sum(akar, Decimal(0))
        beda += [SelisihBelanja(simpul, dana, satu) for satu in selisih]
    return jumlah, tuple(beda)
