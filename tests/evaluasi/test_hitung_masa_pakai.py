"""Which instrument is in force in which years."""

from evaluasi.hitung.masa_pakai import Berlaku, MasaPakai, masa_pakai


def nasional(kunci: str, tahun: int, ke: int = 1) -> Berlaku:
    return Berlaku(kunci, milik_pemda=False, tahun=tahun, ke=ke)


def milik(kunci: str, tahun: int, ke: int = 1) -> Berlaku:
    return Berlaku(kunci, milik_pemda=True, tahun=tahun, ke=ke)


def test_satu_berlaku_seterusnya():
    assert masa_pakai([nasional("n", 2022)]) == {"n": MasaPakai(2022, None)}


def test_milik_pemda_didahulukan_sejak_tahunnya():
    hasil = masa_pakai([nasional("n", 2022), milik("p", 2024)])
    assert hasil == {"n": MasaPakai(2022, 2023), "p": MasaPakai(2024, None)}


def test_nasional_yang_lebih_baru_tidak_mengalahkan_milik_pemda():
    assert masa_pakai([milik("p", 2023), nasional("n", 2025)]) == {"p": MasaPakai(2023, None)}


def test_versi_terakhir_dalam_tahun_yang_sama():
    assert masa_pakai([milik("a", 2023), milik("b", 2023, 2)]) == {"b": MasaPakai(2023, None)}


def test_tidak_ada_yang_berlaku():
    assert masa_pakai([]) == {}
