"""The LKjIP that a worker issues: rendered once, and the same bytes for ever."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from pelaporan.cetak import minta_terbit
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.queries import isi_terbit
from sakip.lib import waktu
from tests.dokumen.baca_pdf import baca_tabel, rapat
from tests.pekerjaan.kerja import kerjakan
from tests.pelaporan.alat_koreksi import CATATAN, SAAT, koreksi_ormas
from tests.pelaporan.alat_terbit import TAHUN, akun, keputusan
from tests.pelaporan.test_lkjip_pdf import baca

pytestmark = pytest.mark.pdf


def test_pdf_terbit_bertanggal_bertanda_tangan_dan_tetap(pasuruan, monkeypatch):
    """Of figures one of which was corrected before: it carries its mark here, too."""
    monkeypatch.setattr(waktu, "sekarang", lambda: SAAT)
    koreksi_ormas(pasuruan)
    monkeypatch.undo()
    putusan = keputusan(pasuruan, tanggal=date(2024, 4, 5))
    minta_terbit(akun("pimpinan"), pasuruan, TAHUN, putusan)
    assert kerjakan().status == "selesai"
    dokumen = DokumenTerbit.objects.get(jenis="lkjip")
    pdf = isi_terbit(dokumen, "pdf")
    teks = baca(pdf)
    assert not any("DRAF" in satu for satu in teks)
    pengantar = next(satu for satu in teks if satu.startswith("KATA PENGANTAR"))
    assert "Pasuruan, 05 April 2024" in pengantar
    assert dokumen.konteks["penanda"]["nama"] in pengantar
    _angka_dinyatakan_kembali(pdf, rapat("".join(teks)))
    koreksi_ormas(pasuruan, 2022, "8.75")
    client = Client()
    client.force_login(akun("inspektorat"))
    alamat = reverse("pelaporan:lkjip-unduh-terbit", args=[pasuruan.kode, TAHUN, 1])
    jawaban = client.get(alamat)
    assert (jawaban.getvalue() if jawaban.streaming else jawaban.content) == pdf


def _angka_dinyatakan_kembali(pdf: bytes, semua: str) -> None:
    (capaian,) = (t for t in baca_tabel(pdf) if t.judul.startswith("Tabel3.2"))
    (milik,) = (b for b in capaian.baris if "5,28%†" in b)
    assert milik[3:6] == ["3%", "5,28%†", "176,00†"]
    assert sum("†" in sel for b in capaian.baris for sel in b) == 2
    assert semua.count(rapat(f"† {CATATAN}")) >= 7
    assert semua.count(rapat("Tanda †: angka dinyatakan kembali")) == 2
