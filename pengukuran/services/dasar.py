"""What the services of a realisasi have in common."""

from pengukuran.models import PelakuRealisasi, Realisasi
from pengukuran.queries.jendela_isian import jendela_realisasi
from sakip.lib.izin import Izin, Tolak
from sakip.lib.transisi import DidahuluiOrangLain, HakKurang, KeadaanSalah
from sakip.organisasi.models import Pengguna

Sebagai = PelakuRealisasi.Sebagai
DIDAHULUI = "Orang lain baru saja mengubahnya. Muat ulang untuk melihat keadaan terkini."


def wajib(izin: Izin) -> None:
    """Go on when it is allowed; else raises HakKurang with the reason that the page shows."""
    if isinstance(izin, Tolak):
        raise HakKurang(izin.alasan)


def wajib_terbuka(realisasi: Realisasi) -> None:
    """The window lets figures of this period change now. Raises KeadaanSalah, saying whom to ask."""
    izin = jendela_realisasi(realisasi).izin
    if isinstance(izin, Tolak):
        raise KeadaanSalah(izin.alasan)


def kunci_baris(realisasi: Realisasi) -> None:
    """Hold the row until the transaction ends, if it still is as it was read.

    Whoever submits, judges or opens has seen exactly this. Raises DidahuluiOrangLain.
    """
    milik = Realisasi.objects.select_for_update(no_key=True).filter(pk=realisasi.pk)
    kini = milik.values_list("status", "versi").first()
    if kini != (realisasi.status, realisasi.versi):
        raise DidahuluiOrangLain(DIDAHULUI)


def catat_pengisi(realisasi: Realisasi, orang: Pengguna) -> None:
    """Write down a hand in the figure, once."""
    milik = PelakuRealisasi(realisasi=realisasi, pengguna=orang, sebagai=Sebagai.PENGISI)
    PelakuRealisasi.objects.bulk_create([milik], ignore_conflicts=True)


def catat_pemeriksa(realisasi: Realisasi, orang: Pengguna, sebagai: Sebagai) -> None:
    """Write down who judged it; the database refuses one who is written down as its author.

    Who verified it may also approve it, and stays its verifier.
    """
    if not realisasi.pelaku.filter(pengguna=orang, sebagai=Sebagai.VERIFIKATOR).exists():
        PelakuRealisasi.objects.create(realisasi=realisasi, pengguna=orang, sebagai=sebagai)
