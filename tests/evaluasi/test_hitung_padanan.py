"""Criteria of two years: the same by their words, changed by their place, new, gone."""

from evaluasi.hitung.padanan_kriteria import Padanan, Pernyataan, padankan

S = Padanan


def daftar(*uraian: str, sub: str = "1.a") -> list[Pernyataan[str]]:
    return [Pernyataan(f"{sub}/{ke}", sub, ke, satu) for ke, satu in enumerate(uraian, start=1)]


def test_sama_berubah_baru_dan_hilang():
    lalu = daftar("Ada pedoman.", "Ada Renstra.", "Ada PK.", "Ada IKU.")
    kini = daftar("Ada pedoman", "Ada PK.", "Ada RKT.", "Ada cascading.", "Ada crosscutting.")
    hasil = padankan(kini, lalu)
    assert hasil.pasangan == {
        "1.a/1": (S.SAMA, "1.a/1"),  # a full stop makes no other criterion
        "1.a/2": (S.SAMA, "1.a/3"),  # moved up
        "1.a/3": (S.BARU, None),  # its place is taken by the one that moved
        "1.a/4": (S.BERUBAH, "1.a/4"),
        "1.a/5": (S.BARU, None),
    }
    assert hasil.hilang == ("1.a/2",)


def test_kata_yang_sama_di_sub_lain_bukan_padanan():
    hasil = padankan(daftar("Ada pedoman."), daftar("Ada pedoman.", sub="1.b"))
    assert hasil.pasangan == {"1.a/1": (S.BARU, None)}
    assert hasil.hilang == ("1.b/1",)


def test_dua_yang_sama_masing_masing_pada_tempatnya():
    dua = daftar("Ada pedoman.", "Ada pedoman.")
    hasil = padankan(dua, dua)
    assert hasil.pasangan == {"1.a/1": (S.SAMA, "1.a/1"), "1.a/2": (S.SAMA, "1.a/2")}
