"""What keeps an LKjIP from being issued, and what whoever issues it should know before."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from pelaporan.models import Laporan
from pengukuran.models import Realisasi
from pengukuran.queries.capaian import TabelCapaian, tabel_capaian
from pengukuran.queries.daftar_koreksi import koreksi_menunggu
from pengukuran.status import StatusRealisasi
from perencanaan.models.renstra import JENIS_STRATEGIS, JenisSimpul
from sakip.lib import waktu
from sakip.organisasi.models import Penempatan, Unit

S = StatusRealisasi
MENUNGGU = frozenset({S.DIAJUKAN, S.DIVERIFIKASI})
BELUM_DIAJUKAN = frozenset({S.DRAF, S.DIKEMBALIKAN})

# the states of an indikator's realisasi, by indikator and frekuensi
Keadaan = Mapping[tuple[int, str], set[str]]


@dataclass(frozen=True)
class Halangan:
    """One thing that is not ready; `mencegah`: the report is not issued before it is mended.

    `halaman` names what lies at `alamat`, where it is mended.
    """

    pesan: str
    alamat: str
    halaman: str
    mencegah: bool = False


Pemeriksa = Callable[[Unit, int], Iterable[Halangan]]
_PEMERIKSA: list[Pemeriksa] = []


def daftarkan_pemeriksa(fungsi: Pemeriksa) -> None:
    """For `AppConfig.ready` of an app that knows of something that must be right before."""
    if fungsi not in _PEMERIKSA:
        _PEMERIKSA.append(fungsi)


def halangan_terbit(unit: Unit, tahun: int) -> tuple[Halangan, ...]:
    """Those first that keep it from being issued. Raises TidakAda without a Renstra."""
    semua = [*_tahun(unit, tahun), *_realisasi(unit, tahun), *_koreksi(unit, tahun)]
    for fungsi in _PEMERIKSA:
        semua += fungsi(unit, tahun)
    return tuple(sorted(semua, key=lambda satu: not satu.mencegah))


def penanda_tangan(unit: Unit, tanggal: date) -> Penempatan | None:
    """Who heads the unit on the day of the report, and signs it."""
    return Penempatan.objects.pemimpin(unit, tanggal)


def galat_tanggal(unit: Unit, tahun: int, tanggal: date) -> str:
    """Why a report cannot bear this date; blank where it can."""
    if tanggal.year <= tahun:
        return f"LKjIP {tahun} bertanggal sesudah tahunnya berakhir. Isi tanggal tahun {tahun + 1}."
    if tanggal > waktu.hari_ini(unit.pemda.zona):
        return "Tanggal ini belum tiba. Isi hari ini atau sebelumnya."
    lama = Laporan.objects.terbit().berlaku(unit, tahun, Laporan.Jenis.LKJIP).first()
    if lama is not None and lama.tanggal is not None and tanggal < lama.tanggal:
        return (
            "Tanggal ini sebelum tanggal LKjIP yang digantikannya. Isi tanggal yang sama atau "
            "sesudahnya."
        )
    if penanda_tangan(unit, tanggal) is None:
        return (
            f"Tidak ada yang memimpin {unit.singkatan} pada tanggal ini. Minta admin mencatat "
            "penempatannya, atau periksa tanggalnya."
        )
    return ""


def _tahun(unit: Unit, tahun: int) -> Iterator[Halangan]:
    if waktu.hari_ini(unit.pemda.zona).year <= tahun:
        yield Halangan(
            f"Tahun {tahun} belum berakhir. LKjIP terbit sesudahnya.",
            reverse("beranda:tahun", args=[unit.kode, tahun]),
            "halaman tahun",
            mencegah=True,
        )


def _realisasi(unit: Unit, tahun: int) -> Iterator[Halangan]:
    """What is being decided on would change the report; what is not there is only told."""
    tabel = tabel_capaian(unit, tahun, jenis=JenisSimpul.values)
    keadaan = _keadaan(tabel)
    meja = reverse("pengukuran:verifikasi", args=[unit.kode, tahun])
    isi = reverse("pengukuran:isi", args=[unit.kode, tahun])
    if menunggu := _sebut(tabel, keadaan, MENUNGGU):
        yield Halangan(
            f"Realisasi menunggu verifikasi atau persetujuan: {menunggu}.",
            meja,
            "meja verifikasi",
            mencegah=True,
        )
    if draf := _sebut(tabel, keadaan, BELUM_DIAJUKAN):
        yield Halangan(
            f"Realisasi belum diajukan, sehingga tidak dimuat: {draf}.", isi, "isian realisasi"
        )
    utama = [b for b in tabel.setahun(tahun) if b.simpul.jenis in JENIS_STRATEGIS]
    if kosong := "; ".join(b.indikator.nama for b in utama if b.realisasi is None):
        alamat = reverse("pengukuran:capaian", args=[unit.kode, tahun])
        yield Halangan(f"Indikator tanpa realisasi yang disetujui: {kosong}.", alamat, "capaian")


def _keadaan(tabel: TabelCapaian) -> Keadaan:
    """In which states there is realisasi; what is entered counts where none is due too."""
    hasil: dict[tuple[int, str], set[str]] = {}
    baris = Realisasi.objects.filter(unit=tabel.unit, tahun=tabel.tahun[0])
    for indikator, frekuensi, status in baris.values_list("indikator", "frekuensi", "status"):
        hasil.setdefault((indikator, frekuensi), set()).add(status)
    return hasil


def _sebut(tabel: TabelCapaian, keadaan: Keadaan, status: frozenset[StatusRealisasi]) -> str:
    """The indikator with realisasi in these states, each once, in the order of the table.

    Rows of another frekuensi than the indikator's never count, so they are not waited for.
    """
    nama = (
        satu.indikator.nama
        for satu in tabel.setahun(tabel.tahun[0])
        if status & keadaan.get((satu.indikator.indikator_id, satu.indikator.frekuensi), set())
    )
    return "; ".join(dict.fromkeys(nama))


def _koreksi(unit: Unit, tahun: int) -> Iterator[Halangan]:
    if banyak := len(koreksi_menunggu(unit, tahun)):
        yield Halangan(
            f"{banyak} usulan koreksi realisasi {tahun} belum diputuskan.",
            reverse("pengukuran:koreksi", args=[unit.kode, tahun]),
            "usulan koreksi",
        )
