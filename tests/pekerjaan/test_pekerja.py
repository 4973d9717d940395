"""Workers as processes: sharing, stopping, and a database that goes away."""

import contextlib
import signal
import time

import pytest
from django.db import connection, connections, transaction

from sakip.pekerjaan.models import Pekerja
from sakip.pekerjaan.queries import pekerja_hidup
from sakip.pekerjaan.services.antre import antrekan
from tests.pekerjaan.jenis import efek
from tests.pekerjaan.proses import sampai_usai, tunggu

BANYAK = 20


def test_dua_pekerja_berbagi_dua_puluh(pabrik, pemilik, settings):
    settings.PEKERJAAN_ANTRE_TERBANYAK = BANYAK
    kunci = [f"bagi-{nomor}" for nomor in range(BANYAK)]
    semua = [antrekan("uji.cepat", oleh=pemilik, argumen={"kunci": satu}) for satu in kunci]
    dua = {pekerja.pid for pekerja in pabrik.mulai(2)}
    sampai_usai(*semua)
    assert {(satu.status, satu.percobaan) for satu in semua} == {("selesai", 1)}
    assert [len(efek(satu, "awal")) for satu in kunci] == [1] * BANYAK
    assert set(Pekerja.objects.values_list("pid", flat=True)) == dua
    assert "kehilangan basis data" not in pabrik.log()  # nobody found it locked, or cut off


@pytest.mark.parametrize("sempat", [True, False])
def test_dihentikan_dengan_sigterm(sempat, pabrik, setengah, gerbang):
    """What ends within the grace is kept; the rest goes back, and the attempt does not count."""
    (pekerja,) = pabrik.mulai()
    kunci = f"sigterm-{sempat}"
    pekerjaan = setengah("uji.aman", kunci)
    pekerja.send_signal(signal.SIGTERM)
    if sempat:
        gerbang.touch()
    assert pekerja.wait(timeout=10) == 0
    pekerjaan.refresh_from_db()
    harapan = ("selesai", 1, 100) if sempat else ("antre", 0, 0)
    assert (pekerjaan.status, pekerjaan.percobaan, pekerjaan.kemajuan) == harapan
    assert len(efek(kunci, "akhir")) == sempat
    assert not Pekerja.objects.exists()
    assert not pekerja_hidup()


def test_sekali_yang_dihentikan_gagal(pabrik, setengah):
    """There are minutes of grace, but the second signal ends them."""
    (pekerja,) = pabrik.mulai(setelan="setelan_lain")
    pekerjaan = setengah("uji.sekali", "sigterm-sekali")
    akhir = time.monotonic() + 10
    while pekerja.poll() is None:  # one that comes at its very end finds no handler any more
        assert time.monotonic() < akhir
        pekerja.send_signal(signal.SIGTERM)
        time.sleep(0.2)
    pekerjaan.refresh_from_db()
    assert pekerjaan.alasan == "Pekerja dihentikan saat mengerjakan. Mulai lagi bila masih perlu."


@contextlib.contextmanager
def basis_hilang():
    """PostgreSQL cuts every other connection, again and again; SQLite stays locked."""
    if connection.vendor == "sqlite":
        with transaction.atomic():
            yield lambda: time.sleep(0.1)
        return
    tutup = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )

    def putuskan() -> None:
        with connection.cursor() as kursor:
            kursor.execute(tutup)

    yield putuskan


def test_pekerja_bertahan_saat_basis_data_hilang(pabrik, setengah, gerbang, pemilik):
    """An idle worker and a busy one reconnect; the job that ran ends."""
    (sibuk,) = pabrik.mulai(setelan="setelan_lain")
    pekerjaan = setengah("uji.aman", "basis-hilang")
    (luang,) = pabrik.mulai(setelan="setelan_lain")
    with basis_hilang() as ganggu:
        akhir = time.monotonic() + 1
        while time.monotonic() < akhir:
            ganggu()
    tunggu(lambda: "kehilangan basis data" in pabrik.log(), "the workers notice")
    gerbang.touch()
    sampai_usai(pekerjaan)
    assert pekerjaan.status == "selesai"
    assert len(efek("basis-hilang", "akhir")) == 1
    berikut = antrekan("uji.cepat", oleh=pemilik, argumen={"kunci": "setelah-hilang"})
    sampai_usai(berikut)
    assert berikut.status == "selesai"
    assert (sibuk.poll(), luang.poll()) == (None, None)
    connections.close_all()
