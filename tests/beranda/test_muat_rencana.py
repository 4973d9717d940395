"""Perjanjian Kinerja and Rencana Aksi of the example, against Lampiran 1 and 2 of the LKjIP."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.management import CommandError

from perencanaan.hitung.masa import Frekuensi
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.hitung.periode import Cara, Periode, gabungkan_periode
from perencanaan.models import (
    PerjanjianKinerja,
    PkBaris,
    PkProgram,
    RencanaAksi,
    RencanaIndikator,
    TargetPeriode,
)
from sakip.dokumen.models import DokumenTerbit
from sakip.jejak.queries import riwayat
from sakip.organisasi.models import Pejabat, Pengguna, Penugasan
from tests.beranda.contoh import teks_contoh, tulis, unit_lain
from tests.beranda.test_perintah import isi_basis_data, jalankan

RATA = "Persentase Rata-Rata Ketercapaian Pelaksanaan Program Dukungan Sasaran SKPD"
SAKIP = "Nilai SAKIP SKPD"
TEMUAN = "Persentase temuan yang ditindaklanjuti"
TEMUAN_ANGGARAN = "Persentase temuan anggaran yang ditindaklanjuti"
INDEKS = "Indeks stabilitas"
ORMAS = "Persentase peningkatan jumlah ormas yang aktif"
PEMILIH = "Persentase partisipasi pemilih dalam pemilu"
KONFLIK = "Persentase penurunan konflik di Kota Pasuruan"
TANPA_PEMILU = "Tidak ada pemilu pada tahun 2023."

TARGET = {
    RATA: "90", SAKIP: "73.14", TEMUAN: "100", TEMUAN_ANGGARAN: "100", INDEKS: "76.05",
    ORMAS: "3", KONFLIK: "20",
}  # fmt: skip
URUTAN = {
    1: [RATA, SAKIP, TEMUAN, INDEKS, ORMAS, PEMILIH, KONFLIK],
    2: [INDEKS, RATA, SAKIP, TEMUAN_ANGGARAN, ORMAS, PEMILIH, KONFLIK],
}


def perjanjian(ke: int) -> PerjanjianKinerja:
    return PerjanjianKinerja.objects.get(unit__kode="pasuruan-bakesbangpol", tahun=2023, ke=ke)


@pytest.mark.parametrize("ke", [1, 2])
def test_baris_menurut_urutan_dan_nama_tercetak(ke, pasuruan):
    baris = list(PkBaris.objects.filter(perjanjian=perjanjian(ke)).order_by("urutan"))
    assert [b.nama for b in baris] == URUTAN[ke]
    for satu in baris:
        if satu.nama == PEMILIH:
            assert (satu.jenis, satu.nilai, satu.alasan) == (
                "tidak_dijadwalkan", None, TANPA_PEMILU,
            )  # fmt: skip
        else:
            assert satu.nilai == Decimal(TARGET[satu.nama])
    assert {b.satuan for b in baris if b.nama in (SAKIP, INDEKS)} == {"Nilai"}


def test_dua_perjanjian_menunjuk_indikator_yang_sama(pasuruan):
    milik = [
        set(PkBaris.objects.filter(perjanjian=perjanjian(ke)).values_list("indikator", flat=True))
        for ke in (1, 2)
    ]
    assert milik[0] == milik[1]
    assert len(milik[0]) == 7


SEBELUM = [508_791_760, 1_081_564_580, 191_728_000, 860_901_100, 3_596_798_340, 4_227_640_044]


@pytest.mark.parametrize(
    ("ke", "sebelum", "sesudah", "jumlah"),
    [
        (1, [None] * 6,
         [537_138_900, 1_097_138_780, 191_728_000, 794_280_100, 3_661_498_000, 4_185_640_044],
         10_467_423_824),
        (2, SEBELUM,
         [583_791_760, 1_814_924_500, 126_417_200, 954_803_100, 3_894_574_360, 4_068_716_022],
         11_443_226_942),
    ],
)  # fmt: skip
def test_uang_program(ke, sebelum, sesudah, jumlah, pasuruan):
    program = list(PkProgram.objects.filter(perjanjian=perjanjian(ke)).order_by("urutan"))
    assert [p.sebelum for p in program] == sebelum
    assert [p.sesudah for p in program] == sesudah
    assert sum(p.sesudah for p in program) == jumlah
    assert program[1].nama.endswith("dan Pengembangan Etika Budaya Politik")  # without "serta"


def test_sebelum_adalah_pergeseran_bukan_perjanjian_murni(pasuruan):
    perubahan = perjanjian(2)
    assert (perubahan.anggaran_sebelum.jenis, perubahan.anggaran_sesudah.jenis) == (
        "pergeseran", "perubahan",
    )  # fmt: skip
    assert sum(SEBELUM) == 10_467_423_824
    assert perjanjian(1).anggaran_sesudah.jenis == "murni"


def test_dasar_dan_tanggal(pasuruan):
    murni, perubahan = perjanjian(1), perjanjian(2)
    assert (murni.dasar_perubahan, murni.tanggal_perubahan) == ("", None)
    assert "perubahan alokasi anggaran" in perubahan.dasar_perubahan
    assert perubahan.tanggal_perubahan == date(2023, 9, 29)
    assert [p.tanggal_tanda_tangan for p in (murni, perubahan)] == [
        date(2023, 1, 2), date(2023, 10, 2),
    ]  # fmt: skip


def test_para_pihak_dari_pejabat_rekaan(pasuruan):
    for ke in (1, 2):
        milik = perjanjian(ke)
        assert milik.jabatan == "Plt. Kepala Badan Kesatuan Bangsa dan Politik"
        assert (milik.golongan, milik.kelas) == ("Pembina Utama Muda / IV-c", 13)
        assert (milik.atasan_jabatan, milik.atasan_nip) == ("Wali Kota Pasuruan", "")
        assert Pejabat.objects.get(nip="000000000000000001").nama == milik.nama
        assert "Contoh" in milik.nama
        assert "Contoh" in milik.atasan_nama


@pytest.mark.parametrize("ke", [1, 2])
def test_perjanjian_beku_sama_dengan_barisnya(ke, pasuruan):
    milik = perjanjian(ke)
    dokumen = milik.dokumen
    assert (milik.status, dokumen.jenis, dokumen.ke) == ("ditetapkan", "perjanjian-kinerja", ke)
    beku = dokumen.konteks
    assert beku["tanggal"] == milik.tanggal_tanda_tangan.isoformat()
    assert beku["dasar_perubahan"] == milik.dasar_perubahan
    assert (beku["pihak_pertama"]["nama"], beku["pihak_kedua"]["jabatan"]) == (
        milik.nama, "Wali Kota Pasuruan",
    )  # fmt: skip
    assert [
        (b["nama"], b["nilai"] and Decimal(b["nilai"]), b["alasan"]) for b in beku["baris"]
    ] == [
        (nama, Decimal(TARGET[nama]), "") if nama in TARGET else (nama, None, TANPA_PEMILU)
        for nama in URUTAN[ke]
    ]
    uang = PkProgram.objects.filter(perjanjian=milik).order_by("urutan")
    assert [(p["nama"], Decimal(p["sesudah"])) for p in beku["program"]] == [
        (satu.nama, satu.sesudah) for satu in uang
    ]
    assert [p["sebelum"] and Decimal(p["sebelum"]) for p in beku["program"]] == (
        SEBELUM if ke == 2 else [None] * 6
    )


def test_diajukan_sekretariat_ditetapkan_pimpinan(pasuruan):
    langkah = {j.aksi: j.pengguna for j in riwayat(perjanjian(2)) if "rencana" in j.aksi}
    assert {aksi: p.nama_pengguna for aksi, p in langkah.items()} == {
        "rencana.diajukan": "sekretariat",
        "rencana.ditetapkan": "pimpinan",
    }


# ---------------------------------------------------------------------------- rencana aksi

BULANAN = {
    RATA: dict(enumerate(
        ["3.51", "12.51", "25.47", "31.05", "45.63", "59.49", "64.53", "71.19", "74.43", "78.39", "86.85", "90"], start=1
    )),
    SAKIP: {8: "73.14"},
    TEMUAN: {10: "100"},
    INDEKS: {12: "76.05"},
    ORMAS: {2: "0.5", 6: "1", 8: "2", 11: "3"},
    PEMILIH: {},
    KONFLIK: {3: "5", 6: "10", 9: "15", 12: "20"},
}  # fmt: skip
TERAKHIR = {SAKIP, TEMUAN, INDEKS}
TRIWULAN = {
    RATA: ["25.47", "59.49", "74.43", "90"],
    SAKIP: [None, None, "73.14", "73.14"],
    TEMUAN: [None, None, None, "100"],
    INDEKS: [None, None, None, "76.05"],
    ORMAS: ["0.5", "1", "2", "3"],
    PEMILIH: [None] * 4,
    KONFLIK: ["5", "10", "15", "20"],
}


def rencana(ke: int, nama: str) -> RencanaIndikator:
    """Found by the words of the first agreement."""
    indikator = PkBaris.objects.get(perjanjian=perjanjian(1), nama=nama).indikator
    return RencanaIndikator.objects.get(rencana_aksi__ke=ke, indikator=indikator)


@pytest.mark.parametrize("ke", [1, 2])
@pytest.mark.parametrize("nama", BULANAN)
def test_target_bulanan(nama, ke, pasuruan):
    milik = rencana(ke, nama)
    target = list(TargetPeriode.objects.filter(rencana_indikator=milik).order_by("bulan"))
    assert [t.bulan for t in target] == list(range(1, 13))
    assert {t.frekuensi for t in target} == {"bulanan"}
    angka = {t.bulan: t.nilai for t in target if t.jenis == "angka"}
    assert angka == {bulan: Decimal(isi) for bulan, isi in BULANAN[nama].items()}
    kosong = [t for t in target if t.bulan not in angka]
    assert {t.jenis for t in kosong} <= {"tidak_dijadwalkan"}
    assert all(t.alasan for t in kosong)
    assert milik.cara == ("terakhir" if nama in TERAKHIR else "kumulatif")


@pytest.mark.parametrize("nama", TRIWULAN)
def test_target_bulanan_menjadi_triwulan(nama, pasuruan):
    milik = rencana(1, nama)
    target = [
        Periode(t.bulan, t.sebagai_nilai())
        for t in TargetPeriode.objects.filter(rencana_indikator=milik)
    ]
    hasil = [
        gabungkan_periode(
            Cara(milik.cara), target, [], frekuensi=Frekuensi.BULANAN, sampai=3 * triwulan
        ).target
        for triwulan in (1, 2, 3, 4)
    ]
    assert [satu.angka for satu in hasil] == [
        None if isi is None else Decimal(isi) for isi in TRIWULAN[nama]
    ]
    assert {satu.jenis for satu in hasil if satu.angka is None} <= {JenisNilai.TIDAK_DIJADWALKAN}


def test_pemilih_tidak_jatuh_tempo_di_bulan_mana_pun(pasuruan):
    target = TargetPeriode.objects.filter(rencana_indikator=rencana(2, PEMILIH))
    assert {(t.jenis, t.alasan) for t in target} == {("tidak_dijadwalkan", TANPA_PEMILU)}


def test_dua_versi_berlaku_sejak_tanda_tangan(pasuruan):
    semua = RencanaAksi.objects.filter(unit=pasuruan).order_by("ke")
    assert [(r.ke, r.status, r.berlaku_dari, r.perjanjian.ke) for r in semua] == [
        (1, "ditetapkan", date(2023, 1, 2), 1),
        (2, "ditetapkan", date(2023, 10, 2), 2),
    ]


# ---------------------------------------------------------------------------- yang sudah tetap

BERBEDA = {
    "nilai baris": ('nama = "Indeks stabilitas"\n', 'nama = "Indeks"\n', "nama pada baris perj"),
    "tanggal": ("tangan = 2023-10-02", "tangan = 2023-10-03", "tanggal_tanda_tangan pada"),
    "nama pejabat": ("Drs. Wirya Contoh", "Dra. Wirya Contoh", "nama pada perjanjian kinerja"),
    "target bulan": ('"86.85", "90"]', '"86.85", "91"]', "nilai pada target periode"),
    "cara": ('"nilai-sakip", cara = "terakhir"', '"nilai-sakip", cara = "kumulatif"', "cara pada"),
}


@pytest.mark.parametrize("kasus", BERBEDA)
def test_yang_ditetapkan_tidak_diubah(kasus, pasuruan, tmp_path):
    lama, baru, pesan = BERBEDA[kasus]
    berkas = tulis(tmp_path / "beda.toml", (lama, baru))
    sebelum = isi_basis_data()
    with pytest.raises(CommandError, match=f"ditetapkan dan berbeda dari berkas: {pesan}") as galat:
        jalankan("muat_contoh", "--berkas", berkas, "--akun")
    assert len(str(galat.value).splitlines()) == 1
    assert isi_basis_data() == sebelum


def test_baris_yang_hilang_disebut(pasuruan):
    PkProgram.objects.filter(perjanjian=perjanjian(2), urutan=6).delete()
    with pytest.raises(CommandError, match=r"“Program Penunjang .* tidak ada di dalamnya"):
        jalankan("muat_contoh", "pasuruan-2023", "--akun")


def kembali_ke(status: str, ke: int) -> None:
    PerjanjianKinerja.objects.filter(pk=perjanjian(ke).pk).update(
        status=status, tanggal_tanda_tangan=None, dokumen=None
    )


@pytest.mark.parametrize("status", ["draf", "dikembalikan", "diajukan"])
def test_yang_belum_ditetapkan_diselesaikan(status, pasuruan):
    kembali_ke(status, 2)
    jalankan("muat_contoh", "pasuruan-2023", "--akun")
    assert perjanjian(2).status == "ditetapkan"
    assert perjanjian(2).tanggal_tanda_tangan == date(2023, 10, 2)
    assert DokumenTerbit.objects.get(pk=perjanjian(2).dokumen_id).ke == 3


def test_baris_lebih_dalam_draf_tidak_ikut_ditetapkan(pasuruan, tmp_path):
    kembali_ke("draf", 2)
    baris = f"""  [[perjanjian.baris]]
  indikator = "penurunan-konflik"
  nama = "{KONFLIK}"
  sasaran = "Meningkatnya ketahanan dan kondusifitas wilayah"
  satuan = "Persen"
  target = "20"
"""
    awal, ada, akhir = teks_contoh().rpartition(baris)
    assert ada
    (tmp_path / "kurang.toml").write_text(awal + akhir)
    with pytest.raises(CommandError, match="tersimpan 7, di berkas 6"):
        jalankan("muat_contoh", "--berkas", tmp_path / "kurang.toml", "--akun")
    assert perjanjian(2).status == "draf"


def test_penetap_yang_tidak_lagi_bertugas_disebut(pasuruan):
    kembali_ke("diajukan", 2)
    Penugasan.objects.filter(peran="pimpinan").update(sampai=date(2023, 12, 31))
    with pytest.raises(CommandError, match="tidak dapat ditetapkan: Hanya Pimpinan") as galat:
        jalankan("muat_contoh", "pasuruan-2023", "--akun")
    assert len(str(galat.value).splitlines()) == 1


def test_akun_mati_pun_menandatangani_contohnya(pasuruan, tmp_path):
    """Without --akun nobody can sign in, and the agreements are signed all the same."""
    berkas = tmp_path / "lain.toml"
    berkas.write_text(unit_lain())
    jalankan("muat_contoh", "--berkas", berkas)
    semua = PerjanjianKinerja.objects.filter(unit__kode="lain-bakesbangpol")
    assert [p.status for p in semua] == ["ditetapkan", "ditetapkan"]
    assert not Pengguna.objects.filter(nama_pengguna__startswith="lain-", is_active=True).exists()
