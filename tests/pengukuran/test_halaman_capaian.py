"""The page of capaian, as its readers get it; figures of document 05."""

from decimal import Decimal

import pytest
from django.urls import reverse

from pengukuran.models import Realisasi, SetelanCapaian
from perencanaan.models import Indikator, IndikatorVersi, Padanan
from sakip.dokumen.telusur import telusuri
from sakip.organisasi.models import Pengguna
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import isi_realisasi, isi_target, rumuskan, sisakan_indikator

PEMILU = "Tidak ada pemilu pada tahun 2023."


@pytest.fixture
def pembaca(pasuruan, client):
    client.force_login(Pengguna.objects.get(nama_pengguna="inspektorat"))
    return client


def alamat(tahun: int = 2023, kode: str = "pasuruan-bakesbangpol") -> str:
    return reverse("pengukuran:capaian", kwargs={"kode": kode, "tahun": tahun})


def semua_baris(jawaban) -> list:
    return [baris for satu in jawaban.context["kelompok"] for baris in satu.baris]


def isi(jawaban) -> dict[str, tuple[str, ...]]:
    return {
        b.nama: (b.target.tampil, b.realisasi.tampil, b.capaian.tampil)
        for b in semua_baris(jawaban)
    }


def test_angkanya_sama_dengan_laporan(pembaca):
    jawaban = pembaca.get(alamat())
    assert isi(jawaban) == {
        "Indeks Stabilitas": ("76,05", "89,68", "117,92"),
        "Nilai Sakip SKPD": ("73,14", "75,51", "103,24"),
        "Persentase temuan yang ditindaklanjuti": ("100%", "100%", "100,00"),
        "Persentase rata-rata ketercapaian pelaksanaan program dukungan sasaran SKPD": (
            "90%", "96,38%", "107,09",
        ),
        "Persentase peningkatan jumlah ormas yang aktif": ("3%", "4,28%", "142,67"),
        "Persentase penurunan konflik di Kota Pasuruan": ("20%", "19,44%", "97,20"),
        "Persentase partisipasi pemilih dalam pemilu": ("-", "-", "-"),
    }  # fmt: skip
    assert "Target menurut Perjanjian Kinerja Perubahan 2023." in jawaban.text


def test_ringkasan_menyebut_yang_tidak_dihitung(pembaca):
    ringkasan = pembaca.get(alamat()).context["ringkasan"]
    assert (ringkasan.tercapai, ringkasan.belum, ringkasan.dilewati) == (5, 1, 1)
    (sebab,) = ringkasan.sebab
    assert (sebab.alasan, sebab.nama) == (
        PEMILU,
        ("Persentase partisipasi pemilih dalam pemilu",),
    )


def test_sebab_yang_banyak_hanya_dihitung(pembaca):
    (sebab,) = pembaca.get(alamat(2024)).context["ringkasan"].sebab
    assert (sebab.alasan, sebab.banyaknya, sebab.nama) == ("Realisasi belum diisi.", 7, ())


def test_dibandingkan_dengan_tahun_lalu(pembaca):
    baris = semua_baris(pembaca.get(alamat()))
    lalu = {b.nama: b.bandingan for b in baris}
    (stabilitas,) = lalu["Indeks Stabilitas"]
    assert stabilitas.sumber.tahun == 2022
    assert [str(a) for a in (stabilitas.realisasi, stabilitas.capaian, stabilitas.perubahan)] == [
        "86,16", "115,65", "+2,27",
    ]  # fmt: skip
    (konflik,) = lalu["Persentase penurunan konflik di Kota Pasuruan"]
    assert str(konflik.perubahan) == "-266,40"
    assert [a.tampil for a in konflik.perubahan.asal.dari] == ["97,20", "363,60"]
    (pemilu,) = lalu["Persentase partisipasi pemilih dalam pemilu"]
    assert pemilu.perubahan.alasan == "Salah satu tahun tidak mempunyai capaian."


def test_juga_dengan_tahun_terakhir_yang_ada(pemeran, client):
    """The year before, and the newest one before that with figures, whatever lies between."""
    versi = buat_indikator(buat_versi(pemeran.unit_lain))
    for tahun in (2021, 2022, 2025):
        isi_target(versi, tahun, renstra="10")
    isi_realisasi(versi, 2021, {12: "5"})
    isi_realisasi(versi, 2022, {12: "8"})
    isi_realisasi(versi, 2025, {12: "9"})
    client.force_login(pemeran["perencana_lain"])
    (baris,) = semua_baris(client.get(alamat(2025, pemeran.unit_lain.kode)))
    assert [(b.sumber.tahun, b.perubahan.tampil) for b in baris.bandingan] == [
        (2024, "-"), (2022, "+10,00"),
    ]  # fmt: skip
    assert len({b.perubahan.kunci for b in baris.bandingan}) == 2


def test_padanan_yang_berbeda_satuan_disebut_sebabnya(pemeran, client):
    lama = buat_indikator(buat_versi(pemeran.unit_lain))
    isi_target(lama, 2021, renstra="10")
    isi_realisasi(lama, 2021, {12: "9"})
    baru = rumuskan(buat_indikator(buat_versi(pemeran.unit_lain, 2, 2022)), satuan="Orang")
    Padanan.objects.create(lama=lama.indikator, baru=baru.indikator)
    client.force_login(pemeran["perencana_lain"])
    jawaban = client.get(alamat(2022, pemeran.unit_lain.kode))
    (banding,) = semua_baris(jawaban)[0].bandingan
    sebab = "Indikator diganti dan tidak dapat dibandingkan: satuannya berbeda."
    assert banding.perubahan.alasan == sebab
    assert f"2021: {sebab}" in jawaban.text


def test_aturan_dukungan_dan_kata_orang(pasuruan, pembaca):
    ormas = IndikatorVersi.objects.get(
        nama="Persentase peningkatan jumlah ormas yang aktif", renstra_versi__ke=2
    )
    Realisasi.objects.filter(indikator=ormas.indikator, tahun=2023).update(
        penghambat="Data ormas <b>terlambat</b>.", upaya="Menjemput data."
    )
    jawaban = pembaca.get(alamat())
    (baris,) = [b for b in semua_baris(jawaban) if b.sumber.indikator == ormas]
    assert [(p.simpul.kode, p.serapan.tampil) for p in baris.penunjang] == [
        ("8.01.04", "81,30"), ("8.01.05", "93,50"),
    ]  # fmt: skip
    assert baris.capaian.asal.uraian == "realisasi / target × 100"
    assert "Penghambat, setahun penuh" in jawaban.text
    assert "Data ormas &lt;b&gt;terlambat&lt;/b&gt;." in jawaban.text
    assert f'id="indikator-{ormas.indikator_id}"' in jawaban.text


def test_kata_dari_isian_yang_belum_disetujui_tidak_tampil(pasuruan, pembaca):
    milik = Realisasi.objects.filter(tahun=2023, bulan=12).first()
    Realisasi.objects.filter(pk=milik.pk).update(status="draf", penghambat="Masih ditimbang.")
    assert "Masih ditimbang." not in pembaca.get(alamat()).text


def test_sampai_triwulan_dan_terhadap_setahun(pemeran, client):
    versi = rumuskan(buat_indikator(buat_versi(pemeran.unit_lain)), frekuensi="triwulanan")
    isi_target(versi, 2024, renstra="10")
    isi_realisasi(versi, 2024, {3: "4"})
    client.force_login(pemeran["perencana_lain"])
    jawaban = client.get(alamat(2024, pemeran.unit_lain.kode), {"triwulan": "1"})
    (baris,) = semua_baris(jawaban)
    assert baris.setahun.tampil == "40,00"
    assert [a.tampil for a in baris.setahun.asal.dari] == ["10%", "4%"]
    assert "Terhadap<br>setahun (%)" in jawaban.text
    assert "Capaian s.d. Triwulan I 2024" in jawaban.text


@pytest.mark.parametrize(
    ("jenis", "banyaknya"), [("", 7), ("program", 6), ("kegiatan", 13), ("sub_kegiatan", 32)]
)
def test_saklar_jenis_menyimpan_tempat(jenis, banyaknya, pembaca):
    jawaban = pembaca.get(alamat(), {"triwulan": "2"} | ({"jenis": jenis} if jenis else {}))
    assert len({b.sumber.simpul for b in semua_baris(jawaban)}) <= banyaknya
    assert jawaban.context["ringkasan"].banyaknya == len(semua_baris(jawaban)) >= banyaknya
    assert 'href="/unit/pasuruan-bakesbangpol/2023/capaian/?triwulan=2&amp;jenis=' in jawaban.text


def test_jenis_yang_tidak_ada(pembaca):
    jawaban = pembaca.get(alamat(), {"jenis": "<misi>"})
    assert jawaban.status_code == 404
    assert "Jenis indikator “&lt;misi&gt;” tidak ada." in jawaban.text


@pytest.mark.parametrize(
    ("cara", "kata", "kode", "tampil"),
    [
        ("diisi", "capaian program sebagaimana diisi", "8.01.02", "153,50"),
        ("rata_kegiatan", "rata-rata capaian kegiatannya", "8.01.02", "138,92"),
        ("terbobot_pagu", "dibobot dengan pagu", "8.01.02", "138,92"),
        ("dari_serapan", "sama dengan serapan anggarannya", "8.01.03", "99,24"),
    ],
)
def test_capaian_program_menyebut_caranya(cara, kata, kode, tampil, pasuruan, pembaca):
    SetelanCapaian.objects.create(unit=pasuruan, tahun=2023, cara_program=cara)
    jawaban = pembaca.get(alamat(), {"jenis": "program"})
    (program,) = [b for b in jawaban.context["program"] if b.simpul.kode == kode]
    assert program.capaian.tampil == tampil
    assert kata in program.capaian.asal.uraian
    assert program.capaian.asal.dari
    assert f"Cara capaian program 2023: {program.capaian.asal.uraian}." in jawaban.text


@pytest.mark.parametrize(("tahun", "kata"), [(2024, "2024"), (2026, "2026")])
def test_tahun_tanpa_realisasi_menjelaskan(tahun, kata, pembaca):
    jawaban = pembaca.get(alamat(tahun))
    assert jawaban.status_code == 200
    assert f"Belum ada realisasi {kata} yang disetujui." in jawaban.text
    assert jawaban.text.count("belum diisi") >= 7
    assert jawaban.context["grafik"] is None
    program = pembaca.get(alamat(tahun), {"jenis": "program"})
    assert f"Belum ada anggaran tahun {tahun} yang berlaku." in program.text


def test_renstra_tanpa_indikator_sejenis(pembaca):
    jawaban = pembaca.get(alamat(2021), {"jenis": "kegiatan"})
    assert "Belum ada indikator kegiatan" in jawaban.text


@pytest.mark.parametrize("banyaknya", [1, 3])
@pytest.mark.parametrize(("isian", "kueri"), [("", 31), ("?triwulan=2", 31)])
def test_banyaknya_kueri_tetap(
    isian, kueri, banyaknya, pasuruan, pembaca, django_assert_num_queries
):
    sisakan_indikator(pasuruan, 2023, banyaknya)
    with django_assert_num_queries(kueri):
        assert len(semua_baris(pembaca.get(alamat() + isian))) == banyaknya


def test_satu_kunci_satu_angka(pembaca):
    """Wherever the page says a figure, it is the same one, also in the sums it is a part of."""
    for isian in ("", "?jenis=program", "?jenis=kegiatan&triwulan=2"):
        konteks = pembaca.get(alamat() + isian).context
        dikenal: dict[str, tuple[Decimal | None, str]] = {}
        for satu in telusuri([konteks["kelompok"], konteks["grafik"], konteks.get("program")]):
            dua = (satu.nilai, satu.tampil)
            assert dikenal.setdefault(satu.kunci, dua) == dua
        assert len(dikenal) > 40


def test_sama_dengan_laporan_di_mana_pun(pembaca):
    """What page and report both say under one kunci is one figure."""
    laporan = reverse("pelaporan:lkjip-baca", args=["pasuruan-bakesbangpol", 2023])
    dokumen = {a.kunci: a.nilai for a in telusuri(pembaca.get(laporan).context["dokumen"])}
    halaman = {a.kunci: a.nilai for a in telusuri(pembaca.get(alamat()).context["kelompok"])}
    bersama = dokumen.keys() & halaman.keys()
    assert {kunci.partition("/")[0] for kunci in bersama} >= {
        "target", "realisasi", "capaian", "perubahan", "pagu", "realisasi-anggaran", "serapan",
    }  # fmt: skip
    assert {k: dokumen[k] for k in bersama} == {k: halaman[k] for k in bersama}


def test_dari_mana_angka_ini(pembaca):
    kunci = semua_baris(pembaca.get(alamat()))[0].bandingan[0].perubahan.kunci
    jawaban = pembaca.get(alamat(), {"angka": kunci})
    assert "Aturan: capaian 2023 − capaian 2022" in jawaban.text
    assert [a.angka.tampil for a in jawaban.context["asal"].dari] == ["117,92", "115,65"]


def test_unit_lain_tidak_terbaca(pemeran, client):
    client.force_login(pemeran["perencana_lain"])
    assert client.get(alamat()).status_code == 404
    assert Indikator.objects.exists()
