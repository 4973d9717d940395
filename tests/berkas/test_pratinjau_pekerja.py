"""The process that draws a page: its bounds, its end, and what it may answer."""

import ast
import contextlib
import ctypes
import fcntl
import json
import logging
import resource
import time
from pathlib import Path

import pypdfium2
import pytest

from sakip.berkas import unduhan
from sakip.berkas.galat import BerkasHilang
from sakip.berkas.jenis import Jenis
from sakip.berkas.pratinjau import lukis, pekerja, simpanan
from sakip.berkas.pratinjau.galat import TakTampil
from sakip.berkas.pratinjau.jawaban import Jawaban, baca_jawaban
from sakip.berkas.pratinjau.lukis import PEKERJA, Batas, halaman_berkas
from sakip.berkas.ukuran import MB
from tests.berkas import contoh

TIGA = ("Halaman pertama", "Halaman kedua", "Halaman ketiga")
WEBP = b"RIFF\0\0\0\0WEBP"
KEPALA = {"banyak": 3, "lebar": 10, "tinggi": 20, "teks": "a", "ukuran": len(WEBP)}
BATASI = (
    "import resource, runpy, sys, time\n"
    f"asli = runpy.run_path({str(PEKERJA)!r})\n"
    "asli['batasi'](int(sys.argv[3]), int(sys.argv[4]))\n"
)


@pytest.fixture
def ganti_pekerja(monkeypatch, tmp_path):
    """Another program draws, as a file would have it that gets the better of its reader."""

    def ganti_pekerja(isi: str) -> None:
        pengganti = tmp_path / "pekerja.py"
        pengganti.write_text(isi)
        monkeypatch.setattr(lukis, "PEKERJA", pengganti)

    return ganti_pekerja


@pytest.fixture
def rincian(caplog):
    """What the log says of the only thing that went wrong."""
    caplog.set_level(logging.WARNING, logger="sakip.berkas")

    def rincian() -> dict[str, object]:
        (rekaman,) = [satu for satu in caplog.records if satu.name == "sakip.berkas"]
        return rekaman.rincian

    return rincian


@pytest.mark.parametrize(
    "isi",
    [
        "import os; os.abort()",
        "print('{}')",
        "print('sesuatu')",
        """print('{"sebab":"x"}')""",
        """print('"sebab"')""",
        """print('["sebab"]')""",
        r"""print('{"ukuran":4}\nRIFF', end='')""",
        "print('[' * 200_000)",
    ],
)
def test_proses_yang_mati_atau_mengacau(isi, simpan, ganti_pekerja, terlukis):
    ganti_pekerja(isi)
    with pytest.raises(TakTampil, match="rusak atau terlalu berat"):
        halaman_berkas(simpan(contoh.png(), Jenis.PNG), 1)
    # what is kept is a refusal, never what it said
    (letak,) = terlukis()
    assert json.loads(letak.read_bytes()) == {"sebab": "gagal", "banyak": 0}


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("banyak", 0), ("banyak", "3"), ("banyak", True), ("banyak", 10**7), ("banyak", None),
        ("lebar", 0), ("lebar", 1.5), ("tinggi", -1), ("tinggi", 10_001), ("teks", None),
        ("teks", 7), ("teks", "a" * 50_001), ("teks", "\ud800"), ("ukuran", 5), ("ukuran", "12"),
    ],
)  # fmt: skip
def test_kepala_yang_bukan_halaman(nama, isi):
    utuh = json.dumps(KEPALA).encode() + b"\n" + WEBP
    assert baca_jawaban(utuh) == Jawaban("", 3, 10, 20, "a", WEBP)
    assert baca_jawaban(json.dumps({**KEPALA, nama: isi}).encode() + b"\n" + WEBP) is None
    assert baca_jawaban(utuh.replace(b"WEBP", b"AVI ")) is None


@pytest.mark.parametrize(
    "kepala",
    [
        {"sebab": ["lewat"], "banyak": 3}, {"sebab": "lewat", "banyak": 0}, {"sebab": "rusak"},
        {"sebab": "rusak", "banyak": "3"}, {"sebab": "rusak", "banyak": -1},
        {"sebab": "sibuk", "banyak": 3}, {"sebab": None, "banyak": 3},
    ],
)  # fmt: skip
def test_tolakan_yang_bukan_tolakan(kepala):
    assert baca_jawaban(json.dumps(kepala).encode()) is None
    assert baca_jawaban(b'{"sebab": "lewat", "banyak": 3}') == Jawaban("lewat", 3)


def test_simpanan_yang_kacau_dilukis_lagi(simpan, terlukis):
    berkas = simpan(contoh.png(), Jenis.PNG)
    utuh = halaman_berkas(berkas, 1)
    (letak,) = terlukis()
    letak.write_bytes(b'{"sebab": "x", "banyak": 0}')
    assert halaman_berkas(berkas, 1) == utuh


def test_batas_yang_dipasang(simpan, ganti_pekerja, tmp_path):
    catatan = tmp_path / "catatan"
    ganti_pekerja(
        f"{BATASI}"
        "nama = ('AS', 'CPU', 'FSIZE', 'NOFILE', 'CORE', 'NPROC')\n"
        "isi = {n: resource.getrlimit(getattr(resource, f'RLIMIT_{n}')) for n in nama}\n"
        f"open({str(catatan)!r}, 'w').write(repr(isi))\n"
    )
    with pytest.raises(TakTampil):
        halaman_berkas(simpan(contoh.png(), Jenis.PNG), 1)
    assert ast.literal_eval(catatan.read_text()) == {
        "AS": (1500 * MB, 1500 * MB),
        "CPU": (5, 6),
        "FSIZE": (8 * MB, 8 * MB),
        "NOFILE": (32, 32),
        "CORE": (0, 0),
        "NPROC": (0, 0),
    }
    # the server itself took on none of it
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 8 * MB


def test_yang_diam_diakhiri_menurut_jam_bersama_anaknya(simpan, ganti_pekerja, rincian, tmp_path):
    kunci = tmp_path / "kunci"
    ganti_pekerja(
        "import fcntl, subprocess, time\n"
        f"kunci = open({str(kunci)!r}, 'w')\n"
        "fcntl.flock(kunci, fcntl.LOCK_EX)\n"
        "subprocess.Popen(['/bin/sleep', '60'], pass_fds=[kunci.fileno()])\n"
        "time.sleep(60)\n"
    )
    mulai = time.monotonic()
    with pytest.raises(TakTampil, match="terlalu lama disiapkan"):
        halaman_berkas(simpan(contoh.png(), Jenis.PNG), 1, Batas(jam=3))
    assert 3 <= time.monotonic() - mulai < 20
    assert (rincian()["akhir"], rincian()["kode"]) == ("lambat", -9)
    assert _terbebas(kunci)


def _terbebas(kunci: Path) -> bool:
    """Whether all who held it are gone, within a few seconds."""
    for _ in range(100):
        with contextlib.suppress(BlockingIOError), kunci.open() as berkas:
            fcntl.flock(berkas, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        time.sleep(0.05)
    return False


def test_yang_berputar_diakhiri_menurut_prosesor(simpan, ganti_pekerja, rincian):
    ganti_pekerja(f"{BATASI}while True: pass\n")
    with pytest.raises(TakTampil, match="terlalu lama disiapkan"):
        halaman_berkas(simpan(contoh.png(), Jenis.PNG), 1, Batas(detik=2, jam=60))
    # by the signal of the bound, not by the clock
    assert (rincian()["akhir"], rincian()["kode"]) == ("lambat", -24)


@pytest.mark.parametrize("ke", ["stdout", "stderr"])
def test_yang_menulis_terlalu_banyak(ke, simpan, ganti_pekerja, terlukis, rincian):
    ganti_pekerja(
        f"{BATASI}"
        "import os\n"
        "try:\n"
        f"    for _ in range(9): os.write(sys.{ke}.fileno(), b'x' * 1024 * 1024)\n"
        "except OSError:\n"
        "    sys.exit(7)\n"
    )
    with pytest.raises(TakTampil, match="rusak atau terlalu berat"):
        halaman_berkas(simpan(contoh.png(), Jenis.PNG), 1)
    assert rincian()["kode"] == 7
    assert len(str(rincian()["keluhan"])) <= lukis.KELUHAN_TERPANJANG
    (letak,) = terlukis()
    assert letak.stat().st_size < 100


def test_log_menyebut_keluhan_terakhir(simpan, ganti_pekerja, rincian):
    ganti_pekerja("print('RAHASIA ISI', flush=True)\nraise RuntimeError('pustaka tidak cocok')")
    berkas = simpan(contoh.png(), Jenis.PNG)
    with pytest.raises(TakTampil):
        halaman_berkas(berkas, 1)
    assert rincian() == {
        "berkas": berkas.pk,
        "halaman": 1,
        "akhir": "gagal",
        "kode": 1,
        "keluhan": "RuntimeError: pustaka tidak cocok",
    }


def test_berkas_hilang_tercatat_untuk_panel_gambar_dan_unduhan(tersimpan, di_cakram, caplog):
    di_cakram(tersimpan).unlink()
    cara = (
        lambda: halaman_berkas(tersimpan, 1),
        lambda: unduhan.jawab_halaman(tersimpan, 1),
        lambda: unduhan.jawab_berkas(tersimpan),
    )
    for satu in cara:
        caplog.clear()
        with pytest.raises(BerkasHilang):
            satu()
        (rekaman,) = [satu for satu in caplog.records if satu.name == "sakip.berkas"]
        assert rekaman.rincian == {
            "berkas": tersimpan.pk,
            "sidik": tersimpan.sidik,
            "sebab": "BerkasHilang",
        }


@pytest.mark.parametrize(
    "galat",
    [
        pypdfium2.PdfiumError("x"), RecursionError(), AssertionError(), ctypes.ArgumentError(),
        MemoryError(), UnicodeDecodeError("utf-16", b"", 0, 1, "x"),
    ],
)  # fmt: skip
def test_teks_yang_tidak_terbaca_tidak_menghalangi_gambar(galat, monkeypatch):
    def gagal(halaman):
        raise galat

    monkeypatch.setattr(pypdfium2.PdfPage, "get_textpage", gagal)
    jawaban = baca_jawaban(pekerja.lukis("pdf", contoh.pdf_naskah(*TIGA), 2))
    assert jawaban is not None
    assert (jawaban.sebab, jawaban.banyak, jawaban.teks) == ("", 3, "")
    assert jawaban.gambar.startswith(b"RIFF")


def test_halaman_yang_rusak_menyebut_banyaknya(monkeypatch):
    def gagal(halaman, **lain):
        raise pypdfium2.PdfiumError("x")

    monkeypatch.setattr(pypdfium2.PdfPage, "render", gagal)
    jawaban = baca_jawaban(pekerja.lukis("pdf", contoh.pdf_naskah(*TIGA), 2))
    assert jawaban == Jawaban("rusak", 3)


def test_proses_pelukis_tidak_memegang_rahasia(simpan, ganti_pekerja, monkeypatch, tmp_path):
    """What it is given: no environment, and no place of the server."""
    catatan = tmp_path / "catatan"
    ganti_pekerja(
        "import os, runpy\n"
        f"asli = {str(PEKERJA)!r}\n"
        f"open({str(catatan)!r}, 'w').write(repr(sorted(os.environ)) + os.getcwd())\n"
        "runpy.run_path(asli, run_name='__main__')\n"
    )
    monkeypatch.setenv("SAKIP_SECRET_KEY", "rahasia" * 10)
    halaman_berkas(simpan(contoh.png(), Jenis.PNG), 1)
    assert "SAKIP" not in catatan.read_text()
    assert "DATABASE" not in catatan.read_text()
    assert catatan.read_text().endswith("]/")


def test_giliran_yang_tidak_kunjung_ada(simpan, di_cakram):
    """One draws at a time; whoever waits is told soon, before the file is read."""
    berkas = simpan(contoh.pdf_naskah(*TIGA))
    halaman_berkas(berkas, 1)
    di_cakram(berkas).rename(di_cakram(berkas).with_suffix(".pindah"))
    with lukis._giliran() as dapat:  # noqa: SLF001 -- as another process of the server holds it
        assert dapat
        mulai = time.monotonic()
        with pytest.raises(TakTampil, match="sedang menyiapkan halaman lain") as salah:
            halaman_berkas(berkas, 2)
        assert time.monotonic() - mulai < 3
        assert (salah.value.sementara, salah.value.ulang, salah.value.banyak) == (True, True, 3)
        assert "Muat ulang" not in str(salah.value)
        jawaban = unduhan.jawab_halaman(berkas, 2)
        assert (jawaban.status_code, jawaban["Retry-After"]) == (503, "2")
        assert jawaban["Content-Type"] == "text/plain; charset=utf-8"
        assert "sedang menyiapkan halaman lain" in jawaban.content.decode()
        # what is drawn needs no turn
        assert halaman_berkas(berkas, 1).banyak == 3
    di_cakram(berkas).with_suffix(".pindah").rename(di_cakram(berkas))
    assert halaman_berkas(berkas, 2).banyak == 3


def test_dari_simpanan_saja(simpan, terlukis):
    berkas = simpan(contoh.pdf_naskah(*TIGA))
    with pytest.raises(TakTampil, match="Halaman 1 belum disiapkan"):
        halaman_berkas(berkas, 1, lukis=False)
    assert terlukis() == []
    assert halaman_berkas(berkas, 1) == halaman_berkas(berkas, 1, lukis=False)


def test_satu_halaman_gagal_tidak_menyembunyikan_banyaknya(simpan, ganti_pekerja):
    ganti_pekerja(
        "import os, runpy, sys\n"
        "if sys.argv[2] == '2': os.abort()\n"
        f"runpy.run_path({str(PEKERJA)!r}, run_name='__main__')\n"
    )
    berkas = simpan(contoh.pdf_naskah(*TIGA))
    halaman_berkas(berkas, 1)
    for _ in range(2):
        with pytest.raises(TakTampil, match="Halaman 2 tidak dapat ditampilkan") as salah:
            halaman_berkas(berkas, 2)
        assert salah.value.banyak == 3


def test_yang_lewat_tidak_disimpan_satu_satu(simpan, terlukis, ganti_pekerja):
    berkas = simpan(contoh.pdf_naskah(*TIGA))
    for nomor in (7, 8, 99999):
        with pytest.raises(TakTampil, match=f"Halaman {nomor} tidak ada: berkas ini 3 halaman"):
            halaman_berkas(berkas, nomor)
        # from the second on nothing is drawn
        ganti_pekerja("import os; os.abort()")
    assert len(terlukis()) == 1


def test_berkas_yang_terkunci_ditanya_sekali(simpan, terlukis):
    berkas = simpan(contoh.pdf("rahasia"))
    for nomor in (1, 2):
        with pytest.raises(TakTampil, match="dikunci kata sandi"):
            halaman_berkas(berkas, nomor)
    assert len(terlukis()) == 1
    assert next(simpanan.semua(berkas.sidik, "*")) == terlukis()[0].read_bytes()
