"""Issuing the LKjIP: what is not ready, then once and for good."""

from datetime import date
from http import HTTPStatus
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from pelaporan.cetak import minta_terbit
from pelaporan.dokumen.lkjip import susun_lkjip
from pelaporan.forms.terbit import FormTerbit
from pelaporan.models import Laporan
from pelaporan.permissions import boleh_menerbitkan
from pelaporan.queries.kesiapan import halangan_terbit
from pelaporan.queries.terbitan import beda_terbit, versi_terbit
from pelaporan.services.dasar import minta
from pelaporan.services.terbit import Keputusan, ke_berikutnya
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.dokumen.asal import sajikan
from sakip.dokumen.naskah import sidik_naskah
from sakip.lib import waktu
from sakip.lib.galat import TidakAda
from sakip.lib.transisi import CatatanKurang, DidahuluiOrangLain, KeadaanSalah
from sakip.organisasi.models import Penempatan, Pengguna
from sakip.pekerjaan.models import Pekerjaan
from sakip.pekerjaan.services.antre import AntreanPenuh


@require_http_methods(["GET", "HEAD", "POST"])
def terbitkan_lkjip(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The check before the issue, for all who read the unit; its head sends it off.

    The report is issued by a job, exactly as it was read here but for its date.
    """
    kerja = buka(permintaan, kode, tahun)
    pengguna = cast("Pengguna", permintaan.user)
    if permintaan.method != "POST":
        return _periksa(permintaan, kerja, _form(kerja))
    minta(boleh_menerbitkan(pengguna, kerja.unit))
    form = FormTerbit(permintaan.POST, mengganti=ke_berikutnya(kerja.unit, tahun) > 1)
    status = HTTPStatus.OK
    if form.is_valid():
        try:
            pekerjaan = _laksanakan(pengguna, kerja, form)
        except ValidationError as salah:
            form.add_error(None, salah)
        except (CatatanKurang, TidakAda, AntreanPenuh) as salah:
            form.add_error(None, str(salah))
        except (KeadaanSalah, DidahuluiOrangLain) as salah:
            form.add_error(None, str(salah))
            status = HTTPStatus.CONFLICT
        else:
            return redirect(f"{reverse('pekerjaan:rincian', args=[pekerjaan.pk])}?otomatis=ya")
    return _periksa(permintaan, kerja, form, status)


def _laksanakan(pengguna: Pengguna, kerja: RuangKerja, form: FormTerbit) -> Pekerjaan:
    isi = form.cleaned_data
    keputusan = Keputusan(
        ke=isi["ke"],
        tanggal=isi["tanggal"],
        sidik=isi["sidik"],
        nomor=isi["nomor"],
        alasan=isi.get("alasan", ""),
    )
    if sidik_naskah(susun_lkjip(kerja.unit, kerja.tahun)) != keputusan.sidik:
        raise DidahuluiOrangLain(
            "Isi laporan berubah sejak Anda membuka halaman ini. Periksa lagi, lalu terbitkan."
        )
    return minta_terbit(pengguna, kerja.unit, kerja.tahun, keputusan)


def _form(kerja: RuangKerja) -> FormTerbit:
    hari = waktu.hari_ini(kerja.unit.pemda.zona)
    laporan = Laporan.objects.terakhir(kerja.unit, kerja.tahun, Laporan.Jenis.LKJIP).first()
    tanggal = laporan.tanggal if laporan and laporan.dokumen_id is None else None
    return FormTerbit(
        mengganti=ke_berikutnya(kerja.unit, kerja.tahun) > 1, initial={"tanggal": tanggal or hari}
    )


def _periksa(
    permintaan: HttpRequest,
    kerja: RuangKerja,
    form: FormTerbit,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    terbit = versi_terbit(kerja.unit, kerja.tahun)
    konteks: dict[str, Any] = {
        "kerja": kerja,
        "kerja_alamat": "pelaporan:lkjip-baca",
        "form": form,
        "izin": boleh_menerbitkan(cast("Pengguna", permintaan.user), kerja.unit),
        "terbit": terbit,
        "ke": ke_berikutnya(kerja.unit, kerja.tahun),
    }
    try:
        dokumen = susun_lkjip(kerja.unit, kerja.tahun)
    except TidakAda as salah:
        konteks["alasan"] = str(salah)
    else:
        halangan = halangan_terbit(kerja.unit, kerja.tahun)
        konteks |= {
            "mencegah": [satu for satu in halangan if satu.mencegah],
            "peringatan": [satu for satu in halangan if not satu.mencegah],
            "pemimpin": _pemimpin(kerja),
            "beda": beda_terbit(terbit[0].dokumen, dokumen, naskah=False) if terbit else None,
        }
        form.segarkan(konteks["ke"], sidik_naskah(dokumen))
    jawaban = sajikan(permintaan, "pelaporan/lkjip/terbit.html", konteks)
    jawaban.status_code = status
    return jawaban


def _pemimpin(kerja: RuangKerja) -> list[Penempatan]:
    """Who may sign: those who head the unit since the year is over, by the date of the report."""
    milik = Penempatan.objects.filter(unit=kerja.unit, memimpin=True)
    sejak = milik.exclude(sampai__lt=date(kerja.tahun + 1, 1, 1))
    return list(sejak.select_related("pejabat").order_by("dari", "pk"))
