"""Where an example is put, and under whose names."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any, TypeVar

from django.db.models import Model

from perencanaan.models import Indikator, RenstraVersi, Simpul
from sakip.beranda.muat.pasang import Pemasang, identitas
from sakip.organisasi.models import Penempatan, Pengguna, Unit

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Pencatat:
    """The people under whose names the figures stand and the agreements are signed.

    `bidang` names by unit who enters its figures; of other units `pengisi` does. The first of
    `sekretariat` who did not enter a figure verifies it.
    """

    pengisi: Pengguna
    bidang: Mapping[str, Pengguna]
    sekretariat: tuple[Pengguna, ...]
    penetap: Pengguna
    inspektorat: Pengguna | None = None

    @property
    def perencana(self) -> Pengguna:
        return self.sekretariat[0]

    def pengisi_dari(self, unit: str) -> Pengguna:
        return self.bidang.get(unit, self.pengisi)

    def verifikator_dari(self, pengisi: Pengguna) -> Pengguna:
        return next(satu for satu in self.sekretariat if satu != pengisi)


@dataclass(frozen=True)
class Tempat:
    """The unit of the example with its parts and officials, and the writer of rows."""

    unit: Unit
    bagian: Mapping[str, Unit]
    pejabat: tuple[Penempatan, ...]
    pencatat: Pencatat
    pemasang: Pemasang
    _indikator: dict[str, Indikator] = field(default_factory=dict)
    _urutan: dict[int, Iterator[int]] = field(default_factory=lambda: defaultdict(lambda: count(1)))

    def pasang(self, model: type[M], kunci: dict[str, Any], **isi: Any) -> M:
        return self.pemasang.pasang(model, kunci, **isi)

    def indikator(self, kunci: str) -> Indikator:
        """The identity that a word of the file names, the same in every version."""
        if kunci not in self._indikator:
            tanda = identitas(self.unit.kode, "indikator", kunci)
            self._indikator[kunci] = self.pasang(Indikator, {"identitas": tanda}, unit=self.unit)
        return self._indikator[kunci]

    def simpul(self, versi: RenstraVersi, jenis: str, kunci: str, **isi: Any) -> Simpul:
        tanda = identitas(self.unit.kode, jenis, kunci)
        return self.pasang(Simpul, {"renstra_versi": versi, "identitas": tanda}, jenis=jenis, **isi)

    def urutan_indikator(self, versi: RenstraVersi) -> int:
        """The next place in the order of a version's indikator."""
        return next(self._urutan[versi.pk])

    def pemimpin(self, hari: date) -> Penempatan:
        return self._menjabat(hari, di_pemda=False)

    def kepala_daerah(self, hari: date) -> Penempatan:
        return self._menjabat(hari, di_pemda=True)

    def _menjabat(self, hari: date, *, di_pemda: bool) -> Penempatan:
        calon = [p for p in self.pejabat if (p.unit_id is None) == di_pemda and p.dari <= hari]
        return max(calon, key=lambda satu: satu.dari)
