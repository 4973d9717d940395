"""The entry grid as a plain page: what stands beside each box, and who may write."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse

from pengukuran.models import KetikanIsian, Realisasi
from pengukuran.services.langkah import ajukan
from perencanaan.models import IndikatorVersi, PenanggungJawab, TargetTahunan
from perencanaan.queries.renstra import versi_renstra
from sakip.dokumen.telusur import telusuri
from sakip.organisasi.models import Jendela, Pengguna
from tests.pengukuran.alat_isian import TAHUN, atur_jendela, tak_berubah
from tests.pengukuran.pabrik import OPINI, buat_skala_predikat
from tests.perencanaan.pabrik import buat_indikator
from tests.perencanaan.pabrik_rencana import isi_realisasi, isi_target, rumuskan

PASURUAN = "/unit/pasuruan-bakesbangpol/2024/realisasi/"


def alamat(kode: str = "dinas-uji", tahun: int = TAHUN) -> str:
    return reverse("pengukuran:isi", args=[kode, tahun])


def masuk(kantor, nama: str) -> Client:
    return kantor.klien(nama)


def buka(kantor, nama: str = "operator", triwulan: int = 1, **isian: str):
    return masuk(kantor, nama).get(alamat(), {"triwulan": triwulan, **isian})


def semua(jawaban) -> list:
    return [baris for satu in jawaban.context["kelompok"] for baris in satu.baris]


def contoh(nama: str):
    client = Client()
    client.force_login(Pengguna.objects.get(nama_pengguna=nama))
    return client


def test_contoh_dapat_diisi_pada_akhir_2024(pasuruan):
    """Without a triwulan the one whose window is open; a bidang sees what it enters itself."""
    jawaban = contoh("bidang").get(PASURUAN)
    assert "Realisasi Triwulan IV 2024" in jawaban.text
    (baris,) = semua(jawaban)
    assert baris.sumber.rumusan.nama == "Persentase peningkatan jumlah ormas yang aktif"
    assert [k.label for k in baris.kotak] == [
        "Jumlah ormas aktif tahun n",
        "Jumlah ormas aktif tahun n-1",
    ]
    assert (baris.target.tampil, baris.tahun_lalu.tampil, baris.capaian.tampil) == (
        "3%", "4,28%", "-",
    )  # fmt: skip
    assert (baris.keadaan.kata, baris.tertutup) == ("belum diisi", "")
    assert "0 dari 1 yang jatuh tempo terisi" in jawaban.text
    assert "isian sekarang ditandai terlambat" in jawaban.text
    assert len(semua(contoh("bidang").get(PASURUAN, {"semua": "ya"}))) == 7
    assert len(semua(contoh("sekretariat").get(PASURUAN))) == 7


def test_angka_tiap_baris_punya_asal(pasuruan):
    jawaban = contoh("sekretariat").get(PASURUAN)
    angka = list(telusuri(jawaban.context["kelompok"]))
    assert {a.kunci.partition("/")[0] for a in angka} >= {
        "target-isian", "target-isian-sampai", "isian", "capaian-isian",
    }  # fmt: skip
    dikenal: dict[str, tuple] = {}
    for satu in angka:
        assert dikenal.setdefault(satu.kunci, (satu.nilai, satu.tampil)) == (
            satu.nilai,
            satu.tampil,
        )
    lalu = semua(jawaban)[0].tahun_lalu
    panel = contoh("sekretariat").get(PASURUAN, {"angka": lalu.kunci})
    assert "Realisasi 2023: Indeks Stabilitas" in panel.text
    assert "diverifikasi Sekretaris Badan" in panel.text


def test_target_dan_kumulatifnya_menurut_rencana(kantor):
    kantor.isi(teks="4")
    kantor.isi(teks="10", bulan=6)
    polos, rumus = semua(buka(kantor, triwulan=2))
    assert (polos.target.tampil, polos.sampai.tampil, polos.lalu.tampil) == ("16", "16", "4")
    assert (polos.capaian.tampil, polos.kata) == ("62,50", "10 lembaga (sepuluh)")
    assert polos.masa == "TW II 2024"
    assert [k.kolom for k in rumus.kotak] == ["variabel.kini", "variabel.semua"]
    assert rumus.hasil.tampil == "-"


def test_target_jumlah_berbeda_dari_sampai_periode(kantor):
    rencana = kantor.polos.indikator
    from perencanaan.models import RencanaIndikator  # noqa: PLC0415 -- only here

    RencanaIndikator.objects.filter(indikator=rencana).update(cara="jumlah")
    kantor.isi(teks="8")
    polos, _ = semua(buka(kantor, triwulan=2))
    assert (polos.target.tampil, polos.sampai.tampil) == ("16", "24")
    assert polos.capaian.alasan == "TW II belum diisi."
    assert "s.d. <a" in buka(kantor, triwulan=2).text


def test_bulanan_tiga_baris_setriwulan(kantor):
    bulanan = rumuskan(buat_indikator(kantor.polos.renstra_versi), frekuensi="bulanan")
    PenanggungJawab.objects.create(indikator_versi=bulanan, unit=kantor.bidang, mengisi=True)
    isi_target(bulanan, TAHUN, renstra="12")
    jawaban = buka(kantor, triwulan=4)
    milik = [b for b in semua(jawaban) if b.sumber.rumusan == bulanan]
    assert [b.masa for b in milik] == ["Oktober 2024", "November 2024", "Desember 2024"]
    assert [b.keadaan.kata for b in milik] == ["belum diisi"] * 3
    assert jawaban.context["lembar"].banyaknya == {1: 5, 2: 5, 3: 5, 4: 5}


def test_tanpa_target_tidak_diisi_tetapi_yang_sudah_ada_tampil(kantor):
    sisa = buat_indikator(kantor.polos.renstra_versi)
    assert len(semua(buka(kantor, "perencana", 4))) == 2
    isi_realisasi(sisa, TAHUN, {12: "7"})
    assert [b.sumber.rumusan for b in semua(buka(kantor, "perencana", 4))][-1] == sisa


@pytest.mark.parametrize(
    ("nama", "banyaknya", "dapat"),
    [("operator", 2, True), ("perencana", 2, True), ("operator_lain", 2, False),
     ("pimpinan", 2, False), ("pembaca", 2, False), ("inspektorat", 2, False)],
)  # fmt: skip
def test_pembaca_melihat_tanpa_kotak_yang_dapat_ditulis(nama, banyaknya, dapat, kantor):
    jawaban = buka(kantor, nama)
    assert len(semua(jawaban)) == banyaknya
    assert jawaban.context["dapat_diisi"] is dapat
    assert ('name="semula-' in jawaban.text) is dapat
    if not dapat:
        assert "Indikator ini diisi oleh Bidang 1." in jawaban.text


def test_unit_lain_tidak_terbaca(kantor):
    for nama in ("perencana_luar", "admin", "tanpa_tugas"):
        client = masuk(kantor, nama)
        assert client.get(alamat()).status_code == 404
        assert client.post(alamat(), {}).status_code == 404


@pytest.mark.parametrize("keadaan", ["belum buka", "terkunci"])
def test_jendela_tertutup_berkata_mengapa_dan_kotaknya_dibaca(keadaan, kantor):
    kantor.isi(teks="8")
    atur_jendela(kantor.unit, 3, keadaan)
    jawaban = buka(kantor)
    assert 'value="8"' in jawaban.text
    assert "readonly" in jawaban.text
    assert 'name="semula-' not in jawaban.text
    alasan = jawaban.context["jendela"].alasan
    assert "Pengisian Triwulan I 2024" in alasan
    assert alasan in jawaban.text


def test_jendela_belum_diatur(kantor):
    Jendela.objects.all().delete()
    jawaban = buka(kantor)
    assert "jendela pengisian belum diatur" in jawaban.text
    assert "Minta bagian organisasi mengaturnya." in jawaban.text


def test_triwulan_yang_terbuka_dipilih_lalu_yang_terakhir_lewat(kantor):
    for bulan in (3, 6, 9, 12):
        atur_jendela(kantor.unit, bulan, "terbuka" if bulan == 6 else "terkunci")
    assert masuk(kantor, "operator").get(alamat()).context["lembar"].triwulan == 2
    Jendela.objects.all().delete()
    assert masuk(kantor, "operator").get(alamat()).context["lembar"].triwulan == 4
    assert buka(kantor, triwulan=5).status_code == 404


@pytest.mark.parametrize(
    ("keadaan", "kata"),
    [("draf", "draf"), ("diajukan", "diajukan"), ("diverifikasi", "diverifikasi"),
     ("disetujui", "disetujui"), ("dikembalikan", "dikembalikan")],
)  # fmt: skip
def test_keadaan_dalam_kata(keadaan, kata, kantor):
    kantor.jadikan(keadaan)
    baris = semua(buka(kantor))[0]
    assert baris.keadaan.kata == kata
    tertutup = keadaan not in {"draf", "dikembalikan"}
    assert bool(baris.tertutup) is tertutup
    assert not tertutup or baris.tertutup.startswith(f"Sudah {keadaan};")


def test_nol_menunggu_alasannya(kantor):
    kantor.isi(teks="0")
    assert semua(buka(kantor))[0].keadaan.kata == "0, alasannya belum ditulis"
    kantor.isi("alasan", "belum ada kegiatan")
    assert semua(buka(kantor))[0].keadaan.kata == "draf"


def test_yang_dikembalikan_lebih_dahulu(kantor):
    from pengukuran.services.langkah import kembalikan  # noqa: PLC0415 -- only here

    baris = kantor.jadikan("diajukan")
    kembalikan(
        baris, oleh=kantor["perencana"], alasan={"nilai": "Periksa <b>lagi</b>.", "bukti": "Buram."}
    )
    jawaban = buka(kantor)
    teks = jawaban.text
    assert "1 isian dikembalikan" in teks
    assert "Realisasi: “Periksa &lt;b&gt;lagi&lt;/b&gt;.”" in teks
    assert teks.index("Buram.") < teks.index('id="judul-isian"')


def test_ketikan_kembali_ke_kotaknya_dengan_pertanyaannya(kantor):
    kantor.isi(teks="1.5")
    baris = semua(buka(kantor))[0]
    (kotak,) = baris.kotak
    assert (kotak.isi, kotak.teks, kotak.usul) == ("", "1.5", ("1,5", "1.500"))
    assert kotak.pesan.endswith("Maksud Anda 1,5 atau 1.500?")
    assert baris.keadaan.kata == "belum tersimpan"
    jawaban = buka(kantor)
    assert "<title>Belum tersimpan: " in jawaban.text
    assert "Pakai 1.500" in jawaban.text
    assert KetikanIsian.objects.count() == 1
    assert "1.5" not in [k.teks for b in semua(buka(kantor, "perencana")) for k in b.kotak]


def test_baris_tertutup_menampilkan_yang_berlaku_di_samping_ketikan(kantor):
    kantor.jadikan("draf")
    kantor.isi(teks="9", semula="7")
    ajukan(kantor.baris(), oleh=kantor["operator"])
    jawaban = buka(kantor)
    (kotak,) = semua(jawaban)[0].kotak
    assert (kotak.teks, kotak.pesan, kotak.mati) == ("8", "", True)
    assert "Ketikan Anda yang tidak tersimpan: “9”." in jawaban.text
    assert semua(jawaban)[0].keadaan.kata == "diajukan"


def test_predikat_dan_belum_diukur_tampil(kantor):
    buat_skala_predikat(kantor.unit.pemda, OPINI, kantor.polos.indikator)
    kantor.isi(teks="wtp")
    assert semua(buka(kantor))[0].kata == "WTP"
    kantor.isi("belum_diukur", "survei terbit Mei")
    baris = semua(buka(kantor))[0]
    assert (baris.belum_diukur.teks, baris.keadaan.kata) == ("survei terbit Mei", "draf")


@pytest.mark.parametrize("banyaknya", [1, 3])
@pytest.mark.parametrize("nama", ["bidang", "sekretariat"])
def test_banyaknya_kueri_tetap(nama, banyaknya, pasuruan, django_assert_num_queries):
    milik = IndikatorVersi.objects.filter(renstra_versi=versi_renstra(pasuruan, 2024))
    sisa = milik.order_by("urutan").values_list("pk", flat=True)[banyaknya:]
    TargetTahunan.objects.filter(tahun=2024, indikator_versi__in=list(sisa)).delete()
    client = contoh(nama)
    with django_assert_num_queries(21):
        jawaban = client.get(PASURUAN, {"semua": "ya"})
    assert len(semua(jawaban)) == banyaknya


@pytest.mark.parametrize("jumlah", [1, 3])
def test_banyaknya_kueri_tetap_dengan_isi(jumlah, kantor, django_assert_num_queries):
    """Rows with figures, variables, drafts and returns ask no more than empty ones."""
    for bulan in (3, 6, 9)[:jumlah]:
        kantor.jadikan("dikembalikan", bulan)
        kantor.isi("variabel.kini", "2", milik="rumus", bulan=bulan)
        kantor.isi("variabel.semua", "2.5", milik="rumus", bulan=bulan)
    client = masuk(kantor, "operator")
    with django_assert_num_queries(23):
        client.get(alamat(), {"triwulan": 1})


@pytest.mark.parametrize("tahun", [2022, 2025, 2026])
def test_tahun_lain(tahun, pasuruan):
    jawaban = contoh("sekretariat").get(alamat("pasuruan-bakesbangpol", tahun), {"triwulan": 4})
    assert len(semua(jawaban)) == 7
    kosong = contoh("sekretariat").get(alamat("pasuruan-bakesbangpol", tahun), {"triwulan": 1})
    assert f"Tidak ada yang diisi pada Triwulan I {tahun}" in kosong.text


def test_pohon_anggaran_ikut_diisi_menurut_targetnya(pasuruan):
    """In 2023 the indikator of programs, kegiatan and sub kegiatan have targets too."""
    jawaban = contoh("sekretariat").get(PASURUAN.replace("2024", "2023"), {"triwulan": 4})
    jenis = {b.sumber.rumusan.simpul.jenis for b in semua(jawaban)}
    assert jenis == {"tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan"}
    assert len(semua(jawaban)) == 58
    assert sum(b.terisi for b in jawaban.context["lembar"].baris) == (
        Realisasi.objects.filter(tahun=2023).count()
    )


def test_halaman_ringan(pasuruan):
    jawaban = contoh("sekretariat").get(PASURUAN, headers={"Accept-Encoding": "gzip"})
    isi = gzip.decompress(jawaban.content).decode()
    aset = set(re.findall(r'(?:href|src)="/static/([^"]+)"', isi))
    assert {"js/isian.js", "js/isian-papan.js"} <= aset
    beban = sum(len(gzip.compress(Path(finders.find(satu)).read_bytes())) for satu in aset)
    assert len(jawaban.content) < 30_000
    assert len(jawaban.content) + beban < 300_000


def test_membuka_tidak_menulis(kantor):
    kantor.isi(teks="1.5")
    with tak_berubah():
        buka(kantor)
