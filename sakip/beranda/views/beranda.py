"""Home: the year of a unit at a glance."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from evaluasi.queries.cetak import tahun_dievaluasi
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
from perencanaan.models.renstra import JENIS_STRATEGIS, JenisSimpul
from perencanaan.queries.renstra import indikator_bidang, tahun_setiap_unit
from perencanaan.views.dasar import buka
from sakip.beranda.setahun import keadaan_tahun, langkah_berikutnya, pita_tahun
from sakip.beranda.tugas import BEKERJA, baca_bahan, pita_pengingat
from sakip.dokumen.angka import Angka
from sakip.dokumen.asal import sajikan
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna, Unit
from sakip.organisasi.peran import Peran
from sakip.organisasi.queries import Kedudukan, kedudukan

SERATUS = Decimal(100)


@require_safe
def beranda(permintaan: HttpRequest) -> HttpResponse:
    """To the newest measured year of one's unit, or of all of them for who reads several.

    A person without one is told whom to ask.
    """
    pengguna = cast("Pengguna", permintaan.user)
    semua = tuple(Unit.objects.untuk(pengguna).perangkat_daerah())
    setiap = tahun_setiap_unit(semua)
    berisi = [unit for unit in semua if setiap[unit.pk]]
    if not berisi:
        return render(permintaan, "beranda/tanpa_unit.html", _tanpa_rencana(semua))
    tahun = tahun_terukur(berisi) or max(max(setiap[unit.pk]) for unit in berisi)
    if len(berisi) > 1:
        return redirect("beranda:semua", tahun=tahun)
    return redirect("beranda:tahun", kode=berisi[0].kode, tahun=tahun)


def _tanpa_rencana(semua: tuple[Unit, ...]) -> dict[str, object]:
    """A unit without a Renstra may have been evaluated all the same."""
    tahun = tahun_dievaluasi(semua)
    dievaluasi = [(satu, ke) for satu in semua for ke in sorted(tahun[satu.pk], reverse=True)]
    return {"unit": next(iter(semua), None), "dievaluasi": dievaluasi}


@dataclass(frozen=True)
class BarisHalaman:
    """One indikator as the page shows it; `sendiri` where the reader's own bidang answers for it."""

    sumber: BarisCapaian
    target: Angka
    realisasi: Angka
    capaian: Angka
    sendiri: bool


@dataclass(frozen=True)
class BarisSerapan:
    """One program of the budget, or the total, as the page shows it; `lebar` of its bar in percent."""

    simpul: Simpul | None
    pagu: Angka
    realisasi: Angka
    serapan: Angka

    @property
    def lebar(self) -> Decimal:
        return min(self.serapan.nilai or Decimal(0), SERATUS)


@require_safe
def tahun_kinerja(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Where the year stands, what comes next, capaian of every indikator, serapan of every program."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    milik = kedudukan(pengguna, kerja.unit)
    semua = tabel_capaian(kerja.unit, tahun, jenis=JenisSimpul.values)
    tabel = _strategis(semua)
    keadaan = keadaan_tahun(tabel)
    langkah = langkah_berikutnya(keadaan)
    konteks: dict[str, object] = {
        "kerja": kerja,
        "keadaan": keadaan,
        "pita": pita_tahun(keadaan),
        "langkah_sendiri": [satu for satu in langkah if satu.milik(milik.peran)],
        "langkah_lain": [satu for satu in langkah if not satu.milik(milik.peran)],
    }
    if milik.peran.intersection(BEKERJA):
        konteks["pengingat"] = pita_pengingat(baca_bahan(pengguna, kerja.unit, tahun, semua))
    konteks |= _konteks_capaian(tabel, tahun, milik)
    try:
        konteks |= _konteks_anggaran(tabel_anggaran(kerja.unit, tahun))
    except TidakAda as salah:
        konteks["tanpa_anggaran"] = str(salah)
    return sajikan(permintaan, "beranda/tahun.html", konteks)


def _strategis(tabel: TabelCapaian) -> TabelCapaian:
    """The indikator that the page shows; those of the budget tree are only reminded of."""
    baris = {
        tahun: tuple(satu for satu in semua if satu.simpul.jenis in JENIS_STRATEGIS)
        for tahun, semua in tabel.baris.items()
    }
    return replace(tabel, baris=baris)


def _konteks_capaian(tabel: TabelCapaian, tahun: int, milik: Kedudukan) -> dict[str, object]:
    # a sekretariat answers for some too, but a bidang has no other
    sendiri = indikator_bidang(tabel.versi, milik.unit) if Peran.OPERATOR in milik.peran else ()
    baris = [
        BarisHalaman(
            sumber=satu,
            target=angka_target(satu),
            realisasi=angka_realisasi(satu),
            capaian=angka_capaian(satu),
            sendiri=satu.indikator.pk in sendiri,
        )
        for satu in tabel.setahun(tahun)
    ]
    hasil = [satu.sumber.hasil.tercapai for satu in baris]
    return {
        "capaian": baris,
        "tercapai": hasil.count(True),
        "belum_tercapai": hasil.count(False),
        "tanpa_capaian": [b for b in baris if b.sumber.hasil.tercapai is None],
    }


def _konteks_anggaran(tabel: TabelAnggaran) -> dict[str, object]:
    def baris(serapan: Serapan, tempat: str, simpul: Simpul | None) -> BarisSerapan:
        return BarisSerapan(
            simpul=simpul,
            pagu=angka_pagu(serapan, tempat, tabel.versi),
            realisasi=angka_realisasi_anggaran(serapan, tempat, tabel.versi.tahun),
            serapan=angka_serapan(serapan, tempat, tabel.versi),
        )

    return {
        "versi_anggaran": tabel.versi,
        "anggaran": [
            baris(satu.serapan, str(satu.simpul.identitas), satu.simpul) for satu in tabel.program()
        ],
        "jumlah_anggaran": baris(tabel.jumlah, "jumlah", None),
    }
