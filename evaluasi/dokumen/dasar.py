"""What the documents of an evaluation share: titles, signatures, the table of scores."""

from collections.abc import Sequence
from decimal import Decimal

from evaluasi.models import Lhe
from evaluasi.queries.angka_lembar import angka_lhe
from evaluasi.queries.skor_lembar import BarisKomponen, TabelSkor
from sakip.dokumen.angka import Angka, Asal
from sakip.dokumen.blok import Baris, Kolom, Penanda, Rata, Sel, Tabel, baris
from sakip.organisasi.models import Pejabat, Penempatan, Unit

TITIK = "……………………………………"
AKIP = "Akuntabilitas Kinerja Instansi Pemerintah"
KOSONG = "-"


def sebut_evaluasi(tahun_evaluasi: int, tahun_kinerja: int) -> str:
    """Both years, which people mix up."""
    return f"Evaluasi {tahun_evaluasi} atas kinerja {tahun_kinerja}"


def nama_inspektorat(unit: Unit) -> str:
    return f"Inspektorat {unit.pemda.nama}"


def penanda_unit(unit: Unit, pemimpin: Penempatan | None, *pengantar: str) -> Penanda:
    """Who heads the unit; a line to write on where nobody is known."""
    if pemimpin is None:
        return Penanda(f"Kepala {unit.nama}", TITIK, pengantar=pengantar)
    pejabat = pemimpin.pejabat
    return Penanda(
        pemimpin.jabatan_tercetak(), pejabat.nama, pejabat.nip_tercetak(), pengantar=pengantar
    )


def penanda_inspektur(unit: Unit, inspektur: Penempatan | None, *pengantar: str) -> Penanda:
    if inspektur is None:
        return Penanda(f"Inspektur {unit.pemda.nama}", TITIK, pengantar=pengantar)
    pejabat = inspektur.pejabat
    return Penanda(
        inspektur.jabatan_tercetak(), pejabat.nama, pejabat.nip_tercetak(), pengantar=pengantar
    )


def nip_tercetak(nip: str) -> str:
    """In the groups in which documents print it."""
    return Pejabat(nip=nip).nip_tercetak()


def skor_lhe(lhe: Lhe) -> tuple[Angka | str, ...]:
    """The score with its letter where it is known."""
    return (angka_lhe(lhe), f" ({lhe.predikat})" if lhe.predikat else "")


def angka_banyak(banyak: int, kunci: str, apa: str) -> Angka:
    """A count in a sentence."""
    return Angka(Decimal(banyak), str(banyak), kunci, Asal(f"banyaknya {apa}", nama=apa))


def tabel_nilai(skor: TabelSkor, *, kunci: str, judul: str, mendatar: bool = False) -> Tabel:
    """Komponen and sub-komponen with their weights, and grade and score of each stage."""
    kolom = [Kolom("No", 7, Rata.TENGAH), Kolom("Komponen dan sub-komponen", 45)]
    kolom.append(Kolom("Bobot", 10, Rata.KANAN))
    for tahap in skor.tahap:
        kolom.append(Kolom("Huruf", 8, Rata.TENGAH, grup=tahap.tahap.nama))
        kolom.append(Kolom("Nilai", 10, Rata.KANAN, grup=tahap.tahap.nama))
    isi = [satu for komponen in skor.komponen for satu in _baris_komponen(komponen)]
    isi.append(
        baris(
            Sel(("Nilai akuntabilitas kinerja",), bentang=2),
            skor.bobot,
            *_berseling([satu.kode if satu else "" for satu in skor.predikat], skor.total),
            jenis=Baris.Jenis.JUMLAH,
        )
    )
    return Tabel(
        kunci=kunci,
        nomor="",
        judul=judul,
        kolom=tuple(kolom),
        baris=tuple(isi),
        catatan=_tanpa_nilai(skor),
        mendatar=mendatar,
        nomor_kolom=False,
    )


def _baris_komponen(komponen: BarisKomponen) -> list[Baris]:
    kepala = baris(
        komponen.komponen.kode,
        komponen.komponen.nama,
        komponen.bobot,
        *_berseling([""] * len(komponen.nilai), komponen.nilai),
        jenis=Baris.Jenis.KELOMPOK,
    )
    return [
        kepala,
        *(
            baris(
                satu.sub.kode,
                satu.sub.nama,
                satu.bobot,
                *_berseling(
                    [milik.huruf for milik in satu.skor], [milik.nilai for milik in satu.skor]
                ),
            )
            for satu in komponen.sub
        ),
    ]


def _berseling(huruf: Sequence[str], nilai: Sequence[Angka]) -> list[str | Angka]:
    """Letter and score of each stage in turn."""
    return [isi for pasangan in zip(huruf, nilai, strict=True) for isi in pasangan]


def _tanpa_nilai(skor: TabelSkor) -> tuple[tuple[str], ...]:
    """Why a stage has no total."""
    return tuple(
        (f"{tahap.tahap.nama}: {angka.alasan}",)
        for tahap, angka in zip(skor.tahap, skor.total, strict=True)
        if angka.nilai is None
    )
