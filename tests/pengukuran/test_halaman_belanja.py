"""The page on which realisasi anggaran is entered: boxes, what stands beside them, and refusals."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pengukuran.views.susun_isi import Banding
from tests.pengukuran.alat_belanja import Kas, buat_kas
from tests.pengukuran.alat_isian import TAHUN, atur_jendela, tak_berubah
from tests.pengukuran.alat_meja import banyak_kueri
from tests.perencanaan.pabrik_rencana import buat_simpul

BELUM = "Ketikan ini belum tersimpan. Pilih mana yang berlaku."


@pytest.fixture
def kas(kantor) -> Kas:
    return buat_kas(kantor)


def masuk(kas: Kas, siapa: str) -> Client:
    return kas.kantor.klien(siapa)


def alamat(kas: Kas, nama: str = "isi-belanja", triwulan: int = 1) -> str:
    dasar = reverse(f"pengukuran:{nama}", args=[kas.kantor.unit.kode, TAHUN])
    return f"{dasar}?triwulan={triwulan}" if nama == "isi-belanja" else dasar


def kotak(kas: Kas, milik: str = "sub", kode: str = "5", bulan: int = 3) -> str:
    return f"sel-{getattr(kas, milik).pk}-{bulan}-{kode}"


def kirim(kas: Kas, siapa: str, **isi: str):
    return masuk(kas, siapa).post(alamat(kas), isi, follow=False)


def baris(jawaban) -> dict[str, object]:
    return {
        b.kotak.nama: b for simpul in jawaban.context["simpul"] for b in simpul.baris
    }  # fmt: skip


def test_hanya_bagian_terendah_yang_berkotak(kas):
    jawaban = masuk(kas, "perencana").get(alamat(kas))
    assert list(baris(jawaban)) == [
        kotak(kas), kotak(kas, "dirinci", "5.1.01"), kotak(kas, "dirinci", "5.2"),
        kotak(kas, "lain"),
    ]  # fmt: skip
    assert [str(b.pagu) for b in baris(jawaban).values()] == ["100", "60", "40", "70"]
    assert [s.sumber.simpul.nama for s in jawaban.context["simpul"]] == [
        "Program satu", "Kegiatan", "Sub 1", "Sub 2", "Program lain",
    ]  # fmt: skip


def test_operator_melihat_bidangnya(kas):
    client = masuk(kas, "operator")
    assert list(baris(client.get(alamat(kas)))) == [
        kotak(kas), kotak(kas, "dirinci", "5.1.01"), kotak(kas, "dirinci", "5.2"),
    ]  # fmt: skip
    semua = baris(client.get(f"{alamat(kas)}&semua=ya"))
    assert semua[kotak(kas, "lain")].kotak.mati
    assert "diisi oleh Bidang 2" in semua[kotak(kas, "lain")].tertutup


def test_tersimpan_lalu_tampil_dengan_serapan_dan_yang_lalu(kas):
    jawaban = kirim(kas, "operator", **{kotak(kas): "40", f"semula{kotak(kas)[3:]}": ""})
    assert (jawaban.status_code, kas.tersimpan()) == (302, {("Sub 1", "5"): 40})
    milik = baris(masuk(kas, "operator").get(alamat(kas)))[kotak(kas)]
    assert (milik.kotak.teks, str(milik.serapan), milik.kata) == (
        "40", "40,00", "empat puluh rupiah",
    )  # fmt: skip
    berikut = baris(masuk(kas, "operator").get(alamat(kas, triwulan=2)))[kotak(kas, bulan=6)]
    assert (str(berikut.lalu), berikut.kotak.teks) == ("40", "")


def test_yang_janggal_tersimpan_dan_ditandai(kas):
    kas.isi("40")
    kas.isi("30", bulan=6)
    kas.isi("101", bulan=9)
    client = masuk(kas, "operator")
    turun = baris(client.get(alamat(kas, triwulan=2)))[kotak(kas, bulan=6)]
    lebih = baris(client.get(alamat(kas, triwulan=3)))[kotak(kas, bulan=9)]
    assert turun.catatan.startswith("Lebih kecil daripada sampai triwulan lalu.")
    assert lebih.catatan.startswith("Melebihi pagu.")


def test_yang_tidak_terbaca_tetap_tertulis_yang_lain_tersimpan(kas):
    salah, benar = kotak(kas), kotak(kas, "dirinci", "5.2")
    isi = {salah: "12.5", f"semula{salah[3:]}": "", benar: "7", f"semula{benar[3:]}": ""}
    jawaban = kirim(kas, "operator", **isi)
    assert (jawaban.status_code, kas.tersimpan()) == (200, {("Sub 2", "5.2"): 7})
    milik = baris(jawaban)[salah].kotak
    assert (milik.teks, "12,5" in milik.usul) == ("12.5", True)
    assert [satu.nama for satu in jawaban.context["keluhan"]] == [salah]
    assert kirim(
        kas, "operator", **{f"semula{salah[3:]}": "", "pakai": f"{salah}=12,5"}
    ).status_code == 302  # fmt: skip


def test_yang_ditolak_kembali_saat_dibuka_lagi(kas):
    """On another device too, to nobody else, in its triwulan only, until it is corrected."""
    kirim(kas, "operator", **{kotak(kas): "12.5", f"semula{kotak(kas)[3:]}": ""})
    lagi = masuk(kas, "operator").get(alamat(kas))
    milik = baris(lagi)[kotak(kas)].kotak
    assert (milik.teks, milik.isi, "12,5" in milik.usul) == ("12.5", "", True)
    assert [(s.nama, s.pesan) for s in lagi.context["keluhan"]] == [(kotak(kas), milik.pesan)]
    assert "Titik memisahkan ribuan" in milik.pesan
    lain = masuk(kas, "perencana").get(alamat(kas))
    assert (baris(lain)[kotak(kas)].kotak.teks, lain.context["keluhan"]) == ("", ())
    berikut = masuk(kas, "operator").get(alamat(kas, triwulan=2))
    assert berikut.context["keluhan"] == ()
    isi = {**ditanya(kas, "12.5"), kotak(kas): "12,5", f"semula{kotak(kas)[3:]}": ""}
    assert kirim(kas, "operator", **isi).status_code == 302
    milik = baris(masuk(kas, "operator").get(alamat(kas)))[kotak(kas)].kotak
    assert (milik.teks, milik.pesan) == ("12,50", "")


def ditanya(kas, teks: str) -> dict[str, str]:
    """What the form says of a kept text that it shows."""
    return {f"ditanya{kotak(kas)[3:]}": teks}


@pytest.mark.parametrize(
    ("isi", "kata"),
    [({"buang": "nama"}, "Ketikan dibuang."), ({"nama": ""}, "Tidak ada isian yang berubah.")],
)
def test_yang_ditolak_dibuang(kas, isi, kata):
    """By its button, or by typing what is stored over it: here nothing."""
    semula = {f"semula{kotak(kas)[3:]}": ""}
    kirim(kas, "operator", **{kotak(kas): "12.5", **semula})
    halaman = masuk(kas, "operator").get(alamat(kas)).text
    assert f'name="ditanya{kotak(kas)[3:]}" value="12.5"' in halaman
    isi = {k.replace("nama", kotak(kas)): v.replace("nama", kotak(kas)) for k, v in isi.items()}
    client = masuk(kas, "operator")
    isi |= ditanya(kas, "12.5") | semula
    jawaban = client.post(alamat(kas), isi, follow=True)
    assert [str(satu) for satu in jawaban.context["messages"]] == [kata]
    milik = baris(jawaban)[kotak(kas)].kotak
    assert (milik.teks, milik.pesan, kas.tersimpan()) == ("", "", {})


def test_bentrok_yang_tertinggal_tidak_menimpa_tanpa_dipilih(kas):
    """Opened again, another amount is saved: what stands under the kept text stays."""
    kas.isi("10", oleh="perencana")
    kirim(kas, "operator", **{kotak(kas): "20", f"semula{kotak(kas)[3:]}": ""})
    client, lain = masuk(kas, "operator"), kotak(kas, "dirinci", "5.2")
    milik = baris(client.get(alamat(kas)))[kotak(kas)].kotak
    assert (milik.teks, milik.banding) == ("20", Banding(None, "10", "20"))
    assert milik.pesan == BELUM
    formulir = {kotak(kas): "20", f"semula{kotak(kas)[3:]}": "10"} | ditanya(kas, "20")
    jawaban = client.post(alamat(kas), formulir | {lain: "7", f"semula{lain[3:]}": ""}, follow=True)
    assert kas.tersimpan() == {("Sub 1", "5"): 10, ("Sub 2", "5.2"): 7}
    assert [str(satu) for satu in jawaban.context["messages"]] == [
        "1 isian tersimpan.", "1 isian menunggu pilihan Anda.",
    ]  # fmt: skip
    assert "Pakai ketikan saya" in jawaban.text
    client.post(alamat(kas), formulir | {"pakai": f"{kotak(kas)}=20"})
    assert kas.tersimpan()["Sub 1", "5"] == 20


def test_yang_ditolak_lalu_kotaknya_tidak_ada(kas):
    """The budget changed: what was typed still is told, and can be thrown away."""
    kas.isi("12.5", milik="dirinci", kode="5.2")
    kas.versi.pagu.filter(simpul=kas.dirinci, jenis_belanja="5.2").delete()
    client = masuk(kas, "operator")
    halaman = client.get(alamat(kas))
    (satu,) = halaman.context["di_luar"]
    assert (satu.ketikan, satu.nama) == ("12.5", kotak(kas, "dirinci", "5.2"))
    assert "Ketikan Anda “12.5” untuk 1.01.1.2 Sub 2 tidak tersimpan" in halaman.text
    assert kirim(kas, "operator", buang=satu.nama).status_code == 302
    assert client.get(alamat(kas)).context["di_luar"] == ()


def test_yang_ditolak_tidak_menahan_yang_lain(kas):
    """The carrier of a node changed while one typed, another amount is gone: the rest is saved."""
    asing, hilang, benar = kotak(kas, "lain"), kotak(kas, kode="5.9"), kotak(kas)
    isi = {asing: "21", hilang: "22", benar: "7"}
    isi |= {f"semula{nama[3:]}": "" for nama in tuple(isi)}
    client = masuk(kas, "operator")
    jawaban = client.post(f"{alamat(kas)}&semua=ya", isi)
    assert (jawaban.status_code, kas.tersimpan()) == (200, {("Sub 1", "5"): 7})
    milik = baris(jawaban)[asing]
    assert milik.kotak.ket == "Ketikan Anda yang tidak tersimpan: “21”."
    assert "diisi oleh Bidang 2" in milik.kotak.pesan
    assert [satu.nama for satu in jawaban.context["keluhan"]] == [asing]
    assert "Ketikan Anda “22” tidak tersimpan." in jawaban.text
    sendirian = {asing: "21", f"semula{asing[3:]}": ""}
    assert kirim(kas, "operator", **sendirian).status_code == 403


def test_didahului_orang_lain_dibandingkan(kas):
    kas.isi("10", oleh="perencana")
    jawaban = kirim(kas, "operator", **{kotak(kas): "20", f"semula{kotak(kas)[3:]}": ""})
    assert (jawaban.status_code, kas.tersimpan()) == (409, {("Sub 1", "5"): 10})
    banding = baris(jawaban)[kotak(kas)].kotak.banding
    assert (banding.dibuka, banding.tersimpan, banding.ketikan) == ("", "10", "20")
    isi = {f"semula{kotak(kas)[3:]}": "10", "pakai": f"{kotak(kas)}=20"}
    assert kirim(kas, "operator", **isi).status_code == 302
    assert kas.tersimpan() == {("Sub 1", "5"): 20}


def test_jendela_tertutup_menyebut_sebabnya(kas):
    atur_jendela(kas.kantor.unit, 3, "terkunci")
    halaman = masuk(kas, "operator").get(alamat(kas))
    assert (halaman.context["dapat_diisi"], baris(halaman)[kotak(kas)].kotak.mati) == (False, True)
    with tak_berubah("KetikanBelanja"):
        jawaban = kirim(kas, "operator", **{kotak(kas): "20", f"semula{kotak(kas)[3:]}": ""})
    assert jawaban.status_code == 409
    assert baris(jawaban)[kotak(kas)].kotak.ket == "Ketikan Anda yang tidak tersimpan: “20”."
    assert "Ketikan Anda tidak hilang" in jawaban.content.decode()
    lagi = masuk(kas, "operator").get(alamat(kas))
    milik = baris(lagi)[kotak(kas)].kotak
    assert (milik.ket, milik.tertinggal) == ("Ketikan Anda yang tidak tersimpan: “20”.", True)
    assert f'name="buang" value="{kotak(kas)}"' in lagi.text
    atur_jendela(kas.kantor.unit, 3, "terbuka")
    milik = baris(masuk(kas, "operator").get(alamat(kas)))[kotak(kas)].kotak
    assert (milik.teks, milik.pesan) == ("20", BELUM)
    atur_jendela(kas.kantor.unit, 3, "terkunci")
    assert kirim(kas, "operator", buang=kotak(kas)).status_code == 302
    assert baris(masuk(kas, "operator").get(alamat(kas)))[kotak(kas)].kotak.ket == ""


def test_skrip_mendapat_barisnya(kas):
    isi = {"kotak": kotak(kas), "teks": "50", "semula": ""}
    jawaban = masuk(kas, "operator").post(alamat(kas, "isi-belanja-sel"), isi)
    milik = json.loads(jawaban.content)
    assert (milik["hasil"], milik["tersimpan"], milik["baris"]["capaian"]) == (
        "tersimpan", "50", "50,00",
    )  # fmt: skip
    assert milik["baris"]["sel"] == {"5": "50"}


@pytest.mark.parametrize(
    ("siapa", "kotaknya", "status"),
    [("pembaca", "", 403), ("operator_lain", "", 403), ("perencana_luar", "", 404),
     ("operator", "sel-999999-3-5", 404), ("operator", "sel-x", 404)],
)  # fmt: skip
def test_skrip_ditolak_dengan_sebabnya(kas, siapa, kotaknya, status):
    isi = {"kotak": kotaknya or kotak(kas), "teks": "50", "semula": ""}
    with tak_berubah():
        jawaban = masuk(kas, siapa).post(
            alamat(kas, "isi-belanja-sel"), isi, headers={"accept": "application/json"}
        )
    assert jawaban.status_code == status
    assert json.loads(jawaban.content)["hasil"] == "ditolak"


def test_tanpa_anggaran(kantor):
    client = kantor.klien("perencana")
    halaman = client.get(reverse("pengukuran:isi-belanja", args=[kantor.unit.kode, TAHUN]))
    assert "Belum ada anggaran 2024" in halaman.content.decode()


def test_kueri_tidak_bertambah_menurut_baris(kas):
    client = masuk(kas, "perencana")
    client.get(alamat(kas))
    semula = banyak_kueri(client, alamat(kas))
    for ke in range(3):
        simpul = buat_simpul(kas.sub.renstra_versi, "sub_kegiatan", kas.sub.induk, kode=f"9{ke}")
        kas.versi.pagu.create(simpul=simpul, jumlah=5)
    assert len(baris(client.get(alamat(kas)))) == 7
    assert banyak_kueri(client, alamat(kas)) == semula
    for milik, kode in (("sub", "5"), ("dirinci", "5.1.01"), ("lain", "5")):
        kas.isi("1.5", milik=milik, kode=kode, oleh="perencana")
    assert len(client.get(alamat(kas)).context["keluhan"]) == 3
    assert banyak_kueri(client, alamat(kas)) == semula


def kueri_simpan(client: Client, kas: Kas, nama: list[str]) -> tuple[list[str], list[str]]:
    """What saving these boxes asked outside and inside of the transactions."""
    isi = dict.fromkeys(nama, "5") | {f"semula{satu[3:]}": "" for satu in nama}
    luar, dalam, tingkat = [], [], 0
    with CaptureQueriesContext(connection) as kueri:
        assert client.post(alamat(kas), isi).status_code == 302
    for satu in kueri:
        tingkat -= satu["sql"].startswith("RELEASE SAVEPOINT")
        (dalam if tingkat else luar).append(satu["sql"])
        tingkat += satu["sql"].startswith("SAVEPOINT")
    return luar, dalam


def test_halaman_dibaca_sekali_dan_sebelum_menulis(kas):
    """However many amounts are sent; nobody else waits for the reading."""
    for ke in (1, 2):
        simpul = buat_simpul(kas.sub.renstra_versi, "sub_kegiatan", kas.sub.induk, kode=f"9{ke}")
        kas.versi.pagu.create(simpul=simpul, jumlah=5)
    client = masuk(kas, "perencana")
    satu, *lima = baris(client.get(alamat(kas)))
    assert len(lima) == 5
    kueri_simpan(client, kas, [])
    luar_satu, dalam_satu = kueri_simpan(client, kas, [satu])
    luar_lima, dalam_lima = kueri_simpan(client, kas, lima)
    assert len(kas.tersimpan()) == 6
    assert [sql for sql in dalam_satu if '"perencanaan_pagu"' in sql] == []
    assert [
        len([s for s in luar if '"perencanaan_pagu"' in s]) for luar in (luar_satu, luar_lima)
    ] == [2, 2]
    assert len(luar_lima) - len(luar_satu) == 4 * 2  # the ends of each transaction
    assert len(dalam_lima) == 5 * len(dalam_satu)
