"""The tables and charts of an LKjIP about money."""

from decimal import Decimal

from pelaporan.dokumen.angka import TOTAL, AngkaLkjip
from pelaporan.dokumen.kerangka import LKJIP
from pelaporan.dokumen.tabel import catatan_pembulatan, judul_grafik, judul_tabel
from pelaporan.hitung.efisiensi import RUMUS_SELISIH, Tafsir
from pelaporan.queries import BarisEfisiensi, DataLkjip
from pengukuran.queries.angka import RUMUS_SERAPAN, angka_uang
from perencanaan.models import Simpul, VersiAnggaran
from perencanaan.models.anggaran import JenisAnggaran
from perencanaan.models.renstra import JenisSimpul
from sakip.dokumen.angka import Angka, Isi
from sakip.dokumen.blok import (
    Baris,
    BatangGrafik,
    GrafikBatang,
    Kolom,
    Rata,
    Sel,
    Tabel,
    baris,
    kalimat,
)
from sakip.lib.tanggal import tulis_tanggal

TANDA_BERSAMA = "\N{NO-BREAK SPACE}*"


def tabel_program(data: DataLkjip) -> Tabel:
    """Pagu of the programs in every version of the year's budget, with the total."""
    pohon = data.anggaran.pohon
    program = [s for s in pohon.simpul if s.jenis == JenisSimpul.PROGRAM]

    def sel(versi: VersiAnggaran, jumlah: Decimal | None, tempat: str) -> Angka:
        return angka_uang(jumlah, f"pagu/{versi.tahun}/{versi.ke}/{tempat}", str(versi))

    def pagu(versi: VersiAnggaran, simpul: Simpul) -> Angka:
        return sel(versi, pohon.pagu[versi.ke].get(simpul.pk), str(simpul.identitas))

    def total(versi: VersiAnggaran) -> Angka:
        milik = [pohon.pagu[versi.ke][s.pk] for s in program if s.pk in pohon.pagu[versi.ke]]
        return sel(versi, sum(milik, Decimal(0)) if milik else None, TOTAL)

    isi = [
        baris(str(urutan), simpul.nama, *(pagu(versi, simpul) for versi in pohon.versi))
        for urutan, simpul in enumerate(program, start=1)
    ]
    jumlah = baris(
        Sel(("Jumlah",), bentang=2),
        *(total(versi) for versi in pohon.versi),
        jenis=Baris.Jenis.JUMLAH,
    )
    return Tabel(
        kunci="tabel-program",
        nomor="",
        judul=f"Anggaran Program Tahun {data.tahun} (Rp)",
        kolom=(
            Kolom("No", 6, Rata.TENGAH),
            Kolom("Program", 40),
            *(Kolom(_kepala_versi(versi), 18, Rata.KANAN) for versi in pohon.versi),
        ),
        baris=(*isi, jumlah),
        sumber=("Anggaran murni dan perubahannya",),
        catatan=tuple((v.catatan,) for v in pohon.versi if v.catatan),
        nomor_kolom=False,
    )


# a change is read as before and after, so the version just before the last is "Sebelum"
_KEPALA = {
    JenisAnggaran.MURNI: "Murni",
    JenisAnggaran.PERGESERAN: "Sebelum (pergeseran)",
    JenisAnggaran.PERUBAHAN: "Sesudah (perubahan)",
}


def _kepala_versi(versi: VersiAnggaran) -> str:
    nama = _KEPALA[JenisAnggaran(versi.jenis)]
    return f"{nama}, {tulis_tanggal(versi.tanggal)}" if versi.tanggal else nama


def tabel_efisiensi(data: DataLkjip, angka: AngkaLkjip) -> Tabel:
    nomor, judul = judul_tabel(data, "efisiensi")
    return Tabel(
        kunci="tabel-efisiensi",
        nomor=nomor,
        judul=judul,
        kolom=(
            Kolom("No", 4, Rata.TENGAH),
            Kolom("Tujuan/Sasaran", 13),
            Kolom("Indikator Kinerja", 14),
            Kolom("Target", 7, Rata.KANAN, grup="Kinerja"),
            Kolom("Realisasi", 9, Rata.KANAN, grup="Kinerja"),
            Kolom("Capaian (%)", 9, Rata.KANAN, grup="Kinerja"),
            Kolom("Pagu (Rp)", 13, Rata.KANAN, grup="Anggaran"),
            Kolom("Realisasi (Rp)", 13, Rata.KANAN, grup="Anggaran"),
            Kolom("Serapan (%)", 9, Rata.KANAN, grup="Anggaran"),
            Kolom("Efisiensi (poin)", 9, Rata.KANAN),
        ),
        baris=tuple(
            _baris_efisiensi(milik, angka, urutan)
            for urutan, milik in enumerate(data.efisiensi, start=1)
        ),
        sumber=(f"Capaian kinerja dan realisasi anggaran tahun {data.tahun}",),
        catatan=_catatan_efisiensi(data, angka),
    )


def _baris_efisiensi(milik: BarisEfisiensi, angka: AngkaLkjip, urutan: int) -> Baris:
    indikator, tempat = milik.indikator, angka.tempat_dukungan(milik)
    return baris(
        str(urutan),
        indikator.ini.simpul.nama,
        f"{indikator.ini.indikator.nama}{TANDA_BERSAMA if milik.bersama else ''}",
        angka.target(indikator),
        angka.realisasi(indikator),
        angka.capaian(indikator),
        angka.pagu(milik.serapan, tempat),
        angka.realisasi_anggaran(milik.serapan, tempat),
        angka.serapan(milik.serapan, tempat),
        angka.efisiensi(milik),
    )


def _catatan_efisiensi(data: DataLkjip, angka: AngkaLkjip) -> tuple[Isi, ...]:
    catatan: list[Isi] = [(f"Aturan: {RUMUS_SELISIH}. Dihitung dari angka yang belum dibulatkan.",)]
    if any(milik.bersama for milik in data.efisiensi):
        catatan.append(
            (
                "Tanda *: anggarannya juga mendukung indikator lain, "
                "sehingga tabel ini tidak dijumlahkan.",
            )
        )
    for milik in data.efisiensi:
        catatan.extend(_catatan_baris(milik, angka))
    catatan.extend(
        (
            f"{milik.ini.indikator.nama} tidak dimuat karena tidak ada program atau kegiatan "
            "yang dinyatakan mendukungnya.",
        )
        for milik in data.tanpa_dukungan
    )
    return tuple(catatan)


def _catatan_baris(milik: BarisEfisiensi, angka: AngkaLkjip) -> list[Isi]:
    nama = milik.indikator.ini.indikator.nama
    catatan: list[Isi] = []
    if milik.efisiensi.tafsir is Tafsir.KURANG_TERCAPAI:
        catatan.append((f"{nama}: target belum tercapai, sehingga sisa anggaran bukan efisiensi.",))
    if milik.efisiensi.nilai is None:
        catatan.append((f"{nama}: {milik.indikator.ini.hasil.alasan or milik.efisiensi.alasan}",))
    tercetak = angka.efisiensi_tercetak(milik)
    if tercetak is not None:
        catatan.append(catatan_pembulatan(nama, tercetak, angka.efisiensi(milik)))
    return catatan


def tabel_anggaran(data: DataLkjip, angka: AngkaLkjip) -> Tabel:
    nomor, judul = judul_tabel(data, "anggaran")
    isi: list[Baris] = []
    urutan = 0
    for milik in data.anggaran.baris:
        tempat = str(milik.simpul.identitas)
        akar = milik.simpul.jenis == JenisSimpul.PROGRAM
        urutan += akar
        isi.append(
            baris(
                str(urutan) if akar else "",
                milik.simpul.nama,
                angka.pagu(milik.serapan, tempat),
                angka.realisasi_anggaran(milik.serapan, tempat),
                angka.serapan(milik.serapan, tempat),
                jenis=Baris.Jenis.KELOMPOK if akar else Baris.Jenis.BIASA,
            )
        )
    jumlah = data.anggaran.jumlah
    isi.append(
        baris(
            Sel(("Jumlah",), bentang=2),
            angka.pagu(jumlah, TOTAL),
            angka.realisasi_anggaran(jumlah, TOTAL),
            angka.serapan(jumlah, TOTAL),
            jenis=Baris.Jenis.JUMLAH,
        )
    )
    return Tabel(
        kunci="tabel-anggaran",
        nomor=nomor,
        judul=judul,
        kolom=(
            Kolom("No", 6, Rata.TENGAH),
            Kolom("Program/Kegiatan", 46),
            Kolom("Anggaran (Rp)", 18, Rata.KANAN),
            Kolom("Realisasi (Rp)", 18, Rata.KANAN),
            Kolom("Capaian (%)", 12, Rata.KANAN),
        ),
        baris=tuple(isi),
        sumber=(f"{data.anggaran.versi} dan realisasi anggaran tahun {data.tahun}",),
        catatan=((f"Aturan: {RUMUS_SERAPAN}, dengan pagu yang berlaku pada akhir tahun.",),),
    )


def grafik_serapan(data: DataLkjip, angka: AngkaLkjip) -> GrafikBatang:
    nomor, judul = judul_grafik(data, "serapan")
    return GrafikBatang(
        kunci="grafik-serapan",
        nomor=nomor,
        judul=judul,
        batang=tuple(
            BatangGrafik(
                label=milik.simpul.nama,
                angka=angka.serapan(milik.serapan, str(milik.simpul.identitas)),
                warna="netral",
            )
            for milik in data.anggaran.program()
        ),
        sumber=kalimat("Tabel {nomor}", nomor=LKJIP.tabel["anggaran"][0]),
    )
