"""Walking a source tree: its files, and what the names in a Python file stand for.

A rule is a function that takes a tree (or models, migrations, settings) and returns its
violations as lines, so that it can be held against the project and against a bad example.
"""

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]

# below the root, but not part of what runs for the customer
BUKAN_KODE = {"tests", "docs", ".ci"}


def semua_berkas(akar: Path, *akhiran: str) -> Iterator[Path]:
    """Files of the tree by their endings; caches and other dot folders but `.ci` are no source."""
    for folder, anak, nama_berkas in os.walk(akar):
        anak[:] = sorted(
            n for n in anak if n == ".ci" or not (n.startswith(".") or n == "__pycache__")
        )
        for nama in sorted(nama_berkas):
            if nama.endswith(akhiran):
                yield Path(folder, nama)


def kode(akar: Path) -> Iterator[Path]:
    """The Python files of the project itself, migrations included."""
    for berkas in semua_berkas(akar, ".py"):
        if berkas.relative_to(akar).parts[0] not in BUKAN_KODE:
            yield berkas


def letak(akar: Path, berkas: Path, baris: int = 0) -> str:
    """Where something stands, as an editor opens it."""
    jalur = berkas.relative_to(akar).as_posix()
    return f"{jalur}:{baris}" if baris else jalur


def baca(berkas: Path) -> str:
    return berkas.read_text(encoding="utf-8")


@cache
def uraikan(berkas: Path) -> ast.Module:
    return ast.parse(baca(berkas), filename=str(berkas))


def asal_nama(pohon: ast.Module) -> dict[str, str]:
    """What each imported name stands for: after `from time import time as t`, t is time.time."""
    asal = {}
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Import):
            for nama in simpul.names:
                if nama.asname:
                    asal[nama.asname] = nama.name
        elif isinstance(simpul, ast.ImportFrom) and simpul.module:
            for nama in simpul.names:
                asal[nama.asname or nama.name] = f"{simpul.module}.{nama.name}"
    return asal


def nama_lengkap(simpul: ast.AST, asal: dict[str, str]) -> str:
    """The dotted name of an expression, through the imports; empty when it is something else."""
    if isinstance(simpul, ast.Name):
        return asal.get(simpul.id, simpul.id)
    if isinstance(simpul, ast.Attribute):
        pangkal = nama_lengkap(simpul.value, asal)
        return f"{pangkal}.{simpul.attr}" if pangkal else ""
    return ""


def pemakaian_nama(berkas: Path) -> Iterator[tuple[str, int]]:
    """Every dotted name the file uses, with its line; ruff refuses an import without use."""
    pohon = uraikan(berkas)
    asal = asal_nama(pohon)
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Name | ast.Attribute):
            yield nama_lengkap(simpul, asal), simpul.lineno


def teks_di(simpul: ast.AST) -> Iterator[str]:
    """The strings anywhere in an expression."""
    for anak in ast.walk(simpul):
        if isinstance(anak, ast.Constant) and isinstance(anak.value, str):
            yield anak.value


def tulis(akar: Path, jalur: str, isi: str = "") -> Path:
    """Put a file into a tree made for a test."""
    berkas = akar / jalur
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_text(isi, encoding="utf-8")
    return berkas
