"""The LKjIP of the example, issued: what most tests of its pages and figures begin with."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pelaporan.services.terbit import Keputusan
from sakip.dokumen.models import DokumenTerbit
from tests.modul import semodul
from tests.pelaporan.alat_terbit import keputusan, terbitkan


@pytest.fixture(scope="module")
def terbit_semodul(
    django_db_setup, django_db_blocker, tmp_path_factory
) -> Iterator[tuple[DokumenTerbit, Path]]:
    """Issued once for all tests of a file, with the folder of its files."""
    folder = tmp_path_factory.mktemp("terbit")
    with semodul(django_db_blocker, FOLDER_BERKAS=folder) as unit:
        yield terbitkan(unit, nomor=" 065/7 "), folder


@pytest.fixture
def terbit(terbit_semodul, db, settings, folder_uji) -> DokumenTerbit:
    """As this test finds it, with files that it may spoil."""
    dokumen, folder = terbit_semodul
    shutil.copytree(folder, settings.FOLDER_BERKAS)
    return DokumenTerbit.objects.select_related("unit").get(pk=dokumen.pk)


@pytest.fixture(scope="module")
def putusan(django_db_setup, django_db_blocker) -> Keputusan:
    """What the head decides who read the report of the example before anything was changed."""
    with semodul(django_db_blocker) as unit:
        return keputusan(unit)
