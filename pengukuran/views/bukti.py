"""Evidence of a realisasi: attached, taken away, given out."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pengukuran.forms.bukti import FormBukti
from pengukuran.hitung.kolom import Kolom
from pengukuran.models import Bukti, Realisasi
from pengukuran.permissions import boleh_mengisi
from pengukuran.queries.angka_isian import sebut_periode
from pengukuran.queries.bukti import berkas_unit, daftar_bukti
from pengukuran.queries.jendela_isian import jendela_isian
from pengukuran.services.bukti import Lampiran, lampirkan, lepas
from pengukuran.services.dasar import wajib
from pengukuran.services.sel import (
    Sel,
    bahan_sel,
    baris_baru,
    periksa_dapat_diubah,
    periksa_periode,
)
from pengukuran.views.pratinjau import berikan_halaman
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.berkas.unduhan import jawab_berkas
from sakip.jejak.halaman import Halaman, proses
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Tolak
from sakip.lib.transisi import KeadaanSalah
from sakip.organisasi.models import Pengguna

TIADA = "Bukti ini tidak ada, atau sudah dilepas. Muat ulang halaman isiannya."


@require_http_methods(["GET", "HEAD", "POST"])
def tambah_bukti(
    permintaan: HttpRequest, kode: str, tahun: int, indikator: int, bulan: int
) -> HttpResponse:
    """The evidence of a realisasi, with a form for more; 403 to who does not enter it."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    sel = Sel(kerja.unit, indikator, tahun, bulan, Kolom.BUKTI)
    bahan = bahan_sel(sel.unit, tahun, indikator)
    periksa_periode(sel, bahan)
    realisasi = _realisasi(kerja, indikator, bulan)
    wajib(boleh_mengisi(pengguna, realisasi or baris_baru(sel, bahan, pengguna)))
    tutup = _tutup(sel, realisasi)
    kembali = reverse("pengukuran:isi-baris", args=[kode, tahun, indikator, bulan])
    return proses(
        permintaan,
        buat_form=lambda **isi: FormBukti(
            instance=Bukti(tahun=tahun, bulan=bulan),
            berkas_unit=berkas_unit(kerja.unit, tahun),
            **isi,
        ),
        simpan=lambda form: kirim_lampiran(lambda isi: lampirkan(sel, isi, oleh=pengguna), form),
        halaman=Halaman(
            judul="Bukti realisasi",
            ket=f"{bahan.rumusan.nama} · {sebut_periode(bahan.rumusan, bulan, tahun)}",
            tombol="Lampirkan bukti",
            kembali=f"{kembali}#bukti",
            pesan="Bukti terlampir.",
            templat="pengukuran/bukti/tambah.html",
            konteks={
                "kerja": kerja,
                "kerja_alamat": "pengukuran:isi",
                "tutup": tutup,
                "bukti": daftar_bukti(realisasi, boleh_hapus=not tutup) if realisasi else (),
            },
        ),
    )


@require_POST
def hapus_bukti(
    permintaan: HttpRequest, kode: str, tahun: int, indikator: int, bulan: int, pk: int
) -> HttpResponse:
    kerja = buka(permintaan, kode, tahun)
    bukti = _bukti(permintaan, kerja, indikator, bulan, pk)
    lepaskan(permintaan, bukti)
    tujuan = reverse("pengukuran:isi-baris", args=[kode, tahun, indikator, bulan])
    return redirect(f"{tujuan}#bukti")


@require_safe
def unduh_bukti(
    permintaan: HttpRequest, kode: str, tahun: int, indikator: int, bulan: int, pk: int
) -> HttpResponse:
    """The file, to whoever may read the realisasi. Raises TidakAda."""
    kerja = buka(permintaan, kode, tahun)
    return berikan(_bukti(permintaan, kerja, indikator, bulan, pk))


@require_safe
def halaman_bukti(
    permintaan: HttpRequest, kode: str, tahun: int, indikator: int, bulan: int, pk: int
) -> HttpResponse:
    """One page of it as a picture, to whoever may read the realisasi. Raises TidakAda."""
    kerja = buka(permintaan, kode, tahun)
    return berikan_halaman(permintaan, _bukti(permintaan, kerja, indikator, bulan, pk).berkas)


def kirim_lampiran(kirim: Callable[[Lampiran], object], form: Any) -> None:
    """Hand the valid form to the service."""
    isi = form.cleaned_data
    lampiran = Lampiran(
        tahun=isi["tahun"],
        bulan=isi["bulan"],
        halaman=isi["halaman"],
        keterangan=isi["keterangan"],
        unggahan=isi["berkas_baru"],
        berkas=isi["berkas_lama"],
        tautan=isi["tautan"],
    )
    kirim(lampiran)


def lepaskan(permintaan: HttpRequest, bukti: Bukti) -> None:
    """Take it away and say so, or say why not."""
    try:
        lepas(bukti, oleh=cast("Pengguna", permintaan.user))
    except KeadaanSalah as salah:
        messages.error(permintaan, str(salah))
    else:
        messages.success(permintaan, f"Bukti “{bukti}” dilepas. Berkasnya tetap tersimpan.")


def berikan(bukti: Bukti) -> HttpResponse:
    """The file of a piece of evidence. Raises TidakAda for a link, which has none here."""
    if bukti.berkas is None:
        raise TidakAda("Bukti ini berupa tautan ke tempat lain, sehingga tidak ada yang diunduh.")
    return jawab_berkas(bukti.berkas)


def _realisasi(kerja: RuangKerja, indikator: int, bulan: int) -> Realisasi | None:
    milik = Realisasi.objects.filter(unit=kerja.unit, tahun=kerja.tahun)
    return milik.filter(indikator=indikator, bulan=bulan).select_related("unit").first()


def _bukti(
    permintaan: HttpRequest, kerja: RuangKerja, indikator: int, bulan: int, pk: int
) -> Bukti:
    """The piece that an address names, under the figure that it names. Raises TidakAda."""
    milik = Bukti.objects.untuk(cast("Pengguna", permintaan.user)).filter(
        unit=kerja.unit,
        realisasi__indikator=indikator,
        realisasi__tahun=kerja.tahun,
        realisasi__bulan=bulan,
        pk=pk,
    )
    bukti = milik.select_related("berkas", "unit", "realisasi__unit").first()
    if bukti is None:
        raise TidakAda(TIADA)
    return bukti


def _tutup(sel: Sel, realisasi: Realisasi | None) -> str:
    """Why nothing can be attached now; blank where it can."""
    izin = jendela_isian(sel.unit, sel.tahun, sel.bulan).izin
    if isinstance(izin, Tolak):
        return izin.alasan
    try:
        if realisasi is not None:
            periksa_dapat_diubah(realisasi)
    except KeadaanSalah as salah:
        return str(salah)
    return ""
