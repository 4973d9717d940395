"""How periods make a year, on the figures of real documents."""

from decimal import Decimal

import pytest

from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.hitung.periode import (
    Cara,
    Frekuensi,
    HasilPeriode,
    Periode,
    Sisi,
    gabungkan_periode,
)
from perencanaan.models.indikator import Cara as CaraModel

BULANAN, TRIWULANAN = Frekuensi.BULANAN, Frekuensi.TRIWULANAN
SEMESTERAN, TAHUNAN = Frekuensi.SEMESTERAN, Frekuensi.TAHUNAN
KUMULATIF, JUMLAH = Cara.KUMULATIF, Cara.JUMLAH
RATA_RATA, TERAKHIR = Cara.RATA_RATA, Cara.TERAKHIR

TIDAK_DIJADWALKAN = Nilai(JenisNilai.TIDAK_DIJADWALKAN, alasan="Tidak ada yang jatuh tempo.")
BELUM_DIUKUR = Nilai(JenisNilai.BELUM_DIUKUR, alasan="Survei belum terbit.")
TANPA_ANGKA = Nilai(JenisNilai.TANPA_ANGKA, keterangan="N/K")
RENTANG = Nilai(JenisNilai.RENTANG, bawah=Decimal("69.1"), atas=Decimal("69.5"))
KEADAAN = {"-": TIDAK_DIJADWALKAN, "N/A": BELUM_DIUKUR, "N/K": TANPA_ANGKA, "a-b": RENTANG}

TRIWULAN = (3, 6, 9, 12)


def angka(teks: str) -> Nilai:
    return Nilai.dari_angka(Decimal(teks))


def baris(isi: dict[int, str]) -> list[Periode]:
    """Rows by month: a figure, one of the states above, or nothing for belum diisi."""
    return [
        Periode(b, KEADAAN.get(teks) or (angka(teks) if teks else None)) for b, teks in isi.items()
    ]


def tw(*isi: str) -> list[Periode]:
    return baris(dict(zip(TRIWULAN, isi, strict=True)))


def hitung(cara: Cara, target: list[Periode], realisasi: list[Periode], **lain) -> HasilPeriode:
    return gabungkan_periode(cara, target, realisasi, **{"frekuensi": TRIWULANAN, **lain})


def dua(hasil: HasilPeriode) -> tuple[Decimal | None, Decimal | None]:
    return tuple(None if n is None else n.angka for n in (hasil.target, hasil.realisasi))


def test_cara_model_sama_dengan_cara_hitung():
    assert set(CaraModel.values) == {satu.value for satu in Cara}


# --- kumulatif: Kesbangpol Provinsi Lampung 2024, Rencana Aksi 20, 29, -, - ----------------

RENCANA = tw("20", "29", "-", "-")


@pytest.mark.parametrize(
    ("realisasi", "sampai", "target", "nyata", "asal", "keterangan"),
    [
        (("2", "", "", ""), 3, 20, 2, (3,), "Target TW I; realisasi TW I."),
        (("2", "29", "", ""), 6, 29, 29, (6,), "Target TW II; realisasi TW II."),
        # nothing more is due: the figure of TW II stays the figure of the year
        (("2", "29", "", ""), 12, 29, 29, (6,), "Target TW II; realisasi TW II."),
        # late work counts
        (("2", "12", "30", ""), 12, 29, 30, (6, 9), "Target TW II; realisasi TW III."),
        (("2", "", "", "40"), 12, 29, 40, (6, 12), "Target TW II; realisasi TW IV."),
    ],
)
def test_kumulatif_memakai_target_jatuh_tempo_terakhir(
    realisasi, sampai, target, nyata, asal, keterangan
):
    hasil = hitung(KUMULATIF, RENCANA, tw(*realisasi), sampai=sampai)
    assert (*dua(hasil), hasil.asal, hasil.alasan) == (target, nyata, asal, "")
    assert hasil.keterangan == keterangan


@pytest.mark.parametrize("sampai", [6, 9, 12])
def test_kumulatif_yang_belum_diisi_tidak_memakai_angka_sebelumnya(sampai):
    hasil = hitung(KUMULATIF, RENCANA, tw("20", "", "", ""), sampai=sampai)
    assert dua(hasil) == (29, None)
    assert hasil.alasan == "TW II belum diisi."
    assert (hasil.keterangan, hasil.asal) == ("", (6,))


def test_kumulatif_belum_diukur_tetap_keadaan():
    hasil = hitung(KUMULATIF, RENCANA, tw("20", "N/A", "", ""))
    alasan = "TW II belum diukur: Survei belum terbit."
    assert hasil.realisasi == Nilai(JenisNilai.BELUM_DIUKUR, alasan=alasan)
    assert hasil.alasan == alasan


def test_kumulatif_rentang_dan_label_tidak_diubah():
    rentang = hitung(KUMULATIF, tw("-", "a-b", "-", "-"), tw("", "69.3", "", ""))
    assert (rentang.target, rentang.realisasi, rentang.alasan) == (RENTANG, angka("69.3"), "")
    label = hitung(KUMULATIF, tw("20", "N/K", "-", "-"), tw("20", "29", "", ""))
    assert (label.target, label.alasan) == (TANPA_ANGKA, "Target tidak berupa angka.")


# --- kumulatif by month: Bakesbangpol Kota Pasuruan 2023 -----------------------------------

ORMAS = baris({2: "0.5", 6: "1", 8: "2", 11: "3"})


@pytest.mark.parametrize(
    ("sampai", "target"),
    [
        (2, "0.5"), (3, "0.5"), (5, "0.5"), (6, "1"), (7, "1"),
        (8, "2"), (10, "2"), (11, "3"), (12, "3"),
    ],
)  # fmt: skip
def test_target_bulanan_yang_terakhir_jatuh_tempo(sampai, target):
    hasil = hitung(KUMULATIF, ORMAS, [], frekuensi=BULANAN, sampai=sampai)
    assert dua(hasil) == (Decimal(target), None)


def test_sebelum_target_pertama_tidak_ada_yang_dijadwalkan():
    hasil = hitung(KUMULATIF, ORMAS, [], frekuensi=BULANAN, sampai=1)
    alasan = "Belum ada target yang jatuh tempo sampai Januari."
    assert hasil.target == Nilai(JenisNilai.TIDAK_DIJADWALKAN, alasan=alasan)
    assert (hasil.realisasi, hasil.alasan, hasil.asal) == (None, alasan, ())


def test_target_bulanan_dengan_realisasi_tahunan():
    hasil = hitung(
        KUMULATIF, ORMAS, baris({12: "4.28"}), frekuensi=TAHUNAN, frekuensi_target=BULANAN
    )
    assert (*dua(hasil), hasil.asal) == (3, Decimal("4.28"), (11, 12))
    assert hasil.keterangan == "Target November; realisasi setahun penuh."


@pytest.mark.parametrize("cara", Cara)
@pytest.mark.parametrize("sampai", [3, 6, 9, 11])
def test_angka_setahun_tidak_dipecah(cara, sampai):
    """Neither side of a yearly figure shows before the year is over."""
    setahun = baris({12: "80"})
    for frekuensi_target, target in ((TAHUNAN, setahun), (BULANAN, ORMAS)):
        hasil = hitung(
            cara, target, setahun,
            frekuensi=TAHUNAN, frekuensi_target=frekuensi_target, sampai=sampai,
        )  # fmt: skip
        assert hasil.realisasi is None
        assert "belum" in hasil.alasan.lower()
    assert hitung(cara, setahun, setahun, frekuensi=TAHUNAN, sampai=sampai).alasan.startswith(
        "Belum ada target yang jatuh tempo sampai"
    )


def test_realisasi_tahunan_belum_jatuh_tempo():
    hasil = hitung(
        KUMULATIF, ORMAS, [], frekuensi=TAHUNAN, frekuensi_target=BULANAN, sampai=6
    )  # fmt: skip
    assert hasil.alasan == "Realisasi tahunan belum jatuh tempo sampai Juni."


# --- jumlah: Evaluasi Rencana Aksi, Kesbangpol Provinsi Lampung 2024 ------------------------

EVALUASI = tw("20", "10", "-", "8")


def test_jumlah_evaluasi_lampung():
    """20 + 10 + 8 = 38; 2 + 0 + 10 + 8 = 20, the 10 of TW III although nothing was due."""
    hasil = hitung(JUMLAH, EVALUASI, tw("2", "0", "10", "8"))
    assert (*dua(hasil), hasil.alasan) == (38, 20, "")
    assert (hasil.sisi_target.asal, hasil.sisi_realisasi.asal) == ((3, 6, 12), TRIWULAN)
    assert hasil.keterangan == (
        "Jumlah target TW I, TW II, dan TW IV; jumlah realisasi TW I, TW II, TW III, dan TW IV."
    )


@pytest.mark.parametrize(("sampai", "hasil"), [(3, (20, 2)), (6, (30, 2)), (9, (30, 12))])
def test_jumlah_sampai_triwulan(sampai, hasil):
    assert dua(hitung(JUMLAH, EVALUASI, tw("2", "0", "10", "8"), sampai=sampai)) == hasil


@pytest.mark.parametrize(
    ("realisasi", "alasan"),
    [
        (("2", "", "10", "8"), "TW II belum diisi."),
        (("", "", "10", ""), "TW I, TW II, dan TW IV belum diisi."),
        (("2", "N/A", "10", ""), "TW IV belum diisi. TW II belum diukur: Survei belum terbit."),
        (("", "", "", ""), "TW I, TW II, dan TW IV belum diisi."),
    ],
)
def test_jumlah_tanpa_satu_bagian_bukan_jumlah(realisasi, alasan):
    hasil = hitung(JUMLAH, EVALUASI, tw(*realisasi))
    assert (*dua(hasil), hasil.alasan, hasil.keterangan) == (38, None, alasan, "")
    assert hasil.realisasi is None


def test_jumlah_yang_hanya_kurang_pengukuran_tetap_keadaan():
    hasil = hitung(JUMLAH, EVALUASI, tw("2", "N/A", "N/A", "8"))
    alasan = "TW II belum diukur: Survei belum terbit."
    assert (hasil.realisasi, hasil.alasan) == (
        Nilai(JenisNilai.BELUM_DIUKUR, alasan=alasan), alasan,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("target", "realisasi", "alasan"),
    [
        (("20", "N/K", "-", "8"), ("2", "0", "10", "8"),
         "Target TW II tidak berupa angka, sehingga tidak dapat dijumlahkan."),
        (("20", "a-b", "a-b", "8"), ("2", "0", "10", "8"),
         "Target TW II dan TW III tidak berupa angka, sehingga tidak dapat dijumlahkan."),
        (("20", "10", "-", "8"), ("2", "a-b", "10", "8"),
         "Realisasi TW II tidak berupa angka, sehingga tidak dapat dijumlahkan."),
    ],
)  # fmt: skip
def test_jumlah_hanya_dari_angka(target, realisasi, alasan):
    hasil = hitung(JUMLAH, tw(*target), tw(*realisasi))
    assert (None in dua(hasil), hasil.alasan) == (True, alasan)


def test_jumlah_target_tahunan_menuntut_semua_triwulan():
    setahun = baris({12: "40"})
    lain = {"frekuensi_target": TAHUNAN}
    assert dua(hitung(JUMLAH, setahun, tw("5", "10", "10", "15"), **lain)) == (40, 40)
    kurang = hitung(JUMLAH, setahun, tw("5", "", "10", "15"), **lain)
    assert (kurang.realisasi, kurang.alasan) == (None, "TW II belum diisi.")


def test_jumlah_target_di_dalam_masa_yang_belum_selesai():
    """Targets of January and April; by the end of April the realisasi of TW II is not due."""
    target = baris({1: "5", 4: "7"})
    lain = {"frekuensi_target": BULANAN, "sampai": 4}
    hasil = hitung(JUMLAH, target, baris({3: "5"}), **lain)
    assert (*dua(hasil), hasil.alasan) == (
        12, None, "Realisasi TW II belum jatuh tempo sampai April.",
    )  # fmt: skip


# --- what no way changes -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cara", "nyata"), [(KUMULATIF, 12), (JUMLAH, 20), (RATA_RATA, 10), (TERAKHIR, 12)]
)
def test_realisasi_yang_tidak_dijadwalkan_tetap_kerja(cara, nyata):
    hasil = hitung(cara, tw("-", "-", "-", "8"), tw("8", "", "12", ""), sampai=9)
    assert (*dua(hasil), hasil.target) == (None, nyata, TIDAK_DIJADWALKAN)
    assert hasil.alasan == "Tidak ada yang jatuh tempo."


@pytest.mark.parametrize("cara", Cara)
def test_baris_terbalik_sama_hasilnya(cara):
    target, realisasi = tw("20", "10", "-", "8"), tw("2", "0", "10", "8")
    hasil = hitung(cara, target[::-1], realisasi[::-1])
    assert hasil == hitung(cara, target, realisasi)
    assert hasil.sisi_realisasi.asal == tuple(sorted(hasil.sisi_realisasi.asal))


@pytest.mark.parametrize("cara", Cara)
def test_tanpa_target_dan_tanpa_realisasi(cara):
    kosong = hitung(cara, [Periode(3, None)], [Periode(3, None)], sampai=6)
    assert kosong == HasilPeriode(
        Sisi(None, alasan="Target belum ditetapkan."),
        Sisi(None, alasan="Belum ada realisasi sampai TW II."),
    )
    keadaan = hitung(cara, tw("-", "-", "-", "-"), tw("N/A", "", "", ""))
    assert keadaan.sisi_realisasi.alasan == "TW I belum diukur: Survei belum terbit."
    assert (keadaan.realisasi.jenis, keadaan.alasan) == (
        JenisNilai.BELUM_DIUKUR, "Tidak ada yang jatuh tempo.",
    )  # fmt: skip


@pytest.mark.parametrize("cara", Cara)
@pytest.mark.parametrize(
    ("isi", "realisasi", "alasan"),
    [("", None, "Realisasi belum diisi."), ("N/A", BELUM_DIUKUR, "Survei belum terbit.")],
)
def test_indikator_tahunan_beralasan_pendek(cara, isi, realisasi, alasan):
    hasil = hitung(cara, baris({12: "80"}), baris({12: isi}), frekuensi=TAHUNAN)
    assert (hasil.target, hasil.realisasi, hasil.alasan) == (angka("80"), realisasi, alasan)


@pytest.mark.parametrize("cara", Cara)
def test_indikator_tahunan_sama_dengan_barisnya(cara):
    hasil = hitung(cara, baris({12: "80"}), baris({12: "78"}), frekuensi=TAHUNAN)
    assert (*dua(hasil), hasil.asal) == (80, 78, (12,))


def test_semesteran():
    target, realisasi = baris({6: "10", 12: "12"}), baris({6: "11"})
    hasil = hitung(JUMLAH, target, realisasi, frekuensi=SEMESTERAN)
    assert hasil.alasan == "Semester II belum diisi."
    assert dua(hitung(JUMLAH, target, realisasi, frekuensi=SEMESTERAN, sampai=6)) == (10, 11)


@pytest.mark.parametrize(
    ("target", "realisasi", "lain", "pesan"),
    [
        ([Periode(3, None), Periode(3, angka("1"))], [], {}, "Bulan 3 ada dua kali."),
        ([Periode(4, None)], [], {}, "Bulan 4 bukan akhir periode triwulanan."),
        ([], [Periode(0, None)], {}, "Bulan 0 bukan akhir periode triwulanan."),
        ([], [Periode(15, None)], {}, "Bulan 15 bukan akhir periode triwulanan."),
        ([], [Periode(6, None)], {"frekuensi": TAHUNAN}, "Bulan 6 bukan akhir periode tahunan."),
        ([Periode(3, BELUM_DIUKUR)], [], {}, "Keadaan belum_diukur tidak ada pada sisi ini."),
        ([], [Periode(3, TANPA_ANGKA)], {}, "Keadaan tanpa_angka tidak ada pada sisi ini."),
        ([], [], {"sampai": 0}, "Bulan harus 1 sampai 12, bukan 0."),
        ([], [], {"sampai": 13}, "Bulan harus 1 sampai 12, bukan 13."),
    ],
)  # fmt: skip
def test_baris_yang_ditolak_basis_data_ditolak(target, realisasi, lain, pesan):
    with pytest.raises(ValueError, match=f"^{pesan}$"):
        hitung(JUMLAH, target, realisasi, **lain)


# --- missing is not the same as not due -----------------------------------------------------


@pytest.mark.parametrize(
    ("cara", "target", "realisasi", "sampai", "belum_diisi"),
    [
        (KUMULATIF, ("20", "29", "-", "-"), ("20", "", "", ""), 6, "TW II belum diisi."),
        (JUMLAH, ("20", "10", "-", "8"), ("2", "N/A", "10", ""), 12,
         "TW IV belum diisi. TW II belum diukur: Survei belum terbit."),
        (RATA_RATA, ("20", "10", "-", "8"), ("", "", "", ""), 6, "TW I dan TW II belum diisi."),
        (TERAKHIR, ("20", "10", "-", "8"), ("", "", "", ""), 9, "TW II belum diisi."),
        (TERAKHIR, ("N/K", "-", "-", "-"), ("", "", "", ""), 9, "TW I belum diisi."),
        # measured later, filled, nothing due, no target at all
        (KUMULATIF, ("20", "29", "-", "-"), ("20", "N/A", "", ""), 6, ""),
        (KUMULATIF, ("20", "29", "-", "-"), ("20", "29", "", ""), 12, ""),
        (KUMULATIF, ("-", "-", "-", "38"), ("", "", "", ""), 9, ""),
        (JUMLAH, ("", "", "", ""), ("", "", "", ""), 12, ""),
        (RATA_RATA, ("80", "-", "-", "-"), ("a-b", "90", "", ""), 12, ""),
    ],
)  # fmt: skip
def test_yang_belum_diisi_hanya_yang_jatuh_tempo(cara, target, realisasi, sampai, belum_diisi):
    hasil = hitung(cara, tw(*target), tw(*realisasi), sampai=sampai)
    assert hasil.belum_diisi == belum_diisi


@pytest.mark.parametrize(("sampai", "belum_diisi"), [(9, ""), (12, "Realisasi belum diisi.")])
def test_realisasi_tahunan_belum_diisi_baru_di_akhir_tahun(sampai, belum_diisi):
    hasil = hitung(KUMULATIF, ORMAS, [], frekuensi=TAHUNAN, frekuensi_target=BULANAN, sampai=sampai)
    assert (hasil.realisasi, hasil.belum_diisi) == (None, belum_diisi)
