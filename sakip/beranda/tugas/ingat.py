"""Of what a person is reminded in a unit and year: on the page, and by letter."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from django.urls import reverse

from sakip.beranda.tugas.bahan import BahanTugas
from sakip.beranda.tugas.susun import Tugas, susun_tugas
from sakip.lib.tanggal import sebut_hari
from sakip.organisasi.peran import Peran
from sakip.pengingat.hitung.pengingat import Hal, Ingatan, Jenjang, ingatan

JENJANG = {
    Peran.PERENCANA: Jenjang.SEKRETARIAT,
    Peran.PIMPINAN: Jenjang.PIMPINAN,
    Peran.BAGIAN_ORGANISASI: Jenjang.ORGANISASI,
}


@dataclass(frozen=True)
class IngatanTugas:
    """A task of which one person is reminded; `sisa` says how far its tenggat is."""

    ingatan: Ingatan
    tugas: Tugas
    sisa: str
    lewat: bool

    @property
    def terkunci(self) -> bool:
        return self.tugas.tempo is not None and self.tugas.tempo.terkunci


@dataclass(frozen=True)
class PitaPengingat:
    """One's own that is late, one's own that comes, and what is late in other hands."""

    lewat: tuple[IngatanTugas, ...]
    dekat: tuple[IngatanTugas, ...]
    lain: tuple[IngatanTugas, ...]

    def __bool__(self) -> bool:
        return bool(self.lewat or self.dekat or self.lain)


def ingatan_tugas(bahan: BahanTugas) -> tuple[IngatanTugas, ...]:
    """At the moment of `bahan`; pure, the longest due first."""
    hari = bahan.saat.astimezone(ZoneInfo(bahan.unit.pemda.zona)).date()
    sendiri = dict(_bertempo(bahan))
    # another's task as it looks to who watches: with its own way there
    semua = {kunci: _dipantau(bahan, isi) for kunci, isi in _bertempo(_siapa_pun(bahan))} | sendiri
    hal = [hal for _, hal in sendiri.values()]
    hal += [hal for kunci, (_, hal) in semua.items() if kunci not in sendiri]
    jenjang = frozenset(tingkat for peran, tingkat in JENJANG.items() if bahan.berperan(peran))
    return tuple(
        IngatanTugas(
            satu,
            semua[satu.hal.kunci][0],
            sebut_hari(satu.hal.tenggat, hari),
            satu.hal.tenggat < hari,
        )
        for satu in ingatan(hal, frozenset(sendiri), jenjang, hari)
    )


def pita_pengingat(bahan: BahanTugas) -> PitaPengingat:
    semua = ingatan_tugas(bahan)
    sendiri = [satu for satu in semua if satu.ingatan.sendiri]
    return PitaPengingat(
        tuple(satu for satu in sendiri if satu.lewat),
        tuple(satu for satu in sendiri if not satu.lewat),
        tuple(satu for satu in semua if not satu.ingatan.sendiri),
    )


def _bertempo(bahan: BahanTugas) -> Iterator[tuple[str, tuple[Tugas, Hal]]]:
    zona = ZoneInfo(bahan.unit.pemda.zona)
    for kelompok in susun_tugas(bahan):
        for tugas in kelompok.tugas:
            if tugas.tempo is not None:
                kunci = f"{bahan.unit.kode}/{bahan.tahun}/{tugas.tempo.kunci}"
                hari: date = tugas.tempo.tenggat.astimezone(zona).date()
                yield kunci, (tugas, Hal(kunci, tugas.tempo.jenjang, hari))


def _siapa_pun(bahan: BahanTugas) -> BahanTugas:
    """As one sees it who were everybody at once: what waits, whoever there is to do it."""
    tugas: set[tuple[Peran, int | None]] = {
        (Peran.PERENCANA, bahan.unit.pk),
        (Peran.PIMPINAN, bahan.unit.pk),
    }
    tugas |= {(Peran.OPERATOR, bidang.pk) for bidang in bahan.pengisi.values()}
    return replace(bahan, tugas=frozenset(tugas), turut={}, tindak_lanjut=bahan.laporan)


def _dipantau(bahan: BahanTugas, isi: tuple[Tugas, Hal]) -> tuple[Tugas, Hal]:
    tugas, hal = isi
    pengukuran = reverse("pengukuran:pemantauan", args=[bahan.unit.kode, bahan.tahun])
    alamat = tugas.pantau or pengukuran
    return replace(tugas, alamat=alamat), hal
