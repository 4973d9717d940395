"""The Rencana Aksi: what is due in each part of the year, and the steps towards it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from perencanaan.hitung.masa import BULAN_SETAHUN, PANJANG, Frekuensi, akhir_masa, nama_masa
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.models import AksiRencana, IndikatorVersi, PenanggungJawab, RencanaAksi
from perencanaan.models.indikator import Cara
from perencanaan.queries.angka_rencana import (
    angka_anggaran_aksi,
    angka_target_periode,
    angka_target_sampai,
)
from perencanaan.queries.rencana_aksi import (
    RencanaPeriode,
    aksi_rencana,
    isi_rencana,
    rencana_berlaku,
    rencana_setahun,
    rumusan_rencana,
)
from perencanaan.queries.ruang import RuangKerja
from perencanaan.queries.saat import TRIWULAN, akhir_masa_kerja, bulan_triwulan
from perencanaan.status import TANDA_STATUS, StatusRencana
from perencanaan.views.dasar import PilihanVersi, buka, nomor_versi
from sakip.dokumen.angka import Angka
from sakip.dokumen.asal import sajikan
from sakip.lib.galat import TidakAda
from sakip.lib.tanggal import NAMA_BULAN, tulis_tanggal

BULAN_SETRIWULAN = PANJANG[Frekuensi.TRIWULANAN]


@dataclass(frozen=True)
class Masa:
    """A column: the period that ends with `bulan`; `dipilih` lies in the chosen triwulan."""

    bulan: int
    nama: str
    dipilih: bool


@dataclass(frozen=True)
class Triwulan:
    """The columns of a triwulan under one head."""

    nomor: int
    banyak: int
    dipilih: bool


@dataclass(frozen=True)
class SelMasa:
    """What a period holds: nothing where the indikator's own periods are longer."""

    masa: Masa
    angka: Angka | None
    jatuh_tempo: bool


@dataclass(frozen=True)
class BarisRencana:
    """An indikator of the plan: its periods, the year they make, and so far as chosen."""

    rumusan: IndikatorVersi
    penanggung: tuple[PenanggungJawab, ...]
    cara: str
    frekuensi: str
    sel: tuple[SelMasa, ...]
    setahun: Angka
    sampai: Angka | None

    @property
    def jatuh_tempo(self) -> tuple[SelMasa, ...]:
        """Of the chosen triwulan."""
        return tuple(satu for satu in self.sel if satu.masa.dipilih and satu.jatuh_tempo)


@dataclass(frozen=True)
class BarisAksi:
    """A step; `jadwal` tells of each triwulan its number, whether planned, whether chosen."""

    milik: AksiRencana
    menunjang: str
    anggaran: Angka
    jadwal: tuple[tuple[int, bool, bool], ...]

    @property
    def dipilih(self) -> bool:
        return any(ya and kini for _, ya, kini in self.jadwal)


@require_safe
def baca_rencana_aksi(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The version in force at the end of the triwulan or year, else the last, or `?versi=`."""
    kerja = buka(permintaan, kode, tahun)
    semua = rencana_setahun(kerja.unit, tahun)
    biasa = rencana_berlaku(semua, akhir_masa_kerja(tahun, kerja.triwulan))
    rencana = _dipilih(kerja, semua, nomor_versi(permintaan)) or biasa
    konteks: dict[str, object] = {"kerja": kerja, "berperiode": True}
    if rencana is not None:
        konteks |= {
            "rencana": rencana,
            "tanda": TANDA_STATUS[StatusRencana(rencana.status)],
            "pilihan": pilihan_versi(semua, rencana, biasa),
            **_konteks_rencana(rencana, kerja.triwulan),
        }
    return sajikan(permintaan, "perencanaan/rencana_aksi/baca.html", konteks)


def _dipilih(
    kerja: RuangKerja, semua: tuple[RencanaAksi, ...], ke: int | None
) -> RencanaAksi | None:
    """Raises TidakAda for a number that is not there; None where none is asked for."""
    ada = {satu.ke: satu for satu in semua}
    if ke is None:
        return None
    if ke not in ada:
        nomor = ", ".join(map(str, ada)) or "belum ada"
        raise TidakAda(
            f"Versi {ke} Rencana Aksi {kerja.unit.nama} tahun {kerja.tahun} tidak ada. "
            f"Yang ada: {nomor}."
        )
    return ada[ke]


def pilihan_versi(
    semua: tuple[RencanaAksi, ...], kini: RencanaAksi, biasa: RencanaAksi | None
) -> tuple[PilihanVersi, ...]:
    return tuple(
        PilihanVersi(
            nama=f"Versi {satu.ke}",
            ket=(
                f"berlaku dari {tulis_tanggal(satu.berlaku_dari)}"
                if satu.berlaku_dari
                else "belum berlaku"
            ),
            nomor=None if satu == biasa else satu.ke,
            kini=satu == kini,
            keadaan=satu.get_status_display(),
            tanda=TANDA_STATUS[StatusRencana(satu.status)],
        )
        for satu in semua
    )


def _konteks_rencana(rencana: RencanaAksi, triwulan: int | None) -> dict[str, object]:
    isi = isi_rencana(rencana)
    aksi = aksi_rencana(rencana)
    nomor = {*isi, *(satu.indikator_id for satu in aksi if satu.indikator_id is not None)}
    rumusan = rumusan_rencana(rencana, nomor)
    kolom = tuple(daftar_masa((satu.frekuensi for satu in isi.values()), triwulan))
    baris = tuple(
        _baris(milik, *rumusan[tanda], kolom, triwulan)
        for tanda, milik in isi.items()
        if tanda in rumusan
    )
    langkah = tuple(_baris_aksi(rencana, satu, rumusan, triwulan) for satu in aksi)
    return {
        "kolom": kolom,
        "kepala": tuple(_kepala(kolom, triwulan)),
        "baris": baris,
        "aksi": langkah,
        "triwulan": TRIWULAN,
        "jatuh_tempo": tuple(satu for satu in baris if satu.jatuh_tempo),
        "aksi_tempo": tuple(satu for satu in langkah if satu.dipilih),
    }


def daftar_masa(frekuensi: Iterable[Frekuensi], triwulan: int | None) -> Iterator[Masa]:
    """The columns: the finest periods that any indikator of the plan has."""
    halus = min(frekuensi, key=lambda satu: PANJANG[satu], default=Frekuensi.TRIWULANAN)
    for bulan in range(PANJANG[halus], BULAN_SETAHUN + 1, PANJANG[halus]):
        nama = NAMA_BULAN[bulan - 1][:3] if halus is Frekuensi.BULANAN else nama_masa(bulan, halus)
        yield Masa(bulan, nama, _dalam(bulan, triwulan))


def _dalam(bulan: int, triwulan: int | None) -> bool:
    """Whether the period that ends with this month ends in the triwulan."""
    akhir = akhir_masa(bulan, Frekuensi.TRIWULANAN)
    return triwulan is not None and akhir == bulan_triwulan(triwulan)


def _kepala(kolom: tuple[Masa, ...], triwulan: int | None) -> Iterator[Triwulan]:
    """A head over the months of each triwulan; none where the columns are not months."""
    if len(kolom) == BULAN_SETAHUN:
        for nomor in TRIWULAN:
            yield Triwulan(nomor, BULAN_SETRIWULAN, nomor == triwulan)


def _baris(
    milik: RencanaPeriode,
    rumusan: IndikatorVersi,
    penanggung: tuple[PenanggungJawab, ...],
    kolom: tuple[Masa, ...],
    triwulan: int | None,
) -> BarisRencana:
    angka = {
        satu.bulan: angka_target_periode(milik.rencana, rumusan, satu, milik.frekuensi)
        for satu in milik.target
    }
    tempo = {
        satu.bulan
        for satu in milik.target
        if satu.nilai is not None and satu.nilai.jenis is not JenisNilai.TIDAK_DIJADWALKAN
    }
    sampai = (
        None
        if triwulan is None
        else angka_target_sampai(milik, rumusan, angka, bulan_triwulan(triwulan))
    )
    return BarisRencana(
        rumusan=rumusan,
        penanggung=penanggung,
        cara=Cara(milik.cara).label,
        frekuensi=milik.frekuensi.value,
        sel=tuple(SelMasa(m, angka.get(m.bulan), m.bulan in tempo) for m in kolom),
        setahun=angka_target_sampai(milik, rumusan, angka),
        sampai=sampai,
    )


def _baris_aksi(
    rencana: RencanaAksi,
    aksi: AksiRencana,
    rumusan: dict[int, tuple[IndikatorVersi, tuple[PenanggungJawab, ...]]],
    triwulan: int | None,
) -> BarisAksi:
    indikator = rumusan.get(aksi.indikator_id) if aksi.indikator_id is not None else None
    bulan = aksi.bulan_terjadwal()
    return BarisAksi(
        milik=aksi,
        menunjang=indikator[0].nama if indikator else "",
        anggaran=angka_anggaran_aksi(rencana, aksi),
        jadwal=tuple(
            (nomor, bulan_triwulan(nomor) in bulan, nomor == triwulan) for nomor in TRIWULAN
        ),
    )
