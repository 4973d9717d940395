"""Targets by every document that sets one, and figures by period, beside what `pabrik` makes.

Figures are written as text: `-` is not scheduled.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from pengukuran.models import Realisasi
from perencanaan.models import (
    IndikatorVersi,
    PerjanjianKinerja,
    PkBaris,
    RencanaAksi,
    RencanaIndikator,
    RenstraVersi,
    Simpul,
    TargetPeriode,
    TargetTahunan,
    VersiAnggaran,
)
from perencanaan.models.renstra import JENIS_STRATEGIS
from perencanaan.queries.renstra import indikator_renstra, versi_renstra
from sakip.organisasi.models import Pengguna, Unit
from tests.perencanaan.pabrik import (
    buat_indikator,
    buat_perjanjian,
    buat_rencana_aksi,
    tanda_tangani,
)

TRIWULAN = (3, 6, 9, 12)


def tw(*isi: str) -> dict[int, str]:
    """What the four triwulan of a table hold, by month; an empty one has no row."""
    return {bulan: teks for bulan, teks in zip(TRIWULAN, isi, strict=True) if teks}


def isian(teks: str) -> dict[str, object]:
    if teks == "-":
        return {"jenis": "tidak_dijadwalkan", "alasan": "Tidak ada yang jatuh tempo."}
    return {"jenis": "angka", "nilai": Decimal(teks)}


def rumuskan(versi: IndikatorVersi, **isi: object) -> IndikatorVersi:
    """The same wording with some of it changed."""
    for nama, nilai in isi.items():
        setattr(versi, nama, nilai)
    versi.save()
    return versi


def buat_simpul(
    versi: RenstraVersi, jenis: str, induk: Simpul | None = None, **isi: object
) -> Simpul:
    urutan = Simpul.objects.filter(renstra_versi=versi).count() + 1
    dasar = {"nama": f"{jenis} {urutan}", "urutan": urutan}
    return Simpul.objects.create(renstra_versi=versi, jenis=jenis, induk=induk, **(dasar | isi))


def indikator_anggaran(versi: RenstraVersi, jenis: str = "program") -> IndikatorVersi:
    """An indikator on the budget tree."""
    induk = None
    for satu in ("program", "kegiatan", "sub_kegiatan"):
        induk = buat_simpul(versi, satu, induk)
        if satu == jenis:
            break
    return rumuskan(buat_indikator(versi), simpul=induk)


def sisakan_indikator(unit: Unit, tahun: int, banyaknya: int) -> None:
    """Of the indikator of tujuan and sasaran only the first so many; nothing hangs on the others.

    They move to a kegiatan rather than away, since much may point at them.
    """
    renstra = versi_renstra(unit, tahun)
    kegiatan = Simpul.objects.filter(renstra_versi=renstra, jenis="kegiatan").first()
    for versi in indikator_renstra(renstra, JENIS_STRATEGIS)[banyaknya:]:
        rumuskan(versi, simpul=kegiatan)


def isi_target(versi: IndikatorVersi, tahun: int, **menurut: str) -> None:
    """Targets of a year by the document that sets each: renstra, renja, dpa, dppa."""
    for sumber, teks in menurut.items():
        TargetTahunan.objects.create(
            indikator_versi=versi, tahun=tahun, sumber=sumber, **isian(teks)
        )


def anggarkan(unit: Unit, tahun: int, *versi: tuple[str, date | None]) -> list[VersiAnggaran]:
    """The budgets of a year in their order, each by its kind and date."""
    return [
        VersiAnggaran.objects.create(unit=unit, tahun=tahun, ke=ke, jenis=jenis, tanggal=tanggal)
        for ke, (jenis, tanggal) in enumerate(versi, start=1)
    ]


def janjikan(
    unit: Unit,
    tanggal: date,
    target: Mapping[IndikatorVersi, str],
    status: str = "ditetapkan",
    **beda: object,
) -> PerjanjianKinerja:
    """The next agreement of a year, by default that of its date, with these targets."""
    tahun = beda.pop("tahun", tanggal.year)
    anggaran, _ = VersiAnggaran.objects.get_or_create(
        unit=unit, tahun=tahun, ke=1, defaults={"jenis": "murni"}
    )
    ke = PerjanjianKinerja.objects.filter(unit=unit, tahun=tahun).count() + 1
    dasar = {"ke": ke, "dasar_perubahan": "Perubahan anggaran."}
    perjanjian = buat_perjanjian(anggaran, **(dasar | beda))
    for urutan, (versi, teks) in enumerate(target.items(), start=1):
        PkBaris.objects.create(
            perjanjian=perjanjian,
            indikator=versi.indikator,
            urutan=urutan,
            nama=versi.nama,
            sasaran="Sasaran",
            satuan=versi.satuan,
            **isian(teks),
        )
    if status == "ditetapkan":
        return tanda_tangani(perjanjian, tanggal)
    perjanjian.status, perjanjian.tanggal_tanda_tangan = status, tanggal
    perjanjian.save()
    return perjanjian


def rencanakan(unit: Unit, berlaku_dari: date, **beda: object) -> RencanaAksi:
    """The next version of the Rencana Aksi of a year, set and in force from a date."""
    tahun = beda.pop("tahun", berlaku_dari.year)
    ke = RencanaAksi.objects.filter(unit=unit, tahun=tahun).count() + 1
    dasar = {"ke": ke, "status": "ditetapkan", "berlaku_dari": berlaku_dari}
    return buat_rencana_aksi(unit, tahun, {}, **(dasar | beda))


def jadwalkan(
    rencana: RencanaAksi,
    versi: IndikatorVersi,
    cara: str,
    target: Mapping[int, str],
    frekuensi: str = "triwulanan",
) -> RencanaIndikator:
    """Targets within the year, by the last month of each period."""
    milik = RencanaIndikator.objects.create(
        rencana_aksi=rencana,
        indikator=versi.indikator,
        cara=cara,
        urutan=rencana.indikator.count() + 1,
    )
    for bulan, teks in target.items():
        TargetPeriode.objects.create(
            rencana_indikator=milik,
            tahun=rencana.tahun,
            bulan=bulan,
            frekuensi=frekuensi,
            **isian(teks),
        )
    return milik


def isi_realisasi(
    versi: IndikatorVersi, tahun: int, realisasi: Mapping[int, str], **beda: object
) -> None:
    """Approved figures by the last month of each period, of the indikator's frekuensi."""
    dasar = {
        "frekuensi": versi.frekuensi,
        "status": "disetujui",
        "diisi_oleh": Pengguna.objects.get(nama_pengguna="bidang"),
        "diverifikasi_oleh": Pengguna.objects.get(nama_pengguna="sekretariat"),
    }
    for bulan, teks in realisasi.items():
        Realisasi.objects.create(
            indikator=versi.indikator,
            unit=versi.indikator.unit,
            tahun=tahun,
            bulan=bulan,
            **(dasar | isian(teks) | beda),
        )
