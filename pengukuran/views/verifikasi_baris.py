"""One realisasi judged: all of it on one page, and what this person may do with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pengukuran.alur import ALUR_REALISASI
from pengukuran.hitung.kolom import Kolom, kolom_variabel, sebut_kolom
from pengukuran.models import Realisasi
from pengukuran.queries.bukti import daftar_bukti
from pengukuran.queries.meja_verifikasi import Meja
from pengukuran.services import langkah
from pengukuran.status import DAPAT_DIUBAH, StatusRealisasi
from pengukuran.views.pratinjau import panel_bukti, panel_saja, sajikan_panel
from pengukuran.views.verifikasi import SETUJUI, VERIFIKASI, alamat_lanjut, alamat_meja, antrean
from pengukuran.views.verifikasi_susun import (
    BarisTampil,
    buka_meja,
    konteks_meja,
    nomor,
    siap_baris,
    tampilkan,
)
from perencanaan.queries.ruang import RuangKerja
from sakip.dokumen.asal import sajikan
from sakip.jejak.queries import riwayat_terbaca
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Izin
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Pengguna

S = StatusRealisasi
ALASAN = "alasan-"
# each button: the state it leads to, and what it says; those of one state stand together
KEMBALIKAN, BUKA, TARIK = "kembalikan", "buka", "tarik"
TOMBOL = {
    S.DIAJUKAN: ((VERIFIKASI, S.DIVERIFIKASI), (KEMBALIKAN, S.DIKEMBALIKAN), (TARIK, S.DRAF)),
    S.DIVERIFIKASI: ((SETUJUI, S.DISETUJUI), (KEMBALIKAN, S.DIKEMBALIKAN)),
    S.DISETUJUI: ((BUKA, S.DIKEMBALIKAN),),
}
PESAN = {
    VERIFIKASI: "diverifikasi; sekarang menunggu persetujuan pimpinan",
    SETUJUI: "disetujui dan dihitung dalam capaian",
    KEMBALIKAN: "dikembalikan dengan alasannya",
    BUKA: "dibuka kembali; pengisinya melihat alasan Anda lebih dahulu",
    TARIK: "ditarik kembali menjadi draf",
}


@dataclass(frozen=True)
class Tindakan:
    """A button, and whether it may be pressed; the reason shows where it may not."""

    kunci: str
    izin: Izin


@dataclass(frozen=True)
class KotakAlasan:
    """A box for the reason why one cell comes back."""

    kolom: str
    sebutan: str
    isi: str = ""


@dataclass(frozen=True)
class Ketikan:
    """What was typed on a page that could not be carried out, and why."""

    alasan: Mapping[str, str]
    galat: str
    aksi: str
    bentrok: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
def periksa_baris(
    permintaan: HttpRequest, kode: str, tahun: int, indikator: int, bulan: int
) -> HttpResponse:
    """Raises TidakAda where nothing is stored yet, HakKurang."""
    kerja, meja, baris = _cari(permintaan, (kode, tahun), (indikator, bulan))
    if permintaan.method != "POST":
        return _sajikan(permintaan, kerja, meja, baris)
    kiriman = permintaan.POST
    aksi = kiriman.get("aksi", "")
    realisasi = cast("Realisasi", baris.realisasi_baris)
    realisasi.versi = nomor(kiriman.get("versi", ""))
    alasan = _alasan(kiriman)
    try:
        _laksanakan(aksi, realisasi, cast("Pengguna", permintaan.user), alasan)
    except langkah.SudahDinilai as salah:
        messages.info(permintaan, f"{baris.nama}: {salah}")
        return redirect(alamat_lanjut(meja))
    except (CatatanKurang, KeadaanSalah, DidahuluiOrangLain) as salah:
        bentrok = isinstance(salah, DidahuluiOrangLain)
        kerja, meja, baris = _cari(permintaan, (kode, tahun), (indikator, bulan))
        ketikan = Ketikan(alasan, str(salah), aksi, bentrok)
        jawaban = _sajikan(permintaan, kerja, meja, baris, ketikan)
        jawaban.status_code = HTTPStatus.CONFLICT if bentrok else HTTPStatus.OK
        return jawaban
    messages.success(permintaan, f"{baris.nama} {PESAN[aksi]}.")
    return redirect(alamat_lanjut(meja))


def _cari(
    permintaan: HttpRequest, tempat: tuple[str, int], kunci: tuple[int, int]
) -> tuple[RuangKerja, Meja, BarisTampil]:
    kerja, meja = buka_meja(permintaan, *tempat, kunci[1])
    milik = [b for b in meja.baris if (b.isian.indikator, b.isian.bulan) == kunci]
    if not milik:
        raise TidakAda("Tidak ada isian untuk indikator dan periode ini. Pilih dari daftarnya.")
    (satu,) = milik
    if satu.realisasi is None:
        siapa = satu.pengisi.nama if satu.pengisi else "bidang pengisinya"
        raise TidakAda(f"{satu.isian.rumusan.nama} belum diisi. Menunggu {siapa}.")
    return kerja, meja, tampilkan(meja, satu, siap_baris([satu]))


def _alasan(kiriman: QueryDict) -> dict[str, str]:
    semua = {
        nama.removeprefix(ALASAN): kiriman.get(nama, "")
        for nama in kiriman
        if nama.startswith(ALASAN)
    }
    return {kolom: teks for kolom, teks in semua.items() if teks.strip()}


def _laksanakan(aksi: str, realisasi: Realisasi, oleh: Pengguna, alasan: Mapping[str, str]) -> None:
    match aksi:
        case "verifikasi":
            langkah.verifikasi(realisasi, oleh=oleh)
        case "setujui":
            langkah.setujui(realisasi, oleh=oleh)
        case "kembalikan":
            langkah.kembalikan(realisasi, oleh=oleh, alasan=alasan)
        case "buka":
            langkah.buka_kembali(realisasi, oleh=oleh, alasan=alasan.get(Kolom.UMUM, ""))
        case "tarik":
            langkah.tarik(realisasi, oleh=oleh)
        case _:
            raise TidakAda("Tombol yang ditekan tidak dikenal. Muat ulang halamannya.")


def _sajikan(
    permintaan: HttpRequest,
    kerja: RuangKerja,
    meja: Meja,
    baris: BarisTampil,
    ketikan: Ketikan | None = None,
) -> HttpResponse:
    pengguna = cast("Pengguna", permintaan.user)
    realisasi = cast("Realisasi", baris.realisasi_baris)
    tindakan = tuple(_tindakan(meja, realisasi, pengguna))
    kolom = [Kolom.UMUM] if baris.sumber.status == S.DISETUJUI else _kolom_kembali(baris)
    isi = ketikan.alasan if ketikan else {}
    sebelum, sesudah = _tetangga(meja, baris)
    bukti = daftar_bukti(realisasi)
    panel = panel_bukti(permintaan, bukti)
    if panel and panel_saja(permintaan):
        return sajikan_panel(permintaan, panel)
    konteks = konteks_meja(kerja, meja) | {
        "kerja_alamat": "pengukuran:verifikasi",
        "baris": baris,
        "rumusan": baris.rumusan,
        "tindakan": {satu.kunci: satu for satu in tindakan},
        "kotak": tuple(KotakAlasan(k, _sebutan(baris, k), isi.get(k, "")) for k in kolom),
        "ketikan": ketikan,
        "bukti": bukti,
        "pratinjau": panel,
        "kembali": baris.sumber.isian.pengembalian,
        "dapat_diubah": baris.sumber.status in DAPAT_DIUBAH,
        "lewat_kunci": meja.jendela.lewat_kunci,
        "sebelumnya": sebelum,
        "berikutnya": sesudah,
        "alamat_meja": alamat_meja(meja),
        "riwayat": riwayat_terbaca(realisasi),
    }
    return sajikan(permintaan, "pengukuran/verifikasi/baris.html", konteks)


def _tindakan(meja: Meja, realisasi: Realisasi, pengguna: Pengguna) -> Sequence[Tindakan]:
    """The steps that lead out of the row's state, and whether this person may take each now."""
    hasil = []
    for kunci, ke in TOMBOL.get(S(realisasi.status), ()):
        transisi = ALUR_REALISASI.tabel[realisasi.status, ke]
        izin = transisi.izin(pengguna, realisasi)
        # judging changes no figure; whatever opens it again needs the window
        if izin and kunci not in {VERIFIKASI, SETUJUI}:
            izin = meja.jendela.izin
        if kunci != TARIK or realisasi.diajukan_oleh_id == pengguna.pk:
            hasil.append(Tindakan(kunci, izin))
    return hasil


def _kolom_kembali(baris: BarisTampil) -> list[str]:
    """The cells that may come back: what the page shows of it, its evidence, and the whole."""
    isian = baris.sumber.isian
    variabel = [kolom_variabel(nama) for nama in isian.bahan.variabel]
    tampil = [satu.kolom for satu in baris.sel if satu.kolom not in variabel]
    return [*variabel, *tampil, Kolom.BUKTI, Kolom.UMUM]


def _sebutan(baris: BarisTampil, kolom: str) -> str:
    label = {satu.kolom: satu.sebutan for satu in baris.sel}
    return label.get(kolom) or sebut_kolom(kolom).capitalize()


def _tetangga(meja: Meja, baris: BarisTampil) -> tuple[BarisTampil | None, BarisTampil | None]:
    """The rows before and after it in the queue it waits in."""
    aksi = {S.DIAJUKAN: VERIFIKASI, S.DIVERIFIKASI: SETUJUI}.get(cast("S", baris.sumber.status))
    if aksi is None:
        return None, None
    semua = [satu.tampil for satu in antrean(meja, aksi).baris]
    di = [satu.pk for satu in semua].index(baris.pk)
    return (semua[di - 1] if di else None), (semua[di + 1] if di + 1 < len(semua) else None)


def alamat_baris(kerja: RuangKerja, baris: BarisTampil) -> str:
    tempat = (kerja.unit.kode, kerja.tahun, baris.rumusan.indikator_id, baris.bulan)
    return reverse("pengukuran:periksa-baris", args=tempat)
