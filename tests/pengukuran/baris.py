"""One row of every model of what is measured, on the rows of the plan."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from pengukuran.models import (
    AturanKesiapan,
    CatatanKesiapan,
    KetikanBelanja,
    KetikanIsian,
    Koreksi,
    NilaiVariabel,
    Pengembalian,
    Realisasi,
    SetelanCapaian,
    SumberUsulan,
    UsulanKoreksi,
)
from perencanaan.models import AksiRencana, Simpul, Variabel
from sakip.organisasi.models import Pengguna, Unit
from tests.pengukuran.pabrik import (
    OPINI,
    buat_bukti,
    buat_realisasi_aksi,
    buat_skala_predikat,
    catat_pelaku,
)
from tests.perencanaan.baris import RENCANA, RUMUSAN, SIMPUL, UNIT


def siapkan_ukur(baris_rencana: Unit) -> Unit:
    """A figure with its people, variables, evidence, correction and scale, and a step done."""
    realisasi = Realisasi.objects.get(**UNIT)
    catat_pelaku(realisasi, "bidang", "pengisi")
    catat_pelaku(realisasi, "sekretariat", "verifikator")
    for satu in Variabel.objects.filter(**RUMUSAN):
        NilaiVariabel.objects.create(realisasi=realisasi, variabel=satu, nilai=Decimal(4))
    aksi = AksiRencana.objects.get(**RENCANA, urutan=1)
    buat_bukti(realisasi)
    buat_bukti(buat_realisasi_aksi(aksi))
    buat_realisasi_aksi(aksi, 12)
    Koreksi.objects.create(
        realisasi=realisasi,
        sebelum={"nilai": "9"},
        sesudah={"nilai": "9.5"},
        alasan="salah ketik",
        diajukan_oleh=Pengguna.objects.get(nama_pengguna="bidang"),
        disetujui_oleh=Pengguna.objects.get(nama_pengguna="pimpinan"),
        waktu=datetime(2024, 2, 1, tzinfo=UTC),
    )
    siapkan_isian(realisasi)
    SetelanCapaian.objects.create(unit=baris_rencana, tahun=2023, cara_program="diisi")
    buat_skala_predikat(baris_rencana.pemda, OPINI, realisasi.indikator)
    SumberUsulan.objects.create(indikator=realisasi.indikator, sumber="lhe-tahun-evaluasi")
    return baris_rencana


def siapkan_isian(realisasi: Realisasi) -> None:
    """What surrounds the entering of a figure: a draft, a return, a note, a rule, a request."""
    orang = {satu.nama_pengguna: satu for satu in Pengguna.objects.all()}
    saat = datetime(2024, 2, 1, tzinfo=UTC)
    KetikanIsian.objects.create(
        oleh=orang["bidang"],
        indikator=realisasi.indikator,
        unit=realisasi.unit,
        tahun=realisasi.tahun,
        bulan=12,
        kolom="nilai",
        teks="12.5",
        waktu=saat,
    )
    KetikanBelanja.objects.create(
        oleh=orang["bidang"],
        simpul=Simpul.objects.get(**SIMPUL, kode="0"),
        jenis_belanja_id="5",
        unit=realisasi.unit,
        tahun=realisasi.tahun,
        bulan=12,
        teks="12.5",
        waktu=saat,
    )
    Pengembalian.objects.create(
        realisasi=realisasi,
        kolom="nilai",
        alasan="satuannya",
        oleh=orang["sekretariat"],
        waktu=saat,
    )
    CatatanKesiapan.objects.create(
        realisasi=realisasi, kode="lonjakan", teks="ada pemilu", oleh=orang["bidang"]
    )
    AturanKesiapan.objects.create(
        pemda=realisasi.unit.pemda, kode="lonjakan", tindakan="catatan", batas=Decimal(3)
    )
    UsulanKoreksi.objects.create(
        realisasi=realisasi,
        isi={"nilai": "9,5"},
        semula={"nilai": "9"},
        alasan="salah ketik",
        oleh=orang["bidang"],
        waktu=saat,
    )


@pytest.fixture
def baris_ukur(baris_rencana) -> Unit:
    return siapkan_ukur(baris_rencana)
