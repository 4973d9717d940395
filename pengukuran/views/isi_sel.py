"""One cell, as the script of the grid saves it while one types."""

from collections.abc import Callable
from http import HTTPStatus
from typing import cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from pengukuran.queries.baris_tersimpan import SesudahSimpan, baris_tersimpan
from pengukuran.queries.bentuk_isian import BarisIsian
from pengukuran.services.sel import JawabanSel, Sel, simpan_sel
from pengukuran.views.isi_kirim import baca_kiriman, periksa_pengirim, sel_kiriman
from pengukuran.views.susun_isi import baris_halaman
from perencanaan.queries.ruang import unit_kerja
from sakip.lib import waktu
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Pengguna

JSON = "application/json"


@require_POST
def simpan_isian(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Save a cell; to the script a refusal comes as JSON too, with the same words as on a page."""
    return jawab_skrip(permintaan, lambda: _simpan(permintaan, kode, tahun))


def jawab_skrip(permintaan: HttpRequest, simpan: Callable[[], HttpResponse]) -> HttpResponse:
    """The answer of a save, or its refusal in a form that the script reads."""
    try:
        return simpan()
    except (KeadaanSalah, DidahuluiOrangLain) as salah:
        return _tolak(salah, HTTPStatus.CONFLICT)
    except (HakKurang, TidakAda) as salah:
        if permintaan.headers.get("Accept") != JSON:
            raise
        hak = isinstance(salah, HakKurang)
        return _tolak(salah, HTTPStatus.FORBIDDEN if hak else HTTPStatus.NOT_FOUND)


def _tolak(salah: Exception, status: HTTPStatus) -> JsonResponse:
    return JsonResponse({"hasil": "ditolak", "pesan": str(salah)}, status=status)


def _simpan(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    pengguna = cast("Pengguna", permintaan.user)
    unit = unit_kerja(pengguna, kode)
    periksa_pengirim(permintaan.POST, pengguna)
    satu = baca_kiriman(permintaan.POST)
    sel = sel_kiriman(unit, tahun, satu.letak)
    jawaban = simpan_sel(sel, teks=satu.teks, semula=satu.semula, oleh=pengguna)
    return JsonResponse({**jawaban_sel(jawaban), **_baris(sel, jawaban, pengguna)})


def jawaban_sel(jawaban: JawabanSel) -> dict[str, object]:
    return {
        "hasil": jawaban.hasil.value,
        "tersimpan": jawaban.tersimpan,
        "pesan": jawaban.pesan,
        "usul": jawaban.usul,
        "oleh": jawaban.oleh,
        "pukul": pukul(),
    }


def pukul() -> str:
    """The time of day, as a save tells it."""
    return f"{waktu.sekarang().astimezone(timezone.get_current_timezone()):%H.%M}"


def _baris(sel: Sel, jawaban: JawabanSel, oleh: Pengguna) -> dict[str, object]:
    """The row as it is now: what its cells hold, and what they make."""
    if jawaban.bahan is None:
        return {}
    sesudah = SesudahSimpan(jawaban.bahan, jawaban.baris, jawaban.tertinggal)
    milik = baris_tersimpan(sel.unit, sel.tahun, sel.bulan, sesudah, oleh)
    return {} if milik is None else {"baris": _isi_baris(milik, sel.tahun)}


def _isi_baris(milik: BarisIsian, tahun: int) -> dict[str, object]:
    baris = baris_halaman(milik, tahun, {})
    return {
        "sel": {kolom: satu.isi for kolom, satu in milik.sel.items()},
        "kata": baris.kata,
        "catatan": baris.catatan,
        "hasil": "" if baris.hasil is None else baris.hasil.tampil,
        "capaian": baris.capaian.tampil,
        "alasan": baris.capaian.alasan,
        "jenis": baris.keadaan.jenis,
        "keadaan": baris.keadaan.kata,
    }
