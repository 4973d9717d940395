from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pengukuran.hitung.capaian import Aturan, Capaian
from pengukuran.hitung.program import (
    RUMUS_PROGRAM,
    BagianProgram,
    CaraProgram,
    capaian_program,
)
from pengukuran.hitung.rata import Dilewati, RataCapaian
from pengukuran.hitung.serapan import hitung_serapan
from sakip.lib.angka import tulis_angka
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

DIISI, RATA = CaraProgram.DIISI, CaraProgram.RATA_KEGIATAN
TERBOBOT, SERAPAN = CaraProgram.TERBOBOT_PAGU, CaraProgram.DARI_SERAPAN
PENGGANTI = ("Capaian ini serapan anggaran, bukan kinerja yang diukur.",)


def kegiatan(kunci: str, capaian: str | None, pagu: str | None = None) -> BagianProgram[str]:
    nilai = None if capaian is None else Decimal(capaian)
    hasil = Capaian(Aturan.NAIK, nilai, nilai, "" if capaian else "Realisasi belum diisi.")
    return BagianProgram(kunci, hasil, None if pagu is None else Decimal(pagu))


# Three kegiatan with a figure, one without; of one the pagu is unknown, of one it is 0.
PROGRAM = [
    kegiatan("a", "100", "300"),
    kegiatan("b", "50", "100"),
    kegiatan("c", None, "500"),
    kegiatan("d", "90"),
    kegiatan("e", "30", "0"),
]


def test_rata_kegiatan():
    """(100 + 50 + 90 + 30) / 4 = 67,5."""
    hasil = capaian_program(RATA, PROGRAM)
    assert hasil == RataCapaian(
        Decimal("67.5"), ("a", "b", "d", "e"), (Dilewati("c", "Realisasi belum diisi."),)
    )


def test_terbobot_pagu():
    """(100 × 300 + 50 × 100) / 400 = 87,5."""
    hasil = capaian_program(TERBOBOT, PROGRAM)
    dilewati = (
        Dilewati("c", "Realisasi belum diisi."),
        Dilewati("d", "Pagunya tidak diketahui."),
        Dilewati("e", "Pagunya 0, sehingga tidak berbobot."),
    )
    assert hasil == RataCapaian(Decimal("87.5"), ("a", "b"), dilewati)


@pytest.mark.parametrize(
    ("realisasi", "pagu", "tertulis"),
    [
        ("59956714", "102780800", "58,33"),
        ("0", "100", "0,00"),
        ("1801053194", "1814924500", "99,24"),
    ],
)
def test_dari_serapan_disebut_bukan_pengukuran(realisasi, pagu, tertulis):
    hasil = capaian_program(
        SERAPAN, PROGRAM, serapan=hitung_serapan(Decimal(pagu), Decimal(realisasi))
    )
    assert tulis_angka(hasil.dipakai, 2, buang_nol=False) == tertulis
    assert (hasil.peringatan, hasil.dihitung, hasil.dilewati) == (PENGGANTI, (), ())


@pytest.mark.parametrize("nilai", ["209", "104.33", "0"])
def test_diisi_dipakai_apa_adanya(nilai):
    hasil = capaian_program(DIISI, PROGRAM, diisi=Decimal(nilai), serapan=Decimal(50))
    assert hasil == RataCapaian(Decimal(nilai))


@pytest.mark.parametrize(
    ("cara", "bagian", "alasan"),
    [
        (DIISI, PROGRAM, "Capaian program belum diisi."),
        (SERAPAN, PROGRAM, "Serapan anggaran program tidak diketahui."),
        (RATA, [], "Tidak ada capaian yang dapat dirata-rata."),
        (RATA, PROGRAM[2:3], "Tidak ada capaian yang dapat dirata-rata."),
        (TERBOBOT, [], "Tidak ada capaian yang dapat dirata-rata."),
        (TERBOBOT, PROGRAM[2:], "Tidak ada capaian yang dapat dirata-rata."),
    ],
)
def test_tanpa_capaian_program_beralasan(cara, bagian, alasan):
    hasil = capaian_program(cara, bagian)
    assert (hasil.dipakai, hasil.alasan) == (None, alasan)
    assert len(hasil.dilewati) == (len(bagian) if cara in {RATA, TERBOBOT} else 0)


def test_setiap_cara_bernama():
    assert set(RUMUS_PROGRAM) == set(CaraProgram)


bagian_apa_pun = st.lists(
    st.tuples(st.none() | sembarang("0", "400"), st.none() | sembarang("0", "1E12", 2)), max_size=10
).map(
    lambda isi: [
        kegiatan(str(ke), None if c is None else str(c), None if p is None else str(p))
        for ke, (c, p) in enumerate(isi)
    ]
)


@sifat
@given(bagian=bagian_apa_pun, cara=st.sampled_from([RATA, TERBOBOT]))
def test_program_di_antara_kegiatan_yang_dihitung(bagian, cara):
    hasil = capaian_program(cara, bagian)
    dihitung = [b.capaian.dipakai for b in bagian if b.kunci in hasil.dihitung]
    assert {*hasil.dihitung} | {d.kunci for d in hasil.dilewati} == {b.kunci for b in bagian}
    assert all(d.alasan for d in hasil.dilewati)
    assert (hasil.dipakai is None) == (not dihitung)
    if dihitung:
        assert min(dihitung) <= hasil.dipakai <= max(dihitung)


@sifat
@given(bagian=bagian_apa_pun, pagu=sembarang("0.01", "1E12", 2))
def test_pagu_yang_sama_berarti_rata_biasa(bagian, pagu):
    sama = [BagianProgram(b.kunci, b.capaian, pagu) for b in bagian]
    assert capaian_program(TERBOBOT, sama).dipakai == capaian_program(RATA, sama).dipakai
