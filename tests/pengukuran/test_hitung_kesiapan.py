"""What is found in a realisasi before it is submitted; every rule at its edge."""

from dataclasses import replace
from decimal import Decimal

import pytest

from pengukuran.hitung.capaian import Aturan, hitung_capaian
from pengukuran.hitung.kesiapan import (
    BAWAAN,
    SEBUTAN_KODE,
    SELALU_CEGAH,
    AturanPeriksa,
    BarisPeriksa,
    KodeKesiapan,
    Tindakan,
    penghalang,
    periksa_baris,
)
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.hitung.periode import Cara

K = KodeKesiapan
BELUM_DIUKUR = Nilai(JenisNilai.BELUM_DIUKUR, alasan="survei BPS terbit Mei")
TAK_ADA = Nilai(JenisNilai.TANPA_ANGKA)
PENJELASAN = {"penghambat": "data terlambat", "upaya": "menyurati"}


def baris(
    nilai: str | Nilai | None,
    target: str | None = "10",
    aturan: Aturan = Aturan.NAIK,
    lalu: str | None = None,
    **lain: object,
) -> BarisPeriksa:
    """A row that lacks nothing but what `lain` takes away."""
    isi = Nilai.dari_angka(Decimal(nilai)) if isinstance(nilai, str) else nilai
    sasaran = None if target is None else Nilai.dari_angka(Decimal(target))
    dasar: dict[str, object] = {"cara": Cara.TERAKHIR, "bukti": 1, **PENJELASAN}
    return BarisPeriksa(
        nilai=isi,
        capaian=hitung_capaian(sasaran, None if isi == TAK_ADA else isi, aturan),
        naik=aturan is Aturan.NAIK,
        sebelumnya=None if lalu is None else Nilai.dari_angka(Decimal(lalu)),
        **(dasar | lain),
    )


def kena(satu: BarisPeriksa) -> list[tuple[str, str]]:
    return [(t.kode.value, t.kolom) for t in periksa_baris(satu)]


TABEL = {
    "lengkap": (baris("10"), []),
    "kosong": (baris(None), [("belum_diisi", "nilai")]),
    "draf tanpa angka": (baris(TAK_ADA), [("belum_diisi", "nilai")]),
    "nol tanpa alasan": (baris("0"), [("nol_tanpa_alasan", "alasan")]),
    "nol beralasan spasi": (baris("0", alasan=" \n"), [("nol_tanpa_alasan", "alasan")]),
    "nol beralasan": (baris("0", alasan="tidak ada kejadian"), []),
    "belum diukur": (baris(BELUM_DIUKUR, alasan="survei", bukti=0), []),
    "belum diukur tanpa alasan": (
        baris(BELUM_DIUKUR, alasan=""),
        [("belum_diukur_tanpa_alasan", "belum_diukur")],
    ),
    "tanpa bukti": (baris("10", bukti=0), [("bukti_tidak_ada", "bukti")]),
    "predikat tanpa bukti": (
        baris(Nilai(JenisNilai.PREDIKAT, predikat="WTP"), target=None, bukti=0),
        [("bukti_tidak_ada", "bukti")],
    ),
    # unexplained miss
    "pas target": (baris("10", penghambat="", upaya=""), []),
    "sedikit di bawah": (
        baris("9.999999", penghambat="", upaya=""),
        [("tidak_tercapai", "penghambat"), ("tidak_tercapai", "upaya")],
    ),
    "di bawah tanpa upaya": (baris("9", upaya=" "), [("tidak_tercapai", "upaya")]),
    "di bawah tanpa penghambat": (baris("9", penghambat=""), [("tidak_tercapai", "penghambat")]),
    "di bawah dijelaskan": (baris("9"), []),
    "turun, di atas target": (
        baris("11", aturan=Aturan.TURUN_RENCANA, upaya=""),
        [("tidak_tercapai", "upaya")],
    ),
    "turun, di bawah target": (baris("9", aturan=Aturan.TURUN_RENCANA, upaya=""), []),
    "belum diukur bukan tidak tercapai": (
        baris(BELUM_DIUKUR, alasan="survei", penghambat="", upaya=""),
        [],
    ),
    "tanpa target": (baris("3", target=None, penghambat="", upaya=""), []),
    "target nol, naik": (baris("3", target="0", penghambat="", upaya=""), []),
    "target nol, turun": (
        baris("3", target="0", aturan=Aturan.TURUN_RENCANA, upaya=""),
        [("tidak_tercapai", "upaya")],
    ),
    # over 150 %
    "tepat 150 %": (baris("15"), []),
    "di atas 150 %": (baris("15.000001"), [("melebihi_target", "nilai")]),
    "363,63 %": (baris("363.63", target="100"), [("melebihi_target", "nilai")]),
    "turun, tepat 150 %": (baris("5", aturan=Aturan.TURUN_RENCANA), []),
    "turun, di atas 150 %": (
        baris("4.9", aturan=Aturan.TURUN_RENCANA),
        [("melebihi_target", "nilai")],
    ),
    "rasio, di atas 150 %": (
        baris("6", aturan=Aturan.TURUN_RASIO),
        [("melebihi_target", "nilai")],
    ),
    # jumps
    "tepat lima kali": (baris("10", lalu="2"), []),
    "lebih dari lima kali": (baris("10", lalu="1.99"), [("lonjakan", "nilai")]),
    "tepat seperlima": (baris("10", lalu="50"), []),
    "kurang dari seperlima": (baris("10", lalu="50.01"), [("lonjakan", "nilai")]),
    "tanpa periode lalu": (baris("10"), []),
    "periode lalu nol": (baris("10", lalu="0"), []),
    "kini nol": (baris("0", lalu="10", alasan="bencana"), []),
    "minus ke minus": (baris("-10", target=None, lalu="-1"), [("lonjakan", "nilai")]),
    "kumulatif melonjak": (
        baris("10", lalu="1", cara=Cara.KUMULATIF),
        [("lonjakan", "nilai")],
    ),
    # lower than the cumulative before
    "kumulatif turun": (
        baris("10", lalu="10.01", cara=Cara.KUMULATIF),
        [("turun_kumulatif", "nilai")],
    ),
    "kumulatif tetap": (baris("10", lalu="10", cara=Cara.KUMULATIF), []),
    "kumulatif anjlok": (
        baris("10", lalu="100", cara=Cara.KUMULATIF),
        [("turun_kumulatif", "nilai")],
    ),
    "kumulatif menjadi nol": (
        baris("0", lalu="10", cara=Cara.KUMULATIF, alasan="dibatalkan"),
        [("turun_kumulatif", "nilai")],
    ),
    "kumulatif, arah turun": (
        baris("10", lalu="12", cara=Cara.KUMULATIF, aturan=Aturan.TURUN_RENCANA),
        [],
    ),
    "dijumlahkan turun": (baris("10", lalu="12", cara=Cara.JUMLAH), []),
    # formulas
    "variabel kosong": (
        baris(TAK_ADA, variabel_kosong=("kini", "lalu")),
        [("variabel_kosong", "variabel.kini"), ("variabel_kosong", "variabel.lalu")],
    ),
    "variabel tidak dipakai": (baris("10", variabel_kosong=("lalu",)), []),
    "belum diukur tanpa variabel": (
        baris(BELUM_DIUKUR, alasan="survei", variabel_kosong=("kini",)),
        [],
    ),
}


@pytest.mark.parametrize("nama", TABEL)
def test_temuan(nama):
    satu, diharap = TABEL[nama]
    assert kena(satu) == diharap


def test_setiap_aturan_dicoba_dan_bernama():
    dicoba = {kode for satu, _ in TABEL.values() for kode, _ in kena(satu)}
    assert dicoba == {kode.value for kode in K}
    assert set(BAWAAN) == set(SEBUTAN_KODE) == set(K)


def test_pesan_berkata_apa_dan_bagaimana():
    pesan = {t.kode: t.pesan for satu, _ in TABEL.values() for t in periksa_baris(satu)}
    assert all(p.count(". ") + p.count("; ") >= 1 and p.endswith(".") for p in pesan.values())
    assert not any("valid" in p for p in pesan.values())
    temuan = periksa_baris(baris("363.63", target="100"))[0]
    assert temuan.pesan.startswith("Capaiannya 363,63%, lebih dari 150%.")
    lonjakan = periksa_baris(baris("1000", target=None, lalu="12.5"))[0]
    assert "melonjak dari 12,5 pada periode lalu menjadi 1.000, lebih dari 5 kali" in lonjakan.pesan
    assert "anjlok" in periksa_baris(baris("1", target=None, lalu="12.5"))[0].pesan


@pytest.mark.parametrize(
    ("kode", "aturan", "satu", "berapa"),
    [
        (K.MELEBIHI_TARGET, AturanPeriksa(Tindakan.CEGAH, Decimal(200)), baris("20"), 0),
        (K.MELEBIHI_TARGET, AturanPeriksa(Tindakan.CEGAH, Decimal(200)), baris("20.1"), 1),
        (K.LONJAKAN, AturanPeriksa(Tindakan.CATATAN, Decimal("1.5")), baris("10", lalu="6"), 1),
        (K.LONJAKAN, AturanPeriksa(Tindakan.CATATAN), baris("10", lalu="2"), 0),
        (K.BUKTI_TIDAK_ADA, AturanPeriksa(Tindakan.ABAIKAN), baris("10", bukti=0), 0),
        (K.BUKTI_TIDAK_ADA, AturanPeriksa(Tindakan.CEGAH), baris("10", bukti=0), 1),
    ],
)
def test_aturan_pemda_berlaku(kode, aturan, satu, berapa):
    temuan = periksa_baris(satu, {kode: aturan})
    assert [(t.kode, t.tindakan) for t in temuan] == [(kode, aturan.tindakan)] * berapa


@pytest.mark.parametrize("kode", sorted(SELALU_CEGAH))
def test_yang_tidak_ada_selalu_mencegah(kode):
    satu = next(b for b, isi in TABEL.values() if kode in {k for k, _ in isi})
    temuan = periksa_baris(satu, {kode: AturanPeriksa(Tindakan.ABAIKAN)})
    assert {t.tindakan for t in temuan} == {Tindakan.CEGAH}


def test_catatan_membuka_hanya_temuannya():
    satu = replace(baris("100", lalu="1", alasan=""), bukti=0)
    temuan = periksa_baris(satu)
    assert [t.kode for t in temuan] == [K.BUKTI_TIDAK_ADA, K.LONJAKAN, K.MELEBIHI_TARGET]
    assert len(penghalang(temuan, ())) == 3
    sisa = penghalang(temuan, {"bukti_tidak_ada", "lonjakan"})
    assert [t.kode for t in sisa] == [K.MELEBIHI_TARGET]
    assert penghalang(temuan, {t.kode for t in temuan}) == ()
    cegah = periksa_baris(baris("0"))
    assert penghalang(cegah, {"nol_tanpa_alasan"}) == cegah
