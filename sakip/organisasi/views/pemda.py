"""The pemda itself, and the way to what is managed in it."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from sakip.berkas.unduhan import jawab_berkas
from sakip.jejak.halaman import Halaman, proses
from sakip.jejak.queries import riwayat_terbaca
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Boleh
from sakip.organisasi.forms.pemda import FormPemda
from sakip.organisasi.models import Pemda
from sakip.organisasi.permissions import boleh_mengelola
from sakip.organisasi.services.pemda import simpan_pemda
from sakip.organisasi.views.dasar import ruang_pemda


@require_http_methods(["GET", "HEAD", "POST"])
def ubah_pemda(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    ruang = ruang_pemda(permintaan, pemda, boleh_mengelola)
    return proses(
        permintaan,
        buat_form=lambda **isi: FormPemda(instance=Pemda.objects.get(pk=ruang.pemda.pk), **isi),
        simpan=lambda isi: simpan_pemda(
            isi.instance,
            oleh=ruang.pengguna,
            versi=isi.versi_semula,
            lambang=isi.cleaned_data["lambang_baru"],
        ),
        halaman=Halaman(
            judul=ruang.pemda.nama,
            ket="Identitas pemerintah daerah pada layar dan dokumen.",
            tombol="Simpan identitas",
            kembali=reverse("organisasi:unit", args=[pemda]),
            pesan="Identitas pemerintah daerah tersimpan.",
            templat="organisasi/pemda/ubah.html",
            konteks={"ruang": ruang, "riwayat": riwayat_terbaca(ruang.pemda)},
        ),
    )


@require_safe
def lambang_pemda(permintaan: HttpRequest, pemda: str) -> HttpResponse:
    """The crest, for everybody who has a role in the pemda."""
    ruang = ruang_pemda(permintaan, pemda, lambda *_: Boleh())
    if ruang.pemda.lambang is None:
        raise TidakAda(f"{ruang.pemda.nama} belum mempunyai lambang di sini.")
    return jawab_berkas(ruang.pemda.lambang)
