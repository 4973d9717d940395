"""What no Python file of the project does."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.arsitektur.pohon import (
    asal_nama,
    kode,
    letak,
    nama_lengkap,
    pemakaian_nama,
    semua_berkas,
    teks_di,
    uraikan,
)

BARIS_BERKAS = 400
BARIS_FUNGSI = 60

JAM = "sakip/lib/waktu.py"
CARA_LAIN_BERTANYA_WAKTU = {
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today",
    "datetime.date.today",
    "django.utils.timezone.now", "django.utils.timezone.localdate",
    "django.utils.timezone.localtime", "django.utils.timezone.localnow",
    "django.db.models.functions.Now",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime",
}  # fmt: skip
KOLOM_BERJAM = {"auto_now", "auto_now_add"}

HTML_TANPA_SARING = {
    "django.utils.safestring.mark_safe", "django.utils.safestring.SafeString",
    "django.utils.safestring.SafeText", "django.utils.safestring.SafeData",
    "django.utils.html.mark_safe", "django.utils.html.SafeString",
    "django.utils.html.SafeData", "django.utils.html.html_safe",
    "django.utils.html.format_html", "django.utils.html.format_html_join",
}  # fmt: skip

# DecimalField is a float on SQLite, and so is whatever the database computes from it
AGREGAT = {"Sum", "Avg", "StdDev", "Variance"}


def _migrasi(berkas: Path) -> bool:
    return berkas.parent.name == "migrations"


def terlalu_panjang(akar: Path) -> list[str]:
    """Files and functions beyond what one reads in a sitting; migrations are written by Django."""
    salah = []
    for berkas in semua_berkas(akar, ".py"):
        if _migrasi(berkas):
            continue
        baris = len(berkas.read_text(encoding="utf-8").splitlines())
        if baris > BARIS_BERKAS:
            salah.append(f"{letak(akar, berkas)}: {baris} baris")
        salah += _fungsi_panjang(akar, berkas)
    return salah


def _fungsi_panjang(akar: Path, berkas: Path) -> Iterator[str]:
    for simpul in ast.walk(uraikan(berkas)):
        if isinstance(simpul, ast.FunctionDef | ast.AsyncFunctionDef):
            baris = simpul.end_lineno - simpul.lineno + 1
            if baris > BARIS_FUNGSI:
                yield f"{letak(akar, berkas, simpul.lineno)}: {simpul.name} {baris} baris"


def _cari(akar: Path, kena: Callable[[ast.AST], str]) -> list[str]:
    """Every place in the code where `kena` has something to say about a node."""
    return [
        f"{letak(akar, berkas, simpul.lineno)}: {keluhan}"
        for berkas in kode(akar)
        for simpul in ast.walk(uraikan(berkas))
        if (keluhan := kena(simpul))
    ]


def pemakaian_float(akar: Path) -> list[str]:
    """Floats made or stored; asking whether something is one, in order to refuse it, is fine."""

    def kena(simpul: ast.AST) -> str:
        if isinstance(simpul, ast.Constant) and isinstance(simpul.value, float):
            return f"bilangan float {simpul.value}"
        if isinstance(simpul, ast.Call) and nama_lengkap(simpul.func, {}) == "float":
            return "float(…)"
        if isinstance(simpul, ast.Name | ast.Attribute):
            nama = nama_lengkap(simpul, {}).rpartition(".")[2]
            return nama if nama == "FloatField" else ""
        return ""

    return _cari(akar, kena)


def pemakaian_print(akar: Path) -> list[str]:
    def kena(simpul: ast.AST) -> str:
        panggilan = isinstance(simpul, ast.Call) and nama_lengkap(simpul.func, {}) == "print"
        return "print(…)" if panggilan else ""

    return _cari(akar, kena)


def jam_lain(akar: Path) -> list[str]:
    """Ways round the one clock, which tests could not stop."""
    salah = [
        f"{letak(akar, berkas, baris)}: {nama}"
        for berkas in kode(akar)
        if berkas != akar / JAM
        for nama, baris in pemakaian_nama(berkas)
        if nama in CARA_LAIN_BERTANYA_WAKTU
    ]
    return salah + _cari(akar, _kolom_berjam)


def _kolom_berjam(simpul: ast.AST) -> str:
    # a migration repeats what the model says
    if isinstance(simpul, ast.keyword) and simpul.arg in KOLOM_BERJAM:
        return simpul.arg
    return ""


def html_tanpa_saring(akar: Path, boleh: set[str]) -> list[str]:
    """Python that vouches for HTML; `boleh` names the files whose output was reviewed."""
    salah = [
        f"{letak(akar, berkas, baris)}: {nama}"
        for berkas in kode(akar)
        if letak(akar, berkas) not in boleh
        for nama, baris in pemakaian_nama(berkas)
        if nama in HTML_TANPA_SARING
    ]
    return salah + [s for s in _cari(akar, _mengaku_html) if s.partition(":")[0] not in boleh]


def _mengaku_html(simpul: ast.AST) -> str:
    fungsi = isinstance(simpul, ast.FunctionDef) and simpul.name == "__html__"
    return "__html__" if fungsi else ""


def agregat_desimal(akar: Path, kolom_desimal: set[str]) -> list[str]:
    """Sums and means that the database would compute over one of these columns."""
    salah = []
    for berkas in kode(akar):
        pohon = uraikan(berkas)
        asal = asal_nama(pohon)
        for simpul in ast.walk(pohon):
            if not isinstance(simpul, ast.Call):
                continue
            nama = nama_lengkap(simpul.func, asal).rpartition(".")[2]
            if nama in AGREGAT:
                kena = sorted(_kolom_dalam(simpul) & kolom_desimal)
                salah += [f"{letak(akar, berkas, simpul.lineno)}: {nama} {k}" for k in kena]
    return salah


def _kolom_dalam(panggilan: ast.Call) -> set[str]:
    """Columns in what an aggregate is given: "a__nilai", F("nilai") * 2, expression=…"""
    isi = [*panggilan.args[:1], *(k.value for k in panggilan.keywords if k.arg == "expression")]
    return {teks.rpartition("__")[2] for simpul in isi for teks in teks_di(simpul)}
