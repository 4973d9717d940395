"""What the page of a sub-komponen shows in its cells, made of stored rows and what was sent: pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from evaluasi.models import PilihanJawaban
from evaluasi.queries.fakta import FaktaKriteria
from evaluasi.queries.isi_lembar import BarisKriteria, IsiSub
from evaluasi.queries.sel_lembar import IsiSel, isi_sel
from evaluasi.services.sel_lembar import Hasil, HasilSel

KOSONG = "(kosong)"


@dataclass(frozen=True)
class Banding:
    """A cell three times: when it was opened, as stored, as typed."""

    dibuka: str
    tersimpan: str
    ketikan: str


@dataclass(frozen=True)
class SelTampil:
    """A cell: what stands in it, what it held when opened, and what is asked about it."""

    kunci: str
    label: str
    pilihan: tuple[PilihanJawaban, ...]
    isi: IsiSel
    semula: IsiSel
    pesan: str = ""
    banding: Banding | None = None


@dataclass(frozen=True)
class BarisTampil:
    """`fakta` is what the data of the application say of the criterion, where they can."""

    sumber: BarisKriteria
    sel: SelTampil
    fakta: FaktaKriteria | None = None


def kunci_nilai(sub: int) -> str:
    """How a form names the grade of a sub-komponen; a criterion goes by its id."""
    return f"nilai-{sub}"


def baris_tampil(
    isi: IsiSub, hasil: Mapping[str, HasilSel], fakta: Mapping[int, FaktaKriteria]
) -> tuple[BarisTampil, ...]:
    kode = isi.kini.sub.kode
    return tuple(
        BarisTampil(
            satu,
            _sel(
                str(satu.kriteria.pk),
                f"Kriteria {kode}.{satu.kriteria.urutan}",
                satu.pilihan,
                isi_sel(satu.jawaban),
                hasil.get(str(satu.kriteria.pk)),
            ),
            fakta.get(satu.kriteria.pk),
        )
        for satu in isi.baris
    )


def sel_nilai(isi: IsiSub, hasil: Mapping[str, HasilSel]) -> SelTampil | None:
    if isi.nilai is None:
        return None
    kunci = kunci_nilai(isi.kini.sub.pk)
    tersimpan = isi_sel(isi.nilai.milik)
    label = f"Nilai sub-komponen {isi.kini.sub.kode}"
    return _sel(kunci, label, isi.nilai.pilihan, tersimpan, hasil.get(kunci))


def pesan_hasil(hasil: HasilSel) -> str:
    """What a page says of a cell that was not written."""
    if hasil.hasil is Hasil.BENTROK:
        return (
            f"{hasil.oleh or 'Orang lain'} menyimpan isian ini setelah Anda membukanya. Pilih mana "
            "yang berlaku."
        )
    return hasil.pesan


def tulis_isi(isi: IsiSel) -> str:
    """A cell in one line: the answer, then its note."""
    return " — ".join(satu for satu in (isi.pilihan, isi.catatan) if satu) or KOSONG


def _sel(
    kunci: str,
    label: str,
    pilihan: tuple[PilihanJawaban, ...],
    tersimpan: IsiSel,
    hasil: HasilSel | None,
) -> SelTampil:
    if hasil is None or hasil.hasil not in {Hasil.TANYA, Hasil.BENTROK}:
        return SelTampil(kunci, label, pilihan, tersimpan, tersimpan)
    banding = None
    if hasil.hasil is Hasil.BENTROK:
        banding = Banding(
            tulis_isi(hasil.semula), tulis_isi(hasil.tersimpan), tulis_isi(hasil.ketikan)
        )
    # sent again it counts as opened at what is stored: both were seen
    return SelTampil(
        kunci, label, pilihan, hasil.ketikan, hasil.tersimpan, pesan_hasil(hasil), banding
    )
