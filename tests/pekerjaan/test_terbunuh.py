"""Whatever is killed, a job ends: once, with a reason, and without anybody's help."""

import contextlib
import os
import signal

import pytest

from sakip.jejak.aksi import Aksi
from sakip.jejak.queries import riwayat
from sakip.pekerjaan.models import Pekerja, Pekerjaan
from sakip.pekerjaan.services.antre import antrekan
from tests.pekerjaan.jenis import efek
from tests.pekerjaan.proses import hidup, sampai_setengah, sampai_usai, tunggu

ULANG = "Pekerja terhenti saat mengerjakan; dicoba lagi."
GAGAL = "Pekerja terhenti saat mengerjakan. Mulai lagi bila masih perlu."


def bereskan(semua: list[int]) -> None:
    for pid in semua:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def pekerjanya(pekerjaan: Pekerjaan) -> int:
    """The process id of the worker that holds it."""
    return Pekerja.objects.get(pekerjaan=pekerjaan).pid


def aksi(pekerjaan: Pekerjaan) -> list[str]:
    return [baris.aksi for baris in reversed(riwayat(pekerjaan))]


@pytest.mark.parametrize("yang_dibunuh", ["anak", "pekerja", "keduanya"])
def test_terbunuh_di_tengah(yang_dibunuh, pabrik, setengah, gerbang):
    """Of two jobs at half, the one that may run twice does, and the other fails with a reason."""
    pabrik.mulai(2)
    aman = setengah("uji.aman", f"aman-{yang_dibunuh}")
    sekali = setengah("uji.sekali", f"sekali-{yang_dibunuh}")
    anak = [pid for satu in (aman, sekali) for pid in efek(satu.argumen["kunci"], "awal")]
    cucu = [pid for satu in (aman, sekali) for pid in efek(satu.argumen["kunci"], "awal", "cucu")]
    pekerja = [pekerjanya(aman), pekerjanya(sekali)]
    for pid in {"anak": anak, "pekerja": pekerja, "keduanya": pekerja + anak}[yang_dibunuh]:
        os.kill(pid, signal.SIGKILL)
    tunggu(lambda: not any(map(hidup, anak)), "no child outlives what was killed")
    if yang_dibunuh == "keduanya":  # then nobody is left who could end what the child started
        bereskan(cucu)
    tunggu(lambda: not any(map(hidup, cucu)), "nor what it started")
    if yang_dibunuh != "anak":
        pabrik.mulai()
    sampai_setengah(aman, percobaan=2)
    aman.refresh_from_db()
    assert (aman.status, aman.percobaan) == ("berjalan", 2)
    gerbang.touch()
    sampai_usai(aman, sekali)

    assert (aman.status, aman.percobaan, aman.alasan) == ("selesai", 2, "")
    assert aman.hasil == {"pid": efek(aman.argumen["kunci"], "awal")[1]}
    assert efek(aman.argumen["kunci"], "akhir") == [aman.hasil["pid"]]
    assert aksi(aman) == [
        Aksi.PEKERJAAN_DIMULAI, Aksi.PEKERJAAN_DIULANG, Aksi.PEKERJAAN_SELESAI,
    ]  # fmt: skip
    assert (sekali.status, sekali.percobaan, sekali.alasan) == ("gagal", 1, GAGAL)
    assert len(efek(sekali.argumen["kunci"], "awal")) == 1
    assert efek(sekali.argumen["kunci"], "akhir") == []
    assert aksi(sekali) == [Aksi.PEKERJAAN_DIMULAI, Aksi.PEKERJAAN_GAGAL]


def test_terbunuh_pada_setiap_percobaan(pabrik, setengah):
    """Two attempts are allowed; the second kill is the end."""
    pabrik.mulai()
    aman = setengah("uji.aman", "berulang")
    os.kill(efek("berulang", "awal")[0], signal.SIGKILL)
    sampai_setengah(aman, percobaan=2)
    os.kill(efek("berulang", "awal")[1], signal.SIGKILL)
    sampai_usai(aman)
    assert (aman.status, aman.percobaan) == ("gagal", 2)
    assert aman.alasan == (
        "Pekerja terhenti saat mengerjakan, 2 kali berturut-turut. Mulai lagi bila masih perlu; "
        "bila tetap gagal, sampaikan kepada admin."
    )
    assert efek("berulang", "akhir") == []


def test_pekerja_yang_bangun_membunuh_zombinya(pabrik, setengah, gerbang):
    """It finds that its job is another's, and ends its child before that does anything."""
    (beku,) = pabrik.mulai()
    aman = setengah("uji.aman", "bangun")
    os.kill(beku.pid, signal.SIGSTOP)
    pabrik.mulai()
    sampai_setengah(aman, percobaan=2)
    zombi, anak_segar = efek("bangun", "awal")
    assert hidup(zombi)
    os.kill(beku.pid, signal.SIGCONT)
    tunggu(lambda: not hidup(zombi), "its child is ended")
    assert hidup(anak_segar)
    gerbang.touch()
    sampai_usai(aman)
    assert (aman.status, aman.percobaan, aman.hasil) == ("selesai", 2, {"pid": anak_segar})
    assert efek("bangun", "akhir") == [anak_segar]


def test_zombi_tidak_dapat_menulis(pabrik, setengah, gerbang, pemilik):
    """A worker that stood still is taken for dead; what it then still does has no effect."""
    (beku,) = pabrik.mulai()
    aman = setengah("uji.aman", "zombi")
    os.kill(beku.pid, signal.SIGSTOP)
    (segar,) = pabrik.mulai()
    sampai_setengah(aman, percobaan=2)
    zombi, anak_segar = efek("zombi", "awal")
    assert hidup(zombi)
    gerbang.touch()  # both go on at the same moment
    sampai_usai(aman)
    tunggu(lambda: not hidup(zombi), "the zombie gives up")
    assert "pekerjaan sudah diambil alih" in pabrik.log()
    assert (aman.status, aman.percobaan, aman.hasil) == ("selesai", 2, {"pid": anak_segar})
    assert efek("zombi", "akhir") == [anak_segar]

    segar.kill()  # the frozen one wakes up, finds its job gone and works on
    os.kill(beku.pid, signal.SIGCONT)
    berikut = antrekan("uji.cepat", oleh=pemilik, argumen={"kunci": "setelah-zombi"})
    sampai_usai(berikut)
    assert berikut.status == "selesai"
    aman.refresh_from_db()
    assert aman.hasil == {"pid": anak_segar}
