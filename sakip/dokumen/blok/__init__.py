"""What a document is made of. Renderers turn these blocks into HTML, PDF and other forms."""

from sakip.dokumen.blok.alamat import alamat_gambar
from sakip.dokumen.blok.dasar import (
    Judul,
    Paragraf,
    Senarai,
    berbutir,
    kalimat,
    kecil_awal,
    menurut_sebab,
    sebab,
)
from sakip.dokumen.blok.dokumen import (
    Bagian,
    Blok,
    DaftarGambar,
    DaftarIsi,
    DaftarLampiran,
    DaftarTabel,
    Dokumen,
    Draf,
    Sampul,
)
from sakip.dokumen.blok.gambar import Gambar, Kotak, Organogram
from sakip.dokumen.blok.grafik import BatangGrafik, GrafikBatang
from sakip.dokumen.blok.resmi import Identitas, KepalaNaskah, Penanda, TandaTangan
from sakip.dokumen.blok.tabel import Baris, Kolom, Rata, Sel, Tabel, baris

__all__ = [
    "Bagian",
    "Baris",
    "BatangGrafik",
    "Blok",
    "DaftarGambar",
    "DaftarIsi",
    "DaftarLampiran",
    "DaftarTabel",
    "Dokumen",
    "Draf",
    "Gambar",
    "GrafikBatang",
    "Identitas",
    "Judul",
    "KepalaNaskah",
    "Kolom",
    "Kotak",
    "Organogram",
    "Paragraf",
    "Penanda",
    "Rata",
    "Sampul",
    "Sel",
    "Senarai",
    "Tabel",
    "TandaTangan",
    "alamat_gambar",
    "baris",
    "berbutir",
    "kalimat",
    "kecil_awal",
    "menurut_sebab",
    "sebab",
]
