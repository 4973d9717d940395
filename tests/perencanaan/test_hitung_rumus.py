from decimal import Decimal

import pytest

from perencanaan.hitung.rumus import HasilRumus, RumusSalah, hitung_rumus, periksa_rumus, variabel
from sakip.lib.angka import tulis_angka

ORMAS = "(ormas_aktif_n - ormas_aktif_n1) / ormas_aktif_n1 * 100"
KONFLIK = "(konflik_n1 - konflik_n) / konflik_n1 * 100"


def nilai(**isi: str | None) -> dict[str, Decimal | None]:
    return {nama: None if teks is None else Decimal(teks) for nama, teks in isi.items()}


def hitung(rumus: str, **isi: str | None) -> Decimal | None:
    return hitung_rumus(rumus, nilai(**isi)).nilai


def test_hasil_menyebut_variabel_yang_dipakai():
    """(73 - 70) / 70 × 100 = 4,2857…; a variable that the formula does not name is not listed."""
    hasil = hitung_rumus(ORMAS, nilai(lain="1", ormas_aktif_n1="70", ormas_aktif_n="73"))
    dipakai = (("ormas_aktif_n", Decimal(73)), ("ormas_aktif_n1", Decimal(70)))
    assert (hasil.variabel, hasil.alasan) == (dipakai, "")
    assert tulis_angka(hasil.nilai, 2) == "4,29"


@pytest.mark.parametrize(
    ("rumus", "isi", "tertulis"),
    [
        # 36 conflicts, then 29: a fall of 7 / 36; 11 and then 3: 8 / 11
        (KONFLIK, {"konflik_n1": "36", "konflik_n": "29"}, "19,44"),
        (KONFLIK, {"konflik_n1": "11", "konflik_n": "3"}, "72,73"),
        ("temuan_selesai / temuan * 100", {"temuan": "3", "temuan_selesai": "3"}, "100"),
        ("rata(a; b; c)", {"a": "71.5", "b": "80", "c": "90.25"}, "80,58"),
        ("jumlah(tw1; tw2; tw3)", {"tw1": "2", "tw2": "0", "tw3": "10"}, "12"),
    ],
)
def test_rumus_indikator_nyata(rumus, isi, tertulis):
    assert tulis_angka(hitung(rumus, **isi), 2) == tertulis


@pytest.mark.parametrize(
    ("rumus", "hasil"),
    [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("10 - 4 - 3", "3"),
        ("10 - (4 - 3)", "9"),
        ("24 / 4 / 2", "3"),
        ("24 / (4 / 2)", "12"),
        ("6 / 3 * 2", "4"),
        ("2 * 3 / 4", "1.5"),
        ("-2 * 3", "-6"),
        ("2 * -3", "-6"),
        ("2 - -3", "5"),
        ("--3", "3"),
        ("-(2 + 3)", "-5"),
        ("10 × 4 ÷ 5 − 1", "7"),
        ("0.5 + 0.5", "1"),
        ("007 + 0.250", "7.25"),
        ("jumlah(1)", "1"),
        ("jumlah(1; 2, 3)", "6"),
        ("rata(1; 2 + 3) * 2", "6"),
        ("jumlah(rata(2; 4); jumlah(5; 6))", "14"),
        ("  1\n+\t1 ", "2"),
        ("1 / 3 * 3", "1"),
        ("100 - 99.999999999999999999999999999999", "0.000000000000000000000000000001"),
    ],
)
def test_urutan_hitung_dan_ejaan(rumus, hasil):
    assert hitung(rumus) == Decimal(hasil)


def test_yang_dibagi_lalu_dikalikan_kembali_utuh():
    assert hitung("a / b * b", a="1", b="7") == 1
    assert hitung("a / 3 + a / 3 + a / 3 - a", a="100") == 0


def test_hasil_paling_banyak_lima_puluh_digit():
    assert str(hitung("1 / 3")) == "0." + "3" * 50


@pytest.mark.parametrize(
    ("rumus", "isi", "alasan"),
    [
        (
            ORMAS,
            {"ormas_aktif_n": "3", "ormas_aktif_n1": "0"},
            "Pembagi “ormas_aktif_n1” bernilai 0.",
        ),
        ("a / (b - c) * 100", {"a": "1", "b": "2", "c": "2"}, "Pembagi “(b - c)” bernilai 0."),
        ("a / jumlah(b; c)", {"a": "1", "b": "2", "c": "-2"}, "Pembagi “jumlah(b; c)” bernilai 0."),
        ("0 / 0", {}, "Pembagi “0” bernilai 0."),
        ("a / -b", {"a": "1", "b": "0"}, "Pembagi “-b” bernilai 0."),
        ("a + b", {"a": "1", "b": None}, "Variabel b belum diisi."),
        ("a * b / c", {"a": None, "b": "0", "c": None}, "Variabel a, c belum diisi."),
        ("rata(a; b)", {"a": "1", "b": None}, "Variabel b belum diisi."),
    ],
)
def test_yang_tidak_dapat_dihitung_beralasan(rumus, isi, alasan):
    bahan = nilai(**isi)
    assert hitung_rumus(rumus, bahan) == HasilRumus(None, tuple(bahan.items()), alasan)


@pytest.mark.parametrize("aneh", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+30", "1E-101"])
def test_nilai_variabel_di_luar_nalar(aneh):
    hasil = hitung_rumus("a * 1", {"a": Decimal(aneh)})
    assert (hasil.nilai, hasil.alasan) == (
        None, "Nilai variabel a terlalu besar atau terlalu kecil.",
    )  # fmt: skip


def test_hasil_rumus_lain_dapat_menjadi_variabel():
    """A third of 50 digits times 3 is what those digits say, and the smallest value still counts."""
    sepertiga = hitung("1 / 3")
    assert hitung("a * 3", a=str(sepertiga)) == Decimal("0." + "9" * 50)
    assert hitung("a * 2", a="1E-100") == Decimal("2E-100")


def test_hasil_yang_terlalu_panjang_beralasan():
    """Each is refused long before it would take time or room."""
    besar = {"a": Decimal("9" * 30)}
    assert hitung_rumus("a * a", besar).alasan == (
        "Hasilnya terlalu besar. Periksa rumus dan variabelnya."
    )
    assert hitung_rumus("*".join(["a"] * 250), besar).alasan == (
        "Hasil sementara terlalu panjang. Periksa rumus dan variabelnya."
    )


def test_nama_variabel_urut_dan_sekali():
    assert variabel("(b - a) / a * jumlah(c1; b; _d)") == ("b", "a", "c1", "_d")
    assert variabel("1 + 2") == ()


def test_periksa_menerima_nama_yang_dikenal():
    periksa_rumus(ORMAS, ["ormas_aktif_n1", "ormas_aktif_n", "lain"])


@pytest.mark.parametrize(
    ("dikenal", "pesan"),
    [
        (("a", "b"), "Variabel “konflik” tidak dikenal. Yang dikenal: a, b."),
        ((), "Variabel “konflik” tidak dikenal. Buat dahulu variabelnya."),
    ],
)
def test_nama_asing_ditolak_dengan_yang_dikenal(dikenal, pesan):
    for panggil in (
        lambda: periksa_rumus("konflik * 100", dikenal),
        lambda: hitung_rumus("konflik * 100", dict.fromkeys(dikenal, Decimal(1))),
    ):
        with pytest.raises(RumusSalah) as galat:
            panggil()
        assert (str(galat.value), galat.value.posisi) == (pesan, None)


def test_huruf_besar_dan_kecil_berbeda():
    with pytest.raises(RumusSalah, match="Yang dikenal: a"):
        hitung_rumus("A", nilai(a="1"))
