"""The trend: where its lines, marks and names stand, and what it says in words."""

from decimal import Decimal
from itertools import pairwise

from django.template.loader import render_to_string

from sakip.dokumen.angka import Angka, Asal
from sakip.dokumen.blok.garis import JARAK_NAMA, RUPA, GarisTren, GrafikTren


def angka(nilai: str) -> Angka:
    return Angka(Decimal(nilai), nilai.replace(".", ","), f"uji/{nilai}", Asal("uji"))


def grafik(*garis: tuple[str, tuple[str | None, ...]]) -> GrafikTren:
    milik = tuple(
        GarisTren(nama, tuple(None if t is None else angka(t) for t in titik))
        for nama, titik in garis
    )
    return GrafikTren("Nilai", ("2022", "2023", "2024"), milik)


def test_lebih_tinggi_lebih_ke_atas_dan_urut_menurut_tahun():
    (garis,) = grafik(("A", ("60", "72.5", "70"))).lukisan().garis
    y = [titik.y for titik in garis.titik]
    assert y[1] < y[2] < y[0]
    x = [titik.x for titik in garis.titik]
    assert x == sorted(x)
    assert garis.jalur.count("M") == 1


def test_tahun_tanpa_nilai_memutus_garis():
    (garis,) = grafik(("A", ("60", None, "70"))).lukisan().garis
    assert len(garis.titik) == 2
    assert (garis.jalur.count("M"), garis.jalur.count("L")) == (2, 0)


def test_nama_yang_berdekatan_tidak_bertumpuk():
    lukisan = grafik(
        *[(n, ("70", "70", t)) for n, t in zip("ABC", ("70", "70.1", "70"), strict=True)]
    )
    y = sorted(garis.y_nama for garis in lukisan.lukisan().garis)
    assert min(b - a for a, b in pairwise(y)) >= JARAK_NAMA
    assert y[-1] <= lukisan.lukisan().tinggi


def test_garis_dibedakan_bukan_oleh_warna_saja():
    lukisan = grafik(*[(str(n), ("60", "70", "80")) for n in range(len(RUPA))]).lukisan()
    assert len({garis.tanda for garis in lukisan.garis}) == len(RUPA)
    assert len({garis.putus for garis in lukisan.garis}) == len(RUPA)


def test_skala_memuat_semua_nilai():
    skala = [teks for _, teks in grafik(("A", ("61", "79.5", "70"))).lukisan().skala]
    assert skala == ["60", "70", "80"]
    rata = [teks for _, teks in grafik(("A", ("70", "70", "70"))).lukisan().skala]
    assert rata == ["60", "70", "80"]


def test_dalam_kata_dan_sebagai_svg():
    milik = grafik(("A & B", ("60", None, "70")))
    assert milik.uraian == "Nilai. A & B: 2022 60, 2024 70"
    svg = render_to_string("dokumen/grafik_tren.svg", {"grafik": milik, "lukisan": milik.lukisan()})
    assert 'aria-label="Nilai. A &amp; B: 2022 60, 2024 70"' in svg
    assert "style=" not in svg
