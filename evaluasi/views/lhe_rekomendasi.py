"""A recommendation of a draft: added, and changed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from evaluasi.forms.lhe import FormRekomendasi
from evaluasi.models import Komponen, Rekomendasi
from evaluasi.queries.hasil import susunan
from evaluasi.queries.lhe import instrumen_lhe
from evaluasi.queries.usulan import terdahulu, usulan_draf
from evaluasi.services.rekomendasi import rekomendasikan
from evaluasi.services.rekomendasi_draf import ubah_rekomendasi
from evaluasi.status import SumberRekomendasi
from evaluasi.views.lhe_dasar import RuangLhe, ruang_lhe, sudah_terbit
from sakip.jejak.halaman import Halaman, proses
from sakip.lib.galat import TidakAda
from sakip.web.formulir import Formulir

TEMPLAT = "evaluasi/lhe/rekomendasi.html"


@require_http_methods(["GET", "HEAD", "POST"])
def rekomendasi_baru(permintaan: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    ruang = ruang_lhe(permintaan, kode, tahun, pk)
    if jawaban := sudah_terbit(permintaan, ruang):
        return jawaban

    def simpan(form: Formulir) -> None:
        rekomendasikan(ruang.lhe, oleh=ruang.pengguna, **_isi(form))

    return proses(
        permintaan,
        buat_form=lambda **isi: _form(ruang, _kosong(ruang), **isi),
        simpan=simpan,
        halaman=_halaman(
            ruang, "Rekomendasi baru", "Tambah rekomendasi", "Rekomendasi ditambahkan."
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def rekomendasi_ubah(
    permintaan: HttpRequest, kode: str, tahun: int, pk: int, rekomendasi: int
) -> HttpResponse:
    ruang = ruang_lhe(permintaan, kode, tahun, pk)
    if jawaban := sudah_terbit(permintaan, ruang):
        return jawaban
    kini = _satu(ruang, rekomendasi)

    def simpan(form: Formulir) -> None:
        ubah_rekomendasi(
            _satu(ruang, rekomendasi),
            oleh=ruang.pengguna,
            versi=form.versi_semula or 0,
            **_isi(form),
        )

    usulan = usulan_draf(ruang.pengguna, ruang.lhe, [kini])
    return proses(
        permintaan,
        buat_form=lambda **isi: _form(ruang, _satu(ruang, rekomendasi), **isi),
        simpan=simpan,
        halaman=_halaman(
            ruang,
            f"Rekomendasi {kini.urutan}",
            "Simpan rekomendasi",
            "Rekomendasi tersimpan.",
            usulan=usulan.get(kini.pk, ()),
            kini=kini,
        ),
    )


def _halaman(ruang: RuangLhe, judul: str, tombol: str, pesan: str, **konteks: Any) -> Halaman:
    kini = konteks.get("kini")
    return Halaman(
        judul=judul,
        ket=f"Draf {ruang.lhe} · {ruang.kerja.unit.nama}",
        tombol=tombol,
        kembali=ruang.kembali(f"rekomendasi-{kini.pk}" if kini else "rekomendasi"),
        pesan=pesan,
        templat=TEMPLAT,
        konteks={
            "kerja": ruang.kerja,
            "kerja_alamat": "evaluasi:lhe",
            "lhe": ruang.lhe,
            **konteks,
        },
    )


def _isi(form: Formulir) -> dict[str, Any]:
    return {
        "uraian": form.cleaned_data["uraian"],
        "berulang_dari": form.cleaned_data["berulang_dari"],
        "letak": form.letak() if isinstance(form, FormRekomendasi) else (),
    }


def _form(ruang: RuangLhe, rekomendasi: Rekomendasi, **isi: Any) -> FormRekomendasi:
    return FormRekomendasi(
        instance=rekomendasi,
        komponen=_komponen(ruang, rekomendasi),
        terdahulu=terdahulu(ruang.pengguna, ruang.lhe),
        **isi,
    )


def _komponen(ruang: RuangLhe, rekomendasi: Rekomendasi) -> list[Komponen]:
    """Those of the LHE, and those of another instrument it already stands under."""
    instrumen = instrumen_lhe(ruang.lhe)
    semua = susunan(instrumen) if instrumen else []
    if rekomendasi._state.adding:
        return semua
    ada = {satu.pk for satu in semua}
    lain = rekomendasi.komponen.exclude(komponen__in=ada).values("komponen")
    return [*semua, *Komponen.objects.filter(pk__in=lain).prefetch_related("sub")]


def _kosong(ruang: RuangLhe) -> Rekomendasi:
    return Rekomendasi(
        unit=ruang.lhe.unit,
        sumber=SumberRekomendasi.LHE.value,
        lhe=ruang.lhe,
        tahun=ruang.lhe.tahun_evaluasi,
    )


def _satu(ruang: RuangLhe, pk: int) -> Rekomendasi:
    milik = ruang.lhe.rekomendasi.select_related("lhe__unit", "unit")
    satu = milik.prefetch_related("komponen").filter(pk=pk).first()
    if satu is None:
        raise TidakAda("Rekomendasi ini tidak ada dalam draf ini. Buka dari halaman drafnya.")
    return satu
