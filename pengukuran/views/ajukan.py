"""Periksa lalu ajukan: all that was entered, what is missing, and one button to the sekretariat."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pengukuran.models import Realisasi
from pengukuran.queries.meja_verifikasi import BarisMeja, Meja
from pengukuran.services.kesiapan import BelumSiap, jelaskan
from pengukuran.services.langkah import ajukan, tarik
from pengukuran.status import DAPAT_DIUBAH, StatusRealisasi
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
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Boleh
from sakip.lib.transisi import DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Pengguna
from sakip.organisasi.peran import Peran
from sakip.web.versi import SudahBerubah

CATATAN = "catatan-"


@dataclass
class Hasil:
    """What became of a sent page; `ketikan` are notes that could not be stored, with the reason."""

    dikirim: list[str] = field(default_factory=list)
    tertinggal: list[str] = field(default_factory=list)
    ketikan: dict[tuple[int, str], tuple[str, str]] = field(default_factory=dict)
    dijelaskan: int = 0
    bentrok: bool = False


@require_http_methods(["GET", "HEAD", "POST"])
def ajukan_realisasi(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Of the triwulan in the address, what this person fills. Raises TidakAda, HakKurang."""
    kerja, meja = buka_meja(permintaan, kode, tahun)
    if permintaan.method != "POST":
        return _sajikan(permintaan, kerja, meja)
    milik = {b.realisasi.pk: b for b in _milik(meja) if b.realisasi is not None}
    if not _milik(meja):
        raise HakKurang(_tanpa_isian(meja))
    pengguna = cast("Pengguna", permintaan.user)
    if "tarik" in permintaan.POST:
        _tarik(permintaan, milik, pengguna)
        return redirect(_alamat(meja))
    hasil = _laksanakan(permintaan.POST, milik, pengguna)
    _sebutkan(permintaan, hasil)
    if not hasil.ketikan:
        return redirect(_alamat(meja))
    kerja, meja = buka_meja(permintaan, kode, tahun)
    jawaban = _sajikan(permintaan, kerja, meja, hasil)
    jawaban.status_code = HTTPStatus.CONFLICT if hasil.bentrok else HTTPStatus.OK
    return jawaban


def _milik(meja: Meja) -> tuple[BarisMeja, ...]:
    return tuple(satu for satu in meja.baris if isinstance(satu.isian.milik, Boleh))


def _tanpa_isian(meja: Meja) -> str:
    return (
        f"Tidak ada realisasi yang Anda isi di {meja.unit.singkatan}. Yang mengajukan adalah bidang "
        "pengisinya, atau sekretariat."
    )


def _alamat(meja: Meja) -> str:
    tujuan = reverse("pengukuran:ajukan", args=[meja.unit.kode, meja.tahun])
    return f"{tujuan}?triwulan={meja.triwulan}"


def _sajikan(
    permintaan: HttpRequest, kerja: RuangKerja, meja: Meja, hasil: Hasil | None = None
) -> HttpResponse:
    milik = _milik(meja)
    siap = siap_baris(milik)
    ketikan = hasil.ketikan if hasil else {}
    baris = tuple(tampilkan(meja, satu, siap, ketikan) for satu in milik)
    dapat = [satu for satu in baris if satu.sumber.status in {None, *DAPAT_DIUBAH}]
    sekretariat = meja.berperan(Peran.PERENCANA)
    konteks = konteks_meja(kerja, meja) | {
        "baris": baris,
        "belum": [satu for satu in dapat if not satu.siap],
        "siap": [satu for satu in dapat if satu.siap],
        "diajukan": [satu for satu in baris if satu.sumber.status == StatusRealisasi.DIAJUKAN],
        "selanjutnya": [
            satu
            for satu in baris
            if satu.sumber.status in {StatusRealisasi.DIVERIFIKASI, StatusRealisasi.DISETUJUI}
        ],
        "dapat_dikirim": any(satu.pk for satu in dapat),
        "dipilih": _dipilih(dapat, semua=not sekretariat),
        "sekretariat": sekretariat,
        "tanpa_isian": _tanpa_isian(meja),
        "ketikan": ketikan,
    }
    return sajikan(permintaan, "pengukuran/ajukan/periksa.html", konteks)


def _dipilih(baris: list[BarisTampil], *, semua: bool) -> frozenset[int]:
    """The rows ticked beforehand: a sekretariat that submits for a bidang can no longer verify."""
    return frozenset(
        satu.pk for satu in baris if semua or satu.sumber.ikut_mengisi or _tanpa_bidang(satu)
    )


def _tanpa_bidang(baris: BarisTampil) -> bool:
    """Entered by the perangkat daerah itself, or nobody is named."""
    pengisi = baris.sumber.pengisi
    return pengisi is None or pengisi.perangkat_daerah_id is None


def _terlihat(baris: BarisMeja, kiriman: QueryDict) -> Realisasi:
    """The row as the person saw it: its version as the page held it."""
    milik = cast("Realisasi", baris.realisasi)
    milik.versi = nomor(kiriman.get(f"versi-{milik.pk}", ""))
    return milik


def _ambil(milik: Mapping[int, BarisMeja], teks: str) -> BarisMeja:
    satu = milik.get(nomor(teks))
    if satu is None:
        raise TidakAda("Isian yang dikirim bukan isian Anda. Muat ulang halamannya.")
    return satu


def _tarik(permintaan: HttpRequest, milik: Mapping[int, BarisMeja], pengguna: Pengguna) -> None:
    baris = _ambil(milik, permintaan.POST["tarik"])
    try:
        tarik(_terlihat(baris, permintaan.POST), oleh=pengguna)
    except (KeadaanSalah, DidahuluiOrangLain) as salah:
        messages.error(permintaan, f"{baris.isian.rumusan.nama} tidak ditarik. {salah}")
    else:
        messages.success(permintaan, f"{baris.isian.rumusan.nama} ditarik kembali menjadi draf.")


def _laksanakan(kiriman: QueryDict, milik: Mapping[int, BarisMeja], oleh: Pengguna) -> Hasil:
    """Store the notes; then, where that was pressed, submit what is ticked."""
    hasil = Hasil()
    dipilih = [_ambil(milik, teks) for teks in dict.fromkeys(kiriman.getlist("baris"))]
    for nama in kiriman:
        if nama.startswith(CATATAN):
            _jelaskan(hasil, kiriman, nama, milik, oleh)
    if kiriman.get("aksi") != "kirim":
        return hasil
    gagal = {pk for pk, _ in hasil.ketikan}
    for baris in dipilih:
        realisasi = _terlihat(baris, kiriman)
        if baris.status not in DAPAT_DIUBAH:
            label = StatusRealisasi(realisasi.status).label
            hasil.tertinggal.append(f"{baris.isian.rumusan.nama}: sudah {label}")
            continue
        if realisasi.pk in gagal:
            hasil.tertinggal.append(f"{baris.isian.rumusan.nama}: penjelasannya belum tersimpan")
            continue
        try:
            ajukan(realisasi, oleh=oleh)
        except BelumSiap:
            hasil.tertinggal.append(baris.isian.rumusan.nama)
        except (HakKurang, KeadaanSalah, DidahuluiOrangLain) as salah:
            hasil.tertinggal.append(f"{baris.isian.rumusan.nama}: {salah}")
        else:
            hasil.dikirim.append(baris.isian.rumusan.nama)
    return hasil


def _jelaskan(
    hasil: Hasil,
    kiriman: QueryDict,
    nama: str,
    milik: Mapping[int, BarisMeja],
    oleh: Pengguna,
) -> None:
    """One note, when it differs from what the page opened with."""
    pk, _, kode = nama.removeprefix(CATATAN).partition("-")
    baris = _ambil(milik, pk)
    teks, semula = kiriman.get(nama, ""), kiriman.get(f"semula-{pk}-{kode}", "")
    if teks.replace("\r\n", "\n").strip() == semula.replace("\r\n", "\n").strip():
        return
    try:
        jelaskan(_terlihat(baris, kiriman), kode=kode, teks=teks, semula=semula, oleh=oleh)
    except (SudahBerubah, DidahuluiOrangLain) as salah:
        hasil.bentrok = True
        hasil.ketikan[int(pk), kode] = (teks, str(salah))
    except (KeadaanSalah, HakKurang) as salah:
        hasil.ketikan[int(pk), kode] = (teks, str(salah))
    except ValidationError as salah:
        hasil.ketikan[int(pk), kode] = (teks, " ".join(salah.messages))
    else:
        hasil.dijelaskan += 1


def _sebutkan(permintaan: HttpRequest, hasil: Hasil) -> None:
    if hasil.dikirim:
        messages.success(permintaan, f"{len(hasil.dikirim)} isian dikirim ke sekretariat.")
    elif hasil.dijelaskan:
        messages.success(permintaan, f"{hasil.dijelaskan} penjelasan tersimpan.")
    if hasil.tertinggal:
        daftar = "; ".join(hasil.tertinggal)
        messages.warning(
            permintaan,
            f"{len(hasil.tertinggal)} isian belum dikirim dan tetap di sini: {daftar}.",
        )
    kosong = not (hasil.dikirim or hasil.tertinggal or hasil.dijelaskan or hasil.ketikan)
    if kosong:
        messages.warning(
            permintaan, "Belum ada yang dikirim. Pilih dahulu isian yang siap, lalu kirim."
        )
