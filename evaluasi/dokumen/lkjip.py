"""The follow-up of last year's recommendations, as a section of the LKjIP."""

from evaluasi.dokumen.tindak_lanjut import tabel_ringkas
from evaluasi.queries.cetak import isi_tindak_lanjut
from pelaporan.dokumen.tambahan import Tambahan
from perencanaan.dokumen.tabel import Letak
from sakip.dokumen.blok import Blok, Paragraf
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit


def tindak_lanjut(unit: Unit, tahun: int, letak: Letak) -> tuple[Blok, ...]:
    """Of the LHE on the work of the year before; says so where there is none."""
    try:
        isi = isi_tindak_lanjut(unit, tahun - 1, None)
    except TidakAda as salah:
        return (Paragraf((str(salah),)),)
    return (
        Paragraf(
            (
                f"Tindak lanjut atas rekomendasi {isi.lhe}, yang menilai kinerja {tahun - 1}, "
                f"disajikan dalam Tabel {letak.nomor}.",
            )
        ),
        tabel_ringkas(isi, kunci=letak.kunci, nomor=letak.nomor, judul=letak.judul),
    )


TINDAK_LANJUT = Tambahan(
    kunci="tindak-lanjut-evaluasi",
    bab="akuntabilitas",
    judul="Tindak Lanjut Hasil Evaluasi Tahun {lalu}",
    judul_tabel="Tindak Lanjut Rekomendasi Hasil Evaluasi atas Kinerja Tahun {lalu}",
    susun=tindak_lanjut,
)
