"""Plans of any size for tests that need another one than the example's."""

from decimal import Decimal

from pengukuran.models import Realisasi, RealisasiAnggaran
from perencanaan.models import (
    Indikator,
    IndikatorVersi,
    Pagu,
    Renstra,
    RenstraVersi,
    Simpul,
    TargetTahunan,
    VersiAnggaran,
)
from sakip.organisasi.models import Pengguna, Unit


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
        for belanja in ("pegawai", "modal"):
            RealisasiAnggaran.objects.create(
                simpul=simpul, jenis_belanja=belanja, tahun=tahun, bulan=12, jumlah=Decimal(25)
            )
    return anggaran
