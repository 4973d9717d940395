"""What a form of entry sends: many cells at once, each saved by itself, none of them lost."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from pengukuran.hitung.kolom import Kolom, giliran
from pengukuran.queries.sel import rapikan
from pengukuran.services.sel import Hasil, JawabanSel, Sel, buang_ketikan, simpan_sel
from pengukuran.views.susun_isi import nama_kotak
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import HakKurang, KeadaanSalah
from sakip.organisasi.models import Pengguna, Unit

# a number longer than this is no id of ours
_SEL = r"([0-9]{1,9})-([0-9]{1,2})-([a-z0-9_.]{1,60})"
_DITERIMA = frozenset({Hasil.TERSIMPAN, Hasil.SAMA})


@dataclass(frozen=True)
class Letak:
    """One cell of a sheet: whose it is, the month its period ends with, and its column."""

    milik: int
    bulan: int
    kolom: str

    @property
    def nama(self) -> str:
        return nama_kotak(self.milik, self.bulan, self.kolom)


@dataclass(frozen=True)
class Kiriman:
    """One cell as it was sent: what it holds, what it held, and what was kept for it unsaved.

    `dipakai` says that its text was chosen by a button.
    """

    letak: Letak
    teks: str
    semula: str
    ditanya: str | None = None
    dipakai: bool = False

    @property
    def nama(self) -> str:
        return self.letak.nama

    @property
    def berubah(self) -> bool:
        """Whether it is to be saved; what is stored, typed over a kept text, takes its place."""
        return self.dipakai or rapikan(self.teks) != rapikan(
            self.semula if self.ditanya is None else self.ditanya
        )

    @property
    def menunggu(self) -> bool:
        """A kept text that nobody chose: saved with the others, it would replace what is stored."""
        return self.ditanya is not None and not self.berubah


@dataclass(frozen=True)
class HasilKiriman:
    """How many cells were written, and the answers of those that were not, by their boxes.

    `menunggu` are left for a choice, `dibuang` says that a kept text was thrown away.
    """

    tersimpan: int
    jawaban: Mapping[str, JawabanSel] = field(default_factory=dict)
    tertutup: str = ""
    menunggu: int = 0
    dibuang: bool = False

    @property
    def lengkap(self) -> bool:
        return not self.jawaban and not self.tertutup

    @property
    def bentrok(self) -> bool:
        return bool(self.tertutup) or any(
            satu.hasil is Hasil.BENTROK for satu in self.jawaban.values()
        )


def periksa_pengirim(isi: QueryDict, oleh: Pengguna) -> None:
    """That whoever sends it is whoever opened the page. Raises HakKurang.

    On a shared computer somebody else may have signed in meanwhile in another tab.
    """
    if isi.get("sebagai", str(oleh.pk)) != str(oleh.pk):
        raise HakKurang(
            f"Halaman itu dibuka orang lain; sekarang yang masuk {oleh}. Isiannya tidak disimpan. "
            "Masuk sebagai pengisinya, lalu coba lagi."
        )


def simpan_kiriman(unit: Unit, tahun: int, isi: QueryDict, oleh: Pengguna) -> HasilKiriman:
    """Save every cell that was changed, and the one whose button was pressed.

    `pakai` holds a box and the text to take for it, `buang` the box whose unsaved text is thrown
    away. Raises HakKurang and TidakAda as `simpan_sel`.
    """
    periksa_pengirim(isi, oleh)

    def simpan(satu: Kiriman) -> JawabanSel:
        sel = sel_kiriman(unit, tahun, satu.letak)
        return simpan_sel(sel, teks=satu.teks, semula=satu.semula, oleh=oleh)

    def lepas(letak: Letak) -> None:
        buang_ketikan(sel_kiriman(unit, tahun, letak), oleh=oleh)

    semua = sorted(semua_kiriman(isi), key=lambda milik: giliran(milik.letak.kolom))
    return simpan_setiap(semua, kiriman_dibuang(isi), simpan=simpan, lepas=lepas)


def simpan_setiap(
    semua: Iterable[Kiriman],
    buang: Letak | None,
    *,
    simpan: Callable[[Kiriman], JawabanSel],
    lepas: Callable[[Letak], None],
) -> HasilKiriman:
    """Throw away the text of `buang`, and save each other cell that was changed, by itself.

    Why a closed one was refused is told once.
    """
    if buang is not None:
        lepas(buang)
    hasil = _simpan_berubah([satu for satu in semua if satu.letak != buang], simpan)
    return replace(hasil, dibuang=buang is not None)


def _simpan_berubah(
    kiriman: Iterable[Kiriman], simpan: Callable[[Kiriman], JawabanSel]
) -> HasilKiriman:
    tersimpan, menunggu, tertutup = 0, 0, ""
    jawaban: dict[str, JawabanSel] = {}
    for satu in kiriman:
        menunggu += satu.menunggu
        if not satu.berubah:
            continue
        try:
            hasil = simpan(satu)
        except KeadaanSalah as salah:
            tertutup = str(salah)
            jawaban[satu.nama] = JawabanSel(Hasil.TANYA, satu.teks, "", satu.semula, tertutup)
            continue
        tersimpan += hasil.hasil is Hasil.TERSIMPAN
        if hasil.hasil not in _DITERIMA:
            jawaban[satu.nama] = hasil
    return HasilKiriman(tersimpan, jawaban, tertutup, menunggu)


def sel_kiriman(unit: Unit, tahun: int, satu: Letak) -> Sel:
    """The cell of a realisasi that was sent."""
    return Sel(unit, satu.milik, tahun, satu.bulan, satu.kolom)


def semua_kiriman(isi: QueryDict) -> list[Kiriman]:
    """The cells of a form, by what each held when it was opened; a tick that is off sends nothing.

    A text box that sent nothing was not part of the form, and is not taken for an empty one.
    """
    nama_pakai, _, teks_pakai = isi.get("pakai", "").partition("=")
    hasil = []
    for kunci in isi:
        if not kunci.startswith("semula-"):
            continue
        kena = re.fullmatch(f"semula-{_SEL}", kunci)
        if kena is None:
            raise TidakAda("Isian ini tidak dikenal. Muat ulang halamannya.")
        letak = _letak(kena)
        nama = letak.nama
        teks = teks_pakai if nama == nama_pakai else isi.get(nama)
        if teks is None and letak.kolom == Kolom.TANPA_VARIABEL:
            teks = ""
        if teks is not None:
            ditanya = isi.get(f"ditanya-{nama.removeprefix('sel-')}")
            hasil.append(Kiriman(letak, teks, isi.get(kunci, ""), ditanya, nama == nama_pakai))
    return hasil


def baca_kiriman(isi: QueryDict) -> Kiriman:
    """The one cell that a script sends. Raises TidakAda."""
    kena = re.fullmatch(f"sel-{_SEL}", isi.get("kotak", ""))
    teks, semula = isi.get("teks"), isi.get("semula")
    if kena is None or teks is None or semula is None:
        raise TidakAda("Isian ini tidak lengkap. Muat ulang halamannya.")
    return Kiriman(_letak(kena), teks, semula)


def kiriman_dibuang(isi: QueryDict) -> Letak | None:
    """The cell whose unsaved text is thrown away; it need not have a box any more."""
    kena = re.fullmatch(f"sel-{_SEL}", isi.get("buang", ""))
    return None if kena is None else _letak(kena)


def _letak(kena: re.Match[str]) -> Letak:
    milik, bulan, kolom = kena.groups()
    return Letak(int(milik), int(bulan), kolom)
