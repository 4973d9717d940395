"""Wrong and right fillings of a figure that may be a state, the same for every model that has one.

Each is a raw UPDATE of a row that holds a number.
"""

KOSONG = "nilai = NULL"

# the ending of the constraint's name, and the filling
SALAH = [
    ("nilai_hanya_angka", KOSONG),
    ("nilai_hanya_angka", "jenis = 'predikat', predikat = 'WTP'"),
    ("nilai_hanya_angka", "jenis = 'rentang', batas_bawah = 1, batas_atas = 2"),
    ("batas_hanya_rentang", "batas_bawah = 1"),
    ("batas_hanya_rentang", "batas_atas = 1"),
    ("batas_hanya_rentang", "batas_bawah = 1, batas_atas = 2"),
    ("batas_hanya_rentang", f"jenis = 'rentang', {KOSONG}"),
    ("batas_hanya_rentang", f"jenis = 'rentang', {KOSONG}, batas_bawah = 1"),
    ("batas_hanya_rentang", f"jenis = 'rentang', {KOSONG}, batas_atas = 1"),
    ("batas_hanya_rentang", f"jenis = 'rentang', {KOSONG}, batas_bawah = 2, batas_atas = 1"),
    ("predikat_hanya_predikat", "predikat = 'WTP'"),
    ("predikat_hanya_predikat", f"jenis = 'predikat', {KOSONG}"),
]
BENAR = [
    "nilai = 0",
    "nilai = -1.5, alasan = 'Terjadi penurunan.'",
    f"jenis = 'rentang', {KOSONG}, batas_bawah = 1, batas_atas = 1",
    f"jenis = 'rentang', {KOSONG}, batas_bawah = 69.1, batas_atas = 69.5",
    f"jenis = 'predikat', {KOSONG}, predikat = 'WTP'",
]
BELUM_DIUKUR = f"jenis = 'belum_diukur', {KOSONG}"
TIDAK_DIJADWALKAN = f"jenis = 'tidak_dijadwalkan', {KOSONG}"
TANPA_ANGKA = f"jenis = 'tanpa_angka', {KOSONG}, keterangan = 'N/K'"
BERALASAN = "alasan = 'Tidak ada pemilu.'"
