"""The small office at its desk: who is signed in, what a page sends, and more indikator."""

from datetime import date
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pengukuran.models import Realisasi
from pengukuran.services.sel import Sel, simpan_sel
from perencanaan.models import IndikatorVersi, PenanggungJawab, RencanaAksi
from tests.pengukuran.alat_isian import TAHUN, Kantor, buat_tautan
from tests.perencanaan.pabrik import buat_indikator
from tests.perencanaan.pabrik_rencana import jadwalkan, rumuskan, tw


def sebagai(kantor: Kantor, nama: str) -> Client:
    return kantor.klien(nama)


def alamat(nama: str, kantor: Kantor, *sisa: int) -> str:
    return reverse(f"pengukuran:{nama}", args=[kantor.unit.kode, TAHUN, *sisa])


def halaman(client: Client, nama: str, kantor: Kantor, *sisa: int) -> HttpResponse:
    """A page of the first triwulan, or of one row of it."""
    return client.get(alamat(nama, kantor, *sisa), {} if sisa else {"triwulan": 1})


def kirim(client: Client, nama: str, kantor: Kantor, *sisa: int, **isi: Any) -> HttpResponse:
    tujuan = alamat(nama, kantor, *sisa) + ("" if sisa else "?triwulan=1")
    return client.post(tujuan, {k.replace("__", "-"): v for k, v in isi.items()})


def tambah_indikator(kantor: Kantor) -> IndikatorVersi:
    """One more quarterly indikator of the same bidang, due in every triwulan."""
    versi = rumuskan(
        buat_indikator(kantor.polos.renstra_versi),
        frekuensi="triwulanan", cara="kumulatif", satuan="lembaga",
    )  # fmt: skip
    PenanggungJawab.objects.create(indikator_versi=versi, unit=kantor.bidang, mengisi=True)
    rencana = RencanaAksi.objects.get(unit=kantor.unit, berlaku_dari=date(TAHUN, 1, 2))
    jadwalkan(rencana, versi, "kumulatif", tw("8", "16", "26", "38"))
    return versi


def isi_lengkap(kantor: Kantor, versi: IndikatorVersi, teks: str = "8") -> Realisasi:
    """A row of another indikator that lacks nothing."""
    sel = Sel(kantor.unit, versi.indikator_id, TAHUN, 3, "nilai")
    simpan_sel(sel, teks=teks, semula="", oleh=kantor["operator"])
    baris = Realisasi.objects.get(indikator=versi.indikator_id, tahun=TAHUN, bulan=3)
    buat_tautan(baris)
    return baris


def pesan(jawaban: HttpResponse) -> list[str]:
    """What the next page says of what was done."""
    klien = jawaban.client
    return [str(satu) for satu in klien.get(jawaban["Location"]).context["messages"]]


def banyak_kueri(client: Client, tujuan: str) -> int:
    with CaptureQueriesContext(connection) as kueri:
        assert client.get(tujuan).status_code == 200
    return len(kueri)
