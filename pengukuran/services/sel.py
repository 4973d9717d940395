"""One cell of the entry grid, saved as one types: never over somebody else's, never lost."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import Any, cast

from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Subquery

from pengukuran.models import (
    ButirPredikat,
    KetikanIsian,
    NilaiVariabel,
    Realisasi,
    SkalaIndikator,
)
from pengukuran.permissions import boleh_mengisi
from pengukuran.services.dasar import catat_pengisi, wajib, wajib_terbuka
from pengukuran.services.isi_sel import (
    BahanSel,
    IsiBaris,
    TulisanSalah,
    bakukan,
    isi_sel,
    periksa_kolom,
    terapkan,
)
from pengukuran.services.ketikan import Tempat, ketik, lupakan
from pengukuran.status import DAPAT_DIUBAH, StatusRealisasi
from perencanaan.hitung.masa import BULAN_SETAHUN, PANJANG, Frekuensi
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.models import IndikatorVersi, RenstraVersi
from sakip.jejak.aksi import Aksi
from sakip.jejak.catat import Potret, catat, potret
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import KeadaanSalah
from sakip.organisasi.models import Pengguna, Unit
from sakip.web.tahun import TAHUN_WAJAR
from sakip.web.tunggal import satu_baris
from sakip.web.versi import simpan_jika_versi


@dataclass(frozen=True)
class Sel:
    """One cell: an indikator of a unit in the period that ends with `bulan`, and its column."""

    unit: Unit
    indikator_id: int
    tahun: int
    bulan: int
    kolom: str


class Hasil(StrEnum):
    TERSIMPAN = "tersimpan"
    SAMA = "sama"
    TANYA = "tanya"
    BENTROK = "bentrok"


@dataclass(frozen=True)
class JawabanSel:
    """What became of a save.

    TERSIMPAN and SAMA: the cell holds `tersimpan`. TANYA: `pesan` asks about `ketikan`, and `usul`
    holds spellings to choose from. BENTROK: somebody else changed the cell since it held `semula`;
    `oleh` names who entered last. `baris` is the row as it is stored now, None where there is
    none, and `bahan` how its cells were read; `tertinggal` are this person's own texts of the row
    that are not stored in it.
    """

    hasil: Hasil
    ketikan: str
    tersimpan: str
    semula: str
    pesan: str = ""
    usul: tuple[str, ...] = ()
    oleh: str = ""
    baris: IsiBaris | None = None
    bahan: BahanSel | None = None
    tertinggal: tuple[KetikanIsian, ...] = ()


def simpan_sel(sel: Sel, *, teks: str, semula: str, oleh: Pengguna) -> JawabanSel:
    """Save one cell as typed; `semula` is what it held when it was opened.

    What is not saved is kept as KetikanIsian. Raises TidakAda (no such indikator, period or
    cell), HakKurang, KeadaanSalah (submitted already, or the window is closed; the text is kept).
    """
    bahan = bahan_sel(sel.unit, sel.tahun, sel.indikator_id)
    periksa_periode(sel, bahan)
    periksa_kolom(sel.kolom, bahan)
    baru = baris_baru(sel, bahan, oleh)
    wajib(boleh_mengisi(oleh, baru))
    try:
        wajib_terbuka(baru)
        with transaction.atomic():
            jawaban = _simpan(sel, bahan, teks=teks, semula=semula, oleh=oleh)
            tertinggal = _tinggalkan(sel, jawaban, oleh)
    except KeadaanSalah as tutup:
        ketik(_tempat(sel), teks=teks, pesan=str(tutup), oleh=oleh)
        raise
    return replace(jawaban, bahan=bahan, tertinggal=tertinggal)


def bahan_sel(unit: Unit, tahun: int, indikator_id: int) -> BahanSel:
    """How the cells of an indikator are read, in the wording in force that year. Raises TidakAda."""
    versi = RenstraVersi.objects.berlaku(unit, tahun).values("pk")
    semua = IndikatorVersi.objects.filter(indikator=indikator_id, renstra_versi__in=versi)
    milik = semua.select_related("indikator", "renstra_versi__renstra")
    # with the wording: few indikator are on a scale, and the others ask no more of it
    skala = SkalaIndikator.objects.filter(indikator=OuterRef("indikator")).values("skala")
    rumusan = satu_baris(milik.annotate(skala=Subquery(skala)))
    if rumusan is None or rumusan.indikator.unit_id != unit.pk:
        raise TidakAda(f"Indikator ini tidak ada dalam Renstra {unit.singkatan} tahun {tahun}.")
    variabel = {satu.nama: satu for satu in rumusan.variabel.all()} if rumusan.rumus else {}
    return BahanSel(rumusan, variabel, _skor(unit, cast("Any", rumusan).skala))


def _skor(unit: Unit, skala: int | None) -> dict[str, Decimal]:
    """Each grade of a scale with its score, the best first; a scale of another pemda has none."""
    if skala is None:
        return {}
    butir = ButirPredikat.objects.filter(skala=skala, skala__pemda=unit.pemda_id)
    return dict(butir.order_by("-skor").values_list("predikat", "skor"))


def baca_baris(realisasi: Realisasi, bahan: BahanSel) -> IsiBaris:
    """A stored row with the variables of its formula."""
    if not bahan.berumus or realisasi._state.adding:
        return IsiBaris(realisasi, {})
    milik = NilaiVariabel.objects.filter(realisasi=realisasi).values_list("variabel__nama", "nilai")
    return IsiBaris(realisasi, dict(milik))


def potret_baris(baris: IsiBaris) -> Potret:
    """The row as the trail keeps it, its variables among the columns."""
    isi = {f"variabel.{nama}": nilai for nama, nilai in baris.variabel.items()}
    return {**potret(baris.realisasi), **isi}


def tulis_variabel(baris: IsiBaris, lama: dict[str, Decimal | None], bahan: BahanSel) -> None:
    """Store the variables that differ from what they were."""
    for nama, nilai in baris.variabel.items():
        if nama in lama and lama[nama] == nilai:
            continue
        milik, baru = NilaiVariabel.objects.get_or_create(
            realisasi=baris.realisasi, variabel=bahan.variabel[nama], defaults={"nilai": nilai}
        )
        if not baru:
            milik.nilai = nilai
            simpan_jika_versi(milik, milik.versi)


def periksa_periode(sel: Sel, bahan: BahanSel) -> None:
    """That the period of a cell exists at all: an address may be forged. Raises TidakAda."""
    frekuensi = Frekuensi(bahan.rumusan.frekuensi)
    sah = range(PANJANG[frekuensi], BULAN_SETAHUN + 1, PANJANG[frekuensi])
    if sel.tahun not in TAHUN_WAJAR or sel.bulan not in sah:
        raise TidakAda(
            f"Indikator ini diisi {frekuensi.value}; periode yang berakhir pada bulan {sel.bulan} "
            f"tahun {sel.tahun} tidak ada. Muat ulang halamannya."
        )


def periksa_dapat_diubah(realisasi: Realisasi) -> None:
    """What was submitted is not changed under those who judge it. Raises KeadaanSalah."""
    if realisasi.status not in DAPAT_DIUBAH:
        label = StatusRealisasi(realisasi.status).label
        raise KeadaanSalah(
            f"Isian ini sudah {label}, sehingga tidak dapat diubah. Minta dikembalikan dahulu bila "
            "perlu diperbaiki."
        )


def baris_baru(sel: Sel, bahan: BahanSel, oleh: Pengguna) -> Realisasi:
    """The row of the cell while nothing of it is stored."""
    return Realisasi(
        indikator=bahan.rumusan.indikator,
        unit=sel.unit,
        tahun=sel.tahun,
        bulan=sel.bulan,
        frekuensi=bahan.rumusan.frekuensi,
        jenis=JenisNilai.TANPA_ANGKA.value,
        diisi_oleh=oleh,
    )


def baris_terkunci(sel: Sel, bahan: BahanSel) -> Realisasi | None:
    """The stored row, held until the transaction ends; None where there is none.

    Without a join: PostgreSQL, having waited, would match the new row with the old person and
    find nothing.
    """
    semua = Realisasi.objects.select_for_update(no_key=True)
    baris = satu_baris(
        semua.filter(indikator=sel.indikator_id, unit=sel.unit, tahun=sel.tahun, bulan=sel.bulan)
    )
    if baris is not None:
        baris.indikator, baris.unit = bahan.rumusan.indikator, sel.unit
    return baris


def _simpan(sel: Sel, bahan: BahanSel, *, teks: str, semula: str, oleh: Pengguna) -> JawabanSel:
    tersimpan = baris_terkunci(sel, bahan)
    baris = baca_baris(tersimpan or baris_baru(sel, bahan, oleh), bahan)
    periksa_dapat_diubah(baris.realisasi)
    jawab = partial(_jawab, baris if tersimpan else None, teks, semula)
    kini = isi_sel(baris, sel.kolom)
    if bakukan(teks, sel.kolom, bahan) == kini:
        return jawab(Hasil.SAMA, kini)
    if bakukan(semula, sel.kolom, bahan) != kini:
        pesan = "Orang lain menyimpan isian ini setelah Anda membukanya. Pilih mana yang berlaku."
        return jawab(Hasil.BENTROK, kini, pesan)
    sebelum, lama = potret_baris(baris), dict(baris.variabel)
    try:
        pesan = terapkan(baris, sel.kolom, teks, bahan)
    except TulisanSalah as salah:
        return jawab(Hasil.TANYA, kini, salah.pesan, salah.usul)
    baris.realisasi.diisi_oleh = oleh
    if tersimpan is None:
        if not buat_baris(baris.realisasi):  # somebody else was first with another cell of the row
            return _simpan(sel, bahan, teks=teks, semula=semula, oleh=oleh)
    else:
        simpan_jika_versi(baris.realisasi, baris.realisasi.versi)
    lengkapi_baris(baris, lama, bahan, oleh, sebelum if tersimpan else None)
    kini = isi_sel(baris, sel.kolom)
    return _jawab(baris, teks, semula, Hasil.TERSIMPAN, kini, pesan)


def _tinggalkan(sel: Sel, jawaban: JawabanSel, oleh: Pengguna) -> tuple[KetikanIsian, ...]:
    """Keep the text of a cell that was not saved, let go that of one that was; gives the row's."""
    tersimpan = jawaban.hasil in {Hasil.TERSIMPAN, Hasil.SAMA}
    if not tersimpan:
        ketik(_tempat(sel), teks=jawaban.ketikan, pesan=jawaban.pesan, oleh=oleh)
    milik = KetikanIsian.objects.untuk(oleh).filter(
        indikator=sel.indikator_id, unit=sel.unit, tahun=sel.tahun, bulan=sel.bulan
    )
    ada = {satu.kolom: satu for satu in milik}
    if tersimpan and ada.pop(sel.kolom, None) is not None:
        buang_ketikan(sel, oleh=oleh)
    return tuple(ada.values())


def _jawab(
    baris: IsiBaris | None,
    ketikan: str,
    semula: str,
    hasil: Hasil,
    tersimpan: str,
    pesan: str = "",
    usul: tuple[str, ...] = (),
) -> JawabanSel:
    oleh = "" if baris is None else str(baris.realisasi.diisi_oleh)
    return JawabanSel(hasil, ketikan, tersimpan, semula, pesan, usul, oleh, baris)


def buat_baris(realisasi: Realisasi) -> bool:
    """Insert the row; False where another transaction has put it there meanwhile."""
    try:
        with transaction.atomic():
            realisasi.save(force_insert=True)
    except IntegrityError:
        milik = Realisasi.objects.filter(
            indikator=realisasi.indikator, unit=realisasi.unit,
            tahun=realisasi.tahun, bulan=realisasi.bulan,
        )  # fmt: skip
        if not milik.exists():
            raise
        return False
    return True


def lengkapi_baris(
    baris: IsiBaris,
    lama: dict[str, Decimal | None],
    bahan: BahanSel,
    oleh: Pengguna,
    sebelum: Potret | None,
    alasan: str = "",
) -> None:
    """What belongs to the written row: its variables, its author, its line of the trail."""
    realisasi = baris.realisasi
    tulis_variabel(baris, lama, bahan)
    catat_pengisi(realisasi, oleh)
    catat(
        Aksi.REALISASI_DIISI,
        realisasi,
        oleh=oleh,
        sebelum=sebelum,
        sesudah=potret_baris(baris),
        alasan=alasan,
        unit_id=realisasi.unit_id,
    )


def _tempat(sel: Sel) -> Tempat:
    isi = {
        "indikator_id": sel.indikator_id,
        "unit": sel.unit,
        "tahun": sel.tahun,
        "bulan": sel.bulan,
        "kolom": sel.kolom,
    }
    return Tempat(KetikanIsian, isi)


def buang_ketikan(sel: Sel, *, oleh: Pengguna) -> None:
    """One's own unsaved text of a cell, thrown away on purpose."""
    lupakan(_tempat(sel), oleh=oleh)
