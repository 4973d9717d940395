"""Who answers for a unit's data: named by its sekretariat, the number seen by those who need it."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from evaluasi.dokumen.susun import susun_tindak_lanjut
from evaluasi.dokumen.tindak_lanjut import BentukCetak
from evaluasi.models import PenanggungJawabData
from evaluasi.queries.penanggung_jawab import PenanggungTampil, penanggung_jawab
from evaluasi.services.penanggung_jawab import atur_penanggung_jawab
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.lib.transisi import HakKurang
from tests.evaluasi.alat_tindak_lanjut import daftar, sebagai
from tests.evaluasi.pabrik import rekomendasi_terbit

NOMOR, TERSAMAR = "081234567890", "0812••••••90"


def halaman(unit) -> str:
    return daftar(unit, nama="penanggung-jawab")


def terbaca(siapa, unit) -> str:
    return sebagai(siapa).get(daftar(unit)).text


@pytest.fixture
def ditunjuk(pasuruan, orang) -> PenanggungJawabData:
    milik = PenanggungJawabData(unit=pasuruan, nama="Sri Contoh", telepon=NOMOR)
    atur_penanggung_jawab(milik, oleh=orang.unit, versi=None)
    return milik


@pytest.mark.parametrize(
    ("siapa", "telepon"),
    [
        ("perencana", NOMOR),
        ("operator", NOMOR),
        ("pimpinan", NOMOR),
        ("inspektorat", NOMOR),
        ("pembaca", TERSAMAR),
        ("bagian_organisasi", TERSAMAR),
        ("perencana_lain", TERSAMAR),
        ("inspektorat_luar", TERSAMAR),
    ],
)
def test_nomor_menurut_peran(siapa, telepon, ditunjuk, pemeran):
    tampil = penanggung_jawab(ditunjuk.unit, pemeran[siapa])
    assert tampil == PenanggungTampil("Sri Contoh", telepon)


def test_tanpa_pembaca_tersamar_dan_tanpa_orang_kosong(ditunjuk, pemeran):
    assert penanggung_jawab(ditunjuk.unit, None) == PenanggungTampil("Sri Contoh", TERSAMAR)
    assert penanggung_jawab(pemeran.unit_lain, pemeran["inspektorat"]) is None


def test_ditunjuk_dari_halamannya(pasuruan, orang):
    client = sebagai(orang.unit)
    isi = {"nama": "Sri Contoh", "telepon": "+62 812-3456-7890"}
    jawaban = client.post(halaman(pasuruan), isi, follow=True)
    milik = PenanggungJawabData.objects.get()
    assert (milik.unit, milik.nama, milik.telepon) == (pasuruan, "Sri Contoh", NOMOR)
    assert "Penanggung jawab data tersimpan." in jawaban.text
    assert f"<b>Sri Contoh</b>, {NOMOR}" in jawaban.text


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({"nama": "", "telepon": NOMOR}, "Tulis namanya."),
        ({"nama": "Sri", "telepon": "08-"}, "terdiri atas 8 sampai 15 angka"),
        ({"nama": "Sri", "telepon": "nanti"}, "Tulis nomor telepon dengan angka"),
    ],
)
def test_isian_salah_tidak_menulis_dan_tidak_hilang(isi, pesan, pasuruan, orang):
    jawaban = sebagai(orang.unit).post(halaman(pasuruan), isi)
    assert pesan in jawaban.text
    assert all(f'value="{satu}"' in jawaban.text for satu in isi.values() if satu)
    assert not PenanggungJawabData.objects.exists()


def test_dua_tab_dibandingkan(ditunjuk, orang, pasuruan):
    client = sebagai(orang.unit)
    lama = {"nama": "Sri Contoh", "telepon": NOMOR, "versi_dibuka": "1"}
    assert client.post(halaman(pasuruan), lama | {"nama": "Budi Contoh"}).status_code == 302
    jawaban = client.post(halaman(pasuruan), lama | {"nama": "Ani Contoh"})
    assert jawaban.status_code == 409
    assert "Budi Contoh" in jawaban.text
    assert "Ani Contoh" in jawaban.text
    assert PenanggungJawabData.objects.get().nama == "Budi Contoh"


def test_bukan_sekretariat_tidak_menunjuk(pasuruan, orang):
    milik = PenanggungJawabData(unit=pasuruan, nama="Sri Contoh")
    with pytest.raises(HakKurang):
        atur_penanggung_jawab(milik, oleh=orang.inspektorat, versi=None)
    assert not PenanggungJawabData.objects.exists()


def test_jejak_menyebut_nama_tanpa_nomornya(ditunjuk, orang):
    catatan = CatatanJejak.objects.get(aksi=Aksi.PENANGGUNG_JAWAB_DATA_DIATUR)
    assert (catatan.pengguna, catatan.unit_id) == (orang.unit, ditunjuk.unit_id)
    assert catatan.sesudah["nama"] == "Sri Contoh"
    assert NOMOR not in str(catatan.sesudah)


def test_halaman_memuatnya_dan_hanya_sekretariat_mengubah(ditunjuk, orang, pemeran, pasuruan):
    assert f"<b>Sri Contoh</b>, {NOMOR}" in terbaca(orang.unit, pasuruan)
    assert halaman(pasuruan) in terbaca(orang.unit, pasuruan)
    pembaca = terbaca(pemeran["pembaca"], pasuruan)
    assert f"<b>Sri Contoh</b>, {TERSAMAR}" in pembaca
    assert halaman(pasuruan) not in pembaca


@pytest.mark.parametrize(("siapa", "telepon"), [("inspektorat", NOMOR), ("pembaca", TERSAMAR)])
def test_tercetak_menurut_pembacanya(siapa, telepon, ditunjuk, orang, pemeran, pasuruan):
    rekomendasi_terbit(pasuruan, orang)
    alamat = reverse("evaluasi:cetak", args=[pasuruan.kode, 2023, "tindak-lanjut", "xlsx"])
    jawaban = sebagai(pemeran[siapa]).get(alamat, {"tata": "komponen"})
    semua = [
        str(sel.value)
        for baris in load_workbook(BytesIO(jawaban.content)).active
        for sel in baris
        if sel.value is not None
    ]
    assert any("Sri Contoh" in satu for satu in semua)
    assert [satu for satu in (NOMOR, TERSAMAR) if any(satu in isi for isi in semua)] == [telepon]


def test_tanpa_penanggung_jawab_unitnya_yang_disebut(orang, pasuruan):
    rekomendasi_terbit(pasuruan, orang)
    dokumen = susun_tindak_lanjut(pasuruan, 2023, BentukCetak.KOMPONEN, pembaca=orang.unit)
    identitas = dokumen.isi[0].blok[1]
    assert identitas.butir == (
        ("Penanggung jawab data SAKIP", (pasuruan.nama,)),
        ("Nomor telepon", ("belum diisi",)),
    )
