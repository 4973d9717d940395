"""The figures of a Rencana Aksi as `Angka`: what is due in a period, and what the periods make."""

from collections.abc import Mapping
from decimal import Decimal

from perencanaan.hitung.masa import BULAN_SETAHUN, Frekuensi, nama_masa
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.hitung.periode import Periode, gabungkan_periode
from perencanaan.models import AksiRencana, IndikatorVersi, RencanaAksi
from perencanaan.models.indikator import Cara as LabelCara
from perencanaan.queries.angka import BELUM_DITETAPKAN, KOSONG, angka_nilai, angka_uang
from perencanaan.queries.rencana_aksi import RencanaPeriode
from perencanaan.queries.rujukan import rujukan_rencana
from sakip.dokumen.angka import Angka, Asal

ANGGARAN_KOSONG = "Anggaran aksi ini tidak dirinci."


def angka_target_periode(
    rencana: RencanaAksi, rumusan: IndikatorVersi, masa: Periode, frekuensi: Frekuensi
) -> Angka:
    """What the plan sets for one period; its unit stands beside the indikator's name."""
    nama = nama_masa(masa.bulan, frekuensi)
    asal = Asal(
        f"Target {nama} menurut {rencana}",
        nama=f"Target {nama} {rencana.tahun}: {rumusan.nama}",
        rujukan=(rujukan_rencana(rencana),),
    )
    nilai = masa.nilai or Nilai(JenisNilai.TANPA_ANGKA, alasan=BELUM_DITETAPKAN)
    kunci = kunci_target_bulan(rencana, rumusan, masa.bulan)
    return angka_nilai(nilai, kunci, asal, desimal=rumusan.desimal)


def angka_target_sampai(
    milik: RencanaPeriode,
    rumusan: IndikatorVersi,
    bulanan: Mapping[int, Angka],
    sampai: int = BULAN_SETAHUN,
) -> Angka:
    """What the periods until the end of a month make by the plan's cara; `bulanan` by last month.

    Of cumulative and latest figures it is the period's own figure.
    """
    sisi = gabungkan_periode(
        milik.cara,
        milik.target,
        [],
        frekuensi=Frekuensi(rumusan.frekuensi),
        frekuensi_target=milik.frekuensi,
        sampai=sampai,
    ).sisi_target
    dari = tuple(bulanan[bulan] for bulan in sisi.asal)
    if len(dari) == 1:
        return dari[0]
    setahun = sampai == BULAN_SETAHUN
    kunci = kunci_target_bulan(milik.rencana, rumusan, "jumlah" if setahun else f"sampai-{sampai}")
    masa = "setahun" if setahun else f"s.d. {nama_masa(sampai, Frekuensi.TRIWULANAN)}"
    asal = Asal(
        f"{LabelCara(milik.cara).label} menurut {milik.rencana}",
        dari,
        f"Target {masa} {milik.rencana.tahun}: {rumusan.nama}",
        () if dari else (rujukan_rencana(milik.rencana),),
    )
    if sisi.nilai is None:
        return Angka(None, KOSONG, kunci, asal, sisi.alasan)
    return angka_nilai(sisi.nilai, kunci, asal, desimal=rumusan.desimal)


def angka_anggaran_aksi(rencana: RencanaAksi, aksi: AksiRencana) -> Angka:
    asal = Asal(
        str(rencana),
        nama=f"Anggaran aksi (Rp): {aksi.uraian}",
        rujukan=(rujukan_rencana(rencana),),
    )
    kunci = f"anggaran-aksi/{aksi.pk}"
    if aksi.anggaran is None:
        return Angka(None, KOSONG, kunci, asal, ANGGARAN_KOSONG)
    return angka_uang(Decimal(aksi.anggaran), kunci, asal)


def kunci_target_bulan(rencana: RencanaAksi, rumusan: IndikatorVersi, bulan: object) -> str:
    """Of one period by its last month, or of what several make together."""
    return f"target-bulan/{rencana.pk}/{rumusan.indikator_id}/{bulan}"
