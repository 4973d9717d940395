"""What the page of realisasi anggaran shows, made of the sheet: pure, every figure with its source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from pengukuran.queries.angka import KOSONG, RUMUS_SERAPAN, angka_uang
from pengukuran.queries.angka_anggaran import sebut_simpul, tempat
from pengukuran.queries.isian_anggaran import LembarAnggaran, SelAnggaran, SimpulIsian
from pengukuran.services.anggaran import tulis_belanja
from pengukuran.services.sel import Hasil, JawabanSel
from pengukuran.views.susun_isi import Banding, Keluhan, Kotak, nama_kotak
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
        Keluhan(satu.kotak.nama, f"{milik.sumber.simpul.nama} {satu.sebutan}", satu.kotak.pesan)
        for milik in simpul
        for satu in milik.baris
        if satu.kotak.pesan
    )


def di_luar_halaman(
    simpul: Iterable[SimpulHalaman], jawaban: Mapping[str, JawabanSel]
) -> tuple[JawabanSel, ...]:
    """What was sent and not stored of which the page has no box."""
    ada = {satu.kotak.nama for milik in simpul for satu in milik.baris}
    return tuple(isi for nama, isi in jawaban.items() if nama not in ada)


def _kotak(lembar: LembarAnggaran, sel: SelAnggaran, jawaban: Mapping[str, JawabanSel]) -> Kotak:
    isi = tulis_belanja(sel.jumlah)
    kotak = Kotak(
        nama=nama_kotak(sel.simpul.pk, lembar.bulan, str(sel.belanja.pk)),
        kolom=str(sel.belanja.pk),
        label=f"Realisasi Januari–{NAMA_BULAN[lembar.bulan - 1]} (Rp)",
        isi=isi,
        teks=isi,
        mati=any(isinstance(satu, Tolak) for satu in (sel.izin, lembar.jendela.izin)),
    )
    baru = jawaban.get(kotak.nama)
    if baru is None:
        return kotak
    if kotak.mati:
        ket = f"Ketikan Anda yang tidak tersimpan: “{baru.ketikan}”."
        return replace(kotak, ket=ket, pesan=baru.pesan if isinstance(sel.izin, Tolak) else "")
    banding = None
    if baru.hasil is Hasil.BENTROK:
        banding = Banding(baru.semula, baru.tersimpan, baru.ketikan)
    return replace(kotak, teks=baru.ketikan, pesan=baru.pesan, usul=baru.usul, banding=banding)


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
