"""The settings of a report: where it is signed, its rule of efisiensi, which sections it has."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction

from pelaporan.models import Bagian, GambarBagian, Laporan, Paragraf
from pelaporan.permissions import boleh_mengatur_laporan
from pelaporan.queries.tulisan import laporan_terakhir
from pelaporan.services.dasar import DIDAHULUI, kunci_unit, minta, salin_tulisan
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import Potret, catat, potret
from sakip.lib.transisi import KeadaanSalah
from sakip.organisasi.models import Pengguna
from sakip.web.versi import SudahBerubah, simpan_jika_versi

TANPA_DRAF = "LKjIP ini tidak sedang diperbaiki, sehingga tidak ada draf perbaikan untuk dibuang."
KATA = {True: "dimuat", False: "tidak dimuat"}
BAGIAN = "bagian."  # how the trail names a section, before its key


def atur_laporan(
    laporan: Laporan,
    tampil: Mapping[str, bool],
    *,
    bawaan: Mapping[str, bool],
    oleh: Pengguna,
    versi: int | None = None,
) -> None:
    """Write the settings of a draft; a new one is the first, or is to replace what was issued.

    `tampil` says of sections by their keys whether they are printed, `bawaan` what holds of one
    that nothing was said of. Raises HakKurang, KeadaanSalah (issued), SudahBerubah,
    ValidationError.
    """
    minta(boleh_mengatur_laporan(oleh, laporan.unit))
    with transaction.atomic():
        kunci_unit(laporan.unit)
        lama = laporan_terakhir(laporan.unit, laporan.tahun)
        sebelum = None
        if laporan._state.adding:
            _mulai(laporan, lama)
        else:
            sebelum = _ubah(laporan, versi or 0)
        semula = _tertulis(laporan)
        _tulis_bagian(laporan, tampil, bawaan)
        sesudah = _tertulis(laporan)
        beda = {kunci for kunci in sesudah if semula.get(kunci) != sesudah[kunci]}
        catat(
            Aksi.LAPORAN_DIATUR,
            laporan,
            oleh=oleh,
            sebelum=None if sebelum is None else sebelum | _potret_bagian(semula, beda, bawaan),
            sesudah=potret(laporan) | _potret_bagian(sesudah, beda, bawaan),
            unit_id=laporan.unit_id,
        )


def buang_draf(laporan: Laporan, *, oleh: Pengguna, ke: int, versi: int) -> None:
    """Throw away the draft of a correction with its words; what was issued stays as it is.

    `ke` and `versi` are those that were seen. Raises HakKurang, KeadaanSalah (no such draft), SudahBerubah.
    """
    minta(boleh_mengatur_laporan(oleh, laporan.unit))
    with transaction.atomic():
        kunci_unit(laporan.unit)
        kini = Laporan.objects.filter(pk=laporan.pk, dokumen=None, ke__gt=1).first()
        if kini is None:
            raise KeadaanSalah(TANPA_DRAF)
        if (kini.ke, kini.versi) != (ke, versi):
            raise SudahBerubah(DIDAHULUI)
        tertulis, paragraf = _tertulis(kini), Paragraf.objects.filter(bagian__laporan=kini)
        kata = {
            f"paragraf.{p.bagian.kunci}.{p.urutan}": p.teks
            for p in paragraf.select_related("bagian")
        }
        catat(
            Aksi.LAPORAN_DRAF_DIBUANG,
            kini,
            oleh=oleh,
            sebelum=potret(kini) | _potret_bagian(tertulis, set(tertulis), tertulis) | kata,
            unit_id=kini.unit_id,
        )
        paragraf.delete()
        GambarBagian.objects.filter(bagian__laporan=kini).delete()
        kini.bagian.all().delete()
        kini.delete()


def _mulai(laporan: Laporan, lama: Laporan) -> None:
    """Store a new draft, with the words of the issued one that it is to replace."""
    if laporan.ke != (1 if lama._state.adding else lama.ke + 1):
        raise SudahBerubah(DIDAHULUI)
    laporan.full_clean()
    laporan.save(force_insert=True)
    if not lama._state.adding:
        salin_tulisan(lama, laporan)


def _ubah(laporan: Laporan, versi: int) -> Potret:
    kini = Laporan.objects.get(pk=laporan.pk)
    if kini.dokumen_id is not None:
        raise KeadaanSalah(
            f"{laporan} sudah terbit, sehingga tidak dapat diubah. Muat ulang untuk menyiapkan "
            "perbaikannya."
        )
    laporan.full_clean()
    simpan_jika_versi(laporan, versi)
    return potret(kini)


def _tertulis(laporan: Laporan) -> dict[str, bool]:
    return dict(Bagian.objects.filter(laporan=laporan).values_list("kunci", "tampil"))


def _tulis_bagian(laporan: Laporan, tampil: Mapping[str, bool], bawaan: Mapping[str, bool]) -> None:
    """Only where it differs from what is there, or from what holds without a row."""
    ada = {satu.kunci: satu for satu in Bagian.objects.filter(laporan=laporan)}
    for kunci, mau in tampil.items():
        bagian = ada.get(kunci)
        if bagian is None and mau != bawaan[kunci]:
            baru = Bagian(laporan=laporan, kunci=kunci, tampil=mau)
            baru.full_clean()
            baru.save(force_insert=True)
        elif bagian is not None and bagian.tampil != mau:
            bagian.tampil = mau
            simpan_jika_versi(bagian, bagian.versi)


def _potret_bagian(
    tertulis: Mapping[str, bool], beda: set[str], bawaan: Mapping[str, bool]
) -> Potret:
    return {f"{BAGIAN}{kunci}": KATA[tertulis.get(kunci, bawaan[kunci])] for kunci in sorted(beda)}


def bagian_diatur(isi: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The sections that an act of the trail switched, by their keys, each with what became of it."""
    for kunci, kata in isi.items():
        if kunci.startswith(BAGIAN):
            yield kunci.removeprefix(BAGIAN), kata
