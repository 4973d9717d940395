"""The evaluator beside plain fractions, and against arbitrary text."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perencanaan.hitung.rumus import FUNGSI, HasilRumus, RumusSalah, hitung_rumus, variabel
from perencanaan.hitung.rumus.urai import uraikan
from sakip.lib.angka import tulis_mesin
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

NILAI = {
    "a": Decimal(36), "b": Decimal("29.5"), "c": Decimal(-7), "nol": Decimal(0),
    "kecil": Decimal("0.000001"),
}  # fmt: skip
TINGKAT = {"+": 1, "-": 1, "*": 2, "/": 2}
TERTINGGI = 3


@dataclass(frozen=True)
class Pohon:
    """A formula as text, how tightly it binds, and its value; None where something is over 0."""

    teks: str
    tingkat: int
    nilai: Fraction | None

    def dalam(self, tingkat: int) -> str:
        return self.teks if self.tingkat >= tingkat else f"({self.teks})"


def daun_bilangan(nilai: Decimal) -> Pohon:
    return Pohon(tulis_mesin(nilai), TERTINGGI, Fraction(nilai))


def daun_nama(nama: str) -> Pohon:
    return Pohon(nama, TERTINGGI, Fraction(NILAI[nama]))


def dua_sisi(bahan: tuple[Pohon, str, Pohon]) -> Pohon:
    """Brackets only where they are needed, so that the order of the signs is tried too."""
    kiri, tanda, kanan = bahan
    tingkat = TINGKAT[tanda]
    teks = f"{kiri.dalam(tingkat)} {tanda} {kanan.dalam(tingkat + 1)}"
    return Pohon(teks, tingkat, _nilai(tanda, kiri.nilai, kanan.nilai))


def _nilai(tanda: str, kiri: Fraction | None, kanan: Fraction | None) -> Fraction | None:
    if kiri is None or kanan is None or (tanda == "/" and kanan == 0):
        return None
    hitungan = {
        "+": lambda: kiri + kanan, "-": lambda: kiri - kanan,
        "*": lambda: kiri * kanan, "/": lambda: kiri / kanan,
    }  # fmt: skip
    return hitungan[tanda]()


def balik(isi: Pohon) -> Pohon:
    return Pohon(f"-{isi.dalam(TERTINGGI)}", 2, None if isi.nilai is None else -isi.nilai)


def fungsi(bahan: tuple[str, list[Pohon]]) -> Pohon:
    nama, isi = bahan
    nilai = [satu.nilai for satu in isi if satu.nilai is not None]
    jumlah = sum(nilai, Fraction(0)) if len(nilai) == len(isi) else None
    if jumlah is not None and nama == "rata":
        jumlah /= len(isi)
    return Pohon(f"{nama}({'; '.join(satu.teks for satu in isi)})", TERTINGGI, jumlah)


daun = st.builds(daun_nama, st.sampled_from(sorted(NILAI))) | st.builds(
    daun_bilangan, sembarang("0", "99")
)
pohon = st.recursive(
    daun,
    lambda anak: (
        st.tuples(anak, st.sampled_from(sorted(TINGKAT)), anak).map(dua_sisi)
        | anak.map(balik)
        | st.tuples(st.sampled_from(FUNGSI), st.lists(anak, min_size=1, max_size=3)).map(fungsi)
    ),
    max_leaves=10,
).filter(lambda satu: len(satu.teks) <= 400)


@sifat
@given(pohon=pohon)
def test_sama_dengan_hitungan_pecahan(pohon):
    hasil = hitung_rumus(pohon.teks, NILAI)
    assert (hasil.nilai is None) == (pohon.nilai is None) == hasil.alasan.startswith("Pembagi “")
    if pohon.nilai is not None:
        beda = abs(Fraction(hasil.nilai) - pohon.nilai)
        assert beda <= abs(pohon.nilai) / 10**49


@sifat
@given(pohon=pohon)
def test_nama_yang_disebut_nama_yang_dipakai(pohon):
    hasil = hitung_rumus(pohon.teks, NILAI)
    assert hasil.variabel == tuple((nama, NILAI[nama]) for nama in variabel(pohon.teks))


@sifat
@given(pohon=pohon)
def test_variabel_belum_diisi_tidak_menjadi_nol(pohon):
    nama = variabel(pohon.teks)
    for kosong in nama:
        hasil = hitung_rumus(pohon.teks, {**NILAI, kosong: None})
        assert (hasil.nilai, hasil.alasan) == (None, f"Variabel {kosong} belum diisi.")


huruf_rumus = st.sampled_from("ab19.,;()+-*/×÷^=<>'\"[ _jumlahrt")
teks_apa_pun = (
    st.text(max_size=600)
    | st.text(huruf_rumus, max_size=60)
    | st.lists(
        st.sampled_from(
            ["a", "nol", "12.5", "(", ")", "+", "-", "*", "/", ";", "rata(", "jumlah("]
        ),
        max_size=40,
    ).map(" ".join)
    | pohon.map(lambda satu: satu.teks[:-1])
)


@sifat
@given(teks=teks_apa_pun)
def test_teks_apa_pun_ditolak_atau_dihitung(teks):
    """Nothing else is ever raised, and a formula has no more steps than characters."""
    galat = galat_dari(teks)
    if galat is not None:
        assert galat.pesan.endswith((".", "?"))
        assert galat.posisi is None or 1 <= galat.posisi <= len(teks)
    elif set(variabel(teks)) <= set(NILAI):
        assert isinstance(hitung_rumus(teks, NILAI), HasilRumus)


def galat_dari(teks: str) -> RumusSalah | None:
    try:
        assert 0 < len(uraikan(teks).langkah) <= len(teks)
    except RumusSalah as galat:
        return galat
    return None
