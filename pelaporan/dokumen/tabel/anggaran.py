"""The tables and charts of an LKjIP about money."""

from pelaporan.dokumen.angka import TOTAL, AngkaLkjip
from pelaporan.dokumen.tabel.judul import judul_gambar, judul_tabel, rujuk
from pelaporan.queries import DataLkjip
from pengukuran.queries.angka import RUMUS_SERAPAN
from perencanaan.models.renstra import JenisSimpul
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
        catatan=tuple(
            (f"Anggaran tahun {t.versi.tahun}: {t.versi.catatan}",)
            for t in (lalu,)
            if t and t.versi.catatan
        ),
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
