"""The page of monitoring: states by triwulan, the projection, and who fills what."""

import pytest
from django.urls import reverse

from pengukuran.queries.pemantauan import Keadaan
from perencanaan.models import PenanggungJawab
from sakip.organisasi.models import Pengguna, Unit
from tests.perencanaan.pabrik_rencana import sisakan_indikator

ORMAS = "Persentase peningkatan jumlah ormas yang aktif"


@pytest.fixture
def pembaca(pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="inspektorat"))
    return client


def alamat(tahun: int = 2023) -> str:
    return reverse("pengukuran:pemantauan", args=["pasuruan-bakesbangpol", tahun])


def baris(jawaban) -> dict[str, tuple]:
    """The cells of each indikator: its capaian as printed, else the word of its state."""
    return {
        b.sumber.indikator.nama: tuple(
            s.capaian.tampil if s.capaian else s.keadaan.value for s in b.sel
        )
        for satu in jawaban.context["kelompok"]
        for b in satu.baris
    }


def test_yang_disetujui_menampilkan_capaiannya(pembaca):
    isi = baris(pembaca.get(alamat()))
    tidak = Keadaan.TIDAK_DIJADWALKAN.value
    assert isi["Indeks Stabilitas"] == (tidak, tidak, tidak, "117,92")
    assert isi["Persentase partisipasi pemilih dalam pemilu"] == (tidak,) * 4


def test_yang_kosong_menunjuk_ke_isiannya(pembaca):
    jawaban = pembaca.get(alamat(2024))
    assert baris(jawaban)[ORMAS][3] == "belum diisi"
    (hitungan,) = jawaban.context["hitungan"]
    assert (hitungan.keadaan, hitungan.banyaknya) == (Keadaan.BELUM_DIISI, 7)
    (sel,) = {
        s.alamat
        for satu in jawaban.context["kelompok"]
        for b in satu.baris
        for s in b.sel
        if b.sumber.indikator.nama == ORMAS and s.alamat
    }
    assert pembaca.get(sel).status_code == 200


def test_menurut_bidang_yang_mengisi(pembaca):
    semua = pembaca.get(alamat()).context["daftar_bidang"]
    pilihan = PenanggungJawab.objects.get(mengisi=True, indikator_versi__nama=ORMAS).unit
    assert pilihan in semua
    jawaban = pembaca.get(alamat(), {"bidang": pilihan.kode})
    assert list(baris(jawaban)) == [ORMAS]
    assert [satu.bidang for satu in jawaban.context["kelompok"]] == [pilihan]


@pytest.mark.parametrize("kunci", [{"bidang": "pasuruan-bakesbangpol"}, {"jenis": "sasaran"}])
def test_pilihan_yang_tidak_ada_ditolak(pembaca, kunci):
    assert pembaca.get(alamat(), kunci).status_code == 404


def test_program_dan_serapannya(pembaca):
    jawaban = pembaca.get(alamat())
    program = {
        p.simpul.kode: (p.capaian.tampil, p.serapan.tampil) for p in jawaban.context["program"]
    }
    assert program["8.01.04"] == ("209,00", "81,30")
    assert len(jawaban.context["grafik"].batang) == 11


def test_tanpa_anggaran_disebut(pembaca):
    jawaban = pembaca.get(alamat(2024))
    assert "Belum ada anggaran tahun 2024" in jawaban.text
    assert "grafik" not in jawaban.context


def test_setiap_angka_menjawab_asalnya(pembaca):
    jawaban = pembaca.get(alamat(2024))
    kunci = [angka.kunci for b in jawaban.context["proyeksi"] for angka in (b.akhir, b.butuh)]
    assert len(kunci) == 14
    assert pembaca.get(alamat(2024), {"angka": kunci[1]}).status_code == 200


@pytest.mark.parametrize("banyak", [1, 3])
def test_banyaknya_kueri_tetap(banyak, pembaca, django_assert_num_queries):
    sisakan_indikator(Unit.objects.get(kode="pasuruan-bakesbangpol"), 2023, banyak)
    with django_assert_num_queries(70):
        jawaban = pembaca.get(alamat())
    assert len(baris(jawaban)) == banyak
