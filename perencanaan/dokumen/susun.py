"""Whole documents: Perjanjian Kinerja, Renstra, IKU."""

from perencanaan.dokumen.iku import iku_berurutan, tabel_iku
from perencanaan.dokumen.perjanjian import sebutan
from perencanaan.dokumen.pernyataan import berdraf, lampiran, lampiran_bulanan, pernyataan
from perencanaan.dokumen.renstra import (
    isu_strategis,
    kebijakan,
    tabel_program_renstra,
    tabel_renstra,
    visi_misi,
)
from perencanaan.dokumen.tabel import Letak
from perencanaan.dokumen.unit import tugas_fungsi
from perencanaan.queries.isi_perjanjian import isi_perjanjian, perjanjian_dicetak
from perencanaan.queries.isi_renstra import (
    IsiRenstra,
    isi_renstra,
    kebijakan_renstra,
    program_renstra,
    versi_dicetak,
)
from sakip.dokumen.blok import Bagian, Blok, Dokumen, Draf, Judul, KepalaNaskah, Paragraf, Sampul
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit


def susun_perjanjian(unit: Unit, tahun: int, ke: int | None = None) -> Dokumen:
    """The agreement in force at the year's end, or the one of that number. Raises TidakAda."""
    isi = isi_perjanjian(perjanjian_dicetak(unit, tahun, ke))
    bulanan = lampiran_bulanan(isi)
    return Dokumen(
        judul=f"{sebutan(isi.perjanjian)} {isi.nama_unit} Tahun {tahun}",
        sampul=None,
        depan=(),
        isi=(
            Bagian("pernyataan", pernyataan(isi)),
            Bagian("lampiran", lampiran(isi)),
            *((Bagian("bulanan", bulanan),) if bulanan else ()),
        ),
        draf=Draf(unit.pemda.zona) if berdraf(isi.perjanjian) else None,
    )


def susun_renstra(unit: Unit, tahun: int, ke: int | None = None) -> Dokumen:
    """The version in force in the year, or the one of that number. Raises TidakAda."""
    isi = isi_renstra(unit, versi_dicetak(unit, tahun, ke))
    renstra = isi.versi.renstra
    bab = _bab_renstra(isi)
    return Dokumen(
        judul=str(isi.versi),
        sampul=Sampul(
            judul=("Rencana Strategis",),
            nama=unit.nama_berbaris(),
            tahun=f"{renstra.tahun_awal}–{renstra.tahun_akhir}",
            pemda=unit.pemda.nama,
        ),
        depan=(),
        isi=(Bagian("renstra", bab),),
    )


def _bab_renstra(isi: IsiRenstra) -> tuple[Blok, ...]:
    program = program_renstra(isi.versi)
    bab: tuple[tuple[str, tuple[Blok, ...], str], ...] = (
        ("Visi dan Misi", visi_misi(isi), "Visi dan misi"),
        ("Isu Strategis", isu_strategis(isi), "Isu strategis"),
        (
            "Tujuan, Sasaran, dan Target",
            (tabel_renstra(isi, Letak("tabel-renstra", "1")),) if isi.pohon else (),
            "Tujuan dan sasaran",
        ),
        ("Strategi dan Arah Kebijakan", kebijakan(kebijakan_renstra(isi.versi)), "Kebijakan"),
        (
            "Program",
            (tabel_program_renstra(isi, program, Letak("tabel-program", "2")),) if program else (),
            "Program",
        ),
    )
    blok: list[Blok] = [Judul(1, "", str(isi.versi), "judul-renstra")]
    for nomor, (judul, milik, hal) in enumerate(bab, start=1):
        blok.append(Judul(2, str(nomor), judul, f"judul-{nomor}"))
        blok += milik or (Paragraf((f"{hal} belum dicatat pada versi ini.",)),)
    return tuple(blok)


def susun_iku(unit: Unit, tahun: int, ke: int | None = None) -> Dokumen:
    """The IKU of the version in force in the year, or of that number.

    Raises TidakAda, also where the version names none.
    """
    isi = isi_renstra(unit, versi_dicetak(unit, tahun, ke))
    if not any(iku_berurutan(isi)):
        raise TidakAda(f"{isi.versi} tidak menandai satu pun indikator sebagai IKU.")
    return Dokumen(
        judul=f"Indikator Kinerja Utama {unit.nama} Tahun {tahun}",
        sampul=None,
        depan=(),
        isi=(Bagian("iku", (*_pengantar_iku(unit, tahun, isi), tabel_iku(isi, tahun))),),
    )


def _pengantar_iku(unit: Unit, tahun: int, isi: IsiRenstra) -> tuple[Blok, ...]:
    """Who the unit is and what it is for, as the form of an IKU asks before its table."""
    blok: list[Blok] = [
        KepalaNaskah((f"Indikator Kinerja Utama Tahun {tahun}", unit.nama)),
        Paragraf(
            (
                f"Indikator kinerja utama ini adalah ukuran keberhasilan {unit.nama} dalam "
                f"mencapai tujuan dan sasaran menurut {isi.versi}.",
            )
        ),
    ]
    return (*blok, *tugas_fungsi(unit))
