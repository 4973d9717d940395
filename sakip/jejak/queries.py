"""Reading the trail."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import (
    DateField,
    DateTimeField,
    Field,
    ForeignKey,
    Model,
    QuerySet,
)
from django.utils.timezone import get_current_timezone_name

from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.jejak.uraian import uraikan
from sakip.lib.tanggal import tulis_saat, tulis_tanggal

KOSONG = "(kosong)"
# acts that leave the contents of a row as they were
BUKAN_SIMPANAN = frozenset(
    {
        Aksi.MASUK,
        Aksi.MASUK_GAGAL,
        Aksi.KELUAR,
        Aksi.TAUTAN_DIBUAT,
        Aksi.SANDI_DIATUR,
        Aksi.SESI_DIAKHIRI,
        Aksi.KUNCI_DIBUKA,
    }
)
# counted on by the system; a reader learns of them by the act itself
BUKAN_BACAAN = frozenset({"id", "sesi_ke"})


def riwayat(objek: Model) -> QuerySet[CatatanJejak]:
    """Everything that happened to one object, newest first.

    The page that shows it has already checked that the reader may see the object.
    """
    return CatatanJejak.objects.filter(
        objek_jenis=objek._meta.label_lower,
        objek_id=str(objek.pk),
    ).order_by("-pk")


def simpanan_terakhir(objek: Model) -> CatatanJejak | None:
    """Who saved an object last, and when; None for one that never was."""
    return riwayat(objek).exclude(aksi__in=BUKAN_SIMPANAN).first()


@dataclass(frozen=True)
class Perbuatan:
    """One act without what it changed: who did what, when."""

    waktu: datetime
    pelaku: str
    perbuatan: str


def perbuatan_terakhir(objek: Collection[tuple[str, int]]) -> dict[tuple[str, int], Perbuatan]:
    """What was last done to each of these rows, by (`app.model`, id); in one query.

    A row of which nothing was written is absent.
    """
    milik = CatatanJejak.objects.filter(
        objek_jenis__in={jenis for jenis, _ in objek}, objek_id__in={str(pk) for _, pk in objek}
    ).order_by("pk")
    hasil = {
        (satu.objek_jenis, int(satu.objek_id)): Perbuatan(
            satu.waktu, satu.pelaku, Aksi(satu.aksi).label
        )
        for satu in milik
    }
    return {kunci: hasil[kunci] for kunci in objek if kunci in hasil}


@dataclass(frozen=True)
class Perubahan:
    """One field before and after, in words."""

    label: str
    sebelum: str
    sesudah: str


@dataclass(frozen=True)
class BarisRiwayat:
    """One act as a page tells it; `uraian` is what it changed beside the fields of the object."""

    waktu: datetime
    pelaku: str
    perbuatan: str
    alasan: str
    perubahan: tuple[Perubahan, ...]
    uraian: tuple[str, ...] = ()


def riwayat_terbaca(
    objek: Model,
    *,
    aksi: Collection[Aksi] = (),
    paling_banyak: int = 20,
    catatan: Sequence[CatatanJejak] | None = None,
    tertutup: Collection[Aksi] = (),
) -> list[BarisRiwayat]:
    """The newest acts on an object, or those of some kinds.

    Of a creation only that it happened, unless its kind of object tells it in words of its own
    (`daftarkan_uraian`); of acts that are `tertutup` to the reader only that they happened. Who
    has read the rows already gives them as `catatan`. One query for the acts, and one for each
    kind of object that a changed field points at.
    """
    if catatan is None:
        semua = riwayat(objek).filter(aksi__in=aksi) if aksi else riwayat(objek)
        catatan = list(semua[:paling_banyak])
    kolom = {satu.attname: satu for satu in objek._meta.concrete_fields}
    nama = _nama_rujukan(kolom, catatan)
    return [
        BarisRiwayat(
            waktu=satu.waktu,
            pelaku=satu.pelaku,
            perbuatan=Aksi(satu.aksi).label,
            alasan=satu.alasan,
            perubahan=tuple(_perubahan(kolom, nama, satu))
            if satu.sebelum and satu.aksi not in tertutup
            else (),
            uraian=() if satu.aksi in tertutup else uraikan(objek, satu.sesudah),
        )
        for satu in catatan
    ]


def _nama_rujukan(
    kolom: dict[str, Field], catatan: Iterable[CatatanJejak]
) -> dict[tuple[str, str], str]:
    """How the objects are called that changed fields point at, by field and id."""
    hasil: dict[tuple[str, str], str] = {}
    for attname, satu in kolom.items():
        if isinstance(satu, ForeignKey):
            id_nya = {b[attname] for c in catatan for b in (c.sebelum, c.sesudah) if b.get(attname)}
            if id_nya:
                milik = satu.related_model._default_manager.in_bulk(id_nya)
                hasil |= {(attname, str(pk)): str(objek) for pk, objek in milik.items()}
    return hasil


def _perubahan(
    kolom: dict[str, Field], nama: dict[tuple[str, str], str], catatan: CatatanJejak
) -> Iterable[Perubahan]:
    # in the order of the fields: the databases keep the keys of a JSON object each in their own
    for attname, satu in kolom.items():
        if attname in BUKAN_BACAAN or attname not in catatan.sebelum | catatan.sesudah:
            continue
        lama, baru = (
            nama.get((attname, str(isi)), _teks(satu, isi))
            for isi in (catatan.sebelum.get(attname), catatan.sesudah.get(attname))
        )
        label = str(satu.verbose_name)
        yield Perubahan(label[:1].upper() + label[1:], lama, baru)


def _teks(kolom: Field, isi: Any) -> str:
    if isi is None or isi == "":
        return KOSONG
    if isinstance(isi, bool):
        return "ya" if isi else "tidak"
    if isinstance(kolom, DateTimeField):
        return tulis_saat(datetime.fromisoformat(isi), get_current_timezone_name())
    if isinstance(kolom, DateField):
        return tulis_tanggal(date.fromisoformat(isi))
    return str(dict(kolom.flatchoices).get(isi, isi))
