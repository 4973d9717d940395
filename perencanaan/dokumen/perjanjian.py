"""The two tables of a Perjanjian Kinerja, from its own rows."""

from dataclasses import replace
from decimal import Decimal

from perencanaan.dokumen.tabel import Label, Letak, catatan_tanpa_angka
from perencanaan.models import PerjanjianKinerja, PkBaris, PkProgram
from perencanaan.models.dasar import DESIMAL_NILAI
from perencanaan.queries.angka import KOSONG, angka_nilai, angka_uang
from perencanaan.queries.isi_perjanjian import IsiPerjanjian
from sakip.dokumen.angka import Angka, Asal, Isi
from sakip.dokumen.blok import Baris, Kolom, Rata, Sel, Tabel, baris

JUMLAH = "jumlah"
BARU = "Tidak ada pada Perjanjian Kinerja sebelumnya."
TANPA_ANGGARAN = "Belum mempunyai anggaran sebelumnya."


def sebutan(perjanjian: PerjanjianKinerja) -> str:
    """Perjanjian Kinerja, or Perjanjian Kinerja Perubahan."""
    return "Perjanjian Kinerja Perubahan" if perjanjian.ke > 1 else "Perjanjian Kinerja"


def kunci_perjanjian(perjanjian: PerjanjianKinerja, tabel: str) -> str:
    """The anchor of a table of one agreement: two of them may stand in one document."""
    return f"tabel-pk-{perjanjian.tahun}-{perjanjian.ke}-{tabel}"


def angka_janji(perjanjian: PerjanjianKinerja, milik: PkBaris) -> Angka:
    """A promised target with all the places it was promised with: later settings change nothing."""
    return angka_nilai(
        milik.sebagai_nilai(),
        _kunci_janji(perjanjian, milik.indikator_id),
        Asal(f"Target menurut {perjanjian}"),
        desimal=DESIMAL_NILAI,
        satuan=milik.satuan,
    )


def _kunci_janji(perjanjian: PerjanjianKinerja, indikator: int) -> str:
    return f"target-pk/{perjanjian.pk}/{indikator}"


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
        kunci = f"target-pk-sebelum/{isi.perjanjian.pk}/{milik.indikator_id}"
        return Angka(None, KOSONG, kunci, Asal(f"Target menurut {isi.sebelum}"), BARU)
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
    sisi = (_uang_sebelum, _uang_sesudah) if berubah else (_uang_sesudah,)
    uang = [[satu(perjanjian, milik) for satu in sisi] for milik in isi.program]
    nama_sisi = ("sebelum", "sesudah") if berubah else ("sesudah",)
    jumlah = [
        _jumlah(perjanjian, nama, [angka[urutan] for angka in uang])
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


def _kunci_uang(perjanjian: PerjanjianKinerja, sisi: str, tempat: str) -> str:
    return f"pagu-pk/{perjanjian.pk}/{sisi}/{tempat}"


def _uang_sesudah(perjanjian: PerjanjianKinerja, milik: PkProgram) -> Angka:
    kunci = _kunci_uang(perjanjian, "sesudah", str(milik.simpul.identitas))
    return angka_uang(Decimal(milik.sesudah), kunci, f"{perjanjian}, {perjanjian.anggaran_sesudah}")


def _uang_sebelum(perjanjian: PerjanjianKinerja, milik: PkProgram) -> Angka:
    kunci = _kunci_uang(perjanjian, "sebelum", str(milik.simpul.identitas))
    uraian = f"{perjanjian}, {perjanjian.anggaran_sebelum}"
    if milik.sebelum is None:
        return Angka(None, KOSONG, kunci, Asal(uraian), TANPA_ANGGARAN)
    return angka_uang(Decimal(milik.sebelum), kunci, uraian)


def _jumlah(perjanjian: PerjanjianKinerja, sisi: str, dari: list[Angka]) -> Angka:
    nilai = sum((satu.nilai for satu in dari if satu.nilai is not None), Decimal(0))
    kunci = _kunci_uang(perjanjian, sisi, JUMLAH)
    return replace(angka_uang(nilai, kunci, ""), asal=Asal("jumlah", tuple(dari)))
