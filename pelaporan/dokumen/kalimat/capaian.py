"""What the figures of performance say by themselves."""

from pelaporan.dokumen.angka import AngkaLkjip
from pelaporan.dokumen.kalimat.dasar import nama_indikator, persen
from pelaporan.dokumen.tabel.judul import rujuk
from pelaporan.hitung.perbandingan import Gerak
from pelaporan.queries import BarisIndikator, DataLkjip
from pengukuran.queries.angka import angka_capaian, angka_realisasi, angka_target
from sakip.dokumen.angka import Isi
from sakip.dokumen.blok import kalimat, menurut_sebab, sebab


def target_realisasi(milik: BarisIndikator, data: DataLkjip, angka: AngkaLkjip) -> Isi:
    """One indikator this year and last year."""
    if milik.ini.hasil.dipakai is None:
        return kalimat(
            "{nama}: capaian tahun {tahun} tidak dihitung{sebab}.",
            nama=nama_indikator(milik),
            tahun=str(data.tahun),
            sebab=sebab(milik.ini.hasil.alasan),
        )
    kini = kalimat(
        "{nama}: tahun {tahun} realisasinya {realisasi} dari target {target}, sehingga capaiannya "
        "{capaian}, berkategori {kategori}; target {hasil}.",
        nama=nama_indikator(milik),
        tahun=str(data.tahun),
        realisasi=angka.realisasi(milik),
        target=angka.target(milik),
        capaian=persen(angka.capaian(milik)),
        kategori=milik.ini.kategori.nama if milik.ini.kategori else "-",
        hasil="tercapai" if milik.ini.hasil.tercapai else "belum tercapai",
    )
    cara = milik.analisis.pengumpulan_data
    sumber = (f" Datanya diperoleh dari {cara.rstrip('.')}.",) if cara else ()
    return (*kini, *_tahun_lalu(milik, data), *sumber)


def _tahun_lalu(milik: BarisIndikator, data: DataLkjip) -> Isi:
    if milik.lalu.hasil.dipakai is None:
        return ()
    return kalimat(
        " Tahun {lalu} realisasinya {realisasi} dari target {target}, dengan capaian {capaian}.",
        lalu=str(data.tahun_lalu),
        realisasi=angka_realisasi(milik.lalu),
        target=angka_target(milik.lalu),
        capaian=persen(angka_capaian(milik.lalu)),
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
    luar = (
        (nama_indikator(milik), sebab(milik.ini.hasil.alasan))
        for milik in data.indikator
        if milik.ini.hasil.tercapai is None
    )
    return (*hasil, *(f" {nama} tidak dihitung{kata}." for nama, kata in menurut_sebab(luar)))


def _daftar_capaian(baris: list[BarisIndikator], angka: AngkaLkjip) -> Isi:
    hasil: Isi = ()
    for letak, milik in enumerate(baris):
        pemisah = ", " if letak else ""
        hasil += (f"{pemisah}{nama_indikator(milik)} (", persen(angka.capaian(milik)), ")")
    return hasil


def perubahan(milik: BarisIndikator, angka: AngkaLkjip) -> Isi:
    """Rise or fall of one indikator's capaian against last year; empty where one year lacks."""
    if milik.perubahan is None:
        return ()
    if milik.perubahan.gerak is Gerak.TETAP:
        kini = persen(angka.capaian(milik))
        return kalimat("Capaian {nama} tetap {kini}.", nama=nama_indikator(milik), kini=kini)
    return kalimat(
        "Capaian {nama} {gerak} dari {lalu} menjadi {kini} ({poin} poin persen).",
        nama=nama_indikator(milik),
        gerak=milik.perubahan.gerak.value,
        lalu=persen(angka_capaian(milik.lalu)),
        kini=persen(angka.capaian(milik)),
        poin=angka.perubahan(milik),
    )


def kemajuan(milik: BarisIndikator, data: DataLkjip, angka: AngkaLkjip) -> Isi:
    if milik.kemajuan.dipakai is None:
        return kalimat(
            "Kemajuan {nama} tidak dihitung{sebab}.",
            nama=nama_indikator(milik),
            sebab=sebab(milik.kemajuan.alasan),
        )
    return kalimat(
        "{nama} menunjukkan tingkat kemajuan {kemajuan} terhadap target akhir Renstra tahun "
        "{akhir}, yaitu {target}{belum}.",
        nama=nama_indikator(milik),
        kemajuan=persen(angka.kemajuan(milik)),
        akhir=str(data.tahun_akhir),
        target=angka.target_renstra(milik, data.tahun_akhir),
        belum="" if milik.kemajuan.tercapai else _belum_tercapai(milik),
    )


def _belum_tercapai(milik: BarisIndikator) -> str:
    """Where a reader finds why, of a tujuan as of a sasaran."""
    if milik.analisis.penyebab:
        return f"; target itu belum tercapai, dan penyebabnya diuraikan dalam {rujuk('analisis')}"
    return "; target itu belum tercapai, dan penyebabnya belum ditulis"


def ikhtisar(milik: BarisIndikator, angka: AngkaLkjip) -> Isi:
    """One indikator in a line of the summary."""
    if milik.ini.hasil.dipakai is None:
        return kalimat(
            "{nama}: tidak dihitung{sebab}.",
            nama=nama_indikator(milik),
            sebab=sebab(milik.ini.hasil.alasan),
        )
    return kalimat(
        "{nama}: realisasi {realisasi} dari target {target}, capaian {capaian}.",
        nama=nama_indikator(milik),
        realisasi=angka.realisasi(milik),
        target=angka.target(milik),
        capaian=persen(angka.capaian(milik)),
    )


def perbaikan(data: DataLkjip, angka: AngkaLkjip) -> tuple[Isi, ...]:
    """What the figures ask of next year: what was missed, and what fell."""
    belum = [m for m in data.indikator if m.ini.hasil.tercapai is False]
    turun = [m for m in data.indikator if m.perubahan and m.perubahan.gerak is Gerak.TURUN]
    hasil: list[Isi] = []
    if belum:
        hasil.append(
            kalimat(
                "Perbaikan tahun {depan} diutamakan pada indikator yang belum mencapai target: "
                "{daftar}.",
                depan=str(data.tahun + 1),
                daftar=_daftar_capaian(belum, angka),
            )
        )
    if turun:
        hasil.append(
            kalimat(
                "Capaian yang turun dibandingkan tahun {lalu} menjadi perhatian: {daftar}.",
                lalu=str(data.tahun_lalu),
                daftar=_daftar_gerak(turun, angka),
            )
        )
    if not hasil:
        hasil.append(("Capaian yang sudah baik dipertahankan pada tahun berikutnya.",))
    return tuple(hasil)


def _daftar_gerak(baris: list[BarisIndikator], angka: AngkaLkjip) -> Isi:
    hasil: Isi = ()
    for letak, milik in enumerate(baris):
        hasil += kalimat(
            "{pemisah}{nama} (dari {lalu} menjadi {kini})",
            pemisah=", " if letak else "",
            nama=nama_indikator(milik),
            lalu=persen(angka_capaian(milik.lalu)),
            kini=persen(angka.capaian(milik)),
        )
    return hasil


def standar(data: DataLkjip, angka: AngkaLkjip) -> Isi:
    """How many indikator have a standard to stand beside."""
    ada = [m for m in data.indikator if m.banding_standar.persen is not None]
    if not ada:
        return (
            "Belum ada indikator yang dapat dibandingkan; sebabnya dicantumkan di bawah tabel.",
        )
    return kalimat(
        "Dari {semua} indikator, {ada} dapat dibandingkan dengan standar.",
        semua=angka.banyaknya(len(data.indikator), "indikator"),
        ada=angka.banyaknya(len(ada), "indikator berstandar"),
    )


def penunjang(data: DataLkjip, angka: AngkaLkjip) -> Isi:
    """How many of the programs and kegiatan that were analysed support their indikator."""
    semua = [satu for milik in data.indikator for satu in milik.penunjang]
    if not semua:
        return ("Belum ada program dan kegiatan yang dianalisis.",)
    menunjang = [satu for satu in semua if satu.menunjang]
    hasil = kalimat(
        "Dari {semua} program dan kegiatan yang dianalisis, {menunjang} dinyatakan menunjang",
        semua=angka.banyaknya(len(semua), "program dan kegiatan yang dianalisis"),
        menunjang=angka.banyaknya(len(menunjang), "program dan kegiatan yang menunjang"),
    )
    tidak = [satu.simpul.nama for satu in semua if satu.dinilai and not satu.menunjang]
    belum = [satu.simpul.nama for satu in semua if not satu.dinilai]
    if tidak:
        hasil = (*hasil, f"; yang tidak menunjang: {'; '.join(tidak)}")
    if belum:
        hasil = (*hasil, f"; yang belum dapat dinilai: {'; '.join(belum)}")
    return (*hasil, ".")
