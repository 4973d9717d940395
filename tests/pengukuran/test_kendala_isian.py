"""What the database refuses of drafts, returns, notes, rules and requests for corrections."""

from pengukuran.hitung.kesiapan import SELALU_CEGAH, KodeKesiapan, Tindakan
from pengukuran.hitung.kolom import SEL, Kolom
from pengukuran.models import (
    AturanKesiapan,
    CatatanKesiapan,
    KetikanBelanja,
    KetikanIsian,
    PelakuRealisasi,
    Pengembalian,
    Realisasi,
    UsulanKoreksi,
)
from tests.perencanaan import keadaan
from tests.perencanaan.baris import KODE, UNIT

PER_REALISASI = {"realisasi__unit__kode": KODE}
TERBUKA = {**PER_REALISASI, "selesai": False}
LONJAKAN = {"kode": "lonjakan"}
ORANG = "(SELECT id FROM organisasi_pengguna WHERE nama_pengguna = '{}')"
DIAJUKAN = f"diajukan_oleh_id = {ORANG.format('bidang')}"

LANGGAR = [
    (
        "realisasi_pengisi_bukan_penyetuju",
        Realisasi,
        UNIT,
        "disetujui_oleh_id = diisi_oleh_id",
    ),
    (
        "realisasi_penyetuju_hanya_bila_sah",
        Realisasi,
        UNIT,
        f"disetujui_oleh_id = {ORANG.format('pimpinan')}, status = 'diverifikasi'",
    ),
    ("realisasi_pengajuan_lengkap", Realisasi, UNIT, DIAJUKAN),
    ("realisasi_pengajuan_lengkap", Realisasi, UNIT, "diajukan_pada = '2024-02-01 00:00:00+00'"),
    *[
        (
            "realisasi_bukan_keadaan_target",
            Realisasi,
            UNIT,
            f"{keadaan.TANPA_ANGKA}, status = '{status}'",
        )
        for status in ("diajukan", "diverifikasi")
    ],
    ("ketikanisian_tahun_wajar", KetikanIsian, UNIT, "tahun = 1999"),
    ("ketikanisian_bulan_sah", KetikanIsian, UNIT, "bulan = 0"),
    ("ketikanisian_bulan_sah", KetikanIsian, UNIT, "bulan = 13"),
    ("ketikanbelanja_tahun_wajar", KetikanBelanja, UNIT, "tahun = 1999"),
    ("ketikanbelanja_bulan_sah", KetikanBelanja, UNIT, "bulan = 0"),
    ("ketikanbelanja_bulan_sah", KetikanBelanja, UNIT, "bulan = 13"),
    *[
        ("ketikanisian_kolom_dikenal", KetikanIsian, UNIT, f"kolom = '{kolom}'")
        for kolom in ("", "asing", "status", "bukti", "umum", "variabel")
    ],
    *[
        ("pengembalian_kolom_dikenal", Pengembalian, TERBUKA, f"kolom = '{kolom}'")
        for kolom in ("", "asing", "variabel")
    ],
    ("pengembalian_beralasan", Pengembalian, TERBUKA, "alasan = ''"),
    ("catatankesiapan_kode_dikenal", CatatanKesiapan, PER_REALISASI, "kode = 'asing'"),
    ("catatankesiapan_berisi", CatatanKesiapan, PER_REALISASI, "teks = ''"),
    ("aturankesiapan_kode_dikenal", AturanKesiapan, LONJAKAN, "kode = 'asing', batas = NULL"),
    ("aturankesiapan_tindakan_dikenal", AturanKesiapan, LONJAKAN, "tindakan = 'asing'"),
    ("aturankesiapan_batas_wajar", AturanKesiapan, LONJAKAN, "batas = 1"),
    ("aturankesiapan_batas_wajar", AturanKesiapan, LONJAKAN, "batas = -3"),
    ("aturankesiapan_batas_wajar", AturanKesiapan, LONJAKAN, "kode = 'bukti_tidak_ada'"),
    *[
        (
            "aturankesiapan_selalu_cegah",
            AturanKesiapan,
            LONJAKAN,
            f"kode = '{kode.value}', batas = NULL, tindakan = 'abaikan'",
        )
        for kode in sorted(SELALU_CEGAH)
    ],
    ("usulankoreksi_beralasan", UsulanKoreksi, TERBUKA, "alasan = ''"),
]
KEMBAR = [
    ("ketikanisian_satu_per_sel", KetikanIsian, UNIT, {}),
    ("ketikanisian_satu_per_sel", KetikanIsian, UNIT, {"teks": "lain"}),
    ("ketikanbelanja_satu_per_sel", KetikanBelanja, UNIT, {}),
    ("ketikanbelanja_satu_per_sel", KetikanBelanja, UNIT, {"teks": "lain"}),
    ("pengembalian_satu_terbuka", Pengembalian, TERBUKA, {}),
    ("catatankesiapan_satu_per_kode", CatatanKesiapan, PER_REALISASI, {"teks": "lain"}),
    ("aturankesiapan_satu_per_kode", AturanKesiapan, LONJAKAN, {"tindakan": "cegah"}),
    ("usulankoreksi_satu_terbuka", UsulanKoreksi, TERBUKA, {"alasan": "lain"}),
]
DITERIMA = [
    *[
        (
            Realisasi,
            UNIT,
            f"{keadaan.TANPA_ANGKA}, status = '{status}', diverifikasi_oleh_id = NULL",
        )
        for status in ("draf", "dikembalikan")
    ],
    (Realisasi, UNIT, f"disetujui_oleh_id = {ORANG.format('pimpinan')}"),
    (Realisasi, UNIT, "disetujui_oleh_id = diverifikasi_oleh_id"),
    (Realisasi, UNIT, f"{DIAJUKAN}, diajukan_pada = '2024-02-01 00:00:00+00'"),
    (PelakuRealisasi, {**PER_REALISASI, "sebagai": "verifikator"}, "sebagai = 'penyetuju'"),
    *[(KetikanIsian, UNIT, f"kolom = '{kolom.value}'") for kolom in SEL],
    (KetikanIsian, UNIT, "kolom = 'variabel.kini', teks = ''"),
    *[(Pengembalian, TERBUKA, f"kolom = '{kolom.value}'") for kolom in Kolom],
    (Pengembalian, TERBUKA, "kolom = 'variabel.kini'"),
    *[(CatatanKesiapan, PER_REALISASI, f"kode = '{kode.value}'") for kode in KodeKesiapan],
    *[(AturanKesiapan, LONJAKAN, f"tindakan = '{satu.value}'") for satu in Tindakan],
    (AturanKesiapan, LONJAKAN, "kode = 'melebihi_target', batas = 1.01"),
    (AturanKesiapan, LONJAKAN, "batas = NULL"),
    (AturanKesiapan, LONJAKAN, "kode = 'belum_diisi', batas = NULL, tindakan = 'cegah'"),
]
KEMBAR_DITERIMA = [
    (KetikanIsian, UNIT, {"kolom": "upaya"}),
    (KetikanIsian, UNIT, {"bulan": 6}),
    (KetikanIsian, UNIT, {"tahun": 2024}),
    (KetikanBelanja, UNIT, {"jenis_belanja_id": "5.1"}),
    (KetikanBelanja, UNIT, {"bulan": 6}),
    (KetikanBelanja, UNIT, {"tahun": 2024}),
    (Pengembalian, TERBUKA, {"kolom": "upaya"}),
    (Pengembalian, TERBUKA, {"selesai": True}),
    (CatatanKesiapan, PER_REALISASI, {"kode": "bukti_tidak_ada"}),
    (AturanKesiapan, LONJAKAN, {"kode": "melebihi_target"}),
    (UsulanKoreksi, TERBUKA, {"selesai": True}),
]
