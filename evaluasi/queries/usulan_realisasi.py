"""What evaluation proposes as a realisasi: the score of an LHE, the share of recommendations."""

from functools import partial

from evaluasi.hitung.tindak_lanjut import RUMUS_PERSEN
from evaluasi.models import Lhe, Rekomendasi, SetelanEvaluasi
from evaluasi.queries.angka_lembar import angka_lhe
from evaluasi.queries.tindak_lanjut import persen
from evaluasi.status import SumberRekomendasi
from pengukuran.queries.usulan import Usulan, daftarkan_sumber
from perencanaan.queries.angka import KOSONG
from sakip.dokumen.angka import Angka, Asal
from sakip.lib.angka import tulis_angka
from sakip.organisasi.models import Unit

TAHUN = {
    "tahun_evaluasi": "LHE yang terbit untuk evaluasi tahun itu",
    "tahun_kinerja": "LHE atas kinerja tahun itu",
}
REKOMENDASI = {
    SumberRekomendasi.LHE: "LHE",
    SumberRekomendasi.LHP_APIP: "LHP APIP",
    SumberRekomendasi.LHP_BPK: "LHP BPK",
}


def daftarkan() -> None:
    """To be called when the apps are ready."""
    for kolom, sebutan in TAHUN.items():
        kode = f"lhe-{kolom.replace('_', '-')}"
        daftarkan_sumber(kode, f"nilai {sebutan}", partial(usulan_lhe, kolom))
    for sumber, sebutan in REKOMENDASI.items():
        kode = f"rekomendasi-{sumber.value.replace('_', '-')}"
        nama = f"persentase rekomendasi {sebutan} yang ditindaklanjuti"
        daftarkan_sumber(kode, nama, partial(usulan_rekomendasi, sumber))


def usulan_lhe(kolom: str, unit: Unit, tahun: int) -> Usulan:
    """The score of the newest issued version, by the year of evaluation or of the work."""
    milik = Lhe.objects.terbit().filter(unit=unit, **{kolom: tahun})
    lhe = (
        milik.select_related("unit", "lembar__instrumen").order_by("-tahun_evaluasi", "-ke").first()
    )
    if lhe is None:
        alasan = f"Belum ada {TAHUN[kolom]} ({tahun})."
        asal = Asal(f"Nilai {TAHUN[kolom]}")
        return Usulan(
            Angka(None, KOSONG, f"usulan-lhe/{unit.pk}/{tahun}/{kolom}", asal, alasan), ""
        )
    nomor = f" (nomor {lhe.nomor})" if lhe.nomor else ""
    return Usulan(angka_lhe(lhe), f"{lhe}{nomor}")


def usulan_rekomendasi(sumber: SumberRekomendasi, unit: Unit, tahun: int) -> Usulan:
    """The share followed up among the recommendations of a year, by the rule of the pemda, today."""
    milik = Rekomendasi.objects.berlaku().filter(unit=unit, sumber=sumber.value, tahun=tahun)
    aturan = SetelanEvaluasi.objects.aturan(unit.pemda)
    hasil = persen(milik, aturan)
    uraian = f"tindak lanjut rekomendasi {REKOMENDASI[sumber]} {tahun}"
    asal = Asal(
        f"{RUMUS_PERSEN[aturan]}: {hasil.sesuai} dari {hasil.pembagi}", nama=uraian.capitalize()
    )
    kunci = f"usulan-rekomendasi/{unit.pk}/{tahun}/{sumber.value}"
    if hasil.persen is None:
        return Usulan(Angka(None, KOSONG, kunci, asal, hasil.alasan), uraian)
    tampil = tulis_angka(hasil.persen, 2)
    lengkap = f"{uraian}: {hasil.sesuai} dari {hasil.pembagi} rekomendasi"
    return Usulan(Angka(hasil.persen, tampil, kunci, asal), lengkap)
