"""Setelan evaluasi: how a pemda counts its follow-up."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from evaluasi.forms.rekomendasi import FormSetelan
from evaluasi.hitung.tindak_lanjut import RUMUS_PERSEN, AturanPersen
from evaluasi.models import SetelanEvaluasi
from evaluasi.permissions import boleh_mengatur_setelan
from evaluasi.services.setelan import atur_setelan
from evaluasi.status import LABEL_PERSEN
from sakip.jejak.halaman import Halaman, proses
from sakip.jejak.queries import riwayat_terbaca
from sakip.organisasi.views.dasar import ruang_pemda
from sakip.web.formulir import yang_dibuka


@require_http_methods(["GET", "HEAD", "POST"])
def atur_setelan_evaluasi(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengatur_setelan)

    def tersimpan() -> SetelanEvaluasi | None:
        return SetelanEvaluasi.objects.filter(pemda=ruang.pemda).first()

    def form(**isi: Any) -> FormSetelan:
        milik = yang_dibuka(tersimpan(), isi)
        if milik is None:
            awal = {"aturan_persen": AturanPersen.DARI_SEMUA.value}
            baru = SetelanEvaluasi(pemda=ruang.pemda)
            return FormSetelan(instance=baru, initial=awal | isi.pop("initial", {}), **isi)
        return FormSetelan(instance=milik, **isi)

    kini = tersimpan()
    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: atur_setelan(isi.instance, oleh=ruang.pengguna, versi=isi.versi_semula),
        halaman=Halaman(
            judul="Setelan evaluasi",
            ket=f"Berlaku untuk semua unit {ruang.pemda.nama}",
            tombol="Simpan setelan",
            kembali=reverse("evaluasi:setelan", args=[pemda]),
            pesan="Setelan evaluasi tersimpan.",
            templat="evaluasi/setelan.html",
            konteks={
                "ruang": ruang,
                "rumus": tuple((LABEL_PERSEN[a], RUMUS_PERSEN[a]) for a in AturanPersen),
                "bawaan": kini is None,
                "riwayat": riwayat_terbaca(kini) if kini else [],
            },
        ),
    )
