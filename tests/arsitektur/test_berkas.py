import pytest

from tests.arsitektur import aturan_berkas as aturan
from tests.arsitektur.pohon import AKAR, tulis

# templates that switch escaping off and were reviewed, each with the reason in a comment
TANPA_SARING_BOLEH: set[str] = set()


def test_template_tidak_terlalu_panjang():
    assert aturan.template_panjang(AKAR) == []


def test_template_panjang_tertangkap(tmp_path):
    tulis(tmp_path, "templates/pas.html", "<p>\n" * 150)
    tulis(tmp_path, "sakip/templates/panjang.html", "<p>\n" * 151)
    assert aturan.template_panjang(tmp_path) == ["sakip/templates/panjang.html: 151 baris"]


def test_tidak_ada_alamat_luar():
    assert aturan.alamat_luar(AKAR) == []


@pytest.mark.parametrize(
    ("jalur", "isi", "alamat"),
    [
        ("templates/a.html", "<a href='https://contoh.id/x'>", "https://contoh.id/x"),
        ("templates/a.html", '<script src="//cdn.id/a.js"></script>', "//cdn.id"),
        ("static/a.css", "a { background: url(//cdn.id/a.png) }", "//cdn.id"),
        ("static/a.js", "fetch('http://10.0.0.1')", "http://10.0.0.1"),
        ("static/a.svg", '<svg xmlns:x="http://www.w3.org/1999/x">', "http://www.w3.org/1999/x"),
    ],
)
def test_alamat_luar_tertangkap(tmp_path, jalur, isi, alamat):
    tulis(tmp_path, "templates/svg.html", '<svg xmlns="http://www.w3.org/2000/svg"></svg>')
    tulis(tmp_path, "static/b.js", "let a = '//' + b; // https: none")
    tulis(tmp_path, "docs/a.html", "https://contoh.id")
    tulis(tmp_path, jalur, f"\n{isi}\n")
    assert aturan.alamat_luar(tmp_path) == [f"{jalur}:2: {alamat}"]


def test_tidak_ada_script_dan_style_sebaris():
    assert aturan.html_sebaris(AKAR) == []


@pytest.mark.parametrize(
    ("isi", "keluhan"),
    [
        ("<script>x()</script>", "script tanpa src"),
        ("<style>a {}</style>", "style"),
        ('<p {% if a > b %}style="color: red"{% endif %}>', "atribut style"),
        ("<p class='a' STYLE=width:{{ x }}%>", "atribut style"),
        ('<button\n  title="a > b"\n  onclick="x()">', "atribut onclick"),
        ('<a href="javascript:x()">', "javascript: dalam href"),
    ],
)
@pytest.mark.parametrize("akhiran", ["html", "svg"])
def test_script_dan_style_sebaris_tertangkap(tmp_path, isi, keluhan, akhiran):
    tulis(tmp_path, f"templates/a.{akhiran}", f"{{# <style> #}}\n{isi}\n")
    assert aturan.html_sebaris(tmp_path) == [f"templates/a.{akhiran}:2: {keluhan}"]


def test_yang_bukan_sebaris_diterima(tmp_path):
    isi = """
    {% comment %}<script>{% endcomment %}
    <script src="{% static 'a.js' %}" defer></script>
    <p data-x="style=1 onclick=2" title="{{ a|default:'<style>' }}">1 < 2</p>
    """
    tulis(tmp_path, "templates/a.html", isi)
    assert aturan.html_sebaris(tmp_path) == []


def test_style_hanya_dalam_dokumen_cetak(tmp_path):
    for jalur in (
        "dokumen/cetak.html",
        "dokumen/lkjip/cetak_isi.html",
        "dokumen/a.html",
        "cetak.html",
    ):
        tulis(tmp_path, f"templates/{jalur}", "<style></style><p style='x'>")
    assert aturan.html_sebaris(tmp_path) == [
        "templates/cetak.html:1: style",
        "templates/cetak.html:1: atribut style",
        "templates/dokumen/a.html:1: style",
        "templates/dokumen/a.html:1: atribut style",
        "templates/dokumen/cetak.html:1: atribut style",
        "templates/dokumen/lkjip/cetak_isi.html:1: atribut style",
    ]


def test_template_selalu_disaring():
    assert aturan.template_tanpa_saring(AKAR, TANPA_SARING_BOLEH) == []


def test_template_tanpa_saring_tertangkap(tmp_path):
    isi = "{# |safe #}{{ a|safest }}\n{{ a|safe }}\n{% autoescape off %}\n{{ a | safeseq|b }}\n"
    tulis(tmp_path, "templates/a.html", isi)
    tulis(tmp_path, "templates/boleh.html", isi)
    assert aturan.template_tanpa_saring(tmp_path, {"templates/boleh.html"}) == [
        "templates/a.html:2: |safe",
        "templates/a.html:3: {% autoescape off",
        "templates/a.html:4: | safeseq",
    ]


def test_tidak_ada_pekerjaan_tertinggal():
    assert aturan.pekerjaan_tertinggal(AKAR) == []


@pytest.mark.parametrize(
    "tanda",
    [
        "TO" + "DO",
        "FIX" + "ME",
        "X" * 3,
        "NotImplemented" + "Error",
        "pytest." + "skip",
        "mark." + "xfail",
        "unittest." + "skip",
    ],
)
@pytest.mark.parametrize("akhiran", ["py", "html", "js", "css"])
def test_pekerjaan_tertinggal_tertangkap(tmp_path, tanda, akhiran):
    tulis(tmp_path, f"tests/a.{akhiran}", f"a\n# {tanda}: b\n")
    tulis(tmp_path, f"tests/b.{akhiran}", f"a{tanda}b\n")
    assert aturan.pekerjaan_tertinggal(tmp_path) == [f"tests/a.{akhiran}:2: {tanda}"]


def test_tidak_ada_jalur_bengkel():
    assert aturan.jalur_bengkel(AKAR) == []


@pytest.mark.parametrize("jalur", ["../" + "shared", "/" + "work/"])
def test_jalur_bengkel_tertangkap(tmp_path, jalur):
    tulis(tmp_path, "README.md", f"Lihat {jalur}.\n")
    tulis(tmp_path, ".venv/a.py", jalur)
    assert aturan.jalur_bengkel(tmp_path) == [f"README.md:1: {jalur}"]
