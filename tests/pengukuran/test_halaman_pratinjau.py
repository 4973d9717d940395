"""A page of evidence beside the realisasi that it proves, on the page of who judges it."""

import pytest

from pengukuran.models import Bukti
from sakip.berkas.jenis import Jenis
from sakip.berkas.services import simpan_berkas
from tests.berkas import contoh
from tests.pengukuran.alat_meja import alamat, banyak_kueri, sebagai

DUA = ("Halaman pertama", "Rekapitulasi 8 lembaga")
PANEL = {"x-sakip-bagian": "pratinjau"}


def lampirkan(kantor, baris, isi: bytes, nama: str, halaman: str = "") -> Bukti:
    berkas = simpan_berkas(isi, nama=nama, unit=kantor.unit, oleh=kantor["operator"])
    return Bukti.objects.create(
        unit=kantor.unit, realisasi=baris, berkas=berkas, tahun=2024, bulan=3, halaman=halaman
    )


@pytest.fixture
def baris(kantor):
    return kantor.jadikan("diajukan")


@pytest.fixture
def bukti(kantor, baris) -> Bukti:
    return lampirkan(kantor, baris, contoh.pdf_naskah(*DUA), "rekap.pdf", "2")


def tempat(kantor, sisa: str = "") -> str:
    return alamat("periksa-baris", kantor, kantor.polos.indikator_id, 3) + sisa


def gambar(kantor, bukti) -> str:
    return alamat("bukti-halaman", kantor, kantor.polos.indikator_id, 3, bukti.pk)


def test_pemeriksa_membaca_halamannya_di_samping(kantor, bukti):
    client = sebagai(kantor, "perencana")
    jawaban = client.get(tempat(kantor, f"?bukti={bukti.pk}"))
    assert jawaban.context["pratinjau"].halaman.teks == DUA[1]
    assert f'src="{gambar(kantor, bukti)}?halaman=2"' in jawaban.text
    assert 'value="verifikasi"' in jawaban.text
    panel = client.get(tempat(kantor, f"?bukti={bukti.pk}&halaman=1"), headers=PANEL).text
    assert panel.lstrip().startswith("<aside")
    assert DUA[0] in panel
    lihat = client.get(gambar(kantor, bukti), {"halaman": "2"})
    assert (lihat["Content-Type"], lihat["Cache-Control"]) == ("image/webp", "private, no-store")


def test_daftar_tanpa_panel_tidak_menawarkannya(kantor, bukti):
    assert "Lihat di sini" in sebagai(kantor, "perencana").get(tempat(kantor)).text
    isian = alamat("isi-baris", kantor, kantor.polos.indikator_id, 3)
    teks = sebagai(kantor, "operator").get(isian).text
    assert "rekap.pdf" in teks
    assert "Lihat di sini" not in teks


def test_unit_lain_mendapat_jawaban_unduhan(kantor, bukti):
    client = sebagai(kantor, "perencana_luar")
    unduh = alamat("bukti-unduh", kantor, kantor.polos.indikator_id, 3, bukti.pk)
    for tujuan in (unduh, gambar(kantor, bukti), tempat(kantor, f"?bukti={bukti.pk}")):
        assert client.get(tujuan).status_code == 404


def test_bukti_baris_lain_tidak_terbuka_di_sini(kantor, bukti):
    lain = lampirkan(kantor, kantor.lengkap(bulan=6), contoh.png(), "lain.png")
    client = sebagai(kantor, "perencana")
    assert client.get(tempat(kantor, f"?bukti={lain.pk}")).status_code == 404
    assert client.get(gambar(kantor, lain)).status_code == 404


def test_keputusan_dari_halaman_yang_panelnya_terbuka(kantor, baris, bukti):
    client = sebagai(kantor, "perencana")
    tujuan = tempat(kantor, f"?bukti={bukti.pk}")
    isi = {"aksi": "kembalikan", "versi": str(baris.versi)}
    # the answer waits for no drawing
    kosong = client.post(tujuan, isi)
    assert kosong.context["pratinjau"].bukti.pk == bukti.pk
    assert "Halaman 2 belum disiapkan." in kosong.text
    assert "Coba lagi" in kosong.text
    terbuka = client.get(tujuan)
    assert f'<form method="post" action="{tujuan}" data-bawa-panel>' in terbuka.text
    assert client.post(tujuan, isi).context["pratinjau"].halaman.teks == DUA[1]
    assert f'action="{tempat(kantor)}' in client.get(tempat(kantor)).text
    client.post(tujuan, {"aksi": "verifikasi", "versi": str(baris.versi)})
    assert kantor.baris().status == "diverifikasi"


def test_banyaknya_kueri_tetap_dan_panel_tidak_menambah(kantor, baris, bukti):
    client = sebagai(kantor, "perencana")
    buka, tutup = tempat(kantor, f"?bukti={bukti.pk}"), tempat(kantor)
    banyak_kueri(client, buka)
    satu = banyak_kueri(client, buka), banyak_kueri(client, tutup)
    for ke in (Jenis.PNG, Jenis.JPEG):
        lampirkan(kantor, baris, contoh.gambar(ke.label), f"a.{ke}")
    assert (banyak_kueri(client, buka), banyak_kueri(client, tutup)) == satu
    assert satu[0] == satu[1]
