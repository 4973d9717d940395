"""What the documents must name: every setting, every command, every make target."""

import ast
import re
from pathlib import Path


def setelan_dibaca(berkas: Path) -> set[str]:
    """The SAKIP_… names that a settings file reads through env, each with its own reader."""
    nama = set()
    for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
        if isinstance(simpul, ast.Call) and simpul.args and _pembaca(simpul.func):
            isi = simpul.args[0]
            if isinstance(isi, ast.Constant) and isinstance(isi.value, str):
                nama.add(isi.value)
    return nama


def _pembaca(fungsi: ast.expr) -> bool:
    return (
        isinstance(fungsi, ast.Attribute)
        and isinstance(fungsi.value, ast.Name)
        and fungsi.value.id == "env"
    )


def perintah(akar: Path) -> set[str]:
    """The names of our management commands."""
    return {
        berkas.stem
        for berkas in akar.glob("**/management/commands/*.py")
        if berkas.stem != "__init__" and ".venv" not in berkas.parts
    }


def sasaran_make(berkas: Path) -> set[str]:
    """The targets of a Makefile that explain themselves."""
    return set(re.findall(r"^([a-z-]+):.*##", berkas.read_text(encoding="utf-8"), re.MULTILINE))


def tak_disebut(nama: set[str], dokumen: Path) -> list[str]:
    """Those of the names that the document does not hold as a word of code."""
    kode: set[str] = set()
    for baris in dokumen.read_text(encoding="utf-8").splitlines():
        for potongan in baris.split("`")[1::2]:
            kode |= set(re.findall(r"\w+", potongan))
    return sorted(nama - kode)


def tautan_putus(akar: Path) -> list[str]:
    """Links and pictures of our documents that lead nowhere."""
    dokumen = [akar / "README.md", *sorted((akar / "docs").rglob("*.md"))]
    return [
        f"{berkas.relative_to(akar)}: {tujuan}"
        for berkas in dokumen
        for tujuan in re.findall(r"\]\(([^)#]+)", berkas.read_text(encoding="utf-8"))
        if not (berkas.parent / tujuan).exists()
    ]
