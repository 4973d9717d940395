"""The documents of an evaluation as files, of what the reader may see."""

from collections.abc import Callable
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from evaluasi.dokumen.susun import susun_berita_acara, susun_lhe, susun_lke, susun_tindak_lanjut
from evaluasi.dokumen.tindak_lanjut import BentukCetak
from evaluasi.queries.cetak import lhe_dicetak
from perencanaan.views.dasar import buka, nomor_versi
from sakip.berkas.jenis import MIME, Jenis
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.models import DokumenBerkas
from sakip.dokumen.pdf import GagalCetak, pdf_dokumen
from sakip.dokumen.unduhan import jawab_terbit
from sakip.dokumen.xlsx import xlsx_dokumen
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna, Unit

BENTUK: dict[str, tuple[Callable[[Dokumen], bytes], str]] = {
    "pdf": (pdf_dokumen, MIME[Jenis.PDF]),
    "xlsx": (xlsx_dokumen, MIME[Jenis.XLSX]),
}
# where one goes back to when the PDF could not be made
HALAMAN = {
    "lke": "evaluasi:lembar",
    "berita-acara": "evaluasi:lembar",
    "lhe": "evaluasi:lhe",
    "tindak-lanjut": "evaluasi:rekomendasi",
}


@require_safe
def cetak(permintaan: HttpRequest, kode: str, tahun: int, jenis: str, bentuk: str) -> HttpResponse:
    """One document; `?tata=` (ringkas, komponen) and `?putusan=ya` for the follow-up, `?versi=` for the LHE.

    An LHE that was issued with its PDF is given out as those very bytes. Raises TidakAda.
    """
    kerja = buka(permintaan, kode, tahun)
    pengguna = cast("Pengguna", permintaan.user)
    if jenis not in HALAMAN or bentuk not in BENTUK:
        raise TidakAda(
            f"Dokumen itu tidak ada. Yang ada: {', '.join(HALAMAN)}, sebagai {' atau '.join(BENTUK)}."
        )
    versi = nomor_versi(permintaan)
    if jenis == "lhe" and bentuk == "pdf":
        terbit = lhe_dicetak(kerja.unit, tahun, versi, pengguna).dokumen
        if terbit is not None and terbit.berkas.filter(bentuk=DokumenBerkas.Bentuk.PDF).exists():
            return jawab_terbit(terbit, bentuk)
    tulis, mime = BENTUK[bentuk]
    try:
        isi = tulis(_susun(permintaan, kerja.unit, tahun, jenis, versi))
    except GagalCetak as salah:
        messages.error(permintaan, str(salah))
        return redirect(HALAMAN[jenis], kode=kode, tahun=tahun)
    nama = f"{jenis}-{kode}-{tahun}.{bentuk}"
    return HttpResponse(
        isi,
        content_type=mime,
        headers={
            "Content-Disposition": content_disposition_header(as_attachment=True, filename=nama),
            "X-Content-Type-Options": "nosniff",
        },
    )


def _susun(
    permintaan: HttpRequest, unit: Unit, tahun: int, jenis: str, versi: int | None
) -> Dokumen:
    """The document for this reader. Raises TidakAda."""
    pengguna = cast("Pengguna", permintaan.user)
    match jenis:
        case "lke":
            return susun_lke(unit, tahun, pembaca=pengguna)
        case "lhe":
            return susun_lhe(unit, tahun, versi, pembaca=pengguna)
        case "berita-acara":
            return susun_berita_acara(unit, tahun, pembaca=pengguna)
    pilih = permintaan.GET.get("tata", BentukCetak.RINGKAS.value)
    if pilih not in list(BentukCetak):
        raise TidakAda(f"Bentuk itu tidak ada. Yang ada: {', '.join(BentukCetak)}.")
    putusan = permintaan.GET.get("putusan") == "ya"
    return susun_tindak_lanjut(unit, tahun, BentukCetak(pilih), putusan=putusan, pembaca=pengguna)
