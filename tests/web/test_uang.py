import random
from decimal import Decimal

import pytest
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Sum

from perencanaan.models import Pagu
from sakip.lib.angka import tulis_rupiah
from sakip.web.uang import UangField
from tests.lib.kendala import salin

BESAR = Decimal("123456789012345.67")


@pytest.fixture
def pagu(pasuruan) -> Pagu:
    return Pagu.objects.get(simpul__kode="8.01.02", versi_anggaran__ke=1)


def simpan(pagu: Pagu, *jumlah: Decimal) -> None:
    """Rows of one node and version, kept apart by their sumber dana."""
    Pagu.objects.all().delete()
    Pagu.objects.bulk_create(
        Pagu(
            versi_anggaran=pagu.versi_anggaran, simpul=pagu.simpul, sumber_dana=ke, jumlah=nilai
        )
        for ke, nilai in enumerate(jumlah)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("jumlah", "tertulis"),
    [
        (BESAR, "Rp\N{NO-BREAK SPACE}123.456.789.012.345,67"),
        (Decimal("0.01"), "Rp\N{NO-BREAK SPACE}0,01"),
        (Decimal(583791760), "Rp\N{NO-BREAK SPACE}583.791.760"),
        (Decimal(0), "Rp\N{NO-BREAK SPACE}0"),
        (Decimal(10**15), "Rp\N{NO-BREAK SPACE}1.000.000.000.000.000"),
    ],
)
def test_jumlah_bertahan_dalam_penyimpanan(pagu, jumlah, tertulis):
    simpan(pagu, jumlah)
    tersimpan = Pagu.objects.get().jumlah
    assert tersimpan == jumlah
    assert isinstance(tersimpan, Decimal)
    assert tulis_rupiah(tersimpan) == tertulis


def test_tersimpan_sebagai_sen(pagu):
    simpan(pagu, BESAR)
    with connection.cursor() as kursor:
        kursor.execute("SELECT jumlah FROM perencanaan_pagu")
        assert kursor.fetchall() == [(12345678901234567,)]


def test_jumlah_dijumlahkan_basis_data_tanpa_selisih(pagu):
    simpan(pagu, BESAR, Decimal("0.01"), Decimal("0.02"), BESAR)
    jumlah = Pagu.objects.aggregate(total=Sum("jumlah"))["total"]
    assert jumlah == Decimal("246913578024691.37")
    assert tulis_rupiah(jumlah) == "Rp\N{NO-BREAK SPACE}246.913.578.024.691,37"


def test_jumlah_banyak_baris_acak_sama_dengan_jumlah_decimal(pagu):
    acak = random.Random(2023)  # noqa: S311 - the same amounts every time, nothing to guess
    semua = [Decimal(acak.randrange(10**16)) / 100 for _ in range(500)]
    simpan(pagu, *semua)
    baris = Pagu.objects.values("simpul").annotate(total=Sum("jumlah"))
    assert [b["total"] for b in baris] == [sum(semua, Decimal(0))]


def test_jumlah_tanpa_baris_tidak_diketahui(pagu):
    Pagu.objects.all().delete()
    assert Pagu.objects.aggregate(total=Sum("jumlah"))["total"] is None


def test_jumlah_dicari_dalam_rupiah(pagu):
    simpan(pagu, BESAR, Decimal(5))
    assert [p.jumlah for p in Pagu.objects.filter(jumlah=BESAR)] == [BESAR]
    assert [p.jumlah for p in Pagu.objects.filter(jumlah__lt=Decimal("5.01"))] == [Decimal(5)]
    assert [p.jumlah for p in Pagu.objects.order_by("-jumlah")] == [BESAR, Decimal(5)]


def test_jumlah_bertahan_dalam_salinan_teks(pagu):
    simpan(pagu, BESAR)
    (baris,) = serializers.deserialize("json", serializers.serialize("json", Pagu.objects.all()))
    assert baris.object.jumlah == BESAR


@pytest.mark.parametrize(
    "jumlah", ["0.001", "123456789012345.678", "0.01999", "1E-3", "1." + "0" * 30 + "1"]
)
def test_lebih_halus_dari_sen_ditolak(pagu, jumlah):
    with pytest.raises(ValidationError) as salah:
        Pagu.objects.filter(pk=pagu.pk).update(jumlah=Decimal(jumlah))
    assert salah.value.messages == [f"Jumlah {Decimal(jumlah)} lebih halus dari satu sen."]


TULIS = {
    "save": lambda pagu: pagu.save(),
    "full_clean": lambda pagu: pagu.full_clean(),
    "create": lambda pagu: salin(pagu, sumber_dana="DAK"),
    "update": lambda pagu: Pagu.objects.filter(pk=pagu.pk).update(jumlah=pagu.jumlah),
    "filter": lambda pagu: Pagu.objects.filter(jumlah=pagu.jumlah).exists(),
}


@pytest.mark.parametrize("jumlah", [0.1, 5.0, 0.0])
@pytest.mark.parametrize("cara", TULIS)
def test_float_ditolak(pagu, jumlah, cara):
    pagu.jumlah = jumlah
    with pytest.raises(ValidationError, match="Jumlah rupiah tidak boleh berupa float"):
        TULIS[cara](pagu)


@pytest.mark.parametrize("teks", ["", "seribu", "1.000,00", "1,5", "Rp\N{NO-BREAK SPACE}5"])
def test_yang_bukan_jumlah_ditolak(teks):
    with pytest.raises(ValidationError) as salah:
        UangField().clean(teks, None)
    assert salah.value.messages == [f"“{teks}” bukan jumlah rupiah."]


@pytest.mark.parametrize("jenis", [Decimal, str])
@pytest.mark.parametrize("jumlah", ["NaN", "sNaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize(
    "periksa",
    [lambda nilai: UangField().clean(nilai, None), lambda nilai: UangField().get_prep_value(nilai)],
    ids=["clean", "get_prep_value"],
)
def test_yang_tak_terhingga_ditolak(jumlah, jenis, periksa):
    with pytest.raises(ValidationError):
        periksa(jenis(jumlah))


@pytest.mark.parametrize(
    ("masukan", "jumlah"),
    [
        ("583791760", "583791760"),
        ("0.01", "0.01"),
        (5, "5"),
        (Decimal("1.50"), "1.5"),
        (None, None),
    ],
)
def test_masukan_menjadi_decimal(masukan, jumlah):
    hasil = UangField(null=True).to_python(masukan)
    assert hasil == (None if jumlah is None else Decimal(jumlah))
    assert hasil is None or isinstance(hasil, Decimal)


@pytest.mark.parametrize(
    ("jumlah", "pesan"),
    [
        ("-0.01", "Pastikan nilai ini lebih besar dari atau sama dengan 0."),
        ("1000000000000000.01", f"Pastikan nilai ini lebih kecil dari atau sama dengan {10**15}."),
    ],
)
def test_jumlah_di_luar_batas_ditolak(jumlah, pesan):
    with pytest.raises(ValidationError) as salah:
        UangField().clean(Decimal(jumlah), None)
    assert salah.value.messages == [pesan]
