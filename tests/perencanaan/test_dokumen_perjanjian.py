"""Perjanjian Kinerja as blocks: tables, statement, annex."""

import re
from datetime import date
from decimal import Decimal

import pytest

from perencanaan.dokumen.perjanjian import tabel_program, tabel_sasaran
from perencanaan.dokumen.pernyataan import lampiran, nip_tercetak, pernyataan
from perencanaan.dokumen.rincian import tabel_rincian
from perencanaan.dokumen.susun import susun_iku, susun_perjanjian, susun_renstra
from perencanaan.dokumen.tabel import Letak
from perencanaan.models import (
    IndikatorVersi,
    Pagu,
    PkBaris,
    PkProgram,
    TargetTahunan,
    VersiAnggaran,
)
from perencanaan.queries.isi_perjanjian import (
    IsiPerjanjian,
    isi_perjanjian,
    isi_rincian,
    perjanjian_dicetak,
    perjanjian_pimpinan,
)
from perencanaan.services.perjanjian import segarkan, tetapkan
from sakip.dokumen.blok import Baris, Dokumen, Draf, Identitas, KepalaNaskah, Paragraf, TandaTangan
from sakip.dokumen.models import DokumenTerbit
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Unit
from tests.perencanaan.baca_tabel import (
    baris_tabel,
    catatan,
    jadikan_dokumen,
    kata_tanpa_angka,
    kepala,
    kolom,
    tampil_menurut_kunci,
    teks,
)
from tests.perencanaan.pabrik import (
    buat_anggaran,
    buat_indikator,
    buat_perjanjian,
    buat_rencana_aksi,
    buat_versi,
    tanda_tangani,
)
from tests.perencanaan.pabrik_rencana import isi_target, janjikan

TAHUN = 2023


def isi(unit: Unit, ke: int) -> IsiPerjanjian:
    return isi_perjanjian(perjanjian_dicetak(unit, TAHUN, ke))


def test_sasaran_murni(pasuruan):
    tabel = tabel_sasaran(isi(pasuruan, 1))
    assert kepala(tabel) == ["No", "Sasaran Strategis", "Indikator Kinerja", "Target"]
    assert kolom(tabel, 3) == ["90%", "73,14", "100%", "76,05", "3%", "-", "20%"]
    assert catatan(tabel) == [
        "Persentase partisipasi pemilih dalam pemilu tanpa angka karena tidak ada pemilu pada tahun "
        "2023."
    ]


def test_sasaran_perubahan_sebelum_dan_sesudah(pasuruan):
    tabel = tabel_sasaran(isi(pasuruan, 2))
    assert kepala(tabel)[3:] == ["Sebelum", "Sesudah"]
    target = ["76,05", "90%", "73,14", "100%", "3%", "-", "20%"]
    assert (kolom(tabel, 3), kolom(tabel, 4)) == (target, target)
    assert kolom(tabel, 2)[3] == "Persentase temuan anggaran yang ditindaklanjuti"


def test_sebelum_adalah_angka_perjanjian_sebelumnya(pasuruan):
    PkBaris.objects.filter(perjanjian__unit=pasuruan, perjanjian__ke=1, nilai=3).update(nilai=2)
    murni = {sel.isi[0] for baris in tabel_sasaran(isi(pasuruan, 1)).baris for sel in baris.sel[3:]}
    tabel = tabel_sasaran(isi(pasuruan, 2))
    assert {baris.sel[3].isi[0] for baris in tabel.baris} == murni
    assert [baris[3:] for baris in baris_tabel(tabel)][4] == ["2%", "3%"]


def test_indikator_baru_dan_yang_dilepas(pasuruan):
    versi = buat_versi(pasuruan, 9, 2026)
    satu, dua = buat_indikator(versi), buat_indikator(versi)
    janjikan(pasuruan, date(2026, 1, 2), {satu: "1"})
    tabel = tabel_sasaran(isi_perjanjian(janjikan(pasuruan, date(2026, 9, 2), {dua: "2"})))
    assert [baris[2:] for baris in baris_tabel(tabel)] == [["Indikator 2", "-", "2%"]]
    assert catatan(tabel) == [
        "Indikator 2 tanpa angka karena tidak ada pada Perjanjian Kinerja sebelumnya.",
        "Indikator 1: tidak lagi diperjanjikan.",
    ]


def test_perjanjian_jabatan_lain_bukan_pendahulunya(pasuruan):
    anggaran = VersiAnggaran.objects.create(unit=pasuruan, tahun=2026, ke=1, jenis="murni")
    lain = {"tingkat": "eselon_3", "dasar_perubahan": "Mutasi."}
    buat_perjanjian(anggaran, **lain, jabatan="Kepala Bidang A")
    kedua = buat_perjanjian(anggaran, **lain, jabatan="Kepala Bidang B", ke=2)
    ketiga = buat_perjanjian(anggaran, **lain, jabatan="Kepala Bidang B", ke=3)
    assert isi_perjanjian(kedua).sebelum is None
    assert isi_perjanjian(ketiga).sebelum == kedua


def test_program_murni(pasuruan):
    tabel = tabel_program(isi(pasuruan, 1))
    assert kepala(tabel) == ["No", "Program", "Anggaran", "Keterangan"]
    assert kolom(tabel, 2) == [
        "537.138.900", "1.097.138.780", "191.728.000", "794.280.100", "3.661.498.000",
        "4.185.640.044",
    ]  # fmt: skip
    assert baris_tabel(tabel)[-1] == ["Jumlah", "10.467.423.824", ""]
    assert tabel.baris[-1].jenis is Baris.Jenis.JUMLAH


def test_program_perubahan(pasuruan):
    tabel = tabel_program(isi(pasuruan, 2))
    assert kepala(tabel)[2:] == ["Sebelum", "Sesudah", "Keterangan"]
    assert baris_tabel(tabel)[0][2:4] == ["508.791.760", "583.791.760"]
    assert baris_tabel(tabel)[-1] == ["Jumlah", "10.467.423.824", "11.443.226.942", ""]
    assert teks(tabel.sumber) == (
        "Sebelum menurut Anggaran Pergeseran 2023, sesudah menurut Anggaran Perubahan 2023"
    )


def test_jumlah_dihitung_dari_baris(pasuruan):
    PkProgram.objects.filter(perjanjian__ke=2, urutan=1).update(
        sebelum=None, sesudah=Decimal("583791760.5")
    )
    tabel = tabel_program(isi(pasuruan, 2))
    assert baris_tabel(tabel)[0][2:4] == ["-", "583.791.760,50"]
    assert baris_tabel(tabel)[-1][1:3] == ["9.958.632.064", "11.443.226.942,50"]
    jumlah = tabel.baris[-1].sel[2].isi[0]
    assert sum(dari.nilai for dari in jumlah.asal.dari) == jumlah.nilai
    assert catatan(tabel) == [
        "Program Penguatan Ideologi Pancasila dan Karakter Kebangsaan tanpa angka karena "
        "belum mempunyai anggaran sebelumnya."
    ]


def test_perubahan_tanpa_perubahan_anggaran(pasuruan):
    """Another official, the same money: one column of money, two of targets."""
    versi = buat_versi(pasuruan, 9, 2026)
    satu = buat_indikator(versi)
    janjikan(pasuruan, date(2026, 1, 2), {satu: "1"})
    kedua = isi_perjanjian(janjikan(pasuruan, date(2026, 9, 2), {satu: "1"}))
    assert kepala(tabel_program(kedua))[2:] == ["Anggaran", "Keterangan"]
    assert kepala(tabel_sasaran(kedua))[3:] == ["Sebelum", "Sesudah"]


def test_pernyataan(pasuruan):
    blok = pernyataan(isi(pasuruan, 1))
    assert blok[0] == KepalaNaskah(
        ("Pernyataan Perjanjian Kinerja Tahun 2023", "Eselon II", pasuruan.nama)
    )
    assert [b.butir for b in blok if isinstance(b, Identitas)] == [
        (
            ("Nama", ("Drs. Wirya Contoh, M.Si.",)),
            ("Jabatan", ("Plt. Kepala Badan Kesatuan Bangsa dan Politik",)),
        ),
        (("Nama", ("H. Nagara Contoh",)), ("Jabatan", ("Wali Kota Pasuruan",))),
    ]
    janji = [teks(b.isi) for b in blok if isinstance(b, Paragraf)][-2:]
    assert [satu.split(" ", 3)[:3] for satu in janji] == [
        ["Pihak", "pertama", "berjanji"], ["Pihak", "kedua", "melakukan"],
    ]  # fmt: skip


def test_tanda_tangan_pernyataan(pasuruan):
    tanda = pernyataan(isi(pasuruan, 2))[-1]
    assert tanda.tempat_tanggal == "Pasuruan, 02 Oktober 2023"
    assert [(p.pengantar, p.jabatan, p.nama, p.nip) for p in tanda.penanda] == [
        (("Pihak Kedua,",), "Wali Kota Pasuruan", "H. Nagara Contoh", ""),
        (
            ("Pihak Pertama,",),
            "Plt. Kepala Badan Kesatuan Bangsa dan Politik",
            "Drs. Wirya Contoh, M.Si.",
            "00000000 000000 0 001",
        ),
    ]


@pytest.mark.parametrize(
    ("nip", "tercetak"), [("196409171990031013", "19640917 199003 1 013"), ("", "")]
)
def test_nip_berkelompok(nip, tercetak):
    assert nip_tercetak(nip) == tercetak


def test_perubahan_menyebut_dasarnya(pasuruan):
    def dasar(ke: int) -> list[str]:
        semua = [teks(b.isi) for b in pernyataan(isi(pasuruan, ke)) if isinstance(b, Paragraf)]
        return [satu for satu in semua if "menggantikan" in satu]

    assert dasar(1) == []
    assert dasar(2) == [
        "Perjanjian ini menggantikan Perjanjian Kinerja Tahun 2023 yang ditandatangani pada "
        "02 Januari 2023. Dasar perubahan pada 29 September 2023 adalah perubahan dalam strategi "
        "yang mempengaruhi pencapaian tujuan dan sasaran (perubahan alokasi anggaran)."
    ]


def test_lampiran(pasuruan):
    blok = lampiran(isi(pasuruan, 1))
    assert [(label, teks(isi)) for label, isi in blok[1].butir] == [
        ("Nama", "Drs. Wirya Contoh, M.Si."),
        ("NIP", "00000000 000000 0 001"),
        ("Pangkat/Gol.", "Pembina Utama Muda / IV-c"),
        ("Jabatan/Kelas Jabatan", "Plt. Kepala Badan Kesatuan Bangsa dan Politik / 13"),
        ("Perangkat Daerah", pasuruan.nama),
        ("Tahun", "2023"),
    ]
    tanda = blok[-1]
    assert tanda.tempat_tanggal == "Pasuruan, 02 Januari 2023"
    assert [p.pengantar for p in tanda.penanda] == [("Mengetahui,", "Pejabat Atasan Langsung"), ()]


def draf(milik: Unit, **beda: object) -> IsiPerjanjian:
    versi = buat_versi(milik, 9, 2026)
    anggaran = buat_anggaran(versi, 2026, 1)
    return isi_perjanjian(buat_perjanjian(anggaran, buat_indikator(versi), **beda))


def test_draf_bertanda_dan_tanpa_tanggal(pasuruan):
    blok = pernyataan(draf(pasuruan))
    assert blok[0].baris[-1] == "Draf, belum ditetapkan"
    assert blok[-1].tempat_tanggal == "Pasuruan, …………………… 2026"


def test_setiap_halaman_draf_menyebutnya(pasuruan):
    milik = draf(pasuruan).perjanjian
    assert susun_perjanjian(pasuruan, 2026, milik.ke).draf == Draf(pasuruan.pemda.zona)
    assert susun_perjanjian(pasuruan, 2023).draf is None


def test_jabatan_tanpa_nip_golongan_dan_kelas(pasuruan):
    bidang = pasuruan.bawahan.first()
    butir = dict(lampiran(draf(pasuruan, unit=bidang, tingkat="eselon_3"))[1].butir)
    assert {label: teks(isi) for label, isi in butir.items()} == {
        "Nama": "Kepala Unit",
        "NIP": "-",
        "Pangkat/Gol.": "-",
        "Jabatan/Kelas Jabatan": "Kepala Unit",
        "Perangkat Daerah": pasuruan.nama,
        "Tahun": "2026",
    }


def isi_tercetak(dokumen: Dokumen) -> list[object]:
    """What a reader of the pages up to the months would see."""
    return [bagian.blok for bagian in dokumen.isi[:2]]


def test_yang_ditetapkan_tidak_ikut_berubah(pasuruan, pemeran):
    versi = buat_versi(pasuruan, 9, 2026)
    anggaran = buat_anggaran(versi, 2026, 2)
    isi_target(buat_indikator(versi), 2026, renstra="7.125")
    perjanjian = buat_perjanjian(anggaran)
    segarkan(perjanjian, oleh=pemeran["perencana"], tanggal=date(2026, 1, 2))
    type(perjanjian).objects.filter(pk=perjanjian.pk).update(status="diajukan")
    perjanjian.refresh_from_db()
    tetapkan(perjanjian, oleh=pemeran["pimpinan"], tanggal=date(2026, 1, 2))
    sebelum = isi_tercetak(susun_perjanjian(pasuruan, 2026))
    assert kolom(sebelum[1][2], 3) == ["7,125%"]
    TargetTahunan.objects.filter(indikator_versi__renstra_versi=versi).update(nilai=9)
    IndikatorVersi.objects.filter(renstra_versi=versi).update(nama="Lain", desimal=0)
    Pagu.objects.filter(versi_anggaran=anggaran).update(jumlah=1)
    Unit.objects.filter(pk=pasuruan.pk).update(nama="Badan Lain")
    unit = Unit.objects.select_related("pemda").get(pk=pasuruan.pk)
    assert isi_tercetak(susun_perjanjian(unit, 2026)) == sebelum


def test_bawaan_yang_berlaku_pada_akhir_tahun(pasuruan):
    assert perjanjian_dicetak(pasuruan, TAHUN, None).ke == 2
    assert [satu.ke for satu in perjanjian_pimpinan(pasuruan, TAHUN)] == [1, 2]


@pytest.mark.parametrize(
    ("tahun", "ke", "pesan"),
    [
        (2024, None, "belum mempunyai Perjanjian Kinerja tahun 2024"),
        (2024, 1, "belum mempunyai Perjanjian Kinerja tahun 2024"),
        (2023, 3, r"Versi 3 .* tahun 2023 tidak ada. Yang ada: 1, 2\."),
        (2023, 0, r"Versi 0 .* tidak ada"),
    ],
)
def test_perjanjian_yang_tidak_ada(tahun, ke, pesan, pasuruan):
    with pytest.raises(TidakAda, match=pesan):
        susun_perjanjian(pasuruan, tahun, ke)


def test_yang_belum_ditetapkan_dicetak_menurut_versinya(pasuruan):
    draf(pasuruan)
    with pytest.raises(TidakAda, match=r"belum ditetapkan\. .*dicetak sebagai draf.*: 1\."):
        susun_perjanjian(pasuruan, 2026)
    assert susun_perjanjian(pasuruan, 2026, 1).judul.startswith("Perjanjian Kinerja ")


def test_dokumen_perjanjian(pasuruan):
    murni, perubahan = (susun_perjanjian(pasuruan, TAHUN, ke) for ke in (1, 2))
    assert perubahan.judul == f"Perjanjian Kinerja Perubahan {pasuruan.nama} Tahun 2023"
    for dokumen in (murni, perubahan):
        assert [bagian.kunci for bagian in dokumen.isi] == ["pernyataan", "lampiran", "bulanan"]
    kunci = [b.kunci for d in (murni, perubahan) for b in d.blok() if hasattr(b, "kunci")]
    assert len(kunci) == len(set(kunci)) == 6


def semua(unit: Unit) -> Dokumen:
    """Every document of the year as one."""
    anggaran = VersiAnggaran.objects.filter(unit=unit, tahun=TAHUN)
    dokumen = [
        *(susun_perjanjian(unit, TAHUN, ke) for ke in (1, 2)),
        *(susun_renstra(unit, TAHUN, ke) for ke in (1, 2)),
        susun_iku(unit, TAHUN),
    ]
    return jadikan_dokumen(
        *(blok for satu in dokumen for blok in satu.blok()),
        *(tabel_rincian(isi_rincian(unit, satu)) for satu in anggaran),
    )


def test_satu_angka_satu_nilai_di_semua_dokumen(pasuruan):
    tampil = tampil_menurut_kunci(semua(pasuruan).angka())
    assert len(tampil) > 200
    assert {kunci: isi for kunci, isi in tampil.items() if len(isi) > 1} == {}


def test_setiap_angka_punya_asal(pasuruan):
    angka = list(semua(pasuruan).angka())
    assert [satu.kunci for satu in angka if not satu.asal.uraian] == []
    tanpa = [satu for satu in angka if satu.nilai is None and satu.tampil == "-"]
    assert [satu.kunci for satu in tanpa if not satu.alasan] == []


def test_kalimat_tanpa_bilangan_lain(pasuruan):
    """Without its Angka a sentence holds no figure but years, dates, and which misi is meant."""
    boleh = re.compile(r"\b\d{2} [A-Z][a-z]+ 20\d\d\b|\b20\d\d\b|misi ke-\d")
    kata = kata_tanpa_angka(semua(pasuruan))
    assert len(kata) > 50
    assert [satu for satu in kata if re.search(r"\d", boleh.sub("", satu))] == []


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_banyaknya_kueri_tetap(banyaknya, pasuruan, django_assert_num_queries):
    versi = buat_versi(pasuruan, 9, 2026)
    anggaran = buat_anggaran(versi, 2026, banyaknya)
    indikator = [buat_indikator(versi) for _ in range(banyaknya)]
    pertama = tanda_tangani(buat_perjanjian(anggaran, *indikator), date(2026, 1, 2))
    kedua = buat_perjanjian(anggaran, *indikator, ke=2, dasar_perubahan="Mutasi.")
    tanda_tangani(kedua, date(2026, 9, 2))
    buat_rencana_aksi(pasuruan, 2026, {satu: [1, None, 3] for satu in indikator}, perjanjian=kedua)
    with django_assert_num_queries(10):
        dokumen = susun_perjanjian(pasuruan, 2026)
    assert len(dokumen.isi[1].blok[2].baris) == banyaknya
    with django_assert_num_queries(5):
        susun_perjanjian(pasuruan, 2026, pertama.ke)
    with django_assert_num_queries(7):
        rinci = tabel_rincian(isi_rincian(pasuruan, anggaran), Letak("a"))
    assert len(rinci.baris) == banyaknya


def test_tanda_tangan_di_kedua_lampiran(pasuruan):
    for bagian in susun_perjanjian(pasuruan, TAHUN).isi:
        assert isinstance(bagian.blok[-1], TandaTangan)


def test_nama_unit_dari_dokumen_terbit(pasuruan):
    milik = isi(pasuruan, 1)
    assert milik.perjanjian.dokumen == DokumenTerbit.objects.get(pk=milik.perjanjian.dokumen_id)
    assert milik.nama_unit == milik.perjanjian.dokumen.konteks["unit"] == pasuruan.nama
