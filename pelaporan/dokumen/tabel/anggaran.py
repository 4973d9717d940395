"""The tables and charts of an LKjIP about money."""

from decimal import Decimal

from pelaporan.dokumen.angka import TOTAL, AngkaLkjip
from pelaporan.dokumen.tabel.judul import judul_gambar, judul_tabel, rujuk
from pelaporan.queries import DataLkjip
from pengukuran.queries.angka import RUMUS_SERAPAN, angka_uang
from perencanaan.models import Simpul, VersiAnggaran
from perencanaan.models.anggaran import JenisAnggaran
from perencanaan.models.renstra import JenisSimpul
from sakip.dokumen.angka import Angka
from sakip.dokumen.blok import (
    Baris,
    BatangGrafik,
    GrafikBatang,
    Kolom,
    Rata,
    Sel,
    Tabel,
    baris,
)
from sakip.lib.tanggal import tulis_tanggal


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


def tabel_anggaran_tahun(data: DataLkjip, angka: AngkaLkjip) -> Tabel:
    """The whole budget of this year and of the year before."""
    nomor, judul = judul_tabel(data, "anggaran-tahun")
    lalu = data.anggaran_lalu
    return Tabel(
        kunci="tabel-anggaran-tahun",
        nomor=nomor,
        judul=judul,
        kolom=(
            Kolom("Sumber", 30),
            Kolom("Tahun", 25, Rata.TENGAH),
            Kolom("Jumlah (Rp)", 45, Rata.KANAN),
        ),
        baris=(
            baris("APBD", str(data.tahun_lalu), angka.pagu_setahun(lalu, data.tahun_lalu)),
            baris("APBD", str(data.tahun), angka.pagu(data.anggaran.jumlah, TOTAL)),
        ),
        sumber=("; ".join(str(t.versi) for t in (lalu, data.anggaran) if t),),
        catatan=tuple((t.versi.catatan,) for t in (lalu,) if t and t.versi.catatan),
    )


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
    nomor, judul = judul_gambar(data, "serapan")
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
        sumber=(rujuk("anggaran"),),
    )
