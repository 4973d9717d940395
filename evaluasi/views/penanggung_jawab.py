"""Naming who answers for a unit's SAKIP data."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from evaluasi.forms.penanggung_jawab import FormPenanggungJawab
from evaluasi.models import PenanggungJawabData
from evaluasi.permissions import boleh_mengatur_penanggung_jawab
from evaluasi.services.penanggung_jawab import atur_penanggung_jawab
from evaluasi.views.dasar_tindak_lanjut import wajib_berperan
from perencanaan.views.dasar import buka
from sakip.jejak.halaman import Halaman, proses
from sakip.organisasi.models import Pengguna
from sakip.web.formulir import yang_dibuka


@require_http_methods(["GET", "HEAD", "POST"])
def atur_penanggung(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    wajib_berperan(boleh_mengatur_penanggung_jawab(pengguna, kerja.unit))

    def form(**isi: Any) -> FormPenanggungJawab:
        milik = yang_dibuka(PenanggungJawabData.objects.filter(unit=kerja.unit).first(), isi)
        if milik is None:
            milik = PenanggungJawabData(unit=kerja.unit)
        return FormPenanggungJawab(instance=milik, **isi)

    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: atur_penanggung_jawab(
            isi.instance, oleh=pengguna, versi=isi.versi_semula
        ),
        halaman=Halaman(
            judul="Penanggung jawab data",
            ket=kerja.unit.nama,
            tombol="Simpan",
            kembali=reverse("evaluasi:rekomendasi", args=[kode, tahun]),
            pesan="Penanggung jawab data tersimpan.",
            konteks={"kerja": kerja, "kerja_alamat": "evaluasi:rekomendasi"},
        ),
    )
