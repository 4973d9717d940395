"""Malformed examples: one clear line, and nothing of them in the database."""

import msgspec
import pytest
from django.core.management import CommandError

from sakip.beranda.muat.baca import baca_contoh
from sakip.beranda.muat.muat import berkas_contoh, daftar_contoh
from tests.beranda.contoh import ganti, teks_contoh, tulis
from tests.beranda.test_perintah import capaian, isi_basis_data, jalankan

AWAL_DUKUNGAN = "[[dukungan]]\ntahun = 2023"
AWAL_RENCANA_2 = "[[rencana_aksi]]\ntahun = 2023\nke = 2"
BELANJA = '{ kode = "5.1.01", jumlah = "1" }'


def _aksi(simpul: str, tw: str) -> str:
    """A step at the end of the first plan."""
    langkah = f'langkah = [{{ uraian = "Rapat", tw = {tw} }}]'
    return f'[[rencana_aksi.aksi]]\nsimpul = "{simpul}"\n{langkah}\n{AWAL_RENCANA_2}'


def _realisasi(kunci: str, frekuensi: str, *angka: str) -> str:
    """Figures within a year, before the first that supports an indikator."""
    baris = f'{{ kunci = "{kunci}", angka = {list(angka)} }}'
    return (
        f'[[realisasi]]\ntahun = 2023\nfrekuensi = "{frekuensi}"\nindikator = [{baris}]\n'
        f"{AWAL_DUKUNGAN}"
    )


# what is replaced, by what, and what the message tells
RUSAK = {
    "jenis salah": ("tahun_awal = 2021", "tahun_awal = 'dulu'", "salah bentuk"),
    "kunci asing": ("sebutan_kepala =", "sebutan_kepalanya =", "salah bentuk"),
    "tahun bukan angka": ('2024 = "85"', 'kelak = "85"', "tahun “kelak”, di luar 2021–2026"),
    "tahun di luar Renstra": ('2024 = "85"', '2031 = "85"', "tahun “2031”"),
    "tahun dukungan": ("[[dukungan]]\ntahun = 2023", "[[dukungan]]\ntahun = 2031", "tahun “2031”"),
    "kunci ganda": (
        'kunci = "nilai-sakip"\n    ', 'kunci = "ormas-aktif"\n    ', "“ormas-aktif” ada 2 kali",
    ),
    "sasaran ganda": ('kunci = "ketahanan"', 'kunci = "tata-kelola"', "“tata-kelola” ada 2 kali"),
    "versi Renstra ganda": ('ke = 2\nnama = "perubahan', 'ke = 1\nnama = "p', "“1” ada 2 kali"),
    "kode ganda": ('"8.01.01.2.02"', '"8.01.01.2.03"', "“8.01.01.2.03” ada 2 kali"),
    "kode di luar induknya": (
        '"8.01.01.2.02.0001"', '"8.01.09.2.02.0001"', "tidak berawalan kode induknya, 8.01.01.2.02",
    ),
    "pagu tidak sama": ('"102780800"', '"102780801"', "kegiatannya berjumlah 4068716023"),
    "pagu kurang": (
        '["537138900", "508791760", "583791760"]', '["537138900"]', "mempunyai 1 pagu",
    ),
    "tahun anggaran ganda": ("tahun = 2022\npagu", "tahun = 2023\npagu", "“2023” ada 2 kali"),
    "tahun anggaran di luar": ("tahun = 2022\npagu", "tahun = 2020\npagu", "2020 di luar Renstra"),
    "bidang program": (
        'bidang = "pasuruan-bakesbangpol-politik"', 'bidang = "x"', "program 8.01.03 ditangani",
    ),
    "capaian tanpa asal": ('sumber_capaian = "Tabel 3.8 LKjIP 2023"', "", "sumber_capaian kosong"),
    "turunan terlalu halus": (
        'capaian_tercetak = "138.92"', 'capaian_tercetak = "138.9200001"', "ditolak",
    ),
    "skala tidak urut": ('di_atas = "65"', 'di_atas = "95"', "menurun"),
    "skala tanpa dasar": (
        'nama = "Sangat Rendah", ', 'nama = "x", di_atas = "1", ', "berakhir",
    ),
    "tanpa operator": ('peran = "operator"', 'peran = "pimpinan"', "berperan operator"),
    "tanpa pimpinan": ('peran = "pimpinan"', 'peran = "operator"', "berperan pimpinan"),
    "unit akun": ('ketahanan" },', 'x" },', "unit “pasuruan-bakesbangpol-x”"),
    "peran asing": ('peran = "admin"', 'peran = "raja"', "“raja”"),
    "karakter nol": ('nama = "Kota Pasuruan"', 'nama = "Kota\\u0000"', "karakter nol"),
    "dukungan hilang": (
        'simpul = [{ kode = "8.01.01.2.01" }]', 'simpul = [{ kode = "9.99" }]', "didukung 9.99",
    ),
    "dukungan indikator asing": (
        'indikator = "nilai-sakip"\nsimpul', 'indikator = "x"\nsimpul', "dukungan indikator x yang",
    ),
    "dukungan dua kali": (
        'kode = "8.01.05"\n  catatan', 'kode = "8.01.04"\n  catatan', "“8.01.04” ada 2 kali",
    ),
    "ditolak model": ('cara = "terakhir"', 'cara = "kira-kira"', "ditolak"),
    "tanpa alasan": (
        '2022 = "Tidak ada pemilu pada tahun 2022."\n', "", "tahun 2022 tidak dijadwalkan tanpa",
    ),
    "alasan kosong": ('"Tidak ada pemilu pada tahun 2022."', '""', "tahun 2022 tidak dijadwalkan"),
    "alasan berlebih": ('target = { 2022 = "-"', 'target = { 2022 = "1"', "padahal targetnya bukan"),
    "target bukan angka": ('renja = { 2023 = "76.05" }', 'renja = { 2023 = "76,05" }', "“76,05”"),
    "target tak hingga": ('renja = { 2023 = "76.05" }', 'renja = { 2023 = "NaN" }', "“NaN”"),
    "target tanpa kutip": ('renja = { 2023 = "76.05" }', "renja = { 2023 = 76.05 }", "sebagai teks"),
    "rumus salah": ("pengguna_hak_pilih / dpt * 100", "pengguna_hak_pilih /", "berumus salah"),
    "rumus bernama asing": (
        'rumus = "pengguna_hak_pilih / dpt', 'rumus = "pengguna_hak_pilih / dps', "“dps” tidak dikenal",
    ),
    "variabel tak terpakai": (
        'rumus = "pengguna_hak_pilih / dpt * 100"', 'rumus = "dpt"', "“pengguna_hak_pilih”",
    ),
    "variabel tanpa rumus": (
        'rumus = "pengguna_hak_pilih / dpt * 100"\n', "", "tidak mempunyai rumus",
    ),
    "pengisi asing": ('pengisi = "pasuruan-bakesbangpol-politik"', 'pengisi = "x"', "unit “x”"),
    "perjanjian: sesudah bukan pagu": (
        'sesudah = "537138900"', 'sesudah = "537138901"', "berjumlah_sesudah 10467423824, padahal",
    ),
    "perjanjian: sebelum murni": (
        'sebelum = "508791760"', 'sebelum = "537138900"', "berjumlah_sebelum 10467423824, padahal",
    ),
    "perjanjian: versi lain": ("anggaran_sebelum = 2", "anggaran_sebelum = 1", "pada anggaran ke-1"),
    "perjanjian: versi hilang": ("anggaran_sesudah = 1", "anggaran_sesudah = 7", "anggaran ke-7 yang"),
    "perjanjian: tanpa sebelum": ("anggaran_sebelum = 2\n", "", "tanpa anggaran_sebelum"),
    "perjanjian: program asing": (
        'kode = "8.01.02"\n  nama = "Program Penguatan Ideologi Pancasila dan Karakter Kebangsaan"'
        "\n  sesudah", 'kode = "8.01.99"\n  nama = "x"\n  sesudah', "program 8.01.99 yang tidak ada",
    ),
    "perjanjian: indikator asing": (
        'indikator = "nilai-sakip"\n  nama', 'indikator = "x"\n  nama', "indikator “x” yang tidak ada",
    ),
    "perjanjian: tanpa alasan": (
        'target = "-"\n  alasan = "Tidak ada pemilu pada tahun 2023."', 'target = "-"', "tanpa alasan",
    ),
    "perjanjian: tahun lain": (
        "[[perjanjian]]\ntahun = 2023", "[[perjanjian]]\ntahun = 2024", "anggarannya tahun 2023",
    ),
    "perjanjian: belum ada kepala": (
        "dari = 2023-01-02", "dari = 2023-01-03", "belum ada kepala unit pada hari itu",
    ),
    "perjanjian: perubahan tanpa dasar": (
        'dasar_perubahan = "Perubahan', 'dasar_perubahan = ""\n# ', "tanpa dasar_perubahan",
    ),
    "rencana: perjanjian hilang": ("perjanjian = 1", "perjanjian = 3", "perjanjian ke-3 tahun 2023"),
    "rencana: bulan kurang": ('"86.85", "90"]', '"86.85"]', "memuat 11 target rata-rata-program"),
    "rencana: frekuensi asing": ('"bulanan"', '"mingguan"', "“mingguan” yang tidak dikenal"),
    "rencana: tanpa alasan": (
        'alasan = "Tidak ada target pada bulan ini menurut Rencana Aksi."\n', "",
        "nilai-sakip memuat “-” tanpa alasan",
    ),
    "rencana: indikator asing": ('{ kunci = "nilai-sakip"', '{ kunci = "x"', "indikator “x” yang"),
    "rencana: label tanpa alasan": ('"86.85", "90"]', '"86.85", "(N/K)"]', "tanpa alasan_label"),
    "rencana: label kosong": ('"86.85", "90"]', '"86.85", "()"]', "bukan label dalam kurung"),
    "aksi: simpul asing": (AWAL_RENCANA_2, _aksi("9.99", "[1]"), "aksi 9.99, yang tidak ada"),
    "aksi: triwulan kelima": (AWAL_RENCANA_2, _aksi("8.01.02", "[5]"), "tanpa triwulan 1 sampai"),
    "aksi: tanpa centang": (AWAL_RENCANA_2, _aksi("8.01.02", "[]"), "tanpa triwulan 1 sampai"),
    "realisasi: frekuensi asing": (AWAL_DUKUNGAN, _realisasi("x", "mingguan", "-"), "“mingguan”"),
    "realisasi: indikator asing": (
        AWAL_DUKUNGAN, _realisasi("x", "tahunan", "1"), "indikator “x” yang tidak ada",
    ),
    "realisasi: frekuensi lain": (
        AWAL_DUKUNGAN, _realisasi("8.01.02", "semesteran", "1", "2"), "indikator 8.01.02 tahunan",
    ),
    "realisasi: angka berlebih": (
        AWAL_DUKUNGAN, _realisasi("8.01.02", "tahunan", "1", "2"), "setahun ada 1 periode",
    ),
    "realisasi: label": (
        AWAL_DUKUNGAN, _realisasi("8.01.02", "tahunan", "(N/K)"), "memuat label pada 8.01.02",
    ),
    "anggaran: frekuensi asing": (
        "[anggaran]\n", '[anggaran]\nfrekuensi = "mingguan"\n', "anggaran berfrekuensi “mingguan”",
    ),
    "anggaran: belanja ganda": (
        "[anggaran]\n", f"[anggaran]\nrealisasi_belanja = [{BELANJA}, {BELANJA}]\n", "“5.1.01” ada 2",
    ),
    "anggaran: sub kegiatan tidak sama": (
        'kode = "8.01.02.2.01.0001"', 'kode = "8.01.02.2.01.0001"\npagu = "1"', r"sub kegiatannya berjumlah 1\.$",
    ),
    "anggaran: turunan tanpa target": (
        'dppa = "10", capaian_tercetak', "capaian_tercetak", "tanpa target dppa",
    ),
    "akun: sekretariat memeriksa sendiri": (
        'unit = "pasuruan-bakesbangpol" },',
        'unit = "pasuruan-bakesbangpol", mengisi = ["pasuruan-bakesbangpol"] },',
        "tidak ada perencana lain",
    ),
    "akun: mengisi unit asing": (
        'ketahanan" },', 'ketahanan", mengisi = ["x"] },', "mengisi unit “x” yang tidak ada",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kasus", RUSAK)
def test_contoh_rusak_ditolak_dengan_satu_baris(kasus, pasuruan, tmp_path):
    lama, baru, pesan = RUSAK[kasus]
    berkas = tulis(tmp_path / "rusak.toml", (lama, baru))
    tolak(berkas, pesan)


def tolak(asal, pesan: str) -> None:
    sebelum = isi_basis_data()
    with pytest.raises(CommandError, match=pesan) as galat:
        jalankan("muat_contoh", "--berkas", asal)
    assert len(str(galat.value).splitlines()) == 1
    assert isi_basis_data() == sebelum


@pytest.mark.parametrize(
    ("isi", "pesan"), [("[pemda", "bukan TOML yang sah"), ("", "salah bentuk")]
)
def test_berkas_tanpa_isi_yang_terbaca(isi, pesan, pasuruan, tmp_path):
    (tmp_path / "rusak.toml").write_text(isi)
    tolak(tmp_path / "rusak.toml", pesan)


def test_folder_dan_berkas_tunggal_sama_isinya(tmp_path):
    semua = [tulis(tmp_path / "satu.toml"), berkas_contoh("pasuruan-2023")]
    satu, folder = (
        msgspec.to_builtins(baca_contoh(asal), enc_hook=lambda isian: str(isian.angka))
        for asal in semua
    )
    assert satu == folder
    assert daftar_contoh() == [
        "balangan-2024", "lampung-2024", "pasuruan-2023", "pasuruan-tl-2022",
    ]  # fmt: skip


def test_folder_kosong_dan_bagian_kembar_ditolak(pasuruan, tmp_path):
    tolak(tmp_path, "tidak memuat berkas .toml")
    (tmp_path / "a.toml").write_text(teks_contoh())
    (tmp_path / "b.toml").write_text("[unit]\n")
    tolak(tmp_path, "“unit” ada di dua berkas, a.toml dan b.toml")


def test_folder_sendiri_dimuat(pasuruan, tmp_path):
    (tmp_path / "a.toml").write_text(ganti(('nama = "Kota Pasuruan"', 'nama = "Kota Baru"')))
    assert "0 dibuat, 1 diubah" in jalankan("muat_contoh", "--berkas", tmp_path, "--akun")


def test_target_yang_berganti_keadaan_dimuat_utuh(pasuruan, tmp_path):
    """A target that was a state becomes a figure and back, with nothing left of the other."""
    berkas = tulis(
        tmp_path / "lain.toml",
        ('2024 = "85", 2025 = "-"', '2024 = "85", 2025 = "50"'),
        ('2025 = "Tidak ada pemilu pada tahun 2025."\n', ""),
    )
    jalankan("muat_contoh", "--berkas", berkas, "--akun")
    assert capaian(2025)[-1]["target"] == "50"
    assert capaian(2025)[-1]["alasan"] == "Realisasi belum diisi."
    jalankan("muat_contoh", "pasuruan-2023", "--akun")
    assert capaian(2025)[-1]["alasan"] == "Tidak ada pemilu pada tahun 2025."
