"""Constraints of the instrument, the worksheet and the LHE, tried past every check of Django."""

from evaluasi.models import (
    BatasPredikat,
    BuktiJawaban,
    CatatanKomponen,
    Instrumen,
    Jawaban,
    Komponen,
    Kriteria,
    LembarKerja,
    Lhe,
    NilaiSub,
    PelakuLembar,
    PenanggungJawabData,
    PilihanJawaban,
    SetelanEvaluasi,
    SkalaJawaban,
    SubKomponen,
    TahapEvaluasi,
    TahapLembar,
)
from tests.evaluasi.baris import (
    DALAM,
    DRAF,
    KERTAS,
    KRITERIA,
    LEMBAR,
    MILIK_PEMDA,
    NASIONAL,
    SUB,
)

YA = {"skala__instrumen__pemda": None, "skala__kode": "ya-tidak", "kode": "Ya"}
YA_TIDAK = {**DALAM, "kode": "ya-tidak"}
MANDIRI = {**DALAM, "kode": "mandiri"}
PENENTU = {**DALAM, "kode": "evaluator"}
BERJALAN = {"tahap__kode": "mandiri"}
PERTAMA = {**DALAM, "urutan": 1}
TERBAWAH = {**DALAM, "di_atas": None}
ANALIS = {"sebagai": "unit"}
JAWABAN = {"kriteria__urutan": 1}
BUKTI = {"jawaban__kriteria__urutan": 1}
NILAI = {"sub__kode": "1.a"}
SETELAN = {"aturan_persen": "dari_semua"}
DITUNJUK = {"nama": "Sri Contoh"}
UMUM = {"lhe__tahun_evaluasi": 2024, "sub": None}
RINCI = {"lhe__tahun_evaluasi": 2024, "sub__isnull": False}
LAIN = "(SELECT MAX(id) FROM evaluasi_pilihanjawaban)"
LEMBAR_ITU = "(SELECT MAX(id) FROM evaluasi_lembarkerja)"

# the constraint, a row, and what a raw UPDATE makes of it
LANGGAR = [
    ("instrumen_tahun_wajar", Instrumen, NASIONAL, "tahun = 1999"),
    ("instrumen_tahun_wajar", Instrumen, NASIONAL, "tahun = 2101"),
    ("instrumen_ke_sejak_satu", Instrumen, NASIONAL, "ke = 0"),
    ("instrumen_status_dikenal", Instrumen, NASIONAL, "status = 'lain'"),
    ("instrumen_cara_dikenal", Instrumen, NASIONAL, "cara = 'lain'"),
    ("instrumen_bernama", Instrumen, NASIONAL, "nama = ''"),
    ("pilihanjawaban_bagian_wajar", PilihanJawaban, YA, "bagian = 1.01"),
    ("pilihanjawaban_bagian_wajar", PilihanJawaban, YA, "bagian = -0.01"),
    ("bataspredikat_batas_wajar", BatasPredikat, PERTAMA, "di_atas = 100"),
    ("bataspredikat_batas_wajar", BatasPredikat, PERTAMA, "di_atas = -1"),
    ("tahapevaluasi_pelaku_dikenal", TahapEvaluasi, MANDIRI, "pelaku = 'penjamin'"),
    ("tahapevaluasi_unit_bukan_penentu", TahapEvaluasi, PENENTU, "pelaku = 'unit'"),
    ("subkomponen_jenis_dikenal", SubKomponen, SUB, "jenis = 'mutu'"),
    ("subkomponen_berbobot", SubKomponen, SUB, "bobot = 0"),
    ("subkomponen_berbobot", SubKomponen, SUB, "bobot = -6"),
    ("subkomponen_berbobot", SubKomponen, SUB, "bobot = 100.5"),
    ("kriteria_berisi", Kriteria, KRITERIA, "uraian = ''"),
    ("kriteria_bukan_prasyarat_sendiri", Kriteria, KRITERIA, "prasyarat_id = id"),
    ("lembarkerja_tahun_wajar", LembarKerja, LEMBAR, "tahun_kinerja = 2025"),
    ("lembarkerja_tahun_wajar", LembarKerja, LEMBAR, "tahun_kinerja = 1999"),
    ("lembarkerja_tahun_wajar", LembarKerja, LEMBAR, "tahun_evaluasi = 2101"),
    ("tahaplembar_status_dikenal", TahapLembar, BERJALAN, "status = 'lain'"),
    ("pelakulembar_sisi_dikenal", PelakuLembar, ANALIS, "sebagai = 'penjamin'"),
    ("jawaban_berisi", Jawaban, JAWABAN, "pilihan_id = NULL"),
    ("buktijawaban_tahun_wajar", BuktiJawaban, BUKTI, "tahun = 1999"),
    ("buktijawaban_berkas_atau_tautan", BuktiJawaban, BUKTI, "tautan = ''"),
    (
        "buktijawaban_berkas_atau_tautan",
        BuktiJawaban,
        BUKTI,
        "berkas_id = (SELECT MAX(id) FROM berkas_berkas)",
    ),
    ("nilaisub_beda_bercatatan", NilaiSub, NILAI, f"catatan = '', saran_id = {LAIN}"),
    ("nilaisub_beda_bercatatan", NilaiSub, NILAI, "catatan = '', saran_id = NULL"),
    ("lhe_tahun_wajar", Lhe, KERTAS, "tahun_kinerja = 2025"),
    ("lhe_pengganti_beralasan", Lhe, KERTAS, "ke = 2"),
    ("lhe_pengganti_beralasan", Lhe, KERTAS, "ke = 0, alasan = 'x'"),
    ("lhe_terbit_berdokumen", Lhe, KERTAS, "dokumen_id = NULL"),
    ("lhe_terbit_berdokumen", Lhe, KERTAS, "status = 'draf'"),
    ("lhe_terbit_berdokumen", Lhe, DRAF, "status = 'terbit'"),
    ("lhe_nilai_wajar", Lhe, DRAF, "nilai = 100.01"),
    ("lhe_nilai_wajar", Lhe, DRAF, "nilai = -1"),
    *[
        (
            "lhe_terbit_lengkap",
            Lhe,
            KERTAS,
            f"lembar_id = {LEMBAR_ITU}, nomor = '1', predikat = 'BB', {kosong}",
        )
        for kosong in ("tanggal = NULL", "nilai = NULL")
    ],
    ("lhe_terbit_lengkap", Lhe, KERTAS, f"lembar_id = {LEMBAR_ITU}, predikat = 'BB', nomor = ''"),
    ("lhe_terbit_lengkap", Lhe, KERTAS, f"lembar_id = {LEMBAR_ITU}, nomor = '1', predikat = ''"),
    ("catatankomponen_nilai_wajar", CatatanKomponen, UMUM, "nilai = 100.5"),
    ("catatankomponen_berisi", CatatanKomponen, UMUM, "catatan = ''"),
    ("setelanevaluasi_aturan_dikenal", SetelanEvaluasi, SETELAN, "aturan_persen = 'lain'"),
    ("penanggungjawabdata_bernama", PenanggungJawabData, DITUNJUK, "nama = ''"),
    ("penanggungjawabdata_telepon_dari_nol", PenanggungJawabData, DITUNJUK, "telepon = '812'"),
]
# a word that breaks the list of words may break another rule of the row as well
LANGGAR_GANDA = [
    (("lhe_status_dikenal", "lhe_terbit_berdokumen"), Lhe, KERTAS, "status = 'lain'"),
    (("lhe_status_dikenal",), Lhe, DRAF, "status = 'lain'"),
]
# a second row like the first but for what is said
KEMBAR = [
    ("instrumen_satu_nasional", Instrumen, NASIONAL, {}),
    ("instrumen_satu_per_pemda", Instrumen, MILIK_PEMDA, {}),
    ("skalajawaban_tunggal", SkalaJawaban, YA_TIDAK, {}),
    ("skalajawaban_satu_untuk_sub", SkalaJawaban, {**DALAM, "untuk_sub": True}, {"kode": "lain"}),
    ("pilihanjawaban_tunggal", PilihanJawaban, YA, {"urutan": 9}),
    ("pilihanjawaban_satu_per_urutan", PilihanJawaban, YA, {"kode": "lain"}),
    ("bataspredikat_tunggal", BatasPredikat, PERTAMA, {"urutan": 9}),
    ("bataspredikat_satu_per_urutan", BatasPredikat, PERTAMA, {"kode": "lain"}),
    ("bataspredikat_satu_terbawah", BatasPredikat, TERBAWAH, {"urutan": 9, "kode": "lain"}),
    ("tahapevaluasi_tunggal", TahapEvaluasi, MANDIRI, {"urutan": 9}),
    ("tahapevaluasi_satu_per_urutan", TahapEvaluasi, MANDIRI, {"kode": "lain"}),
    ("tahapevaluasi_satu_penentu", TahapEvaluasi, PENENTU, {"kode": "lain", "urutan": 9}),
    ("komponen_tunggal", Komponen, PERTAMA, {"urutan": 9}),
    ("komponen_satu_per_urutan", Komponen, PERTAMA, {"kode": "lain"}),
    ("subkomponen_tunggal", SubKomponen, SUB, {"urutan": 9}),
    ("subkomponen_satu_per_urutan", SubKomponen, SUB, {"kode": "lain"}),
    ("kriteria_satu_per_urutan", Kriteria, KRITERIA, {}),
    ("lembarkerja_satu_setahun", LembarKerja, LEMBAR, {}),
    ("tahaplembar_tunggal", TahapLembar, BERJALAN, {}),
    ("pelakulembar_satu_sisi", PelakuLembar, ANALIS, {"sebagai": "inspektorat"}),
    ("jawaban_satu_per_kriteria", Jawaban, JAWABAN, {}),
    ("nilaisub_satu_per_sub", NilaiSub, NILAI, {}),
    ("lhe_ke_tunggal", Lhe, KERTAS, {"status": "draf", "dokumen": None}),
    ("lhe_satu_draf", Lhe, DRAF, {"ke": 2, "alasan": "Salah."}),
    ("lhe_satu_dokumen", Lhe, KERTAS, {"ke": 2, "alasan": "Salah."}),
    ("catatankomponen_satu_per_komponen", CatatanKomponen, UMUM, {}),
    ("catatankomponen_satu_per_sub", CatatanKomponen, RINCI, {}),
]
DITERIMA = [
    (Jawaban, JAWABAN, "pilihan_id = NULL, catatan = 'Belum tahu.'"),
    (NilaiSub, NILAI, "saran_id = pilihan_id, catatan = ''"),
    (Lhe, KERTAS, "nilai = NULL, tanggal = NULL"),
    (Lhe, KERTAS, "nilai = 100, tahun_kinerja = 2024"),
    (
        Lhe,
        KERTAS,
        f"lembar_id = {LEMBAR_ITU}, nomor = '1', predikat = 'BB', tanggal = '2024-05-02'",
    ),
    (SubKomponen, SUB, "bobot = 100"),
    (PilihanJawaban, YA, "bagian = 0"),
    (LembarKerja, LEMBAR, "tahun_kinerja = 2024"),
]
KEMBAR_DITERIMA = [
    (Instrumen, NASIONAL, {"ke": 2}),
    (Lhe, KERTAS, {"status": "draf", "dokumen": None, "ke": 2, "alasan": "Salah."}),
    (BatasPredikat, PERTAMA, {"urutan": 9, "kode": "lain"}),
    (BuktiJawaban, BUKTI, {}),
]
