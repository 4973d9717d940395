"""Earlier recommendations that those of a draft may repeat, with what became of them."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from evaluasi.hitung.berulang import Terdahulu, calon_berulang
from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import LaporanTindakLanjut, Lhe, Putusan, Rekomendasi
from evaluasi.queries.daftar_rekomendasi import rekomendasi_terdahulu
from evaluasi.queries.tindak_lanjut import ke_berapa
from sakip.dokumen.angka import Angka, Asal
from sakip.lib.angka import tulis_angka
from sakip.organisasi.models import Pengguna

SERATUS = Decimal(100)


@dataclass(frozen=True)
class Diulang:
    """The recommendation that one of a draft repeats, in which year it stands, and its follow-up."""

    rekomendasi: Rekomendasi
    tahun_ke: int
    laporan: LaporanTindakLanjut | None
    putusan: Putusan | None


@dataclass(frozen=True)
class UsulanBerulang:
    """An earlier recommendation, how alike it is, and where its follow-up stands."""

    rekomendasi: Rekomendasi
    kemiripan: Angka
    laporan: LaporanTindakLanjut | None
    putusan: Putusan | None

    @property
    def status(self) -> StatusTindakLanjut:
        awal = StatusTindakLanjut.BELUM_DITINDAKLANJUTI
        return StatusTindakLanjut(self.putusan.status) if self.putusan else awal


def terdahulu(pengguna: Pengguna, lhe: Lhe) -> QuerySet[Rekomendasi]:
    """What an LHE may repeat, the newest first."""
    milik = rekomendasi_terdahulu(pengguna, lhe.unit, lhe.tahun_evaluasi)
    return milik.prefetch_related(None).order_by("-tahun", "urutan")


def usulan_draf(
    pengguna: Pengguna, lhe: Lhe, rekomendasi: list[Rekomendasi]
) -> dict[int, tuple[UsulanBerulang, ...]]:
    """The proposals for each of these that is not tied yet, by its id. In three queries."""
    lama = {satu.pk: satu for satu in terdahulu(pengguna, lhe)}
    bahan = [Terdahulu(satu.pk, satu.tahun, satu.uraian) for satu in lama.values()]
    calon = {
        satu.pk: calon_berulang(satu.uraian, satu.tahun, bahan)
        for satu in rekomendasi
        if satu.berulang_dari_id is None
    }
    semua = {c.kunci for milik in calon.values() for c in milik}
    laporan, putusan = _laporan(semua), _putusan(semua)
    return {
        pk: tuple(
            UsulanBerulang(
                rekomendasi=lama[c.kunci],
                kemiripan=_kemiripan(pk, c.kunci, c.kemiripan),
                laporan=laporan.get(c.kunci),
                putusan=putusan.get(c.kunci),
            )
            for c in milik
        )
        for pk, milik in calon.items()
        if milik
    }


def diulang_draf(rekomendasi: list[Rekomendasi]) -> dict[int, Diulang]:
    """For each of these that is tied to an earlier one, by its id. In three queries."""
    lama = {s.pk: s.berulang_dari for s in rekomendasi if s.berulang_dari is not None}
    if not lama:
        return {}
    kunci = {satu.pk for satu in lama.values()}
    ke = ke_berapa(rekomendasi)
    laporan, putusan = _laporan(kunci), _putusan(kunci)
    return {
        pk: Diulang(satu, ke[pk], laporan.get(satu.pk), putusan.get(satu.pk))
        for pk, satu in lama.items()
    }


def _kemiripan(pk: int, lama: int, nilai: Decimal) -> Angka:
    asal = Asal(
        "kata yang sama / semua kata kedua rumusan × 100; hanya usulan, orang yang memutuskan",
        nama="Kemiripan rumusan",
    )
    return Angka(nilai * SERATUS, f"{tulis_angka(nilai * SERATUS, 0)}%", f"mirip/{pk}/{lama}", asal)


def _laporan(pk: set[int]) -> dict[int, LaporanTindakLanjut]:
    """The last report on each of these."""
    milik = LaporanTindakLanjut.objects.filter(rencana__rekomendasi__in=pk)
    urut = milik.select_related("rencana", "oleh").order_by("waktu", "pk")
    return {satu.rencana.rekomendasi_id: satu for satu in urut}


def _putusan(pk: set[int]) -> dict[int, Putusan]:
    """The last verdict on each of these."""
    milik = Putusan.objects.filter(rekomendasi__in=pk)
    return {satu.rekomendasi_id: satu for satu in milik.select_related("oleh").order_by("ke")}
