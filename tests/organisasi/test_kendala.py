import pytest
from django.db import IntegrityError, transaction

from sakip.organisasi.models import BatasKategori, Pemda, Pengguna, Penugasan, Skala, Unit
from sakip.organisasi.peran import Peran
from tests.lib.kendala import salin
from tests.pemeran import AWAL

ROOT = {"kode": "pasuruan-bakesbangpol"}
BAWAHAN = {"kode": "pasuruan-bakesbangpol-sekretariat"}
DI_UNIT = {"pengguna__nama_pengguna": "sekretariat"}
DI_PEMDA = {"pengguna__nama_pengguna": "inspektorat"}

# the constraint, a row of the example, and what a raw UPDATE makes of it
LANGGAR = [
    ("pemda_jenis_dikenal", Pemda, {}, "jenis = 'negara'"),
    ("pemda_jenis_dikenal", Pemda, {}, "jenis = ''"),
    ("pemda_batas_capaian_dikenal", Pemda, {}, "batas_capaian = 105"),
    ("pemda_batas_capaian_dikenal", Pemda, {}, "batas_capaian = 0"),
    ("pemda_aturan_kategori_dikenal", Pemda, {}, "aturan_kategori = 'asing'"),
    ("batas_tidak_negatif", BatasKategori, {"urutan": 4}, "di_atas = -0.01"),
    ("batas_termasuk_berangka", BatasKategori, {"urutan": 5}, "termasuk = true"),
    ("batas_termasuk_berangka", BatasKategori, {"urutan": 4}, "termasuk = true, di_atas = NULL"),
    ("batas_warna_dikenal", BatasKategori, {"urutan": 4}, "warna = 'ungu'"),
    ("unit_bawahan_punya_perangkat_daerah", Unit, BAWAHAN, "perangkat_daerah_id = NULL"),
    ("unit_bawahan_punya_perangkat_daerah", Unit, BAWAHAN, "induk_id = NULL"),
    ("unit_bawahan_punya_perangkat_daerah", Unit, ROOT, "perangkat_daerah_id = id"),
    ("unit_bukan_induk_sendiri", Unit, BAWAHAN, "induk_id = id"),
    ("unit_masa_berlaku_urut", Unit, ROOT, "berlaku_sampai = '2016-12-31'"),
    ("penugasan_masa_urut", Penugasan, DI_UNIT, "sampai = '2021-12-31'"),
    ("penugasan_peran_di_tempatnya", Penugasan, DI_UNIT, "unit_id = NULL"),
    ("penugasan_peran_di_tempatnya", Penugasan, DI_UNIT, "peran = 'inspektorat'"),
    ("penugasan_peran_di_tempatnya", Penugasan, DI_PEMDA, "peran = 'operator'"),
    ("penugasan_peran_di_tempatnya", Penugasan, DI_PEMDA, "peran = 'raja'"),
]
KEMBAR = [
    ("skala_satu_per_tahun_mulai", Skala, {}, {}),
    ("batas_satu_per_urutan", BatasKategori, {"urutan": 1}, {"di_atas": 1}),
    ("batas_satu_kategori_terendah", BatasKategori, {"urutan": 5}, {"urutan": 9}),
    ("batas_angka_tidak_berulang", BatasKategori, {"urutan": 1}, {"urutan": 9}),
]
DITERIMA = [
    (Pemda, {}, "jenis = 'provinsi', batas_capaian = 120, aturan_kategori = 'bulatkan'"),
    (Pemda, {}, "batas_capaian = NULL"),
    (BatasKategori, {"urutan": 4}, "di_atas = 0, warna = 'buruk'"),
    (BatasKategori, {"urutan": 4}, "termasuk = true"),
    (Unit, BAWAHAN, "berlaku_sampai = berlaku_dari"),
    (Unit, BAWAHAN, "induk_id = NULL, perangkat_daerah_id = NULL"),
    (Penugasan, DI_UNIT, "sampai = dari, peran = 'operator'"),
    (Penugasan, DI_PEMDA, "peran = 'pembaca'"),
]


@pytest.mark.parametrize(
    ("model", "kolom"), [(Pemda, "kode"), (Unit, "kode"), (Pengguna, "nama_pengguna")]
)
def test_kolom_unik(pasuruan, model, kolom):
    baris = model.objects.order_by("pk").first()
    with pytest.raises(IntegrityError), transaction.atomic():
        salin(baris)
    assert salin(baris, **{kolom: "lain"}).pk != baris.pk


def test_batas_sama_pada_skala_lain_diterima(pasuruan):
    skala = salin(Skala.objects.get(), mulai_tahun=2024)
    for batas in BatasKategori.objects.exclude(skala=skala):
        salin(batas, skala=skala)
    assert skala.batas.count() == 5


DI_SATU_UNIT = {"operator", "perencana", "pimpinan", "pembaca"}
DI_SATU_PEMDA = {"bagian_organisasi", "inspektorat", "admin", "pembaca"}


@pytest.mark.parametrize(
    ("di_unit", "di_pemda", "boleh"),
    [
        (True, False, DI_SATU_UNIT),
        (False, True, DI_SATU_PEMDA),
        (True, True, set()),
        (False, False, set()),
    ],
)
@pytest.mark.parametrize("cara", ["create", "bulk_create"])
def test_setiap_peran_di_tempatnya(pemeran, di_unit, di_pemda, boleh, cara):
    diterima = set()
    for peran in Peran:
        tugas = Penugasan(
            pengguna=pemeran["tanpa_tugas"],
            peran=peran,
            unit=pemeran.unit if di_unit else None,
            pemda=pemeran.unit.pemda if di_pemda else None,
            dari=AWAL,
        )
        try:
            with transaction.atomic():
                tugas.save() if cara == "create" else Penugasan.objects.bulk_create([tugas])
        except IntegrityError:
            continue
        diterima.add(peran.value)
    assert diterima == boleh
