"""The page of the Renstra, against the document of the example and plans of our own."""

from dataclasses import replace

import pytest

from perencanaan.dokumen.susun import susun_renstra
from perencanaan.models import Kebijakan, KebijakanProgram, PenanggungJawab, RenstraVersi
from perencanaan.queries.renstra import versi_renstra
from perencanaan.views.renstra import Misi, daftar_misi
from sakip.organisasi.models import Pengguna
from tests.perencanaan.halaman import alamat, angka_bersama, indikator_strategis, konteks
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import (
    buat_simpul,
    isi_target,
    rumuskan,
    sisakan_indikator,
)

# Tabel 2.1 of the LKjIP 2023: indikator and the targets of 2022 to 2026
TABEL_2_1 = {
    "Indeks Stabilitas": ("74,5", "76,05", "77,75", "78,9", "80,25"),
    "Nilai Sakip SKPD": ("73,14",) * 5,
    "Persentase temuan yang ditindaklanjuti": ("100%",) * 5,
    "Persentase rata-rata ketercapaian pelaksanaan program dukungan sasaran SKPD": ("90%",) * 5,
    "Persentase peningkatan jumlah ormas yang aktif": ("3%",) * 5,
    "Persentase penurunan konflik di Kota Pasuruan": ("20%",) * 5,
    "Persentase partisipasi pemilih dalam pemilu": ("-", "-", "85%", "-", "-"),
}


@pytest.fixture
def pembaca(pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="inspektorat"))
    return client


def matriks(isi) -> dict[str, tuple[str, ...]]:
    return {
        baris.indikator.nama: tuple(angka.tampil for _, angka in baris.target)
        for satu in isi["kelompok"]
        for baris in satu.baris
    }


def test_matriks_seperti_tabel_2_1(pembaca):
    isi = konteks(pembaca.get(alamat("renstra")))
    assert matriks(isi) == TABEL_2_1
    assert isi["tahun_renstra"] == (
        (False, 2022), (True, 2023), (False, 2024), (False, 2025), (False, 2026),
    )  # fmt: skip
    assert [(satu.nomor, satu.tingkat) for satu in isi["kelompok"]] == [
        ("1", 0), ("1.1", 1), ("1.2", 1),
    ]  # fmt: skip


def test_angka_sama_dengan_dokumennya(pembaca, pasuruan):
    sama = angka_bersama(pembaca.get(alamat("renstra")), susun_renstra(pasuruan, 2023))
    assert len(sama) == 35
    assert {kunci: isi for kunci, isi in sama.items() if isi[0] != isi[1]} == {}


@pytest.mark.parametrize("banyaknya", [1, 3, 7])
def test_banyaknya_kueri_tetap(banyaknya, pasuruan, pembaca, django_assert_num_queries):
    sisakan_indikator(pasuruan, 2023, banyaknya)
    with django_assert_num_queries(15):
        assert pembaca.get(alamat("renstra")).status_code == 200


def test_penjelasan_indikator(pembaca, pasuruan):
    teks = pembaca.get(alamat("renstra")).text
    for kata in (
        "Jumlah pengguna hak pilih PEMILU tahun terakhir / Jumlah DPT PEMILU tahun terakhir × 100",
        "Pemilih Pemilu adalah WNI yang memiliki hak pilih untuk mengikuti PEMILU",
        "Makin tinggi makin baik; capaian = realisasi / target × 100",
        "Bidang Politik dalam Negeri (mengisi realisasi)",
        "Tidak tercetak dalam dokumen.",
    ):
        assert kata in teks
    nomor = indikator_strategis(pasuruan, 2023)[0].indikator_id
    assert f'id="indikator-{nomor}"' in teks
    assert f'href="#penjelasan-{nomor}"' in teks
    assert f'id="penjelasan-{nomor}"' in teks


def test_visi_misi_dan_isu(pembaca):
    isi = konteks(pembaca.get(alamat("renstra")))
    assert [satu.didukung for satu in isi["misi"]] == [False, False, True, False]
    assert isi["misi_lain"] == ""
    assert len(isi["isu"]) == 10


@pytest.mark.parametrize(
    ("didukung", "ditandai"),
    [
        ("Misi ke-2: bekerja", [False, True]),
        ("misi 1", [True, False]),
        ("Mendukung membangun kota yang indah", [True, False]),
        ("Meningkatkan pelayanan", [False, False]),
        ("", [False, False]),
    ],
)
def test_misi_yang_didukung(didukung, ditandai):
    versi = RenstraVersi(misi="Membangun kota yang indah.\n\nBekerja.", misi_didukung=didukung)
    assert daftar_misi(versi) == (
        Misi("Membangun kota yang indah.", ditandai[0]),
        Misi("Bekerja.", ditandai[1]),
    )


def test_misi_tidak_dikenal_tetap_tertulis(pembaca, pasuruan):
    versi = versi_renstra(pasuruan, 2023)
    versi.misi_didukung = "Meningkatkan pelayanan"
    versi.save()
    jawaban = pembaca.get(alamat("renstra"))
    assert "Misi yang didukung unit ini:</strong> Meningkatkan pelayanan" in jawaban.text


def test_versi_lain(pembaca):
    """The version before: another tree, of which the change tells what became."""
    jawaban = pembaca.get(alamat("renstra"), {"versi": "1"})
    isi = konteks(jawaban)
    assert matriks(isi)["Indeks Modal Sosial"] == ("54,38", "-", "-", "-", "-", "-")
    assert [(satu.nomor, satu.kini) for satu in isi["pilihan"]] == [(1, True), (None, False)]
    (beda,) = isi["beda"]
    assert beda.berubah == ()
    assert [satu.nama for satu in beda.milik.keluar] == [
        "Indeks Modal Sosial",
        "Persentase penurunan potensi konflik di masyarakat",
        "Indeks Kesalehan Sosial",
    ]
    assert len(beda.milik.masuk) == 6
    assert "Tujuannya tidak berlaku pada tahun itu." in jawaban.text


def test_setiap_tahun_membuka_versi_yang_berlaku(pembaca):
    versi = {t: konteks(pembaca.get(alamat("renstra", t)))["versi"].ke for t in range(2021, 2027)}
    assert versi == {2021: 1} | dict.fromkeys(range(2022, 2027), 2)


@pytest.mark.parametrize(
    ("versi", "kata"),
    [
        ("9", "Versi 9 Renstra Badan Kesatuan Bangsa dan Politik Kota Pasuruan tidak ada. Yang ada: 1, 2."),
        ("dua", "Versi “dua” tidak ada."),
        ("-1", "Versi “-1” tidak ada."),
        ("99999999999", "Versi “99999999999” tidak ada."),
    ],
)  # fmt: skip
def test_versi_yang_tidak_ada(versi, kata, pembaca):
    jawaban = pembaca.get(alamat("renstra"), {"versi": versi})
    assert jawaban.status_code == 404
    assert kata in jawaban.text


@pytest.fixture
def dua_versi(pemeran):
    """An indikator that the second version names otherwise and aims higher with, in one year."""
    lama, baru = buat_versi(pemeran.unit_lain, 1, 2021), buat_versi(pemeran.unit_lain, 2, 2023)
    satu = rumuskan(buat_indikator(lama), nama="Nama lama")
    dua = rumuskan(buat_indikator(baru, satu.indikator), nama="Nama baru", satuan="Nilai")
    for versi, target in ((satu, ("10", "20", "30")), (dua, ("11", "20", "35"))):
        for tahun, teks in zip((2022, 2023, 2024), target, strict=True):
            isi_target(versi, tahun, renstra=teks)
    return baru, satu.indikator_id


@pytest.mark.parametrize("ke", ["1", "2"])
def test_perubahan_antarversi(ke, dua_versi, pembaca, pemeran):
    """Told on both versions; what was aimed at before the new one was in force is no change."""
    _, indikator = dua_versi
    jalur = alamat("renstra", 2024).replace("pasuruan-bakesbangpol", pemeran.unit_lain.kode)
    jawaban = pembaca.get(jalur, {"versi": ke})
    (beda,) = konteks(jawaban)["beda"]
    (satu,) = beda.berubah
    assert [(t.tahun, t.sebelum.tampil, t.sesudah.tampil) for t in satu.target] == [
        (2024, "30%", "35")
    ]
    assert "Nama sebelumnya: Nama lama" in jawaban.text
    assert "Satuan Persen menjadi Nilai" in jawaban.text
    assert f'href="#perubahan-2-{indikator}"' in jawaban.text
    assert f'id="perubahan-2-{indikator}"' in jawaban.text


def test_kebijakan_dengan_programnya(dua_versi, pembaca, pemeran):
    baru, _ = dua_versi
    program = buat_simpul(baru, "program", kode="8.01.02", nama="Program Ideologi")
    strategi = Kebijakan.objects.create(
        renstra_versi=baru, jenis="strategi", nama="Menguatkan wawasan", urutan=1
    )
    KebijakanProgram.objects.create(kebijakan=strategi, simpul=program)
    Kebijakan.objects.create(
        renstra_versi=baru, jenis="arah_kebijakan", nama="Mendidik pemilih", urutan=1
    )
    jalur = alamat("renstra", 2024).replace("pasuruan-bakesbangpol", pemeran.unit_lain.kode)
    jawaban = pembaca.get(jalur)
    assert [satu.judul for satu in konteks(jawaban)["kebijakan"]] == ["Strategi", "Arah kebijakan"]
    assert f'href="#simpul-{program.pk}"><span class="kode">8.01.02</span>' in jawaban.text
    assert "Program pelaksananya belum dicatat." in jawaban.text


def test_versi_yang_masih_kosong(pembaca, pemeran):
    buat_versi(pemeran.unit_lain)
    jalur = alamat("renstra", 2024).replace("pasuruan-bakesbangpol", pemeran.unit_lain.kode)
    teks = pembaca.get(jalur).text
    for kata in (
        "Visi, misi, dan isu strategis belum dicatat pada versi ini.",
        "Versi ini belum memuat tujuan dan sasaran.",
        "Strategi dan arah kebijakan belum dicatat pada versi ini.",
        "Program belum dicatat pada versi ini.",
    ):
        assert kata in teks


def test_dari_mana_target_ini(pembaca, pasuruan):
    indikator = indikator_strategis(pasuruan, 2023)[0]
    kunci = f"target-renstra/{indikator.renstra_versi_id}/{indikator.indikator_id}/2023"
    jawaban = pembaca.get(alamat("renstra"), {"angka": kunci})
    asal = jawaban.context["asal"]
    assert asal.angka.tampil == "76,05"
    assert asal.angka.asal.nama == "Target 2023: Indeks Stabilitas"
    assert "berlaku mulai 2022" in jawaban.text
    assert "memuat data contoh" in jawaban.text


def test_pengisi_disebut_lebih_dahulu(pembaca, pasuruan):
    indikator = indikator_strategis(pasuruan, 2023)[0]
    isi = konteks(pembaca.get(alamat("renstra")))
    baris = isi["kelompok"][0].baris[0]
    assert PenanggungJawab.objects.filter(indikator_versi=indikator).count() == 2
    assert [satu.mengisi for satu in baris.penanggung] == [True, False]
    assert replace(baris, penanggung=()).indikator == indikator
