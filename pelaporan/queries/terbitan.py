"""What was issued of a report, and in what its figures differ from today's."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models.fields.json import KT, KeyTextTransform, KeyTransform

from pelaporan.models import Laporan
from sakip.dokumen.angka import Angka, Asal
from sakip.dokumen.blok import Dokumen
from sakip.dokumen.jenis_terbit import sebut_terbit
from sakip.dokumen.models import AngkaTerbit, DokumenTerbit
from sakip.dokumen.naskah import sidik_naskah
from sakip.dokumen.queries import angka_berbeda
from sakip.dokumen.telusur import tercetak
from sakip.organisasi.models import Unit

PENANDA = KeyTextTransform("nama", KeyTransform("penanda", "dokumen__konteks"))


@dataclass(frozen=True)
class VersiTerbit:
    """One issued version; `oleh` pressed the button, `penanda` heads the unit and signs.

    `pengganti` is the version that replaced it, None for the one in force.
    """

    dokumen: DokumenTerbit
    tanggal: date | None
    oleh: str
    penanda: str
    bentuk: frozenset[str]
    pengganti: int | None


@dataclass(frozen=True)
class BedaAngka:
    """A figure that the document prints otherwise than the page; both know where they are from."""

    nama: str
    tercetak: Angka
    kini: Angka


@dataclass(frozen=True)
class BedaTerbit:
    """`naskah`: its words differ, be it only by those figures; `hilang` are no longer there.

    `bagian_hilang` and `bagian_baru` are the headings that are no longer there, and new.
    """

    angka: tuple[BedaAngka, ...]
    hilang: int
    baru: int
    naskah: bool
    bagian_hilang: tuple[str, ...] = ()
    bagian_baru: tuple[str, ...] = ()

    @property
    def berangka(self) -> bool:
        """Whether its figures differ, and not its words or sections alone."""
        return bool(self.angka or self.hilang or self.baru)

    def __bool__(self) -> bool:
        return self.berangka or self.naskah or bool(self.bagian_hilang or self.bagian_baru)


def versi_terbit(unit: Unit, tahun: int) -> tuple[VersiTerbit, ...]:
    """The newest first; in two queries. What is frozen of their figures is not read."""
    milik = Laporan.objects.terbit().filter(unit=unit, tahun=tahun, jenis=Laporan.Jenis.LKJIP)
    semua = list(
        milik.select_related("dokumen__diterbitkan_oleh", "dokumen__unit")
        .defer("dokumen__konteks")
        .prefetch_related("dokumen__berkas")
        .annotate(penanda=PENANDA)
        .order_by("-ke")
    )
    hasil: list[VersiTerbit] = []
    for satu in semua:
        if satu.dokumen is None:
            continue
        hasil.append(
            VersiTerbit(
                dokumen=satu.dokumen,
                tanggal=satu.tanggal,
                oleh=str(satu.dokumen.diterbitkan_oleh),
                penanda=satu.penanda or "",
                bentuk=frozenset(berkas.bentuk for berkas in satu.dokumen.berkas.all()),
                pengganti=hasil[-1].dokumen.ke if hasil else None,
            )
        )
    return tuple(hasil)


def beda_terbit(dokumen: DokumenTerbit, kini: Dokumen, *, naskah: bool = True) -> BedaTerbit:
    """An issued document beside the report as it stands today, in two queries.

    Without `naskah` the words are not asked about: those of a draft lack their date.
    """
    dulu = {satu.kunci: satu for satu in AngkaTerbit.objects.filter(dokumen=dokumen)}
    sekarang = {satu.kunci: satu for satu in tercetak(kini)}
    beda = [
        BedaAngka(
            angka.asal.nama or angka.asal.uraian, _seperti_tercetak(dulu[kunci], dokumen), angka
        )
        for kunci, angka in sekarang.items()
        if kunci in dulu and angka_berbeda(dulu[kunci], angka)
    ]
    sidik, bagian = _beku(dokumen)
    judul = judul_bagian(kini)
    return BedaTerbit(
        angka=tuple(beda),
        hilang=len(dulu.keys() - sekarang.keys()),
        baru=len(sekarang.keys() - dulu.keys()),
        naskah=naskah and sidik != sidik_naskah(kini),
        bagian_hilang=tuple(satu for satu in bagian if satu not in judul),
        bagian_baru=tuple(satu for satu in judul if satu not in bagian),
    )


def _seperti_tercetak(satu: AngkaTerbit, dokumen: DokumenTerbit) -> Angka:
    return Angka(
        Decimal(satu.nilai) if satu.nilai else None,
        satu.tertulis,
        f"terbit/{dokumen.pk}/{satu.kunci}",
        Asal(f"Seperti tercetak dalam {sebut_terbit(dokumen)}"),
        "" if satu.nilai else "Tercetak tanpa angka.",
    )


def judul_bagian(dokumen: Dokumen) -> list[str]:
    """The headings of its contents with their numbers, as they are frozen."""
    return [f"{judul.nomor} {judul.teks}".strip() for judul in dokumen.judul_isi()]


def _beku(dokumen: DokumenTerbit) -> tuple[str, list[str]]:
    """The hash of its words and its headings; the rest of what is frozen is not read."""
    milik = DokumenTerbit.objects.filter(pk=dokumen.pk).annotate(
        naskah=KT("konteks__naskah"), bagian=KeyTransform("bagian", "konteks")
    )
    return milik.values_list("naskah", "bagian").get()
