"""Rencana Aksi of the example: the targets within the year, in force from their day."""

from collections.abc import Mapping

from perencanaan.hitung.masa import PANJANG, Frekuensi
from perencanaan.models import (
    AksiRencana,
    PerjanjianKinerja,
    RencanaAksi,
    RencanaIndikator,
    Simpul,
    TargetPeriode,
)
from perencanaan.queries.saat import TRIWULAN
from perencanaan.services import rencana_aksi as layanan
from sakip.beranda.muat.bentuk import BentukRencanaAksi, BentukRencanaIndikator
from sakip.beranda.muat.nilai import isi_target
from sakip.beranda.muat.perjanjian import bertindak
from sakip.beranda.muat.tempat import Tempat
from sakip.beranda.muat.tetap import PenulisRencana


def muat_rencana_aksi(
    bentuk: BentukRencanaAksi,
    perjanjian: Mapping[int, PerjanjianKinerja],
    simpul: Mapping[str, Simpul],
    tempat: Tempat,
) -> None:
    """One version of the plan, set. Raises ContohSalah when it was set before and says otherwise."""
    penulis = PenulisRencana(
        tempat,
        RencanaAksi,
        {"unit": tempat.unit, "tahun": bentuk.tahun, "ke": bentuk.ke},
        f"Rencana Aksi {bentuk.tahun} ke-{bentuk.ke}",
    )
    tanggal = {"berlaku_dari": bentuk.berlaku_dari} if penulis.ditetapkan else {}
    rencana = penulis.induk(
        perjanjian=perjanjian[bentuk.perjanjian], catatan=bentuk.catatan, **tanggal
    )
    for urutan, indikator in enumerate(bentuk.indikator, start=1):
        _indikator(indikator, bentuk, rencana, urutan, penulis)
    penulis.pastikan_banyak(RencanaIndikator, {"rencana_aksi": rencana}, len(bentuk.indikator))
    _aksi(bentuk, rencana, simpul, penulis)
    if penulis.dapat_diubah:
        layanan.ajukan(rencana, oleh=bertindak(tempat.pencatat.perencana))
    if not penulis.ditetapkan:
        penetap = bertindak(tempat.pencatat.penetap)
        layanan.tetapkan(rencana, oleh=penetap, berlaku_dari=bentuk.berlaku_dari)


def _indikator(
    bentuk: BentukRencanaIndikator,
    induk: BentukRencanaAksi,
    rencana: RencanaAksi,
    urutan: int,
    penulis: PenulisRencana[RencanaAksi],
) -> None:
    milik = penulis.baris(
        RencanaIndikator,
        {"rencana_aksi": rencana, "indikator": penulis.tempat.indikator(bentuk.kunci)},
        cara=bentuk.cara,
        urutan=urutan,
    )
    panjang = PANJANG[Frekuensi(induk.frekuensi)]
    for ke, isian in enumerate(bentuk.target, start=1):
        alasan = induk.alasan_label if isian.label else bentuk.alasan or induk.alasan
        penulis.baris(
            TargetPeriode,
            {"rencana_indikator": milik, "tahun": induk.tahun, "bulan": ke * panjang},
            frekuensi=induk.frekuensi,
            **isi_target(isian, alasan),
        )
    penulis.pastikan_banyak(TargetPeriode, {"rencana_indikator": milik}, len(bentuk.target))


def _aksi(
    bentuk: BentukRencanaAksi,
    rencana: RencanaAksi,
    simpul: Mapping[str, Simpul],
    penulis: PenulisRencana[RencanaAksi],
) -> None:
    semua = [(satu, simpul[aksi.simpul]) for aksi in bentuk.aksi for satu in aksi.langkah]
    for urutan, (satu, milik) in enumerate(semua, start=1):
        penulis.baris(
            AksiRencana,
            {"rencana_aksi": rencana, "urutan": urutan},
            simpul=milik,
            uraian=satu.uraian,
            penanggung_jawab=milik.bidang,
            **{f"tw{nomor}": nomor in satu.tw for nomor in TRIWULAN},
        )
    penulis.pastikan_banyak(AksiRencana, {"rencana_aksi": rencana}, len(semua))
