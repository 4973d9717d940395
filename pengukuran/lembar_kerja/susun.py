"""The workbook made of the rows of the sheet: pure."""

from collections.abc import Iterator

from pengukuran.hitung.kolom import SEL, Kolom, kolom_variabel
from pengukuran.lembar_kerja.bentuk import BarisBuku, Buku
from pengukuran.queries.angka_isian import angka_isian, angka_target_isian, sebut_periode
from pengukuran.queries.lembar_isian import BarisIsian, LembarIsian
from sakip.dokumen.angka import TANDA_KEMBALI
from sakip.dokumen.buku.bentuk import SelBuku
from sakip.dokumen.sel_xlsx import layak
from sakip.lib.izin import Tolak


def susun_buku(lembar: LembarIsian) -> Buku:
    """The rows that a person sees on the page; those that are closed come along to be read."""
    baris = (
        satu
        for nomor, milik in enumerate(lembar.baris, start=1)
        for satu in _baris(milik, nomor, lembar.tahun)
    )
    return Buku(lembar.unit.kode, lembar.unit.nama, lembar.tahun, lembar.triwulan, tuple(baris))


def _kembali(milik: BarisIsian) -> Iterator[str]:
    """What was restated of the figures in this line and before it, each behind the mark."""
    semua = (satu for baris in milik.kembali.values() for satu in baris)
    return (f"{TANDA_KEMBALI} {satu}" for satu in dict.fromkeys(semua))


def _baris(milik: BarisIsian, nomor: int, tahun: int) -> Iterator[BarisBuku]:
    rumusan, bahan = milik.rumusan, milik.bahan
    masa = sebut_periode(rumusan, milik.bulan, tahun)
    tutup = milik.izin.alasan if isinstance(milik.izin, Tolak) else ""
    sebelumnya = (
        str(angka_isian(rumusan, tahun, milik.lalu.bulan, milik.lalu, milik.kembali))
        if milik.lalu
        else ""
    )
    status = milik.status.label if milik.status else "belum diisi"
    yield BarisBuku(
        indikator=milik.indikator,
        bulan=milik.bulan,
        nomor=str(nomor),
        kode=rumusan.simpul.kode,
        nama=rumusan.nama,
        masa=masa,
        satuan=rumusan.satuan,
        target=angka_target_isian(milik, tahun).tampil,
        sebelumnya=sebelumnya,
        sel=tuple(
            SelBuku(kolom, layak(milik.sel[kolom].isi), kolom == Kolom.NILAI and not bahan.predikat)
            for kolom in map(str, SEL)
            if kolom != Kolom.TANPA_VARIABEL or bahan.berumus
        ),
        tutup=tutup,
        keadaan=" ".join([f"{status}. {tutup}" if tutup else status, *_kembali(milik)]),
    )
    for satu in bahan.variabel.values() if bahan.berumus else ():
        kolom = kolom_variabel(satu.nama)
        yield BarisBuku(
            indikator=milik.indikator,
            bulan=milik.bulan,
            nomor="",
            kode="",
            nama=f"{satu.label} ({satu.nama})",
            masa=masa,
            satuan=satu.satuan,
            target="",
            sebelumnya="",
            sel=(SelBuku(kolom, milik.sel[kolom].isi, berangka=True),),
            variabel=satu.nama,
            tutup=tutup,
        )
