"""The steps of the plan in force for a triwulan, and what was reported of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pengukuran.models import RealisasiAksi
from pengukuran.permissions import hak_mengisi, izin_aksi
from pengukuran.queries.bukti import BarisBukti, bukti_aksi
from pengukuran.queries.jendela_isian import JendelaIsian, jendela_isian
from perencanaan.models import AksiRencana, RencanaAksi
from perencanaan.queries.rencana_aksi import aksi_rencana, rencana_setiap_tahun, rumusan_rencana
from perencanaan.queries.saat import akhir_bulan, bulan_triwulan
from sakip.lib.izin import Boleh, Izin
from sakip.organisasi.models import Pengguna, Unit


@dataclass(frozen=True)
class BarisAksi:
    """A step in a triwulan: what was reported of it, None while nothing was.

    `terjadwal` as the plan ticks it; one that is not was due earlier and is not done yet. `izin`
    says whether this person may report now, and if not why.
    """

    aksi: AksiRencana
    bulan: int
    terjadwal: bool
    laporan: RealisasiAksi | None
    izin: Izin
    bukti: tuple[BarisBukti, ...]


@dataclass(frozen=True)
class KelompokAksi:
    """The steps towards one indikator, or one node of the budget."""

    kode: str
    nama: str
    baris: tuple[BarisAksi, ...]


@dataclass(frozen=True)
class LembarAksi:
    """`rencana` is None where none is in force at the end of the triwulan."""

    triwulan: int
    jendela: JendelaIsian
    rencana: RencanaAksi | None
    kelompok: tuple[KelompokAksi, ...] = ()

    @property
    def baris(self) -> tuple[BarisAksi, ...]:
        return tuple(baris for satu in self.kelompok for baris in satu.baris)

    @property
    def terjadwal(self) -> int:
        return sum(satu.terjadwal for satu in self.baris)

    @property
    def dilaporkan(self) -> int:
        return sum(satu.terjadwal and satu.laporan is not None for satu in self.baris)

    @property
    def terlaksana(self) -> int:
        milik = (satu.laporan for satu in self.baris if satu.terjadwal)
        return sum(satu is not None and satu.selesai for satu in milik)


def lembar_aksi(unit: Unit, tahun: int, triwulan: int, pengguna: Pengguna) -> LembarAksi:
    """The steps due in a triwulan, and those left over from before, by what they serve.

    The number of queries does not grow with the steps.
    """
    bulan = bulan_triwulan(triwulan)
    jendela = jendela_isian(unit, tahun, bulan)
    rencana = rencana_setiap_tahun(unit, [tahun], akhir_bulan(tahun, bulan)).get(tahun)
    if rencana is None:
        return LembarAksi(triwulan, jendela, None)
    rencana.unit = unit
    semua = aksi_rencana(rencana)
    laporan = _laporan(rencana, semua, bulan)
    hak = hak_mengisi(pengguna, unit, tahun)
    dipakai = [satu for satu in semua if _tampak(satu, laporan.get(satu.pk, {}), bulan)]
    kini = [isi[bulan] for satu in dipakai if (isi := laporan.get(satu.pk, {})) and bulan in isi]
    izin = {satu.pk: _izin(izin_aksi(hak, satu), jendela) for satu in dipakai}
    bukti = bukti_aksi(
        kini, boleh_hapus=[satu.pk for satu in kini if isinstance(izin[satu.aksi_id], Boleh)]
    )
    baris = [
        BarisAksi(
            aksi=satu,
            bulan=bulan,
            terjadwal=bulan in satu.bulan_terjadwal(),
            laporan=milik,
            izin=izin[satu.pk],
            bukti=bukti[milik.pk] if milik else (),
        )
        for satu in dipakai
        for milik in [laporan.get(satu.pk, {}).get(bulan)]
    ]
    return LembarAksi(triwulan, jendela, rencana, _kelompokkan(rencana, baris))


def aksi_unit(unit: Unit, tahun: int, pk: int) -> AksiRencana | None:
    """A step of a plan of the unit in a year, with all that its permission asks."""
    milik = AksiRencana.objects.filter(rencana_aksi__unit=unit, rencana_aksi__tahun=tahun, pk=pk)
    return milik.select_related("rencana_aksi__unit", "penanggung_jawab").first()


def _izin(milik: Izin, jendela: JendelaIsian) -> Izin:
    return jendela.izin if isinstance(milik, Boleh) else milik


def _laporan(
    rencana: RencanaAksi, semua: Iterable[AksiRencana], sampai: int
) -> dict[int, dict[int, RealisasiAksi]]:
    """What was reported until the end of a month, by step and month; in one query."""
    aksi = {satu.pk: satu for satu in semua}
    hasil: dict[int, dict[int, RealisasiAksi]] = {}
    milik = RealisasiAksi.objects.filter(aksi__rencana_aksi=rencana, bulan__lte=sampai)
    for satu in milik.select_related("diisi_oleh").order_by("bulan"):
        satu.aksi = aksi[satu.aksi_id]
        satu.aksi.rencana_aksi = rencana
        hasil.setdefault(satu.aksi_id, {})[satu.bulan] = satu
    return hasil


def _tampak(aksi: AksiRencana, laporan: dict[int, RealisasiAksi], bulan: int) -> bool:
    """Due now, reported now, or due before and not done since."""
    jadwal = aksi.bulan_terjadwal()
    if bulan in jadwal or bulan in laporan:
        return True
    return min(jadwal) < bulan and not any(satu.selesai for satu in laporan.values())


def _kelompokkan(rencana: RencanaAksi, baris: Sequence[BarisAksi]) -> tuple[KelompokAksi, ...]:
    nomor = {satu.aksi.indikator_id for satu in baris if satu.aksi.indikator_id is not None}
    rumusan = rumusan_rencana(rencana, nomor)
    hasil: dict[tuple[str, str], list[BarisAksi]] = {}
    for satu in baris:
        tanda, simpul = satu.aksi.indikator_id, satu.aksi.simpul
        if tanda is not None and tanda in rumusan:
            kepala = ("", rumusan[tanda][0].nama)
        else:
            kepala = (simpul.kode, simpul.nama) if simpul else ("", "Indikator tanpa rumusan")
        hasil.setdefault(kepala, []).append(satu)
    return tuple(KelompokAksi(kode, nama, tuple(isi)) for (kode, nama), isi in hasil.items())
