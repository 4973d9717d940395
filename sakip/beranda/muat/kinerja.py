"""The Renstra with its indikator, targets and realisasi, and the budget of the example."""

from decimal import Decimal

from pengukuran.models import Realisasi, RealisasiAnggaran
from pengukuran.queries.capaian import BULAN_SETAHUN
from pengukuran.status import StatusRealisasi
from perencanaan.hitung.nilai import JenisNilai
from perencanaan.models import (
    Dukungan,
    Indikator,
    IndikatorVersi,
    Pagu,
    Renstra,
    RenstraVersi,
    Simpul,
    TargetTahunan,
    VersiAnggaran,
)
from perencanaan.models.indikator import SumberTarget
from perencanaan.models.renstra import JenisSimpul
from sakip.beranda.muat.bentuk import (
    BentukAnggaran,
    BentukIndikator,
    BentukKegiatan,
    BentukProgram,
    BentukRenstra,
)
from sakip.beranda.muat.organisasi import Pencatat
from sakip.beranda.muat.pasang import Pemasang, identitas
from sakip.organisasi.models import Unit


def _nilai(jenis: JenisNilai, **isi: object) -> dict[str, object]:
    """Every column of a NilaiBerkeadaan, so that what an earlier load left in one is gone."""
    kosong = {
        "nilai": None,
        "batas_bawah": None,
        "batas_atas": None,
        "predikat": "",
        "keterangan": "",
        "alasan": "",
    }
    return {**kosong, "jenis": jenis.value, **isi}


def _angka(angka: Decimal) -> dict[str, object]:
    return _nilai(JenisNilai.ANGKA, nilai=angka)


class PemuatKinerja:
    """Loads what hangs on one version of one unit's Renstra."""

    def __init__(self, unit: Unit, pencatat: Pencatat, pemasang: Pemasang) -> None:
        self.unit = unit
        self.pencatat = pencatat
        self.pasang = pemasang.pasang
        self._urutan_indikator = 0

    def muat_renstra(self, bentuk: BentukRenstra) -> RenstraVersi:
        renstra = self.pasang(
            Renstra,
            {"unit": self.unit, "tahun_awal": bentuk.tahun_awal},
            nama=bentuk.nama,
            tahun_akhir=bentuk.tahun_akhir,
        )
        versi = self.pasang(
            RenstraVersi,
            {"renstra": renstra, "ke": bentuk.versi.ke},
            nama=bentuk.versi.nama,
            mulai_tahun=bentuk.versi.mulai_tahun,
            visi=bentuk.versi.visi,
            misi_didukung=bentuk.versi.misi_didukung,
            isu_strategis="\n".join(bentuk.versi.isu_strategis),
            catatan=bentuk.versi.catatan,
        )
        for urutan, tujuan in enumerate(bentuk.versi.tujuan, start=1):
            simpul = self._simpul(versi, JenisSimpul.TUJUAN, tujuan.kunci, tujuan.nama, urutan)
            for indikator in tujuan.indikator:
                self._indikator(simpul, indikator)
            for urutan_sasaran, sasaran in enumerate(tujuan.sasaran, start=1):
                bawah = self._simpul(
                    versi,
                    JenisSimpul.SASARAN,
                    sasaran.kunci,
                    sasaran.nama,
                    urutan_sasaran,
                    induk=simpul,
                )
                for indikator in sasaran.indikator:
                    self._indikator(bawah, indikator)
        return versi

    def _simpul(
        self,
        versi: RenstraVersi,
        jenis: JenisSimpul,
        kunci: str,
        nama: str,
        urutan: int,
        **isi: object,
    ) -> Simpul:
        tanda = identitas(self.unit.kode, jenis, kunci)
        return self.pasang(
            Simpul,
            {"renstra_versi": versi, "identitas": tanda},
            jenis=jenis.value,
            nama=nama,
            urutan=urutan,
            **isi,
        )

    def _indikator(self, simpul: Simpul, bentuk: BentukIndikator) -> None:
        self._urutan_indikator += 1
        indikator = self.pasang(
            Indikator,
            {"identitas": identitas(self.unit.kode, "indikator", bentuk.kunci)},
            unit=self.unit,
        )
        versi = self.pasang(
            IndikatorVersi,
            {"indikator": indikator, "renstra_versi": simpul.renstra_versi},
            simpul=simpul,
            nama=bentuk.nama,
            satuan=bentuk.satuan,
            arah=bentuk.arah,
            aturan=bentuk.aturan,
            cara=bentuk.cara,
            frekuensi=bentuk.frekuensi,
            iku=bentuk.iku,
            sumber_data=bentuk.sumber_data,
            urutan=self._urutan_indikator,
        )
        self._target(versi, bentuk)
        for tahun, angka in bentuk.realisasi.items():
            self._realisasi(versi, int(tahun), angka)

    def _target(self, versi: IndikatorVersi, bentuk: BentukIndikator) -> None:
        kunci = {"indikator_versi": versi, "sumber": SumberTarget.RENSTRA.value}
        for tahun, angka in bentuk.target.items():
            self.pasang(
                TargetTahunan,
                {**kunci, "tahun": int(tahun)},
                **_angka(angka),
            )
        for tahun, alasan in bentuk.tidak_dijadwalkan.items():
            self.pasang(
                TargetTahunan,
                {**kunci, "tahun": int(tahun)},
                **_nilai(JenisNilai.TIDAK_DIJADWALKAN, alasan=alasan),
            )

    def _realisasi(self, versi: IndikatorVersi, tahun: int, angka: Decimal) -> None:
        self.pasang(
            Realisasi,
            {
                "indikator": versi.indikator,
                "unit": self.unit,
                "tahun": tahun,
                "bulan": BULAN_SETAHUN,
            },
            frekuensi=versi.frekuensi,
            **_angka(angka),
            status=StatusRealisasi.DISETUJUI.value,
            diisi_oleh=self.pencatat.pengisi,
            diverifikasi_oleh=self.pencatat.verifikator,
        )

    def muat_anggaran(self, bentuk: BentukAnggaran, versi: RenstraVersi) -> None:
        anggaran = [
            self.pasang(
                VersiAnggaran,
                {"unit": self.unit, "tahun": bentuk.tahun, "ke": rincian.ke},
                jenis=rincian.jenis,
                tanggal=rincian.tanggal,
                catatan=rincian.catatan,
            )
            for rincian in bentuk.versi
        ]
        for urutan, program in enumerate(bentuk.program, start=1):
            simpul = self._simpul_anggaran(
                versi, JenisSimpul.PROGRAM, program, urutan, bentuk.nomenklatur
            )
            for pagu, milik in zip(program.pagu, anggaran, strict=True):
                self.pasang(Pagu, {"versi_anggaran": milik, "simpul": simpul}, jumlah=pagu)
            for nomor, kegiatan in enumerate(program.kegiatan, start=1):
                bawah = self._simpul_anggaran(
                    versi, JenisSimpul.KEGIATAN, kegiatan, nomor, bentuk.nomenklatur, simpul
                )
                self._kegiatan(bawah, kegiatan, anggaran[-1])

    def _simpul_anggaran(
        self,
        versi: RenstraVersi,
        jenis: JenisSimpul,
        bentuk: BentukProgram | BentukKegiatan,
        urutan: int,
        nomenklatur: str,
        induk: Simpul | None = None,
    ) -> Simpul:
        return self._simpul(
            versi,
            jenis,
            bentuk.kode,
            bentuk.nama,
            urutan,
            induk=induk,
            kode=bentuk.kode,
            nomenklatur=nomenklatur,
        )

    def _kegiatan(self, simpul: Simpul, bentuk: BentukKegiatan, anggaran: VersiAnggaran) -> None:
        self.pasang(
            Pagu, {"versi_anggaran": anggaran, "simpul": simpul}, jumlah=bentuk.pagu_terakhir
        )
        self.pasang(
            RealisasiAnggaran,
            {"simpul": simpul, "tahun": anggaran.tahun, "bulan": BULAN_SETAHUN},
            jumlah=bentuk.realisasi,
        )

    def muat_dukungan(self, bentuk: BentukIndikator, versi: RenstraVersi) -> None:
        indikator = Indikator.objects.get(
            identitas=identitas(self.unit.kode, "indikator", bentuk.kunci)
        )
        for tahun, daftar_kode in bentuk.didukung.items():
            for kode in daftar_kode:
                simpul = Simpul.objects.get(renstra_versi=versi, kode=kode)
                self.pasang(
                    Dukungan,
                    {"indikator": indikator, "simpul": simpul, "tahun": int(tahun)},
                    menunjang=True,
                )
