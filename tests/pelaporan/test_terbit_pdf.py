"""The LKjIP that a worker issues: rendered once, and the same bytes for ever."""

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from pelaporan.cetak import minta_terbit
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.queries import isi_terbit
from tests.pekerjaan.kerja import kerjakan
from tests.pelaporan.alat_koreksi import koreksi_ormas
from tests.pelaporan.alat_terbit import TAHUN, akun, keputusan

pytestmark = pytest.mark.pdf


def test_pdf_terbit_bertanggal_bertanda_tangan_dan_tetap(pasuruan):
    minta_terbit(akun("pimpinan"), pasuruan, TAHUN, keputusan(pasuruan))
    assert kerjakan().status == "selesai"
    dokumen = DokumenTerbit.objects.get(jenis="lkjip")
    pdf = isi_terbit(dokumen, "pdf")
    halaman = pypdfium2.PdfDocument(pdf)
    teks = [satu.get_textpage().get_text_range() for satu in halaman]
    assert not any("DRAF" in satu for satu in teks)
    pengantar = next(satu for satu in teks if satu.startswith("KATA PENGANTAR"))
    assert "Pasuruan, 20 Februari 2024" in pengantar
    assert dokumen.konteks["penanda"]["nama"] in pengantar
    koreksi_ormas(pasuruan)
    client = Client()
    client.force_login(akun("inspektorat"))
    alamat = reverse("pelaporan:lkjip-unduh-terbit", args=[pasuruan.kode, TAHUN, 1])
    jawaban = client.get(alamat)
    assert (jawaban.getvalue() if jawaban.streaming else jawaban.content) == pdf
