"""One sub-komponen of a stage: its criteria, answers side by side, evidence, and its grade."""

from http import HTTPStatus
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from evaluasi.permissions import boleh_mengerjakan
from evaluasi.queries.fakta import fakta_kriteria
from evaluasi.queries.isi_lembar import IsiSub, isi_sub
from evaluasi.queries.lembar import izin_mengisi, pembukaan_kembali
from evaluasi.queries.rekomendasi_lalu import rekomendasi_lalu, rekomendasi_sub
from evaluasi.services.dasar import minta
from evaluasi.status import StatusTahap
from evaluasi.views.dasar import RuangTahap, buka_tahap, sebut_lembar
from evaluasi.views.lembar_kirim import HasilKiriman, simpan_sub
from evaluasi.views.susun_lembar import baris_tampil, sel_nilai
from evaluasi.views.susun_tindak_lanjut import tampil
from pengukuran.views.isi_kirim import periksa_pengirim
from pengukuran.views.pratinjau import panel_bukti, panel_saja, panel_terbuka, sajikan_panel
from perencanaan.queries.ruang import RuangKerja
from sakip.dokumen.asal import sajikan
from sakip.lib.izin import Boleh, Izin, Tolak


@require_http_methods(["GET", "HEAD", "POST"])
def isi_lembar(permintaan: HttpRequest, kode: str, tahun: int, tahap: str) -> HttpResponse:
    """Show the sub-komponen `?sub=`, beside evidence of it that is open, or save what was changed."""
    kerja, ruang = buka_tahap(permintaan, kode, tahun, tahap)
    izin = izin_mengisi(ruang.pengguna, ruang.tahap)
    isi = _isi(permintaan, ruang, izin)
    hasil = HasilKiriman(0)
    if permintaan.method == "POST":
        minta(boleh_mengerjakan(ruang.pengguna, ruang.tahap))
        periksa_pengirim(permintaan.POST, ruang.pengguna)
        hasil = simpan_sub(ruang.tahap, isi.kini.sub, permintaan.POST, ruang.pengguna)
        if hasil.tersimpan:
            messages.success(permintaan, f"{hasil.tersimpan} isian tersimpan.")
        if hasil.lengkap:
            if not hasil.tersimpan:
                messages.info(permintaan, "Tidak ada isian yang berubah.")
            terbuka = panel_terbuka(permintaan, isi.bukti)
            return redirect(_alamat(ruang, {"sub": isi.kini.alamat, **terbuka}))
        isi = _isi(permintaan, ruang, izin)
    panel = panel_bukti(permintaan, isi.bukti)
    if panel and panel_saja(permintaan):
        return sajikan_panel(permintaan, panel)
    konteks = _konteks(kerja, ruang, isi, izin, hasil) | {"pratinjau": panel}
    jawaban = sajikan(permintaan, "evaluasi/lembar/isi.html", konteks)
    jawaban.status_code = HTTPStatus.CONFLICT if hasil.bentrok else HTTPStatus.OK
    return jawaban


def _isi(permintaan: HttpRequest, ruang: RuangTahap, izin: Izin) -> IsiSub:
    return isi_sub(
        ruang.pengguna,
        ruang.lembar,
        ruang.tahap,
        ruang.terlihat,
        permintaan.GET.get("sub", ""),
        boleh_isi=isinstance(izin, Boleh),
    )


def _konteks(
    kerja: RuangKerja, ruang: RuangTahap, isi: IsiSub, izin: Izin, hasil: HasilKiriman
) -> dict[str, object]:
    fakta = fakta_kriteria(ruang.lembar, [satu.kriteria for satu in isi.baris])
    baris = baris_tampil(isi, hasil.hasil, fakta)
    nilai = sel_nilai(isi, hasil.hasil)
    berjalan = [ruang.tahap] if ruang.tahap.status == StatusTahap.BERJALAN else []
    semua = [satu.sel for satu in baris] + ([nilai] if nilai else [])
    lalu = rekomendasi_lalu(ruang.pengguna, ruang.lembar)
    return {
        "kerja": kerja,
        "kerja_alamat": "evaluasi:lembar",
        "lembar": ruang.lembar,
        "sebutan": sebut_lembar(ruang.lembar),
        "tahap": ruang.tahap,
        "terlihat": ruang.terlihat,
        "isi": isi,
        "baris": baris,
        "nilai": nilai,
        "sebelumnya": tuple(tampil(satu) for satu in rekomendasi_sub(lalu, isi.kini.sub)),
        "tertutup": izin.alasan if isinstance(izin, Tolak) else "",
        "kembali": pembukaan_kembali(berjalan).get(ruang.tahap.pk),
        "keluhan": [satu for satu in semua if satu.pesan],
    }


def _alamat(ruang: RuangTahap, sisa: dict[str, str]) -> str:
    lembar = ruang.lembar
    tempat = [lembar.unit.kode, lembar.tahun_kinerja, ruang.tahap.tahap.kode]
    return f"{reverse('evaluasi:lembar-isi', args=tempat)}?{urlencode(sisa)}"
