"""What the page of capaian shows, made of the tables: pure, every figure with its source."""

from collections.abc import Mapping
from dataclasses import dataclass

from pengukuran.hitung.kategori import Jenjang as JenjangSkala
from pengukuran.hitung.program import RUMUS_PROGRAM, CaraProgram
from pengukuran.hitung.rata import hitung_tercapai
from pengukuran.queries.anggaran import TabelAnggaran
from pengukuran.queries.angka import (
    KOSONG,
    angka_capaian,
    angka_capaian_setahun,
    angka_perubahan,
    angka_realisasi,
    angka_target,
)
from pengukuran.queries.angka_anggaran import AngkaAnggaran, sebut_simpul
from pengukuran.queries.capaian import BarisCapaian, TabelCapaian
from pengukuran.queries.catatan import CatatanRealisasi
from pengukuran.queries.program import BarisProgram, TabelProgram
from perencanaan.models import Simpul
from sakip.dokumen.angka import Angka, Asal
from sakip.dokumen.blok import BatangGrafik, GrafikBatang
from sakip.lib.angka import tulis_angka

# so many names are told where a reason holds for several indikator; else their count alone
NAMA_DISEBUT = 3


@dataclass(frozen=True)
class PilihanJenis:
    kunci: str
    nama: str
    kini: bool


@dataclass(frozen=True)
class Jenjang:
    """A kategori of the scale with its bounds in words."""

    milik: JenjangSkala
    batas: str


@dataclass(frozen=True)
class Bandingan:
    """The same indikator in an earlier year, and what changed since."""

    sumber: BarisCapaian
    realisasi: Angka
    capaian: Angka
    perubahan: Angka


@dataclass(frozen=True)
class Penunjang:
    """A node of the budget behind an indikator."""

    simpul: Simpul
    pagu: Angka
    realisasi: Angka
    serapan: Angka


@dataclass(frozen=True)
class BarisIndikator:
    """One indikator as the page shows it; `setahun` only where a triwulan is looked at."""

    sumber: BarisCapaian
    target: Angka
    realisasi: Angka
    capaian: Angka
    setahun: Angka | None
    bandingan: tuple[Bandingan, ...]
    penunjang: tuple[Penunjang, ...]
    catatan: tuple[CatatanRealisasi, ...]

    @property
    def nama(self) -> str:
        return self.sumber.indikator.nama


@dataclass(frozen=True)
class KelompokIndikator:
    """The indikator of one node."""

    simpul: Simpul
    baris: tuple[BarisIndikator, ...]


def baris_indikator(
    tabel: TabelCapaian,
    catatan: Mapping[int, tuple[CatatanRealisasi, ...]],
    penunjang: Mapping[int, tuple[Simpul, ...]],
    anggaran: TabelAnggaran | None,
) -> tuple[BarisIndikator, ...]:
    """The rows in the order of the Renstra; `penunjang` are the nodes behind each indikator."""
    angka = AngkaAnggaran(anggaran) if anggaran else None
    semua = zip(*(tabel.setahun(satu) for satu in tabel.tahun), strict=True)

    def susun(ini: BarisCapaian, *dahulu: BarisCapaian) -> BarisIndikator:
        tanda = ini.indikator.indikator_id
        return BarisIndikator(
            sumber=ini,
            target=angka_target(ini),
            realisasi=angka_realisasi(ini),
            capaian=angka_capaian(ini),
            setahun=None if tabel.triwulan is None else angka_capaian_setahun(ini),
            bandingan=tuple(
                Bandingan(
                    satu,
                    angka_realisasi(satu),
                    angka_capaian(satu),
                    angka_perubahan(ini, satu),
                )
                for satu in dahulu
            ),
            penunjang=tuple(
                Penunjang(satu, angka.pagu(satu), angka.realisasi(satu), angka.serapan(satu))
                for satu in penunjang.get(tanda, ())
                if angka
            ),
            catatan=catatan.get(tanda, ()),
        )

    return tuple(susun(*satu) for satu in semua)


def kelompokkan(baris: tuple[BarisIndikator, ...]) -> tuple[KelompokIndikator, ...]:
    """By node, in the order of the rows; a node stands once, wherever its indikator do."""
    hasil: dict[Simpul, tuple[BarisIndikator, ...]] = {}
    for satu in baris:
        hasil[satu.sumber.simpul] = (*hasil.get(satu.sumber.simpul, ()), satu)
    return tuple(KelompokIndikator(simpul, milik) for simpul, milik in hasil.items())


def sumber_target(baris: tuple[BarisIndikator, ...]) -> list[str]:
    """The documents that set the targets of these rows, each once."""
    return list(dict.fromkeys(b.sumber.sumber_target for b in baris if b.sumber.sumber_target))


@dataclass(frozen=True)
class Sebab:
    """Why some indikator were not counted; `nama` is empty where they are too many to tell."""

    alasan: str
    banyaknya: int
    nama: tuple[str, ...]


@dataclass(frozen=True)
class Ringkasan:
    """How many reached their target, how many did not, and why the others are not counted."""

    banyaknya: int
    tercapai: int
    belum: int
    dilewati: int
    sebab: tuple[Sebab, ...]


def ringkas(baris: tuple[BarisIndikator, ...]) -> Ringkasan:
    hitungan = hitung_tercapai((satu.nama, satu.sumber.hasil) for satu in baris)
    sebab: dict[str, tuple[str, ...]] = {}
    for satu in hitungan.dilewati:
        sebab[satu.alasan] = (*sebab.get(satu.alasan, ()), satu.kunci)
    return Ringkasan(
        banyaknya=len(baris),
        tercapai=len(hitungan.tercapai),
        belum=len(hitungan.belum),
        dilewati=len(hitungan.dilewati),
        sebab=tuple(
            Sebab(alasan, len(nama), nama if len(nama) <= NAMA_DISEBUT else ())
            for alasan, nama in sebab.items()
        ),
    )


def grafik_capaian(baris: tuple[BarisIndikator, ...], masa: str) -> GrafikBatang | None:
    """Bars of what could be measured, told apart by hatching too; None where nothing could."""
    ada = [satu for satu in baris if satu.capaian.nilai is not None]
    if not ada:
        return None
    return GrafikBatang(
        kunci="grafik-capaian",
        nomor="",
        judul=f"Capaian indikator {masa} dalam persen",
        batang=tuple(
            BatangGrafik(
                satu.nama,
                satu.capaian,
                satu.sumber.kategori.warna if satu.sumber.kategori else "netral",
                tanda="" if satu.sumber.hasil.tercapai else "belum mencapai target",
            )
            for satu in ada
        ),
    )


@dataclass(frozen=True)
class BarisCapaianProgram:
    """A program by the way its unit has chosen; `dilewati` is what the mean leaves out, and why."""

    simpul: Simpul
    capaian: Angka
    pagu: Angka
    serapan: Angka
    dilewati: tuple[tuple[str, str], ...]
    peringatan: tuple[str, ...]


def baris_program(
    tabel: TabelProgram, tahun: int, triwulan: int | None
) -> tuple[BarisCapaianProgram, ...]:
    angka = AngkaAnggaran(tabel.anggaran)

    def susun(satu: BarisProgram) -> BarisCapaianProgram:
        nama = {anak.pk: sebut_simpul(anak) for anak, _ in satu.kegiatan}
        return BarisCapaianProgram(
            simpul=satu.simpul,
            capaian=_angka_program(satu, tabel.cara, angka, (tahun, triwulan)),
            pagu=angka.pagu(satu.simpul),
            serapan=angka.serapan(satu.simpul),
            dilewati=tuple((nama.get(d.kunci, ""), d.alasan) for d in satu.capaian.dilewati),
            peringatan=satu.capaian.peringatan,
        )

    return tuple(susun(satu) for satu in tabel.baris)


def _angka_program(
    baris: BarisProgram, cara: CaraProgram, angka: AngkaAnggaran, masa: tuple[int, int | None]
) -> Angka:
    tahun, triwulan = masa
    sisa = "" if triwulan is None else f"/tw{triwulan}"
    asal = Asal(
        RUMUS_PROGRAM[cara],
        _bahan_program(baris, cara, angka),
        f"Capaian program (%): {sebut_simpul(baris.simpul)}",
    )
    kunci = f"capaian-program/{baris.simpul.identitas}/{tahun}{sisa}"
    nilai = baris.capaian.dipakai
    if nilai is None:
        return Angka(None, KOSONG, kunci, asal, baris.capaian.alasan)
    return Angka(nilai, tulis_angka(nilai, 2, buang_nol=False), kunci, asal)


def _bahan_program(
    baris: BarisProgram, cara: CaraProgram, angka: AngkaAnggaran
) -> tuple[Angka, ...]:
    match cara:
        case CaraProgram.DIISI:
            return tuple(angka_capaian(satu) for satu in baris.indikator)
        case CaraProgram.DARI_SERAPAN:
            return (angka.serapan(baris.simpul),)
    kegiatan = tuple(angka_capaian(satu) for _, milik in baris.kegiatan for satu in milik)
    if cara is CaraProgram.RATA_KEGIATAN:
        return kegiatan
    return (*kegiatan, *(angka.pagu(anak) for anak, _ in baris.kegiatan))
