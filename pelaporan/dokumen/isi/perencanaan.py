"""BAB II: what was planned and promised."""

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.isi.dasar import kecil_awal, paragraf, senarai
from pelaporan.dokumen.tabel import anggaran, capaian
from pelaporan.queries import DataLkjip
from sakip.dokumen.blok import Blok, Senarai


def tujuan_sasaran(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    blok: list[Blok] = []
    if data.versi.visi:
        blok += paragraf(f"Visi {data.unit.pemda.nama} adalah “{data.versi.visi}”.")
    if misi := data.versi.misi.splitlines():
        blok += paragraf("Misi untuk mewujudkan visi itu adalah:")
        blok += senarai(((satu,) for satu in misi), Senarai.Gaya.ANGKA)
    if data.versi.misi_didukung:
        blok += paragraf(
            f"{data.unit.nama} mendukung {kecil_awal(data.versi.misi_didukung).rstrip('.')}."
        )
    blok += paragraf(
        f"Tujuan, sasaran, dan target setiap tahun menurut {data.versi.renstra.nama} adalah "
        "sebagai berikut."
    )
    return (*blok, capaian.tabel_renstra(data, angka))


def perjanjian_kinerja(data: DataLkjip, angka: AngkaLkjip) -> tuple[Blok, ...]:
    return (
        *paragraf(
            f"Kinerja yang diperjanjikan untuk tahun {data.tahun} dan anggaran program yang "
            "mendukungnya adalah sebagai berikut."
        ),
        capaian.tabel_perjanjian(data, angka),
        anggaran.tabel_program(data),
    )
