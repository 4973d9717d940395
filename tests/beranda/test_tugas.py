"""Tugas saya: each role is told what waits for it, in words, with one way there."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from pengukuran.models import Pengembalian, Realisasi
from pengukuran.services.koreksi import usulkan_koreksi
from sakip.lib import waktu
from sakip.organisasi.models import Jendela, Pengguna
from tests.pengukuran.alat_isian import HARI, TAHUN, Kantor, atur_jendela
from tests.pengukuran.alat_kantor import milik_uji
from tests.pengukuran.alat_meja import banyak_kueri, sebagai, tambah_indikator

APRIL = datetime(2024, 4, 5, 3, 0, tzinfo=UTC)


@pytest.fixture
def kantor(kantor_modul, db, monkeypatch) -> Kantor:
    """Seen in April 2024: the first triwulan is open for five days more, the others not yet."""
    monkeypatch.setattr(waktu, "sekarang", lambda: APRIL)
    milik = milik_uji(kantor_modul)
    for bulan in (3, 6, 9, 12):
        atur_jendela(milik.unit, bulan, "terbuka" if bulan == 3 else "belum buka")
    Jendela.objects.filter(bulan=3, tahun=TAHUN, pemda=milik.unit.pemda).update(
        tenggat=APRIL + HARI * 5 + timedelta(hours=1), kunci=APRIL + HARI * 10
    )
    return milik


def alamat(kantor) -> str:
    return reverse("beranda:tugas", args=[kantor.unit.kode, TAHUN])


def tugas(kantor, siapa: str) -> list[tuple[str, str, str]]:
    konteks = sebagai(kantor, siapa).get(alamat(kantor)).context
    return [
        (k.kunci, t.nama, t.status.kata)
        for k in konteks["kelompok"]
        for t in k.tugas
        if k.kunci != "rencana"
    ]


def test_bidang_mengisi_lalu_mengajukan(kantor):
    assert tugas(kantor, "operator") == [("isi", "Isi realisasi Triwulan I 2024", "5 hari lagi")]
    kantor.isi(teks="8")
    jawaban = sebagai(kantor, "operator").get(alamat(kantor))
    isi, ajukan = jawaban.context["kelompok"][0].tugas
    assert isi.ket.startswith("1 dari 2 terisi · tenggat 10 April 2024 pukul")
    assert ajukan.ket.startswith("1 dari 2 masih draf")
    tujuan = reverse("pengukuran:ajukan", args=[kantor.unit.kode, TAHUN])
    assert f'href="{tujuan}?triwulan=1"' in jawaban.text
    (kemajuan,) = jawaban.context["kemajuan"]
    assert (kemajuan.selesai, kemajuan.semua) == (0, 2)


def test_yang_dikembalikan_lebih_dahulu_dengan_alasannya(kantor):
    baris = kantor.jadikan("dikembalikan")
    Pengembalian.objects.create(
        realisasi=baris, kolom="nilai", alasan="satuannya <orang>", oleh=kantor["perencana"],
        waktu=waktu.sekarang(),
    )  # fmt: skip
    assert tugas(kantor, "operator")[0] == (
        "kembali", f"Perbaiki {kantor.polos.nama}", "dikembalikan",
    )  # fmt: skip
    jawaban = sebagai(kantor, "operator").get(alamat(kantor))
    assert "TW I 2024: “satuannya &lt;orang&gt;”" in jawaban.text
    tempat = [kantor.unit.kode, TAHUN, kantor.polos.indikator_id, 3]
    assert f'href="{reverse("pengukuran:isi-baris", args=tempat)}"' in jawaban.text


@pytest.mark.parametrize(
    ("keadaan", "siapa", "nama"),
    [
        ("diajukan", "perencana", "Verifikasi realisasi Triwulan I 2024"),
        ("diverifikasi", "pimpinan", "Setujui realisasi Triwulan I 2024"),
    ],
)
def test_giliran_memeriksa(keadaan, siapa, nama, kantor):
    kantor.jadikan(keadaan)
    milik = tugas(kantor, siapa)
    assert [(n, kata) for _, n, kata in milik] == [(nama, "giliran Anda")]
    for lain in ({"perencana", "pimpinan"} - {siapa}) | {"pembaca", "inspektorat"}:
        assert nama not in [n for _, n, _ in tugas(kantor, lain)]


@pytest.mark.parametrize(
    ("keadaan", "peran"), [("diajukan", "perencana"), ("diverifikasi", "pimpinan")]
)
def test_yang_ikut_mengisi_tidak_ditunggu_menilai(keadaan, peran, kantor):
    """Neither whoever typed last nor whoever typed before is waited for."""
    baris = kantor.jadikan(keadaan)
    baris.pelaku.create(pengguna=kantor["rangkap"], sebagai="pengisi")
    assert len(tugas(kantor, peran)) == 1
    assert tugas(kantor, "rangkap") == []
    baris.pelaku.filter(sebagai="pengisi").delete()
    assert len(tugas(kantor, "rangkap")) == 1
    Realisasi.objects.filter(pk=baris.pk).update(diisi_oleh=kantor["rangkap"])
    assert tugas(kantor, "rangkap") == []


def test_koreksi_diputuskan_orang_lain(kantor):
    kantor.jadikan("disetujui")
    atur_jendela(kantor.unit, 3, "terkunci")
    usulkan_koreksi(kantor.baris(), isi={"nilai": "9"}, alasan="salah", oleh=kantor["rangkap"])
    nama = f"Putuskan koreksi {kantor.polos.nama}"
    assert ("koreksi", nama, "giliran Anda") in tugas(kantor, "pimpinan")
    assert nama not in [n for _, n, _ in tugas(kantor, "rangkap")]


def test_sekretariat_mengisi_yang_tidak_beroperator(kantor):
    assert tugas(kantor, "perencana") == []
    kantor["operator"].penugasan.update(sampai=datetime(2024, 1, 1, tzinfo=UTC).date())
    kantor["operator_2"].penugasan.update(sampai=datetime(2024, 1, 1, tzinfo=UTC).date())
    assert tugas(kantor, "perencana") == [("isi", "Isi realisasi Triwulan I 2024", "5 hari lagi")]


@pytest.mark.parametrize(
    ("keadaan", "kata"),
    [
        ("terlambat", "terlambat, lewat 1 hari"),
        ("terkunci", "terkunci"),
    ],
)
def test_keadaan_jendela_dalam_kata(keadaan, kata, kantor):
    atur_jendela(kantor.unit, 3, keadaan)
    assert tugas(kantor, "operator") == [("isi", "Isi realisasi Triwulan I 2024", kata)]


def test_bagian_organisasi_mengatur_yang_belum_ada(kantor):
    assert tugas(kantor, "organisasi") == []
    Jendela.objects.all().delete()
    assert tugas(kantor, "organisasi") == [
        ("jendela", "Atur jendela pengisian Triwulan I 2024", "belum diatur")
    ]
    assert tugas(kantor, "operator")[0][2] == "jendela belum diatur"


def test_langkah_rencana_pada_gilirannya(kantor):
    def rencana(siapa: str) -> list[str]:
        kelompok = sebagai(kantor, siapa).get(alamat(kantor)).context["kelompok"]
        return [t.nama for k in kelompok if k.kunci == "rencana" for t in k.tugas]

    assert rencana("perencana") == ["Perjanjian Kinerja 2024"]
    assert rencana("operator") == rencana("pimpinan") == []


def test_tanpa_tugas_menyebut_yang_berikutnya(kantor):
    for milik in ("polos", "rumus"):
        kantor.isi("belum_diukur", "survei", milik=milik)
    Realisasi.objects.update(
        status="diajukan", diajukan_oleh=kantor["operator"], diajukan_pada=APRIL
    )
    jawaban = sebagai(kantor, "operator").get(alamat(kantor))
    assert "Tidak ada yang menunggu Anda" in jawaban.text
    assert "Berikutnya: Pengisian Triwulan II 2024, dibuka 06 April 2024 pukul" in jawaban.text
    assert [(k.selesai, k.semua) for k in jawaban.context["kemajuan"]] == [(2, 2)]
    pembaca = sebagai(kantor, "pembaca").get(alamat(kantor))
    assert "Peran Anda membaca" in pembaca.text
    assert pembaca.context["kemajuan"] == ()


@pytest.mark.parametrize("siapa", ["admin", "perencana_luar", "tanpa_tugas"])
def test_orang_luar_tidak_menemukannya(siapa, kantor):
    assert sebagai(kantor, siapa).get(alamat(kantor)).status_code == 404


def test_contoh_2023_tinggal_menerbitkan_laporannya(pasuruan, client):
    """It waits for the head, and for nobody else."""
    tujuan = reverse("beranda:tugas", args=[pasuruan.kode, 2023])
    client.force_login(Pengguna.objects.get(nama_pengguna="sekretariat"))
    assert "Terbitkan LKjIP" not in client.get(tujuan).text
    client.force_login(Pengguna.objects.get(nama_pengguna="pimpinan"))
    ((satu,),) = (kelompok.tugas for kelompok in client.get(tujuan).context["kelompok"])
    assert (satu.nama, satu.alamat) == (
        "Terbitkan LKjIP 2023", "/unit/pasuruan-bakesbangpol/2023/lkjip/terbit/",
    )  # fmt: skip
    assert client.get(reverse("beranda:tugas", args=[pasuruan.kode, 2031])).status_code == 404


def test_banyaknya_kueri_tetap(kantor):
    client = sebagai(kantor, "rangkap")
    awal = banyak_kueri(client, alamat(kantor))
    for _ in range(3):
        tambah_indikator(kantor)
    kantor.jadikan("diajukan")
    assert banyak_kueri(client, alamat(kantor)) == awal <= 50
