"""The stage of the worksheet that is next: whose turn it is, and how far it is."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from evaluasi.models import LembarKerja, Lhe, TahapLembar
from evaluasi.queries.lembar import (
    izin_jendela,
    jendela_evaluasi,
    kemajuan_tahap,
    pembukaan_kembali,
)
from evaluasi.status import Pelaku, StatusTahap
from sakip.beranda.setahun.keadaan import Tanda
from sakip.lib import waktu
from sakip.lib.izin import Izin, Tolak
from sakip.lib.tanggal import tulis_saat
from sakip.organisasi.models import Jendela, Unit
from sakip.organisasi.peran import Peran
from sakip.organisasi.queries import boleh_menulis, dikecualikan_sampai

GILIRAN = {Pelaku.UNIT: Peran.PERENCANA, Pelaku.INSPEKTORAT: Peran.INSPEKTORAT}


@dataclass(frozen=True)
class TahapMenunggu:
    """What is to be done in the stage, by whom, and where.

    `tenggat` is that of the window, for a stage bound to one; `kunci` names the stage in its unit.
    """

    kunci: str
    peran: Peran
    nama: str
    ket: str
    status: Tanda
    alamat: str
    tenggat: datetime | None = None
    terkunci: bool = False


def tahap_menunggu(unit: Unit, tahun: int) -> TahapMenunggu | None:
    """Of the worksheet of a year's work, the first stage that is not finished; none where all are.

    Without a worksheet, that it is to be opened. In a fixed number of queries.
    """
    milik = LembarKerja.objects.filter(unit=unit, tahun_kinerja=tahun)
    lembar = milik.select_related("instrumen").order_by("-tahun_evaluasi").first()
    if lembar is None:
        return _buka(unit, tahun)
    semua = TahapLembar.objects.filter(lembar=lembar).select_related("tahap")
    tahap = semua.exclude(status=StatusTahap.SELESAI).order_by("tahap__urutan").first()
    if tahap is None:
        return None
    lembar.unit = unit
    tahap.lembar = lembar
    mulai = tahap.status == StatusTahap.BELUM
    alamat = reverse("evaluasi:lembar", args=[unit.kode, tahun])
    jendela = jendela_evaluasi(unit, tahun) if tahap.tahap.dalam_jendela else None
    izin = izin_jendela(tahap)
    return TahapMenunggu(
        kunci=f"lke/{tahap.tahap.kode}",
        peran=GILIRAN[Pelaku(tahap.tahap.pelaku)],
        nama=f"{'Mulai' if mulai else 'Isi dan selesaikan'} {tahap.tahap.nama.lower()} {tahun}",
        ket=_ket(tahap),
        status=_tanda(izin),
        alamat=f"{alamat}#tahap-{tahap.tahap.kode}",
        tenggat=_tenggat(jendela, unit) if jendela else None,
        # refused before it opens is not locked
        terkunci=isinstance(izin, Tolak) and not (jendela and waktu.sekarang() < jendela.buka),
    )


def _buka(unit: Unit, tahun: int) -> TahapMenunggu | None:
    """That the inspektorat opens it, while the window lets it be filled; paper needs none."""
    jendela = jendela_evaluasi(unit, tahun)
    if jendela is None or not boleh_menulis(jendela, unit, waktu.sekarang()):
        return None
    if Lhe.objects.filter(unit=unit, tahun_kinerja=tahun).exists():
        return None
    return TahapMenunggu(
        kunci="lke/buka",
        peran=Peran.INSPEKTORAT,
        nama=f"Buka LKE {tahun}",
        ket=f"jendela evaluasi terbuka · tenggat {tulis_saat(_tenggat(jendela, unit), unit.pemda.zona)}",
        status=Tanda("berjalan", "giliran Anda"),
        alamat=reverse("evaluasi:lembar", args=[unit.kode, tahun]),
    )


def _tenggat(jendela: Jendela, unit: Unit) -> datetime:
    """That of the window, or of the unit's exception where it ends later."""
    sampai = dikecualikan_sampai([jendela], unit).get(jendela.pk)
    return max(jendela.tenggat, sampai) if sampai else jendela.tenggat


def _ket(tahap: TahapLembar) -> str:
    kemajuan = kemajuan_tahap(tahap.lembar, [tahap])[tahap.pk]
    ket = f"evaluasi {tahap.lembar.tahun_evaluasi} · {kemajuan.dijawab} dari {kemajuan.kriteria}"
    ket += " kriteria dijawab"
    if tahap.tahap.penentu:
        ket += f", {kemajuan.dinilai} dari {kemajuan.sub} sub-komponen dinilai"
    kembali = pembukaan_kembali([tahap]).get(tahap.pk)
    return f"{ket} · dibuka kembali: “{kembali.alasan}”" if kembali else ket


def _tanda(izin: Izin) -> Tanda:
    if isinstance(izin, Tolak):
        return Tanda("menunggu", "jendela evaluasi tertutup")
    return Tanda("berjalan", "giliran Anda")
