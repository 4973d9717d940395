"""A whole year of evaluation, and the next one that looks back on it, in a real browser.

Each person at a browser of their own: the unit (sekretariat and a bidang), the evaluator and the
inspektur of the inspektorat. The instrument is the nation's with seven of
its criteria; komponen and grades weigh what they weigh there. Only the clock is moved.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from evaluasi.models import (
    BuktiJawaban,
    BuktiTindakLanjut,
    Jawaban,
    Lhe,
    NilaiSub,
    Perpanjangan,
    Putusan,
    Rekomendasi,
    RencanaTindakLanjut,
    SubKomponen,
)
from sakip.lib import waktu
from sakip.organisasi.peran import Peran
from tests.pemeran import buat_orang
from tests.peramban.alat_evaluasi import (
    TindakLanjut,
    alamat,
    baris,
    kerjakan,
    pilih_berkas,
    rekomendasikan,
    susun,
    tekan,
    terbitkan,
    tulis_kepala,
)
from tests.peramban.bahan_setahun import (
    BIDANG,
    EVALUATOR,
    MANDIRI,
    MUNDUR,
    TERIMA,
    TOLAK,
    ULANG,
    atur_jendela,
    berlakukan_instrumen,
    dihitung,
    tulis,
)

pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def tahun_evaluasi(pasuruan) -> None:
    berlakukan_instrumen(pasuruan.pemda)
    for tahun in (2023, 2024):
        atur_jendela(pasuruan.pemda, tahun)


@pytest.fixture
def jam(monkeypatch) -> Callable[..., None]:
    """Stop the clock of the server at a day."""

    def henti(*hari: int) -> None:
        saat = datetime(*hari, 2, tzinfo=UTC)
        monkeypatch.setattr(waktu, "sekarang", lambda: saat)

    return henti


@dataclass(frozen=True)
class Pelakon:
    """Everybody at their own browser."""

    sekretariat: Any
    bidang: Any
    evaluator: Any
    inspektur: Any


@pytest.fixture
def pelakon(perambah, pasuruan) -> Pelakon:
    inspektur = buat_orang("inspektur", Peran.INSPEKTORAT, pasuruan)
    return Pelakon(
        sekretariat=perambah.buka("sekretariat"),
        bidang=perambah.buka("bidang"),
        evaluator=perambah.buka("inspektorat"),
        inspektur=perambah.buka(inspektur.nama_pengguna),
    )


def buka_lembar(orang: Pelakon, tahun: int) -> None:
    """With the instrument of that year, which the page proposes."""
    halaman = orang.evaluator
    halaman.goto(alamat("lembar", tahun=tahun))
    assert halaman.get_by_label("Tahun evaluasi").input_value() == str(tahun + 1)
    assert halaman.locator("#id_instrumen option:checked").inner_text() == (
        f"Evaluasi AKIP {tahun + 1}"
    )
    tekan(halaman, "Buka lembar kerja", "Lembar kerja dibuka.")


def lampirkan(halaman) -> None:
    """The evidence that the unit gives to the second criterion of 1.a."""
    halaman.get_by_role("link", name="Lampirkan bukti kriteria 1.a.2").click()
    pilih_berkas(halaman, "rpjmd.pdf")
    tekan(halaman, "Lampirkan bukti", "Bukti terlampir.")


def tinjau(halaman) -> None:
    """What the evaluator reads beside 1.a before refusing its evidence."""
    kedua = halaman.get_by_role("article").nth(1)
    assert kedua.get_by_text("RPJMD terlampir.").is_visible()
    assert kedua.get_by_role("link", name="rpjmd.pdf", exact=True).is_visible()
    assert "BB" in halaman.locator("#nilai .lke-sisi").inner_text()


def tahun_lalu(halaman) -> tuple[list[str], str, str]:
    """Beside a sub-komponen: how its criteria differ, the grade given, what was recommended."""
    (lalu,) = halaman.locator("#rekomendasi-lalu li").all_inner_texts()
    tanda = halaman.locator("article .tanda").all_inner_texts()
    return tanda, halaman.locator("#nilai .lke-sisi").inner_text(), lalu


def tinjau_1a(halaman) -> None:
    tanda, nilai, lalu = tahun_lalu(halaman)
    assert tanda == ["berubah"]
    sisi = halaman.get_by_role("article").inner_text()
    assert "Pada 2023: Terdapat pedoman teknis perencanaan kinerja." in sisi
    assert "Penilaian mandiri: Ya" in sisi
    assert "Evaluasi inspektorat: Ya" in sisi
    hilang = halaman.get_by_role("region", name="Kriteria 2023 yang tidak ada lagi")
    assert hilang.get_by_role("listitem").all_inner_texts() == [
        "Terdapat dokumen perencanaan kinerja jangka panjang."
    ]
    assert "Evaluasi inspektorat: C" in nilai
    assert lalu.startswith(TOLAK)
    for kata in ("belum sesuai", "menurut unit: telah dilaksanakan", "Daftar hadir belum"):
        assert kata in lalu


def tinjau_2a(halaman) -> None:
    tanda, nilai, lalu = tahun_lalu(halaman)
    assert tanda == ["baru"]
    assert "Evaluasi inspektorat: BB" in nilai
    assert lalu.startswith(TERIMA)
    assert "sesuai rekomendasi" in lalu


def tinjau_4a(halaman) -> None:
    _, nilai, lalu = tahun_lalu(halaman)
    assert "Evaluasi inspektorat: D" in nilai
    assert lalu.startswith(MUNDUR)
    assert "tenggat 31 Desember 2025, diperpanjang dari 02 Mei 2025" in lalu


def evaluasi_pertama(orang: Pelakon) -> None:
    """2024, of the work of 2023: from the worksheet to the issued LHE."""
    buka_lembar(orang, 2023)
    kerjakan(
        orang.sekretariat, 2023, "Penilaian mandiri", MANDIRI[2023], akhir=[("1.a", lampirkan)]
    )
    halaman = orang.evaluator
    kerjakan(halaman, 2023, "Evaluasi inspektorat", EVALUATOR[2023], awal=[("1.a", tinjau)])
    assert baris(halaman, "Nilai", "Nilai akhir")[2] == tulis(dihitung(2023)) == "65,70"
    assert baris(halaman, "Yang dinilai lebih rendah", "1.a.2") == [
        "Ya", "Tidak", "Bukti ditolak: rpjmd.pdf bukan RPJPD.",
    ]  # fmt: skip
    draf = susun(halaman, 2023)
    for kode, nama in (("1", "Perencanaan Kinerja"), ("4", "Evaluasi Akuntabilitas")):
        assert baris(halaman, "Nilai per komponen", nama)[1] == tulis(dihitung(2023, kode))
    assert baris(halaman, "Nilai per komponen", "Nilai akhir")[1:3] == ["65,70", "-"]
    halaman.get_by_role("link", name="Tulis catatan 1 Perencanaan Kinerja").click()
    halaman.get_by_label("Catatan").fill("Dokumen jangka panjang belum ada.")
    tekan(halaman, "Simpan catatan", "Catatan tersimpan.")
    rekomendasikan(halaman, TERIMA, "Pengukuran Kinerja", sub("2.a"))
    rekomendasikan(halaman, TOLAK, "Perencanaan Kinerja", sub("1.a"))
    rekomendasikan(halaman, MUNDUR, "Evaluasi Akuntabilitas", "Seluruh komponen")
    tulis_kepala(halaman, "700/1/2024", "02/05/2024")
    terbitkan(orang.inspektur, draf, "LHE 2024")


def sub(kode: str) -> str:
    """A sub-komponen as the lists of a form call it."""
    milik = SubKomponen.objects.filter(kode=kode).latest("pk")
    return f"{milik.kode} {milik.nama}"


def tindak_lanjuti(orang: Pelakon) -> dict[str, str]:
    """The unit plans all three and reports on two; for the third it asks for more time.

    Gives the pages of the recommendations.
    """
    letak: dict[str, str] = {}
    sekretariat = TindakLanjut(orang.sekretariat, letak)
    bidang = TindakLanjut(orang.bidang, letak)
    for uraian, siapa in ((TERIMA, BIDANG), (TOLAK, "Sekretariat"), (MUNDUR, BIDANG)):
        sekretariat.buka(uraian)
        sekretariat.rencanakan(f"Langkah: {uraian}", siapa, "12")
    bidang.buka(TERIMA)
    bidang.laporkan("SOP ditetapkan.", "sop.pdf")
    sekretariat.buka(TOLAK)
    sekretariat.laporkan("Sudah dilatih.", "hadir.pdf")
    bidang.buka(MUNDUR)
    bidang.minta_mundur("31 Desember 2025", "Menunggu anggaran perubahan.")
    return letak


def putuskan(orang: Pelakon, letak: dict[str, str]) -> None:
    """One accepted, one refused with its reason, more time for one; the unit may decide nothing."""
    evaluator = TindakLanjut(orang.evaluator, letak)
    evaluator.buka(TERIMA)
    evaluator.putuskan("sesuai", "SOP sudah dipakai.")
    evaluator.buka(TOLAK)
    coba_menutup_sendiri(orang.sekretariat)
    evaluator.putuskan("belum_sesuai", "", "Daftar hadir belum dilampirkan.")
    inspektur = TindakLanjut(orang.inspektur, letak)
    inspektur.buka(MUNDUR)
    orang.inspektur.get_by_role("link", name="Putuskan perpanjangan").click()
    inspektur.setujui_mundur()
    langkah = orang.inspektur.locator("#rencana li").inner_text()
    assert "tenggat 31 Desember 2025, diperpanjang dari 02 Mei 2025" in langkah


def coba_menutup_sendiri(halaman) -> None:
    """The unit posts the verdict that only the inspektorat may give, past all its pages."""
    pk = Rekomendasi.objects.get(uraian=TOLAK).pk
    (token,) = (k["value"] for k in halaman.context.cookies() if k["name"] == "csrftoken")
    jawaban = halaman.request.post(
        alamat("rekomendasi-putus", pk),
        form={
            "csrfmiddlewaretoken": token,
            "status": "sesuai",
            "catatan": "Selesai.",
            "sesudah": 0,
        },
    )
    assert jawaban.status == 403
    assert "Hanya inspektorat Kota Pasuruan yang mengevaluasi dan memutuskan." in jawaban.text()
    assert not Putusan.objects.filter(rekomendasi=pk).exists()


def evaluasi_kedua(orang: Pelakon) -> str:
    """2025, of the work of 2024: what came of the year before stands beside; gives the draft."""
    buka_lembar(orang, 2024)
    lalu = "Kinerja 2023: 65,70 (B), menurut LHE 2024"
    assert lalu in orang.evaluator.locator("#skor").inner_text()
    assert "33,33%" in orang.evaluator.locator("#rekomendasi-lalu").inner_text()
    kerjakan(orang.sekretariat, 2024, "Penilaian mandiri", MANDIRI[2024])
    kerjakan(
        orang.evaluator, 2024, "Evaluasi inspektorat", EVALUATOR[2024],
        awal=[("1.a", tinjau_1a), ("2.a", tinjau_2a), ("4.a", tinjau_4a)],
    )  # fmt: skip
    draf = susun(orang.evaluator, 2024)
    nilai = "Nilai per komponen"
    kepala = orang.evaluator.get_by_role("table", name=nilai).get_by_role("columnheader")
    assert kepala.all_inner_texts() == ["Komponen", "Bobot", "Nilai", "LHE 2024", "Catatan"]
    assert baris(orang.evaluator, nilai, "Nilai akhir")[1:3] == ["72,50", "65,70"]
    for kode, nama in (("1", "Perencanaan Kinerja"), ("4", "Evaluasi Akuntabilitas")):
        assert baris(orang.evaluator, nilai, nama)[1:3] == [
            tulis(dihitung(tahun, kode)) for tahun in (2024, 2023)
        ]
    assert "+6,80 dari LHE 2024" in orang.evaluator.locator("#kepala").inner_text()
    return draf


def keadaan_lalu(halaman) -> dict[str, list[str]]:
    """What the draft says of each earlier recommendation: its plan, the unit's word, the verdict."""
    tabel = halaman.locator("#rekomendasi-lalu").get_by_role("row")
    hasil = {}
    for uraian in (TERIMA, TOLAK, MUNDUR):
        sel = tabel.filter(has=halaman.get_by_role("link", name=uraian)).get_by_role("cell")
        hasil[uraian] = [satu.inner_text() for satu in sel.all()]
    return hasil


def ulangi(halaman, draf: str) -> None:
    """A finding that comes back: proposed by its words, tied by a person, with what was done."""
    halaman.goto(draf)
    keadaan = keadaan_lalu(halaman)
    for uraian, rencana, menurut, putusan in (
        (TERIMA, f"{BIDANG} · tenggat 02 Mei 2025", "telah dilaksanakan", "sesuai rekomendasi"),
        (TOLAK, "terlambat 18 hari", "telah dilaksanakan", "belum sesuai"),
        (MUNDUR, "tenggat 31 Desember 2025, diperpanjang dari 02 Mei 2025", "belum dilaporkan",
         "belum ditindaklanjuti"),
    ):  # fmt: skip
        assert rencana in keadaan[uraian][0]
        assert menurut in keadaan[uraian][1]
        assert putusan in keadaan[uraian][2]
    rekomendasikan(halaman, ULANG, "Perencanaan Kinerja", "Seluruh komponen")
    assert "Mirip (83%) rekomendasi 2024" in halaman.locator(".lhe-usul").inner_text()
    halaman.get_by_role("link", name="Periksa dan kaitkan").click()
    halaman.get_by_label("Mengulang rekomendasi").select_option(label=f"2024: {TOLAK}")
    tekan(halaman, "Simpan rekomendasi", "Rekomendasi tersimpan.")
    diulang = halaman.locator(".lhe-diulang").inner_text()
    for kata in ("berulang, tahun ke-2", f"Mengulang rekomendasi 2024: {TOLAK}",
                 "telah dilaksanakan, “Sudah dilatih.”", "belum sesuai, “Daftar hadir belum"):  # fmt: skip
        assert kata in diulang


def baca_ulangan(halaman) -> None:
    """The unit reads what comes back in the list of the new year, and beside it what it did."""
    tindak = TindakLanjut(halaman, tahun=2024)
    tindak.buka(ULANG)
    judul = "Berulang, tahun ke-2"
    assert halaman.get_by_role("heading", name=judul).is_visible()
    assert baris(halaman, judul, TOLAK) == [
        "Sudah dilatih.", "belum sesuai\nDaftar hadir belum dilampirkan.",
    ]  # fmt: skip


@pytest.mark.usefixtures("tahun_evaluasi")
def test_setahun_evaluasi_dan_tahun_berikutnya(jam, pelakon):
    # 3 + 7,2 + 13,5 + 24 + 10,5 + 7,5, and a year later 4,8 + 7,2 + 13,5 + 15 + 12 + 20
    assert [tulis(dihitung(tahun)) for tahun in (2023, 2024)] == ["65,70", "72,50"]
    jam(2024, 4, 22)
    evaluasi_pertama(pelakon)
    pelakon.bidang.goto(alamat("lhe"))
    terbit = pelakon.bidang.locator("main").inner_text()
    for kata in ("65,70", "700/1/2024", "Dokumen jangka panjang belum ada.", TERIMA, TOLAK, MUNDUR):
        assert kata in terbit
    jam(2024, 7, 15)
    letak = tindak_lanjuti(pelakon)
    jam(2024, 10, 14)
    putuskan(pelakon, letak)
    jam(2025, 4, 21)
    draf = evaluasi_kedua(pelakon)
    jam(2025, 5, 20)
    ulangi(pelakon.evaluator, draf)
    tulis_kepala(pelakon.evaluator, "700/1/2025", "20/05/2025")
    terbitkan(pelakon.inspektur, draf, "LHE 2025")
    baca_ulangan(pelakon.sekretariat)
    pelakon.bidang.goto(alamat("lhe"))
    assert pelakon.bidang.locator("main").inner_text() == terbit
    periksa_tersimpan(pelakon)


def periksa_tersimpan(orang: Pelakon) -> None:
    """All that was done stands in the tables, by whom it was done."""
    lhe = Lhe.objects.order_by("tahun_kinerja")
    assert list(lhe.values_list("tahun_evaluasi", "tahun_kinerja", "ke", "status", "nilai", "predikat")) == [
        (2024, 2023, 1, "terbit", dihitung(2023), "B"), (2025, 2024, 1, "terbit", dihitung(2024), "BB"),
    ]  # fmt: skip
    assert {satu.dokumen.diterbitkan_oleh.nama_pengguna for satu in lhe} == {"uji-inspektur"}
    for tahun in (2023, 2024):
        for tahap, isi in (("mandiri", MANDIRI), ("evaluator", EVALUATOR)):
            milik = {"tahap__lembar__tahun_kinerja": tahun, "tahap__tahap__kode": tahap}
            urut = Jawaban.objects.filter(**milik).order_by(
                "kriteria__sub__kode", "kriteria__urutan"
            )
            assert list(urut.values_list("pilihan__kode", "catatan")) == [
                satu for sub in isi[tahun].values() for satu in sub.jawaban
            ]
            nilai = NilaiSub.objects.filter(**milik).order_by("sub__kode")
            assert list(nilai.values_list("sub__kode", "pilihan__kode", "catatan")) == [
                (kode, sub.huruf, sub.catatan) for kode, sub in isi[tahun].items() if sub.huruf
            ]
    assert BuktiJawaban.objects.get().berkas.nama == "rpjmd.pdf"
    periksa_tindak_lanjut()


def periksa_tindak_lanjut() -> None:
    semua = Rekomendasi.objects.order_by("tahun", "urutan")
    assert list(semua.values_list("tahun", "uraian", "berulang_dari__uraian")) == [
        (2024, TERIMA, None), (2024, TOLAK, None), (2024, MUNDUR, None), (2025, ULANG, TOLAK),
    ]  # fmt: skip
    rencana = RencanaTindakLanjut.objects.order_by("rekomendasi__urutan")
    assert list(rencana.values_list("unit__nama", "bulan", "laporan__uraian", "laporan__oleh__nama_pengguna")) == [
        (BIDANG, 12, "SOP ditetapkan.", "bidang"), ("Sekretariat", 12, "Sudah dilatih.", "sekretariat"),
        (BIDANG, 12, None, None),
    ]  # fmt: skip
    bukti = BuktiTindakLanjut.objects.order_by("pk")
    assert list(bukti.values_list("berkas__nama", flat=True)) == ["sop.pdf", "hadir.pdf"]
    putusan = Putusan.objects.order_by("pk")
    assert list(putusan.values_list("rekomendasi__uraian", "status", "catatan", "oleh__nama_pengguna")) == [
        (TERIMA, "sesuai", "SOP sudah dipakai.", "inspektorat"),
        (TOLAK, "belum_sesuai", "Daftar hadir belum dilampirkan.", "inspektorat"),
    ]  # fmt: skip
    mundur = Perpanjangan.objects.values_list(
        "rencana__rekomendasi__uraian", "semula", "menjadi", "keputusan", "diminta_oleh__nama_pengguna",
        "diputus_oleh__nama_pengguna",
    ).get()  # fmt: skip
    assert mundur == (
        MUNDUR, date(2025, 5, 2), date(2025, 12, 31), "disetujui", "bidang", "uji-inspektur",
    )  # fmt: skip
