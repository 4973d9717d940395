"""Rata-rata and terakhir: what they take, and what they say about it."""

from decimal import Decimal

import pytest

from tests.perencanaan.test_hitung_periode import (
    BULANAN,
    RATA_RATA,
    TAHUNAN,
    TERAKHIR,
    baris,
    dua,
    hitung,
    tw,
)

# --- rata-rata -----------------------------------------------------------------------------


def test_rata_rata_dari_periode_yang_berangka_di_kedua_sisi():
    """(80 + 90) / 2 = 85 and (72 + 81) / 2 = 76,5: TW I and TW IV alone have both."""
    hasil = hitung(RATA_RATA, tw("80", "85", "-", "90"), tw("72", "", "99", "81"))
    assert dua(hasil) == (85, Decimal("76.5"))
    assert (hasil.keterangan, hasil.alasan, hasil.asal) == (
        "Rata-rata TW I dan TW IV.",
        "",
        (3, 12),
    )
    assert hasil.peringatan == (
        "TW II belum diisi. Tidak ikut dirata-rata.",
        "TW III tidak ikut dirata-rata: target atau realisasinya bukan angka.",
    )


def test_rata_rata_belum_diukur_disebut():
    hasil = hitung(RATA_RATA, tw("80", "85", "-", "90"), tw("72", "N/A", "", "81"), sampai=6)
    assert (*dua(hasil), hasil.asal) == (80, 72, (3,))
    assert hasil.peringatan == ("TW II belum diukur: Survei belum terbit. Tidak ikut dirata-rata.",)


@pytest.mark.parametrize(
    ("target", "realisasi", "sasaran", "alasan"),
    [
        (("80", "90", "-", "-"), ("", "", "", ""), 85, "TW I dan TW II belum diisi."),
        (("-", "90", "-", "-"), ("70", "N/A", "", ""), 90, "TW II belum diukur: Survei belum terbit."),
        (("N/K", "-", "-", "-"), ("70", "", "", ""), None, "Tidak ada angka yang dapat dirata-rata."),
        (("80", "-", "-", "-"), ("a-b", "", "", ""), 80,
         "Tidak ada periode yang target dan realisasinya sama-sama berupa angka."),
    ],
)  # fmt: skip
def test_rata_rata_tanpa_pasangan(target, realisasi, sasaran, alasan):
    hasil = hitung(RATA_RATA, tw(*target), tw(*realisasi))
    assert (*dua(hasil), hasil.alasan) == (sasaran, None, alasan)


def test_rata_rata_terhadap_target_tahunan():
    """(70 + 80 + 90) / 3 = 80, against the 75 that holds for each triwulan of the year."""
    hasil = hitung(RATA_RATA, baris({12: "75"}), tw("70", "80", "", "90"), frekuensi_target=TAHUNAN)
    assert (*dua(hasil), hasil.sisi_target.asal) == (75, 80, (12,))
    assert hasil.keterangan == "Rata-rata TW I, TW II, dan TW IV."


def test_rata_rata_dengan_target_bulanan_di_dalam_triwulan():
    """TW I is set against (60 + 70) / 2 = 65, TW II against 81: (65 + 81) / 2 = 73."""
    target = baris({1: "60", 2: "70", 6: "81"})
    hasil = hitung(RATA_RATA, target, tw("66", "80", "", ""), frekuensi_target=BULANAN)
    assert (*dua(hasil), hasil.sisi_target.asal) == (73, 73, (1, 2, 6))


# --- terakhir: Indeks Stabilitas and Nilai SAKIP, Bakesbangpol Kota Pasuruan 2023 -----------


@pytest.mark.parametrize(
    ("bulan", "target", "realisasi"), [(12, "76.05", "89.68"), (8, "73.14", "75.51")]
)
def test_terakhir_target_sebulan_dan_realisasi_setahun(bulan, target, realisasi):
    hasil = hitung(
        TERAKHIR, baris({bulan: target}), baris({12: realisasi}),
        frekuensi=TAHUNAN, frekuensi_target=BULANAN,
    )  # fmt: skip
    assert (*dua(hasil), hasil.alasan, hasil.peringatan) == (
        Decimal(target), Decimal(realisasi), "", (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("realisasi", "nyata", "keterangan", "peringatan"),
    [
        (("38", "37", "37", "36"), 36, "Target TW IV; realisasi TW IV.", ()),
        (("38", "37", "", ""), 37, "Target TW IV; realisasi TW II.",
         ("TW III dan TW IV belum diisi. Dipakai angka TW II.",)),
        (("38", "", "37", "N/A"), 37, "Target TW IV; realisasi TW III.",
         ("TW IV belum diukur: Survei belum terbit. Dipakai angka TW III.",)),
    ],
)  # fmt: skip
def test_terakhir_menyebut_periode_angkanya(realisasi, nyata, keterangan, peringatan):
    """People on a payroll: the last count there is, named with its period."""
    hasil = hitung(TERAKHIR, tw("36", "36", "36", "36"), tw(*realisasi))
    assert (*dua(hasil), hasil.alasan) == (36, nyata, "")
    assert (hasil.keterangan, hasil.peringatan) == (keterangan, peringatan)


def test_terakhir_target_jatuh_tempo_yang_terakhir():
    hasil = hitung(TERAKHIR, tw("30", "36", "-", "-"), tw("31", "35", "34", ""))
    assert (*dua(hasil), hasil.peringatan) == (36, 34, ())


@pytest.mark.parametrize(
    ("realisasi", "sampai", "alasan"),
    [
        ((), 12, "TW IV belum diisi."),
        ((), 6, "TW II belum diisi."),
        (("N/A", "", "", ""), 3, "TW I belum diukur: Survei belum terbit."),
    ],
)
def test_terakhir_tanpa_angka(realisasi, sampai, alasan):
    isi = tw(*realisasi) if realisasi else []
    hasil = hitung(TERAKHIR, tw("36", "36", "36", "36"), isi, sampai=sampai)
    assert (*dua(hasil), hasil.alasan) == (36, None, alasan)


def test_terakhir_tidak_memperingatkan_yang_belum_jatuh_tempo():
    target = baris({1: "5", 4: "7"})
    hasil = hitung(TERAKHIR, target, baris({3: "6"}), frekuensi_target=BULANAN, sampai=4)
    assert (*dua(hasil), hasil.peringatan) == (7, 6, ())


def test_terakhir_yang_sudah_lewat_disebut_dahulu():
    """By April TW I is missing; TW II is not even due."""
    target = baris({1: "5", 4: "7"})
    hasil = hitung(TERAKHIR, target, [], frekuensi_target=BULANAN, sampai=4)
    assert hasil.alasan == "TW I belum diisi."
    nanti = hitung(TERAKHIR, baris({4: "7"}), [], frekuensi_target=BULANAN, sampai=4)
    assert nanti.alasan == "Realisasi TW II belum jatuh tempo sampai April."
