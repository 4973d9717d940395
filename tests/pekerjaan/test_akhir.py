"""How a job ends while its worker is well: done, failed with a reason, or taking too long."""

from datetime import timedelta

from django.urls import reverse

from sakip.pekerjaan import registri
from sakip.pekerjaan.services.antre import antrekan
from tests.pekerjaan.jenis import cepat, efek
from tests.pekerjaan.proses import sampai_usai


def test_kemajuan_terbaca_sementara_berjalan(
    pabrik_tetap, jenis_uji, setengah, gerbang, client, pemilik
):
    pekerjaan = setengah("uji.sekali", "terbaca")
    client.force_login(pemilik)
    alamat = reverse("pekerjaan:rincian", args=[pekerjaan.pk])
    isi = client.get(alamat).content.decode()
    assert "<span>50%</span>" in isi
    assert "Menyusun bab 3" in isi
    gerbang.touch()
    sampai_usai(pekerjaan)
    assert "Selesai" in client.get(alamat).content.decode()


def test_macet_dibunuh_setelah_batas_waktu(pabrik_tetap, jenis_uji, pemilik):
    pekerjaan = antrekan("uji.macet", oleh=pemilik)
    sampai_usai(pekerjaan)
    assert (pekerjaan.status, pekerjaan.percobaan) == ("gagal", 1)
    assert pekerjaan.alasan == (
        "Belum selesai dalam 1 detik, sehingga dihentikan. Mulai lagi; bila berulang, sampaikan "
        "kepada admin."
    )
    berikut = antrekan("uji.cepat", oleh=pemilik, argumen={"kunci": "setelah-macet"})
    sampai_usai(berikut)
    assert berikut.status == "selesai"


ADA_GALAT = (
    "Ada galat di aplikasi. Mulai lagi; bila berulang, sampaikan kepada admin: sebabnya tercatat "
    "di log dengan nomor pekerjaan {}."
)


def test_galat_menjadi_alasan(pabrik_tetap, jenis_uji, pemilik):
    """A known error in its own words; an unknown one by its number, with its cause in the log."""
    alasan = {"sengaja": "Renstra belum disahkan.", "tidak ada": "Unit hilang.", "lain": ADA_GALAT}
    for apa, harapan in alasan.items():
        pekerjaan = antrekan("uji.galat", oleh=pemilik, argumen={"apa": apa})
        sampai_usai(pekerjaan)
        assert (pekerjaan.status, pekerjaan.percobaan) == ("gagal", 1)
        assert pekerjaan.alasan == harapan.format(pekerjaan.pk)
    (baris,) = [b for b in pabrik_tetap.log().splitlines() if "rahasia dalam" in b]
    assert f'"pekerjaan": {pekerjaan.pk}' in baris


def test_jenis_yang_tidak_dikenal_pekerja(pabrik_tetap, jenis_uji, pemilik):
    """The server is newer than the worker, which was not restarted."""
    batas = timedelta(seconds=5)
    registri.daftar("uji.baru", "Baru", cepat, batas_waktu=batas, aman_diulang=True)
    pekerjaan = antrekan("uji.baru", oleh=pemilik, argumen={"kunci": "baru"})
    sampai_usai(pekerjaan)
    assert (pekerjaan.status, pekerjaan.percobaan) == ("gagal", 1)
    assert pekerjaan.alasan == (
        "Pekerja tidak mengenal jenis pekerjaan ini. Sampaikan kepada admin supaya pekerja "
        "dijalankan ulang, lalu mulai lagi."
    )
    assert efek("baru", "awal") == []
