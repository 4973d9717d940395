"""The ranking: order, change, those without a score, and the trend with its table."""

from decimal import Decimal

from evaluasi.views.peringkat import grafik_tren
from tests.evaluasi.alat_meja import alamat, sebagai, terbit, unit_baru


def buka(orang, **isi):
    return sebagai(orang.inspektorat).get(alamat("peringkat"), isi)


def dua_tahun(unit, orang, lalu: str, kini: str) -> None:
    terbit(unit, orang, tahun_evaluasi=2023, tahun_kinerja=2022, nilai=Decimal(lalu), tanggal=None)
    terbit(unit, orang, nilai=Decimal(kini))


def test_urut_menurut_tahun_terakhir_dan_yang_tanpa_nilai_di_akhir(pasuruan, orang):
    satu, dua, tiga, empat = (unit_baru(pasuruan, ke) for ke in range(1, 5))
    dua_tahun(satu, orang, "70", "72.5")
    dua_tahun(dua, orang, "80", "75")
    terbit(tiga, orang, nilai=None)
    halaman = buka(orang)
    baris = {s.unit.pk: s for s in halaman.context["isi"].baris}
    urut = [s.unit.pk for s in halaman.context["isi"].baris]
    assert urut[:2] == [dua.pk, satu.pk]
    assert [(baris[u.pk].ke, baris[u.pk].naik.tampil) for u in (dua, satu)] == [
        (1, "-5,00"), (2, "+2,50"),
    ]  # fmt: skip
    assert baris[tiga.pk].alasan == "LHE yang dicatat tidak memuat nilainya"
    assert baris[empat.pk].alasan == "LHE belum terbit"
    assert "tanpa peringkat: LHE belum terbit" in halaman.text
    assert [(t.tahun, t.kinerja) for t in halaman.context["isi"].tahun] == [
        (2023, (2022,)), (2024, (2023,)),
    ]  # fmt: skip
    ringkas = halaman.context["isi"].ringkas
    assert [r.rata.tampil for r in ringkas] == ["75,00", "73,75"]
    assert (ringkas[1].tertinggi.tampil, ringkas[1].unit_tertinggi) == ("75,00", ("Dinas Uji 02",))


def test_perubahan_dari_lhe_sebelumnya_walau_berselang(pasuruan, orang):
    terbit(pasuruan, orang, tahun_evaluasi=2022, tahun_kinerja=2021, nilai=Decimal(60))
    terbit(pasuruan, orang, nilai=Decimal(66))
    baris = next(s for s in buka(orang).context["isi"].baris if s.unit == pasuruan)
    assert (baris.naik.tampil, baris.dari) == ("+6,00", 2022)


def test_grafik_setiap_unit_bila_sedikit_dan_tabelnya_sama(pasuruan, orang):
    dua_tahun(pasuruan, orang, "70", "72.5")
    halaman = buka(orang)
    grafik = halaman.context["grafik"]
    assert [g.nama for g in grafik.garis] == ["Bakesbangpol Kota Pasuruan"]
    assert grafik.uraian.endswith("Bakesbangpol Kota Pasuruan: 2023 70,00, 2024 72,50")
    assert 'role="img"' in halaman.text
    assert f'aria-label="{grafik.uraian}"' in halaman.text


def test_grafik_ringkasan_bila_banyak_dengan_unit_pilihan(pasuruan, orang):
    semua = [unit_baru(pasuruan, ke) for ke in range(1, 7)]
    for ke, unit in enumerate(semua):
        dua_tahun(unit, orang, str(60 + ke), str(65 + ke))
    assert [g.nama for g in buka(orang).context["grafik"].garis] == [
        "Rata-rata", "Tertinggi", "Terendah",
    ]  # fmt: skip
    dipilih = buka(orang, unit=semua[2].kode).context["grafik"].garis
    assert [t.tampil for t in dipilih[3].titik] == ["62,00", "67,00"]
    assert len(buka(orang, unit="tidak-ada").context["grafik"].garis) == 3


def test_satu_tahun_belum_menjadi_tren(pasuruan, orang):
    terbit(pasuruan, orang)
    halaman = buka(orang)
    assert grafik_tren(halaman.context["isi"]) is None
    assert "Baru ada satu tahun evaluasi." in halaman.text


def test_tanpa_lhe(orang, pasuruan):
    assert "Belum ada LHE yang terbit" in buka(orang).text


def test_lhe_pengganti_yang_berlaku_dan_tahun_kemudian_tidak_ikut(pasuruan, orang):
    terbit(pasuruan, orang, nilai=Decimal(60))
    terbit(pasuruan, orang, nilai=Decimal(64), alasan="Keliru menjumlah.", rekomendasi=0)
    terbit(
        pasuruan, orang, tahun_evaluasi=2025, tahun_kinerja=2024, nilai=Decimal(90), tanggal=None
    )
    isi = buka(orang).context["isi"]
    assert [t.tahun for t in isi.tahun] == [2024]
    assert next(s for s in isi.baris if s.unit == pasuruan).sel[0].nilai.tampil == "64,00"
