"""Numbers and captions of the outline's tables and pictures, with the years filled in."""

from pelaporan.dokumen.kerangka_lkjip import LKJIP
from pelaporan.queries import DataLkjip


def judul_tabel(data: DataLkjip, kunci: str) -> tuple[str, str]:
    nomor, judul = LKJIP.tabel[kunci]
    return nomor, isi_judul(data, judul)


def judul_gambar(data: DataLkjip, kunci: str) -> tuple[str, str]:
    nomor, judul = LKJIP.gambar[kunci]
    return nomor, isi_judul(data, judul)


def isi_judul(data: DataLkjip, judul: str) -> str:
    """A heading or caption of the outline, with the unit and years of the report."""
    return judul.format(
        unit=data.unit.nama,
        tahun=data.tahun,
        lalu=data.tahun_lalu,
        awal=data.tahun_renstra[0],
        akhir=data.tahun_akhir,
    )


def rujuk(kunci: str) -> str:
    """How a sentence names a table: Tabel 3.2."""
    return f"Tabel {LKJIP.tabel[kunci][0]}"
