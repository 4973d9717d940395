"""The simulator: where it starts, what a choice or a recommendation gives, and that nothing stays."""

from decimal import Decimal

import pytest
from django.urls import reverse

from evaluasi.models import (
    CatatanKomponen,
    Instrumen,
    Lhe,
    NilaiSub,
    Rekomendasi,
    RekomendasiKomponen,
    SubKomponen,
    TahapLembar,
)
from evaluasi.services.lhe import terbitkan_lhe
from sakip.jejak.models import CatatanJejak
from tests.evaluasi.alat_meja import dinilai, kueri, sebagai, terbit
from tests.evaluasi.pabrik import instrumen_nasional, lhe_kertas


@pytest.fixture
def instrumen():
    return instrumen_nasional()


def alamat(unit, tahun: int = 2023) -> str:
    return reverse("evaluasi:simulasi", args=[unit.kode, tahun])


def buka(orang, unit, tahun: int = 2023, **isi):
    return sebagai(orang.unit).get(alamat(unit, tahun), isi)


def hasil(halaman) -> tuple[str, str, str]:
    isi = halaman.context["isi"]
    return isi.total_kini.tampil, isi.total.tampil, isi.selisih.tampil


def sub(instrumen, kode: str) -> SubKomponen:
    return SubKomponen.objects.get(komponen__instrumen=instrumen, kode=kode)


def tempatkan(rekomendasi, instrumen, kode: str, *, komponen_saja: bool = False) -> None:
    milik = sub(instrumen, kode)
    RekomendasiKomponen.objects.create(
        rekomendasi=rekomendasi, komponen=milik.komponen, sub=None if komponen_saja else milik
    )


def test_berangkat_dari_tahap_penentu(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang, huruf="B")
    halaman = buka(orang, pasuruan)
    assert hasil(halaman) == ("70,00", "70,00", "0,00")
    assert "Berangkat dari Evaluasi inspektorat, LKE 2024 atas kinerja 2023." in halaman.text
    assert "Tidak ada yang disimpan" in halaman.text


def test_sub_komponen_yang_dipilih(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang, huruf="B")
    satu, dua = sub(instrumen, "1.c"), sub(instrumen, "4.c")
    pilihan = {f"nilai-{satu.pk}": "A", f"nilai-{dua.pk}": "CC"}
    halaman = buka(orang, pasuruan, **pilihan)
    # 15 × 0,2 up, 12,5 × 0,1 down
    assert hasil(halaman) == ("70,00", "71,75", "+1,75")
    isi = halaman.context["isi"]
    assert (isi.predikat_kini.kode, isi.predikat.kode) == ("B", "BB")
    baris = {b.sub.kode: b for k in isi.komponen for b in k.sub}
    assert (baris["1.c"].dipilih, baris["1.c"].naik_ke, baris["1.c"].tambah.tampil) == (
        "A", "BB", "+1,50",
    )  # fmt: skip
    assert baris["4.c"].simulasi.tampil == "7,50"


def test_rekomendasi_yang_selesai(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang, huruf="B")
    terbit(pasuruan, orang, rekomendasi=4)
    satu, dua, tiga, empat = Rekomendasi.objects.filter(lhe__tahun_kinerja=2023).order_by("urutan")
    tempatkan(satu, instrumen, "1.a")
    tempatkan(dua, instrumen, "1.a")
    tempatkan(tiga, instrumen, "2.b", komponen_saja=True)
    halaman = buka(orang, pasuruan)
    daftar = {s.milik.pk: s for s in halaman.context["isi"].rekomendasi}
    assert [daftar[s.pk].tambah.tampil for s in (satu, dua, tiga)] == ["+0,60", "+0,60", "+1,50"]
    # of a komponen alone the weakest, of equals the heaviest: 2.c
    assert [d.split()[0] for d in daftar[tiga.pk].letak] == ["2.c"]
    assert daftar[tiga.pk].dianggap
    assert daftar[empat.pk].alasan.startswith("Komponennya tidak disebut")
    # two of one sub-komponen raise it once
    centang = [str(satu.pk), str(dua.pk), str(tiga.pk), str(empat.pk)]
    assert hasil(buka(orang, pasuruan, rekomendasi=centang)) == ("70,00", "72,10", "+2,10")


def test_yang_dipilih_mendahului_rekomendasi(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang, huruf="B")
    terbit(pasuruan, orang)
    rekomendasi = Rekomendasi.objects.filter(lhe__tahun_kinerja=2023).get()
    tempatkan(rekomendasi, instrumen, "1.a")
    isi = {"rekomendasi": str(rekomendasi.pk), f"nilai-{sub(instrumen, '1.a').pk}": "AA"}
    assert hasil(buka(orang, pasuruan, **isi)) == ("70,00", "71,80", "+1,80")


def test_yang_tidak_dikenal_di_alamat_diabaikan(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang, huruf="B")
    isi = {f"nilai-{sub(instrumen, '1.a').pk}": "Z", "nilai-x": "A", "rekomendasi": "abc"}
    assert hasil(buka(orang, pasuruan, **isi)) == ("70,00", "70,00", "0,00")


def test_dari_lembar_tahun_sebelumnya(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang, huruf="CC", tahun=2022)
    halaman = buka(orang, pasuruan)
    assert hasil(halaman)[0] == "60,00"
    assert "LKE 2023 atas kinerja 2022" in halaman.text


def test_dari_lhe_yang_lebih_baru_daripada_lembar(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang, huruf="CC", tahun=2022)
    lhe = lhe_kertas(pasuruan, orang)
    for satu in SubKomponen.objects.filter(komponen__instrumen=instrumen):
        CatatanKomponen.objects.create(
            lhe=lhe, komponen=satu.komponen, sub=satu, nilai=satu.bobot * Decimal("0.8")
        )
    terbitkan_lhe(lhe, oleh=orang.inspektorat)
    halaman = buka(orang, pasuruan)
    assert hasil(halaman)[0] == "80,00"
    assert "Berangkat dari LHE 2024 atas kinerja 2023." in halaman.text


def test_tahap_inspektorat_yang_belum_selesai_tidak_terbaca_unit(pasuruan, orang, instrumen):
    lembar = dinilai(pasuruan, instrumen, orang, huruf="A")
    TahapLembar.objects.filter(lembar=lembar, tahap__penentu=True).update(status="berjalan")
    assert hasil(buka(orang, pasuruan))[0] == "-"
    inspektorat = sebagai(orang.inspektorat).get(alamat(pasuruan))
    assert hasil(inspektorat)[0] == "90,00"


def test_tanpa_nilai_pun_dapat_dihitung_setelah_semua_dipilih(pasuruan, orang, instrumen):
    halaman = buka(orang, pasuruan)
    assert hasil(halaman) == ("-", "-", "-")
    assert "Belum ada nilai; pilih nilai setiap sub-komponen" in halaman.text
    milik = halaman.context["dasar"].instrumen
    semua = SubKomponen.objects.filter(komponen__instrumen=milik)
    pilihan = {f"nilai-{s.pk}": "BB" for s in semua}
    assert hasil(buka(orang, pasuruan, **pilihan)) == ("-", "80,00", "-")


def test_tanpa_instrumen(pasuruan, orang):
    Instrumen.objects.update(status="draf")
    assert "Belum ada instrumen yang berlaku" in buka(orang, pasuruan).text


def test_tidak_ada_yang_tersimpan(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang, huruf="B")
    sebelum = (NilaiSub.objects.count(), Lhe.objects.count(), CatatanJejak.objects.count())
    buka(orang, pasuruan, **{f"nilai-{sub(instrumen, '1.a').pk}": "AA"})
    sesudah = (NilaiSub.objects.count(), Lhe.objects.count(), CatatanJejak.objects.count())
    assert sesudah == sebelum
    assert sebagai(orang.unit).post(alamat(pasuruan)).status_code == 405


def test_dari_mana_angka_simulasi(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang, huruf="B")
    pilihan = {f"nilai-{sub(instrumen, '1.a').pk}": "AA"}
    kunci = buka(orang, pasuruan, **pilihan).context["isi"].total.kunci
    panel = buka(orang, pasuruan, **pilihan, angka=kunci)
    assert "Simulasi: dihitung saat halaman dibuka dan tidak disimpan." in panel.text
    assert panel.context["asal"].angka.tampil == "71,80"


def test_unit_lain(pemeran, pasuruan):
    assert sebagai(pemeran["perencana_lain"]).get(alamat(pasuruan)).status_code == 404


def test_banyaknya_kueri_tetap(pasuruan, orang, instrumen):
    dinilai(pasuruan, instrumen, orang)
    banyak = []
    for versi in (1, 3):
        terbit(pasuruan, orang, rekomendasi=versi, alasan="Diperbaiki.")
        for satu in Rekomendasi.objects.filter(lhe=Lhe.objects.latest("pk"), komponen=None):
            tempatkan(satu, instrumen, "1.a")
        banyak.append(kueri(sebagai(orang.unit), alamat(pasuruan)))
    assert banyak[0] == banyak[1]
