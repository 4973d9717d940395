"""What every page that writes does with its form: once, at the version it was opened, and said."""

from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sakip.jejak.queries import simpanan_terakhir
from sakip.jejak.sekali import (
    KirimanLain,
    jawaban_lama,
    sekali,
    sidik_kiriman,
)
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, KeadaanSalah
from sakip.web.formulir import Formulir, bandingkan
from sakip.web.versi import SudahBerubah

# what a service refuses, in words for who sent the form
TERTOLAK = (KeadaanSalah, CatatanKurang, DidahuluiOrangLain)
BUKAN_ISI = frozenset({"csrfmiddlewaretoken", "kunci_kiriman"})


@dataclass(frozen=True)
class Halaman:
    """What a page with a form says. `kembali` is the address to go to when it is saved or left."""

    judul: str
    tombol: str
    kembali: str
    pesan: str
    ket: str = ""
    templat: str = "komponen/halaman_formulir.html"
    konteks: dict[str, Any] = field(default_factory=dict)


def proses(
    permintaan: HttpRequest,
    *,
    buat_form: Callable[..., Formulir],
    simpan: Callable[[Formulir], None],
    halaman: Halaman,
) -> HttpResponse:
    """Show a form, or carry it out and go on.

    `buat_form` makes the form from the stored object and takes Django's `data`, `files` and
    `initial`. `simpan` calls the service with the valid form; it may raise ValidationError (told
    at the form, as is what the state of the object forbids) and SudahBerubah (answered by the
    comparison). HakKurang goes on to the 403 page.
    """
    if permintaan.method != "POST":
        return _tampil(permintaan, buat_form(), halaman)
    form = buat_form(data=permintaan.POST, files=permintaan.FILES)
    if form.is_valid():
        try:
            return redirect(_laksanakan(permintaan, form, simpan, halaman))
        except SudahBerubah:
            return _bandingkan(permintaan, form, buat_form, halaman)
        except ValidationError as salah:
            form.add_error(None, salah)
        except (KirimanLain, *TERTOLAK) as salah:
            form.add_error(None, str(salah))
        except IntegrityError:
            form.add_error(
                None,
                "Orang lain baru saja menyimpan data yang sama. Periksa dahulu apa yang sudah "
                "ada, lalu kirim lagi bila masih perlu.",
            )
    elif jawaban := _jawaban_lama(permintaan, form):
        return redirect(jawaban)
    return _tampil(permintaan, form, halaman)


def _laksanakan(
    permintaan: HttpRequest,
    form: Formulir,
    simpan: Callable[[Formulir], None],
    halaman: Halaman,
) -> str:
    """Write, say so, and give the address to go to; a form that comes twice only gets the last."""

    def tulis() -> str:
        simpan(form)
        messages.success(permintaan, halaman.pesan)
        return halaman.kembali

    if form.versi_semula is not None:
        return tulis()
    return sekali(
        pengguna=cast("AbstractBaseUser", permintaan.user),
        kunci=form.kunci_sekali,
        sidik=_sidik(permintaan),
        laksanakan=tulis,
    )


def _jawaban_lama(permintaan: HttpRequest, form: Formulir) -> str | None:
    """Where a form went that was carried out already and comes again."""
    if form.versi_semula is not None:
        return None
    return jawaban_lama(
        pengguna=cast("AbstractBaseUser", permintaan.user),
        kunci=form.kunci_sekali,
        sidik=_sidik(permintaan),
    )


def _sidik(permintaan: HttpRequest) -> str:
    isi = {k: permintaan.POST.getlist(k) for k in permintaan.POST if k not in BUKAN_ISI}
    return sidik_kiriman(isi, permintaan.FILES)


def _tampil(permintaan: HttpRequest, form: Formulir, halaman: Halaman) -> HttpResponse:
    konteks = {**halaman.konteks, "form": form, "halaman": halaman}
    return render(permintaan, halaman.templat, konteks)


def _bandingkan(
    permintaan: HttpRequest, form: Formulir, buat_form: Callable[..., Formulir], halaman: Halaman
) -> HttpResponse:
    """The save came late: all three states side by side, and a form that holds both people's work."""
    baris, lanjutan = bandingkan(form, buat_form)
    konteks = {
        **halaman.konteks,
        "form": lanjutan,
        "halaman": halaman,
        "bandingan": baris,
        "terakhir": simpanan_terakhir(lanjutan.instance),
    }
    return render(permintaan, "komponen/bandingkan.html", konteks, status=HTTPStatus.CONFLICT)
