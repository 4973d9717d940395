from decimal import Decimal

import pytest

from pelaporan.hitung.kemajuan import hitung_kemajuan
from pengukuran.hitung.capaian import Aturan, Capaian
from perencanaan.hitung.nilai import JenisNilai, Nilai
from sakip.lib.angka import tulis_persen


def nilai(teks: str) -> Nilai:
    return Nilai.dari_angka(Decimal(teks))


@pytest.mark.parametrize(
    ("target_akhir", "realisasi", "aturan", "tertulis"),
    [
        ("80.25", "89.68", Aturan.NAIK, "111,75%"),
        ("73.14", "75.51", Aturan.NAIK, "103,24%"),
        ("100", "100", Aturan.NAIK, "100,00%"),
        ("90", "96.38", Aturan.NAIK, "107,09%"),
        ("3", "4.28", Aturan.NAIK, "142,67%"),
        ("20", "19.44", Aturan.NAIK, "97,20%"),
        ("10", "15", Aturan.TURUN_RENCANA, "50,00%"),
        ("10", "15", Aturan.TURUN_RASIO, "66,67%"),
        ("10", "30", Aturan.TURUN_RENCANA, "0,00%"),
    ],
)
def test_kemajuan_menurut_aturan_indikator(target_akhir, realisasi, aturan, tertulis):
    hasil = hitung_kemajuan(nilai(target_akhir), nilai(realisasi), aturan)
    assert tulis_persen(hasil.dipakai) == tertulis


def test_kemajuan_tidak_dibatasi():
    hasil = hitung_kemajuan(nilai("10"), nilai("100"), Aturan.NAIK)
    assert (hasil.asli, hasil.dipakai, hasil.peringatan) == (1000, 1000, ())


@pytest.mark.parametrize(
    ("target_akhir", "realisasi", "alasan"),
    [
        (None, nilai("5"), "Target belum ditetapkan."),
        (nilai("5"), None, "Realisasi belum diisi."),
        (nilai("0"), nilai("5"), "Target 0 pada indikator yang naik tidak dapat dihitung."),
        (
            Nilai(JenisNilai.TIDAK_DIJADWALKAN, alasan="Tidak ada pemilu pada tahun 2026."),
            nilai("5"),
            "Tidak ada pemilu pada tahun 2026.",
        ),
    ],
)
def test_tanpa_kemajuan_beralasan(target_akhir, realisasi, alasan):
    hasil = hitung_kemajuan(target_akhir, realisasi, Aturan.NAIK)
    assert hasil == Capaian(Aturan.NAIK, alasan=alasan)


def test_kemajuan_terhadap_rentang_dan_predikat():
    rentang = Nilai(JenisNilai.RENTANG, bawah=Decimal(70), atas=Decimal(80))
    assert hitung_kemajuan(rentang, nilai("88"), Aturan.NAIK).dipakai == 110
    wtp, wdp = (Nilai(JenisNilai.PREDIKAT, predikat=huruf) for huruf in ("WTP", "WDP"))
    skor = {"WTP": Decimal(4), "WDP": Decimal(3)}
    assert hitung_kemajuan(wtp, wdp, Aturan.NAIK, skor).dipakai == 75
