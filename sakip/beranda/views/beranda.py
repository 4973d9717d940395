"""Home: the year of a unit at a glance."""

from dataclasses import dataclass
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from pengukuran.queries.anggaran import Serapan, TabelAnggaran, tabel_anggaran
from pengukuran.queries.angka import (
    angka_capaian,
    angka_pagu,
    angka_realisasi,
    angka_realisasi_anggaran,
    angka_serapan,
    angka_target,
)
from pengukuran.queries.capaian import (
    BarisCapaian,
    TabelCapaian,
    tabel_capaian,
    tahun_terukur,
)
from perencanaan.models import Simpul
from perencanaan.queries.renstra import tahun_berisi
from perencanaan.queries.ruang import ruang_kerja
from sakip.dokumen.angka import Angka
from sakip.dokumen.asal import sajikan
from sakip.dokumen.blok import BatangGrafik, GrafikBatang
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna, Unit


@require_safe
def beranda(permintaan: HttpRequest) -> HttpResponse:
    """To the newest measured year of one's unit; a person without one is told whom to ask."""
    pengguna = cast("Pengguna", permintaan.user)
    unit = Unit.objects.untuk(pengguna).perangkat_daerah().first()
    if unit is None:
        return render(permintaan, "beranda/tanpa_unit.html")
    tahun = tahun_terukur(unit) or next(iter(tahun_berisi(unit)), None)
    if tahun is None:
        return render(permintaan, "beranda/tanpa_unit.html", {"unit": unit})
    return redirect("beranda:tahun", kode=unit.kode, tahun=tahun)


@dataclass(frozen=True)
class BarisHalaman:
    """One indikator as the page shows it."""

    sumber: BarisCapaian
    target: Angka
    realisasi: Angka
    capaian: Angka


@dataclass(frozen=True)
class BarisSerapan:
    """One node of the budget, or the total, as the page shows it."""

    simpul: Simpul | None
    tingkat: int
    pagu: Angka
    realisasi: Angka
    serapan: Angka


@require_safe
def tahun_kinerja(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Capaian of every indikator and serapan of every program of one year."""
    triwulan = permintaan.GET.get("triwulan", "")
    kerja = ruang_kerja(cast("Pengguna", permintaan.user), kode, tahun, triwulan)
    konteks: dict[str, object] = {"kerja": kerja}
    try:
        konteks |= _konteks_capaian(tabel_capaian(kerja.unit, tahun), tahun)
        konteks |= _konteks_anggaran(tabel_anggaran(kerja.unit, tahun))
    except TidakAda as salah:
        konteks["tanpa_anggaran"] = str(salah)
    return sajikan(permintaan, "beranda/tahun.html", konteks)


def _konteks_capaian(tabel: TabelCapaian, tahun: int) -> dict[str, object]:
    baris = [
        BarisHalaman(
            sumber=milik,
            target=angka_target(milik),
            realisasi=angka_realisasi(milik),
            capaian=angka_capaian(milik),
        )
        for milik in tabel.setahun(tahun)
    ]
    hasil = [milik.sumber.hasil.tercapai for milik in baris]
    return {
        "renstra": tabel.versi.renstra,
        "capaian": baris,
        "tercapai": hasil.count(True),
        "belum_tercapai": hasil.count(False),
        "tanpa_capaian": [b for b in baris if b.sumber.hasil.tercapai is None],
        "grafik_capaian": GrafikBatang(
            kunci="grafik-capaian",
            nomor="",
            judul=f"Capaian kinerja {tahun} dalam persen",
            batang=tuple(
                BatangGrafik(
                    b.sumber.indikator.nama,
                    b.capaian,
                    b.sumber.kategori.warna if b.sumber.kategori else "netral",
                )
                for b in baris
            ),
        ),
    }


def _konteks_anggaran(tabel: TabelAnggaran) -> dict[str, object]:
    def baris(serapan: Serapan, tempat: str, simpul: Simpul | None, tingkat: int) -> BarisSerapan:
        return BarisSerapan(
            simpul=simpul,
            tingkat=tingkat,
            pagu=angka_pagu(serapan, tempat, tabel.versi),
            realisasi=angka_realisasi_anggaran(serapan, tempat, tabel.versi.tahun),
            serapan=angka_serapan(serapan, tempat, tabel.versi),
        )

    semua = [baris(b.serapan, str(b.simpul.identitas), b.simpul, b.tingkat) for b in tabel.baris]
    return {
        "versi_anggaran": tabel.versi,
        "anggaran": semua,
        "jumlah_anggaran": baris(tabel.jumlah, "jumlah", None, 0),
        "grafik_serapan": GrafikBatang(
            kunci="grafik-serapan",
            nomor="",
            judul=f"Serapan anggaran program {tabel.versi.tahun} dalam persen",
            batang=tuple(
                BatangGrafik(b.simpul.nama, b.serapan, "netral")
                for b in semua
                if b.simpul is not None and b.tingkat == 0
            ),
        ),
    }
