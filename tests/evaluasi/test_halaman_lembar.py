"""LKE: opened by the inspektorat, led stage by stage, with what is missing and why not."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi.models import Instrumen, LembarKerja, TahapLembar
from evaluasi.services.lembar import beri_nilai, buka_kembali_tahap, jawab, mulai_tahap
from sakip.dokumen.telusur import telusuri
from sakip.organisasi.models import Jendela
from tests.evaluasi.alat_lembar import alamat, sebagai, sub
from tests.evaluasi.pabrik import (
    instrumen_nasional,
    kriteria_dari,
    lhe_kertas,
    nilai,
    pilihan,
    selesai_evaluasi,
    selesai_mandiri,
    tahap,
)
from tests.organisasi.alat import kirim


def buka(orang):
    return sebagai(orang).get(alamat("lembar"))


def langkah(orang, aksi: str, kode: str, **isi: str):
    return sebagai(orang).post(alamat("lembar"), {"aksi": aksi, "tahap": kode, **isi})


def keadaan(halaman) -> dict[str, tuple[str, str]]:
    """Of each stage its word, and why this person may not go on; blank where one may."""
    return {
        satu.kode: (tanda[1], getattr(satu.langkah, "alasan", ""))
        for satu, tanda in halaman.context["tahap"]
    }


def test_inspektorat_membuka_lembar(pasuruan, orang):
    instrumen_nasional()
    client = sebagai(orang.inspektorat)
    halaman = client.get(alamat("lembar"))
    assert halaman.context["form"].initial["tahun_evaluasi"] == 2024
    jawaban = kirim(
        client, alamat("lembar"), tahun_evaluasi="2024",
        instrumen=str(Instrumen.objects.latest("pk").pk),
    )  # fmt: skip
    assert jawaban.status_code == 302
    lembar = LembarKerja.objects.get(unit=pasuruan, tahun_kinerja=2023)
    assert (lembar.tahun_evaluasi, lembar.tahap.count()) == (2024, 2)
    assert "Evaluasi 2024 atas kinerja 2023" in client.get(alamat("lembar")).text


def test_tanpa_instrumen_dipasang_dahulu(pasuruan, orang):
    Instrumen.objects.update(status="draf")
    client = sebagai(orang.inspektorat)
    assert "Belum ada instrumen yang berlaku" in client.get(alamat("lembar")).text
    client.post(alamat("lembar"), {"aksi": "pasang"})
    assert Instrumen.objects.filter(pemda=pasuruan.pemda, status="berlaku").count() == 1
    assert "form" in client.get(alamat("lembar")).context


@pytest.mark.parametrize("siapa", ["perencana", "pimpinan", "pembaca", "operator"])
def test_pembaca_diberi_tahu_siapa_yang_membuka(siapa, pemeran):
    instrumen_nasional()
    halaman = buka(pemeran[siapa])
    assert "Inspektorat Kota Pasuruan membukanya di halaman ini." in halaman.text
    ditolak = sebagai(pemeran[siapa]).post(alamat("lembar"), {"tahun_evaluasi": "2024"})
    assert ditolak.status_code == 403
    assert not LembarKerja.objects.filter(tahun_kinerja=2023).exists()


def test_unit_lain_dan_tahun_tanpa_renstra(pemeran, orang):
    assert buka(pemeran["perencana_lain"]).status_code == 404
    assert sebagai(orang.unit).get(alamat("lembar", tahun=2001)).status_code == 404


def test_tahap_dalam_kata_dan_alasannya(lembar, orang, pemeran):
    assert keadaan(buka(orang.unit)) == {
        "mandiri": ("belum dimulai", ""),
        "evaluator": ("dikerjakan inspektorat", ""),
    }
    (_, mandiri), (_, evaluator) = keadaan(buka(orang.inspektorat)).values()
    assert mandiri.startswith("Hanya")
    assert evaluator == "Tahap “Penilaian mandiri” belum selesai. Tunggu sampai selesai."
    Jendela.objects.filter(jenis="evaluasi").delete()
    _, alasan = keadaan(buka(orang.unit))["mandiri"]
    assert alasan == "Jendela evaluasi 2023 belum diatur. Hubungi bagian organisasi."
    assert "Hubungi bagian organisasi." in buka(orang.unit).text
    assert langkah(orang.unit, "mulai", "mandiri").status_code == 409
    assert keadaan(buka(pemeran["pembaca"]))["mandiri"][1]


def test_mulai_isi_selesaikan(lembar, orang):
    assert langkah(orang.unit, "mulai", "mandiri").status_code == 302
    halaman = buka(orang.unit)
    assert "80 kriteria belum dijawab, mulai dari 1.a.1. Jawab semuanya." in halaman.text
    assert "0 dari 80 kriteria dijawab" in halaman.text
    assert 'value="selesaikan"' not in halaman.text
    kurang = langkah(orang.unit, "selesaikan", "mandiri")
    assert kurang.status_code == 409
    assert "80 kriteria belum dijawab" in kurang.context["galat"][0]
    TahapLembar.objects.filter(lembar=lembar).update(status="belum")
    selesai_mandiri(lembar, orang)
    assert keadaan(buka(orang.inspektorat))["mandiri"] == ("selesai", "")


def test_tombol_selesaikan_bila_lengkap(lembar, orang):
    bagian = tahap(lembar, "mandiri")
    mulai_tahap(bagian, oleh=orang.unit)
    for satu in kriteria_dari(lembar):
        bagian.jawaban.create(kriteria=satu, pilihan=pilihan(satu, "Ya"), dijawab_oleh=orang.unit)
    assert 'value="selesaikan"' in buka(orang.unit).text
    langkah(orang.unit, "selesaikan", "mandiri")
    bagian.refresh_from_db()
    assert bagian.status == "selesai"


@pytest.mark.parametrize(
    ("siapa", "aksi", "kode", "status"),
    [
        ("perencana", "buka-kembali", "mandiri", 403), ("pimpinan", "selesaikan", "evaluator", 404),
        ("inspektorat", "hapus", "mandiri", 404), ("inspektorat", "mulai", "tiada", 404),
        ("inspektorat", "mulai", "mandiri", 409), ("perencana_lain", "mulai", "mandiri", 404),
    ],
)  # fmt: skip
def test_langkah_yang_ditolak(siapa, aksi, kode, status, lembar, orang, pemeran):
    selesai_mandiri(lembar, orang)
    jawaban = langkah(pemeran[siapa], aksi, kode, alasan="Perlu dilengkapi.")
    assert jawaban.status_code == status
    assert {satu.status for satu in lembar.tahap.all()} == {"selesai", "belum"}


def test_buka_kembali_dengan_alasan_lalu_perbaikannya(lembar, orang):
    bagian = selesai_mandiri(lembar, orang)
    tanpa = langkah(orang.inspektorat, "buka-kembali", "mandiri", alasan=" ")
    assert tanpa.status_code == 409
    assert "Tulis alasannya" in tanpa.context["galat"][0]
    langkah(orang.inspektorat, "buka-kembali", "mandiri", alasan="Bukti 1.a belum ada.")
    halaman = buka(orang.unit)
    assert "“Bukti 1.a belum ada.”" in halaman.text
    assert halaman.context["perbaikan"] == ()
    satu, dua, tiga = kriteria_dari(lembar)[:3]
    bagian.refresh_from_db()
    jawab(bagian, satu, oleh=orang.unit, pilihan=pilihan(satu, "Tidak"), versi=1)
    # there and back again is no change
    jawab(bagian, dua, oleh=orang.unit, pilihan=pilihan(dua, "Tidak"), versi=1)
    jawab(bagian, dua, oleh=orang.unit, pilihan=pilihan(dua, "Ya"), versi=2)
    jawab(bagian, tiga, oleh=orang.unit, pilihan=pilihan(tiga, "Ya"), catatan="SK 1.", versi=1)
    ((_, daftar),) = buka(orang.inspektorat).context["perbaikan"]
    assert [(b.isi.sebutan, b.isi.semula, b.isi.kini, b.isi.catatan_berubah) for b in daftar] == [
        ("1.a.1", "Ya", "Tidak", False), ("1.a.3", "Ya", "Ya", True),
    ]  # fmt: skip
    assert daftar[0].alamat == f"{alamat('lembar-isi', 'mandiri')}?sub=1.a#kriteria-{satu.pk}"


def test_nilai_total_dan_predikat_bila_lengkap(lembar, orang):
    selesai_mandiri(lembar, orang)
    bagian = tahap(lembar, "evaluator")
    mulai_tahap(bagian, oleh=orang.inspektorat)
    beri_nilai(
        bagian, sub(lembar), oleh=orang.inspektorat, pilihan=nilai(lembar, "A"), catatan="Lengkap."
    )
    skor = buka(orang.inspektorat).context["skor"]
    assert skor.komponen[0].sub[0].skor[1].nilai.tampil == "5,40"
    assert skor.komponen[0].nilai[1].alasan == "2 dari 3 sub-komponennya belum dinilai."
    assert skor.total[1].alasan.startswith("Belum dinilai: 1.b, 1.c, 2.a")
    assert "belum ada" in buka(orang.inspektorat).text
    # what the inspektorat has not finished stays its own
    assert len(buka(orang.unit).context["skor"].tahap) == 1
    TahapLembar.objects.filter(pk=bagian.pk).update(status="belum")
    bagian.nilai.all().delete()
    selesai_evaluasi(lembar, orang)
    skor = buka(orang.unit).context["skor"]
    assert [a.tampil for _, a in [(k, k.nilai[1]) for k in skor.komponen]] == [
        "23,10", "20,10", "13,05", "14,25",
    ]  # fmt: skip
    assert (skor.total[1].tampil, skor.predikat[1].kode) == ("70,50", "BB")
    assert skor.bobot.tampil == "100,00"


def test_dari_mana_nilai_itu(lembar, orang):
    selesai_mandiri(lembar, orang)
    selesai_evaluasi(lembar, orang)
    halaman = buka(orang.unit)
    angka = list(telusuri(halaman.context["skor"]))
    nilai_kunci = {}
    for satu in angka:
        assert nilai_kunci.setdefault(satu.kunci, satu.tampil) == satu.tampil
    kunci = halaman.context["skor"].komponen[0].sub[0].skor[1].nilai.kunci
    panel = sebagai(orang.unit).get(alamat("lembar"), {"angka": kunci})
    assert "bobot × bagian menurut nilainya" in panel.text
    assert f"dinilai {orang.inspektorat}" in panel.text
    assert "90%" in panel.text


def test_yang_dinilai_lebih_rendah(lembar, orang):
    selesai_mandiri(lembar, orang)
    bagian = tahap(lembar, "evaluator")
    mulai_tahap(bagian, oleh=orang.inspektorat)
    satu, dua = kriteria_dari(lembar)[:2]
    isi = {"oleh": orang.inspektorat}
    jawab(bagian, satu, pilihan=pilihan(satu, "Tidak"), catatan="Belum diformalkan.", **isi)
    jawab(bagian, dua, pilihan=pilihan(dua, "Ya"), **isi)
    assert buka(orang.unit).context["ditolak"] == []
    TahapLembar.objects.filter(pk=bagian.pk).update(status="selesai")
    (tolak,) = buka(orang.unit).context["ditolak"]
    assert (tolak.isi.sebutan, tolak.isi.semula, tolak.isi.menjadi) == ("1.a.1", "Ya", "Tidak")
    assert tolak.isi.catatan == "Belum diformalkan."
    assert tolak.alamat == f"{alamat('lembar-isi', 'evaluator')}?sub=1.a#kriteria-{satu.pk}"


def test_nilai_sub_yang_lebih_rendah_ikut_disebut(lembar, orang):
    mandiri = selesai_mandiri(lembar, orang)
    TahapLembar.objects.filter(pk=mandiri.pk).update(status="berjalan")
    mandiri.refresh_from_db()
    beri_nilai(mandiri, sub(lembar), oleh=orang.unit, pilihan=nilai(lembar, "BB"))
    TahapLembar.objects.filter(pk=mandiri.pk).update(status="selesai")
    selesai_evaluasi(lembar, orang, ("C",) * 12)
    ditolak = buka(orang.unit).context["ditolak"]
    assert [(t.isi.sebutan, t.isi.semula, t.isi.menjadi) for t in ditolak] == [("1.a", "BB", "C")]
    assert ditolak[0].alamat.endswith("?sub=1.a#nilai")


def test_tahun_lalu_dari_lhe(pasuruan, lembar, orang):
    from evaluasi.services.lhe import terbitkan_lhe  # noqa: PLC0415 -- only here

    lama = LembarKerja.objects.filter(tahun_kinerja=2022)
    assert not lama.exists()
    dari = lhe_kertas(pasuruan, orang, tahun_evaluasi=2023, tahun_kinerja=2022)
    terbitkan_lhe(dari, oleh=orang.inspektorat)
    lalu = buka(orang.unit).context["lalu"]
    assert (lalu.tahun, lalu.nilai.tampil) == (2022, "75,51")


def test_banyaknya_kueri_tidak_bertambah_dengan_jawaban(lembar, orang):
    bagian = tahap(lembar, "mandiri")
    mulai_tahap(bagian, oleh=orang.unit)
    buka(orang.unit)
    hasil = []
    for awal, akhir in ((0, 1), (1, 12)):
        for satu in kriteria_dari(lembar)[awal:akhir]:
            jawab(bagian, satu, oleh=orang.unit, pilihan=pilihan(satu, "Ya"))
        client = sebagai(orang.unit)
        with CaptureQueriesContext(connection) as kueri:
            client.get(alamat("lembar"))
        hasil.append(len(kueri))
    assert hasil[0] == hasil[1]


def test_riwayat_lembar(lembar, orang):
    tujuan = reverse(
        "beranda:riwayat", args=[lembar.unit.kode, 2023, "evaluasi.lembarkerja", lembar.pk]
    )
    assert f'href="{tujuan}"' in buka(orang.unit).text
    assert "membuka lembar kerja evaluasi" in sebagai(orang.unit).get(tujuan).text


def test_dibuka_lagi_setelah_evaluasi_selesai(lembar, orang):
    selesai_mandiri(lembar, orang)
    akhir = selesai_evaluasi(lembar, orang)
    _, alasan = keadaan(buka(orang.inspektorat))["mandiri"]
    assert alasan == "Tahap “Evaluasi inspektorat” sudah selesai. Buka kembali tahap itu dahulu."
    buka_kembali_tahap(akhir, oleh=orang.inspektorat, alasan="Keliru menjumlah.")
    assert keadaan(buka(orang.inspektorat))["mandiri"] == ("selesai", "")
