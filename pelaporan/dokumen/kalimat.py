"""The sentences that the figures say by themselves.

Each figure in them is an `Angka`, so a sentence can never say another number than its table.
"""

from pelaporan.dokumen.angka import TOTAL, AngkaLkjip
from pelaporan.hitung.efisiensi import Tafsir
from pelaporan.hitung.perbandingan import Gerak
from pelaporan.queries import BarisEfisiensi, BarisIndikator, DataLkjip
from pengukuran.queries.anggaran import BarisAnggaran
from pengukuran.queries.angka import angka_capaian, angka_realisasi, angka_target
from sakip.dokumen.angka import Angka, Isi
from sakip.dokumen.blok import kalimat
from sakip.lib.angka import RP


def _persen(angka: Angka) -> Angka:
    return angka.diapit(akhir="%")


def _rupiah(angka: Angka) -> Angka:
    return angka.diapit(awal=RP)


def _nama(milik: BarisIndikator) -> str:
    return milik.ini.indikator.nama


def target_realisasi(milik: BarisIndikator, data: DataLkjip, angka: AngkaLkjip) -> Isi:
    """One indikator this year and last year."""
    if milik.ini.hasil.dipakai is None:
        return kalimat(
            "{nama}: capaian tahun {tahun} tidak dihitung. {alasan}",
            nama=_nama(milik),
            tahun=str(data.tahun),
            alasan=milik.ini.hasil.alasan,
        )
    kini = kalimat(
        "{nama}: tahun {tahun} realisasinya {realisasi} dari target {target}, sehingga capaiannya "
        "{capaian}, berkategori {kategori}; target {hasil}.",
        nama=_nama(milik),
        tahun=str(data.tahun),
        realisasi=angka.realisasi(milik),
        target=angka.target(milik),
        capaian=_persen(angka.capaian(milik)),
        kategori=milik.ini.kategori.nama if milik.ini.kategori else "-",
        hasil="tercapai" if milik.ini.hasil.tercapai else "belum tercapai",
    )
    return (*kini, *_tahun_lalu(milik, data))


def _tahun_lalu(milik: BarisIndikator, data: DataLkjip) -> Isi:
    if milik.lalu.hasil.dipakai is None:
        return ()
    return kalimat(
        " Tahun {lalu} realisasinya {realisasi} dari target {target}, dengan capaian {capaian}.",
        lalu=str(data.tahun_lalu),
        realisasi=angka_realisasi(milik.lalu),
        target=angka_target(milik.lalu),
        capaian=_persen(angka_capaian(milik.lalu)),
    )


def ringkasan_capaian(data: DataLkjip, angka: AngkaLkjip) -> Isi:
    """How many indikator reached their target, which did not, which were left out and why."""
    dihitung = [m for m in data.indikator if m.ini.hasil.tercapai is not None]
    belum = [m for m in dihitung if not m.ini.hasil.tercapai]
    hasil = kalimat(
        "Dari {semua} indikator, {tercapai} mencapai target, yaitu capaiannya sekurang-kurangnya "
        "100% sebelum dibulatkan",
        semua=angka.banyaknya(len(data.indikator), "indikator"),
        tercapai=angka.banyaknya(len(dihitung) - len(belum), "indikator tercapai"),
    )
    if belum:
        hasil += kalimat(
            "; {jumlah} belum mencapai target: {daftar}",
            jumlah=angka.banyaknya(len(belum), "indikator belum tercapai"),
            daftar=_daftar_capaian(belum, angka),
        )
    hasil += (".",)
    luar = [m for m in data.indikator if m.ini.hasil.tercapai is None]
    for milik in luar:
        hasil += (f" {_nama(milik)} tidak dihitung: {milik.ini.hasil.alasan}",)
    return hasil


def _daftar_capaian(baris: list[BarisIndikator], angka: AngkaLkjip) -> Isi:
    hasil: Isi = ()
    for letak, milik in enumerate(baris):
        pemisah = ", " if letak else ""
        hasil += (f"{pemisah}{_nama(milik)} (", _persen(angka.capaian(milik)), ")")
    return hasil


def perubahan(milik: BarisIndikator, angka: AngkaLkjip) -> Isi:
    """Rise or fall of one indikator's capaian against last year; empty where one year lacks."""
    if milik.perubahan is None:
        return ()
    if milik.perubahan.gerak is Gerak.TETAP:
        kini = _persen(angka.capaian(milik))
        return kalimat("Capaian {nama} tetap {kini}.", nama=_nama(milik), kini=kini)
    return kalimat(
        "Capaian {nama} {gerak} dari {lalu} menjadi {kini} ({poin} poin persen).",
        nama=_nama(milik),
        gerak=milik.perubahan.gerak.value,
        lalu=_persen(angka_capaian(milik.lalu)),
        kini=_persen(angka.capaian(milik)),
        poin=angka.perubahan(milik),
    )


def kemajuan(milik: BarisIndikator, data: DataLkjip, angka: AngkaLkjip) -> Isi:
    if milik.kemajuan.dipakai is None:
        return kalimat(
            "Kemajuan {nama} tidak dapat dihitung. {alasan}",
            nama=_nama(milik),
            alasan=milik.kemajuan.alasan,
        )
    return kalimat(
        "{nama} menunjukkan tingkat kemajuan {kemajuan} terhadap target akhir Renstra tahun "
        "{akhir}, yaitu {target}.",
        nama=_nama(milik),
        kemajuan=_persen(angka.kemajuan(milik)),
        akhir=str(data.tahun_akhir),
        target=angka.target_renstra(milik, data.tahun_akhir),
    )


def efisiensi(data: DataLkjip, angka: AngkaLkjip) -> tuple[Isi, ...]:
    """The most efficient indikator, and those whose low serapan must not be called efficient."""
    hasil: list[Isi] = []
    efisien = [m for m in data.efisiensi if m.efisiensi.tafsir is Tafsir.EFISIEN]
    if efisien:
        teratas = max(efisien, key=lambda milik: milik.efisiensi.nilai or 0)
        hasil.append(_efisien(teratas, angka))
    hasil.extend(
        kalimat(
            "Pada {nama}, serapan {serapan} lebih rendah daripada capaian {capaian}, tetapi "
            "targetnya belum tercapai; selisih itu tidak dapat disebut efisiensi.",
            nama=_nama(milik.indikator),
            serapan=_persen(angka.serapan(milik.serapan, angka.tempat_dukungan(milik))),
            capaian=_persen(angka.capaian(milik.indikator)),
        )
        for milik in data.efisiensi
        if milik.efisiensi.tafsir is Tafsir.KURANG_TERCAPAI
    )
    return tuple(hasil)


def _efisien(milik: BarisEfisiensi, angka: AngkaLkjip) -> Isi:
    return kalimat(
        "Efisiensi tertinggi terdapat pada {nama}, yaitu {efisiensi} poin: capaian {capaian} "
        "diperoleh dengan serapan {serapan}.",
        nama=_nama(milik.indikator),
        efisiensi=angka.efisiensi(milik),
        capaian=_persen(angka.capaian(milik.indikator)),
        serapan=_persen(angka.serapan(milik.serapan, angka.tempat_dukungan(milik))),
    )


def program(milik: BarisAnggaran, data: DataLkjip, angka: AngkaLkjip) -> Isi:
    tempat = str(milik.simpul.identitas)
    banyaknya = len(data.anggaran.pohon.anak(milik.simpul))
    return kalimat(
        "{nama} didukung {banyaknya} kegiatan, dengan pagu {pagu} dan realisasi {realisasi}, "
        "sehingga serapannya {serapan}.",
        nama=milik.simpul.nama,
        banyaknya=angka.banyaknya(banyaknya, f"kegiatan {tempat}"),
        pagu=_rupiah(angka.pagu(milik.serapan, tempat)),
        realisasi=_rupiah(angka.realisasi_anggaran(milik.serapan, tempat)),
        serapan=_persen(angka.serapan(milik.serapan, tempat)),
    )


def ringkasan_anggaran(data: DataLkjip, angka: AngkaLkjip) -> Isi:
    """The total, and the programs with the highest and the lowest serapan."""
    jumlah = data.anggaran.jumlah
    hasil = kalimat(
        "Dari pagu {pagu}, terealisasi {realisasi} atau {serapan}.",
        pagu=_rupiah(angka.pagu(jumlah, TOTAL)),
        realisasi=_rupiah(angka.realisasi_anggaran(jumlah, TOTAL)),
        serapan=_persen(angka.serapan(jumlah, TOTAL)),
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
    return _persen(angka.serapan(milik.serapan, str(milik.simpul.identitas)))
