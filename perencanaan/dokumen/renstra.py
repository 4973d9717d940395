"""Renstra and Renja as blocks: what is aimed at, by which measures, year by year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from perencanaan.dokumen.tabel import Label, Letak, catatan_tanpa_angka
from perencanaan.models import IndikatorVersi, Kebijakan, Simpul
from perencanaan.models.indikator import SumberTarget
from perencanaan.models.renstra import JenisSimpul
from perencanaan.queries.angka import (
    BELUM_DITETAPKAN,
    angka_target_dokumen,
    angka_target_renstra,
)
from perencanaan.queries.isi_renstra import Cabang, IsiRenstra
from sakip.dokumen.angka import Angka, Isi
from sakip.dokumen.blok import (
    Baris,
    Blok,
    Kolom,
    Paragraf,
    Rata,
    Sel,
    Senarai,
    Tabel,
    baris,
    kecil_awal,
    menurut_sebab,
    sebab,
)

GRUP_TARGET = "Target Kinerja pada Tahun"


@dataclass(frozen=True)
class BarisTujuan:
    """A row of the tables that nest: number, tujuan, sasaran, and the indikator if there is one."""

    nomor: str
    tujuan: Sel
    sasaran: Sel
    simpul: Simpul
    indikator: IndikatorVersi | None


def baris_bertingkat(isi: IsiRenstra) -> Iterator[BarisTujuan]:
    """A tujuan as 1, what stands below it as 1.1, 1.2, …; a node without an indikator keeps a row."""
    for nomor, tujuan in enumerate(isi.pohon, start=1):
        label = Label()
        for letak, indikator in enumerate(tujuan.indikator or (None,)):
            yield BarisTujuan(
                nomor=str(nomor) if not letak else "",
                tujuan=label.sel(tujuan.simpul.nama),
                sasaran=Sel(("",)),
                simpul=tujuan.simpul,
                indikator=indikator,
            )
        yield from _baris_sasaran(nomor, tujuan)


def _baris_sasaran(nomor: int, tujuan: Cabang) -> Iterator[BarisTujuan]:
    label = Label()
    urutan = 0
    for cabang in tujuan.turunan():
        for indikator in cabang.indikator or (None,):
            urutan += 1
            yield BarisTujuan(
                nomor=f"{nomor}.{urutan}",
                tujuan=Sel(("",)),
                sasaran=label.sel(cabang.simpul.nama, cabang.simpul.pk),
                simpul=cabang.simpul,
                indikator=indikator,
            )


def target_renstra(isi: IsiRenstra, indikator: IndikatorVersi, simpul: Simpul, tahun: int) -> Angka:
    """What this version sets for a year, or that the tujuan or sasaran is not of that year."""
    nilai = isi.target.get((SumberTarget.RENSTRA, indikator.indikator_id, tahun))
    alasan = (
        BELUM_DITETAPKAN
        if _bermasa(simpul, tahun)
        else _ALASAN_LUAR_MASA[JenisSimpul(simpul.jenis)]
    )
    return angka_target_renstra(indikator, tahun, nilai, str(isi.versi), alasan)


_ALASAN_LUAR_MASA = {
    JenisSimpul.TUJUAN: "Tujuannya tidak berlaku pada tahun itu.",
    JenisSimpul.SASARAN: "Sasarannya tidak berlaku pada tahun itu.",
}


def _bermasa(simpul: Simpul, tahun: int) -> bool:
    return (simpul.tahun_awal or tahun) <= tahun <= (simpul.tahun_akhir or tahun)


def tabel_renstra(isi: IsiRenstra, letak: Letak | None = None) -> Tabel:
    """Tujuan, sasaran, indikator, and the target of every year of the version."""
    letak = letak or Letak("tabel-renstra")
    tahun = isi.tahun()
    hasil: list[Baris] = []
    tanpa: list[tuple[str, int, Angka]] = []
    for satu in baris_bertingkat(isi):
        target = [
            (t, target_renstra(isi, satu.indikator, satu.simpul, t) if satu.indikator else "")
            for t in tahun
        ]
        nama = satu.indikator.nama if satu.indikator else ""
        hasil.append(baris(satu.nomor, satu.tujuan, satu.sasaran, nama, *(a for _, a in target)))
        tanpa += [(nama, t, a) for t, a in target if isinstance(a, Angka) and a.nilai is None]
    return Tabel(
        kunci=letak.kunci,
        nomor=letak.nomor,
        judul=letak.judul
        or f"Tujuan, Sasaran, Indikator, dan Target Kinerja Tahun {tahun[0]}–{tahun[-1]}",
        kolom=(
            Kolom("No", 4, Rata.TENGAH),
            Kolom("Tujuan", 21),
            Kolom("Sasaran", 20),
            Kolom("Indikator Kinerja", 20),
            *(Kolom(str(satu), 7, Rata.KANAN, grup=GRUP_TARGET) for satu in tahun),
        ),
        baris=tuple(hasil),
        sumber=(str(isi.versi),),
        catatan=_catatan_tahun(tanpa),
        mendatar=letak.mendatar,
    )


def _catatan_tahun(tanpa: list[tuple[str, int, Angka]]) -> tuple[Isi, ...]:
    """Which indikator print `-` in which years, and why; what is true of several is said once."""
    tahun: dict[str, list[int]] = {}
    alasan: dict[str, list[str]] = {}
    for nama, satu, angka in tanpa:
        if angka.alasan:
            tahun.setdefault(nama, []).append(satu)
            sama = re.sub(rf"\btahun {satu}\b", "tahun itu", angka.alasan)
            alasan.setdefault(nama, []).append(sama)
    kata = (
        (nama, f"tanpa target tahun {', '.join(map(str, milik))}{sebab(*alasan[nama])}")
        for nama, milik in tahun.items()
    )
    return tuple((f"{nama} {isi}.",) for nama, isi in menurut_sebab(kata))


def tabel_rencana_kinerja(isi: IsiRenstra, tahun: int, letak: Letak | None = None) -> Tabel:
    """The targets of a year as the Renja sets them."""
    letak = letak or Letak("tabel-rencana-kinerja")
    hasil: list[Baris] = []
    target: list[tuple[str, Angka]] = []
    for satu in baris_bertingkat(isi):
        awal = (satu.nomor, satu.tujuan, satu.sasaran)
        if satu.indikator is None:
            hasil.append(baris(*awal, "", "", ""))
            continue
        nilai = isi.target.get((SumberTarget.RENJA, satu.indikator.indikator_id, tahun))
        angka = angka_target_dokumen(satu.indikator, tahun, nilai, SumberTarget.RENJA)
        target.append((satu.indikator.nama, angka))
        hasil.append(baris(*awal, satu.indikator.nama, satu.indikator.satuan, angka))
    return Tabel(
        kunci=letak.kunci,
        nomor=letak.nomor,
        judul=letak.judul or f"Rencana Kinerja Tahun {tahun}",
        kolom=(
            Kolom("No", 6, Rata.TENGAH),
            Kolom("Tujuan", 22),
            Kolom("Sasaran", 24),
            Kolom("Indikator Kinerja", 26),
            Kolom("Satuan", 10),
            Kolom("Target", 10, Rata.KANAN),
        ),
        baris=tuple(hasil),
        sumber=(f"Rencana Kerja {isi.unit.nama} Tahun {tahun}",),
        catatan=catatan_tanpa_angka(target),
    )


def visi_misi(isi: IsiRenstra) -> tuple[Blok, ...]:
    """Visi and misi of the RPJMD, and what of it the unit supports; what is not known is left out."""
    versi, pemda = isi.versi, isi.unit.pemda
    blok: list[Blok] = []
    if versi.visi:
        blok.append(Paragraf((f"Visi {pemda.nama} adalah “{versi.visi}”.",)))
    if misi := versi.misi.splitlines():
        blok.append(Paragraf(("Misi untuk mewujudkan visi itu adalah:",)))
        blok.append(Senarai(tuple((satu,) for satu in misi)))
    if versi.misi_didukung:
        blok.append(Paragraf((f"{isi.unit.nama} mendukung {kecil_awal(versi.misi_didukung)}.",)))
    for hal, teks in (("Tujuan", versi.tujuan_rpjmd), ("Sasaran", versi.sasaran_rpjmd)):
        if teks:
            blok.append(Paragraf((f"{hal} RPJMD yang didukung adalah {kecil_awal(teks)}.",)))
    return tuple(blok)


def isu_strategis(isi: IsiRenstra) -> tuple[Blok, ...]:
    butir = tuple((satu,) for satu in isi.versi.isu_strategis.splitlines())
    return (Senarai(butir, Senarai.Gaya.HURUF),) if butir else ()


def kebijakan(semua: tuple[Kebijakan, ...]) -> tuple[Blok, ...]:
    """Strategies, then policies, each with the programs that carry it out."""
    blok: list[Blok] = []
    for jenis in Kebijakan.Jenis:
        butir = tuple((_kebijakan(satu),) for satu in semua if satu.jenis == jenis)
        if butir:
            blok += [Paragraf((f"{jenis.label}:",)), Senarai(butir)]
    return tuple(blok)


def _kebijakan(satu: Kebijakan) -> str:
    program = [milik.simpul.nama for milik in satu.pelaksana.all()]
    return f"{satu.nama} (dilaksanakan dengan {'; '.join(program)})" if program else satu.nama


def tabel_program_renstra(
    isi: IsiRenstra, program: tuple[Simpul, ...], letak: Letak | None = None
) -> Tabel:
    """The programs with their codes and who answers for each."""
    letak = letak or Letak("tabel-program-renstra")
    return Tabel(
        kunci=letak.kunci,
        nomor=letak.nomor,
        judul=letak.judul or f"Program {isi.unit.nama}",
        kolom=(
            Kolom("No", 6, Rata.TENGAH),
            Kolom("Kode", 12),
            Kolom("Program", 48),
            Kolom("Penanggung Jawab", 34),
        ),
        baris=tuple(
            baris(str(urutan), satu.kode, satu.nama, satu.bidang.nama if satu.bidang else "-")
            for urutan, satu in enumerate(program, start=1)
        ),
        sumber=(str(isi.versi),),
        utuh=True,
    )
