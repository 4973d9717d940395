"""The months of a Perjanjian Kinerja: what its Rencana Aksi plans, beside what was reached."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perencanaan.dokumen.perjanjian import kunci_perjanjian
from perencanaan.dokumen.tabel import Label, Letak, catatan_tanpa_angka
from perencanaan.hitung.masa import BULAN_SETAHUN, PANJANG, Frekuensi
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.hitung.periode import Cara, HasilPeriode, Periode, Sisi, gabungkan_periode
from perencanaan.models import RencanaAksi
from perencanaan.models.indikator import Cara as LabelCara
from perencanaan.queries.angka import BELUM_DITETAPKAN, KOSONG, angka_nilai
from perencanaan.queries.isi_perjanjian import IsiPerjanjian, IsiRencana
from perencanaan.queries.rencana_aksi import RencanaPeriode
from sakip.dokumen.angka import Angka, Asal, Isi, Potongan
from sakip.dokumen.blok import Baris, Kolom, Rata, Sel, Tabel, baris
from sakip.lib.tanggal import NAMA_BULAN, tulis_tanggal

BULAN = range(1, BULAN_SETAHUN + 1)
DESIMAL = 2
TANPA_BULAN = "Belum mempunyai target bulanan dalam Rencana Aksi."
# a month's cell that holds no figure
TANPA_NILAI = ("", KOSONG, "N/A")


@dataclass(frozen=True)
class HasilBulanan:
    """What was reached, as whoever measured it prints it; what is not given stays blank.

    `realisasi` by (indikator id, bulan), `capaian` the percent of the year by indikator id, `output`
    and `kinerja` the two rows below by bulan. Satuan has a column, so no figure needs its sign.
    """

    realisasi: Mapping[tuple[int, int], Angka] = field(default_factory=dict)
    capaian: Mapping[int, Angka] = field(default_factory=dict)
    output: Mapping[int, Angka] = field(default_factory=dict)
    kinerja: Mapping[int, Angka] = field(default_factory=dict)


@dataclass(frozen=True)
class BarisBulanan:
    """One indikator: its months and its year, target and realisasi."""

    indikator: int
    nama: str
    sasaran: str
    satuan: str
    cara: Cara | None
    bulan: tuple[tuple[Potongan, Potongan], ...]
    jumlah: tuple[Potongan, Potongan]
    tanpa_target: Angka | None


def tabel_bulanan(
    isi: IsiPerjanjian,
    rencana: IsiRencana,
    hasil: HasilBulanan | None = None,
    letak: Letak | None = None,
) -> Tabel:
    """Target and realisasi of every month; JML is what the plan's cara makes of them."""
    hasil = hasil or HasilBulanan()
    letak = letak or Letak(kunci_perjanjian(isi.perjanjian, "bulanan"))
    semua = _semua_baris(isi, rencana, hasil)
    label = Label()
    return Tabel(
        kunci=letak.kunci,
        nomor=letak.nomor,
        judul=letak.judul or f"Target dan Realisasi Bulanan {isi.perjanjian}",
        kolom=_kolom(),
        baris=(
            *(
                _baris(urutan, satu, label, hasil.capaian.get(satu.indikator, ""))
                for urutan, satu in enumerate(semua, start=1)
            ),
            _baris_bawah("Capaian output", hasil.output),
            _baris_bawah("% capaian kinerja tiap bulan", hasil.kinerja),
        ),
        sumber=_sumber(rencana.rencana),
        catatan=_catatan(semua),
        nomor_kolom=False,
        mendatar=True,
        rapat=True,
    )


def _sumber(rencana: RencanaAksi) -> Isi:
    sejak = rencana.berlaku_dari
    berlaku = f", berlaku sejak {tulis_tanggal(sejak)}" if sejak else ", belum ditetapkan"
    return (f"Rencana Aksi Tahun {rencana.tahun}{berlaku}",)


def _kolom() -> tuple[Kolom, ...]:
    masa = (*(nama[:3] for nama in NAMA_BULAN), "JML")
    return (
        Kolom("No", 4, Rata.TENGAH),
        Kolom("Sasaran Strategis", 26),
        Kolom("Indikator Kinerja", 27),
        Kolom("Satuan", 8),
        *(
            Kolom(kepala, 4, Rata.KANAN, grup=masa_ini)
            for masa_ini in masa
            for kepala in ("T", "R")
        ),
        Kolom("%", 5, Rata.KANAN),
    )


def _baris(urutan: int, satu: BarisBulanan, label: Label, persen: Potongan) -> Baris:
    pasangan = (sel for bulan in (*satu.bulan, satu.jumlah) for sel in bulan)
    return baris(str(urutan), label.sel(satu.sasaran), satu.nama, satu.satuan, *pasangan, persen)


def _baris_bawah(kepala: str, isi: Mapping[int, Angka]) -> Baris:
    bulan = (Sel((isi.get(satu, ""),), bentang=2, rata=Rata.TENGAH) for satu in BULAN)
    return baris(
        Sel((kepala,), bentang=4), *bulan, Sel(("",), bentang=2), "", jenis=Baris.Jenis.JUMLAH
    )


def _semua_baris(
    isi: IsiPerjanjian, rencana: IsiRencana, hasil: HasilBulanan
) -> tuple[BarisBulanan, ...]:
    """In the plan's order; what is promised but not planned follows."""
    belum = [satu.indikator_id for satu in isi.baris if satu.indikator_id not in rencana.periode]
    return tuple(
        _satu_baris(isi, rencana, hasil, indikator) for indikator in (*rencana.periode, *belum)
    )


def _satu_baris(
    isi: IsiPerjanjian, rencana: IsiRencana, hasil: HasilBulanan, indikator: int
) -> BarisBulanan:
    janji = {satu.indikator_id: satu for satu in isi.baris}.get(indikator)
    rumusan = rencana.rumusan.get(indikator)
    penghitung = _Penghitung(rencana, indikator, hasil.realisasi)
    return BarisBulanan(
        indikator=indikator,
        nama=janji.nama if janji else rumusan.nama if rumusan else "",
        sasaran=janji.sasaran if janji else rumusan.simpul.nama if rumusan else "",
        satuan=janji.satuan if janji else rumusan.satuan if rumusan else "",
        cara=penghitung.periode.cara if penghitung.periode else None,
        bulan=tuple(
            (penghitung.target.get(bulan, ""), penghitung.realisasi.get(bulan, ""))
            for bulan in BULAN
        ),
        jumlah=(penghitung.jumlah_target(), penghitung.jumlah_realisasi()),
        tanpa_target=penghitung.tanpa_target(),
    )


class _Penghitung:
    """The figures of one indikator in one plan."""

    def __init__(
        self,
        rencana: IsiRencana,
        indikator: int,
        realisasi: Mapping[tuple[int, int], Angka],
    ) -> None:
        self.rencana, self.indikator = rencana.rencana, indikator
        self.periode: RencanaPeriode | None = rencana.periode.get(indikator)
        rumusan = rencana.rumusan.get(indikator)
        self.desimal = rumusan.desimal if rumusan else DESIMAL
        self.cara = LabelCara(self.periode.cara).label if self.periode else ""
        masa = self.periode.frekuensi if self.periode else Frekuensi.BULANAN
        self.frekuensi = Frekuensi(rumusan.frekuensi) if rumusan else masa
        self.target = {
            satu.bulan: self._angka_target(satu)
            for satu in (self.periode.target if self.periode else ())
        }
        self.realisasi = {
            bulan: realisasi[indikator, bulan] for bulan in BULAN if (indikator, bulan) in realisasi
        }

    def _kunci(self, hal: str, bulan: object) -> str:
        return f"{hal}-bulan/{self.rencana.pk}/{self.indikator}/{bulan}"

    def _angka_target(self, satu: Periode) -> Angka:
        asal = Asal(f"Target {NAMA_BULAN[satu.bulan - 1]} menurut {self.rencana}")
        nilai = satu.nilai or Nilai(JenisNilai.TANPA_ANGKA, alasan=BELUM_DITETAPKAN)
        return angka_nilai(nilai, self._kunci("target", satu.bulan), asal, desimal=self.desimal)

    def _hasil(self, realisasi: list[Periode]) -> HasilPeriode | None:
        if self.periode is None:
            return None
        return gabungkan_periode(
            self.periode.cara,
            self.periode.target,
            realisasi,
            frekuensi=self.frekuensi,
            frekuensi_target=self.periode.frekuensi,
        )

    def jumlah_target(self) -> Potongan:
        """Without what was reached: a plan does not change by being carried out."""
        hasil = self._hasil([])
        return self._jumlah("target", hasil.sisi_target, self.target) if hasil else KOSONG

    def jumlah_realisasi(self) -> Potongan:
        panjang = PANJANG[self.frekuensi]
        terisi = [
            Periode(bulan, nilai)
            for bulan, angka in self.realisasi.items()
            if bulan % panjang == 0 and (nilai := _nilai(angka)) is not None
        ]
        hasil = self._hasil(terisi) if terisi else None
        return self._jumlah("realisasi", hasil.sisi_realisasi, self.realisasi) if hasil else ""

    def _jumlah(self, hal: str, sisi: Sisi, bulanan: Mapping[int, Angka]) -> Angka:
        """Of cumulative and latest figures the month's own; else what was made of several."""
        dari = tuple(bulanan[bulan] for bulan in sisi.asal)
        if len(dari) == 1:
            return dari[0]
        uraian = f"{self.cara} menurut {self.rencana}"
        kunci, asal = self._kunci(hal, "jumlah"), Asal(uraian, dari)
        if sisi.nilai is None:
            return Angka(None, KOSONG, kunci, asal, sisi.alasan)
        return angka_nilai(sisi.nilai, kunci, asal, desimal=self.desimal)

    def tanpa_target(self) -> Angka | None:
        """The reason, where no month of the year has a figure."""
        if any(angka.nilai is not None for angka in self.target.values()):
            return None
        if not self.target:
            asal = Asal(f"Target menurut {self.rencana}")
            return Angka(None, KOSONG, self._kunci("target", "jumlah"), asal, TANPA_BULAN)
        return next(iter(self.target.values()))


def _nilai(angka: Angka) -> Nilai | None:
    """What a printed realisasi is worth: a number, a predikat, or nothing yet."""
    if angka.nilai is not None:
        return Nilai.dari_angka(angka.nilai)
    if angka.tampil in TANPA_NILAI:
        return None
    return Nilai(JenisNilai.PREDIKAT, predikat=angka.tampil)


def _catatan(semua: tuple[BarisBulanan, ...]) -> tuple[Isi, ...]:
    catatan: list[Isi] = [("T = target, R = realisasi.",)]
    for cara in Cara:
        milik = [satu.nama for satu in semua if satu.cara is cara]
        if milik:
            catatan.append((f"JML {LabelCara(cara).label}: {'; '.join(milik)}.",))
    sebab = _sebab_kosong(semua)
    if sebab:
        catatan.append((f"Tanda - berarti tidak dijadwalkan. {' '.join(sebab)}",))
    catatan += catatan_tanpa_angka(
        (satu.nama, satu.tanpa_target) for satu in semua if satu.tanpa_target is not None
    )
    return tuple(catatan)


def _sebab_kosong(semua: tuple[BarisBulanan, ...]) -> list[str]:
    """Why single months are empty, in those indikator that have a figure in another one."""
    alasan = (
        target.alasan
        for satu in semua
        if satu.tanpa_target is None
        for target, _ in satu.bulan
        if isinstance(target, Angka) and target.tampil == KOSONG
    )
    return list(dict.fromkeys(filter(None, alasan)))
