"""Aturan kesiapan: what is asked before figures are submitted, set for a whole pemda."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pengukuran.forms.kesiapan import SATUAN_BATAS, FormKesiapan
from pengukuran.hitung.kesiapan import (
    BAWAAN,
    SEBUTAN_KODE,
    SELALU_CEGAH,
    AturanPeriksa,
    KodeKesiapan,
    Tindakan,
)
from pengukuran.models import AturanKesiapan
from pengukuran.permissions import boleh_mengatur_kesiapan
from pengukuran.services.kesiapan import atur_kesiapan
from sakip.jejak.halaman import Halaman, proses
from sakip.jejak.queries import riwayat_terbaca
from sakip.lib.angka import tulis_angka
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Izin
from sakip.organisasi.models import Pemda, Pengguna
from sakip.organisasi.views.dasar import RuangPemda, ruang_pemda
from sakip.web.formulir import yang_dibuka

TINDAKAN = {
    Tindakan.CEGAH: "cegah pengajuan",
    Tindakan.CATATAN: "minta catatan",
    Tindakan.ABAIKAN: "abaikan",
}
# why the default is as it is
SEBAB = {
    KodeKesiapan.BELUM_DIISI: "Tanpa angka tidak ada yang dapat diverifikasi; tidak dapat diubah.",
    KodeKesiapan.NOL_TANPA_ALASAN: "Nol karena gagal dan nol karena lupa tampak sama; alasannya "
    "yang membedakan.",
    KodeKesiapan.BELUM_DIUKUR_TANPA_ALASAN: "Verifikator menerima alasannya, bukan angkanya; tidak "
    "dapat diubah.",
    KodeKesiapan.VARIABEL_KOSONG: "Rumusnya tidak dapat dihitung; tidak dapat diubah.",
    KodeKesiapan.BUKTI_TIDAK_ADA: "Tidak semua angka berbukti berkas; yang tidak ada dijelaskan.",
    KodeKesiapan.TIDAK_TERCAPAI: "LKjIP menuntut sebab dan upaya untuk setiap target yang tidak "
    "tercapai.",
    KodeKesiapan.LONJAKAN: "Lima kali periode lalu sering berarti salah satuan atau salah koma.",
    KodeKesiapan.MELEBIHI_TARGET: "Di atas 150% biasanya angka, satuan, atau targetnya perlu "
    "diperiksa.",
    KodeKesiapan.TURUN_KUMULATIF: "Jumlah sejak Januari tidak turun, kecuali ada yang dikoreksi.",
}


@dataclass(frozen=True)
class BarisAturan:
    """One rule as it holds now, beside its default; `diatur` where the pemda has set it.

    `tetap`: it always blocks, whatever a pemda would like.
    """

    kode: KodeKesiapan
    sebutan: str
    berlaku: str
    bawaan: str
    sebab: str
    diatur: bool
    tetap: bool


def _izin(pengguna: Pengguna, pemda: Pemda) -> Izin:
    return boleh_mengatur_kesiapan(pengguna, pemda.pk)


@require_safe
def daftar_aturan(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    """All rules, set or not."""
    ruang = ruang_pemda(permintaan, pemda, _izin)
    milik = {KodeKesiapan(b.kode): b for b in AturanKesiapan.objects.filter(pemda=ruang.pemda)}
    baris = [_baris(kode, milik.get(kode)) for kode in KodeKesiapan]
    konteks = {"ruang": ruang, "baris": baris}
    return render(permintaan, "pengukuran/kesiapan/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def atur_aturan(permintaan: HttpRequest, pemda: str, aturan: str) -> HttpResponse:
    """One rule; one that is not set yet opens with its default filled in."""
    ruang = ruang_pemda(permintaan, pemda, _izin)
    if aturan not in SEBUTAN_KODE or aturan in SELALU_CEGAH:
        raise TidakAda("Aturan kesiapan ini tidak ada, atau tidak dapat diubah. Lihat daftarnya.")
    tanda = KodeKesiapan(aturan)
    tersimpan = _aturan(ruang, tanda)
    sebutan = SEBUTAN_KODE[tanda].capitalize()

    def form(**isi: Any) -> FormKesiapan:
        milik = yang_dibuka(_aturan(ruang, tanda), isi)
        if milik is None:
            bawaan = BAWAAN[tanda]
            awal = {"tindakan": bawaan.tindakan.value, "batas": bawaan.batas}
            baru = AturanKesiapan(pemda=ruang.pemda, kode=aturan)
            return FormKesiapan(instance=baru, initial=awal | isi.pop("initial", {}), **isi)
        return FormKesiapan(instance=milik, **isi)

    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: atur_kesiapan(isi.instance, oleh=ruang.pengguna, versi=isi.versi_semula),
        halaman=Halaman(
            judul=sebutan,
            ket=f"Aturan kesiapan {ruang.pemda.nama}",
            tombol="Simpan aturan",
            kembali=reverse("pengukuran:kesiapan", args=[pemda]),
            pesan=f"{sebutan}: aturannya tersimpan.",
            templat="pengukuran/kesiapan/atur.html",
            konteks={
                "ruang": ruang,
                "baris": _baris(tanda, tersimpan),
                "riwayat": riwayat_terbaca(tersimpan) if tersimpan else [],
            },
        ),
    )


def _aturan(ruang: RuangPemda, kode: KodeKesiapan) -> AturanKesiapan | None:
    return AturanKesiapan.objects.filter(pemda=ruang.pemda, kode=kode.value).first()


def _baris(kode: KodeKesiapan, milik: AturanKesiapan | None) -> BarisAturan:
    bawaan = BAWAAN[kode]
    berlaku = AturanPeriksa(Tindakan(milik.tindakan), milik.batas) if milik else bawaan
    return BarisAturan(
        kode=kode,
        sebutan=SEBUTAN_KODE[kode].capitalize(),
        berlaku=_sebut(kode, berlaku),
        bawaan=_sebut(kode, bawaan),
        sebab=SEBAB[kode],
        diatur=milik is not None,
        tetap=kode in SELALU_CEGAH,
    )


def _sebut(kode: KodeKesiapan, aturan: AturanPeriksa) -> str:
    """An action with its bound: minta catatan di atas 150 persen."""
    batas = aturan.batas or BAWAAN[kode].batas
    if batas is None or aturan.tindakan is Tindakan.ABAIKAN:
        return TINDAKAN[aturan.tindakan]
    return f"{TINDAKAN[aturan.tindakan]} di atas {tulis_angka(batas)} {SATUAN_BATAS[kode]}"
