"""The parts of a draft: a new one, one that is changed, one that is taken out."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from evaluasi.forms.instrumen import (
    FormKomponen,
    FormKriteria,
    FormPilihan,
    FormPredikat,
    FormSkala,
    FormSub,
    FormTahap,
)
from evaluasi.services.instrumen import Bagian, hapus_bagian, simpan_bagian
from evaluasi.views.dasar_instrumen import RuangInstrumen, buka_draf
from pengukuran.views.verifikasi_susun import nomor
from sakip.jejak.halaman import Halaman, proses
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import KeadaanSalah
from sakip.web.formulir import Formulir
from sakip.web.versi import SudahBerubah


@dataclass(frozen=True)
class JenisBagian:
    """A kind of part: what it is called, its form, and how its rows are found.

    `induk` is the kind it hangs below, blank for the instrument itself; `jalur` leads from the
    row to the instrument.
    """

    nama: str
    form: type[Formulir]
    jalur: str = "instrumen"
    induk: str = ""


JENIS: dict[str, JenisBagian] = {
    "komponen": JenisBagian("Komponen", FormKomponen),
    "sub": JenisBagian("Sub-komponen", FormSub, "komponen__instrumen", "komponen"),
    "kriteria": JenisBagian("Kriteria", FormKriteria, "sub__komponen__instrumen", "sub"),
    "skala": JenisBagian("Skala", FormSkala),
    "pilihan": JenisBagian("Pilihan jawaban", FormPilihan, "skala__instrumen", "skala"),
    "predikat": JenisBagian("Predikat", FormPredikat),
    "tahap": JenisBagian("Tahap", FormTahap),
}


@require_http_methods(["GET", "HEAD", "POST"])
def bagian_baru(
    permintaan: HttpRequest, pemda: str, pk: int, jenis: str, induk: int | None = None
) -> HttpResponse:
    milik = buka_draf(permintaan, pemda, pk)
    apa = _jenis(jenis)
    if (induk is None) is bool(apa.induk):
        raise TidakAda("Bagian ini tidak ada pada instrumen. Pilih dari halamannya.")

    def form(**isi: Any) -> Formulir:
        atas: Any = milik.instrumen if induk is None else _satu(milik, apa.induk, induk)
        return apa.form(instance=apa.form._meta.model(**{apa.induk or "instrumen": atas}), **isi)

    jangkar = f"{apa.induk}-{induk}" if apa.induk else jenis
    return proses(
        permintaan,
        buat_form=form,
        simpan=lambda isi: _simpan(milik, isi),
        halaman=Halaman(
            judul=f"{apa.nama} baru",
            ket=str(milik.instrumen),
            tombol=f"Tambah {apa.nama.lower()}",
            kembali=milik.kembali(jangkar),
            pesan=f"{apa.nama} ditambahkan.",
            konteks={"ruang": milik.ruang},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def bagian_ubah(
    permintaan: HttpRequest, pemda: str, pk: int, jenis: str, bagian: int
) -> HttpResponse:
    milik = buka_draf(permintaan, pemda, pk)
    apa = _jenis(jenis)
    _satu(milik, jenis, bagian)
    return proses(
        permintaan,
        buat_form=lambda **isi: apa.form(instance=_satu(milik, jenis, bagian), **isi),
        simpan=lambda isi: _simpan(milik, isi),
        halaman=Halaman(
            judul=f"Ubah {apa.nama.lower()}",
            ket=str(milik.instrumen),
            tombol=f"Simpan {apa.nama.lower()}",
            kembali=milik.kembali(f"{jenis}-{bagian}"),
            pesan=f"{apa.nama} tersimpan.",
            templat="evaluasi/instrumen/bagian.html",
            konteks={"ruang": milik.ruang, "instrumen": milik.instrumen, "hapus": (jenis, bagian)},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def bagian_hapus(
    permintaan: HttpRequest, pemda: str, pk: int, jenis: str, bagian: int
) -> HttpResponse:
    """Ask first; then take it out, or say what still hangs on it."""
    milik = buka_draf(permintaan, pemda, pk)
    apa = _jenis(jenis)
    satu = _satu(milik, jenis, bagian)
    galat = ""
    if permintaan.method == "POST":
        galat = _hapus(milik, satu, apa, nomor(permintaan.POST.get("versi", "0")))
        if not galat:
            messages.success(permintaan, f"{apa.nama} dihapus.")
            return redirect(milik.kembali())
    konteks = {
        "ruang": milik.ruang,
        "apa": apa.nama.lower(),
        "bagian": satu,
        "instrumen": milik.instrumen,
        "kembali": milik.kembali(f"{jenis}-{bagian}"),
        "galat": galat,
    }
    status = HTTPStatus.CONFLICT if galat else HTTPStatus.OK
    return render(permintaan, "evaluasi/instrumen/hapus.html", konteks, status=status)


def _jenis(jenis: str) -> JenisBagian:
    if jenis not in JENIS:
        raise TidakAda("Bagian ini tidak ada pada instrumen. Pilih dari halamannya.")
    return JENIS[jenis]


def _satu(milik: RuangInstrumen, jenis: str, pk: int) -> Any:
    """A part of this instrument as it is stored. Raises TidakAda."""
    apa = _jenis(jenis)
    semua = apa.form._meta.model._default_manager.untuk(milik.ruang.pengguna)
    satu = (
        semua.filter(**{apa.jalur: milik.instrumen, "pk": pk})
        .select_related(f"{apa.jalur}__pemda")
        .first()
    )
    if satu is None:
        raise TidakAda(f"{apa.nama} ini tidak ada pada instrumen ini. Muat ulang halamannya.")
    return satu


def _simpan(milik: RuangInstrumen, form: Formulir) -> None:
    """Raises what `simpan_bagian` raises."""
    simpan_bagian(form.instance, oleh=milik.ruang.pengguna, versi=form.versi_semula)


def _hapus(milik: RuangInstrumen, bagian: Bagian, apa: JenisBagian, versi: int) -> str:
    """Take it out as it was shown; what keeps it from that. Raises HakKurang."""
    try:
        hapus_bagian(bagian, oleh=milik.ruang.pengguna, versi=versi)
    except (KeadaanSalah, SudahBerubah) as salah:
        return str(salah)
    except ProtectedError:
        return (
            f"{apa.nama} ini masih dipakai bagian lain dari instrumen. Hapus atau ubah dahulu yang "
            "ada di bawahnya atau yang bersandar padanya."
        )
    return ""
