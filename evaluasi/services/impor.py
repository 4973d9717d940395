"""A workbook of a stage taken in: first looked at, then all of it or nothing.

Only boxes that were changed in the workbook are written, through the services that the page
writes with, and none over what somebody else stored since it was downloaded.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from evaluasi.lembar_kerja.baca import BukuTerbaca, baca_buku
from evaluasi.lembar_kerja.bentuk import Kolom
from evaluasi.models import Kriteria, PilihanJawaban, SubKomponen, TahapLembar
from evaluasi.models.lembar import JAWABAN_KOSONG
from evaluasi.permissions import boleh_mengerjakan
from evaluasi.queries.isi_lembar import IsiSub, isi_semua
from evaluasi.queries.lembar import izin_mengisi
from evaluasi.queries.sel_lembar import IsiSel, Saran, isi_sel, saran_dari
from evaluasi.services.dasar import minta
from evaluasi.services.lembar import tahap_terkunci
from evaluasi.services.sel_lembar import (
    NILAI_KOSONG,
    Hasil,
    minta_alasan,
    simpan_jawaban,
    simpan_nilai,
)
from pengukuran.queries.sel import rapikan
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
from sakip.lib.izin import Izin, Tolak
from sakip.organisasi.models import Pengguna

KODE_TAMPIL = 20
TIDAK_ADA = (
    "Kotak ini tidak ada pada instrumen lembar kerja ini. Unduh lembar kerja yang baru, lalu "
    "pindahkan isinya."
)
SEBUTAN = {
    (True, Kolom.PILIHAN): "jawaban",
    (True, Kolom.CATATAN): "catatan",
    (False, Kolom.PILIHAN): "nilai",
    (False, Kolom.CATATAN): "catatan nilai",
}


@dataclass(frozen=True)
class _Baris:
    """A criterion, or the grade of its sub-komponen, as it is stored."""

    sub: SubKomponen
    kriteria: Kriteria | None
    nomor: str
    pilihan: tuple[PilihanJawaban, ...]
    isi: IsiSel

    @property
    def kunci(self) -> tuple[int, int]:
        return self.sub.pk, self.kriteria.pk if self.kriteria else 0


@dataclass(frozen=True)
class _Putusan:
    """What becomes of a line: what it would hold, and each changed box of it."""

    baris: _Baris
    menjadi: IsiSel
    sel: tuple[SelTinjau, ...] = field(default=())


def terima_buku(
    isi: UploadedFile, *, tahap: TahapLembar, oleh: Pengguna
) -> tuple[Berkas, BukuTerbaca]:
    """Keep a workbook between preview and confirmation, for nobody but who sent it.

    Raises HakKurang, BerkasDitolak, GagalSimpan, BukuSalah (no workbook of ours, of another unit,
    year, stage or instrument, or the stage cannot be filled in now).
    """
    minta(boleh_mengerjakan(oleh, tahap))
    izin = izin_mengisi(oleh, tahap)
    if isinstance(izin, Tolak):
        raise BukuSalah(izin.alasan)

    def baca(mentah: bytes) -> BukuTerbaca:
        buku = baca_buku(mentah)
        _periksa_milik(buku, tahap)
        return buku

    return simpan_buku(isi, baca=baca, unit=tahap.lembar.unit, oleh=oleh)


def buku_tersimpan(berkas: Berkas, *, tahap: TahapLembar) -> BukuTerbaca:
    """The kept workbook, read once more. Raises as `terima_buku`, and TidakAda."""
    buku = baca_buku(baca_berkas(berkas))
    _periksa_milik(buku, tahap)
    return buku


def tinjau(tahap: TahapLembar, buku: BukuTerbaca, *, oleh: Pengguna) -> Tinjauan:
    """What the workbook would change now; nothing is written. The number of queries is fixed."""
    return _tinjau(tahap, buku, oleh)[0]


def laksanakan(
    tahap: TahapLembar, buku: BukuTerbaca, *, sidik: str, nama: str, oleh: Pengguna
) -> Tinjauan:
    """Write all of what was shown, in one transaction.

    Raises HakKurang, and PratinjauBerubah when the preview with this `sidik` no longer holds or
    has something in the way; then nothing was written.
    """
    minta(boleh_mengerjakan(oleh, tahap))
    with transaction.atomic():
        tahap = tahap_terkunci(tahap)  # two imports wait in line
        tinjauan, putusan = _tinjau(tahap, buku, oleh)
        if tinjauan.sidik != sidik or not tinjauan.siap:
            raise PratinjauBerubah
        # the answers first, so that a grade meets what they suggest
        for satu in sorted(putusan, key=lambda satu: satu.baris.kriteria is None):
            _tulis(tahap, satu, oleh, f"Diimpor dari lembar kerja {nama}")
    return tinjauan


def _periksa_milik(buku: BukuTerbaca, tahap: TahapLembar) -> None:
    lembar = tahap.lembar
    if (buku.kode, buku.tahun_kinerja) != (lembar.unit.kode, lembar.tahun_kinerja):
        raise BukuSalah(
            f"Lembar kerja ini milik {buku.kode[:60]} atas kinerja {buku.tahun_kinerja}, bukan "
            f"{lembar.unit.kode} atas kinerja {lembar.tahun_kinerja}. Buka unit dan tahunnya, lalu "
            "unggah di sana."
        )
    if buku.tahun_evaluasi != lembar.tahun_evaluasi:
        raise BukuSalah(
            f"Lembar kerja ini dari evaluasi {buku.tahun_evaluasi}, sedangkan LKE yang terbuka di "
            f"sini evaluasi {lembar.tahun_evaluasi}. Unduh lembar kerja yang baru."
        )
    if buku.instrumen != lembar.instrumen_id:
        raise BukuSalah(
            f"Lembar kerja ini disusun menurut instrumen atau versi lain; LKE ini memakai "
            f"{lembar.instrumen}. Unduh lembar kerja yang baru, lalu pindahkan isinya."
        )
    if buku.tahap != tahap.tahap.kode:
        milik = lembar.instrumen.tahap.filter(kode=buku.tahap).first()
        raise BukuSalah(
            f"Lembar kerja ini untuk tahap “{milik or buku.tahap[:40]}”, bukan “{tahap.tahap}”. "
            "Buka tahapnya, lalu unggah di sana."
        )


def _tinjau(
    tahap: TahapLembar, buku: BukuTerbaca, oleh: Pengguna
) -> tuple[Tinjauan, list[_Putusan]]:
    # the stage alone: what others say changes nothing here
    isi = isi_semua(oleh, tahap.lembar, tahap, [tahap])
    baris = {satu.kunci: satu for sub in isi for satu in _baris(sub)}
    menurut: dict[tuple[int, ...], list[SelTerbaca]] = {}
    for satu in buku.sel:
        menurut.setdefault(satu.tanda, []).append(satu)
    izin = izin_mengisi(oleh, tahap)
    putusan = {
        kunci: _Penilai(milik, izin).putuskan(menurut.get(kunci, []))
        for kunci, milik in baris.items()
    }
    for kunci, satu_putusan in putusan.items():
        if not kunci[1] and satu_putusan.sel:
            putusan[kunci] = _periksa_nilai(satu_putusan, _saran(isi, kunci[0], putusan))
    hasil = [sel for satu_putusan in putusan.values() for sel in satu_putusan.sel]
    hasil += [
        SelTinjau(s.alamat, "", "", s.kolom, "", s.teks, Keadaan.DITOLAK, TIDAK_ADA)
        for kunci, semua in menurut.items()
        if kunci not in baris
        for s in semua
        if s.teks != s.semula or s.tolak
    ]
    hasil += [
        SelTinjau(s.alamat, "", "", "", "", s.teks, Keadaan.DITOLAK, s.tolak) for s in buku.nyasar
    ]
    return Tinjauan(tuple(hasil), (tahap.pk,)), [s for s in putusan.values() if s.sel]


def _baris(isi: IsiSub) -> Iterator[_Baris]:
    """The lines of a sub-komponen in the order of the sheet: the grade stands above."""
    sub, nomor = isi.kini.sub, isi.kini.alamat
    if isi.nilai:
        yield _Baris(sub, None, nomor, isi.nilai.pilihan, isi_sel(isi.nilai.milik))
    for satu in isi.baris:
        nomor_kriteria = f"{nomor}.{satu.kriteria.urutan}"
        yield _Baris(sub, satu.kriteria, nomor_kriteria, satu.pilihan, isi_sel(satu.jawaban))


def _saran(isi: Sequence[IsiSub], sub: int, putusan: Mapping[tuple[int, int], _Putusan]) -> Saran:
    """What the answers of a sub-komponen suggest once the workbook is in."""
    milik = next(satu for satu in isi if satu.kini.sub.pk == sub)
    jawaban = [putusan[sub, satu.kriteria.pk].menjadi.pilihan for satu in milik.baris]
    terpenuhi = [
        pilihan.terpenuhi
        for satu, kode in zip(milik.baris, jawaban, strict=True)
        for pilihan in satu.pilihan
        if pilihan.kode == kode
    ]
    return saran_dari(terpenuhi, len(milik.baris))


class _Penilai:
    """Judges the boxes of one line against what is stored."""

    def __init__(self, baris: _Baris, izin: Izin) -> None:
        self.baris, self.izin = baris, izin
        self.kini = {Kolom.PILIHAN: baris.isi.pilihan, Kolom.CATATAN: baris.isi.catatan}

    def putuskan(self, semua: Sequence[SelTerbaca]) -> _Putusan:
        sel = [satu for satu in semua if self._diubah(satu)]
        hasil = [self._satu(satu) for satu in sel]
        baru = dict(self.kini)
        for satu, putusan in zip(sel, hasil, strict=True):
            if putusan.keadaan is Keadaan.BERUBAH:
                baru[Kolom(satu.kolom)] = self._baku(satu.kolom, satu.teks)
        menjadi = IsiSel(baru[Kolom.PILIHAN], baru[Kolom.CATATAN])
        if self.baris.kriteria and menjadi == IsiSel():
            hasil = [_tolak(satu, JAWABAN_KOSONG) for satu in hasil]
        return _Putusan(self.baris, menjadi, tuple(hasil))

    def _diubah(self, satu: SelTerbaca) -> bool:
        if satu.tolak:
            return True
        baku = self._baku(satu.kolom, satu.teks)
        return baku not in {self._baku(satu.kolom, satu.semula), self._kini(satu.kolom)}

    def _satu(self, satu: SelTerbaca) -> SelTinjau:
        if isinstance(self.izin, Tolak):
            return self._tinjau(satu, Keadaan.DITOLAK, self.izin.alasan)
        if satu.tolak:
            return self._tinjau(satu, Keadaan.DITOLAK, satu.tolak)
        if self._baku(satu.kolom, satu.semula) != self._kini(satu.kolom):
            return self._tinjau(satu, Keadaan.BENTROK, pesan_bentrok(satu.semula))
        baku = self._baku(satu.kolom, satu.teks)
        if satu.kolom == Kolom.PILIHAN and baku and baku not in self._kode():
            return self._tinjau(satu, Keadaan.DITOLAK, self._pilih(baku))
        return self._tinjau(satu, Keadaan.BERUBAH)

    def _kode(self) -> list[str]:
        return [satu.kode for satu in self.baris.pilihan]

    def _pilih(self, teks: str) -> str:
        return (
            f"“{teks[:KODE_TAMPIL]}” tidak ada pada skalanya. Pilih salah satu: "
            f"{', '.join(self._kode())}. Kosongkan bila belum ada."
        )

    def _kini(self, kolom: str) -> str:
        return rapikan(layak(self.kini[Kolom(kolom)]))

    def _baku(self, kolom: str, teks: str) -> str:
        """As the box would hold it; a choice in the spelling of its scale."""
        rapi = rapikan(layak(teks))
        if kolom == Kolom.CATATAN:
            return rapi
        cocok = [kode for kode in self._kode() if kode.casefold() == rapi.casefold()]
        return cocok[0] if len(cocok) == 1 else rapi

    def _tinjau(self, satu: SelTerbaca, keadaan: Keadaan, pesan: str = "") -> SelTinjau:
        kriteria = self.baris.kriteria
        apa = "Kriteria" if kriteria else "Sub-komponen"
        return SelTinjau(
            alamat=satu.alamat,
            nama=kriteria.uraian if kriteria else self.baris.sub.nama,
            rincian=f"{apa} {self.baris.nomor}",
            kolom=SEBUTAN[kriteria is not None, Kolom(satu.kolom)],
            kini=self._kini(satu.kolom),
            menjadi=satu.teks if satu.tolak else self._baku(satu.kolom, satu.teks),
            keadaan=keadaan,
            pesan=pesan,
        )


def _periksa_nilai(putusan: _Putusan, saran: Saran) -> _Putusan:
    """A grade needs a choice, and a note where it differs from what the answers suggest."""
    isi = putusan.menjadi
    ada = {satu.kode for satu in putusan.baris.pilihan}
    if not isi.pilihan:
        pesan = NILAI_KOSONG
    elif isi.catatan or (saran.kode == isi.pilihan and saran.kode in ada):
        return putusan
    else:
        pesan = minta_alasan(isi.pilihan, saran.kode)
    sel = tuple(_tolak(satu, pesan) for satu in putusan.sel)
    return _Putusan(putusan.baris, isi, sel)


def _tolak(satu: SelTinjau, pesan: str) -> SelTinjau:
    """A box that would be written if it were not for the rest of its line."""
    if satu.keadaan is not Keadaan.BERUBAH:
        return satu
    return SelTinjau(
        satu.alamat, satu.nama, satu.rincian, satu.kolom, satu.kini, satu.menjadi,
        Keadaan.DITOLAK, pesan,
    )  # fmt: skip


def _tulis(tahap: TahapLembar, putusan: _Putusan, oleh: Pengguna, alasan: str) -> None:
    """One line through the service of the page. Raises PratinjauBerubah."""
    baris, isi = putusan.baris, {"isi": putusan.menjadi, "semula": putusan.baris.isi}
    if baris.kriteria:
        hasil = simpan_jawaban(tahap, baris.kriteria, **isi, oleh=oleh, alasan=alasan)
    else:
        hasil = simpan_nilai(tahap, baris.sub, **isi, oleh=oleh, alasan=alasan)
    if hasil.hasil is not Hasil.TERSIMPAN:
        raise PratinjauBerubah
