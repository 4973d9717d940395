"""The draft of an LHE: made from the worksheet or from paper, and written."""

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from evaluasi.forms.lhe import FormCatat, FormCatatan, FormLhe, FormSusun
from evaluasi.models import CatatanKomponen, Komponen, Lhe, SubKomponen
from evaluasi.queries.lembar import lembar_tahun
from evaluasi.queries.lhe import instrumen_lhe, isi_lhe, lhe_draf, lhe_terbit
from evaluasi.queries.rekomendasi_lalu import rekomendasi_lalu
from evaluasi.queries.susun_lhe import izin_susun, kekurangan, tidak_dibawa
from evaluasi.queries.usulan import diulang_draf, usulan_draf
from evaluasi.services.lhe import (
    batalkan_draf,
    catat_komponen,
    catat_lhe,
    hapus_catatan,
    susun_lhe,
    ubah_lhe,
)
from evaluasi.services.rekomendasi_draf import (
    bawa_rekomendasi,
    hapus_rekomendasi,
    pindahkan_rekomendasi,
)
from evaluasi.views.lhe_dasar import (
    RuangEvaluator,
    RuangLhe,
    ruang_evaluator,
    ruang_lhe,
    sudah_terbit,
)
from evaluasi.views.susun_tindak_lanjut import kelompok_tampil
from pengukuran.views.verifikasi_susun import nomor
from sakip.dokumen.asal import sajikan
from sakip.jejak.halaman import Halaman, proses
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Tolak
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah
from sakip.web.formulir import Formulir
from sakip.web.versi import SudahBerubah


@require_http_methods(["GET", "HEAD", "POST"])
def susun(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Make the draft of the year's worksheet; one that is there already is opened."""
    ruang = ruang_evaluator(permintaan, kode, tahun)
    lembar = lembar_tahun(ruang.pengguna, ruang.kerja.unit, tahun)
    izin = izin_susun(lembar, tahun)
    if lembar is None or isinstance(izin, Tolak):
        messages.warning(permintaan, izin.alasan if isinstance(izin, Tolak) else "")
        return redirect(ruang.alamat("lhe"))
    for draf in lhe_draf(ruang.pengguna, ruang.kerja.unit, tahun):
        if draf.tahun_evaluasi == lembar.tahun_evaluasi:
            return redirect(ruang.alamat("lhe-draf", draf.pk))
    terbit = lhe_terbit(ruang.pengguna, ruang.kerja.unit, tahun)
    lama = [satu for satu in terbit if satu.tahun_evaluasi == lembar.tahun_evaluasi]

    def simpan(form: Formulir) -> None:
        alasan = form.cleaned_data.get("alasan", "")
        susun_lhe(lembar, oleh=ruang.pengguna, alasan=alasan)

    judul = f"Susun {'LHE pengganti' if lama else 'LHE'} dari {lembar}"
    return proses(
        permintaan,
        buat_form=lambda **isi: FormSusun(
            instance=Lhe(unit=ruang.kerja.unit, lembar=lembar), mengganti=bool(lama), **isi
        ),
        simpan=simpan,
        halaman=Halaman(
            judul=judul,
            ket=_sebut_tahun(lembar.tahun_evaluasi, tahun),
            tombol="Susun draf",
            kembali=ruang.alamat("lhe-susun"),  # which leads on to the draft
            pesan="Draf LHE disusun. Unit belum melihatnya sampai diterbitkan.",
            templat="evaluasi/lhe/susun.html",
            konteks=_konteks(ruang) | {"lama": lama[-1] if lama else None, "lembar": lembar},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def catat(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """Record an LHE that exists on paper, as a draft."""
    ruang = ruang_evaluator(permintaan, kode, tahun)

    def simpan(form: Formulir) -> None:
        isi = {nama: form.cleaned_data[nama] for nama in form.isian}
        catat_lhe(unit=ruang.kerja.unit, tahun_kinerja=tahun, oleh=ruang.pengguna, **isi)

    return proses(
        permintaan,
        buat_form=lambda **isi: FormCatat(
            instance=Lhe(unit=ruang.kerja.unit, tahun_kinerja=tahun, tahun_evaluasi=tahun + 1),
            **isi,
        ),
        simpan=simpan,
        halaman=Halaman(
            judul="Catat LHE dari kertas",
            ket=f"Atas kinerja {tahun} · {ruang.kerja.unit.nama}",
            tombol="Catat sebagai draf",
            kembali=ruang.alamat("lhe"),
            pesan="LHE dicatat sebagai draf. Tambahkan catatan dan rekomendasinya, lalu terbitkan.",
            templat="evaluasi/lhe/catat.html",
            konteks=_konteks(ruang),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def draf(permintaan: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """The whole draft with a way to change each part; small acts are sent here."""
    ruang = ruang_lhe(permintaan, kode, tahun, pk)
    if jawaban := sudah_terbit(permintaan, ruang):
        return jawaban
    if permintaan.method == "POST":
        return _bertindak(permintaan, ruang)
    isi = isi_lhe(ruang.pengguna, ruang.lhe)
    baris = [satu.baris for satu in isi.rekomendasi]
    usulan, diulang = usulan_draf(ruang.pengguna, ruang.lhe, baris), diulang_draf(baris)
    lalu = rekomendasi_lalu(ruang.pengguna, ruang.lhe)
    konteks = _konteks(ruang) | {
        "isi": isi,
        "sunting": True,
        "butir": [
            (satu, usulan.get(satu.baris.pk, ()), diulang.get(satu.baris.pk))
            for satu in isi.rekomendasi
        ],
        "sebelumnya": tuple(kelompok_tampil(satu) for satu in lalu),
        "kurang": kekurangan(isi),
        "tidak_dibawa": tidak_dibawa(ruang.lhe),
    }
    return sajikan(permintaan, "evaluasi/lhe/draf.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def ubah(permintaan: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """Number, date, summary, who signs, copies; of one from paper the score too."""
    ruang = ruang_lhe(permintaan, kode, tahun, pk)
    if jawaban := sudah_terbit(permintaan, ruang):
        return jawaban

    def simpan(form: Formulir) -> None:
        isi = {nama: form.cleaned_data[nama] for nama in form.isian}
        ubah_lhe(
            Lhe.objects.select_related("unit").get(pk=pk),
            isi,
            oleh=ruang.pengguna,
            versi=form.versi_semula or 0,
        )

    return proses(
        permintaan,
        buat_form=lambda **isi: FormLhe(instance=Lhe.objects.get(pk=pk), **isi),
        simpan=simpan,
        halaman=Halaman(
            judul=f"Ubah draf {ruang.lhe}",
            ket=_sebut_tahun(ruang.lhe.tahun_evaluasi, tahun),
            tombol="Simpan",
            kembali=ruang.kembali("kepala"),
            pesan="Draf LHE tersimpan.",
            konteks=_konteks(ruang),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def catatan(
    permintaan: HttpRequest, kode: str, tahun: int, pk: int, komponen: int, sub: int | None = None
) -> HttpResponse:
    """The note of a draft on one komponen or sub-komponen."""
    ruang = ruang_lhe(permintaan, kode, tahun, pk)
    if jawaban := sudah_terbit(permintaan, ruang):
        return jawaban
    bagian, rinci, bobot = _bagian(ruang.lhe, komponen, sub)
    jangkar = f"bagian-{rinci.kode if rinci else bagian.kode}"
    milik = {"lhe": ruang.lhe, "komponen": bagian, "sub": rinci}

    def baris() -> CatatanKomponen:
        ada = CatatanKomponen.objects.filter(**milik).first()
        return ada or CatatanKomponen(**milik)

    if permintaan.method == "POST" and permintaan.POST.get("aksi") == "hapus":
        _hapus_catatan(permintaan, ruang, baris())
        return redirect(ruang.kembali(jangkar))

    def simpan(form: Formulir) -> None:
        catat_komponen(
            ruang.lhe,
            bagian,
            sub=rinci,
            oleh=ruang.pengguna,
            catatan=form.cleaned_data["catatan"],
            nilai=form.cleaned_data.get("nilai"),
            versi=form.versi_semula,
        )

    kini = baris()
    kertas = ruang.lhe.lembar_id is None
    return proses(
        permintaan,
        buat_form=lambda **isi: FormCatatan(instance=baris(), kertas=kertas, bobot=bobot, **isi),
        simpan=simpan,
        halaman=Halaman(
            judul=f"Catatan {rinci.kode} {rinci}" if rinci else f"Catatan {bagian}",
            ket=f"Draf {ruang.lhe} · {ruang.kerja.unit.nama}",
            tombol="Simpan catatan",
            kembali=ruang.kembali(jangkar),
            pesan="Catatan tersimpan.",
            templat="evaluasi/lhe/catatan.html",
            konteks=_konteks(ruang)
            | {"dapat_dihapus": kertas and not kini._state.adding, "kini": kini},
        ),
    )


def _hapus_catatan(permintaan: HttpRequest, ruang: RuangLhe, baris: CatatanKomponen) -> None:
    if baris._state.adding:
        return
    versi = nomor(permintaan.POST.get("versi", ""))
    try:
        hapus_catatan(baris, oleh=ruang.pengguna, versi=versi)
    except (KeadaanSalah, SudahBerubah) as salah:
        messages.error(permintaan, str(salah))
    else:
        messages.success(permintaan, "Nilai dan catatan bagian itu dihapus.")


def _bagian(
    lhe: Lhe, komponen: int, sub: int | None
) -> tuple[Komponen, SubKomponen | None, Decimal]:
    """A part of the instrument of this LHE, with its weight. Raises TidakAda."""
    instrumen = instrumen_lhe(lhe)
    bagian = (
        Komponen.objects.filter(instrumen=instrumen, pk=komponen).first() if instrumen else None
    )
    rinci = bagian.sub.filter(pk=sub).first() if bagian and sub is not None else None
    if bagian is None or (sub is not None and rinci is None):
        raise TidakAda("Komponen ini tidak ada pada instrumen LHE ini. Pilih dari drafnya.")
    semua = [rinci] if rinci else list(bagian.sub.all())
    return bagian, rinci, sum((satu.bobot for satu in semua), Decimal(0))


def _bertindak(permintaan: HttpRequest, ruang: RuangLhe) -> HttpResponse:
    """One of the small acts of the page of a draft; what forbids it is said on the next page."""
    aksi = permintaan.POST.get("aksi", "")
    if aksi not in _TINDAKAN:
        raise TidakAda("Tombol yang ditekan tidak dikenal. Muat ulang halamannya.")
    try:
        pesan, tujuan = _TINDAKAN[aksi](ruang, permintaan.POST)
    except (KeadaanSalah, DidahuluiOrangLain, SudahBerubah) as salah:
        messages.error(permintaan, str(salah))
        return redirect(ruang.kembali())
    except ValidationError as salah:
        messages.error(permintaan, " ".join(salah.messages))
        return redirect(ruang.kembali())
    if pesan:
        messages.success(permintaan, pesan)
    return redirect(tujuan)


def _segarkan(ruang: RuangLhe, _isi: Any) -> tuple[str, str]:
    if ruang.lhe.lembar is None:
        raise KeadaanSalah("LHE ini dicatat dari kertas; nilainya ditulis, bukan disegarkan.")
    susun_lhe(ruang.lhe.lembar, oleh=ruang.pengguna)
    return "Nilai draf disegarkan dari LKE.", ruang.kembali("nilai")


def _batal(ruang: RuangLhe, isi: Any) -> tuple[str, str]:
    batalkan_draf(ruang.lhe, oleh=ruang.pengguna, versi=nomor(isi.get("versi", "")))
    return "Draf LHE dibatalkan. Isinya masih terbaca dalam jejak.", ruang.alamat("lhe")


def _pindah(ruang: RuangLhe, isi: Any, *, naik: bool) -> tuple[str, str]:
    satu = _milik(ruang, isi)
    urutan = nomor(isi.get("urutan", ""))
    pindahkan_rekomendasi(satu, naik=naik, urutan=urutan, oleh=ruang.pengguna)
    return "", ruang.kembali(f"rekomendasi-{satu.pk}")


def _hapus(ruang: RuangLhe, isi: Any) -> tuple[str, str]:
    satu = _milik(ruang, isi)
    hapus_rekomendasi(satu, oleh=ruang.pengguna, versi=nomor(isi.get("versi", "")))
    pesan = "Rekomendasi dihapus dari draf."
    if satu.pokok_id is not None:
        pesan = "Rekomendasi itu tidak dibawa ke LHE pengganti."
    return pesan, ruang.kembali("rekomendasi")


def _bawa(ruang: RuangLhe, isi: Any) -> tuple[str, str]:
    pk = nomor(isi.get("rekomendasi", ""))
    satu = next((s for s in tidak_dibawa(ruang.lhe) if s.pk == pk), None)
    if satu is None:
        raise KeadaanSalah("Rekomendasi itu sudah dibawa, atau bukan dari LHE yang digantikan.")
    bawa_rekomendasi(ruang.lhe, satu, oleh=ruang.pengguna)
    return "Rekomendasi dibawa ke draf ini.", ruang.kembali("rekomendasi")


def _milik(ruang: RuangLhe, isi: Any) -> Any:
    """Raises KeadaanSalah for one that is not of this draft, or not any more."""
    satu = ruang.lhe.rekomendasi.filter(pk=nomor(isi.get("rekomendasi", ""))).first()
    if satu is None:
        raise KeadaanSalah("Rekomendasi itu tidak ada lagi dalam draf ini.")
    return satu


_TINDAKAN: dict[str, Any] = {
    "segarkan": _segarkan,
    "batal": _batal,
    "naik": lambda ruang, isi: _pindah(ruang, isi, naik=True),
    "turun": lambda ruang, isi: _pindah(ruang, isi, naik=False),
    "hapus": _hapus,
    "bawa": _bawa,
}


def _sebut_tahun(tahun_evaluasi: int, tahun_kinerja: int) -> str:
    return f"Evaluasi {tahun_evaluasi} atas kinerja {tahun_kinerja}"


def _konteks(ruang: RuangEvaluator) -> dict[str, Any]:
    # another unit or year has no such draft: the switch leads to its LHE
    return {
        "kerja": ruang.kerja,
        "kerja_alamat": "evaluasi:lhe",
        "lhe": getattr(ruang, "lhe", None),
    }
