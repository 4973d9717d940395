"""A workbook taken in: first looked at, then all of it or nothing.

Each box is read exactly as if it had been typed on the page; only boxes that were changed in the
workbook are written, and none over what somebody else stored since it was downloaded.
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from decimal import Decimal

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from pengukuran.hitung.kolom import Kolom, giliran, nama_variabel, sebut_kolom
from pengukuran.lembar_kerja.baca import BukuTerbaca, baca_buku
from pengukuran.models import NilaiVariabel, Realisasi
from pengukuran.permissions import hak_mengisi
from pengukuran.queries.angka_isian import sebut_periode
from pengukuran.queries.lembar_isian import BarisIsian, LembarIsian, lembar_isian
from pengukuran.services.isi_sel import (
    BahanSel,
    IsiBaris,
    TulisanSalah,
    bakukan,
    isi_sel,
    rapikan,
    terapkan,
)
from pengukuran.services.sel import (
    Sel,
    baris_baru,
    buang_ketikan,
    buat_baris,
    lengkapi_baris,
    potret_baris,
)
from pengukuran.status import SumberRealisasi
from perencanaan.queries.saat import TRIWULAN
from sakip.berkas.models import Berkas
from sakip.berkas.services import baca_berkas
from sakip.dokumen.buku.baca import BukuSalah, SelTerbaca
from sakip.dokumen.buku.tinjau import (
    Keadaan,
    PratinjauBerubah,
    SelTinjau,
    Tinjauan,
    pesan_bentrok,
)
from sakip.dokumen.buku.unggah import simpan_buku
from sakip.dokumen.sel_xlsx import layak
from sakip.jejak.catat import Potret
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Tolak
from sakip.lib.transisi import HakKurang
from sakip.organisasi.models import Pengguna, Unit
from sakip.web.versi import simpan_jika_versi


@dataclass(frozen=True)
class _Tulisan:
    """A row as it would be written, beside what it was."""

    milik: BarisIsian
    baris: IsiBaris
    lama: Mapping[str, Decimal | None]
    sebelum: Potret | None
    kolom: tuple[str, ...]


def terima_buku(
    isi: UploadedFile, *, unit: Unit, tahun: int, oleh: Pengguna
) -> tuple[Berkas, BukuTerbaca]:
    """Keep a workbook between preview and confirmation, for nobody but who sent it.

    Raises HakKurang, BerkasDitolak, GagalSimpan, BukuSalah (no workbook of ours, or of another
    unit or year).
    """
    if not boleh_mengimpor(unit, tahun, oleh):
        raise HakKurang(
            f"Realisasi {unit.singkatan} diimpor oleh bidang yang mengisinya, atau sekretariatnya."
        )

    def baca(mentah: bytes) -> BukuTerbaca:
        buku = baca_buku(mentah)
        _periksa_milik(buku, unit, tahun)
        return buku

    return simpan_buku(isi, baca=baca, unit=unit, oleh=oleh)


def buku_tersimpan(berkas: Berkas, *, unit: Unit, tahun: int) -> BukuTerbaca:
    """The kept workbook, read once more. Raises as `terima_buku`, and TidakAda."""
    buku = baca_buku(baca_berkas(berkas))
    _periksa_milik(buku, unit, tahun)
    return buku


def boleh_mengimpor(unit: Unit, tahun: int, oleh: Pengguna) -> bool:
    """Whether this person enters anything at all in this year."""
    hak = hak_mengisi(oleh, unit, tahun)
    return hak.sekretariat or any(satu.pk in hak.bertugas for satu in hak.bidang.values())


def tinjau(unit: Unit, tahun: int, buku: BukuTerbaca, *, oleh: Pengguna) -> Tinjauan:
    """What the workbook would change now; nothing is written. The number of queries is fixed."""
    return _tinjau(lembar_isian(unit, tahun, buku.triwulan, oleh, semua=True), buku, oleh)[0]


def laksanakan(
    unit: Unit, tahun: int, buku: BukuTerbaca, *, sidik: str, nama: str, oleh: Pengguna
) -> Tinjauan:
    """Write all of what was shown, in one transaction.

    Raises PratinjauBerubah when the preview with this `sidik` no longer holds or has something in
    the way; then nothing was written.
    """
    with transaction.atomic():
        _kunci(unit, tahun, {satu.tanda[0] for satu in buku.sel})
        lembar = lembar_isian(unit, tahun, buku.triwulan, oleh, semua=True)
        tinjauan, tulisan = _tinjau(lembar, buku, oleh)
        if tinjauan.sidik != sidik or not tinjauan.siap:
            raise PratinjauBerubah
        for satu in tulisan:
            _tulis(satu, lembar, nama, oleh)
    return tinjauan


def _periksa_milik(buku: BukuTerbaca, unit: Unit, tahun: int) -> None:
    if (buku.kode, buku.tahun) != (unit.kode, tahun) or buku.triwulan not in TRIWULAN:
        raise BukuSalah(
            f"Lembar kerja ini milik {buku.kode} tahun {buku.tahun}, bukan {unit.kode} tahun "
            f"{tahun}. Buka unit dan tahunnya, lalu unggah di sana."
        )


def _kunci(unit: Unit, tahun: int, indikator: set[int]) -> None:
    """Hold the rows until the transaction ends, in one order, so that two imports wait in line."""
    milik = Realisasi.objects.select_for_update(no_key=True).filter(
        unit=unit, tahun=tahun, indikator__in=indikator
    )
    list(milik.order_by("pk").values_list("pk", flat=True))


def _tinjau(
    lembar: LembarIsian, buku: BukuTerbaca, oleh: Pengguna
) -> tuple[Tinjauan, list[_Tulisan]]:
    ada: dict[tuple[int, ...], BarisIsian] = {
        (satu.indikator, satu.bulan): satu for satu in lembar.baris
    }
    variabel = _variabel(satu.realisasi for satu in lembar.baris)
    menurut: dict[tuple[int, ...], list[SelTerbaca]] = {}
    for satu in buku.sel:
        menurut.setdefault(satu.tanda, []).append(satu)
    hasil: list[SelTinjau] = []
    tulisan: list[_Tulisan] = []
    for kunci, sel in menurut.items():
        milik = ada.get(kunci)
        if milik is None:
            hasil += [_asing(satu) for satu in sel if satu.teks != satu.semula or satu.tolak]
            continue
        penilai = _Penilai(lembar, milik, variabel, oleh)
        # the formula may have lost a variable since the workbook was made
        hasil += [_asing(satu) for satu in sel if satu.kolom not in milik.sel and satu.teks]
        hasil += penilai.nilai([satu for satu in sel if satu.kolom in milik.sel])
        if penilai.kolom:
            tulisan.append(penilai.tulisan())
    hasil += [
        SelTinjau(satu.alamat, "", "", "", "", satu.teks, Keadaan.DITOLAK, satu.tolak)
        for satu in buku.nyasar
    ]
    return Tinjauan(tuple(hasil), (buku.triwulan,)), tulisan


def _asing(satu: SelTerbaca) -> SelTinjau:
    return SelTinjau(
        satu.alamat, "", "", sebut_kolom(satu.kolom), "", satu.teks, Keadaan.DITOLAK,
        "Kotak ini tidak ada lagi: indikator atau rumusnya berubah. Unduh lembar kerja yang baru.",
    )  # fmt: skip


def _variabel(semua: Iterable[Realisasi | None]) -> dict[int, dict[str, Decimal | None]]:
    """The stored variables of each row, in one query."""
    pk = [satu.pk for satu in semua if satu is not None]
    hasil: dict[int, dict[str, Decimal | None]] = {}
    milik = NilaiVariabel.objects.filter(realisasi__in=pk)
    for realisasi, nama, nilai in milik.values_list("realisasi", "variabel__nama", "nilai"):
        hasil.setdefault(realisasi, {})[nama] = nilai
    return hasil


class _Penilai:
    """Judges the boxes of one row against what is stored, and puts them into a copy of it."""

    def __init__(
        self,
        lembar: LembarIsian,
        milik: BarisIsian,
        variabel: Mapping[int, Mapping[str, Decimal | None]],
        oleh: Pengguna,
    ) -> None:
        self.milik, self.bahan, self.tahun = milik, milik.bahan, lembar.tahun
        asli = milik.realisasi
        sel = Sel(lembar.unit, milik.indikator, lembar.tahun, milik.bulan, Kolom.NILAI)
        realisasi = baris_baru(sel, self.bahan, oleh) if asli is None else copy(asli)
        self.lama = dict(variabel.get(asli.pk, {})) if asli else {}
        self.baris = IsiBaris(realisasi, dict(self.lama))
        self.sebelum = potret_baris(self.baris) if asli else None
        self.kolom: list[str] = []

    def tulisan(self) -> _Tulisan:
        return _Tulisan(self.milik, self.baris, self.lama, self.sebelum, tuple(self.kolom))

    def nilai(self, sel: list[SelTerbaca]) -> Iterator[SelTinjau]:
        """What becomes of each changed box, in the order of the sheet."""
        hasil: dict[str, SelTinjau] = {}
        diubah = [satu for satu in sel if self._diubah(satu)]
        for satu in sorted(diubah, key=lambda satu: giliran(satu.kolom)):
            hasil[satu.kolom] = self._satu(satu)
        for satu in diubah:
            putusan = hasil[satu.kolom]
            if putusan.keadaan is Keadaan.BERUBAH and self._hilang(satu):
                putusan = self._tinjau(satu, Keadaan.DITOLAK, self._bertentangan())
            yield putusan
        yield from self._tertinggal(sel, hasil)

    def _diubah(self, satu: SelTerbaca) -> bool:
        if satu.tolak:
            return True
        baku = self._baku(satu.kolom, satu.teks)
        return baku != self._baku(satu.kolom, satu.semula) and baku != self._kini(satu.kolom)

    def _satu(self, satu: SelTerbaca) -> SelTinjau:
        izin = self.milik.izin
        if isinstance(izin, Tolak):
            return self._tinjau(satu, Keadaan.DITOLAK, izin.alasan)
        if satu.tolak:
            return self._tinjau(satu, Keadaan.DITOLAK, satu.tolak)
        if self._baku(satu.kolom, satu.semula) != self._kini(satu.kolom):
            return self._tinjau(
                satu,
                Keadaan.BENTROK,
                pesan_bentrok(satu.semula),
            )
        pesan = ""
        try:
            if self._hilang(satu):  # else another box of the row has brought it about already
                pesan = terapkan(self.baris, satu.kolom, satu.teks, self.bahan)
        except (TulisanSalah, TidakAda) as salah:
            return self._tinjau(satu, Keadaan.DITOLAK, str(salah))
        self.kolom.append(satu.kolom)
        return self._tinjau(satu, Keadaan.BERUBAH, pesan)

    def _hilang(self, satu: SelTerbaca) -> bool:
        """Another box of the same row took back what this one said."""
        return layak(isi_sel(self.baris, satu.kolom)) != self._baku(satu.kolom, satu.teks)

    def _tertinggal(
        self, sel: list[SelTerbaca], hasil: Mapping[str, SelTinjau]
    ) -> Iterator[SelTinjau]:
        """A figure that still stands in the workbook beside the reason why there is none.

        One that a formula gave is nobody's contradiction.
        """
        if self.bahan.berumus and not self.baris.realisasi.tanpa_variabel:
            return
        for satu in sel:
            ikut = satu.kolom == Kolom.NILAI and satu.kolom not in hasil and satu.teks.strip()
            if ikut and Kolom.BELUM_DIUKUR in self.kolom and self._hilang(satu):
                yield self._tinjau(satu, Keadaan.DITOLAK, self._bertentangan())

    def _bertentangan(self) -> str:
        if Kolom.BELUM_DIUKUR in self.kolom:
            return (
                "Baris ini berisi angka dan sekaligus alasan belum diukur. Kosongkan salah satunya."
            )
        return "Isi baris ini saling bertentangan. Periksa kolom-kolomnya, lalu unggah lagi."

    def _kini(self, kolom: str) -> str:
        return layak(self.milik.sel[kolom].isi) if kolom in self.milik.sel else ""

    def _baku(self, kolom: str, teks: str) -> str:
        return layak(bakukan(teks, kolom, self.bahan))

    def _tinjau(self, satu: SelTerbaca, keadaan: Keadaan, pesan: str) -> SelTinjau:
        baku = satu.teks if satu.tolak else self._baku(satu.kolom, satu.teks)
        return SelTinjau(
            alamat=satu.alamat,
            nama=self.bahan.rumusan.nama,
            rincian=sebut_periode(self.bahan.rumusan, self.milik.bulan, self.tahun),
            kolom=_sebut(satu.kolom, self.bahan),
            kini=self._kini(satu.kolom),
            menjadi=rapikan(baku),
            keadaan=keadaan,
            pesan=pesan,
        )


def _sebut(kolom: str, bahan: BahanSel) -> str:
    nama = nama_variabel(kolom)
    if nama is not None and nama in bahan.variabel:
        return f"variabel {bahan.variabel[nama].label}"
    return sebut_kolom(kolom)


def _tulis(tulisan: _Tulisan, lembar: LembarIsian, nama: str, oleh: Pengguna) -> None:
    """One row with its variables, its author and its line of the trail. Raises PratinjauBerubah."""
    realisasi, bahan = tulisan.baris.realisasi, tulisan.milik.bahan
    if Kolom.NILAI in tulisan.kolom and realisasi.sumber == SumberRealisasi.DIISI:
        realisasi.sumber = SumberRealisasi.IMPOR
    realisasi.diisi_oleh = oleh
    if tulisan.milik.realisasi is None:
        if not buat_baris(realisasi):
            raise PratinjauBerubah
    else:
        simpan_jika_versi(realisasi, realisasi.versi)
    lengkapi_baris(
        tulisan.baris, dict(tulisan.lama), bahan, oleh, tulisan.sebelum,
        alasan=f"Diimpor dari lembar kerja {nama}",
    )  # fmt: skip
    for kolom in tulisan.kolom:
        sel = Sel(lembar.unit, tulisan.milik.indikator, lembar.tahun, tulisan.milik.bulan, kolom)
        buang_ketikan(sel, oleh=oleh)
