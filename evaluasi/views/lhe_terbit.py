"""Issuing an LHE: what is missing, then once and for good."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from evaluasi.cetak import terbitkan as terbitkan_bercetak
from evaluasi.queries.lhe import isi_lhe
from evaluasi.queries.susun_lhe import Kekurangan, kekurangan
from evaluasi.services.konteks_lhe import konteks_lhe
from evaluasi.views.lhe_dasar import RuangLhe, ruang_lhe, sudah_terbit
from sakip.dokumen.asal import sajikan
from sakip.dokumen.kanonik import sidik_kanonik
from sakip.dokumen.pdf import GagalCetak
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, KeadaanSalah

BERUBAH = "Isinya berubah sejak Anda memeriksanya. Periksa lagi, lalu terbitkan."
BELUM_YAKIN = "Beri tanda bahwa Anda sudah memeriksa isinya. Setelah terbit tidak dapat diubah."


@require_http_methods(["GET", "HEAD", "POST"])
def terbitkan(permintaan: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """The check before the issue; sent, the draft is issued exactly as it was checked."""
    ruang = ruang_lhe(permintaan, kode, tahun, pk)
    if jawaban := sudah_terbit(permintaan, ruang):
        return jawaban
    if permintaan.method != "POST":
        return _periksa(permintaan, ruang)
    try:
        _laksanakan(permintaan, ruang)
    except ValidationError as salah:
        return _periksa(permintaan, ruang, " ".join(salah.messages))
    except (KeadaanSalah, CatatanKurang, GagalCetak) as salah:
        return _periksa(permintaan, ruang, str(salah))
    except DidahuluiOrangLain as salah:
        return _periksa(permintaan, ruang, str(salah), HTTPStatus.CONFLICT)
    messages.success(permintaan, f"{ruang.lhe} terbit. Unit dapat membacanya sekarang.")
    return redirect(ruang.alamat("lhe"))


def _laksanakan(permintaan: HttpRequest, ruang: RuangLhe) -> None:
    """Issue what the person has seen. Raises what `evaluasi.cetak.terbitkan` raises."""
    if permintaan.POST.get("yakin") != "ya":
        raise ValidationError(BELUM_YAKIN)
    if permintaan.POST.get("sidik") != _sidik(ruang):
        raise DidahuluiOrangLain(BERUBAH)
    terbitkan_bercetak(ruang.lhe, oleh=ruang.pengguna)


def _periksa(
    permintaan: HttpRequest,
    ruang: RuangLhe,
    galat: str = "",
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    isi = isi_lhe(ruang.pengguna, ruang.lhe)
    semua = kekurangan(isi)
    konteks = {
        "kerja": ruang.kerja,
        "kerja_alamat": "evaluasi:lhe",
        "lhe": ruang.lhe,
        "isi": isi,
        "mencegah": [(satu, _tempat(ruang, satu)) for satu in semua if satu.mencegah],
        "peringatan": [(satu, _tempat(ruang, satu)) for satu in semua if not satu.mencegah],
        "sidik": _sidik(ruang),
        "galat": galat,
    }
    jawaban = sajikan(permintaan, "evaluasi/lhe/terbit.html", konteks)
    jawaban.status_code = status
    return jawaban


def _tempat(ruang: RuangLhe, satu: Kekurangan) -> str:
    """Where it is mended."""
    if satu.tempat == "kepala":
        return ruang.alamat("lhe-ubah", ruang.lhe.pk)
    return ruang.kembali(satu.tempat)


def _sidik(ruang: RuangLhe) -> str:
    """Of all that would be frozen now."""
    return sidik_kanonik(konteks_lhe(ruang.lhe))
