"""The desk and one row of it: by risk, who may do what, each reason at its cell, nothing unseen."""

import pytest

from pengukuran.models import Pengembalian, Realisasi
from pengukuran.services.kesiapan import jelaskan
from pengukuran.services.langkah import ajukan, kembalikan, verifikasi
from sakip.jejak.models import CatatanJejak
from sakip.lib import waktu
from sakip.lib.tanggal import tulis_saat
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_isian import Kantor, atur_jendela, tak_berubah
from tests.pengukuran.alat_meja import (
    alamat,
    banyak_kueri,
    halaman,
    isi_lengkap,
    kirim,
    pesan,
    sebagai,
    tambah_indikator,
)

PEMBACA = ("operator", "operator_lain", "pembaca", "inspektorat", "organisasi")


@pytest.fixture
def sekretariat(kantor):
    return sebagai(kantor, "perencana")


@pytest.fixture
def pimpinan(kantor):
    return sebagai(kantor, "pimpinan")


def versi(*baris: Realisasi) -> dict[str, str]:
    return {f"versi-{satu.pk}": str(satu.versi) for satu in baris}


def antrean(jawaban, aksi: str) -> list:
    return [b for satu in jawaban.context["antrean"] if satu.aksi == aksi for b in satu.baris]


def diajukan(kantor: Kantor, teks: str = "8") -> Realisasi:
    """A row of another indikator, submitted."""
    baris = isi_lengkap(kantor, tambah_indikator(kantor), teks)
    if teks != "8":
        jelaskan(baris, kode="melebihi_target", teks="ada hibah", oleh=kantor["operator"])
    ajukan(baris, oleh=kantor["operator"])
    return baris


def satu(kantor: Kantor) -> tuple[int, int]:
    return kantor.polos.indikator_id, 3


def test_urut_menurut_risiko(kantor, sekretariat):
    kantor.jadikan("diajukan")
    kantor.isi("belum_diukur", "survei <Mei>", milik="rumus")
    ajukan(kantor.baris(milik="rumus"), oleh=kantor["operator"])
    janggal = diajukan(kantor, "20")
    kembali = isi_lengkap(kantor, tambah_indikator(kantor))
    Pengembalian.objects.create(
        realisasi=kembali, kolom="nilai", alasan="x", oleh=kantor["perencana"],
        waktu=waktu.sekarang(), selesai=True,
    )  # fmt: skip
    ajukan(kembali, oleh=kantor["operator"])
    jawaban = halaman(sekretariat, "verifikasi", kantor)
    semua = antrean(jawaban, "verifikasi")
    assert [(b.tampil.risiko.name, b.sekaligus) for b in semua] == [
        ("TEMUAN", False), ("BELUM_DIUKUR", False), ("PERNAH_DIKEMBALIKAN", False),
        ("RENDAH", True),
    ]  # fmt: skip
    assert semua[0].tampil.pk == janggal.pk
    assert "Jauh di atas target: “ada hibah”" in jawaban.text
    assert "Belum diukur: “survei &lt;Mei&gt;”" in jawaban.text


def test_yang_dipilih_diverifikasi_dan_yang_perlu_dilihat_disebut(kantor, sekretariat):
    rendah, janggal = kantor.jadikan("diajukan"), diajukan(kantor, "20")
    jejak = JejakBaru()
    jawaban = kirim(
        sekretariat, "verifikasi", kantor, aksi="verifikasi", baris=[rendah.pk, janggal.pk],
        **versi(rendah, janggal),
    )  # fmt: skip
    kata = pesan(jawaban)
    assert kata[0] == "1 isian diverifikasi."
    assert "perlu dilihat sendiri" in kata[1]
    assert kantor.baris().status == "diverifikasi"
    assert (jejak.satu().aksi, jejak.satu().pengguna) == (
        "realisasi.diverifikasi", kantor["perencana"],
    )  # fmt: skip


def test_enter_di_kotak_pilihan_tidak_memutuskan_apa_pun(kantor, sekretariat):
    """A browser presses the first button of the form."""
    kantor.jadikan("diajukan")
    teks = halaman(sekretariat, "verifikasi", kantor).text
    formulir = teks[teks.index("data-antrean") :]
    assert formulir.index('value="tidak"') < formulir.index("data-satu")
    with tak_berubah():
        kirim(sekretariat, "verifikasi", kantor, aksi="tidak", baris=str(kantor.baris().pk))


def test_catatan_yang_tidak_ditanyakan_lagi_bukan_risiko(kantor, sekretariat):
    baris = isi_lengkap(kantor, tambah_indikator(kantor))
    jelaskan(baris, kode="bukti_tidak_ada", teks="menyusul", oleh=kantor["operator"])
    ajukan(baris, oleh=kantor["operator"])
    (satu,) = antrean(halaman(sekretariat, "verifikasi", kantor), "verifikasi")
    assert (satu.tampil.risiko.name, satu.sekaligus) == ("RENDAH", True)


def test_satu_baris_dari_tombolnya(kantor, sekretariat):
    baris = kantor.jadikan("diajukan")
    isi = {"satu": f"verifikasi-{baris.pk}", **versi(baris)}
    jawaban = kirim(sekretariat, "verifikasi", kantor, **isi)
    assert jawaban["Location"].endswith("?triwulan=1&lanjut=ya")
    assert kantor.baris().diverifikasi_oleh == kantor["perencana"]
    with tak_berubah():
        kirim(sekretariat, "verifikasi", kantor, **isi)


def test_pimpinan_menyetujui_yang_dipilih(kantor, pimpinan):
    baris = kantor.jadikan("diverifikasi")
    jawaban = halaman(pimpinan, "verifikasi", kantor)
    assert [b.sekaligus for b in antrean(jawaban, "setujui")] == [True]
    assert "Setujui yang dipilih" in jawaban.text
    kirim(pimpinan, "verifikasi", kantor, aksi="setujui", baris=[baris.pk], **versi(baris))
    assert (kantor.baris().status, kantor.baris().disetujui_oleh) == (
        "disetujui", kantor["pimpinan"],
    )  # fmt: skip


def test_yang_ikut_mengisi_tidak_dapat_memilihnya(kantor, sekretariat):
    baris = kantor.lengkap(oleh="perencana")
    ajukan(baris, oleh=kantor["operator"])
    jawaban = halaman(sekretariat, "verifikasi", kantor)
    assert [b.sekaligus for b in antrean(jawaban, "verifikasi")] == [False]
    assert "Anda ikut mengisi angka ini" in jawaban.text
    baris.refresh_from_db()
    with tak_berubah():
        isi = {"aksi": "verifikasi", "baris": [baris.pk], **versi(baris)}
        jawaban = kirim(sekretariat, "verifikasi", kantor, **isi)
    assert "Anda ikut mengisi angka ini" in pesan(jawaban)[0]
    rincian = halaman(sekretariat, "periksa-baris", kantor, *satu(kantor))
    izin = rincian.context["tindakan"]["verifikasi"].izin
    assert izin.alasan.startswith("Anda ikut mengisi angka ini")
    assert f'disabled>Verifikasi</button> <span class="ket">{izin.alasan}' in rincian.text


@pytest.mark.parametrize("siapa", PEMBACA)
def test_pembaca_melihat_tanpa_tombol(siapa, kantor):
    baris = kantor.jadikan("diajukan")
    client = sebagai(kantor, siapa)
    jawaban = halaman(client, "verifikasi", kantor)
    assert "Halaman ini untuk sekretariat dan pimpinan" in jawaban.text
    assert [b.tampil.pk for b in antrean(jawaban, "verifikasi")] == [baris.pk]
    assert 'name="aksi"' not in jawaban.text
    assert 'name="satu"' not in jawaban.text
    with tak_berubah():
        isi = {"aksi": "verifikasi", "baris": [baris.pk], **versi(baris)}
        assert kirim(client, "verifikasi", kantor, **isi).status_code == 403
        isi = {"aksi": "verifikasi", "versi": str(baris.versi)}
        jawaban = kirim(client, "periksa-baris", kantor, *satu(kantor), **isi)
    assert jawaban.status_code == 403
    assert "Hanya sekretariat Dinas Uji yang memverifikasi realisasi." in jawaban.text


@pytest.mark.parametrize(
    ("siapa", "keadaan", "boleh"),
    [
        ("perencana", "diajukan", {"verifikasi": True, "kembalikan": True}),
        ("pimpinan", "diajukan", {"verifikasi": False, "kembalikan": False}),
        ("operator", "diajukan", {"verifikasi": False, "kembalikan": False, "tarik": True}),
        ("perencana_2", "diverifikasi", {"setujui": False, "kembalikan": False}),
        ("pimpinan", "diverifikasi", {"setujui": True, "kembalikan": True}),
        ("pimpinan", "disetujui", {"buka": True}),
        ("perencana", "disetujui", {"buka": False}),
        ("perencana", "draf", {}),
        ("pimpinan", "dikembalikan", {}),
    ],
)
def test_tombol_per_peran_dan_keadaan(siapa, keadaan, boleh, kantor):
    kantor.jadikan(keadaan)
    jawaban = halaman(sebagai(kantor, siapa), "periksa-baris", kantor, *satu(kantor))
    tindakan = jawaban.context["tindakan"]
    assert {kunci: bool(t.izin) for kunci, t in tindakan.items()} == boleh
    for kunci, milik in tindakan.items():
        assert (f'name="aksi" value="{kunci}"' in jawaban.text) == bool(milik.izin)
        if not milik.izin:
            assert f'<span class="ket">{milik.izin.alasan}</span>' in jawaban.text


def test_dikembalikan_dengan_alasan_per_isian(kantor, sekretariat):
    baris = kantor.jadikan("diajukan")
    isi = {
        "aksi": "kembalikan", "versi": str(baris.versi), "alasan-nilai": "satuannya orang",
        "alasan-bukti": "halaman 3", "alasan-upaya": " ",
    }  # fmt: skip
    jawaban = kirim(sekretariat, "periksa-baris", kantor, *satu(kantor), **isi)
    assert pesan(jawaban) == [f"{kantor.polos.nama} dikembalikan dengan alasannya."]
    assert dict(Pengembalian.objects.values_list("kolom", "alasan")) == {
        "nilai": "satuannya orang", "bukti": "halaman 3",
    }  # fmt: skip
    rincian = halaman(sekretariat, "periksa-baris", kantor, *satu(kantor))
    assert "“satuannya orang”" in rincian.text
    assert "di tangan pengisinya" in rincian.text


def test_tanpa_alasan_tidak_dikembalikan(kantor, sekretariat):
    baris = kantor.jadikan("diajukan")
    with tak_berubah():
        jawaban = kirim(
            sekretariat, "periksa-baris", kantor, *satu(kantor),
            aksi="kembalikan", versi=str(baris.versi),
        )  # fmt: skip
    assert "Tulis alasannya untuk mengembalikan." in jawaban.text
    assert '<details class="kembalikan" open>' in jawaban.text


def test_yang_berubah_sejak_dibaca_tidak_diputuskan_dan_alasannya_tinggal(kantor, sekretariat):
    baris = kantor.jadikan("diajukan")
    Realisasi.objects.filter(pk=baris.pk).update(versi=baris.versi + 1)
    isi = {"versi": str(baris.versi), "alasan-nilai": "satuannya <orang>"}
    for aksi in ("verifikasi", "kembalikan"):
        with tak_berubah():
            jawaban = kirim(sekretariat, "periksa-baris", kantor, *satu(kantor), aksi=aksi, **isi)
        assert jawaban.status_code == 409
        assert "Muat ulang untuk melihat keadaan terkini" in jawaban.text
        assert "satuannya &lt;orang&gt;</textarea>" in jawaban.text
        assert f'name="versi" value="{baris.versi + 1}"' in jawaban.text


def test_ditekan_dua_kali_bukan_orang_lain(kantor, sekretariat, pimpinan):
    """The second press is told what the first has done, and when; another person's is not."""
    baris = kantor.jadikan("diajukan")
    isi = {"aksi": "verifikasi", "versi": baris.versi}
    banyak = {"aksi": "verifikasi", "baris": str(baris.pk), **versi(baris)}
    kirim(sekretariat, "periksa-baris", kantor, *satu(kantor), **isi)
    saat = tulis_saat(CatatanJejak.objects.latest("pk").waktu, "Asia/Jakarta")
    with tak_berubah():
        lagi = pesan(kirim(sekretariat, "periksa-baris", kantor, *satu(kantor), **isi))
        antre = pesan(kirim(sekretariat, "verifikasi", kantor, **banyak))
        lain = kirim(sebagai(kantor, "perencana_2"), "periksa-baris", kantor, *satu(kantor), **isi)
    assert lagi[-1].endswith(f": Sudah Anda verifikasi {saat}.")
    assert antre == [lagi[-1]]
    assert (lain.status_code, "Orang lain baru saja" in lain.text) == (409, True)
    baris = kantor.baris()
    isi = {"aksi": "setujui", "versi": baris.versi}
    kirim(pimpinan, "periksa-baris", kantor, *satu(kantor), **isi)
    lagi = pesan(kirim(pimpinan, "periksa-baris", kantor, *satu(kantor), **isi))
    assert "Sudah Anda setujui" in lagi[-1]


def test_setelah_kunci_masih_diverifikasi_tetapi_tidak_dikembalikan(kantor, sekretariat):
    baris = kantor.jadikan("diajukan")
    atur_jendela(kantor.unit, 3, "terkunci")
    tindakan = halaman(sekretariat, "periksa-baris", kantor, *satu(kantor)).context["tindakan"]
    assert (bool(tindakan["verifikasi"].izin), bool(tindakan["kembalikan"].izin)) == (True, False)
    assert "dikunci" in tindakan["kembalikan"].izin.alasan
    isi = {"aksi": "verifikasi", "versi": str(baris.versi)}
    kirim(sekretariat, "periksa-baris", kantor, *satu(kantor), **isi)
    assert kantor.baris().status == "diverifikasi"


def test_dibuka_kembali_dengan_alasan_lalu_lewat_kunci_menunjuk_koreksi(kantor, pimpinan):
    baris = kantor.jadikan("disetujui")
    isi = {"aksi": "buka", "versi": str(baris.versi)}
    with tak_berubah():
        jawaban = kirim(pimpinan, "periksa-baris", kantor, *satu(kantor), **isi)
    assert "Tulis alasannya untuk membuka kembali." in jawaban.text
    atur_jendela(kantor.unit, 3, "terkunci")
    terkunci = halaman(pimpinan, "periksa-baris", kantor, *satu(kantor))
    assert alamat("koreksi-usul", kantor, *satu(kantor)) in terkunci.text
    atur_jendela(kantor.unit, 3, "terbuka")
    kirim(pimpinan, "periksa-baris", kantor, *satu(kantor), **isi, **{"alasan-umum": "salah baca"})
    assert kantor.baris().status == "dikembalikan"


def test_terlambat_ditandai(kantor, sekretariat):
    baris = kantor.lengkap()
    atur_jendela(kantor.unit, 3, "terlambat")
    ajukan(baris, oleh=kantor["operator"])
    jawaban = halaman(sekretariat, "verifikasi", kantor)
    assert "diajukan terlambat" in jawaban.text
    assert [b.tampil.terlambat for b in antrean(jawaban, "verifikasi")] == [True]


def test_periode_lalu_dan_tahun_lalu_di_samping(kantor, sekretariat):
    kantor.jadikan("disetujui")
    baris = kantor.lengkap(6, "16")
    ajukan(baris, oleh=kantor["operator"])
    client = sekretariat
    tujuan = alamat("periksa-baris", kantor, kantor.polos.indikator_id, 6)
    milik = client.get(tujuan).context["baris"]
    assert (milik.lalu.tampil, milik.target.tampil, milik.sampai.tampil, milik.capaian.tampil) == (
        "8", "16", "16", "100,00",
    )  # fmt: skip
    jawaban = client.get(tujuan, {"angka": milik.capaian.kunci})
    assert "Aturan: realisasi / target × 100" in jawaban.text


def test_antrean_menyebut_tetangganya(kantor, sekretariat):
    kantor.jadikan("diajukan")
    lain = diajukan(kantor, "20")
    rincian = halaman(sekretariat, "periksa-baris", kantor, *satu(kantor))
    assert (rincian.context["sebelumnya"].pk, rincian.context["berikutnya"]) == (lain.pk, None)


@pytest.mark.parametrize("bulan", [0, 4, 13, 99])
def test_periode_yang_tidak_ada(bulan, kantor, sekretariat):
    kantor.jadikan("diajukan")
    indikator = kantor.polos.indikator_id
    assert halaman(sekretariat, "periksa-baris", kantor, indikator, bulan).status_code == 404


def test_yang_belum_diisi_menyebut_yang_ditunggu(kantor, sekretariat):
    jawaban = halaman(sekretariat, "periksa-baris", kantor, *satu(kantor))
    assert jawaban.status_code == 404
    assert f"{kantor.polos.nama} belum diisi. Menunggu Bidang 1." in jawaban.text


@pytest.mark.parametrize("siapa", ["admin", "perencana_luar", "pimpinan_luar", "tanpa_tugas"])
def test_orang_luar_tidak_menemukannya(siapa, kantor):
    baris = kantor.jadikan("diajukan")
    client = sebagai(kantor, siapa)
    assert halaman(client, "verifikasi", kantor).status_code == 404
    with tak_berubah():
        isi = {"aksi": "verifikasi", "baris": [baris.pk], **versi(baris)}
        assert kirim(client, "verifikasi", kantor, **isi).status_code == 404
        isi = {"aksi": "verifikasi", "versi": "1"}
        assert kirim(client, "periksa-baris", kantor, *satu(kantor), **isi).status_code == 404


def test_kiriman_palsu_ditolak(kantor, sekretariat, pasuruan):
    """Rows of another unit or triwulan, an unknown button, a version that is none."""
    baris = kantor.jadikan("diajukan")
    asing = Realisasi.objects.filter(unit=pasuruan).first()
    with tak_berubah():
        for isi in (
            {"aksi": "verifikasi", "baris": [asing.pk], **versi(asing)},
            {"aksi": "setujui_semua", "baris": [baris.pk], **versi(baris)},
            {"aksi": "verifikasi", "baris": [baris.pk], f"versi-{baris.pk}": "-1"},
            {"satu": f"verifikasi-{asing.pk}", **versi(asing)},
        ):
            assert kirim(sekretariat, "verifikasi", kantor, **isi).status_code == 404
        for isi in (
            {"aksi": "hapus", "versi": str(baris.versi)},
            {"aksi": "verifikasi"},
            {"aksi": "kembalikan", "versi": str(baris.versi), "alasan-status": "x"},
        ):
            jawaban = kirim(sekretariat, "periksa-baris", kantor, *satu(kantor), **isi)
            assert jawaban.status_code == 404
        isi = {"aksi": "setujui", "baris": [baris.pk], **versi(baris)}
        assert kirim(sekretariat, "verifikasi", kantor, **isi).status_code == 403


def test_verifikator_dan_status_dari_kiriman_tidak_terbaca(kantor, sekretariat):
    baris = kantor.jadikan("diajukan")
    kirim(
        sekretariat, "periksa-baris", kantor, *satu(kantor), aksi="verifikasi",
        versi=str(baris.versi), status="disetujui", diverifikasi_oleh=kantor["perencana_2"].pk,
        nilai="99",
    )  # fmt: skip
    baris = kantor.baris()
    assert (baris.status, baris.diverifikasi_oleh, baris.nilai) == (
        "diverifikasi", kantor["perencana"], 8,
    )  # fmt: skip


def test_keadaan_kosong_mengatakan_apa_berikutnya(kantor, sekretariat, pimpinan):
    assert "2 isian masih di tangan pengisinya" in halaman(sekretariat, "verifikasi", kantor).text
    baris = kantor.jadikan("diajukan")
    assert "begitu diverifikasi sekretariat" in halaman(pimpinan, "verifikasi", kantor).text
    verifikasi(baris, oleh=kantor["perencana"])
    teks = halaman(sekretariat, "verifikasi", kantor).text
    assert "Tidak ada yang menunggu Anda" in teks
    assert "Menunggu persetujuan (1)" in teks
    kembalikan(kantor.baris(), oleh=kantor["pimpinan"], alasan={"nilai": "x"})
    assert "menunggu Bidang 1" in halaman(sekretariat, "verifikasi", kantor).text


def test_tanpa_pilihan_dikatakan(kantor, sekretariat):
    with tak_berubah():
        jawaban = kirim(sekretariat, "verifikasi", kantor, aksi="verifikasi")
    assert pesan(jawaban) == ["Belum ada isian yang dipilih. Pilih dahulu, lalu kirim."]


def test_banyaknya_kueri_tetap(kantor, sekretariat):
    kantor.jadikan("diajukan")
    meja = alamat("verifikasi", kantor) + "?triwulan=1"
    rincian = alamat("periksa-baris", kantor, *satu(kantor))
    awal = [banyak_kueri(sekretariat, tujuan) for tujuan in (meja, rincian)]
    diajukan(kantor), diajukan(kantor)
    assert [banyak_kueri(sekretariat, tujuan) for tujuan in (meja, rincian)] == awal
    assert awal[0] <= 55
    assert awal[1] <= 85
