"""The hash by which the tables of an earlier run are taken again."""

import pytest

from tests.basis import sidik_tabel


@pytest.fixture
def pohon(tmp_path):
    for nama in (
        "app/__init__.py", "app/migrations/0001_awal.py", "app/models/a.py", "app/views/a.py",
        "tests/__init__.py", "uji.lock",
    ):  # fmt: skip
        satu = tmp_path / nama
        satu.parent.mkdir(parents=True, exist_ok=True)
        satu.write_text("a = 1\n")
    return tmp_path


@pytest.mark.parametrize(
    ("nama", "lain"),
    [
        ("app/migrations/0001_awal.py", True),
        ("app/models/a.py", True),
        ("uji.lock", True),
        ("app/migrations/0002_baru.py", True),
        ("app/views/a.py", False),
        ("tests/models/a.py", False),
        (".simpanan/models/a.py", False),
        ("simpanan/models/a.py", False),
    ],
)
def test_berubah_menurut_yang_membentuk_tabel(pohon, nama, lain):
    semula = sidik_tabel(pohon)
    (pohon / nama).parent.mkdir(parents=True, exist_ok=True)
    (pohon / nama).write_text("b = 1\n")
    assert (sidik_tabel(pohon) != semula) is lain
