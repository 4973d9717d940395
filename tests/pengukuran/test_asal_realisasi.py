"""Dari mana angka ini? Of a realisasi: people, formula, evidence, corrections, where it went."""

import pytest

from pengukuran.models import Bukti, Realisasi
from pengukuran.queries.rincian_realisasi import rincian_realisasi
from pengukuran.services.koreksi import setujui_koreksi, usulkan_koreksi
from pengukuran.services.langkah import ajukan, setujui, verifikasi
from sakip.dokumen.angka import Angka
from sakip.dokumen.models import AngkaTerbit
from sakip.dokumen.services import terbitkan
from sakip.dokumen.telusur import telusuri
from tests.pengukuran.alat_isian import TAHUN, Kantor, atur_jendela
from tests.pengukuran.alat_meja import alamat, sebagai


@pytest.fixture
def disetujui(kantor) -> Kantor:
    """A figure that went the whole way through the services."""
    kantor.lengkap()
    ajukan(kantor.baris(), oleh=kantor["operator"])
    verifikasi(kantor.baris(), oleh=kantor["perencana"])
    setujui(kantor.baris(), oleh=kantor["pimpinan"])
    return kantor


def kunci(kantor: Kantor, jenis: str = "realisasi") -> str:
    return f"{jenis}/{kantor.polos.indikator_id}/{TAHUN}/tw1"


def angka(kantor: Kantor, siapa: str = "pembaca") -> Angka:
    isi = sebagai(kantor, siapa).get(alamat("capaian", kantor), {"triwulan": 1}).context
    semua = (satu for bagian in isi["kelompok"] for satu in telusuri(bagian))
    return next(satu for satu in semua if satu.kunci == kunci(kantor))


def panel(kantor: Kantor, siapa: str = "pembaca", jenis: str = "realisasi") -> str:
    isi = {"triwulan": 1, "angka": kunci(kantor, jenis)}
    teks = sebagai(kantor, siapa).get(alamat("capaian", kantor), isi).text
    return " ".join(teks[teks.index('<aside class="asal"') : teks.index("</aside>")].split())


def test_siapa_dan_kapan_dengan_perannya(disetujui):
    teks = panel(disetujui)
    for kata, nama, peran in (
        ("Diisi", "operator", "Operator bidang, Bidang 1"),
        ("Diverifikasi", "perencana", "Sekretariat / perencana"),
        ("Disetujui", "pimpinan", "Pimpinan perangkat daerah"),
    ):
        assert f"<li>{kata} {disetujui[nama].nama} ({peran}" in teks
    assert "pukul" in teks
    assert disetujui["operator"].nama_pengguna not in teks


def test_bukti_dengan_periode_halaman_dan_jalannya(disetujui):
    Bukti.objects.update(halaman="3", keterangan="Rekap triwulan")
    bukti = Bukti.objects.get()
    teks = panel(disetujui)
    assert f'<a href="{bukti.tautan}" rel="noreferrer noopener">Rekap triwulan, ' in teks
    assert "s.d. Maret 2024, halaman 3" in teks


def test_rumus_dengan_variabelnya(kantor):
    for nama, teks in (("kini", "1"), ("semua", "2")):
        kantor.isi(f"variabel.{nama}", teks, milik="rumus")
    baris = kantor.baris(milik="rumus")
    (rumus,) = (
        r for r in rincian_realisasi(kantor["pembaca"], [baris.pk])[baris.pk] if "Rumus" in r.judul
    )
    assert [satu.teks for satu in rumus.butir] == [
        "Rumus: kini / semua * 100", "kini (kini): 1 orang", "semua (semua): 2 orang",
    ]  # fmt: skip
    Realisasi.objects.filter(pk=baris.pk).update(tanpa_variabel=True)
    judul = [r.judul for r in rincian_realisasi(kantor["pembaca"], [baris.pk])[baris.pk]]
    assert "Rumus dan variabel" not in judul


def test_tanpa_jejak_waktunya_dikatakan_tidak_tercatat(kantor):
    baris = kantor.jadikan("disetujui")
    siapa = rincian_realisasi(kantor["pembaca"], [baris.pk])[baris.pk][0]
    teks = [satu.teks for satu in siapa.butir]
    assert teks[1].startswith(f"Diverifikasi {kantor['perencana'].nama} (")
    assert teks[1].endswith("; waktunya tidak tercatat")


def test_orang_luar_tidak_mendapat_rincian(kantor):
    assert rincian_realisasi(kantor["perencana_luar"], [kantor.lengkap().pk]) == {}


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_kuerinya_tetap(banyaknya, kantor, django_assert_num_queries):
    semua = [kantor.lengkap(bulan).pk for bulan in (3, 6, 9)[:banyaknya]]
    with django_assert_num_queries(8):
        assert len(rincian_realisasi(kantor["pembaca"], semua)) == banyaknya


def test_dokumen_terbit_yang_mencetaknya(disetujui):
    assert "Dicetak dalam dokumen terbit" not in panel(disetujui)
    terbitkan(
        jenis="lkjip", unit=disetujui.unit, tahun=TAHUN, konteks={"isi": "8"}, skema=1, berkas={},
        nomor="065/7", oleh=disetujui["perencana"], tercetak={"tabel": [angka(disetujui)]},
    )  # fmt: skip
    teks = panel(disetujui)
    assert "Dicetak dalam dokumen terbit" in teks
    tujuan = f"/unit/{disetujui.unit.kode}/{TAHUN}/lkjip/#terbit"
    assert f'<a href="{tujuan}">LKjIP 2024, nomor 065/7</a>' in teks
    assert "dicetak 8, kini" not in teks
    # what it was made from knows it too, below the figure that was asked about
    assert "LKjIP 2024, nomor 065/7" in panel(disetujui, jenis="capaian")


def test_sesudah_koreksi_yang_tercetak_berbeda(disetujui):
    terbitkan(
        jenis="lkjip", unit=disetujui.unit, tahun=TAHUN, konteks={"isi": "8"}, skema=1, berkas={},
        oleh=disetujui["perencana"], tercetak=[angka(disetujui)],
    )  # fmt: skip
    atur_jendela(disetujui.unit, 3, "terkunci")
    usulan = usulkan_koreksi(
        disetujui.baris(), isi={"nilai": "9,5"}, alasan="salah ketik", oleh=disetujui["operator"]
    )
    koreksi = setujui_koreksi(usulan, oleh=disetujui["pimpinan"])
    teks = panel(disetujui)
    assert "dicetak 8, kini 9,5 sesudah koreksi" in teks
    assert f"#koreksi-{koreksi.pk}" in teks
    assert "semula 8, menjadi 9,5; alasan: salah ketik." in teks
    assert "Koreksi disetujui" in teks


def test_hanya_yang_tercetak_yang_dicatat(disetujui):
    """Not what a printed figure was made from, and each once however often it prints."""
    capaian = Angka(None, "-", "capaian/x", angka(disetujui).asal, "Tidak ada.")
    dokumen = terbitkan(
        jenis="uji", unit=disetujui.unit, tahun=TAHUN, konteks={"isi": "8"}, skema=1, berkas={},
        oleh=disetujui["perencana"], tercetak=[angka(disetujui), capaian, angka(disetujui)],
    )  # fmt: skip
    baris = AngkaTerbit.objects.filter(dokumen=dokumen)
    assert list(baris.order_by("kunci").values_list("kunci", "tertulis", "nilai")) == [
        ("capaian/x", "-", ""), (kunci(disetujui), "8", "8"),
    ]  # fmt: skip
    assert set(AngkaTerbit.objects.untuk(disetujui["pembaca"])) >= set(baris)
    assert not AngkaTerbit.objects.untuk(disetujui["perencana_luar"]).filter(dokumen=dokumen)


def test_perjanjian_yang_ditetapkan_mencatat_targetnya(pasuruan):
    semua = AngkaTerbit.objects.filter(dokumen__unit=pasuruan, dokumen__jenis="perjanjian-kinerja")
    assert semua.filter(kunci__startswith="target-pk/").count() > 5
    assert set(semua.filter(kunci__startswith="target/").values_list("dokumen__ke", flat=True)) == {
        1, 2,
    }  # fmt: skip
