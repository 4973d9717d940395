"""The worksheet: scores, then every criterion with the answers of the stages side by side."""

from collections.abc import Iterable

from evaluasi.dokumen.dasar import sebut_evaluasi, tabel_nilai
from evaluasi.models import Jawaban
from evaluasi.queries.cetak import IsiLembar, KriteriaTerjawab
from evaluasi.queries.skor_lembar import BarisKomponen, BarisSub
from evaluasi.status import LABEL_TAHAP
from sakip.dokumen.angka import Isi, Potongan
from sakip.dokumen.blok import (
    Bagian,
    Baris,
    Dokumen,
    Identitas,
    Judul,
    KepalaNaskah,
    Kolom,
    Rata,
    Sel,
    Tabel,
    baris,
)

BELUM_DIJAWAB = "-"


def dokumen_lke(isi: IsiLembar) -> Dokumen:
    lembar, unit = isi.lembar, isi.lembar.unit
    return Dokumen(
        judul=f"{lembar} {unit.nama}",
        sampul=None,
        depan=(),
        isi=(
            Bagian("hasil", (*_kepala(isi), _tabel_hasil(isi))),
            *(_bagian(isi, komponen) for komponen in isi.skor.komponen),
        ),
    )


def _kepala(isi: IsiLembar) -> tuple[KepalaNaskah, Identitas]:
    lembar = isi.lembar
    tahap = "; ".join(f"{satu.tahap.nama}: {LABEL_TAHAP[satu.status]}" for satu in isi.tahap)
    return (
        KepalaNaskah(
            (
                "Lembar Kerja Evaluasi",
                lembar.unit.nama,
                sebut_evaluasi(lembar.tahun_evaluasi, lembar.tahun_kinerja),
            )
        ),
        Identitas(
            (
                ("Perangkat Daerah", (lembar.unit.nama,)),
                ("Instrumen", (str(lembar.instrumen),)),
                ("Dasar", (lembar.instrumen.dasar or "-",)),
                ("Tahap", (tahap or "-",)),
            )
        ),
    )


def _tabel_hasil(isi: IsiLembar) -> Tabel:
    return tabel_nilai(isi.skor, kunci="tabel-hasil", judul="Hasil menurut komponen")


def _bagian(isi: IsiLembar, komponen: BarisKomponen) -> Bagian:
    nama = f"{komponen.komponen.kode}. {komponen.komponen.nama}"
    tahap = [satu.tahap.nama for satu in isi.tahap]
    kolom = [Kolom("No", 6, Rata.TENGAH), Kolom("Kriteria", 38)]
    kolom += [Kolom(satu, 9, Rata.TENGAH, grup="Jawaban") for satu in tahap]
    kolom += [Kolom(satu, 16, grup="Catatan") for satu in tahap]
    kolom.append(Kolom("Bukti", 18))
    tabel = Tabel(
        kunci=f"tabel-komponen-{komponen.komponen.pk}",
        nomor="",
        judul=f"Kriteria komponen {nama}",
        kolom=tuple(kolom),
        baris=tuple(
            satu for sub in komponen.sub for satu in _baris_sub(isi, sub, lebar=len(kolom))
        ),
        mendatar=True,
        nomor_kolom=False,
    )
    kunci = f"komponen-{komponen.komponen.pk}"
    return Bagian(kunci, (Judul(2, "", nama, f"judul-{kunci}"), tabel), mendatar=True)


def _baris_sub(isi: IsiLembar, sub: BarisSub, *, lebar: int) -> Iterable[Baris]:
    yield baris(
        Sel(_nilai_sub(isi, sub), bentang=lebar, rata=Rata.KIRI), jenis=Baris.Jenis.SUBKELOMPOK
    )
    for satu in isi.kriteria:
        if satu.kriteria.sub_id == sub.sub.pk:
            yield _baris_kriteria(sub, satu)


def _nilai_sub(isi: IsiLembar, sub: BarisSub) -> Isi:
    """1.a Dokumen … (bobot 6,00). Penilaian mandiri: A, 5,40."""
    hasil: list[Potongan] = [f"{sub.sub.kode} {sub.sub.nama} (bobot ", sub.bobot, ")"]
    for tahap, skor in zip(isi.tahap, sub.skor, strict=True):
        huruf = f"{skor.huruf}, " if skor.huruf else ""
        hasil += [f". {tahap.tahap.nama}: {huruf}", skor.nilai]
    return tuple(hasil)


def _baris_kriteria(sub: BarisSub, satu: KriteriaTerjawab) -> Baris:
    return baris(
        f"{sub.sub.kode}.{satu.kriteria.urutan}",
        satu.kriteria.uraian,
        *(_jawaban(milik) for milik in satu.jawaban),
        *(milik.catatan if milik else "" for milik in satu.jawaban),
        "\n".join(satu.bukti),
    )


def _jawaban(jawaban: Jawaban | None) -> str:
    return str(jawaban.pilihan) if jawaban and jawaban.pilihan else BELUM_DIJAWAB
