"""The ledger of corrections of a unit and year, the requests that wait, and what may be corrected."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from pengukuran.hitung.kolom import SEBUTAN, nama_variabel, sebut_kolom
from pengukuran.models import Koreksi, Realisasi, UsulanKoreksi
from pengukuran.queries.angka_isian import sebut_periode
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.models import IndikatorVersi, RenstraVersi, Variabel
from perencanaan.models.dasar import DESIMAL_NILAI
from sakip.dokumen.angka import Angka, Asal, Rujukan
from sakip.lib.angka import tulis_dengan_satuan
from sakip.lib.baca import AngkaSalah, Isian, baca_angka, jenis_isian
from sakip.organisasi.models import Unit

KOSONG = "(kosong)"
# what follows from another column, or says no more than it
BUKAN_BACAAN = frozenset({"sumber", "rujukan_sumber", "diisi_oleh_id", "batas_bawah", "batas_atas"})


@dataclass(frozen=True)
class Ubahan:
    """One cell before and after: figures with where they come from, or texts."""

    sebutan: str
    sebelum: Angka | str
    sesudah: Angka | str

    @property
    def berangka(self) -> bool:
        return isinstance(self.sebelum, Angka)


@dataclass(frozen=True)
class BarisKoreksi:
    """A correction, or a request for one; `penyetuju` is blank while it waits."""

    pk: int
    indikator: int
    bulan: int
    nama: str
    masa: str
    ubahan: tuple[Ubahan, ...]
    alasan: str
    pengusul: str
    penyetuju: str
    waktu: datetime


@dataclass(frozen=True)
class DapatDikoreksi:
    """An approved figure."""

    indikator: int
    bulan: int
    nama: str
    masa: str


@dataclass(frozen=True)
class DaftarKoreksi:
    """Newest first; `sah` are the approved figures of the year."""

    menunggu: tuple[BarisKoreksi, ...]
    koreksi: tuple[BarisKoreksi, ...]
    sah: tuple[DapatDikoreksi, ...]


def daftar_koreksi(unit: Unit, tahun: int) -> DaftarKoreksi:
    """In a constant number of queries. An indikator that the Renstra no longer has is left out."""
    rumusan = _rumusan(unit, tahun)
    milik = {"realisasi__unit": unit, "realisasi__tahun": tahun}
    menunggu = UsulanKoreksi.objects.filter(**milik, selesai=False).select_related(
        "realisasi", "oleh"
    )
    koreksi = Koreksi.objects.filter(**milik).select_related(
        "realisasi", "diajukan_oleh", "disetujui_oleh"
    )
    sah = Realisasi.objects.sah().filter(unit=unit, tahun=tahun)
    return DaftarKoreksi(
        tuple(_usulan(satu, rumusan) for satu in menunggu.order_by("-pk")),
        tuple(_koreksi(satu, rumusan) for satu in koreksi.order_by("-pk")),
        tuple(
            DapatDikoreksi(
                tanda, bulan, milik_indikator.nama, sebut_periode(milik_indikator, bulan, tahun)
            )
            for tanda, bulan in sah.order_by("bulan", "pk").values_list("indikator", "bulan")
            if (milik_indikator := rumusan.get(tanda))
        ),
    )


def usulan_terbaca(usulan: UsulanKoreksi, rumusan: IndikatorVersi) -> BarisKoreksi:
    """One request that waits."""
    return _usulan(usulan, {rumusan.indikator_id: rumusan})


def koreksi_menunggu(unit: Unit, tahun: int) -> list[UsulanKoreksi]:
    """The requests that wait; one query."""
    semua = UsulanKoreksi.objects.filter(
        realisasi__unit=unit, realisasi__tahun=tahun, selesai=False
    )
    return list(semua.select_related("realisasi", "oleh"))


def _rumusan(unit: Unit, tahun: int) -> dict[int, IndikatorVersi]:
    versi = RenstraVersi.objects.berlaku(unit, tahun).values("pk")
    semua = IndikatorVersi.objects.filter(renstra_versi__in=versi)
    return {satu.indikator_id: satu for satu in semua.prefetch_related("variabel")}


def _koreksi(milik: Koreksi, rumusan: Mapping[int, IndikatorVersi]) -> BarisKoreksi:
    siapa = f"diusulkan {milik.diajukan_oleh}; disetujui {milik.disetujui_oleh}"
    rujukan = Rujukan(Koreksi._meta.label_lower, milik.pk, f"Koreksi ke-{milik.pk}", siapa)
    return _baris(
        milik.realisasi, rumusan, milik.pk, milik.alasan, milik.waktu,
        ubahan=(milik.sebelum, milik.sesudah), rujukan=rujukan,
        orang=(str(milik.diajukan_oleh), str(milik.disetujui_oleh)),
    )  # fmt: skip


def _usulan(milik: UsulanKoreksi, rumusan: Mapping[int, IndikatorVersi]) -> BarisKoreksi:
    rujukan = Rujukan(
        UsulanKoreksi._meta.label_lower, milik.pk, f"Usulan koreksi ke-{milik.pk}",
        f"diusulkan {milik.oleh}; menunggu pimpinan",
    )  # fmt: skip
    return _baris(
        milik.realisasi, rumusan, milik.pk, milik.alasan, milik.waktu,
        ubahan=(milik.semula, milik.isi), rujukan=rujukan, orang=(str(milik.oleh), ""),
    )  # fmt: skip


def _baris(
    realisasi: Realisasi,
    rumusan: Mapping[int, IndikatorVersi],
    pk: int,
    alasan: str,
    waktu: datetime,
    *,
    ubahan: tuple[Mapping[str, Any], Mapping[str, Any]],
    rujukan: Rujukan,
    orang: tuple[str, str],
) -> BarisKoreksi:
    milik = rumusan.get(realisasi.indikator_id)
    return BarisKoreksi(
        pk=pk,
        indikator=realisasi.indikator_id,
        bulan=realisasi.bulan,
        nama=milik.nama if milik else "Indikator yang tidak ada lagi dalam Renstra",
        masa=sebut_periode(milik, realisasi.bulan, realisasi.tahun) if milik else "",
        ubahan=tuple(_ubahan(*ubahan, milik, rujukan)),
        alasan=alasan,
        pengusul=orang[0],
        penyetuju=orang[1],
        waktu=waktu,
    )


def _ubahan(
    sebelum: Mapping[str, Any],
    sesudah: Mapping[str, Any],
    rumusan: IndikatorVersi | None,
    rujukan: Rujukan,
) -> Iterable[Ubahan]:
    variabel = {v.nama: v for v in rumusan.variabel.all()} if rumusan else {}
    # by name: the databases keep the keys of a JSON object each in their own order
    for kolom in sorted({*sebelum, *sesudah} - BUKAN_BACAAN, key=_urutan):
        dua = (sebelum.get(kolom), sesudah.get(kolom))
        satu: Angka | str
        lain: Angka | str
        if kolom == "nilai" or nama_variabel(kolom) is not None:
            satu, lain = (
                _angka(isi, kolom, sisi, (rumusan, variabel), rujukan)
                for isi, sisi in zip(dua, ("sebelum", "sesudah"), strict=True)
            )
        else:
            satu, lain = (_teks(isi, kolom) for isi in dua)
        yield Ubahan(_sebutan(kolom, variabel), satu, lain)


def _urutan(kolom: str) -> tuple[int, str]:
    return (0 if kolom == "nilai" else 1 if nama_variabel(kolom) else 2), kolom


def _sebutan(kolom: str, variabel: Mapping[str, Variabel]) -> str:
    nama = nama_variabel(kolom)
    if nama is not None and nama in variabel:
        return variabel[nama].label
    if kolom in SEBUTAN or nama is not None:
        return sebut_kolom(kolom).capitalize()
    milik = {satu.attname: satu for satu in Realisasi._meta.concrete_fields}
    return str(milik[kolom].verbose_name if kolom in milik else kolom).capitalize()


def _angka(
    isi: Any,
    kolom: str,
    sisi: str,
    bahan: tuple[IndikatorVersi | None, Mapping[str, Variabel]],
    rujukan: Rujukan,
) -> Angka:
    """A figure of the ledger (a machine's spelling) or of a request (as typed)."""
    rumusan, variabel = bahan
    nama = nama_variabel(kolom)
    satuan = rumusan.satuan if rumusan and nama is None else ""
    if nama is not None and nama in variabel:
        satuan = variabel[nama].satuan
    kunci = f"koreksi/{rujukan.jenis}/{rujukan.pk}/{kolom}/{sisi}"
    asal = Asal(f"Isi {sebut_kolom(kolom)} {sisi} koreksi", rujukan=(rujukan,))
    ketikan = rujukan.jenis == UsulanKoreksi._meta.label_lower
    nilai = _baca_ketikan(isi, satuan) if ketikan else _baca_mesin(isi)
    if nilai is None:
        return Angka(None, str(isi or KOSONG), kunci, asal, "Bukan angka, atau kosong.")
    return Angka(nilai, tulis_dengan_satuan(nilai, DESIMAL_NILAI, satuan), kunci, asal)


def _baca_mesin(isi: Any) -> Decimal | None:
    """As the trail and the ledger spell a figure: with a point, never grouped."""
    try:
        return None if isi in {None, ""} else Decimal(str(isi))
    except InvalidOperation:
        return None


def _baca_ketikan(isi: Any, satuan: str) -> Decimal | None:
    """As people type it."""
    teks = str(isi or "")
    try:
        if jenis_isian(teks) is Isian.KOSONG:
            return None
        return baca_angka(teks, satuan=satuan, negatif=True, maks_desimal=DESIMAL_NILAI)
    except AngkaSalah:
        return None


def _teks(isi: Any, kolom: str) -> str:
    if isi is None or isi == "":
        return KOSONG
    if isinstance(isi, bool):
        return "ya" if isi else "tidak"
    if kolom == "jenis":
        return JenisNilai(isi).value.replace("_", " ")
    return str(isi)
