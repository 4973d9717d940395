"""The figures of the achievement and budget tables as `Angka`, each with where it came from."""

from decimal import Decimal

from pengukuran.hitung.capaian import Capaian
from pengukuran.queries.anggaran import Serapan
from pengukuran.queries.capaian import BarisCapaian
from perencanaan.models import VersiAnggaran
from perencanaan.queries.angka import (
    KOSONG,
    angka_indikator,
    angka_target_masa,
    angka_target_renstra,
    angka_uang,
)
from perencanaan.queries.rujukan import rujukan_anggaran
from sakip.dokumen.angka import Angka, Asal
from sakip.lib.angka import tulis_angka, tulis_selisih
from sakip.lib.romawi import tulis_romawi

__all__ = [  # with those of the plan, so that who prints both finds them in one place
    "KOSONG",
    "RUMUS_SERAPAN",
    "angka_capaian",
    "angka_capaian_setahun",
    "angka_pagu",
    "angka_persen",
    "angka_perubahan",
    "angka_realisasi",
    "angka_realisasi_anggaran",
    "angka_serapan",
    "angka_target",
    "angka_target_renstra",
    "angka_uang",
]

RUMUS_SERAPAN = "realisasi / pagu × 100"


def _kunci(jenis: str, baris: BarisCapaian) -> str:
    """Up to a triwulan it is another figure than that of the whole year."""
    masa = "" if baris.triwulan is None else f"/tw{baris.triwulan}"
    return f"{jenis}/{baris.indikator.indikator_id}/{baris.tahun}{masa}"


def _masa(baris: BarisCapaian) -> str:
    if baris.triwulan is None:
        return str(baris.tahun)
    return f"s.d. TW {tulis_romawi(baris.triwulan)} {baris.tahun}"


def angka_target(baris: BarisCapaian) -> Angka:
    """The target in force in the row's year, or what was due up to its triwulan."""
    kunci = _kunci("target", baris)
    if baris.beda:
        return Angka(None, KOSONG, kunci, Asal(f"Target {_masa(baris)}"), baris.beda)
    return angka_target_masa(
        baris.indikator,
        _masa(baris),
        baris.target,
        kunci,
        baris.sumber_target,
        rujukan=baris.rujukan_target,
    )


def angka_realisasi(baris: BarisCapaian) -> Angka:
    """The approved realisasi.

    What is due and not filled is blank, what is not due is `-`, belum diukur is N/A, each with its
    reason.
    """
    asal = Asal(
        f"Realisasi {_masa(baris)} yang telah disetujui",
        nama=f"Realisasi {_masa(baris)}: {baris.indikator.nama}",
        rujukan=baris.rujukan_realisasi,
        kembali=baris.kembali,
    )
    kunci = _kunci("realisasi", baris)
    if baris.beda:
        return Angka(None, KOSONG, kunci, asal, baris.beda)
    if baris.belum_diisi:
        return Angka(None, "", kunci, asal, baris.belum_diisi)
    if baris.realisasi is None:
        return Angka(None, KOSONG, kunci, asal, baris.hasil.alasan)
    return angka_indikator(baris.indikator, baris.realisasi, kunci, asal)


def angka_capaian(baris: BarisCapaian) -> Angka:
    dari = (angka_target(baris), angka_realisasi(baris))
    nama = f"Capaian {_masa(baris)} (%): {baris.indikator.nama}"
    return angka_persen(baris.hasil, _kunci("capaian", baris), dari, nama)


def angka_capaian_setahun(baris: BarisCapaian) -> Angka:
    """What was reached up to a triwulan, against the target of the whole year."""
    kunci, masa = _kunci("target-setahun", baris), str(baris.tahun)
    milik = baris.target_setahun
    target = angka_target_masa(
        baris.indikator,
        f"setahun {masa}",
        milik.nilai if milik else None,
        kunci,
        milik.sumber if milik else "",
        rujukan=milik.rujukan if milik else None,
    )
    nama = f"Capaian {_masa(baris)} terhadap target setahun (%): {baris.indikator.nama}"
    dari = (target, angka_realisasi(baris))
    return angka_persen(baris.setahun, _kunci("capaian-setahun", baris), dari, nama)


def angka_perubahan(ini: BarisCapaian, dahulu: BarisCapaian) -> Angka:
    """The change of capaian since an earlier year in percentage points, with its sign."""
    dari = (angka_capaian(ini), angka_capaian(dahulu))
    asal = Asal(
        f"capaian {ini.tahun} − capaian {dahulu.tahun}",
        dari,
        f"Perubahan capaian sejak {dahulu.tahun} (poin persen): {ini.indikator.nama}",
    )
    jauh = "" if dahulu.tahun == ini.tahun - 1 else f"/{dahulu.tahun}"
    kunci = _kunci("perubahan", ini) + jauh
    if ini.hasil.dipakai is None or dahulu.hasil.dipakai is None:
        alasan = dahulu.beda or "Salah satu tahun tidak mempunyai capaian."
        return Angka(None, KOSONG, kunci, asal, alasan)
    poin = ini.hasil.dipakai - dahulu.hasil.dipakai
    return Angka(poin, tulis_selisih(poin), kunci, asal)


def angka_persen(hasil: Capaian, kunci: str, dari: tuple[Angka, ...], nama: str = "") -> Angka:
    """A capaian or a progress in percent with two decimals, without its sign.

    Its source is the rule that was used: of a range or a grade that is not the indikator's alone.
    """
    asal = Asal(hasil.rumus, dari, nama)
    if hasil.dipakai is None:
        return Angka(None, KOSONG, kunci, asal, hasil.alasan)
    return Angka(hasil.dipakai, _dua(hasil.dipakai), kunci, asal)


def angka_pagu(serapan: Serapan, tempat: str, versi: VersiAnggaran) -> Angka:
    """Pagu in rupiah without the currency; `tempat` names the node or the total."""
    asal = Asal(str(versi), nama=f"Pagu {versi.tahun} (Rp)", rujukan=(rujukan_anggaran(versi),))
    return angka_uang(serapan.pagu, f"pagu/{versi.tahun}/{versi.ke}/{tempat}", asal)


def angka_realisasi_anggaran(serapan: Serapan, tempat: str, tahun: int) -> Angka:
    kunci = f"realisasi-anggaran/{tahun}/{tempat}"
    uraian = f"Realisasi anggaran {tahun}"
    return angka_uang(serapan.realisasi, kunci, Asal(uraian, nama=f"{uraian} (Rp)"))


def angka_serapan(serapan: Serapan, tempat: str, versi: VersiAnggaran) -> Angka:
    dari = (
        angka_pagu(serapan, tempat, versi),
        angka_realisasi_anggaran(serapan, tempat, versi.tahun),
    )
    asal = Asal(RUMUS_SERAPAN, dari, f"Serapan {versi.tahun} (%)")
    kunci = f"serapan/{versi.tahun}/{versi.ke}/{tempat}"
    if serapan.persen is None:
        return Angka(None, KOSONG, kunci, asal, "Pagu atau realisasi tidak diketahui.")
    return Angka(serapan.persen, _dua(serapan.persen), kunci, asal)


def _dua(nilai: Decimal) -> str:
    return tulis_angka(nilai, 2, buang_nol=False)
