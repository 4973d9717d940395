"""The steps of a realisasi: submitted, taken back, returned, verified, approved, opened again.

Each takes the row as the person saw it: one that was changed meanwhile is not judged unseen.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from pengukuran.alur import ALUR_REALISASI
from pengukuran.hitung.kolom import Kolom, nama_variabel, sebut_kolom
from pengukuran.models import Pengembalian, Realisasi
from pengukuran.services.dasar import (
    Sebagai,
    catat_pemeriksa,
    catat_pengisi,
    kunci_baris,
    wajib_terbuka,
)
from pengukuran.services.isi_sel import rapikan
from pengukuran.services.kesiapan import BelumSiap, kesiapan, kesiapan_baris
from pengukuran.services.sel import bahan_sel
from pengukuran.status import StatusRealisasi
from sakip.jejak.aksi import Aksi
from sakip.jejak.queries import riwayat
from sakip.jejak.transisi import jalankan
from sakip.lib import waktu
from sakip.lib.galat import TidakAda
from sakip.lib.tanggal import tulis_saat
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Pengguna

S = StatusRealisasi
BELUM_DINILAI = {"diverifikasi_oleh": None, "disetujui_oleh": None}


# of judging: who did it, and how it is told to whoever did it already
PENILAIAN = {
    S.DIVERIFIKASI: ("diverifikasi_oleh", Aksi.REALISASI_DIVERIFIKASI, "verifikasi"),
    S.DISETUJUI: ("disetujui_oleh", Aksi.REALISASI_DISETUJUI, "setujui"),
}


class SudahDinilai(KeadaanSalah):
    """The same person has done it already: a button that was pressed twice."""


def ajukan(realisasi: Realisasi, *, oleh: Pengguna) -> None:
    """Put it forward to the sekretariat; what was returned counts as mended.

    Raises HakKurang, KeadaanSalah (wrong state, closed window), BelumSiap with what is missing,
    DidahuluiOrangLain; then nothing was written.
    """
    ALUR_REALISASI.periksa(realisasi, realisasi.status, S.DIAJUKAN, oleh, "")
    wajib_terbuka(realisasi)
    with transaction.atomic():
        kunci_baris(realisasi)
        hasil = kesiapan(realisasi)
        if not hasil.siap:
            raise BelumSiap(hasil)
        catat_pengisi(realisasi, oleh)
        realisasi.pengembalian.terbuka().update(selesai=True)
        _jalankan(
            realisasi,
            S.DIAJUKAN,
            oleh,
            isian={"diajukan_pada": waktu.sekarang(), "diajukan_oleh": oleh},
        )


def tarik(realisasi: Realisasi, *, oleh: Pengguna) -> None:
    """Take back what one submitted oneself, while the window is open.

    Raises HakKurang, KeadaanSalah, DidahuluiOrangLain.
    """
    ALUR_REALISASI.periksa(realisasi, realisasi.status, S.DRAF, oleh, "")
    wajib_terbuka(realisasi)
    with transaction.atomic():
        kunci_baris(realisasi)
        _jalankan(realisasi, S.DRAF, oleh, isian={"diajukan_pada": None, "diajukan_oleh": None})


def kembalikan(realisasi: Realisasi, *, oleh: Pengguna, alasan: Mapping[str, str]) -> None:
    """Send it back with the reason for each cell, by its column; `umum` is about the whole.

    Only while the window lets it be mended. Raises HakKurang, KeadaanSalah, CatatanKurang,
    TidakAda (a cell the indikator has not), DidahuluiOrangLain.
    """
    isi = _alasan_bersih(realisasi, alasan)
    catatan = "; ".join(f"{sebut_kolom(kolom)}: {teks}" for kolom, teks in isi.items())
    ALUR_REALISASI.periksa(realisasi, realisasi.status, S.DIKEMBALIKAN, oleh, catatan)
    wajib_terbuka(realisasi)
    with transaction.atomic():
        kunci_baris(realisasi)
        realisasi.pelaku.exclude(sebagai=Sebagai.PENGISI).delete()
        saat = waktu.sekarang()
        Pengembalian.objects.bulk_create(
            Pengembalian(realisasi=realisasi, kolom=kolom, alasan=teks, oleh=oleh, waktu=saat)
            for kolom, teks in isi.items()
        )
        _jalankan(realisasi, S.DIKEMBALIKAN, oleh, catatan=catatan, isian=BELUM_DINILAI)


def buka_kembali(realisasi: Realisasi, *, oleh: Pengguna, alasan: str) -> None:
    """Open what was approved, while its window is not locked; afterwards it takes a correction.

    Raises HakKurang, KeadaanSalah, CatatanKurang, DidahuluiOrangLain.
    """
    if realisasi.status != S.DISETUJUI:
        label = S(realisasi.status).label
        raise KeadaanSalah(f"Keadaannya {label}, sehingga tidak ada yang perlu dibuka kembali.")
    kembalikan(realisasi, oleh=oleh, alasan={Kolom.UMUM: alasan} if alasan.strip() else {})


def verifikasi(realisasi: Realisasi, *, oleh: Pengguna) -> None:
    """Confirm the figure, or accept the reason why it was not measured; also after kunci.

    Raises HakKurang (also to whoever entered any of it), KeadaanSalah, SudahDinilai,
    DidahuluiOrangLain.
    """
    with transaction.atomic():
        _kunci_penilaian(realisasi, S.DIVERIFIKASI, oleh)
        _jalankan(realisasi, S.DIVERIFIKASI, oleh, isian={"diverifikasi_oleh": oleh})
        catat_pemeriksa(realisasi, oleh, Sebagai.VERIFIKATOR)


@dataclass(frozen=True)
class Penolakan:
    """A row that was left as it is, and why; `sudah`: it was done already."""

    realisasi: Realisasi
    alasan: str
    sudah: bool = False


@dataclass(frozen=True)
class HasilBanyak:
    """What became of many rows: each was verified, or is named with the reason."""

    berhasil: tuple[Realisasi, ...]
    ditolak: tuple[Penolakan, ...]


def verifikasi_banyak(semua: Iterable[Realisasi], *, oleh: Pengguna) -> HasilBanyak:
    """Verify those of low risk; one that needs a look, or is refused, stays and is named."""
    baris = list(semua)
    siap = kesiapan_baris(baris)

    def langkah(satu: Realisasi) -> None:
        if not siap[satu.pk].berisiko_rendah:
            raise KeadaanSalah(
                "Isian ini perlu dilihat sendiri: ada temuan, catatan, atau pengembalian."
            )
        verifikasi(satu, oleh=oleh)

    return _satu_per_satu(baris, langkah)


def setujui(realisasi: Realisasi, *, oleh: Pengguna) -> None:
    """Make it count: from now on it appears in reports. Also after kunci.

    Raises HakKurang (also to whoever entered any of it), KeadaanSalah, SudahDinilai,
    DidahuluiOrangLain.
    """
    with transaction.atomic():
        _kunci_penilaian(realisasi, S.DISETUJUI, oleh)
        _jalankan(realisasi, S.DISETUJUI, oleh, isian={"disetujui_oleh": oleh})
        catat_pemeriksa(realisasi, oleh, Sebagai.PENYETUJU)


def setujui_banyak(semua: Iterable[Realisasi], *, oleh: Pengguna) -> HasilBanyak:
    """Approve those that a verifier has looked at; one that is refused stays and is named."""
    return _satu_per_satu(semua, lambda satu: setujui(satu, oleh=oleh))


def _satu_per_satu(semua: Iterable[Realisasi], langkah: Callable[[Realisasi], None]) -> HasilBanyak:
    """Each by itself: one that is refused does not keep the others back."""
    berhasil, ditolak = [], []
    for satu in semua:
        try:
            langkah(satu)
        except (HakKurang, KeadaanSalah, DidahuluiOrangLain) as salah:
            ditolak.append(Penolakan(satu, str(salah), isinstance(salah, SudahDinilai)))
        else:
            berhasil.append(satu)
    return HasilBanyak(tuple(berhasil), tuple(ditolak))


def _kunci_penilaian(realisasi: Realisasi, ke: StatusRealisasi, oleh: Pengguna) -> None:
    """As `kunci_baris`; raises SudahDinilai where it was this person who changed it."""
    try:
        kunci_baris(realisasi)
    except DidahuluiOrangLain:
        kolom, aksi, kata = PENILAIAN[ke]
        if not Realisasi.objects.filter(pk=realisasi.pk, **{kolom: oleh}).exists():
            raise
        milik = riwayat(realisasi).filter(aksi=aksi, pengguna=oleh).first()
        saat = f" {tulis_saat(milik.waktu, realisasi.unit.pemda.zona)}" if milik else ""
        raise SudahDinilai(f"Sudah Anda {kata}{saat}.") from None


def _jalankan(
    realisasi: Realisasi,
    ke: StatusRealisasi,
    oleh: Pengguna,
    *,
    isian: dict[str, Any],
    catatan: str = "",
) -> None:
    jalankan(ALUR_REALISASI, realisasi, ke, oleh=oleh, catatan=catatan, isian=isian)


def _alasan_bersih(realisasi: Realisasi, alasan: Mapping[str, str]) -> dict[str, str]:
    """The reasons without blanks around; a cell that is named says why. Raises as `kembalikan`."""
    isi = {kolom: rapikan(teks) for kolom, teks in alasan.items()}
    variabel = [nama for kolom in isi if (nama := nama_variabel(kolom)) is not None]
    if variabel:
        dikenal = bahan_sel(realisasi.unit, realisasi.tahun, realisasi.indikator_id).variabel
        asing = [nama for nama in variabel if nama not in dikenal]
        if asing:
            raise TidakAda(f"Variabel {', '.join(asing)} tidak ada pada indikator ini.")
    for kolom, teks in isi.items():
        if nama_variabel(kolom) is None and kolom not in list(Kolom):
            raise TidakAda(f"Isian “{kolom}” tidak dikenal. Muat ulang halamannya.")
        if not teks:
            raise CatatanKurang(f"Tulis mengapa {sebut_kolom(kolom)} dikembalikan.")
    return isi
