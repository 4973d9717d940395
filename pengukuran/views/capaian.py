"""Capaian: what was due, what was reached, and what stands behind it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from pengukuran.hitung.kategori import sebut_jenjang
from pengukuran.queries.anggaran import TabelAnggaran, tabel_anggaran_masa
from pengukuran.queries.capaian import tabel_capaian
from pengukuran.queries.catatan import catatan_realisasi
from pengukuran.queries.pembanding import tahun_pembanding
from pengukuran.queries.penunjang import simpul_penunjang
from pengukuran.queries.program import tabel_program
from pengukuran.queries.skala import SkalaBerlaku
from pengukuran.views.isi_capaian import (
    BarisIndikator,
    Jenjang,
    KelompokIndikator,
    PilihanJenis,
    Ringkasan,
    baris_indikator,
    baris_program,
    grafik_capaian,
    kelompokkan,
    ringkas,
    sumber_target,
)
from perencanaan.hitung.masa import BULAN_SETAHUN, sebut
from perencanaan.models.renstra import JENIS_STRATEGIS, JenisSimpul
from perencanaan.queries.ruang import RuangKerja
from perencanaan.queries.saat import bulan_triwulan
from perencanaan.views.dasar import buka
from sakip.dokumen.asal import sajikan
from sakip.lib.galat import TidakAda
from sakip.lib.romawi import tulis_romawi

# `?jenis=` of the address, what the switch says, and whose indikator are shown
JENIS: dict[str, tuple[str, tuple[JenisSimpul, ...]]] = {
    "": ("Tujuan dan sasaran", JENIS_STRATEGIS),
    "program": ("Program", (JenisSimpul.PROGRAM,)),
    "kegiatan": ("Kegiatan", (JenisSimpul.KEGIATAN,)),
    "sub_kegiatan": ("Sub kegiatan", (JenisSimpul.SUB_KEGIATAN,)),
}


@require_safe
def baca_capaian(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The indikator of one kind of node, `?jenis=`, in a year or up to `?triwulan=` of it."""
    kerja = buka(permintaan, kode, tahun)
    jenis = baca_jenis(permintaan.GET.get("jenis", ""))
    konteks: dict[str, object] = {
        "kerja": kerja,
        "berperiode": True,
        "jenis": jenis,
        "sebutan_jenis": JENIS[jenis][0],
        "masa": sebut_masa(kerja),
        "pilihan_jenis": pilihan_jenis(jenis),
    }
    konteks |= _konteks_capaian(kerja, jenis)
    if jenis == JenisSimpul.PROGRAM:
        konteks |= _konteks_program(kerja)
    return sajikan(permintaan, "pengukuran/capaian/baca.html", konteks)


def baca_jenis(teks: str) -> str:
    """The kind of node of an address. Raises TidakAda."""
    if teks not in JENIS:
        pilihan = ", ".join(nama for nama, _ in JENIS.values())
        raise TidakAda(f"Jenis indikator “{teks[:20]}” tidak ada. Pilih salah satu: {pilihan}.")
    return teks


def pilihan_jenis(jenis: str) -> tuple[PilihanJenis, ...]:
    return tuple(PilihanJenis(kunci, nama, kunci == jenis) for kunci, (nama, _) in JENIS.items())


def sebut_masa(kerja: RuangKerja) -> str:
    if kerja.triwulan is None:
        return str(kerja.tahun)
    return f"s.d. Triwulan {tulis_romawi(kerja.triwulan)} {kerja.tahun}"


def _konteks_capaian(kerja: RuangKerja, jenis: str) -> dict[str, object]:
    unit, tahun, triwulan = kerja.unit, kerja.tahun, kerja.triwulan
    tabel = tabel_capaian(
        unit,
        tahun,
        triwulan=triwulan,
        tahun_pembanding=tahun_pembanding(unit, tahun),
        jenis=JENIS[jenis][1],
    )
    anggaran, tanpa_anggaran = _anggaran(kerja)
    milik = [satu.indikator for satu in tabel.setahun(tahun)]
    baris = baris_indikator(
        tabel,
        catatan_realisasi(unit, tahun, bulan_triwulan(triwulan) if triwulan else BULAN_SETAHUN),
        simpul_penunjang(milik, tabel.versi, anggaran) if anggaran else {},
        anggaran,
    )
    kelompok: tuple[KelompokIndikator, ...] = kelompokkan(baris)
    ringkasan: Ringkasan = ringkas(baris)
    return {
        "versi": tabel.versi,
        "skala": tabel.skala,
        "jenjang": _jenjang(tabel.skala),
        "tahun_lain": tabel.tahun[1:],
        "kelompok": kelompok,
        "ringkasan": ringkasan,
        "sumber_target": sebut(sumber_target(baris)),
        "belum_ada": not any(satu.sumber.realisasi is not None for satu in baris)
        and any(satu.sumber.belum_diisi for satu in baris),
        "grafik": grafik_capaian(baris, sebut_masa(kerja)),
        "tanpa_anggaran": tanpa_anggaran,
        "penjelasan": _berpenjelasan(baris, jenis),
    }


def _anggaran(kerja: RuangKerja) -> tuple[TabelAnggaran | None, str]:
    try:
        return tabel_anggaran_masa(kerja.unit, kerja.tahun, kerja.triwulan), ""
    except TidakAda as salah:
        return None, str(salah)


def _jenjang(skala: SkalaBerlaku) -> tuple[Jenjang, ...]:
    sebutan = sebut_jenjang(skala.jenjang)
    return tuple(Jenjang(milik, batas) for milik, batas in zip(skala.jenjang, sebutan, strict=True))


def _berpenjelasan(baris: tuple[BarisIndikator, ...], jenis: str) -> tuple[BarisIndikator, ...]:
    """Of tujuan and sasaran every indikator; of the many below only those with words."""
    return baris if not jenis else tuple(satu for satu in baris if satu.catatan)


def _konteks_program(kerja: RuangKerja) -> dict[str, object]:
    try:
        tabel = tabel_program(kerja.unit, kerja.tahun, kerja.triwulan)
    except TidakAda:
        return {}
    return {"program": baris_program(tabel, kerja.tahun, kerja.triwulan), "cara": tabel.cara}
