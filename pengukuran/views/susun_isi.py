"""What the pages of entry show, made of the rows of the sheet: pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pengukuran.hitung.kolom import Kolom, kolom_variabel, sebut_kolom
from pengukuran.models import Pengembalian, Realisasi
from pengukuran.queries.angka_isian import (
    angka_capaian_isian,
    angka_isian,
    angka_target_isian,
    angka_target_sampai,
    kata_nilai,
    sebut_periode,
)
from pengukuran.queries.lembar_isian import BarisIsian, LembarIsian
from pengukuran.queries.sel import YA, IsiBaris
from pengukuran.services.isi_sel import keluhan_sel
from pengukuran.services.sel import Hasil, JawabanSel
from pengukuran.status import StatusRealisasi
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.models import Simpul
from sakip.dokumen.angka import Angka
from sakip.lib.galat import IsianSalah
from sakip.lib.izin import Tolak

# cells that take several lines, in the order of the page of one realisasi
PENJELASAN = (
    (Kolom.ALASAN, "Wajib bila realisasinya 0."),
    (Kolom.PENDUKUNG, "Menjadi kalimat LKjIP."),
    (Kolom.PENGHAMBAT, "Wajib bila target tidak tercapai; menjadi kalimat LKjIP."),
    (Kolom.UPAYA, "Wajib bila target tidak tercapai; menjadi kalimat LKjIP."),
)
JENIS_STATUS = {
    StatusRealisasi.DRAF: "berjalan",
    StatusRealisasi.DIKEMBALIKAN: "dikembalikan",
    StatusRealisasi.DISETUJUI: "selesai",
}


@dataclass(frozen=True)
class Tanda:
    """A kind of status sign, and the word beside it."""

    jenis: str
    kata: str


@dataclass(frozen=True)
class Banding:
    """One cell three times: when it was opened (None: not known any more), as stored, as typed."""

    dibuka: str | None
    tersimpan: str
    ketikan: str


@dataclass(frozen=True)
class Kotak:
    """A box: what is stored, what stands in it, and what is asked about that.

    `tertinggal` says that a text is kept for a closed one (`mati`), to be thrown away if wished.
    """

    nama: str
    kolom: str
    label: str
    isi: str
    teks: str
    satuan: str = ""
    pesan: str = ""
    usul: tuple[str, ...] = ()
    banding: Banding | None = None
    ket: str = ""
    mati: bool = False
    tertinggal: bool = False

    @property
    def ya(self) -> bool:
        """Of a tick."""
        return self.teks == YA


@dataclass(frozen=True)
class BarisHalaman:
    """A row of the grid; `kotak` holds the variables where there is a formula, else the value."""

    sumber: BarisIsian
    awalan: str
    masa: str
    target: Angka
    sampai: Angka
    lalu: Angka | None
    tahun_lalu: Angka
    hasil: Angka | None
    capaian: Angka
    kotak: tuple[Kotak, ...]
    belum_diukur: Kotak
    kata: str
    catatan: str
    keadaan: Tanda

    @property
    def nilai_tersimpan(self) -> str:
        return self.sumber.sel[Kolom.NILAI].isi

    @property
    def tertutup(self) -> str:
        """Why the boxes cannot be written; empty where they can."""
        izin = self.sumber.izin
        return izin.alasan if isinstance(izin, Tolak) else ""


@dataclass(frozen=True)
class KelompokIsian:
    """The rows of one node."""

    simpul: Simpul
    baris: tuple[BarisHalaman, ...]


@dataclass(frozen=True)
class Keluhan:
    """One line of the summary on top: which box, and what is asked."""

    nama: str
    label: str
    pesan: str


def nama_kotak(indikator: int, bulan: int, kolom: str) -> str:
    """How a form names a cell."""
    return f"sel-{indikator}-{bulan}-{kolom}"


def baris_halaman(baris: BarisIsian, tahun: int, jawaban: Mapping[str, JawabanSel]) -> BarisHalaman:
    bahan = baris.bahan
    berhitung = bahan.berumus and not (baris.realisasi and baris.realisasi.tanpa_variabel)
    nilai = (
        tuple(
            kotak(baris, kolom_variabel(satu.nama), jawaban, label=satu.label, satuan=satu.satuan)
            for satu in bahan.variabel.values()
        )
        if berhitung
        else (kotak(baris, Kolom.NILAI, jawaban, satuan=bahan.rumusan.satuan),)
    )
    dahulu = baris.tahun_lalu
    return BarisHalaman(
        sumber=baris,
        awalan=f"{baris.indikator}-{baris.bulan}",
        masa=sebut_periode(baris.rumusan, baris.bulan, tahun),
        target=angka_target_isian(baris, tahun),
        sampai=angka_target_sampai(baris, tahun),
        lalu=angka_isian(baris.rumusan, tahun, baris.lalu.bulan, baris.lalu, baris.kembali)
        if baris.lalu
        else None,
        tahun_lalu=angka_isian(baris.rumusan, tahun - 1, baris.bulan, dahulu, baris.kembali),
        hasil=angka_isian(baris.rumusan, tahun, baris.bulan, baris.realisasi, baris.kembali)
        if berhitung
        else None,
        capaian=angka_capaian_isian(baris, tahun),
        kotak=nilai,
        belum_diukur=kotak(baris, Kolom.BELUM_DIUKUR, jawaban, label="Mengapa belum diukur"),
        kata=kata_nilai(baris.rumusan, baris.realisasi),
        catatan=_belum_lengkap(nilai) if berhitung else "",
        keadaan=keadaan_baris(baris),
    )


def _belum_lengkap(variabel: tuple[Kotak, ...]) -> str:
    """Which variables the result still waits for, once there is one."""
    kosong = [satu.label for satu in variabel if not satu.isi]
    if not kosong or len(kosong) == len(variabel):
        return ""
    return f"Belum diisi: {'; '.join(kosong)}."


def kotak(
    baris: BarisIsian,
    kolom: str,
    jawaban: Mapping[str, JawabanSel],
    *,
    label: str = "",
    satuan: str = "",
    ket: str = "",
) -> Kotak:
    """The box of a cell, with the answer to it if it was just sent."""
    milik, nama = baris.sel[kolom], nama_kotak(baris.indikator, baris.bulan, kolom)
    # a closed row shows what counts; what was typed and never stored stands beside it
    mati = isinstance(baris.izin, Tolak)
    tertinggal = milik.ketikan is not None
    if mati and tertinggal:
        ket = f"{ket} {sebut_tertinggal(milik.teks)}".strip()
    soal = Soal()
    if tertinggal and not mati:
        isi = IsiBaris(baris.realisasi or Realisasi(jenis=JenisNilai.TANPA_ANGKA.value), {})
        salah = keluhan_sel(isi, kolom, milik.teks, baris.bahan)
        soal = tanyakan(milik.pesan, salah, Banding(None, milik.isi, milik.teks), jawaban.get(nama))
    return Kotak(
        nama=nama,
        kolom=str(kolom),
        label=label or sebut_kolom(kolom).capitalize(),
        isi=milik.isi,
        teks=milik.isi if mati else milik.teks,
        satuan=satuan,
        pesan=soal.pesan,
        usul=soal.usul,
        banding=soal.banding,
        ket=ket,
        mati=mati,
        tertinggal=mati and tertinggal,
    )


@dataclass(frozen=True)
class Soal:
    """What is asked about a text that is kept; nothing where none is."""

    pesan: str = ""
    usul: tuple[str, ...] = ()
    banding: Banding | None = None


def tanyakan(
    pesan: str, salah: IsianSalah | None, tersisa: Banding, baru: JawabanSel | None
) -> Soal:
    """Of a kept text, why it is not stored; one that can be stored now waits for a choice.

    Nobody remembers what the box held when such a text was typed, so it never replaces what is
    stored by itself. `baru` is the answer to it if it was just sent.
    """
    if baru is not None and baru.hasil is Hasil.BENTROK:
        return Soal(pesan, banding=Banding(baru.semula, baru.tersimpan, baru.ketikan))
    if salah is not None:
        return Soal(pesan, salah.usul)
    return Soal("Ketikan ini belum tersimpan. Pilih mana yang berlaku.", banding=tersisa)


def sebut_tertinggal(teks: str) -> str:
    """Beside a closed box: what was typed into it and never stored."""
    return f"Ketikan Anda yang tidak tersimpan: “{teks}”."


def kotak_penjelasan(baris: BarisIsian, jawaban: Mapping[str, JawabanSel]) -> tuple[Kotak, ...]:
    """The boxes for words."""
    return tuple(kotak(baris, kolom, jawaban, ket=ket) for kolom, ket in PENJELASAN)


def keadaan_baris(baris: BarisIsian) -> Tanda:
    """How a row stands, in words."""
    milik = baris.realisasi
    if baris.belum_tersimpan and not isinstance(baris.izin, Tolak):
        return Tanda("gagal", "belum tersimpan")
    if baris.status is StatusRealisasi.DIKEMBALIKAN:
        return Tanda("dikembalikan", "dikembalikan")
    if milik is None or not baris.terisi:
        return Tanda("menunggu", "belum diisi" if baris.wajib else "boleh kosong")
    status = StatusRealisasi(milik.status)
    if status is StatusRealisasi.DRAF and milik.nilai == 0 and not milik.alasan:
        return Tanda("terlambat", "0, alasannya belum ditulis")
    return Tanda(JENIS_STATUS.get(status, "berjalan"), str(status.label))


def kelompokkan(baris: Iterable[BarisHalaman]) -> tuple[KelompokIsian, ...]:
    """By node, in the order of the rows; a node stands once."""
    hasil: dict[Simpul, tuple[BarisHalaman, ...]] = {}
    for satu in baris:
        simpul = satu.sumber.rumusan.simpul
        hasil[simpul] = (*hasil.get(simpul, ()), satu)
    return tuple(KelompokIsian(simpul, milik) for simpul, milik in hasil.items())


def keluhan(baris: BarisIsian, semua: Iterable[Kotak]) -> tuple[Keluhan, ...]:
    """The boxes of a row whose text is not stored."""
    return tuple(
        Keluhan(satu.nama, f"{baris.rumusan.nama}, {satu.label.lower()}", satu.pesan)
        for satu in semua
        if satu.pesan
    )


@dataclass(frozen=True)
class Dikembalikan:
    """A row that came back, with the remarks on its cells and where each is mended."""

    baris: BarisIsian
    catatan: tuple[tuple[str, Pengembalian], ...]


def dikembalikan(lembar: LembarIsian) -> tuple[Dikembalikan, ...]:
    return tuple(
        Dikembalikan(satu, tuple((sebut_kolom(milik.kolom), milik) for milik in satu.pengembalian))
        for satu in lembar.baris
        if satu.pengembalian
    )


def terisi(lembar: LembarIsian) -> tuple[int, int]:
    """How many of the due rows hold a figure or the reason why there is none, and of how many."""
    wajib = [satu for satu in lembar.baris if satu.wajib]
    return sum(satu.terisi for satu in wajib), len(wajib)
