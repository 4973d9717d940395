"""What templates, assets and other text files keep to."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.arsitektur.pohon import BUKAN_KODE, baca, letak, semua_berkas

BARIS_TEMPLATE = 150
TEKS_ASET = (".css", ".js", ".svg", ".html", ".txt", ".json", ".xml", ".webmanifest")
NAMA_SVG = "http://www.w3.org/2000/svg"  # a name that nothing fetches

_ALAMAT = re.compile(r"https?://[^\s\"'<>)]*")
# //host: the page's own scheme, another machine all the same
_ALAMAT_TANPA_SKEMA = re.compile(r"(?:\b(?:src|href|action)\s*=\s*|url\(\s*)[\"']?(//[\w.-]+)")
_CATATAN = re.compile(r"\{#.*?#\}|\{%\s*comment\b.*?endcomment\s*%\}", re.DOTALL)
_DJANGO = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
_TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>")
_ATRIBUT = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+))?")
_TANPA_SARING = re.compile(r"\|\s*safe(?:seq)?\b|\{%\s*autoescape\s+off\b")

# each is put together here, so that the search does not find itself
TERTINGGAL = re.compile(
    "|".join(
        (
            rf"\b{'TO'}DO\b",
            rf"\b{'FIX'}ME\b",
            rf"\b{'X' * 3}\b",
            rf"\b{'NotImplemented'}Error\b",
            rf"\bpytest\.{'(?:skip|xfail|importorskip)'}\b",
            rf"\bmark\.{'(?:skip|skipif|xfail)'}\b",
            rf"\bunittest\.{'(?:skip|expectedFailure)'}",
        )
    )
)
JALUR_BENGKEL = re.compile(rf"\.\./{'shared'}|/{'work'}/")


def template(akar: Path) -> Iterator[Path]:
    """HTML wherever it stands, and whatever else (SVG, CSS) Django finds among the templates."""
    for berkas in semua_berkas(akar, *TEKS_ASET):
        bagian = berkas.relative_to(akar).parts
        if bagian[0] not in BUKAN_KODE and ("templates" in bagian or berkas.suffix == ".html"):
            yield berkas


def _baris(teks: str, posisi: int) -> int:
    return teks.count("\n", 0, posisi) + 1


def _hapus(pola: re.Pattern[str], teks: str) -> str:
    """`teks` without what matches; lines keep their numbers."""
    return pola.sub(lambda kena: "\n" * kena[0].count("\n") or " ", teks)


def _cari(akar: Path, berkas: Path, pola: re.Pattern[str], teks: str) -> Iterator[str]:
    for kena in pola.finditer(teks):
        yield f"{letak(akar, berkas, _baris(teks, kena.start()))}: {kena[kena.lastindex or 0]}"


def template_panjang(akar: Path) -> list[str]:
    panjang = ((berkas, len(baca(berkas).splitlines())) for berkas in template(akar))
    return [f"{letak(akar, b)}: {baris} baris" for b, baris in panjang if baris > BARIS_TEMPLATE]


def alamat_luar(akar: Path) -> list[str]:
    """Addresses of other machines in what a browser or a PDF reads."""
    salah = []
    for berkas in semua_berkas(akar, *TEKS_ASET):
        if berkas.relative_to(akar).parts[0] not in {"templates", "static"}:
            continue
        teks = baca(berkas)
        temuan = [*_cari(akar, berkas, _ALAMAT, teks)]
        temuan += _cari(akar, berkas, _ALAMAT_TANPA_SKEMA, teks)
        salah += [t for t in temuan if t.partition(": ")[2] != NAMA_SVG]
    return salah


def html_sebaris(akar: Path) -> list[str]:
    """Script and style inside the HTML, which the content security policy refuses."""
    salah = []
    for berkas in template(akar):
        teks = _hapus(_DJANGO, _hapus(_CATATAN, baca(berkas)))
        for tag in _TAG.finditer(teks):
            atribut = {
                nama.lower(): nilai.strip("\"' ").lower()
                for nama, nilai in _ATRIBUT.findall(tag[2])
            }
            keluhan = _keluhan_tag(tag[1].lower(), atribut, cetak=_dokumen_cetak(akar, berkas))
            tempat = letak(akar, berkas, _baris(teks, tag.start()))
            salah += [f"{tempat}: {k}" for k in keluhan]
    return salah


def _dokumen_cetak(akar: Path, berkas: Path) -> bool:
    """A printed document is one file that carries its own styles."""
    dalam = (akar / "templates" / "dokumen") in berkas.parents
    return dalam and berkas.name.startswith("cetak")


def _keluhan_tag(tag: str, atribut: dict[str, str], *, cetak: bool) -> Iterator[str]:
    if tag == "script" and "src" not in atribut:
        yield "script tanpa src"
    if tag == "style" and not cetak:
        yield "style"
    for nama, nilai in atribut.items():
        if nama == "style" or nama.startswith("on"):
            yield f"atribut {nama}"
        if nilai.startswith("javascript:"):
            yield f"javascript: dalam {nama}"


def template_tanpa_saring(akar: Path, boleh: set[str]) -> list[str]:
    """Templates that switch escaping off; `boleh` names those that were reviewed."""
    return [
        keluhan
        for berkas in template(akar)
        if letak(akar, berkas) not in boleh
        for keluhan in _cari(akar, berkas, _TANPA_SARING, _hapus(_CATATAN, baca(berkas)))
    ]


def pekerjaan_tertinggal(akar: Path) -> list[str]:
    """Marks of work that was put off, and tests that are passed over."""
    return [
        keluhan
        for berkas in semua_berkas(akar, ".py", ".html", ".js", ".css")
        for keluhan in _cari(akar, berkas, TERTINGGAL, baca(berkas))
    ]


def jalur_bengkel(akar: Path) -> list[str]:
    """Paths that exist only on the machine where this was written."""
    return [
        keluhan
        for berkas in semua_berkas(akar, ".py", ".html", ".css", ".md")
        for keluhan in _cari(akar, berkas, JALUR_BENGKEL, baca(berkas))
    ]
