"""The figures of monitoring as `Angka`: where the year ends, and what is still needed."""

from pengukuran.hitung.capaian import Aturan, hitung_capaian
from pengukuran.queries.angka import KOSONG, angka_persen, angka_realisasi, angka_target
from pengukuran.queries.pemantauan import BarisPantau
from perencanaan.hitung.nilai import Nilai
from perencanaan.hitung.periode import Cara
from perencanaan.queries.angka import angka_indikator
from sakip.dokumen.angka import Angka, Asal

RUMUS_AKHIR = {
    Cara.KUMULATIF: "realisasi sampai kini / target sampai kini × target setahun",
    Cara.JUMLAH: "realisasi sampai kini / target sampai kini × target setahun",
    Cara.RATA_RATA: "rata-rata periode yang sudah terisi, bila tetap begitu",
    Cara.TERAKHIR: "angka terakhir, bila tetap begitu",
}
RUMUS_BUTUH = {
    Cara.KUMULATIF: "(target setahun − realisasi sampai kini) / periode yang tersisa",
    Cara.JUMLAH: "(target setahun − realisasi sampai kini) / periode yang tersisa",
    Cara.RATA_RATA: "(target setahun × semua periode − jumlah realisasi) / periode yang tersisa",
    Cara.TERAKHIR: "target setahun, pada periode terakhir",
}


def angka_proyeksi(baris: BarisPantau) -> Angka:
    """The figure at the year's end at the pace so far, in the indikator's unit."""
    indikator = baris.indikator
    kunci = f"proyeksi/{indikator.indikator_id}/{baris.kini.tahun}"
    dari = (angka_realisasi(baris.kini), angka_target(baris.kini))
    asal = Asal(
        RUMUS_AKHIR[baris.kini.cara], dari, f"Proyeksi akhir {baris.kini.tahun}: {indikator.nama}"
    )
    if baris.proyeksi.akhir is None:
        return Angka(None, KOSONG, kunci, asal, baris.proyeksi.alasan)
    return angka_indikator(indikator, Nilai.dari_angka(baris.proyeksi.akhir), kunci, asal)


def angka_capaian_proyeksi(baris: BarisPantau) -> Angka:
    """The projection against the target of the year, in percent."""
    akhir = angka_proyeksi(baris)
    hasil = hitung_capaian(
        baris.target,
        None if akhir.nilai is None else Nilai.dari_angka(akhir.nilai),
        Aturan(baris.indikator.aturan),
    )
    kunci = f"capaian-proyeksi/{baris.indikator.indikator_id}/{baris.kini.tahun}"
    nama = f"Capaian proyeksi {baris.kini.tahun} (%): {baris.indikator.nama}"
    angka = angka_persen(hasil, kunci, (akhir,), nama)
    return (
        angka if akhir.nilai is not None else Angka(None, KOSONG, kunci, angka.asal, akhir.alasan)
    )


def angka_butuh(baris: BarisPantau) -> Angka:
    """What each period that is left must bring, in the indikator's unit."""
    indikator, milik = baris.indikator, baris.proyeksi
    kunci = f"butuh/{indikator.indikator_id}/{baris.kini.tahun}"
    asal = Asal(
        RUMUS_BUTUH[baris.kini.cara],
        (angka_realisasi(baris.kini),),
        f"Yang dibutuhkan sampai akhir {baris.kini.tahun}: {indikator.nama}",
    )
    if milik.butuh is None:
        return Angka(None, KOSONG, kunci, asal, _tanpa_butuh(baris))
    return angka_indikator(indikator, Nilai.dari_angka(milik.butuh), kunci, asal)


def _tanpa_butuh(baris: BarisPantau) -> str:
    if baris.proyeksi.aman:
        return "Target setahun sudah tercapai."
    if baris.proyeksi.lewat:
        return "Batas setahun sudah terlampaui, sehingga tidak dapat dikejar lagi."
    if not baris.proyeksi.sisa:
        return "Tidak ada periode yang tersisa."
    return "Target setahun tidak berupa angka."
