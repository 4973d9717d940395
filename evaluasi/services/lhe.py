"""LHE: drafted from a worksheet or recorded from paper, then issued and frozen."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from evaluasi.alur import ALUR_LHE
from evaluasi.models import (
    CatatanKomponen,
    Komponen,
    LembarKerja,
    Lhe,
    Rekomendasi,
    RekomendasiKomponen,
    SubKomponen,
)
from evaluasi.permissions import boleh_mengevaluasi, boleh_menyusun_lhe
from evaluasi.queries.angka_lembar import angka_lhe
from evaluasi.queries.hasil import hasil_tahap
from evaluasi.queries.penanda import penanda_inspektorat
from evaluasi.queries.susun_lhe import (
    Bagian,
    lhe_digantikan,
    nilai_berubah,
    nilai_lembar,
)
from evaluasi.services.dasar import DIDAHULUI, berikutnya, minta, sisipkan
from evaluasi.services.konteks_lhe import SKEMA, konteks_lhe
from evaluasi.services.pengganti import TERTULIS, alihkan_rekomendasi, warisi
from evaluasi.status import LABEL_LHE, StatusLhe, StatusTahap
from sakip.dokumen.services import catat_terbitan, siapkan
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.jejak.simpan import simpan
from sakip.jejak.transisi import jalankan
from sakip.lib import waktu
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Pengguna, Unit
from sakip.web.versi import SudahBerubah, simpan_jika_versi

JENIS_DOKUMEN = "lhe"
Pencetak = Callable[[dict[str, Any]], bytes]
TULISAN = frozenset(
    {"nomor", "tanggal", "ringkasan", "penanda_nama", "penanda_nip", "penanda_jabatan", "tembusan"}
)
# what a worksheet gives, and only an LHE from paper has written in
DARI_LEMBAR = frozenset({"nilai", "predikat", "tahun_kinerja"})


def susun_lhe(lembar: LembarKerja, *, oleh: Pengguna, alasan: str = "") -> Lhe:
    """The draft of a worksheet whose deciding stage is finished; an existing draft is refreshed.

    Notes stay, scores are written anew. The draft of a new version begins with what the issued
    one says. Raises HakKurang, KeadaanSalah, ValidationError (a new
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
        lama = lhe_digantikan(lhe) if lhe._state.adding else None
        if lhe._state.adding:
            _awali(lhe, lama)
        _periksa_tahun(lhe)
        lhe.full_clean()
        simpan(
            lhe,
            oleh=oleh,
            aksi=Aksi.LHE_DISUSUN,
            versi=None if lhe._state.adding else lhe.versi,
            unit_id=lhe.unit_id,
        )
        if lama is not None:
            warisi(lhe, lama, oleh=oleh)
        _tulis_nilai(lhe, nilai)
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

    One that replaces an issued LHE begins with what that one says. Raises HakKurang, ValidationError.
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
        lama = lhe_digantikan(lhe)
        if lama is not None:
            _awali(lhe, lama)
        _periksa_tanggal(lhe)
        _periksa_tahun(lhe)
        sisipkan(lhe)
        catat(Aksi.LHE_DICATAT, lhe, oleh=oleh, sesudah=potret(lhe), unit_id=lhe.unit_id)
        if lama is not None:
            warisi(lhe, lama, oleh=oleh)
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
        _periksa_tanggal(lhe)
        _periksa_tahun(lhe)
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

    To take one from paper away, see `hapus_catatan`. Raises HakKurang, KeadaanSalah, ValidationError, SudahBerubah.
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


def hapus_catatan(catatan: CatatanKomponen, *, oleh: Pengguna, versi: int) -> None:
    """Take a note with its score out of a draft from paper.

    Raises HakKurang, KeadaanSalah, SudahBerubah.
    """
    lhe = catatan.lhe
    minta(boleh_menyusun_lhe(oleh, lhe))
    with transaction.atomic():
        if _kunci_draf(lhe).lembar_id is not None:
            raise KeadaanSalah("Nilai komponen berasal dari lembar kerja, sehingga tidak dihapus.")
        if not CatatanKomponen.objects.filter(pk=catatan.pk, versi=versi).exists():
            raise SudahBerubah(DIDAHULUI)
        catat(Aksi.LHE_DIUBAH, catatan, oleh=oleh, sebelum=potret(catatan), unit_id=lhe.unit_id)
        CatatanKomponen.objects.filter(pk=catatan.pk).delete()


def terbitkan_lhe(lhe: Lhe, *, oleh: Pengguna, cetak: Pencetak | None = None) -> None:
    """Issue a draft; what it says is frozen, with its recommendations.

    `cetak` makes its PDF of what is frozen, outside the transaction. Of one that was recorded from
    paper, the paper is the document: it gets none.

    Raises HakKurang, KeadaanSalah (a score that is not the worksheet's any more), ValidationError
    (number, date or score missing), DidahuluiOrangLain; then nothing was written.
    """
    ALUR_LHE.periksa(lhe, lhe.status, StatusLhe.TERBIT, oleh, "")
    _periksa_lengkap(lhe)
    konteks = konteks_lhe(lhe)
    terbitan = siapkan(
        jenis=JENIS_DOKUMEN,
        unit=lhe.unit,
        tahun=lhe.tahun_evaluasi,
        konteks=konteks,
        skema=SKEMA,
        berkas={"pdf": cetak(konteks)} if cetak and lhe.lembar_id else {},
        nomor=lhe.nomor,
        alasan=lhe.alasan,
        tercetak=angka_lhe(lhe),
    )
    with transaction.atomic():
        _kunci_unit(lhe.unit)
        kini = _kunci_draf(lhe)
        if kini.versi != lhe.versi or konteks_lhe(kini) != terbitan.konteks:
            raise DidahuluiOrangLain(DIDAHULUI)
        if kini.lembar is not None:
            LembarKerja.objects.select_for_update(no_key=True).get(pk=kini.lembar.pk)
        if salah := nilai_berubah(kini):
            raise KeadaanSalah(salah)
        dokumen = catat_terbitan(terbitan, oleh=oleh)
        jalankan(ALUR_LHE, lhe, StatusLhe.TERBIT, oleh=oleh, isian={"dokumen_id": dokumen.pk})
        alihkan_rekomendasi(lhe, oleh=oleh)


def batalkan_draf(lhe: Lhe, *, oleh: Pengguna, versi: int) -> None:
    """Throw a draft away with its notes and recommendations; what was issued stays.

    Raises HakKurang, KeadaanSalah (issued, or a recommendation of it is repeated elsewhere),
    SudahBerubah.
    """
    minta(boleh_menyusun_lhe(oleh, lhe))
    with transaction.atomic():
        kini = _kunci_draf(lhe)
        if kini.versi != versi:
            raise SudahBerubah(DIDAHULUI)
        if Rekomendasi.objects.filter(berulang_dari__lhe=kini).exists():
            raise KeadaanSalah(
                "Rekomendasi tahun lain dikaitkan sebagai ulangan dari draf ini. Lepaskan dahulu."
            )
        catat(Aksi.LHE_DIBATALKAN, kini, oleh=oleh, sebelum=potret(kini), unit_id=kini.unit_id)
        RekomendasiKomponen.objects.filter(rekomendasi__lhe=kini).delete()
        kini.rekomendasi.all().delete()
        kini.catatan.all().delete()
        kini.delete()


def pastikan_draf(lhe: Lhe) -> Lhe:
    """Hold an LHE that is still a draft; to be called in a transaction. Raises KeadaanSalah."""
    return _kunci_draf(lhe)


def _awali(lhe: Lhe, lama: Lhe | None) -> None:
    """What a draft begins with: the words of the issued one, or who signs for the inspektorat."""
    if lama is not None:
        for nama in TERTULIS:
            setattr(lhe, nama, getattr(lama, nama))
        return
    penanda = penanda_inspektorat(lhe.unit.pemda, waktu.hari_ini(lhe.unit.pemda.zona))
    if penanda is not None:
        lhe.penanda_nama = penanda.pejabat.nama
        lhe.penanda_nip = penanda.pejabat.nip
        lhe.penanda_jabatan = penanda.jabatan_tercetak()


def _periksa_tahun(lhe: Lhe) -> None:
    """A replacement judges the same year: who may decide on its follow-up hangs on that."""
    lama = lhe_digantikan(lhe)
    if lama is not None and lama.tahun_kinerja != lhe.tahun_kinerja:
        raise ValidationError(
            f"LHE {lhe.tahun_evaluasi} yang sudah terbit menilai kinerja {lama.tahun_kinerja}. "
            f"Ganti dari halaman LHE tahun {lama.tahun_kinerja}."
        )


def _hasil(lembar: LembarKerja) -> tuple[Decimal, str, dict[Bagian, Decimal]]:
    """Total, letter, and the score of each komponen and sub-komponen. Raises KeadaanSalah."""
    penentu = lembar.tahap.filter(tahap__penentu=True).first()
    if penentu is None or penentu.status != StatusTahap.SELESAI:
        raise KeadaanSalah("Evaluasi inspektorat atas lembar kerja ini belum selesai.")
    hasil = hasil_tahap(penentu)
    if hasil.total is None or hasil.predikat is None:
        raise KeadaanSalah(f"Sub-komponen {', '.join(hasil.belum)} belum dinilai.")
    total, nilai = nilai_lembar(hasil, lembar)
    return total or Decimal(0), hasil.predikat.kode, nilai


def _tulis_nilai(lhe: Lhe, nilai: dict[Bagian, Decimal]) -> None:
    """Of weights that sum to 100, so that no score is outside what the table takes."""
    ada = {(satu.komponen_id, satu.sub_id): satu for satu in lhe.catatan.all()}
    baru = []
    for (komponen, sub), angka in nilai.items():
        baris = ada.get((komponen.pk, None if sub is None else sub.pk))
        if baris is None:
            baru.append(CatatanKomponen(lhe=lhe, komponen=komponen, sub=sub, nilai=angka))
        elif baris.nilai != angka:
            baris.nilai = angka
            simpan_jika_versi(baris, baris.versi)
    CatatanKomponen.objects.bulk_create(baru)


def _periksa_tanggal(lhe: Lhe) -> None:
    """An evaluation of a year is not reported before that year. Raises ValidationError."""
    if lhe.tanggal is not None and lhe.tanggal.year < lhe.tahun_evaluasi:
        raise ValidationError(
            {
                "tanggal": f"Tanggal ini sebelum tahun evaluasinya ({lhe.tahun_evaluasi}). "
                "Periksa tanggal pada LHE-nya."
            }
        )


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
