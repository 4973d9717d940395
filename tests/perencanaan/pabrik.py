"""Plans of any size for tests that need another one than the example's."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pengukuran.models import Realisasi, RealisasiAnggaran
from perencanaan.models import (
    AksiRencana,
    Indikator,
    IndikatorVersi,
    Pagu,
    PerjanjianKinerja,
    PkBaris,
    PkProgram,
    RencanaAksi,
    RencanaIndikator,
    Renstra,
    RenstraVersi,
    Simpul,
    TargetPeriode,
    TargetTahunan,
    VersiAnggaran,
)
from sakip.organisasi.models import Pengguna, Unit
from tests.dokumen.terbitan import terbit


def buat_versi(unit: Unit, ke: int = 1, mulai: int = 2021) -> RenstraVersi:
    """One more version of the unit's Renstra 2021–2026."""
    renstra, _ = Renstra.objects.get_or_create(
        unit=unit, tahun_awal=2021, defaults={"nama": "Renstra", "tahun_akhir": 2026}
    )
    return RenstraVersi.objects.create(renstra=renstra, ke=ke, nama=f"ke-{ke}", mulai_tahun=mulai)


def buat_indikator(versi: RenstraVersi, indikator: Indikator | None = None) -> IndikatorVersi:
    """A rising yearly indikator under a tujuan of its own; the same one again where it is given."""
    unit = versi.renstra.unit
    urutan = IndikatorVersi.objects.filter(renstra_versi=versi).count() + 1
    return IndikatorVersi.objects.create(
        indikator=indikator or Indikator.objects.create(unit=unit),
        renstra_versi=versi,
        simpul=Simpul.objects.create(
            renstra_versi=versi, jenis="tujuan", nama=f"Tujuan {urutan}", urutan=urutan
        ),
        nama=f"Indikator {urutan}",
        satuan="Persen",
        arah="naik",
        aturan="naik",
        cara="terakhir",
        frekuensi="tahunan",
        urutan=urutan,
    )


def isi_tahun(
    versi: IndikatorVersi, tahun: int, target: Decimal, realisasi: Decimal | None = None
) -> None:
    TargetTahunan.objects.create(
        indikator_versi=versi, tahun=tahun, sumber="renstra", jenis="angka", nilai=target
    )
    if realisasi is not None:
        Realisasi.objects.create(
            indikator=versi.indikator,
            unit=versi.indikator.unit,
            tahun=tahun,
            bulan=12,
            frekuensi="tahunan",
            jenis="angka",
            nilai=realisasi,
            status="disetujui",
            diisi_oleh=Pengguna.objects.get(nama_pengguna="bidang"),
            diverifikasi_oleh=Pengguna.objects.get(nama_pengguna="sekretariat"),
        )


def buat_anggaran(versi: RenstraVersi, tahun: int, program: int) -> VersiAnggaran:
    """A murni budget with so many programs, each of 100 rupiah in two parts and half spent."""
    anggaran = VersiAnggaran.objects.create(
        unit=versi.renstra.unit, tahun=tahun, ke=1, jenis="murni"
    )
    for ke in range(program):
        simpul = Simpul.objects.create(
            renstra_versi=versi, jenis="program", kode=str(ke), nama=f"Program {ke}", urutan=ke
        )
        for dana in ("APBD", "DAK"):
            Pagu.objects.create(
                versi_anggaran=anggaran, simpul=simpul, sumber_dana=dana, jumlah=Decimal(50)
            )
        for belanja in ("5.1.01", "5.2"):
            RealisasiAnggaran.objects.create(
                simpul=simpul, jenis_belanja_id=belanja, tahun=tahun, bulan=12, jumlah=Decimal(25)
            )
    return anggaran


def buat_perjanjian(
    anggaran: VersiAnggaran, *indikator: IndikatorVersi, **beda: object
) -> PerjanjianKinerja:
    """A draft that promises 10, 20, … of the indikator, and 100 rupiah for each program."""
    isian = {
        "unit": anggaran.unit,
        "tahun": anggaran.tahun,
        "ke": 1,
        "nama": "Kepala Unit",
        "jabatan": "Kepala Unit",
        "atasan_nama": "Wali Kota",
        "atasan_jabatan": "Wali Kota",
        "tempat": "Pasuruan",
        "anggaran_sesudah": anggaran,
    }
    perjanjian = PerjanjianKinerja.objects.create(**(isian | beda))
    for ke, satu in enumerate(indikator, start=1):
        PkBaris.objects.create(
            perjanjian=perjanjian,
            indikator=satu.indikator,
            urutan=ke,
            nama=satu.nama,
            sasaran=satu.simpul.nama,
            satuan=satu.satuan,
            jenis="angka",
            nilai=Decimal(10 * ke),
        )
    program = Simpul.objects.filter(pagu__versi_anggaran=anggaran, jenis="program").distinct()
    for ke, simpul in enumerate(program, start=1):
        PkProgram.objects.create(
            perjanjian=perjanjian, simpul=simpul, urutan=ke, nama=simpul.nama, sesudah=Decimal(100)
        )
    return perjanjian


def tanda_tangani(perjanjian: PerjanjianKinerja, tanggal: date) -> PerjanjianKinerja:
    """As if it had gone all its way; the document of its own says nothing of its content."""
    oleh = Pengguna.objects.get(nama_pengguna="pimpinan")
    PerjanjianKinerja.objects.filter(pk=perjanjian.pk).update(
        status="ditetapkan",
        tanggal_tanda_tangan=tanggal,
        dokumen=terbit(
            perjanjian.unit,
            oleh,
            jenis="perjanjian-kinerja",
            tahun=perjanjian.tahun,
            alasan=perjanjian.dasar_perubahan,
        ),
    )
    perjanjian.refresh_from_db()
    return perjanjian


def buat_rencana_aksi(
    unit: Unit, tahun: int, target: dict[IndikatorVersi, Iterable[int | None]], **beda: object
) -> RencanaAksi:
    """A draft with monthly targets from January on; None is not scheduled."""
    rencana = RencanaAksi.objects.create(**({"unit": unit, "tahun": tahun, "ke": 1} | beda))
    for ke, (satu, bulanan) in enumerate(target.items(), start=1):
        milik = RencanaIndikator.objects.create(
            rencana_aksi=rencana, indikator=satu.indikator, cara="kumulatif", urutan=ke
        )
        for bulan, nilai in enumerate(bulanan, start=1):
            isi_bulan(milik, bulan, nilai)
    return rencana


def isi_bulan(milik: RencanaIndikator, bulan: int, nilai: int | None) -> TargetPeriode:
    keadaan = {"jenis": "tidak_dijadwalkan", "alasan": "Belum jatuh tempo."}
    if nilai is not None:
        keadaan = {"jenis": "angka", "nilai": Decimal(nilai)}
    return TargetPeriode.objects.create(
        rencana_indikator=milik,
        tahun=milik.rencana_aksi.tahun,
        bulan=bulan,
        frekuensi="bulanan",
        **keadaan,
    )


def buat_aksi(rencana: RencanaAksi, indikator: IndikatorVersi, **beda: object) -> AksiRencana:
    """A step planned in the first and the last triwulan."""
    isian = {
        "rencana_aksi": rencana,
        "indikator": indikator.indikator,
        "uraian": "Rapat koordinasi",
        "tw1": True,
        "tw4": True,
        "urutan": rencana.aksi.count() + 1,
    }
    return AksiRencana.objects.create(**(isian | beda))
