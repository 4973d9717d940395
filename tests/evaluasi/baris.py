"""One row of every model of evaluation, in the unit of the example."""

from datetime import date

from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import Kriteria, PenanggungJawabData, SetelanEvaluasi
from evaluasi.services.instrumen import pasang_instrumen
from evaluasi.services.kaitan import kaitkan
from evaluasi.services.lembar import beri_nilai, jawab, mulai_tahap, tambah_bukti
from evaluasi.services.lhe import catat_komponen, terbitkan_lhe
from evaluasi.services.pengganti import salin_rekomendasi
from evaluasi.services.rekomendasi import Letak, putuskan, rekomendasikan, rekomendasikan_lhp
from evaluasi.services.tindak_lanjut import (
    BuktiBaru,
    Target,
    laporkan,
    minta_perpanjangan,
    putuskan_perpanjangan,
    rencanakan,
)
from evaluasi.status import AspekKaitan, KeadaanUnit, SumberRekomendasi
from perencanaan.models import IndikatorVersi
from sakip.organisasi.models import Jendela, Pengguna, Unit
from tests.evaluasi.pabrik import (
    TAHUN_KINERJA,
    Orang,
    instrumen_nasional,
    lembar_baru,
    lhe_kertas,
    nilai,
    pilihan,
    tahap,
)

NASIONAL = {"pemda": None, "tahun": 2022}
MILIK_PEMDA = {"pemda__isnull": False, "tahun": 2023}
DALAM = {"instrumen__pemda": None}
LEMBAR = {"tahun_evaluasi": 2024}
SUB = {"komponen__instrumen__pemda": None, "kode": "1.a"}
KRITERIA = {"sub__komponen__instrumen__pemda": None, "sub__kode": "1.a", "urutan": 1}
KERTAS = {"tahun_evaluasi": 2024}
DRAF = {"tahun_evaluasi": 2023}
DARI_LHE = {"sumber": "lhe", "pokok": None}
NASKAH = {"pokok__isnull": False}
DARI_LHP = {"sumber": "lhp_bpk"}
BULANAN = {"jenis_target": "bulan"}
BERTANGGAL = {"jenis_target": "tanggal"}


def siapkan_evaluasi(pasuruan: Unit) -> None:
    orang = Orang(
        unit=Pengguna.objects.get(nama_pengguna="sekretariat"),
        inspektorat=Pengguna.objects.get(nama_pengguna="inspektorat"),
    )
    instrumen = instrumen_nasional()
    pasang_instrumen(pemda=pasuruan.pemda, tahun=2023, oleh=None)
    SetelanEvaluasi.objects.create(pemda=pasuruan.pemda, aturan_persen="dari_semua")
    PenanggungJawabData.objects.create(unit=pasuruan, nama="Sri Contoh", telepon="081234567890")
    _lembar(pasuruan, orang)
    lhe = lhe_kertas(pasuruan, orang)
    komponen = instrumen.komponen.first()
    isi = {"oleh": orang.inspektorat, "catatan": "Pedoman ada."}
    catat_komponen(lhe, komponen, **isi)
    catat_komponen(lhe, komponen, sub=komponen.sub.first(), **isi)
    rekomendasi = rekomendasikan(
        lhe, uraian="Menyusun SOP.", oleh=orang.inspektorat, letak=[Letak(komponen)]
    )
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    draf = lhe_kertas(pasuruan, orang, tahun_evaluasi=2023, tanggal=None)
    salin_rekomendasi(draf, rekomendasi, oleh=orang.inspektorat)
    rekomendasikan_lhp(
        unit=pasuruan,
        sumber=SumberRekomendasi.LHP_BPK,
        tahun=2023,
        nomor="9/LHP",
        tanggal=date(2023, 4, 1),
        uraian="Menertibkan aset.",
        oleh=orang.inspektorat,
    )
    rekomendasi.lhe.refresh_from_db()
    rumusan = IndikatorVersi.objects.filter(indikator__unit=pasuruan).latest("pk")
    kaitkan(rekomendasi, rumusan=rumusan, aspek=AspekKaitan.DEFINISI, oleh=orang.inspektorat)
    _tindak_lanjut(rekomendasi, orang)


def _lembar(pasuruan: Unit, orang: Orang) -> None:
    lembar = lembar_baru(pasuruan, orang, instrumen_nasional())
    mandiri = tahap(lembar, "mandiri")
    mulai_tahap(mandiri, oleh=orang.unit)
    kriteria = Kriteria.objects.get(**KRITERIA)
    jawaban = jawab(mandiri, kriteria, oleh=orang.unit, pilihan=pilihan(kriteria, "Ya"))
    tambah_bukti(jawaban, oleh=orang.unit, tahun=2023, tautan="https://contoh.test/bukti")
    beri_nilai(
        mandiri, kriteria.sub, oleh=orang.unit, pilihan=nilai(lembar, "BB"), catatan="Lengkap."
    )
    # the tables of other apps ask for the only window there is
    Jendela.objects.filter(jenis=Jendela.Jenis.EVALUASI, tahun=TAHUN_KINERJA).delete()


def _tindak_lanjut(rekomendasi, orang: Orang) -> None:
    isi = {"uraian": "SOP disusun.", "unit": rekomendasi.unit, "oleh": orang.unit}
    rencana = rencanakan(rekomendasi, target=Target(JenisTarget.BULAN, bulan=12), **isi)
    rencanakan(rekomendasi, target=Target(JenisTarget.TANGGAL, tanggal=date(2024, 9, 1)), **isi)
    laporkan(
        rencana,
        keadaan=KeadaanUnit.PROSES,
        uraian="Rancangan.",
        oleh=orang.unit,
        bukti=[BuktiBaru(tautan="https://contoh.test/sop")],
    )
    minta = {"alasan": "Menunggu.", "oleh": orang.unit}
    permintaan = minta_perpanjangan(rencana, menjadi=date(2025, 9, 1), **minta)
    putuskan_perpanjangan(permintaan, disetujui=False, catatan="Cukup.", oleh=orang.inspektorat)
    minta_perpanjangan(rencana, menjadi=date(2025, 10, 1), **minta)
    putuskan(
        rekomendasi,
        StatusTindakLanjut.BELUM_SESUAI,
        catatan="Belum ditetapkan.",
        oleh=orang.inspektorat,
        sesudah=0,
    )
