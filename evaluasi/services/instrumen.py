"""Instruments: installed with the product, copied by a pemda, edited while a draft, then in force."""

from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef

from evaluasi.alur import ALUR_INSTRUMEN
from evaluasi.hitung.nilai import keluhan_bobot
from evaluasi.hitung.predikat import NILAI_SUB, PREDIKAT
from evaluasi.hitung.skala import SKALA
from evaluasi.models import (
    BatasPredikat,
    Instrumen,
    Komponen,
    Kriteria,
    PilihanJawaban,
    SkalaJawaban,
    SubKomponen,
    TahapEvaluasi,
)
from evaluasi.permissions import boleh_mengatur_instrumen
from evaluasi.services.berkas_instrumen import BAWAAN, BentukInstrumen, baca_instrumen
from evaluasi.services.dasar import DIDAHULUI, berikutnya, minta
from evaluasi.status import LABEL_INSTRUMEN, CaraNilai, StatusInstrumen
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.jejak.simpan import simpan
from sakip.jejak.transisi import jalankan
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.lib.transisi import KeadaanSalah
from sakip.organisasi.models import Pemda, Pengguna
from sakip.web.versi import Berversi, SudahBerubah

M = TypeVar("M", bound=Berversi)
Bagian = (
    SkalaJawaban | PilihanJawaban | BatasPredikat | TahapEvaluasi | Komponen | SubKomponen
    | Kriteria
)  # fmt: skip
SKALA_SUB = "nilai-sub"


def pasang_instrumen(
    *, pemda: Pemda | None, tahun: int, oleh: Pengguna | None, nama: str = BAWAAN
) -> Instrumen:
    """The instrument that comes with the product, in force from a year on; again, the same row.

    Without a pemda it is the nation's, which only the system (`oleh` None) installs. Raises
    HakKurang, ValidationError; then nothing was written.
    """
    if oleh is not None:
        minta(boleh_mengatur_instrumen(oleh, pemda))
    bentuk = baca_instrumen(nama)
    ada = Instrumen.objects.filter(pemda=pemda, kode=bentuk.kode, tahun=tahun, ke=1).first()
    if ada is not None:
        return ada
    with transaction.atomic():
        instrumen = Instrumen(
            pemda=pemda,
            kode=bentuk.kode,
            tahun=tahun,
            nama=bentuk.nama,
            dasar=bentuk.dasar,
            cara=bentuk.cara.value,
            keberadaan_dahulu=bentuk.keberadaan_dahulu,
            status=StatusInstrumen.BERLAKU.value,
        )
        instrumen.full_clean()
        instrumen.save(force_insert=True)
        _pasang_isi(instrumen, bentuk)
        catat(Aksi.INSTRUMEN_DIPASANG, instrumen, oleh=oleh, sesudah=potret(instrumen))
    return instrumen


def salin_instrumen(instrumen: Instrumen, *, pemda: Pemda, tahun: int, oleh: Pengguna) -> Instrumen:
    """A draft of a pemda's own with the same contents, to be edited.

    Raises HakKurang, ValidationError.
    """
    minta(boleh_mengatur_instrumen(oleh, pemda))
    with transaction.atomic():
        Pemda.objects.select_for_update(no_key=True).get(pk=pemda.pk)
        milik = Instrumen.objects.filter(pemda=pemda, kode=instrumen.kode, tahun=tahun)
        salinan = _kembar(
            instrumen,
            pemda=pemda,
            tahun=tahun,
            ke=berikutnya(milik),
            asal=instrumen,
            status=StatusInstrumen.DRAF.value,
        )
        _salin_isi(instrumen, salinan)
        catat(Aksi.INSTRUMEN_DISALIN, salinan, oleh=oleh, sesudah=potret(salinan))
    return salinan


def simpan_bagian(bagian: Bagian, *, oleh: Pengguna, versi: int | None = None) -> None:
    """Write a part of a draft: new, or an old one at the `versi` at which it was opened.

    Raises HakKurang, KeadaanSalah (in force), ValidationError, SudahBerubah.
    """
    instrumen = instrumen_dari(bagian)
    minta(boleh_mengatur_instrumen(oleh, instrumen.pemda))
    with transaction.atomic():
        _kunci_draf(instrumen)
        bagian.full_clean()
        simpan(bagian, oleh=oleh, aksi=Aksi.INSTRUMEN_DIUBAH, versi=versi)


def ubah_instrumen(instrumen: Instrumen, *, oleh: Pengguna, versi: int) -> None:
    """Write the name, ground and options of a draft, at the `versi` at which it was opened.

    Raises HakKurang, KeadaanSalah (in force), ValidationError, SudahBerubah.
    """
    minta(boleh_mengatur_instrumen(oleh, instrumen.pemda))
    with transaction.atomic():
        _kunci_draf(instrumen)
        instrumen.full_clean()
        simpan(instrumen, oleh=oleh, aksi=Aksi.INSTRUMEN_DIUBAH, versi=versi)


def hapus_bagian(bagian: Bagian, *, oleh: Pengguna, versi: int | None = None) -> None:
    """Take a part out of a draft, as it was read or at the `versi` at which the page showed it.

    A part that others hang on is refused by the database. Raises HakKurang, KeadaanSalah,
    ProtectedError, SudahBerubah.
    """
    instrumen = instrumen_dari(bagian)
    minta(boleh_mengatur_instrumen(oleh, instrumen.pemda))
    with transaction.atomic():
        _kunci_draf(instrumen)
        dibaca = bagian.versi if versi is None else versi
        if not type(bagian)._default_manager.filter(pk=bagian.pk, versi=dibaca).exists():
            raise SudahBerubah(DIDAHULUI)
        catat(Aksi.INSTRUMEN_DIUBAH, bagian, oleh=oleh, sebelum=potret(bagian))
        bagian.delete()


def berlakukan(instrumen: Instrumen, *, oleh: Pengguna) -> None:
    """Put a draft in force, after which nothing in it changes.

    Raises HakKurang, KeadaanSalah, ValidationError (weights, stages), DidahuluiOrangLain.
    """
    with transaction.atomic():
        Instrumen.objects.select_for_update(no_key=True).get(pk=instrumen.pk)
        if keluhan := keluhan_instrumen(instrumen):
            raise ValidationError(keluhan)
        jalankan(ALUR_INSTRUMEN, instrumen, StatusInstrumen.BERLAKU, oleh=oleh)


def keluhan_instrumen(instrumen: Instrumen) -> list[str]:
    """What keeps an instrument from being used; empty when nothing does."""
    semua = SubKomponen.objects.filter(komponen__instrumen=instrumen)
    sub = list(semua.annotate(berisi=Exists(Kriteria.objects.filter(sub=OuterRef("pk")))))
    keluhan = [keluhan_bobot(satu.bobot for satu in sub)]
    if not instrumen.tahap.filter(penentu=True).exists():
        keluhan.append("Belum ada tahap yang menentukan nilai LHE. Tandai satu tahap inspektorat.")
    if not instrumen.predikat.filter(di_atas=None).exists():
        keluhan.append("Belum ada predikat terbawah. Kosongkan batas predikat yang paling rendah.")
    if instrumen.cara == CaraNilai.SUB and not instrumen.skala.filter(untuk_sub=True).exists():
        keluhan.append("Belum ada skala untuk nilai sub-komponen. Tandai satu skala.")
    tanpa = [str(satu) for satu in sub if not satu.berisi]
    keluhan += [f"“{nama}” belum mempunyai kriteria." for nama in tanpa]
    return [satu for satu in keluhan if satu]


def izin_draf(instrumen: Instrumen) -> Izin:
    """Whether its contents may still be written."""
    if instrumen.status == StatusInstrumen.DRAF:
        return Boleh()
    return Tolak(
        f"Instrumen ini {LABEL_INSTRUMEN[instrumen.status]}, sehingga tidak dapat diubah. Salin "
        "menjadi versi baru, lalu ubah salinannya."
    )


def instrumen_dari(bagian: Bagian) -> Instrumen:
    """The instrument a part belongs to."""
    if isinstance(bagian, PilihanJawaban):
        return bagian.skala.instrumen
    if isinstance(bagian, SubKomponen):
        return bagian.komponen.instrumen
    if isinstance(bagian, Kriteria):
        return bagian.sub.komponen.instrumen
    return bagian.instrumen


def _kunci_draf(instrumen: Instrumen) -> None:
    """Hold the instrument while a part of it is written. Raises KeadaanSalah."""
    kini = Instrumen.objects.select_for_update(no_key=True).get(pk=instrumen.pk)
    izin = izin_draf(kini)
    if isinstance(izin, Tolak):
        raise KeadaanSalah(izin.alasan)


def _pasang_isi(instrumen: Instrumen, bentuk: BentukInstrumen) -> None:
    skala = _pasang_skala(instrumen)
    BatasPredikat.objects.bulk_create(
        BatasPredikat(
            instrumen=instrumen, urutan=ke, kode=satu.kode, sebutan=satu.sebutan,
            di_atas=satu.di_atas,
        )
        for ke, satu in enumerate(PREDIKAT, start=1)
    )  # fmt: skip
    TahapEvaluasi.objects.bulk_create(
        TahapEvaluasi(
            instrumen=instrumen, urutan=ke, kode=satu.kode, nama=satu.nama,
            pelaku=satu.pelaku.value, dalam_jendela=satu.dalam_jendela, penentu=satu.penentu,
        )
        for ke, satu in enumerate(bentuk.tahap, start=1)
    )  # fmt: skip
    for ke, komponen in enumerate(bentuk.komponen, start=1):
        induk = Komponen.objects.create(
            instrumen=instrumen, urutan=ke, kode=komponen.kode, nama=komponen.nama
        )
        for urutan, satu in enumerate(komponen.sub, start=1):
            sub = SubKomponen.objects.create(
                komponen=induk, urutan=urutan, kode=satu.kode, nama=satu.nama,
                jenis=satu.jenis.value, bobot=satu.bobot,
            )  # fmt: skip
            Kriteria.objects.bulk_create(
                Kriteria(
                    sub=sub,
                    urutan=n,
                    uraian=uraian,
                    skala=skala[bentuk.skala_kriteria],
                    fakta=satu.fakta.get(str(n), ""),
                )
                for n, uraian in enumerate(satu.kriteria, start=1)
            )


def _pasang_skala(instrumen: Instrumen) -> dict[str, SkalaJawaban]:
    """All kinds of questions, and the grades of a sub-komponen."""
    hasil = {}
    for satu in SKALA:
        hasil[satu.kode] = SkalaJawaban.objects.create(
            instrumen=instrumen, kode=satu.kode, nama=satu.nama
        )
        PilihanJawaban.objects.bulk_create(
            PilihanJawaban(
                skala=hasil[satu.kode], urutan=ke, kode=isi.kode, sebutan=isi.sebutan,
                bagian=isi.bagian, terpenuhi=isi.terpenuhi,
            )
            for ke, isi in enumerate(satu.pilihan, start=1)
        )  # fmt: skip
    nilai = SkalaJawaban.objects.create(
        instrumen=instrumen, kode=SKALA_SUB, nama="Nilai sub-komponen", untuk_sub=True
    )
    PilihanJawaban.objects.bulk_create(
        PilihanJawaban(
            skala=nilai, urutan=ke, kode=isi.kode, sebutan=isi.arti, bagian=isi.bagian,
            terpenuhi=isi.kode in {"AA", "A", "BB"},
        )
        for ke, isi in enumerate(NILAI_SUB, start=1)
    )  # fmt: skip
    return hasil


def _salin_isi(asal: Instrumen, salinan: Instrumen) -> None:
    skala: dict[int, SkalaJawaban] = {}
    for satu in asal.skala.all():
        skala[satu.pk] = _kembar(satu, instrumen=salinan)
        for pilihan in satu.pilihan.all():
            _kembar(pilihan, skala=skala[satu.pk])
    for bagian in (*asal.predikat.all(), *asal.tahap.all()):
        _kembar(bagian, instrumen=salinan)
    kriteria: dict[int, Kriteria] = {}
    for komponen in asal.komponen.all():
        induk = _kembar(komponen, instrumen=salinan)
        for sub in komponen.sub.all():
            baru = _kembar(sub, komponen=induk)
            for milik in sub.kriteria.all():
                kriteria[milik.pk] = _kembar(
                    milik, sub=baru, skala=skala[milik.skala_id], prasyarat=None
                )
    for lama in Kriteria.objects.filter(pk__in=kriteria, prasyarat__isnull=False):
        kriteria[lama.pk].prasyarat = kriteria[lama.prasyarat_id or 0]
        kriteria[lama.pk].save()


def _kembar(objek: M, **beda: Any) -> M:
    """A new row like another but for `beda`, the first of its own counter."""
    kolom = {
        satu.attname: getattr(objek, satu.attname)
        for satu in objek._meta.concrete_fields
        if not satu.primary_key
    }
    kembar = type(objek)(**kolom)
    kembar.versi = 1
    for nama, nilai in beda.items():
        setattr(kembar, nama, nilai)
    kembar.save(force_insert=True)
    return kembar
