"""The Perjanjian Kinerja: who promised what to whom, and the very paper that was issued."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from perencanaan.models import PerjanjianKinerja, PkBaris, PkProgram
from perencanaan.queries.angka_perjanjian import (
    BARU,
    LEPAS,
    angka_janji,
    angka_jumlah_pagu,
    angka_pagu_sebelum,
    angka_pagu_sesudah,
    angka_selisih_jumlah,
    angka_selisih_pagu,
    tanpa_janji,
)
from perencanaan.queries.isi_perjanjian import (
    IsiPerjanjian,
    bentuk_terbit,
    isi_perjanjian,
    perjanjian_berlaku,
    perjanjian_dicetak,
    perjanjian_setahun,
)
from perencanaan.queries.ruang import RuangKerja
from perencanaan.status import TANDA_STATUS, StatusRencana
from perencanaan.views.dasar import PilihanVersi, buka, nomor_versi
from sakip.dokumen.angka import Angka
from sakip.dokumen.asal import sajikan
from sakip.dokumen.unduhan import jawab_terbit
from sakip.lib.galat import TidakAda
from sakip.lib.tanggal import tulis_tanggal
from sakip.organisasi.models import Pejabat

PDF = "pdf"


@dataclass(frozen=True)
class BarisJanji:
    """A promised indikator; `perubahan` says in words what became of it since the one before."""

    milik: PkBaris
    sebelum: Angka | None
    sesudah: Angka
    perubahan: str
    nama_lama: str

    @property
    def tetap(self) -> bool:
        return self.perubahan == TETAP


@dataclass(frozen=True)
class BarisPagu:
    """A program, or all of them (`milik` None), with its money; one side only where none changed."""

    milik: PkProgram | None
    sebelum: Angka | None
    sesudah: Angka
    selisih: Angka | None


@dataclass(frozen=True)
class Pihak:
    """One of the two who signed; the NIP is shown no further than lists do."""

    sebutan: str
    nama: str
    jabatan: str
    nip: str
    golongan: str = ""


TETAP, JANJI_BARU, DILEPAS = "tetap", "baru", "dilepas"
# of one promised before: whether its target is another, whether its name is
PERUBAHAN = {
    (False, False): TETAP,
    (True, False): "target berubah",
    (False, True): "nama berubah",
    (True, True): "target dan nama berubah",
}


@require_safe
def baca_perjanjian(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The head's agreement in force at the year's end, else the last written, or `?versi=`."""
    kerja = buka(permintaan, kode, tahun)
    semua = perjanjian_setahun(kerja.unit, tahun)
    milik = _dipilih(kerja, semua, nomor_versi(permintaan))
    konteks: dict[str, object] = {"kerja": kerja}
    if milik is not None:
        isi = isi_perjanjian(milik, dengan_rencana=False)
        pagu = baris_pagu(milik, isi.program)
        konteks |= {
            "perjanjian": milik,
            "isi": isi,
            "tanda": TANDA_STATUS[StatusRencana(milik.status)],
            "pilihan": pilihan_versi(semua, milik),
            "pihak": _pihak(milik),
            "terbit_pdf": PDF in bentuk_terbit(milik),
            "janji": baris_janji(isi),
            "pagu": pagu,
            "jumlah_pagu": jumlah_pagu(milik, pagu),
        }
    return sajikan(permintaan, "perencanaan/perjanjian/baca.html", konteks)


@require_safe
def unduh_perjanjian(permintaan: HttpRequest, kode: str, tahun: int, ke: int) -> HttpResponse:
    """The PDF as it was issued. Raises TidakAda, also where it was not issued as PDF."""
    kerja = buka(permintaan, kode, tahun)
    milik = perjanjian_dicetak(kerja.unit, tahun, ke)
    if milik.dokumen is None:
        raise TidakAda(f"{milik} belum ditetapkan, sehingga belum ada dokumen yang terbit.")
    return jawab_terbit(milik.dokumen, PDF)


def _dipilih(
    kerja: RuangKerja, semua: tuple[PerjanjianKinerja, ...], ke: int | None
) -> PerjanjianKinerja | None:
    """Raises TidakAda for a number that is not there; None where the year has none at all."""
    if ke is None:
        return perjanjian_berlaku(semua)
    ada = {satu.ke: satu for satu in semua}
    if ke not in ada:
        nomor = ", ".join(map(str, ada)) or "belum ada"
        raise TidakAda(
            f"Versi {ke} Perjanjian Kinerja {kerja.unit.nama} tahun {kerja.tahun} tidak ada. "
            f"Yang ada: {nomor}."
        )
    return ada[ke]


def pilihan_versi(
    semua: tuple[PerjanjianKinerja, ...], kini: PerjanjianKinerja
) -> tuple[PilihanVersi, ...]:
    berlaku = perjanjian_berlaku(semua)
    return tuple(
        PilihanVersi(
            nama=f"Versi {satu.ke}: {'Perubahan' if satu.ke > 1 else 'Murni'}",
            ket=(
                f"ditandatangani {tulis_tanggal(satu.tanggal_tanda_tangan)}"
                if satu.tanggal_tanda_tangan
                else "belum ditandatangani"
            ),
            nomor=None if satu == berlaku else satu.ke,
            kini=satu == kini,
            keadaan=satu.get_status_display(),
            tanda=TANDA_STATUS[StatusRencana(satu.status)],
        )
        for satu in semua
    )


def _pihak(milik: PerjanjianKinerja) -> tuple[Pihak, ...]:
    return (
        Pihak(
            "Pihak pertama, yang berjanji",
            milik.nama,
            milik.jabatan,
            Pejabat(nip=milik.nip).nip_tersamar(),
            milik.golongan,
        ),
        Pihak(
            "Pihak kedua, atasan langsung",
            milik.atasan_nama,
            milik.atasan_jabatan,
            Pejabat(nip=milik.atasan_nip).nip_tersamar(),
        ),
    )


def baris_janji(isi: IsiPerjanjian) -> tuple[BarisJanji, ...]:
    """What is promised in its order; of a change then what is promised no longer."""
    kini = {satu.indikator_id for satu in isi.baris}
    lepas = (satu for tanda, satu in isi.baris_sebelum.items() if tanda not in kini)
    return (
        *(_baris_janji(isi, satu) for satu in isi.baris),
        *(_baris_lepas(isi, satu) for satu in lepas),
    )


def _baris_janji(isi: IsiPerjanjian, milik: PkBaris) -> BarisJanji:
    sesudah = angka_janji(isi.perjanjian, milik)
    if isi.sebelum is None:
        return BarisJanji(milik, None, sesudah, TETAP, "")
    lama = isi.baris_sebelum.get(milik.indikator_id)
    if lama is None:
        tanpa = tanpa_janji(isi.perjanjian, isi.sebelum, milik, BARU)
        return BarisJanji(milik, tanpa, sesudah, JANJI_BARU, "")
    sebelum = angka_janji(isi.sebelum, lama)
    nama_lama = lama.nama if lama.nama != milik.nama else ""
    beda = (sebelum.tampil != sesudah.tampil, bool(nama_lama))
    return BarisJanji(milik, sebelum, sesudah, PERUBAHAN[beda], nama_lama)


def _baris_lepas(isi: IsiPerjanjian, lama: PkBaris) -> BarisJanji:
    sebelum = angka_janji(isi.sebelum, lama) if isi.sebelum else None
    tanpa = tanpa_janji(isi.perjanjian, isi.perjanjian, lama, LEPAS)
    return BarisJanji(lama, sebelum, tanpa, DILEPAS, "")


def baris_pagu(
    perjanjian: PerjanjianKinerja, program: Iterable[PkProgram]
) -> tuple[BarisPagu, ...]:
    """The programs in their order, with what they had before where a changed budget is promised."""
    berubah = perjanjian.anggaran_sebelum is not None
    return tuple(_baris_pagu(perjanjian, satu, berubah=berubah) for satu in program)


def jumlah_pagu(perjanjian: PerjanjianKinerja, program: tuple[BarisPagu, ...]) -> BarisPagu:
    """All of them together."""
    sesudah = angka_jumlah_pagu(perjanjian, "sesudah", (satu.sesudah for satu in program))
    if perjanjian.anggaran_sebelum is None:
        return BarisPagu(None, None, sesudah, None)
    lama = (satu.sebelum for satu in program if satu.sebelum is not None)
    sebelum = angka_jumlah_pagu(perjanjian, "sebelum", lama)
    return BarisPagu(None, sebelum, sesudah, angka_selisih_jumlah(perjanjian, sebelum, sesudah))


def _baris_pagu(perjanjian: PerjanjianKinerja, milik: PkProgram, *, berubah: bool) -> BarisPagu:
    sesudah = angka_pagu_sesudah(perjanjian, milik)
    if not berubah:
        return BarisPagu(milik, None, sesudah, None)
    sebelum = angka_pagu_sebelum(perjanjian, milik)
    return BarisPagu(
        milik, sebelum, sesudah, angka_selisih_pagu(perjanjian, milik, sebelum, sesudah)
    )
