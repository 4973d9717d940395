"""Who may enter, verify and approve a realisasi. Questions over roles, bidang, and who typed it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from perencanaan.models import PenanggungJawab, RenstraVersi
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.organisasi.peran import Peran
from sakip.organisasi.permissions import bertugas_di, bertugas_di_pemda

if TYPE_CHECKING:
    from pengukuran.models import Realisasi
    from perencanaan.models import AksiRencana
    from sakip.organisasi.models import Pengguna, Unit

PENGISI = "pengisi"


def boleh_mengisi(pengguna: "Pengguna", realisasi: "Realisasi") -> Izin:
    """Enter and submit: the bidang that fills this indikator in that year, or the sekretariat.

    The row need not be stored yet; its indikator, unit and year are looked at.
    """
    unit = realisasi.unit
    if bertugas_di(pengguna, unit, {Peran.PERENCANA}):
        return Boleh()
    bidang = bidang_pengisi(unit, realisasi.tahun, realisasi.indikator_id)
    return _izin_bidang(unit, realisasi.tahun, bidang, _bertugas_mengisi(pengguna))


def _izin_bidang(
    unit: "Unit", tahun: int, bidang: "Unit | None", bertugas: Collection[int]
) -> Izin:
    """What one who is no sekretariat may, by the units in which he is an operator."""
    if bidang is None:
        return Tolak(
            f"Belum ditetapkan bidang mana yang mengisi indikator ini pada {tahun}. "
            f"Minta sekretariat {unit.singkatan} menetapkannya."
        )
    if bidang.pk in bertugas:
        return Boleh()
    return Tolak(
        f"Indikator ini diisi oleh {bidang.nama}. Bila Anda perlu mengisinya, minta sekretariat "
        f"{unit.singkatan}."
    )


def _bertugas_mengisi(pengguna: "Pengguna") -> frozenset[int]:
    tugas = (satu for satu in pengguna.tugas() if satu.peran is Peran.OPERATOR)
    return frozenset(satu.unit for satu in tugas if satu.unit is not None)


@dataclass(frozen=True)
class HakMengisi:
    """The right of one person to enter each indikator of a unit in a year, asked once for all."""

    unit: "Unit"
    tahun: int
    sekretariat: bool
    bertugas: frozenset[int]
    bidang: Mapping[int, "Unit"]

    def izin(self, indikator_id: int) -> Izin:
        """The same answer as `boleh_mengisi`."""
        if self.sekretariat:
            return Boleh()
        bidang = self.bidang.get(indikator_id)
        return _izin_bidang(self.unit, self.tahun, bidang, self.bertugas)


def hak_mengisi(pengguna: "Pengguna", unit: "Unit", tahun: int) -> HakMengisi:
    """In a constant number of queries, however many indikator there are."""
    milik = PenanggungJawab.objects.filter(
        mengisi=True,
        indikator_versi__renstra_versi__in=RenstraVersi.objects.berlaku(unit, tahun).values("pk"),
    )
    return HakMengisi(
        unit=unit,
        tahun=tahun,
        sekretariat=bertugas_di(pengguna, unit, {Peran.PERENCANA}),
        bertugas=_bertugas_mengisi(pengguna),
        bidang={
            satu.indikator_versi.indikator_id: satu.unit
            for satu in milik.select_related("unit", "indikator_versi")
        },
    )


def boleh_mengisi_aksi(pengguna: "Pengguna", aksi: "AksiRencana") -> Izin:
    """Report on a step of the plan: who enters its indikator; without one, who answers for it."""
    rencana = aksi.rencana_aksi
    return izin_aksi(hak_mengisi(pengguna, rencana.unit, rencana.tahun), aksi)


def izin_aksi(hak: HakMengisi, aksi: "AksiRencana") -> Izin:
    """The same of many steps, the rights of the person having been asked once."""
    if hak.sekretariat:
        return Boleh()
    bidang = (
        aksi.penanggung_jawab if aksi.indikator_id is None else hak.bidang.get(aksi.indikator_id)
    )
    if bidang is None:
        return Tolak(
            f"Belum ditetapkan bidang mana yang melaporkan aksi ini pada {hak.tahun}. Minta "
            f"sekretariat {hak.unit.singkatan} melaporkannya, atau menetapkan penanggung jawabnya."
        )
    if bidang.pk in hak.bertugas:
        return Boleh()
    return Tolak(
        f"Aksi ini dilaporkan oleh {bidang.nama}. Bila Anda perlu melaporkannya, minta sekretariat "
        f"{hak.unit.singkatan}."
    )


@dataclass(frozen=True)
class HakAnggaran:
    """The right of one person to enter what was spent, asked once for the whole budget."""

    unit: "Unit"
    sekretariat: bool
    bertugas: frozenset[int]

    def izin(self, bidang: "Unit | None") -> Izin:
        """For what a bidang carries; what none carries the sekretariat enters."""
        if self.sekretariat or (bidang is not None and bidang.pk in self.bertugas):
            return Boleh()
        siapa = "sekretariat" if bidang is None else f"{bidang.nama} atau sekretariat"
        return Tolak(f"Realisasi anggaran ini diisi oleh {siapa} {self.unit.singkatan}.")


def hak_anggaran(pengguna: "Pengguna", unit: "Unit") -> HakAnggaran:
    return HakAnggaran(
        unit, bertugas_di(pengguna, unit, {Peran.PERENCANA}), _bertugas_mengisi(pengguna)
    )


def bidang_pengisi(unit: "Unit", tahun: int, indikator_id: int) -> "Unit | None":
    """The one unit that enters an indikator, by the wording in force in the year; one query."""
    versi = RenstraVersi.objects.berlaku(unit, tahun).values("pk")
    milik = PenanggungJawab.objects.filter(
        mengisi=True,
        indikator_versi__indikator=indikator_id,
        indikator_versi__renstra_versi__in=versi,
    )
    satu = milik.select_related("unit").first()
    return None if satu is None else satu.unit


def boleh_menarik(pengguna: "Pengguna", realisasi: "Realisasi") -> Izin:
    """Take back what one submitted, while nobody has judged it."""
    if realisasi.diajukan_oleh_id != pengguna.pk:
        siapa = realisasi.diajukan_oleh or "pengajunya"
        return Tolak(f"Isian ini diajukan {siapa}; hanya yang mengajukan yang dapat menariknya.")
    return boleh_mengisi(pengguna, realisasi)


def boleh_memverifikasi(pengguna: "Pengguna", realisasi: "Realisasi") -> Izin:
    """Verify what was submitted, or send it back."""
    unit = realisasi.unit
    if not bertugas_di(pengguna, unit, {Peran.PERENCANA}):
        return Tolak(f"Hanya sekretariat {unit.singkatan} yang memverifikasi realisasi.")
    return _bukan_pengisi(
        pengguna, realisasi, "memverifikasinya", f"sekretariat {unit.singkatan} yang lain"
    )


def boleh_menyetujui(pengguna: "Pengguna", realisasi: "Realisasi") -> Izin:
    """Approve what was verified, send it back, or open what was approved."""
    unit = realisasi.unit
    if not bertugas_di(pengguna, unit, {Peran.PIMPINAN}):
        return Tolak(f"Hanya pimpinan {unit.singkatan} yang menyetujui realisasi.")
    return _bukan_pengisi(
        pengguna, realisasi, "menyetujuinya", f"pimpinan {unit.singkatan} yang lain"
    )


def boleh_mengatur_sumber(pengguna: "Pengguna", unit: "Unit") -> Izin:
    """Where the figures of a unit are proposed from."""
    if bertugas_di(pengguna, unit, {Peran.PERENCANA}):
        return Boleh()
    return Tolak(f"Sumber usulan realisasi diatur oleh sekretariat {unit.singkatan}.")


def boleh_mengatur_kesiapan(pengguna: "Pengguna", pemda_id: int) -> Izin:
    """What is asked before figures are submitted, for a whole pemda."""
    if bertugas_di_pemda(pengguna, pemda_id, Peran.BAGIAN_ORGANISASI):
        return Boleh()
    return Tolak("Aturan kesiapan diatur oleh bagian organisasi.")


def _bukan_pengisi(
    pengguna: "Pengguna", realisasi: "Realisasi", perbuatan: str, pengganti: str
) -> Izin:
    """Whoever had a hand in the figure does not judge it."""
    ikut = realisasi.pelaku.filter(pengguna=pengguna.pk, sebagai=PENGISI).exists()
    if not ikut and realisasi.diisi_oleh_id != pengguna.pk:
        return Boleh()
    return Tolak(
        f"Anda ikut mengisi angka ini, sehingga tidak dapat {perbuatan}. Minta {pengganti}."
    )
