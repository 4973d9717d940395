"""Facts of planning and measuring."""

from collections.abc import Callable

from evaluasi.hitung.fakta import (
    HasilFakta,
    IsianTriwulan,
    KodeFakta,
    TandaTangan,
    belum,
    diisi_berkala,
    menurut_banyak,
    pk_tepat_waktu,
    terpenuhi,
)
from evaluasi.queries.bahan_fakta import BahanFakta, Tautan
from pengukuran.models import Realisasi
from pengukuran.status import DAPAT_DIUBAH
from perencanaan.hitung.masa import Frekuensi, akhir_masa
from perencanaan.models import AksiRencana, Dukungan, PkBaris, RencanaIndikator
from perencanaan.queries.saat import TRIWULAN, bulan_triwulan
from sakip.lib.tanggal import tulis_tanggal
from sakip.organisasi.models import Jendela

Jawab = tuple[HasilFakta, tuple[Tautan, ...]]
PembuatFakta = Callable[[BahanFakta], Jawab]


def _renstra_ada(bahan: BahanFakta) -> Jawab:
    tautan = (bahan.tautan("Renstra", "perencanaan:renstra"),)
    if bahan.renstra is None:
        return belum(f"Belum ada Renstra yang berlaku pada {bahan.tahun}."), tautan
    return terpenuhi(f"{bahan.renstra} berlaku pada {bahan.tahun}."), tautan


def _pk_ada(bahan: BahanFakta) -> Jawab:
    tautan = (bahan.tautan("Perjanjian Kinerja", "perencanaan:perjanjian"),)
    if not bahan.perjanjian:
        return belum(f"Belum ada Perjanjian Kinerja {bahan.tahun} yang ditetapkan."), tautan
    nama = " dan ".join(str(satu) for satu in bahan.perjanjian)
    return terpenuhi(f"{nama} ada di aplikasi."), tautan


def _aksi_ada(bahan: BahanFakta) -> Jawab:
    tautan = (bahan.tautan("Rencana Aksi", "perencanaan:rencana-aksi"),)
    if not bahan.rencana_aksi:
        return belum(f"Belum ada Rencana Aksi {bahan.tahun}."), tautan
    satu = bahan.rencana_tetap or bahan.rencana_aksi[-1]
    return terpenuhi(f"{satu} ada, {satu.get_status_display().lower()}."), tautan


def _anggaran_ada(bahan: BahanFakta) -> Jawab:
    tautan = (bahan.tautan("Anggaran", "pengukuran:anggaran"),)
    if bahan.anggaran is None:
        return belum(f"Belum ada anggaran {bahan.tahun}."), tautan
    return terpenuhi(f"{bahan.anggaran} ada di aplikasi."), tautan


def _formal(bahan: BahanFakta) -> Jawab:
    tautan = (
        bahan.tautan("Perjanjian Kinerja", "perencanaan:perjanjian"),
        bahan.tautan("Rencana Aksi", "perencanaan:rencana-aksi"),
    )
    ada, kurang = [], []
    if bahan.perjanjian and (tanggal := bahan.perjanjian[0].tanggal_tanda_tangan):
        ada.append(f"{bahan.perjanjian[0]} ditandatangani {tulis_tanggal(tanggal)}")
    else:
        kurang.append("Perjanjian Kinerja belum ditandatangani")
    rencana = bahan.rencana_tetap
    if rencana is not None and rencana.berlaku_dari:
        ada.append(f"{rencana} ditetapkan {tulis_tanggal(rencana.berlaku_dari)}")
    else:
        kurang.append("Rencana Aksi belum ditetapkan")
    kalimat = "; ".join([*ada, *kurang]) + "."
    return (belum(kalimat) if kurang else terpenuhi(kalimat)), tautan


def _pk_tepat_waktu(bahan: BahanFakta) -> Jawab:
    semua = [
        TandaTangan(
            nama=str(satu),
            tanggal=satu.tanggal_tanda_tangan,
            anggaran=str(satu.anggaran_sesudah),
            tanggal_anggaran=satu.anggaran_sesudah.tanggal,
        )
        for satu in bahan.perjanjian
    ]
    tautan = (bahan.tautan("Perjanjian Kinerja", "perencanaan:perjanjian"),)
    return pk_tepat_waktu(semua, bahan.tahun), tautan


def _aksi_per_indikator(bahan: BahanFakta) -> Jawab:
    """Tied by a row of the plan, by a step, or by a step on what supports the indikator."""
    tautan = (
        bahan.tautan("Rencana Aksi", "perencanaan:rencana-aksi"),
        bahan.tautan("Perjanjian Kinerja", "perencanaan:perjanjian"),
    )
    kosong = f"Belum ada Perjanjian Kinerja {bahan.tahun} yang ditetapkan."
    if not bahan.perjanjian:
        return menurut_banyak(0, 0, "", kosong), tautan
    janji = set(
        PkBaris.objects.filter(perjanjian=bahan.perjanjian[-1]).values_list("indikator", flat=True)
    )
    terikat: set[int | None] = set()
    if (rencana := bahan.rencana_tetap) is not None:
        aksi = AksiRencana.objects.filter(rencana_aksi=rencana)
        terikat |= set(
            RencanaIndikator.objects.filter(rencana_aksi=rencana).values_list(
                "indikator", flat=True
            )
        )
        terikat |= set(aksi.values_list("indikator", flat=True))
        terikat |= set(
            Dukungan.objects.filter(
                tahun=bahan.tahun, simpul__in=aksi.values("simpul"), indikator__in=janji
            ).values_list("indikator", flat=True)
        )
    nama = str(rencana) if rencana else f"Rencana Aksi {bahan.tahun} yang ditetapkan"
    apa = f"indikator {bahan.perjanjian[-1]} terikat pada {nama}"
    kosong = f"{bahan.perjanjian[-1]} tidak memuat indikator."
    return menurut_banyak(len(janji & terikat), len(janji), apa, kosong), tautan


def _definisi(bahan: BahanFakta) -> Jawab:
    lengkap = sum(
        bool(satu.definisi and (satu.rumus or satu.rumus_tercetak)) for satu in bahan.indikator
    )
    hasil = menurut_banyak(
        lengkap,
        len(bahan.indikator),
        "indikator tujuan dan sasaran mempunyai definisi operasional dan rumus",
        f"Belum ada indikator tujuan dan sasaran yang berlaku pada {bahan.tahun}.",
    )
    return hasil, (bahan.tautan("Renstra", "perencanaan:renstra"),)


def _berkala(bahan: BahanFakta) -> Jawab:
    tautan = (bahan.tautan("Realisasi", "pengukuran:isi"),)
    wajib = [(ini.indikator.indikator_id, bulan) for ini, _ in bahan.capaian for bulan in ini.wajib]
    milik = Realisasi.objects.filter(unit=bahan.unit, tahun=bahan.tahun)
    # a draft, and what came back to be mended, waits to be submitted
    diajukan = {
        (indikator, bulan): saat
        for indikator, bulan, saat in milik.exclude(status__in=DAPAT_DIUBAH).values_list(
            "indikator", "bulan", "diajukan_pada"
        )
    }
    tenggat = dict(
        Jendela.objects.filter(
            pemda=bahan.unit.pemda_id, jenis=Jendela.Jenis.PENGISIAN, tahun=bahan.tahun
        ).values_list("bulan", "tenggat")
    )
    semua = []
    for triwulan in TRIWULAN:
        akhir = bulan_triwulan(triwulan)
        kini = [s for s in wajib if akhir_masa(s[1], Frekuensi.TRIWULANAN) == akhir]
        semua.append(
            IsianTriwulan(
                bulan=akhir,
                wajib=len(kini),
                diajukan=tuple(diajukan[satu] for satu in kini if satu in diajukan),
                tenggat=tenggat.get(akhir),
            )
        )
    return diisi_berkala(semua, bahan.kini, bahan.tahun), tautan


FAKTA_RENCANA: dict[KodeFakta, PembuatFakta] = {
    KodeFakta.RENSTRA_ADA: _renstra_ada,
    KodeFakta.PK_ADA: _pk_ada,
    KodeFakta.AKSI_ADA: _aksi_ada,
    KodeFakta.ANGGARAN_ADA: _anggaran_ada,
    KodeFakta.RENCANA_FORMAL: _formal,
    KodeFakta.PK_TEPAT_WAKTU: _pk_tepat_waktu,
    KodeFakta.AKSI_PER_INDIKATOR: _aksi_per_indikator,
    KodeFakta.DEFINISI: _definisi,
    KodeFakta.BERKALA: _berkala,
}
