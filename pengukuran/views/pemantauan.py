"""Pemantauan: what is filled, what is missing, and whether the year will reach its targets."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pengukuran.queries.pemantauan import TabelPantau, bidang_pengisian, tabel_pantau
from pengukuran.queries.program import tabel_program
from pengukuran.views.capaian import JENIS, baca_jenis, pilihan_jenis
from pengukuran.views.isi_capaian import baris_program
from pengukuran.views.isi_pemantauan import (
    baris_proyeksi,
    grafik_program,
    hitungan,
    kelompok_bidang,
)
from perencanaan.queries.ruang import RuangKerja
from perencanaan.queries.saat import TRIWULAN
from perencanaan.views.dasar import buka
from sakip.dokumen.asal import sajikan
from sakip.lib.galat import TidakAda
from sakip.lib.romawi import tulis_romawi
from sakip.organisasi.models import Unit


@require_safe
def baca_pemantauan(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """A year at a glance, of one bidang with `?bidang=`, of one kind of node with `?jenis=`."""
    kerja = buka(permintaan, kode, tahun)
    jenis = baca_jenis(permintaan.GET.get("jenis", ""))
    semua = tabel_pantau(kerja.unit, tahun, JENIS[jenis][1])
    bidang = _bidang(semua, permintaan.GET.get("bidang", ""))
    tabel = semua if bidang is None else semua.milik(bidang.pk)
    konteks: dict[str, object] = {
        "kerja": kerja,
        "bidang": bidang,
        "daftar_bidang": bidang_pengisian(semua),
        "sebutan_jenis": JENIS[jenis][0],
        "pilihan_jenis": pilihan_jenis(jenis),
        "triwulan": TRIWULAN,
        "lewat": tabel.triwulan,
        "kelompok": kelompok_bidang(tabel),
        "hitungan": hitungan(tabel),
        "proyeksi": baris_proyeksi(tabel),
        **_program(kerja, tabel.triwulan),
    }
    return sajikan(permintaan, "pengukuran/pemantauan/baca.html", konteks)


def _bidang(tabel: TabelPantau, kode: str) -> Unit | None:
    """The bidang of an address; None for all. Raises TidakAda: of another unit, or that fills none."""
    if not kode:
        return None
    for satu in bidang_pengisian(tabel):
        if satu.kode == kode:
            return satu
    raise TidakAda("Bidang itu tidak mengisi indikator mana pun di sini. Pilih bidang lain.")


def _program(kerja: RuangKerja, lewat: int) -> dict[str, object]:
    """Capaian of the programs beside their serapan, up to the triwulan that ended last."""
    triwulan = lewat if lewat in TRIWULAN[:-1] else None
    try:
        tabel = tabel_program(kerja.unit, kerja.tahun, triwulan)
    except TidakAda as salah:
        return {"tanpa_anggaran": str(salah)}
    program = baris_program(tabel, kerja.tahun, triwulan)
    masa = f"s.d. Triwulan {tulis_romawi(triwulan)} {kerja.tahun}" if triwulan else str(kerja.tahun)
    return {"program": program, "grafik": grafik_program(program, masa)}
