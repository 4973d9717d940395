"""A form that creates is carried out once: in a row, at the same moment, and after a failure."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.utils.datastructures import MultiValueDict

from sakip.jejak.models import Kiriman
from sakip.jejak.sekali import KirimanLain, jawaban_lama, sekali, sidik_kiriman
from sakip.organisasi.models import Pengguna, Unit
from tests.lib.bersamaan import bersamaan
from tests.pemeran import buat_unit

KUNCI = UUID("0a1b2c3d-0000-4000-8000-000000000001")
LAIN = UUID("0a1b2c3d-0000-4000-8000-000000000002")


@pytest.fixture
def admin(pasuruan) -> Pengguna:
    return Pengguna.objects.get(nama_pengguna="admin")


def kirim(
    pengguna: Pengguna, kode: str = "dinas", *, kunci: UUID = KUNCI, nama: str = "Dinas"
) -> str:
    """A form that creates a unit and goes on to its page."""

    def laksanakan() -> str:
        return f"/unit/{buat_unit(pengguna.pemda, kode, nama).pk}/"

    sidik = sidik_kiriman({"kode": [kode], "nama": [nama]})
    return sekali(pengguna=pengguna, kunci=kunci, sidik=sidik, laksanakan=laksanakan)


def alamat() -> list[str]:
    """The page of every unit that was made."""
    dibuat = Unit.objects.filter(nama="Dinas").order_by("pk")
    return [f"/unit/{pk}/" for pk in dibuat.values_list("pk", flat=True)]


def test_dikirim_dua_kali_dilaksanakan_sekali(admin):
    jawaban = [kirim(admin), kirim(admin)]
    assert jawaban == alamat() * 2
    (kiriman,) = Kiriman.objects.all()
    assert (kiriman.pengguna, kiriman.kunci, kiriman.jawaban) == (admin, KUNCI, jawaban[0])


def test_kunci_lain_dilaksanakan_lagi(admin):
    jawaban = [kirim(admin, "a", kunci=KUNCI), kirim(admin, "b", kunci=LAIN)]
    assert jawaban == alamat()
    assert Kiriman.objects.count() == 2


def test_kunci_yang_sama_dengan_isi_lain_ditolak(admin):
    kirim(admin)
    with pytest.raises(KirimanLain, match="buka formulir baru"):
        kirim(admin, "dinas-dua")
    assert (len(alamat()), Kiriman.objects.count()) == (1, 1)


def test_kunci_yang_sama_dari_orang_lain_bukan_urusannya(admin):
    orang_lain = Pengguna.objects.get(nama_pengguna="organisasi")
    jawaban = [kirim(admin, "a"), kirim(orang_lain, "b")]
    assert jawaban == alamat()
    assert set(Kiriman.objects.values_list("pengguna", "kunci")) == {
        (admin.pk, KUNCI), (orang_lain.pk, KUNCI),
    }  # fmt: skip


@pytest.mark.parametrize("galat", [ValidationError("belum"), RuntimeError("putus")])
def test_yang_gagal_membebaskan_kuncinya(galat, admin):
    def gagal() -> str:
        buat_unit(admin.pemda, "dinas", "Dinas")
        raise galat

    sidik = sidik_kiriman({"kode": ["dinas"]})
    with pytest.raises(type(galat)):
        sekali(pengguna=admin, kunci=KUNCI, sidik=sidik, laksanakan=gagal)
    assert (alamat(), Kiriman.objects.count()) == ([], 0)
    assert [kirim(admin, nama="Dinas")] == alamat()


def test_aturan_yang_dilanggar_isinya_sendiri_diteruskan(admin):
    """A second unit of the same code: no answer of an earlier form fits that."""
    with pytest.raises(IntegrityError):
        kirim(admin, admin.pemda.unit.first().kode)
    assert Kiriman.objects.count() == 0
    assert [kirim(admin)] == alamat()


def test_aturan_yang_dilanggar_setelah_kunci_terpakai_bukan_galat(admin):
    """The second time the code is taken, by the first time: its answer is given, not the error."""
    assert kirim(admin) == kirim(admin)


@pytest.mark.django_db(transaction=True)
def test_dua_kiriman_bersamaan_satu_jawaban(admin):
    hasil = bersamaan(lambda: kirim(admin), lambda: kirim(admin))
    assert hasil == alamat() * 2
    assert len(hasil) == 2
    assert Kiriman.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_dua_isi_berbeda_bersamaan_satu_ditolak(admin):
    hasil = bersamaan(lambda: kirim(admin, "a"), lambda: kirim(admin, "b"))
    assert sorted(type(satu) for satu in hasil if not isinstance(satu, str)) == [KirimanLain]
    assert [satu for satu in hasil if isinstance(satu, str)] == alamat()


@pytest.mark.django_db(transaction=True)
def test_yang_menunggu_melanjutkan_bila_yang_pertama_gagal(admin):
    """Whichever comes first, the one that does not fail creates."""

    def gagal() -> str:
        buat_unit(admin.pemda, "dinas", "Dinas")
        raise ValidationError("belum")

    sidik = sidik_kiriman({"kode": ["dinas"], "nama": ["Dinas"]})
    pertama: Callable[[], str] = lambda: sekali(  # noqa: E731
        pengguna=admin, kunci=KUNCI, sidik=sidik, laksanakan=gagal
    )
    gagal_atau_jawaban, jawaban = bersamaan(pertama, lambda: kirim(admin))
    assert [jawaban] == alamat()
    assert isinstance(gagal_atau_jawaban, ValidationError) or gagal_atau_jawaban == jawaban


def test_sidik_tidak_bergantung_pada_urutan_kolom():
    assert sidik_kiriman({"a": ["1"], "b": ["2"]}) == sidik_kiriman({"b": ["2"], "a": ["1"]})


@pytest.mark.parametrize(
    "lain",
    [
        {"a": ["1"], "b": ["3"]},
        {"a": ["12"], "b": [""]},
        {"a": [""], "b": ["12"]},
        {"a": ["1", "b", "2"]},
        {"a": ["1"], "b": ["2", ""]},
        {"a": ["1"], "b": []},
        {"a": ["1"], "c": ["2"]},
        {"a": ["1"]},
        {},
    ],
)
def test_sidik_membedakan_setiap_isi(lain):
    assert sidik_kiriman(lain) != sidik_kiriman({"a": ["1"], "b": ["2"]})


def test_sidik_membedakan_urutan_nilai_satu_kolom():
    assert sidik_kiriman({"a": ["1", "2"]}) != sidik_kiriman({"a": ["2", "1"]})


def berkas(nama: str, isi: bytes, kolom: str = "bukti") -> MultiValueDict:
    return MultiValueDict({kolom: [SimpleUploadedFile(nama, isi)]})


def test_sidik_membaca_isi_berkas():
    sidik = sidik_kiriman({}, berkas("a.pdf", b"satu"))
    assert sidik == sidik_kiriman({}, berkas("a.pdf", b"satu"))
    lain = [
        berkas("a.pdf", b"dua!"), berkas("b.pdf", b"satu"), berkas("a.pdf", b"satu", "foto"), None,
    ]  # fmt: skip
    assert sidik not in {sidik_kiriman({}, satu) for satu in lain}


def test_berkas_yang_disidik_masih_dapat_dibaca_dari_awal():
    kiriman = berkas("a.pdf", b"satu")
    sidik_kiriman({}, kiriman)
    assert kiriman["bukti"].read() == b"satu"


def test_jawaban_lama_hanya_bagi_kiriman_yang_persis_sama(admin):
    jawaban = kirim(admin)
    sidik = sidik_kiriman({"kode": ["dinas"], "nama": ["Dinas"]})
    orang_lain = Pengguna.objects.get(nama_pengguna="organisasi")
    assert jawaban_lama(pengguna=admin, kunci=KUNCI, sidik=sidik) == jawaban
    assert jawaban_lama(pengguna=admin, kunci=LAIN, sidik=sidik) is None
    assert jawaban_lama(pengguna=admin, kunci=KUNCI, sidik="lain") is None
    assert jawaban_lama(pengguna=orang_lain, kunci=KUNCI, sidik=sidik) is None
