from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelaporan.hitung.efisiensi import AturanEfisiensi, Efisiensi, Tafsir, hitung_efisiensi
from pelaporan.hitung.efisiensi_pmk import Keluaran, efisiensi_pmk
from tests.lib.sifat import angka as sembarang
from tests.lib.sifat import sifat

PMK = AturanEfisiensi.PMK


def keluaran(nama: str, *isi: str | None) -> Keluaran:
    """Pagu and realisasi of money, then target and realisasi of volume."""
    return Keluaran(nama, *(None if teks is None else Decimal(teks) for teks in isi))


def test_rata_atas_beberapa_keluaran():
    """1 - (90/10)/(100/10) = 0,1 and 1 - (96/12)/(100/10) = 0,2: E = 15, NE = 50 + 15/20 × 50."""
    hasil = efisiensi_pmk(
        [keluaran("a", "100", "90", "10", "10"), keluaran("b", "100", "96", "10", "12")]
    )
    assert hasil == Efisiensi(
        Decimal(15), Tafsir.EFISIEN, aturan=PMK, turunan=Decimal("87.5")
    )  # fmt: skip


@pytest.mark.parametrize(
    ("isi", "nilai", "tafsir"),
    [
        # one output stayed under its target, so the mean is not called efficient
        ([("100", "50", "10", "9"), ("100", "90", "10", "10")], "27.22", Tafsir.KURANG_TERCAPAI),
        ([("100", "110", "10", "10"), ("100", "100", "10", "10")], "-5.00", Tafsir.TIDAK_EFISIEN),
        ([("100", "100", "10", "10")], "0.00", Tafsir.SEPADAN),
        ([("100", "90", "10", "9")], "0.00", Tafsir.KURANG_TERCAPAI),
        ([("100", "110", "10", "10"), ("100", "90", "10", "10")], "0.00", Tafsir.SEPADAN),
    ],
)
def test_tafsir_beberapa_keluaran(isi, nilai, tafsir):
    hasil = efisiensi_pmk([keluaran(str(ke), *satu) for ke, satu in enumerate(isi)])
    assert (f"{hasil.nilai:.2f}", hasil.tafsir) == (nilai, tafsir)


def test_keluaran_yang_tidak_lengkap_disebut():
    hasil = efisiensi_pmk(
        [
            keluaran("a", "100", "90", "10", "10"),
            keluaran("b", "100", "0", "10", "10"),
            keluaran("c", None, "90", "0", "10"),
            keluaran("d", "100", "90", "10", None),
        ]
    )
    assert hasil.nilai == 10
    assert hasil.peringatan == (
        "b tidak ikut dihitung: realisasi anggaran tidak ada atau 0.",
        "c tidak ikut dihitung: pagu dan target tidak ada atau 0.",
        "d tidak ikut dihitung: realisasi tidak ada atau 0.",
    )


@pytest.mark.parametrize("isi", [[], [("100", "0", "10", "0")]])
def test_tanpa_keluaran_tanpa_angka(isi):
    hasil = efisiensi_pmk([keluaran("a", *satu) for satu in isi])
    assert (hasil.nilai, hasil.turunan, hasil.tafsir) == (None, None, Tafsir.TIDAK_ADA)
    assert hasil.alasan == "Tidak ada keluaran yang dapat dihitung."
    assert len(hasil.peringatan) == len(isi)


uang, volume = sembarang("0.01", "1E12", 2), sembarang("0.01", "1E6")
sebuah = st.builds(Keluaran, st.just("a"), uang, uang, volume, volume)


@sifat
@given(satu=sebuah)
def test_satu_keluaran_sama_dengan_aturan_dua_persentase(satu):
    """E of one output is 1 - serapan / capaian."""
    hasil = efisiensi_pmk([satu])
    capaian = satu.realisasi * 100 / satu.target
    serapan = satu.realisasi_anggaran * 100 / satu.pagu
    acuan = hitung_efisiensi(PMK, capaian, serapan)
    assert abs(hasil.nilai - acuan.nilai) <= abs(acuan.nilai) * Decimal("1E-9") + Decimal("1E-9")


@sifat
@given(semua=st.lists(sebuah, min_size=1, max_size=6), acak=st.randoms())
def test_rata_keluaran_di_antara_yang_terkecil_dan_terbesar(semua, acak):
    hasil = efisiensi_pmk(semua)
    sendiri = [efisiensi_pmk([satu]).nilai for satu in semua]
    assert min(sendiri) <= hasil.nilai <= max(sendiri)
    acak.shuffle(semua)
    assert efisiensi_pmk(semua) == hasil
