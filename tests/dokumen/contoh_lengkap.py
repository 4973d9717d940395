"""A document with every block, as the papers of an office hold them."""

from io import BytesIO

from PIL import Image, ImageDraw

from sakip.dokumen.blok import (
    Bagian,
    Baris,
    BatangGrafik,
    DaftarGambar,
    DaftarIsi,
    DaftarTabel,
    Dokumen,
    Gambar,
    GrafikBatang,
    Identitas,
    Judul,
    KepalaNaskah,
    Kolom,
    Kotak,
    Organogram,
    Paragraf,
    Penanda,
    Rata,
    Sampul,
    Sel,
    Senarai,
    Tabel,
    TandaTangan,
    alamat_gambar,
    baris,
)
from tests.dokumen.contoh import angka

BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
SASARAN = (
    "Meningkatnya sistem tata kelola yang baik dalam menjamin pelayanan prima",
    "Terwujudnya masyarakat yang harmoni yang berwawasan kebangsaan dan nilai-nilai luhur Pancasila",
    "Meningkatnya ketahanan dan kondusifitas wilayah",
)
INDIKATOR = (
    "Persentase rata-rata ketercapaian pelaksanaan program dukungan sasaran perangkat daerah",
    "Nilai SAKIP perangkat daerah",
    "Persentase temuan yang ditindaklanjuti",
    "Indeks stabilitas",
    "Persentase peningkatan jumlah organisasi kemasyarakatan yang aktif",
)
PROGRAM = (
    "Program Penguatan Ideologi Pancasila dan Karakter Kebangsaan",
    "Program Peningkatan Peran Partai Politik dan Lembaga Pendidikan melalui Pendidikan Politik "
    "dan Pengembangan Etika serta Budaya Politik",
    "Program Pemberdayaan dan Pengawasan Organisasi Kemasyarakatan",
)
KALIMAT = (
    "Laporan kinerja ini menyajikan target, realisasi, dan capaian setiap indikator pada tahun "
    "pelaporan, serta penggunaan anggaran yang mendukungnya. Setiap angka berasal dari data yang "
    "sama dengan yang dipakai pada tabel, sehingga dapat ditelusuri sampai ke sumbernya. "
)
BADAN = "Badan Kesatuan Bangsa dan Politik"


def png(lebar: int = 120, tinggi: int = 150, warna: str = "#0b4f6c") -> bytes:
    """A shield, so that there is something to see."""
    gambar = Image.new("RGB", (lebar, tinggi), "white")
    sudut = [
        (0, 0),
        (lebar, 0),
        (lebar, tinggi * 2 // 3),
        (lebar // 2, tinggi),
        (0, tinggi * 2 // 3),
    ]
    ImageDraw.Draw(gambar).polygon(sudut, fill=warna)
    isi = BytesIO()
    gambar.save(isi, "PNG")
    return isi.getvalue()


LAMBANG = alamat_gambar(png(), "image/png")
FOTO = alamat_gambar(png(600, 300, "#3b7d23"), "image/png")


def pohon_kantor(bidang: int = 4) -> Kotak:
    """The usual tree: a head, a secretariat, fields with their groups."""
    sub = ("Kelompok Jabatan Fungsional", "Subbidang Wawasan Kebangsaan dan Bela Negara")
    semua = [
        "Sekretariat",
        *[f"Bidang {n} Ketahanan Ekonomi, Sosial, dan Budaya" for n in range(1, bidang + 1)],
    ]
    return Kotak(f"Kepala {BADAN}", tuple(Kotak(n, tuple(Kotak(s) for s in sub)) for n in semua))


def tabel_bulanan(banyaknya: int = 14) -> Tabel:
    """Thirty columns: target and realisasi of twelve months, the year, and the percentage."""
    kolom = [
        Kolom("No", 3),
        Kolom("Sasaran Strategis", 26),
        Kolom("Indikator Kinerja", 30),
        Kolom("Satuan", 9),
    ]
    for bulan in (*BULAN, "JML"):
        kolom += [Kolom(nama, 4, Rata.KANAN, bulan) for nama in ("Target", "Realisasi")]
    kolom.append(Kolom("%", 8, Rata.KANAN))
    isi: list[Baris] = []
    for nomor in range(banyaknya):
        sasaran = SASARAN[nomor // 3 % len(SASARAN)]
        nilai = [f"{7 * nomor % 90},{bulan:02}" for bulan in range(26)]
        sel = Sel((sasaran,), ulang=nomor % 3 != 0)
        isi.append(
            baris(
                str(nomor + 1), sel, INDIKATOR[nomor % len(INDIKATOR)], "Persen", *nilai, "100,00"
            )
        )
    isi += [
        baris(Sel((teks,), 4), *["97,2"] * 26, "97,20", jenis=Baris.Jenis.JUMLAH)
        for teks in ("Capaian output", "% capaian kinerja tiap bulan")
    ]
    return Tabel(
        "tabel-bulanan", "", "Target dan Realisasi Bulanan", tuple(kolom), tuple(isi),
        sumber=("Rencana Aksi Tahun 2023",), mendatar=True, rapat=True,
    )  # fmt: skip


def tabel_anggaran(kali: int = 1) -> Tabel:
    kolom = (
        Kolom("Program/Kegiatan/Sub Kegiatan", 52),
        Kolom("Anggaran (Rp)", 18, Rata.KANAN),
        Kolom("Realisasi (Rp)", 18, Rata.KANAN),
        Kolom("Serapan (%)", 12, Rata.KANAN),
    )
    uang = ("10.467.423.824", "10.228.732.983", "97,72")
    isi: list[Baris] = []
    for satu in range(kali):
        for program in PROGRAM:
            isi.append(baris(program, *uang, jenis=Baris.Jenis.KELOMPOK))
            for kegiatan in range(1, 3):
                teks = f"Kegiatan {satu + 1}.{kegiatan} Perumusan Kebijakan Teknis dan Pemantapan Pelaksanaan"
                isi.append(baris(teks, *uang, jenis=Baris.Jenis.SUBKELOMPOK))
                isi += [
                    baris(f"Sub kegiatan {n}: penyusunan bahan perumusan kebijakan", *uang)
                    for n in (1, 2)
                ]
    isi.append(baris("Jumlah", *uang, jenis=Baris.Jenis.JUMLAH))
    return Tabel(
        "tabel-anggaran", "3.9", "Capaian Anggaran Program dan Kegiatan Tahun 2023", kolom, tuple(isi),
        sumber=(BADAN,), catatan=(("Serapan adalah realisasi dibagi anggaran.",),),
    )  # fmt: skip


def tabel_capaian(
    kunci: str = "tabel-capaian",
    nomor: str = "3.2",
    judul: str = "Capaian Kinerja Tahun 2023",
    *,
    mendatar: bool = False,
) -> Tabel:
    kolom = (
        Kolom("No", 4, Rata.TENGAH), Kolom("Sasaran Strategis", 28), Kolom("Indikator Kinerja", 28),
        Kolom("Target", 9, Rata.KANAN, "Tahun 2023"), Kolom("Realisasi", 9, Rata.KANAN, "Tahun 2023"),
        Kolom("Capaian (%)", 9, Rata.KANAN, "Tahun 2023"), Kolom("Kategori", 13),
    )  # fmt: skip
    isi = [
        baris(
            str(n),
            Sel((SASARAN[n // 3],), ulang=n not in {1, 3}),
            nama,
            "76,05",
            "89,68",
            angka("117,92"),
            "Sangat Tinggi",
        )
        for n, nama in enumerate(INDIKATOR, start=1)
    ]
    return Tabel(
        kunci, nomor, judul, kolom, tuple(isi), sumber=("Pengukuran kinerja",), mendatar=mendatar
    )  # fmt: skip


def penanda_dua() -> TandaTangan:
    return TandaTangan(
        "Pasuruan, 2 Januari 2023",
        (
            Penanda("Wali Kota Pasuruan", "SAIFULLAH YUSUF", pengantar=("Pihak Kedua,",)),
            Penanda(
                f"Plt. Kepala {BADAN}", "Drs. H. HARDI UTOYO, M.Si.", "196409171990031013",
                pengantar=("Pihak Pertama,",),
            ),
        ),
    )  # fmt: skip


def identitas() -> Identitas:
    return Identitas(
        (
            ("Nama", ("Drs. H. HARDI UTOYO, M.Si.",)),
            ("NIP", ("196409171990031013",)),
            ("Pangkat/Golongan", ("Pembina Utama Muda/IV-c",)),
            ("Jabatan", (f"Plt. Kepala {BADAN} Kota Pasuruan, selanjutnya disebut pihak pertama",)),
        )
    )


def _depan() -> tuple[Bagian, ...]:
    def judul(kunci: str, teks: str) -> Judul:
        return Judul(1, "", teks, f"judul-{kunci}")

    kepala = TandaTangan(
        "Pasuruan, 15 Februari 2024",
        (Penanda(f"Kepala {BADAN}", "Drs. H. HARDI UTOYO, M.Si.", "196409171990031013"),),
    )
    return (
        Bagian("kata-pengantar", (judul("kata", "Kata Pengantar"), Paragraf((KALIMAT * 2,)), kepala)),
        Bagian("daftar-isi", (judul("isi", "Daftar Isi"), DaftarIsi())),
        Bagian("daftar-tabel", (judul("tabel", "Daftar Tabel"), DaftarTabel())),
        Bagian("daftar-gambar", (judul("gambar", "Daftar Gambar"), DaftarGambar())),
    )  # fmt: skip


def _bab() -> tuple[Bagian, ...]:
    batang = tuple(
        BatangGrafik(n, angka(t), w)
        for n, t, w in zip(
            INDIKATOR,
            ("117,92", "103,24", "100,00", "97,20", "64,10"),
            ("unggul", "unggul", "unggul", "cukup", "kurang"),
            strict=True,
        )
    )
    satu = (
        Judul(1, "BAB I", "Pendahuluan", "judul-1"),
        Judul(2, "1.1", "Latar Belakang", "judul-1.1"),
        *[Paragraf((KALIMAT * 2,))] * 4,
        Judul(2, "1.2", "Penjelasan Umum Organisasi", "judul-1.2"),
        Judul(3, "1.2.1", "Struktur Organisasi dan Tata Kerja", "judul-1.2.1"),
        Paragraf(("Susunan organisasi tampak pada Gambar 1.1.",)),
        Organogram(
            "gambar-susunan",
            "Gambar 1.1",
            f"Struktur Organisasi {BADAN}",
            pohon_kantor(),
            sumber=("Peraturan Wali Kota Nomor 29 Tahun 2022",),
        ),
        Senarai(tuple((f"{s.lower()};",) for s in SASARAN), Senarai.Gaya.HURUF),
        Senarai(tuple((s,) for s in PROGRAM), Senarai.Gaya.TITIK),
        Gambar(
            "gambar-foto",
            "Gambar 1.2",
            "Kegiatan pembinaan ormas",
            FOTO,
            sumber=("Dokumentasi kegiatan",),
        ),
        Gambar("gambar-kosong", "Gambar 1.3", "Peta sebaran ormas"),
    )
    tiga = (
        Judul(1, "BAB III", "Akuntabilitas Kinerja", "judul-3"),
        Judul(2, "3.1", "Capaian Kinerja", "judul-3.1"),
        Judul(
            3,
            "3.1.6",
            "Analisis penyebab keberhasilan atau kegagalan serta alternatif solusi yang telah dilakukan oleh perangkat daerah",
            "judul-3.1.6",
        ),
        Paragraf((KALIMAT,)),
        tabel_capaian(),
        GrafikBatang(
            "grafik-capaian",
            "Grafik 3.1",
            "Capaian Kinerja Tahun 2023 (%)",
            batang,
            sumber=("Tabel 3.2",),
        ),
        Judul(2, "3.2", "Realisasi Anggaran", "judul-3.2"),
        tabel_anggaran(3),
    )
    return (Bagian("bab-1", satu), Bagian("bab-3", tiga))


def _lampiran() -> tuple[Bagian, ...]:
    pernyataan = (
        Judul(1, "Lampiran 1", "Perjanjian Kinerja", "judul-lampiran-1"),
        KepalaNaskah(("Perjanjian Kinerja Tahun 2023",), LAMBANG),
        Paragraf((KALIMAT,)),
        identitas(),
        Paragraf((KALIMAT * 2,)),
        penanda_dua(),
        KepalaNaskah(("Perjanjian Kinerja", "Eselon II")),
        identitas(),
        tabel_bulanan(),
        penanda_dua(),
    )
    matriks = (
        Judul(1, "Lampiran 2", "Matriks Renstra", "judul-lampiran-2"),
        tabel_capaian("tabel-matriks", "", "Matriks Renstra Tahun 2021–2026", mendatar=True),
    )
    return (
        Bagian("lampiran-1", pernyataan),
        Bagian("lampiran-2", matriks),
    )


def dokumen_lengkap() -> Dokumen:
    return Dokumen(
        judul="LKjIP contoh",
        sampul=Sampul(("Laporan Kinerja", "Instansi Pemerintah"), (BADAN, "Kota Pasuruan"), "2023", "Kota Pasuruan", LAMBANG),
        depan=_depan(),
        isi=(*_bab(), *_lampiran()),
    )  # fmt: skip
