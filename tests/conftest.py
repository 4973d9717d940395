"""What all tests share: settings for speed, the guard of numbers, the example and the cast."""

import gc
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from itertools import count
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.template import base as templat
from django.test import TransactionTestCase, override_settings

from sakip.beranda.muat.muat import berkas_contoh, muat_contoh
from sakip.jejak import pemicu
from sakip.organisasi.models import Unit
from tests.basis import buat_basis
from tests.evaluasi.pabrik import instrumen_nasional
from tests.modul import HASH_CEPAT
from tests.pemeran import Pemeran, panggil_pemeran
from tests.salinan import Salinan, pulihkan, salin

# Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# real processes and browsers, which take longest: begun first, they are over when the rest is
DAHULU = ("tests/peramban/", "tests/pekerjaan/", "tests/test_pemasangan.py")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--basis-data",
        action="store_true",
        help="hanya uji yang memakai basis data, tanpa peramban dan PDF",
    )
    parser.addoption(
        "--gambar",
        action="store_true",
        help="simpan gambar panduan di docs/gambar/panduan",
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long ones first; for the second database only what another database could change."""
    items.sort(key=lambda satu: not satu.nodeid.startswith(DAHULU))
    if config.getoption("--basis-data"):
        pakai = [satu for satu in items if _memakai_basis_data(satu)]
        config.hook.pytest_deselected(items=[satu for satu in items if satu not in set(pakai)])
        items[:] = pakai


def pytest_collection_finish() -> None:
    """Thousands of tests and all that was imported stay to the end: nobody looks through them again.

    A request leaves a thousand objects, and a tenth of the time went into looking for cycles.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


# What pages, forms, documents, workbooks, commands and steps make of rows another database does not
# change. Each page is opened on it all the same, and written to, in the matrix of permissions, and
# the example is loaded into it before the first test.
SAMA_DI_MANA_PUN = re.compile(
    r"tests/(izin/(?!test_matriks)|web/test_(bandingkan|isian|middleware|formulir)"
    r"|pelaporan/test_(susunan|lkjip)|perencanaan/test_services_langkah|organisasi/test_buat_admin"
    r"|beranda/test_(muat_|periksa)|[a-z]+/test_(services_impor|lembar_kerja)"
    r"|[a-z]+/test_(halaman|dokumen|cetak|kit|masuk|sesi|tautan|alamat|perintah))"
)


# nothing below these asks another database anything
TANPA_BASIS_DATA = re.compile(r"tests/(arsitektur|peramban|bench|test_pemasangan\.py)")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Files of which the second run would leave every test out are not even read."""
    if not config.getoption("--basis-data"):
        return None
    jalur = collection_path.relative_to(config.rootpath).as_posix()
    sama = TANPA_BASIS_DATA.match(jalur) or (
        collection_path.suffix == ".py" and SAMA_DI_MANA_PUN.match(jalur)
    )
    return True if sama else None


def _memakai_basis_data(satu: pytest.Item) -> bool:
    basis = {"db", "transactional_db"} & set(getattr(satu, "fixturenames", ()))
    bertanda = satu.get_closest_marker("django_db") is not None
    tampilan = [satu.get_closest_marker(nama) for nama in ("peramban", "pdf")]
    return (
        (bool(basis) or bertanda) and not any(tampilan) and not SAMA_DI_MANA_PUN.match(satu.nodeid)
    )


@pytest.fixture(scope="session")
def folder_bersama(tmp_path_factory) -> Path:
    """One folder for all workers of a run."""
    akar = tmp_path_factory.getbasetemp()
    return akar.parent if os.environ.get("PYTEST_XDIST_WORKER") else akar


@pytest.fixture(scope="session")
def simpanan_dokumen(folder_bersama) -> Path:
    """One store of rendered documents for all workers: the same document is rendered once."""
    return folder_bersama / "dokumen"


@pytest.fixture(scope="session", autouse=True)
def setelan_uji(tmp_path_factory, simpanan_dokumen) -> Iterator[None]:
    """What all tests share; set once, for each setting that is set anew empties some caches."""
    with override_settings(
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        PASSWORD_HASHERS=HASH_CEPAT,
        STORAGES={
            **settings.STORAGES,
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        FOLDER_DOKUMEN=simpanan_dokumen,
        # as `make run` serves; the production redirect and cookies have tests of their own
        SECURE_SSL_REDIRECT=False,
        SESSION_COOKIE_SECURE=False,
        CSRF_COOKIE_SECURE=False,
    ):
        yield


@pytest.fixture(scope="session")
def rak_uji(tmp_path_factory) -> Iterator[Path]:
    """A folder for each test that asks, none of them made before something is put into it."""
    akar = tmp_path_factory.mktemp("rak")
    return (akar / str(ke) for ke in count())


@pytest.fixture(autouse=True)
def folder_uji(monkeypatch, rak_uji) -> None:
    """Uploads of a test are its own."""
    milik = next(rak_uji)
    # no cache hangs on these two, so nobody need be told
    monkeypatch.setattr(settings, "FOLDER_BERKAS", milik / "berkas")
    monkeypatch.setattr(settings, "FOLDER_PRATINJAU", milik / "pratinjau")


@pytest.fixture(scope="session", autouse=True)
def tanpa_angka_telanjang() -> Iterator[None]:
    """A number printed in a template without a filter fails the test.

    It would be written in a notation nobody chose: 2.023 for a year, 1234.5 for an amount.
    """
    asli = templat.render_value_in_context

    def jaga(nilai, konteks):
        if isinstance(nilai, (int, float, Decimal)) and not isinstance(nilai, bool):
            pytest.fail(f"bare number {nilai!r} in a template: use a filter")
        return asli(nilai, konteks)

    with pytest.MonkeyPatch.context() as ganti:
        ganti.setattr(templat, "render_value_in_context", jaga)
        ganti.setattr("django.template.defaulttags.render_value_in_context", jaga)
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment,
    django_db_blocker,
    django_db_modify_db_settings,
    folder_bersama,
    pytestconfig,
) -> Iterator[Salinan]:
    """The example is loaded once; tests that write are rolled back."""
    with django_db_blocker.unblock(), override_settings(PASSWORD_HASHERS=HASH_CEPAT):
        simpanan = pytestconfig.cache.mkdir("basis")
        asli = buat_basis(folder_bersama / "basis", _muat_pasuruan, simpanan)
        salinan = salin()
    with _dikembalikan_setelah_dikosongkan(salinan):
        yield salinan
    with django_db_blocker.unblock():
        connection.creation.destroy_test_db(asli, verbosity=0)


@contextmanager
def _dikembalikan_setelah_dikosongkan(salinan: Salinan) -> Iterator[None]:
    """A test with a live server or threads ends with the tables as it found them.

    Emptying them meets the triggers of what only grows; they are taken away for that moment, and
    Django's flush sends post_migrate, which puts them back. Then the example is put back at once:
    each later test would else do so for itself.
    """
    asli = TransactionTestCase._fixture_teardown  # noqa: SLF001 -- Django has no public hook

    def kosongkan(kasus: TransactionTestCase) -> None:
        pemicu.lepas(connection)
        asli(kasus)
        pulihkan(salinan)

    with pytest.MonkeyPatch.context() as ganti:
        ganti.setattr(TransactionTestCase, "_fixture_teardown", kosongkan)
        yield


def _muat_pasuruan() -> None:
    muat_contoh(berkas_contoh("pasuruan-2023"), akun_aktif=True)
    instrumen_nasional()  # half of what the tests of evaluation write before they begin


@pytest.fixture
def pasuruan(db) -> Unit:
    """The perangkat daerah of the example."""
    return Unit.objects.select_related("pemda").get(kode="pasuruan-bakesbangpol")


@pytest.fixture(scope="module")
def dua_pemda(django_db_setup, django_db_blocker) -> Iterator[None]:
    """A second example beside the first for the tests of one file, undone after the last of them."""
    with django_db_blocker.unblock(), _contoh_lain("lampung-2024"):
        yield


@pytest.fixture(scope="module")
def contoh_evaluasi(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The examples of evaluation beside the first, likewise."""
    nama = ("pasuruan-tl-2022", "balangan-2024")
    with django_db_blocker.unblock(), _contoh_lain(*nama):
        yield


@contextmanager
def _contoh_lain(*nama: str) -> Iterator[None]:
    with override_settings(PASSWORD_HASHERS=HASH_CEPAT), transaction.atomic():
        for satu in nama:
            muat_contoh(berkas_contoh(satu), akun_aktif=True)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def balangan(contoh_evaluasi, db) -> Unit:
    """The perangkat daerah of which only the evaluation is known, of a pemda of its own."""
    return Unit.objects.select_related("pemda").get(kode="balangan-kesbangpol")


@pytest.fixture
def lampung(dua_pemda, db) -> Unit:
    """The perangkat daerah of the second example, of a pemda of its own."""
    return Unit.objects.select_related("pemda").get(kode="lampung-kesbangpol")


@pytest.fixture
def pemeran(pasuruan) -> Pemeran:
    return panggil_pemeran(pasuruan)


@pytest.fixture(scope="session")
def peramban() -> Iterator[object]:
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 -- only browser tests pay

    # Chromium without a window of its own, whose drawing took as much as that of the pages
    pilihan = {
        "executable_path": "/usr/bin/chromium-headless-shell",
        "args": [
            "--no-sandbox",
            "--disable-gpu",
            "--in-process-gpu",
            "--js-flags=--no-maglev --no-turbofan",
            "--disable-background-networking",
        ],
    }
    with sync_playwright() as alat:
        try:
            peramban = alat.chromium.launch(**pilihan)
        except Error:  # it was seen to die of itself while starting, before any page
            peramban = alat.chromium.launch(**pilihan)
        yield peramban
        peramban.close()
