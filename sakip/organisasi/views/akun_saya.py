"""One's own account: profile, password, sessions."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.contrib.auth.views import PasswordChangeView, PasswordResetConfirmView
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.jejak.halaman import Halaman, proses
from sakip.jejak.queries import riwayat_terbaca
from sakip.organisasi.forms.akun import FormSurel
from sakip.organisasi.forms.masuk import FormGantiSandi, FormSandiBaru
from sakip.organisasi.models import Pengguna
from sakip.organisasi.services.akun import akhiri_sesi, simpan_surel
from sakip.organisasi.services.tautan import pembuat_tautan

AKSI_SENDIRI = (
    Aksi.MASUK,
    Aksi.MASUK_GAGAL,
    Aksi.KELUAR,
    Aksi.TAUTAN_DIBUAT,
    Aksi.SANDI_DIATUR,
    Aksi.SESI_DIAKHIRI,
    Aksi.KUNCI_DIBUKA,
    Aksi.AKUN_DIUBAH,
)


@require_safe
def akun_saya(permintaan: HttpRequest) -> HttpResponse:
    """Who one is here, what one may do, and when one's account was used."""
    pengguna = cast("Pengguna", permintaan.user)
    konteks = {
        "tugas": pengguna.penugasan_berlaku().select_related("unit", "pemda"),
        "riwayat": riwayat_terbaca(pengguna, aksi=AKSI_SENDIRI),
    }
    return render(permintaan, "organisasi/akun/saya.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah_surel(permintaan: HttpRequest) -> HttpResponse:
    """Where one's reminders are sent."""
    pengguna = cast("Pengguna", permintaan.user)

    def form(**isi: Any) -> FormSurel:
        return FormSurel(instance=Pengguna.objects.get(pk=pengguna.pk), **isi)

    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: simpan_surel(
            isi.instance, oleh=pengguna, versi=cast("int", isi.versi_semula)
        ),
        halaman=Halaman(
            judul="Surel saya",
            ket="Pengingat berhenti sendiri begitu yang diingatkan selesai.",
            tombol="Simpan surel",
            kembali=reverse("organisasi:akun-saya"),
            pesan="Surel tersimpan.",
        ),
    )


class GantiSandi(PasswordChangeView):
    """Django's own: the session at hand goes on, every other one ends."""

    template_name = "organisasi/akun/sandi.html"
    form_class = FormGantiSandi
    success_url = reverse_lazy("organisasi:akun-saya")
    extra_context = {"judul": "Ganti kata sandi", "tombol": "Ganti kata sandi"}

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            jawaban = super().form_valid(form)
            catat(Aksi.SANDI_DIATUR, form.user, oleh=form.user)
        messages.success(self.request, "Kata sandi diganti. Sesi Anda yang lain berakhir.")
        return jawaban


class SandiLewatTautan(PasswordResetConfirmView):
    """Django's own: the token leaves the address at once and dies with the new password."""

    template_name = "organisasi/akun/sandi_tautan.html"
    form_class = FormSandiBaru
    token_generator: PasswordResetTokenGenerator = pembuat_tautan
    success_url = reverse_lazy("organisasi:masuk")

    def get_user(self, uidb64: str) -> Any:
        """None also for an account that is switched off, which the page answers like a dead link."""
        pengguna = super().get_user(uidb64)
        return pengguna if pengguna is not None and pengguna.is_active else None

    def form_valid(self, form: Any) -> HttpResponse:
        with transaction.atomic():
            jawaban = super().form_valid(form)
            catat(Aksi.SANDI_DIATUR, form.user, oleh=form.user)
        messages.success(self.request, "Kata sandi tersimpan. Silakan masuk.")
        return jawaban


@require_POST
def akhiri_sesi_lain(permintaan: HttpRequest) -> HttpResponse:
    """End every session of one's own but this one."""
    pengguna = cast("Pengguna", permintaan.user)
    akhiri_sesi(pengguna, oleh=pengguna)
    update_session_auth_hash(permintaan, pengguna)
    messages.success(permintaan, "Semua sesi Anda yang lain berakhir.")
    return redirect("organisasi:akun-saya")
