"""What the page of anggaran shows, made of the tables: pure, every figure with its source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pengukuran.queries.anggaran import Serapan, TabelAnggaran
from pengukuran.queries.angka import KOSONG, RUMUS_SERAPAN, angka_uang
from pengukuran.queries.angka_anggaran import (
    RUMUS_SALDO,
    AngkaAnggaran,
    AngkaPagu,
    angka_selisih,
    sebut_simpul,
)
from pengukuran.queries.belanja import BarisBelanja as Belanja
from perencanaan.hitung.masa import BULAN_SETAHUN
from perencanaan.hitung.pagu import Selisih
from perencanaan.models import Simpul, VersiAnggaran
from perencanaan.models.renstra import JenisSimpul
from perencanaan.queries.anggaran import SelisihBelanja
from perencanaan.queries.rujukan import rujukan_anggaran
from sakip.dokumen.angka import Angka, Asal
from sakip.dokumen.blok import BatangGrafik, GrafikBatang
from sakip.lib.angka import tulis_angka


@dataclass(frozen=True)
class BarisSerapan:
    """A node or the total; `dirinci` False where neither pagu nor realisasi reaches down to it."""

    simpul: Simpul | None
    tingkat: int
    pagu: Angka
    realisasi: Angka
    saldo: Angka
    serapan: Angka
    dirinci: bool = True


@dataclass(frozen=True)
class BarisPagu:
    """A node or the total with its pagu in each version, and what the one in force has more."""

    simpul: Simpul | None
    tingkat: int
    pagu: tuple[Angka, ...]
    selisih: Angka | None


@dataclass(frozen=True)
class VersiHalaman:
    """A version with its total; `beda` is what it has more than the one before it."""

    versi: VersiAnggaran
    berlaku: bool
    keadaan: str
    jumlah: Angka
    beda: Angka | None


@dataclass(frozen=True)
class BarisBelanja:
    nama: str
    kode: str
    tingkat: int
    pagu: Angka
    realisasi: Angka
    saldo: Angka
    serapan: Angka


@dataclass(frozen=True)
class CatatanSelisih:
    """An amount that was entered for the whole, and the sum of its parts, which counts."""

    hal: str
    tempat: str
    sendiri: Angka
    jumlah: Angka
    beda: Angka


def baris_serapan(tabel: TabelAnggaran) -> tuple[BarisSerapan, tuple[BarisSerapan, ...]]:
    """The total, and every node of the tree that is of the year, with its depth."""
    angka = AngkaAnggaran(tabel)

    def susun(simpul: Simpul | None, tingkat: int, *, dirinci: bool) -> BarisSerapan:
        return BarisSerapan(
            simpul,
            tingkat,
            angka.pagu(simpul),
            angka.realisasi(simpul),
            angka.saldo(simpul),
            angka.serapan(simpul),
            dirinci,
        )

    ada = {satu.simpul.pk for satu in tabel.baris}
    return susun(None, 0, dirinci=True), tuple(
        susun(simpul, tingkat, dirinci=simpul.pk in ada)
        for simpul, tingkat in tabel.pohon.berurutan()
        if simpul.pk in ada or _dari_tahun(simpul, tabel.pohon.tahun)
    )


def _dari_tahun(simpul: Simpul, tahun: int) -> bool:
    """Whether a node without money is carried out in a year; the unit itself is no work."""
    if simpul.jenis == JenisSimpul.PERANGKAT_DAERAH:
        return False
    return (simpul.tahun_awal or tahun) <= tahun <= (simpul.tahun_akhir or tahun)


def baris_pagu(tabel: TabelAnggaran) -> tuple[BarisPagu, tuple[BarisPagu, ...]]:
    """The total, and every node that has a pagu in any version."""
    angka = AngkaPagu(tabel.pohon)
    versi = tabel.pohon.versi

    def susun(simpul: Simpul | None, tingkat: int) -> BarisPagu:
        beda = tabel.versi != versi[0]
        return BarisPagu(
            simpul,
            tingkat,
            tuple(angka.pagu(satu, simpul) for satu in versi),
            angka.selisih(tabel.versi, versi[0], simpul) if beda else None,
        )

    ada = {pk for pagu in tabel.pohon.pagu.values() for pk in pagu}
    return susun(None, 0), tuple(
        susun(simpul, tingkat) for simpul, tingkat in tabel.pohon.berurutan() if simpul.pk in ada
    )


def daftar_versi(tabel: TabelAnggaran) -> tuple[VersiHalaman, ...]:
    angka = AngkaPagu(tabel.pohon)
    semua = tabel.pohon.versi
    return tuple(
        VersiHalaman(
            versi=satu,
            berlaku=satu == tabel.versi,
            keadaan=_keadaan(satu, tabel.versi),
            jumlah=angka.pagu(satu),
            beda=angka.selisih(satu, sebelum) if sebelum else None,
        )
        for sebelum, satu in zip((None, *semua), semua, strict=False)
    )


def _keadaan(satu: VersiAnggaran, berlaku: VersiAnggaran) -> str:
    if satu == berlaku:
        return "berlaku"
    return "digantikan" if satu.ke < berlaku.ke else "berlaku kemudian"


def angka_serapan_program(baris: Iterable[BarisSerapan], masa: str) -> GrafikBatang | None:
    """Bars of the programs; None where nothing is known of any."""
    program = [
        satu
        for satu in baris
        if satu.simpul is not None
        and satu.simpul.jenis == JenisSimpul.PROGRAM
        and satu.serapan.nilai is not None
    ]
    if not program:
        return None
    return GrafikBatang(
        kunci="grafik-serapan",
        nomor="",
        judul=f"Serapan anggaran {masa} dalam persen",
        batang=tuple(
            BatangGrafik(satu.simpul.nama, satu.serapan, "netral")
            for satu in program
            if satu.simpul is not None
        ),
    )


def baris_belanja(tabel: TabelAnggaran, belanja: Iterable[Belanja]) -> tuple[BarisBelanja, ...]:
    return tuple(_baris_belanja(tabel, satu) for satu in belanja)


def _baris_belanja(tabel: TabelAnggaran, satu: Belanja) -> BarisBelanja:
    versi, kode, nama = tabel.versi, satu.belanja.kode, satu.belanja.nama
    masa = "" if tabel.sampai == BULAN_SETAHUN else f"/bulan{tabel.sampai}"
    ekor = f"belanja/{kode}"
    pagu = angka_uang(
        satu.serapan.pagu,
        f"pagu/{versi.tahun}/{versi.ke}/{ekor}",
        Asal(
            f"jumlah pagu belanja {kode} pada {versi}",
            (),
            f"Pagu {nama} (Rp)",
            (rujukan_anggaran(versi),),
        ),
    )
    realisasi = angka_uang(
        satu.serapan.realisasi,
        f"realisasi-anggaran/{versi.tahun}/{ekor}{masa}",
        Asal(f"jumlah realisasi belanja {kode} sampai bulan itu", (), f"Realisasi {nama} (Rp)"),
    )
    saldo = angka_uang(
        satu.serapan.saldo,
        f"saldo/{versi.tahun}/{versi.ke}/{ekor}{masa}",
        Asal(RUMUS_SALDO, (pagu, realisasi), f"Saldo {nama} (Rp)"),
    )
    return BarisBelanja(
        nama, kode, satu.tingkat, pagu, realisasi, saldo,
        _serapan(satu.serapan, f"serapan/{versi.tahun}/{versi.ke}/{ekor}{masa}", (pagu, realisasi)),
    )  # fmt: skip


def _serapan(serapan: Serapan, kunci: str, dari: tuple[Angka, ...]) -> Angka:
    asal = Asal(RUMUS_SERAPAN, dari, "Serapan (%)")
    if serapan.persen is None:
        return Angka(None, KOSONG, kunci, asal, "Pagu atau realisasi tidak diketahui.")
    return Angka(serapan.persen, tulis_angka(serapan.persen, 2, buang_nol=False), kunci, asal)


def catatan_selisih(tabel: TabelAnggaran) -> tuple[CatatanSelisih, ...]:
    """Where an amount entered for the whole is not the sum of its parts, in any version."""
    nama = {simpul.pk: sebut_simpul(simpul) for simpul in tabel.pohon.simpul}
    pohon = tabel.pohon
    hasil: list[CatatanSelisih] = []
    for versi in pohon.versi:
        hal = f"Pagu {versi}"
        kunci = f"pagu/{versi.tahun}/{versi.ke}"
        hasil += _catatan(hal, kunci, nama, pohon.selisih[versi.ke])
        hasil += _catatan_belanja(hal, kunci, nama, pohon.selisih_belanja[versi.ke])
    if tabel.realisasi is not None:
        hal = f"Realisasi anggaran {pohon.tahun}"
        kunci = f"realisasi/{pohon.tahun}/{tabel.sampai}"
        hasil += _catatan(hal, kunci, nama, tabel.realisasi.selisih)
        hasil += _catatan_belanja(hal, kunci, nama, tabel.realisasi.selisih_belanja)
    return tuple(hasil)


def _catatan(
    hal: str, kunci: str, nama: dict[int, str], semua: Iterable[Selisih[int]]
) -> Iterator[CatatanSelisih]:
    for satu in semua:
        yield _satu_catatan((hal, nama[satu.simpul]), f"{kunci}/{satu.simpul}", satu)


def _catatan_belanja(
    hal: str, kunci: str, nama: dict[int, str], semua: Iterable[SelisihBelanja]
) -> Iterator[CatatanSelisih]:
    for satu in semua:
        sumber = f", {satu.sumber_dana}" if satu.sumber_dana else ""
        tempat = f"{nama[satu.simpul]}: belanja {satu.belanja.simpul}{sumber}"
        ekor = f"{satu.simpul}/{satu.belanja.simpul}{satu.sumber_dana}"
        yield _satu_catatan((hal, tempat), f"{kunci}/{ekor}", satu.belanja)


def _satu_catatan(
    sebutan: tuple[str, str], kunci: str, milik: Selisih[int] | Selisih[str]
) -> CatatanSelisih:
    hal, tempat = sebutan
    sendiri = angka_uang(
        milik.sendiri,
        f"tercatat-{kunci}",
        Asal(f"{hal} yang dimasukkan untuk keseluruhannya", (), f"{hal} tercatat (Rp): {tempat}"),
    )
    jumlah = angka_uang(
        milik.jumlah_anak,
        f"jumlah-bagian-{kunci}",
        Asal(f"jumlah bagian-bagiannya pada {hal}", (), f"{hal}, jumlah bagiannya (Rp): {tempat}"),
    )
    beda = angka_selisih(
        milik.sendiri - milik.jumlah_anak,
        f"selisih-bagian-{kunci}",
        Asal(
            "yang tercatat − jumlah bagiannya", (sendiri, jumlah), f"{hal}, selisih (Rp): {tempat}"
        ),
    )
    return CatatanSelisih(hal, tempat, sendiri, jumlah, beda)
