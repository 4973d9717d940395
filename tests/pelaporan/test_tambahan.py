"""A section that another app gives to the LKjIP: there when it is asked for, else nothing of it."""

import pytest

from pelaporan.dokumen.lkjip import susun_lkjip
from pelaporan.dokumen.tambahan import Tambahan, daftarkan
from pelaporan.models import Bagian, Laporan
from sakip.dokumen.blok import Judul, Tabel

KUNCI = "tindak-lanjut-evaluasi"


@pytest.fixture(autouse=True)
def termuat(contoh_evaluasi, db) -> None:
    """The recommendations on the work of 2022."""


def judul(dokumen) -> list[str]:
    return [f"{satu.nomor} {satu.teks}" for satu in dokumen.blok() if isinstance(satu, Judul)]


def nyalakan(unit, tahun: int, *, tampil: bool = True) -> None:
    laporan, _ = Laporan.objects.get_or_create(unit=unit, tahun=tahun, jenis="lkjip", ke=1)
    Bagian.objects.create(laporan=laporan, kunci=KUNCI, tampil=tampil)


def test_tanpa_diminta_tidak_ada(pasuruan):
    dokumen = susun_lkjip(pasuruan, 2023)
    assert not any("Tindak Lanjut Hasil Evaluasi" in satu for satu in judul(dokumen))
    assert [t.nomor for t in dokumen.tabel()][-1] == "3.9"


def test_diminta_menjadi_bagian_bab_tiga(pasuruan):
    nyalakan(pasuruan, 2023)
    dokumen = susun_lkjip(pasuruan, 2023)
    assert "3.3 Tindak Lanjut Hasil Evaluasi Tahun 2022" in judul(dokumen)
    tabel = next(t for t in dokumen.tabel() if t.nomor == "3.10")
    assert isinstance(tabel, Tabel)
    assert tabel.judul == "Tindak Lanjut Rekomendasi Hasil Evaluasi atas Kinerja Tahun 2022"
    assert len(tabel.baris) == 4
    assert "12 bulan" in str(tabel.baris[0])


def test_dimatikan_lagi(pasuruan):
    nyalakan(pasuruan, 2023, tampil=False)
    assert not any("Tindak Lanjut Hasil" in satu for satu in judul(susun_lkjip(pasuruan, 2023)))


def test_tanpa_lhe_menyebut_sebabnya(pasuruan):
    nyalakan(pasuruan, 2022)
    dokumen = susun_lkjip(pasuruan, 2022)
    assert "3.3 Tindak Lanjut Hasil Evaluasi Tahun 2021" in judul(dokumen)
    assert "LHE 2022 atas kinerja 2021 tidak memuat rekomendasi." in str(list(dokumen.blok()))


def test_satu_kunci_satu_kali():
    with pytest.raises(ValueError, match="registered twice"):
        daftarkan(Tambahan(KUNCI, "akuntabilitas", "x", "x", lambda *_: ()))
