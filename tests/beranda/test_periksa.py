"""Each rule of the consistency check: what it finds, and that it is quiet without."""

import json
from collections import Counter
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pengukuran.models import Realisasi, RealisasiAnggaran
from perencanaan.models import (
    Dukungan,
    Indikator,
    IndikatorVersi,
    Pagu,
    PenanggungJawab,
    PkBaris,
    PkProgram,
    RenstraVersi,
    Simpul,
    TargetPeriode,
    TargetTahunan,
    Variabel,
    VersiAnggaran,
)
from sakip.beranda.periksa.periksa import ATURAN, periksa
from sakip.beranda.periksa.temuan import Tingkat
from tests.lib.kendala import salin
from tests.pengukuran.pabrik import buat_skala_predikat

TAHUN = 2023


@pytest.fixture
def versi(pasuruan) -> RenstraVersi:
    return RenstraVersi.objects.get(renstra__unit=pasuruan, ke=2)


def banyaknya(unit) -> Counter:
    return Counter(satu.kode for satu in periksa(unit, TAHUN))


def simpul(jenis: str, versi: RenstraVersi) -> Simpul:
    return Simpul.objects.filter(renstra_versi=versi, jenis=jenis).order_by("pk").first()


def indikator(nama: str, versi: RenstraVersi) -> IndikatorVersi:
    return IndikatorVersi.objects.get(renstra_versi=versi, nama=nama)


def induk_salah(versi):
    kegiatan = simpul("kegiatan", versi)
    Simpul.objects.filter(pk=kegiatan.pk).update(induk=simpul("tujuan", versi))


def indikator_versi_lain(versi):
    lain = simpul("tujuan", RenstraVersi.objects.get(renstra=versi.renstra, ke=1))
    IndikatorVersi.objects.filter(pk=indikator("Indeks Stabilitas", versi).pk).update(simpul=lain)


def tujuan_tanpa_indikator(versi):
    salin(simpul("tujuan", versi), identitas="0b0f5d7e-0000-4000-8000-000000000001", urutan=99)


def program_tanpa_dukungan(versi):
    Dukungan.objects.filter(simpul__kode__startswith="8.01.04").delete()


def pagu_beda_jumlah(versi):
    program = Simpul.objects.get(renstra_versi=versi, kode="8.01.02")
    anggaran = VersiAnggaran.objects.get(tahun=TAHUN, jenis="perubahan")
    Pagu.objects.filter(versi_anggaran=anggaran, simpul=program).update(jumlah=Decimal(1))


def pagu_beda_belanja(versi):
    kegiatan = Simpul.objects.get(renstra_versi=versi, kode="8.01.02.2.01")
    anggaran = VersiAnggaran.objects.get(tahun=TAHUN, jenis="perubahan")
    asli = Pagu.objects.get(versi_anggaran=anggaran, simpul=kegiatan)
    salin(asli, jenis_belanja_id="5.1.02", jumlah=Decimal(7))


def belanja_beda_jumlah(versi):
    program = Simpul.objects.get(renstra_versi=versi, kode="8.01.02")
    RealisasiAnggaran.objects.create(simpul=program, tahun=TAHUN, bulan=12, jumlah=Decimal(7))


def belanja_beda_jenis(versi):
    kegiatan = Simpul.objects.get(renstra_versi=versi, kode="8.01.02.2.01")
    asli = RealisasiAnggaran.objects.get(simpul=kegiatan, tahun=TAHUN, bulan=12)
    salin(asli, jenis_belanja_id="5.1.02", jumlah=Decimal(7))


def pagu_di_sasaran(versi):
    anggaran = VersiAnggaran.objects.get(tahun=TAHUN, jenis="murni")
    Pagu.objects.create(versi_anggaran=anggaran, simpul=simpul("sasaran", versi), jumlah=Decimal(5))


def pk_beda_pagu(versi):
    PkProgram.objects.filter(perjanjian__ke=2, simpul__kode="8.01.02").update(sesudah=Decimal(9))


def target_hilang(versi):
    milik = indikator("Indeks Stabilitas", versi)
    PkBaris.objects.filter(indikator=milik.indikator).delete()
    TargetTahunan.objects.filter(indikator_versi=milik, tahun=TAHUN).delete()


def pk_beda_renstra(versi):
    milik = indikator("Indeks Stabilitas", versi)
    PkBaris.objects.filter(indikator=milik.indikator, perjanjian__ke=2).update(nilai=Decimal(80))


def pk_tanpa_iku(versi):
    milik = indikator("Indeks Stabilitas", versi)
    IndikatorVersi.objects.filter(pk=milik.pk).update(iku=True)
    PkBaris.objects.filter(indikator=milik.indikator).delete()


def periode_beda_tahun(versi):
    milik = indikator("Persentase peningkatan jumlah ormas yang aktif", versi)
    TargetPeriode.objects.filter(
        rencana_indikator__indikator=milik.indikator,
        rencana_indikator__rencana_aksi__ke=2,
        jenis="angka",
    ).update(nilai=Decimal(1))


def persen_lebih_seratus(versi):
    milik = indikator("Persentase penurunan konflik di Kota Pasuruan", versi)
    PkBaris.objects.filter(indikator=milik.indikator).update(nilai=Decimal(120))


def predikat_tanpa_skala(versi):
    milik = indikator("Nilai Sakip SKPD", versi)
    PkBaris.objects.filter(indikator=milik.indikator, perjanjian__ke=2).update(
        jenis="predikat", nilai=None, predikat="BB"
    )


def rumus_rusak(versi):
    milik = indikator("Indeks Stabilitas", versi)
    IndikatorVersi.objects.filter(pk=milik.pk).update(rumus="entah / 0 +")


def variabel_sisa(versi):
    milik = indikator("Indeks Stabilitas", versi)
    Variabel.objects.create(
        indikator_versi=milik, nama="sisa", label="Sisa", satuan="buah", urutan=9
    )


def satuan_lain(versi):
    milik = indikator("Indeks Stabilitas", versi)
    PkBaris.objects.filter(indikator=milik.indikator, perjanjian__ke=2).update(satuan="Orang")


def tanpa_pengisi(versi):
    milik = indikator("Indeks Stabilitas", versi)
    PenanggungJawab.objects.filter(indikator_versi=milik).update(mengisi=False)


def realisasi_frekuensi_lain(versi):
    milik = indikator("Indeks Stabilitas", versi)
    Realisasi.objects.filter(indikator=milik.indikator, tahun=TAHUN).update(frekuensi="triwulanan")


KASUS = {
    "POHON-INDUK": induk_salah,
    "POHON-VERSI": indikator_versi_lain,
    "POHON-TANPA-INDIKATOR": tujuan_tanpa_indikator,
    "POHON-TANPA-DUKUNGAN": program_tanpa_dukungan,
    "PAGU-JUMLAH": pagu_beda_jumlah,
    "PAGU-BELANJA": pagu_beda_belanja,
    "REALISASI-JUMLAH": belanja_beda_jumlah,
    "REALISASI-BELANJA": belanja_beda_jenis,
    "PAGU-TEMPAT": pagu_di_sasaran,
    "PK-PAGU": pk_beda_pagu,
    "TARGET-KOSONG": target_hilang,
    "PK-TARGET": pk_beda_renstra,
    "PK-TANPA-IKU": pk_tanpa_iku,
    "RA-TARGET": periode_beda_tahun,
    "TARGET-PERSEN": persen_lebih_seratus,
    "PREDIKAT-SKALA": predikat_tanpa_skala,
    "RUMUS-SALAH": rumus_rusak,
    "VARIABEL-TAK-TERPAKAI": variabel_sisa,
    "SATUAN-BEDA": satuan_lain,
    "PENGISI-KOSONG": tanpa_pengisi,
    "REALISASI-TEMPAT": realisasi_frekuensi_lain,
}


def test_setiap_aturan_dicoba():
    assert len(KASUS) == len(ATURAN)


@pytest.mark.parametrize("kode", KASUS)
def test_aturan_menemukan_satu(kode, pasuruan, versi):
    sebelum = banyaknya(pasuruan)[kode]
    KASUS[kode](versi)
    assert banyaknya(pasuruan)[kode] == sebelum + 1


def test_contoh_tanpa_galat(pasuruan):
    """The example holds the right figures, not the wrong ones of its source."""
    assert [satu for satu in periksa(pasuruan, TAHUN) if satu.tingkat is Tingkat.GALAT] == []


def test_realisasi_unit_lain(pemeran, versi):
    milik = indikator("Indeks Stabilitas", versi)
    asli = Realisasi.objects.get(indikator=milik.indikator, tahun=TAHUN)
    salin(asli, unit=pemeran.unit_lain)
    pesan = [s.pesan for s in periksa(pemeran.unit, TAHUN) if s.kode == "REALISASI-TEMPAT"]
    assert pesan == ["Realisasi bulan 12 tercatat pada Dinas Lain."]


def pesan_temuan(unit, kode: str) -> list[tuple[str, str]]:
    return [(s.tempat, s.pesan) for s in periksa(unit, TAHUN) if s.kode == kode]


def test_realisasi_anggaran_menyebut_bulan_dan_kedua_jumlahnya(pasuruan, versi):
    """Also that of a month within the year, which no table of the year reads."""
    kegiatan = Simpul.objects.get(renstra_versi=versi, kode="8.01.02.2.01")
    for belanja, jumlah in (("5", 50), ("5.1", 30), ("5.2", 9)):
        RealisasiAnggaran.objects.create(
            simpul=kegiatan, tahun=TAHUN, bulan=6, jumlah=Decimal(jumlah), jenis_belanja_id=belanja
        )
    ((tempat, pesan),) = pesan_temuan(pasuruan, "REALISASI-BELANJA")
    assert tempat.startswith("Realisasi anggaran s.d. Juni 2023: 8.01.02.2.01 Perumusan")
    assert tempat.endswith(", belanja 5")
    assert pesan == (
        "Realisasi tertulis Rp\N{NO-BREAK SPACE}50, jumlah jenis belanjanya Rp\N{NO-BREAK SPACE}39."
    )
    belanja_beda_jumlah(versi)
    ((tempat, pesan),) = pesan_temuan(pasuruan, "REALISASI-JUMLAH")
    assert tempat.startswith("Realisasi anggaran s.d. Desember 2023: 8.01.02 Program")
    assert pesan == (
        "Realisasi tertulis Rp\N{NO-BREAK SPACE}7, jumlah rinciannya "
        "Rp\N{NO-BREAK SPACE}517.538.500."
    )


def test_realisasi_anggaran_yang_sama_dengan_rinciannya_diterima(pasuruan, versi):
    kegiatan = Simpul.objects.get(renstra_versi=versi, kode="8.01.02.2.01")
    asli = RealisasiAnggaran.objects.get(simpul=kegiatan, tahun=TAHUN, bulan=12)
    salin(asli, simpul=kegiatan.induk)
    salin(asli, jenis_belanja_id="5.1.02")
    assert pesan_temuan(pasuruan, "REALISASI-JUMLAH") == []
    assert pesan_temuan(pasuruan, "REALISASI-BELANJA") == []


@pytest.mark.parametrize(
    ("skala", "pesan"),
    [
        (None, ["Target BB belum mempunyai skala predikat."]),
        ({"A": 2, "B": 1}, ["Target BB tidak ada dalam skalanya (A, B)."]),
        ({"BB": 2, "B": 1}, []),
    ],
)
def test_predikat_pada_skalanya(skala, pesan, pasuruan, versi):
    predikat_tanpa_skala(versi)
    if skala:
        milik = indikator("Nilai Sakip SKPD", versi).indikator
        buat_skala_predikat(pasuruan.pemda, skala, milik)
    assert [satu for _, satu in pesan_temuan(pasuruan, "PREDIKAT-SKALA")] == pesan


def test_urutan_dari_yang_terberat(pasuruan, versi):
    pagu_beda_jumlah(versi)
    pk_beda_renstra(versi)
    tanpa_pengisi(versi)
    tingkat = [satu.tingkat for satu in periksa(pasuruan, TAHUN)]
    assert tingkat == sorted(tingkat, key=list(Tingkat).index)
    assert set(tingkat) == set(Tingkat)


@pytest.mark.parametrize("tambahan", [1, 3])
def test_banyaknya_kueri_tetap(tambahan, pasuruan, versi):
    asli = indikator("Indeks Stabilitas", versi)
    for nomor in range(tambahan):
        baru = Indikator.objects.create(unit=pasuruan)
        salin(asli, indikator=baru, nama=f"Tambahan {nomor}", urutan=90 + nomor)
    with CaptureQueriesContext(connection) as kueri:
        periksa(pasuruan, TAHUN)
    assert len(kueri) == 26


def jalankan(*argumen: str) -> str:
    keluaran = StringIO()
    call_command("periksa", *argumen, stdout=keluaran)
    return keluaran.getvalue()


def test_perintah_json(pasuruan, versi):
    pagu_beda_jumlah(versi)
    baris = json.loads(jalankan("--unit", pasuruan.kode, "--tahun", str(TAHUN), "--format", "json"))
    (temuan,) = [satu for satu in baris if satu["kode"] == "PAGU-JUMLAH"]
    assert temuan == {
        "kode": "PAGU-JUMLAH",
        "tingkat": "galat",
        "tempat": "Anggaran Perubahan 2023: 8.01.02 Program Penguatan Ideologi Pancasila dan "
        "Karakter Kebangsaan",
        "pesan": "Pagu tertulis Rp\N{NO-BREAK SPACE}1, jumlah rinciannya "
        "Rp\N{NO-BREAK SPACE}583.791.760.",
        "saran": "Perbaiki salah satunya: pagu induk adalah jumlah rinciannya.",
    }


def test_perintah_tabel(pasuruan, versi):
    pagu_beda_jumlah(versi)
    assert jalankan("--unit", pasuruan.kode, "--tahun", str(TAHUN)).startswith("GALAT PAGU-JUMLAH")


def test_perintah_tanpa_renstra(pemeran):
    with pytest.raises(CommandError, match="belum mempunyai Renstra"):
        jalankan("--unit", pemeran.unit_lain.kode, "--tahun", str(TAHUN))


@pytest.mark.parametrize(
    ("unit", "tahun"), [("tidak-ada", "2023"), ("pasuruan-bakesbangpol", "1999")]
)
def test_perintah_menyebut_yang_salah(unit, tahun, pasuruan):
    with pytest.raises(CommandError):
        jalankan("--unit", unit, "--tahun", tahun)
