"""What the consistency check says before an LKjIP is issued."""

import pytest

from pelaporan.queries.kesiapan import halangan_terbit
from perencanaan.models import Pagu
from perencanaan.queries.renstra import versi_renstra
from sakip.beranda.periksa.periksa import periksa
from sakip.beranda.periksa.sebelum_terbit import PALING_BANYAK, sebelum_terbit
from sakip.beranda.periksa.temuan import Tingkat
from sakip.lib.transisi import KeadaanSalah
from tests.beranda.test_periksa import pagu_beda_jumlah
from tests.pelaporan.alat_terbit import TAHUN, terbitkan

ALAMAT = "/unit/pasuruan-bakesbangpol/2023/periksa/"


def test_yang_cocok_tidak_disebut(pasuruan):
    assert list(sebelum_terbit(pasuruan, TAHUN)) == []


def test_galat_mencegah_penerbitan(pasuruan):
    pagu_beda_jumlah(versi_renstra(pasuruan, TAHUN))
    (satu,) = [h for h in halangan_terbit(pasuruan, TAHUN) if h.mencegah]
    assert (satu.alamat, satu.mencegah) == (ALAMAT, True)
    assert "Pagu tertulis Rp\N{NO-BREAK SPACE}1, jumlah rinciannya" in satu.pesan
    with pytest.raises(KeadaanSalah, match="jumlah rinciannya"):
        terbitkan(pasuruan)


def test_peringatan_tidak_mencegah(pasuruan):
    banyak = list(sebelum_terbit(pasuruan, 2024))
    assert banyak
    assert not any(satu.mencegah for satu in banyak)
    assert banyak[-1].pesan.endswith(" peringatan pada Pemeriksaan data.")


def test_banyak_galat_diringkas(pasuruan):
    milik = Pagu.objects.filter(versi_anggaran__unit=pasuruan, versi_anggaran__tahun=TAHUN)
    milik.filter(simpul__jenis="program").update(jumlah=1)
    galat = sum(satu.tingkat is Tingkat.GALAT for satu in periksa(pasuruan, TAHUN))
    assert galat > PALING_BANYAK
    pesan = [satu.pesan for satu in sebelum_terbit(pasuruan, TAHUN) if satu.mencegah]
    assert len(pesan) == PALING_BANYAK + 1
    assert pesan[-1] == f"{galat - PALING_BANYAK} galat lain pada Pemeriksaan data."
