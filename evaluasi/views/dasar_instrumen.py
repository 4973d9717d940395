"""What the pages of an instrument ask first."""

from dataclasses import dataclass

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse

from evaluasi.models import Instrumen
from evaluasi.permissions import boleh_mengatur_instrumen
from evaluasi.services.dasar import minta
from evaluasi.services.instrumen import izin_draf
from sakip.lib.galat import TidakAda
from sakip.organisasi.views.dasar import RuangPemda, ruang_pemda


@dataclass(frozen=True)
class RuangInstrumen:
    ruang: RuangPemda
    instrumen: Instrumen

    def kembali(self, jangkar: str = "") -> str:
        """The page of the instrument, at one of its parts."""
        alamat = reverse("evaluasi:instrumen-satu", args=[self.ruang.pemda.kode, self.instrumen.pk])
        return f"{alamat}#{jangkar}" if jangkar else alamat


def buka_instrumen(permintaan: HttpRequest, pemda: str, pk: int) -> RuangInstrumen:
    """One that this pemda may use. Raises TidakAda, HakKurang."""
    ruang = ruang_pemda(permintaan, pemda, boleh_mengatur_instrumen)
    milik = Instrumen.objects.untuk(ruang.pengguna).filter(Q(pemda=None) | Q(pemda=ruang.pemda))
    instrumen = milik.select_related("pemda", "asal").filter(pk=pk).first()
    if instrumen is None:
        raise TidakAda("Instrumen ini tidak ada. Pilih dari daftarnya.")
    return RuangInstrumen(ruang, instrumen)


def buka_draf(permintaan: HttpRequest, pemda: str, pk: int) -> RuangInstrumen:
    """One that may be edited. Raises TidakAda, HakKurang also for one in force."""
    hasil = buka_instrumen(permintaan, pemda, pk)
    minta(boleh_mengatur_instrumen(hasil.ruang.pengguna, hasil.instrumen.pemda))
    minta(izin_draf(hasil.instrumen))
    return hasil
