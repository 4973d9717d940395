"""The recommendations that stand for a unit in a year, grouped by where they come from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import chain

from django.db.models import Exists, OuterRef, Q, QuerySet

from evaluasi.hitung.tenggat import umur_hari
from evaluasi.hitung.tindak_lanjut import (
    RUMUS_PERSEN,
    TERTUTUP,
    AturanPersen,
    StatusTindakLanjut,
    persen_tindak_lanjut,
)
from evaluasi.models import Rekomendasi, SetelanEvaluasi
from evaluasi.queries.tindak_lanjut import (
    KeadaanRekomendasi,
    KeadaanRencana,
    keadaan_rekomendasi,
)
from evaluasi.status import LABEL_PUTUSAN, LABEL_SUMBER, KeadaanUnit, StatusLhe, SumberRekomendasi
from sakip.dokumen.angka import Angka, Asal, Rujukan
from sakip.lib import waktu
from sakip.lib.angka import tulis_angka
from sakip.lib.tanggal import tulis_saat, tulis_tanggal
from sakip.organisasi.models import Pengguna, Unit


class Saringan(StrEnum):
    """Which of them a page shows; the first is all."""

    SEMUA = ""
    TERBUKA = "terbuka"
    TERLAMBAT = "terlambat"
    MENUNGGU = "menunggu"


@dataclass(frozen=True)
class BarisRekomendasi:
    """A recommendation as it stands: what the unit says, what the verdict says, what is late.

    `menurut_unit` is None while nothing was reported. `menunggu`: the unit has said since the
    last verdict that it is done. `umur` counts the days since its LHE or LHP while it is open.
    `diganti`: the LHE in place of its own left it out.
    """

    keadaan: KeadaanRekomendasi
    menurut_unit: KeadaanUnit | None
    menunggu: bool
    umur: int | None
    diganti: bool

    @property
    def rekomendasi(self) -> Rekomendasi:
        return self.keadaan.rekomendasi

    @property
    def terbuka(self) -> bool:
        return self.keadaan.status not in TERTUTUP

    @property
    def terlambat(self) -> int:
        """Days of the step that is late longest."""
        return max((satu.terlambat for satu in self.keadaan.rencana), default=0)

    @property
    def lalai(self) -> bool:
        """Whether a step or one of its quarterly reports is late."""
        return self.terlambat > 0 or any(satu.terlewat for satu in self.keadaan.rencana)

    def cocok(self, saringan: Saringan) -> bool:
        return {
            Saringan.SEMUA: True,
            Saringan.TERBUKA: self.terbuka,
            Saringan.TERLAMBAT: self.lalai,
            Saringan.MENUNGGU: self.menunggu,
        }[saringan]


@dataclass(frozen=True)
class KelompokRekomendasi:
    """Those of one source; `persen` is None for older ones, of which only the open are here."""

    kunci: str
    judul: str
    baris: tuple[BarisRekomendasi, ...]
    persen: Angka | None


@dataclass(frozen=True)
class DaftarRekomendasi:
    """What stands for a unit in a year.

    `diganti` are of an LHE whose newer version left them out.
    """

    kelompok: tuple[KelompokRekomendasi, ...]
    persen: Angka
    rumus: str
    diganti: tuple[BarisRekomendasi, ...]

    @property
    def baris(self) -> tuple[BarisRekomendasi, ...]:
        return tuple(satu for milik in self.kelompok for satu in milik.baris)

    def disaring(self, saringan: Saringan) -> tuple[KelompokRekomendasi, ...]:
        """The groups that hold any that fits."""
        hasil = (
            KelompokRekomendasi(
                milik.kunci,
                milik.judul,
                tuple(satu for satu in milik.baris if satu.cocok(saringan)),
                milik.persen,
            )
            for milik in self.kelompok
        )
        return tuple(satu for satu in hasil if satu.baris)

    def banyaknya(self, saringan: Saringan) -> int:
        return sum(satu.cocok(saringan) for satu in self.baris)


def daftar_rekomendasi(
    pengguna: Pengguna, unit: Unit, tahun: int, hari: date | None = None
) -> DaftarRekomendasi:
    """Of the LHE on the work of a year and the LHP of that year; of earlier years what is open.

    Seen on a day (today). The number of queries does not grow with rows.
    """
    milik = rekomendasi_unit(pengguna, unit).filter(_dari_tahun(tahun) | _sebelum_tahun(tahun))
    semua = baca_rekomendasi(milik, hari or waktu.hari_ini(unit.pemda.zona))
    berlaku = [satu for satu in semua if not satu.diganti]
    setahun = _setahun(berlaku, tahun)
    hitung = _Penghitung(unit, tahun, _setelan(unit))
    return DaftarRekomendasi(
        kelompok=(*_kelompok(setahun, hitung), *_kelompok_lama(berlaku, tahun)),
        persen=hitung.persen("semua", f"rekomendasi tahun {tahun}", setahun),
        rumus=RUMUS_PERSEN[hitung.aturan],
        diganti=tuple(s for s in semua if s.diganti and s.rekomendasi.tahun_asal() == tahun),
    )


def kelompok_terdahulu(
    pengguna: Pengguna, unit: Unit, tahun: int, tahun_evaluasi: int
) -> tuple[KelompokRekomendasi, ...]:
    """Beside the evaluation of the work of a year, as they stand today.

    Those of the year before and later ones, and what is open of years before those. The number
    of queries does not grow with rows.
    """
    milik = rekomendasi_terdahulu(pengguna, unit, tahun_evaluasi)
    semua = baca_rekomendasi(milik, waktu.hari_ini(unit.pemda.zona))
    setelan = _setelan(unit)
    asal = sorted({satu.rekomendasi.tahun_asal() for satu in semua})
    baru = (
        _kelompok(_setahun(semua, satu), _Penghitung(unit, satu, setelan))
        for satu in asal
        if satu >= tahun - 1
    )
    return (*chain.from_iterable(baru), *_kelompok_lama(semua, tahun - 1))


def rekomendasi_terdahulu(
    pengguna: Pengguna, unit: Unit, tahun_evaluasi: int
) -> QuerySet[Rekomendasi]:
    """What stood before an evaluation of that year: of earlier LHE, and of the LHP of years before.

    The only place that says what is earlier: what is read beside the evaluation, and what its
    LHE may repeat.
    """
    return rekomendasi_unit(pengguna, unit).filter(Q(diganti=False), tahun__lt=tahun_evaluasi)


def rekomendasi_unit(pengguna: Pengguna, unit: Unit) -> QuerySet[Rekomendasi]:
    """Those of a unit that this person reads, none of a draft; with `diganti`."""
    terbit = Q(lhe=None) | Q(lhe__status=StatusLhe.TERBIT.value)
    milik = Rekomendasi.objects.untuk(pengguna).filter(terbit, unit=unit, pokok=None)
    berlaku = Rekomendasi.objects.berlaku().filter(pk=OuterRef("pk"))
    return (
        milik.annotate(diganti=~Exists(berlaku))
        .select_related("unit__pemda", "berulang_dari__lhe")
        .prefetch_related("komponen__komponen", "komponen__sub")
        .order_by("tahun", "sumber", "nomor_sumber", "urutan", "pk")
    )


def baca_rekomendasi(milik: QuerySet[Rekomendasi], hari_ini: date) -> list[BarisRekomendasi]:
    return [_baris(satu, hari_ini) for satu in keadaan_rekomendasi(milik, hari_ini)]


def sebut_sumber(rekomendasi: Rekomendasi) -> str:
    """LHE 2024 atas kinerja 2023, 700/1/2024, 02 Mei 2024; what is not known is left out."""
    lhe = rekomendasi.lhe
    if lhe is not None:
        nama, nomor = f"{lhe} atas kinerja {lhe.tahun_kinerja}", lhe.nomor
    else:
        nama, nomor = f"{LABEL_SUMBER[rekomendasi.sumber]} {rekomendasi.tahun}", ""
        nomor = rekomendasi.nomor_sumber
    tanggal = rekomendasi.tanggal_asal()
    bagian = [nama, f"nomor {nomor}" if nomor else "", tulis_tanggal(tanggal) if tanggal else ""]
    return ", ".join(satu for satu in bagian if satu)


def keadaan_gabungan(rencana: Iterable[KeadaanRencana]) -> KeadaanUnit | None:
    """What a unit says of a whole plan: done only when each step is; None without any report."""
    akhir = []
    for satu in rencana:
        laporan = list(satu.rencana.laporan.all())
        akhir.append(KeadaanUnit(laporan[-1].keadaan) if laporan else None)
    if not any(akhir):
        return None
    if all(satu is KeadaanUnit.SELESAI for satu in akhir):
        return KeadaanUnit.SELESAI
    if all(satu in {None, KeadaanUnit.BELUM} for satu in akhir):
        return KeadaanUnit.BELUM
    return KeadaanUnit.PROSES


def menunggu_putusan(keadaan: KeadaanRekomendasi) -> bool:
    """Whether the unit has said of a step that it is done, and nobody has judged it since."""
    if keadaan.status in TERTUTUP:
        return False
    batas = keadaan.putusan.waktu if keadaan.putusan else None
    return any(
        laporan.keadaan == KeadaanUnit.SELESAI and (batas is None or laporan.waktu > batas)
        for satu in keadaan.rencana
        for laporan in satu.rencana.laporan.all()
    )


def _baris(keadaan: KeadaanRekomendasi, hari_ini: date) -> BarisRekomendasi:
    terbuka = keadaan.status not in TERTUTUP
    return BarisRekomendasi(
        keadaan=keadaan,
        menurut_unit=keadaan_gabungan(keadaan.rencana),
        menunggu=menunggu_putusan(keadaan),
        umur=umur_hari(keadaan.rekomendasi.tanggal_asal(), hari_ini) if terbuka else None,
        diganti=bool(getattr(keadaan.rekomendasi, "diganti", False)),
    )


def _dari_tahun(tahun: int) -> Q:
    return Q(lhe__tahun_kinerja=tahun) | Q(lhe=None, tahun=tahun)


def _sebelum_tahun(tahun: int) -> Q:
    return Q(lhe__tahun_kinerja__lt=tahun) | Q(lhe=None, tahun__lt=tahun)


def _setelan(unit: Unit) -> SetelanEvaluasi | None:
    return SetelanEvaluasi.objects.filter(pemda=unit.pemda_id).first()


def _setahun(berlaku: list[BarisRekomendasi], tahun: int) -> list[BarisRekomendasi]:
    return [satu for satu in berlaku if satu.rekomendasi.tahun_asal() == tahun]


def _kelompok_lama(berlaku: list[BarisRekomendasi], tahun: int) -> Iterable[KelompokRekomendasi]:
    """What is open of the years before one, if anything."""
    lama = [s for s in berlaku if s.rekomendasi.tahun_asal() < tahun and s.terbuka]
    if lama:
        judul = "Tahun-tahun sebelumnya yang masih terbuka"
        yield KelompokRekomendasi("lama", judul, tuple(lama), None)


def _kelompok(
    baris: list[BarisRekomendasi], hitung: "_Penghitung"
) -> Iterable[KelompokRekomendasi]:
    for sumber in SumberRekomendasi:
        milik = [satu for satu in baris if satu.rekomendasi.sumber == sumber]
        if milik:
            nama = LABEL_SUMBER[sumber]
            satu_lhe = {satu.rekomendasi.lhe_id for satu in milik}
            tunggal = sumber is SumberRekomendasi.LHE and len(satu_lhe) == 1
            judul = sebut_sumber(milik[0].rekomendasi) if tunggal else f"{nama} {hitung.tahun}"
            persen = hitung.persen(sumber.value, f"rekomendasi {nama}", milik)
            yield KelompokRekomendasi(sumber.value, judul, tuple(milik), persen)


@dataclass(frozen=True)
class _Penghitung:
    """The share followed up, by the rule of the pemda."""

    unit: Unit
    tahun: int
    setelan: SetelanEvaluasi | None

    @property
    def aturan(self) -> AturanPersen:
        return AturanPersen(self.setelan.aturan_persen) if self.setelan else AturanPersen.DARI_SEMUA

    def persen(self, kunci: str, apa: str, baris: list[BarisRekomendasi]) -> Angka:
        hasil = persen_tindak_lanjut((satu.keadaan.status for satu in baris), self.aturan)
        awalan = f"tindak-lanjut/{self.unit.kode}/{self.tahun}/{kunci}"
        asal = Asal(
            f"Rumus: {RUMUS_PERSEN[self.aturan]}. {self._siapa()}",
            nama=f"Persentase {apa} yang ditindaklanjuti",
            rujukan=self._rujukan(),
            dari=(
                _banyak(
                    f"{awalan}/sesuai",
                    f"{_kapital(apa)} yang diputus sesuai",
                    [s for s in baris if s.keadaan.status is StatusTindakLanjut.SESUAI],
                    hasil.sesuai,
                ),
                _banyak(
                    f"{awalan}/pembagi",
                    f"{_kapital(apa)} yang menjadi pembagi",
                    [
                        s
                        for s in baris
                        if self.aturan is AturanPersen.DARI_SEMUA
                        or s.keadaan.status is not StatusTindakLanjut.TIDAK_DAPAT
                    ],
                    hasil.pembagi,
                ),
            ),
        )
        if hasil.persen is None:
            return Angka(None, "-", f"{awalan}/persen", asal, hasil.alasan)
        tampil = f"{tulis_angka(hasil.persen, 2)}%"
        return Angka(hasil.persen, tampil, f"{awalan}/persen", asal)

    def _siapa(self) -> str:
        if self.setelan is None:
            return f"{self.unit.pemda.nama} belum memilih aturannya, sehingga bawaan yang dipakai."
        return f"Aturan ini dipilih {self.unit.pemda.nama}."

    def _rujukan(self) -> tuple[Rujukan, ...]:
        if self.setelan is None:
            return ()
        return (Rujukan(self.setelan._meta.label_lower, self.setelan.pk, str(self.setelan)),)


def _banyak(kunci: str, nama: str, baris: list[BarisRekomendasi], jumlah: int) -> Angka:
    """A count of recommendations, each named with its last verdict."""
    rujukan = tuple(
        Rujukan(
            Rekomendasi._meta.label_lower,
            satu.rekomendasi.pk,
            satu.rekomendasi.uraian,
            _sebut_putusan(satu.keadaan),
        )
        for satu in baris
    )
    asal = Asal("Dihitung menurut putusan terakhir inspektorat.", nama=nama, rujukan=rujukan)
    return Angka(Decimal(jumlah), tulis_angka(Decimal(jumlah), 0), kunci, asal)


def _kapital(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


def _sebut_putusan(keadaan: KeadaanRekomendasi) -> str:
    kata = LABEL_PUTUSAN[keadaan.status]
    if keadaan.putusan is None:
        return f"{kata}; belum ada putusan"
    pada = tulis_saat(keadaan.putusan.waktu, keadaan.rekomendasi.unit.pemda.zona)
    return f"{kata}, diputus {keadaan.putusan.oleh}, {pada}"
