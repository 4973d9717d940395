"""A proposed realisasi, taken over by who enters the figure; and where proposals come from."""

from django.db import transaction

from pengukuran.models import Realisasi, SumberUsulan
from pengukuran.permissions import boleh_mengatur_sumber, boleh_mengisi
from pengukuran.queries.usulan import Usulan, usulan_periode
from pengukuran.services.dasar import DIDAHULUI, wajib, wajib_terbuka
from pengukuran.services.isi_sel import bakukan, isi_sel, terapkan
from pengukuran.services.sel import (
    Sel,
    baca_baris,
    bahan_sel,
    baris_baru,
    baris_terkunci,
    buang_ketikan,
    buat_baris,
    lengkapi_baris,
    periksa_dapat_diubah,
    periksa_periode,
    potret_baris,
)
from pengukuran.status import SumberRealisasi
from sakip.jejak.aksi import Aksi
from sakip.jejak.simpan import simpan
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Pengguna
from sakip.web.versi import simpan_jika_versi

BERUBAH = "Usulannya sudah berubah sejak halaman ini dibuka. Periksa angkanya, lalu ambil lagi."


def ambil_usulan(sel: Sel, *, nilai: str, semula: str, oleh: Pengguna) -> Usulan:
    """Fill the cell with what is proposed for it; it stays a draft, to be submitted as any other.

    `nilai` is the proposal that was read, `semula` what the cell held then. Raises TidakAda,
    HakKurang, KeadaanSalah (nothing proposed, another proposal by now, closed, submitted),
    DidahuluiOrangLain, TulisanSalah (a figure that its formula gives); then nothing was written.
    """
    bahan = bahan_sel(sel.unit, sel.tahun, sel.indikator_id)
    periksa_periode(sel, bahan)
    baru = baris_baru(sel, bahan, oleh)
    wajib(boleh_mengisi(oleh, baru))
    wajib_terbuka(baru)
    usulan = usulan_periode(sel.unit, sel.tahun, sel.bulan, sel.indikator_id).get(sel.indikator_id)
    teks = "" if usulan is None else usulan.teks
    if usulan is None or not teks:
        raise KeadaanSalah("Tidak ada angka yang diusulkan untuk isian ini. Isi sendiri angkanya.")
    if bakukan(nilai, sel.kolom, bahan) != teks:
        raise KeadaanSalah(BERUBAH)
    with transaction.atomic():
        tersimpan = baris_terkunci(sel, bahan)
        baris = baca_baris(tersimpan or baru, bahan)
        realisasi = baris.realisasi
        periksa_dapat_diubah(realisasi)
        if _sudah_dipakai(realisasi, usulan, isi_sel(baris, sel.kolom)):
            return usulan
        if bakukan(semula, sel.kolom, bahan) != isi_sel(baris, sel.kolom):
            raise DidahuluiOrangLain(DIDAHULUI)
        sebelum, lama = potret_baris(baris), dict(baris.variabel)
        terapkan(baris, sel.kolom, teks, bahan)
        realisasi.sumber, realisasi.rujukan_sumber = SumberRealisasi.SISTEM, usulan.rujukan
        realisasi.catatan_sumber = usulan.catatan
        realisasi.diisi_oleh = oleh
        if tersimpan is not None:
            simpan_jika_versi(realisasi, realisasi.versi)
        elif not buat_baris(realisasi):
            raise DidahuluiOrangLain(DIDAHULUI)
        kini = sebelum if tersimpan else None
        lengkapi_baris(baris, lama, bahan, oleh, kini, alasan=usulan.catatan)
        buang_ketikan(sel, oleh=oleh)
    return usulan


def _sudah_dipakai(realisasi: Realisasi, usulan: Usulan, kini: str) -> bool:
    """A second press writes nothing."""
    return (
        realisasi.sumber == SumberRealisasi.SISTEM
        and (realisasi.catatan_sumber, realisasi.rujukan_sumber) == (usulan.catatan, usulan.rujukan)
        and kini == usulan.teks
    )


def atur_sumber(sumber: SumberUsulan, *, oleh: Pengguna, versi: int | None) -> None:
    """Where the figure of an indikator is proposed from. Raises HakKurang, SudahBerubah."""
    unit = sumber.indikator.unit
    wajib(boleh_mengatur_sumber(oleh, unit))
    simpan(sumber, oleh=oleh, aksi=Aksi.SUMBER_USULAN_DIATUR, versi=versi, unit_id=unit.pk)
