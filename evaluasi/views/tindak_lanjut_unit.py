"""What a unit does about a recommendation: plan a step, change it, report, ask for more time."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from evaluasi.forms.tindak_lanjut import FormLaporan, FormPerpanjangan, FormRencana
from evaluasi.models import LaporanTindakLanjut, Perpanjangan, RencanaTindakLanjut
from evaluasi.permissions import boleh_melaporkan, boleh_merencanakan
from evaluasi.queries.bukti_tindak_lanjut import berkas_untuk_laporan
from evaluasi.queries.cerita_rekomendasi import triwulan_lapor
from evaluasi.services.tindak_lanjut import (
    laporkan,
    minta_perpanjangan,
    rencanakan,
    ubah_rencana,
)
from evaluasi.status import KeadaanUnit
from evaluasi.views.dasar_tindak_lanjut import Ruang, halaman, laksanakan, ruang, wajib_berperan
from sakip.jejak.halaman import proses
from sakip.lib import waktu
from sakip.organisasi.models import Unit

METODE = ["GET", "HEAD", "POST"]


@require_http_methods(METODE)
def rencana_baru(permintaan: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    milik = ruang(permintaan, kode, tahun, pk)
    rekomendasi = milik.baris.rekomendasi
    wajib_berperan(boleh_merencanakan(milik.pengguna, rekomendasi))

    def simpan(form: Any) -> None:
        isi = form.cleaned_data
        laksanakan(
            form,
            lambda: rencanakan(
                rekomendasi,
                uraian=isi["uraian"],
                unit=isi["unit"],
                target=form.target(),
                oleh=milik.pengguna,
            ),
        )

    return proses(
        permintaan,
        buat_form=lambda **isi: FormRencana(
            instance=RencanaTindakLanjut(), bagian=_bagian(milik), **isi
        ),
        simpan=simpan,
        halaman=halaman(
            milik,
            "Rencana tindak lanjut",
            "Simpan langkah",
            "Langkah rencana tersimpan.",
            izin=milik.hak.merencanakan,
        ),
    )


@require_http_methods(METODE)
def rencana_ubah(
    permintaan: HttpRequest, kode: str, tahun: int, pk: int, rencana: int
) -> HttpResponse:
    milik = ruang(permintaan, kode, tahun, pk)
    langkah = milik.langkah(rencana)
    rekomendasi = milik.baris.rekomendasi
    wajib_berperan(boleh_merencanakan(milik.pengguna, rekomendasi))

    def form(**isi: Any) -> FormRencana:
        kini = RencanaTindakLanjut.objects.get(pk=langkah.pk)
        kini.rekomendasi = rekomendasi
        return FormRencana(instance=kini, bagian=_bagian(milik), **isi)

    def simpan(form: Any) -> None:
        isi = form.cleaned_data
        laksanakan(
            form,
            lambda: ubah_rencana(
                form.instance,
                uraian=isi["uraian"],
                unit=isi["unit"],
                target=form.target(),
                oleh=milik.pengguna,
                versi=form.versi_semula,
            ),
        )

    return proses(
        permintaan,
        buat_form=form,
        simpan=simpan,
        halaman=halaman(
            milik,
            f"Ubah langkah {langkah.urutan}",
            "Simpan langkah",
            "Langkah rencana tersimpan.",
            izin=milik.hak.langkah[langkah.pk].mengubah,
        ),
    )


@require_http_methods(METODE)
def rencana_lapor(
    permintaan: HttpRequest, kode: str, tahun: int, pk: int, rencana: int
) -> HttpResponse:
    milik = ruang(permintaan, kode, tahun, pk)
    langkah = milik.langkah(rencana)
    langkah.rekomendasi = milik.baris.rekomendasi
    wajib_berperan(boleh_melaporkan(milik.pengguna, langkah))
    hari_ini = waktu.hari_ini(milik.kerja.unit.pemda.zona)

    def simpan(form: Any) -> None:
        isi = form.cleaned_data
        laksanakan(
            form,
            lambda: laporkan(
                langkah,
                keadaan=KeadaanUnit(isi["keadaan"]),
                uraian=isi["uraian"],
                oleh=milik.pengguna,
                triwulan=form.triwulan_pilihan,
                bukti=form.bukti(),
            ),
        )

    return proses(
        permintaan,
        buat_form=lambda **isi: FormLaporan(
            instance=LaporanTindakLanjut(),
            berkas_unit=berkas_untuk_laporan(milik.kerja.unit),
            triwulan=triwulan_lapor(langkah, hari_ini),
            **isi,
        ),
        simpan=simpan,
        halaman=halaman(
            milik,
            f"Laporkan langkah {langkah.urutan}",
            "Kirim laporan",
            "Laporan tindak lanjut terkirim; inspektorat yang memutuskan.",
            izin=milik.hak.langkah[langkah.pk].melaporkan,
        ),
    )


@require_http_methods(METODE)
def rencana_perpanjang(
    permintaan: HttpRequest, kode: str, tahun: int, pk: int, rencana: int
) -> HttpResponse:
    milik = ruang(permintaan, kode, tahun, pk)
    langkah = milik.langkah(rencana)
    langkah.rekomendasi = milik.baris.rekomendasi
    wajib_berperan(boleh_melaporkan(milik.pengguna, langkah))

    def simpan(form: Any) -> None:
        isi = form.cleaned_data
        laksanakan(
            form,
            lambda: minta_perpanjangan(
                langkah, menjadi=isi["menjadi"], alasan=isi["alasan"], oleh=milik.pengguna
            ),
        )

    return proses(
        permintaan,
        buat_form=lambda **isi: FormPerpanjangan(instance=Perpanjangan(), **isi),
        simpan=simpan,
        halaman=halaman(
            milik,
            f"Minta perpanjangan langkah {langkah.urutan}",
            "Kirim permintaan",
            "Permintaan perpanjangan terkirim; menunggu keputusan inspektorat.",
            izin=milik.hak.langkah[langkah.pk].memperpanjang,
        ),
    )


def _bagian(milik: Ruang) -> Any:
    """The perangkat daerah and its parts, any of which may carry a step."""
    unit = milik.kerja.unit
    semua = Unit.objects.filter(pk=unit.pk) | Unit.objects.filter(perangkat_daerah=unit)
    return semua.order_by("induk_id", "urutan", "nama")
