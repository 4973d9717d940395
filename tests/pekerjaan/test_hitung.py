from datetime import timedelta

import pytest

from sakip.pekerjaan.hitung import tulis_lama


@pytest.mark.parametrize(
    ("detik", "tertulis"),
    [
        (-1, "0 detik"), (0, "0 detik"), (59, "59 detik"), (60, "1 menit"), (125, "2 menit 5 detik"),
        (3599, "59 menit 59 detik"), (3600, "1 jam"), (3780, "1 jam 3 menit"), (90061, "25 jam 1 menit"),
    ],
)  # fmt: skip
def test_lama(detik, tertulis):
    assert tulis_lama(timedelta(seconds=detik, milliseconds=400 if detik > 0 else 0)) == tertulis
