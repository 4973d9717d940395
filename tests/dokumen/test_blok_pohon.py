"""The tree of an organisation: what its picture keeps to, whatever the tree."""

from decimal import Decimal
from itertools import combinations

import pytest
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip.dokumen.blok import Kotak, Organogram
from sakip.dokumen.blok.huruf import lebar_teks
from sakip.dokumen.blok.pohon import HURUF, LEBAR, TINGGI, LukisanPohon, lukis_pohon
from tests.dokumen.contoh_lengkap import pohon_kantor

PANJANG = "Kelompok Jabatan Fungsional Pengembangan Kewaspadaan Nasional dan Konflik Sosial"
NAMA = st.text("abc XYZ/", min_size=1, max_size=80).filter(str.strip) | st.just(PANJANG)
POHON = st.recursive(
    st.builds(Kotak, NAMA),
    lambda anak: st.builds(Kotak, NAMA, st.lists(anak, max_size=9).map(tuple)),
    max_leaves=40,
)


def datar(*nama: str) -> tuple[Kotak, ...]:
    return tuple(Kotak(satu) for satu in nama)


def rantai(dalam: int) -> Kotak:
    hasil = Kotak(PANJANG)
    for _ in range(dalam):
        hasil = Kotak(PANJANG, (hasil,))
    return hasil


BENTUK = {
    "satu kotak": Kotak("Kepala"),
    "kantor": pohon_kantor(),
    "dua belas bidang": pohon_kantor(12),
    "enam puluh UPT": Kotak(
        "Dinas", datar(*[f"UPT Puskesmas Kecamatan Gadingrejo {n}" for n in range(60)])
    ),
    "enam puluh nama panjang": Kotak(PANJANG, datar(*[f"{PANJANG} {n}" for n in range(60)])),
    "dua puluh tingkat": rantai(20),
    "kata tanpa spasi": Kotak("W" * 80, datar("i" * 80, "Kepala")),
}


def periksa(lukisan: LukisanPohon) -> None:
    for kotak in lukisan.kotak:
        assert 0 <= kotak.x < kotak.x + kotak.lebar <= lukisan.lebar
        assert 0 <= kotak.y < kotak.y + kotak.tinggi <= lukisan.tinggi
        for y, teks in kotak.baris():
            assert lebar_teks(teks, HURUF) <= kotak.lebar
            assert kotak.y + HURUF <= y + 2 <= kotak.y + kotak.tinggi - 2
    for a, b in combinations(lukisan.kotak, 2):
        terpisah_datar = a.x + a.lebar <= b.x or b.x + b.lebar <= a.x
        assert terpisah_datar or a.y + a.tinggi <= b.y or b.y + b.tinggi <= a.y, (a, b)
    for garis in lukisan.garis:
        assert garis.x1 == garis.x2 or garis.y1 == garis.y2
        for kotak in lukisan.kotak:
            assert not melintas(garis, kotak), (garis, kotak)


def melintas(garis, kotak) -> bool:
    """Whether a line enters a box; touching its edge is what lines are for."""
    kiri, kanan = sorted((garis.x1, garis.x2))
    atas, bawah = sorted((garis.y1, garis.y2))
    datar_dalam = kiri < kotak.x + kotak.lebar and kanan > kotak.x
    return datar_dalam and atas < kotak.y + kotak.tinggi and bawah > kotak.y


def nama_dalam(kotak: Kotak) -> list[str]:
    return [kotak.nama, *(nama for anak in kotak.bawahan for nama in nama_dalam(anak))]


@pytest.mark.parametrize("bentuk", BENTUK)
def test_kotak_tidak_bertindih_dan_teks_di_dalamnya(bentuk):
    periksa(lukis_pohon(BENTUK[bentuk]))


@settings(max_examples=60, deadline=None)
@given(POHON)
def test_pohon_apa_pun(akar):
    lukisan = lukis_pohon(akar)
    periksa(lukisan)
    huruf = ["".join(kotak.teks).replace(" ", "") for kotak in lukisan.kotak]
    assert huruf == ["".join(nama.split()) for nama in nama_dalam(akar)]


def test_setiap_nama_utuh_dan_bergaris():
    lukisan = lukis_pohon(BENTUK["dua belas bidang"])
    nama = nama_dalam(BENTUK["dua belas bidang"])
    assert sorted(" ".join(kotak.teks) for kotak in lukisan.kotak) == sorted(nama)
    ujung = {(g.x2, g.y2) for g in lukisan.garis} | {(g.x1, g.y1) for g in lukisan.garis}
    for kotak in lukisan.kotak[1:]:
        atas = (kotak.x + kotak.lebar // 2, kotak.y)
        kiri = (kotak.x, kotak.y + kotak.tinggi // 2)
        assert {atas, kiri} & ujung, kotak


def test_kantor_biasa_berdampingan_dengan_huruf_penuh():
    """Five under the head side by side, those below stacked, nothing reduced."""
    lukisan = lukis_pohon(pohon_kantor())
    tingkat_satu = [k for k in lukisan.kotak if k.tingkat == 1]
    assert len({k.y for k in tingkat_satu}) == len({k.tinggi for k in tingkat_satu}) == 1
    assert lukisan.lebar <= LEBAR + 4
    for bidang in tingkat_satu:
        anak = [
            k for k in lukisan.kotak if k.tingkat == 2 and bidang.x <= k.x < bidang.x + bidang.lebar
        ]
        assert len({k.x for k in anak}) == 1
        assert len(anak) == 2


def test_daun_yang_banyak_selalu_bertumpuk():
    lukisan = lukis_pohon(Kotak("Kepala", datar(*[f"Seksi {n}" for n in range(6)])))
    assert len({k.x for k in lukisan.kotak if k.tingkat == 1}) == 1


@pytest.mark.parametrize("bentuk", ["dua belas bidang", "enam puluh UPT"])
def test_pohon_lebar_tetap_terbaca(bentuk):
    """No less than two thirds of full size, that is letters of 5 points, once it fits on a page."""
    lukisan = lukis_pohon(BENTUK[bentuk])
    assert min(Decimal(LEBAR) / lukisan.lebar, Decimal(TINGGI) / lukisan.tinggi) >= Decimal("0.66")


def test_gambar_bernama_dan_tanpa_gaya():
    milik = Organogram(
        "g", "Gambar 1.1", "Susunan", Kotak("Kepala", datar("Sekretariat", "Bidang"))
    )
    svg = render_to_string("dokumen/organogram.html", {"blok": milik, "cetak": True})
    assert 'role="img" aria-label="Susunan: Kepala, membawahi: Sekretariat; Bidang"' in svg
    assert "<title>Susunan: Kepala, membawahi: Sekretariat; Bidang</title>" in svg
    assert "style" not in svg
    assert svg.count("<rect") == 3
    assert "<title>" not in render_to_string("dokumen/organogram.html", {"blok": milik})
