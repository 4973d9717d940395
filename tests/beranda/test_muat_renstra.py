"""The Renstra of the example against the LKjIP 2023 that it is taken from."""

from collections import Counter
from decimal import Decimal

import pytest

from pengukuran.models import Realisasi
from perencanaan.hitung.rumus import hitung_rumus, variabel
from perencanaan.models import (
    IndikatorVersi,
    PenanggungJawab,
    RenstraVersi,
    Simpul,
    TargetTahunan,
    Variabel,
)
from sakip.organisasi.models import Pejabat, Unit
from tests.beranda.test_perintah import jalankan


def di_versi(ke: int) -> RenstraVersi:
    return RenstraVersi.objects.get(renstra__unit__kode="pasuruan-bakesbangpol", ke=ke)


def test_banyaknya_setiap_jenis(pasuruan):
    jenis = {
        ke: Counter(
            Simpul.objects.filter(renstra_versi=di_versi(ke)).values_list("jenis", flat=True)
        )
        for ke in (1, 2)
    }
    assert jenis == {
        1: {"tujuan": 2, "sasaran": 2},
        2: {"tujuan": 1, "sasaran": 2, "program": 6, "kegiatan": 13, "sub_kegiatan": 32,
            "perangkat_daerah": 1},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kode", "kegiatan", "sub"),
    [
        ("8.01.02", 1, 1),
        ("8.01.03", 1, 3),
        ("8.01.04", 1, 3),
        ("8.01.05", 1, 2),
        ("8.01.06", 1, 1),
        ("8.01.01", 8, 22),
    ],
)
def test_program_didukung_sebanyak_yang_tertulis(kode, kegiatan, sub, pasuruan):
    """Subbab 3.2: "didukung oleh 8 kegiatan dan 22 sub kegiatan"."""
    program = Simpul.objects.get(kode=kode)
    assert Simpul.objects.filter(induk=program).count() == kegiatan
    assert Simpul.objects.filter(induk__induk=program).count() == sub


LAMPIRAN_3 = {
    "Indeks Modal Sosial": {2021: "54.38"},
    "Persentase penurunan potensi konflik di masyarakat": {2021: "2.50"},
    "Indeks Kesalehan Sosial": {
        2022: "74.37", 2023: "75.45", 2024: "77.13", 2025: "78.43", 2026: "80.06",
    },
    "Indeks Stabilitas": {
        2022: "74.5", 2023: "76.05", 2024: "77.75", 2025: "78.90", 2026: "80.25",
    },
}  # fmt: skip


def test_rumusan_awal_menurut_lampiran_3(pasuruan):
    versi = di_versi(1)
    target = TargetTahunan.objects.filter(indikator_versi__renstra_versi=versi, sumber="renstra")
    hasil: dict[str, dict[int, Decimal]] = {}
    for satu in target.select_related("indikator_versi"):
        hasil.setdefault(satu.indikator_versi.nama, {})[satu.tahun] = satu.nilai
    assert hasil == {
        nama: {tahun: Decimal(angka) for tahun, angka in isi.items()}
        for nama, isi in LAMPIRAN_3.items()
    }
    assert versi.mulai_tahun == 2021
    assert "diandaikan" in versi.catatan


def test_indeks_stabilitas_satu_indikator_dalam_dua_versi(pasuruan):
    rumusan = IndikatorVersi.objects.filter(nama="Indeks Stabilitas")
    assert [satu.renstra_versi.ke for satu in rumusan.order_by("renstra_versi__ke")] == [1, 2]
    assert len({satu.indikator_id for satu in rumusan}) == 1


def test_visi_misi_dan_isu(pasuruan):
    versi = di_versi(2)
    assert (len(versi.misi.splitlines()), len(versi.isu_strategis.splitlines())) == (4, 10)
    assert versi.misi.splitlines()[2].startswith("Memantapkan kehidupan Masyarakat Multikultural")
    assert versi.misi_didukung.startswith("Misi ke-3")
    assert versi.isu_strategis.splitlines()[-1] == "Ancaman radikalisme dan terorisme."


def strategis():
    return IndikatorVersi.objects.filter(
        renstra_versi=di_versi(2), simpul__jenis__in=("tujuan", "sasaran")
    ).order_by("urutan")


def test_target_renja(pasuruan):
    renja = [i.target.get(tahun=2023, sumber="renja") for i in strategis()]
    assert [r.nilai for r in renja[:6]] == [
        Decimal(angka) for angka in ("76.05", "73.14", "100", "90", "3", "20")
    ]
    assert (renja[6].jenis, renja[6].alasan) == (
        "tidak_dijadwalkan",
        "Tidak ada pemilu pada tahun 2023.",
    )


# variables in order of the formula, values for a trial, and what they give by hand
RUMUS = {
    "Persentase temuan yang ditindaklanjuti": (("3", "0", "4", "1"), "60"),
    "Persentase peningkatan jumlah ormas yang aktif": (("112", "100"), "12"),
    "Persentase penurunan konflik di Kota Pasuruan": (("50", "30"), "40"),
    "Persentase partisipasi pemilih dalam pemilu": (("17", "20"), "85"),
}


def test_setiap_iku_berdefinisi_dan_bersumber(pasuruan):
    assert [i.nama for i in strategis() if not (i.iku and i.definisi and i.sumber_data)] == []
    assert {i.nama for i in strategis() if i.rumus} == RUMUS.keys()
    tanpa = [i.nama for i in strategis() if not i.rumus_tercetak]
    assert tanpa == ["Indeks Stabilitas"]  # printed as "-"


@pytest.mark.parametrize("nama", RUMUS)
def test_rumus_memakai_variabelnya_dan_dapat_dihitung(nama, pasuruan):
    indikator = strategis().get(nama=nama)
    contoh, hasil = RUMUS[nama]
    nilai = dict(zip(variabel(indikator.rumus), map(Decimal, contoh), strict=False))
    assert set(nilai) == set(indikator.variabel.values_list("nama", flat=True))
    assert hitung_rumus(indikator.rumus, nilai).nilai == Decimal(hasil)
    assert "× 100" in indikator.rumus_tercetak


def test_penurunan_konflik_dibagi_tahun_lalu(pasuruan):
    konflik = strategis().get(nama="Persentase penurunan konflik di Kota Pasuruan")
    assert "(n1)" not in konflik.rumus_tercetak
    assert konflik.rumus_tercetak.count("(n-1)") == 2
    assert Variabel.objects.get(indikator_versi=konflik, nama="potensi_konflik_n1").urutan == 1


def test_realisasi_berumus_ditandai_tanpa_variabel(pasuruan):
    berumus = {i.indikator_id for i in strategis() if i.rumus}
    for realisasi in Realisasi.objects.filter(sumber="diisi"):
        assert realisasi.tanpa_variabel == (realisasi.indikator_id in berumus)
    assert Realisasi.objects.filter(tanpa_variabel=True).count() == 3 * 2


def test_setiap_indikator_ada_yang_mengisi(pasuruan):
    pengisi = PenanggungJawab.objects.filter(mengisi=True).values_list(
        "indikator_versi", "unit__kode"
    )
    menurut = {
        indikator: kode.removeprefix("pasuruan-bakesbangpol-") for indikator, kode in pengisi
    }
    assert [menurut[i.pk] for i in strategis()] == [
        "sekretariat", "sekretariat", "sekretariat", "sekretariat", "ketahanan", "ideologi",
        "politik",
    ]  # fmt: skip
    assert len(menurut) == 7 + 51
    program = IndikatorVersi.objects.filter(simpul__jenis="program").order_by("simpul__kode")
    assert [menurut[i.pk] for i in program] == [
        "sekretariat", "ideologi", "politik", "ketahanan", "ketahanan", "ideologi",
    ]  # fmt: skip


def test_pejabat_lama_berganti_nama_tanpa_menjadi_dua(pasuruan):
    """A database that held the example under other names keeps its posts."""
    jumlah = Pejabat.objects.count()
    Pejabat.objects.filter(nip="").update(nama="Wali Kota Pasuruan")
    assert "0 dibuat, 1 diubah" in jalankan("muat_contoh", "pasuruan-2023", "--akun")
    assert Pejabat.objects.count() == jumlah
    assert not Pejabat.objects.filter(nama="Wali Kota Pasuruan").exists()


def test_pengisi_yang_diganti_orang_kembali_ke_berkas(pasuruan):
    indikator = strategis().get(nama="Persentase partisipasi pemilih dalam pemilu")
    politik = PenanggungJawab.objects.get(indikator_versi=indikator)
    PenanggungJawab.objects.filter(pk=politik.pk).update(mengisi=False)
    lain = Unit.objects.get(kode="pasuruan-bakesbangpol-ideologi")
    PenanggungJawab.objects.create(indikator_versi=indikator, unit=lain, mengisi=True)
    assert "0 dibuat, 2 diubah" in jalankan("muat_contoh", "pasuruan-2023", "--akun")
    assert PenanggungJawab.objects.get(indikator_versi=indikator, mengisi=True).pk == politik.pk
