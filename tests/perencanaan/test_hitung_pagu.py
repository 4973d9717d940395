from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perencanaan.hitung.pagu import Selisih, bertumpang, jumlahkan_pohon, teratas
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

#  p ─┬─ k1 ─┬─ s1        q ── k3
#     │      └─ s2
#     └─ k2
INDUK = {"p": None, "q": None, "k1": "p", "k2": "p", "k3": "q", "s1": "k1", "s2": "k1"}


def rupiah(**jumlah: int) -> dict[str, Decimal]:
    return {simpul: Decimal(nilai) for simpul, nilai in jumlah.items()}


@pytest.mark.parametrize(
    ("sendiri", "hasil"),
    [
        ({}, {}),
        ({"s1": 10, "s2": 5, "k2": 1}, {"s1": 10, "s2": 5, "k1": 15, "k2": 1, "p": 16}),
        ({"p": 7}, {"p": 7}),
        ({"s1": 10}, {"s1": 10, "k1": 10, "p": 10}),
        ({"s1": 0}, {"s1": 0, "k1": 0, "p": 0}),
        ({"k1": 4, "k3": 2}, {"k1": 4, "p": 4, "k3": 2, "q": 2}),
        ({"p": 16, "k1": 15, "k2": 1}, {"p": 16, "k1": 15, "k2": 1}),
    ],
)
def test_simpul_bernilai_jumlah_anaknya(sendiri, hasil):
    """What nothing is known of is absent, and 0 is known."""
    assert jumlahkan_pohon(INDUK, rupiah(**sendiri)) == (rupiah(**hasil), ())


@pytest.mark.parametrize(
    ("sendiri", "puncak", "selisih"),
    [
        ({"p": 20, "k1": 15, "k2": 1}, 16, [("p", 20, 16)]),
        ({"p": 20, "k1": 15}, 15, [("p", 20, 15)]),
        ({"p": 0, "k2": 1}, 1, [("p", 0, 1)]),
        ({"p": 5, "k1": 9, "s1": 3, "s2": 4}, 7, [("k1", 9, 7), ("p", 5, 7)]),
    ],
)
def test_jumlah_tertulis_yang_tidak_sama_dengan_bagiannya(sendiri, puncak, selisih):
    hasil, beda = jumlahkan_pohon(INDUK, rupiah(**sendiri))
    assert hasil["p"] == puncak
    assert beda == tuple(Selisih(s, Decimal(milik), Decimal(anak)) for s, milik, anak in selisih)


def test_program_dokumen_nyata_sama_dengan_kegiatannya():
    kegiatan = ("102780800", "3032112544", "45612000", "40085880", "225177860", "184745300",
                "245351638", "192850000")  # fmt: skip
    induk = {"program": None, **dict.fromkeys(range(len(kegiatan)), "program")}
    sendiri = {"program": Decimal(4068716022), **dict(enumerate(map(Decimal, kegiatan)))}
    hasil, selisih = jumlahkan_pohon(induk, sendiri)
    assert (hasil["program"], selisih) == (4068716022, ())


@pytest.mark.parametrize(
    ("pilihan", "hasil"),
    [
        (set(), set()),
        ({"p"}, {"p"}),
        ({"p", "k1", "s1"}, {"p"}),
        ({"p", "s2"}, {"p"}),
        ({"k1", "k2"}, {"k1", "k2"}),
        ({"s1", "k2", "q"}, {"s1", "k2", "q"}),
        ({"p", "k3"}, {"p", "k3"}),
    ],
)
def test_teratas_tidak_di_bawah_pilihan_lain(pilihan, hasil):
    assert teratas(INDUK, pilihan) == hasil


@pytest.mark.parametrize(
    ("satu", "lain", "hasil"),
    [
        ({"p"}, {"p"}, True),
        ({"p"}, {"s1"}, True),
        ({"k1"}, {"s1", "q"}, True),
        ({"k1"}, {"k2"}, False),
        ({"s1"}, {"s2"}, False),
        ({"p"}, {"q", "k3"}, False),
        (set(), {"p"}, False),
        (set(), set(), False),
    ],
)
def test_bertumpang_bila_uangnya_sama(satu, lain, hasil):
    assert bertumpang(INDUK, satu, lain) is hasil
    assert bertumpang(INDUK, lain, satu) is hasil


@st.composite
def pohon(gambar) -> tuple[dict[int, int | None], dict[int, Decimal]]:
    """A forest in which parents come before children, with amounts on some of its nodes."""
    banyak = gambar(st.integers(1, 12))
    induk = {ke: gambar(st.none() | st.integers(0, ke - 1)) if ke else None for ke in range(banyak)}
    sendiri = gambar(st.dictionaries(st.integers(0, banyak - 1), sembarang("0", "1E12", 2)))
    return induk, sendiri


@sifat
@given(pohon=pohon(), acak=st.randoms())
def test_jumlah_tidak_bergantung_urutan(pohon, acak):
    induk, sendiri = pohon
    urut = list(induk)
    acak.shuffle(urut)
    hasil, selisih = jumlahkan_pohon(induk, sendiri)
    hasil_acak, selisih_acak = jumlahkan_pohon(
        {simpul: induk[simpul] for simpul in urut},
        {simpul: sendiri[simpul] for simpul in urut if simpul in sendiri},
    )
    assert hasil_acak == hasil
    assert set(selisih_acak) == set(selisih)


@sifat
@given(pohon=pohon())
def test_jumlah_akar_sama_dengan_jumlah_daun(pohon):
    """Where only leaves were given an amount nothing is lost and nothing counted twice."""
    induk, sendiri = pohon
    daun = {simpul: nilai for simpul, nilai in sendiri.items() if simpul not in induk.values()}
    hasil, selisih = jumlahkan_pohon(induk, daun)
    akar = [nilai for simpul, nilai in hasil.items() if induk[simpul] is None]
    assert (sum(akar), selisih) == (sum(daun.values()), ())


@sifat
@given(pohon=pohon())
def test_setiap_selisih_adalah_beda_yang_nyata(pohon):
    induk, sendiri = pohon
    hasil, selisih = jumlahkan_pohon(induk, sendiri)
    assert {s.simpul: (s.sendiri, s.jumlah_anak) for s in selisih} == {
        simpul: (milik, hasil[simpul])
        for simpul, milik in sendiri.items()
        if hasil[simpul] != milik
    }


@sifat
@given(pohon=pohon(), bahan=st.data())
def test_teratas_menaungi_semua_pilihan(pohon, bahan):
    induk, _ = pohon
    pilihan = bahan.draw(st.sets(st.sampled_from(sorted(induk))))
    atas = teratas(induk, pilihan)
    assert atas <= pilihan
    assert not any(bertumpang(induk, {satu}, atas - {satu}) for satu in atas)
    assert all(bertumpang(induk, {simpul}, atas) for simpul in pilihan)
