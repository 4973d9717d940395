"""The two tables of a Perjanjian Kinerja, from its own rows."""

from perencanaan.dokumen.tabel import Label, Letak, catatan_tanpa_angka
from perencanaan.models import PerjanjianKinerja, PkBaris
from perencanaan.queries.angka_perjanjian import (
    BARU,
    angka_janji,
    angka_jumlah_pagu,
    angka_pagu_sebelum,
    angka_pagu_sesudah,
    tanpa_janji,
)
from perencanaan.queries.isi_perjanjian import IsiPerjanjian
from sakip.dokumen.angka import Angka, Isi
from sakip.dokumen.blok import Baris, Kolom, Rata, Sel, Tabel, baris


def sebutan(perjanjian: PerjanjianKinerja) -> str:
    """Perjanjian Kinerja, or Perjanjian Kinerja Perubahan."""
    return "Perjanjian Kinerja Perubahan" if perjanjian.ke > 1 else "Perjanjian Kinerja"


def kunci_perjanjian(perjanjian: PerjanjianKinerja, tabel: str) -> str:
    """The anchor of a table of one agreement: two of them may stand in one document."""
    return f"tabel-pk-{perjanjian.tahun}-{perjanjian.ke}-{tabel}"


def tabel_sasaran(isi: IsiPerjanjian, letak: Letak | None = None) -> Tabel:
    """What is promised; of a change with what was promised before it."""
    perjanjian = isi.perjanjian
    letak = letak or Letak(kunci_perjanjian(perjanjian, "sasaran"))
    sisi = (_sebelum, _sesudah) if isi.sebelum else (_sesudah,)
    target = [tuple(satu(isi, milik) for satu in sisi) for milik in isi.baris]
    label = Label()
    return Tabel(
        kunci=letak.kunci,
        nomor=letak.nomor,
        judul=letak.judul or f"Sasaran, Indikator, dan Target {perjanjian}",
        kolom=(
            Kolom("No", 6, Rata.TENGAH),
            Kolom("Sasaran Strategis", 40),
            Kolom("Indikator Kinerja", 40),
            *_kolom_target(berubah=isi.sebelum is not None),
        ),
        baris=tuple(
            baris(str(urutan), label.sel(satu.sasaran), satu.nama, *angka)
            for urutan, (satu, angka) in enumerate(zip(isi.baris, target, strict=True), start=1)
        ),
        sumber=_sumber(isi),
        catatan=(
            *catatan_tanpa_angka(
                (milik.nama, satu)
                for milik, angka in zip(isi.baris, target, strict=True)
                for satu in angka
            ),
            *_catatan_dilepas(isi),
        ),
    )


def _kolom_target(*, berubah: bool) -> tuple[Kolom, ...]:
    if not berubah:
        return (Kolom("Target", 14, Rata.KANAN),)
    return tuple(Kolom(kepala, 10, Rata.KANAN, grup="Target") for kepala in ("Sebelum", "Sesudah"))


def _sumber(isi: IsiPerjanjian) -> Isi:
    return (f"{sebutan(isi.perjanjian)} {isi.nama_unit} Tahun {isi.perjanjian.tahun}",)


def _sesudah(isi: IsiPerjanjian, milik: PkBaris) -> Angka:
    return angka_janji(isi.perjanjian, milik)


def _sebelum(isi: IsiPerjanjian, milik: PkBaris) -> Angka:
    """What the agreement before says of the same indikator."""
    lama = isi.baris_sebelum.get(milik.indikator_id)
    if isi.sebelum is None or lama is None:
        return tanpa_janji(isi.perjanjian, isi.sebelum or isi.perjanjian, milik, BARU)
    return angka_janji(isi.sebelum, lama)


def _catatan_dilepas(isi: IsiPerjanjian) -> tuple[Isi, ...]:
    kini = {satu.indikator_id for satu in isi.baris}
    lepas = [satu.nama for tanda, satu in isi.baris_sebelum.items() if tanda not in kini]
    return ((f"{'; '.join(lepas)}: tidak lagi diperjanjikan.",),) if lepas else ()


def tabel_program(isi: IsiPerjanjian, letak: Letak | None = None) -> Tabel:
    """The programs and their money, with the total; of a changed budget before and after."""
    perjanjian = isi.perjanjian
    letak = letak or Letak(kunci_perjanjian(perjanjian, "program"))
    berubah = perjanjian.anggaran_sebelum is not None
    sisi = (angka_pagu_sebelum, angka_pagu_sesudah) if berubah else (angka_pagu_sesudah,)
    uang = [[satu(perjanjian, milik) for satu in sisi] for milik in isi.program]
    nama_sisi = ("sebelum", "sesudah") if berubah else ("sesudah",)
    jumlah = [
        angka_jumlah_pagu(perjanjian, nama, [angka[urutan] for angka in uang])
        for urutan, nama in enumerate(nama_sisi)
    ]
    return Tabel(
        kunci=letak.kunci,
        nomor=letak.nomor,
        judul=letak.judul or f"Program dan Anggaran {perjanjian} (Rp)",
        kolom=(
            Kolom("No", 5, Rata.TENGAH),
            Kolom("Program", 50),
            *_kolom_anggaran(berubah=berubah),
            Kolom("Keterangan", 11),
        ),
        baris=(
            *(
                baris(str(urutan), milik.nama, *angka, milik.keterangan)
                for urutan, (milik, angka) in enumerate(
                    zip(isi.program, uang, strict=True), start=1
                )
            ),
            baris(Sel(("Jumlah",), bentang=2), *jumlah, "", jenis=Baris.Jenis.JUMLAH),
        ),
        sumber=_sumber_anggaran(perjanjian),
        catatan=catatan_tanpa_angka(
            (milik.nama, angka[0]) for milik, angka in zip(isi.program, uang, strict=True)
        ),
        utuh=True,
    )


def _kolom_anggaran(*, berubah: bool) -> tuple[Kolom, ...]:
    if not berubah:
        return (Kolom("Anggaran", 20, Rata.KANAN),)
    return tuple(
        Kolom(kepala, 17, Rata.KANAN, grup="Anggaran") for kepala in ("Sebelum", "Sesudah")
    )


def _sumber_anggaran(perjanjian: PerjanjianKinerja) -> Isi:
    if perjanjian.anggaran_sebelum is None:
        return (str(perjanjian.anggaran_sesudah),)
    return (
        f"Sebelum menurut {perjanjian.anggaran_sebelum}, "
        f"sesudah menurut {perjanjian.anggaran_sesudah}",
    )
