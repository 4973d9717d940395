"""The grammar of a formula: words into steps for a stack.

    ungkapan = suku   { ("+" | "-") suku }
    suku     = faktor { ("*" | "/") faktor }
    faktor   = { "-" } ( bilangan | nama | "(" ungkapan ")" | fungsi "(" isi ")" )
    isi      = ungkapan { (";" | ",") ungkapan }

There are never more steps than characters, and only brackets go deeper, to a limit.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import NoReturn

from perencanaan.hitung.rumus.galat import kutip, salah
from perencanaan.hitung.rumus.lexer import Jenis, Kata, potong

MAKS_DALAM = 20
FUNGSI = ("jumlah", "rata")


@dataclass(frozen=True)
class Bilangan:
    nilai: Fraction


@dataclass(frozen=True)
class Ambil:
    """The value of a variable."""

    nama: str


@dataclass(frozen=True)
class Balik:
    """The opposite of the last value."""


@dataclass(frozen=True)
class Hitung:
    """The last two values into one; `kanan` is how the formula writes the second."""

    tanda: str
    kanan: str


@dataclass(frozen=True)
class Panggil:
    """A function over the last `banyak` values."""

    fungsi: str
    banyak: int


Langkah = Bilangan | Ambil | Balik | Hitung | Panggil


@dataclass(frozen=True)
class Uraian:
    """A formula that can be computed: its steps in order, and the names it uses."""

    langkah: tuple[Langkah, ...]
    nama: tuple[str, ...]


def uraikan(rumus: str) -> Uraian:
    """The steps of a formula. Raises RumusSalah with the place of the first mistake."""
    pengurai = _Pengurai(rumus)
    pengurai.ungkapan()
    pengurai.tutup_rumus()
    nama = dict.fromkeys(s.nama for s in pengurai.langkah if isinstance(s, Ambil))
    return Uraian(tuple(pengurai.langkah), tuple(nama))


class _Pengurai:
    """Reads the words once from left to right and notes the steps."""

    def __init__(self, rumus: str) -> None:
        self.rumus = rumus
        self.kata = list(potong(rumus))
        self.ke = 0
        self.dalam = 0
        self.langkah: list[Langkah] = []

    @property
    def kini(self) -> Kata:
        return self.kata[self.ke]

    def maju(self) -> Kata:
        kata = self.kini
        self.ke += 1
        return kata

    def kena(self, jenis: Jenis, *teks: str) -> bool:
        return self.kini.jenis is jenis and (not teks or self.kini.teks in teks)

    def ungkapan(self) -> None:
        self.suku()
        while self.kena(Jenis.TANDA, "+", "-"):
            self.dua_sisi(self.suku)

    def suku(self) -> None:
        self.faktor()
        while self.kena(Jenis.TANDA, "*", "/"):
            self.dua_sisi(self.faktor)

    def dua_sisi(self, kanan: Callable[[], None]) -> None:
        tanda = self.maju().teks
        awal = self.kini.awal
        kanan()
        akhir = self.kata[self.ke - 1].akhir
        self.langkah.append(Hitung(tanda, self.rumus[awal:akhir]))

    def faktor(self) -> None:
        balik = 0
        while self.kena(Jenis.TANDA, "-"):
            self.maju()
            balik += 1
        self.pokok()
        self.langkah.extend([Balik()] * balik)

    def pokok(self) -> None:
        kata = self.kini
        match kata.jenis:
            case Jenis.BILANGAN:
                self.langkah.append(Bilangan(Fraction(self.maju().teks)))
            case Jenis.NAMA:
                self.nama(self.maju())
            case Jenis.BUKA:
                self.kurung(self.maju())
            case _:
                self.tolak_kosong()
        self.tolak_menempel()

    def nama(self, kata: Kata) -> None:
        if self.kena(Jenis.BUKA):
            if kata.teks not in FUNGSI:
                raise salah(
                    f"{kutip(kata.teks)} bukan fungsi",
                    kata.awal,
                    "Fungsi yang dikenal: jumlah(…) dan rata(…). Perkalian ditulis dengan *.",
                )
            self.panggil(kata.teks, self.maju())
        elif kata.teks in FUNGSI:
            saran = f"Tulis isinya di dalam kurung, misalnya {kata.teks}(a; b)."
            raise salah(f"{kutip(kata.teks)} adalah fungsi", kata.awal, saran)
        else:
            self.langkah.append(Ambil(kata.teks))

    def panggil(self, fungsi: str, buka: Kata) -> None:
        banyak = 1
        self.masuk(buka)
        self.ungkapan()
        while self.kena(Jenis.PEMISAH):
            self.maju()
            self.ungkapan()
            banyak += 1
        self.keluar(buka)
        self.langkah.append(Panggil(fungsi, banyak))

    def kurung(self, buka: Kata) -> None:
        self.masuk(buka)
        self.ungkapan()
        self.keluar(buka)

    def masuk(self, buka: Kata) -> None:
        self.dalam += 1
        if self.dalam > MAKS_DALAM:
            raise salah(
                f"Kurung bertingkat lebih dari {MAKS_DALAM}",
                buka.awal,
                "Pecah rumusnya menjadi beberapa variabel.",
            )

    def keluar(self, buka: Kata) -> None:
        if self.kena(Jenis.PEMISAH):
            self.tolak_pemisah()
        if not self.kena(Jenis.TUTUP):
            self.tolak_terbuka(buka)
        self.maju()
        self.dalam -= 1

    def tutup_rumus(self) -> None:
        if self.kena(Jenis.TUTUP):
            saran = "Hapus, atau tambahkan kurung bukanya."
            raise salah("Kurung tutup ini tidak mempunyai kurung buka", self.kini.awal, saran)
        if self.kena(Jenis.PEMISAH):
            self.tolak_pemisah()

    def tolak_terbuka(self, buka: Kata) -> NoReturn:
        raise salah("Kurung buka ini belum ditutup", buka.awal, "Tambahkan kurung tutupnya.")

    def tolak_pemisah(self) -> NoReturn:
        raise salah(
            f"{kutip(self.kini.teks)} hanya memisahkan isi jumlah(…) dan rata(…)",
            self.kini.awal,
            "Hapus, atau pakai tanda hitung.",
        )

    def tolak_menempel(self) -> None:
        """After a value only a sign, a separator or a closing bracket may follow."""
        if self.kini.jenis in {Jenis.BILANGAN, Jenis.NAMA, Jenis.BUKA}:
            raise salah(
                f"Di depan {kutip(self.kini.teks)} belum ada tanda hitung",
                self.kini.awal,
                "Tulis + - * atau / di antara dua nilai.",
            )

    def tolak_kosong(self) -> NoReturn:
        if not self.dalam:
            self.tutup_rumus()
        saran = "Tambahkan bilangan atau nama variabel."
        if self.kena(Jenis.AKHIR):
            lalu = self.kata[self.ke - 1]
            if lalu.jenis is Jenis.BUKA:
                self.tolak_terbuka(lalu)
            apa = f"Rumus berakhir dengan {kutip(self.rumus[lalu.awal : lalu.akhir])}"
            raise salah(apa, lalu.awal, saran)
        tampak = self.rumus[self.kini.awal : self.kini.akhir]
        raise salah(f"Di depan {kutip(tampak)} belum ada nilai", self.kini.awal, saran)
