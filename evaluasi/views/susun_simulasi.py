"""The simulation as its page shows it, from what the address chooses."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.http import QueryDict

from evaluasi.hitung.nilai import BahanSub
from evaluasi.hitung.predikat import Predikat
from evaluasi.hitung.simulasi import HasilSimulasi, bagian_simulasi, kenaikan, simulasikan, terlemah
from evaluasi.models import Komponen, Rekomendasi, SubKomponen
from evaluasi.queries.angka_lembar import angka_bobot
from evaluasi.queries.angka_simulasi import BELUM_DINILAI, angka_simulasi, angka_tambah
from evaluasi.queries.dasar_simulasi import DasarSimulasi, NilaiHuruf
from evaluasi.queries.hasil import susunan
from sakip.dokumen.angka import Angka
from sakip.lib.angka import tulis_angka
from sakip.organisasi.models import Unit

SERATUS = Decimal(100)


@dataclass(frozen=True)
class BarisSimulasi:
    """A sub-komponen: its grade now, the one that was chosen (blank: as it is), and one grade up."""

    sub: SubKomponen
    bobot: Angka
    sebut_kini: str
    kini: Angka
    dipilih: str
    sebut_jadi: str
    simulasi: Angka
    berubah: bool
    naik_ke: str
    tambah: Angka | None
    rekomendasi: int


@dataclass(frozen=True)
class KomponenSimulasi:
    komponen: Komponen
    sub: tuple[BarisSimulasi, ...]


@dataclass(frozen=True)
class RekomendasiSimulasi:
    """An open recommendation; `tambah` is None with `alasan` where no gain can be said.

    `dianggap`: it names a komponen alone, so that the sub-komponen is our guess.
    """

    milik: Rekomendasi
    dipilih: bool
    letak: tuple[str, ...]
    dianggap: bool
    tambah: Angka | None
    alasan: str


@dataclass(frozen=True)
class IsiSimulasi:
    komponen: tuple[KomponenSimulasi, ...]
    rekomendasi: tuple[RekomendasiSimulasi, ...]
    total_kini: Angka
    total: Angka
    selisih: Angka
    predikat_kini: Predikat | None
    predikat: Predikat | None
    berubah: bool


def susun_simulasi(dasar: DasarSimulasi, unit: Unit, tahun: int, diminta: QueryDict) -> IsiSimulasi:
    """What is not known in the address counts as not chosen."""
    return _Penyusun(dasar, f"simulasi/{unit.kode}/{tahun}", diminta).isi()


class _Penyusun:
    """One simulation, in which sub-komponen are known by their ids."""

    def __init__(self, dasar: DasarSimulasi, awalan: str, diminta: QueryDict) -> None:
        self.dasar, self.awalan, self.diminta = dasar, awalan, diminta
        self.susunan = susunan(dasar.instrumen)
        self.sub = [sub for komponen in self.susunan for sub in komponen.sub.all()]
        self.bahan = {
            sub.pk: BahanSub(sub.pk, sub.bobot, dasar.bagian.get(sub.pk)) for sub in self.sub
        }
        self.huruf = {satu.kode: satu for satu in dasar.huruf}
        self.skala = [satu.bagian for satu in dasar.huruf]
        self.dicentang = set(diminta.getlist("rekomendasi"))
        self.letak = {s.rekomendasi.pk: self._letak(s.rekomendasi) for s in dasar.rekomendasi}
        self.dipilih = self._dipilih()
        self.bagian = bagian_simulasi(
            self.bahan.values(),
            self.skala,
            dipilih={pk: satu.bagian for pk, satu in self.dipilih.items()},
            dinaikkan={
                sub
                for pk, milik in self.letak.items()
                if str(pk) in self.dicentang
                for sub in milik
            },
        )
        self.hasil = self._hitung()

    def _letak(self, milik: Rekomendasi) -> set[int]:
        """What a recommendation is thought to raise, by code and name of perhaps another instrument.

        Where it names a komponen alone, the weakest sub-komponen in it.
        """
        komponen = {(satu.kode, satu.nama.casefold()): satu for satu in self.susunan}
        hasil = set()
        for satu in milik.komponen.all():
            sama = komponen.get((satu.komponen.kode, satu.komponen.nama.casefold()))
            if sama is None:
                continue
            semua = list(sama.sub.all())
            if satu.sub is None:
                lemah = terlemah(self.bahan[sub.pk] for sub in semua)
                hasil |= {lemah} if lemah is not None else set()
            else:
                hasil |= {sub.pk for sub in semua if sub.kode == satu.sub.kode}
        return hasil

    def _dipilih(self) -> dict[int, NilaiHuruf]:
        isi = {sub.pk: self.diminta.get(f"nilai-{sub.pk}", "") for sub in self.sub}
        return {pk: self.huruf[kode] for pk, kode in isi.items() if kode in self.huruf}

    def _hitung(self) -> HasilSimulasi[int]:
        komponen = [(k.pk, [self.bahan[sub.pk] for sub in k.sub.all()]) for k in self.susunan]
        tabel = [satu.sebagai_predikat() for satu in self.dasar.instrumen.predikat.all()]
        return simulasikan(komponen, self.bagian, tabel)

    def isi(self) -> IsiSimulasi:
        nilai = {s.kunci: s.nilai for milik in self.hasil.simulasi.komponen for s in milik.sub}
        kini = {s.kunci: s.nilai for milik in self.hasil.kini.komponen for s in milik.sub}
        komponen = tuple(
            KomponenSimulasi(k, tuple(self._baris(sub, kini, nilai) for sub in k.sub.all()))
            for k in self.susunan
        )
        semua = [baris for satu in komponen for baris in satu.sub]
        return IsiSimulasi(
            komponen=komponen,
            rekomendasi=tuple(self._rekomendasi(s.rekomendasi) for s in self.dasar.rekomendasi),
            total_kini=angka_simulasi(
                f"{self.awalan}/kini", "Nilai sekarang", self.hasil.kini.total,
                f"jumlah nilai sub-komponen menurut {self.dasar.sumber}",
                tuple(satu.kini for satu in semua), BELUM_DINILAI,
            ),
            total=angka_simulasi(
                f"{self.awalan}/total", "Nilai simulasi", self.hasil.simulasi.total,
                "jumlah nilai simulasi sub-komponennya", tuple(satu.simulasi for satu in semua),
            ),
            selisih=angka_tambah(
                f"{self.awalan}/selisih", "Selisih simulasi", self.hasil.selisih,
                "nilai simulasi − nilai sekarang",
            ),
            predikat_kini=self.hasil.kini.predikat,
            predikat=self.hasil.simulasi.predikat,
            berubah=any(satu.berubah for satu in semua),
        )  # fmt: skip

    def _baris(
        self,
        sub: SubKomponen,
        kini: Mapping[int, Decimal | None],
        nilai: Mapping[int, Decimal | None],
    ) -> BarisSimulasi:
        bahan, jadi = self.bahan[sub.pk], self.bagian[sub.pk]
        naik = kenaikan(sub.bobot, bahan.bagian, self.skala)
        diminta = self.dipilih.get(sub.pk)
        bobot = angka_bobot(sub, self.dasar.instrumen)
        return BarisSimulasi(
            sub=sub,
            bobot=bobot,
            sebut_kini=self._sebut(bahan.bagian),
            kini=angka_simulasi(
                f"{self.awalan}/kini/{sub.pk}", f"Nilai {sub.kode} sekarang", kini[sub.pk],
                f"bobot × bagian menurut {self.dasar.sumber}", (bobot,),
            ),
            dipilih=diminta.kode if diminta else "",
            sebut_jadi=self._sebut(jadi),
            simulasi=angka_simulasi(
                f"{self.awalan}/{sub.pk}", f"Nilai simulasi {sub.kode}", nilai[sub.pk],
                f"bobot × bagian untuk {self._sebut(jadi)}", (bobot,),
            ),
            berubah=jadi != bahan.bagian,
            naik_ke=self._sebut(naik.bagian) if naik else "",
            tambah=angka_tambah(
                f"{self.awalan}/naik/{sub.pk}", f"Tambahan bila {sub.kode} naik satu tingkat",
                naik.tambah, f"bobot × (bagian {self._sebut(naik.bagian)} − bagian sekarang)",
            ) if naik else None,
            rekomendasi=sum(sub.pk in milik for milik in self.letak.values()),
        )  # fmt: skip

    def _rekomendasi(self, milik: Rekomendasi) -> RekomendasiSimulasi:
        letak = [sub for sub in self.sub if sub.pk in self.letak[milik.pk]]
        naik = [kenaikan(s.bobot, self.bahan[s.pk].bagian, self.skala) for s in letak]
        tambah = [satu.tambah for satu in naik if satu is not None]
        alasan = ""
        if not letak:
            alasan = "Komponennya tidak disebut atau belum bernilai. Pilih nilainya di tabel."
        elif not tambah:
            alasan = "Sub-komponennya belum bernilai, atau sudah di nilai tertinggi."
        return RekomendasiSimulasi(
            milik=milik,
            dipilih=str(milik.pk) in self.dicentang,
            letak=tuple(f"{sub.kode} {sub.nama}" for sub in letak),
            dianggap=any(satu.sub is None for satu in milik.komponen.all()),
            tambah=angka_tambah(
                f"{self.awalan}/rekomendasi/{milik.pk}", "Tambahan bila rekomendasi ini selesai",
                sum(tambah, Decimal(0)), "jumlah tambahan bila sub-komponennya naik satu tingkat",
            ) if tambah else None,
            alasan=alasan,
        )  # fmt: skip

    def _sebut(self, bagian: Decimal | None) -> str:
        """The grade of a share, or the share itself where no grade has it."""
        if bagian is None:
            return "belum dinilai"
        kode = next((satu.kode for satu in self.dasar.huruf if satu.bagian == bagian), "")
        return kode or f"{tulis_angka(bagian * SERATUS, 2)}%"
