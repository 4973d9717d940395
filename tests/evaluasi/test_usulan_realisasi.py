"""The realisasi that evaluation proposes: offered beside the box, taken by a person, submitted."""

from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from evaluasi.hitung.tindak_lanjut import StatusTindakLanjut
from evaluasi.models import SetelanEvaluasi
from evaluasi.queries.usulan_realisasi import usulan_lhe, usulan_rekomendasi
from evaluasi.services.lhe import terbitkan_lhe
from evaluasi.services.rekomendasi import rekomendasikan
from evaluasi.status import SumberRekomendasi
from pengukuran.models import Realisasi, SumberUsulan
from pengukuran.queries.usulan import usulan_periode
from pengukuran.services.sel import Sel, simpan_sel
from pengukuran.services.usulan import ambil_usulan
from sakip.dokumen.models import AngkaTerbit
from sakip.jejak.aksi import Aksi
from sakip.lib.transisi import DidahuluiOrangLain, HakKurang, KeadaanSalah
from tests.evaluasi.alat_tindak_lanjut import putus
from tests.evaluasi.pabrik import Orang, lhe_kertas
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_isian import TAHUN, Kantor, buat_kantor, tak_berubah
from tests.pengukuran.alat_meja import alamat, kirim, pesan

SUMBER = "lhe-tahun-evaluasi"


@pytest.fixture
def kantor(pemeran) -> Kantor:
    return buat_kantor(pemeran.unit_lain)


@pytest.fixture
def penilai(kantor) -> Orang:
    return Orang(unit=kantor["perencana"], inspektorat=kantor["inspektorat"])


def terbit(kantor: Kantor, penilai: Orang, **beda: object):
    lhe = lhe_kertas(kantor.unit, penilai, nomor="700/9", **beda)
    terbitkan_lhe(lhe, oleh=penilai.inspektorat)
    return lhe


@pytest.fixture
def bersumber(kantor, penilai) -> Kantor:
    """The plain indikator asks the LHE of its year, which gives 75,51."""
    SumberUsulan.objects.create(indikator=kantor.polos.indikator, sumber=SUMBER)
    terbit(kantor, penilai)
    return kantor


def ambil(kantor: Kantor, siapa: str = "operator", nilai: str = "75,51", semula: str = ""):
    return ambil_usulan(kantor.sel(bulan=12), nilai=nilai, semula=semula, oleh=kantor[siapa])


def sebagai(kantor: Kantor, siapa: str) -> Client:
    client = Client()
    client.force_login(kantor[siapa])
    return client


def test_menurut_tahun_evaluasi_atau_tahun_kinerja(kantor, penilai):
    """Kota Pasuruan counts the evaluation issued in the year: 65,51 for 2022, 75,51 for 2023."""
    for tahun, nilai in ((2022, "65.51"), (2023, "75.51")):
        terbit(kantor, penilai, tahun_evaluasi=tahun, tahun_kinerja=tahun - 1, nilai=Decimal(nilai))
    unit = kantor.unit
    assert [usulan_lhe("tahun_evaluasi", unit, t).angka.tampil for t in (2022, 2023)] == [
        "65,51", "75,51",
    ]  # fmt: skip
    assert usulan_lhe("tahun_kinerja", unit, 2022).teks == "75,51"
    belum = usulan_lhe("tahun_kinerja", unit, 2023)
    assert (belum.teks, belum.angka.alasan) == (
        "", "Belum ada LHE atas kinerja tahun itu (2023).",
    )  # fmt: skip


def test_draf_tidak_diusulkan_pengganti_yang_diusulkan(kantor, penilai):
    lhe_kertas(kantor.unit, penilai)
    assert usulan_lhe("tahun_evaluasi", kantor.unit, 2024).teks == ""


@pytest.mark.parametrize(
    ("aturan", "teks", "uraian"),
    [("dari_semua", "33,333333", "1 dari 3"), ("tanpa_tidak_dapat", "50", "1 dari 2")],
)
def test_persentase_menurut_putusan_setelah_lhe_diganti(aturan, teks, uraian, kantor, penilai):
    """Of three one was done and one is impossible; a replacement of the LHE counts none twice."""
    SetelanEvaluasi.objects.update_or_create(
        pemda=kantor.unit.pemda, defaults={"aturan_persen": aturan}
    )
    lhe = lhe_kertas(kantor.unit, penilai)
    semua = [rekomendasikan(lhe, uraian=f"Butir {n}.", oleh=penilai.inspektorat) for n in "abc"]
    terbitkan_lhe(lhe, oleh=penilai.inspektorat)
    putus(semua[0], penilai, StatusTindakLanjut.SESUAI)
    putus(semua[1], penilai, StatusTindakLanjut.TIDAK_DAPAT, dasar="Surat 1 tanggal 2 Mei 2024")
    ganti = lhe_kertas(kantor.unit, penilai, alasan="Salah nomor.")
    terbitkan_lhe(ganti, oleh=penilai.inspektorat)
    milik = usulan_rekomendasi(SumberRekomendasi.LHE, kantor.unit, 2024)
    assert (milik.teks, uraian in milik.uraian) == (teks, True)


@pytest.mark.parametrize(("aturan", "teks"), [("dari_semua", "0"), ("tanpa_tidak_dapat", "0")])
def test_persentase_rekomendasi_menurut_aturan_pemda(aturan, teks, kantor, penilai):
    SetelanEvaluasi.objects.update_or_create(
        pemda=kantor.unit.pemda, defaults={"aturan_persen": aturan}
    )
    kosong = usulan_rekomendasi(SumberRekomendasi.LHE, kantor.unit, 2024)
    assert (kosong.teks, kosong.angka.alasan) == ("", "Tidak ada rekomendasi yang dihitung.")
    lhe = lhe_kertas(kantor.unit, penilai)
    rekomendasikan(lhe, uraian="Menyusun SOP.", oleh=penilai.inspektorat)
    assert usulan_rekomendasi(SumberRekomendasi.LHE, kantor.unit, 2024).teks == ""
    terbitkan_lhe(lhe, oleh=penilai.inspektorat)
    milik = usulan_rekomendasi(SumberRekomendasi.LHE, kantor.unit, 2024)
    assert (milik.teks, milik.uraian) == (
        teks, "tindak lanjut rekomendasi LHE 2024: 0 dari 1 rekomendasi",
    )  # fmt: skip


def test_hanya_pada_akhir_tahun_dan_yang_bersumber(bersumber):
    unit = bersumber.unit
    assert usulan_periode(unit, TAHUN, 9) == {}
    assert set(usulan_periode(unit, TAHUN, 12)) == {bersumber.polos.indikator_id}
    SumberUsulan.objects.update(sumber="")
    assert usulan_periode(unit, TAHUN, 12) == {}


def test_diambil_dengan_sumber_catatan_dan_jejak(bersumber):
    jejak = JejakBaru()
    ambil(bersumber)
    baris = bersumber.baris(12)
    assert (baris.nilai, baris.sumber, baris.status) == (Decimal("75.51"), "sistem", "draf")
    assert baris.catatan_sumber == "Usulan sistem: LHE 2024 (nomor 700/9)"
    assert baris.rujukan_sumber.startswith("evaluasi.lhe:")
    assert baris.diisi_oleh == bersumber["operator"]
    assert jejak.aksi() == [Aksi.REALISASI_DIISI]
    with tak_berubah():
        ambil(bersumber)


def test_yang_diubah_orang_menjadi_diisi(bersumber):
    ambil(bersumber)
    simpan_sel(bersumber.sel(bulan=12), teks="76", semula="75,51", oleh=bersumber["operator"])
    baris = bersumber.baris(12)
    assert (baris.nilai, baris.sumber) == (76, "diisi")
    assert (baris.catatan_sumber, baris.rujukan_sumber) == ("", "")


def test_yang_lain_tidak_menghapus_asalnya(bersumber):
    ambil(bersumber)
    simpan_sel(bersumber.sel("upaya", 12), teks="x", semula="", oleh=bersumber["operator"])
    assert bersumber.baris(12).sumber == "sistem"


def test_yang_tidak_boleh_atau_tidak_lagi_sama_ditolak(bersumber):
    for siapa in ("operator_lain", "pimpinan", "pembaca", "inspektorat"):
        with tak_berubah(), pytest.raises(HakKurang):
            ambil(bersumber, siapa)
    with tak_berubah(), pytest.raises(KeadaanSalah, match="sudah berubah"):
        ambil(bersumber, nilai="70")
    bersumber.isi(teks="5", bulan=12)
    with tak_berubah(), pytest.raises(DidahuluiOrangLain):
        ambil(bersumber)
    ambil(bersumber, semula="5")
    Realisasi.objects.filter(unit=bersumber.unit).update(
        status="diajukan", diajukan_oleh=bersumber["operator"], diajukan_pada="2024-12-30T00:00Z"
    )
    with tak_berubah(), pytest.raises(KeadaanSalah, match="sudah diajukan"):
        ambil(bersumber, semula="75,51")


def test_tanpa_sumber_tidak_ada_yang_diambil(kantor):
    with tak_berubah(), pytest.raises(KeadaanSalah, match="Tidak ada angka yang diusulkan"):
        ambil(kantor)


def test_halaman_menawarkan_dan_mengisi(bersumber):
    client = sebagai(bersumber, "operator")
    kisi = client.get(alamat("isi", bersumber), {"triwulan": 4})
    assert "Usulan" in kisi.text
    assert "dari LHE 2024 (nomor 700/9)." in kisi.text
    satu = bersumber.polos.indikator_id, 12
    baris = client.get(alamat("isi-baris", bersumber, *satu)).text
    assert "Isi dengan usulan ini" in baris
    assert not Realisasi.objects.filter(unit=bersumber.unit).exists()
    isi = {"nilai": "75,51", "semula": ""}
    jawaban = kirim(client, "usulan-ambil", bersumber, *satu, **isi)
    assert pesan(jawaban) == [
        "Realisasi diisi 75,51 dari LHE 2024 (nomor 700/9). Periksa, lalu ajukan seperti biasa."
    ]
    baris = client.get(alamat("isi-baris", bersumber, *satu)).text
    assert "Diambil dari usulan" in baris
    assert "Isi dengan usulan ini" not in baris
    panel = client.get(
        alamat("isi-baris", bersumber, *satu),
        {"angka": f"capaian-isian/{satu[0]}/{TAHUN}/12"},
    ).text
    assert "Usulan sistem: LHE 2024 (nomor 700/9)" in panel
    assert f'href="{reverse("evaluasi:lhe", args=[bersumber.unit.kode, 2023])}"' in panel


def test_lhe_yang_terbit_mencatat_nilainya(bersumber):
    baris = AngkaTerbit.objects.get(dokumen__unit=bersumber.unit, dokumen__jenis="lhe")
    assert (baris.tertulis, baris.nilai) == ("75,51", "75.51")


def test_sekretariat_mengatur_sumbernya(kantor):
    client = sebagai(kantor, "perencana")
    satu = kantor.polos.indikator_id
    halaman = client.get(alamat("usulan-atur", kantor, satu))
    pilihan = {kode for kode, _ in halaman.context["form"].fields["sumber"].choices}
    assert pilihan == {
        "", SUMBER, "lhe-tahun-kinerja", "rekomendasi-lhe", "rekomendasi-lhp-apip",
        "rekomendasi-lhp-bpk",
    }  # fmt: skip
    isi = {nama: f.value() for f in halaman.context["form"] if (nama := f.name)}
    jejak = JejakBaru()
    jawaban = client.post(alamat("usulan-atur", kantor, satu), isi | {"sumber": SUMBER})
    assert jawaban.status_code == 302
    assert jejak.aksi() == [Aksi.SUMBER_USULAN_DIATUR]
    assert SumberUsulan.objects.get().sumber == SUMBER
    assert (
        "nilai LHE yang terbit untuk evaluasi tahun itu"
        in client.get(alamat("usulan-sumber", kantor)).text
    )


@pytest.mark.parametrize("banyaknya", [1, 2])
def test_setiap_sumber_ditanya_sekali(banyaknya, bersumber, django_assert_num_queries):
    for versi in (bersumber.rumus,)[: banyaknya - 1]:
        SumberUsulan.objects.create(indikator=versi.indikator, sumber=SUMBER)
    with django_assert_num_queries(3):
        assert len(usulan_periode(bersumber.unit, TAHUN, 12)) == banyaknya


@pytest.mark.parametrize(
    ("cara", "frekuensi", "ada"),
    [
        ("terakhir", "triwulanan", True), ("kumulatif", "triwulanan", True),
        ("jumlah", "triwulanan", False), ("rata_rata", "triwulanan", False), ("rata_rata", "tahunan", True),
    ],
)  # fmt: skip
def test_hanya_bila_periode_terakhirnya_berarti_setahun(cara, frekuensi, ada, bersumber):
    """The figure of a year is no addend of the last triwulan."""
    type(bersumber.polos).objects.filter(pk=bersumber.polos.pk).update(
        cara=cara, frekuensi=frekuensi
    )
    assert bool(usulan_periode(bersumber.unit, TAHUN, 12)) is ada


def test_yang_berumus_tidak_ditimpa(bersumber):
    SumberUsulan.objects.create(indikator=bersumber.rumus.indikator, sumber=SUMBER)
    sel = Sel(bersumber.unit, bersumber.rumus.indikator_id, TAHUN, 12, "nilai")
    with tak_berubah(), pytest.raises(Exception, match="dihitung dari variabelnya"):
        ambil_usulan(sel, nilai="75,51", semula="", oleh=bersumber["operator"])
