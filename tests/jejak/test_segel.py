"""Seals prove the past: any change of a sealed day is found and named."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from sakip.jejak import pemicu
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import catat
from sakip.jejak.models import CatatanJejak, SegelJejak
from sakip.jejak.segel import periksa_segel, segel_hari_lalu
from sakip.lib import waktu

HARI = [date(2031, 1, 1), date(2031, 1, 2), date(2031, 1, 4)]
SEBAB = "baris ditambahkan pada hari yang sudah lewat"


@pytest.fixture
def jam(monkeypatch):
    """Sets the clock; the trail of the example lies in the past of these tests."""

    def setel(hari: date, jam: int = 9) -> None:
        saat = datetime(hari.year, hari.month, hari.day, jam, 0, 0, 654321, tzinfo=UTC)
        monkeypatch.setattr(waktu, "sekarang", lambda: saat)

    return setel


@pytest.fixture
def tersegel(pasuruan, jam) -> list[SegelJejak]:
    """Three days with two rows each, sealed; the last seals are theirs."""
    for hari in HARI:
        for pukul in (0, 23):
            jam(hari, pukul)
            catat(Aksi.CONTOH_DIMUAT, pasuruan, oleh=None, sesudah={"nama": f"{hari}"})
    jam(HARI[-1] + timedelta(days=1))
    return segel_hari_lalu()[-3:]


def tanpa_pemicu(sql: str, *nilai: object) -> None:
    """What somebody who owns the database could do."""
    pemicu.lepas(connection)
    connection.cursor().execute(sql, nilai)
    pemicu.pasang(connection)


def baris_pada(hari: date) -> CatatanJejak:
    """The first row of a day, which is a day of UTC."""
    awal = datetime(hari.year, hari.month, hari.day, tzinfo=UTC)
    return CatatanJejak.objects.filter(waktu__gte=awal).first()


def jalankan(*perintah: str) -> str:
    keluaran = StringIO()
    call_command(*perintah, stdout=keluaran)
    return keluaran.getvalue()


def test_setiap_hari_yang_lewat_disegel_sekali(tersegel):
    assert [(s.tanggal, s.banyaknya) for s in tersegel] == [(hari, 2) for hari in HARI]
    assert segel_hari_lalu() == []
    assert periksa_segel() == []


def test_hari_ini_belum_disegel(tersegel, pasuruan):
    catat(Aksi.CONTOH_DIMUAT, pasuruan, oleh=None)
    assert segel_hari_lalu() == []


RUSAK = {
    "diubah": ("UPDATE {t} SET alasan = 'lain' WHERE id = {id}", "2 baris disegel, kini 2"),
    "dihapus": ("DELETE FROM {t} WHERE id = {id}", "2 baris disegel, kini 1"),
    "jam digeser": ("UPDATE {t} SET waktu = '2031-01-02 05:00:00' WHERE id = {id}", "2 baris disegel, kini 2"),
    "nama pelaku": ("UPDATE {t} SET pelaku = 'Orang Lain' WHERE id = {id}", "2 baris disegel, kini 2"),
}  # fmt: skip


@pytest.mark.parametrize("cara", RUSAK)
def test_perubahan_ditemukan_dan_disebut_harinya(cara, tersegel):
    baris = baris_pada(HARI[1])
    sql, sebab = RUSAK[cara]
    tanpa_pemicu(sql.format(t=CatatanJejak._meta.db_table, id=baris.pk))
    assert [(r.tanggal, r.sebab) for r in periksa_segel()] == [(HARI[1], sebab)]
    with pytest.raises(CommandError, match=f"{HARI[1]}: {sebab}"):
        jalankan("verifikasi_jejak")


def test_baris_yang_diselundupkan_ditemukan(tersegel, pasuruan, jam):
    jam(date(2031, 1, 3))
    catat(Aksi.CONTOH_DIMUAT, pasuruan, oleh=None)
    assert [(r.tanggal, r.sebab) for r in periksa_segel()] == [(date(2031, 1, 3), SEBAB)]


def test_segel_yang_diganti_ditemukan(tersegel):
    tanpa_pemicu(
        f"UPDATE {SegelJejak._meta.db_table} SET sidik = %s WHERE id = %s", "0" * 64, tersegel[1].pk
    )
    assert [r.tanggal for r in periksa_segel()] == HARI[1:]


def test_segel_di_luar_menemukan_jejak_yang_ditulis_ulang(tersegel, tmp_path, pasuruan):
    """Rows and seals rewritten together agree with each other; only what was kept outside tells."""
    berkas = tmp_path / "segel.txt"
    berkas.write_text("".join(f"{segel}\n" for segel in tersegel))
    baris = baris_pada(HARI[2])
    tanpa_pemicu(f"UPDATE {CatatanJejak._meta.db_table} SET alasan = 'lain' WHERE id = {baris.pk}")
    tanpa_pemicu(f"DELETE FROM {SegelJejak._meta.db_table} WHERE id = {tersegel[2].pk}")
    segel_hari_lalu()
    assert periksa_segel() == []
    with pytest.raises(CommandError, match=f"{HARI[2]}: berbeda dari segel"):
        jalankan("verifikasi_jejak", "--segel", str(berkas))


def test_jejak_utuh(tersegel, tmp_path):
    berkas = tmp_path / "segel.txt"
    berkas.write_text("".join(f"{segel}\n" for segel in tersegel))
    assert jalankan("verifikasi_jejak", "--segel", str(berkas)).startswith("Jejak utuh: ")


def test_pemicu_hilang_dilaporkan(tersegel):
    pemicu.lepas(connection)
    with pytest.raises(CommandError, match="Pemicu jejak tidak terpasang"):
        jalankan("verifikasi_jejak")
    pemicu.pasang(connection)


@pytest.mark.parametrize("isi", [None, "bukan segel", "2031-01-01 dua kata lebih"])
def test_berkas_segel_salah_ditolak(isi, tersegel, tmp_path):
    berkas = tmp_path / "segel.txt"
    if isi is not None:
        berkas.write_text(isi)
    with pytest.raises(CommandError, match=r"segel\.txt"):
        jalankan("verifikasi_jejak", "--segel", str(berkas))
