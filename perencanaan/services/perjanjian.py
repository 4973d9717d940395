"""Perjanjian Kinerja: filled while a draft, put forward, sent back, signed. Then it is frozen."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet

from perencanaan.alur import ALUR_RENCANA
from perencanaan.models import PerjanjianKinerja, PkBaris, PkProgram
from perencanaan.models.perjanjian import TingkatPk
from perencanaan.permissions import boleh_menyusun
from perencanaan.queries.angka_perjanjian import angka_tercetak
from perencanaan.services.bahan_perjanjian import Kolom, bahan_perjanjian
from perencanaan.services.konteks_perjanjian import SKEMA, isi_tabel, konteks_beku
from perencanaan.status import DAPAT_DIUBAH, LABEL_STATUS, StatusRencana
from sakip.dokumen.kanonik import sidik_kanonik
from sakip.dokumen.services import catat_terbitan, siapkan
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import Potret, catat, potret
from sakip.jejak.transisi import jalankan
from sakip.lib.izin import Tolak
from sakip.lib.transisi import DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Pengguna
from sakip.web.versi import simpan_jika_versi

JENIS_DOKUMEN = "perjanjian-kinerja"


def segarkan(perjanjian: PerjanjianKinerja, *, oleh: Pengguna, tanggal: date) -> None:
    """Fill a draft, or refresh it, from what is in force: Renstra, budget, and posts on `tanggal`.

    Rows keep their order and the remarks of their programs; new ones follow, and what the Renstra
    or the budget no longer names goes. Raises KeadaanSalah (not a draft, a budget of another unit),
    HakKurang, TidakAda (no Renstra, nobody in a post), DidahuluiOrangLain, ValidationError; then
    nothing was written.
    """
    _periksa_dapat_diubah(perjanjian, oleh)
    with transaction.atomic():
        kini = _kunci(perjanjian)
        sebelum = _potret_lengkap(kini)
        bahan = bahan_perjanjian(kini, tanggal)
        _isi(kini, bahan.kepala)
        kini.full_clean()
        simpan_jika_versi(kini, kini.versi)
        _tulis(kini.baris.all(), "indikator_id", bahan.baris, PkBaris, kini)
        _tulis(kini.program.all(), "simpul_id", bahan.program, PkProgram, kini)
        catat(
            Aksi.RENCANA_DISEGARKAN,
            kini,
            oleh=oleh,
            sebelum=sebelum,
            sesudah=_potret_lengkap(kini),
            unit_id=kini.unit_id,
        )
    perjanjian.refresh_from_db()


def ajukan(perjanjian: PerjanjianKinerja, *, oleh: Pengguna) -> None:
    """Raises HakKurang, KeadaanSalah, DidahuluiOrangLain."""
    jalankan(ALUR_RENCANA, perjanjian, StatusRencana.DIAJUKAN, oleh=oleh)


def kembalikan(perjanjian: PerjanjianKinerja, *, oleh: Pengguna, alasan: str) -> None:
    """Raises HakKurang, KeadaanSalah, CatatanKurang, DidahuluiOrangLain."""
    jalankan(ALUR_RENCANA, perjanjian, StatusRencana.DIKEMBALIKAN, oleh=oleh, catatan=alasan)


def tetapkan(perjanjian: PerjanjianKinerja, *, oleh: Pengguna, tanggal: date) -> None:
    """Sign it on a date, from which it is in force; what it says is issued and never changes.

    Raises HakKurang, KeadaanSalah, ValidationError (a date before the agreement it follows),
    DidahuluiOrangLain; then nothing was written.
    """
    ALUR_RENCANA.periksa(perjanjian, perjanjian.status, StatusRencana.DITETAPKAN, oleh, "")
    _periksa_urutan(perjanjian, tanggal)
    terbitan = siapkan(
        jenis=jenis_dokumen(perjanjian),
        unit=perjanjian.unit,
        tahun=perjanjian.tahun,
        konteks=konteks_beku(perjanjian, tanggal),
        skema=SKEMA,
        berkas={},
        alasan=perjanjian.dasar_perubahan,
        tercetak=tuple(angka_tercetak(perjanjian)),
    )
    with transaction.atomic():
        # whoever comes second is told so here, before a document gets its number
        kini = _kunci(perjanjian)
        if konteks_beku(kini, tanggal) != terbitan.konteks:
            raise DidahuluiOrangLain(DIDAHULUI)
        dokumen = catat_terbitan(terbitan, oleh=oleh)
        jalankan(
            ALUR_RENCANA,
            perjanjian,
            StatusRencana.DITETAPKAN,
            oleh=oleh,
            isian={"tanggal_tanda_tangan": tanggal, "dokumen_id": dokumen.pk},
        )


def jenis_dokumen(perjanjian: PerjanjianKinerja) -> str:
    """The kind under which it is issued: each post has versions of its own, the head's the plain one."""
    if perjanjian.tingkat == TingkatPk.ESELON_2:
        return JENIS_DOKUMEN
    return f"{JENIS_DOKUMEN}-{perjanjian.tingkat}-{sidik_kanonik(perjanjian.jabatan)[:8]}"


DIDAHULUI = "Orang lain baru saja mengubahnya. Muat ulang untuk melihat keadaan terkini."


def _kunci(perjanjian: PerjanjianKinerja) -> PerjanjianKinerja:
    """The row as it is stored, held until the transaction ends. Raises DidahuluiOrangLain."""
    kini = PerjanjianKinerja.objects.select_for_update(no_key=True).get(pk=perjanjian.pk)
    if (kini.status, kini.versi) != (perjanjian.status, perjanjian.versi):
        raise DidahuluiOrangLain(DIDAHULUI)
    return kini


def _periksa_dapat_diubah(perjanjian: PerjanjianKinerja, oleh: Pengguna) -> None:
    if perjanjian.status not in DAPAT_DIUBAH:
        raise KeadaanSalah(
            f"Keadaannya {LABEL_STATUS[perjanjian.status]}, sehingga isinya tidak dapat diubah."
        )
    izin = boleh_menyusun(oleh, perjanjian)
    if isinstance(izin, Tolak):
        raise HakKurang(izin.alasan)


def _periksa_urutan(perjanjian: PerjanjianKinerja, tanggal: date) -> None:
    """The agreements of a post are signed one after the other."""
    tetap = StatusRencana.DITETAPKAN
    for lain in _sejawat(perjanjian):
        if lain.ke < perjanjian.ke and lain.status != tetap:
            raise KeadaanSalah(f"{lain} ke-{lain.ke} belum ditetapkan. Tetapkan itu dahulu.")
        if lain.ke > perjanjian.ke and lain.status == tetap:
            raise KeadaanSalah(f"{lain} ke-{lain.ke} sudah ditetapkan. Buat perubahan baru.")
        if lain.ke < perjanjian.ke and (lain.tanggal_tanda_tangan or tanggal) > tanggal:
            raise ValidationError(
                {
                    "tanggal_tanda_tangan": "Tanggal ini sebelum perjanjian yang digantikannya. "
                    "Isi tanggal yang sama atau sesudahnya."
                }
            )


def _sejawat(perjanjian: PerjanjianKinerja) -> QuerySet[PerjanjianKinerja]:
    """The other agreements of the same post and year."""
    milik = PerjanjianKinerja.objects.exclude(pk=perjanjian.pk).filter(
        unit=perjanjian.unit, tahun=perjanjian.tahun, tingkat=perjanjian.tingkat
    )
    if perjanjian.tingkat == TingkatPk.ESELON_2:
        return milik
    return milik.filter(jabatan=perjanjian.jabatan)


def _potret_lengkap(perjanjian: PerjanjianKinerja) -> Potret:
    return {**potret(perjanjian), **isi_tabel(perjanjian)}


def _isi(objek: Any, isi: Kolom) -> bool:
    """Set columns; whether any of them was another before."""
    beda = any(getattr(objek, nama) != nilai for nama, nilai in isi.items())
    for nama, nilai in isi.items():
        setattr(objek, nama, nilai)
    return beda


def _tulis(
    tersimpan: Iterable[Any],
    kunci: str,
    isi: dict[int, Kolom],
    model: type[PkBaris | PkProgram],
    perjanjian: PerjanjianKinerja,
) -> None:
    """Make the rows of a table say `isi`, each found by its column `kunci`."""
    ada = {getattr(satu, kunci): satu for satu in tersimpan}
    urutan = max((satu.urutan for satu in ada.values()), default=0)
    for nomor in ada.keys() - isi.keys():
        ada[nomor].delete()
    for nomor, kolom in isi.items():
        baris = ada.get(nomor)
        if baris is None:
            urutan += 1
            baru = model(perjanjian=perjanjian, urutan=urutan, **{kunci: nomor}, **kolom)
            baru.full_clean()
            baru.save(force_insert=True)
        elif _isi(baris, kolom):
            baris.full_clean()
            simpan_jika_versi(baris, baris.versi)
