"""The Renstra in its versions, with the indikator of tujuan and sasaran."""

from decimal import Decimal

from sakip.beranda.muat.bentuk.dasar import Bentuk, Isian


class BentukVariabel(Bentuk, frozen=True):
    nama: str
    label: str
    satuan: str
    sumber_data: str = ""


class BentukIndikator(Bentuk, frozen=True):
    """Targets and realisasi by year; `kunci` stays the same in every version of the Renstra.

    `target` is the Renstra's, `renja` that of the Renja; `tidak_dijadwalkan` gives the reason of
    each `-`. `pengisi` is the unit that enters, `penanggung_jawab` the others that answer for it.
    """

    kunci: str
    nama: str
    satuan: str
    cara: str
    target: dict[str, Isian]
    arah: str = "naik"
    aturan: str = "naik"
    frekuensi: str = "tahunan"
    iku: bool = True
    definisi: str = ""
    rumus: str = ""
    rumus_tercetak: str = ""
    variabel: list[BentukVariabel] = []
    sumber_data: str = ""
    penanggung_jawab: list[str] = []
    pengisi: str = ""
    renja: dict[str, Isian] = {}
    tidak_dijadwalkan: dict[str, str] = {}
    realisasi: dict[str, Decimal] = {}


class BentukSasaran(Bentuk, frozen=True):
    kunci: str
    nama: str
    indikator: list[BentukIndikator]
    tahun_awal: int | None = None
    tahun_akhir: int | None = None


class BentukTujuan(Bentuk, frozen=True):
    kunci: str
    nama: str
    indikator: list[BentukIndikator]
    sasaran: list[BentukSasaran]
    tahun_awal: int | None = None
    tahun_akhir: int | None = None


class BentukVersi(Bentuk, frozen=True):
    ke: int
    nama: str
    mulai_tahun: int
    tujuan: list[BentukTujuan]
    jenis: str = "renstra"
    catatan: str = ""


class BentukRenstra(Bentuk, frozen=True):
    """Visi, misi and isu hold for every version; the budget hangs on the last one."""

    nama: str
    tahun_awal: int
    tahun_akhir: int
    versi: list[BentukVersi]
    visi: str = ""
    misi: list[str] = []
    misi_didukung: str = ""
    isu_strategis: list[str] = []

    def tahun(self) -> range:
        return range(self.tahun_awal, self.tahun_akhir + 1)


def semua_indikator(versi: BentukVersi) -> list[BentukIndikator]:
    """Those of tujuan and sasaran, in the order of the Renstra."""
    hasil: list[BentukIndikator] = []
    for tujuan in versi.tujuan:
        hasil.extend(tujuan.indikator)
        for sasaran in tujuan.sasaran:
            hasil.extend(sasaran.indikator)
    return hasil
