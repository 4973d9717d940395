"""The workbook made of what the page of each sub-komponen shows: pure."""

from collections.abc import Iterable, Iterator, Sequence

from evaluasi.hitung.padanan_kriteria import Padanan
from evaluasi.lembar_kerja.bentuk import BarisBuku, Buku, JenisBaris, Kolom, Skala
from evaluasi.models import LembarKerja, TahapLembar
from evaluasi.queries.isi_lembar import BarisKriteria, IsiSub
from evaluasi.queries.lembar_lalu import KriteriaLalu, UcapanTahap
from evaluasi.queries.sel_lembar import IsiSel, isi_sel
from pengukuran.queries.bukti import BarisBukti
from sakip.dokumen.buku.bentuk import SelBuku
from sakip.dokumen.sel_xlsx import layak
from sakip.lib.izin import Izin, Tolak

LEBAR_UCAPAN, LEBAR_BUKTI = 34, 30


def susun_buku(
    lembar: LembarKerja,
    tahap: TahapLembar,
    terlihat: Sequence[TahapLembar],
    isi: Sequence[IsiSub],
    izin: Izin,
) -> Buku:
    """`isi` are all sub-komponen; of the other stages those before this one come along."""
    lebih_dahulu = [satu for satu in terlihat if satu.tahap.urutan < tahap.tahap.urutan]
    susunan = _Susunan(tuple(satu.pk for satu in lebih_dahulu))
    return Buku(
        kode=lembar.unit.kode,
        unit=lembar.unit.nama,
        tahun_kinerja=lembar.tahun_kinerja,
        tahun_evaluasi=lembar.tahun_evaluasi,
        tahap=tahap.tahap.kode,
        nama_tahap=tahap.tahap.nama,
        instrumen=lembar.instrumen_id,
        nama_instrumen=str(lembar.instrumen),
        samping=(
            *((satu.tahap.nama, LEBAR_UCAPAN) for satu in lebih_dahulu),
            (f"Kinerja {lembar.tahun_kinerja - 1}", LEBAR_UCAPAN),
            ("Bukti terlampir", LEBAR_BUKTI),
            ("Bukti yang diminta", LEBAR_BUKTI),
        ),
        skala=_skala(isi),
        baris=tuple(susunan.baris(isi)),
        tutup=izin.alasan if isinstance(izin, Tolak) else "",
    )


class _Susunan:
    """The lines of one worksheet; `tahap` are the stages whose answers stand beside."""

    def __init__(self, tahap: tuple[int, ...]) -> None:
        self.tahap = tahap

    def baris(self, isi: Sequence[IsiSub]) -> Iterator[BarisBuku]:
        komponen = 0
        for satu in isi:
            milik = satu.kini.sub.komponen
            if milik.pk != komponen:
                komponen = milik.pk
                yield BarisBuku(JenisBaris.KOMPONEN, milik.kode, milik.nama)
            yield self._sub(satu)
            yield from (self._kriteria(satu, baris) for baris in satu.baris)

    def _sub(self, isi: IsiSub) -> BarisBuku:
        sub, nilai = isi.kini.sub, isi.nilai
        lain = {tahap.pk: isi_sel(milik) for tahap, milik in nilai.lain} if nilai else {}
        return BarisBuku(
            jenis=JenisBaris.SUB,
            nomor=isi.kini.alamat,
            uraian=f"{sub.nama}\n{nilai.saran.kata} (saat diunduh)"
            if nilai and nilai.saran.kode
            else sub.nama,
            sub=sub.pk,
            skala=nilai.pilihan[0].skala.kode if nilai and nilai.pilihan else "",
            sel=_kotak(isi_sel(nilai.milik)) if nilai else (),
            samping=(
                *(_ucapan(lain.get(pk, IsiSel())) for pk in self.tahap),
                _lalu(isi.lalu.nilai) if isi.lalu else "",
                "",
                "",
            ),
        )

    def _kriteria(self, isi: IsiSub, baris: BarisKriteria) -> BarisBuku:
        kriteria = baris.kriteria
        lain = {satu.tahap.pk: isi_sel(satu.jawaban) for satu in baris.lain}
        terlihat = [satu for satu in baris.lain if satu.tahap.pk in self.tahap]
        bukti = [*baris.bukti, *(b for satu in terlihat for b in satu.bukti)]
        return BarisBuku(
            jenis=JenisBaris.KRITERIA,
            nomor=f"{isi.kini.alamat}.{kriteria.urutan}",
            uraian=kriteria.uraian,
            sub=isi.kini.sub.pk,
            kriteria=kriteria.pk,
            skala=kriteria.skala.kode,
            sel=_kotak(isi_sel(baris.jawaban)),
            samping=(
                *(_ucapan(lain.get(pk, IsiSel())) for pk in self.tahap),
                _kriteria_lalu(isi.lalu.tahun, baris.lalu) if isi.lalu and baris.lalu else "",
                _bukti(bukti),
                kriteria.bukti_diminta,
            ),
        )


def _kotak(isi: IsiSel) -> tuple[SelBuku, ...]:
    return (SelBuku(Kolom.PILIHAN, layak(isi.pilihan)), SelBuku(Kolom.CATATAN, layak(isi.catatan)))


def _ucapan(isi: IsiSel) -> str:
    return "\n".join(filter(None, (isi.pilihan, isi.catatan)))


def _lalu(ucapan: Iterable[UcapanTahap]) -> str:
    return "\n".join(f"{satu.tahap}: {_ucapan(satu.isi)}" for satu in ucapan)


def _kriteria_lalu(tahun: int, lalu: KriteriaLalu) -> str:
    """How the criterion differs comes first: an answer to other words is not read as its own."""
    beda = {
        Padanan.SAMA: "",
        Padanan.BERUBAH: f"berubah; pada {tahun}: {lalu.uraian}",
        Padanan.BARU: "baru",
    }
    return "\n".join(filter(None, (beda[lalu.padanan], _lalu(lalu.ucapan))))


def _bukti(bukti: Iterable[BarisBukti]) -> str:
    """What each piece of evidence is; the files themselves stay with the application."""
    return "\n".join(
        dict.fromkeys(
            f"{satu.nama}, hlm. {satu.halaman}" if satu.halaman else satu.nama for satu in bukti
        )
    )


def _skala(isi: Sequence[IsiSub]) -> dict[str, Skala]:
    """Every scale that a line of the workbook is answered by, that of the grades first."""
    hasil: dict[str, Skala] = {}
    nilai = next((satu.nilai.pilihan for satu in isi if satu.nilai and satu.nilai.pilihan), ())
    semua = [nilai, *(baris.pilihan for satu in isi for baris in satu.baris)]
    for pilihan in filter(None, semua):
        skala = pilihan[0].skala
        daftar = tuple((satu.kode, satu.sebutan) for satu in pilihan)
        hasil.setdefault(skala.kode, Skala(skala.nama, daftar))
    return hasil
