"""What is missing or odd in a realisasi before it is submitted, each with what to do about it.

A pemda decides for each rule whether it blocks, asks for a note that the verifier sees, or says
nothing. A mistake in a figure looks like any other figure, so what is odd is asked about and
never changed.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from pengukuran.hitung.capaian import SERATUS, Capaian
from pengukuran.hitung.kolom import Kolom, kolom_variabel
from perencanaan.hitung.masa import sebut
from perencanaan.hitung.nilai import JENIS_REALISASI, JenisNilai, Nilai
from perencanaan.hitung.periode import Cara
from sakip.lib.angka import tulis_angka, tulis_persen


class KodeKesiapan(StrEnum):
    BELUM_DIISI = "belum_diisi"
    NOL_TANPA_ALASAN = "nol_tanpa_alasan"
    BELUM_DIUKUR_TANPA_ALASAN = "belum_diukur_tanpa_alasan"
    VARIABEL_KOSONG = "variabel_kosong"
    BUKTI_TIDAK_ADA = "bukti_tidak_ada"
    TIDAK_TERCAPAI = "tidak_tercapai"
    LONJAKAN = "lonjakan"
    MELEBIHI_TARGET = "melebihi_target"
    TURUN_KUMULATIF = "turun_kumulatif"


class Tindakan(StrEnum):
    CEGAH = "cegah"
    CATATAN = "catatan"
    ABAIKAN = "abaikan"


SEBUTAN_KODE: dict[KodeKesiapan, str] = {
    KodeKesiapan.BELUM_DIISI: "realisasi belum diisi",
    KodeKesiapan.NOL_TANPA_ALASAN: "nol tanpa alasan",
    KodeKesiapan.BELUM_DIUKUR_TANPA_ALASAN: "belum diukur tanpa alasan",
    KodeKesiapan.VARIABEL_KOSONG: "variabel kosong",
    KodeKesiapan.BUKTI_TIDAK_ADA: "bukti tidak ada",
    KodeKesiapan.TIDAK_TERCAPAI: "target tidak tercapai tanpa penjelasan",
    KodeKesiapan.LONJAKAN: "lonjakan dari periode lalu",
    KodeKesiapan.MELEBIHI_TARGET: "jauh di atas target",
    KodeKesiapan.TURUN_KUMULATIF: "lebih rendah dari kumulatif sebelumnya",
}
# a figure that is not there cannot be submitted, whatever a pemda would like
SELALU_CEGAH = frozenset(
    {
        KodeKesiapan.BELUM_DIISI,
        KodeKesiapan.BELUM_DIUKUR_TANPA_ALASAN,
        KodeKesiapan.VARIABEL_KOSONG,
    }
)
BERBATAS = frozenset({KodeKesiapan.LONJAKAN, KodeKesiapan.MELEBIHI_TARGET})


@dataclass(frozen=True)
class AturanPeriksa:
    """What a finding leads to; `batas` is a factor (lonjakan) or percent of capaian."""

    tindakan: Tindakan
    batas: Decimal | None = None


# where a pemda has set nothing; the bounds are ours, chosen so that few ordinary figures pass them
BAWAAN: Mapping[KodeKesiapan, AturanPeriksa] = {
    KodeKesiapan.BELUM_DIISI: AturanPeriksa(Tindakan.CEGAH),
    KodeKesiapan.NOL_TANPA_ALASAN: AturanPeriksa(Tindakan.CEGAH),
    KodeKesiapan.BELUM_DIUKUR_TANPA_ALASAN: AturanPeriksa(Tindakan.CEGAH),
    KodeKesiapan.VARIABEL_KOSONG: AturanPeriksa(Tindakan.CEGAH),
    KodeKesiapan.BUKTI_TIDAK_ADA: AturanPeriksa(Tindakan.CATATAN),
    KodeKesiapan.TIDAK_TERCAPAI: AturanPeriksa(Tindakan.CEGAH),
    KodeKesiapan.LONJAKAN: AturanPeriksa(Tindakan.CATATAN, Decimal(5)),
    KodeKesiapan.MELEBIHI_TARGET: AturanPeriksa(Tindakan.CATATAN, Decimal(150)),
    KodeKesiapan.TURUN_KUMULATIF: AturanPeriksa(Tindakan.CATATAN),
}


@dataclass(frozen=True)
class BarisPeriksa:
    """One realisasi with what it is held against.

    `nilai` is None, or tanpa angka, while nothing was entered. `sebelumnya` is the figure of the
    last period of the same year, `capaian` that of everything up to this period. `variabel_kosong`
    names what the formula lacks; it is empty where the value was entered directly.
    """

    nilai: Nilai | None
    capaian: Capaian
    cara: Cara
    naik: bool
    sebelumnya: Nilai | None = None
    alasan: str = ""
    penghambat: str = ""
    upaya: str = ""
    bukti: int = 0
    variabel_kosong: tuple[str, ...] = field(default=())

    @property
    def terisi(self) -> bool:
        return self.nilai is not None and self.nilai.jenis in JENIS_REALISASI

    @property
    def angka(self) -> Decimal | None:
        return self.nilai.angka if self.nilai else None

    @property
    def angka_lalu(self) -> Decimal | None:
        return self.sebelumnya.angka if self.sebelumnya else None


@dataclass(frozen=True)
class Temuan:
    """One finding: the cell it is about, what is wrong and what to do, and what it leads to."""

    kode: KodeKesiapan
    kolom: str
    pesan: str
    tindakan: Tindakan


_Kena = Iterator[tuple[str, str]]
_Aturan = Callable[[BarisPeriksa, Decimal], _Kena]


def periksa_baris(
    baris: BarisPeriksa, aturan: Mapping[KodeKesiapan, AturanPeriksa] | None = None
) -> tuple[Temuan, ...]:
    """The findings of a row, in the order of the rules; those a pemda ignores are left out.

    `aturan` holds what the pemda has set; of the others `BAWAAN` speaks.
    """
    berlaku = {**BAWAAN, **(aturan or {})}
    hasil = []
    for kode, periksa in _ATURAN.items():
        satu = berlaku[kode]
        tindakan = Tindakan.CEGAH if kode in SELALU_CEGAH else satu.tindakan
        if tindakan is Tindakan.ABAIKAN:
            continue
        batas = satu.batas or BAWAAN[kode].batas or Decimal(0)
        hasil += [Temuan(kode, kolom, pesan, tindakan) for kolom, pesan in periksa(baris, batas)]
    return tuple(hasil)


def penghalang(temuan: Collection[Temuan], dijelaskan: Collection[str]) -> tuple[Temuan, ...]:
    """The findings that keep a row from being submitted; `dijelaskan` are the codes with a note."""
    return tuple(
        satu
        for satu in temuan
        if satu.tindakan is Tindakan.CEGAH
        or (satu.tindakan is Tindakan.CATATAN and satu.kode not in dijelaskan)
    )


def _belum_diisi(baris: BarisPeriksa, _batas: Decimal) -> _Kena:
    if not baris.terisi and not baris.variabel_kosong:
        yield (
            Kolom.NILAI,
            "Realisasi belum diisi. Tulis angkanya, atau nyatakan belum diukur dengan alasannya.",
        )


def _nol(baris: BarisPeriksa, _batas: Decimal) -> _Kena:
    if baris.angka == 0 and not baris.alasan.strip():
        yield (
            Kolom.ALASAN,
            "Realisasi 0 tanpa alasan. Tulis mengapa nol, atau perbaiki angkanya.",
        )


def _belum_diukur(baris: BarisPeriksa, _batas: Decimal) -> _Kena:
    diukur = baris.nilai is None or baris.nilai.jenis is not JenisNilai.BELUM_DIUKUR
    if not diukur and not baris.alasan.strip():
        yield (
            Kolom.BELUM_DIUKUR,
            "Belum diukur tanpa alasan. Tulis alasannya; verifikator yang menerimanya.",
        )


def _variabel(baris: BarisPeriksa, _batas: Decimal) -> _Kena:
    if baris.terisi:
        return
    for nama in baris.variabel_kosong:
        yield (
            kolom_variabel(nama),
            f"Variabel {nama} belum diisi, sehingga realisasi tidak dapat dihitung. Isi "
            "variabelnya, atau nyatakan variabel tidak tersedia lalu tulis nilainya langsung.",
        )


def _bukti(baris: BarisPeriksa, _batas: Decimal) -> _Kena:
    berukuran = baris.terisi and baris.nilai and baris.nilai.jenis is not JenisNilai.BELUM_DIUKUR
    if berukuran and not baris.bukti:
        yield (
            Kolom.BUKTI,
            "Belum ada bukti. Lampirkan berkas atau tautannya, atau jelaskan mengapa tidak ada.",
        )


def _tidak_tercapai(baris: BarisPeriksa, _batas: Decimal) -> _Kena:
    if baris.angka is None and (baris.nilai is None or not baris.nilai.predikat):
        return
    if baris.capaian.tercapai is not False:
        return
    kosong = [
        (kolom, sebutan)
        for kolom, sebutan, isi in (
            (Kolom.PENGHAMBAT, "faktor penghambat", baris.penghambat),
            (Kolom.UPAYA, "upaya dan rencana tindak lanjut", baris.upaya),
        )
        if not isi.strip()
    ]
    daftar = sebut([sebutan for _, sebutan in kosong])
    for kolom, _ in kosong:
        yield kolom, f"Target tidak tercapai, tetapi {daftar} belum ditulis. Isi keduanya."


def _lonjakan(baris: BarisPeriksa, batas: Decimal) -> _Kena:
    kini, lalu = baris.angka, baris.angka_lalu
    if not kini or not lalu:
        return
    kali = Fraction(abs(kini)) / Fraction(abs(lalu))
    # a cumulative figure that falls has a rule of its own
    turun = not (baris.cara is Cara.KUMULATIF and baris.naik) and kali * Fraction(batas) < 1
    if kali > Fraction(batas) or turun:
        arah = "melonjak" if kali > 1 else "anjlok"
        yield (
            Kolom.NILAI,
            f"Realisasi {arah} dari {tulis_angka(lalu, 6)} pada periode lalu menjadi "
            f"{tulis_angka(kini, 6)}, lebih dari {tulis_angka(batas)} kali. Periksa angkanya; "
            "bila benar, jelaskan sebabnya.",
        )


def _melebihi_target(baris: BarisPeriksa, batas: Decimal) -> _Kena:
    asli = baris.capaian.asli
    if asli is not None and asli > max(batas, SERATUS):
        yield (
            Kolom.NILAI,
            f"Capaiannya {tulis_persen(asli)}, lebih dari {tulis_angka(batas)}%. Periksa angka dan "
            "satuannya; bila benar, jelaskan sebabnya.",
        )


def _turun_kumulatif(baris: BarisPeriksa, _batas: Decimal) -> _Kena:
    kini, lalu = baris.angka, baris.angka_lalu
    if baris.cara is not Cara.KUMULATIF or not baris.naik or kini is None or lalu is None:
        return
    if kini < lalu:
        yield (
            Kolom.NILAI,
            f"Angka ini kumulatif, tetapi {tulis_angka(kini, 6)} lebih rendah dari "
            f"{tulis_angka(lalu, 6)} pada periode lalu. Tulis jumlah sejak Januari; bila memang "
            "turun, jelaskan sebabnya.",
        )


_ATURAN: Mapping[KodeKesiapan, _Aturan] = {
    KodeKesiapan.BELUM_DIISI: _belum_diisi,
    KodeKesiapan.NOL_TANPA_ALASAN: _nol,
    KodeKesiapan.BELUM_DIUKUR_TANPA_ALASAN: _belum_diukur,
    KodeKesiapan.VARIABEL_KOSONG: _variabel,
    KodeKesiapan.BUKTI_TIDAK_ADA: _bukti,
    KodeKesiapan.TIDAK_TERCAPAI: _tidak_tercapai,
    KodeKesiapan.LONJAKAN: _lonjakan,
    KodeKesiapan.MELEBIHI_TARGET: _melebihi_target,
    KodeKesiapan.TURUN_KUMULATIF: _turun_kumulatif,
}
