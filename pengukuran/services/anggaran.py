"""Realisasi anggaran: entered for a triwulan while its window is open, amount by amount."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from django.db import transaction

from pengukuran.models import RealisasiAnggaran
from pengukuran.permissions import hak_anggaran
from pengukuran.queries.isian_anggaran import LembarAnggaran, lembar_anggaran
from pengukuran.queries.jendela_isian import jendela_isian
from pengukuran.services.dasar import wajib
from pengukuran.services.sel import Hasil, JawabanSel
from perencanaan.hitung.masa import PANJANG, Frekuensi
from perencanaan.models import Simpul
from perencanaan.queries.saat import TRIWULAN
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat, potret
from sakip.jejak.simpan import simpan
from sakip.lib.angka import tulis_uang
from sakip.lib.baca import AngkaSalah, Isian, baca_rupiah, jenis_isian
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Tolak
from sakip.lib.transisi import KeadaanSalah
from sakip.organisasi.models import Pengguna, Unit

DIDAHULUI = "Orang lain menyimpan isian ini setelah Anda membukanya. Pilih mana yang berlaku."


@dataclass(frozen=True)
class SelBelanja:
    """One amount: a node of the budget tree and a code of belanja, until the end of `bulan`."""

    unit: Unit
    simpul_id: int
    tahun: int
    bulan: int
    kode: str


def lembar_belanja(unit: Unit, tahun: int, bulan: int, oleh: Pengguna) -> LembarAnggaran:
    """The page of the triwulan that ends with `bulan`. Raises TidakAda where none does."""
    triwulan, sisa = divmod(bulan, PANJANG[Frekuensi.TRIWULANAN])
    if sisa or triwulan not in TRIWULAN:
        raise _tidak_ada(unit, tahun)
    return lembar_anggaran(unit, tahun, triwulan, oleh)


def simpan_belanja(
    sel: SelBelanja, *, teks: str, semula: str, oleh: Pengguna, lembar: LembarAnggaran
) -> JawabanSel:
    """Write what was spent from January to the end of the triwulan; a blank takes it away.

    `semula` is what the box held when it was opened; `lembar` the page of its triwulan, read by
    the caller once for all amounts and before anybody else has to wait for the writing. Raises
    TidakAda (the page offers no such amount), HakKurang and KeadaanSalah (the window is closed).
    """
    bidang = _bidang_sel(sel, lembar)
    with transaction.atomic():
        # of two who write the first amount of a node at once, the second waits for the first
        if not Simpul.objects.select_for_update(no_key=True).filter(pk=sel.simpul_id).first():
            raise _tidak_ada(sel.unit, sel.tahun)
        wajib(hak_anggaran(oleh, sel.unit).izin(bidang))
        izin = jendela_isian(sel.unit, sel.tahun, sel.bulan).izin
        if isinstance(izin, Tolak):
            raise KeadaanSalah(izin.alasan)
        return _simpan(sel, teks=teks, semula=semula, oleh=oleh)


def tulis_belanja(jumlah: Decimal | None) -> str:
    """An amount as its box holds it."""
    return "" if jumlah is None else tulis_uang(jumlah)


def _simpan(sel: SelBelanja, *, teks: str, semula: str, oleh: Pengguna) -> JawabanSel:
    kini = RealisasiAnggaran.objects.filter(
        simpul=sel.simpul_id, jenis_belanja=sel.kode, tahun=sel.tahun, bulan=sel.bulan
    ).first()
    ada = Decimal(kini.jumlah) if kini else None
    tersimpan = tulis_belanja(ada)

    jawab = partial(JawabanSel, ketikan=teks, semula=semula)
    try:
        jumlah, dibuka = _baca(teks), _baca(semula)
    except AngkaSalah as salah:
        return jawab(Hasil.TANYA, tersimpan=tersimpan, pesan=salah.pesan, usul=salah.usul)
    if jumlah == ada:
        return jawab(Hasil.SAMA, tersimpan=tersimpan)
    if ada != dibuka:
        return jawab(Hasil.BENTROK, tersimpan=tersimpan, pesan=DIDAHULUI, oleh="Orang lain")
    _tulis(sel, kini, jumlah, oleh)
    return jawab(Hasil.TERSIMPAN, tersimpan=tulis_belanja(jumlah))


def _baca(teks: str) -> Decimal | None:
    """An amount in rupiah, None for a blank. Raises AngkaSalah with the question."""
    return None if jenis_isian(teks) is Isian.KOSONG else baca_rupiah(teks)


def _tulis(
    sel: SelBelanja, kini: RealisasiAnggaran | None, jumlah: Decimal | None, oleh: Pengguna
) -> None:
    if kini is not None and jumlah is None:
        aksi = Aksi.BELANJA_DIKOSONGKAN
        catat(aksi, kini, oleh=oleh, sebelum=potret(kini), unit_id=sel.unit.pk)
        kini.delete()
        return
    baris = kini or RealisasiAnggaran(
        simpul_id=sel.simpul_id, jenis_belanja_id=sel.kode, tahun=sel.tahun, bulan=sel.bulan
    )
    if jumlah is not None:
        baris.jumlah = jumlah  # type: ignore[assignment]
    baris.full_clean()
    versi = kini.versi if kini else None
    simpan(baris, oleh=oleh, aksi=Aksi.BELANJA_DIISI, versi=versi, unit_id=sel.unit.pk)


def _bidang_sel(sel: SelBelanja, lembar: LembarAnggaran) -> Unit | None:
    """Who carries the amount as the page offers it. Raises TidakAda."""
    if (lembar.unit, lembar.tahun, lembar.bulan) == (sel.unit, sel.tahun, sel.bulan):
        for satu in lembar.simpul:
            if any(milik.kunci == (sel.simpul_id, sel.kode) for milik in satu.sel):
                return satu.bidang
    raise _tidak_ada(sel.unit, sel.tahun)


def _tidak_ada(unit: Unit, tahun: int) -> TidakAda:
    return TidakAda(
        f"Belanja ini tidak ada dalam anggaran {unit.singkatan} tahun {tahun}. Muat ulang "
        "halamannya."
    )
