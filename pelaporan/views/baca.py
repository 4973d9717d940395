"""The LKjIP on the screen and as a file: the draft as it stands, and what was issued of it."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from pelaporan.cetak import minta_lkjip
from pelaporan.dokumen.lkjip import susun_lkjip
from pelaporan.models import Laporan
from pelaporan.permissions import boleh_menerbitkan, boleh_mengatur_laporan
from pelaporan.queries.terbitan import beda_terbit, versi_terbit
from perencanaan.queries.ruang import RuangKerja, ruang_kerja
from sakip.dokumen.asal import sajikan
from sakip.dokumen.blok import Bagian, Dokumen
from sakip.dokumen.pdf import pdf_siap
from sakip.dokumen.unduhan import jawab_terbit
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna
from sakip.pekerjaan.services.antre import AntreanPenuh

PDF = "pdf"
BELUM_SIAP = (
    "PDF laporan ini belum disiapkan, atau isinya sudah berubah sejak disiapkan. Tekan Siapkan PDF."
)
SUDAH_TERBIT = "LKjIP ini sudah terbit; PDF-nya tidak dicetak lagi. Unduh dokumen yang terbit."


@require_safe
def baca_lkjip(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """One part of the report at a time, `?bagian=`, the first without it.

    A year that cannot be reported yet says what is missing. Raises TidakAda for an unknown part.
    """
    triwulan = permintaan.GET.get("triwulan", "")
    pengguna = cast("Pengguna", permintaan.user)
    kerja = ruang_kerja(pengguna, kode, tahun, triwulan)
    laporan = Laporan.objects.terakhir(kerja.unit, tahun, Laporan.Jenis.LKJIP).first()
    konteks: dict[str, Any] = {"kerja": kerja, "layar": True, "laporan": laporan}
    konteks |= _penerbitan(pengguna, kerja, laporan)
    try:
        dokumen = susun_lkjip(kerja.unit, tahun)
    except TidakAda as salah:
        konteks["alasan"] = str(salah)
    else:
        konteks["dokumen"] = dokumen
        konteks |= _bagian_terbuka(dokumen, permintaan.GET.get("bagian", ""))
        if konteks["terbit"]:
            berlaku = konteks["terbit"][0].dokumen
            konteks["beda"] = beda_terbit(berlaku, dokumen, naskah=not konteks["draf"])
    return sajikan(permintaan, "pelaporan/lkjip/baca.html", konteks)


def _penerbitan(pengguna: Pengguna, kerja: RuangKerja, laporan: Laporan | None) -> dict[str, Any]:
    """What was issued; whether there is a draft to work on, and for whom."""
    terbit = versi_terbit(kerja.unit, kerja.tahun)
    return {
        "terbit": terbit,
        "draf": laporan is None or laporan.dokumen_id is None,
        "mengatur": bool(boleh_mengatur_laporan(pengguna, kerja.unit)),
        "menerbitkan": bool(boleh_menerbitkan(pengguna, kerja.unit)),
    }


def _bagian_terbuka(dokumen: Dokumen, kunci: str) -> dict[str, Bagian | None]:
    """The part that is read, and its neighbours. Raises TidakAda."""
    semua = [bagian.kunci for bagian in dokumen.isi]
    if kunci and kunci not in semua:
        raise TidakAda("Bagian laporan itu tidak ada. Pilih dari isi laporan.")
    letak = semua.index(kunci) if kunci else 0
    tetangga = (None, *dokumen.isi, None)
    return {
        "bagian": dokumen.isi[letak],
        "sebelumnya": tetangga[letak],
        "berikutnya": tetangga[letak + 2],
    }


@require_POST
def cetak_lkjip(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Ask for the PDF of a draft, and go where its progress shows; what was issued has one."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = ruang_kerja(pengguna, kode, tahun)
    if _terbit(kerja) is not None:
        messages.info(permintaan, SUDAH_TERBIT)
        return redirect("pelaporan:lkjip-baca", kode=kode, tahun=tahun)
    try:
        pekerjaan = minta_lkjip(pengguna, kerja.unit, tahun)
    except AntreanPenuh as salah:
        messages.error(permintaan, str(salah))
        return redirect("pelaporan:lkjip-baca", kode=kode, tahun=tahun)
    return redirect(f"{reverse('pekerjaan:rincian', args=[pekerjaan.pk])}?otomatis=ya")


@require_safe
def unduh_lkjip(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The PDF as it was issued; of a draft the one that was made ready.

    Back to the page that makes it where there is none, or no longer.
    """
    kerja = ruang_kerja(cast("Pengguna", permintaan.user), kode, tahun)
    laporan = _terbit(kerja)
    if laporan is not None and laporan.dokumen is not None:
        return jawab_terbit(laporan.dokumen, PDF)
    pdf = pdf_siap(susun_lkjip(kerja.unit, tahun))
    if pdf is None:
        messages.warning(permintaan, BELUM_SIAP)
        return redirect("pelaporan:lkjip-baca", kode=kode, tahun=tahun)
    nama = f"LKjIP-{kode}-{tahun}.pdf"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{nama}"'},
    )


@require_safe
def unduh_terbit(permintaan: HttpRequest, kode: str, tahun: int, ke: int) -> HttpResponse:
    """One issued version as it was issued. Raises TidakAda."""
    kerja = ruang_kerja(cast("Pengguna", permintaan.user), kode, tahun)
    for satu in versi_terbit(kerja.unit, tahun):
        if satu.dokumen.ke == ke:
            return jawab_terbit(satu.dokumen, PDF)
    raise TidakAda(f"LKjIP {tahun} versi {ke} tidak ada. Pilih dari yang terbit di halamannya.")


def _terbit(kerja: RuangKerja) -> Laporan | None:
    """The issued report where no draft follows it."""
    milik = Laporan.objects.terakhir(kerja.unit, kerja.tahun, Laporan.Jenis.LKJIP)
    laporan = milik.select_related("dokumen__unit").defer("dokumen__konteks").first()
    return None if laporan is None or laporan.dokumen_id is None else laporan
