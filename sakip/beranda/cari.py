"""Search over all units that a person may read, in what is in force in a year."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, overload

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Replace
from django.urls import reverse

from pelaporan.models import Laporan
from perencanaan.models import (
    IndikatorVersi,
    PerjanjianKinerja,
    RencanaAksi,
    RenstraVersi,
    Simpul,
)
from perencanaan.models.perjanjian import TingkatPk
from perencanaan.models.renstra import JENIS_STRATEGIS, JenisSimpul
from perencanaan.queries.ruang import RuangKerja
from sakip.organisasi.models import Pengguna, Unit

PANJANG_KATA_KUNCI = 100
SEHALAMAN = 50
JENIS_SIMPUL = (
    ("Tujuan", JenisSimpul.TUJUAN),
    ("Sasaran", JenisSimpul.SASARAN),
    ("Program", JenisSimpul.PROGRAM),
    ("Kegiatan", JenisSimpul.KEGIATAN),
    ("Sub kegiatan", JenisSimpul.SUB_KEGIATAN),
)
JENIS_BERHALAMAN = tuple(jenis for _, jenis in JENIS_SIMPUL)

_KENDALI = re.compile(r"[\x00-\x1f\x7f]+")
_KODE = re.compile(r"[0-9.]*[0-9][0-9.]*")


@dataclass(frozen=True)
class Potongan:
    """A piece of a text, and whether it is what was looked for."""

    teks: str
    kena: bool


@dataclass(frozen=True)
class Hasil:
    """One thing found: what it is called, of which unit, and where it stands; '' is nowhere."""

    judul: tuple[Potongan, ...]
    kode: tuple[Potongan, ...]
    unit: str
    ket: str
    alamat: str
    dahulu: tuple[Potongan, ...] = ()


@dataclass(frozen=True)
class Kelompok:
    """What was found of one kind; `banyaknya` on all pages together."""

    nama: str
    banyaknya: int
    hasil: tuple[Hasil, ...]


@dataclass(frozen=True)
class ButirHalaman:
    """A page of the menu."""

    nama: str
    alamat: str


def rapikan(teks: str) -> str:
    """What was typed, without control characters and no longer than is looked for."""
    return " ".join(_KENDALI.sub(" ", teks).split())[:PANJANG_KATA_KUNCI].strip()


def tandai(teks: str, kata: Iterable[str]) -> tuple[Potongan, ...]:
    """`teks` cut where one of the words stands in it, whatever its case; a code also without dots."""
    pola = "|".join(_pola(satu) for satu in sorted(kata, key=len, reverse=True))
    if not pola:
        return (Potongan(teks, kena=False),)
    bagian = re.split(f"({pola})", teks, flags=re.IGNORECASE)
    return tuple(Potongan(satu, kena=bool(i % 2)) for i, satu in enumerate(bagian) if satu)


def _pola(kata: str) -> str:
    if _KODE.fullmatch(kata):
        return r"\.?".join(re.escape(satu) for satu in kata if satu != ".")
    return re.escape(kata)


class Golongan(Protocol):
    """The finds of one kind: how many, and any stretch of them."""

    nama: str

    def __len__(self) -> int: ...

    def ambil(self, awal: int, akhir: int) -> list[Hasil]: ...


class GolonganTetap:
    """Few enough to be held."""

    def __init__(self, nama: str, hasil: Iterable[Hasil]) -> None:
        self.nama = nama
        self.hasil = list(hasil)

    def __len__(self) -> int:
        return len(self.hasil)

    def ambil(self, awal: int, akhir: int) -> list[Hasil]:
        return self.hasil[awal:akhir]


class GolonganBaris:
    """Rows of the database: counted in one query, a stretch read in one or two."""

    def __init__(
        self, nama: str, semua: QuerySet[Any], susun: Callable[[list[Any]], list[Hasil]]
    ) -> None:
        self.nama = nama
        self.semua = semua
        self.susun = susun
        self.banyaknya = semua.count()

    def __len__(self) -> int:
        return self.banyaknya

    def ambil(self, awal: int, akhir: int) -> list[Hasil]:
        return self.susun(list(self.semua[awal:akhir])) if awal < akhir else []


class Temuan(Sequence[Kelompok]):
    """All finds of all kinds as one row of things, for a paginator: a stretch of it by kind."""

    def __init__(self, golongan: Iterable[Golongan]) -> None:
        self.golongan = tuple(golongan)

    def __len__(self) -> int:
        return sum(len(satu) for satu in self.golongan)

    @overload
    def __getitem__(self, letak: int) -> Kelompok: ...

    @overload
    def __getitem__(self, letak: slice) -> list[Kelompok]: ...

    def __getitem__(self, letak: int | slice) -> Kelompok | list[Kelompok]:
        if isinstance(letak, int):
            return self[letak : letak + 1][0]
        awal, akhir, _ = letak.indices(len(self))
        hasil, lewat = [], 0
        for satu in self.golongan:
            dari, sampai = max(awal - lewat, 0), min(akhir - lewat, len(satu))
            if dari < sampai:
                hasil.append(Kelompok(satu.nama, len(satu), tuple(satu.ambil(dari, sampai))))
            lewat += len(satu)
        return hasil


def cari(
    pengguna: Pengguna, kerja: RuangKerja, teks: str, halaman: Iterable[ButirHalaman]
) -> Temuan:
    """What holds every word of `teks`, in any order: of the unit at hand first, then of the others.

    The number of queries depends on the kinds found alone, never on how many or on how many units.
    """
    kata = tuple(dict.fromkeys(teks.split()))
    if not kata:
        return Temuan(())
    unit = list(Unit.objects.untuk(pengguna).select_related("perangkat_daerah"))
    versi = _versi_berlaku(pengguna, kerja.tahun)
    pencari = _Pencari(pengguna, kerja, kata, versi)
    return Temuan(
        (
            GolonganTetap("Halaman", pencari.halaman(halaman)),
            GolonganTetap("Unit", pencari.unit(unit)),
            GolonganTetap("Dokumen", pencari.dokumen()),
            *(pencari.simpul(nama, jenis) for nama, jenis in JENIS_SIMPUL[:2]),
            pencari.indikator(),
            *(pencari.simpul(nama, jenis) for nama, jenis in JENIS_SIMPUL[2:]),
        )
    )


def _versi_berlaku(pengguna: Pengguna, tahun: int) -> tuple[RenstraVersi, ...]:
    """The wording in force in a year of every unit the person may read, in one query."""
    semua = RenstraVersi.objects.untuk(pengguna).filter(
        renstra__tahun_awal__lte=tahun, renstra__tahun_akhir__gte=tahun, mulai_tahun__lte=tahun
    )
    pilihan: dict[int, RenstraVersi] = {}
    for satu in semua.select_related("renstra__unit").order_by("mulai_tahun", "pk"):
        pilihan[satu.renstra.unit_id] = satu
    return tuple(pilihan.values())


class _Pencari:
    """Looks for the words in one kind of thing after the other."""

    def __init__(
        self,
        pengguna: Pengguna,
        kerja: RuangKerja,
        kata: tuple[str, ...],
        versi: tuple[RenstraVersi, ...],
    ) -> None:
        self.pengguna = pengguna
        self.kerja = kerja
        self.kata = kata
        self.versi = versi
        self.tahun_unit = {satu.unit.pk: satu.tahun for satu in kerja.daftar_unit}

    def halaman(self, semua: Iterable[ButirHalaman]) -> list[Hasil]:
        return [
            self._hasil(satu.nama, satu.alamat, unit=self.kerja.unit.singkatan)
            for satu in semua
            if self._cocok(satu.nama)
        ]

    def unit(self, semua: Iterable[Unit]) -> list[Hasil]:
        return [
            self._hasil(
                satu.nama,
                self._alamat_unit(satu),
                unit=satu.perangkat_daerah.nama if satu.perangkat_daerah else satu.singkatan,
                kode=satu.kode_pemerintah,
            )
            for satu in semua
            if self._cocok(satu.nama, satu.singkatan, satu.kode, satu.kode_pemerintah)
        ]

    def _alamat_unit(self, unit: Unit) -> str:
        """The year of its perangkat daerah; nowhere while that has no Renstra."""
        atas = unit.perangkat_daerah or unit
        tahun = self.tahun_unit.get(atas.pk)
        return "" if tahun is None else reverse("beranda:tahun", args=[atas.kode, tahun])

    def dokumen(self) -> list[Hasil]:
        """Renstra, Perjanjian Kinerja, Rencana Aksi and LKjIP, by kind, unit and year."""
        semua = [*self._renstra(), *self._perjanjian(), *self._rencana(), *self._laporan()]
        sendiri = self.kerja.unit.singkatan
        return sorted(semua, key=lambda satu: satu.unit != sendiri)

    def _renstra(self) -> list[Hasil]:
        return [
            self._hasil(
                str(satu),
                self._alamat(satu.renstra.unit, self.kerja.tahun, "perencanaan:renstra"),
                unit=satu.renstra.unit.singkatan,
            )
            for satu in self.versi
            if self._cocok(str(satu), satu.renstra.unit.nama, satu.renstra.unit.singkatan)
        ]

    def _perjanjian(self) -> list[Hasil]:
        semua = PerjanjianKinerja.objects.untuk(self.pengguna).filter(tingkat=TingkatPk.ESELON_2)
        return [
            self._hasil_versi(satu, satu.unit, "perencanaan:perjanjian", satu.get_status_display())
            for satu in semua.select_related("unit").order_by("-tahun", "-ke", "pk")
            if self._cocok(str(satu), "PK", satu.unit.nama, satu.unit.singkatan)
        ]

    def _rencana(self) -> list[Hasil]:
        semua = RencanaAksi.objects.untuk(self.pengguna).select_related("unit")
        return [
            self._hasil_versi(
                satu, satu.unit, "perencanaan:rencana-aksi", satu.get_status_display()
            )
            for satu in semua.order_by("-tahun", "-ke", "pk")
            if self._cocok(str(satu), satu.unit.nama, satu.unit.singkatan)
        ]

    def _laporan(self) -> list[Hasil]:
        semua = Laporan.objects.untuk(self.pengguna).select_related("unit")
        # the one that was issued last comes last of its year, after a draft that is to replace it
        urut = semua.order_by("tahun", F("dokumen").asc(nulls_first=True), "ke", "pk")
        terakhir = {(satu.unit_id, satu.tahun): satu for satu in urut}
        return [
            self._hasil(
                f"LKjIP {satu.tahun}",
                self._alamat(satu.unit, satu.tahun, "pelaporan:lkjip-baca"),
                unit=satu.unit.singkatan,
                ket="terbit" if satu.dokumen_id else "belum diterbitkan",
            )
            for satu in reversed(terakhir.values())
            if self._cocok(
                f"LKjIP {satu.tahun}", "Laporan Kinerja", satu.unit.nama, satu.unit.singkatan
            )
        ]

    def _hasil_versi(
        self, milik: PerjanjianKinerja | RencanaAksi, unit: Unit, nama: str, keadaan: str
    ) -> Hasil:
        alamat = f"{self._alamat(unit, milik.tahun, nama)}?versi={milik.ke}"
        return self._hasil(str(milik), alamat, unit=unit.singkatan, ket=keadaan)

    def simpul(self, nama: str, jenis: JenisSimpul) -> GolonganBaris:
        semua = Simpul.objects.filter(
            renstra_versi__in=[satu.pk for satu in self.versi], jenis=jenis
        ).annotate(kode_polos=Replace("kode", Value("."), Value("")))
        for kata in self.kata:
            semua = semua.filter(_syarat_simpul(kata))
        return GolonganBaris(
            nama,
            self._urut(semua).select_related("renstra_versi__renstra__unit", "induk"),
            lambda baris: [self._hasil_simpul(satu) for satu in baris],
        )

    def _hasil_simpul(self, satu: Simpul) -> Hasil:
        unit = satu.renstra_versi.renstra.unit
        halaman = "capaian" if satu.jenis in JENIS_STRATEGIS else "anggaran"
        alamat = self._alamat(unit, self.kerja.tahun, f"pengukuran:{halaman}")
        return self._hasil(
            satu.nama,
            f"{alamat}#simpul-{satu.pk}",
            unit=unit.singkatan,
            ket=satu.induk.nama if satu.induk else "",
            kode=satu.kode,
        )

    def indikator(self) -> GolonganBaris:
        """By the name in force, or by one it had in any other version."""
        pernah = IndikatorVersi.objects.all()
        for kata in self.kata:
            pernah = pernah.filter(nama__icontains=kata)
        semua = IndikatorVersi.objects.filter(
            renstra_versi__in=[satu.pk for satu in self.versi],
            simpul__jenis__in=JENIS_BERHALAMAN,
            indikator__in=pernah.values("indikator"),
        )
        return GolonganBaris(
            "Indikator",
            self._urut(semua).select_related("renstra_versi__renstra__unit", "simpul"),
            self._susun_indikator,
        )

    def _susun_indikator(self, baris: list[IndikatorVersi]) -> list[Hasil]:
        lama: dict[int, str] = {}
        pernah = IndikatorVersi.objects.filter(indikator__in=[b.indikator_id for b in baris])
        for satu in pernah.order_by("renstra_versi__mulai_tahun", "pk"):
            if self._cocok(satu.nama):
                lama[satu.indikator_id] = satu.nama
        return [self._hasil_indikator(satu, lama.get(satu.indikator_id, "")) for satu in baris]

    def _hasil_indikator(self, satu: IndikatorVersi, pernah: str) -> Hasil:
        unit = satu.renstra_versi.renstra.unit
        jenis = "" if satu.simpul.jenis in JENIS_STRATEGIS else f"?jenis={satu.simpul.jenis}"
        alamat = self._alamat(unit, self.kerja.tahun, "pengukuran:capaian")
        return Hasil(
            judul=tandai(satu.nama, self.kata),
            kode=(),
            unit=unit.singkatan,
            ket=f"{satu.simpul.get_jenis_display()}: {satu.simpul.nama}",
            alamat=f"{alamat}{jenis}#indikator-{satu.indikator_id}",
            dahulu=() if self._cocok(satu.nama) else tandai(pernah, self.kata),
        )

    def _urut(self, semua: QuerySet[Any]) -> QuerySet[Any]:
        """The unit at hand first, then the others by their name."""
        sendiri = When(renstra_versi__renstra__unit=self.kerja.unit, then=Value(0))
        jauh = Case(sendiri, default=Value(1), output_field=IntegerField())
        urut: QuerySet[Any] = semua.annotate(jauh=jauh).order_by(
            "jauh", "renstra_versi__renstra__unit__nama", "urutan", "pk"
        )
        return urut

    def _cocok(self, *teks: str) -> bool:
        semua = " ".join(teks).casefold()
        return all(kata.casefold() in semua for kata in self.kata)

    def _alamat(self, unit: Unit, tahun: int, nama: str) -> str:
        return reverse(nama, args=[unit.kode, tahun])

    def _hasil(self, judul: str, alamat: str, *, unit: str, ket: str = "", kode: str = "") -> Hasil:
        return Hasil(
            tandai(judul, self.kata), tandai(kode, self.kata) if kode else (), unit, ket, alamat
        )


def _syarat_simpul(kata: str) -> Q:
    syarat = Q(nama__icontains=kata) | Q(kode__icontains=kata)
    if _KODE.fullmatch(kata):
        syarat |= Q(kode_polos__contains=kata.replace(".", ""))
    return syarat
