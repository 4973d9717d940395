"""What the figures of money, and of performance beside money, say by themselves."""

from pelaporan.dokumen.angka import TOTAL, AngkaLkjip
from pelaporan.dokumen.kalimat.dasar import nama_indikator, persen, rupiah
from pelaporan.hitung.efisiensi import SATUAN_EFISIENSI, Tafsir
from pelaporan.queries import BarisEfisiensi, DataLkjip
from pengukuran.queries.anggaran import BarisAnggaran
from sakip.dokumen.angka import Angka, Isi
from sakip.dokumen.blok import kalimat


def efisiensi(data: DataLkjip, angka: AngkaLkjip) -> tuple[Isi, ...]:
    """The most efficient indikator, and those whose low serapan must not be called efficient."""
    hasil: list[Isi] = []
    efisien = [m for m in data.efisiensi if m.efisiensi.tafsir is Tafsir.EFISIEN]
    if efisien:
        teratas = max(efisien, key=lambda milik: milik.efisiensi.nilai or 0)
        hasil.append(_efisien(teratas, data, angka))
    hasil.extend(
        kalimat(
            "Pada {nama}, serapan {serapan} lebih rendah daripada capaian {capaian}, tetapi "
            "targetnya belum tercapai; selisih itu tidak dapat disebut efisiensi.",
            nama=nama_indikator(milik.indikator),
            serapan=persen(angka.serapan(milik.serapan, angka.tempat_dukungan(milik))),
            capaian=persen(angka.capaian(milik.indikator)),
        )
        for milik in data.efisiensi
        if milik.efisiensi.tafsir is Tafsir.KURANG_TERCAPAI
    )
    return tuple(hasil)


def _efisien(milik: BarisEfisiensi, data: DataLkjip, angka: AngkaLkjip) -> Isi:
    satuan = SATUAN_EFISIENSI[data.aturan_efisiensi]
    return kalimat(
        "Efisiensi tertinggi terdapat pada {nama}, yaitu {efisiensi}{satuan}: capaian {capaian} "
        "diperoleh dengan serapan {serapan}.",
        nama=nama_indikator(milik.indikator),
        efisiensi=angka.efisiensi(milik),
        satuan=satuan if satuan == "%" else f" {satuan}",
        capaian=persen(angka.capaian(milik.indikator)),
        serapan=persen(angka.serapan(milik.serapan, angka.tempat_dukungan(milik))),
    )


def program(milik: BarisAnggaran, data: DataLkjip, angka: AngkaLkjip) -> Isi:
    tempat = str(milik.simpul.identitas)
    kegiatan = data.anggaran.pohon.anak(milik.simpul)
    sub = sum(len(data.anggaran.pohon.anak(satu)) for satu in kegiatan)
    return kalimat(
        "{nama} didukung {kegiatan} kegiatan dan {sub} sub kegiatan, dengan pagu {pagu} dan realisasi {realisasi}, "
        "sehingga serapannya {serapan}.",
        nama=milik.simpul.nama,
        kegiatan=angka.banyaknya(len(kegiatan), f"kegiatan {tempat}"),
        sub=angka.banyaknya(sub, f"sub kegiatan {tempat}"),
        pagu=rupiah(angka.pagu(milik.serapan, tempat)),
        realisasi=rupiah(angka.realisasi_anggaran(milik.serapan, tempat)),
        serapan=persen(angka.serapan(milik.serapan, tempat)),
    )


def ringkasan_anggaran(data: DataLkjip, angka: AngkaLkjip) -> Isi:
    """The total, and the programs with the highest and the lowest serapan."""
    jumlah = data.anggaran.jumlah
    hasil = kalimat(
        "Dari pagu {pagu}, terealisasi {realisasi} atau {serapan}.",
        pagu=rupiah(angka.pagu(jumlah, TOTAL)),
        realisasi=rupiah(angka.realisasi_anggaran(jumlah, TOTAL)),
        serapan=persen(angka.serapan(jumlah, TOTAL)),
    )
    terserap = [m for m in data.anggaran.program() if m.serapan.persen is not None]
    if len(terserap) > 1:
        urut = sorted(terserap, key=lambda milik: milik.serapan.persen or 0)
        hasil += kalimat(
            " Serapan tertinggi pada {atas} ({serapan_atas}), terendah pada {bawah} "
            "({serapan_bawah}).",
            atas=urut[-1].simpul.nama,
            serapan_atas=_serapan_program(urut[-1], angka),
            bawah=urut[0].simpul.nama,
            serapan_bawah=_serapan_program(urut[0], angka),
        )
    return hasil


def _serapan_program(milik: BarisAnggaran, angka: AngkaLkjip) -> Angka:
    return persen(angka.serapan(milik.serapan, str(milik.simpul.identitas)))
