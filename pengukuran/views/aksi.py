"""The steps of the plan in a triwulan: done or not, with the note and the evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pengukuran.forms.aksi import FormAksi
from pengukuran.forms.bukti import FormBukti
from pengukuran.models import Bukti, RealisasiAksi
from pengukuran.permissions import boleh_mengisi_aksi
from pengukuran.queries.aksi import BarisAksi, LembarAksi, aksi_unit, lembar_aksi
from pengukuran.queries.bukti import berkas_unit, bukti_aksi
from pengukuran.queries.jendela_isian import jendela_isian
from pengukuran.queries.lembar_isian import triwulan_isian
from pengukuran.services.aksi import simpan_aksi
from pengukuran.services.bukti import lampirkan_aksi
from pengukuran.services.dasar import wajib
from pengukuran.views.bukti import TIADA, berikan, kirim_lampiran, lepaskan
from pengukuran.views.jendela import keterangan_jendela
from perencanaan.models import AksiRencana
from perencanaan.queries.ruang import RuangKerja
from perencanaan.queries.saat import TRIWULAN, bulan_triwulan, sebut_triwulan
from perencanaan.views.dasar import buka
from sakip.jejak.halaman import Halaman, proses
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Boleh, Tolak
from sakip.lib.tanggal import tulis_triwulan
from sakip.organisasi.models import Pengguna
from sakip.web.formulir import yang_dibuka


@dataclass(frozen=True)
class BarisHalaman:
    """A step with its form; without one where this person only reads."""

    milik: BarisAksi
    form: FormAksi | None
    alamat: str
    alamat_bukti: str


@dataclass(frozen=True)
class KelompokHalaman:
    kode: str
    nama: str
    baris: tuple[BarisHalaman, ...]


@require_safe
def baca_aksi(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The steps of `?triwulan=`, or of the one that is open; a form for each that one reports."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    triwulan = kerja.triwulan or triwulan_isian(kerja.unit, tahun)
    lembar = lembar_aksi(kerja.unit, tahun, triwulan, pengguna)
    konteks = {
        "kerja": kerja,
        "lembar": lembar,
        "triwulan": TRIWULAN,
        "masa": sebut_triwulan(triwulan, tahun),
        "jendela": keterangan_jendela(lembar.jendela),
        "kelompok": tuple(_kelompok(kerja, lembar, pengguna)),
        "menulis": any(isinstance(satu.izin, Boleh) for satu in lembar.baris),
    }
    return render(permintaan, "pengukuran/aksi/baca.html", konteks)


def _kelompok(
    kerja: RuangKerja, lembar: LembarAksi, pengguna: Pengguna
) -> Iterator[KelompokHalaman]:
    for satu in lembar.kelompok:
        baris = tuple(_baris(kerja, milik, pengguna) for milik in satu.baris)
        yield KelompokHalaman(satu.kode, satu.nama, baris)


def _baris(kerja: RuangKerja, milik: BarisAksi, pengguna: Pengguna) -> BarisHalaman:
    tempat = [kerja.unit.kode, kerja.tahun, milik.aksi.pk, milik.bulan]
    form = None
    if isinstance(milik.izin, Boleh):
        objek = milik.laporan or _baru(milik.aksi, milik.bulan, pengguna)
        form = FormAksi(instance=objek, auto_id=f"aksi{milik.aksi.pk}_%s")
    return BarisHalaman(
        milik,
        form,
        reverse("pengukuran:aksi-isi", args=tempat),
        reverse("pengukuran:aksi-bukti-tambah", args=tempat),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def isi_aksi(permintaan: HttpRequest, kode: str, tahun: int, aksi: int, bulan: int) -> HttpResponse:
    """One step on a page of its own: where the list sends its forms, and a mistake is mended."""
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    milik = _aksi(kerja, aksi, bulan)
    wajib(boleh_mengisi_aksi(pengguna, milik))

    def form(**isi: Any) -> FormAksi:
        lama = yang_dibuka(_laporan(milik, bulan), isi)
        if lama is None:
            return FormAksi(instance=_baru(milik, bulan, pengguna), **isi)
        return FormAksi(instance=lama, **isi)

    def simpan(isi: Any) -> None:
        simpan_aksi(isi.instance, oleh=pengguna, versi=isi.versi_semula)

    return proses(
        permintaan,
        buat_form=form,
        simpan=simpan,
        halaman=Halaman(
            judul="Pelaksanaan aksi",
            ket=f"{milik.uraian} · {tulis_triwulan(bulan)} {tahun}",
            tombol="Simpan laporan aksi",
            kembali=_alamat_daftar(kerja, milik, bulan),
            pesan=f"Laporan aksi “{milik.uraian[:120]}” tersimpan.",
            konteks={"kerja": kerja, "kerja_alamat": "pengukuran:aksi"},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def tambah_bukti_aksi(
    permintaan: HttpRequest, kode: str, tahun: int, aksi: int, bulan: int
) -> HttpResponse:
    pengguna = cast("Pengguna", permintaan.user)
    kerja = buka(permintaan, kode, tahun)
    milik = _aksi(kerja, aksi, bulan)
    wajib(boleh_mengisi_aksi(pengguna, milik))
    laporan = _laporan(milik, bulan)
    if laporan is None:
        raise TidakAda(
            "Aksi ini belum dilaporkan pada triwulan itu. Nyatakan dahulu terlaksana atau belum, "
            "lalu lampirkan buktinya."
        )
    izin = jendela_isian(kerja.unit, tahun, bulan).izin
    tutup = izin.alasan if isinstance(izin, Tolak) else ""
    boleh = [] if tutup else [laporan.pk]
    return proses(
        permintaan,
        buat_form=lambda **isi: FormBukti(
            instance=Bukti(tahun=tahun, bulan=bulan),
            berkas_unit=berkas_unit(kerja.unit, tahun),
            **isi,
        ),
        simpan=lambda form: kirim_lampiran(
            lambda isi: lampirkan_aksi(laporan, isi, oleh=pengguna), form
        ),
        halaman=Halaman(
            judul="Bukti aksi",
            ket=f"{milik.uraian} · {tulis_triwulan(bulan)} {tahun}",
            tombol="Lampirkan bukti",
            kembali=_alamat_daftar(kerja, milik, bulan),
            pesan="Bukti terlampir.",
            templat="pengukuran/bukti/tambah.html",
            konteks={
                "kerja": kerja,
                "kerja_alamat": "pengukuran:aksi",
                "tutup": tutup,
                "bukti": bukti_aksi([laporan], boleh_hapus=boleh)[laporan.pk],
            },
        ),
    )


@require_POST
def hapus_bukti_aksi(
    permintaan: HttpRequest, kode: str, tahun: int, aksi: int, bulan: int, pk: int
) -> HttpResponse:
    kerja = buka(permintaan, kode, tahun)
    milik = _aksi(kerja, aksi, bulan)
    lepaskan(permintaan, _bukti(permintaan, milik, bulan, pk))
    return redirect(_alamat_daftar(kerja, milik, bulan))


@require_safe
def unduh_bukti_aksi(
    permintaan: HttpRequest, kode: str, tahun: int, aksi: int, bulan: int, pk: int
) -> HttpResponse:
    kerja = buka(permintaan, kode, tahun)
    return berikan(_bukti(permintaan, _aksi(kerja, aksi, bulan), bulan, pk))


def _aksi(kerja: RuangKerja, pk: int, bulan: int) -> AksiRencana:
    """The step that an address names. Raises TidakAda."""
    milik = aksi_unit(kerja.unit, kerja.tahun, pk)
    if milik is None or bulan not in [bulan_triwulan(satu) for satu in TRIWULAN]:
        raise TidakAda(
            f"Aksi itu tidak ada dalam Rencana Aksi {kerja.unit.singkatan} tahun {kerja.tahun}. "
            "Pilih dari daftar pelaksanaan aksi."
        )
    return milik


def _laporan(aksi: AksiRencana, bulan: int) -> RealisasiAksi | None:
    milik = RealisasiAksi.objects.filter(aksi=aksi, bulan=bulan).first()
    if milik is not None:
        milik.aksi = aksi
    return milik


def _baru(aksi: AksiRencana, bulan: int, pengguna: Pengguna) -> RealisasiAksi:
    return RealisasiAksi(aksi=aksi, bulan=bulan, diisi_oleh=pengguna)


def _bukti(permintaan: HttpRequest, aksi: AksiRencana, bulan: int, pk: int) -> Bukti:
    milik = Bukti.objects.untuk(cast("Pengguna", permintaan.user)).filter(
        realisasi_aksi__aksi=aksi, realisasi_aksi__bulan=bulan, pk=pk
    )
    bukti = milik.select_related("berkas", "unit", "realisasi_aksi").first()
    if bukti is None or bukti.realisasi_aksi is None:
        raise TidakAda(TIADA)
    bukti.realisasi_aksi.aksi = aksi
    return bukti


def _alamat_daftar(kerja: RuangKerja, aksi: AksiRencana, bulan: int) -> str:
    alamat = reverse("pengukuran:aksi", args=[kerja.unit.kode, kerja.tahun])
    triwulan = bulan // bulan_triwulan(1)
    return f"{alamat}?triwulan={triwulan}#aksi-{aksi.pk}"
