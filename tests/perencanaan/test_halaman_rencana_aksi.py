"""The page of the Rencana Aksi, against the Lampiran of the example's report."""

from datetime import date

import pytest

from perencanaan.dokumen.susun import susun_perjanjian
from perencanaan.queries.saat import akhir_masa_kerja
from sakip.organisasi.models import Pengguna
from tests.perencanaan.halaman import alamat, angka_bersama, indikator_strategis, konteks
from tests.perencanaan.pabrik import buat_aksi
from tests.perencanaan.pabrik_rencana import jadwalkan, rencanakan, rumuskan, tw

# the monthly targets of Lampiran 1 and 2 of the LKjIP 2023, and the year they make
LAMPIRAN = {
    "Persentase rata-rata ketercapaian pelaksanaan program dukungan sasaran SKPD": (
        "3,51 12,51 25,47 31,05 45,63 59,49 64,53 71,19 74,43 78,39 86,85 90", "90",
    ),
    "Nilai Sakip SKPD": ("- - - - - - - 73,14 - - - -", "73,14"),
    "Persentase temuan yang ditindaklanjuti": ("- - - - - - - - - 100 - -", "100"),
    "Indeks Stabilitas": ("- - - - - - - - - - - 76,05", "76,05"),
    "Persentase peningkatan jumlah ormas yang aktif": ("- 0,5 - - - 1 - 2 - - 3 -", "3"),
    "Persentase partisipasi pemilih dalam pemilu": ("- - - - - - - - - - - -", "-"),
    "Persentase penurunan konflik di Kota Pasuruan": ("- - 5 - - 10 - - 15 - - 20", "20"),
}  # fmt: skip


@pytest.fixture
def pembaca(pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="inspektorat"))
    return client


@pytest.mark.parametrize("versi", ["1", "2"])
def test_matriks_seperti_lampiran(versi, pembaca):
    isi = konteks(pembaca.get(alamat("rencana-aksi"), {"versi": versi}))
    assert {
        baris.rumusan.nama: (" ".join(str(s.angka) for s in baris.sel), str(baris.setahun))
        for baris in isi["baris"]
    } == LAMPIRAN
    assert {baris.cara for baris in isi["baris"]} == {"kumulatif", "yang terakhir"}


def test_angka_sama_dengan_dokumennya(pembaca, pasuruan):
    sama = angka_bersama(pembaca.get(alamat("rencana-aksi")), susun_perjanjian(pasuruan, 2023, 2))
    assert len(sama) == 84
    assert {kunci: isi for kunci, isi in sama.items() if isi[0] != isi[1]} == {}


@pytest.mark.parametrize(
    ("triwulan", "versi", "kena"),
    [("", 2, []), ("1", 1, [1, 2, 3]), ("3", 1, [7, 8, 9]), ("4", 2, [10, 11, 12])],
)
def test_triwulan_yang_dipilih(triwulan, versi, kena, pembaca):
    """The plan in force on its last day, as what was reached until then is set against it."""
    isi = konteks(pembaca.get(alamat("rencana-aksi"), {"triwulan": triwulan}))
    assert isi["rencana"].ke == versi
    assert [satu.bulan for satu in isi["kolom"] if satu.dipilih] == kena
    assert [satu.banyak for satu in isi["kepala"]] == [3, 3, 3, 3]


def test_yang_jatuh_tempo(pembaca):
    jawaban = pembaca.get(alamat("rencana-aksi"), {"triwulan": "2"})
    tempo = {
        baris.rumusan.nama: [str(satu.angka) for satu in baris.jatuh_tempo]
        for baris in konteks(jawaban)["jatuh_tempo"]
    }
    assert list(tempo.values()) == [["31,05", "45,63", "59,49"], ["1"], ["10"]]
    assert "Jatuh tempo pada Triwulan II" in jawaban.text
    assert [[pj.mengisi for pj in baris.penanggung] for baris in jawaban.context["baris"]] == [
        [True], [True, False], [True, False], [True, False], [True], [True], [True],
    ]  # fmt: skip
    sampai = [str(baris.sampai) for baris in jawaban.context["baris"]]
    assert sampai == ["59,49", "-", "-", "-", "1", "-", "10"]
    assert "Jatuh tempo pada" not in pembaca.get(alamat("rencana-aksi")).text


@pytest.mark.parametrize(
    ("triwulan", "hari"),
    [(1, (3, 31)), (2, (6, 30)), (3, (9, 30)), (4, (12, 31)), (None, (12, 31))],
)
def test_akhir_masa_kerja(triwulan, hari):
    assert akhir_masa_kerja(2023, triwulan) == date(2023, *hari)


@pytest.mark.parametrize("tahun", [2024, 2026])
def test_tahun_tanpa_rencana(tahun, pembaca):
    teks = pembaca.get(alamat("rencana-aksi", tahun)).text
    assert f"Belum ada Rencana Aksi {tahun}" in teks
    assert f'href="{alamat("perjanjian", tahun)}"' in teks


@pytest.mark.parametrize(("tahun", "kata"), [(2023, "Yang ada: 1, 2."), (2024, "belum ada.")])
def test_versi_yang_tidak_ada(tahun, kata, pembaca):
    jawaban = pembaca.get(alamat("rencana-aksi", tahun), {"versi": "5"})
    assert jawaban.status_code == 404
    assert (
        f"Versi 5 Rencana Aksi Badan Kesatuan Bangsa dan Politik Kota Pasuruan tahun {tahun}"
        in (jawaban.text)
    )
    assert kata in jawaban.text


@pytest.fixture
def rencana(pasuruan):
    """2024 by triwulan: one that is summed, one whose only target is the year's, with two steps."""
    rencana = rencanakan(pasuruan, date(2024, 1, 2))
    jumlah, tahunan = indikator_strategis(pasuruan, 2024)[:2]
    rumuskan(jumlah, frekuensi="triwulanan")
    jadwalkan(rencana, jumlah, "jumlah", tw("1", "2", "-", "4"))
    jadwalkan(rencana, tahunan, "terakhir", {12: "80"}, "tahunan")
    buat_aksi(rencana, jumlah)
    buat_aksi(rencana, tahunan, uraian="Survei", tw1=False, tw2=True, anggaran=1_500_000)
    return rencana


def test_triwulanan_dan_tahunan_dalam_satu_matriks(rencana, pembaca):
    isi = konteks(pembaca.get(alamat("rencana-aksi", 2024), {"triwulan": "2"}))
    assert [satu.nama for satu in isi["kolom"]] == ["TW I", "TW II", "TW III", "TW IV"]
    assert isi["kepala"] == ()
    jumlah, tahunan = isi["baris"]
    assert [str(s.angka) for s in jumlah.sel] == ["1", "2", "-", "4"]
    assert (str(jumlah.setahun), str(jumlah.sampai)) == ("7", "3")
    assert [s.angka and str(s.angka) for s in tahunan.sel] == [None, None, None, "80"]
    assert (str(tahunan.setahun), str(tahunan.sampai)) == ("80", "-")
    assert tahunan.sampai.alasan == "Belum ada target yang jatuh tempo sampai Juni."


def test_aksi_dengan_triwulannya(rencana, pembaca):
    jawaban = pembaca.get(alamat("rencana-aksi", 2024), {"triwulan": "1"})
    isi = konteks(jawaban)
    assert [[ya for _, ya, _ in satu.jadwal] for satu in isi["aksi"]] == [
        [True, False, False, True], [False, True, False, True],
    ]  # fmt: skip
    assert [str(satu.anggaran) for satu in isi["aksi"]] == ["-", "1.500.000"]
    assert [satu.milik.uraian for satu in isi["aksi_tempo"]] == ["Rapat koordinasi"]
    assert jawaban.text.count('<span class="visually-hidden">dijadwalkan</span>') == 4
    assert jawaban.text.count('<span class="visually-hidden">tidak dijadwalkan</span>') == 4


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(banyaknya, pasuruan, pembaca, django_assert_num_queries):
    rencana = rencanakan(pasuruan, date(2024, 1, 2))
    for satu in indikator_strategis(pasuruan, 2024)[:banyaknya]:
        jadwalkan(rencana, satu, "terakhir", {12: "80"}, "tahunan")
        buat_aksi(rencana, satu, penanggung_jawab=pasuruan)
    with django_assert_num_queries(13):
        assert pembaca.get(alamat("rencana-aksi", 2024)).status_code == 200


def test_dari_mana_jumlah_ini(rencana, pembaca):
    isi = konteks(pembaca.get(alamat("rencana-aksi", 2024)))
    jawaban = pembaca.get(alamat("rencana-aksi", 2024), {"angka": isi["baris"][0].setahun.kunci})
    asal = jawaban.context["asal"]
    assert [satu.angka.tampil for satu in asal.dari] == ["1", "2", "4"]
    assert "Aturan: dijumlahkan menurut Rencana Aksi 2024 versi 1" in jawaban.text
    assert "berlaku dari 02 Januari 2024" in jawaban.text


def test_rencana_tanpa_isi(pasuruan, pembaca):
    rencanakan(pasuruan, date(2024, 1, 2))
    teks = pembaca.get(alamat("rencana-aksi", 2024), {"triwulan": "1"}).text
    for kata in (
        "Belum ada indikator di dalamnya.",
        "Aksi belum dicatat pada versi ini.",
        "Tidak ada target dan aksi yang jatuh tempo pada triwulan ini",
    ):
        assert kata in teks
