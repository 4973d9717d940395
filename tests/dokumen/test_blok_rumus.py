"""A formula in a line becomes a fraction where it surely is one."""

import pytest
from django.template.loader import render_to_string

from sakip.dokumen.blok import Kolom, Sel, baris
from sakip.dokumen.blok.rumus import urai_pecahan
from tests.dokumen.contoh import tabel

UTUH = "\N{NO-BREAK SPACE}"
ORMAS = "(Σ ormas tahun (n) − Σ ormas tahun (n-1)) / Σ ormas thn (n-1) × 100"


@pytest.mark.parametrize(
    ("teks", "bagian"),
    [
        (ORMAS, ("", f"Σ{UTUH}ormas tahun (n) − Σ{UTUH}ormas tahun (n-1)", f"Σ{UTUH}ormas thn (n-1)", " × 100")),
        ("Jumlah pemilih / Jumlah DPT × 100", ("", "Jumlah pemilih", "Jumlah DPT", " × 100")),
        ("100 × A / B", ("100 × ", "A", "B", "")),
        ("Jumlah A / jumlah B", ("", "Jumlah A", "jumlah B", "")),
        ("(A + B) / (C) × 100%", ("", "A + B", "C", " × 100%")),
        ("A + B / C × 100", ("A + ", "B", "C", " × 100")),
        ("(A) + (B) / (C) + (D) × 2", ("(A) + ", "B", "C", " + (D) × 2")),
        ("((A) / (B)) × 100", None),
        ("A / B / C × 100", None),
        ("(A / B × 100", None),
        ("A) / (B × 100", None),
        ("laporan / dokumen yang ada", None),
        ("Rata-rata capaian program", None),
        ("A/B × 100", None),
        (" / B × 100", None),
        ("A / B\n× 100", None),
        ("-", None),
        ("", None),
    ],
)  # fmt: skip
def test_satu_pecahan_atau_sebaris(teks, bagian):
    hasil = urai_pecahan(teks)
    isi = (hasil.depan, hasil.atas, hasil.bawah, hasil.belakang) if hasil else None
    assert isi == bagian


def sel_html(teks: str, *, rumus: bool = True) -> str:
    kolom = (Kolom("Rumus", 100),)
    milik = tabel(kolom=kolom, baris=(baris(Sel((teks,), rumus=rumus)),))
    html = render_to_string(milik.templat, {"blok": milik})
    return html.partition("<tbody>")[2].partition("<td")[2].partition(">")[2].partition("</td>")[0]


def test_pecahan_dibaca_sebaris_oleh_yang_tidak_melihatnya():
    html = sel_html(ORMAS)
    assert f'role="math" aria-label="{ORMAS}"' in html
    assert "dok-pembilang" in html
    # without a style sheet, and in the PDF when it is read aloud, it is the line itself
    teks = "".join(bagian.partition(">")[2] for bagian in html.split("<"))
    assert teks.replace(UTUH, " ") == ORMAS


def test_yang_bukan_pecahan_tetap_sebaris():
    assert sel_html("Nilai SAKIP") == "Nilai SAKIP"
    assert sel_html(ORMAS, rumus=False) == ORMAS


def test_isi_rumus_tidak_menjadi_unsur():
    html = sel_html("<b>A</b> / B × 100")
    assert "<b>" not in html
    assert "&lt;b&gt;A&lt;/b&gt;" in html
