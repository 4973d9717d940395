"""The rules of readiness, set by the bagian organisasi for its pemda."""

import pytest
from django.urls import reverse

from pengukuran.hitung.kesiapan import SELALU_CEGAH, KodeKesiapan
from pengukuran.models import AturanKesiapan
from pengukuran.services.kesiapan import kesiapan
from tests.organisasi.alat import JejakBaru
from tests.pengukuran.alat_isian import tak_berubah
from tests.pengukuran.alat_meja import pesan, sebagai
from tests.web.borang import isi_halaman, tambah
from tests.web.borang import kirim as kirim_borang


@pytest.fixture
def organisasi(kantor):
    return sebagai(kantor, "organisasi")


def daftar(kantor) -> str:
    return reverse("pengukuran:kesiapan", args=[kantor.unit.pemda.kode])


def satu(kantor, kode: str = "melebihi_target") -> str:
    return reverse("pengukuran:kesiapan-atur", args=[kantor.unit.pemda.kode, kode])


def test_yang_berlaku_di_samping_bawaannya(kantor, organisasi):
    AturanKesiapan.objects.create(
        pemda=kantor.unit.pemda, kode="melebihi_target", tindakan="cegah", batas="300"
    )
    jawaban = organisasi.get(daftar(kantor))
    baris = {b.kode.value: b for b in jawaban.context["baris"]}
    assert list(baris) == [kode.value for kode in KodeKesiapan]
    milik = baris["melebihi_target"]
    assert (milik.berlaku, milik.bawaan, milik.diatur) == (
        "cegah pengajuan di atas 300 persen", "minta catatan di atas 150 persen", True,
    )  # fmt: skip
    assert {b.kode for b in baris.values() if b.tetap} == SELALU_CEGAH
    assert all(b.sebab for b in baris.values())
    assert jawaban.text.count("/aturan-kesiapan/") - 1 == len(KodeKesiapan) - len(SELALU_CEGAH)


def test_diatur_lalu_berlaku_dan_berjejak(kantor, organisasi):
    baris, jejak = kantor.lengkap(3, "20"), JejakBaru()
    assert [t.kode for t in kesiapan(baris).temuan] == ["melebihi_target"]
    jawaban = kirim_borang(organisasi, satu(kantor), tindakan="catatan", batas="300,5")
    assert pesan(jawaban) == ["Jauh di atas target: aturannya tersimpan."]
    aturan = AturanKesiapan.objects.get()
    assert (aturan.tindakan, str(aturan.batas), aturan.versi) == ("catatan", "300.50", 1)
    assert kesiapan(baris).temuan == ()
    kirim_borang(organisasi, satu(kantor), tindakan="abaikan", batas="")
    assert jejak.aksi() == ["kesiapan.diatur"] * 2
    assert "mengatur aturan kesiapan" in organisasi.get(satu(kantor)).text


def test_kiriman_ulang_sekali_saja(kantor, organisasi):
    isi = tambah(isi_halaman(organisasi.get(satu(kantor))), {"tindakan": "cegah"})
    pesan(organisasi.post(satu(kantor), isi))
    with tak_berubah():
        assert organisasi.post(satu(kantor), isi).status_code == 302


def test_simpanan_yang_terlambat_dibandingkan(kantor, organisasi):
    kirim_borang(organisasi, satu(kantor), tindakan="cegah")
    isi = isi_halaman(organisasi.get(satu(kantor)))
    kirim_borang(organisasi, satu(kantor), batas="400")
    with tak_berubah():
        jawaban = organisasi.post(satu(kantor), tambah(isi, {"tindakan": "abaikan"}))
    assert jawaban.status_code == 409
    assert "Tersimpan sekarang" in jawaban.text


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"batas": "1.5"}, "Maksud Anda 1,5"),
        ({"batas": "1"}, "Batas lebih dari 1"),
        ({"batas": "-3"}, ""),
        ({"tindakan": "hapus"}, ""),
    ],
)
def test_yang_salah_ditolak_dengan_sebabnya(isi, kata, kantor, organisasi):
    with tak_berubah():
        jawaban = kirim_borang(organisasi, satu(kantor), **isi)
    assert jawaban.status_code == 200
    assert jawaban.context["form"].errors
    assert kata in jawaban.text


@pytest.mark.parametrize("kode", [*sorted(SELALU_CEGAH), "asing"])
def test_yang_selalu_mencegah_tidak_dapat_diubah(kode, kantor, organisasi):
    assert organisasi.get(satu(kantor, kode)).status_code == 404
    with tak_berubah():
        assert organisasi.post(satu(kantor, kode), {"tindakan": "abaikan"}).status_code == 404


@pytest.mark.parametrize("siapa", ["admin", "inspektorat", "perencana", "pimpinan", "operator"])
def test_hanya_bagian_organisasi(siapa, kantor):
    client = sebagai(kantor, siapa)
    for tujuan in (daftar(kantor), satu(kantor)):
        jawaban = client.get(tujuan)
        assert jawaban.status_code == 403
        assert "Aturan kesiapan diatur oleh bagian organisasi." in jawaban.text
    with tak_berubah():
        assert client.post(satu(kantor), {"tindakan": "abaikan"}).status_code == 403


def test_tanpa_batas_bagi_yang_tidak_berbatas(kantor, organisasi):
    jawaban = organisasi.get(satu(kantor, "bukti_tidak_ada"))
    assert list(jawaban.context["form"].isian) == ["tindakan"]
    kirim_borang(organisasi, satu(kantor, "bukti_tidak_ada"), tindakan="cegah", batas="3")
    assert AturanKesiapan.objects.get().batas is None
