"""The whole LKjIP: outline and contents put together."""

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.isi import ISI
from pelaporan.dokumen.kerangka import LKJIP, Pos
from pelaporan.queries import DataLkjip, data_lkjip
from sakip.dokumen.blok import (
    Bagian,
    Blok,
    DaftarIsi,
    DaftarTabel,
    Dokumen,
    Judul,
    Sampul,
)
from sakip.organisasi.models import Unit


def susun_lkjip(unit: Unit, tahun: int) -> Dokumen:
    """The LKjIP of a unit and year as blocks. Raises TidakAda when the year has no data."""
    data = data_lkjip(unit, tahun)
    angka = AngkaLkjip(data)
    return Dokumen(
        judul=f"LKjIP {unit.nama} Tahun {tahun}",
        sampul=Sampul(
            judul=("Laporan Kinerja", "Instansi Pemerintah"),
            nama=_baris_nama(unit),
            tahun=str(tahun),
            pemda=unit.pemda.nama,
        ),
        depan=(
            Bagian("daftar-isi", (_judul_depan("daftar-isi", "Daftar Isi"), DaftarIsi())),
            Bagian("daftar-tabel", (_judul_depan("daftar-tabel", "Daftar Tabel"), DaftarTabel())),
        ),
        isi=tuple(_bab(pos, data, angka) for pos in LKJIP.bab),
    )


def _baris_nama(unit: Unit) -> tuple[str, ...]:
    """The name of the unit, that of its pemda in a line of its own."""
    sendiri = unit.nama.removesuffix(unit.pemda.nama).strip()
    return (sendiri, unit.pemda.nama) if sendiri != unit.nama else (unit.nama,)


def _judul_depan(kunci: str, teks: str) -> Judul:
    return Judul(1, "", teks, f"judul-{kunci}")


def _bab(pos: tuple[Pos, ...], data: DataLkjip, angka: AngkaLkjip) -> Bagian:
    blok: list[Blok] = []
    for milik in pos:
        judul = milik.judul.format(tahun=data.tahun)
        blok.append(Judul(milik.tingkat, milik.nomor, judul, f"judul-{milik.kunci}"))
        if susun := ISI.get(milik.kunci):
            blok.extend(susun(data, angka))
    return Bagian(pos[0].kunci, tuple(blok))
