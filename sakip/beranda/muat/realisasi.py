"""The realisasi of the example, entered and derived, approved by two people."""

from decimal import Decimal

from pengukuran.models import PelakuRealisasi, Realisasi
from pengukuran.status import StatusRealisasi, SumberRealisasi
from perencanaan.hitung.masa import BULAN_SETAHUN
from perencanaan.models import IndikatorVersi
from sakip.beranda.muat.nilai import isi_angka
from sakip.beranda.muat.tempat import Tempat
from sakip.lib.angka import tulis_angka

SERATUS = Decimal(100)


def pasang_realisasi(
    tempat: Tempat, rumusan: IndikatorVersi, tahun: int, angka: Decimal, catatan: str = ""
) -> None:
    """The figure of a year; with a `catatan` it is derived, and the note tells from what.

    Where there is a formula, its variables are not known to the example.
    """
    sumber = SumberRealisasi.DITURUNKAN if catatan else SumberRealisasi.DIISI
    realisasi = tempat.pasang(
        Realisasi,
        {
            "indikator": rumusan.indikator,
            "unit": tempat.unit,
            "tahun": tahun,
            "bulan": BULAN_SETAHUN,
        },
        frekuensi=rumusan.frekuensi,
        **isi_angka(angka),
        sumber=sumber.value,
        catatan_sumber=catatan,
        tanpa_variabel=bool(rumusan.rumus),
        status=StatusRealisasi.DISETUJUI.value,
        diisi_oleh=tempat.pencatat.pengisi,
        diverifikasi_oleh=tempat.pencatat.verifikator,
    )
    for pengguna, sebagai in (
        (tempat.pencatat.pengisi, PelakuRealisasi.Sebagai.PENGISI),
        (tempat.pencatat.verifikator, PelakuRealisasi.Sebagai.VERIFIKATOR),
    ):
        tempat.pasang(
            PelakuRealisasi,
            {"realisasi": realisasi, "pengguna": pengguna},
            sebagai=sebagai.value,
        )


def pasang_turunan(
    tempat: Tempat,
    rumusan: IndikatorVersi,
    tahun: int,
    *,
    capaian: Decimal,
    target: Decimal,
    sumber: str,
) -> None:
    """The realisasi that a printed capaian (percent) and its target give: capaian × target / 100.

    Not rounded: what has more than six decimals is refused by the column.
    """
    catatan = f"Capaian {tulis_angka(capaian, 2, buang_nol=False)}% menurut {sumber}: capaian × target / 100."
    pasang_realisasi(tempat, rumusan, tahun, capaian * target / SERATUS, catatan)
