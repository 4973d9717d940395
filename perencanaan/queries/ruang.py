"""Where a person works."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from perencanaan.queries.renstra import tahun_setiap_unit
from perencanaan.queries.saat import TRIWULAN
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna, Unit, Wilayah
from sakip.web.tunggal import satu_baris

# the years of units, by their ids, in which there is something to read without a Renstra
TahunLain = Callable[[Iterable[Unit]], Mapping[int, Iterable[int]]]
_TAHUN_LAIN: list[TahunLain] = []
Terbaca = tuple[tuple[Unit, ...], Mapping[int, tuple[int, ...]]]
TANPA_UNIT = "Unit ini tidak ada, atau Anda tidak bertugas di dalamnya."


@dataclass(frozen=True)
class PilihanUnit:
    """A unit of the switch, and the year it is opened in; None where it has no Renstra yet."""

    unit: Unit
    tahun: int | None


@dataclass(frozen=True)
class RuangKerja:
    """Where a person works: unit, year and period of the page, and what the switches offer.

    `triwulan` is None for the whole year.
    """

    unit: Unit
    tahun: int
    daftar_unit: tuple[PilihanUnit, ...]
    daftar_tahun: tuple[int, ...]
    triwulan: int | None = None
    daftar_triwulan: tuple[int, ...] = TRIWULAN


def daftarkan_tahun(fungsi: TahunLain) -> None:
    """For `AppConfig.ready` of an app that knows years of its own."""
    if fungsi not in _TAHUN_LAIN:
        _TAHUN_LAIN.append(fungsi)


def ruang_kerja(pengguna: Pengguna, kode: str, tahun: int, triwulan: str = "") -> RuangKerja:
    """The perangkat daerah `kode` in a year of its Renstra, for one who may read it.

    A year that another app knows opens as well; it is asked only where the Renstra has none.
    `triwulan` as the address gives it, blank for the whole year. Raises TidakAda: with the same
    words for a unit that is not and one that is not theirs.
    """
    daftar, setiap = terbaca(pengguna)
    unit = next((milik for milik in daftar if milik.kode == kode), None)
    if unit is None:
        raise TidakAda(TANPA_UNIT)
    if tahun not in setiap[unit.pk]:
        setiap = _dengan_tahun_lain(setiap, daftar)
    if tahun not in setiap[unit.pk]:
        raise TidakAda(f"{unit.nama} belum mempunyai Renstra yang berlaku pada tahun {tahun}.")
    return RuangKerja(
        unit,
        tahun,
        tuple(PilihanUnit(milik, _terdekat(setiap[milik.pk], tahun)) for milik in daftar),
        setiap[unit.pk],
        _triwulan(triwulan),
    )


def terbaca(pengguna: Pengguna) -> Terbaca:
    """The perangkat daerah whose figures one reads, and the years of the Renstra of each by its id.

    Of a request read once: the menu of a page that was refused asks for them again.
    """

    def baca() -> Terbaca:
        semua = tuple(Unit.objects.untuk(pengguna).perangkat_daerah().select_related("pemda"))
        return semua, tahun_setiap_unit(semua)

    return pengguna.sekali("terbaca", baca)


def unit_kerja(pengguna: Pengguna, kode: str) -> Unit:
    """The perangkat daerah `kode` alone, for an answer without switches. Raises TidakAda."""
    unit = satu_baris(Unit.objects.perangkat_daerah().filter(kode=kode))
    if unit is None or not Wilayah.milik(pengguna).memuat(unit):
        raise TidakAda(TANPA_UNIT)
    if unit.pemda_id == pengguna.pemda_id:
        unit.pemda = pengguna.pemda  # read with the account already
    return unit


def _dengan_tahun_lain(
    setiap: Mapping[int, tuple[int, ...]], daftar: tuple[Unit, ...]
) -> dict[int, tuple[int, ...]]:
    lain = [fungsi(daftar) for fungsi in _TAHUN_LAIN]
    return {
        unit: tuple(
            sorted({*tahun, *(t for milik in lain for t in milik.get(unit, ()))}, reverse=True)
        )
        for unit, tahun in setiap.items()
    }


def _triwulan(teks: str) -> int | None:
    if not teks:
        return None
    if teks not in {str(satu) for satu in TRIWULAN}:
        raise TidakAda(f"Triwulan {teks[:20]} tidak ada. Pilih Triwulan I sampai IV.")
    return int(teks)


def _terdekat(tersedia: Iterable[int], tahun: int) -> int | None:
    """The same year where there is one, else the one nearest to it, the later of two."""
    return min(tersedia, key=lambda satu: (abs(satu - tahun), -satu), default=None)
