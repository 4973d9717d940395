"""The page of one realisasi: all its cells, what came back of it, and its neighbours."""

import pytest
from django.urls import reverse

from pengukuran.services.langkah import kembalikan
from tests.pengukuran.alat_isian import TAHUN, tak_berubah
from tests.pengukuran.test_halaman_isi import masuk
from tests.pengukuran.test_halaman_isi_kirim import isian, kotak


def alamat(kantor, milik: str = "polos", bulan: int = 3, indikator: int | None = None) -> str:
    tanda = getattr(kantor, milik).indikator_id if indikator is None else indikator
    return reverse("pengukuran:isi-baris", args=["dinas-uji", TAHUN, tanda, bulan])


def buka(kantor, nama: str = "operator", **letak):
    return masuk(kantor, nama).get(alamat(kantor, **letak))


def kirim(kantor, ubah: dict[str, str], nama: str = "operator", **letak):
    tujuan = alamat(kantor, **letak)
    return masuk(kantor, nama).post(tujuan, isian(buka(kantor, nama, **letak)) | ubah)


def test_semua_sel_tersimpan_sekali_kirim(kantor):
    jawaban = kirim(
        kantor,
        {
            kotak(kantor): "0",
            kotak(kantor, "alasan"): "belum ada kegiatan",
            kotak(kantor, "keterangan"): "sementara",
            kotak(kantor, "pendukung"): "dana ada",
            kotak(kantor, "penghambat"): "hujan\r\nbanjir",
            kotak(kantor, "upaya"): "menyurati",
        },
    )
    assert (jawaban.status_code, jawaban["Location"]) == (302, alamat(kantor))
    baris = kantor.baris()
    assert (baris.nilai, baris.alasan, baris.keterangan) == (0, "belum ada kegiatan", "sementara")
    assert (baris.pendukung, baris.penghambat, baris.upaya) == (
        "dana ada", "hujan\nbanjir", "menyurati",
    )  # fmt: skip
    with tak_berubah():
        assert kirim(kantor, {}).status_code == 302


def test_variabel_tidak_tersedia_dicentang_dan_dilepas(kantor):
    milik = {"milik": "rumus"}
    tanda = kotak(kantor, "tanpa_variabel", "rumus")
    kirim(kantor, {tanda: "ya"}, **milik)
    assert kantor.baris(milik="rumus").tanpa_variabel
    kirim(kantor, {kotak(kantor, "nilai", "rumus"): "40"}, **milik)
    assert kantor.baris(milik="rumus").nilai == 40
    data = isian(buka(kantor, **milik))
    assert data.pop(tanda) == "ya"
    masuk(kantor, "operator").post(alamat(kantor, **milik), data)
    assert not kantor.baris(milik="rumus").tanpa_variabel


def test_belum_diukur_dengan_alasannya(kantor):
    kirim(kantor, {kotak(kantor, "belum_diukur"): "survei terbit Mei"})
    assert (kantor.baris().jenis, kantor.baris().alasan) == ("belum_diukur", "survei terbit Mei")
    assert "N/A" in buka(kantor).text or buka(kantor).context["baris"].kata == ""


def test_catatan_pengembalian_menuju_kotaknya(kantor):
    baris = kantor.jadikan("diajukan")
    kembalikan(baris, oleh=kantor["perencana"], alasan={"upaya": "Belum jelas.", "umum": "Cek."})
    jawaban = buka(kantor)
    assert (
        f'<a href="#{kotak(kantor, "upaya")}">Upaya dan rencana tindak lanjut</a>' in jawaban.text
    )
    assert "“Belum jelas.”" in jawaban.text
    assert jawaban.text.index("Belum jelas.") < jawaban.text.index("data-isian")


def test_terlalu_panjang_ditanyakan_dan_tetap_di_kotaknya(kantor):
    jawaban = kirim(kantor, {kotak(kantor, "upaya"): "y" * 5001})
    assert jawaban.status_code == 200
    assert "paling banyak 5.000 karakter, di sini 5.001" in jawaban.text
    assert isian(jawaban)[kotak(kantor, "upaya")] == "y" * 5001


def test_yang_lain_sebelum_dan_sesudahnya(kantor):
    pertama, kedua = buka(kantor), buka(kantor, milik="rumus")
    assert pertama.context["sebelumnya"] is None
    assert f'rel="next" href="{alamat(kantor, "rumus")}"' in pertama.text
    assert f'rel="prev" href="{alamat(kantor)}"' in kedua.text
    assert kedua.context["berikutnya"] is None
    assert "1 dari 2" in pertama.text


def test_yang_dahulu_dan_artinya_di_sampingnya(kantor):
    kantor.isi(teks="4")
    jawaban = buka(kantor, bulan=6)
    assert jawaban.context["baris"].lalu.tampil == "4"
    assert "makin tinggi makin baik; realisasi / target × 100" in jawaban.text
    assert "Target s.d. TW II 2024" in jawaban.text


@pytest.mark.parametrize("nama", ["pimpinan", "operator_lain", "pembaca"])
def test_pembaca_hanya_membaca(nama, kantor):
    kantor.isi("upaya", "menyurati")
    jawaban = buka(kantor, nama)
    assert 'name="semula-' not in jawaban.text
    assert "menyurati" in jawaban.text
    assert "Simpan isian" not in jawaban.text
    assert "Indikator ini diisi oleh Bidang 1." in jawaban.text


@pytest.mark.parametrize(
    "letak", [{"bulan": 4}, {"bulan": 0}, {"bulan": 13}, {"bulan": 10**9}, {"indikator": 0},
              {"indikator": 10**30}],
)  # fmt: skip
def test_periode_atau_indikator_yang_tidak_ada(letak, kantor):
    for client in (masuk(kantor, "operator"), masuk(kantor, "perencana")):
        assert client.get(alamat(kantor, **letak)).status_code == 404


def test_orang_luar_tidak_menemukannya(kantor):
    for nama in ("perencana_luar", "admin", "tanpa_tugas"):
        assert buka(kantor, nama).status_code == 404


def test_riwayat_dari_halamannya(kantor):
    kantor.isi(teks="8")
    assert f"riwayat/pengukuran.realisasi/{kantor.baris().pk}/" in buka(kantor).text
