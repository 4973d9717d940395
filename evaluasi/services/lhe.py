"""LHE: drafted from a worksheet or recorded from paper, then issued and frozen."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from evaluasi.alur import ALUR_LHE
from evaluasi.models import CatatanKomponen, Komponen, LembarKerja, Lhe, SubKomponen
from evaluasi.permissions import boleh_mengevaluasi, boleh_menyusun_lhe
from evaluasi.queries.hasil import hasil_tahap, susunan
from evaluasi.services.dasar import DIDAHULUI, berikutnya, minta, sisipkan
from evaluasi.services.konteks_lhe import SKEMA, konteks_lhe
from evaluasi.status import LABEL_LHE, StatusLhe, StatusTahap
from perencanaan.models.dasar import DESIMAL_NILAI
from sakip.dokumen.services import catat_terbitan, siapkan
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.jejak.simpan import simpan
from sakip.jejak.transisi import jalankan
from sakip.lib.angka import bulatkan
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Pengguna, Unit
from sakip.web.versi import simpan_jika_versi

JENIS_DOKUMEN = "lhe"
TULISAN = frozenset(
    {"nomor", "tanggal", "ringkasan", "penanda_nama", "penanda_nip", "penanda_jabatan", "tembusan"}
)
# what a worksheet gives, and only an LHE from paper has written in
DARI_LEMBAR = frozenset({"nilai", "predikat", "tahun_kinerja"})


def susun_lhe(lembar: LembarKerja, *, oleh: Pengguna, alasan: str = "") -> Lhe:
    """The draft of a worksheet whose deciding stage is finished; an existing draft is refreshed.

    Notes stay, scores are written anew. Raises HakKurang, KeadaanSalah, ValidationError (a new
    version of an issued LHE without its reason).
    """
    minta(boleh_mengevaluasi(oleh, lembar.unit, lembar.tahun_kinerja))
    with transaction.atomic():
        _kunci_unit(lembar.unit)
        total, predikat, nilai = _hasil(lembar)
        milik = Lhe.objects.filter(unit=lembar.unit, tahun_evaluasi=lembar.tahun_evaluasi)
        lhe = milik.filter(status=StatusLhe.DRAF).first()
        if lhe is not None and lhe.lembar_id != lembar.pk:
            raise KeadaanSalah("Draf LHE tahun ini dicatat dari kertas. Terbitkan dahulu.")
        lhe = lhe or Lhe(
            unit=lembar.unit,
            lembar=lembar,
            tahun_evaluasi=lembar.tahun_evaluasi,
            tahun_kinerja=lembar.tahun_kinerja,
            ke=berikutnya(milik),
            alasan=alasan.strip(),
        )
        lhe.nilai, lhe.predikat = total, predikat
        lhe.full_clean()
        simpan(
            lhe,
            oleh=oleh,
            aksi=Aksi.LHE_DISUSUN,
            versi=None if lhe._state.adding else lhe.versi,
            unit_id=lhe.unit_id,
        )
        for (komponen, sub), angka in nilai.items():
            _tulis_nilai(lhe, komponen, sub, angka)
    return lhe


def catat_lhe(
    *,
    unit: Unit,
    tahun_evaluasi: int,
    tahun_kinerja: int,
    oleh: Pengguna,
    nomor: str = "",
    tanggal: date | None = None,
    nilai: Decimal | None = None,
    predikat: str = "",
    alasan: str = "",
) -> Lhe:
    """The draft of an LHE that exists on paper; number, date and score may each be missing.

    Raises HakKurang, ValidationError.
    """
    minta(boleh_mengevaluasi(oleh, unit, tahun_kinerja))
    if unit.induk_id is not None:
        raise ValidationError({"unit": "LHE milik perangkat daerah, bukan bagiannya."})
    with transaction.atomic():
        _kunci_unit(unit)
        milik = Lhe.objects.filter(unit=unit, tahun_evaluasi=tahun_evaluasi)
        lhe = Lhe(
            unit=unit,
            tahun_evaluasi=tahun_evaluasi,
            tahun_kinerja=tahun_kinerja,
            ke=berikutnya(milik),
            nomor=nomor.strip(),
            tanggal=tanggal,
            nilai=nilai,
            predikat=predikat,
            alasan=alasan.strip(),
        )
        sisipkan(lhe)
        catat(Aksi.LHE_DICATAT, lhe, oleh=oleh, sesudah=potret(lhe), unit_id=lhe.unit_id)
    return lhe


def ubah_lhe(lhe: Lhe, isi: Mapping[str, Any], *, oleh: Pengguna, versi: int) -> None:
    """Change columns of a draft; scores only where the LHE comes from paper.

    Raises HakKurang, KeadaanSalah, ValidationError, SudahBerubah, ValueError (another column).
    """
    minta(boleh_menyusun_lhe(oleh, lhe))
    boleh = TULISAN if lhe.lembar_id else TULISAN | DARI_LEMBAR
    if asing := set(isi) - boleh:
        raise ValueError(f"columns that are not written here: {sorted(asing)}")
    with transaction.atomic():
        _kunci_draf(lhe)
        for nama, nilai in isi.items():
            setattr(lhe, nama, nilai)
        lhe.full_clean()
        simpan(lhe, oleh=oleh, aksi=Aksi.LHE_DIUBAH, versi=versi, unit_id=lhe.unit_id)


def catat_komponen(
    lhe: Lhe,
    komponen: Komponen,
    *,
    oleh: Pengguna,
    catatan: str,
    sub: SubKomponen | None = None,
    nilai: Decimal | None = None,
    versi: int | None = None,
) -> CatatanKomponen:
    """The note of a draft on a komponen, or on a sub-komponen in it; a score only from paper.

    Raises HakKurang, KeadaanSalah, ValidationError, SudahBerubah.
    """
    minta(boleh_menyusun_lhe(oleh, lhe))
    if sub is not None and sub.komponen_id != komponen.pk:
        raise ValidationError({"sub": "Sub-komponen ini bukan dari komponen itu."})
    if lhe.lembar_id and nilai is not None:
        raise ValidationError({"nilai": "Nilai komponen berasal dari lembar kerja."})
    with transaction.atomic():
        _kunci_draf(lhe)
        ada = CatatanKomponen.objects.filter(lhe=lhe, komponen=komponen, sub=sub).first()
        baris = ada or CatatanKomponen(lhe=lhe, komponen=komponen, sub=sub)
        baris.catatan = catatan.strip()
        if not lhe.lembar_id:
            baris.nilai = nilai
        baris.full_clean()
        simpan(baris, oleh=oleh, aksi=Aksi.LHE_DIUBAH, versi=versi, unit_id=lhe.unit_id)
    return baris


def terbitkan_lhe(lhe: Lhe, *, oleh: Pengguna) -> None:
    """Issue a draft; what it says is frozen, with its recommendations.

    Raises HakKurang, KeadaanSalah (a score that is not the worksheet's any more), ValidationError
    (number, date or score missing), DidahuluiOrangLain; then nothing was written.
    """
    ALUR_LHE.periksa(lhe, lhe.status, StatusLhe.TERBIT, oleh, "")
    _periksa_lengkap(lhe)
    terbitan = siapkan(
        jenis=JENIS_DOKUMEN,
        unit=lhe.unit,
        tahun=lhe.tahun_evaluasi,
        konteks=konteks_lhe(lhe),
        skema=SKEMA,
        berkas={},
        nomor=lhe.nomor,
        alasan=lhe.alasan,
    )
    with transaction.atomic():
        _kunci_unit(lhe.unit)
        kini = _kunci_draf(lhe)
        if kini.versi != lhe.versi or konteks_lhe(kini) != terbitan.konteks:
            raise DidahuluiOrangLain(DIDAHULUI)
        if kini.lembar is not None and _hasil(kini.lembar)[0] != kini.nilai:
            raise KeadaanSalah("Nilai lembar kerjanya sudah berubah. Susun ulang draf LHE ini.")
        dokumen = catat_terbitan(terbitan, oleh=oleh)
        jalankan(ALUR_LHE, lhe, StatusLhe.TERBIT, oleh=oleh, isian={"dokumen_id": dokumen.pk})


def pastikan_draf(lhe: Lhe) -> Lhe:
    """Hold an LHE that is still a draft; to be called in a transaction. Raises KeadaanSalah."""
    return _kunci_draf(lhe)


Bagian = tuple[Komponen, SubKomponen | None]


def _hasil(lembar: LembarKerja) -> tuple[Decimal, str, dict[Bagian, Decimal]]:
    """Total, letter, and the score of each komponen and sub-komponen. Raises KeadaanSalah."""
    penentu = lembar.tahap.filter(tahap__penentu=True).first()
    if penentu is None or penentu.status != StatusTahap.SELESAI:
        raise KeadaanSalah("Evaluasi inspektorat atas lembar kerja ini belum selesai.")
    hasil = hasil_tahap(penentu)
    if hasil.total is None or hasil.predikat is None:
        raise KeadaanSalah(f"Sub-komponen {', '.join(hasil.belum)} belum dinilai.")
    nilai: dict[Bagian, Decimal] = {}
    for komponen, milik in zip(susunan(lembar.instrumen), hasil.komponen, strict=True):
        nilai[(komponen, None)] = _simpanan(milik.nilai)
        for sub, satu in zip(komponen.sub.all(), milik.sub, strict=True):
            nilai[(komponen, sub)] = _simpanan(satu.nilai)
    return _simpanan(hasil.total), hasil.predikat.kode, nilai


def _simpanan(nilai: Decimal | None) -> Decimal:
    """As the column keeps it: finer than any print, and exact for graded sub-komponen."""
    return bulatkan(nilai or Decimal(0), DESIMAL_NILAI)


def _tulis_nilai(lhe: Lhe, komponen: Komponen, sub: SubKomponen | None, nilai: Decimal) -> None:
    baris = CatatanKomponen.objects.filter(lhe=lhe, komponen=komponen, sub=sub).first()
    if baris is None:
        sisipkan(CatatanKomponen(lhe=lhe, komponen=komponen, sub=sub, nilai=nilai))
    elif baris.nilai != nilai:
        baris.nilai = nilai
        simpan_jika_versi(baris, baris.versi)


def _periksa_lengkap(lhe: Lhe) -> None:
    """What an LHE from a worksheet needs before it is issued; paper may lack it."""
    if lhe.lembar_id is None:
        return
    kurang = {}
    if not lhe.nomor:
        kurang["nomor"] = "Isi nomor LHE."
    if lhe.tanggal is None:
        kurang["tanggal"] = "Isi tanggal LHE."
    if lhe.nilai is None:
        kurang["nilai"] = "Susun ulang draf LHE dari lembar kerjanya."
    if kurang:
        raise ValidationError(kurang)


def _kunci_unit(unit: Unit) -> None:
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)


def _kunci_draf(lhe: Lhe) -> Lhe:
    kini = Lhe.objects.select_for_update(no_key=True).get(pk=lhe.pk)
    if kini.status != StatusLhe.DRAF:
        raise KeadaanSalah(
            f"LHE ini sudah {LABEL_LHE[kini.status]}, sehingga tidak dapat diubah. Susun LHE "
            "pengganti bila harus diperbaiki."
        )
    return kini
