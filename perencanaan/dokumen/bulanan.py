"""The months of a Perjanjian Kinerja: what its Rencana Aksi plans.

The columns of realisasi and the rows below stay blank, as on the paper that is signed: what was
reached is told by those who measure it, in the Laporan Kinerja.
"""

from dataclasses import dataclass

from perencanaan.dokumen.perjanjian import kunci_perjanjian
from perencanaan.dokumen.tabel import Label, Letak, catatan_tanpa_angka
from perencanaan.hitung.masa import BULAN_SETAHUN, Frekuensi
from perencanaan.hitung.periode import Cara
from perencanaan.models import IndikatorVersi, RencanaAksi
from perencanaan.models.indikator import Cara as LabelCara
from perencanaan.queries.angka import KOSONG
from perencanaan.queries.angka_rencana import (
    angka_target_periode,
    angka_target_sampai,
    kunci_target_bulan,
)
from perencanaan.queries.isi_perjanjian import IsiPerjanjian, IsiRencana
from perencanaan.queries.rencana_aksi import RencanaPeriode
from sakip.dokumen.angka import Angka, Asal, Isi, Potongan
from sakip.dokumen.blok import Baris, Kolom, Rata, Sel, Tabel, baris, sebab
from sakip.lib.tanggal import NAMA_BULAN, tulis_tanggal

BULAN = range(1, BULAN_SETAHUN + 1)
DESIMAL = 2
TANPA_BULAN = "Belum mempunyai target bulanan dalam Rencana Aksi."


@dataclass(frozen=True)
class BarisBulanan:
    """One indikator: the targets of its months and its year."""

    nama: str
    sasaran: str
    satuan: str
    cara: Cara | None
    bulan: tuple[Potongan, ...]
    jumlah: Potongan
    tanpa_target: Angka | None


def tabel_bulanan(isi: IsiPerjanjian, rencana: IsiRencana, letak: Letak | None = None) -> Tabel:
    """The target of every month, with room for what is reached; JML is what the plan's cara makes."""
    letak = letak or Letak(kunci_perjanjian(isi.perjanjian, "bulanan"))
    semua = _semua_baris(isi, rencana)
    label = Label()
    return Tabel(
        kunci=letak.kunci,
        nomor=letak.nomor,
        judul=letak.judul or f"Target dan Realisasi Bulanan {isi.perjanjian}",
        kolom=_kolom(),
        baris=(
            *(_baris(urutan, satu, label) for urutan, satu in enumerate(semua, start=1)),
            _baris_bawah("Capaian output"),
            _baris_bawah("% capaian kinerja tiap bulan"),
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


def _baris(urutan: int, satu: BarisBulanan, label: Label) -> Baris:
    pasangan = (sel for target in (*satu.bulan, satu.jumlah) for sel in (target, ""))
    return baris(str(urutan), label.sel(satu.sasaran), satu.nama, satu.satuan, *pasangan, "")


def _baris_bawah(kepala: str) -> Baris:
    bulan = (Sel(("",), bentang=2) for _ in (*BULAN, "JML"))
    return baris(Sel((kepala,), bentang=4), *bulan, "", jenis=Baris.Jenis.JUMLAH)


def _semua_baris(isi: IsiPerjanjian, rencana: IsiRencana) -> tuple[BarisBulanan, ...]:
    """In the plan's order; what is promised but not planned follows."""
    belum = [satu.indikator_id for satu in isi.baris if satu.indikator_id not in rencana.periode]
    return tuple(_satu_baris(isi, rencana, indikator) for indikator in (*rencana.periode, *belum))


def _satu_baris(isi: IsiPerjanjian, rencana: IsiRencana, indikator: int) -> BarisBulanan:
    janji = {satu.indikator_id: satu for satu in isi.baris}.get(indikator)
    rumusan = rencana.rumusan.get(indikator)
    penghitung = _Penghitung(rencana, indikator)
    return BarisBulanan(
        nama=janji.nama if janji else rumusan.nama if rumusan else "",
        sasaran=janji.sasaran if janji else rumusan.simpul.nama if rumusan else "",
        satuan=janji.satuan if janji else rumusan.satuan if rumusan else "",
        cara=penghitung.periode.cara if penghitung.periode else None,
        bulan=tuple(penghitung.target.get(bulan, "") for bulan in BULAN),
        jumlah=penghitung.jumlah(),
        tanpa_target=penghitung.tanpa_target(),
    )


class _Penghitung:
    """The figures of one indikator in one plan; of one that the Renstra does not word, too."""

    def __init__(self, rencana: IsiRencana, indikator: int) -> None:
        self.rencana = rencana.rencana
        self.periode: RencanaPeriode | None = rencana.periode.get(indikator)
        masa = self.periode.frekuensi if self.periode else Frekuensi.BULANAN
        self.rumusan = rencana.rumusan.get(indikator) or IndikatorVersi(
            indikator_id=indikator, desimal=DESIMAL, frekuensi=masa
        )
        self.target = {
            satu.bulan: angka_target_periode(self.rencana, self.rumusan, satu, masa)
            for satu in (self.periode.target if self.periode else ())
        }

    def jumlah(self) -> Potongan:
        """Of cumulative and latest figures the month's own; else what was made of several."""
        if self.periode is None:
            return KOSONG
        return angka_target_sampai(self.periode, self.rumusan, self.target)

    def tanpa_target(self) -> Angka | None:
        """The reason, where no month of the year has a figure."""
        if any(angka.nilai is not None for angka in self.target.values()):
            return None
        if not self.target:
            kunci = kunci_target_bulan(self.rencana, self.rumusan, "jumlah")
            return Angka(None, KOSONG, kunci, Asal(f"Target menurut {self.rencana}"), TANPA_BULAN)
        return next(iter(self.target.values()))


def _catatan(semua: tuple[BarisBulanan, ...]) -> tuple[Isi, ...]:
    catatan: list[Isi] = [("T = target, R = realisasi.",)]
    for cara in Cara:
        milik = [satu.nama for satu in semua if satu.cara is cara]
        if milik:
            catatan.append((f"JML {LabelCara(cara).label}: {'; '.join(milik)}.",))
    kosong = _sebab_kosong(semua)
    if kosong:
        catatan.append((f"Tanda - berarti tidak dijadwalkan{sebab(*kosong)}.",))
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
        for target in satu.bulan
        if isinstance(target, Angka) and target.tampil == KOSONG
    )
    return list(dict.fromkeys(filter(None, alasan)))
