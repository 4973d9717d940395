"""The stage of the worksheet that is next: whose turn it is, and how far it is."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from evaluasi.models import LembarKerja, TahapLembar
from evaluasi.queries.lembar import (
    izin_jendela,
    jendela_evaluasi,
    kemajuan_tahap,
    pembukaan_kembali,
)
from evaluasi.status import Pelaku, StatusTahap
from sakip.beranda.setahun.keadaan import Tanda
from sakip.lib.izin import Tolak
from sakip.organisasi.models import Unit
from sakip.organisasi.peran import Peran

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

    In a fixed number of queries.
    """
    milik = LembarKerja.objects.filter(unit=unit, tahun_kinerja=tahun)
    lembar = milik.select_related("instrumen").order_by("-tahun_evaluasi").first()
    if lembar is None:
        return None
    semua = TahapLembar.objects.filter(lembar=lembar).select_related("tahap")
    tahap = semua.exclude(status=StatusTahap.SELESAI).order_by("tahap__urutan").first()
    if tahap is None:
        return None
    lembar.unit = unit
    tahap.lembar = lembar
    mulai = tahap.status == StatusTahap.BELUM
    alamat = reverse("evaluasi:lembar", args=[unit.kode, tahun])
    jendela = jendela_evaluasi(unit, tahun) if tahap.tahap.dalam_jendela else None
    return TahapMenunggu(
        kunci=f"lke/{tahap.tahap.kode}",
        peran=GILIRAN[Pelaku(tahap.tahap.pelaku)],
        nama=f"{'Mulai' if mulai else 'Isi dan selesaikan'} {tahap.tahap.nama.lower()} {tahun}",
        ket=_ket(tahap),
        status=_tanda(tahap),
        alamat=f"{alamat}#tahap-{tahap.tahap.kode}",
        tenggat=jendela.tenggat if jendela else None,
        terkunci=isinstance(izin_jendela(tahap), Tolak),
    )


def _ket(tahap: TahapLembar) -> str:
    kemajuan = kemajuan_tahap(tahap.lembar, [tahap])[tahap.pk]
    ket = f"evaluasi {tahap.lembar.tahun_evaluasi} · {kemajuan.dijawab} dari {kemajuan.kriteria}"
    ket += " kriteria dijawab"
    if tahap.tahap.penentu:
        ket += f", {kemajuan.dinilai} dari {kemajuan.sub} sub-komponen dinilai"
    kembali = pembukaan_kembali([tahap]).get(tahap.pk)
    return f"{ket} · dibuka kembali: “{kembali.alasan}”" if kembali else ket


def _tanda(tahap: TahapLembar) -> Tanda:
    if isinstance(izin_jendela(tahap), Tolak):
        return Tanda("menunggu", "jendela evaluasi tertutup")
    return Tanda("berjalan", "giliran Anda")
