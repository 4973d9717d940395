"""What the page of realisasi anggaran shows, made of the sheet: pure, every figure with its source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from pengukuran.queries.angka import KOSONG, RUMUS_SERAPAN, angka_uang
from pengukuran.queries.angka_anggaran import sebut_simpul, tempat
from pengukuran.queries.isian_anggaran import LembarAnggaran, SelAnggaran, SimpulIsian
from pengukuran.services.anggaran import keluhan_belanja, tulis_belanja
from pengukuran.services.sel import JawabanSel
from pengukuran.views.susun_isi import (
    Banding,
    Keluhan,
    Kotak,
    nama_kotak,
    sebut_tertinggal,
    tanyakan,
)
from perencanaan.models.anggaran import BELANJA_SEMUA
from perencanaan.queries.rujukan import rujukan_anggaran
from perencanaan.queries.saat import bulan_triwulan
from sakip.dokumen.angka import Angka, Asal
from sakip.lib.angka import tulis_angka
from sakip.lib.izin import Tolak
from sakip.lib.tanggal import NAMA_BULAN
from sakip.lib.terbilang import terbilang_rupiah


@dataclass(frozen=True)
class BarisBelanja:
    """One amount with what stands beside its box."""

    awalan: str
    sebutan: str
    pagu: Angka
    lalu: Angka
    serapan: Angka
    kotak: Kotak
    kata: str
    catatan: str
    tertutup: str


@dataclass(frozen=True)
class SimpulHalaman:
    """A node of the tree with its amounts; without any it only says what stands below it."""

    sumber: SimpulIsian
    baris: tuple[BarisBelanja, ...]


def simpul_halaman(
    lembar: LembarAnggaran, jawaban: Mapping[str, JawabanSel]
) -> tuple[SimpulHalaman, ...]:
    return tuple(
        SimpulHalaman(satu, tuple(baris_belanja(lembar, sel, jawaban) for sel in satu.sel))
        for satu in lembar.simpul
    )


def baris_belanja(
    lembar: LembarAnggaran, sel: SelAnggaran, jawaban: Mapping[str, JawabanSel]
) -> BarisBelanja:
    angka, izin, kotak = _Angka(lembar, sel), sel.izin, _kotak(lembar, sel, jawaban)
    return BarisBelanja(
        awalan=f"{sel.simpul.pk}-{lembar.bulan}-{sel.belanja.pk}".replace(".", "_"),
        sebutan="" if sel.belanja.pk == BELANJA_SEMUA else f"{sel.belanja.pk} {sel.belanja.nama}",
        pagu=angka.pagu(),
        lalu=angka.lalu(),
        serapan=angka.serapan(),
        kotak=kotak,
        kata="" if sel.jumlah is None else terbilang_rupiah(sel.jumlah),
        catatan=catatan(sel),
        tertutup=izin.alasan if isinstance(izin, Tolak) and not kotak.pesan else "",
    )


def catatan(sel: SelAnggaran) -> str:
    """What is odd about an amount, though it may be true; empty where nothing is."""
    if sel.jumlah is None:
        return ""
    if sel.lalu is not None and sel.jumlah < sel.lalu:
        return "Lebih kecil daripada sampai triwulan lalu. Benar bila ada pengembalian belanja."
    if sel.pagu is not None and sel.jumlah > sel.pagu:
        return "Melebihi pagu. Periksa angkanya, atau versi anggaran yang berlaku."
    return ""


def keluhan(simpul: Iterable[SimpulHalaman]) -> tuple[Keluhan, ...]:
    """The boxes whose text is not stored."""
    return tuple(
        Keluhan(
            satu.kotak.nama, f"{milik.sumber.simpul.nama} {satu.sebutan}".strip(), satu.kotak.pesan
        )
        for milik in simpul
        for satu in milik.baris
        if satu.kotak.pesan
    )


@dataclass(frozen=True)
class TakBerkotak:
    """What was typed and not stored of which the page has no box.

    `nama` names the box that it was typed into, and `milik` its node, where it is kept.
    """

    ketikan: str
    pesan: str
    nama: str = ""
    milik: str = ""


def di_luar_halaman(
    lembar: LembarAnggaran, simpul: Iterable[SimpulHalaman], jawaban: Mapping[str, JawabanSel]
) -> tuple[TakBerkotak, ...]:
    """What was sent just now, and what was kept earlier."""
    ada = {satu.kotak.nama for milik in simpul for satu in milik.baris}
    hasil = {nama: TakBerkotak(isi.ketikan, isi.pesan) for nama, isi in jawaban.items()}
    for (pk, kode), satu in lembar.ketikan.items():
        nama = nama_kotak(pk, lembar.bulan, kode)
        hasil.setdefault(nama, TakBerkotak(satu.teks, satu.pesan, nama, sebut_simpul(satu.simpul)))
    return tuple(isi for nama, isi in hasil.items() if nama not in ada)


def _kotak(lembar: LembarAnggaran, sel: SelAnggaran, jawaban: Mapping[str, JawabanSel]) -> Kotak:
    isi = tulis_belanja(sel.jumlah)
    kotak = Kotak(
        nama=nama_kotak(sel.simpul.pk, lembar.bulan, str(sel.belanja.pk)),
        kolom=str(sel.belanja.pk),
        label=f"Realisasi Januari–{NAMA_BULAN[lembar.bulan - 1]} (Rp)",
        isi=isi,
        teks=isi,
    )
    baru = jawaban.get(kotak.nama)
    if any(isinstance(satu, Tolak) for satu in (sel.izin, lembar.jendela.izin)):
        return _kotak_mati(replace(kotak, mati=True), sel, baru)
    if sel.ketikan is None:
        return kotak
    teks = sel.ketikan.teks
    soal = tanyakan(sel.ketikan.pesan, keluhan_belanja(teks), Banding(None, isi, teks), baru)
    return replace(kotak, teks=teks, pesan=soal.pesan, usul=soal.usul, banding=soal.banding)


def _kotak_mati(kotak: Kotak, sel: SelAnggaran, baru: JawabanSel | None) -> Kotak:
    """Of another bidang the refused text is not kept: who may not enter it has only this answer."""
    pesan = baru.pesan if baru is not None and isinstance(sel.izin, Tolak) else ""
    if sel.ketikan is not None:
        ket = sebut_tertinggal(sel.ketikan.teks)
        return replace(kotak, ket=ket, pesan=pesan, tertinggal=True)
    ket = "" if baru is None else sebut_tertinggal(baru.ketikan)
    return replace(kotak, ket=ket, pesan=pesan)


class _Angka:
    """The figures of one amount."""

    def __init__(self, lembar: LembarAnggaran, sel: SelAnggaran) -> None:
        self.lembar, self.sel = lembar, sel
        belanja = "" if sel.belanja.pk == BELANJA_SEMUA else f"/belanja/{sel.belanja.pk}"
        self.tempat = f"{tempat(sel.simpul)}{belanja}"
        self.milik = f": {sebut_simpul(sel.simpul)}"

    def pagu(self) -> Angka:
        versi = self.lembar.versi
        asal = Asal(
            str(versi), nama=f"Pagu {versi} (Rp){self.milik}", rujukan=(rujukan_anggaran(versi),)
        )
        return angka_uang(self.sel.pagu, f"pagu/{versi.tahun}/{versi.ke}/{self.tempat}", asal)

    def lalu(self) -> Angka:
        bulan = self.lembar.bulan - bulan_triwulan(1)
        return self._realisasi(self.sel.lalu, bulan) if bulan else _tiada(self.tempat)

    def _realisasi(self, jumlah: Decimal | None, bulan: int) -> Angka:
        nama = f"Realisasi anggaran s.d. {NAMA_BULAN[bulan - 1]} {self.lembar.tahun} (Rp)"
        kunci = f"realisasi-anggaran/{self.lembar.tahun}/{self.tempat}/bulan{bulan}"
        return angka_uang(jumlah, kunci, Asal("diisi unit", nama=f"{nama}{self.milik}"))

    def serapan(self) -> Angka:
        dari = (self.pagu(), self._realisasi(self.sel.jumlah, self.lembar.bulan))
        asal = Asal(RUMUS_SERAPAN, dari, f"Serapan (%){self.milik}")
        versi = self.lembar.versi
        kunci = f"serapan/{versi.tahun}/{versi.ke}/{self.tempat}/bulan{self.lembar.bulan}"
        persen = self.sel.serapan.persen
        if persen is None:
            return Angka(None, KOSONG, kunci, asal, "Pagu atau realisasi tidak diketahui.")
        return Angka(persen, tulis_angka(persen, 2, buang_nol=False), kunci, asal)


def _tiada(tempat_angka: str) -> Angka:
    return Angka(
        None,
        KOSONG,
        f"realisasi-anggaran-lalu/{tempat_angka}",
        Asal("triwulan pertama"),
        "Belum ada triwulan sebelumnya.",
    )
