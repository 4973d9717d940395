"""LHE from paper: written while a draft, issued as the inspektorat does, then only compared.

What the unit plans and reports on it follows; a report that is there already stays.
"""

from collections.abc import Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.models import (
    CatatanKomponen,
    Instrumen,
    Komponen,
    LaporanTindakLanjut,
    Lhe,
    PelakuRekomendasi,
    Rekomendasi,
    RekomendasiKomponen,
    RencanaTindakLanjut,
    SubKomponen,
)
from evaluasi.services.instrumen import pasang_instrumen
from evaluasi.services.lhe import terbitkan_lhe
from evaluasi.services.rekomendasi import Letak
from evaluasi.status import Pelaku, SumberRekomendasi
from sakip.beranda.muat.bentuk import (
    BentukLaporanTindakLanjut,
    BentukLhe,
    BentukRekomendasi,
    BentukRencanaTindakLanjut,
)
from sakip.beranda.muat.galat import ContohSalah
from sakip.beranda.muat.perjanjian import bertindak
from sakip.beranda.muat.tempat import Tempat
from sakip.beranda.muat.tetap import PenulisLhe

TAHUN_INSTRUMEN = 2022  # the first year evaluated by PermenPANRB 88/2021
TENGAH_HARI = time(12)


def muat_lhe(bentuk: BentukLhe, tempat: Tempat) -> None:
    """Raises ContohSalah at the first difference from an LHE that is issued already."""
    letak = _letak(pasang_instrumen(pemda=None, tahun=TAHUN_INSTRUMEN, oleh=None))
    kunci = {"unit": tempat.unit, "tahun_evaluasi": bentuk.tahun_evaluasi, "ke": 1}
    penulis = PenulisLhe(tempat, Lhe, kunci, f"LHE {bentuk.tahun_evaluasi}")
    lhe = penulis.induk(
        tahun_kinerja=bentuk.tahun_kinerja,
        nomor=bentuk.nomor,
        tanggal=bentuk.tanggal,
        nilai=bentuk.nilai,
        predikat=bentuk.predikat,
    )
    for satu in bentuk.catatan:
        milik = letak[satu.kode]
        penulis.baris(
            CatatanKomponen,
            {"lhe": lhe, "komponen": milik.komponen, "sub": milik.sub},
            catatan=satu.catatan,
            nilai=satu.nilai,
        )
    rekomendasi = [
        _rekomendasi(ke, satu, lhe, penulis, letak)
        for ke, satu in enumerate(bentuk.rekomendasi, start=1)
    ]
    penulis.pastikan_banyak(CatatanKomponen, {"lhe": lhe}, len(bentuk.catatan))
    penulis.pastikan_banyak(Rekomendasi, {"lhe": lhe}, len(rekomendasi))
    if penulis.dapat_diubah:
        _terbitkan(lhe, tempat)
    for tersimpan, tertulis in zip(rekomendasi, bentuk.rekomendasi, strict=True):
        for ke, rencana in enumerate(tertulis.rencana, start=1):
            # a later version of the LHE may have taken it over
            _rencana(ke, rencana, tersimpan.pokok or tersimpan, tempat)


def _letak(instrumen: Instrumen) -> Mapping[str, Letak]:
    """Komponen and sub-komponen by their codes."""
    komponen = {satu.kode: Letak(satu) for satu in Komponen.objects.filter(instrumen=instrumen)}
    sub = SubKomponen.objects.filter(komponen__instrumen=instrumen).select_related("komponen")
    return komponen | {satu.kode: Letak(satu.komponen, satu) for satu in sub}


def _rekomendasi(
    ke: int,
    bentuk: BentukRekomendasi,
    lhe: Lhe,
    penulis: PenulisLhe,
    letak: Mapping[str, Letak],
) -> Rekomendasi:
    rekomendasi = penulis.baris(
        Rekomendasi,
        {"lhe": lhe, "urutan": ke},
        unit=lhe.unit,
        sumber=SumberRekomendasi.LHE.value,
        tahun=lhe.tahun_evaluasi,
        uraian=bentuk.uraian,
    )
    for kode in bentuk.komponen:
        milik = letak[kode]
        kunci = {"rekomendasi": rekomendasi, "komponen": milik.komponen}
        penulis.baris(RekomendasiKomponen, kunci, sub=milik.sub)
    penulis.pastikan_banyak(RekomendasiKomponen, {"rekomendasi": rekomendasi}, len(bentuk.komponen))
    return rekomendasi


def _terbitkan(lhe: Lhe, tempat: Tempat) -> None:
    inspektorat = tempat.pencatat.inspektorat
    if inspektorat is None:
        raise ContohSalah("Contoh tidak memuat akun inspektorat, yang mencatat LHE.")
    terbitkan_lhe(lhe, oleh=bertindak(inspektorat))


def _rencana(
    ke: int, bentuk: BentukRencanaTindakLanjut, rekomendasi: Rekomendasi, tempat: Tempat
) -> None:
    jenis = next(iter(bentuk.target()), JenisTarget.TANPA)
    rencana = tempat.pasang(
        RencanaTindakLanjut,
        {"rekomendasi": rekomendasi, "urutan": ke},
        uraian=bentuk.uraian,
        unit=tempat.bagian[bentuk.unit or tempat.unit.kode],
        jenis_target=jenis.value,
        sejak=rekomendasi.tanggal_asal(),
        tanggal=bentuk.tanggal,
        bulan=bentuk.bulan,
    )
    tempat.pasang(
        PelakuRekomendasi,
        {"rekomendasi": rekomendasi, "pengguna": tempat.pencatat.perencana},
        sebagai=Pelaku.UNIT.value,
    )
    for nomor, satu in enumerate(bentuk.laporan, start=1):
        _laporan(nomor, satu, rencana, tempat)


def _laporan(
    ke: int, bentuk: BentukLaporanTindakLanjut, rencana: RencanaTindakLanjut, tempat: Tempat
) -> None:
    """A report is never changed. Which triwulan it is of, documents often leave open."""
    kunci = {"rencana": rencana, "ke": ke}
    if LaporanTindakLanjut.objects.filter(**kunci).exists():
        tempat.pemasang.tetap += 1
        return
    tempat.pasang(
        LaporanTindakLanjut,
        kunci,
        keadaan=bentuk.keadaan,
        uraian=bentuk.uraian,
        oleh=tempat.pencatat.perencana,
        waktu=datetime.combine(
            bentuk.tanggal, TENGAH_HARI, tzinfo=ZoneInfo(tempat.unit.pemda.zona)
        ),
    )
