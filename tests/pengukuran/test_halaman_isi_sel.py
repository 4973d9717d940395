"""One cell by the script: the answer tells what is stored, and what the row makes of it."""

import pytest
from django.test import Client
from django.urls import reverse

from pengukuran.models import KetikanIsian, Realisasi
from tests.pengukuran.alat_isian import TAHUN, atur_jendela, tak_berubah
from tests.pengukuran.test_halaman_isi import buka, masuk, semua
from tests.pengukuran.test_halaman_isi_kirim import kotak
from tests.perencanaan.pabrik import buat_indikator
from tests.perencanaan.pabrik_rencana import isi_target, rumuskan

JSON = {"Accept": "application/json"}


def alamat(kode: str = "dinas-uji", tahun: int = TAHUN) -> str:
    return reverse("pengukuran:isi-sel", args=[kode, tahun])


def simpan(kantor, teks: str, nama: str = "operator", tujuan: str = "", **isian: str):
    data = {"kotak": kotak(kantor), "teks": teks, "semula": "", "sebagai": str(kantor[nama].pk)}
    return masuk(kantor, nama).post(tujuan or alamat(), data | isian, headers=JSON)


def test_tersimpan_dengan_kata_dan_capaiannya(kantor):
    jawaban = simpan(kantor, "6").json()
    assert (jawaban["hasil"], jawaban["tersimpan"], jawaban["pesan"]) == ("tersimpan", "6", "")
    assert len(jawaban["pukul"]) == 5
    assert jawaban["baris"]["kata"] == "6 lembaga (enam)"
    assert (jawaban["baris"]["capaian"], jawaban["baris"]["keadaan"]) == ("75,00", "draf")
    assert jawaban["baris"]["sel"]["nilai"] == "6"
    assert kantor.baris().nilai == 6


def test_variabel_menghitung_hasilnya(kantor):
    nama = [kotak(kantor, f"variabel.{satu}", "rumus") for satu in ("kini", "semua")]
    pertama = simpan(kantor, "1", kotak=nama[0]).json()
    assert (pertama["pesan"], pertama["baris"]["hasil"]) == ("Variabel semua belum diisi.", "-")
    kedua = simpan(kantor, "3", kotak=nama[1]).json()
    assert (kedua["baris"]["hasil"], kedua["baris"]["capaian"]) == ("33,33%", "66,67")
    assert kedua["baris"]["kata"] == "33,333333%"


def di_halaman(kantor, indikator: int, bulan: int) -> dict[str, object]:
    """The row as the page tells it, in the words of the answer."""
    jawaban = buka(kantor, "perencana", bulan // 3, semua="ya")
    baris = next(satu for satu in semua(jawaban) if satu.awalan == f"{indikator}-{bulan}")
    return {
        "sel": {kolom: satu.isi for kolom, satu in baris.sumber.sel.items()},
        "kata": baris.kata,
        "catatan": baris.catatan,
        "hasil": "" if baris.hasil is None else baris.hasil.tampil,
        "capaian": baris.capaian.tampil,
        "alasan": baris.capaian.alasan,
        "jenis": baris.keadaan.jenis,
        "keadaan": baris.keadaan.kata,
    }


@pytest.mark.parametrize(
    ("cara", "teks"),
    [("kumulatif", "7"), ("jumlah", "0,125"), ("rata_rata", ""), ("terakhir", "1.5")],
)
@pytest.mark.parametrize("frekuensi", ["tahunan", "triwulanan", "bulanan"])
@pytest.mark.parametrize("berencana", [True, False])
def test_barisnya_sama_dengan_halamannya(berencana, frekuensi, cara, teks, kantor):
    """Whatever an answer leaves unread changes nothing of what it tells."""
    milik = kantor.polos if berencana else buat_indikator(kantor.polos.renstra_versi)
    rumuskan(milik, frekuensi=frekuensi, cara=cara)
    isi_target(milik, TAHUN, renstra="40")
    letak = f"sel-{milik.indikator_id}-{{}}-{{}}"
    awal = {"tahunan": [], "triwulanan": [3, 6, 9], "bulanan": [1, 2, 11]}
    for bulan in awal[frekuensi]:
        simpan(kantor, str(bulan), "perencana", kotak=letak.format(bulan, "nilai"))
    simpan(kantor, "1.5", "perencana", kotak=letak.format(12, "pendukung"))
    jawaban = simpan(kantor, teks, "perencana", kotak=letak.format(12, "nilai")).json()
    assert jawaban["baris"] == di_halaman(kantor, milik.indikator_id, 12)


@pytest.mark.parametrize("tanpa", ["", "ya"])
def test_baris_berumus_sama_dengan_halamannya(tanpa, kantor):
    for bulan, kini in ((3, "1"), (6, "2")):
        simpan(kantor, tanpa, kotak=kotak(kantor, "tanpa_variabel", "rumus", bulan))
        simpan(kantor, "4", kotak=kotak(kantor, "variabel.semua", "rumus", bulan))
        nama = kotak(kantor, "variabel.kini", "rumus", bulan)
        jawaban = simpan(kantor, kini, kotak=nama).json()
        assert jawaban["baris"] == di_halaman(kantor, kantor.rumus.indikator_id, bulan)


def test_yang_meragukan_ditanyakan(kantor):
    jawaban = simpan(kantor, "1.5")
    assert jawaban.status_code == 200
    assert (jawaban.json()["hasil"], jawaban.json()["usul"]) == ("tanya", ["1,5", "1.500"])
    assert jawaban.json()["baris"]["keadaan"] == "belum tersimpan"
    assert KetikanIsian.objects.get().teks == "1.5"


def test_bentrok_menyebut_siapa_dan_isinya(kantor):
    kantor.isi(teks="9", oleh="perencana")
    jawaban = simpan(kantor, "7").json()
    assert (jawaban["hasil"], jawaban["tersimpan"]) == ("bentrok", "9")
    assert jawaban["oleh"] == str(kantor["perencana"])


def test_sel_lain_baris_itu_ikut_dijawab(kantor):
    kantor.isi("belum_diukur", "survei")
    isi = simpan(kantor, "6").json()["baris"]["sel"]
    assert (isi["belum_diukur"], isi["nilai"]) == ("", "6")


def test_jendela_tertutup_dan_yang_sudah_diajukan(kantor):
    atur_jendela(kantor.unit, 3, "terkunci")
    jawaban = simpan(kantor, "7")
    assert (jawaban.status_code, jawaban.json()["hasil"]) == (409, "ditolak")
    assert "minta perpanjangan kepada bagian organisasi" in jawaban.json()["pesan"]
    assert KetikanIsian.objects.get().teks == "7"


@pytest.mark.parametrize("nama", ["operator_lain", "pimpinan", "pembaca", "inspektorat"])
def test_yang_tidak_berhak_diberi_tahu(nama, kantor):
    with tak_berubah():
        jawaban = simpan(kantor, "7", nama)
    assert jawaban.status_code == 403
    assert jawaban.json()["pesan"].startswith("Indikator ini diisi oleh Bidang 1.")


def test_tanpa_skrip_penolakannya_halaman(kantor):
    data = {"kotak": kotak(kantor), "teks": "7", "semula": ""}
    jawaban = masuk(kantor, "pimpinan").post(alamat(), data)
    assert (jawaban.status_code, jawaban["Content-Type"]) == (403, "text/html; charset=utf-8")


def test_orang_lain_yang_masuk_di_peramban_yang_sama(kantor):
    with tak_berubah():
        jawaban = simpan(kantor, "7", "operator_2", sebagai=str(kantor["operator"].pk))
    assert (jawaban.status_code, "dibuka orang lain" in jawaban.json()["pesan"]) == (403, True)


@pytest.mark.parametrize(
    "ubah",
    [{"kotak": ""}, {"kotak": "sel-1-nilai"}, {"kotak": "sel-99999999999-3-nilai"},
     {"kotak": "sel-{i}-4-nilai"}, {"kotak": "sel-{i}-3-status"}, {"kotak": "sel-{lain}-3-nilai"}],
)  # fmt: skip
def test_kotak_palsu(ubah, kantor):
    lain = buat_indikator(kantor.polos.renstra_versi).indikator_id + 1000
    isian = {k: v.format(i=kantor.polos.indikator_id, lain=lain) for k, v in ubah.items()}
    with tak_berubah():
        jawaban = simpan(kantor, "7", "perencana", **isian)
    assert jawaban.status_code == 404
    assert (
        "uat ulang halamannya" in jawaban.json()["pesan"] or "tidak ada" in jawaban.json()["pesan"]
    )


def test_kiriman_tanpa_isi(kantor):
    with tak_berubah():
        jawaban = masuk(kantor, "operator").post(alamat(), {"kotak": kotak(kantor)}, headers=JSON)
    assert jawaban.status_code == 404


@pytest.mark.parametrize("tujuan", [("dinas-sebelah", TAHUN), ("dinas-uji", 2019), ("x", TAHUN)])
def test_unit_atau_tahun_palsu(tujuan, kantor):
    with tak_berubah():
        assert simpan(kantor, "7", "perencana", alamat(*tujuan)).status_code == 404


def test_hanya_lewat_kiriman(kantor):
    assert masuk(kantor, "operator").get(alamat()).status_code == 405


def test_tanpa_token_ditolak(kantor):
    client = Client(enforce_csrf_checks=True)
    client.force_login(kantor["operator"])
    data = {"kotak": kotak(kantor), "teks": "7", "semula": ""}
    assert client.post(alamat(), data, headers=JSON).status_code == 403
    assert not Realisasi.objects.filter(indikator=kantor.polos.indikator).exists()


def test_sesi_berakhir_dijawab_halaman_masuk(kantor):
    jawaban = Client().post(alamat(), {"kotak": kotak(kantor), "teks": "7", "semula": ""})
    assert (jawaban.status_code, jawaban["Location"].startswith("/masuk/")) == (302, True)


@pytest.mark.parametrize("banyaknya", [0, 5])
def test_banyaknya_kueri_tidak_tumbuh(banyaknya, kantor, django_assert_max_num_queries):
    for _ in range(banyaknya):
        buat_indikator(kantor.polos.renstra_versi)
    simpan(kantor, "6")
    client = masuk(kantor, "operator")
    with django_assert_max_num_queries(28):
        data = {"kotak": kotak(kantor), "teks": "7", "semula": "6"}
        assert client.post(alamat(), data, headers=JSON).json()["hasil"] == "tersimpan"
