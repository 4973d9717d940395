"""A trend as SVG: lines over years, told apart by dashes, marks and their names, not by colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from sakip.dokumen.angka import Angka
from sakip.dokumen.blok.grafik import WARNA
from sakip.dokumen.blok.huruf import bungkus
from sakip.lib.angka import tulis_mesin

LEBAR, TINGGI = 640, 300
KIRI, KANAN, ATAS, BAWAH = 40, 170, 14, 36
HURUF = Decimal("11.5")
JARAK_NAMA = 15  # between the names of two lines, so that none covers another
LANGKAH = Decimal(10)
PANJANG_NAMA = Decimal(KANAN - 16)
# ink, dashes and mark of each line in turn
RUPA = (
    ("netral", "", "bulat"),
    ("buruk", "7 4", "kotak"),
    ("baik", "2 4", "wajik"),
    ("cukup", "10 4 2 4", "segitiga"),
    ("kurang", "4 2", "silang"),
)
TANDA = {
    "bulat": "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0",
    "kotak": "M-4 -4H4V4H-4Z",
    "wajik": "M0 -5L5 0L0 5L-5 0Z",
    "segitiga": "M0 -5L5 4H-5Z",
    "silang": "M-4 -4L4 4M4 -4L-4 4",
}


@dataclass(frozen=True)
class GarisTren:
    """A line by its name; a year without a figure is a gap in it."""

    nama: str
    titik: tuple[Angka | None, ...]


@dataclass(frozen=True)
class TitikGaris:
    x: Decimal
    y: Decimal
    tampil: str


@dataclass(frozen=True)
class LukisanGaris:
    """One line drawn: its path, its marks, and its name beside the last of them."""

    nama: str
    jalur: str
    titik: tuple[TitikGaris, ...]
    y_nama: Decimal
    warna: str
    putus: str
    tanda: str


@dataclass(frozen=True)
class LukisanTren:
    lebar: int
    tinggi: int
    x_awal: int
    x_akhir: int
    x_nama: int
    y_tahun: int
    skala: tuple[tuple[Decimal, str], ...]
    tahun: tuple[tuple[Decimal, str], ...]
    garis: tuple[LukisanGaris, ...]


@dataclass(frozen=True)
class GrafikTren:
    """Lines of scores over years; their figures are those of a table beside it.

    At most as many lines as `RUPA` has looks. `uraian` says all of it in words.
    """

    judul: str
    tahun: tuple[str, ...]
    garis: tuple[GarisTren, ...]

    @property
    def uraian(self) -> str:
        bagian = (f"{satu.nama}: {', '.join(self._sebut(satu))}" for satu in self.garis)
        return f"{self.judul}. {'; '.join(bagian)}"

    def _sebut(self, garis: GarisTren) -> list[str]:
        return [
            f"{tahun} {titik.tampil}"
            for tahun, titik in zip(self.tahun, garis.titik, strict=True)
            if titik is not None and titik.nilai is not None
        ]

    def lukisan(self) -> LukisanTren:
        rendah, tinggi = self._rentang()
        nama = _jarangkan(
            [(_tinggi(_terakhir(satu), rendah, tinggi), satu.nama) for satu in self.garis]
        )
        tahun = [(_letak(ke, len(self.tahun)), satu) for ke, satu in enumerate(self.tahun)]
        return LukisanTren(
            lebar=LEBAR,
            tinggi=TINGGI,
            x_awal=KIRI,
            x_akhir=LEBAR - KANAN,
            x_nama=LEBAR - KANAN + 12,
            y_tahun=TINGGI - BAWAH + 20,
            skala=tuple(
                (_tinggi(satu, rendah, tinggi), tulis_mesin(satu, 0))
                for satu in _tingkat(rendah, tinggi)
            ),
            tahun=tuple(tahun),
            garis=tuple(
                self._garis(satu, ke, nama[ke], rendah, tinggi)
                for ke, satu in enumerate(self.garis)
            ),
        )

    def _garis(
        self, garis: GarisTren, ke: int, y_nama: Decimal, rendah: Decimal, tinggi: Decimal
    ) -> LukisanGaris:
        warna, putus, tanda = RUPA[ke % len(RUPA)]
        titik = [
            None
            if satu is None or satu.nilai is None
            else TitikGaris(
                _letak(n, len(self.tahun)), _tinggi(satu.nilai, rendah, tinggi), satu.tampil
            )
            for n, satu in enumerate(garis.titik)
        ]
        (nama, *sisa) = bungkus(garis.nama, PANJANG_NAMA, HURUF) or [""]
        return LukisanGaris(
            nama=f"{nama}…" if sisa else nama,
            jalur=_jalur(titik),
            titik=tuple(satu for satu in titik if satu is not None),
            y_nama=y_nama,
            warna=WARNA[warna],
            putus=putus,
            tanda=TANDA[tanda],
        )

    def _rentang(self) -> tuple[Decimal, Decimal]:
        """The tens around all figures, at least twenty apart, within 0 and 100."""
        nilai = [t.nilai for g in self.garis for t in g.titik if t is not None and t.nilai]
        rendah = min(nilai, default=Decimal(0))
        tinggi = max(nilai, default=Decimal(100))
        bawah = (rendah / LANGKAH).to_integral_value(ROUND_FLOOR) * LANGKAH
        atas = (tinggi / LANGKAH).to_integral_value(ROUND_CEILING) * LANGKAH
        while atas - bawah < 2 * LANGKAH:
            bawah, atas = max(bawah - LANGKAH, Decimal(0)), atas + LANGKAH
        return bawah, atas


def _tingkat(rendah: Decimal, tinggi: Decimal) -> list[Decimal]:
    banyak = int((tinggi - rendah) / LANGKAH)
    return [rendah + ke * LANGKAH for ke in range(banyak + 1)]


def _letak(ke: int, banyak: int) -> Decimal:
    ruang = Decimal(LEBAR - KANAN - KIRI - 24)
    if banyak == 1:
        return KIRI + 12 + ruang / 2
    return KIRI + 12 + ruang * ke / (banyak - 1)


def _tinggi(nilai: Decimal, rendah: Decimal, tinggi: Decimal) -> Decimal:
    ruang = Decimal(TINGGI - ATAS - BAWAH)
    return ATAS + ruang * (tinggi - nilai) / (tinggi - rendah)


def _terakhir(garis: GarisTren) -> Decimal:
    ada = [satu.nilai for satu in garis.titik if satu is not None and satu.nilai is not None]
    return ada[-1] if ada else Decimal(0)


def _jarangkan(nama: Sequence[tuple[Decimal, str]]) -> dict[int, Decimal]:
    """Where each name stands: beside its line, moved down where another is too near."""
    hasil: dict[int, Decimal] = {}
    batas = Decimal(0)
    for ke, (y, _) in sorted(enumerate(nama), key=lambda satu: satu[1][0]):
        hasil[ke] = max(y, batas)
        batas = hasil[ke] + JARAK_NAMA
    lebih = max(batas - JARAK_NAMA - (TINGGI - BAWAH), Decimal(0))
    return {ke: y - lebih for ke, y in hasil.items()}


def _jalur(titik: Sequence[TitikGaris | None]) -> str:
    """The path from mark to mark; after a gap it begins anew."""
    hasil, mulai = [], True
    for satu in titik:
        if satu is None:
            mulai = True
            continue
        hasil.append(f"{'M' if mulai else 'L'}{tulis_mesin(satu.x, 2)} {tulis_mesin(satu.y, 2)}")
        mulai = False
    return "".join(hasil)
