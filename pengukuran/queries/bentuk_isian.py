"""What the rows of the entry grid are: cells, what a figure is held against, the whole sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pengukuran.hitung.capaian import Capaian
from pengukuran.hitung.kolom import Kolom
from pengukuran.models import Pengembalian, Realisasi
from pengukuran.queries.jendela_isian import JendelaIsian
from pengukuran.queries.sel import BahanSel
from pengukuran.queries.usulan import Usulan
from pengukuran.status import StatusRealisasi, SumberRealisasi
from perencanaan.hitung.nilai import JENIS_REALISASI, Nilai
from perencanaan.hitung.periode import Cara, HasilPeriode
from perencanaan.models import IndikatorVersi, RenstraVersi
from sakip.dokumen.angka import PernyataanKembali, Rujukan
from sakip.lib.izin import Izin
from sakip.organisasi.models import Unit

# of figures and states; a draft without one is none of them
BERISI = frozenset(satu.value for satu in JENIS_REALISASI)


@dataclass(frozen=True)
class SelIsian:
    """One cell: what is stored, and what this person typed that is not, with the reason."""

    kolom: str
    isi: str
    ketikan: str | None = None
    pesan: str = ""

    @property
    def teks(self) -> str:
        """What belongs into the box."""
        return self.isi if self.ketikan is None else self.ketikan


@dataclass(frozen=True)
class UkuranIsian:
    """What a figure is held against: its own period, and everything up to its end.

    Figures of every status count, so that whoever enters sees what they make. `kembali` are the
    corrections of those that `hasil` reads.
    """

    target: Nilai | None
    hasil: HasilPeriode
    capaian: Capaian
    cara: Cara
    sumber: str
    rujukan: Rujukan | None
    wajib: bool
    kembali: tuple[PernyataanKembali, ...] = ()


@dataclass(frozen=True)
class BarisIsian:
    """An indikator in one period. `milik` says whether this person enters it, `izin` whether now.

    `kembali` are the corrections of the figures beside the box and in it, by their realisasi,
    `usulan` what another part of the cycle proposes.
    """

    bahan: BahanSel
    bulan: int
    realisasi: Realisasi | None
    ukuran: UkuranIsian
    milik: Izin
    izin: Izin
    sel: Mapping[str, SelIsian]
    lalu: Realisasi | None
    tahun_lalu: Realisasi | None
    pengembalian: tuple[Pengembalian, ...]
    bukti: int
    kembali: Mapping[int, tuple[PernyataanKembali, ...]] = field(default_factory=dict)
    usulan: Usulan | None = None

    @property
    def rumusan(self) -> IndikatorVersi:
        return self.bahan.rumusan

    @property
    def indikator(self) -> int:
        return self.rumusan.indikator_id

    @property
    def status(self) -> StatusRealisasi | None:
        return None if self.realisasi is None else StatusRealisasi(self.realisasi.status)

    @property
    def terisi(self) -> bool:
        return self.realisasi is not None and self.realisasi.jenis in BERISI

    @property
    def usulan_dipakai(self) -> bool:
        """Whether the stored figure is the one that is proposed."""
        milik = self.realisasi
        return (
            milik is not None
            and self.usulan is not None
            and milik.sumber == SumberRealisasi.SISTEM
            and self.sel[Kolom.NILAI].isi == self.usulan.teks
        )

    @property
    def wajib(self) -> bool:
        return self.ukuran.wajib

    @property
    def belum_tersimpan(self) -> bool:
        return any(satu.ketikan is not None for satu in self.sel.values())


@dataclass(frozen=True)
class LembarIsian:
    """`baris` are shown, of `semua` in the triwulan; with `sendiri` those that this person enters.

    `banyaknya` counts the rows that each triwulan would show; `sekretariat` says that this person
    also sets where figures are proposed from.
    """

    unit: Unit
    tahun: int
    triwulan: int
    versi: RenstraVersi
    jendela: JendelaIsian
    baris: tuple[BarisIsian, ...]
    semua: tuple[BarisIsian, ...]
    banyaknya: Mapping[int, int]
    sendiri: bool
    sekretariat: bool = False

    @property
    def kunci(self) -> tuple[tuple[int, int], ...]:
        """Indikator and month of each row."""
        return tuple((satu.indikator, satu.bulan) for satu in self.baris)
