"""What the inspektorat and the bagian organisasi look over: all units of their pemda, in a year."""

from dataclasses import dataclass

from evaluasi.models import LembarKerja, Lhe
from evaluasi.permissions import boleh_meninjau
from evaluasi.queries.cetak import tahun_dievaluasi
from perencanaan.queries.renstra import tahun_setiap_unit
from sakip.lib import waktu
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Tolak
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Pemda, Pengguna, Unit
from sakip.organisasi.peran import Peran


@dataclass(frozen=True)
class Jangkauan:
    """`terbuka` are the ids of units whose own pages open in this year; `menilai`: inspektorat."""

    pengguna: Pengguna
    tahun: int
    unit: tuple[Unit, ...]
    daftar_tahun: tuple[int, ...]
    terbuka: frozenset[int]
    menilai: bool
    zona: str


def jangkauan(pengguna: Pengguna, tahun: int) -> Jangkauan:
    """Raises TidakAda for who reads no unit and for a year without anything; else HakKurang."""
    semua = tuple(Unit.objects.untuk(pengguna).perangkat_daerah().select_related("pemda"))
    if not semua:
        raise TidakAda("Tidak ada unit yang dapat Anda baca.")
    izin = [boleh_meninjau(pengguna, pemda) for pemda in _pemda(semua)]
    if not any(izin):
        (alasan, *_) = [satu.alasan for satu in izin if isinstance(satu, Tolak)]
        raise HakKurang(alasan)
    boleh = {
        pemda.pk
        for pemda, satu in zip(_pemda(semua), izin, strict=True)
        if not isinstance(satu, Tolak)
    }
    milik = tuple(satu for satu in semua if satu.pemda_id in boleh)
    setiap = _tahun_setiap_unit(milik)
    unit = tuple(satu for satu in milik if _ada_pada(satu, tahun) or tahun in setiap[satu.pk])
    zona = milik[0].pemda.zona
    kini = waktu.hari_ini(zona).year
    daftar = sorted({kini, *(t for isi in setiap.values() for t in isi)}, reverse=True)
    if tahun not in daftar:
        raise TidakAda(f"Belum ada unit yang mempunyai Renstra atau evaluasi pada tahun {tahun}.")
    return Jangkauan(
        pengguna=pengguna,
        tahun=tahun,
        unit=unit,
        daftar_tahun=tuple(daftar),
        terbuka=frozenset(pk for pk, milik in setiap.items() if tahun in milik),
        menilai=any(satu.peran is Peran.INSPEKTORAT for satu in pengguna.tugas()),
        zona=zona,
    )


def tahun_terakhir(pemda: Pemda) -> int:
    """The year of work that was evaluated last; without any, the year that ended last."""
    tahun = [
        milik.order_by("-tahun_kinerja").values_list("tahun_kinerja", flat=True).first()
        for milik in (
            LembarKerja.objects.filter(unit__pemda=pemda),
            Lhe.objects.terbit().filter(unit__pemda=pemda),
        )
    ]
    ada = [satu for satu in tahun if satu is not None]
    return max(ada) if ada else waktu.hari_ini(pemda.zona).year


def _pemda(unit: tuple[Unit, ...]) -> tuple[Pemda, ...]:
    return tuple({satu.pemda_id: satu.pemda for satu in unit}.values())


def _ada_pada(unit: Unit, tahun: int) -> bool:
    """Whether a unit existed in any part of a year."""
    sampai = unit.berlaku_sampai
    return unit.berlaku_dari.year <= tahun and (sampai is None or sampai.year >= tahun)


def _tahun_setiap_unit(unit: tuple[Unit, ...]) -> dict[int, set[int]]:
    dievaluasi = tahun_dievaluasi(unit)
    return {pk: {*tahun, *dievaluasi.get(pk, ())} for pk, tahun in tahun_setiap_unit(unit).items()}
