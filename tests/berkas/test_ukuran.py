import pytest

from sakip.berkas.ukuran import KB, MB, banding_ukuran, tulis_ukuran


@pytest.mark.parametrize(
    ("byte", "teks"),
    [
        (1, "1 byte"),
        (1023, "1.023 byte"),
        (KB, "1 KB"),
        (1536, "1,5 KB"),
        (MB, "1 MB"),
        (13_002_342, "12,4 MB"),
        (2000 * MB, "2.000 MB"),
    ],
)
def test_ukuran_terbaca(byte, teks):
    assert tulis_ukuran(byte) == teks


def test_banding_yang_hampir_sama_sampai_byte():
    assert banding_ukuran(12 * MB, 10 * MB) == ("12 MB", "10 MB")
    assert banding_ukuran(10 * MB + 1, 10 * MB) == ("10.485.761 byte", "10.485.760 byte (10 MB)")
