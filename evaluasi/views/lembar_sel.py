"""One answer or grade, as the script of the worksheet saves it while one types."""

from typing import cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from evaluasi.models import SubKomponen, TahapLembar
from evaluasi.queries.sel_lembar import saran_kini
from evaluasi.services.sel_lembar import HasilSel
from evaluasi.status import CaraNilai
from evaluasi.views.dasar import ruang_tahap
from evaluasi.views.lembar_kirim import baca_isi, simpan_satu
from evaluasi.views.susun_lembar import pesan_hasil
from pengukuran.views.isi_kirim import periksa_pengirim
from pengukuran.views.isi_sel import jawab_skrip, pukul
from perencanaan.queries.ruang import unit_kerja
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna


@require_POST
def simpan_isian(permintaan: HttpRequest, kode: str, tahun: int, tahap: str) -> HttpResponse:
    """Save a cell; to the script a refusal comes as JSON too, with the same words as on a page."""
    return jawab_skrip(permintaan, lambda: _simpan(permintaan, kode, tahun, tahap))


def _simpan(permintaan: HttpRequest, kode: str, tahun: int, tahap: str) -> HttpResponse:
    pengguna = cast("Pengguna", permintaan.user)
    unit = unit_kerja(pengguna, kode)
    periksa_pengirim(permintaan.POST, pengguna)
    milik = ruang_tahap(pengguna, unit, tahun, tahap).tahap
    kunci = permintaan.POST.get("sel", "")
    if f"semula-catatan-{kunci}" not in permintaan.POST:
        raise TidakAda("Isian ini tidak lengkap. Muat ulang halamannya.")
    isi, semula = baca_isi(permintaan.POST, kunci)
    hasil, sub = simpan_satu(milik, kunci, isi, semula, pengguna)
    return JsonResponse(_jawaban(hasil) | _sub(milik, sub))


def _jawaban(hasil: HasilSel) -> dict[str, object]:
    return {
        "hasil": hasil.hasil.value,
        "pilihan": hasil.tersimpan.pilihan,
        "catatan": hasil.tersimpan.catatan,
        "pesan": pesan_hasil(hasil),
        "pukul": pukul(),
    }


def _sub(tahap: TahapLembar, sub: SubKomponen) -> dict[str, object]:
    """What the answers of the sub-komponen suggest now, and how many there are."""
    saran = saran_kini(tahap, sub)
    per_sub = tahap.lembar.instrumen.cara == CaraNilai.SUB
    return {
        "saran": saran.kata if per_sub else "",
        "dijawab": saran.dijawab,
        "kriteria": saran.semua,
    }
