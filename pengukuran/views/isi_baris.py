"""One realisasi with all its cells: the figure, the words that explain it, and its evidence."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from pengukuran.hitung.kolom import Kolom, sebut_kolom
from pengukuran.queries.bukti import daftar_bukti
from pengukuran.queries.lembar_isian import LembarIsian, lembar_isian
from pengukuran.services.sel import JawabanSel
from pengukuran.views.isi import kabarkan
from pengukuran.views.isi_kirim import HasilKiriman, simpan_kiriman
from pengukuran.views.jendela import keterangan_jendela
from pengukuran.views.susun_isi import (
    baris_halaman,
    keluhan,
    kotak,
    kotak_penjelasan,
    nama_kotak,
)
from perencanaan.hitung.masa import BULAN_SETAHUN, PANJANG, Frekuensi, akhir_masa
from perencanaan.views.dasar import buka
from sakip.dokumen.asal import sajikan
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Boleh
from sakip.organisasi.models import Pengguna


@require_http_methods(["GET", "HEAD", "POST"])
def isi_satu(
    permintaan: HttpRequest, kode: str, tahun: int, indikator: int, bulan: int
) -> HttpResponse:
    """Show one row of the sheet of its triwulan, or save what was changed in it."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    if not 1 <= bulan <= BULAN_SETAHUN:
        raise TidakAda(f"Bulan {bulan} tidak ada.")
    hasil = HasilKiriman(0)
    if permintaan.method == "POST":
        hasil = simpan_kiriman(kerja.unit, tahun, permintaan.POST, pengguna)
        kabarkan(permintaan, hasil)
        if hasil.lengkap:
            return redirect("pengukuran:isi-baris", kode, tahun, indikator, bulan)
    triwulan = akhir_masa(bulan, Frekuensi.TRIWULANAN) // PANJANG[Frekuensi.TRIWULANAN]
    lembar = lembar_isian(kerja.unit, tahun, triwulan, pengguna)
    konteks = {
        "kerja": kerja,
        "kerja_alamat": "pengukuran:isi",
        "tertutup": hasil.tertutup,
        **_konteks(lembar, (indikator, bulan), hasil.jawaban),
    }
    jawaban = sajikan(permintaan, "pengukuran/isi/baris.html", konteks)
    jawaban.status_code = HTTPStatus.CONFLICT if hasil.bentrok else HTTPStatus.OK
    return jawaban


def _konteks(
    lembar: LembarIsian, kunci: tuple[int, int], jawaban: Mapping[str, JawabanSel]
) -> dict[str, object]:
    """The row, those before and after it, and what was remarked on it. Raises TidakAda."""
    semua = lembar.baris if kunci in lembar.kunci else lembar.semua
    letak = next((n for n, s in enumerate(semua) if (s.indikator, s.bulan) == kunci), None)
    if letak is None:
        unit, tahun = lembar.unit, lembar.tahun
        raise TidakAda(
            f"Tidak ada indikator itu pada periode ini dalam rencana {unit.singkatan} tahun "
            f"{tahun}. Pilih dari daftar realisasi."
        )
    milik = semua[letak]
    baris = baris_halaman(milik, lembar.tahun, jawaban)
    penjelasan = kotak_penjelasan(milik, jawaban)
    keterangan = kotak(milik, Kolom.KETERANGAN, jawaban)
    tanpa = kotak(milik, Kolom.TANPA_VARIABEL, jawaban) if milik.bahan.berumus else None
    kotak_semua = (*baris.kotak, baris.belum_diukur, *penjelasan, keterangan)
    return {
        "lembar": lembar,
        "baris": baris,
        "penjelasan": penjelasan,
        "keterangan": keterangan,
        "bukti": daftar_bukti(milik.realisasi, boleh_hapus=isinstance(milik.izin, Boleh))
        if milik.realisasi
        else (),
        "tanpa_variabel": tanpa,
        "keluhan": keluhan(milik, kotak_semua if tanpa is None else (*kotak_semua, tanpa)),
        "catatan": tuple(
            (nama_kotak(*kunci, satu.kolom), sebut_kolom(satu.kolom), satu)
            for satu in milik.pengembalian
        ),
        "jendela": keterangan_jendela(lembar.jendela),
        "sebelumnya": semua[letak - 1] if letak else None,
        "berikutnya": semua[letak + 1] if letak + 1 < len(semua) else None,
        "nomor": letak + 1,
        "banyaknya": len(semua),
    }
