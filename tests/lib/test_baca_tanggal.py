import pickle
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip.lib.baca_tanggal import TanggalSalah, baca_jam, baca_saat, baca_tanggal
from sakip.lib.tanggal import NAMA_BULAN, tulis_tanggal
from tests.lib.sifat import sifat

AKHIR_2025 = date(2025, 12, 31)
CONTOH = "Tulis seperti 31/12/2025 atau 31 Desember 2025."
CONTOH_JAM = "Tulis seperti 23.59."
CONTOH_SAAT = "Tulis seperti 31/12/2025 23.59."
EMPAT_DIGIT = "Tahun ditulis dengan empat digit."
URUTAN = "Tulis hari, bulan, lalu tahun."
GARIS = "Hari, bulan, dan tahun dipisah garis miring, tanpa spasi."
SPASI = "Hari, nama bulan, dan tahun dipisah satu spasi."
SAJA = "Tulis tanggalnya saja."
TITIK = "Jam dan menit dipisah satu titik, tanpa spasi."
TANPA_HARI = "Tanggal berapa? Yang tertulis baru bulan dan tahun."

SINGKATAN = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
INGGRIS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

semua_tanggal = st.dates(date(1900, 1, 1), date(2100, 12, 31))
semua_jam = st.times().map(lambda jam: jam.replace(second=0, microsecond=0))
semua_saat = st.builds(datetime.combine, semua_tanggal, semua_jam)

# near a date: its digits, its separators, pieces of names, and what hides in pasted text
potongan = st.sampled_from(
    [*"0123456789/-.:, ", "31", "12", "2025", "25", "29", "2/", "24.00", "23.59", "Des", "Februari",
     "December", "May", "Desmber", "pm", "am", "pukul", "\xa0", "\u200b", "–", "٣", "\x00", "\ud800"]
)  # fmt: skip
isian = st.one_of(st.text(), st.lists(potongan, max_size=12).map("".join))


def tolak(teks, baca=baca_tanggal) -> TanggalSalah:
    with pytest.raises(TanggalSalah) as tertangkap:
        baca(teks)
    return tertangkap.value


def maksud(apa, usul, tambahan=""):
    return f"{apa} Maksud Anda {' atau '.join(usul)}?{tambahan}"


@pytest.mark.parametrize(
    "teks",
    [
        "31/12/2025", "31-12-2025", "31.12.2025", "2025-12-31", "31 Desember 2025", "31 Des 2025",
        "31 DESEMBER 2025", "31 desember 2025", "31 dES 2025", "  31/12/2025\t\r\n",
        "31\xa0Desember\u202f2025", "\xa031/12/2025\u200b", "\ufeff31 Desember  2025",
    ],
)  # fmt: skip
def test_terbaca(teks):
    assert baca_tanggal(teks) == AKHIR_2025


@pytest.mark.parametrize(
    ("teks", "tanggal"),
    [
        ("1/2/2025", date(2025, 2, 1)),
        ("01/02/2025", date(2025, 2, 1)),
        ("2/1/2025", date(2025, 1, 2)),
        ("2025-02-01", date(2025, 2, 1)),
        ("29/2/2024", date(2024, 2, 29)),
        ("17 Agt 2025", date(2025, 8, 17)),
        ("17 Ags 2025", date(2025, 8, 17)),
        ("9 Sept 2025", date(2025, 9, 9)),
    ],
)
def test_hari_di_depan(teks, tanggal):
    assert baca_tanggal(teks) == tanggal


@pytest.mark.parametrize(
    ("teks", "apa", "usul"),
    [
        ("31/12/25", EMPAT_DIGIT, ["31 Desember 2025"]),
        ("31 Des 25", EMPAT_DIGIT, ["31 Desember 2025"]),
        ("12/31/25", EMPAT_DIGIT, ["31 Desember 2025"]),
        ("17-8-45", EMPAT_DIGIT, ["17 Agustus 2045"]),
        ("1/2/98", EMPAT_DIGIT, ["01 Februari 1998", "01 Februari 2098"]),
        ("31 December 2025", 'Bulan "December" ditulis Desember.', ["31 Desember 2025"]),
        ("5 MAY 2025", 'Bulan "MAY" ditulis Mei.', ["05 Mei 2025"]),
        ("5 Nopember 2025", 'Bulan "Nopember" ditulis November.', ["05 November 2025"]),
        ("5 Desmber 2025", 'Bulan "Desmber" tidak dikenal.', ["05 Desember 2025"]),
        ("December 31, 2025", URUTAN, ["31 Desember 2025"]),
        ("2025/12/31", URUTAN, ["31 Desember 2025"]),
        ("2025-1-5", URUTAN, ["05 Januari 2025"]),
        ("31 / 12 / 2025", GARIS, ["31 Desember 2025"]),
        ("31/12-2025", GARIS, ["31 Desember 2025"]),
        ("31 12 2025", GARIS, ["31 Desember 2025"]),
        ("31–12–25", GARIS, ["31 Desember 2025"]),
        ("31\u200b/12/2025", GARIS, ["31 Desember 2025"]),
        ("31-Des-2025", SPASI, ["31 Desember 2025"]),
        ("31Desember2025", SPASI, ["31 Desember 2025"]),
        ("31-Dec-25", SPASI, ["31 Desember 2025"]),
        ("Rabu, 31 Desember 2025", SAJA, ["31 Desember 2025"]),
        ("31/12/2025 23.59", SAJA, ["31 Desember 2025"]),
    ],
)
def test_ditolak_dengan_pertanyaan(teks, apa, usul):
    salah = tolak(teks)
    assert salah.usul == tuple(usul)
    assert str(salah) == salah.pesan == maksud(apa, usul)


@pytest.mark.parametrize("bulan", range(1, 13))
def test_nama_bulan_inggris_tidak_pernah_menjadi_bulan_lain(bulan):
    """Read where Indonesian writes the same, asked about where it does not."""
    tanggal = date(2025, bulan, 5)
    for nama in (INGGRIS[bulan - 1], INGGRIS[bulan - 1][:3]):
        teks = f"5 {nama} 2025"
        if nama.lower() in {n.lower() for n in (*NAMA_BULAN, *SINGKATAN)}:
            assert baca_tanggal(teks) == tanggal
        else:
            usul = (tulis_tanggal(tanggal),)
            assert tolak(teks).usul == usul
            assert str(tolak(teks)) == maksud(
                f'Bulan "{nama}" ditulis {NAMA_BULAN[bulan - 1]}.', usul
            )


@pytest.mark.parametrize("teks", ["12/31/2025", "12-31-2025", "2025-31-12"])
def test_bulan_di_depan_ditanyakan(teks):
    salah = tolak(teks)
    assert salah.usul == ("31 Desember 2025",)
    assert salah.pesan == maksud("Tidak ada bulan 31.", salah.usul, f" {URUTAN}")


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("", f"Tanggal belum diisi. {CONTOH}"),
        (" \xa0\u200b", f"Tanggal belum diisi. {CONTOH}"),
        ("30 Februari 2025", "Februari 2025 hanya sampai tanggal 28. Periksa lagi tanggalnya."),
        ("29/2/2025", "Februari 2025 hanya sampai tanggal 28. Periksa lagi tanggalnya."),
        ("30/2/2024", "Februari 2024 hanya sampai tanggal 29. Periksa lagi tanggalnya."),
        ("29/2/1900", "Februari 1900 hanya sampai tanggal 28. Periksa lagi tanggalnya."),
        ("31-04-2025", "April 2025 hanya sampai tanggal 30. Periksa lagi tanggalnya."),
        ("0/1/2025", "Tidak ada tanggal 0. Tanggal mulai dari 1."),
        ("1/0/2025", f"Tidak ada bulan 0. {CONTOH}"),
        ("13/13/2025", f"Tidak ada bulan 13. {CONTOH}"),
        ("31/12/1899", "Tahun 1899 di luar 1900 sampai 2100. Periksa lagi tahunnya."),
        ("1 Januari 2101", "Tahun 2101 di luar 1900 sampai 2100. Periksa lagi tahunnya."),
        ("31/12/202", f"{EMPAT_DIGIT} {CONTOH}"),
        ("31/12/20255", f"{EMPAT_DIGIT} {CONTOH}"),
        ("Desember 2025", f"{TANPA_HARI} {CONTOH}"),
        ("12/2025", f"{TANPA_HARI} {CONTOH}"),
        ("2025-12", f"{TANPA_HARI} {CONTOH}"),
        ("2025", f"Hari dan bulannya belum ditulis. {CONTOH}"),
        ("31/12", f"Tahunnya belum ditulis. {CONTOH}"),
        ("31 Desember", f"Tahunnya belum ditulis. {CONTOH}"),
        ("5 Xyz 2025", f'Bulan "Xyz" tidak dikenal. {CONTOH}'),
        ("besok", f'"besok" bukan tanggal. {CONTOH}'),
        ("31122025", f'"31122025" bukan tanggal. {CONTOH}'),
        ("٣١/١٢/٢٠٢٥", f'"٣١/١٢/٢٠٢٥" bukan tanggal. {CONTOH}'),
        ("5\x00", f'"5�" bukan tanggal. {CONTOH}'),
        ("1" * 41, f"Isian terlalu panjang: 41 karakter, paling banyak 40. {CONTOH}"),
    ],
)
def test_ditolak_tanpa_usul(teks, pesan):
    salah = tolak(teks)
    assert salah.usul == ()
    assert str(salah) == salah.pesan == pesan


@pytest.mark.parametrize(
    ("teks", "jam"),
    [
        ("23.59", time(23, 59)), ("23:59", time(23, 59)), ("9.05", time(9, 5)),
        ("09.05", time(9, 5)), ("0.00", time(0)), ("\xa09:05 ", time(9, 5)),
    ],
)  # fmt: skip
def test_jam_terbaca(teks, jam):
    assert baca_jam(teks) == jam


@pytest.mark.parametrize(
    ("teks", "pesan", "usul"),
    [
        (
            "24.00",
            "Jam 24.00 tidak ada. Maksud Anda 23.59, atau 00.00 hari berikutnya?",
            ["23.59", "00.00"],
        ),
        ("9", maksud("Menitnya belum ditulis.", ["09.00"]), ["09.00"]),
        ("9 pm", maksud("Jam ditulis 00 sampai 23, tanpa am atau pm.", ["21.00"]), ["21.00"]),
        ("12.30 a.m.", maksud("Jam ditulis 00 sampai 23, tanpa am atau pm.", ["00.30"]), ["00.30"]),
        ("12PM", maksud("Jam ditulis 00 sampai 23, tanpa am atau pm.", ["12.00"]), ["12.00"]),
        ("13 pm", f"Jam ditulis 00 sampai 23, tanpa am atau pm. {CONTOH_JAM}", []),
        ("9.5", maksud("Menit ditulis dua digit.", ["09.05", "09.50"]), ["09.05", "09.50"]),
        ("23:59:10", maksud("Jam ditulis sampai menit saja.", ["23.59"]), ["23.59"]),
        ("2359", maksud(TITIK, ["23.59"]), ["23.59"]),
        ("23,59", maksud(TITIK, ["23.59"]), ["23.59"]),
        ("pukul 9.05 WIB", maksud("Tulis jamnya saja.", ["09.05"]), ["09.05"]),
        ("24.01", f"Jam 24 tidak ada; jam ditulis 00 sampai 23. {CONTOH_JAM}", []),
        ("23.60", f"Menit 60 tidak ada; menit ditulis 00 sampai 59. {CONTOH_JAM}", []),
        ("", f"Jam belum diisi. {CONTOH_JAM}", []),
        ("pagi", f'"pagi" bukan jam. {CONTOH_JAM}', []),
    ],
)
def test_jam_ditolak(teks, pesan, usul):
    salah = tolak(teks, baca_jam)
    assert (salah.pesan, salah.usul) == (pesan, tuple(usul))


@pytest.mark.parametrize(
    "teks",
    ["31/12/2025 23.59", "31 Des 2025 23:59", "2025-12-31 23.59", "31.12.2025\xa0 23.59 "],
)
def test_saat_terbaca(teks):
    assert baca_saat(teks) == datetime(2025, 12, 31, 23, 59)  # noqa: DTZ001 - no zone is typed


@pytest.mark.parametrize(
    ("teks", "pesan", "usul"),
    [
        ("31/12/2025", f"Pukul berapa? {CONTOH_SAAT}", []),
        ("31 Desember 2025", f"Pukul berapa? {CONTOH_SAAT}", []),
        ("23.59", f"Tanggal berapa? {CONTOH_SAAT}", []),
        ("", f"Tanggal dan jam belum diisi. {CONTOH_SAAT}", []),
        ("31/12/25", f"{EMPAT_DIGIT} {CONTOH_SAAT}", []),
        ("Desember 2025", f"{TANPA_HARI} {CONTOH_SAAT}", []),
        ("kapan saja", f'"kapan saja" bukan tanggal. {CONTOH_SAAT}', []),
        ("31 / 12 / 2025", f'"31 / 12 / 2025" bukan tanggal dan jam. {CONTOH_SAAT}', []),
        ("30/2/2025 9.00", "Februari 2025 hanya sampai tanggal 28. Periksa lagi tanggalnya.", []),
        (
            "31/12/2025 9",
            maksud("Menitnya belum ditulis.", ["31 Desember 2025 09.00"]),
            ["31 Desember 2025 09.00"],
        ),
        (
            "31 Desember 2025, pukul 23.59 WIB",
            maksud("Tulis jamnya saja.", ["31 Desember 2025 23.59"]),
            ["31 Desember 2025 23.59"],
        ),
        (
            "12/31/25 9 pm",
            maksud(EMPAT_DIGIT, ["31 Desember 2025 21.00"]),
            ["31 Desember 2025 21.00"],
        ),
        (
            "31/12/2025 24.00",
            maksud("Jam 24.00 tidak ada.", ["31 Desember 2025 23.59", "01 Januari 2026 00.00"]),
            ["31 Desember 2025 23.59", "01 Januari 2026 00.00"],
        ),
        (
            "31/12/2100 24.00",
            maksud("Jam 24.00 tidak ada.", ["31 Desember 2100 23.59"]),
            ["31 Desember 2100 23.59"],
        ),
    ],
)
def test_saat_ditolak(teks, pesan, usul):
    salah = tolak(teks, baca_saat)
    assert (salah.pesan, salah.usul) == (pesan, tuple(usul))


def test_tanggal_salah_utuh_setelah_disalin():
    salah = pickle.loads(pickle.dumps(tolak("31/12/25")))  # noqa: S301 - our own bytes
    assert (str(salah), salah.usul) == (str(tolak("31/12/25")), ("31 Desember 2025",))
    assert isinstance(salah, ValueError)


@sifat
@given(tanggal=semua_tanggal)
def test_setiap_tanggal_terbaca_kembali_dalam_setiap_tulisan(tanggal):
    hari, bulan, tahun = tanggal.day, tanggal.month, tanggal.year
    for pemisah in "/-.":
        assert baca_tanggal(pemisah.join(map(str, (hari, bulan, tahun)))) == tanggal
        assert baca_tanggal(f"{tanggal:%d{pemisah}%m{pemisah}%Y}") == tanggal
    assert baca_tanggal(tanggal.isoformat()) == tanggal
    assert baca_tanggal(tulis_tanggal(tanggal)) == tanggal
    for nama in (NAMA_BULAN[bulan - 1], SINGKATAN[bulan - 1]):
        for tulisan in (nama, nama.upper(), nama.lower()):
            assert baca_tanggal(f" {hari} {tulisan}\xa0{tahun} ") == tanggal


@sifat
@given(saat=semua_saat)
def test_setiap_jam_dan_saat_terbaca_kembali(saat):
    for jam in (f"{saat:%H.%M}", f"{saat:%H:%M}", f"{saat.hour}.{saat:%M}"):
        assert baca_jam(jam) == saat.time()
        assert baca_saat(f"{saat:%d/%m/%Y} {jam}") == saat
        assert baca_saat(f"{tulis_tanggal(saat.date())} {jam}") == saat


@pytest.mark.parametrize("baca", [baca_tanggal, baca_jam, baca_saat])
@sifat
@given(teks=isian)
def test_terbaca_atau_ditolak_dengan_usul_yang_terbaca(baca, teks):
    """Nothing else is ever raised, and nobody is sent from one refusal into the next."""
    try:
        baca(teks)
    except TanggalSalah as tertangkap:
        salah = tertangkap
    else:
        return
    assert salah.pesan.isprintable()
    assert len(salah.pesan) < 250
    assert ("Maksud Anda" in salah.pesan) == bool(salah.usul)
    for usul in salah.usul:
        assert usul in salah.pesan
        baca(usul)


@sifat
@given(angka=st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(1890, 2110)))
def test_yang_terbaca_berurutan_hari_bulan_tahun(angka):
    """A day beyond 12 never makes the reader swap day and month by itself."""
    try:
        tanggal = baca_tanggal("/".join(map(str, angka)))
    except TanggalSalah:
        return
    assert (tanggal.day, tanggal.month, tanggal.year) == angka
