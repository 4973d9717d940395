"""The ranking of issued LHE over the years, with its trend."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from evaluasi.queries.jangkauan import jangkauan
from evaluasi.queries.peringkat import BarisPeringkat, Peringkat, susun_peringkat
from sakip.dokumen.asal import sajikan
from sakip.dokumen.blok.garis import GarisTren, GrafikTren
from sakip.organisasi.models import Pengguna

# with more units than this their lines cannot be told apart, and the pemda's are drawn instead
BANYAK_GARIS = 5


@require_safe
def baca_peringkat(permintaan: HttpRequest, tahun: int) -> HttpResponse:
    """Raises TidakAda and HakKurang as `jangkauan` does."""
    tempat = jangkauan(cast("Pengguna", permintaan.user), tahun)
    isi = susun_peringkat(tempat)
    pilihan = isi.bernilai if len(isi.bernilai) > BANYAK_GARIS else ()
    kode = permintaan.GET.get("unit", "")
    dipilih = next((satu for satu in pilihan if satu.unit.kode == kode), None)
    konteks: dict[str, object] = {
        "tempat": tempat,
        "tahun": tahun,
        "isi": isi,
        "grafik": grafik_tren(isi, dipilih),
        "pilihan": pilihan,
        "dipilih": dipilih,
    }
    return sajikan(permintaan, "evaluasi/peringkat/baca.html", konteks)


def grafik_tren(isi: Peringkat, dipilih: BarisPeringkat | None = None) -> GrafikTren | None:
    """A line for each of a few units, else mean, highest, lowest and the unit that was chosen.

    None with fewer than two years, which make no trend.
    """
    if len(isi.tahun) <= 1:
        return None
    if len(isi.bernilai) <= BANYAK_GARIS:
        garis = [_garis_unit(satu) for satu in isi.bernilai]
    else:
        garis = [
            GarisTren("Rata-rata", tuple(r.rata if r else None for r in isi.ringkas)),
            GarisTren("Tertinggi", tuple(r.tertinggi if r else None for r in isi.ringkas)),
            GarisTren("Terendah", tuple(r.terendah if r else None for r in isi.ringkas)),
        ]
        garis += [_garis_unit(dipilih)] if dipilih else []
    return GrafikTren(
        judul="Nilai LHE menurut tahun evaluasi",
        tahun=tuple(str(satu.tahun) for satu in isi.tahun),
        garis=tuple(garis),
    )


def _garis_unit(satu: BarisPeringkat) -> GarisTren:
    return GarisTren(satu.unit.singkatan, tuple(sel.nilai if sel else None for sel in satu.sel))
