"""Constraints of reminders. Their rows refuse an UPDATE, so each attempt is a new row."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from sakip.jejak import pemicu
from sakip.lib import waktu
from sakip.organisasi.models import Pengguna, Unit
from sakip.pengingat.models import HasilPengingat, Pengingat
from tests.lib.kendala import salin

SATU = {"hal": "uji/2024/isi/1"}
LAIN = {"hal": "uji/2024/isi/2"}

KEMBAR = [
    ("pengingat_sekali_sehari", Pengingat, SATU, {}),
    ("pengingat_jenjang_dikenal", Pengingat, SATU, LAIN | {"jenjang": 0}),
    ("pengingat_jenjang_dikenal", Pengingat, SATU, LAIN | {"jenjang": 5}),
    ("pengingat_menyebut_hal", Pengingat, SATU, {"hal": ""}),
]
KEMBAR_DITERIMA = [
    (Pengingat, SATU, LAIN),
    (Pengingat, SATU, {"tanggal": date(2024, 4, 4)}),
]


def siapkan_pengingat(_pasuruan: Unit) -> None:
    baris = Pengingat.objects.create(
        penerima=Pengguna.objects.get(nama_pengguna="bidang"),
        hal=SATU["hal"],
        tanggal=date(2024, 4, 3),
        jenjang=1,
        tenggat=date(2024, 4, 10),
        waktu=waktu.sekarang(),
    )
    HasilPengingat.objects.create(pengingat=baris, waktu=waktu.sekarang())


@pytest.mark.parametrize("isi", ["UPDATE {t} SET waktu = waktu", "DELETE FROM {t}"])
@pytest.mark.parametrize("model", [Pengingat, HasilPengingat])
def test_hanya_dapat_ditambah(model, isi, pasuruan):
    siapkan_pengingat(pasuruan)
    with pytest.raises(IntegrityError, match=pemicu.PESAN), transaction.atomic():
        connection.cursor().execute(isi.format(t=model._meta.db_table))
    assert model.objects.count() == 1


def test_satu_hasil_bagi_satu_pengingat(pasuruan):
    siapkan_pengingat(pasuruan)
    with pytest.raises(IntegrityError), transaction.atomic():
        salin(HasilPengingat.objects.get())


def test_masing_masing_membaca_miliknya(pasuruan):
    siapkan_pengingat(pasuruan)
    bidang, lain = (Pengguna.objects.get(nama_pengguna=n) for n in ("bidang", "pimpinan"))
    for model in (Pengingat, HasilPengingat):
        assert model.objects.untuk(bidang).count() == 1
        assert model.objects.untuk(lain).count() == 0
