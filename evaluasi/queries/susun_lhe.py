"""What an LHE still lacks: before a draft of it can be made, and before a draft is issued."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evaluasi.hitung.nilai import HasilEvaluasi
from evaluasi.hitung.predikat import predikat
from evaluasi.models import Komponen, LembarKerja, Lhe, Rekomendasi, SubKomponen
from evaluasi.queries.hasil import hasil_tahap, susunan
from evaluasi.queries.lembar import lembar_tahun
from evaluasi.queries.lhe import BarisLhe, IsiLhe, instrumen_lhe
from evaluasi.status import StatusLhe, StatusTahap
from perencanaan.models.dasar import DESIMAL_NILAI
from sakip.lib.angka import bulatkan
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.organisasi.models import Pengguna, Unit

# a komponen, or a sub-komponen in it
Bagian = tuple[Komponen, SubKomponen | None]


@dataclass(frozen=True)
class Kekurangan:
    """One thing that is missing; `mencegah` whether it keeps the LHE from being issued.

    `tempat` is the part of the draft where it is mended: kepala, nilai, catatan, rekomendasi.
    """

    pesan: str
    tempat: str
    mencegah: bool = False


def izin_susun(lembar: LembarKerja | None, tahun: int) -> Izin:
    """Whether a worksheet is far enough for an LHE; if not, what it waits for and on whom."""
    if lembar is None:
        return Tolak(
            f"LKE atas kinerja {tahun} belum dibuka. Buka LKE-nya dahulu, atau catat LHE yang "
            "sudah ada di kertas."
        )
    penentu = lembar.tahap.filter(tahap__penentu=True).select_related("tahap").first()
    if penentu is None:
        return Tolak("Instrumen LKE ini tidak mempunyai tahap penentu. Perbaiki instrumennya.")
    if penentu.status != StatusTahap.SELESAI:
        return Tolak(
            f"Tahap “{penentu.tahap}” pada {lembar} {penentu.get_status_display()}. Selesaikan "
            "tahap itu, lalu susun LHE-nya."
        )
    return Boleh()


def sebab_kosong(pengguna: Pengguna, unit: Unit, tahun: int) -> str:
    """Why there is no LHE yet and whose turn it is, as far as this person may know."""
    lembar = lembar_tahun(pengguna, unit, tahun)
    if lembar is None:
        return (
            f"Evaluasi atas kinerja {tahun} belum dimulai. Inspektorat membuka lembar kerja "
            "evaluasi (LKE), unit menilai sendiri, lalu inspektorat mengevaluasi dan menerbitkan "
            "LHE."
        )
    unit_nya = lembar.tahap.filter(tahap__pelaku="unit").exclude(status=StatusTahap.SELESAI)
    if satu := unit_nya.select_related("tahap").first():
        return (
            f"{lembar} sudah dibuka. Tahap “{satu.tahap}” {satu.get_status_display()}; yang "
            f"mengerjakannya {unit.singkatan}. Sesudah itu inspektorat mengevaluasi dan "
            "menerbitkan LHE."
        )
    return (
        f"{unit.singkatan} sudah selesai menilai sendiri pada {lembar}. Inspektorat mengevaluasi "
        "dan menerbitkan LHE."
    )


def kekurangan(isi: IsiLhe) -> tuple[Kekurangan, ...]:
    """What a draft lacks, those first that keep it from being issued."""
    semua = [*_kepala(isi.lhe), *_nilai(isi), *_catatan(isi), *_rekomendasi(isi)]
    return tuple(sorted(semua, key=lambda satu: not satu.mencegah))


def nilai_lembar(
    hasil: HasilEvaluasi[str], lembar: LembarKerja
) -> tuple[Decimal | None, dict[Bagian, Decimal]]:
    """Total, and the score of each komponen and sub-komponen, as the columns of an LHE keep them."""
    nilai: dict[Bagian, Decimal] = {}
    for komponen, milik in zip(susunan(lembar.instrumen), hasil.komponen, strict=True):
        nilai[komponen, None] = _simpanan(milik.nilai)
        for sub, satu in zip(komponen.sub.all(), milik.sub, strict=True):
            nilai[komponen, sub] = _simpanan(satu.nilai)
    return None if hasil.total is None else _simpanan(hasil.total), nilai


def _simpanan(nilai: Decimal | None) -> Decimal:
    """As the column keeps it: finer than any print, and exact for graded sub-komponen."""
    return bulatkan(nilai or Decimal(0), DESIMAL_NILAI)


def nilai_berubah(lhe: Lhe) -> str:
    """Why a score of a draft is not the worksheet's any more; empty where all are."""
    if lhe.lembar is None:
        return ""
    penentu = lhe.lembar.tahap.filter(tahap__penentu=True).select_related("tahap").first()
    if penentu is None or penentu.status != StatusTahap.SELESAI:
        nama = penentu.tahap if penentu else "penentu"
        return f"Tahap “{nama}” pada {lhe.lembar} dibuka kembali. Selesaikan lebih dahulu."
    total, nilai = nilai_lembar(hasil_tahap(penentu), lhe.lembar)
    tertulis = lhe.catatan.select_related("komponen", "sub")
    if (total, nilai) != (lhe.nilai, {(satu.komponen, satu.sub): satu.nilai for satu in tertulis}):
        return f"Nilai pada {lhe.lembar} sudah berubah. Segarkan nilai draf ini."
    return ""


def lhe_digantikan(lhe: Lhe) -> Lhe | None:
    """The issued version that this one replaces; None for a first one."""
    milik = Lhe.objects.terbit().filter(unit=lhe.unit, tahun_evaluasi=lhe.tahun_evaluasi)
    return milik.filter(ke__lt=lhe.ke).order_by("-ke").first()


def tidak_dibawa(lhe: Lhe) -> tuple[Rekomendasi, ...]:
    """Those of the LHE it replaces that a draft does not carry over."""
    if lhe.status != StatusLhe.DRAF:
        return ()
    terakhir = lhe_digantikan(lhe)
    if terakhir is None:
        return ()
    dibawa = lhe.rekomendasi.exclude(pokok=None).values("pokok")
    return tuple(terakhir.rekomendasi.filter(pokok=None).exclude(pk__in=dibawa).order_by("urutan"))


def _kepala(lhe: Lhe) -> Iterator[Kekurangan]:
    wajib = lhe.lembar_id is not None
    dari = "" if wajib else " LHE kertas boleh tanpa itu bila memang tidak diketahui."
    if not lhe.nomor:
        yield Kekurangan(f"Nomor LHE belum diisi.{dari}", "kepala", mencegah=wajib)
    if lhe.tanggal is None:
        yield Kekurangan(f"Tanggal LHE belum diisi.{dari}", "kepala", mencegah=wajib)
    if wajib and not lhe.penanda_nama:
        yield Kekurangan("Penanda tangan belum diisi.", "kepala")
    if wajib and not lhe.ringkasan:
        yield Kekurangan("Ringkasan hasil evaluasi belum ditulis.", "kepala")


def _nilai(isi: IsiLhe) -> Iterator[Kekurangan]:
    lhe = isi.lhe
    if sebab := nilai_berubah(lhe):
        yield Kekurangan(sebab, "nilai", mencegah=True)
    if lhe.lembar_id is not None:
        return
    if lhe.nilai is None:
        yield Kekurangan("Nilai belum diisi; LHE kertas boleh tanpa nilai.", "kepala")
    elif lhe.predikat and (huruf := _predikat_seharusnya(lhe)) not in {"", lhe.predikat}:
        yield Kekurangan(
            f"Nilai {isi.nilai.tampil} menurut instrumennya berpredikat {huruf}, sedangkan yang "
            f"ditulis {lhe.predikat}. Periksa lagi kertasnya.",
            "kepala",
        )


def _predikat_seharusnya(lhe: Lhe) -> str:
    instrumen = instrumen_lhe(lhe)
    if instrumen is None or lhe.nilai is None:
        return ""
    tabel = [satu.sebagai_predikat() for satu in instrumen.predikat.all()]
    return predikat(lhe.nilai, tabel).kode


def _catatan(isi: IsiLhe) -> Iterator[Kekurangan]:
    if isi.lhe.lembar_id is None:
        return
    kosong = [satu.nama for satu in isi.baris if satu.sub is None and not _bercatatan(isi, satu)]
    if kosong:
        yield Kekurangan(f"Belum ada catatan pada {', '.join(kosong)}.", "catatan")


def _bercatatan(isi: IsiLhe, komponen: BarisLhe) -> bool:
    """Whether a komponen or one of its sub-komponen has a note."""
    return any(satu.catatan for satu in isi.baris if satu.komponen == komponen.komponen)


def _rekomendasi(isi: IsiLhe) -> Iterator[Kekurangan]:
    if not isi.rekomendasi:
        yield Kekurangan(
            "Belum ada rekomendasi. Tambahkan bila evaluasinya menyebut.", "rekomendasi"
        )
    tanpa = [str(satu.baris.urutan) for satu in isi.rekomendasi if not satu.letak]
    if tanpa and isi.baris:
        yield Kekurangan(
            f"Rekomendasi {', '.join(tanpa)} belum ditempatkan pada komponen.", "rekomendasi"
        )
    for satu in tidak_dibawa(isi.lhe):
        yield Kekurangan(
            f"Rekomendasi {satu.urutan} dari LHE yang digantikan tidak dibawa: “{satu.uraian}”. "
            "Setelah terbit, rekomendasi itu tidak ditindaklanjuti lagi.",
            "rekomendasi",
        )
