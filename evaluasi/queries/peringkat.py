"""The scores of issued LHE of all units over the years, and who stands where."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evaluasi.hitung.peringkat import peringkat, ringkas
from evaluasi.models import Lhe
from evaluasi.queries.angka_lembar import angka_lhe, tulis_skor
from evaluasi.queries.angka_lhe import angka_naik
from evaluasi.queries.jangkauan import Jangkauan
from sakip.dokumen.angka import Angka, Asal
from sakip.organisasi.models import Unit

# as many years of evaluation as fit on a sheet
BANYAK_TAHUN = 6
BELUM_TERBIT = "LHE belum terbit"
TANPA_NILAI = "LHE yang dicatat tidak memuat nilainya"


@dataclass(frozen=True)
class TahunPeringkat:
    """A year of evaluation, and the years of work that its LHE judge."""

    tahun: int
    kinerja: tuple[int, ...]


@dataclass(frozen=True)
class SelPeringkat:
    nilai: Angka
    predikat: str


@dataclass(frozen=True)
class BarisPeringkat:
    """A unit; `ke` is None with the reason. `naik` is against the LHE before, of year `dari`."""

    unit: Unit
    ke: int | None
    alasan: str
    sel: tuple[SelPeringkat | None, ...]
    naik: Angka | None
    dari: int | None
    terbuka: bool


@dataclass(frozen=True)
class RingkasTahun:
    """Of one year of evaluation: the mean, the highest and the lowest with whose they are."""

    rata: Angka
    tertinggi: Angka
    unit_tertinggi: tuple[str, ...]
    terendah: Angka
    unit_terendah: tuple[str, ...]


@dataclass(frozen=True)
class Peringkat:
    """`ringkas` holds one entry for each year, None where no LHE of it states a score."""

    tahun: tuple[TahunPeringkat, ...]
    baris: tuple[BarisPeringkat, ...]
    ringkas: tuple[RingkasTahun | None, ...]

    @property
    def bernilai(self) -> tuple[BarisPeringkat, ...]:
        """Those with a score in any of the years."""
        return tuple(satu for satu in self.baris if any(_ada(sel) for sel in satu.sel))


def susun_peringkat(tempat: Jangkauan) -> Peringkat:
    """In one query for all units and years; sorted by the last year, those without it at the end."""
    terbit = _terbit(tempat)
    tahun = _tahun(terbit.values())
    kolom = [satu.tahun for satu in tahun]
    nilai = {kunci: angka_lhe(lhe) for kunci, lhe in terbit.items()}
    akhir = kolom[-1] if kolom else 0
    ke = peringkat(_bernilai(tempat.unit, nilai, akhir))
    baris = [_baris(satu, tempat, kolom, terbit, nilai, ke.get(satu.pk)) for satu in tempat.unit]
    return Peringkat(
        tahun=tahun,
        baris=tuple(sorted(baris, key=lambda satu: (satu.ke is None, satu.ke or 0))),
        ringkas=tuple(_ringkas(tempat, satu, nilai) for satu in kolom),
    )


_Kunci = tuple[int, int]


def _terbit(tempat: Jangkauan) -> dict[_Kunci, Lhe]:
    """The newest version, by unit and year of evaluation, up to the year of work of the page."""
    milik = Lhe.objects.untuk(tempat.pengguna).terbit()
    sampai = milik.filter(unit__in=tempat.unit, tahun_kinerja__lte=tempat.tahun)
    return {(s.unit_id, s.tahun_evaluasi): s for s in sampai.order_by("tahun_evaluasi", "ke")}


def _tahun(terbit: Iterable[Lhe]) -> tuple[TahunPeringkat, ...]:
    kinerja: dict[int, set[int]] = {}
    for satu in terbit:
        kinerja.setdefault(satu.tahun_evaluasi, set()).add(satu.tahun_kinerja)
    urut = sorted(kinerja)[-BANYAK_TAHUN:]
    return tuple(TahunPeringkat(satu, tuple(sorted(kinerja[satu]))) for satu in urut)


def _bernilai(
    unit: Iterable[Unit], nilai: Mapping[_Kunci, Angka], tahun: int
) -> list[tuple[int, Decimal]]:
    pasangan = ((satu.pk, nilai.get((satu.pk, tahun))) for satu in unit)
    return [(pk, a.nilai) for pk, a in pasangan if a is not None and a.nilai is not None]


def _baris(
    unit: Unit,
    tempat: Jangkauan,
    kolom: Sequence[int],
    terbit: Mapping[_Kunci, Lhe],
    nilai: Mapping[_Kunci, Angka],
    ke: int | None,
) -> BarisPeringkat:
    milik = [(unit.pk, satu) for satu in kolom]
    sel = tuple(
        SelPeringkat(nilai[kunci], terbit[kunci].predikat) if kunci in terbit else None
        for kunci in milik
    )
    naik, dari = None, None
    if milik and milik[-1] in terbit:
        lama = max((t for pk, t in terbit if pk == unit.pk and t < kolom[-1]), default=None)
        if lama is not None:
            naik = angka_naik(terbit[milik[-1]], nilai[milik[-1]], nilai[unit.pk, lama])
            dari = lama
    return BarisPeringkat(
        unit=unit,
        ke=ke,
        alasan="" if ke else (TANPA_NILAI if sel and sel[-1] else BELUM_TERBIT),
        sel=sel,
        naik=naik,
        dari=dari,
        terbuka=unit.pk in tempat.terbuka,
    )


def _ringkas(tempat: Jangkauan, tahun: int, nilai: Mapping[_Kunci, Angka]) -> RingkasTahun | None:
    hasil = ringkas(_bernilai(tempat.unit, nilai, tahun))
    if hasil is None:
        return None
    nama = {satu.pk: satu.singkatan for satu in tempat.unit}
    bahan = tuple(a for (_, t), a in nilai.items() if t == tahun and a.nilai is not None)
    asal = Asal(
        "rata-rata nilai LHE yang terbit, setiap unit sama beratnya",
        bahan,
        nama=f"Rata-rata nilai LHE {tahun}",
    )
    kunci = f"peringkat/{tempat.tahun}/{tahun}/rata"
    return RingkasTahun(
        rata=Angka(hasil.rata, tulis_skor(hasil.rata), kunci, asal),
        tertinggi=nilai[hasil.pemilik_tertinggi[0], tahun],
        unit_tertinggi=tuple(nama[pk] for pk in hasil.pemilik_tertinggi),
        terendah=nilai[hasil.pemilik_terendah[0], tahun],
        unit_terendah=tuple(nama[pk] for pk in hasil.pemilik_terendah),
    )


def _ada(sel: SelPeringkat | None) -> bool:
    return sel is not None and sel.nilai.nilai is not None
