"""The pages of an instrument: read, copied, edited while a draft, put in force, and refused."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi.models import (
    BatasPredikat,
    Instrumen,
    Komponen,
    Kriteria,
    PilihanJawaban,
    SkalaJawaban,
    SubKomponen,
    TahapEvaluasi,
)
from evaluasi.services.instrumen import berlakukan
from evaluasi.status import StatusInstrumen
from sakip.organisasi.models import Pemda
from tests.evaluasi.alat_lembar import sebagai
from tests.evaluasi.pabrik import instrumen_draf, instrumen_nasional
from tests.web.borang import isi_halaman, tambah

PEMDA = "kota-pasuruan"


@pytest.fixture
def nasional(pasuruan) -> Instrumen:
    return instrumen_nasional()


@pytest.fixture
def draf(pasuruan, orang, rekaman) -> Instrumen:
    return rekaman.putar(instrumen_draf, pasuruan, orang)


@pytest.fixture
def client(orang) -> Client:
    return sebagai(orang.inspektorat)


def alamat(nama: str = "", *sisa: object) -> str:
    return reverse(f"evaluasi:instrumen{nama}", args=[PEMDA, *sisa])


def kirim(client, tujuan: str, **ubah):
    return client.post(tujuan, tambah(isi_halaman(client.get(tujuan)), ubah), follow=True)


def sub_dari(instrumen: Instrumen, kode: str = "1.a") -> SubKomponen:
    return SubKomponen.objects.get(komponen__instrumen=instrumen, kode=kode)


def kriteria_dari(instrumen: Instrumen) -> list[Kriteria]:
    return list(Kriteria.objects.filter(sub__komponen__instrumen=instrumen))


def test_daftar_menyebut_yang_berlaku_dan_drafnya(client, draf, nasional):
    halaman = client.get(alamat())
    assert [(b.instrumen, b.draf) for b in halaman.context["daftar"]] == [
        (draf, True),
        (nasional, False),
    ]
    assert "2022 dan sesudahnya" in halaman.text
    assert "belum berlaku" in halaman.text


def test_milik_pemda_menggantikan_yang_nasional(client, draf, nasional, orang):
    berlakukan(draf, oleh=orang.inspektorat)
    masa = {b.instrumen.pk: b.masa for b in client.get(alamat()).context["daftar"]}
    assert (masa[nasional.pk].awal, masa[nasional.pk].akhir) == (2022, 2023)
    assert (masa[draf.pk].awal, masa[draf.pk].akhir) == (2024, None)


def test_tanpa_instrumen_dipasang_dari_halaman_ini(client, pasuruan, pemeran):
    Instrumen.objects.update(pemda=pemeran.unit_luar.pemda)
    assert "Belum ada instrumen" in client.get(alamat()).text
    client.post(alamat())
    satu = Instrumen.objects.get(pemda=pasuruan.pemda)
    assert (satu.pemda, satu.status) == (pasuruan.pemda, StatusInstrumen.BERLAKU)


def test_membaca_seluruh_isi(client, nasional):
    halaman = client.get(alamat("-satu", nasional.pk))
    isi = halaman.context["isi"]
    assert [komponen.bobot.tampil for komponen in isi.komponen] == [
        "30,00", "30,00", "15,00", "25,00",
    ]  # fmt: skip
    assert (isi.bobot.tampil, isi.bobot.nilai) == ("100,00", Decimal(100))
    assert sum(len(sub.kriteria) for satu in isi.komponen for sub in satu.sub) == 80
    assert "data aplikasi: Perjanjian Kinerja ditandatangani tepat waktu" in halaman.text
    assert "menentukan nilai LHE" in halaman.text
    assert "Instrumen nasional tidak diubah. Salin dahulu" in halaman.text
    assert "Ubah nama dan cara" not in halaman.text


def test_asal_jumlah_bobot_dapat_ditanya(client, nasional):
    kunci = f"lke-bobot-semua/{nasional.pk}"
    halaman = client.get(alamat("-satu", nasional.pk), {"angka": kunci})
    assert "jumlah bobot komponennya" in halaman.text


def test_menyalin_menjadi_draf(client, nasional):
    halaman = kirim(client, alamat("-salin", nasional.pk), tahun="2025")
    assert "Salinannya menjadi draf" in halaman.text
    satu = Instrumen.objects.get(status=StatusInstrumen.DRAF)
    assert (satu.asal, satu.tahun, satu.pemda.kode) == (nasional, 2025, PEMDA)
    fakta = Kriteria.objects.filter(sub__komponen__instrumen=satu).exclude(fakta="")
    assert fakta.count() == 18


def test_tahun_salinan_yang_tidak_wajar_ditolak(client, nasional):
    halaman = kirim(client, alamat("-salin", nasional.pk), tahun="1990")
    assert "Tahun 1990 di luar jangkauan" in halaman.text
    assert Instrumen.objects.count() == 1


def test_mengubah_nama_dan_cara(client, draf):
    kirim(client, alamat("-ubah", draf.pk), nama="Evaluasi kota", cara="kriteria")
    draf.refresh_from_db()
    assert (draf.nama, draf.cara, draf.versi) == ("Evaluasi kota", "kriteria", 2)


def test_bobot_yang_tidak_seratus_menghalangi(client, draf):
    sub = sub_dari(draf)
    halaman = kirim(client, alamat("-bagian", draf.pk, "sub", sub.pk), bobot="7,5")
    assert "Jumlah bobot 101,5, seharusnya 100" in halaman.text
    assert "Berlakukan instrumen" not in halaman.text
    jawaban = client.post(alamat("-satu", draf.pk))
    assert jawaban.status_code == 409
    assert "Belum diberlakukan" in jawaban.text
    draf.refresh_from_db()
    assert draf.status == StatusInstrumen.DRAF


def test_memberlakukan_lalu_tertutup(client, draf):
    assert "Tidak ada yang menghalangi" in client.get(alamat("-satu", draf.pk)).text
    assert client.post(alamat("-satu", draf.pk)).status_code == 302
    draf.refresh_from_db()
    assert draf.status == StatusInstrumen.BERLAKU
    sub = sub_dari(draf)
    for tujuan in (
        alamat("-ubah", draf.pk),
        alamat("-bagian", draf.pk, "sub", sub.pk),
        alamat("-bagian-hapus", draf.pk, "sub", sub.pk),
        alamat("-bagian-baru", draf.pk, "komponen"),
    ):
        jawaban = client.post(tujuan)
        assert jawaban.status_code == 403
        assert "Salin menjadi versi baru" in jawaban.text
    assert "Salin menjadi versi baru" in client.get(alamat("-satu", draf.pk)).text
    assert sub_dari(draf).versi == sub.versi


def test_formulir_yang_dibuka_sebelum_berlaku_ditolak(client, draf, orang):
    tujuan = alamat("-bagian", draf.pk, "komponen", Komponen.objects.filter(instrumen=draf)[0].pk)
    isi = tambah(isi_halaman(client.get(tujuan)), {"nama": "Lain"})
    berlakukan(draf, oleh=orang.inspektorat)
    assert client.post(tujuan, isi).status_code == 403
    assert not Komponen.objects.filter(nama="Lain").exists()


def test_dua_orang_mengubah_bagian_yang_sama(client, draf):
    komponen = Komponen.objects.filter(instrumen=draf)[0]
    tujuan = alamat("-bagian", draf.pk, "komponen", komponen.pk)
    isi = tambah(isi_halaman(client.get(tujuan)), {"nama": "Milik kedua"})
    kirim(client, tujuan, nama="Milik pertama")
    jawaban = client.post(tujuan, isi)
    assert jawaban.status_code == 409
    komponen.refresh_from_db()
    assert komponen.nama == "Milik pertama"


@pytest.mark.parametrize(
    ("jenis", "model", "isi"),
    [
        ("komponen", Komponen, {"kode": "9", "nama": "Inovasi"}),
        ("skala", SkalaJawaban, {"kode": "a-b", "nama": "A/B"}),
        ("predikat", BatasPredikat, {"kode": "AAA", "sebutan": "Istimewa", "di_atas": "95"}),
        ("tahap", TahapEvaluasi, {"kode": "jaminan", "nama": "Penjaminan", "pelaku": "unit"}),
    ],
)
def test_menambah_bagian_instrumen(client, draf, jenis, model, isi):
    semula = model.objects.filter(instrumen=draf).count()
    halaman = kirim(client, alamat("-bagian-baru", draf.pk, jenis), **isi)
    assert "ditambahkan" in halaman.text
    baru = model.objects.filter(instrumen=draf)
    assert baru.count() == semula + 1
    assert baru.latest("pk").kode == isi["kode"]


def test_menambah_yang_di_bawahnya(client, draf):
    komponen = Komponen.objects.filter(instrumen=draf)[0]
    skala = draf.skala.get(kode="a-c")
    kirim(
        client, alamat("-bagian-bawahan", draf.pk, "sub", komponen.pk),
        kode="1.d", nama="Inovasi", jenis="lain", bobot="2,25",
    )  # fmt: skip
    sub = sub_dari(draf, "1.d")
    assert (sub.komponen, sub.urutan, sub.bobot) == (komponen, 4, Decimal("2.25"))
    kirim(
        client, alamat("-bagian-bawahan", draf.pk, "kriteria", sub.pk),
        uraian="Ada inovasi.", skala=str(skala.pk), fakta="pk-ada",
    )  # fmt: skip
    assert (sub.kriteria.get().uraian, sub.kriteria.get().fakta) == ("Ada inovasi.", "pk-ada")
    kirim(
        client, alamat("-bagian-bawahan", draf.pk, "pilihan", skala.pk),
        kode="D", sebutan="tidak ada", bagian="0,1",
    )  # fmt: skip
    assert PilihanJawaban.objects.get(skala=skala, kode="D").bagian == Decimal("0.1")


def test_urutan_yang_dipakai_disebut_dengan_yang_bebas(client, draf):
    satu, dua = kriteria_dari(draf)[:2]
    halaman = kirim(client, alamat("-bagian", draf.pk, "kriteria", dua.pk), urutan="1")
    assert f"Urutan 1 dipakai “{satu.uraian[:60]}”. Pakai 7" in halaman.text
    kirim(client, alamat("-bagian", draf.pk, "kriteria", dua.pk), urutan="7")
    dua.refresh_from_db()
    assert dua.urutan == 7


def test_kriteria_bersandar_tanpa_melingkar(client, draf):
    satu, dua, tiga = kriteria_dari(draf)[:3]
    kirim(client, alamat("-bagian", draf.pk, "kriteria", dua.pk), prasyarat=str(satu.pk))
    kirim(client, alamat("-bagian", draf.pk, "kriteria", tiga.pk), prasyarat=str(dua.pk))
    tiga.refresh_from_db()
    assert tiga.prasyarat == dua
    halaman = kirim(client, alamat("-bagian", draf.pk, "kriteria", satu.pk), prasyarat=str(tiga.pk))
    assert "sendiri bersandar pada kriteria ini" in halaman.text
    satu.refresh_from_db()
    assert satu.prasyarat is None


def test_prasyarat_dan_skala_instrumen_lain_tidak_dapat_dikirim(client, draf, nasional):
    satu = kriteria_dari(draf)[0]
    tujuan = alamat("-bagian", draf.pk, "kriteria", satu.pk)
    asing = kriteria_dari(nasional)[0]
    kirim(client, tujuan, prasyarat=str(asing.pk), skala=str(asing.skala_id))
    satu.refresh_from_db()
    assert (satu.prasyarat, satu.skala.instrumen) == (None, draf)


def test_menghapus_yang_kosong_dan_menolak_yang_dipakai(client, draf):
    satu, dua = kriteria_dari(draf)[:2]
    sub = satu.sub
    ditolak = client.post(alamat("-bagian-hapus", draf.pk, "sub", sub.pk), {"versi": sub.versi})
    assert ditolak.status_code == 409
    assert "masih dipakai bagian lain" in ditolak.text
    tujuan = alamat("-bagian-hapus", draf.pk, "kriteria", dua.pk)
    assert dua.uraian in client.get(tujuan).text
    assert Kriteria.objects.filter(pk=dua.pk).exists()
    assert client.post(tujuan, isi_halaman(client.get(tujuan))).status_code == 302
    assert not Kriteria.objects.filter(pk=dua.pk).exists()
    assert client.get(tujuan).status_code == 404


def test_yang_diubah_orang_lain_tidak_terhapus(client, draf):
    """The page asked about what it showed; what stands there now is shown before it goes."""
    satu = kriteria_dari(draf)[1]
    tujuan = alamat("-bagian-hapus", draf.pk, "kriteria", satu.pk)
    dibuka = isi_halaman(client.get(tujuan))
    Kriteria.objects.filter(pk=satu.pk).update(uraian="Sudah lain.", versi=satu.versi + 1)
    ditolak = client.post(tujuan, dibuka)
    assert (ditolak.status_code, "Orang lain baru saja" in ditolak.text) == (409, True)
    assert "Sudah lain." in ditolak.text
    assert client.post(tujuan, isi_halaman(ditolak)).status_code == 302


@pytest.mark.parametrize(
    ("nama", "sisa"),
    [
        ("-bagian", ("lain", 1)),
        ("-bagian", ("komponen", 999999)),
        ("-bagian-baru", ("kriteria",)),
        ("-bagian-bawahan", ("komponen", 1)),
        ("-bagian-bawahan", ("kriteria", 999999)),
    ],
)
def test_bagian_yang_tidak_ada(client, draf, nama, sisa):
    assert client.get(alamat(nama, draf.pk, *sisa)).status_code == 404


def test_bagian_instrumen_lain_tidak_lewat_alamat_ini(client, draf, nasional):
    asing = Komponen.objects.filter(instrumen=nasional)[0]
    assert client.get(alamat("-bagian", draf.pk, "komponen", asing.pk)).status_code == 404
    assert client.get(alamat("-bagian", nasional.pk, "komponen", asing.pk)).status_code == 403


def test_draf_pemda_lain_tidak_ada_di_sini(client, draf):
    lain = Pemda.objects.exclude(kode=PEMDA).first()
    Instrumen.objects.filter(pk=draf.pk).update(pemda=lain)
    assert client.get(alamat("-satu", draf.pk)).status_code == 404
    assert client.get(alamat("-salin", draf.pk)).status_code == 404


def test_banyaknya_kueri_tidak_tumbuh(client, draf):
    tujuan = alamat("-satu", draf.pk)
    banyak = []
    for ke in (50, 60):
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(tujuan).status_code == 200
        banyak.append(len(kueri))
        sub, skala = sub_dari(draf), draf.skala.get(kode="a-c")
        dasar = sub.kriteria.first()
        Kriteria.objects.bulk_create(
            Kriteria(sub=sub, urutan=ke + n, uraian="Baru.", skala=skala, prasyarat=dasar)
            for n in range(3)
        )
        komponen = Komponen.objects.create(instrumen=draf, urutan=ke, kode=str(ke), nama="Baru")
        SubKomponen.objects.create(komponen=komponen, urutan=1, kode="a", jenis="lain", bobot=1)
    # a draft whose weights are wrong is read in as many queries as a right one
    assert banyak[0] == banyak[1]
