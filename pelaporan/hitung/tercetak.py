"""Where the printed columns of a table would give another last digit than the table does.

Efisiensi is computed from unrounded figures. A reader who recomputes it from what is printed may
differ by a unit in the last place (142,67 − 92,07 is 50,60 where the table says 50,59), so the
table says so itself.
"""

from decimal import Decimal

from pelaporan.hitung.efisiensi import AturanEfisiensi, hitung_efisiensi
from sakip.lib.angka import bulatkan

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
