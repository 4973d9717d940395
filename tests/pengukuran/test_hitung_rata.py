from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pengukuran.hitung.capaian import Aturan, Capaian, hitung_capaian
from pengukuran.hitung.rata import Dilewati, RataCapaian, hitung_tercapai, rata_capaian
from perencanaan.hitung.nilai import JenisNilai, Nilai
from sakip.lib.angka import tulis_angka
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

TANPA_PEMILU = Nilai(JenisNilai.TIDAK_DIJADWALKAN, alasan="Tidak ada pemilu pada tahun 2023.")


def hitung(target: str, realisasi: str, batas: str | None = None) -> Capaian:
    return hitung_capaian(
        Nilai.dari_angka(Decimal(target)),
        Nilai.dari_angka(Decimal(realisasi)),
        Aturan.NAIK,
        None if batas is None else Decimal(batas),
    )


def kosong(alasan: str) -> Capaian:
    return Capaian(Aturan.NAIK, alasan=alasan)


def pasuruan(batas: str | None = None) -> list[tuple[str, Capaian]]:
    """The seven indikator of Bakesbangpol Kota Pasuruan in 2023."""
    return [
        ("stabilitas", hitung("76.05", "89.68", batas)),
        ("sakip", hitung("73.14", "75.51", batas)),
        ("temuan", hitung("100", "100", batas)),
        ("program", hitung("90", "96.38", batas)),
        ("ormas", hitung("3", "4.28", batas)),
        ("konflik", hitung("20", "19.44", batas)),
        ("pemilih", hitung_capaian(TANPA_PEMILU, None, Aturan.NAIK)),
    ]


DILEWATI = (Dilewati("pemilih", "Tidak ada pemilu pada tahun 2023."),)


def test_rata_capaian_dokumen_nyata():
    """(117,92 + 103,24 + 100 + 107,09 + 142,67 + 97,20) / 6, the seventh left out by name."""
    hasil = rata_capaian(pasuruan())
    assert tulis_angka(hasil.dipakai, 2) == "111,35"
    assert (len(hasil.dihitung), hasil.dilewati, hasil.alasan) == (6, DILEWATI, "")


def test_rata_memakai_yang_dibatasi():
    """Capped at 100: five times 100 and 97,20."""
    hasil = rata_capaian(pasuruan("100"))
    assert hasil.dipakai * 6 == Decimal("597.2")


def test_lima_dari_enam_mencapai_target():
    """The document calls all of them reached, 97,22 included."""
    for batas in (None, "100"):
        hasil = hitung_tercapai(pasuruan(batas))
        assert hasil.tercapai == ("stabilitas", "sakip", "temuan", "program", "ormas")
        assert (hasil.belum, hasil.dilewati, hasil.dinilai) == (("konflik",), DILEWATI, 6)


@pytest.mark.parametrize(
    ("realisasi", "tercapai"), [("100", True), ("99.999999", False), ("100.000001", True)]
)
def test_tercapai_sebelum_dibulatkan(realisasi, tercapai):
    hasil = hitung_tercapai([("x", hitung("100", realisasi))])
    assert (hasil.tercapai == ("x",)) is (hasil.belum == ()) is tercapai


@pytest.mark.parametrize(
    ("butir", "dilewati"),
    [
        ([], ()),
        (
            [("a", kosong("Realisasi belum diisi.")), ("b", kosong("Belum diukur."))],
            (Dilewati("a", "Realisasi belum diisi."), Dilewati("b", "Belum diukur.")),
        ),
    ],
)
def test_tanpa_capaian_tanpa_rata(butir, dilewati):
    hasil = rata_capaian(butir)
    assert hasil == RataCapaian(None, (), dilewati, "Tidak ada capaian yang dapat dirata-rata.")
    hitungan = hitung_tercapai(butir)
    assert (hitungan.dinilai, hitungan.dilewati) == (0, dilewati)


def test_rata_semua_indikator_bukan_rata_dari_rata_sasaran():
    """(100 + 100 + 40) / 3 = 80, but ((100 + 100) / 2 + 40) / 2 = 70."""
    satu = [("a", hitung("10", "10")), ("b", hitung("5", "5"))]
    lain = [("c", hitung("10", "4"))]
    kosong_semua = [("d", kosong("Belum diukur."))]
    assert rata_capaian([*satu, *lain]).dipakai == 80
    bertingkat = rata_capaian(
        [("S1", rata_capaian(satu)), ("S2", rata_capaian(lain)), ("S3", rata_capaian(kosong_semua))]
    )
    assert (bertingkat.dipakai, bertingkat.dihitung) == (70, ("S1", "S2"))
    assert bertingkat.dilewati == (Dilewati("S3", "Tidak ada capaian yang dapat dirata-rata."),)


def test_nol_ikut_dirata_dan_kunci_boleh_sama():
    butir = [("sama", hitung("10", "0")), ("sama", hitung("10", "10"))]
    assert rata_capaian(butir) == RataCapaian(Decimal(50), ("sama", "sama"))


butir_apa_pun = st.lists(
    st.tuples(
        st.integers(),
        st.builds(kosong, st.just("Belum diukur."))
        | sembarang("0", "400").map(lambda n: Capaian(Aturan.NAIK, n, n)),
    ),
    max_size=12,
)


@sifat
@given(butir=butir_apa_pun, acak=st.randoms())
def test_rata_hanya_dari_yang_ada(butir, acak):
    hasil = rata_capaian(butir)
    ada = [c.dipakai for _, c in butir if c.dipakai is not None]
    assert len(hasil.dihitung) == len(ada)
    assert len(hasil.dihitung) + len(hasil.dilewati) == len(butir)
    assert (hasil.dipakai is None) == bool(hasil.alasan) == (not ada)
    if ada:
        assert min(ada) <= hasil.dipakai <= max(ada)
    acak.shuffle(butir)
    assert rata_capaian(butir).dipakai == hasil.dipakai


@sifat
@given(butir=butir_apa_pun)
def test_yang_dilewati_tidak_mengubah_rata(butir):
    tanpa = [(kunci, satu) for kunci, satu in butir if satu.dipakai is not None]
    assert rata_capaian(tanpa).dipakai == rata_capaian(butir).dipakai
    assert hitung_tercapai(butir).dinilai == len(tanpa)
