"""Two views such as an app would have, so that uploads and downloads pass the whole server."""

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import include, path

from sakip.berkas.forms import BerkasField
from sakip.berkas.models import Berkas
from sakip.berkas.services import simpan_berkas
from sakip.berkas.unduhan import jawab_berkas


class FormUnggah(forms.Form):
    berkas = BerkasField()
    keterangan = forms.CharField()


def unggah(permintaan: HttpRequest) -> JsonResponse:
    form = FormUnggah(permintaan.POST, permintaan.FILES)
    keterangan = form.data.get("keterangan")
    if not form.is_valid():
        return JsonResponse({"galat": form.errors, "keterangan": keterangan}, status=422)
    isi = form.cleaned_data["berkas"]
    berkas = simpan_berkas(isi, nama=isi.name, unit=None, oleh=permintaan.user)
    return JsonResponse({"berkas": berkas.pk, "keterangan": keterangan})


def unduh(permintaan: HttpRequest, nomor: int) -> HttpResponse:
    return jawab_berkas(Berkas.objects.untuk(permintaan.user).get(pk=nomor))


urlpatterns = [
    path("uji/unggah/", unggah),
    path("uji/unduh/<int:nomor>/", unduh),
    path("", include("sakip.urls")),
]
