"""Signing in and out."""

from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.organisasi.forms import FormMasuk
from sakip.organisasi.models import Pengguna


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
