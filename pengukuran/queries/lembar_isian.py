"""The rows that a person fills in for a triwulan, with all that stands beside each box."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db.models import Count

from pengukuran.hitung.capaian import Aturan
from pengukuran.hitung.kolom import SEL, kolom_variabel
from pengukuran.hitung.periode import capaian_periode
from pengukuran.models import (
    Bukti,
    KetikanIsian,
    Koreksi,
    NilaiVariabel,
    Pengembalian,
    Realisasi,
)
from pengukuran.permissions import HakMengisi, hak_mengisi
from pengukuran.queries.bentuk_isian import (
    BERISI,
    BarisIsian,
    LembarIsian,
    SelIsian,
    UkuranIsian,
)
from pengukuran.queries.jendela_isian import JendelaIsian, jendela_isian
from pengukuran.queries.kembali import koreksi_angka, nyatakan
from pengukuran.queries.periode import BahanSetahun
from pengukuran.queries.predikat import skor_predikat
from pengukuran.queries.sel import BahanSel, IsiBaris, NilaiVariabelMenurutNama, isi_sel
from pengukuran.queries.usulan import Usulan, usulan_periode
from pengukuran.status import DAPAT_DIUBAH, StatusRealisasi
from perencanaan.hitung.masa import BULAN_SETAHUN, PANJANG, Frekuensi
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.hitung.periode import Periode, gabungkan_periode
from perencanaan.models import IndikatorVersi, RenstraVersi
from perencanaan.queries.rencana_aksi import RencanaPeriode, target_periode
from perencanaan.queries.renstra import versi_renstra
from perencanaan.queries.rujukan import rujukan_rencana
from perencanaan.queries.saat import TRIWULAN, Saat, akhir_bulan, bulan_triwulan, triwulan_lewat
from perencanaan.queries.target import TargetBerlaku, target_setiap_unit
from sakip.dokumen.angka import Rujukan
from sakip.lib import waktu
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.organisasi.hitung.jendela import BOLEH_DITULIS, keadaan_jendela
from sakip.organisasi.models import Jendela, Unit

if TYPE_CHECKING:
    from sakip.organisasi.models import Pengguna

__all__ = [  # with what the rows are, so that who reads them finds all of it in one place
    "BERISI",
    "BarisIsian",
    "LembarIsian",
    "PembacaIsian",
    "SelIsian",
    "UkuranIsian",
    "bulan_isian",
    "lembar_isian",
    "triwulan_isian",
]


def lembar_isian(
    unit: Unit, tahun: int, triwulan: int, pengguna: "Pengguna", *, semua: bool = False
) -> LembarIsian:
    """The periods that end in the months of a triwulan, in the order of the Renstra.

    Of an operator those that the bidang enters, where there are any; of everybody else, and with
    `semua`, all. What has no target in the year is left out, unless somebody entered it. Raises
    TidakAda without a Renstra. The number of queries does not grow with rows.
    """
    pembaca = PembacaIsian(unit, tahun, triwulan, pengguna, versi_renstra(unit, tahun))
    baris = tuple(pembaca.susun())
    milik = tuple(satu for satu in baris if isinstance(satu.milik, Boleh))
    sendiri = not semua and 0 < len(milik) < len(baris)
    return LembarIsian(
        unit=unit,
        tahun=tahun,
        triwulan=triwulan,
        versi=pembaca.versi,
        jendela=pembaca.jendela,
        baris=milik if sendiri else baris,
        semua=baris,
        banyaknya=pembaca.banyaknya(milik=sendiri),
        sendiri=sendiri,
        sekretariat=pembaca.hak.sekretariat,
    )


def triwulan_isian(unit: Unit, tahun: int) -> int:
    """The triwulan one is in: the last whose window is open, else the last that is over. One query."""
    saat = waktu.sekarang()
    semua = Jendela.objects.filter(
        pemda=unit.pemda_id, jenis=Jendela.Jenis.PENGISIAN, tahun=tahun
    ).prefetch_related("pengecualian")
    terbuka = [satu.bulan for satu in semua if _terbuka(satu, unit, saat)]
    if terbuka:
        return max(terbuka) // PANJANG[Frekuensi.TRIWULANAN]
    hari = waktu.hari_ini(unit.pemda.zona)
    return max(triwulan_lewat(tahun, hari), default=TRIWULAN[0])


def _terbuka(jendela: Jendela, unit: Unit, saat: datetime) -> bool:
    milik = {unit.pk, unit.perangkat_daerah_id}
    sampai = [satu.sampai for satu in jendela.pengecualian.all() if satu.unit_id in milik]
    keadaan = keadaan_jendela(jendela.waktu(), saat, max(sampai, default=None))
    return keadaan in BOLEH_DITULIS


def bulan_isian(frekuensi: Frekuensi, triwulan: int) -> range:
    """The last months of the periods that end in a triwulan; empty where none does."""
    panjang, akhir = PANJANG[frekuensi], bulan_triwulan(triwulan)
    awal = akhir - PANJANG[Frekuensi.TRIWULANAN] + 1
    return range(-(-awal // panjang) * panjang, akhir + 1, panjang)


class PembacaIsian:
    """What the rows are made of, each thing read once for all of them."""

    indikator: int | None = None  # the one whose rows are read; None for those of every one

    def __init__(
        self, unit: Unit, tahun: int, triwulan: int, pengguna: "Pengguna", versi: RenstraVersi
    ) -> None:
        self.unit, self.tahun, self.triwulan = unit, tahun, triwulan
        self.pengguna, self.versi = pengguna, versi
        batas = unit.pemda.batas_capaian
        self.batas = None if batas is None else Decimal(batas)
        self.bahan_masa: dict[int, BahanSetahun] = {}
        self.usulan_masa: dict[int, Mapping[int, Usulan]] = {}

    def susun(self) -> Iterator[BarisIsian]:
        for rumusan in self.rumusan:
            for bulan in bulan_isian(Frekuensi(rumusan.frekuensi), self.triwulan):
                baris = self.baris(rumusan, bulan)
                if baris is not None:
                    yield baris

    def banyaknya(self, *, milik: bool) -> dict[int, int]:
        """How many rows each triwulan of the year has."""
        akhir = bulan_triwulan(self.triwulan)
        ada = [
            satu
            for satu in self.rumusan
            if self._bertarget(satu, akhir)
            and (not milik or isinstance(self.hak.izin(satu.indikator_id), Boleh))
        ]
        return {
            nomor: sum(len(bulan_isian(Frekuensi(satu.frekuensi), nomor)) for satu in ada)
            for nomor in TRIWULAN
        }

    def _bertarget(self, rumusan: IndikatorVersi, bulan: int) -> bool:
        bahan, kunci = self.bahan(bulan), (rumusan.indikator_id, self.tahun)
        return kunci in bahan.target or kunci in bahan.rencana

    def baris(self, rumusan: IndikatorVersi, bulan: int) -> BarisIsian | None:
        """One row; None for a period that neither a target nor anybody's entry is about."""
        tanda = rumusan.indikator_id
        realisasi = self.realisasi.get((tanda, self.tahun, bulan))
        if realisasi is None and not self._bertarget(rumusan, bulan):
            return None
        bahan = BahanSel(
            rumusan,
            {satu.nama: satu for satu in rumusan.variabel.all()} if rumusan.rumus else {},
            self.skor.get(tanda, {}),
        )
        dahulu, lalu = self.realisasi.get((tanda, self.tahun - 1, bulan)), self.lalu(tanda, bulan)
        return BarisIsian(
            bahan=bahan,
            bulan=bulan,
            realisasi=realisasi,
            ukuran=self.ukuran(rumusan, bulan),
            **self.sekitar(tanda, realisasi),
            sel=self._sel(bahan, bulan, realisasi),
            lalu=lalu,
            usulan=self.usulan(bulan).get(tanda),
            tahun_lalu=dahulu if dahulu and dahulu.status == StatusRealisasi.DISETUJUI else None,
            kembali={
                satu.pk: nyatakan(rumusan, [satu], self.koreksi, self.unit.pemda.zona)
                for satu in (realisasi, lalu, dahulu)
                if satu
            },
        )

    def sekitar(self, tanda: int, realisasi: Realisasi | None, /) -> dict[str, Any]:
        """What stands around the cells."""
        milik = self.hak.izin(tanda)
        return {
            "milik": milik,
            "izin": self._izin(milik, realisasi),
            "pengembalian": self.pengembalian.get(realisasi.pk, ()) if realisasi else (),
            "bukti": self.bukti.get(realisasi.pk, 0) if realisasi else 0,
        }

    def _izin(self, milik: Izin, realisasi: Realisasi | None) -> Izin:
        """Whether the boxes are open now: the right, the state of the row, the window."""
        if isinstance(milik, Tolak):
            return milik
        if realisasi is not None and realisasi.status not in DAPAT_DIUBAH:
            label = StatusRealisasi(realisasi.status).label
            return Tolak(f"Sudah {label}; minta dikembalikan dahulu bila perlu diperbaiki.")
        return self.jendela.izin

    def _sel(self, bahan: BahanSel, bulan: int, realisasi: Realisasi | None) -> dict[str, SelIsian]:
        tanda = bahan.rumusan.indikator_id
        isi = IsiBaris(
            realisasi or Realisasi(jenis=JenisNilai.TANPA_ANGKA.value),
            dict(self.variabel.get(realisasi.pk, {})) if realisasi else {},
        )
        hasil = {}
        for kolom in (*SEL, *map(kolom_variabel, bahan.variabel)):
            milik = self.ketikan.get((tanda, bulan, kolom))
            hasil[str(kolom)] = SelIsian(
                str(kolom),
                isi_sel(isi, kolom),
                milik.teks if milik else None,
                milik.pesan if milik else "",
            )
        return hasil

    def lalu(self, indikator: int, bulan: int) -> Realisasi | None:
        """The last figure of the same year before a period, whatever its status."""
        milik = [
            satu
            for (tanda, tahun, akhir), satu in self.realisasi.items()
            if tanda == indikator and tahun == self.tahun and akhir < bulan and satu.jenis in BERISI
        ]
        return max(milik, key=lambda satu: satu.bulan, default=None)

    def ukuran(self, rumusan: IndikatorVersi, bulan: int) -> UkuranIsian:
        bahan, kunci = self.bahan(bulan), (rumusan.indikator_id, self.tahun)
        rencana, setahun = bahan.rencana.get(kunci), bahan.target.get(kunci)
        hasil = bahan.hasil(rumusan, kunci, bulan)
        capaian = capaian_periode(
            hasil,
            setahun.nilai if setahun else None,
            Aturan(rumusan.aturan),
            self.batas,
            self.skor.get(rumusan.indikator_id),
        )
        return UkuranIsian(
            target=_target_masa(rumusan, bulan, rencana, setahun),
            hasil=hasil,
            capaian=capaian.sampai,
            cara=bahan.cara(rumusan, kunci),
            sumber=_sumber(rencana, setahun),
            rujukan=_rujukan(rencana, setahun),
            wajib=bulan in bahan.wajib(rumusan, kunci),
            kembali=bahan.kembali(rumusan, kunci, bulan),
        )

    def usulan(self, bulan: int, /) -> Mapping[int, Usulan]:
        if bulan not in self.usulan_masa:
            self.usulan_masa[bulan] = usulan_periode(self.unit, self.tahun, bulan)
        return self.usulan_masa[bulan]

    def bahan(self, bulan: int) -> BahanSetahun:
        """Plan and figures as they are at the end of a month."""
        if bulan not in self.bahan_masa:
            tanggal = None if bulan == BULAN_SETAHUN else akhir_bulan(self.tahun, bulan)
            rencana = target_periode(self.unit, [self.tahun], tanggal, indikator=self.indikator)
            self.bahan_masa[bulan] = BahanSetahun(
                target=self.target(tanggal, rencana),
                rencana=rencana,
                realisasi=self._terisi(bulan),
                koreksi=self.koreksi,
                zona=self.unit.pemda.zona,
            )
        return self.bahan_masa[bulan]

    def target(
        self, tanggal: Saat, _rencana: Mapping[tuple[int, int], RencanaPeriode], /
    ) -> Mapping[tuple[int, int], TargetBerlaku]:
        """The targets of the year, beside what its plan says of its periods."""
        return target_setiap_unit(
            {self.unit.pk: self.versi}, self.tahun, tanggal, indikator=self.indikator
        )

    def _terisi(self, sampai: int) -> dict[tuple[int, int], tuple[Realisasi, ...]]:
        hasil: dict[tuple[int, int], tuple[Realisasi, ...]] = {}
        for (tanda, tahun, bulan), satu in self.realisasi.items():
            if tahun == self.tahun and bulan <= sampai and satu.jenis in BERISI:
                hasil[tanda, tahun] = (*hasil.get((tanda, tahun), ()), satu)
        return hasil

    @cached_property
    def rumusan(self) -> list[IndikatorVersi]:
        semua = IndikatorVersi.objects.filter(renstra_versi=self.versi)
        milik = semua.select_related("simpul", "indikator").prefetch_related("variabel")
        return list(milik.order_by("urutan", "pk"))

    @cached_property
    def hak(self) -> HakMengisi:
        return hak_mengisi(self.pengguna, self.unit, self.tahun)

    @cached_property
    def jendela(self) -> JendelaIsian:
        return jendela_isian(self.unit, self.tahun, bulan_triwulan(self.triwulan))

    @cached_property
    def realisasi(self) -> dict[tuple[int, int, int], Realisasi]:
        """The rows of the year and of the one before, by indikator, year and month."""
        semua = Realisasi.objects.filter(unit=self.unit, tahun__in=(self.tahun, self.tahun - 1))
        if self.indikator is not None:
            semua = semua.filter(indikator=self.indikator)
        milik = semua.select_related("diisi_oleh", "diverifikasi_oleh").order_by("bulan")
        return {(satu.indikator_id, satu.tahun, satu.bulan): satu for satu in milik}

    @cached_property
    def koreksi(self) -> dict[int, tuple[Koreksi, ...]]:
        return koreksi_angka(self.unit, (self.tahun, self.tahun - 1))

    @cached_property
    def variabel(self) -> dict[int, NilaiVariabelMenurutNama]:
        semua = NilaiVariabel.objects.filter(realisasi__unit=self.unit, realisasi__tahun=self.tahun)
        if self.indikator is not None:
            semua = semua.filter(realisasi__indikator=self.indikator)
        hasil: dict[int, NilaiVariabelMenurutNama] = {}
        for pk, nama, nilai in semua.values_list("realisasi", "variabel__nama", "nilai"):
            hasil.setdefault(pk, {})[nama] = nilai
        return hasil

    @cached_property
    def skor(self) -> Mapping[int, Mapping[str, Decimal]]:
        return skor_predikat(self.unit)

    @cached_property
    def ketikan(self) -> dict[tuple[int, int, str], KetikanIsian]:
        semua = KetikanIsian.objects.untuk(self.pengguna).filter(unit=self.unit, tahun=self.tahun)
        return {(satu.indikator_id, satu.bulan, satu.kolom): satu for satu in semua}

    @cached_property
    def pengembalian(self) -> dict[int, tuple[Pengembalian, ...]]:
        semua = Pengembalian.objects.terbuka().filter(
            realisasi__unit=self.unit, realisasi__tahun=self.tahun
        )
        return _kelompokkan(semua.select_related("oleh"))

    @cached_property
    def bukti(self) -> dict[int, int]:
        semua = Bukti.objects.filter(realisasi__unit=self.unit, realisasi__tahun=self.tahun)
        return dict(semua.values_list("realisasi").annotate(banyaknya=Count("pk")))


def _kelompokkan(semua: Iterable[Pengembalian]) -> dict[int, tuple[Pengembalian, ...]]:
    hasil: dict[int, tuple[Pengembalian, ...]] = {}
    for satu in semua:
        hasil[satu.realisasi_id] = (*hasil.get(satu.realisasi_id, ()), satu)
    return hasil


def _target_masa(
    rumusan: IndikatorVersi,
    bulan: int,
    rencana: RencanaPeriode | None,
    setahun: TargetBerlaku | None,
) -> Nilai | None:
    """What is due in one period alone; of a plan without periods only the year's end has any."""
    panjang = PANJANG[Frekuensi(rumusan.frekuensi)]
    if rencana is None or not rencana.target:
        return setahun.nilai if setahun and bulan == BULAN_SETAHUN else None
    return gabungkan_periode(
        rencana.cara,
        [Periode(s.bulan, s.nilai) for s in rencana.target if bulan - panjang < s.bulan <= bulan],
        (),
        frekuensi=Frekuensi(rumusan.frekuensi),
        frekuensi_target=rencana.frekuensi,
        sampai=bulan,
    ).target


def _sumber(rencana: RencanaPeriode | None, setahun: TargetBerlaku | None) -> str:
    if rencana is not None and rencana.target:
        return str(rencana.rencana)
    return setahun.sumber if setahun else ""


def _rujukan(rencana: RencanaPeriode | None, setahun: TargetBerlaku | None) -> Rujukan | None:
    if rencana is not None and rencana.target:
        return rujukan_rencana(rencana.rencana)
    return setahun.rujukan if setahun else None
