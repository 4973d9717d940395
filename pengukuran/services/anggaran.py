"""Realisasi anggaran: entered for a triwulan while its window is open, amount by amount."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from django.db import transaction

from pengukuran.models import RealisasiAnggaran
from pengukuran.queries.isian_anggaran import SelAnggaran, lembar_anggaran
from pengukuran.queries.jendela_isian import JendelaIsian
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


def simpan_belanja(sel: SelBelanja, *, teks: str, semula: str, oleh: Pengguna) -> JawabanSel:
    """Write what was spent from January to the end of the triwulan; a blank takes it away.

    `semula` is what the box held when it was opened. Raises TidakAda (the page of the triwulan
    offers no such amount), HakKurang and KeadaanSalah (the window is closed).
    """
    with transaction.atomic():
        milik, jendela = _sel_halaman(sel, oleh)
        wajib(milik.izin)
        if isinstance(jendela.izin, Tolak):
            raise KeadaanSalah(jendela.izin.alasan)
        # of two who write the first amount of a node at once, the second waits for the first
        Simpul.objects.select_for_update(no_key=True).get(pk=milik.simpul.pk)
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


def _sel_halaman(sel: SelBelanja, oleh: Pengguna) -> tuple[SelAnggaran, JendelaIsian]:
    """The amount as the page offers it for its triwulan, with the window. Raises TidakAda."""
    panjang = PANJANG[Frekuensi.TRIWULANAN]
    triwulan, sisa = divmod(sel.bulan, panjang)
    if triwulan in TRIWULAN and not sisa:
        lembar = lembar_anggaran(sel.unit, sel.tahun, triwulan, oleh)
        for satu in lembar.sel():
            if satu.kunci == (sel.simpul_id, sel.kode):
                return satu, lembar.jendela
    raise TidakAda(
        f"Belanja ini tidak ada dalam anggaran {sel.unit.singkatan} tahun {sel.tahun}. Muat "
        "ulang halamannya."
    )
