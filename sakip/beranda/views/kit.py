"""The design language on one page: every part of the kit, in every state, for who changes it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from crispy_forms.helper import FormHelper
from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pengukuran.queries.bukti import BarisBukti
from pengukuran.views.pratinjau import Panel
from sakip.berkas.jenis import Jenis
from sakip.berkas.models import Berkas
from sakip.dokumen.angka import Angka, Asal, PernyataanKembali, Rujukan
from sakip.dokumen.asal import asal_angka
from sakip.dokumen.blok import BatangGrafik, GrafikBatang
from sakip.jejak.queries import BarisRiwayat, Perubahan
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Boleh, Tolak
from sakip.web.formulir import AreaTeks
from sakip.web.isian import IsianAngka, IsianTanggal


class FormContoh(forms.Form):
    """One field of each kind; shown filled in wrongly."""

    target = IsianAngka(label="Target tahun ini", satuan="persen", help_text="Target: 12,5.")
    mulai = IsianTanggal(label="Mulai berlaku")
    unit = forms.ChoiceField(label="Unit", choices=[("1", "Bidang Politik"), ("2", "Sekretariat")])
    alasan = forms.CharField(label="Alasan", widget=AreaTeks(), required=False)
    yakin = forms.BooleanField(label="Dokumennya sudah saya periksa", required=False)

    def __init__(self, isi: dict[str, str] | None) -> None:
        super().__init__(isi)
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.disable_csrf = True


@dataclass(frozen=True)
class Status:
    jenis: str
    kata: str


@dataclass(frozen=True)
class Ruas:
    """One part of the year's ribbon; `kelas` is lewat, kini, or empty for what is to come."""

    nama: str
    ket: str
    kelas: str


@dataclass(frozen=True)
class Tugas:
    nama: str
    ket: str
    status: Status


@dataclass(frozen=True)
class SelKisi:
    """A row of a grid: what is asked, the box, and how saving it stands."""

    nama: str
    satuan: str
    target: str
    isi: str
    galat: str
    kelas: str
    keadaan: str


WARNA = (
    "tinta", "tinta-2", "garis", "tanah", "merek", "merek-muda", "fokus",
    "unggul", "baik", "cukup", "kurang", "buruk",
)  # fmt: skip
STATUS = (
    Status("selesai", "disetujui"),
    Status("berjalan", "sedang diisi"),
    Status("menunggu", "belum dibuka"),
    Status("dikembalikan", "dikembalikan"),
    Status("terlambat", "lewat tenggat"),
    Status("gagal", "gagal"),
    Status("terkunci", "terkunci"),
)
KATEGORI = (
    ("unggul", "Sangat Tinggi"),
    ("baik", "Tinggi"),
    ("cukup", "Sedang"),
    ("kurang", "Rendah"),
    ("buruk", "Sangat Rendah"),
)
PITA = (
    Ruas("Renstra", "2021–2026", "lewat"),
    Ruas("PK", "2 Januari", "lewat"),
    Ruas("Rencana Aksi", "7 indikator", "lewat"),
    Ruas("TW I", "disetujui", "lewat"),
    Ruas("TW II", "5 dari 7 terisi", "kini"),
    Ruas("TW III", "Oktober", ""),
    Ruas("TW IV", "Januari", ""),
    Ruas("LKjIP", "tenggat 28 Februari", ""),
)
TUGAS = (
    Tugas("Isi realisasi Triwulan II", "2 dari 7 belum terisi", Status("berjalan", "4 hari lagi")),
    Tugas("Perbaiki bukti ormas aktif", "bukti bulan Mei", Status("dikembalikan", "dikembalikan")),
    Tugas("Setujui Rencana Aksi", "menunggu pimpinan", Status("selesai", "selesai")),
)
KISI = (
    SelKisi("Persentase ormas aktif", "persen", "3", "4,28", "", "tersimpan", "tersimpan 09.41"),
    SelKisi("Lembaga dengan laporan keuangan", "lembaga", "10", "10", "", "menyimpan", "menyimpan …"),
    SelKisi("Peserta kewaspadaan dini", "orang", "260", "1.5", "Maksud Anda 1,5 atau 1.500?", "belum", "belum disimpan"),
    SelKisi("Dokumen koordinasi", "dokumen", "3", "2", "", "gagal", "gagal, dicoba lagi"),
    SelKisi("Laporan triwulan", "laporan", "4", "3.5", "Maksud Anda 3,5?", "tanya", "menunggu pilihan Anda"),
    SelKisi("Indeks kewaspadaan", "nilai", "-", "", "", "kosong", "boleh kosong"),
)  # fmt: skip
BUKTI = BarisBukti(
    pk=1,
    nama="notulen-rapat.pdf",
    jenis="PDF",
    ukuran="120 KB",
    alamat="#kit-bukti",
    tautan=False,
    periode="tahun 2023",
    halaman="3",
    keterangan="",
    oleh="Kepala Bidang",
    pada=datetime(2023, 7, 10, 2, 41, tzinfo=UTC),
    berkas=Berkas(jenis=Jenis.PDF),
)
RIWAYAT = (
    BarisRiwayat(
        waktu=datetime(2023, 7, 10, 2, 41, tzinfo=UTC),
        pelaku="Sekretaris Badan",
        perbuatan="mengubah unit",
        alasan="Menurut peraturan wali kota yang baru.",
        perubahan=(Perubahan("Singkatan", "Kesbangpol", "Bakesbangpol"),),
    ),
    BarisRiwayat(
        waktu=datetime(2023, 1, 2, 1, 0, tzinfo=UTC),
        pelaku="Admin Aplikasi",
        perbuatan="membuat unit",
        alasan="",
        perubahan=(),
    ),
)


KEMBALI = PernyataanKembali(
    0, "Ormas aktif 2023", 2023, "2 Februari 2024", "8", "9,5", "salah ketik"
)


def _angka(
    nilai: str, tampil: str, alasan: str = "", kembali: tuple[PernyataanKembali, ...] = ()
) -> Angka:
    asal = Asal("contoh", kembali=kembali)
    return Angka(Decimal(nilai) if nilai else None, tampil, "kit", asal, alasan)


def _capaian_contoh() -> Angka:
    """A figure with the figures and rows it was made from."""
    target = Angka(Decimal("76.05"), "76,05", "kit", Asal("Target 2023", nama="Target 2023"))
    rujukan = Rujukan("pengukuran.realisasi", 0, "Realisasi TW IV 2023", "diisi Operator Bidang")
    asal = Asal("Realisasi 2023", nama="Realisasi 2023", rujukan=(rujukan,))
    realisasi = Angka(Decimal("89.68"), "89,68", "kit", asal)
    nama = "Capaian 2023 (%): Indeks Stabilitas"
    asal = Asal("realisasi / target × 100", (target, realisasi), nama)
    return Angka(Decimal("117.922419"), "117,92", "kit", asal)


@require_safe
def kit(permintaan: HttpRequest) -> HttpResponse:
    """Shown only with SAKIP_DEBUG; elsewhere the page does not exist."""
    if not settings.DEBUG:
        raise TidakAda("Halaman atau data ini tidak ada, atau bukan milik unit Anda.")
    konteks = {
        "warna": WARNA,
        "status": STATUS,
        "kategori": [{"warna": warna, "nama": nama} for warna, nama in KATEGORI],
        "pita": PITA,
        "tugas": TUGAS,
        "kisi": KISI,
        "riwayat": RIWAYAT,
        "angka": [
            _angka("117.92", "117,92"),
            _angka("", "-", "Tidak dijadwalkan: pemilu berlangsung tahun 2024."),
            _angka("", "N/A", "Belum diukur: survei dilaksanakan Desember."),
            _angka("", "", "Realisasi belum diisi."),
            _angka("9.5", "9,5", kembali=(KEMBALI,)),
        ],
        "asal": asal_angka(_capaian_contoh()),
        "halaman": Paginator(range(120), 50).get_page(2),
        "form": FormContoh(
            {
                "target": "12.5",
                "mulai": "30 Februari 2025",
                "unit": "1",
                "alasan": "Jadwal bergeser.",
            }
        ),
        "bukti": BUKTI,
        "pratinjau": Panel(
            BUKTI, 3, 12, besar=False, pesan="Server sedang menggambar halaman lain.", ulang=True
        ),
        "boleh": Boleh(),
        "tolak": Tolak("Menunggu verifikasi sekretariat."),
        "grafik": GrafikBatang(
            kunci="grafik-kit",
            nomor="",
            judul="Capaian kinerja dalam persen",
            batang=tuple(
                BatangGrafik(nama, _angka(nilai.replace(",", "."), nilai), warna)
                for nama, nilai, warna in (
                    ("Indeks Stabilitas", "117,92", "unggul"),
                    ("Penurunan konflik", "97,20", "unggul"),
                    ("Pemilih pemula", "70,10", "cukup"),
                )
            ),
        ),
    }
    return render(permintaan, "beranda/kit.html", konteks)
