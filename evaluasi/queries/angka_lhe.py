"""The figures of an LHE, each with its rule, its document and the figures it was made from."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from django.urls import reverse

from evaluasi.models import CatatanKomponen, Lhe
from evaluasi.queries.angka_lembar import KOSONG, angka_lhe, tulis_skor
from sakip.dokumen.angka import Angka, Asal, Rujukan
from sakip.dokumen.models import DokumenTerbit
from sakip.dokumen.rincian import Butir, Rincian
from sakip.lib.tanggal import tulis_tanggal
from sakip.organisasi.models import Pengguna


def angka_nilai_lhe(lhe: Lhe, komponen: Iterable[Angka]) -> Angka:
    """The total that an LHE states, made from those of its komponen where a worksheet gave them."""
    satu = angka_lhe(lhe)
    if lhe.lembar is None or satu.nilai is None:
        return satu
    dasar = lhe.lembar.instrumen.dasar or str(lhe.lembar.instrumen)
    asal = replace(
        satu.asal, uraian=f"jumlah nilai komponen pada {lhe.lembar} ({dasar})", dari=tuple(komponen)
    )
    return replace(satu, asal=asal)


def angka_bagian_lhe(lhe: Lhe, baris: CatatanKomponen | None, kode: str, nama: str) -> Angka:
    """What an LHE gives a komponen or sub-komponen; `-` with the reason where it gives none."""
    kunci, sebutan = f"lhe/{lhe.pk}/bagian/{kode}", f"Nilai {nama}, {lhe}"
    rujukan = (rujukan_lhe(lhe),)
    if baris is None or baris.nilai is None:
        alasan = "LHE yang dicatat tidak memuat nilai bagian ini."
        return Angka(None, KOSONG, kunci, Asal(alasan, nama=sebutan, rujukan=rujukan), alasan)
    asal = Asal(_sumber(lhe), nama=sebutan, rujukan=rujukan)
    return Angka(baris.nilai, tulis_skor(baris.nilai), kunci, asal)


def tanpa_tahun_lalu(lhe: Lhe, kode: str, alasan: str) -> Angka:
    """What stands in the place of a figure of the LHE before, with why it is not there."""
    return Angka(None, KOSONG, f"lhe/{lhe.pk}/lalu/{kode}", Asal(alasan), alasan)


def angka_naik(lhe: Lhe, kini: Angka, lalu: Angka | None) -> Angka | None:
    """How much the total is above that of the LHE before; None where one of them is not known."""
    if lalu is None or kini.nilai is None or lalu.nilai is None:
        return None
    beda = kini.nilai - lalu.nilai
    tanda = "+" if beda > 0 else ""
    asal = Asal("nilai ini − nilai LHE sebelumnya", (kini, lalu), nama=f"Perubahan nilai, {lhe}")
    return Angka(beda, f"{tanda}{tulis_skor(beda)}", f"lhe/{lhe.pk}/naik", asal)


def rujukan_lhe(lhe: Lhe) -> Rujukan:
    tanggal = tulis_tanggal(lhe.tanggal) if lhe.tanggal else "tanggal tidak diketahui"
    nomor = lhe.nomor or "nomor tidak diketahui"
    return Rujukan(Lhe._meta.label_lower, lhe.pk, str(lhe), f"{nomor}, {tanggal}")


def alamat_lhe(dokumen: DokumenTerbit) -> str:
    """The page of an issued LHE: that of the year whose work it judges."""
    return reverse("evaluasi:lhe", args=[dokumen.unit.kode, dokumen.konteks["tahun_kinerja"]])


def rincian_lhe(pengguna: Pengguna, semua: Collection[int]) -> dict[int, tuple[Rincian, ...]]:
    """The way from a figure to the LHE that it was taken from; one query."""
    milik = Lhe.objects.untuk(pengguna).filter(pk__in=semua).select_related("unit")
    return {
        satu.pk: (
            Rincian(
                "Dokumen",
                (
                    Butir(
                        f"Buka {satu}",
                        reverse("evaluasi:lhe", args=[satu.unit.kode, satu.tahun_kinerja]),
                    ),
                ),
            ),
        )
        for satu in milik
    }


def _sumber(lhe: Lhe) -> str:
    if lhe.lembar is None:
        return "dicatat dari LHE kertas"
    return f"menurut tahap penentu {lhe.lembar}"
