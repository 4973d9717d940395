"""Recording a recommendation of an LHP of APIP or BPK."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from evaluasi.forms.rekomendasi import FormLhp
from evaluasi.models import Rekomendasi
from evaluasi.permissions import boleh_mencatat_lhp
from evaluasi.queries.daftar_rekomendasi import rekomendasi_unit
from evaluasi.services.rekomendasi import rekomendasikan_lhp
from evaluasi.status import SumberRekomendasi
from evaluasi.views.dasar_tindak_lanjut import laksanakan, wajib_berperan
from perencanaan.views.dasar import buka
from sakip.jejak.halaman import Halaman, proses
from sakip.organisasi.models import Pengguna


@require_http_methods(["GET", "HEAD", "POST"])
def lhp_catat(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    wajib_berperan(boleh_mencatat_lhp(pengguna, kerja.unit, tahun))
    terdahulu = rekomendasi_unit(pengguna, kerja.unit).order_by("-tahun", "urutan", "pk")

    def simpan(form: Any) -> None:
        isi = form.cleaned_data
        laksanakan(
            form,
            lambda: rekomendasikan_lhp(
                unit=kerja.unit,
                sumber=SumberRekomendasi(isi["sumber"]),
                tahun=isi["tahun"],
                uraian=isi["uraian"],
                oleh=pengguna,
                nomor=isi["nomor_sumber"],
                tanggal=isi["tanggal_sumber"],
                berulang_dari=isi["berulang_dari"],
            ),
        )

    return proses(
        permintaan,
        buat_form=lambda **isi: FormLhp(
            instance=Rekomendasi(tahun=tahun),
            daftar_tahun=kerja.daftar_tahun,
            terdahulu=terdahulu,
            **isi,
        ),
        simpan=simpan,
        halaman=Halaman(
            judul="Catat rekomendasi LHP",
            ket=kerja.unit.nama,
            tombol="Catat rekomendasi",
            kembali=reverse("evaluasi:rekomendasi", args=[kode, tahun]),
            pesan="Rekomendasi LHP tercatat.",
            konteks={"kerja": kerja, "kerja_alamat": "evaluasi:rekomendasi"},
        ),
    )
