"""Evidence of an answer: attached, taken away, given out."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from evaluasi.forms.bukti_jawaban import FormBuktiJawaban
from evaluasi.models import BuktiJawaban, Jawaban, Kriteria
from evaluasi.permissions import boleh_mengerjakan
from evaluasi.queries.bukti_jawaban import berkas_untuk_jawaban, bukti_kriteria
from evaluasi.queries.hasil import sebutan
from evaluasi.queries.lembar import izin_mengisi
from evaluasi.services.bukti_jawaban import Lampiran, lampirkan
from evaluasi.services.dasar import minta
from evaluasi.services.lembar import lepas_bukti
from evaluasi.views.dasar import RuangTahap, alamat_sub, buka_tahap, sebut_lembar
from pengukuran.views.pratinjau import berikan_halaman
from sakip.berkas.unduhan import jawab_berkas
from sakip.jejak.halaman import Halaman, proses
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Boleh, Tolak
from sakip.lib.transisi import DidahuluiOrangLain, KeadaanSalah

TIADA = "Bukti ini tidak ada, atau sudah dilepas. Muat ulang halaman isiannya."
JAWAB_DAHULU = "Jawab dahulu kriterianya, atau tulis catatannya; lalu lampirkan buktinya."


@require_http_methods(["GET", "HEAD", "POST"])
def tambah_bukti(
    permintaan: HttpRequest, kode: str, tahun: int, tahap: str, kriteria: int
) -> HttpResponse:
    """The evidence of an answer, with a form for more; 403 to who does not work on the stage."""
    kerja, ruang = buka_tahap(permintaan, kode, tahun, tahap)
    milik = _kriteria(ruang, kriteria)
    minta(boleh_mengerjakan(ruang.pengguna, ruang.tahap))
    izin = izin_mengisi(ruang.pengguna, ruang.tahap)
    jawaban = _jawaban(ruang, kriteria)
    tutup = izin.alasan if isinstance(izin, Tolak) else "" if jawaban else JAWAB_DAHULU
    bukti = bukti_kriteria(
        ruang.lembar, ruang.terlihat, [kriteria], ruang.tahap if isinstance(izin, Boleh) else None
    )
    return proses(
        permintaan,
        buat_form=lambda **isi: FormBuktiJawaban(
            instance=BuktiJawaban(tahun=tahun),
            berkas_unit=berkas_untuk_jawaban(ruang.lembar),
            **isi,
        ),
        simpan=lambda form: _lampirkan(ruang, jawaban, form),
        halaman=Halaman(
            judul=f"Bukti kriteria {sebutan(milik)}",
            ket=f"{milik.uraian} · {sebut_lembar(ruang.lembar)}, {ruang.tahap.tahap}",
            tombol="Lampirkan bukti",
            kembali=alamat_kriteria(ruang, milik),
            pesan="Bukti terlampir.",
            templat="pengukuran/bukti/tambah.html",
            konteks={
                "kerja": kerja,
                "kerja_alamat": "evaluasi:lembar",
                "tutup": tutup,
                "bukti": bukti.get((ruang.tahap.pk, kriteria), ()),
            },
        ),
    )


@require_POST
def hapus_bukti(
    permintaan: HttpRequest, kode: str, tahun: int, tahap: str, kriteria: int, pk: int
) -> HttpResponse:
    _, ruang = buka_tahap(permintaan, kode, tahun, tahap)
    bukti = _bukti(ruang, kriteria, pk)
    try:
        lepas_bukti(bukti, oleh=ruang.pengguna)
    except (KeadaanSalah, DidahuluiOrangLain) as salah:
        messages.error(permintaan, str(salah))
    else:
        messages.success(permintaan, f"Bukti “{bukti}” dilepas. Berkasnya tetap tersimpan.")
    return redirect(alamat_kriteria(ruang, bukti.jawaban.kriteria))


@require_safe
def unduh_bukti(
    permintaan: HttpRequest, kode: str, tahun: int, tahap: str, kriteria: int, pk: int
) -> HttpResponse:
    """The file, to whoever may read the stage. Raises TidakAda."""
    _, ruang = buka_tahap(permintaan, kode, tahun, tahap)
    bukti = _bukti(ruang, kriteria, pk)
    if bukti.berkas is None:
        raise TidakAda("Bukti ini berupa tautan ke tempat lain, sehingga tidak ada yang diunduh.")
    return jawab_berkas(bukti.berkas)


@require_safe
def halaman_bukti(
    permintaan: HttpRequest, kode: str, tahun: int, tahap: str, kriteria: int, pk: int
) -> HttpResponse:
    """One page of it as a picture, to whoever may read the stage. Raises TidakAda."""
    _, ruang = buka_tahap(permintaan, kode, tahun, tahap)
    return berikan_halaman(permintaan, _bukti(ruang, kriteria, pk).berkas)


def alamat_kriteria(ruang: RuangTahap, kriteria: Kriteria) -> str:
    """The page of its sub-komponen, at the criterion."""
    alamat = alamat_sub(ruang.lembar, ruang.tahap)[kriteria.sub_id]
    return f"{alamat}#kriteria-{kriteria.pk}"


def _lampirkan(ruang: RuangTahap, jawaban: Jawaban | None, form: Any) -> None:
    if jawaban is None:
        raise ValidationError(JAWAB_DAHULU)
    isi = form.cleaned_data
    lampiran = Lampiran(
        tahun=isi["tahun"],
        halaman=isi["halaman"],
        keterangan=isi["keterangan"],
        unggahan=isi["berkas_baru"],
        berkas=isi["berkas_lama"],
        tautan=isi["tautan"],
    )
    lampirkan(jawaban, lampiran, oleh=ruang.pengguna)


def _kriteria(ruang: RuangTahap, pk: int) -> Kriteria:
    milik = Kriteria.objects.filter(sub__komponen__instrumen=ruang.lembar.instrumen_id, pk=pk)
    kriteria = milik.select_related("sub").first()
    if kriteria is None:
        raise TidakAda("Kriteria ini tidak ada dalam instrumennya. Pilih dari daftarnya.")
    return kriteria


def _jawaban(ruang: RuangTahap, kriteria: int) -> Jawaban | None:
    jawaban = Jawaban.objects.filter(tahap=ruang.tahap, kriteria=kriteria).first()
    if jawaban is not None:
        jawaban.tahap = ruang.tahap
    return jawaban


def _bukti(ruang: RuangTahap, kriteria: int, pk: int) -> BuktiJawaban:
    """The piece that an address names, under the answer that it names. Raises TidakAda."""
    milik = BuktiJawaban.objects.untuk(ruang.pengguna).filter(
        jawaban__tahap=ruang.tahap, jawaban__kriteria=kriteria, pk=pk
    )
    bukti = milik.select_related("berkas", "jawaban__kriteria__sub").first()
    if bukti is None:
        raise TidakAda(TIADA)
    bukti.jawaban.tahap = ruang.tahap
    return bukti
