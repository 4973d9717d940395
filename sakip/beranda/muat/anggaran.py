"""The budget in its versions, its tree with indikator, and what of it supports which indikator."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from pengukuran.models import RealisasiAnggaran
from perencanaan.hitung.masa import BULAN_SETAHUN
from perencanaan.models import (
    Dukungan,
    Pagu,
    RenstraVersi,
    Simpul,
    VersiAnggaran,
)
from perencanaan.models.anggaran import BELANJA_SEMUA, JenisAnggaran
from perencanaan.models.indikator import Arah, AturanCapaian, SumberTarget
from perencanaan.models.renstra import JenisSimpul
from sakip.beranda.muat.bentuk import (
    BentukAnggaran,
    BentukDukungan,
    BentukIndikatorAnggaran,
    BentukKegiatan,
    BentukProgram,
    BentukSimpulAnggaran,
    BentukTahunLain,
    Isian,
)
from sakip.beranda.muat.indikator import (
    pasang_penanggung_jawab,
    pasang_rumusan,
    pasang_target,
)
from sakip.beranda.muat.realisasi import pasang_turunan
from sakip.beranda.muat.tempat import Tempat


class PemuatAnggaran:
    """Loads the budget tree of one year into one version of the Renstra."""

    def __init__(self, bentuk: BentukAnggaran, versi: RenstraVersi, tempat: Tempat) -> None:
        self.bentuk = bentuk
        self.versi = versi
        self.tempat = tempat
        self._menurut_kode: dict[str, Simpul] = {}
        self._akar: Simpul | None = None

    def muat(self) -> Mapping[str, Simpul]:
        """The nodes by their codes."""
        anggaran = [
            self.tempat.pasang(
                VersiAnggaran,
                {"unit": self.tempat.unit, "tahun": self.bentuk.tahun, "ke": satu.ke},
                jenis=satu.jenis,
                tanggal=satu.tanggal,
                catatan=satu.catatan,
            )
            for satu in self.bentuk.versi
        ]
        if self.bentuk.realisasi_belanja:
            self._realisasi_unit()
        for urutan, program in enumerate(self.bentuk.program, start=1):
            self._program(program, urutan, anggaran)
        return self._menurut_kode

    def _realisasi_unit(self) -> None:
        """On the unit itself, with the programs below it: the parts of the money are not known."""
        self._akar = simpul_unit(self.versi, self.tempat)
        for satu in self.bentuk.realisasi_belanja:
            self._realisasi(self._akar, satu.jumlah, satu.kode)

    def _realisasi(self, simpul: Simpul, jumlah: Decimal, belanja: str = BELANJA_SEMUA) -> None:
        kunci = {"simpul": simpul, "tahun": self.bentuk.tahun, "bulan": BULAN_SETAHUN}
        self.tempat.pasang(RealisasiAnggaran, {**kunci, "jenis_belanja_id": belanja}, jumlah=jumlah)

    def _program(
        self, bentuk: BentukProgram, urutan: int, anggaran: Sequence[VersiAnggaran]
    ) -> None:
        simpul = self._simpul(bentuk, JenisSimpul.PROGRAM, urutan, self._akar, bentuk.bidang)
        for jumlah, milik in zip(bentuk.pagu, anggaran, strict=True):
            self._pagu(milik, simpul, jumlah)
        for ke, kegiatan in enumerate(bentuk.kegiatan, start=1):
            self._kegiatan(kegiatan, ke, simpul, bentuk.bidang, anggaran[-1])

    def _kegiatan(
        self,
        bentuk: BentukKegiatan,
        urutan: int,
        program: Simpul,
        bidang: str,
        anggaran: VersiAnggaran,
    ) -> None:
        simpul = self._simpul(bentuk, JenisSimpul.KEGIATAN, urutan, program, bidang)
        if bentuk.pagu_terakhir is not None:
            self._pagu(anggaran, simpul, bentuk.pagu_terakhir)
        if bentuk.realisasi is not None:
            self._realisasi(simpul, bentuk.realisasi)
        for ke, sub in enumerate(bentuk.sub_kegiatan, start=1):
            milik = self._simpul(sub, JenisSimpul.SUB_KEGIATAN, ke, simpul, bidang)
            if sub.pagu is not None:
                self._pagu(anggaran, milik, sub.pagu, sub.belanja)

    def _pagu(
        self,
        anggaran: VersiAnggaran,
        simpul: Simpul,
        jumlah: Decimal,
        belanja: str = BELANJA_SEMUA,
    ) -> None:
        kunci = {"versi_anggaran": anggaran, "simpul": simpul, "jenis_belanja_id": belanja}
        self.tempat.pasang(Pagu, kunci, jumlah=jumlah)

    def _simpul(
        self,
        bentuk: BentukSimpulAnggaran,
        jenis: JenisSimpul,
        urutan: int,
        induk: Simpul | None,
        bidang: str,
    ) -> Simpul:
        # the codes of sub kegiatan are numbered by the file, no decree names them
        resmi = jenis is not JenisSimpul.SUB_KEGIATAN
        simpul = self.tempat.simpul(
            self.versi,
            jenis.value,
            bentuk.kode,
            kode=bentuk.kode,
            nomenklatur=self.bentuk.nomenklatur if resmi else "",
            nama=bentuk.nama,
            induk=induk,
            bidang=self.tempat.bagian.get(bidang),
            urutan=urutan,
        )
        self._menurut_kode[bentuk.kode] = simpul
        for indikator in bentuk.indikator:
            self._indikator(indikator, simpul, bidang)
        return simpul

    def _indikator(self, bentuk: BentukIndikatorAnggaran, simpul: Simpul, bidang: str) -> None:
        rumusan = pasang_rumusan(
            self.tempat,
            simpul,
            bentuk.kunci or simpul.kode,
            nama=bentuk.nama,
            satuan=bentuk.satuan,
            arah=Arah.NAIK.value,
            aturan=AturanCapaian.NAIK.value,
            cara=bentuk.cara,
            frekuensi=self.bentuk.frekuensi,
        )
        pasang_penanggung_jawab(self.tempat, rumusan, bidang)
        tahun = self.bentuk.tahun
        for sumber, angka in (
            (SumberTarget.DPA, bentuk.dpa),
            (SumberTarget.DPPA, bentuk.dppa),
        ):
            if angka is not None:
                pasang_target(self.tempat, rumusan, tahun, sumber, Isian(angka))
        if bentuk.capaian_tercetak is not None and bentuk.dppa is not None:
            pasang_turunan(
                self.tempat,
                rumusan,
                tahun,
                capaian=bentuk.capaian_tercetak,
                target=bentuk.dppa,
                sumber=self.bentuk.sumber_capaian,
                unit=bidang,
            )


def muat_tahun_lain(bentuk: BentukTahunLain, versi: RenstraVersi, tempat: Tempat) -> None:
    """A total of which the parts are not known stands on the unit itself, a root of its own."""
    anggaran = tempat.pasang(
        VersiAnggaran,
        {"unit": tempat.unit, "tahun": bentuk.tahun, "ke": 1},
        jenis=JenisAnggaran.MURNI.value,
        tanggal=None,
        catatan=bentuk.catatan,
    )
    kunci = {"versi_anggaran": anggaran, "simpul": simpul_unit(versi, tempat)}
    tempat.pasang(Pagu, kunci, jumlah=bentuk.pagu)


def simpul_unit(versi: RenstraVersi, tempat: Tempat) -> Simpul:
    """The unit itself, the root of what is not known by program."""
    jenis = JenisSimpul.PERANGKAT_DAERAH.value
    return tempat.simpul(versi, jenis, tempat.unit.kode, nama=tempat.unit.nama, urutan=0)


def muat_dukungan(bentuk: BentukDukungan, simpul: Mapping[str, Simpul], tempat: Tempat) -> None:
    indikator = tempat.indikator(bentuk.indikator)
    for satu in bentuk.simpul:
        tempat.pasang(
            Dukungan,
            {"indikator": indikator, "simpul": simpul[satu.kode], "tahun": bentuk.tahun},
            menunjang=satu.menunjang,
            catatan=satu.catatan,
        )
