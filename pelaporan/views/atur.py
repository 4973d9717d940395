"""The settings of the LKjIP: for its sekretariat."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from pelaporan.dokumen.bagian import bagian_pilihan
from pelaporan.forms.atur import FormLaporan, PilihanBagian
from pelaporan.models import Laporan
from pelaporan.permissions import boleh_mengatur_laporan
from pelaporan.queries.tulisan import laporan_terakhir, tulisan_laporan
from pelaporan.services.atur import atur_laporan, buang_draf
from pelaporan.services.dasar import DIDAHULUI, minta, versi_berikut
from pengukuran.views.verifikasi_susun import nomor
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.jejak.halaman import Halaman, proses
from sakip.jejak.queries import riwayat_terbaca
from sakip.lib.transisi import KeadaanSalah
from sakip.organisasi.models import Pengguna
from sakip.web.versi import SudahBerubah

DARI_TERBIT = (
    "LKjIP tahun ini sudah terbit dan tetap seperti terbit. Yang disimpan di sini menjadi draf "
    "perbaikannya, sampai pimpinan menerbitkannya."
)


@require_http_methods(["GET", "HEAD", "POST"])
def atur_lkjip(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Of an issued report it begins the draft that is to replace it."""
    kerja = buka(permintaan, kode, tahun)
    pengguna = cast("Pengguna", permintaan.user)
    minta(boleh_mengatur_laporan(pengguna, kerja.unit))
    laporan = laporan_terakhir(kerja.unit, tahun)

    def form(**isi: Any) -> FormLaporan:
        return _form(kerja, **isi)

    def simpan(isi: Any) -> None:
        if isi.ke_dibuka != isi.instance.ke:
            if laporan.dokumen_id:
                messages.warning(permintaan, DARI_TERBIT)
            raise SudahBerubah(DIDAHULUI)
        atur_laporan(
            isi.instance,
            isi.tampil,
            bawaan=isi.bawaan,
            oleh=pengguna,
            versi=isi.versi_semula,
        )

    return proses(
        permintaan,
        buat_form=form,
        simpan=simpan,
        halaman=Halaman(
            judul=f"Atur LKjIP {tahun}",
            ket=kerja.unit.nama,
            tombol="Simpan pengaturan",
            kembali=reverse("pelaporan:lkjip-baca", args=[kode, tahun]),
            pesan=f"Pengaturan LKjIP {tahun} tersimpan.",
            templat="pelaporan/lkjip/atur.html",
            konteks={
                "kerja": kerja,
                "kerja_alamat": "pelaporan:lkjip-baca",
                "dari_terbit": DARI_TERBIT if laporan.dokumen_id else "",
                "draf": laporan if laporan.dokumen_id is None and laporan.ke > 1 else None,
                "riwayat": riwayat_terbaca(laporan) if laporan.pk else [],
            },
        ),
    )


@require_POST
def buang_draf_lkjip(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Back to the report, whether the draft of its correction is gone or not."""
    kerja = buka(permintaan, kode, tahun)
    pengguna = cast("Pengguna", permintaan.user)
    minta(boleh_mengatur_laporan(pengguna, kerja.unit))
    laporan = laporan_terakhir(kerja.unit, tahun)
    ke, versi = (nomor(permintaan.POST.get(nama, "0")) for nama in ("ke", "versi"))
    try:
        buang_draf(laporan, oleh=pengguna, ke=ke, versi=versi)
    except (KeadaanSalah, SudahBerubah) as salah:
        messages.error(permintaan, str(salah))
    else:
        messages.success(permintaan, "Draf perbaikan dibuang. Yang berlaku tetap yang terbit.")
    return redirect("pelaporan:lkjip-baca", kode=kode, tahun=tahun)


def _form(kerja: RuangKerja, **isi: Any) -> FormLaporan:
    """Of the draft; else of a new one.

    A form that was opened as a new one stays one, though somebody stored a draft in the meantime,
    and one of a draft stays that though it was issued; the service then refuses both.
    """
    laporan = laporan_terakhir(kerja.unit, kerja.tahun)
    tulisan = tulisan_laporan(laporan)
    bagian = tuple(
        PilihanBagian(
            satu.kunci,
            satu.nama,
            tulisan.bagian[satu.kunci].tampil if satu.kunci in tulisan.bagian else satu.bawaan,
            satu.bawaan,
        )
        for satu in bagian_pilihan(kerja.tahun)
    )
    dikirim = isi.get("data", ())
    if laporan.dokumen_id is not None and "versi_dibuka" not in dikirim:
        laporan = versi_berikut(laporan)
    elif "kunci_kiriman" in dikirim and not laporan._state.adding:
        laporan = Laporan(unit=kerja.unit, tahun=kerja.tahun, ke=laporan.ke, tempat=laporan.tempat)
    return FormLaporan(instance=laporan, bagian=bagian, **isi)
