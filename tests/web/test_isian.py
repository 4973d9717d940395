"""The boxes of real forms: each refused spelling is answered, and stays as it was typed."""

import time
from datetime import UTC, date, datetime
from decimal import Decimal
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.http import QueryDict
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from sakip.web.isian import IsianAngka, IsianRupiah, IsianSaat, IsianTanggal
from tests.lib import ejaan
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

SEMUA = [IsianAngka, IsianRupiah, IsianTanggal, IsianSaat]
# blank texts are no spelling: a box that must be filled says so by its label
BERISI = [(teks, pesan) for teks, pesan in ejaan.TANPA_USUL if teks.strip()]
ZONA = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "UTC", "Europe/Berlin"]


class Kotak(HTMLParser):
    """The attributes of the one input in a piece of HTML."""

    def __init__(self, html) -> None:
        super().__init__()
        self.atribut = {}
        self.feed(str(html))

    def handle_starttag(self, tag, attrs):
        assert (tag, self.atribut) == ("input", {})
        self.atribut = dict(attrs)


def borang(isian: forms.Field, teks: str | None = None, awal=None) -> forms.Form:
    data = None
    if teks is not None:
        data = QueryDict(mutable=True)
        data["nilai"] = teks
    kelas = type("Borang", (forms.Form,), {"nilai": isian})
    return kelas(data, initial={"nilai": awal})


def tanya(teks: str, isian: forms.Field) -> str:
    """The one message under the box, which still holds what was typed."""
    terisi = borang(isian, teks)
    assert not terisi.is_valid()
    (pesan,) = terisi.errors["nilai"]
    assert terisi["nilai"].value() == teks
    assert Kotak(terisi["nilai"]).atribut["value"] == teks
    return pesan


def bersih(teks: str, isian: forms.Field):
    terisi = borang(isian, teks)
    assert terisi.is_valid(), terisi.errors
    return terisi.cleaned_data["nilai"]


def maksud(usul) -> str:
    return f"Maksud Anda {' atau '.join(usul)}?"


@pytest.mark.parametrize(("teks", "apa", "usul"), ejaan.BERTANYA)
def test_ejaan_meragukan_ditanyakan(teks, apa, usul):
    assert tanya(teks, IsianAngka()) == f"{apa} {maksud(usul)}"


@pytest.mark.parametrize(("teks", "pesan"), BERISI)
def test_yang_bukan_angka_dijelaskan(teks, pesan):
    assert tanya(teks, IsianAngka()) == pesan
    assert tanya(teks, IsianAngka(required=False)) == pesan


@pytest.mark.parametrize(("teks", "satuan", "apa", "usul"), ejaan.SATUAN_LAIN)
def test_satuan_lain_ditanyakan(teks, satuan, apa, usul):
    assert tanya(teks, IsianAngka(satuan=satuan)) == f"{apa} {maksud(usul)}"


@pytest.mark.parametrize(("teks", "usul"), ejaan.NEGATIF_BERTANYA)
def test_ejaan_negatif_ditanyakan(teks, usul):
    pesan = tanya(teks, IsianAngka(negatif=True))
    assert pesan.endswith(maksud(usul) if usul else ".")


@pytest.mark.parametrize(("teks", "batas", "pesan", "usul"), ejaan.BATAS_DIGIT)
def test_batas_digit_disebut(teks, batas, pesan, usul):
    assert tanya(teks, IsianAngka(**batas)) == pesan


@pytest.mark.parametrize(("teks", "usul"), ejaan.RUPIAH)
def test_ejaan_rupiah_ditanyakan(teks, usul):
    pesan = tanya(teks, IsianRupiah())
    assert pesan.endswith(maksud(usul) if usul else ".")


@pytest.mark.parametrize(("teks", "pesan"), ejaan.PESAN_RUPIAH)
def test_yang_bukan_rupiah_dijelaskan(teks, pesan):
    assert tanya(teks, IsianRupiah()) == pesan


@pytest.mark.parametrize(
    ("isian", "teks", "pesan"),
    [
        (IsianTanggal, "31/12/25", "Tahun ditulis dengan empat digit. Maksud Anda 31 Desember 2025?"),
        (
            IsianTanggal,
            "12/31/2025",
            "Tidak ada bulan 31. Maksud Anda 31 Desember 2025? Tulis hari, bulan, lalu tahun.",
        ),
        (IsianTanggal, "-", '"-" bukan tanggal. Tulis seperti 31/12/2025 atau 31 Desember 2025.'),
        (IsianSaat, "31/12/2025", "Pukul berapa? Tulis seperti 31/12/2025 23.59."),
        (IsianSaat, '"><b>', '""><b>" bukan tanggal. Tulis seperti 31/12/2025 23.59.'),
    ],
)  # fmt: skip
def test_ejaan_tanggal_ditanyakan(isian, teks, pesan):
    assert tanya(teks, isian()) == pesan


@pytest.mark.parametrize(
    ("isian", "teks", "nilai"),
    [
        (IsianAngka(), " 1.234,50 ", Decimal("1234.5")),
        (IsianAngka(satuan="Persen"), "85,5%", Decimal("85.5")),
        (IsianAngka(satuan="Dokumen", maks_desimal=0), "3 dokumen", Decimal(3)),
        (IsianAngka(negatif=True), "-5", Decimal(-5)),
        (IsianRupiah(), "Rp 9.174.080.391", Decimal(9174080391)),
        (IsianTanggal(), "1/2/2025", date(2025, 2, 1)),
        (IsianSaat(), "31/12/2025 23.59", datetime(2025, 12, 31, 16, 59, tzinfo=UTC)),
    ],
)
def test_yang_terbaca_menjadi_nilai(isian, teks, nilai):
    assert bersih(teks, isian) == nilai


@pytest.mark.parametrize("teks", ["", " \xa0\t", "\u200b"])
@pytest.mark.parametrize("isian", SEMUA)
def test_yang_kosong_tanpa_nilai(isian, teks):
    assert bersih(teks, isian(required=False)) is None
    assert borang(isian(required=False), "").is_valid()


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        (IsianAngka(label="Target 100%"), "Isi Target 100%. Tulis seperti 1.234,5."),
        (IsianAngka(label="Target", satuan="Persen"), "Isi Target. Tulis seperti 12,5."),
        (IsianAngka(label="Target", maks_desimal=0), "Isi Target. Tulis seperti 1.234."),
        (IsianAngka(label="Skor", maks_bulat=1), "Isi Skor. Tulis seperti 1,5."),
        (IsianAngka(), "Isi kotak ini. Tulis seperti 1.234,5."),
        (IsianRupiah(label="Pagu"), "Isi Pagu. Tulis seperti 1.250.000."),
        (
            IsianTanggal(label="Berlaku sejak"),
            "Isi Berlaku sejak. Tulis seperti 31/12/2025 atau 31 Desember 2025.",
        ),
        (IsianSaat(label="Tenggat"), "Isi Tenggat. Tulis seperti 31/12/2025 23.59."),
        (IsianAngka(error_messages={"required": "Isi targetnya."}), "Isi targetnya."),
    ],
)
@pytest.mark.parametrize("teks", ["", " \xa0\t"])
def test_yang_wajib_disebut_dengan_contoh(isian, teks, pesan):
    terisi = borang(isian, teks)
    assert terisi.errors["nilai"] == [pesan]
    assert borang(isian, None).fields["nilai"].required


@pytest.mark.parametrize("satuan", ["", "Persen", "Dokumen"])
@pytest.mark.parametrize("bulat", [1, 2, 3, 15])
@pytest.mark.parametrize("desimal", [0, 1, 6])
def test_contoh_diterima_kotaknya_sendiri(satuan, bulat, desimal):
    isian = IsianAngka(satuan=satuan, maks_bulat=bulat, maks_desimal=desimal)
    bersih(isian.contoh.removeprefix("Tulis seperti ").removesuffix("."), isian)


@pytest.mark.parametrize(
    ("isian", "nilai", "tertulis"),
    [
        (IsianAngka(), Decimal("12.500000"), "12,5"),
        (IsianAngka(), Decimal("1234567.89"), "1.234.567,89"),
        (IsianAngka(), Decimal("1E+3"), "1.000"),
        (IsianAngka(), Decimal("0.000001"), "0,000001"),
        (IsianAngka(), Decimal(0), "0"),
        (IsianAngka(), 5, "5"),
        (IsianAngka(), "12.5", "12.5"),
        (IsianRupiah(), Decimal("5000.00"), "5.000"),
        (IsianTanggal(), date(2025, 2, 1), "01/02/2025"),
        (IsianSaat(), datetime(2025, 12, 31, 16, 59, tzinfo=UTC), "31/12/2025 23.59"),
    ],
)
def test_nilai_tersimpan_tertulis_dalam_kotak(isian, nilai, tertulis):
    assert Kotak(borang(isian, awal=nilai)["nilai"]).atribut["value"] == tertulis


@pytest.mark.parametrize("isian", SEMUA)
def test_kotak_kosong_tanpa_isi(isian):
    assert "value" not in Kotak(borang(isian())["nilai"]).atribut


@pytest.mark.parametrize(
    ("isian", "awal", "teks", "berubah"),
    [
        (IsianAngka(), Decimal("12.5"), "12,50", False),
        (IsianAngka(), Decimal("12.500000"), " 12,5 ", False),
        (IsianAngka(), 1000, "1.000", False),
        (IsianAngka(satuan="Persen"), Decimal(85), "85%", False),
        (IsianAngka(), Decimal("12.5"), "12,51", True),
        (IsianAngka(), Decimal("12.5"), "12.5", True),
        (IsianAngka(), Decimal(0), "", True),
        (IsianAngka(), None, "0", True),
        (IsianAngka(), None, " ", False),
        (IsianAngka(disabled=True), Decimal(1), "2", False),
        (IsianRupiah(), Decimal(5000), "Rp 5.000,00", False),
        (IsianTanggal(), date(2025, 12, 31), "31 Des 2025", False),
        (IsianTanggal(), date(2025, 12, 31), "30 Des 2025", True),
        (IsianSaat(), datetime(2025, 12, 31, 16, 59, 30, tzinfo=UTC), "31/12/2025 23:59", False),
        (IsianSaat(), datetime(2025, 12, 31, 16, 59, tzinfo=UTC), "31/12/2025 16.59", True),
    ],
)
def test_perubahan_menurut_arti(isian, awal, teks, berubah):
    assert borang(isian, teks, awal).has_changed() is berubah


@pytest.mark.parametrize(
    ("isian", "awal"),
    [
        (IsianAngka(disabled=True), Decimal("1234.5")),
        (IsianTanggal(disabled=True), date(2025, 12, 31)),
        (IsianSaat(disabled=True), datetime(2025, 12, 31, tzinfo=UTC)),
    ],
)
def test_kotak_terkunci_memberi_nilai_awal(isian, awal):
    terisi = borang(isian, "apa saja", awal)
    assert terisi.is_valid()
    assert terisi.cleaned_data["nilai"] == awal


@pytest.mark.parametrize("isian", SEMUA)
def test_kotak_teks_biasa(isian):
    atribut = Kotak(borang(isian())["nilai"]).atribut
    assert (atribut["type"], atribut["autocomplete"], atribut["spellcheck"]) == (
        "text",
        "off",
        "false",
    )
    assert not atribut.keys() & {"inputmode", "maxlength", "pattern", "min", "max", "step"}


@pytest.mark.parametrize(
    ("isian", "satuan"),
    [(IsianAngka(satuan='m2 "x"'), 'm2 "x"'), (IsianRupiah(), "rupiah"), (IsianAngka(), "")],
)
def test_satuan_tersedia_bagi_template(isian, satuan):
    kotak = borang(isian)["nilai"]
    assert kotak.field.satuan == satuan
    assert Kotak(kotak).atribut.get("data-satuan", "") == satuan


@pytest.mark.parametrize("huruf", ["1", "1.", "9 ", "-", ",", " 1", "Rp", "1/", "٣", "\u200b1"])
@pytest.mark.parametrize("isian", SEMUA)
def test_isian_sangat_panjang_segera_ditolak(isian, huruf):
    teks = huruf * (10**6 // len(huruf))
    mulai = time.perf_counter()
    (pesan,) = borang(isian(), teks).errors["nilai"]
    assert time.perf_counter() - mulai < 2
    assert "terlalu panjang" in pesan
    assert len(pesan) < 250


@pytest.mark.parametrize("zona", ZONA)
def test_saat_dibaca_menurut_zona_pemda(zona):
    with timezone.override(ZoneInfo(zona)):
        saat = bersih("31/12/2025 23.59", IsianSaat())
    assert saat == datetime(2025, 12, 31, 23, 59, tzinfo=ZoneInfo(zona))
    assert saat.tzinfo is UTC


@pytest.mark.parametrize("teks", ["31/03/2024 02.30", "27/10/2024 02.30"])
def test_jam_yang_tidak_ada_atau_berulang_ditolak(teks):
    with timezone.override(ZoneInfo("Europe/Berlin")):
        pesan = tanya(teks, IsianSaat())
    tanggal, jam = teks.split()
    apa = f"Pada {tanggal} pukul {jam} jam setempat sedang dimajukan atau dimundurkan."
    assert pesan == f"{apa} Tulis jam yang lain."


@sifat
@given(nilai=sembarang("-999999999999999.999999", "999999999999999.999999"))
def test_angka_yang_ditampilkan_terbaca_kembali(nilai):
    isian = IsianAngka(negatif=True)
    assert isian.clean(isian.prepare_value(nilai)) == nilai
    assert not isian.has_changed(nilai, isian.prepare_value(nilai))


@sifat
@given(
    saat=st.datetimes(datetime(1970, 1, 2), datetime(2100, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001
    zona=st.sampled_from(ZONA[:3]),
)
def test_saat_yang_ditampilkan_terbaca_kembali(saat, zona):
    isian = IsianSaat()
    with timezone.override(ZoneInfo(zona)):
        assert isian.clean(isian.prepare_value(saat)) == saat.replace(second=0, microsecond=0)
