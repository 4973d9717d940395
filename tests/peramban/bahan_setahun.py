"""What a year of evaluation and the next one are made of: instruments, answers, grades, words."""

from datetime import UTC, datetime, time
from decimal import Decimal

from evaluasi.models import Kriteria, SubKomponen
from evaluasi.services.instrumen import berlakukan, hapus_bagian, salin_instrumen, simpan_bagian
from sakip.organisasi.hitung.jendela import usulan_jendela
from sakip.organisasi.models import Jendela, Pemda, Pengguna
from tests.evaluasi.pabrik import instrumen_nasional
from tests.peramban.alat_evaluasi import Nilai

# what is left of the nation's instrument: weight of each sub-komponen, and how many criteria
SISA = {"1.a": ("6", 2), "1.b": ("9", 1), "1.c": ("15", 1), "2.a": ("30", 1), "3.a": ("15", 1),
        "4.a": ("25", 1)}  # fmt: skip
BAGIAN = {"A": "0.9", "BB": "0.8", "B": "0.7", "C": "0.5", "D": "0.3"}
BERUBAH = "Terdapat pedoman teknis perencanaan kinerja yang ditetapkan kepala daerah."
BARU = "Terdapat pengumpulan data kinerja melalui aplikasi."
TERIMA = "Menyusun SOP pengukuran kinerja."
TOLAK = "Melatih pengelola data setiap bidang."
MUNDUR = "Membangun aplikasi kinerja."
ULANG = "Melatih pengelola data kinerja setiap bidang."
BIDANG = "Bidang Ketahanan Bangsa dan Kemasyarakatan"


YA, TIDAK = ("Ya", ""), ("Tidak", "")
DITOLAK = ("Tidak", "Bukti ditolak: rpjmd.pdf bukan RPJPD.")
MANDIRI = {
    2023: {kode: Nilai((YA,) * banyak) for kode, (_, banyak) in SISA.items()},
    2024: {kode: Nilai((YA,) * (2 if kode == "2.a" else 1)) for kode in SISA},
}
MANDIRI[2023]["1.a"] = Nilai((YA, ("Ya", "RPJMD terlampir.")), "BB")
EVALUATOR = {
    2023: {
        "1.a": Nilai((YA, DITOLAK), "C"),
        "1.b": Nilai((YA,), "BB"),
        "1.c": Nilai((YA,), "A", "Dipakai menyusun anggaran."),
        "2.a": Nilai((YA,), "BB"),
        "3.a": Nilai((YA,), "B", "Baru sebagian bidang."),
        "4.a": Nilai((TIDAK,), "D", "Baru direncanakan."),
    },
    2024: {
        "1.a": Nilai((YA,), "BB"),
        "1.b": Nilai((YA,), "BB"),
        "1.c": Nilai((YA,), "A", "Tetap dipakai."),
        "2.a": Nilai((YA, TIDAK), "C"),
        "3.a": Nilai((YA,), "BB"),
        "4.a": Nilai((YA,), "BB"),
    },
}


def dihitung(tahun: int, awalan: str = "") -> Decimal:
    """By hand: weight × share of the grade, summed over the sub-komponen of a komponen or all."""
    milik = EVALUATOR[tahun].items()
    return sum(
        (Decimal(SISA[kode][0]) * Decimal(BAGIAN[satu.huruf]) for kode, satu in milik
         if kode.startswith(awalan)), Decimal(0),
    )  # fmt: skip


def tulis(nilai: Decimal) -> str:
    return f"{nilai:.2f}".replace(".", ",")


def berlakukan_instrumen(pemda: Pemda) -> None:
    """One for each year of evaluation; a year later a criterion is worded anew, one is gone, one is new."""
    oleh = Pengguna.objects.get(nama_pengguna="organisasi")
    awal = salin_instrumen(instrumen_nasional(), pemda=pemda, tahun=2024, oleh=oleh)
    for sub in SubKomponen.objects.filter(komponen__instrumen=awal).select_related("komponen"):
        bobot, banyak = SISA.get(sub.kode, ("", 0))
        for satu in sub.kriteria.filter(urutan__gt=banyak):
            hapus_bagian(satu, oleh=oleh)
        if not bobot:
            hapus_bagian(sub, oleh=oleh)
        elif sub.bobot != Decimal(bobot):
            sub.bobot = Decimal(bobot)
            simpan_bagian(sub, oleh=oleh, versi=sub.versi)
    berlakukan(awal, oleh=oleh)
    kini = salin_instrumen(awal, pemda=pemda, tahun=2025, oleh=oleh)
    berubah, hilang = Kriteria.objects.filter(sub__komponen__instrumen=kini, sub__kode="1.a")
    hapus_bagian(hilang, oleh=oleh)
    berubah.uraian = BERUBAH
    simpan_bagian(berubah, oleh=oleh, versi=berubah.versi)
    sub = SubKomponen.objects.get(komponen__instrumen=kini, kode="2.a")
    simpan_bagian(Kriteria(sub=sub, urutan=2, uraian=BARU, skala=berubah.skala), oleh=oleh)
    berlakukan(kini, oleh=oleh)


def atur_jendela(pemda: Pemda, tahun: int) -> None:
    """The window of a year's evaluation, at its usual dates."""
    usul = usulan_jendela(tahun, 12, evaluasi=True)
    saat = {
        nama: datetime.combine(getattr(usul, nama), time(), UTC)
        for nama in ("buka", "tenggat", "kunci")
    }
    jenis = Jendela.Jenis.EVALUASI
    Jendela.objects.create(pemda=pemda, jenis=jenis, tahun=tahun, bulan=12, **saat)
