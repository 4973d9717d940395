"""The achievement table of a unit and year, as pages and reports read it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pengukuran.hitung.capaian import Aturan, Capaian, hitung_capaian
from pengukuran.hitung.kategori import AturanCelah, Jenjang, cari_kategori
from pengukuran.models import Realisasi
from perencanaan.hitung.nilai import Nilai
from perencanaan.models import IndikatorVersi, RenstraVersi, Simpul
from perencanaan.models.dasar import Frekuensi
from perencanaan.models.indikator import Cara
from perencanaan.models.renstra import JENIS_STRATEGIS
from perencanaan.queries import (
    indikator_renstra,
    target_berlaku,
    versi_renstra,
)
from sakip.organisasi.models import Skala, Unit

BULAN_SETAHUN = 12


# A figure of the last quarter must not pass for the year's.
BELUM_SETAHUN = "Realisasi per periode dengan cara ini belum dapat dijadikan angka setahun."


def _setahun_dari_bulan_12(indikator: IndikatorVersi) -> bool:
    """Whether the row of December alone is the year: yearly, or of a kind whose last row counts."""
    return indikator.frekuensi == Frekuensi.TAHUNAN or indikator.cara in {
        Cara.KUMULATIF,
        Cara.TERAKHIR,
    }


@dataclass(frozen=True)
class SkalaBerlaku:
    """The pemda's scale of a year; without one, capaian has no kategori."""

    nama: str
    sumber: str
    jenjang: tuple[Jenjang, ...]
    celah: AturanCelah


@dataclass(frozen=True)
class BarisCapaian:
    """One indikator in one year: what was promised, what was reached."""

    indikator: IndikatorVersi
    tahun: int
    target: Nilai | None
    sumber_target: str
    realisasi: Nilai | None
    hasil: Capaian
    kategori: Jenjang | None

    @property
    def simpul(self) -> Simpul:
        return self.indikator.simpul


@dataclass(frozen=True)
class TabelCapaian:
    """The achievement of a unit by indikator, in the Renstra's order, for one or more years."""

    unit: Unit
    versi: RenstraVersi
    skala: SkalaBerlaku
    tahun: tuple[int, ...]
    baris: dict[int, tuple[BarisCapaian, ...]]

    def setahun(self, tahun: int) -> tuple[BarisCapaian, ...]:
        return self.baris[tahun]


def skala_berlaku(unit: Unit, tahun: int) -> SkalaBerlaku:
    celah = AturanCelah(unit.pemda.aturan_kategori)
    skala = Skala.objects.berlaku(unit.pemda, tahun).first()
    if skala is None:
        return SkalaBerlaku("", "", (), celah)
    jenjang = tuple(Jenjang(b.nama, b.warna, b.di_atas) for b in skala.batas.all())
    return SkalaBerlaku(skala.nama, skala.sumber, jenjang, celah)


def tabel_capaian(
    unit: Unit,
    tahun: int,
    *,
    tahun_pembanding: Sequence[int] = (),
    jenis: Iterable[str] = JENIS_STRATEGIS,
) -> TabelCapaian:
    """Capaian of every indikator of the given jenis of simpul, by the Renstra in force in `tahun`.

    Years of comparison use the same indikator by identity. Only approved realisasi counts.
    Raises TidakAda when no Renstra is in force. The number of queries does not grow with rows or
    years.
    """
    versi = versi_renstra(unit, tahun)
    semua_tahun = (tahun, *tahun_pembanding)
    indikator = indikator_renstra(versi, jenis)
    target = target_berlaku(unit, semua_tahun)
    realisasi = _realisasi_setahun(unit, semua_tahun)
    skala = skala_berlaku(unit, tahun)
    batas = unit.pemda.batas_capaian
    batas_desimal = None if batas is None else Decimal(batas)

    def baris(butir: IndikatorVersi, tahun: int) -> BarisCapaian:
        kunci = (butir.indikator_id, tahun)
        milik = target.get(kunci)
        sasaran = milik.sebagai_nilai() if milik else None
        sumber = str(milik.indikator_versi.renstra_versi) if milik else ""
        nyata = realisasi[kunci].sebagai_nilai() if kunci in realisasi else None
        hasil = hitung_capaian(sasaran, nyata, Aturan(butir.aturan), batas_desimal)
        if nyata is not None and not _setahun_dari_bulan_12(butir):
            hasil = Capaian(hasil.aturan, alasan=BELUM_SETAHUN)
        kategori = cari_kategori(hasil.dipakai, skala.jenjang, skala.celah)
        return BarisCapaian(butir, tahun, sasaran, sumber, nyata, hasil, kategori)

    return TabelCapaian(
        unit=unit,
        versi=versi,
        skala=skala,
        tahun=semua_tahun,
        baris={t: tuple(baris(butir, t) for butir in indikator) for t in semua_tahun},
    )


def _realisasi_setahun(unit: Unit, tahun: Iterable[int]) -> dict[tuple[int, int], Realisasi]:
    # The row of month 12 is the year's: for a yearly indikator it is the only one. Making the
    # year out of finer periods comes with Rencana Aksi.
    baris = Realisasi.objects.sah().filter(unit=unit, tahun__in=list(tahun), bulan=BULAN_SETAHUN)
    return {(r.indikator_id, r.tahun): r for r in baris}


def tahun_terukur(unit: Unit) -> int | None:
    """The newest year of which any realisasi was approved."""
    return (
        Realisasi.objects.sah()
        .filter(unit=unit)
        .order_by("-tahun")
        .values_list("tahun", flat=True)
        .first()
    )
