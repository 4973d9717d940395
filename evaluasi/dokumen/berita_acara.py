"""Berita acara: what the evaluation came to, and that both parties know it."""

from evaluasi.dokumen.dasar import (
    AKIP,
    TITIK,
    nama_inspektorat,
    penanda_inspektur,
    penanda_unit,
    sebut_evaluasi,
    tabel_nilai,
)
from evaluasi.queries.cetak import IsiBeritaAcara
from sakip.dokumen.blok import (
    Bagian,
    Blok,
    Dokumen,
    Identitas,
    KepalaNaskah,
    Paragraf,
    Penanda,
    TandaTangan,
    kalimat,
)

PENUTUP = (
    "Hasil ini menjadi dasar Laporan Hasil Evaluasi. Berita acara ini dibuat untuk digunakan "
    "sebagaimana mestinya."
)


def dokumen_berita_acara(isi: IsiBeritaAcara) -> Dokumen:
    lembar, unit = isi.lembar, isi.lembar.unit
    sebut = sebut_evaluasi(lembar.tahun_evaluasi, lembar.tahun_kinerja)
    kedua = penanda_unit(unit, isi.pemimpin, "Pihak Kedua,")
    pertama = penanda_inspektur(unit, isi.inspektur, "Pihak Pertama,")
    blok: tuple[Blok, ...] = (
        KepalaNaskah((f"Berita Acara Hasil Evaluasi {AKIP}", unit.nama, sebut)),
        Paragraf((f"Pada hari {TITIK} tanggal {TITIK}, yang bertanda tangan di bawah ini:",)),
        _pihak(pertama, nama_inspektorat(unit)),
        Paragraf(("selanjutnya disebut pihak pertama;",)),
        _pihak(kedua, unit.nama),
        Paragraf(("selanjutnya disebut pihak kedua.",)),
        Paragraf(
            (
                f"Pihak pertama telah mengevaluasi akuntabilitas kinerja pihak kedua tahun "
                f"{lembar.tahun_kinerja} dan menyampaikan hasilnya, dan pihak kedua telah membaca "
                "dan menerima penjelasannya:",
            )
        ),
        tabel_nilai(isi.skor, kunci="tabel-hasil", judul=f"Hasil {sebut}"),
        *_kesimpulan(isi),
        Paragraf((PENUTUP,)),
        TandaTangan(f"{unit.pemda.kedudukan}, {TITIK}", (kedua, pertama)),
    )
    return Dokumen(
        judul=f"Berita Acara Hasil Evaluasi {lembar.tahun_evaluasi} {unit.nama}",
        sampul=None,
        depan=(),
        isi=(Bagian("berita-acara", blok),),
    )


def _pihak(penanda: Penanda, instansi: str) -> Identitas:
    return Identitas(
        (
            ("Nama", (penanda.nama,)),
            ("NIP", (penanda.nip or "-",)),
            ("Jabatan", (penanda.jabatan,)),
            ("Instansi", (instansi,)),
        )
    )


def _kesimpulan(isi: IsiBeritaAcara) -> tuple[Paragraf, ...]:
    """The score of the deciding stage, in a sentence."""
    for tahap, nilai, huruf in zip(isi.skor.tahap, isi.skor.total, isi.skor.predikat, strict=True):
        if tahap.tahap.penentu and nilai.nilai is not None and huruf is not None:
            pola = "Nilai akuntabilitas kinerja menurut {tahap} adalah {nilai}, predikat {huruf}."
            return (
                Paragraf(
                    kalimat(
                        pola,
                        tahap=tahap.tahap.nama.lower(),
                        nilai=nilai,
                        huruf=f"{huruf.kode} ({huruf.sebutan})",
                    )
                ),
            )
    return ()
