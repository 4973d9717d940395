"""The monthly table of a Perjanjian Kinerja."""

from datetime import date
from decimal import Decimal

import pytest

from pengukuran.models import Realisasi
from perencanaan.dokumen.bulanan import tabel_bulanan
from perencanaan.dokumen.pernyataan import lampiran_bulanan
from perencanaan.dokumen.tabel import Letak
from perencanaan.models import RencanaAksi
from perencanaan.queries.isi_perjanjian import IsiPerjanjian, isi_perjanjian, perjanjian_dicetak
from sakip.dokumen.blok import Tabel
from sakip.organisasi.models import Unit
from tests.perencanaan.baca_tabel import baris_tabel, catatan, kepala, teks
from tests.perencanaan.pabrik import buat_indikator, buat_versi
from tests.perencanaan.pabrik_rencana import jadwalkan, janjikan, rencanakan, rumuskan, tw

TAHUN = 2023
ORMAS, SAKIP, PROGRAM, PEMILIH, KONFLIK = (
    "Persentase peningkatan jumlah ormas yang aktif",
    "Nilai SAKIP SKPD",
    "Persentase Rata-Rata Ketercapaian Pelaksanaan Program Dukungan Sasaran SKPD",
    "Persentase partisipasi pemilih dalam pemilu",
    "Persentase penurunan konflik di Kota Pasuruan",
)
T, R = 0, 1


def tabel(isi: IsiPerjanjian) -> Tabel:
    return tabel_bulanan(isi, isi.rencana)


def bulan(tabel: Tabel, nama: str, sisi: int) -> list[str]:
    """The twelve months and the year of one indikator."""
    baris = next(satu for satu in baris_tabel(tabel) if len(satu) > 2 and satu[2] == nama)
    return baris[4:-1][sisi::2]


@pytest.fixture(params=[1, 2])
def isi(request, pasuruan) -> IsiPerjanjian:
    """Both agreements: their plans say the same."""
    return isi_perjanjian(perjanjian_dicetak(pasuruan, TAHUN, request.param))


@pytest.mark.parametrize(
    ("nama", "target"),
    [
        (ORMAS, ["-", "0,5", "-", "-", "-", "1", "-", "2", "-", "-", "3", "-", "3"]),
        (SAKIP, [*["-"] * 7, "73,14", *["-"] * 4, "73,14"]),
        (
            PROGRAM,
            [
                "3,51", "12,51", "25,47", "31,05", "45,63", "59,49", "64,53", "71,19", "74,43",
                "78,39", "86,85", "90", "90",
            ],
        ),
        (KONFLIK, ["-", "-", "5", "-", "-", "10", "-", "-", "15", "-", "-", "20", "20"]),
        (PEMILIH, ["-"] * 13),
    ],
)  # fmt: skip
def test_target_bulanan(nama, target, isi):
    assert bulan(tabel(isi), nama, T) == target
    assert bulan(tabel(isi), nama, R) == [""] * 13


def test_kepala_dan_baris_bawah(isi):
    hasil = tabel(isi)
    assert kepala(hasil) == [
        "No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", *["T", "R"] * 13, "%",
    ]  # fmt: skip
    grup = [teks_grup for teks_grup, bentang in hasil.kepala_grup() if bentang]
    assert (grup[0], grup[7], grup[11:]) == ("Jan", "Agu", ["Des", "JML"])
    assert (hasil.mendatar, hasil.rapat, hasil.nomor_kolom) == (True, True, False)
    assert [baris[0] for baris in baris_tabel(hasil)[-2:]] == [
        "Capaian output", "% capaian kinerja tiap bulan",
    ]  # fmt: skip
    assert [len(hasil.baris), *map(len, baris_tabel(hasil)[-2:])] == [7 + 2, 15, 15]


def test_nama_seperti_pada_perjanjiannya(isi):
    temuan = {
        1: "Persentase temuan yang ditindaklanjuti",
        2: "Persentase temuan anggaran yang ditindaklanjuti",
    }
    assert baris_tabel(tabel(isi))[2][2] == temuan[isi.perjanjian.ke]


def test_catatan(isi):
    assert catatan(tabel(isi)) == [
        "T = target, R = realisasi.",
        f"JML kumulatif: {PROGRAM}; {ORMAS}; {PEMILIH}; {KONFLIK}.",
        f"JML yang terakhir: {SAKIP}; {baris_tabel(tabel(isi))[2][2]}; Indeks stabilitas.",
        "Tanda - berarti tidak dijadwalkan karena tidak ada target pada bulan ini menurut Rencana "
        "Aksi.",
        f"{PEMILIH} tanpa angka karena tidak ada pemilu pada tahun 2023.",
    ]


def test_sumber_menyebut_sejak_kapan(pasuruan):
    isi = isi_perjanjian(perjanjian_dicetak(pasuruan, TAHUN, 2))
    assert teks(tabel(isi).sumber) == "Rencana Aksi Tahun 2023, berlaku sejak 02 Oktober 2023"
    RencanaAksi.objects.filter(unit=pasuruan).update(status="draf", berlaku_dari=None)
    isi = isi_perjanjian(perjanjian_dicetak(pasuruan, TAHUN, 2))
    assert teks(tabel(isi).sumber) == "Rencana Aksi Tahun 2023, belum ditetapkan"


def test_jumlah_kumulatif_adalah_angka_bulannya(isi):
    baris = next(b for b in tabel(isi).baris if teks(b.sel[2].isi) == ORMAS)
    november, jumlah = baris.sel[4 + 2 * 10].isi[0], baris.sel[4 + 2 * 12].isi[0]
    assert november is jumlah
    assert (jumlah.nilai, jumlah.alasan) == (Decimal(3), "")


def terencana(
    unit: Unit, cara: str, target: dict[int, str], frekuensi: str = "triwulanan", **beda: object
) -> IsiPerjanjian:
    """An agreement of one indikator with its plan."""
    versi = rumuskan(buat_indikator(buat_versi(unit, 9, 2026)), frekuensi=frekuensi, **beda)
    perjanjian = janjikan(unit, date(2026, 1, 2), {versi: "12"})
    rencana = rencanakan(unit, date(2026, 1, 2), perjanjian=perjanjian)
    jadwalkan(rencana, versi, cara, target, frekuensi)
    return isi_perjanjian(perjanjian)


@pytest.mark.parametrize(
    ("cara", "target", "jumlah"),
    [
        ("jumlah", tw("2", "3", "3", "4"), "12"),
        ("jumlah", tw("2", "-", "-", "4"), "6"),
        ("rata_rata", tw("80", "90", "90", "95"), "88,75"),
        ("rata_rata", tw("1", "1", "-", "2"), "1,33"),
        ("kumulatif", tw("2", "4", "-", "12"), "12"),
        ("terakhir", tw("-", "5", "-", "-"), "5"),
        ("kumulatif", tw("-", "-", "-", "-"), "-"),
    ],
)
def test_jumlah_menurut_cara(cara, target, jumlah, pasuruan):
    baris = baris_tabel(tabel(terencana(pasuruan, cara, target)))[0]
    assert baris[-3:] == [jumlah, "", ""]


def test_jumlah_punya_asal(pasuruan):
    isi = terencana(pasuruan, "jumlah", tw("2", "3", "3", "4"))
    target = tabel(isi).baris[0].sel[-3].isi[0]
    assert target.asal.uraian == "dijumlahkan menurut Rencana Aksi 2026 versi 1"
    assert [dari.tampil for dari in target.asal.dari] == ["2", "3", "3", "4"]


def test_yang_dicapai_tidak_masuk_ke_naskah_yang_ditandatangani(pasuruan):
    """Approved realisasi of the year is there, and the paper is still as it was signed."""
    assert Realisasi.objects.sah().filter(unit=pasuruan, tahun=TAHUN).exists()
    isi = isi_perjanjian(perjanjian_dicetak(pasuruan, TAHUN, 2))
    *indikator, output, kinerja = baris_tabel(tabel(isi))
    assert {sel for satu in indikator for sel in (*satu[5::2], satu[-1])} == {""}
    assert {sel for satu in (output, kinerja) for sel in satu[1:]} == {""}


def test_bulan_tanpa_baris_kosong_dan_yang_tidak_dijadwalkan_bertanda(pasuruan):
    isi = terencana(pasuruan, "kumulatif", tw("-", "5", "", "12"))
    assert bulan(tabel(isi), "Indikator 1", T) == [
        "", "", "-", "", "", "5", "", "", "", "", "", "12", "12",
    ]  # fmt: skip


def test_desimal_indikator(pasuruan):
    isi = terencana(pasuruan, "terakhir", {12: "3.14159"}, "tahunan", desimal=3)
    assert bulan(tabel(isi), "Indikator 1", T)[-2:] == ["3,142", "3,142"]


def test_yang_dijanjikan_tetapi_belum_direncanakan(pasuruan):
    versi = buat_versi(pasuruan, 9, 2026)
    satu, dua = buat_indikator(versi), buat_indikator(versi)
    perjanjian = janjikan(pasuruan, date(2026, 1, 2), {satu: "1"})
    rencana = rencanakan(pasuruan, date(2026, 1, 2), perjanjian=perjanjian)
    jadwalkan(rencana, dua, "terakhir", {12: "1"}, "bulanan")
    isi = isi_perjanjian(perjanjian)
    assert [baris[1:4] for baris in baris_tabel(tabel(isi))[:2]] == [
        ["Tujuan 2", "Indikator 2", "Persen"], ["Sasaran", "Indikator 1", "Persen"],
    ]  # fmt: skip
    assert bulan(tabel(isi), "Indikator 1", T) == [*[""] * 12, "-"]
    assert catatan(tabel(isi))[-1] == (
        "Indikator 1 tanpa angka karena belum mempunyai target bulanan dalam Rencana Aksi."
    )


def test_rencana_yang_terakhir_ditetapkan(pasuruan):
    versi = buat_indikator(buat_versi(pasuruan, 9, 2026))
    perjanjian = janjikan(pasuruan, date(2026, 1, 2), {versi: "1"})
    for nilai, status in (("1", "ditetapkan"), ("2", "ditetapkan"), ("3", "draf")):
        rencana = rencanakan(pasuruan, date(2026, 1, 2), perjanjian=perjanjian, status=status)
        jadwalkan(rencana, versi, "terakhir", {12: nilai}, "bulanan")
    assert bulan(tabel(isi_perjanjian(perjanjian)), "Indikator 1", T)[-1] == "2"
    RencanaAksi.objects.filter(perjanjian=perjanjian).update(status="draf")
    assert bulan(tabel(isi_perjanjian(perjanjian)), "Indikator 1", T)[-1] == "3"


def test_tanpa_rencana_tanpa_lampiran(pasuruan):
    versi = buat_indikator(buat_versi(pasuruan, 9, 2026))
    isi = isi_perjanjian(janjikan(pasuruan, date(2026, 1, 2), {versi: "1"}))
    assert isi.rencana is None
    assert lampiran_bulanan(isi) == ()


def test_letak_menurut_pemanggil(isi):
    hasil = tabel_bulanan(isi, isi.rencana, letak=Letak("a", "2", "Judul"))
    assert (hasil.kunci, hasil.nomor, hasil.judul) == ("a", "2", "Judul")
