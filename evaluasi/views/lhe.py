"""The LHE as it was issued: for all who read the unit."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from evaluasi.models import Lhe
from evaluasi.permissions import boleh_mengevaluasi
from evaluasi.queries.lembar import lembar_tahun
from evaluasi.queries.lhe import isi_lhe, lhe_draf, lhe_ke, lhe_terbit, satu_lhe, terbitan_lhe
from evaluasi.queries.susun_lhe import izin_susun, sebab_kosong
from perencanaan.queries.ruang import RuangKerja
from perencanaan.views.dasar import PilihanVersi, buka, nomor_versi
from sakip.dokumen.asal import sajikan
from sakip.dokumen.unduhan import jawab_terbit
from sakip.lib.galat import TidakAda
from sakip.lib.izin import Boleh
from sakip.lib.tanggal import tulis_tanggal
from sakip.organisasi.models import Pengguna
from sakip.organisasi.peran import Peran
from sakip.organisasi.permissions import bertugas_di_pemda

PDF = "pdf"


@require_safe
def baca_lhe(permintaan: HttpRequest, kode: str, tahun: int) -> HttpResponse:
    """The newest issued LHE on the work of a year, or `?versi=`; to the inspektorat what is next."""
    kerja = buka(permintaan, kode, tahun)
    pengguna = cast("Pengguna", permintaan.user)
    semua = lhe_terbit(pengguna, kerja.unit, tahun)
    nomor = nomor_versi(permintaan)
    lhe = next(reversed(semua), None) if nomor is None else lhe_ke(semua, nomor, tahun)
    konteks: dict[str, Any] = {"kerja": kerja, **_penyusunan(pengguna, kerja, semua)}
    if lhe is None:
        konteks["sebab"] = sebab_kosong(pengguna, kerja.unit, tahun)
    else:
        terbitan = terbitan_lhe(lhe)
        konteks |= {
            "isi": isi_lhe(pengguna, lhe),
            "terbitan": terbitan,
            "terbit_pdf": terbitan is not None and PDF in terbitan.bentuk,
            "pilihan": _pilihan_versi(semua, lhe),
            "nomor": nomor,
            "digantikan": lhe != _terakhir(semua, lhe.tahun_evaluasi),
        }
    return sajikan(permintaan, "evaluasi/lhe/baca.html", konteks)


@require_safe
def unduh_lhe(permintaan: HttpRequest, kode: str, tahun: int, pk: int) -> HttpResponse:
    """The PDF as it was issued. Raises TidakAda, also where it was issued without one."""
    kerja = buka(permintaan, kode, tahun)
    lhe = satu_lhe(cast("Pengguna", permintaan.user), kerja.unit, tahun, pk)
    if lhe is None or lhe.dokumen is None:
        raise TidakAda("LHE ini belum terbit, atau bukan milik unit dan tahun ini.")
    return jawab_terbit(lhe.dokumen, PDF)


def _penyusunan(pengguna: Pengguna, kerja: RuangKerja, semua: tuple[Lhe, ...]) -> dict[str, Any]:
    """For the inspektorat alone: its draft, or how it comes to one."""
    if not bertugas_di_pemda(pengguna, kerja.unit.pemda_id, Peran.INSPEKTORAT):
        return {}
    izin = boleh_mengevaluasi(pengguna, kerja.unit, kerja.tahun)
    lembar = lembar_tahun(pengguna, kerja.unit, kerja.tahun)
    return {
        "evaluator": True,
        "izin": izin,
        "izin_susun": izin_susun(lembar, kerja.tahun) if isinstance(izin, Boleh) else izin,
        "lembar": lembar,
        "draf": lhe_draf(pengguna, kerja.unit, kerja.tahun),
        "mengganti": bool(semua),
    }


def _terakhir(semua: tuple[Lhe, ...], tahun_evaluasi: int) -> Lhe:
    return [satu for satu in semua if satu.tahun_evaluasi == tahun_evaluasi][-1]


def _pilihan_versi(semua: tuple[Lhe, ...], kini: Lhe) -> tuple[PilihanVersi, ...]:
    return tuple(
        PilihanVersi(
            nama=str(satu),
            ket=tulis_tanggal(satu.tanggal) if satu.tanggal else "tanggal tidak diketahui",
            nomor=None if satu == semua[-1] else ke,
            kini=satu == kini,
            keadaan="berlaku" if satu == _terakhir(semua, satu.tahun_evaluasi) else "digantikan",
            tanda="selesai" if satu == _terakhir(semua, satu.tahun_evaluasi) else "terkunci",
        )
        for ke, satu in enumerate(semua, start=1)
    )
