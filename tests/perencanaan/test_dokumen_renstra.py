"""Renstra, Renja and IKU as blocks."""

from decimal import Decimal

import pytest

from pengukuran.queries.angka import angka_target_renstra
from perencanaan.dokumen.iku import tabel_iku
from perencanaan.dokumen.renstra import (
    isu_strategis,
    kebijakan,
    tabel_program_renstra,
    tabel_rencana_kinerja,
    tabel_renstra,
    visi_misi,
)
from perencanaan.dokumen.susun import susun_iku, susun_renstra
from perencanaan.dokumen.tabel import Letak
from perencanaan.models import IndikatorVersi, Kebijakan, KebijakanProgram
from perencanaan.queries.isi_renstra import (
    IsiRenstra,
    isi_renstra,
    kebijakan_renstra,
    program_renstra,
    versi_dicetak,
)
from sakip.dokumen.blok import Baris, Judul, Paragraf, Senarai
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit
from tests.perencanaan.baca_tabel import (
    baris_tabel,
    catatan,
    jadikan_dokumen,
    kepala,
    kolom,
    tampil_menurut_kunci,
    teks,
)
from tests.perencanaan.pabrik import buat_indikator, buat_versi, isi_tahun
from tests.perencanaan.pabrik_rencana import buat_simpul, isi_target, rumuskan

TAHUN = 2023


def isi(unit: Unit, ke: int | None = None) -> IsiRenstra:
    return isi_renstra(unit, versi_dicetak(unit, TAHUN, ke))


@pytest.mark.parametrize(
    ("letak", "harapan"),
    [
        (0, ["1", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]),
        (4, ["74,5", "73,14", "100%", "90%", "3%", "20%", "-"]),
        (5, ["76,05", "73,14", "100%", "90%", "3%", "20%", "-"]),
        (6, ["77,75", "73,14", "100%", "90%", "3%", "20%", "85%"]),
        (8, ["80,25", "73,14", "100%", "90%", "3%", "20%", "-"]),
    ],
)
def test_tabel_renstra(letak, harapan, pasuruan):
    assert kolom(tabel_renstra(isi(pasuruan)), letak) == harapan


def test_tabel_renstra_berkepala_tahun_versinya(pasuruan):
    tabel = tabel_renstra(isi(pasuruan), Letak("a", "2.1", "Judul sendiri"))
    tahun = ["2022", "2023", "2024", "2025", "2026"]
    assert kepala(tabel) == ["No", "Tujuan", "Sasaran", "Indikator Kinerja", *tahun]
    assert (tabel.kunci, tabel.nomor, tabel.judul) == ("a", "2.1", "Judul sendiri")


def test_label_yang_berulang_bertanda(pasuruan):
    sasaran = [baris.sel[2] for baris in tabel_renstra(isi(pasuruan)).baris]
    assert [sel.ulang for sel in sasaran] == [False, False, True, True, False, True, True]
    assert teks(sasaran[3].isi) == teks(sasaran[1].isi)


def test_sebab_tanpa_target_di_catatan(pasuruan):
    assert catatan(tabel_renstra(isi(pasuruan))) == [
        "Persentase partisipasi pemilih dalam pemilu tanpa target tahun 2022, 2023, 2025, 2026 "
        "karena tidak ada pemilu pada tahun itu."
    ]


def test_versi_awal_enam_tahun(pasuruan):
    tabel = tabel_renstra(isi(pasuruan, 1))
    assert kepala(tabel)[4:] == ["2021", "2022", "2023", "2024", "2025", "2026"]
    assert [baris[0] for baris in baris_tabel(tabel)] == ["1", "1.1", "2", "2.1"]
    assert [baris[4:] for baris in baris_tabel(tabel)] == [
        ["54,38", "-", "-", "-", "-", "-"],
        ["2,5%", "-", "-", "-", "-", "-"],
        ["-", "74,37", "75,45", "77,13", "78,43", "80,06"],
        ["-", "74,5", "76,05", "77,75", "78,9", "80,25"],
    ]
    assert (
        "Indeks Kesalehan Sosial tanpa target tahun 2021 karena tujuannya tidak berlaku pada "
        "tahun itu." in catatan(tabel)
    )


def test_dua_versi_angka_yang_berlainan(pasuruan):
    """One indikator in two versions: changing one leaves the other, and no name has two values."""
    lama = IndikatorVersi.objects.get(
        renstra_versi__ke=1, nama="Indeks Stabilitas", indikator__unit=pasuruan
    )
    lama.target.filter(tahun=2023).update(nilai=Decimal(70))
    dokumen = jadikan_dokumen(tabel_renstra(isi(pasuruan, 1)), tabel_renstra(isi(pasuruan)))
    assert kolom(dokumen.isi[0].blok[0], 6)[-1] == "70"
    assert kolom(dokumen.isi[0].blok[1], 5)[0] == "76,05"
    ganda = {k: v for k, v in tampil_menurut_kunci(dokumen.angka()).items() if len(v) > 1}
    assert ganda == {}


def test_angka_sama_dengan_yang_dibuat_pengukuran(pasuruan):
    milik = isi(pasuruan)
    indikator = milik.pohon[0].indikator[0]
    angka = tabel_renstra(milik).baris[0].sel[5].isi[0]
    nilai = milik.target["renstra", indikator.indikator_id, TAHUN]
    assert angka == angka_target_renstra(indikator, TAHUN, nilai, str(milik.versi))


def test_tujuan_tanpa_indikator_tetap_berbaris(pasuruan):
    versi = buat_versi(pasuruan, 9, 2025)
    tujuan = buat_simpul(versi, "tujuan", nama="Tujuan tanpa ukuran")
    sasaran = buat_simpul(versi, "sasaran", tujuan, nama="Sasaran berukuran")
    buat_simpul(versi, "sasaran", tujuan, nama="Sasaran tanpa ukuran")
    isi_tahun(rumuskan(buat_indikator(versi), simpul=sasaran), 2025, Decimal(7))
    assert [baris[:5] for baris in baris_tabel(tabel_renstra(isi_renstra(pasuruan, versi)))] == [
        ["1", "Tujuan tanpa ukuran", "", "", ""],
        ["1.1", "", "Sasaran berukuran", "Indikator 1", "7%"],
        ["1.2", "", "Sasaran tanpa ukuran", "", ""],
        ["2", "Tujuan 1", "", "", ""],
    ]


def test_indikator_kedua_sebuah_tujuan_tidak_bernomor(pasuruan):
    versi = buat_versi(pasuruan, 9, 2026)
    pertama = buat_indikator(versi)
    rumuskan(buat_indikator(versi), simpul=pertama.simpul)
    tabel = tabel_renstra(isi_renstra(pasuruan, versi))
    assert kolom(tabel, 0) == ["1", "", "2"]
    assert [baris.sel[1].ulang for baris in tabel.baris] == [False, True, False]
    assert catatan(tabel) == [
        "Indikator 1; Indikator 2 tanpa target tahun 2026 karena target belum ditetapkan."
    ]


def test_rencana_kinerja_menurut_renja(pasuruan):
    tabel = tabel_rencana_kinerja(isi(pasuruan), TAHUN)
    assert kepala(tabel) == ["No", "Tujuan", "Sasaran", "Indikator Kinerja", "Satuan", "Target"]
    assert kolom(tabel, 4) == ["Nilai", "Nilai", *["Persen"] * 5]
    assert kolom(tabel, 5) == ["76,05", "73,14", "100%", "90%", "3%", "20%", "-"]
    assert catatan(tabel) == [
        "Persentase partisipasi pemilih dalam pemilu tanpa angka karena tidak ada pemilu pada tahun "
        "2023."
    ]


def test_renja_yang_lain_dari_renstra(pasuruan):
    versi = buat_versi(pasuruan, 9, 2026)
    isi_target(buat_indikator(versi), 2026, renstra="10", renja="12.5")
    buat_indikator(versi)
    milik = isi_renstra(pasuruan, versi)
    tabel = tabel_rencana_kinerja(milik, 2026)
    assert kolom(tabel, 5) == ["12,5%", "-"]
    assert kolom(tabel_renstra(milik), 4) == ["10%", "-"]
    assert catatan(tabel) == ["Indikator 2 tanpa angka karena target belum ditetapkan."]


def test_tabel_iku(pasuruan):
    tabel = tabel_iku(isi(pasuruan), TAHUN)
    assert tabel.mendatar
    assert kolom(tabel, 0) == ["1", "2", "3", "4", "5", "6", "7"]
    assert kolom(tabel, 3) == ["76,05", "73,14", "100%", "90%", "3%", "20%", "-"]
    assert kolom(tabel, 6)[:2] == ["-", "Nilai SAKIP"]
    antara = [baris for baris in tabel.baris if baris.jenis is Baris.Jenis.SUBKELOMPOK]
    assert [teks(baris.sel[0].isi) for baris in antara] == ["Tujuan", "Sasaran 1", "Sasaran 2"]
    assert catatan(tabel) == [
        "Persentase partisipasi pemilih dalam pemilu tanpa angka karena tidak ada pemilu pada tahun "
        "2023."
    ]


def test_hanya_iku_yang_dimuat(pasuruan):
    IndikatorVersi.objects.exclude(nama="Nilai Sakip SKPD").update(iku=False)
    assert [baris[1:3] for baris in baris_tabel(tabel_iku(isi(pasuruan), TAHUN))[1:]] == [
        [
            "Meningkatnya Sistem Tata Kelola yang Baik dalam Menjamin Pelayanan Prima",
            "Nilai Sakip SKPD",
        ]
    ]


def test_versi_tanpa_iku_ditolak(pasuruan):
    with pytest.raises(TidakAda, match="tidak menandai satu pun indikator sebagai IKU"):
        susun_iku(pasuruan, TAHUN, 1)


@pytest.mark.parametrize(
    ("tahun", "ke", "pesan"),
    [
        (2027, None, "belum mempunyai Renstra yang berlaku pada tahun 2027"),
        (2027, 1, "belum mempunyai Renstra yang memuat tahun 2027"),
        (2023, 3, r"Versi 3 Renstra .* tidak ada. Yang ada: 1, 2\."),
    ],
)
@pytest.mark.parametrize("susun", [susun_renstra, susun_iku])
def test_versi_yang_tidak_ada(susun, tahun, ke, pesan, pasuruan):
    with pytest.raises(TidakAda, match=pesan):
        susun(pasuruan, tahun, ke)


def test_visi_misi_dan_isu(pasuruan):
    milik = isi(pasuruan)
    visi, pengantar, misi, dukungan = visi_misi(milik)
    assert teks(visi.isi) == (
        "Visi Kota Pasuruan adalah “Kota Pasuruan Kota Madinah: maju ekonominya, indah kotanya, "
        "dan harmonis warganya”."
    )
    assert teks(pengantar.isi) == "Misi untuk mewujudkan visi itu adalah:"
    assert len(misi.butir) == 4
    assert teks(dukungan.isi).startswith(f"{pasuruan.nama} mendukung misi ke-3: memantapkan")
    (isu,) = isu_strategis(milik)
    assert len(isu.butir) == 10


def test_tujuan_dan_sasaran_rpjmd_bila_dicatat(pasuruan):
    versi = buat_versi(pasuruan, 9, 2026)
    versi.tujuan_rpjmd, versi.sasaran_rpjmd = "Menguatnya harmoni.", "Harmoni sosial"
    assert [teks(blok.isi) for blok in visi_misi(isi_renstra(pasuruan, versi))] == [
        "Tujuan RPJMD yang didukung adalah menguatnya harmoni.",
        "Sasaran RPJMD yang didukung adalah harmoni sosial.",
    ]
    assert isu_strategis(isi_renstra(pasuruan, versi)) == ()


def test_kebijakan_dengan_pelaksananya(pasuruan):
    versi = buat_versi(pasuruan, 9, 2026)
    program = buat_simpul(versi, "program", nama="Program A", kode="8.01.02")
    for jenis, nama in (("arah_kebijakan", "Membina"), ("strategi", "Menguatkan")):
        Kebijakan.objects.create(renstra_versi=versi, jenis=jenis, nama=nama, urutan=1)
    KebijakanProgram.objects.create(kebijakan=Kebijakan.objects.get(nama="Membina"), simpul=program)
    blok = kebijakan(kebijakan_renstra(versi))
    assert [teks(b.isi) for b in blok if isinstance(b, Paragraf)] == [
        "Strategi:", "Arah kebijakan:",
    ]  # fmt: skip
    assert [teks(b.butir[0]) for b in blok if isinstance(b, Senarai)] == [
        "Menguatkan", "Membina (dilaksanakan dengan Program A)",
    ]  # fmt: skip
    tabel = tabel_program_renstra(isi_renstra(pasuruan, versi), program_renstra(versi))
    assert baris_tabel(tabel) == [["1", "8.01.02", "Program A", "-"]]


def test_bagian_yang_belum_dicatat_disebut(pasuruan):
    dokumen = susun_renstra(pasuruan, 2021)
    kalimat = [teks(b.isi) for b in dokumen.blok() if isinstance(b, Paragraf)]
    assert kalimat[-2:] == [
        "Kebijakan belum dicatat pada versi ini.", "Program belum dicatat pada versi ini.",
    ]  # fmt: skip
    judul = [b.teks for b in dokumen.blok() if isinstance(b, Judul) and b.tingkat == 2]
    assert judul == [
        "Visi dan Misi", "Isu Strategis", "Tujuan, Sasaran, dan Target",
        "Strategi dan Arah Kebijakan", "Program",
    ]  # fmt: skip


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(banyaknya, pasuruan, django_assert_num_queries):
    versi = buat_versi(pasuruan, 9, 2026)
    for _ in range(banyaknya):
        indikator = buat_indikator(versi)
        isi_target(indikator, 2026, renstra="10", renja="11")
        rumuskan(indikator, iku=True)
        program = buat_simpul(versi, "program", bidang=pasuruan)
        satu = Kebijakan.objects.create(
            renstra_versi=versi, jenis="strategi", nama="S", urutan=program.pk
        )
        KebijakanProgram.objects.create(kebijakan=satu, simpul=program)
    with django_assert_num_queries(8):
        dokumen = susun_renstra(pasuruan, 2026)
    with django_assert_num_queries(4):
        susun_iku(pasuruan, 2026)
    assert [len(tabel.baris) for tabel in dokumen.tabel()] == [banyaknya, banyaknya]
