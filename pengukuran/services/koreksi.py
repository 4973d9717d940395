"""What changes after kunci: asked for by one person, written by another, kept in a ledger."""

from collections.abc import Mapping

from django.db import transaction

from pengukuran.hitung.kolom import giliran
from pengukuran.models import Koreksi, Realisasi, UsulanKoreksi
from pengukuran.permissions import boleh_mengisi, boleh_menyetujui
from pengukuran.queries.jendela_isian import jendela_realisasi
from pengukuran.services.dasar import DIDAHULUI, kunci_baris, wajib
from pengukuran.services.isi_sel import (
    BahanSel,
    IsiBaris,
    TulisanSalah,
    bakukan,
    isi_sel,
    periksa_kolom,
    rapikan,
    terapkan,
)
from pengukuran.services.sel import baca_baris, bahan_sel, potret_baris, tulis_variabel
from pengukuran.status import StatusRealisasi
from perencanaan.hitung.nilai import JENIS_REALISASI
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import beda, catat
from sakip.lib import waktu
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Pengguna
from sakip.web.versi import simpan_jika_versi


def usulkan_koreksi(
    realisasi: Realisasi, *, isi: Mapping[str, str], alasan: str, oleh: Pengguna
) -> UsulanKoreksi:
    """Ask for other contents of some cells of an approved figure whose window is locked.

    Raises HakKurang, KeadaanSalah (not approved, not locked yet, another one waits, nothing would
    change), CatatanKurang, TulisanSalah with its question, TidakAda, DidahuluiOrangLain.
    """
    wajib(boleh_mengisi(oleh, realisasi))
    if not rapikan(alasan):
        raise CatatanKurang("Tulis alasan koreksinya.")
    _periksa_terkunci(realisasi)
    with transaction.atomic():
        kunci_baris(realisasi)
        if realisasi.usulan_koreksi.filter(selesai=False).exists():
            raise KeadaanSalah("Masih ada usulan koreksi yang menunggu pimpinan untuk angka ini.")
        bahan = bahan_sel(realisasi.unit, realisasi.tahun, realisasi.indikator_id)
        semula = _coba(realisasi, isi, bahan)
        usulan = UsulanKoreksi.objects.create(
            realisasi=realisasi,
            isi={kolom: rapikan(teks) for kolom, teks in isi.items()},
            semula=semula,
            alasan=rapikan(alasan),
            oleh=oleh,
            waktu=waktu.sekarang(),
        )
        catat(
            Aksi.KOREKSI_DIUSULKAN,
            realisasi,
            oleh=oleh,
            sebelum=semula,
            sesudah=usulan.isi,
            alasan=usulan.alasan,
            unit_id=realisasi.unit_id,
        )
    return usulan


def setujui_koreksi(usulan: UsulanKoreksi, *, oleh: Pengguna) -> Koreksi:
    """Write the correction: the figure, its entry in the ledger and the trail are one act.

    Raises HakKurang (also to whoever asked for it or entered the figure), KeadaanSalah (decided
    already), DidahuluiOrangLain (the figure is no longer what the request was about).
    """
    realisasi = usulan.realisasi
    wajib(izin_memutuskan(usulan, oleh))
    _periksa_terkunci(realisasi)
    with transaction.atomic():
        kunci_baris(realisasi)
        _tutup(usulan)
        bahan = bahan_sel(realisasi.unit, realisasi.tahun, realisasi.indikator_id)
        baris = baca_baris(realisasi, bahan)
        if {kolom: isi_sel(baris, kolom) for kolom in usulan.isi} != usulan.semula:
            raise DidahuluiOrangLain(DIDAHULUI)
        lama, sebelum = dict(baris.variabel), potret_baris(baris)
        _terapkan_semua(baris, usulan.isi, bahan)
        simpan_jika_versi(realisasi, realisasi.versi)
        tulis_variabel(baris, lama, bahan)
        dulu, kini = beda(sebelum, potret_baris(baris))
        koreksi = Koreksi.objects.create(
            realisasi=realisasi,
            sebelum=dulu,
            sesudah=kini,
            alasan=usulan.alasan,
            diajukan_oleh=usulan.oleh,
            disetujui_oleh=oleh,
            waktu=waktu.sekarang(),
        )
        catat(
            Aksi.REALISASI_DIKOREKSI,
            realisasi,
            oleh=oleh,
            sebelum=dulu,
            sesudah=kini,
            alasan=usulan.alasan,
            unit_id=realisasi.unit_id,
        )
    return koreksi


def tolak_koreksi(usulan: UsulanKoreksi, *, oleh: Pengguna, alasan: str) -> None:
    """Leave the figure as it is. Raises HakKurang, KeadaanSalah, CatatanKurang."""
    wajib(izin_memutuskan(usulan, oleh))
    if not rapikan(alasan):
        raise CatatanKurang("Tulis mengapa usulan koreksi ini ditolak.")
    with transaction.atomic():
        _tutup(usulan)
        catat(
            Aksi.KOREKSI_DITOLAK,
            usulan.realisasi,
            oleh=oleh,
            sebelum=usulan.isi,
            alasan=rapikan(alasan),
            unit_id=usulan.realisasi.unit_id,
        )


def izin_memutuskan(usulan: UsulanKoreksi, oleh: Pengguna) -> Izin:
    """Whether this person may decide it: a head, and not the one who asked."""
    if usulan.oleh_id == oleh.pk:
        return Tolak("Anda yang mengusulkan koreksi ini; yang memutuskannya orang lain.")
    return boleh_menyetujui(oleh, usulan.realisasi)


def _tutup(usulan: UsulanKoreksi) -> None:
    """Of two who decide at once exactly one succeeds. Raises KeadaanSalah."""
    if UsulanKoreksi.objects.filter(pk=usulan.pk, selesai=False).update(selesai=True) != 1:
        raise KeadaanSalah("Usulan koreksi ini sudah diputuskan.")
    usulan.selesai = True


def izin_keadaan(realisasi: Realisasi) -> Izin:
    """Whether a figure is one to correct, whoever asks: approved, and its window locked."""
    if realisasi.status != StatusRealisasi.DISETUJUI:
        label = StatusRealisasi(realisasi.status).label
        return Tolak(f"Yang dikoreksi angka yang sudah disetujui; keadaannya {label}.")
    if not jendela_realisasi(realisasi).lewat_kunci:
        return Tolak(
            "Masa pengisiannya belum dikunci. Minta pimpinan membuka kembali isian ini; koreksi "
            "baru diperlukan setelah dikunci."
        )
    return Boleh()


def _periksa_terkunci(realisasi: Realisasi) -> None:
    izin = izin_keadaan(realisasi)
    if isinstance(izin, Tolak):
        raise KeadaanSalah(izin.alasan)


def _coba(realisasi: Realisasi, isi: Mapping[str, str], bahan: BahanSel) -> dict[str, str]:
    """What the cells hold now, after trying the new texts on a copy that is never written."""
    baris = baca_baris(Realisasi.objects.get(pk=realisasi.pk), bahan)
    for kolom in isi:
        periksa_kolom(kolom, bahan)
    semula = {kolom: isi_sel(baris, kolom) for kolom in isi}
    if all(bakukan(teks, kolom, bahan) == semula[kolom] for kolom, teks in isi.items()):
        raise KeadaanSalah("Usulan ini sama dengan yang tersimpan, sehingga tidak ada koreksi.")
    _terapkan_semua(baris, isi, bahan)
    return semula


def _terapkan_semua(baris: IsiBaris, isi: Mapping[str, str], bahan: BahanSel) -> None:
    for kolom in sorted(isi, key=giliran):
        try:
            terapkan(baris, kolom, isi[kolom], bahan)
        except TulisanSalah as salah:
            salah.kolom = kolom
            raise
    if baris.realisasi.jenis not in [satu.value for satu in JENIS_REALISASI]:
        raise TulisanSalah(
            "Koreksi tidak dapat mengosongkan angka. Tulis angka yang benar, atau alasan mengapa "
            "belum diukur."
        )
