"""Where the printed columns of a table would give another last digit than the table does.

Efisiensi is computed from unrounded figures. A reader who recomputes it from what is printed may
differ by a unit in the last place (142,67 − 92,07 is 50,60 where the table says 50,59), so the
table says so itself.
"""

from decimal import Decimal

from pelaporan.hitung.efisiensi import AturanEfisiensi, hitung_efisiensi
from sakip.lib.angka import bulatkan, tulis_angka

DESIMAL = 2


def efisiensi_tercetak(
    aturan: AturanEfisiensi, capaian: Decimal | None, serapan: Decimal | None
) -> Decimal | None:
    """What the printed columns give (two decimals), where that is not the printed efisiensi.

    In percent, unrounded. None where the two agree or there is no figure. Errors: none.
    """
    tepat = hitung_efisiensi(aturan, capaian, serapan).nilai
    if tepat is None or capaian is None or serapan is None:
        return None
    kolom = (bulatkan(capaian, DESIMAL), bulatkan(serapan, DESIMAL))
    tercetak = hitung_efisiensi(aturan, *kolom).nilai
    if tercetak is None or bulatkan(tercetak, DESIMAL) == bulatkan(tepat, DESIMAL):
        return None
    return bulatkan(tercetak, DESIMAL)


def catatan_tercetak(
    aturan: AturanEfisiensi, capaian: Decimal | None, serapan: Decimal | None
) -> str:
    """The note under the table for one row; empty where the printed columns agree with it."""
    tercetak = efisiensi_tercetak(aturan, capaian, serapan)
    tepat = hitung_efisiensi(aturan, capaian, serapan).nilai
    if tercetak is None or tepat is None or capaian is None or serapan is None:
        return ""
    return (
        f"Dihitung dari angka yang belum dibulatkan, hasilnya {_tulis(tepat)}; dari kolom tercetak "
        f"({_tulis(capaian)} dan {_tulis(serapan)}) hasilnya {_tulis(tercetak)}."
    )


def _tulis(nilai: Decimal) -> str:
    return tulis_angka(nilai, DESIMAL, buang_nol=False)
