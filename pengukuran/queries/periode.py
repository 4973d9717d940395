"""What the periods of each indikator make of a year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pengukuran.models import Realisasi
from pengukuran.queries.kembali import KoreksiMenurutRealisasi, nyatakan, sebut_realisasi
from perencanaan.hitung.masa import BULAN_SETAHUN, Frekuensi
from perencanaan.hitung.periode import (
    Cara,
    HasilPeriode,
    Periode,
    gabungkan_periode,
    periode_wajib,
)
from perencanaan.models import IndikatorVersi
from perencanaan.queries.rencana_aksi import RencanaPeriode
from perencanaan.queries.target import TargetBerlaku
from sakip.dokumen.angka import PernyataanKembali, Rujukan
from sakip.organisasi.models import Unit

Kunci = tuple[int, int]


@dataclass(frozen=True)
class BahanSetahun:
    """Everything that is known of the indikator of a unit in some years, by (indikator, tahun).

    `koreksi` are the corrections by the id of the realisasi, told in days of `zona`.
    """

    target: Mapping[Kunci, TargetBerlaku]
    rencana: Mapping[Kunci, RencanaPeriode]
    realisasi: Mapping[Kunci, tuple[Realisasi, ...]]
    koreksi: KoreksiMenurutRealisasi = field(default_factory=dict)
    zona: str = "UTC"

    def ada(self, kunci: Kunci) -> bool:
        return kunci in self.target or kunci in self.realisasi

    def rujukan(self, indikator: IndikatorVersi, kunci: Kunci, sampai: int) -> tuple[Rujukan, ...]:
        """The rows that `hasil` reads."""
        dibaca = self._dibaca(indikator, kunci, sampai)
        return tuple(satu for baris in dibaca for satu in rujukan_baris(baris))

    def kembali(
        self, indikator: IndikatorVersi, kunci: Kunci, sampai: int
    ) -> tuple[PernyataanKembali, ...]:
        """What was restated of the rows that `hasil` reads."""
        dibaca = self._dibaca(indikator, kunci, sampai)
        return nyatakan(indikator, dibaca, self.koreksi, self.zona)

    def _dibaca(self, indikator: IndikatorVersi, kunci: Kunci, sampai: int) -> list[Realisasi]:
        baris = _sefrekuensi(self.realisasi.get(kunci, ()), Frekuensi(indikator.frekuensi))
        return [satu for satu in baris if satu.bulan <= sampai]

    def hasil(self, indikator: IndikatorVersi, kunci: Kunci, sampai: int) -> HasilPeriode:
        """Target and realisasi from January until the end of a month.

        Without a Rencana Aksi the year's target is the only one, due at its end. Rows of another
        frekuensi than the indikator's are left out; `periksa` reports them.
        """
        frekuensi = Frekuensi(indikator.frekuensi)
        baris = [
            Periode(satu.bulan, satu.sebagai_nilai())
            for satu in _sefrekuensi(self.realisasi.get(kunci, ()), frekuensi)
        ]
        target, frekuensi_target = self._target(kunci)
        return gabungkan_periode(
            self.cara(indikator, kunci),
            target,
            baris,
            frekuensi=frekuensi,
            frekuensi_target=frekuensi_target,
            sampai=sampai,
        )

    def cara(self, indikator: IndikatorVersi, kunci: Kunci) -> Cara:
        """How its periods make the year: as the Rencana Aksi says, else the indikator."""
        rencana = self.rencana.get(kunci)
        return rencana.cara if rencana else Cara(indikator.cara)

    def wajib(self, indikator: IndikatorVersi, kunci: Kunci) -> tuple[int, ...]:
        """The last months of the periods in which a realisasi is due: the plan alone tells."""
        target, frekuensi_target = self._target(kunci)
        return periode_wajib(target, Frekuensi(indikator.frekuensi), frekuensi_target)

    def _target(self, kunci: Kunci) -> tuple[Sequence[Periode], Frekuensi]:
        rencana = self.rencana.get(kunci)
        if rencana is not None and rencana.target:
            return rencana.target, rencana.frekuensi
        setahun = self.target.get(kunci)
        periode = [Periode(BULAN_SETAHUN, setahun.nilai)] if setahun else []
        return periode, Frekuensi.TAHUNAN


def _sefrekuensi(baris: Iterable[Realisasi], frekuensi: Frekuensi) -> list[Realisasi]:
    return [satu for satu in baris if satu.frekuensi == frekuensi]


def rujukan_baris(milik: Realisasi) -> tuple[Rujukan, ...]:
    """The row of a period, and what its figure was taken from where the system proposed it."""
    jenis, _, pk = milik.rujukan_sumber.partition(":")
    if not pk.isdigit():
        return (rujukan_realisasi(milik),)
    return rujukan_realisasi(milik), Rujukan(jenis, int(pk), milik.catatan_sumber)


def rujukan_realisasi(milik: Realisasi) -> Rujukan:
    """A period's row, with who entered and verified it."""
    orang = [f"diisi {milik.diisi_oleh}"]
    if milik.diverifikasi_oleh is not None:
        orang.append(f"diverifikasi {milik.diverifikasi_oleh}")
    if milik.catatan_sumber:
        orang.append(milik.catatan_sumber)
    return Rujukan(
        Realisasi._meta.label_lower,
        milik.pk,
        sebut_realisasi(milik),
        "; ".join(orang),
    )


def realisasi_sah(unit: Unit, tahun: Iterable[int]) -> dict[Kunci, tuple[Realisasi, ...]]:
    """The approved rows of each indikator and year, in one query."""
    hasil: dict[Kunci, list[Realisasi]] = {}
    sah = Realisasi.objects.sah().filter(unit=unit, tahun__in=list(tahun))
    for satu in sah.select_related("diisi_oleh", "diverifikasi_oleh").order_by("bulan"):
        hasil.setdefault((satu.indikator_id, satu.tahun), []).append(satu)
    return {kunci: tuple(baris) for kunci, baris in hasil.items()}
