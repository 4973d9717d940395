"""Realisasi anggaran: entered for a triwulan while its window is open, amount by amount."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from django.db import transaction

from pengukuran.models import KetikanBelanja, RealisasiAnggaran
from pengukuran.permissions import hak_anggaran
from pengukuran.queries.isian_anggaran import LembarAnggaran, lembar_anggaran
from pengukuran.queries.jendela_isian import jendela_isian
from pengukuran.services.dasar import wajib
from pengukuran.services.ketikan import Tempat, ketik, lupakan
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
    the caller once for all amounts and before anybody else has to wait for the writing. What is
    not saved is kept as KetikanBelanja. Raises TidakAda (the page offers no such amount),
    HakKurang, KeadaanSalah (the window is closed; the text is kept).
    """
    bidang = _bidang_sel(sel, lembar)
    try:
        with transaction.atomic():
            _izinkan(sel, bidang, oleh)
            return _simpan(sel, teks=teks, semula=semula, oleh=oleh)
    except KeadaanSalah as tutup:
        ketik(_tempat(sel), teks=teks, pesan=str(tutup), oleh=oleh)
        raise


def buang_belanja(sel: SelBelanja, *, oleh: Pengguna) -> None:
    """One's own unsaved text of an amount, thrown away on purpose."""
    lupakan(_tempat(sel), oleh=oleh)


def tulis_belanja(jumlah: Decimal | None) -> str:
    """An amount as its box holds it."""
    return "" if jumlah is None else tulis_uang(jumlah)


def keluhan_belanja(teks: str) -> AngkaSalah | None:
    """Why a text is no amount, None where it is one."""
    try:
        _baca(teks)
    except AngkaSalah as salah:
        return salah
    return None


def _izinkan(sel: SelBelanja, bidang: Unit | None, oleh: Pengguna) -> None:
    """Hold the node, and ask once more for what the page was read with."""
    # of two who write the first amount of a node at once, the second waits for the first
    if not Simpul.objects.select_for_update(no_key=True).filter(pk=sel.simpul_id).first():
        raise _tidak_ada(sel.unit, sel.tahun)
    wajib(hak_anggaran(oleh, sel.unit).izin(bidang))
    izin = jendela_isian(sel.unit, sel.tahun, sel.bulan).izin
    if isinstance(izin, Tolak):
        raise KeadaanSalah(izin.alasan)


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
        ketik(_tempat(sel), teks=teks, pesan=salah.pesan, oleh=oleh)
        return jawab(Hasil.TANYA, tersimpan=tersimpan, pesan=salah.pesan, usul=salah.usul)
    if jumlah == ada:
        buang_belanja(sel, oleh=oleh)
        return jawab(Hasil.SAMA, tersimpan=tersimpan)
    if ada != dibuka:
        ketik(_tempat(sel), teks=teks, pesan=DIDAHULUI, oleh=oleh)
        return jawab(Hasil.BENTROK, tersimpan=tersimpan, pesan=DIDAHULUI, oleh="Orang lain")
    _tulis(sel, kini, jumlah, oleh)
    buang_belanja(sel, oleh=oleh)
    return jawab(Hasil.TERSIMPAN, tersimpan=tulis_belanja(jumlah))


def _tempat(sel: SelBelanja) -> Tempat:
    isi = {
        "simpul_id": sel.simpul_id,
        "jenis_belanja_id": sel.kode,
        "unit": sel.unit,
        "tahun": sel.tahun,
        "bulan": sel.bulan,
    }
    return Tempat(KetikanBelanja, isi)


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
