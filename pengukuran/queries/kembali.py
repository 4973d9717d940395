"""Which figures were restated after they were locked: the one maker of what is said about it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from pengukuran.models import Koreksi, Realisasi
from perencanaan.hitung.masa import Frekuensi, nama_masa
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.models import IndikatorVersi
from sakip.dokumen.angka import PernyataanKembali
from sakip.lib.angka import tulis_dengan_satuan
from sakip.lib.tanggal import tulis_tanggal
from sakip.organisasi.models import Unit

# a correction of words alone restates no figure
KOLOM_ANGKA = frozenset({"jenis", "nilai", "batas_bawah", "batas_atas", "predikat"})
TANPA_ANGKA = "-"
BELUM_DIUKUR = "N/A"

KoreksiMenurutRealisasi = Mapping[int, tuple[Koreksi, ...]]


def koreksi_angka(unit: Unit, tahun: Iterable[int]) -> dict[int, tuple[Koreksi, ...]]:
    """The corrections that changed a figure, by the id of its realisasi, in order; one query."""
    hasil: dict[int, tuple[Koreksi, ...]] = {}
    milik = Koreksi.objects.filter(realisasi__unit=unit, realisasi__tahun__in=list(tahun))
    for satu in milik.order_by("pk"):
        if KOLOM_ANGKA & {*satu.sebelum, *satu.sesudah}:
            hasil[satu.realisasi_id] = (*hasil.get(satu.realisasi_id, ()), satu)
    return hasil


def nyatakan(
    rumusan: IndikatorVersi,
    semua: Iterable[Realisasi],
    koreksi: KoreksiMenurutRealisasi,
    zona: str,
) -> tuple[PernyataanKembali, ...]:
    """What was restated of these rows of an indikator, on days of the zone."""
    return tuple(
        _pernyataan(rumusan, baris, satu, zona)
        for baris in semua
        for satu in koreksi.get(baris.pk, ())
    )


def sebut_realisasi(milik: Realisasi) -> str:
    """Realisasi TW II 2024; of a whole year Realisasi setahun 2024."""
    masa = nama_masa(milik.bulan, Frekuensi(milik.frekuensi))
    return f"Realisasi {masa} {milik.tahun}".replace("setahun penuh ", "setahun ")


def _pernyataan(
    rumusan: IndikatorVersi, baris: Realisasi, koreksi: Koreksi, zona: str
) -> PernyataanKembali:
    return PernyataanKembali(
        koreksi=koreksi.pk,
        hal=f"{rumusan.nama}, {sebut_realisasi(baris)[:1].lower()}{sebut_realisasi(baris)[1:]}",
        tahun=baris.tahun,
        pada=tulis_tanggal(koreksi.waktu.astimezone(ZoneInfo(zona)).date()),
        semula=_tertulis(koreksi.sebelum, rumusan),
        menjadi=_tertulis(koreksi.sesudah, rumusan),
        alasan=koreksi.alasan,
    )


def _tertulis(isi: Mapping[str, Any], rumusan: IndikatorVersi) -> str:
    """One side of the ledger as people read it; a figure in the places of its indikator."""
    if isi.get("jenis") == JenisNilai.BELUM_DIUKUR:
        return BELUM_DIUKUR
    if isi.get("predikat"):
        return str(isi["predikat"])
    batas = [isi[nama] for nama in ("batas_bawah", "batas_atas") if isi.get(nama)]
    if batas:
        return "–".join(_angka(satu, rumusan) for satu in batas)
    return _angka(isi["nilai"], rumusan) if isi.get("nilai") else TANPA_ANGKA


def _angka(mesin: object, rumusan: IndikatorVersi) -> str:
    return tulis_dengan_satuan(Decimal(str(mesin)), rumusan.desimal, rumusan.satuan)
