"""The page of anggaran, as its readers get it; figures of Tabel 3.9 and of the DPA."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from pengukuran.models import RealisasiAnggaran
from perencanaan.models import Pagu, Simpul, VersiAnggaran
from sakip.dokumen.telusur import telusuri
from sakip.organisasi.models import Pengguna
from tests.perencanaan.pabrik import buat_anggaran, buat_versi
from tests.perencanaan.pabrik_rencana import buat_simpul

SERAPAN_PROGRAM = {
    "8.01.02": ("583.791.760", "517.538.500", "66.253.260", "88,65"),
    "8.01.03": ("1.814.924.500", "1.801.053.194", "13.871.306", "99,24"),
    "8.01.04": ("126.417.200", "102.777.194", "23.640.006", "81,30"),
    "8.01.05": ("954.803.100", "892.744.754", "62.058.346", "93,50"),
    "8.01.06": ("3.894.574.360", "3.230.063.582", "664.510.778", "82,94"),
    "8.01.01": ("4.068.716.022", "3.684.555.759", "384.160.263", "90,56"),
}


@pytest.fixture
def pembaca(pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="inspektorat"))
    return client


def alamat(tahun: int = 2023, kode: str = "pasuruan-bakesbangpol") -> str:
    return reverse("pengukuran:anggaran", kwargs={"kode": kode, "tahun": tahun})


def empat(baris) -> tuple[str, ...]:
    return tuple(str(a) for a in (baris.pagu, baris.realisasi, baris.saldo, baris.serapan))


def test_jumlah_dan_setiap_program(pembaca):
    jawaban = pembaca.get(alamat())
    konteks = jawaban.context
    assert empat(konteks["jumlah"]) == (
        "11.443.226.942", "10.228.732.983", "1.214.493.959", "89,39",
    )  # fmt: skip
    program = {b.simpul.kode: empat(b) for b in konteks["baris"] if b.tingkat == 0}
    assert program == SERAPAN_PROGRAM
    assert list(program) == list(SERAPAN_PROGRAM)


def test_pagu_setiap_versi_berdampingan(pembaca):
    konteks = pembaca.get(alamat()).context
    versi = [
        (v.versi.jenis, v.keadaan, str(v.jumlah), v.beda and str(v.beda))
        for v in konteks["daftar_versi"]
    ]
    assert versi == [
        ("murni", "digantikan", "10.467.423.824", None),
        ("pergeseran", "digantikan", "10.467.423.824", "0"),
        ("perubahan", "berlaku", "11.443.226.942", "+975.803.118"),
    ]
    ormas = next(b for b in konteks["baris_pagu"] if b.simpul.kode == "8.01.04")
    assert [str(a) for a in ormas.pagu] == ["191.728.000", "191.728.000", "126.417.200"]
    assert str(ormas.selisih) == "-65.310.800"
    kegiatan = next(b for b in konteks["baris_pagu"] if b.simpul.kode == "8.01.04.2.01")
    assert [a.tampil for a in kegiatan.pagu] == ["-", "-", "126.417.200"]
    assert kegiatan.pagu[0].alasan == "Anggaran Murni 2023 tidak dirinci sampai kegiatan ini."


def test_yang_berlaku_pada_akhir_triwulan(pembaca):
    """The murni of 2 January until the change of 29 September; an undated pergeseran never."""
    pagu = {}
    for triwulan in ("1", "2", "3", "4"):
        konteks = pembaca.get(alamat(), {"triwulan": triwulan}).context
        pagu[triwulan] = (str(konteks["versi"]), str(konteks["jumlah"].pagu))
    murni = ("Anggaran Murni 2023", "10.467.423.824")
    berubah = ("Anggaran Perubahan 2023", "11.443.226.942")
    assert pagu == {"1": murni, "2": murni, "3": berubah, "4": berubah}


def test_realisasi_sampai_triwulan_bukan_setahun(pasuruan, pembaca):
    """Another figure, so another kunci; what was spent in a year is not what was until March."""
    simpul = Simpul.objects.get(kode="8.01.02.2.01")
    RealisasiAnggaran.objects.create(simpul=simpul, tahun=2023, bulan=3, jumlah=Decimal(53713890))
    setahun = pembaca.get(alamat()).context["jumlah"]
    jawaban = pembaca.get(alamat(), {"triwulan": "1"})
    awal = jawaban.context["jumlah"]
    assert str(awal.realisasi) == "53.713.890"
    assert awal.realisasi.kunci == f"{setahun.realisasi.kunci}/bulan3"
    # the kegiatan had no pagu of its own in the murni, but its program had
    program = next(b for b in jawaban.context["baris"] if b.simpul.kode == "8.01.02")
    assert str(program.serapan) == "10,00"


def test_tanpa_realisasi_menjelaskan(pembaca):
    jawaban = pembaca.get(alamat(), {"triwulan": "1"})
    assert "Realisasi anggaran Januari–Maret 2023 belum dimasukkan." in jawaban.text
    jumlah = jawaban.context["jumlah"]
    sebab = "Realisasi anggaran s.d. Maret 2023 belum dimasukkan."
    assert jumlah.realisasi.tampil == jumlah.serapan.tampil == "-"
    assert jumlah.realisasi.alasan == jumlah.serapan.alasan == jumlah.saldo.alasan == sebab
    assert jawaban.context["grafik"] is None


def test_angka_menyebut_bagiannya_sampai_isiannya(pembaca):
    kunci = pembaca.get(alamat()).context["jumlah"].realisasi.kunci
    asal = pembaca.get(alamat(), {"angka": kunci}).context["asal"]
    assert asal.angka.asal.uraian == "jumlah program di bawah ini"
    assert [a.angka.tampil for a in asal.dari] == [satu[1] for satu in SERAPAN_PROGRAM.values()]
    assert sum(a.angka.nilai for a in asal.dari) == asal.angka.nilai
    (kegiatan,) = asal.dari[0].dari
    (isian,) = kegiatan.rujukan
    assert isian.rujukan.sebutan == "Realisasi anggaran Januari–Desember 2023"
    riwayat = reverse(
        "beranda:riwayat",
        args=["pasuruan-bakesbangpol", 2023, isian.rujukan.jenis, isian.rujukan.pk],
    )
    assert pembaca.get(riwayat).status_code == 200


def test_satu_kunci_satu_angka_dan_jumlahnya_benar(pembaca):
    konteks, dikenal = pembaca.get(alamat()).context, {}
    semua = ("jumlah", "baris", "jumlah_pagu", "baris_pagu", "daftar_versi", "grafik")
    for satu in telusuri([konteks[nama] for nama in semua]):
        assert dikenal.setdefault(satu.kunci, satu).nilai == satu.nilai
        if satu.asal.uraian.startswith("jumlah "):
            assert sum(bahan.nilai for bahan in satu.asal.dari) == satu.nilai
    assert len(dikenal) > 80


def test_setiap_simpul_dapat_dituju(pembaca):
    """Also a sub kegiatan, to which the example's money is not split."""
    jawaban = pembaca.get(alamat())
    sub = Simpul.objects.filter(jenis="sub_kegiatan").first()
    assert f'id="simpul-{sub.pk}"' in jawaban.text
    assert jawaban.text.count("tidak dirinci sampai sub kegiatan ini") == 32


def test_simpul_di_luar_masanya_tidak_tampil(pasuruan, pembaca):
    sub = Simpul.objects.filter(jenis="sub_kegiatan").first()
    Simpul.objects.filter(pk=sub.pk).update(tahun_awal=2024)
    assert f'id="simpul-{sub.pk}"' not in pembaca.get(alamat()).text


def test_keseluruhan_yang_bukan_jumlah_bagiannya(pasuruan, pembaca):
    Pagu.objects.filter(simpul__kode="8.01.02", versi_anggaran__ke=3).update(
        jumlah=Decimal(600_000_000)
    )
    jawaban = pembaca.get(alamat())
    (catatan,) = jawaban.context["selisih"]
    assert [str(a) for a in (catatan.sendiri, catatan.jumlah, catatan.beda)] == [
        "600.000.000", "583.791.760", "+16.208.240",
    ]  # fmt: skip
    assert catatan.tempat.startswith("8.01.02 Program Penguatan")
    assert str(jawaban.context["jumlah"].pagu) == "11.443.226.942"
    assert "Yang tidak sama dengan jumlah bagiannya" in jawaban.text


def test_tanpa_selisih_tanpa_catatan(pembaca):
    assert "Yang tidak sama dengan jumlah bagiannya" not in pembaca.get(alamat()).text


def test_menurut_jenis_belanja(pemeran, client):
    """Only where it was entered so; at the lowest node, as the tree counts."""
    versi = buat_versi(pemeran.unit_lain)
    anggaran = VersiAnggaran.objects.create(
        unit=pemeran.unit_lain, tahun=2024, ke=1, jenis="murni", tanggal=date(2024, 1, 2)
    )
    program = buat_simpul(versi, "program", kode="1")
    kegiatan = buat_simpul(versi, "kegiatan", program, kode="1.1")
    lain = buat_simpul(versi, "program", kode="2")
    for simpul, belanja, jumlah in (
        (program, "5.1", 999), (kegiatan, "5.1.01", 60), (kegiatan, "5.1.02", 30),
        (kegiatan, "5.2", 10), (lain, "5", 100),
    ):  # fmt: skip
        Pagu.objects.create(
            versi_anggaran=anggaran, simpul=simpul, jenis_belanja_id=belanja, jumlah=Decimal(jumlah)
        )
    RealisasiAnggaran.objects.create(
        simpul=kegiatan, jenis_belanja_id="5.1.01", tahun=2024, bulan=12, jumlah=Decimal(45)
    )
    client.force_login(pemeran["perencana_lain"])
    jawaban = client.get(alamat(2024, pemeran.unit_lain.kode))
    assert {b.kode: empat(b) for b in jawaban.context["belanja"]} == {
        "5.1": ("90", "45", "45", "50,00"),
        "5.1.01": ("60", "45", "15", "75,00"),
        "5.1.02": ("30", "-", "-", "-"),
        "5.2": ("10", "-", "-", "-"),
    }
    assert str(jawaban.context["jumlah"].pagu) == "200"


def test_tanpa_rincian_belanja_tanpa_tabelnya(pembaca):
    jawaban = pembaca.get(alamat())
    assert jawaban.context["belanja"] == ()
    assert "Menurut jenis belanja" not in jawaban.text


@pytest.mark.parametrize("tahun", [2021, 2024, 2026])
def test_tahun_tanpa_anggaran_menjelaskan(tahun, pembaca):
    jawaban = pembaca.get(alamat(tahun))
    assert jawaban.status_code == 200
    assert f"Belum ada anggaran {tahun}" in jawaban.text
    assert "Sekretariat memuat anggaran murni" in jawaban.text


def test_tanggal_yang_tidak_diketahui_menjelaskan(pembaca):
    assert str(pembaca.get(alamat(2022)).context["jumlah"].pagu) == "9.174.080.391"
    jawaban = pembaca.get(alamat(2022), {"triwulan": "1"})
    assert "Pagu s.d. Triwulan I 2022 belum dapat ditentukan" in jawaban.text
    assert "Tanggal Anggaran Murni 2022 tidak diketahui" in jawaban.text


def test_tahun_di_luar_renstra_tidak_ada(pembaca):
    assert pembaca.get(alamat(2031)).status_code == 404


@pytest.mark.parametrize("program", [1, 3])
def test_banyaknya_kueri_tetap(program, pemeran, client, django_assert_num_queries):
    buat_anggaran(buat_versi(pemeran.unit_lain), 2024, program)
    client.force_login(pemeran["perencana_lain"])
    with django_assert_num_queries(15):
        jawaban = client.get(alamat(2024, pemeran.unit_lain.kode))
    assert len(jawaban.context["baris"]) == program


def test_unit_lain_tidak_terbaca(pemeran, client):
    client.force_login(pemeran["perencana_lain"])
    assert client.get(alamat()).status_code == 404
