"""The rows of an indikator up to a month, and what is due among them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from perencanaan.hitung.masa import (
    BULAN_SETAHUN,
    PANJANG,
    Frekuensi,
    masa_selama,
    nama_masa,
    sebut_masa,
)
from perencanaan.hitung.nilai import JENIS_REALISASI, JENIS_TARGET, JenisNilai, Nilai
from perencanaan.hitung.periode.bentuk import Periode, Sisi

# figures, as against states
BERUKURAN = frozenset({JenisNilai.ANGKA, JenisNilai.RENTANG, JenisNilai.PREDIKAT})


@dataclass(frozen=True)
class Bahan:
    """What is known until the end of month `sampai`, by month and in order.

    `tempo` are the targets that are due, `terukur` the realisasi that are figures.
    """

    sampai: int
    frekuensi: Frekuensi
    frekuensi_target: Frekuensi
    target: Mapping[int, Nilai]
    realisasi: Mapping[int, Nilai]
    ada_target_nanti: bool

    @property
    def tempo(self) -> dict[int, Nilai]:
        tidak = JenisNilai.TIDAK_DIJADWALKAN
        return {bulan: isi for bulan, isi in self.target.items() if isi.jenis is not tidak}

    @property
    def terukur(self) -> dict[int, Nilai]:
        return {bulan: isi for bulan, isi in self.realisasi.items() if isi.jenis in BERUKURAN}

    def wajib(self) -> list[int]:
        """The periods of realisasi in which some target is due, also those that end later."""
        semua = {
            akhir
            for bulan in self.tempo
            for akhir in masa_selama(bulan, self.frekuensi_target, self.frekuensi)
        }
        return sorted(semua)

    def target_masa(self, bulan: int) -> dict[int, Decimal]:
        """The numbers that a period of realisasi is set against, by the month of each.

        Its own target, the finer ones inside it, or the longer one that it is a part of.
        """
        masa = masa_selama(bulan, self.frekuensi, self.frekuensi_target)
        return {satu: isi for satu, isi in angka(self.tempo).items() if satu in masa}

    def nama(self, bulan: Iterable[int]) -> str:
        return sebut_masa(bulan, self.frekuensi)

    def nama_target(self, bulan: Iterable[int]) -> str:
        return sebut_masa(bulan, self.frekuensi_target)

    @property
    def nama_sampai(self) -> str:
        if self.sampai == BULAN_SETAHUN:
            return "akhir tahun"
        halus = min(self.frekuensi, self.frekuensi_target, key=lambda satu: PANJANG[satu])
        return nama_masa(self.sampai, halus)

    def kosong(self, belum: Iterable[int]) -> Sisi:
        """Of due periods without a figure: not due yet, not filled, or not measured."""
        urut = sorted(belum)
        nanti = [bulan for bulan in urut if bulan > self.sampai]
        diukur = [bulan for bulan in urut if bulan in self.realisasi]
        diisi = [bulan for bulan in urut if bulan not in (*nanti, *diukur)]
        kalimat = [self._belum_diisi(diisi)] if diisi else []
        kalimat += [self._belum_diukur(bulan) for bulan in diukur]
        if nanti:
            kalimat.append(self._belum_tempo(nanti))
        alasan = " ".join(kalimat)
        hanya_diukur = bool(diukur) and not diisi and not nanti
        nilai = Nilai(JenisNilai.BELUM_DIUKUR, alasan=alasan) if hanya_diukur else None
        return Sisi(nilai, alasan=alasan, belum_diisi=bool(diisi))

    # of a yearly indikator there is but one realisasi, which needs no name

    def _belum_diisi(self, bulan: list[int]) -> str:
        if self.frekuensi is Frekuensi.TAHUNAN:
            return "Realisasi belum diisi."
        return f"{self.nama(bulan)} belum diisi."

    def _belum_diukur(self, bulan: int) -> str:
        alasan = self.realisasi[bulan].alasan
        if self.frekuensi is Frekuensi.TAHUNAN:
            return alasan
        return f"{self.nama([bulan])} belum diukur: {alasan}"

    def _belum_tempo(self, bulan: list[int]) -> str:
        masa = "tahunan" if self.frekuensi is Frekuensi.TAHUNAN else self.nama(bulan)
        return f"Realisasi {masa} belum jatuh tempo sampai {self.nama_sampai}."


def susun_bahan(
    target: Iterable[Periode],
    realisasi: Iterable[Periode],
    frekuensi: Frekuensi,
    frekuensi_target: Frekuensi,
    sampai: int,
) -> Bahan:
    """The rows of both sides in order, without what lies after `sampai`.

    Raises ValueError for rows that the database would not admit.
    """
    if not 1 <= sampai <= BULAN_SETAHUN:
        raise ValueError(f"Bulan harus 1 sampai 12, bukan {sampai}.")
    sasaran = _rapikan(target, frekuensi_target, JENIS_TARGET)
    nyata = _rapikan(realisasi, frekuensi, JENIS_REALISASI)
    return Bahan(
        sampai=sampai,
        frekuensi=frekuensi,
        frekuensi_target=frekuensi_target,
        target={bulan: isi for bulan, isi in sasaran.items() if bulan <= sampai},
        realisasi={bulan: isi for bulan, isi in nyata.items() if bulan <= sampai},
        ada_target_nanti=any(bulan > sampai for bulan in sasaran),
    )


def periode_wajib(
    target: Iterable[Periode], frekuensi: Frekuensi, frekuensi_target: Frekuensi
) -> tuple[int, ...]:
    """The periods of realisasi of a year in which some target is due, by their last months.

    Raises ValueError as `susun_bahan` does.
    """
    return tuple(susun_bahan(target, (), frekuensi, frekuensi_target, BULAN_SETAHUN).wajib())


def _rapikan(
    baris: Iterable[Periode], frekuensi: Frekuensi, jenis: tuple[JenisNilai, ...]
) -> dict[int, Nilai]:
    panjang = PANJANG[frekuensi]
    hasil: dict[int, Nilai | None] = {}
    for satu in baris:
        if satu.bulan in hasil:
            raise ValueError(f"Bulan {satu.bulan} ada dua kali.")
        if satu.bulan not in range(panjang, BULAN_SETAHUN + 1, panjang):
            raise ValueError(f"Bulan {satu.bulan} bukan akhir periode {frekuensi}.")
        if satu.nilai is not None and satu.nilai.jenis not in jenis:
            raise ValueError(f"Keadaan {satu.nilai.jenis} tidak ada pada sisi ini.")
        hasil[satu.bulan] = satu.nilai
    return {bulan: isi for bulan in sorted(hasil) if (isi := hasil[bulan]) is not None}


def angka(isi: Mapping[int, Nilai]) -> dict[int, Decimal]:
    """Those that are numbers, by month."""
    return {bulan: nilai.angka for bulan, nilai in isi.items() if nilai.angka is not None}
