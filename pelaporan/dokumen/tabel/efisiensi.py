"""The table of performance beside the money that supports it."""

from collections.abc import Iterator

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.tabel.capaian import catatan_pembulatan, catatan_sebab
from pelaporan.dokumen.tabel.judul import judul_tabel
from pelaporan.hitung.efisiensi import (
    RUMUS_EFISIENSI,
    SATUAN_EFISIENSI,
    AturanEfisiensi,
    Tafsir,
)
from pelaporan.queries import BarisEfisiensi, DataLkjip
from sakip.dokumen.angka import Angka, Isi
from sakip.dokumen.blok import Baris, Kolom, Rata, Tabel, baris, kalimat, sebab

TANDA_BERSAMA = "\N{NO-BREAK SPACE}*"


def tabel_efisiensi(data: DataLkjip, angka: AngkaLkjip) -> Tabel:
    nomor, judul = judul_tabel(data, "efisiensi")
    return Tabel(
        kunci="tabel-efisiensi",
        nomor=nomor,
        judul=judul,
        kolom=(
            Kolom("No", 4, Rata.TENGAH),
            Kolom("Tujuan/Sasaran", 13),
            Kolom("Indikator Kinerja", 14),
            Kolom("Target", 7, Rata.KANAN, grup="Kinerja"),
            Kolom("Realisasi", 9, Rata.KANAN, grup="Kinerja"),
            Kolom("Capaian (%)", 9, Rata.KANAN, grup="Kinerja"),
            Kolom("Pagu (Rp)", 13, Rata.KANAN, grup="Anggaran"),
            Kolom("Realisasi (Rp)", 13, Rata.KANAN, grup="Anggaran"),
            Kolom("Serapan (%)", 9, Rata.KANAN, grup="Anggaran"),
            Kolom(f"Efisiensi ({SATUAN_EFISIENSI[data.aturan_efisiensi]})", 9, Rata.KANAN),
        ),
        baris=tuple(
            _baris_efisiensi(milik, angka, urutan)
            for urutan, milik in enumerate(data.efisiensi, start=1)
        ),
        sumber=(f"Capaian kinerja dan realisasi anggaran tahun {data.tahun}",),
        catatan=_catatan_efisiensi(data, angka),
        mendatar=True,
    )


def _baris_efisiensi(milik: BarisEfisiensi, angka: AngkaLkjip, urutan: int) -> Baris:
    indikator, tempat = milik.indikator, angka.tempat_dukungan(milik)
    return baris(
        str(urutan),
        indikator.ini.simpul.nama,
        f"{indikator.ini.indikator.nama}{TANDA_BERSAMA if milik.bersama else ''}",
        angka.target(indikator),
        angka.realisasi(indikator),
        angka.capaian(indikator),
        angka.pagu(milik.serapan, tempat),
        angka.realisasi_anggaran(milik.serapan, tempat),
        angka.serapan(milik.serapan, tempat),
        angka.efisiensi(milik),
    )


def _catatan_efisiensi(data: DataLkjip, angka: AngkaLkjip) -> tuple[Isi, ...]:
    catatan: list[Isi] = [
        (
            f"Aturan: {RUMUS_EFISIENSI[data.aturan_efisiensi]}. Dihitung dari angka yang belum dibulatkan.",
        )
    ]
    if any(milik.bersama for milik in data.efisiensi):
        catatan.append(
            (
                "Tanda *: anggarannya juga mendukung indikator lain, "
                "sehingga tabel ini tidak dijumlahkan.",
            )
        )
    for milik in data.efisiensi:
        tercetak = angka.efisiensi_tercetak(milik)
        if tercetak is not None:
            nama = milik.indikator.ini.indikator.nama
            catatan.append(_catatan_tercetak(nama, tercetak, milik, angka))
    catatan.extend(catatan_sebab(_keadaan(data)))
    return tuple(catatan)


def _keadaan(data: DataLkjip) -> Iterator[tuple[str, str]]:
    """What is said of an indikator: that it saved nothing, has no efisiensi, or no row, and why."""
    for milik in data.efisiensi:
        nama = milik.indikator.ini.indikator.nama
        if milik.efisiensi.tafsir is Tafsir.KURANG_TERCAPAI:
            yield nama, "belum mencapai target, sehingga sisa anggarannya bukan efisiensi"
        if milik.efisiensi.nilai is None:
            alasan = milik.indikator.ini.hasil.alasan or milik.efisiensi.alasan
            yield nama, f"tidak dihitung{sebab(alasan)}"
    for satu in data.tanpa_dukungan:
        yield (
            satu.ini.indikator.nama,
            "tidak dimuat karena tidak ada program atau kegiatan yang dinyatakan mendukungnya",
        )


def _catatan_tercetak(nama: str, tercetak: Angka, milik: BarisEfisiensi, angka: AngkaLkjip) -> Isi:
    """By the rule of selisih the printed columns differ; by the others they give a quotient."""
    hasil = angka.efisiensi(milik)
    if angka.data.aturan_efisiensi is AturanEfisiensi.SELISIH:
        return catatan_pembulatan(nama, tercetak, hasil)
    return kalimat(
        "{nama}: dari dua kolom yang tercetak diperoleh {tercetak}; "
        "dari angka yang belum dibulatkan {hasil}.",
        nama=nama,
        tercetak=tercetak,
        hasil=hasil,
    )
