"""Anggaran: the pagu of every version of a year, and what was spent of the one in force."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pengukuran.queries.anggaran import TabelAnggaran, tabel_anggaran_masa
from pengukuran.queries.belanja import tabel_belanja
from pengukuran.views.capaian import sebut_masa
from pengukuran.views.isi_anggaran import (
    angka_serapan_program,
    baris_belanja,
    baris_pagu,
    baris_serapan,
    catatan_selisih,
    daftar_versi,
)
from perencanaan.models import VersiAnggaran
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.dokumen.asal import sajikan
from sakip.lib.galat import TidakAda
from sakip.lib.tanggal import NAMA_BULAN


@require_safe
def baca_anggaran(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The budget of a year, with realisasi of the whole year or up to `?triwulan=`."""
    kerja = buka(permintaan, kode, tahun)
    konteks: dict[str, object] = {"kerja": kerja, "berperiode": True, "masa": sebut_masa(kerja)}
    try:
        tabel = tabel_anggaran_masa(kerja.unit, tahun, kerja.triwulan)
    except TidakAda as salah:
        konteks |= _tanpa_anggaran(kerja, str(salah))
    else:
        konteks |= _konteks(tabel, sebut_masa(kerja))
    return sajikan(permintaan, "pengukuran/anggaran/baca.html", konteks)


def _tanpa_anggaran(kerja: RuangKerja, sebab: str) -> dict[str, object]:
    """What is missing: the budget itself, or only the day from which one was in force."""
    ada = VersiAnggaran.objects.filter(unit=kerja.unit, tahun=kerja.tahun).order_by("ke")
    return {"tanpa_anggaran": sebab, "versi_ada": tuple(ada)}


def _konteks(tabel: TabelAnggaran, masa: str) -> dict[str, object]:
    jumlah, baris = baris_serapan(tabel)
    jumlah_pagu, pagu = baris_pagu(tabel)
    return {
        "versi": tabel.versi,
        "daftar_versi": daftar_versi(tabel),
        "sampai": f"{NAMA_BULAN[tabel.sampai - 1]} {tabel.versi.tahun}",
        "ada_realisasi": tabel.realisasi is not None,
        "jumlah": jumlah,
        "baris": baris,
        "jumlah_pagu": jumlah_pagu,
        "baris_pagu": pagu,
        "grafik": angka_serapan_program(baris, masa),
        "belanja": baris_belanja(tabel, tabel_belanja(tabel)),
        "selisih": catatan_selisih(tabel),
    }
