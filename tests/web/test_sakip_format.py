from datetime import date
from decimal import Decimal

import pytest
from django.template import Context, Template


@pytest.mark.parametrize(
    ("saringan", "nilai", "tertulis"),
    [
        ("angka", Decimal("1234.50"), "1.234,5"),
        ("angka:0", Decimal("1234.5"), "1.235"),
        ("angka", Decimal("0.001"), "&lt; 0,01"),
        ("persen", Decimal("97.2"), "97,20%"),
        ("rupiah", Decimal("583791760.00"), "Rp\N{NO-BREAK SPACE}583.791.760"),
        ("uang", Decimal("613448.5"), "613.448,50"),
        ("tanggal", date(2023, 1, 2), "02 Januari 2023"),
        ("tanggal", None, ""),
        ("tahun", 2023, "2023"),
        ("bilangan", 1234, "1.234"),
        ("bilangan", 0, "0"),
        ("gabung", ("Capaian ", "97,20%", "."), "Capaian 97,20%."),
        ("gabung", ("<b>",), "&lt;b&gt;"),
        ("koordinat", Decimal("1234.567"), "1234.57"),
        ("koordinat", Decimal("10.00"), "10"),
        ("koordinat", Decimal("0.001"), "0"),
    ],
)
def test_saringan_tersedia_tanpa_dimuat(saringan, nilai, tertulis):
    template = Template("{{ nilai|" + saringan + " }}")
    assert template.render(Context({"nilai": nilai})) == tertulis
