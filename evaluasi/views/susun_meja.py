"""The desk as its page shows it: states in words, what waits, and what the filters keep."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from evaluasi.queries.daftar_rekomendasi import BarisRekomendasi, sebut_sumber
from evaluasi.queries.meja import BarisMeja, HitungRekomendasi, KeadaanMeja, Meja, TahapMeja
from evaluasi.status import StatusTahap
from sakip.dokumen.angka import Angka
from sakip.lib.tanggal import tulis_tanggal

# kind of the mark, words
TANDA = {
    KeadaanMeja.BELUM_DIBUKA: ("menunggu", "LKE belum dibuka"),
    KeadaanMeja.UNIT: ("berjalan", "dinilai unit"),
    KeadaanMeja.INSPEKTORAT: ("berjalan", "dievaluasi inspektorat"),
    KeadaanMeja.SUSUN_LHE: ("berjalan", "selesai, LHE belum terbit"),
    KeadaanMeja.TERBIT: ("selesai", "selesai, LHE terbit"),
}
TANDA_TAHAP = {
    "": "dikerjakan inspektorat",
    StatusTahap.BELUM: "belum dimulai",
    StatusTahap.BERJALAN: "berjalan",
    StatusTahap.SELESAI: "selesai",
}


@dataclass(frozen=True)
class Saringan:
    """What the address asks for; blank is all."""

    unit: str = ""
    keadaan: str = ""
    komponen: str = ""
    terlambat: bool = False

    def __bool__(self) -> bool:
        return bool(self.unit or self.keadaan or self.komponen or self.terlambat)


@dataclass(frozen=True)
class BarisTampil:
    milik: BarisMeja
    tanda: tuple[str, str]
    tahap: tuple[tuple[TahapMeja, str], ...]
    lhe: tuple[str, str]
    hitung: HitungRekomendasi
    komponen: Angka | None


@dataclass(frozen=True)
class Butir:
    """One thing that waits, and where it is done."""

    unit: str
    uraian: str
    ket: str
    alamat: str


@dataclass(frozen=True)
class KelompokTunggu:
    kunci: str
    judul: str
    butir: tuple[Butir, ...]


def baca_saringan(isi: QueryDict, meja: Meja) -> Saringan:
    """From the address; what is not known there counts as not asked."""
    keadaan, komponen = isi.get("keadaan", ""), isi.get("komponen", "")
    return Saringan(
        unit=isi.get("unit", "").strip(),
        keadaan=keadaan if keadaan in set(KeadaanMeja) else "",
        komponen=komponen if komponen in meja.komponen else "",
        terlambat=isi.get("terlambat") == "ya",
    )


def baris_tampil(meja: Meja, saring: Saringan) -> tuple[BarisTampil, ...]:
    semua = (_baris(satu, saring.komponen) for satu in meja.baris)
    return tuple(satu for satu in semua if _cocok(satu, saring))


def yang_menunggu(meja: Meja) -> tuple[KelompokTunggu, ...]:
    """What the inspektorat has to do, of all units; groups without anything are left out."""
    semua = (
        KelompokTunggu("putusan", "Laporan menunggu putusan", tuple(_putusan(meja))),
        KelompokTunggu("perpanjangan", "Perpanjangan menunggu jawaban", tuple(_minta(meja))),
        KelompokTunggu("evaluasi", "LKE menunggu dievaluasi", tuple(_evaluasi(meja))),
        KelompokTunggu("lhe", "LHE menunggu disusun atau diterbitkan", tuple(_lhe(meja))),
        KelompokTunggu("buka", "LKE belum dibuka", tuple(_buka(meja))),
    )
    return tuple(satu for satu in semua if satu.butir)


def _baris(milik: BarisMeja, komponen: str) -> BarisTampil:
    return BarisTampil(
        milik=milik,
        tanda=TANDA[milik.keadaan],
        tahap=tuple(_tahap(milik)),
        lhe=_tanda_lhe(milik),
        hitung=milik.hitung(komponen),
        komponen=milik.nilai.komponen.get(komponen) if komponen else None,
    )


def _tahap(milik: BarisMeja) -> Iterable[tuple[TahapMeja, str]]:
    """The stages in words while one of them is under way."""
    if milik.keadaan in {KeadaanMeja.UNIT, KeadaanMeja.INSPEKTORAT}:
        yield from ((satu, TANDA_TAHAP[satu.status]) for satu in milik.tahap)


def _tanda_lhe(milik: BarisMeja) -> tuple[str, str]:
    if milik.terbit is not None:
        return ("berjalan", "penggantinya disusun") if milik.draf else ("selesai", "terbit")
    return ("berjalan", "draf") if milik.draf else ("menunggu", "belum disusun")


def _cocok(satu: BarisTampil, saring: Saringan) -> bool:
    unit = satu.milik.unit
    nama = f"{unit.nama} {unit.singkatan} {unit.kode}".casefold()
    # under a komponen: who has its score, or a recommendation there
    berisi = satu.komponen is not None or satu.hitung.semua > 0
    return (
        saring.unit.casefold() in nama
        and saring.keadaan in {"", satu.milik.keadaan}
        and (not saring.terlambat or satu.hitung.terlambat > 0)
        and (not saring.komponen or berisi)
    )


def _putusan(meja: Meja) -> Iterable[Butir]:
    for satu in meja.baris:
        for milik in satu.hitung().menunggu:
            yield _butir_rekomendasi(satu, milik, meja.tahun, sebut_sumber(milik.rekomendasi))


def _minta(meja: Meja) -> Iterable[Butir]:
    for satu in meja.baris:
        for milik, minta in satu.hitung().perpanjangan:
            ket = f"diminta sampai {tulis_tanggal(minta.menjadi)}: {minta.alasan}"
            yield _butir_rekomendasi(satu, milik, meja.tahun, ket)


def _butir_rekomendasi(satu: BarisMeja, milik: BarisRekomendasi, tahun: int, ket: str) -> Butir:
    alamat = ""
    if satu.terbuka:
        isi = [satu.unit.kode, tahun, milik.rekomendasi.pk]
        alamat = reverse("evaluasi:rekomendasi-satu", args=isi)
    return Butir(satu.unit.singkatan, milik.rekomendasi.uraian, ket, alamat)


def _evaluasi(meja: Meja) -> Iterable[Butir]:
    return _butir_unit(meja, KeadaanMeja.INSPEKTORAT, "evaluasi:lembar", _sebut_tahap)


def _lhe(meja: Meja) -> Iterable[Butir]:
    def ket(satu: BarisMeja) -> str:
        return "draf belum terbit" if satu.draf else "belum disusun"

    return _butir_unit(meja, KeadaanMeja.SUSUN_LHE, "evaluasi:lhe", ket)


def _buka(meja: Meja) -> Iterable[Butir]:
    return _butir_unit(meja, KeadaanMeja.BELUM_DIBUKA, "evaluasi:lembar", lambda _: "")


def _butir_unit(
    meja: Meja, keadaan: KeadaanMeja, alamat: str, ket: Callable[[BarisMeja], str]
) -> Iterable[Butir]:
    for satu in meja.baris:
        if satu.keadaan is keadaan and satu.terbuka:
            tujuan = reverse(alamat, args=[satu.unit.kode, meja.tahun])
            yield Butir(satu.unit.singkatan, satu.unit.nama, ket(satu), tujuan)


def _sebut_tahap(satu: BarisMeja) -> str:
    for tahap in satu.tahap:
        if tahap.status != StatusTahap.SELESAI:
            return f"{tahap.nama}: {TANDA_TAHAP[tahap.status]}"
    return ""
