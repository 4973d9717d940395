"""What is due of one person about the recommendations of a unit."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from evaluasi.hitung.tenggat import hari_terlambat
from evaluasi.models import PelakuRekomendasi, Rekomendasi, RencanaTindakLanjut
from evaluasi.permissions import boleh_melaporkan, boleh_memutuskan, boleh_merencanakan
from evaluasi.queries.cerita_rekomendasi import sebut_triwulan_tl
from evaluasi.queries.daftar_rekomendasi import (
    BarisRekomendasi,
    baca_rekomendasi,
    daftar_rekomendasi,
    sebut_sumber,
)
from evaluasi.queries.tindak_lanjut import KeadaanRencana
from evaluasi.status import KeadaanUnit, Keputusan, Pelaku
from sakip.lib import waktu
from sakip.lib.tanggal import tulis_tanggal
from sakip.organisasi.models import Pengguna, Unit

# a step is due from this many days before its date
HARI_DEKAT = 30


class JenisTugas(StrEnum):
    RENCANA = "rencana"
    LAPORAN = "laporan"
    PUTUSAN = "putusan"
    PERPANJANGAN = "perpanjangan"


@dataclass(frozen=True)
class TugasTindakLanjut:
    """One thing to do. `objek` is the step to report on, or the request to decide; `unit` carries it.

    `tenggat` is None where nothing sets one; `terlambat` counts the days after it.
    """

    jenis: JenisTugas
    rekomendasi: int
    uraian: str
    ket: str
    objek: int | None = None
    tenggat: date | None = None
    terlambat: int = 0
    unit: int | None = None


def tugas_tindak_lanjut(
    pengguna: Pengguna, unit: Unit, tahun: int, hari: date | None = None
) -> tuple[TugasTindakLanjut, ...]:
    """Plans that are missing, reports due or late, verdicts and requests that wait.

    The number of queries grows with years and with units that carry steps, not with rows.
    """
    hari_ini = hari or waktu.hari_ini(unit.pemda.zona)
    daftar = daftar_rekomendasi(pengguna, unit, tahun, hari_ini)
    baris = [satu for satu in daftar.baris if satu.terbuka]
    hak = _Hak(pengguna)
    hak.sisi.update(
        PelakuRekomendasi.objects.filter(
            pengguna=pengguna, rekomendasi__in=[satu.rekomendasi for satu in baris]
        ).values_list("rekomendasi", "sebagai")
    )
    return tuple(tugas for satu in baris for tugas in _tugas(satu, hak, hari_ini))


@dataclass
class _Hak:
    """The rights of one person, each asked for once."""

    pengguna: Pengguna
    sisi: dict[int, str] = field(default_factory=dict)
    simpanan: dict[tuple[str, int], bool] = field(default_factory=dict)

    def merencanakan(self, baris: BarisRekomendasi) -> bool:
        milik = baris.rekomendasi
        kunci = ("rencana", milik.unit_id)
        if kunci not in self.simpanan:
            self.simpanan[kunci] = bool(boleh_merencanakan(self.pengguna, milik))
        return self.simpanan[kunci] and self._di(baris, Pelaku.UNIT)

    def melaporkan(self, baris: BarisRekomendasi, rencana: RencanaTindakLanjut) -> bool:
        kunci = ("lapor", rencana.unit_id)
        if kunci not in self.simpanan:
            self.simpanan[kunci] = bool(boleh_melaporkan(self.pengguna, rencana))
        return self.simpanan[kunci] and self._di(baris, Pelaku.UNIT)

    def memutuskan(self, baris: BarisRekomendasi) -> bool:
        kunci = ("putus", baris.rekomendasi.tahun_asal())
        if kunci not in self.simpanan:
            self.simpanan[kunci] = bool(boleh_memutuskan(self.pengguna, baris.rekomendasi))
        return self.simpanan[kunci] and self._di(baris, Pelaku.INSPEKTORAT)

    def _di(self, baris: BarisRekomendasi, sisi: Pelaku) -> bool:
        return self.sisi.get(baris.rekomendasi.pk, sisi) == sisi


def _tugas(baris: BarisRekomendasi, hak: _Hak, hari_ini: date) -> Iterator[TugasTindakLanjut]:
    milik, sumber = baris.rekomendasi, sebut_sumber(baris.rekomendasi)
    if not baris.keadaan.rencana and hak.merencanakan(baris):
        yield TugasTindakLanjut(JenisTugas.RENCANA, milik.pk, milik.uraian, sumber)
    for satu in baris.keadaan.rencana:
        laporan = _laporan(baris, satu, hari_ini)
        if laporan is not None and hak.melaporkan(baris, satu.rencana):
            yield laporan
    if baris.menunggu and hak.memutuskan(baris):
        yield TugasTindakLanjut(JenisTugas.PUTUSAN, milik.pk, milik.uraian, sumber)
    yield from _perpanjangan(baris, hak)


def laporan_jatuh_tempo(unit: Unit, hari_ini: date) -> tuple[TugasTindakLanjut, ...]:
    """Every report of a unit that is due or late, whoever gives it."""
    milik = baca_rekomendasi(Rekomendasi.objects.berlaku().filter(unit=unit), hari_ini)
    semua = (
        _laporan(baris, satu, hari_ini)
        for baris in milik
        if baris.terbuka
        for satu in baris.keadaan.rencana
    )
    return tuple(satu for satu in semua if satu is not None)


def _laporan(
    baris: BarisRekomendasi, satu: KeadaanRencana, hari_ini: date
) -> TugasTindakLanjut | None:
    tempo = _jatuh_tempo(satu, hari_ini)
    if tempo is None:
        return None
    tenggat, ket = tempo
    return TugasTindakLanjut(
        JenisTugas.LAPORAN,
        baris.rekomendasi.pk,
        satu.rencana.uraian,
        ket,
        objek=satu.rencana.pk,
        tenggat=tenggat,
        terlambat=satu.terlambat or _terlewat(satu, hari_ini),
        unit=satu.rencana.unit_id,
    )


def _perpanjangan(baris: BarisRekomendasi, hak: _Hak) -> Iterator[TugasTindakLanjut]:
    for satu in baris.keadaan.rencana:
        for minta in satu.rencana.perpanjangan.all():
            if minta.keputusan == Keputusan.MENUNGGU and hak.memutuskan(baris):
                yield TugasTindakLanjut(
                    JenisTugas.PERPANJANGAN,
                    baris.rekomendasi.pk,
                    satu.rencana.uraian,
                    f"diminta sampai {tulis_tanggal(minta.menjadi)}",
                    objek=minta.pk,
                )


def _terlewat(satu: KeadaanRencana, hari_ini: date) -> int:
    """Days since the first triwulan was due of which nothing was reported."""
    return hari_terlambat(satu.terlewat[0].tenggat, hari_ini) if satu.terlewat else 0


def _jatuh_tempo(satu: KeadaanRencana, hari_ini: date) -> tuple[date, str] | None:
    """Until when a report is due now, and why; None where none is."""
    if satu.terlewat:
        sebut = ", ".join(sebut_triwulan_tl(masa) for masa in satu.terlewat)
        return satu.terlewat[0].tenggat, f"belum dilaporkan: {sebut}"
    masa = satu.berjalan
    if masa is not None and _dekat(masa.tenggat, hari_ini):
        sebut = sebut_triwulan_tl(masa)
        return masa.tenggat, f"laporan {sebut} jatuh tempo {tulis_tanggal(masa.tenggat)}"
    laporan = list(satu.rencana.laporan.all())
    tanggal = satu.tenggat.tanggal
    if tanggal is None or (laporan and laporan[-1].keadaan == KeadaanUnit.SELESAI):
        return None
    return (tanggal, f"tenggat {tulis_tanggal(tanggal)}") if _dekat(tanggal, hari_ini) else None


def _dekat(tanggal: date, hari_ini: date) -> bool:
    return (tanggal - hari_ini).days <= HARI_DEKAT
