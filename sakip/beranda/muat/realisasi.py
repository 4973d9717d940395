"""The realisasi of the example, entered and derived, each by one person and verified by another."""

from decimal import Decimal

from pengukuran.models import PelakuRealisasi, Realisasi
from pengukuran.status import StatusRealisasi, SumberRealisasi
from perencanaan.hitung.masa import BULAN_SETAHUN, PANJANG, Frekuensi
from perencanaan.models import IndikatorVersi, PenanggungJawab, RenstraVersi
from sakip.beranda.muat.bentuk import BentukRealisasi
from sakip.beranda.muat.nilai import isi_angka
from sakip.beranda.muat.tempat import Tempat
from sakip.lib.angka import tulis_angka

SERATUS = Decimal(100)


def muat_realisasi(bentuk: BentukRealisasi, versi: RenstraVersi, tempat: Tempat) -> None:
    """The figures of the periods of a year; a period without one gets no row."""
    panjang = PANJANG[Frekuensi(bentuk.frekuensi)]
    milik = PenanggungJawab.objects.filter(mengisi=True, indikator_versi__renstra_versi=versi)
    pengisi = dict(milik.values_list("indikator_versi", "unit__kode"))
    for satu in bentuk.indikator:
        rumusan = IndikatorVersi.objects.get(
            indikator=tempat.indikator(satu.kunci), renstra_versi=versi
        )
        for ke, isian in enumerate(satu.angka, start=1):
            if isian.angka is not None:
                unit = pengisi.get(rumusan.pk, "")
                pasang_realisasi(
                    tempat, rumusan, bentuk.tahun, isian.angka, unit=unit, bulan=ke * panjang
                )


def pasang_realisasi(
    tempat: Tempat,
    rumusan: IndikatorVersi,
    tahun: int,
    angka: Decimal,
    *,
    unit: str,
    bulan: int = BULAN_SETAHUN,
    catatan: str = "",
) -> None:
    """The figure that `unit` entered; with a `catatan` it is derived, and the note tells from what.

    Where there is a formula, its variables are not known to the example.
    """
    pengisi = tempat.pencatat.pengisi_dari(unit)
    verifikator = tempat.pencatat.verifikator_dari(pengisi)
    sumber = SumberRealisasi.DITURUNKAN if catatan else SumberRealisasi.DIISI
    realisasi = tempat.pasang(
        Realisasi,
        {
            "indikator": rumusan.indikator,
            "unit": tempat.unit,
            "tahun": tahun,
            "bulan": bulan,
        },
        frekuensi=rumusan.frekuensi,
        **isi_angka(angka),
        sumber=sumber.value,
        catatan_sumber=catatan,
        tanpa_variabel=bool(rumusan.rumus),
        status=StatusRealisasi.DISETUJUI.value,
        diisi_oleh=pengisi,
        diverifikasi_oleh=verifikator,
    )
    for pengguna, sebagai in (
        (pengisi, PelakuRealisasi.Sebagai.PENGISI),
        (verifikator, PelakuRealisasi.Sebagai.VERIFIKATOR),
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
    unit: str,
) -> None:
    """The realisasi that a printed capaian (percent) and its target give: capaian × target / 100.

    Not rounded: what has more than six decimals is refused by the column.
    """
    catatan = f"Capaian {tulis_angka(capaian, 2, buang_nol=False)}% menurut {sumber}: capaian × target / 100."
    angka = capaian * target / SERATUS
    pasang_realisasi(tempat, rumusan, tahun, angka, unit=unit, catatan=catatan)
