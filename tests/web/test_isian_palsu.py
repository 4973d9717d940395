"""Fields that a form does not offer are not written, whatever is sent along with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.hashers import is_password_usable
from django.db import models, transaction
from django.test import Client
from django.urls import reverse

from sakip.berkas.models import Berkas
from sakip.jejak.models import CatatanJejak
from sakip.organisasi.forms.pemda import FormPemda
from sakip.organisasi.models import Jendela, Pejabat, Pengecualian, Penugasan, Unit
from sakip.web.formulir import Formulir
from tests.pemeran import Pemeran, buat_unit
from tests.web.borang import isi_halaman, tambah

# tried on every form besides all fields of its model
SELALU = (
    "id", "pk", "versi", "kode", "nama", "pemda", "pemda_id", "perangkat_daerah", "unit",
    "pengguna", "pejabat", "jendela", "lama", "baru", "status", "peran", "jenis", "tahun", "bulan",
    "is_active", "is_staff", "is_superuser", "password", "sesi_ke", "contoh", "last_login",
    "dibuka_oleh", "verifikator", "nilai", "batas_capaian", "aturan_kategori",
)  # fmt: skip


@dataclass(frozen=True)
class Ruang:
    """Whom and what the cases are about."""

    pemeran: Pemeran
    jendela: Jendela
    pengecualian: Pengecualian
    pengganti: Unit


@dataclass(frozen=True)
class Kasus:
    """A page with a form: its address, who opens it, and what is honestly typed."""

    alamat: str
    sisa: Callable[[Ruang], list[Any]]
    ketik: dict[str, Any]
    siapa: str = "admin"
    di_pemda: bool = True


def _tugas(ruang: Ruang) -> Penugasan:
    return ruang.pemeran["operator"].penugasan.get()


def _pejabat(_ruang: Ruang) -> Pejabat:
    return Pejabat.objects.exclude(nip="").get()


PERIODE = [2024, "pengisian", 3]
KASUS = {
    "unit baru": Kasus(
        "unit-baru", lambda _: [],
        {"nama": "Dinas", "singkatan": "D", "kode": "dinas", "berlaku_dari": "1/1/2024"},
    ),
    "unit": Kasus("unit-ubah", lambda r: [r.pemeran.unit.kode], {"nama": "Badan"}),
    "perubahan unit": Kasus(
        "unit-perubahan", lambda r: [r.pemeran.unit_lain.kode],
        {"baru": "{pengganti}", "jenis": "ganti_nama", "tanggal": "1/1/2024"},
    ),
    "pejabat baru": Kasus("pejabat-baru", lambda _: [], {"nama": "Budi"}),
    "pejabat": Kasus("pejabat-ubah", lambda r: [_pejabat(r).pk], {"nama": "Budi"}),
    "penempatan baru": Kasus(
        "penempatan-baru", lambda r: [_pejabat(r).pk],
        {"jabatan": "Staf", "status": "plh", "dari": "1/1/2024"},
    ),
    "penempatan": Kasus(
        "penempatan-ubah", lambda r: [_pejabat(r).penempatan.get().pk], {"jabatan": "Kepala"}
    ),
    "akun baru": Kasus("akun-baru", lambda _: [], {"nama": "Budi", "nama_pengguna": "budi"}),
    "akun": Kasus("akun-ubah", lambda r: [r.pemeran["operator"].pk], {"nama": "Budi"}),
    "peran baru": Kasus(
        "peran-baru", lambda r: [r.pemeran["operator"].pk],
        {"peran": "inspektorat", "dari": "1/1/2024"},
    ),
    "peran": Kasus("peran-ubah", lambda r: [_tugas(r).pk], {"dari": "1/1/2024"}),
    "jendela baru": Kasus("jendela-atur", lambda _: PERIODE, {}, "bagian_organisasi"),
    "jendela": Kasus(
        "jendela-atur", lambda r: [r.jendela.tahun, r.jendela.jenis, r.jendela.bulan],
        {"kunci": "30/7/2099 23.59"}, "bagian_organisasi",
    ),
    "pengecualian baru": Kasus(
        "pengecualian-baru", lambda r: [r.jendela.pk],
        {"unit": "{unit}", "sampai": "1/9/2099 23.59", "alasan": "gempa"}, "bagian_organisasi",
    ),
    "pengecualian": Kasus(
        "pengecualian-ubah", lambda r: [r.pengecualian.pk], {"alasan": "banjir"},
        "bagian_organisasi",
    ),
    "pemda": Kasus("pemda", lambda _: [], {"nama": "Pasuruan"}),
    "surel": Kasus(
        "surel-saya", lambda _: [], {"surel": "budi@contoh.go.id"}, "operator", di_pemda=False
    ),
}  # fmt: skip


@pytest.fixture
def ruang(pemeran) -> Ruang:
    jendela = Jendela.objects.create(
        pemda=pemeran.unit.pemda,
        jenis="pengisian",
        tahun=2099,
        bulan=6,
        buka=datetime(2099, 7, 1, tzinfo=UTC),
        tenggat=datetime(2099, 7, 10, tzinfo=UTC),
        kunci=datetime(2099, 7, 20, tzinfo=UTC),
    )
    pengecualian = Pengecualian.objects.create(
        jendela=jendela,
        unit=pemeran.unit_lain,
        sampai=datetime(2099, 8, 1, tzinfo=UTC),
        alasan="gempa",
        dibuka_oleh=pemeran["bagian_organisasi"],
    )
    # for a forged lambang
    Berkas.objects.create(
        nama="a.png", jenis="png", ukuran=1, sidik="a" * 64, waktu=datetime(2024, 1, 1, tzinfo=UTC)
    )
    pengganti = buat_unit(pemeran.unit.pemda, "pengganti", "Pengganti")
    return Ruang(pemeran, jendela, pengecualian, pengganti)


def isi_basis_data() -> dict[str, Any]:
    """Every row of the organisation but for its key, and how long the trail is."""
    hasil: dict[str, Any] = {"jejak": CatatanJejak.objects.count()}
    for model in apps.get_app_config("organisasi").get_models():
        semua = list(model.objects.order_by("pk").values())
        for baris in semua:
            baris.pop("id")
            if "password" in baris and not is_password_usable(baris["password"]):
                baris["password"] = ""  # made of chance
        hasil[model.__name__] = semua
    return hasil


def alamat_kasus(ruang: Ruang, kasus: Kasus) -> str:
    kode = [ruang.pemeran.unit.pemda.kode] if kasus.di_pemda else []
    return reverse(f"organisasi:{kasus.alamat}", args=[*kode, *kasus.sisa(ruang)])


def tersimpan(ruang: Ruang, client: Client, kasus: Kasus, *, palsu: bool) -> dict[str, Any]:
    """What the database holds after the form was sent; then it is taken back."""
    alamat = alamat_kasus(ruang, kasus)
    titik = transaction.savepoint()
    halaman = client.get(alamat)
    isi = tambah(isi_halaman(halaman), _nomor(ruang, kasus.ketik))
    if palsu:
        isi = isian_palsu(halaman.context["form"]) | isi
    jawaban = client.post(alamat, isi)
    assert jawaban.status_code == 302, jawaban.context["form"].errors
    hasil = isi_basis_data()
    transaction.savepoint_rollback(titik)
    return hasil


def _nomor(ruang: Ruang, ketik: dict[str, Any]) -> dict[str, Any]:
    nomor = {"{pengganti}": ruang.pengganti.pk, "{unit}": ruang.pemeran.unit.pk}
    return {nama: nomor.get(nilai, nilai) for nama, nilai in ketik.items()}


def isian_palsu(form: Formulir) -> dict[str, str]:
    """A value of another kind for every field that the page does not offer."""
    kolom = form._meta.model._meta.concrete_fields
    palsu = dict.fromkeys(SELALU, "77")
    for satu in kolom:
        palsu |= dict.fromkeys((satu.name, satu.attname), nilai_palsu(satu))
    return {nama: nilai for nama, nilai in palsu.items() if nama not in form.isian}


def nilai_palsu(kolom: models.Field) -> str:
    """What the field would take, were it offered."""
    if isinstance(kolom, models.ForeignKey):
        return str(kolom.related_model._default_manager.order_by("pk").last().pk)
    if kolom.choices:
        return str(kolom.choices[-1][0])
    if isinstance(kolom, models.BooleanField):
        return "on"
    if isinstance(kolom, models.DateField):
        return "01/01/2001"
    return "77" if isinstance(kolom, models.IntegerField) else "palsu"


@pytest.mark.parametrize("kasus", KASUS.values(), ids=KASUS)
def test_isian_tambahan_tidak_mengubah_apa_pun(kasus, ruang, client):
    client.force_login(ruang.pemeran[kasus.siapa])
    sebelum = isi_basis_data()
    jujur = tersimpan(ruang, client, kasus, palsu=False)
    assert jujur != sebelum
    assert tersimpan(ruang, client, kasus, palsu=True) == jujur


def test_setiap_formulir_organisasi_diuji(ruang, client):
    """A form that is written tomorrow has its case here, or this fails."""
    diuji = set()
    for kasus in KASUS.values():
        client.force_login(ruang.pemeran[kasus.siapa])
        form = client.get(alamat_kasus(ruang, kasus)).context["form"]
        diuji.add((type(form), form.instance._state.adding))
    ada = {s for s in Formulir.__subclasses__() if s.__module__.startswith("sakip.organisasi.")}
    assert {satu for satu, _ in diuji} == ada
    assert len(diuji) == len(KASUS)


def test_isian_palsu_mencakup_setiap_kolom_yang_tidak_ditawarkan(ruang):
    palsu = isian_palsu(FormPemda(instance=ruang.pemeran.unit.pemda))
    assert {"kode", "jenis", "batas_capaian", "aturan_kategori", "versi", "id"} <= palsu.keys()
    assert palsu.keys().isdisjoint({"nama", "sebutan_kepala", "kedudukan", "zona"})
