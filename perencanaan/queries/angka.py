"""The figures of the plan as `Angka`, each with where it came from."""

from dataclasses import replace
from decimal import Decimal

from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.models import IndikatorVersi
from perencanaan.models.indikator import SumberTarget
from sakip.dokumen.angka import Angka, Asal, Rujukan
from sakip.lib.angka import tulis_angka, tulis_dengan_satuan, tulis_uang

KOSONG = "-"
BELUM_DITETAPKAN = "Target belum ditetapkan."


def angka_uang(jumlah: Decimal | None, kunci: str, asal: Asal | str) -> Angka:
    """An amount in rupiah without the currency; `asal` names who says so."""
    dari = Asal(asal) if isinstance(asal, str) else asal
    if jumlah is None:
        return Angka(None, KOSONG, kunci, dari, "Tidak diketahui.")
    return Angka(jumlah, tulis_uang(jumlah), kunci, dari)


def angka_target_dokumen(
    indikator: IndikatorVersi,
    tahun: int,
    nilai: Nilai | None,
    dokumen: SumberTarget,
    alasan: str = BELUM_DITETAPKAN,
) -> Angka:
    """What the Renja, DPA or DPPA of a year sets, which another document may say otherwise."""
    kunci = _kunci_target(indikator, tahun, dokumen)
    return angka_target_masa(
        indikator, str(tahun), nilai, kunci, f"{dokumen.label} {tahun}", alasan=alasan
    )


def angka_target_renstra(
    indikator: IndikatorVersi,
    tahun: int,
    nilai: Nilai | None,
    sumber: str,
    alasan: str = BELUM_DITETAPKAN,
    rujukan: Rujukan | None = None,
) -> Angka:
    """What one version of a Renstra says of a year, which another document may have changed since."""
    kunci = _kunci_target(indikator, tahun, SumberTarget.RENSTRA)
    return angka_target_masa(
        indikator, str(tahun), nilai, kunci, sumber, alasan=alasan, rujukan=rujukan
    )


def _kunci_target(indikator: IndikatorVersi, tahun: int, dokumen: SumberTarget) -> str:
    versi, tanda = indikator.renstra_versi_id, indikator.indikator_id
    return f"target-{dokumen.value}/{versi}/{tanda}/{tahun}"


def angka_target_masa(
    indikator: IndikatorVersi,
    masa: str,
    nilai: Nilai | None,
    kunci: str,
    sumber: str,
    *,
    alasan: str = BELUM_DITETAPKAN,
    rujukan: Rujukan | None = None,
) -> Angka:
    """The target of a year or of a part of it; `alasan` is why where there is none at all."""
    asal = Asal(
        f"Target {masa} menurut {sumber}" if sumber else f"Target {masa}",
        nama=f"Target {masa}: {indikator.nama}",
        rujukan=(rujukan,) if rujukan else (),
    )
    if nilai is None:
        return Angka(None, KOSONG, kunci, asal, alasan)
    return angka_indikator(indikator, nilai, kunci, asal)


def dirujuk(angka: Angka, *rujukan: Rujukan) -> Angka:
    """The same figure, told also where it is stored."""
    return replace(angka, asal=replace(angka.asal, rujukan=rujukan))


def angka_indikator(indikator: IndikatorVersi, nilai: Nilai, kunci: str, asal: Asal) -> Angka:
    """A figure or state as the indikator's own places and unit write it."""
    return angka_nilai(nilai, kunci, asal, desimal=indikator.desimal, satuan=indikator.satuan)


def angka_nilai(nilai: Nilai, kunci: str, asal: Asal, *, desimal: int, satuan: str = "") -> Angka:
    """A figure, or a state as it prints: `-`, its label, a range, a predikat, N/A."""
    if nilai.angka is not None:
        return Angka(nilai.angka, tulis_dengan_satuan(nilai.angka, desimal, satuan), kunci, asal)
    return Angka(None, _tampil_keadaan(nilai, desimal), kunci, asal, nilai.alasan)


def _tampil_keadaan(nilai: Nilai, desimal: int) -> str:
    match nilai.jenis:
        case JenisNilai.RENTANG if nilai.bawah is not None and nilai.atas is not None:
            return "–".join(tulis_angka(batas, desimal) for batas in (nilai.bawah, nilai.atas))
        case JenisNilai.PREDIKAT:
            return nilai.predikat
        case JenisNilai.TANPA_ANGKA:
            return nilai.keterangan or KOSONG
        case JenisNilai.BELUM_DIUKUR:
            return "N/A"
    return KOSONG
