"""What a cell holds and what a typed text makes of it; nothing is read or written here but text."""

from copy import copy
from decimal import Decimal

from pengukuran.hitung.kolom import SEL, Kolom, nama_variabel, sebut_kolom
from pengukuran.models import Realisasi
from pengukuran.queries.sel import (
    MAKS_TEKS,
    TEKS,
    YA,
    BahanSel,
    IsiBaris,
    isi_sel,
    rapikan,
    tulis_nilai,
)
from pengukuran.status import SumberRealisasi
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.hitung.rumus import RumusSalah, hitung_rumus
from perencanaan.models.dasar import DESIMAL_NILAI, DIGIT_NILAI
from sakip.lib.angka import bulatkan, tulis_angka
from sakip.lib.baca import AngkaSalah, Isian, baca_angka, jenis_isian
from sakip.lib.galat import IsianSalah, TidakAda

__all__ = [  # with what cells hold, so that who writes them finds all of it in one place
    "MAKS_TEKS",
    "YA",
    "BahanSel",
    "IsiBaris",
    "TulisanSalah",
    "bakukan",
    "isi_sel",
    "keluhan_sel",
    "periksa_kolom",
    "rapikan",
    "terapkan",
]

MAKS_BULAT = DIGIT_NILAI - DESIMAL_NILAI
_YA = frozenset({"ya", "on", "1", "true"})
_TIDAK = frozenset({"", "tidak", "off", "0", "false"})


class TulisanSalah(IsianSalah):
    """What was typed into a cell cannot be kept as it is; `kolom` where several were sent."""

    kolom: str = ""


def periksa_kolom(kolom: str, bahan: BahanSel) -> None:
    """That this indikator has such a cell. Raises TidakAda."""
    nama = nama_variabel(kolom)
    if kolom not in SEL and nama not in bahan.variabel:
        raise TidakAda(f"{sebut_kolom(kolom).capitalize()} tidak ada pada indikator ini.")


def bakukan(teks: str, kolom: str, bahan: BahanSel) -> str:
    """A text as the cell would hold it; what cannot be read stays as it is, trimmed."""
    rapi = rapikan(teks)
    try:
        if nama_variabel(kolom) is not None or (kolom == Kolom.NILAI and not bahan.predikat):
            return tulis_nilai(_baca(rapi, kolom, bahan))
        if kolom == Kolom.NILAI:
            return _baca_predikat(rapi, bahan)
        if kolom == Kolom.TANPA_VARIABEL:
            return YA if _baca_ya(rapi) else ""
    except TulisanSalah:
        return rapi
    return rapi


def keluhan_sel(baris: IsiBaris, kolom: str, teks: str, bahan: BahanSel) -> TulisanSalah | None:
    """Why a text cannot be put into a cell, None where it can; the row stays as it is."""
    salinan = IsiBaris(copy(baris.realisasi), dict(baris.variabel))
    try:
        terapkan(salinan, kolom, teks, bahan)
    except TulisanSalah as salah:
        return salah
    return None


def terapkan(baris: IsiBaris, kolom: str, teks: str, bahan: BahanSel) -> str:
    """Put a typed text into a cell of the row in memory; gives what is to be said beside it.

    A variable gives the value through the formula. Raises TulisanSalah with the question; then
    nothing of the row has changed.
    """
    realisasi, nama, rapi = baris.realisasi, nama_variabel(kolom), rapikan(teks)
    if nama is not None:
        baris.variabel[nama] = _baca(rapi, kolom, bahan)
        return "" if realisasi.tanpa_variabel else _hitung(baris, bahan)
    if kolom in TEKS:
        setattr(realisasi, kolom, _periksa_panjang(rapi, kolom, TEKS[kolom]))
        return ""
    match kolom:
        case Kolom.NILAI:
            _isi_nilai(realisasi, rapi, bahan)
        case Kolom.ALASAN:
            _isi_alasan(realisasi, rapi)
        case Kolom.BELUM_DIUKUR:
            return _isi_belum_diukur(baris, rapi, bahan)
        case Kolom.TANPA_VARIABEL:
            return _isi_tanpa_variabel(baris, rapi, bahan)
    return ""


def _isi_nilai(realisasi: Realisasi, teks: str, bahan: BahanSel) -> None:
    if bahan.berumus and not realisasi.tanpa_variabel:
        nama = ", ".join(bahan.variabel)
        raise TulisanSalah(
            f"Nilai indikator ini dihitung dari variabelnya ({nama}). Isi variabelnya, atau "
            "nyatakan dahulu bahwa variabel tidak tersedia."
        )
    if bahan.predikat and teks:
        predikat = _baca_predikat(teks, bahan)
        _jadikan(realisasi, JenisNilai.PREDIKAT)
        realisasi.predikat = predikat
    elif (nilai := _baca(teks, Kolom.NILAI, bahan)) is None:
        if realisasi.jenis != JenisNilai.BELUM_DIUKUR:
            _jadikan(realisasi, JenisNilai.TANPA_ANGKA)
    else:
        _jadikan(realisasi, JenisNilai.ANGKA)
        realisasi.nilai = nilai


def _isi_alasan(realisasi: Realisasi, teks: str) -> None:
    if realisasi.jenis == JenisNilai.BELUM_DIUKUR:
        raise TulisanSalah(
            "Realisasi ini dinyatakan belum diukur. Tulis alasannya pada isian belum diukur."
        )
    realisasi.alasan = _periksa_panjang(teks, Kolom.ALASAN, MAKS_TEKS)


def _isi_belum_diukur(baris: IsiBaris, teks: str, bahan: BahanSel) -> str:
    realisasi = baris.realisasi
    alasan = _periksa_panjang(teks, Kolom.BELUM_DIUKUR, MAKS_TEKS)
    if alasan:
        _jadikan(realisasi, JenisNilai.BELUM_DIUKUR)
        realisasi.alasan = alasan
        return ""
    _jadikan(realisasi, JenisNilai.TANPA_ANGKA)
    berhitung = bahan.berumus and not realisasi.tanpa_variabel
    return _hitung(baris, bahan) if berhitung else ""


def _isi_tanpa_variabel(baris: IsiBaris, teks: str, bahan: BahanSel) -> str:
    if not bahan.berumus:
        raise TulisanSalah("Indikator ini tidak memakai rumus; tulis nilainya langsung.")
    baris.realisasi.tanpa_variabel = _baca_ya(teks)
    if baris.realisasi.tanpa_variabel:
        _bersumber(baris.realisasi, SumberRealisasi.DIISI)
        return ""
    return _hitung(baris, bahan)


def _hitung(baris: IsiBaris, bahan: BahanSel) -> str:
    """The value from the variables; where they give none, why. Belum diukur stays until they do."""
    realisasi = baris.realisasi
    semua = {nama: baris.variabel.get(nama) for nama in bahan.variabel}
    try:
        hasil = hitung_rumus(bahan.rumusan.rumus, semua)
    except RumusSalah as salah:
        nilai, pesan = None, f"Rumus indikator ini salah: {salah} Minta sekretariat memperbaikinya."
    else:
        nilai, pesan = hasil.nilai, hasil.alasan
    if nilai is not None and nilai.adjusted() >= MAKS_BULAT:
        nilai, pesan = None, "Hasil rumusnya terlalu besar. Periksa variabelnya."
    if nilai is not None:
        _jadikan(realisasi, JenisNilai.ANGKA, SumberRealisasi.FORMULA)
        realisasi.nilai = bulatkan(nilai, DESIMAL_NILAI)
    elif realisasi.jenis != JenisNilai.BELUM_DIUKUR:
        _jadikan(realisasi, JenisNilai.TANPA_ANGKA, SumberRealisasi.FORMULA)
    return pesan


def _jadikan(
    realisasi: Realisasi, jenis: JenisNilai, sumber: SumberRealisasi = SumberRealisasi.DIISI
) -> None:
    """Another state, empty of what the one before held; the reason of a number stays."""
    if realisasi.jenis == JenisNilai.BELUM_DIUKUR:
        realisasi.alasan = ""
    realisasi.jenis = jenis.value
    _bersumber(realisasi, sumber)
    realisasi.nilai = realisasi.batas_bawah = realisasi.batas_atas = None
    realisasi.predikat = ""


def _bersumber(realisasi: Realisasi, sumber: SumberRealisasi) -> None:
    """Another source; what was said of a proposal of the system goes with it."""
    if realisasi.sumber == SumberRealisasi.SISTEM:
        realisasi.catatan_sumber = realisasi.rujukan_sumber = ""
    realisasi.sumber = sumber


def _baca(teks: str, kolom: str, bahan: BahanSel) -> Decimal | None:
    """A number, or None for an empty box. Raises TulisanSalah with the reader's question."""
    if jenis_isian(teks) is Isian.KOSONG:
        return None
    nama = nama_variabel(kolom)
    satuan = bahan.rumusan.satuan if nama is None else bahan.variabel[nama].satuan
    try:
        return baca_angka(
            teks, satuan=satuan, negatif=True, maks_bulat=MAKS_BULAT, maks_desimal=DESIMAL_NILAI
        )
    except AngkaSalah as salah:
        raise TulisanSalah(salah.pesan, salah.usul) from salah


def _baca_predikat(teks: str, bahan: BahanSel) -> str:
    kena = [satu for satu in bahan.predikat if satu.casefold() == teks.casefold()]
    if not teks:
        return ""
    if len(kena) != 1:
        daftar = ", ".join(bahan.predikat)
        raise TulisanSalah(f"Predikat ini tidak ada dalam skalanya. Pilih salah satu: {daftar}.")
    return kena[0]


def _baca_ya(teks: str) -> bool:
    isi = teks.casefold()
    if isi in _YA or isi in _TIDAK:
        return isi in _YA
    raise TulisanSalah("Tulis “ya” bila variabelnya tidak tersedia, atau kosongkan.")


def _periksa_panjang(teks: str, kolom: str, batas: int) -> str:
    if len(teks) > batas:
        raise TulisanSalah(
            f"Isian {sebut_kolom(kolom)} paling banyak {tulis_angka(Decimal(batas))} karakter, "
            f"di sini {tulis_angka(Decimal(len(teks)))}. Ringkaskan, atau pindahkan ke bukti."
        )
    return teks
