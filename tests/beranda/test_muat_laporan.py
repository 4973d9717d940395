"""What people wrote for the report of the example: loaded, repeatable, and refused when wrong."""

import re

import pytest
from django.core.management import CommandError

from pelaporan.models import Analisis, Laporan, Paragraf
from tests.beranda.contoh import tulis
from tests.beranda.test_perintah import isi_basis_data, jalankan
from tests.pelaporan.alat_terbit import terbitkan

ANALISIS = '[[laporan.analisis]]\nindikator = "nilai-sakip"'
BAGIAN = '[[laporan.bagian]]\nkunci = "efisiensi"'


def test_analisis_dan_paragraf_dimuat(pasuruan):
    laporan = Laporan.objects.get(unit=pasuruan, tahun=2023)
    assert (laporan.tempat, laporan.tanggal, laporan.aturan_efisiensi, laporan.dokumen_id) == (
        "Pasuruan", None, "selisih", None,
    )  # fmt: skip
    analisis = Analisis.objects.filter(unit=pasuruan, tahun=2023)
    assert analisis.exclude(penyebab="").count() == 7
    assert analisis.exclude(solusi="").count() == 0  # the column is empty in the document
    assert analisis.exclude(standar_alasan="").count() == 3
    assert Paragraf.objects.filter(bagian__laporan=laporan).count() == 5


def test_tulisan_orang_tidak_memuat_angka(pasuruan):
    """A figure in words of people would not follow when the figure changes."""
    teks = [p.teks for p in Paragraf.objects.all()]
    teks += [f"{a.penyebab} {a.solusi} {a.pengumpulan_data}" for a in Analisis.objects.all()]
    assert [satu for satu in teks if re.search(r"\d", satu)] == []


def test_yang_terbit_tidak_ditulis_lagi(pasuruan, tmp_path):
    """What was issued stays as it was issued; a draft follows the file."""
    paragraf = Paragraf.objects.earliest("pk").teks
    berkas = tulis(
        tmp_path / "lain.toml",
        ('aturan_efisiensi = "selisih"', 'aturan_efisiensi = "rasio"'),
        (paragraf, "Kata yang lain."),
    )
    terbitkan(pasuruan)
    terbit = isi_basis_data()
    jalankan("muat_contoh", "--berkas", str(berkas))
    kini = isi_basis_data()
    for tabel in ("Laporan", "Bagian", "Paragraf"):
        assert kini[tabel] == terbit[tabel]
    Laporan.objects.update(dokumen=None)
    jalankan("muat_contoh", "--berkas", str(berkas))
    assert Laporan.objects.get(unit=pasuruan, tahun=2023).aturan_efisiensi == "rasio"
    assert Paragraf.objects.filter(teks="Kata yang lain.").exists()


@pytest.mark.parametrize(
    ("lama", "baru", "pesan"),
    [
        (ANALISIS, ANALISIS.replace("nilai-sakip", "nilai-lain"), "indikator “nilai-lain”"),
        (ANALISIS, ANALISIS.replace("nilai-sakip", "ormas-aktif"), "ormas-aktif"),
        (BAGIAN, BAGIAN.replace("efisiensi", "bab-lima"), "bagian “bab-lima” yang tidak ada"),
        (BAGIAN, BAGIAN.replace("efisiensi", "penutup"), "penutup"),
        ('aturan_efisiensi = "selisih"', 'aturan_efisiensi = "campur"', "“campur”"),
        ("[laporan]\ntahun = 2023", "[laporan]\ntahun = 1998", "Renstra"),
    ],
)
def test_tulisan_yang_salah_ditolak_seluruhnya(lama, baru, pesan, pasuruan, tmp_path):
    sebelum = isi_basis_data()
    berkas = tulis(tmp_path / "salah.toml", (lama, baru))
    with pytest.raises(CommandError, match=pesan) as galat:
        jalankan("muat_contoh", "--berkas", str(berkas))
    assert "\n" not in str(galat.value)
    assert isi_basis_data() == sebelum
