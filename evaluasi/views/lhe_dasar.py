"""What every page on which an LHE is written asks first."""

from dataclasses import dataclass
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

from evaluasi.models import Lhe
from evaluasi.permissions import boleh_mengevaluasi
from evaluasi.queries.lhe import satu_lhe
from evaluasi.services.dasar import minta
from evaluasi.status import StatusLhe
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import buka
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pengguna

TERBIT = "LHE ini sudah terbit, sehingga tidak dapat diubah. Susun LHE pengganti bila perlu."


@dataclass(frozen=True)
class RuangEvaluator:
    """A person who may evaluate the unit, and where."""

    pengguna: Pengguna
    kerja: RuangKerja

    def alamat(self, nama: str, *sisa: int) -> str:
        return reverse(f"evaluasi:{nama}", args=[self.kerja.unit.kode, self.kerja.tahun, *sisa])


@dataclass(frozen=True)
class RuangLhe(RuangEvaluator):
    """The same with one LHE of the unit and year."""

    lhe: Lhe

    def kembali(self, jangkar: str = "") -> str:
        """The page of the draft."""
        return self.alamat("lhe-draf", self.lhe.pk) + (f"#{jangkar}" if jangkar else "")


def ruang_evaluator(permintaan: HttpRequest, kode: str, tahun: int) -> RuangEvaluator:
    """Raises TidakAda, HakKurang."""
    kerja = buka(permintaan, kode, tahun)
    pengguna = cast("Pengguna", permintaan.user)
    minta(boleh_mengevaluasi(pengguna, kerja.unit, tahun))
    return RuangEvaluator(pengguna, kerja)


def ruang_lhe(permintaan: HttpRequest, kode: str, tahun: int, pk: int) -> RuangLhe:
    """Raises TidakAda, also for an LHE of another unit or year; HakKurang."""
    ruang = ruang_evaluator(permintaan, kode, tahun)
    lhe = satu_lhe(ruang.pengguna, ruang.kerja.unit, tahun, pk)
    if lhe is None:
        raise TidakAda("LHE ini tidak ada pada unit dan tahun ini. Buka dari halaman LHE-nya.")
    return RuangLhe(ruang.pengguna, ruang.kerja, lhe)


def sudah_terbit(permintaan: HttpRequest, ruang: RuangLhe) -> HttpResponseRedirect | None:
    """The way to the issued LHE, where there is no draft to write in any more."""
    if ruang.lhe.status == StatusLhe.DRAF:
        return None
    messages.warning(permintaan, TERBIT)
    return redirect(ruang.alamat("lhe"))
