"""Periksa lalu ajukan: everything is shown, what is missing is named, what is ready goes."""

import pytest

from pengukuran.models import CatatanKesiapan, Realisasi
from pengukuran.services.langkah import kembalikan
from perencanaan.models import TargetPeriode
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


@pytest.fixture
def operator(kantor):
    return sebagai(kantor, "operator")


def nama(baris: list) -> list[str]:
    return [satu.nama for satu in baris]


def versi(*baris: Realisasi) -> dict[str, str]:
    return {f"versi-{satu.pk}": str(satu.versi) for satu in baris}


def test_setiap_isi_terlihat_dan_yang_kurang_disebut(kantor, operator):
    kantor.lengkap()
    kantor.isi("pendukung", "<b>hibah</b>")
    jawaban = halaman(operator, "ajukan", kantor)
    assert (nama(jawaban.context["siap"]), nama(jawaban.context["belum"])) == (
        [kantor.polos.nama], [kantor.rumus.nama],
    )  # fmt: skip
    assert "&lt;b&gt;hibah&lt;/b&gt;" in jawaban.text
    siap = jawaban.context["siap"][0]
    assert {s.kolom: (s.perlu, s.diminta) for s in siap.sel} == {
        "nilai": (False, False), "pendukung": (False, False),
        "penghambat": (True, False), "upaya": (True, False),
    }  # fmt: skip
    kosong = jawaban.context["belum"][0]
    assert {s.kolom for s in kosong.sel if s.perlu} == {
        "variabel.kini", "variabel.semua", "nilai",
    }  # fmt: skip
    isi_baris = alamat("isi-baris", kantor, kantor.polos.indikator_id, 3)
    assert f'href="{isi_baris}#sel-{kantor.polos.indikator_id}-3-upaya"' in jawaban.text


def test_yang_tidak_dijadwalkan_tidak_ditanyakan(kantor, operator):
    dijadwalkan = halaman(operator, "ajukan", kantor).context["belum"]
    assert nama(dijadwalkan) == [kantor.polos.nama, kantor.rumus.nama]
    TargetPeriode.objects.filter(
        rencana_indikator__indikator=kantor.rumus.indikator_id, bulan=3
    ).update(jenis="tidak_dijadwalkan", nilai=None, alasan="survei tahunan")
    assert nama(halaman(operator, "ajukan", kantor).context["belum"]) == [kantor.polos.nama]


def test_yang_siap_dikirim_dan_yang_belum_disebut(kantor, operator):
    baris = kantor.lengkap()
    kantor.isi("variabel.kini", "1", milik="rumus")
    belum = kantor.baris(milik="rumus")
    jawaban = kirim(
        operator, "ajukan", kantor, aksi="kirim", baris=[baris.pk, belum.pk], **versi(baris, belum)
    )
    assert pesan(jawaban) == [
        "1 isian dikirim ke sekretariat.",
        f"1 isian belum dikirim dan tetap di sini: {kantor.rumus.nama}.",
    ]
    assert (kantor.baris().status, kantor.baris(milik="rumus").status) == ("diajukan", "draf")
    assert kantor.baris().diajukan_oleh == kantor["operator"]


def test_kiriman_ulang_tidak_menulis_lagi(kantor, operator):
    baris = kantor.lengkap()
    isi = {"aksi": "kirim", "baris": [baris.pk], **versi(baris)}
    pesan(kirim(operator, "ajukan", kantor, **isi))
    with tak_berubah():
        jawaban = kirim(operator, "ajukan", kantor, **isi)
    assert (
        f"1 isian belum dikirim dan tetap di sini: {kantor.polos.nama}: sudah" in pesan(jawaban)[0]
    )


def test_yang_berubah_sejak_dibaca_tidak_dikirim(kantor, operator):
    baris = kantor.lengkap()
    kantor.isi("upaya", "menyurati", oleh="operator_2")
    with tak_berubah():
        jawaban = kirim(operator, "ajukan", kantor, aksi="kirim", baris=[baris.pk], **versi(baris))
    assert "Muat ulang untuk melihat keadaan terkini" in pesan(jawaban)[0]


def test_penjelasan_ditulis_lalu_dikirim_sekali_tekan(kantor, operator):
    baris = kantor.lengkap(3, "20")
    (temuan,) = halaman(operator, "ajukan", kantor).context["belum"][0].temuan
    assert (temuan.temuan.kode, temuan.catatan) == ("melebihi_target", "")
    kunci = f"{baris.pk}-melebihi_target"
    kirim(
        operator, "ajukan", kantor, aksi="kirim", baris=[baris.pk],
        **versi(baris), **{f"catatan-{kunci}": " ada hibah ", f"semula-{kunci}": ""},
    )  # fmt: skip
    assert CatatanKesiapan.objects.get().teks == "ada hibah"
    assert kantor.baris().status == "diajukan"


def test_tanpa_penjelasan_tetap_draf(kantor, operator):
    baris = kantor.lengkap(3, "20")
    with tak_berubah():
        kirim(operator, "ajukan", kantor, aksi="kirim", baris=[baris.pk], **versi(baris))
    assert kantor.baris().status == "draf"


def test_penjelasan_yang_didahului_kembali_dengan_keduanya(kantor, operator):
    baris = kantor.lengkap(3, "20")
    CatatanKesiapan.objects.create(
        realisasi=baris, kode="melebihi_target", teks="salah hitung", oleh=kantor["operator_2"]
    )
    kunci = f"{baris.pk}-melebihi_target"
    isi = {f"catatan-{kunci}": "ada hibah", f"semula-{kunci}": ""}
    with tak_berubah():
        jawaban = kirim(
            operator, "ajukan", kantor, aksi="kirim", baris=[baris.pk], **versi(baris), **isi
        )
    assert jawaban.status_code == 409
    assert "Orang lain baru saja menulis penjelasan ini: “salah hitung”." in jawaban.text
    (temuan,) = [t for b in jawaban.context["siap"] for t in b.temuan]
    assert (temuan.catatan, temuan.ketikan) == ("salah hitung", "ada hibah")
    assert jawaban.text.count("ada hibah</textarea>") == 1


def test_jendela_tertutup_menyimpan_ketikan_dan_menyebut_sebabnya(kantor, operator):
    baris = kantor.lengkap(3, "20")
    atur_jendela(kantor.unit, 3, "terkunci")
    kunci = f"{baris.pk}-melebihi_target"
    isi = {f"catatan-{kunci}": "ada hibah", f"semula-{kunci}": ""}
    with tak_berubah():
        jawaban = kirim(operator, "ajukan", kantor, aksi="kirim", baris=[baris.pk],
                        **versi(baris), **isi)  # fmt: skip
    assert "ada hibah</textarea>" in jawaban.text
    assert "minta perpanjangan kepada bagian organisasi" in jawaban.text
    assert "disabled>Kirim ke sekretariat" in jawaban.text


def test_ditarik_oleh_pengajunya_saja(kantor, operator):
    baris = kantor.jadikan("diajukan")
    assert "Tarik kembali" in halaman(operator, "ajukan", kantor).text
    rekan = sebagai(kantor, "operator_2")
    assert "Tarik kembali" not in halaman(rekan, "ajukan", kantor).text
    with tak_berubah():
        assert kirim(rekan, "ajukan", kantor, tarik=baris.pk, **versi(baris)).status_code == 403
    kirim(operator, "ajukan", kantor, tarik=baris.pk, **versi(baris))
    assert kantor.baris().status == "draf"


def test_yang_dikembalikan_menyebut_siapa_dan_mengapa(kantor, operator):
    baris = kantor.jadikan("diajukan")
    kembalikan(baris, oleh=kantor["perencana"], alasan={"nilai": "satuannya <orang>"})
    teks = halaman(operator, "ajukan", kantor).text
    assert f"Dikembalikan {kantor['perencana']}: “satuannya &lt;orang&gt;”" in teks


@pytest.mark.parametrize(
    "siapa",
    ["operator_lain", "pimpinan", "pembaca", "inspektorat", "organisasi"],
)
def test_yang_tidak_mengisi_membaca_saja(siapa, kantor):
    baris = kantor.lengkap()
    client = sebagai(kantor, siapa)
    jawaban = halaman(client, "ajukan", kantor)
    assert "Tidak ada yang Anda ajukan" in jawaban.text
    assert "Kirim ke sekretariat" not in jawaban.text
    with tak_berubah():
        jawaban = kirim(client, "ajukan", kantor, aksi="kirim", baris=[baris.pk], **versi(baris))
    assert jawaban.status_code == 403
    assert "Tidak ada realisasi yang Anda isi" in jawaban.text


@pytest.mark.parametrize("siapa", ["admin", "perencana_luar", "tanpa_tugas"])
def test_orang_luar_tidak_menemukannya(siapa, kantor):
    assert halaman(sebagai(kantor, siapa), "ajukan", kantor).status_code == 404


def test_baris_unit_lain_dan_nomor_palsu_ditolak(kantor, operator, pasuruan):
    asing = Realisasi.objects.filter(unit=pasuruan).first()
    baris = kantor.lengkap()
    with tak_berubah():
        for nomor in (str(asing.pk), "0", "-1", "１", "9" * 30, "x"):
            isi = {"aksi": "kirim", "baris": [nomor], f"versi-{nomor}": "1", **versi(baris)}
            assert kirim(operator, "ajukan", kantor, **isi).status_code == 404
        isi = {"aksi": "kirim", "baris": [baris.pk], f"versi-{baris.pk}": "x"}
        assert kirim(operator, "ajukan", kantor, **isi).status_code == 404


def test_status_dan_verifikator_palsu_tidak_terbaca(kantor, operator):
    baris = kantor.lengkap()
    kirim(
        operator, "ajukan", kantor, aksi="kirim", baris=[baris.pk], **versi(baris),
        status="disetujui", diverifikasi_oleh=kantor["perencana"].pk, nilai="99",
    )  # fmt: skip
    baris = kantor.baris()
    assert (baris.status, baris.diverifikasi_oleh, baris.nilai) == ("diajukan", None, 8)


def test_sekretariat_tidak_memilih_isian_bidang(kantor):
    baris = kantor.lengkap()
    jawaban = halaman(sebagai(kantor, "perencana"), "ajukan", kantor)
    assert baris.pk not in jawaban.context["dipilih"]
    assert "tidak dapat Anda verifikasi" in jawaban.text
    kantor.isi("upaya", "menyurati", oleh="perencana")
    jawaban = halaman(sebagai(kantor, "perencana"), "ajukan", kantor)
    assert baris.pk in jawaban.context["dipilih"]


def test_tanpa_pilihan_dikatakan(kantor, operator):
    kantor.lengkap()
    with tak_berubah():
        assert pesan(kirim(operator, "ajukan", kantor, aksi="kirim")) == [
            "Belum ada yang dikirim. Pilih dahulu isian yang siap, lalu kirim."
        ]


def test_banyaknya_kueri_tetap(kantor: Kantor, operator):
    kantor.lengkap()
    tujuan = alamat("ajukan", kantor) + "?triwulan=1"
    satu = banyak_kueri(operator, tujuan)
    for _ in range(2):
        isi_lengkap(kantor, tambah_indikator(kantor), "20")
    assert banyak_kueri(operator, tujuan) == satu <= 50
