"""Issuing a document: once, for good."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from sakip.berkas.jenis import Jenis
from sakip.berkas.services import Titipan, catat_buatan, titipkan_buatan
from sakip.dokumen.angka import Angka
from sakip.dokumen.kanonik import kanonik
from sakip.dokumen.models import (
    PANJANG_TERTULIS,
    AngkaTerbit,
    DokumenBerkas,
    DokumenTerbit,
)
from sakip.dokumen.queries import nilai_mesin
from sakip.dokumen.sidik import sidik_terbit
from sakip.dokumen.telusur import tercetak as angka_tercetak
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.lib import waktu
from sakip.lib.transisi import CatatanKurang
from sakip.organisasi.models import Unit

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna


@dataclass(frozen=True)
class Terbitan:
    """What is about to be issued; its files lie in the store already."""

    jenis: str
    unit: Unit
    tahun: int
    konteks: dict[str, Any]
    skema: int
    berkas: Mapping[str, Titipan]
    nomor: str
    alasan: str
    tercetak: tuple[Angka, ...] = ()


def terbitkan(
    *,
    jenis: str,
    unit: Unit,
    tahun: int,
    konteks: dict[str, Any],
    skema: int,
    berkas: Mapping[str, bytes],
    oleh: "Pengguna",
    nomor: str = "",
    alasan: str = "",
    tercetak: object = (),
) -> DokumenTerbit:
    """Issue the next version of a document: files, row and trail.

    `konteks` is all that the files were made from, as JSON with figures as text; `skema` numbers
    its shape; `berkas` are the finished files by form; `tercetak` holds the figures that they print,
    the document itself or its figures, each of which can then tell where it was printed. Whether this person may is the transition
    of the app that calls. Raises BukanJson, GagalSimpan, CatatanKurang (a new version without its
    reason), ValidationError; then nothing is issued. Where this must be one act with a change of
    state, use `siapkan` before the transaction and `catat_terbitan` inside it.
    """
    terbitan = siapkan(
        jenis=jenis, unit=unit, tahun=tahun, konteks=konteks, skema=skema, berkas=berkas,
        nomor=nomor, alasan=alasan, tercetak=tercetak,
    )  # fmt: skip
    return catat_terbitan(terbitan, oleh=oleh)


def siapkan(
    *,
    jenis: str,
    unit: Unit,
    tahun: int,
    konteks: dict[str, Any],
    skema: int,
    berkas: Mapping[str, bytes],
    nomor: str = "",
    alasan: str = "",
    tercetak: object = (),
) -> Terbitan:
    """The first half: the input is checked and the files are stored. Writes no row.

    Without files the context alone is the record. Raises BukanJson, GagalSimpan, and
    ValueError for an unknown form or an empty file.
    """
    beku = json.loads(kanonik(konteks))
    asing = set(berkas) - set(DokumenBerkas.Bentuk.values)
    if asing or not all(berkas.values()):
        raise ValueError(f"{jenis}: files in the forms {DokumenBerkas.Bentuk.values}, none empty")
    titipan = {
        bentuk: titipkan_buatan(
            isi, nama=f"{jenis}-{unit.kode}-{tahun}.{bentuk}", jenis=Jenis(bentuk), unit=unit
        )
        for bentuk, isi in berkas.items()
    }
    semua = tuple(angka_tercetak(tercetak))
    return Terbitan(jenis, unit, tahun, beku, skema, titipan, nomor.strip(), alasan.strip(), semua)


def catat_terbitan(terbitan: Terbitan, *, oleh: "Pengguna") -> DokumenTerbit:
    """The second half: the version gets its number, its rows and its trail, in one transaction.

    Of two at once the second waits for the first and becomes the next version. Raises
    CatatanKurang, ValidationError.
    """
    with transaction.atomic():
        Unit.objects.select_for_update(no_key=True).get(pk=terbitan.unit.pk)
        dokumen = _versi_berikut(terbitan, oleh)
        sidik_berkas = {bentuk: titipan.sidik for bentuk, titipan in terbitan.berkas.items()}
        dokumen.sidik = sidik_terbit(dokumen, sidik_berkas)
        dokumen.full_clean()
        dokumen.save()
        for bentuk, titipan in terbitan.berkas.items():
            berkas = catat_buatan(titipan, oleh=oleh)
            DokumenBerkas.objects.create(dokumen=dokumen, bentuk=bentuk, berkas=berkas)
        AngkaTerbit.objects.bulk_create(_angka_terbit(dokumen, satu) for satu in terbitan.tercetak)
        catat(
            Aksi.DOKUMEN_TERBIT,
            dokumen,
            oleh=oleh,
            sesudah={"sidik": dokumen.sidik, "nomor": dokumen.nomor, "berkas": sidik_berkas},
            alasan=dokumen.alasan,
            unit_id=dokumen.unit_id,
        )
    return dokumen


def _angka_terbit(dokumen: DokumenTerbit, satu: Angka) -> AngkaTerbit:
    return AngkaTerbit(
        dokumen=dokumen,
        kunci=satu.kunci,
        tertulis=satu.tampil[:PANJANG_TERTULIS],
        nilai=nilai_mesin(satu),
    )


def _versi_berikut(terbitan: Terbitan, oleh: "Pengguna") -> DokumenTerbit:
    """The row of the next version, not yet written. The unit is locked. Raises CatatanKurang."""
    lama = (
        DokumenTerbit.objects.filter(unit=terbitan.unit, jenis=terbitan.jenis, tahun=terbitan.tahun)
        .order_by("-ke")
        .first()
    )
    if lama is not None and not terbitan.alasan:
        raise CatatanKurang(
            f"Dokumen ini sudah terbit sebagai versi {lama.ke}. Tulis alasan menerbitkannya lagi."
        )
    return DokumenTerbit(
        jenis=terbitan.jenis,
        unit=terbitan.unit,
        tahun=terbitan.tahun,
        ke=1 if lama is None else lama.ke + 1,
        nomor=terbitan.nomor,
        konteks=terbitan.konteks,
        skema=terbitan.skema,
        menggantikan=lama,
        alasan=terbitan.alasan,
        diterbitkan_oleh=oleh,
        waktu=waktu.sekarang(),
    )
