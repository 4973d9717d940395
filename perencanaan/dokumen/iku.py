"""Indikator kinerja utama as blocks."""

from collections.abc import Iterator

from perencanaan.dokumen.renstra import target_renstra
from perencanaan.dokumen.tabel import Label, Letak, catatan_tanpa_angka
from perencanaan.models import IndikatorVersi
from perencanaan.models.renstra import JenisSimpul
from perencanaan.queries.angka import KOSONG
from perencanaan.queries.isi_renstra import Cabang, IsiRenstra
from sakip.dokumen.angka import Angka
from sakip.dokumen.blok import Baris, Kolom, Rata, Sel, Tabel, baris

JUMLAH_KOLOM = 8


def iku_berurutan(isi: IsiRenstra) -> Iterator[tuple[Cabang, tuple[IndikatorVersi, ...]]]:
    """The tujuan and sasaran that have an IKU, each with those it has."""
    for cabang in isi.cabang():
        milik = tuple(satu for satu in cabang.indikator if satu.iku)
        if milik:
            yield cabang, milik


def tabel_iku(isi: IsiRenstra, tahun: int, letak: Letak | None = None) -> Tabel:
    """The IKU of a version with the target of a year, what each means, its formula and source."""
    letak = letak or Letak("tabel-iku")
    hasil: list[Baris] = []
    target: list[tuple[str, Angka]] = []
    nomor_sasaran = 0
    for cabang, milik in iku_berurutan(isi):
        sasaran = cabang.simpul.jenis == JenisSimpul.SASARAN
        nomor_sasaran += sasaran
        kepala = f"Sasaran {nomor_sasaran}" if sasaran else "Tujuan"
        hasil.append(baris(Sel((kepala,), bentang=JUMLAH_KOLOM), jenis=Baris.Jenis.SUBKELOMPOK))
        label = Label()
        for satu in milik:
            angka = target_renstra(isi, satu, cabang.simpul, tahun)
            target.append((satu.nama, angka))
            hasil.append(_baris(len(target), label.sel(cabang.simpul.nama), satu, angka))
    return Tabel(
        kunci=letak.kunci,
        nomor=letak.nomor,
        judul=letak.judul or f"Indikator Kinerja Utama {isi.unit.nama} Tahun {tahun}",
        kolom=(
            Kolom("No", 4, Rata.TENGAH),
            Kolom("Tujuan/Sasaran Strategis", 14),
            Kolom("Indikator Kinerja", 14),
            Kolom("Target", 6, Rata.KANAN),
            Kolom("Satuan", 6),
            Kolom("Definisi Operasional", 22, grup="Penjelasan"),
            Kolom("Formulasi/Rumus Perhitungan", 23, grup="Penjelasan"),
            Kolom("Sumber Data", 11, grup="Penjelasan"),
        ),
        baris=tuple(hasil),
        sumber=(str(isi.versi),),
        catatan=catatan_tanpa_angka(target),
        mendatar=True,
    )


def _baris(urutan: int, label: Sel, milik: IndikatorVersi, angka: Angka) -> Baris:
    return baris(
        str(urutan),
        label,
        milik.nama,
        angka,
        milik.satuan,
        milik.definisi or KOSONG,
        Sel((milik.rumus_tercetak or KOSONG,), rumus=True),
        milik.sumber_data or KOSONG,
    )
