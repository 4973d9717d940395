"""What a person may do about a recommendation as it stands, each with the reason where not."""

from dataclasses import dataclass

from evaluasi.hitung.tenggat import JenisTarget
from evaluasi.hitung.tindak_lanjut import TERTUTUP
from evaluasi.models import PelakuRekomendasi, RencanaTindakLanjut
from evaluasi.permissions import boleh_melaporkan, boleh_memutuskan, boleh_merencanakan
from evaluasi.queries.daftar_rekomendasi import BarisRekomendasi
from evaluasi.status import LABEL_PUTUSAN, Keputusan, Pelaku
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.organisasi.models import Pengguna

SISI_LAIN = {
    Pelaku.UNIT: "Anda ikut memutuskan rekomendasi ini, sehingga tidak menindaklanjutinya.",
    Pelaku.INSPEKTORAT: (
        "Anda ikut menindaklanjuti rekomendasi ini, sehingga tidak memutuskannya. Minta rekan lain "
        "di inspektorat."
    ),
}
DIGANTI = (
    "LHE-nya sudah diganti, dan LHE penggantinya tidak memuat rekomendasi ini. Tindak lanjuti "
    "rekomendasi menurut LHE yang terbaru."
)


@dataclass(frozen=True)
class HakLangkah:
    melaporkan: Izin
    memperpanjang: Izin
    mengubah: Izin


@dataclass(frozen=True)
class HakRekomendasi:
    """`peran_*` is the right of the person alone, the others look at the state as well."""

    peran_unit: Izin
    peran_inspektorat: Izin
    merencanakan: Izin
    memutuskan: Izin
    mengaitkan: Izin
    langkah: dict[int, HakLangkah]

    @property
    def di_unit(self) -> bool:
        """Whether this person acts for the unit in any step of it."""
        return bool(self.peran_unit) or any(satu.melaporkan for satu in self.langkah.values())


def hak_rekomendasi(pengguna: Pengguna, baris: BarisRekomendasi) -> HakRekomendasi:
    """For every act of the page; asks once for each unit that carries a step."""
    rekomendasi = baris.rekomendasi
    sisi = (
        PelakuRekomendasi.objects.filter(rekomendasi=rekomendasi, pengguna=pengguna)
        .values_list("sebagai", flat=True)
        .first()
    )
    unit = _sisi(boleh_merencanakan(pengguna, rekomendasi), sisi, Pelaku.UNIT)
    inspektorat = _sisi(boleh_memutuskan(pengguna, rekomendasi), sisi, Pelaku.INSPEKTORAT)
    berlaku = _berlaku(baris)
    terbuka = _terbuka(baris)
    simpanan: dict[int, Izin] = {}
    langkah = {}
    for satu in baris.keadaan.rencana:
        rencana = satu.rencana
        if rencana.unit_id not in simpanan:
            simpanan[rencana.unit_id] = _sisi(
                boleh_melaporkan(pengguna, rencana), sisi, Pelaku.UNIT
            )
        izin = simpanan[rencana.unit_id]
        langkah[rencana.pk] = HakLangkah(
            melaporkan=_semua(izin, terbuka),
            memperpanjang=_semua(izin, terbuka, _dapat_mundur(rencana)),
            mengubah=_semua(unit, terbuka, _belum_berjalan(rencana)),
        )
    return HakRekomendasi(
        peran_unit=unit,
        peran_inspektorat=inspektorat,
        merencanakan=_semua(unit, terbuka),
        memutuskan=_semua(inspektorat, berlaku),
        mengaitkan=_semua(inspektorat, berlaku),
        langkah=langkah,
    )


def _semua(*izin: Izin) -> Izin:
    """The first refusal, else yes."""
    return next((satu for satu in izin if not satu), Boleh())


def _sisi(izin: Izin, sisi: str | None, perlu: Pelaku) -> Izin:
    if izin and sisi is not None and sisi != perlu:
        return Tolak(SISI_LAIN[perlu])
    return izin


def _berlaku(baris: BarisRekomendasi) -> Izin:
    return Tolak(DIGANTI) if baris.diganti else Boleh()


def _terbuka(baris: BarisRekomendasi) -> Izin:
    izin = _berlaku(baris)
    status = baris.keadaan.status
    if izin and status in TERTUTUP:
        return Tolak(
            f"Rekomendasi ini sudah diputus {LABEL_PUTUSAN[status]}. Hubungi inspektorat bila "
            "perlu dibuka kembali."
        )
    return izin


def _dapat_mundur(rencana: RencanaTindakLanjut) -> Izin:
    if rencana.jenis_target == JenisTarget.TRIWULAN:
        return Tolak("Laporan setiap triwulan tidak diperpanjang. Laporkan keadaannya.")
    if any(satu.keputusan == Keputusan.MENUNGGU for satu in rencana.perpanjangan.all()):
        return Tolak("Permintaan sebelumnya masih menunggu keputusan inspektorat.")
    return Boleh()


def _belum_berjalan(rencana: RencanaTindakLanjut) -> Izin:
    if rencana.laporan.all() or rencana.perpanjangan.all():
        return Tolak("Langkah ini sudah berjalan. Tambah langkah yang baru bila berubah.")
    return Boleh()
