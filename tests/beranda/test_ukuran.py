"""On a poor line: what a browser fetches, the first time and after."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from sakip.organisasi.models import Pengguna

PERTAMA, NANTI = 300_000, 30_000
HALAMAN = (
    "beranda:tahun", "beranda:periksa", "perencanaan:renstra", "perencanaan:perjanjian",
    "perencanaan:rencana-aksi", "pengukuran:anggaran", "pengukuran:capaian",
    "pelaporan:lkjip-baca",
)  # fmt: skip


@pytest.mark.parametrize("nama", HALAMAN)
def test_halaman_ringan(nama, pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="sekretariat"))
    alamat = reverse(nama, args=[pasuruan.kode, 2023])
    jawaban = client.get(alamat, headers={"Accept-Encoding": "gzip"})
    assert jawaban["Content-Encoding"] == "gzip"
    aset = set(
        re.findall(r'(?:href|src)="/static/([^"]+)"', gzip.decompress(jawaban.content).decode())
    )
    assert len(aset) > 3
    beban = [len(gzip.compress(Path(finders.find(satu)).read_bytes())) for satu in aset]
    assert len(jawaban.content) < NANTI
    assert len(jawaban.content) + sum(beban) < PERTAMA
