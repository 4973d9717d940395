import pickle
from decimal import Decimal, localcontext

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sakip.lib.angka import tulis_angka, tulis_rupiah, tulis_uang
from sakip.lib.baca import AngkaSalah, Isian, baca_angka, baca_rupiah, jenis_isian
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

RIBUAN = "Titik memisahkan ribuan tiap tiga digit; desimal ditulis dengan koma."
TERBALIK = "Titik memisahkan ribuan dan koma menandai desimal, bukan sebaliknya."
DUA_KOMA = "Ada 2 koma, padahal koma hanya satu, di depan desimal."
SPASI = "Ada spasi di tengah angka."
NEGATIF = "Angka di sini tidak boleh negatif. Tulis 0 atau lebih."
CONTOH = "Tulis seperti 1.234,5."
SEMUA_DIGIT = "Tulis semua digitnya, seperti 1.234.567."
RUMUS = "adalah galat rumus lembar kerja, bukan angka. Perbaiki rumusnya atau tulis angkanya."
ATAU_NOL = "Tulis angkanya, atau 0 bila memang nol."

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


@pytest.mark.parametrize(
    ("teks", "apa", "usul"),
    [
        ("12.5", RIBUAN, ("12,5",)),
        ("1.23", RIBUAN, ("1,23",)),
        ("1.5", RIBUAN, ("1,5", "1.500")),
        ("3.5", RIBUAN, ("3,5", "3.500")),
        ("0.5", RIBUAN, ("0,5",)),
        ("0.125", RIBUAN, ("0,125",)),
        ("00.5", RIBUAN, ("0,5",)),
        ("1234.56", RIBUAN, ("1.234,56",)),
        ("1234.567", RIBUAN, ("1.234,567", "1.234.567")),
        ("1.2345", RIBUAN, ("1,2345", "12.345")),
        ("012.345", RIBUAN, ("12,345", "12.345")),
        ("1.2345,6", RIBUAN, ("12.345,6",)),
        ("1234.567,8", RIBUAN, ("1.234.567,8",)),
        ("12.34.567", RIBUAN, ("1.234.567",)),
        ("1.234.567.89", RIBUAN, ("1.234.567,89",)),
        ("12.345.678.9012", RIBUAN, ("12.345.678,9012", "123.456.789.012")),
        ("1,234.56", TERBALIK, ("1.234,56",)),
        ("1,234.567", TERBALIK, ("1.234,567", "1.234.567")),
        ("1.234,567.89", TERBALIK, ("1.234.567,89",)),
        ("1,234,567.89", DUA_KOMA, ("1.234.567,89",)),
        ("1,234,567", DUA_KOMA, ("1.234.567",)),
        ("1.000,", "Di belakang koma belum ada digit.", ("1.000",)),
        ("12.", "Di belakang titik belum ada digit.", ("12",)),
        (",5", "Di depan koma belum ada digit.", ("0,5",)),
        (".5", "Di depan titik belum ada digit.", ("0,5",)),
        ("1..2", "Ada titik atau koma berturut-turut.", ("1,2", "1.200")),
        ("1..234", "Ada titik atau koma berturut-turut.", ("1.234",)),
        ("1,,5", "Ada titik atau koma berturut-turut.", ("1,5",)),
        ("392.697.134.893, 78", SPASI, ("392.697.134.893,78",)),
        ("1 234 567,5", SPASI, ("1.234.567,5",)),
        ("1\xa0234", SPASI, ("1.234",)),
        ("1\u200b2", SPASI, ("1,2", "1.200")),
        ("12 5", SPASI, ("12,5",)),
        ("+5", "Angka ditulis tanpa tanda +.", ("5",)),
        ("5.000,-", "Angka ditulis tanpa akhiran ,-.", ("5.000",)),
        ("1.234,56\xa0€", 'Tulis angkanya saja, tanpa "€".', ("1.234,56",)),
        ("12%", 'Tulis angkanya saja, tanpa "%".', ("12",)),
        ("12.5%", 'Tulis angkanya saja, tanpa "%".', ("12,5",)),
        ("5\x00", 'Tulis angkanya saja, tanpa "�".', ("5",)),
        ("5\ud800", 'Tulis angkanya saja, tanpa "�".', ("5",)),
        ("Rp 5.000", "Tulis angkanya saja, tanpa Rp.", ("5.000",)),
        ("Rp. 12.5", "Tulis angkanya saja, tanpa Rp.", ("12,5",)),
        ("2 rb", 'Tulis semua digitnya, tanpa "rb".', ("2.000",)),
        ("1,5 juta", 'Tulis semua digitnya, tanpa "juta".', ("1.500.000",)),
        ("1.5 Miliar", 'Tulis semua digitnya, tanpa "miliar".', ("1.500.000.000", "1.500.000.000.000")),
        ("١٢٣", "Angka ditulis dengan digit 0 sampai 9.", ("123",)),
        ("１．２３４，５", "Angka ditulis dengan digit 0 sampai 9.", ("1.234,5",)),
        ("1,5000000", "Paling banyak 6 digit di belakang koma, di sini ada 7.", ("1,500000",)),
    ],
)  # fmt: skip
def test_ditolak_dengan_pertanyaan(teks, apa, usul):
    salah = tolak(teks)
    assert salah.usul == usul
    assert str(salah) == salah.pesan == f"{apa} Maksud Anda {' atau '.join(usul)}?"


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("", f"Angka belum diisi. {ATAU_NOL}"),
        (" \xa0\t", f"Angka belum diisi. {ATAU_NOL}"),
        ("-", f"Tanda - berarti tidak diukur, bukan angka. {ATAU_NOL}"),
        ("—", f"Tanda - berarti tidak diukur, bukan angka. {ATAU_NOL}"),
        ("N/A", f"N/A berarti datanya tidak ada, bukan angka. {ATAU_NOL}"),
        ("n/a", f"N/A berarti datanya tidak ada, bukan angka. {ATAU_NOL}"),
        ("#DIV/0!", f'"#DIV/0!" {RUMUS}'),
        ("#N/A", f'"#N/A" {RUMUS}'),
        ("NaN", f'"NaN" adalah tanda hitungan gagal, bukan angka. {ATAU_NOL}'),
        ("inf", f'"inf" adalah tanda hitungan gagal, bukan angka. {ATAU_NOL}'),
        ("-Infinity", f'"-Infinity" adalah tanda hitungan gagal, bukan angka. {ATAU_NOL}'),
        ("12,5,6", f"{DUA_KOMA} {CONTOH}"),
        ("1,2,3,4", f"Ada 3 koma, padahal koma hanya satu, di depan desimal. {CONTOH}"),
        ("12.5.6", f"{RIBUAN} {CONTOH}"),
        ("1.5,3", f"{RIBUAN} {CONTOH}"),
        ("1.,5", f"{RIBUAN} {CONTOH}"),
        ("--", f'"--" bukan angka. {CONTOH}'),
        (",", f'"," bukan angka. {CONTOH}'),
        ("tiga", f'"tiga" bukan angka. {CONTOH}'),
        ("Per셀", f'"Per셀" bukan angka. {CONTOH}'),
        ("Persen", f'"Persen" bukan angka. {CONTOH}'),
        ("RPJMD", f'"RPJMD" bukan angka. {CONTOH}'),
        ("(5)", f'"(5)" bukan angka. {CONTOH}'),
        ("#5", f'"#5" bukan angka. {CONTOH}'),
        ("½", f'"½" bukan angka. {CONTOH}'),
        ("1½", f'"½" di belakang angka tidak dikenal. {CONTOH}'),
        ("5²", f'"²" di belakang angka tidak dikenal. {CONTOH}'),
        ("a" * 30, f'"{"a" * 20}…" bukan angka. {CONTOH}'),
        ("1e5", f'Tulisan dengan pangkat sepuluh ("e5") tidak dibaca. {SEMUA_DIGIT}'),
        ("1,5E+05", f'Tulisan dengan pangkat sepuluh ("E+05") tidak dibaca. {SEMUA_DIGIT}'),
        ("5-10", "Tanda + atau - ada di tengah angka. Tulis satu angka saja."),
        ("-5", NEGATIF),
        ("−5", NEGATIF),
        ("–5", NEGATIF),
        ("--5", NEGATIF),
        ("-0", NEGATIF),
        ("1" * 16, "Paling banyak 15 digit di depan koma, di sini ada 16. Periksa lagi angkanya."),
        (
            "0,1234567",
            "Paling banyak 6 digit di belakang koma, di sini ada 7. Bulatkan dahulu angkanya.",
        ),
        ("1" * 41, f"Isian terlalu panjang: 41 karakter, paling banyak 40. {CONTOH}"),
        ("a" * 9999, f"Isian terlalu panjang: 9999 karakter, paling banyak 40. {CONTOH}"),
    ],
)
def test_ditolak_tanpa_usul(teks, pesan):
    salah = tolak(teks)
    assert salah.usul == ()
    assert str(salah) == salah.pesan == pesan


@pytest.mark.parametrize(
    ("teks", "satuan", "apa", "usul"),
    [
        ("87.5%", "Persen", RIBUAN, ("87,5",)),
        ("3.5", "Persen", RIBUAN, ("3,5",)),
        ("85%%", "Persen", 'Satuan di sini Persen, bukan "%%".', ("85",)),
        ("85 Per셀", "Persen", 'Satuan di sini Persen, bukan "Per셀".', ("85",)),
        ("3 Dok.", "Dokumen", 'Satuan di sini Dokumen, bukan "Dok.".', ("3",)),
        ("3 %", "Dokumen", 'Satuan di sini Dokumen, bukan "%".', ("3",)),
        ("3.Dok", "Dokumen", 'Satuan di sini Dokumen, bukan "Dok".', ("3",)),
        ("2 juta dokumen", "Dokumen", 'Tulis semua digitnya, tanpa "juta".', ("2.000.000",)),
        ("٣ dokumen", "Dokumen", "Angka ditulis dengan digit 0 sampai 9.", ("3",)),
    ],
)
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


@pytest.mark.parametrize(
    ("teks", "usul"),
    [
        ("–5", ("-5",)), ("- 5", ("-5",)), ("-1.5", ("-1,5", "-1.500")), ("−,5", ("-0,5",)),
        ("+-5", ("-5",)), ("-Rp 5", ("-5",)), ("-2 juta", ("-2.000.000",)), ("-5,-", ("-5",)),
        ("--5", ()), ("5-", ()),
    ],
)  # fmt: skip
def test_usul_tetap_negatif(teks, usul):
    assert tolak(teks, negatif=True).usul == usul


@pytest.mark.parametrize(
    ("teks", "batas", "pesan", "usul"),
    [
        (
            "1000",
            {"maks_bulat": 3},
            "Paling banyak 3 digit di depan koma, di sini ada 4. Periksa lagi angkanya.",
            (),
        ),
        ("1,5", {"maks_desimal": 0}, "Angka di sini bulat, tanpa koma. Bulatkan dahulu angkanya.", ()),
        ("1,0", {"maks_desimal": 0}, "Angka di sini bulat, tanpa koma. Maksud Anda 1?", ("1",)),
        (
            "1,234",
            {"maks_desimal": 2},
            "Paling banyak 2 digit di belakang koma, di sini ada 3. Maksud Anda 1.234?",
            ("1.234",),
        ),
        (
            "1,000",
            {"maks_desimal": 2},
            "Paling banyak 2 digit di belakang koma, di sini ada 3. Maksud Anda 1.000 atau 1,00?",
            ("1.000", "1,00"),
        ),
        ("12.5", {"maks_desimal": 0}, f"{RIBUAN} Tulis seperti 1.234.", ()),
    ],
)  # fmt: skip
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


@pytest.mark.parametrize(
    ("teks", "usul"),
    [
        ("Rp 613.448,549", ("613.448.549",)), ("Rp 1,234.56", ("1.234,56",)),
        ("Rp 392.697.134.893, 78", ("392.697.134.893,78",)), ("Rp 5.000,-", ("5.000",)),
        ("Rp 1,5 juta", ("1.500.000",)), ("1,5 juta rupiah", ("1.500.000",)),
        ("Rp 5 dolar", ("5",)), ("Rp Rp 5", ("5",)), ("Rp -5", ()), ("-Rp 5", ()), ("-5", ()),
        ("85%", ("85",)),
    ],
)  # fmt: skip
def test_rupiah_ditolak(teks, usul):
    assert tolak(teks, baca_rupiah).usul == usul


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("Rp", f"Angka belum diisi. {ATAU_NOL}"),
        ("Rp -", f"Tanda - berarti tidak diukur, bukan angka. {ATAU_NOL}"),
        ("-Rp 5", NEGATIF),
        ("5 dolar", 'Satuan di sini rupiah, bukan "dolar". Maksud Anda 5?'),
        ("1,005", "Paling banyak 2 digit di belakang koma, di sini ada 3. Maksud Anda 1.005?"),
    ],
)
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
