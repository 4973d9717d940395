"""The two examples of evaluation against the documents they are taken from."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.test import Client
from django.urls import reverse

from evaluasi.hitung.tenggat import TANPA_TANGGAL_LHE, TANPA_TARGET
from evaluasi.models import (
    CatatanKomponen,
    Instrumen,
    LaporanTindakLanjut,
    Lhe,
    Rekomendasi,
    RencanaTindakLanjut,
)
from evaluasi.queries.tindak_lanjut import keadaan_rekomendasi
from perencanaan.queries.ruang import ruang_kerja
from sakip.beranda.muat.muat import berkas_contoh
from sakip.jejak.aksi import Aksi
from sakip.jejak.models import CatatanJejak
from sakip.lib import waktu
from sakip.lib.galat import TidakAda
from sakip.organisasi.models import Pemda, Pengguna
from tests.beranda.test_perintah import isi_basis_data, jalankan

NAMA = ("pasuruan-tl-2022", "balangan-2024")


@pytest.fixture(autouse=True)
def termuat(contoh_evaluasi, db) -> None:
    """Both are loaded for all tests here."""


def test_nilai_lhe_pasuruan_menurut_tahun_terbitnya(pasuruan):
    lhe = Lhe.objects.filter(unit=pasuruan).order_by("tahun_evaluasi")
    assert [(s.tahun_evaluasi, s.tahun_kinerja, s.nilai, s.status) for s in lhe] == [
        (2022, 2021, Decimal("65.51"), "terbit"),
        (2023, 2022, Decimal("75.51"), "terbit"),
    ]
    assert {(s.nomor, s.tanggal, s.predikat) for s in lhe} == {("", None, "")}


def test_empat_rekomendasi_pasuruan(pasuruan):
    keadaan = keadaan_rekomendasi(
        Rekomendasi.objects.filter(unit=pasuruan), waktu.hari_ini("Asia/Jakarta")
    )
    assert [satu.rekomendasi.uraian.split()[0] for satu in keadaan] == [
        "Menyusun", "Menyusun", "Meningkatkan", "Melakukan",
    ]  # fmt: skip
    rencana = [satu.rencana[0] for satu in keadaan]
    assert [(r.rencana.jenis_target, r.rencana.bulan) for r in rencana] == [
        ("bulan", 12), ("bulan", 12), ("bulan", 12), ("triwulan", None),
    ]  # fmt: skip
    assert [r.tenggat.alasan for r in rencana[:3]] == [TANPA_TANGGAL_LHE] * 3
    assert {r.terlambat for r in rencana} == {0}
    assert {satu.status for satu in keadaan} == {"belum_ditindaklanjuti"}


def test_laporan_unit_pasuruan(pasuruan):
    laporan = LaporanTindakLanjut.objects.filter(rencana__rekomendasi__unit=pasuruan)
    assert {(s.keadaan, s.waktu.date().isoformat(), s.tahun) for s in laporan} == {
        ("selesai", "2024-02-15", None)
    }
    assert all(satu.uraian.startswith("Telah dilaksanakan") for satu in laporan)
    assert not any(satu.bukti.exists() for satu in laporan)


def test_catatan_dan_rekomendasi_balangan(balangan):
    lhe = Lhe.objects.get(unit=balangan)
    assert (lhe.tahun_evaluasi, lhe.tahun_kinerja, lhe.nilai) == (2024, 2023, None)
    catatan = CatatanKomponen.objects.filter(lhe=lhe)
    assert [satu.sub.kode for satu in catatan] == [f"{n}.{h}" for n in range(1, 5) for h in "abc"]
    komponen = [
        sorted(satu.komponen.values_list("komponen__kode", flat=True))
        for satu in lhe.rekomendasi.order_by("urutan")
    ]
    assert komponen == [["1", "2"], ["3"], ["3"], ["3"], ["4"]]


def test_rencana_balangan_tanpa_target(balangan):
    keadaan = keadaan_rekomendasi(
        Rekomendasi.objects.filter(unit=balangan), waktu.hari_ini("Asia/Jakarta")
    )
    rencana = [r for satu in keadaan for r in satu.rencana]
    assert len(rencana) == 5
    assert {(r.tenggat.tanggal, r.tenggat.alasan) for r in rencana} == {(None, TANPA_TARGET)}
    assert not LaporanTindakLanjut.objects.filter(rencana__rekomendasi__unit=balangan).exists()


def test_dimuat_lagi_tidak_mengubah_apa_pun(pasuruan):
    sebelum = isi_basis_data()
    keluaran = jalankan("muat_contoh", *NAMA, "--akun")
    assert keluaran.count("0 dibuat, 0 diubah") == 2
    assert isi_basis_data() == sebelum


def test_pemuatan_dan_penerbitan_tercatat(balangan):
    lhe = Lhe.objects.get(unit=balangan)
    terbit = CatatanJejak.objects.filter(aksi=Aksi.LHE_DITERBITKAN, objek_id=str(lhe.pk))
    assert [satu.pengguna.nama_pengguna for satu in terbit] == ["inspektorat-balangan"]
    rencana = RencanaTindakLanjut.objects.filter(rekomendasi__unit=balangan)
    jejak = CatatanJejak.objects.filter(
        aksi=Aksi.CONTOH_DIMUAT,
        objek_jenis="evaluasi.rencanatindaklanjut",
        objek_id__in=[str(satu.pk) for satu in rencana],
    )
    assert jejak.count() == 5


def test_satu_instrumen_nasional(balangan):
    assert Instrumen.objects.filter(pemda=None).count() == 1


def test_instrumen_dan_catatan_dikunci_lhe_terbit(balangan, tmp_path):
    berkas = _salin("balangan-2024", tmp_path, ("Terdapat pedoman teknis", "Tidak ada pedoman"))
    _tolak(berkas, "LHE 2024 berkeadaan terbit dan berbeda dari berkas: catatan")


ORANG = [("inspektorat-balangan", "balangan"), ("sekretariat-balangan", "balangan"),
         ("inspektorat", "pasuruan"), ("sekretariat", "pasuruan")]  # fmt: skip


@pytest.mark.parametrize(("nama", "milik"), ORANG)
def test_pemda_lain_tidak_terlihat(nama, milik, pasuruan, balangan):
    unit = {"pasuruan": pasuruan, "balangan": balangan}
    lain = balangan if milik == "pasuruan" else pasuruan
    pengguna = Pengguna.objects.get(nama_pengguna=nama)
    for model in (Lhe, Rekomendasi):
        terlihat = set(model.objects.untuk(pengguna).values_list("unit", flat=True))
        assert terlihat == {unit[milik].pk}
    rencana = RencanaTindakLanjut.objects.untuk(pengguna)
    assert not rencana.filter(rekomendasi__unit=lain).exists()
    assert rencana.exists()
    assert lain.pemda not in Pemda.objects.untuk(pengguna)
    with pytest.raises(TidakAda, match="Anda tidak bertugas"):
        ruang_kerja(pengguna, lain.kode, 2023)
    assert lain not in [
        satu.unit for satu in ruang_kerja(pengguna, unit[milik].kode, 2023).daftar_unit
    ]


def test_ruang_terbuka_pada_tahun_yang_dievaluasi(balangan):
    """The unit has no Renstra; what was evaluated is read all the same."""
    pengguna = Pengguna.objects.get(nama_pengguna="pimpinan-balangan")
    kerja = ruang_kerja(pengguna, balangan.kode, 2023)
    assert (kerja.unit, kerja.daftar_tahun) == (balangan, (2023,))
    with pytest.raises(TidakAda, match="belum mempunyai Renstra"):
        ruang_kerja(pengguna, balangan.kode, 2022)


RUSAK = {
    "nilai bukan angka": ('nilai = "75.51"', 'nilai = "tujuh"', "salah bentuk"),
    "tahun terbalik": ("tahun_kinerja = 2021", "tahun_kinerja = 2025", "kinerja 2025"),
    "tahun ganda": ("tahun_evaluasi = 2022", "tahun_evaluasi = 2023", "“2023” ada 2 kali"),
    "komponen asing": (
        "[[lhe.rekomendasi.rencana]]", 'komponen = ["9"]\n[[lhe.rekomendasi.rencana]]',
        "rekomendasi ke-1 berada di komponen 9",
    ),
    "dua target": ("bulan = 12", "bulan = 12\nsetiap_triwulan = true", "lebih dari satu target"),
    "unit asing": ("bulan = 12", 'bulan = 12\nunit = "x"', "dikerjakan unit “x” yang tidak ada"),
    "keadaan asing": ('keadaan = "selesai"', 'keadaan = "beres"', "berkeadaan “beres”"),
    "bulan terlalu banyak": ("bulan = 12", "bulan = 99", "1–60"),
    "kunci asing": ("bulan = 12", "bulann = 12", "salah bentuk.*bulann"),
    "organisasi asing": ('"pasuruan-2023"', '"entah"', "contoh “entah”, yang tidak ada"),
    "organisasi dua kali": (
        'organisasi = "pasuruan-2023"', 'organisasi = "pasuruan-2023"\n[pemda]\nkode = "x"\n',
        "memuat pemda, padahal organisasinya dari contoh",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kasus", RUSAK)
def test_contoh_rusak_ditolak_dengan_satu_baris(kasus, tmp_path):
    lama, baru, pesan = RUSAK[kasus]
    _tolak(_salin("pasuruan-tl-2022", tmp_path, (lama, baru)), pesan)


def test_tanpa_inspektorat_tidak_ada_lhe(tmp_path):
    peran = ('peran = "inspektorat"', 'peran = "bagian_organisasi"')
    _tolak(_salin("balangan-2024", tmp_path, peran), "tidak ada akun berperan inspektorat")


@pytest.mark.parametrize("nama", ["pimpinan-balangan", "inspektorat-balangan"])
def test_beranda_unit_tanpa_renstra_menuju_evaluasinya(nama, balangan):
    client = Client()
    client.force_login(Pengguna.objects.get(nama_pengguna=nama))
    halaman = client.get("/")
    for alamat in ("evaluasi:lhe", "evaluasi:rekomendasi"):
        tujuan = reverse(alamat, args=[balangan.kode, 2023])
        assert f'href="{tujuan}"' in halaman.text
        assert client.get(tujuan).status_code == 200


def _salin(nama: str, tempat: Path, pasangan: tuple[str, str]) -> Path:
    """All files of an example as one, with the first occurrence of a text replaced."""
    semua = sorted(berkas_contoh(nama).glob("*.toml"))
    # what stands outside any table must come first
    semua.sort(key=lambda berkas: "organisasi = " not in berkas.read_text())
    teks = "\n".join(berkas.read_text() for berkas in semua)
    lama, baru = pasangan
    assert lama in teks
    berkas = tempat / "salinan.toml"
    berkas.write_text(teks.replace(lama, baru, 1))
    return berkas


def _tolak(berkas: Path, pesan: str) -> None:
    sebelum = isi_basis_data()
    with pytest.raises(CommandError, match=pesan) as galat:
        jalankan("muat_contoh", "--berkas", berkas, "--akun")
    assert len(str(galat.value).splitlines()) == 1
    assert isi_basis_data() == sebelum
