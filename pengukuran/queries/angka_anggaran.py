"""The figures of a whole budget tree as `Angka`: a sum names its parts, a leaf its rows."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property

from pengukuran.queries.anggaran import Serapan, TabelAnggaran
from pengukuran.queries.angka import KOSONG, RUMUS_SERAPAN
from perencanaan.hitung.masa import BULAN_SETAHUN
from perencanaan.models import Simpul, VersiAnggaran
from perencanaan.queries.anggaran import PohonAnggaran
from perencanaan.queries.rujukan import rujukan_anggaran
from sakip.dokumen.angka import Angka, Asal, Rujukan
from sakip.lib.angka import tulis_angka, tulis_uang
from sakip.lib.tanggal import NAMA_BULAN

RUMUS_SALDO = "pagu − realisasi"
JUMLAH = "jumlah"


def sebut_simpul(simpul: Simpul) -> str:
    return f"{simpul.kode} {simpul.nama}".strip()


def angka_selisih(jumlah: Decimal | None, kunci: str, asal: Asal, alasan: str = "") -> Angka:
    """A difference in rupiah with its sign."""
    if jumlah is None:
        return Angka(None, KOSONG, kunci, asal, alasan)
    return Angka(jumlah, f"{'+' if jumlah > 0 else ''}{tulis_uang(jumlah)}", kunci, asal)


def _uang(jumlah: Decimal | None, kunci: str, asal: Asal, alasan: str) -> Angka:
    if jumlah is None:
        return Angka(None, KOSONG, kunci, asal, alasan)
    return Angka(jumlah, tulis_uang(jumlah), kunci, asal)


class AngkaPagu:
    """Pagu of every version of a year; `simpul` None asks for the total of the roots."""

    def __init__(self, pohon: PohonAnggaran) -> None:
        self.pohon = pohon
        self.simpanan: dict[tuple[int, int | None], Angka] = {}

    @cached_property
    def akar(self) -> tuple[Simpul, ...]:
        return tuple(s for s in self.pohon.simpul if self.pohon.induk[s.pk] is None)

    def bagian(self, simpul: Simpul | None) -> tuple[Simpul, ...]:
        """What a sum is made of: the nodes right below, or the roots."""
        return self.akar if simpul is None else self.pohon.anak(simpul)

    def pagu(self, versi: VersiAnggaran, simpul: Simpul | None = None) -> Angka:
        tanda = (versi.ke, simpul.pk if simpul else None)
        if tanda not in self.simpanan:
            self.simpanan[tanda] = self._pagu(versi, simpul)
        return self.simpanan[tanda]

    def _pagu(self, versi: VersiAnggaran, simpul: Simpul | None) -> Angka:
        milik = self.pohon.pagu[versi.ke]
        bagian = [s for s in self.bagian(simpul) if s.pk in milik]
        dari = tuple(self.pagu(versi, s) for s in bagian)
        asal = Asal(
            _uraian(str(versi), bagian),
            dari,
            f"Pagu {versi} (Rp){_milik(simpul)}",
            () if dari else (rujukan_anggaran(versi),),
        )
        jumlah = (
            milik.get(simpul.pk)
            if simpul
            else _jumlahkan(milik[s.pk] for s in self.akar if s.pk in milik)
        )
        kunci = f"pagu/{versi.tahun}/{versi.ke}/{tempat(simpul)}"
        return _uang(jumlah, kunci, asal, f"{versi} tidak dirinci sampai {_jenis(simpul)} ini.")

    def selisih(
        self, akhir: VersiAnggaran, awal: VersiAnggaran, simpul: Simpul | None = None
    ) -> Angka:
        """What the later of two versions has more, in rupiah."""
        dari = (self.pagu(akhir, simpul), self.pagu(awal, simpul))
        asal = Asal(
            f"pagu {akhir} − pagu {awal}", dari, f"Selisih pagu {akhir.tahun} (Rp){_milik(simpul)}"
        )
        kunci = f"selisih-pagu/{akhir.tahun}/{awal.ke}-{akhir.ke}/{tempat(simpul)}"
        kiri, kanan = (satu.nilai for satu in dari)
        beda = None if kiri is None or kanan is None else kiri - kanan
        return angka_selisih(beda, kunci, asal, dari[0].alasan or dari[1].alasan)


class AngkaAnggaran:
    """Pagu in force, realisasi, serapan and what is left, of each node and of the total."""

    def __init__(self, tabel: TabelAnggaran) -> None:
        self.tabel = tabel
        self.versi = tabel.versi
        self._pagu = AngkaPagu(tabel.pohon)
        self._serapan: Mapping[int, Serapan] = {b.simpul.pk: b.serapan for b in tabel.baris}
        self._belanja: dict[int | None, Angka] = {}
        # up to a month it is another figure than that of the whole year
        self._masa = "" if tabel.sampai == BULAN_SETAHUN else f"/bulan{tabel.sampai}"
        self._sebutan = _sebut_masa(tabel.versi.tahun, tabel.sampai)

    def pagu(self, simpul: Simpul | None = None) -> Angka:
        return self._pagu.pagu(self.versi, simpul)

    def realisasi(self, simpul: Simpul | None = None) -> Angka:
        tanda = simpul.pk if simpul else None
        if tanda not in self._belanja:
            self._belanja[tanda] = self._realisasi(simpul)
        return self._belanja[tanda]

    def _realisasi(self, simpul: Simpul | None) -> Angka:
        belanja = self.tabel.realisasi
        jumlah = belanja.jumlah if belanja else {}
        bagian = [s for s in self._pagu.bagian(simpul) if s.pk in jumlah]
        dari = tuple(self.realisasi(s) for s in bagian)
        rujukan: tuple[Rujukan, ...] = ()
        if belanja and simpul and not dari:
            rujukan = belanja.rujukan.get(simpul.pk, ())
        sebutan = f"Realisasi anggaran {self._sebutan}"
        asal = Asal(_uraian(sebutan, bagian), dari, f"{sebutan} (Rp){_milik(simpul)}", rujukan)
        alasan = (
            f"{sebutan} tidak dirinci sampai {_jenis(simpul)} ini."
            if belanja
            else f"{sebutan} belum dimasukkan."
        )
        nilai = self._milik(simpul).realisasi
        return _uang(nilai, self._kunci("realisasi-anggaran", simpul, versi=False), asal, alasan)

    def serapan(self, simpul: Simpul | None = None) -> Angka:
        asal = Asal(
            RUMUS_SERAPAN,
            (self.pagu(simpul), self.realisasi(simpul)),
            f"Serapan {self._sebutan} (%){_milik(simpul)}",
        )
        kunci = self._kunci("serapan", simpul)
        persen = self._milik(simpul).persen
        if persen is None:
            return Angka(None, KOSONG, kunci, asal, self._sebab(simpul))
        return Angka(persen, tulis_angka(persen, 2, buang_nol=False), kunci, asal)

    def saldo(self, simpul: Simpul | None = None) -> Angka:
        asal = Asal(
            RUMUS_SALDO,
            (self.pagu(simpul), self.realisasi(simpul)),
            f"Saldo {self._sebutan} (Rp){_milik(simpul)}",
        )
        return _uang(
            self._milik(simpul).saldo, self._kunci("saldo", simpul), asal, self._sebab(simpul)
        )

    def _milik(self, simpul: Simpul | None) -> Serapan:
        if simpul is None:
            return self.tabel.jumlah
        return self._serapan.get(simpul.pk, Serapan(None, None))

    def _sebab(self, simpul: Simpul | None) -> str:
        pagu = self.pagu(simpul)
        if pagu.nilai == 0:
            return "Pagunya 0, sehingga tidak dapat dibagi."
        return pagu.alasan or self.realisasi(simpul).alasan

    def _kunci(self, hal: str, simpul: Simpul | None, *, versi: bool = True) -> str:
        ke = f"/{self.versi.ke}" if versi else ""
        return f"{hal}/{self.versi.tahun}{ke}/{tempat(simpul)}{self._masa}"


def tempat(simpul: Simpul | None) -> str:
    """The place of a figure in its kunci."""
    return str(simpul.identitas) if simpul else JUMLAH


def _milik(simpul: Simpul | None) -> str:
    return f": {sebut_simpul(simpul)}" if simpul else ", jumlah seluruhnya"


def _jenis(simpul: Simpul | None) -> str:
    return simpul.get_jenis_display().lower() if simpul else "jumlah"


def _uraian(sumber: str, bagian: Sequence[Simpul]) -> str:
    """Where an amount was read, or of which kinds of parts it is the sum."""
    jenis = dict.fromkeys(satu.get_jenis_display().lower() for satu in bagian)
    return f"jumlah {' dan '.join(jenis)} di bawah ini" if jenis else sumber


def _sebut_masa(tahun: int, sampai: int) -> str:
    return str(tahun) if sampai == BULAN_SETAHUN else f"s.d. {NAMA_BULAN[sampai - 1]} {tahun}"


def _jumlahkan(bagian: Iterable[Decimal]) -> Decimal | None:
    semua = list(bagian)
    return sum(semua, Decimal(0)) if semua else None
