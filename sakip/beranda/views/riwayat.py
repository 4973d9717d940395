"""What happened to any object of the cycle, for all who may read it."""

from typing import cast

from django.apps import apps
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from evaluasi.models import LembarKerja
from evaluasi.queries.riwayat import aksi_tertutup
from pengukuran.models import Realisasi
from perencanaan.hitung.masa import Frekuensi, nama_masa
from perencanaan.queries.renstra import nama_indikator
from perencanaan.views.dasar import buka
from sakip.jejak.queries import riwayat, riwayat_terbaca
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna

# the apps whose rows hold figures; people, accounts and files have pages of their own
RUMPUN = ("perencanaan", "pengukuran", "pelaporan", "evaluasi")
SEHALAMAN = 50


@require_safe
def baca_riwayat(
    permintaan: HttpRequest, kode: str, tahun: int, jenis: str, pk: int
) -> HttpResponse:
    """The acts on one object, newest first, fifty a page. Raises TidakAda."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    objek = _objek(pengguna, jenis, pk)
    evaluasi = objek._meta.app_label == LembarKerja._meta.app_label
    halaman = Paginator(riwayat(objek), SEHALAMAN).get_page(permintaan.GET.get("halaman"))
    konteks = {
        "kerja": kerja,
        # another unit or year has no such object: the switch leads to its first page
        "kerja_alamat": "beranda:tahun",
        "sebutan": _sebutan(objek),
        "jenis": objek._meta.verbose_name,
        "halaman": halaman,
        "riwayat": riwayat_terbaca(
            objek,
            catatan=list(halaman.object_list),
            tertutup=aksi_tertutup(pengguna, objek) if evaluasi else (),
        ),
    }
    return render(permintaan, "beranda/riwayat.html", konteks)


def _sebutan(objek: Model) -> str:
    """How people call it: an indikator's rows are known by its name, not by its identity."""
    indikator = getattr(objek, "indikator_id", None)
    nama = nama_indikator(indikator) if isinstance(indikator, int) else ""
    if isinstance(objek, Realisasi):
        masa = nama_masa(objek.bulan, Frekuensi(objek.frekuensi))
        return f"{nama}, {masa} {objek.tahun}"
    return nama or str(objek)


def _objek(pengguna: Pengguna, jenis: str, pk: int) -> Model:
    """A row of this kind that the person may read. Raises TidakAda, whatever the reason."""
    tiada = TidakAda("Riwayat itu tidak ada, atau bukan milik unit Anda.")
    aplikasi, _, model = jenis.partition(".")
    if aplikasi not in RUMPUN:
        raise tiada
    try:
        kelas = apps.get_model(aplikasi, model)
    except LookupError:
        raise tiada from None
    objek: Model | None = kelas._default_manager.all().untuk(pengguna).filter(pk=pk).first()
    if objek is None:
        raise tiada
    return objek
