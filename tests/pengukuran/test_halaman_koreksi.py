"""The ledger of corrections: asked for by one, decided by another, marked where the figure prints."""

import pytest
from django.urls import reverse

from pengukuran.models import Koreksi, Realisasi, UsulanKoreksi
from pengukuran.services.koreksi import setujui_koreksi, usulkan_koreksi
from sakip.dokumen.telusur import telusuri
from tests.pengukuran.alat_isian import TAHUN, Kantor, atur_jendela, tak_berubah
from tests.pengukuran.alat_meja import alamat, banyak_kueri, halaman, kirim, pesan, sebagai
from tests.web.borang import isi_halaman


@pytest.fixture
def terkunci(kantor) -> Kantor:
    kantor.jadikan("disetujui")
    atur_jendela(kantor.unit, 3, "terkunci")
    return kantor


def satu(kantor: Kantor) -> tuple[int, int]:
    return kantor.polos.indikator_id, 3


def usulkan(kantor: Kantor, siapa: str = "operator", **ubah: str):
    """Open the form, type over some of it, and send it."""
    client = sebagai(kantor, siapa)
    terisi = isi_halaman(halaman(client, "koreksi-usul", kantor, *satu(kantor)))
    ubah = {nama.replace("__", "-"): isi for nama, isi in ubah.items()}
    isi = terisi | {"aksi": "usulkan", "alasan_koreksi": "salah ketik"} | ubah
    return kirim(client, "koreksi-usul", kantor, *satu(kantor), **isi)


def test_hanya_yang_diubah_yang_diusulkan(terkunci):
    jawaban = usulkan(terkunci, **{"sel-nilai": "9,5", "sel-upaya": "menyurati"})
    assert pesan(jawaban) == ["Usulan koreksi terkirim; sekarang menunggu pimpinan."]
    usulan = UsulanKoreksi.objects.get()
    assert (usulan.isi, usulan.semula) == (
        {"nilai": "9,5", "upaya": "menyurati"}, {"nilai": "8", "upaya": ""},
    )  # fmt: skip
    assert (usulan.oleh, usulan.alasan) == (terkunci["operator"], "salah ketik")


def test_kiriman_ulang_tidak_menulis_lagi(terkunci):
    client = sebagai(terkunci, "operator")
    isi = isi_halaman(halaman(client, "koreksi-usul", terkunci, *satu(terkunci)))
    isi |= {"aksi": "usulkan", "alasan_koreksi": "x", "sel-nilai": "9,5"}
    pesan(kirim(client, "koreksi-usul", terkunci, *satu(terkunci), **isi))
    with tak_berubah():
        jawaban = kirim(client, "koreksi-usul", terkunci, *satu(terkunci), **isi)
    assert "Masih ada usulan koreksi" in str(jawaban.context["form"].non_field_errors())
    assert "Usulan yang menunggu" in jawaban.text


@pytest.mark.parametrize(
    ("ubah", "kolom", "kata"),
    [
        ({"sel-nilai": "12.5"}, "sel-nilai", "Maksud Anda 12,5?"),
        ({"sel-nilai": ""}, "__all__", "Koreksi tidak dapat mengosongkan angka."),
        ({"sel-nilai": "8,0"}, "__all__", "sama dengan yang tersimpan"),
        ({"sel-keterangan": "x" * 201}, "sel-keterangan", "paling banyak 200 karakter"),
        ({"sel-nilai": "9", "alasan_koreksi": " "}, "alasan_koreksi", "Tulis alasan koreksinya."),
    ],
)
def test_yang_tidak_dapat_ditulis_ditanyakan_di_kotaknya(ubah, kolom, kata, terkunci):
    with tak_berubah():
        jawaban = usulkan(terkunci, **ubah)
    assert kata in str(jawaban.context["form"].errors[kolom])
    assert jawaban.text.startswith("<!DOCTYPE html>")
    assert "<title>Belum tersimpan:" in jawaban.text


def test_yang_berubah_sejak_dibaca_tidak_diusulkan(terkunci):
    client = sebagai(terkunci, "operator")
    isi = isi_halaman(halaman(client, "koreksi-usul", terkunci, *satu(terkunci)))
    baris = terkunci.baris()
    Realisasi.objects.filter(pk=baris.pk).update(versi=baris.versi + 1)
    isi |= {"aksi": "usulkan", "alasan_koreksi": "x", "sel-nilai": "9,5"}
    with tak_berubah():
        jawaban = kirim(client, "koreksi-usul", terkunci, *satu(terkunci), **isi)
    assert jawaban.status_code == 409
    assert 'value="9,5"' in jawaban.text


def test_perubahan_orang_lain_tidak_diusulkan_balik(terkunci):
    """After a conflict the boxes nobody typed into hold what is stored now."""
    client = sebagai(terkunci, "operator")
    isi = isi_halaman(halaman(client, "koreksi-usul", terkunci, *satu(terkunci)))
    baris = terkunci.baris()
    Realisasi.objects.filter(pk=baris.pk).update(nilai=10, versi=baris.versi + 1)
    isi |= {"aksi": "usulkan", "alasan_koreksi": "kurang lengkap", "sel-upaya": "menyurati"}
    bentrok = kirim(client, "koreksi-usul", terkunci, *satu(terkunci), **isi)
    assert (bentrok.status_code, "Orang lain baru saja" in bentrok.text) == (409, True)
    lagi = isi_halaman(bentrok)
    assert (lagi["sel-nilai"], lagi["sel-upaya"]) == ("10", "menyurati")
    assert lagi["alasan_koreksi"] == "kurang lengkap"
    pesan(kirim(client, "koreksi-usul", terkunci, *satu(terkunci), **lagi, aksi="usulkan"))
    assert UsulanKoreksi.objects.get().isi == {"upaya": "menyurati"}


def test_disetujui_masuk_buku_dan_capaian_menandainya(terkunci):
    usulkan(terkunci, **{"sel-nilai": "9,5"})
    usulan = UsulanKoreksi.objects.get()
    pimpinan = sebagai(terkunci, "pimpinan")
    rincian = halaman(pimpinan, "koreksi-usul", terkunci, *satu(terkunci))
    (ubahan,) = rincian.context["usulan"].ubahan
    assert (ubahan.sebelum.tampil, ubahan.sesudah.tampil) == ("8", "9,5")
    isi = {"aksi": "setujui", "usulan": usulan.pk}
    jawaban = kirim(pimpinan, "koreksi-usul", terkunci, *satu(terkunci), **isi)
    assert pesan(jawaban) == ["Usulan koreksi disetujui dan tercatat."]
    with tak_berubah():
        jawaban = kirim(pimpinan, "koreksi-usul", terkunci, *satu(terkunci), **isi)
    assert pesan(jawaban) == ["Usulan koreksi ini sudah diputuskan."]

    koreksi = Koreksi.objects.get()
    buku = pimpinan.get(alamat("koreksi", terkunci))
    (baris,) = buku.context["daftar"].koreksi
    (ubahan,) = baris.ubahan
    assert (ubahan.sebutan, ubahan.sebelum.tampil, ubahan.sesudah.tampil) == (
        "Realisasi", "8", "9,5",
    )  # fmt: skip
    assert (baris.pengusul, baris.penyetuju, baris.alasan) == (
        str(terkunci["operator"]), str(terkunci["pimpinan"]), "salah ketik",
    )  # fmt: skip
    assert f'id="koreksi-{koreksi.pk}"' in buku.text
    capaian = pimpinan.get(alamat("capaian", terkunci), {"triwulan": 1})
    tujuan = f"{alamat('koreksi', terkunci)}#koreksi-{koreksi.pk}"
    assert capaian.text.count(f'href="{tujuan}">dikoreksi</a>') == 1
    for angka in telusuri(buku.context["daftar"]):
        jawaban = pimpinan.get(alamat("koreksi", terkunci), {"angka": angka.kunci})
        assert f"Koreksi ke-{koreksi.pk}" in jawaban.text


def test_angka_mesin_dan_ketikan_dibaca_menurut_ejaannya(terkunci):
    """1.234 as typed is a thousand and more, as the ledger stores it little more than one."""
    usulan = usulkan_koreksi(
        terkunci.baris(), isi={"nilai": "1.234"}, alasan="x", oleh=terkunci["operator"]
    )
    client = sebagai(terkunci, "pimpinan")
    (menunggu,) = client.get(alamat("koreksi", terkunci)).context["daftar"].menunggu
    assert menunggu.ubahan[0].sesudah.nilai == 1234
    setujui_koreksi(usulan, oleh=terkunci["pimpinan"])
    usulan = usulkan_koreksi(
        terkunci.baris(), isi={"nilai": "1,234"}, alasan="y", oleh=terkunci["operator"]
    )
    setujui_koreksi(usulan, oleh=terkunci["pimpinan"])
    kedua, pertama = client.get(alamat("koreksi", terkunci)).context["daftar"].koreksi
    assert [u.ubahan[0].sesudah.tampil for u in (pertama, kedua)] == ["1.234", "1,234"]
    assert [u.ubahan[0].sebelum.tampil for u in (pertama, kedua)] == ["8", "1.234"]


def test_ditolak_dengan_alasan(terkunci):
    usulkan(terkunci, **{"sel-nilai": "9,5"})
    isi = {"aksi": "tolak", "usulan": UsulanKoreksi.objects.get().pk}
    pimpinan = sebagai(terkunci, "pimpinan")
    with tak_berubah():
        jawaban = kirim(pimpinan, "koreksi-usul", terkunci, *satu(terkunci), **isi)
    assert "Tulis mengapa usulan koreksi ini ditolak." in jawaban.text
    isi["alasan_tolak"] = "sudah benar"
    kirim(pimpinan, "koreksi-usul", terkunci, *satu(terkunci), **isi)
    assert (terkunci.baris().nilai, UsulanKoreksi.objects.get().selesai) == (8, True)
    assert "Belum ada koreksi" in pimpinan.get(alamat("koreksi", terkunci)).text


@pytest.mark.parametrize(
    "siapa", ["operator_lain", "pimpinan", "pembaca", "inspektorat", "organisasi"]
)
def test_yang_tidak_mengisi_tidak_mengusulkan(siapa, terkunci):
    client = sebagai(terkunci, siapa)
    assert 'value="usulkan"' not in halaman(client, "koreksi-usul", terkunci, *satu(terkunci)).text
    assert "Usulkan koreksi" not in client.get(alamat("koreksi", terkunci)).text
    isi = {
        "aksi": "usulkan", "alasan_koreksi": "x", "sel-nilai": "9",
        "versi": terkunci.baris().versi,
    }  # fmt: skip
    with tak_berubah():
        jawaban = kirim(client, "koreksi-usul", terkunci, *satu(terkunci), **isi)
    assert jawaban.status_code == 403


@pytest.mark.parametrize("siapa", ["operator", "rangkap", "perencana", "pembaca"])
def test_pengusul_dan_yang_bukan_pimpinan_tidak_memutuskan(siapa, terkunci):
    usulkan(terkunci, "rangkap", **{"sel-nilai": "9,5"})
    client = sebagai(terkunci, siapa)
    rincian = halaman(client, "koreksi-usul", terkunci, *satu(terkunci))
    assert 'value="setujui"' not in rincian.text
    assert rincian.context["izin_putus"].alasan in rincian.text
    for aksi in ("setujui", "tolak"):
        isi = {"aksi": aksi, "usulan": UsulanKoreksi.objects.get().pk, "alasan_tolak": "x"}
        with tak_berubah():
            jawaban = kirim(client, "koreksi-usul", terkunci, *satu(terkunci), **isi)
        assert jawaban.status_code == 403


@pytest.mark.parametrize("siapa", ["admin", "perencana_luar", "tanpa_tugas"])
def test_orang_luar_tidak_menemukannya(siapa, terkunci):
    client = sebagai(terkunci, siapa)
    assert client.get(alamat("koreksi", terkunci)).status_code == 404
    assert halaman(client, "koreksi-usul", terkunci, *satu(terkunci)).status_code == 404


def test_sebelum_kunci_menunjuk_membuka_kembali(kantor):
    kantor.jadikan("disetujui")
    jawaban = halaman(sebagai(kantor, "operator"), "koreksi-usul", kantor, *satu(kantor))
    assert "Minta pimpinan membuka kembali isian ini" in jawaban.text
    assert 'value="usulkan"' not in jawaban.text


def test_kiriman_palsu_ditolak(terkunci):
    client = sebagai(terkunci, "operator")
    with tak_berubah():
        for isi in ({"aksi": "hapus"}, {}, {"aksi": "usulkan", "versi": "x"}):
            isi |= {"alasan_koreksi": "x", "sel-nilai": "9"}
            jawaban = kirim(client, "koreksi-usul", terkunci, *satu(terkunci), **isi)
            assert jawaban.status_code == 404
    assert halaman(client, "koreksi-usul", terkunci, satu(terkunci)[0], 4).status_code == 404


def test_variabel_dikoreksi_dengan_namanya(kantor):
    for kolom, teks in (("variabel.kini", "1"), ("variabel.semua", "2")):
        kantor.isi(kolom, teks, milik="rumus")
    Realisasi.objects.filter(pk=kantor.baris(milik="rumus").pk).update(
        status="disetujui", diverifikasi_oleh=kantor["perencana"]
    )
    atur_jendela(kantor.unit, 3, "terkunci")
    tujuan = reverse(
        "pengukuran:koreksi-usul", args=[kantor.unit.kode, TAHUN, kantor.rumus.indikator_id, 3]
    )
    client = sebagai(kantor, "operator")
    isi = isi_halaman(client.get(tujuan))
    assert (isi["sel-variabel.kini"], isi["sel-variabel.semua"]) == ("1", "2")
    isi |= {"aksi": "usulkan", "alasan_koreksi": "x", "sel-variabel.kini": "2"}
    client.post(tujuan, isi)
    setujui_koreksi(UsulanKoreksi.objects.get(), oleh=kantor["pimpinan"])
    (baris,) = client.get(alamat("koreksi", kantor)).context["daftar"].koreksi
    assert [(u.sebutan, u.sebelum.tampil, u.sesudah.tampil) for u in baris.ubahan] == [
        ("Realisasi", "50%", "100%"), ("kini", "1", "2"),
    ]  # fmt: skip


def test_banyaknya_kueri_tetap(terkunci):
    def tambah(teks: str) -> None:
        usulan = usulkan_koreksi(
            terkunci.baris(), isi={"nilai": teks}, alasan="x", oleh=terkunci["operator"]
        )
        setujui_koreksi(usulan, oleh=terkunci["pimpinan"])

    tambah("9")
    client, tujuan = sebagai(terkunci, "pembaca"), alamat("koreksi", terkunci)
    awal = banyak_kueri(client, tujuan)
    tambah("10"), tambah("11")
    assert banyak_kueri(client, tujuan) == awal <= 25
