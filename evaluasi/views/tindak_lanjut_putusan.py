"""What the inspektorat does: verdict, reopening, decision on more time, a tie to the plan."""

from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from evaluasi.alur import ALUR_TINDAK_LANJUT
from evaluasi.forms.rekomendasi import FormKaitan, FormKeputusan, FormPutusan
from evaluasi.hitung.tindak_lanjut import TERTUTUP, StatusTindakLanjut
from evaluasi.models import KaitanRekomendasi, Perpanjangan, Putusan
from evaluasi.permissions import boleh_memutuskan
from evaluasi.queries.cerita_rekomendasi import satu_rekomendasi
from evaluasi.queries.kaitan import indikator_terbaru
from evaluasi.services.kaitan import kaitkan
from evaluasi.services.rekomendasi import putuskan
from evaluasi.services.tindak_lanjut import putuskan_perpanjangan
from evaluasi.status import AspekKaitan, Keputusan
from evaluasi.views.dasar_tindak_lanjut import Ruang, halaman, laksanakan, ruang, wajib_berperan
from perencanaan.models import IndikatorVersi
from sakip.jejak.halaman import proses
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Boleh, Izin, Tolak
from sakip.lib.tanggal import tulis_tanggal
from sakip.lib.transisi import DidahuluiOrangLain

METODE = ["GET", "HEAD", "POST"]
DIPUTUS_DAHULU = (
    "Rekan Anda baru saja memutuskannya. Baca putusan itu di atas, lalu kirim lagi bila putusan "
    "Anda masih perlu."
)


@require_http_methods(METODE)
def rekomendasi_putus(permintaan: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """A verdict; on a closed recommendation it opens it again."""
    milik = _sebagai_inspektorat(permintaan, kode, tahun, pk)
    rekomendasi, status = milik.baris.rekomendasi, milik.baris.keadaan.status
    tertutup = status in TERTUTUP

    def form(**isi: Any) -> FormPutusan:
        terakhir = milik.baris.keadaan.putusan
        return FormPutusan(
            instance=Putusan(),
            pilihan=[StatusTindakLanjut(satu.ke) for satu in ALUR_TINDAK_LANJUT.dari(status)],
            sesudah=terakhir.ke if terakhir else 0,
            **isi,
        )

    def simpan(form: Any) -> None:
        isi = form.cleaned_data
        try:
            laksanakan(
                form,
                lambda: putuskan(
                    rekomendasi,
                    StatusTindakLanjut(isi["status"]),
                    catatan=isi["catatan"],
                    oleh=milik.pengguna,
                    sesudah=isi["sesudah"],
                    dasar=isi["dasar"],
                ),
            )
        except DidahuluiOrangLain as salah:
            _perbarui(form, milik)
            raise ValidationError(DIPUTUS_DAHULU) from salah

    return proses(
        permintaan,
        buat_form=form,
        simpan=simpan,
        halaman=halaman(
            milik,
            "Buka kembali rekomendasi" if tertutup else "Putusan atas tindak lanjut",
            "Simpan putusan",
            "Putusan tersimpan.",
            izin=milik.hak.memutuskan,
        ),
    )


@require_http_methods(METODE)
def perpanjangan_putus(
    permintaan: HttpRequest, kode: str, tahun: int, pk: int, perpanjangan: int
) -> HttpResponse:
    milik = _sebagai_inspektorat(permintaan, kode, tahun, pk)
    permohonan = (
        Perpanjangan.objects.untuk(milik.pengguna)
        .filter(rencana__rekomendasi=pk, pk=perpanjangan)
        .select_related("rencana__rekomendasi__unit__pemda", "rencana__rekomendasi__lhe")
        .select_related("diminta_oleh")
        .first()
    )
    if permohonan is None:
        raise TidakAda("Permintaan perpanjangan ini tidak ada pada rekomendasi itu. Muat ulang.")

    def simpan(form: Any) -> None:
        isi = form.cleaned_data
        laksanakan(
            form,
            lambda: putuskan_perpanjangan(
                permohonan,
                disetujui=isi["putusan"] == Keputusan.DISETUJUI,
                oleh=milik.pengguna,
                catatan=isi["alasan_putusan"],
            ),
        )

    isi = halaman(
        milik,
        f"Perpanjangan langkah {permohonan.rencana.urutan}",
        "Simpan keputusan",
        "Keputusan atas perpanjangan tersimpan.",
        izin=_dapat_diputus(milik, permohonan),
    )
    isi.konteks["permohonan"] = permohonan
    return proses(
        permintaan,
        buat_form=lambda **data: FormKeputusan(instance=permohonan, **data),
        simpan=simpan,
        halaman=isi,
    )


@require_http_methods(METODE)
def rekomendasi_kaitkan(permintaan: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """Say what of the plan it speaks of; how that reads now is frozen."""
    milik = _sebagai_inspektorat(permintaan, kode, tahun, pk)
    terbaru = [satu.pk for satu in indikator_terbaru(milik.kerja.unit)]
    pilihan = IndikatorVersi.objects.filter(pk__in=terbaru).select_related(
        "indikator", "renstra_versi__renstra"
    )

    def simpan(form: Any) -> None:
        isi = form.cleaned_data
        laksanakan(
            form,
            lambda: kaitkan(
                milik.baris.rekomendasi,
                rumusan=isi["rumusan"],
                aspek=AspekKaitan(isi["aspek"]),
                oleh=milik.pengguna,
            ),
        )

    return proses(
        permintaan,
        buat_form=lambda **isi: FormKaitan(
            instance=KaitanRekomendasi(), indikator=pilihan.order_by("urutan", "pk"), **isi
        ),
        simpan=simpan,
        halaman=halaman(
            milik,
            "Kaitkan dengan indikator",
            "Kaitkan",
            "Keadaan indikator sebelum diubah sudah dicatat.",
            izin=milik.hak.mengaitkan,
        ),
    )


def _sebagai_inspektorat(permintaan: HttpRequest, kode: str, tahun: int, pk: int) -> Ruang:
    """Raises TidakAda, HakKurang."""
    milik = ruang(permintaan, kode, tahun, pk)
    wajib_berperan(boleh_memutuskan(milik.pengguna, milik.baris.rekomendasi))
    return milik


def _perbarui(form: Any, milik: Ruang) -> None:
    """Let the form go on from the verdict that came in between; what was typed stays."""
    kini = satu_rekomendasi(
        milik.pengguna, milik.kerja.unit, milik.kerja.tahun, milik.baris.rekomendasi.pk
    )
    terakhir = kini.keadaan.putusan
    form.data = form.data.copy()
    form.data["sesudah"] = str(terakhir.ke if terakhir else 0)


def _dapat_diputus(milik: Ruang, permohonan: Perpanjangan) -> Izin:
    if permohonan.keputusan != Keputusan.MENUNGGU:
        pada = permohonan.diputus_pada
        zona = ZoneInfo(milik.kerja.unit.pemda.zona)
        kapan = f" pada {tulis_tanggal(pada.astimezone(zona).date())}" if pada else ""
        return Tolak(f"Permintaan ini sudah {permohonan.get_keputusan_display()}{kapan}.")
    return milik.hak.memutuskan if not milik.hak.memutuskan else Boleh()
