"""Signing in and out."""

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.organisasi.forms.masuk import FormMasuk
from sakip.organisasi.models import Pengguna
from sakip.organisasi.services.sidik import sidik_nama


class Masuk(LoginView):
    """Django's own, with its place in the trail."""

    template_name = "organisasi/akun/masuk.html"
    form_class = FormMasuk
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        jawaban = super().form_valid(form)
        pengguna = form.get_user()
        catat(Aksi.MASUK, pengguna, oleh=pengguna)
        return jawaban

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        # Of an account that does not exist nothing is kept: people type passwords in this field.
        nama = form.data.get("username", "")
        if pengguna := Pengguna.objects.filter(nama_pengguna=nama).first():
            catat(Aksi.MASUK_GAGAL, pengguna, oleh=None)
        return super().form_invalid(form)


class Keluar(LogoutView):
    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.user.is_authenticated:
            catat(Aksi.KELUAR, request.user, oleh=request.user)
        return super().post(request, *args, **kwargs)


def sidik_pemohon(permintaan: HttpRequest | None, isian: dict[str, Any] | None = None) -> str:
    """The account that an attempt to sign in is counted for, as django-axes asks for it."""
    nama = (isian or {}).get("username")
    if nama is None and permintaan is not None:
        nama = permintaan.POST.get("username", "")
    return sidik_nama(str(nama))


def terkunci(
    permintaan: HttpRequest, _jawaban: HttpResponse | None, _isian: dict[str, Any]
) -> HttpResponse:
    """Too many wrong passwords for one account: says how long to wait, keeps the name typed."""
    tunggu = settings.AXES_COOLOFF_TIME
    menit = int(tunggu.total_seconds() // 60)
    form = FormMasuk(permintaan, initial={"username": permintaan.POST.get("username", "")})
    jawaban = render(
        permintaan,
        "organisasi/akun/masuk.html",
        {"form": form, "terkunci": menit},
        status=HTTPStatus.TOO_MANY_REQUESTS,
    )
    jawaban["Retry-After"] = str(int(tunggu.total_seconds()))
    return jawaban
