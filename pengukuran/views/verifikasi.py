"""The desk: what waits for verification and for approval, the riskiest first."""

from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pengukuran.models import Realisasi
from pengukuran.queries.meja_verifikasi import BarisMeja, Meja
from pengukuran.services.langkah import HasilBanyak, setujui_banyak, verifikasi_banyak
from pengukuran.status import DAPAT_DIUBAH, StatusRealisasi
from pengukuran.views.verifikasi_susun import (
    BarisTampil,
    Risiko,
    buka_meja,
    konteks_meja,
    nomor,
    siap_baris,
    tampilkan,
)
from sakip.dokumen.asal import sajikan
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Pengguna
from sakip.organisasi.peran import Peran

# what each button does: the role it is for, and the state of the rows it takes
VERIFIKASI, SETUJUI = "verifikasi", "setujui"
# Enter in a box presses the first button of a form, which must judge nothing
TIDAK = "tidak"
PERAN = {VERIFIKASI: Peran.PERENCANA, SETUJUI: Peran.PIMPINAN}
STATUS = {VERIFIKASI: StatusRealisasi.DIAJUKAN, SETUJUI: StatusRealisasi.DIVERIFIKASI}
SIAPA = {VERIFIKASI: "sekretariat", SETUJUI: "pimpinan"}


@dataclass(frozen=True)
class BarisAntrean:
    """A row of the queue; `sekaligus`: it may be taken unopened, with others."""

    tampil: BarisTampil
    sekaligus: bool


@dataclass(frozen=True)
class Antrean:
    """The rows that wait for one step; `giliran`: it is the reader's turn."""

    aksi: str
    giliran: bool
    baris: tuple[BarisAntrean, ...]

    @property
    def dapat_dipilih(self) -> bool:
        return self.giliran and any(satu.sekaligus for satu in self.baris)


def boleh_sekaligus(aksi: str, baris: BarisTampil) -> bool:
    """Low risk may be verified unopened; what was verified may be approved so. Never one's own."""
    if baris.sumber.ikut_mengisi:
        return False
    return aksi == SETUJUI or baris.risiko is Risiko.RENDAH


def antrean(meja: Meja, aksi: str) -> Antrean:
    """In the order in which they should be looked at."""
    menunggu = meja.berstatus(STATUS[aksi])
    siap = siap_baris(menunggu)
    baris = [tampilkan(meja, satu, siap) for satu in menunggu]
    baris.sort(key=lambda satu: (satu.risiko, -len(satu.temuan)))
    milik = (BarisAntrean(satu, boleh_sekaligus(aksi, satu)) for satu in baris)
    return Antrean(aksi, meja.berperan(PERAN[aksi]), tuple(milik))


@require_http_methods(["GET", "HEAD", "POST"])
def meja_verifikasi(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The queue of a triwulan; POST takes the ticked rows, or one. Raises TidakAda, HakKurang."""
    kerja, meja = buka_meja(permintaan, kode, tahun)
    if permintaan.method == "POST":
        _laksanakan(permintaan, meja)
        return redirect(alamat_lanjut(meja))
    semua = [antrean(meja, aksi) for aksi in (VERIFIKASI, SETUJUI)]
    # one's own turn first; of the other the rows alone
    semua.sort(key=lambda satu: not satu.giliran)
    konteks = konteks_meja(kerja, meja) | {
        "antrean": [satu for satu in semua if satu.baris],
        "giliran": any(satu.giliran and satu.baris for satu in semua),
        "pemeriksa": [SIAPA[satu.aksi] for satu in semua if satu.giliran],
        "belum_diajukan": meja.berstatus(None, StatusRealisasi.DRAF),
        "dikembalikan": meja.berstatus(StatusRealisasi.DIKEMBALIKAN),
        "lanjut": "lanjut" in permintaan.GET,
        "dapat_diubah": len(meja.berstatus(None, *DAPAT_DIUBAH)),
    }
    return sajikan(permintaan, "pengukuran/verifikasi/meja.html", konteks)


def alamat_meja(meja: Meja) -> str:
    tujuan = reverse("pengukuran:verifikasi", args=[meja.unit.kode, meja.tahun])
    return f"{tujuan}?triwulan={meja.triwulan}"


def alamat_lanjut(meja: Meja) -> str:
    """Back to the queue, with the focus on the first row that still waits."""
    return f"{alamat_meja(meja)}&lanjut=ya"


def _laksanakan(permintaan: HttpRequest, meja: Meja) -> None:
    kiriman = permintaan.POST
    aksi = kiriman.get("aksi", "")
    satu = kiriman.get("satu", "")
    if aksi == TIDAK:
        return
    if satu:
        aksi, _, satu = satu.partition("-")
    if aksi not in PERAN:
        raise TidakAda("Tombol yang ditekan tidak dikenal. Muat ulang halamannya.")
    if not meja.berperan(PERAN[aksi]):
        siapa = f"{SIAPA[aksi]} {meja.unit.singkatan}"
        raise HakKurang(f"Hanya {siapa} yang dapat melakukannya di halaman ini.")
    tersimpan = {b.realisasi.pk: b for b in meja.baris if b.realisasi is not None}
    dipilih = [
        _terlihat(tersimpan, teks, kiriman.get(f"versi-{teks}", ""))
        for teks in dict.fromkeys([satu] if satu else kiriman.getlist("baris"))
    ]
    if not dipilih:
        messages.warning(permintaan, "Belum ada isian yang dipilih. Pilih dahulu, lalu kirim.")
        return
    pengguna = cast("Pengguna", permintaan.user)
    jalankan = verifikasi_banyak if aksi == VERIFIKASI else setujui_banyak
    hasil = jalankan((baris for baris in dipilih), oleh=pengguna)
    nama = {pk: b.isian.rumusan.nama for pk, b in tersimpan.items()}
    _sebutkan(permintaan, hasil, nama, "diverifikasi" if aksi == VERIFIKASI else "disetujui")


def _terlihat(tersimpan: dict[int, BarisMeja], teks: str, versi: str) -> Realisasi:
    """The row as the person saw it: its version as the page held it. Raises TidakAda."""
    baris = tersimpan.get(nomor(teks))
    if baris is None or baris.realisasi is None:
        raise TidakAda("Isian yang dipilih tidak ada di triwulan ini. Muat ulang halamannya.")
    baris.realisasi.versi = nomor(versi)
    return baris.realisasi


def _sebutkan(permintaan: HttpRequest, hasil: HasilBanyak, nama: dict[int, str], kata: str) -> None:
    if hasil.berhasil:
        messages.success(permintaan, f"{len(hasil.berhasil)} isian {kata}.")
    for satu in hasil.ditolak:
        sebutan = nama[satu.realisasi.pk]
        if satu.sudah:
            messages.info(permintaan, f"{sebutan}: {satu.alasan}")
            continue
        messages.warning(permintaan, f"{sebutan} belum {kata}. {satu.alasan}")
