import pickle
from decimal import Decimal, localcontext

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sakip.lib.angka import tulis_angka, tulis_rupiah, tulis_uang
from sakip.lib.baca import AngkaSalah, Isian, baca_angka, baca_rupiah, jenis_isian
from tests.lib import ejaan
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

# what people press near a number, and what hides in pasted text
huruf = st.sampled_from("0123456789001122..,,--+ RpersnE%e/#\t\xa0\u200b–—−٣５，½²셀\x00")
isian = st.one_of(st.text(), st.text(huruf, max_size=12), st.text(huruf, max_size=60))
satuan = st.sampled_from(["", "Persen", "%", "Dokumen", "Jenis Dokumen", "m2", "juta", "5"])
aturan = st.fixed_dictionaries(
    {"satuan": satuan, "negatif": st.booleans()},
    optional={"maks_bulat": st.integers(1, 15), "maks_desimal": st.integers(0, 6)},
)


def tolak(teks, baca=baca_angka, **aturan) -> AngkaSalah:
    with pytest.raises(AngkaSalah) as tertangkap:
        baca(teks, **aturan)
    return tertangkap.value


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("1.234.567,89", "1234567.89"), ("1234567,89", "1234567.89"), ("1.234", "1234"),
        ("1234", "1234"), ("12,5", "12.5"), ("89,68", "89.68"), ("12,50", "12.50"), ("0", "0"),
        ("0,0", "0.0"), ("0,000001", "0.000001"), ("1,234", "1.234"), ("100.000", "100000"),
        ("6.687.497.193,78", "6687497193.78"), ("396.297.134.893,78", "396297134893.78"),
        ("999.999.999.999.999,999999", "999999999999999.999999"),
        # zeros in front are a habit of codes and change nothing
        ("007", "7"), ("007,5", "7.5"), ("00", "0"), ("0000000000000000000012", "12"),
        # blanks at the ends, seen or not
        ("  12,5  ", "12.5"), ("\t12,5\r\n", "12.5"), ("\xa012,5\u202f", "12.5"),
        ("\ufeff12,5\u200b", "12.5"), (f"{' ' * 60}12,5{' ' * 60}", "12.5"),
    ],
)  # fmt: skip
def test_terbaca(teks, nilai):
    terbaca = baca_angka(teks)
    assert isinstance(terbaca, Decimal)
    assert str(terbaca) == nilai


@pytest.mark.parametrize(
    ("teks", "satuan", "nilai"),
    [
        ("85%", "Persen", "85"), ("85 %", "Persen", "85"), ("85\xa0%", "Persen", "85"),
        ("85 persen", "Persen", "85"), ("85 PERSEN", "persen", "85"), ("85 Persen", "%", "85"),
        ("85", "Persen", "85"), ("4,28%", "%", "4.28"), ("100%", "Persen", "100"),
        ("3 Dokumen", "Dokumen", "3"), ("3 dokumen", "Dokumen", "3"),
        ("3DOKUMEN", "Dokumen", "3"), ("3", "Dokumen", "3"),
        ("1.200 jenis  dokumen", " Jenis Dokumen ", "1200"), ("12 m2", "m2", "12"),
        ("12 m２", "m２", "12"), ("2 juta", "Juta", "2"), ("12", "2", "12"),
        ("3 " + "Dokumen " * 7, "Dokumen " * 7, "3"),
    ],
)  # fmt: skip
def test_satuan_yang_cocok_boleh_ikut(teks, satuan, nilai):
    assert str(baca_angka(teks, satuan=satuan)) == nilai


@pytest.mark.parametrize(("teks", "apa", "usul"), ejaan.BERTANYA)
def test_ditolak_dengan_pertanyaan(teks, apa, usul):
    salah = tolak(teks)
    assert salah.usul == usul
    assert str(salah) == salah.pesan == f"{apa} Maksud Anda {' atau '.join(usul)}?"


@pytest.mark.parametrize(("teks", "pesan"), ejaan.TANPA_USUL)
def test_ditolak_tanpa_usul(teks, pesan):
    salah = tolak(teks)
    assert salah.usul == ()
    assert str(salah) == salah.pesan == pesan


@pytest.mark.parametrize(("teks", "satuan", "apa", "usul"), ejaan.SATUAN_LAIN)
def test_satuan_lain_ditolak_dengan_menyebut_yang_benar(teks, satuan, apa, usul):
    salah = tolak(teks, satuan=satuan)
    assert salah.usul == usul
    assert salah.pesan == f"{apa} Maksud Anda {' atau '.join(usul)}?"


def test_contoh_dalam_pesan_sesuai_kotaknya():
    assert str(tolak("x", satuan="Persen")) == '"x" bukan angka. Tulis seperti 12,5.'
    assert str(tolak("x", maks_desimal=0)) == '"x" bukan angka. Tulis seperti 1.234.'


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [("-5", "-5"), ("−5", "-5"), ("-1.234,5", "-1234.5"), ("-0", "0"), ("5", "5")],
)
def test_negatif_bila_boleh(teks, nilai):
    assert str(baca_angka(teks, negatif=True)) == nilai


@pytest.mark.parametrize(("teks", "usul"), ejaan.NEGATIF_BERTANYA)
def test_usul_tetap_negatif(teks, usul):
    assert tolak(teks, negatif=True).usul == usul


@pytest.mark.parametrize(("teks", "batas", "pesan", "usul"), ejaan.BATAS_DIGIT)
def test_batas_digit(teks, batas, pesan, usul):
    salah = tolak(teks, **batas)
    assert (str(salah), salah.usul) == (pesan, usul)


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("Rp 9.174.080.391", "9174080391"), ("Rp9174080391", "9174080391"), ("Rp. 5.000", "5000"),
        ("Rp.5.000,00", "5000.00"), ("RP\xa05.000", "5000"), ("rp 5", "5"), ("5.000", "5000"),
        ("5.000 rupiah", "5000"), ("Rp 396.297.134.893,78", "396297134893.78"), ("0", "0"),
    ],
)  # fmt: skip
def test_rupiah_terbaca(teks, nilai):
    assert str(baca_rupiah(teks)) == nilai


@pytest.mark.parametrize(("teks", "usul"), ejaan.RUPIAH)
def test_rupiah_ditolak(teks, usul):
    assert tolak(teks, baca_rupiah).usul == usul


@pytest.mark.parametrize(("teks", "pesan"), ejaan.PESAN_RUPIAH)
def test_pesan_rupiah(teks, pesan):
    assert str(tolak(teks, baca_rupiah)) == pesan


@pytest.mark.parametrize(
    ("jenis", "semua"),
    [
        (Isian.KOSONG, ["", " ", "\t\n", "\xa0", "\u200b", "\ufeff "]),
        (Isian.SETRIP, ["-", " - ", "–", "—", "−"]),
        (Isian.TIDAK_ADA, ["N/A", "n/a", " N/A ", "n / a", "NA", "n.a.", "N.A"]),
        (Isian.ANGKA, ["0", "12,5", "--", "- 5", "#N/A", "NaN", "nihil", "Rp -", "/"]),
    ],
)
def test_jenis_isian(jenis, semua):
    assert {jenis_isian(teks) for teks in semua} == {jenis}


def test_angka_salah_utuh_setelah_disalin():
    salah = pickle.loads(pickle.dumps(tolak("1.5")))  # noqa: S301 - our own bytes
    assert (str(salah), salah.usul) == (str(tolak("1.5")), ("1,5", "1.500"))
    assert isinstance(salah, ValueError)


def test_konteks_desimal_tidak_membulatkan():
    with localcontext(prec=3):
        assert str(baca_angka("-1.234.567,89", negatif=True)) == "-1234567.89"
        assert tolak("1,23456 juta").usul == ("1.234.560",)


@sifat
@given(
    nilai=sembarang("-999999999999999.999999", "999999999999999.999999"), buang_nol=st.booleans()
)
def test_yang_ditulis_terbaca_kembali(nilai, buang_nol):
    tertulis = tulis_angka(nilai, 6, buang_nol=buang_nol)
    assert baca_angka(tertulis, negatif=True) == nilai
    assert baca_angka(tertulis.replace(".", ""), negatif=True) == nilai
    if nilai >= 0:
        assert baca_angka(f"{tertulis}%", satuan="Persen") == nilai


@sifat
@given(jumlah=sembarang("0", "999999999999999.99", 2))
def test_rupiah_yang_ditulis_terbaca_kembali(jumlah):
    assert baca_rupiah(tulis_rupiah(jumlah)) == jumlah
    assert baca_rupiah(tulis_uang(jumlah)) == jumlah


@sifat
@given(teks=isian, aturan=aturan)
@example(teks="Rp" * 19 + "5", aturan={})
@example(teks="１" * 16 + " juta", aturan={"satuan": "Persen"})
def test_terbaca_atau_ditolak_dengan_usul_yang_terbaca(teks, aturan):
    """Nothing else is ever raised, and nobody is sent from one refusal into the next."""
    _periksa(teks, lambda isi: baca_angka(isi, **aturan))


@sifat
@given(teks=st.one_of(isian, isian.map(lambda isi: f"Rp{isi}")))
def test_rupiah_terbaca_atau_ditolak_dengan_usul_yang_terbaca(teks):
    _periksa(teks, baca_rupiah)


def _periksa(teks, baca):
    try:
        assert baca(teks).is_finite()
    except AngkaSalah as tertangkap:
        salah = tertangkap
    else:
        assert jenis_isian(teks) is Isian.ANGKA
        return
    pesan = str(salah)
    assert pesan.isprintable()
    assert len(pesan) < 250
    assert ("Maksud Anda" in pesan) == bool(salah.usul)
    for usul in salah.usul:
        assert usul in pesan
        assert usul == tulis_persis(baca(usul))


def tulis_persis(nilai: Decimal) -> str:
    return tulis_angka(nilai, len(f"{nilai:f}".partition(".")[2]), buang_nol=False)


@sifat
@given(teks=st.text("0123456789.,", min_size=1, max_size=12))
def test_yang_terbaca_tidak_ditebak(teks):
    """What is accepted has its comma as the only decimal sign and its dots in threes."""
    try:
        nilai = baca_angka(teks)
    except AngkaSalah:
        return
    bulat, _, _ = teks.partition(",")
    assert nilai == Decimal(teks.replace(".", "").replace(",", "."))
    assert all(len(kelompok) == 3 for kelompok in bulat.split(".")[1:])
