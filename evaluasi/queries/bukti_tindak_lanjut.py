"""Evidence on follow-up as pages list it, and the files of a unit that may be used once more."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.urls import reverse

from evaluasi.models import BuktiJawaban, BuktiTindakLanjut
from evaluasi.status import Pelaku
from pengukuran.models import Bukti
from sakip.berkas.jenis import Jenis
from sakip.berkas.models import Berkas
from sakip.berkas.ukuran import tulis_ukuran
from sakip.organisasi.models import Unit

TAUTAN = "tautan, belum diperiksa"


@dataclass(frozen=True)
class BuktiTerbaca:
    """`alamat` opens it: a download here, or the place that a link names."""

    pk: int
    nama: str
    jenis: str
    alamat: str
    tautan: bool
    halaman: str
    keterangan: str


def bukti_terbaca(
    bukti: Iterable[BuktiTindakLanjut], unit: Unit, tahun: int, rekomendasi: int
) -> tuple[BuktiTerbaca, ...]:
    """Rows read with their `berkas`; asks nothing of the database."""
    return tuple(_baca(satu, [unit.kode, tahun, rekomendasi, satu.pk]) for satu in bukti)


def berkas_untuk_laporan(unit: Unit) -> QuerySet[Berkas]:
    """The files that prove something of a perangkat daerah anywhere; newest first."""
    milik = (
        Bukti.objects.filter(unit=unit).values("berkas"),
        # what the inspektorat attached to its own stage is not the unit's to hand on
        BuktiJawaban.objects.filter(
            jawaban__tahap__lembar__unit=unit, jawaban__tahap__tahap__pelaku=Pelaku.UNIT.value
        ).values("berkas"),
        BuktiTindakLanjut.objects.filter(laporan__rencana__rekomendasi__unit=unit).values("berkas"),
    )
    dipakai = Q()
    for satu in milik:
        dipakai |= Q(pk__in=satu.filter(berkas__isnull=False))
    return Berkas.objects.filter(dipakai).order_by("-pk")


def _baca(satu: BuktiTindakLanjut, tempat: list[object]) -> BuktiTerbaca:
    berkas = satu.berkas
    if berkas is None:
        nama, jenis, alamat = satu.tautan, TAUTAN, satu.tautan
    else:
        nama = berkas.nama
        jenis = f"{Jenis(berkas.jenis).label}, {tulis_ukuran(berkas.ukuran)}"
        alamat = reverse("evaluasi:rekomendasi-bukti-unduh", args=tempat)
    return BuktiTerbaca(
        pk=satu.pk,
        nama=nama,
        jenis=jenis,
        alamat=alamat,
        tautan=berkas is None,
        halaman=satu.halaman,
        keterangan=satu.keterangan,
    )
