from decimal import Decimal
from uuid import UUID

import pytest

from pengukuran.hitung.capaian import Aturan, Capaian, Dasar, hitung_capaian
from pengukuran.queries import angka
from pengukuran.queries.anggaran import Serapan
from pengukuran.queries.capaian import BarisCapaian
from perencanaan.hitung.nilai import JenisNilai, Nilai
from perencanaan.models import IndikatorVersi, Renstra, RenstraVersi, VersiAnggaran
from sakip.dokumen.angka import Angka, Asal

VERSI = RenstraVersi(pk=5, renstra=Renstra(nama="Renstra 2021–2026"), nama="perubahan")
INDIKATOR = IndikatorVersi(
    indikator_id=7, renstra_versi=VERSI, nama="Ormas", satuan="Persen", desimal=2, aturan="naik"
)
ANGGARAN = VersiAnggaran(tahun=2023, ke=3, jenis="perubahan")
PEMILU = "Tidak ada pemilu."
ASAL_TARGET = Asal("Target 2023 menurut Renstra 2021–2026, perubahan")
ASAL_REALISASI = Asal("Realisasi 2023 yang telah disetujui")


def nilai(teks: str) -> Nilai:
    return Nilai.dari_angka(Decimal(teks))


def baris(target: Nilai | None, realisasi: Nilai | None, **beda: object) -> BarisCapaian:
    hasil = hitung_capaian(target, realisasi, Aturan.NAIK)
    dasar = {
        "indikator": INDIKATOR,
        "tahun": 2023,
        "target": target,
        "sumber_target": str(VERSI),
        "realisasi": realisasi,
        "hasil": hasil,
        "setahun": hasil,
        "kategori": None,
    }
    return BarisCapaian(**(dasar | beda))


TIDAK_DIJADWALKAN = Nilai(JenisNilai.TIDAK_DIJADWALKAN, alasan=PEMILU)
# the value, what is printed, and why there is no figure
KEADAAN = [
    (
        Nilai(JenisNilai.RENTANG, bawah=Decimal("69.1"), atas=Decimal("1069.50")),
        "69,1–1.069,5",
        "",
    ),
    (Nilai(JenisNilai.PREDIKAT, predikat="WTP"), "WTP", ""),
    (Nilai(JenisNilai.TANPA_ANGKA, keterangan="N/K"), "N/K", ""),
    (Nilai(JenisNilai.TANPA_ANGKA, alasan="Dirumuskan kata."), "-", "Dirumuskan kata."),
    (TIDAK_DIJADWALKAN, "-", PEMILU),
    (Nilai(JenisNilai.BELUM_DIUKUR, alasan="Survei tertunda."), "N/A", "Survei tertunda."),
]


@pytest.mark.parametrize(
    ("angka_target", "tampil"),
    [("3", "3%"), ("4.280000", "4,28%"), ("0.001", "< 0,01%"), ("1234.5", "1.234,5%")],
)
def test_angka_target(angka_target, tampil):
    hasil = angka.angka_target(baris(nilai(angka_target), None))
    assert hasil == Angka(Decimal(angka_target), tampil, "target/7/2023", ASAL_TARGET)


@pytest.mark.parametrize(
    ("keadaan", "tampil", "alasan"), [*KEADAAN, (None, "-", "Target belum ditetapkan.")]
)
def test_target_berkeadaan_tidak_berangka(keadaan, tampil, alasan):
    hasil = angka.angka_target(baris(keadaan, None))
    assert hasil == Angka(None, tampil, "target/7/2023", ASAL_TARGET, alasan)


@pytest.mark.parametrize(
    ("sumber", "asal"),
    [("Renstra, ke-1", "Target 2026 menurut Renstra, ke-1"), ("", "Target 2026")],
)
def test_target_tahun_lain_menyebut_sumbernya(sumber, asal):
    hasil = angka.angka_target_renstra(INDIKATOR, 2026, nilai("3"), sumber)
    assert hasil == Angka(Decimal(3), "3%", "target-renstra/5/7/2026", Asal(asal))


def test_angka_realisasi():
    hasil = angka.angka_realisasi(baris(nilai("3"), nilai("4.28")))
    assert hasil == Angka(Decimal("4.28"), "4,28%", "realisasi/7/2023", ASAL_REALISASI)


@pytest.mark.parametrize(("keadaan", "tampil", "alasan"), KEADAAN)
def test_realisasi_berkeadaan_tidak_berangka(keadaan, tampil, alasan):
    hasil = angka.angka_realisasi(baris(nilai("3"), keadaan))
    assert hasil == Angka(None, tampil, "realisasi/7/2023", ASAL_REALISASI, alasan)


@pytest.mark.parametrize(
    ("realisasi", "tampil", "alasan"), [(None, "-", PEMILU), (nilai("85"), "85%", "")]
)
def test_realisasi_yang_tidak_jatuh_tempo(realisasi, tampil, alasan):
    """Nothing was due, so nothing is missing; late work is work and is printed."""
    hasil = angka.angka_realisasi(baris(TIDAK_DIJADWALKAN, realisasi))
    assert (hasil.tampil, hasil.alasan) == (tampil, alasan)


def test_realisasi_yang_jatuh_tempo_dan_belum_diisi_kosong():
    hasil = angka.angka_realisasi(baris(nilai("3"), None, belum_diisi="TW II belum diisi."))
    assert hasil == Angka(None, "", "realisasi/7/2023", ASAL_REALISASI, "TW II belum diisi.")


@pytest.mark.parametrize(
    ("target", "alasan"),
    [
        (None, "Target belum ditetapkan."),
        (nilai("3"), "Realisasi tahunan belum jatuh tempo sampai Juni."),
    ],
)
def test_realisasi_yang_belum_jatuh_tempo_setrip_dengan_alasannya(target, alasan):
    """Nothing is due, so nothing is missing."""
    milik = baris(target, None, hasil=Capaian(Aturan.NAIK, alasan=alasan))
    assert angka.angka_realisasi(milik) == Angka(
        None, "-", "realisasi/7/2023", ASAL_REALISASI, alasan
    )


def test_angka_triwulan_bukan_angka_setahun():
    """Two figures of one indikator and year: neither their names nor their sources are the same."""
    setahun = baris(nilai("3"), nilai("4.28"))
    triwulan = [baris(nilai("3"), nilai("4.28"), triwulan=satu) for satu in (1, 2, 3, 4)]
    for buat, jenis in (
        (angka.angka_target, "target"),
        (angka.angka_realisasi, "realisasi"),
        (angka.angka_capaian, "capaian"),
    ):
        assert buat(setahun).kunci == f"{jenis}/7/2023"
        assert [buat(satu).kunci for satu in triwulan] == [
            f"{jenis}/7/2023/tw{satu}" for satu in (1, 2, 3, 4)
        ]
    target, realisasi = angka.angka_capaian(triwulan[1]).asal.dari
    assert (target.asal.uraian, realisasi.asal.uraian) == (
        "Target s.d. TW II 2023 menurut Renstra 2021–2026, perubahan",
        "Realisasi s.d. TW II 2023 yang telah disetujui",
    )


def test_tahun_yang_tidak_dapat_dibandingkan_tampil_setrip_dengan_alasannya():
    """Neither "belum ditetapkan" nor "belum diisi": the figures are there, of another indikator."""
    alasan = "Indikator diganti dan tidak dapat dibandingkan: satuannya berbeda."
    milik = baris(
        None, None, sumber_target="", hasil=Capaian(Aturan.NAIK, alasan=alasan), beda=alasan
    )
    target, realisasi, capaian = (
        Angka(None, "-", "target/7/2023", Asal("Target 2023"), alasan),
        Angka(None, "-", "realisasi/7/2023", ASAL_REALISASI, alasan),
        angka.angka_capaian(milik),
    )
    assert (angka.angka_target(milik), angka.angka_realisasi(milik)) == (target, realisasi)
    assert (capaian.tampil, capaian.alasan) == ("-", alasan)
    assert capaian.asal.dari == (target, realisasi)


@pytest.mark.parametrize(
    ("target", "realisasi", "tampil"),
    [("3", "4.28", "142,67"), ("100", "100", "100,00"), ("10", "-5", "0,00")],
)
def test_angka_capaian(target, realisasi, tampil):
    milik = baris(nilai(target), nilai(realisasi))
    hasil = angka.angka_capaian(milik)
    dari = (angka.angka_target(milik), angka.angka_realisasi(milik))
    asal = Asal("realisasi / target × 100", dari)
    assert hasil == Angka(milik.hasil.dipakai, tampil, "capaian/7/2023", asal)


@pytest.mark.parametrize(
    ("target", "realisasi", "alasan"),
    [
        (TIDAK_DIJADWALKAN, None, PEMILU),
        (None, nilai("5"), "Target belum ditetapkan."),
        (nilai("5"), None, "Realisasi belum diisi."),
        (nilai("0"), nilai("5"), "Target 0 pada indikator yang naik tidak dapat dihitung."),
    ],
)
def test_tanpa_capaian_tampil_setrip_dengan_alasannya(target, realisasi, alasan):
    hasil = angka.angka_capaian(baris(target, realisasi))
    assert (hasil.nilai, hasil.tampil, hasil.kunci) == (None, "-", "capaian/7/2023")
    assert hasil.alasan == alasan


@pytest.mark.parametrize(
    ("aturan", "rumus"),
    [
        (Aturan.NAIK, "realisasi / target × 100"),
        (Aturan.TURUN_RENCANA, "(2 × target − realisasi) / target × 100"),
        (Aturan.TURUN_RASIO, "target / realisasi × 100"),
    ],
)
def test_angka_persen_menyebut_rumusnya(aturan, rumus):
    hasil = Capaian(aturan, Decimal(300), Decimal(120))
    assert angka.angka_persen(hasil, "kunci", ()) == Angka(
        Decimal(120), "120,00", "kunci", Asal(rumus)
    )


@pytest.mark.parametrize(
    ("dasar", "rumus"),
    [
        (Dasar.DALAM_RENTANG, "realisasi di dalam rentang target = 100"),
        (Dasar.BATAS_ATAS, "realisasi / batas atas rentang × 100"),
        (Dasar.SKOR, "skor realisasi / skor target × 100"),
    ],
)
def test_angka_persen_menyebut_yang_diperbandingkan(dasar, rumus):
    """Not the indikator's rule alone: a range or a grade was compared otherwise."""
    hasil = Capaian(Aturan.NAIK, Decimal(100), Decimal(100), dasar=dasar)
    assert angka.angka_persen(hasil, "kunci", ()).asal == Asal(rumus)


SIMPUL = str(UUID(int=1))
PAGU = Angka(
    Decimal(3), "3", f"pagu/2023/3/{SIMPUL}", Asal("Anggaran Perubahan 2023")
)  # fmt: skip
BELANJA = Angka(
    Decimal(2), "2", f"realisasi-anggaran/2023/{SIMPUL}", Asal("Realisasi anggaran 2023")
)


def test_angka_anggaran():
    serapan = Serapan(Decimal(3), Decimal(2))
    assert angka.angka_pagu(serapan, SIMPUL, ANGGARAN) == PAGU
    assert angka.angka_realisasi_anggaran(serapan, SIMPUL, 2023) == BELANJA
    assert angka.angka_serapan(serapan, SIMPUL, ANGGARAN) == Angka(
        Decimal(200) / 3, "66,67", f"serapan/2023/3/{SIMPUL}",
        Asal("realisasi / pagu × 100", (PAGU, BELANJA)),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pagu", "realisasi"), [(None, Decimal(2)), (Decimal(3), None), (Decimal(0), Decimal(0))]
)
def test_serapan_tidak_diketahui(pagu, realisasi):
    hasil = angka.angka_serapan(Serapan(pagu, realisasi), "jumlah", ANGGARAN)
    assert (hasil.nilai, hasil.tampil, hasil.kunci) == (None, "-", "serapan/2023/3/jumlah")
    assert hasil.alasan == "Pagu atau realisasi tidak diketahui."


@pytest.mark.parametrize(
    ("jumlah", "tampil", "alasan"),
    [
        (Decimal(583791760), "583.791.760", ""),
        (Decimal("0.5"), "0,50", ""),
        (Decimal(0), "0", ""),
        (None, "-", "Tidak diketahui."),
    ],
)
def test_angka_uang(jumlah, tampil, alasan):
    hasil = angka.angka_uang(jumlah, "kunci", "sumber")
    assert hasil == Angka(jumlah, tampil, "kunci", Asal("sumber"), alasan)
