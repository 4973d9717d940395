import pytest

from sakip.lib.galat import IsianSalah
from sakip.lib.telepon import baca_telepon, samarkan_telepon


@pytest.mark.parametrize(
    ("teks", "nomor"),
    [
        ("", ""),
        ("  ", ""),
        ("081234567890", "081234567890"),
        ("0812-3456-7890", "081234567890"),
        (" 0812 3456 7890 ", "081234567890"),
        ("+62 812-3456-7890", "081234567890"),
        ("6281234567890", "081234567890"),
        ("0062 812 3456 7890", "081234567890"),
        ("(0343) 421.234", "0343421234"),
    ],
)
def test_dibaca_menurut_angkanya(teks, nomor):
    assert baca_telepon(teks) == nomor


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("-", "dengan angka"),
        ("N/A", "dengan angka"),
        ("812345678", "diawali 0"),
        ("0812345678x", "dengan angka"),
        ("٠٨١٢٣٤٥٦٧٨", "dengan angka"),
        ("0812345", "yang ditulis 7"),
        ("0812345678901234", "yang ditulis 16"),
    ],
)
def test_yang_bukan_nomor_ditolak(teks, pesan):
    with pytest.raises(IsianSalah, match=pesan):
        baca_telepon(teks)


@pytest.mark.parametrize(
    ("nomor", "tampak"),
    [
        ("081234567890", "0812••••••90"),
        ("03434212", "0343••12"),
        ("034341", "••••••"),
        ("", ""),
    ],
)
def test_disamarkan(nomor, tampak):
    assert samarkan_telepon(nomor) == tampak
