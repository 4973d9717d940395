"""The Renstra: what the unit aims at, by which measures, year by year."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from perencanaan.dokumen.renstra import target_renstra
from perencanaan.models import IndikatorVersi, Kebijakan, PenanggungJawab, RenstraVersi, Simpul
from perencanaan.queries.angka import angka_target_renstra, dirujuk
from perencanaan.queries.beda_renstra import (
    BedaVersi,
    IndikatorBerubah,
    beda_versi,
    versi_serenstra,
)
from perencanaan.queries.isi_renstra import (
    Cabang,
    IsiRenstra,
    isi_renstra,
    kebijakan_renstra,
    penanggung_jawab,
    program_renstra,
    versi_dicetak,
)
from perencanaan.queries.rujukan import rujukan_renstra
from perencanaan.views.dasar import PilihanVersi, buka, nomor_versi
from sakip.dokumen.angka import Angka
from sakip.dokumen.asal import sajikan

MISI_KE = re.compile(r"\bmisi\s+(?:ke-?\s*)?(\d+)", re.IGNORECASE)


@dataclass(frozen=True)
class Misi:
    teks: str
    didukung: bool


@dataclass(frozen=True)
class BarisIndikator:
    """An indikator with the target of every year, the year of the page told from the others.

    `berubah` is the anchor of what a version changed of it.
    """

    indikator: IndikatorVersi
    target: tuple[tuple[bool, Angka], ...]
    penanggung: tuple[PenanggungJawab, ...]
    berubah: str


@dataclass(frozen=True)
class Kelompok:
    """A tujuan or sasaran with its number, 1 or 1.2, and its indikator."""

    simpul: Simpul
    nomor: str
    tingkat: int
    baris: tuple[BarisIndikator, ...]


@dataclass(frozen=True)
class TargetBeda:
    tahun: int
    sebelum: Angka
    sesudah: Angka


@dataclass(frozen=True)
class Perubahan:
    """What a version changed of one indikator."""

    kunci: str
    milik: IndikatorBerubah
    target: tuple[TargetBeda, ...]


@dataclass(frozen=True)
class Beda:
    """A version beside the one before it."""

    milik: BedaVersi
    berubah: tuple[Perubahan, ...]


@dataclass(frozen=True)
class KelompokKebijakan:
    judul: str
    isi: tuple[Kebijakan, ...]


@require_safe
def baca_renstra(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The version in force in the year, or another one of it by `?versi=`."""
    kerja = buka(permintaan, kode, tahun)
    versi = versi_dicetak(kerja.unit, tahun, nomor_versi(permintaan))
    semua = versi_serenstra(versi)
    isi = isi_renstra(kerja.unit, versi)
    beda = tuple(_beda(satu) for satu in beda_versi(semua) if versi in (satu.lama, satu.baru))
    misi = daftar_misi(versi)
    konteks = {
        "kerja": kerja,
        "versi": versi,
        "pilihan": pilihan_versi(semua, versi, tahun),
        "misi": misi,
        "misi_lain": "" if any(satu.didukung for satu in misi) else versi.misi_didukung,
        "isu": tuple(filter(None, versi.isu_strategis.splitlines())),
        # the name, and a column for each year
        "lebar": len(isi.tahun()) + 1,
        "tahun_renstra": tuple((satu == tahun, satu) for satu in isi.tahun()),
        "kelompok": tuple(_kelompok(isi, tahun, penanggung_jawab(versi), _berubah(beda))),
        "beda": beda,
        "kebijakan": _kebijakan(versi),
        "program": program_renstra(versi),
    }
    return sajikan(permintaan, "perencanaan/renstra/baca.html", konteks)


def pilihan_versi(
    semua: tuple[RenstraVersi, ...], kini: RenstraVersi, tahun: int
) -> tuple[PilihanVersi, ...]:
    """The versions of a Renstra; the one in force in the year is the usual one."""
    calon = [satu for satu in semua if satu.berlaku_pada(tahun)]
    berlaku = max(calon, key=lambda satu: satu.mulai_tahun, default=None)
    return tuple(
        PilihanVersi(
            nama=f"Versi {satu.ke}: {satu.get_jenis_display()}",
            ket=f"mulai {satu.mulai_tahun}, {satu.nama}",
            nomor=None if satu == berlaku else satu.ke,
            kini=satu == kini,
            keadaan=f"berlaku pada {tahun}" if satu == berlaku else "",
            tanda="selesai",
        )
        for satu in semua
    )


def daftar_misi(versi: RenstraVersi) -> tuple[Misi, ...]:
    """Each misi of the RPJMD, and whether the unit's is that one: by its number or by its words."""
    teks = [satu for satu in versi.misi.splitlines() if satu.strip()]
    didukung = versi.misi_didukung
    nomor = {int(satu) for satu in MISI_KE.findall(didukung)}
    return tuple(
        Misi(satu, urutan in nomor or satu.rstrip(". ").casefold() in didukung.casefold())
        for urutan, satu in enumerate(teks, start=1)
    )


def _berubah(beda: tuple[Beda, ...]) -> dict[int, str]:
    return {satu.milik.baru.indikator_id: satu.kunci for milik in beda for satu in milik.berubah}


def _kelompok(
    isi: IsiRenstra,
    tahun: int,
    penanggung: dict[int, tuple[PenanggungJawab, ...]],
    berubah: Mapping[int, str],
) -> Iterator[Kelompok]:
    """Each tujuan followed by what stands below it."""

    def baris(simpul: Simpul, satu: IndikatorVersi) -> BarisIndikator:
        rujukan = rujukan_renstra(isi.versi)
        target = ((t == tahun, target_renstra(isi, satu, simpul, t)) for t in isi.tahun())
        return BarisIndikator(
            indikator=satu,
            target=tuple((kini, dirujuk(angka, rujukan)) for kini, angka in target),
            penanggung=penanggung.get(satu.pk, ()),
            berubah=berubah.get(satu.indikator_id, ""),
        )

    def telusuri(cabang: Cabang, nomor: str, tingkat: int) -> Iterator[Kelompok]:
        milik = tuple(baris(cabang.simpul, satu) for satu in cabang.indikator)
        yield Kelompok(cabang.simpul, nomor, tingkat, milik)
        for urutan, bawahan in enumerate(cabang.bawahan, start=1):
            yield from telusuri(bawahan, f"{nomor}.{urutan}", tingkat + 1)

    for urutan, tujuan in enumerate(isi.pohon, start=1):
        yield from telusuri(tujuan, str(urutan), 0)


def _beda(milik: BedaVersi) -> Beda:
    return Beda(milik, tuple(_perubahan(milik, satu) for satu in milik.berubah))


def _perubahan(beda: BedaVersi, milik: IndikatorBerubah) -> Perubahan:
    target = (
        TargetBeda(
            satu.tahun,
            angka_target_renstra(
                milik.lama,
                satu.tahun,
                satu.sebelum,
                str(beda.lama),
                rujukan=rujukan_renstra(beda.lama),
            ),
            angka_target_renstra(
                milik.baru,
                satu.tahun,
                satu.sesudah,
                str(beda.baru),
                rujukan=rujukan_renstra(beda.baru),
            ),
        )
        for satu in milik.target
    )
    kunci = f"perubahan-{beda.baru.ke}-{milik.baru.indikator_id}"
    return Perubahan(kunci, milik, tuple(target))


def _kebijakan(versi: RenstraVersi) -> tuple[KelompokKebijakan, ...]:
    """Strategies, then policies; a kind that is not there is left out."""
    semua = kebijakan_renstra(versi)
    kelompok = (
        KelompokKebijakan(jenis.label, tuple(satu for satu in semua if satu.jenis == jenis))
        for jenis in Kebijakan.Jenis
    )
    return tuple(satu for satu in kelompok if satu.isi)
