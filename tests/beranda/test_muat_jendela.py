"""The window of the example: there to try entering with, never over one that the pemda has set."""

from datetime import UTC, datetime

import pytest
from django.core.management import CommandError

from sakip.jejak.queries import riwayat
from sakip.organisasi.models import Jendela
from tests.beranda.contoh import tulis
from tests.beranda.test_perintah import isi_basis_data, jalankan

BUKA = "buka = 2025-01-02T00:00:00+07:00"


def jendela() -> Jendela:
    return Jendela.objects.get(pemda__kode="kota-pasuruan", jenis="pengisian", tahun=2024, bulan=12)


def test_jendela_contoh_terbuka_lama(pasuruan):
    milik = jendela()
    assert milik.buka == datetime(2025, 1, 1, 17, tzinfo=UTC)
    assert milik.kunci.year == 2030
    assert [satu.aksi for satu in riwayat(milik)] == ["contoh.dimuat"]


def test_yang_sudah_diatur_pemda_tetap(pasuruan):
    Jendela.objects.filter(pk=jendela().pk).update(kunci=datetime(2026, 1, 1, tzinfo=UTC))
    jalankan("muat_contoh", "pasuruan-2023", "--akun")
    assert jendela().kunci.year == 2026


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        (BUKA, "buka = 2025-01-02T00:00:00", "salah bentuk"),
        (BUKA, "buka = 2025-01-02", "salah bentuk"),
        (BUKA, BUKA.replace("2025", "2026"), "ditolak: Urutannya: buka, lalu tenggat, lalu kunci"),
        ("bulan = 12\nbuka", "bulan = 11\nbuka", "ditolak"),
        ("[[jendela]]\n", "[[jendela]]\nasing = 1\n", "salah bentuk"),
    ],
)
def test_jendela_yang_salah_ditolak(lama, baru, pesan, pasuruan, tmp_path):
    Jendela.objects.all().delete()
    sebelum = isi_basis_data()
    berkas = tulis(tmp_path / "salah.toml", (lama, baru))
    with pytest.raises(CommandError, match=pesan) as galat:
        jalankan("muat_contoh", "--berkas", str(berkas))
    assert len(str(galat.value).splitlines()) == 1
    assert isi_basis_data() == sebelum


def test_jendela_ganda_ditolak(pasuruan, tmp_path):
    berkas = tulis(tmp_path / "ganda.toml")
    isi = berkas.read_text()
    awal = isi.index("[[jendela]]")
    berkas.write_text(
        isi + "\n" + isi[awal : isi.index("kunci = 2030", awal)] + "kunci = 2031-01-01T00:00:00Z\n"
    )
    with pytest.raises(CommandError, match="jendela “pengisian 12/2024” ada 2 kali"):
        jalankan("muat_contoh", "--berkas", str(berkas))
