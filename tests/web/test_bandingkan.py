"""A save that came late: three states side by side, and a form that holds both people's work."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from django import forms
from django.utils import timezone

from sakip.organisasi.forms.jendela import FormJendela
from sakip.organisasi.forms.pejabat import FormPenempatan
from sakip.organisasi.forms.pemda import FormPemda
from sakip.organisasi.forms.unit import FormUnit
from sakip.organisasi.models import Jendela, Penempatan, Unit
from sakip.web.formulir import KOSONG, Bandingan, Formulir, bandingkan
from sakip.web.versi import simpan_jika_versi
from tests.web.borang import Isi, isi_form, tambah


@dataclass(frozen=True)
class Kasus:
    """One field of a form: how it reads when opened, and what each of two people makes of it.

    Each change is what is typed and how that reads; of a choice these differ.
    """

    kelas: type[Formulir]
    kolom: str
    dibuka: str
    lain: tuple[Any, str]
    saya: tuple[Any, str]


BIDANG = "Bidang Politik dalam Negeri"
KASUS = {
    "teks": Kasus(
        FormPenempatan, "jabatan", "Kepala Badan Kesatuan Bangsa dan Politik",
        ("Kepala Badan", "Kepala Badan"), ("Kepala Kantor", "Kepala Kantor"),
    ),
    "teks yang dikosongkan": Kasus(
        FormPenempatan, "golongan", "Pembina Utama Muda / IV-c",
        ("Pembina", "Pembina"), ("", KOSONG),
    ),
    "teks panjang": Kasus(
        FormUnit, "tugas", "melaksanakan fungsi penunjang bidang kesatuan bangsa dan politik",
        ("satu\r\ndua", "satu\ndua"), ("satu\r\n\r\ntiga", "satu\n\ntiga"),
    ),
    "pilihan": Kasus(FormPenempatan, "status", "Plt.", ("pj", "Pj."), ("plh", "Plh.")),
    "pilihan atas teks": Kasus(
        FormPemda, "zona", "WIB (Asia/Jakarta)",
        ("Asia/Jayapura", "WIT (Asia/Jayapura)"), ("Asia/Makassar", "WITA (Asia/Makassar)"),
    ),
    "rujukan": Kasus(
        FormPenempatan, "unit", "Badan Kesatuan Bangsa dan Politik Kota Pasuruan",
        ("Sekretariat", "Sekretariat"), (BIDANG, BIDANG),
    ),
    "rujukan yang dikosongkan": Kasus(
        FormPenempatan, "unit", "Badan Kesatuan Bangsa dan Politik Kota Pasuruan",
        (BIDANG, BIDANG), ("", KOSONG),
    ),
    "tanggal": Kasus(
        FormPenempatan, "dari", "02/01/2023",
        ("03/01/2023", "03/01/2023"), ("4 Januari 2023", "4 Januari 2023"),
    ),
    "saat": Kasus(
        FormJendela, "tenggat", "10/07/2023 23.59",
        ("11/07/2023 12.00", "11/07/2023 12.00"), ("12/07/2023 8.30", "12/07/2023 8.30"),
    ),
    "angka": Kasus(FormPenempatan, "kelas", "13", ("14", "14"), ("15", "15")),
}  # fmt: skip
SEMUA = pytest.mark.parametrize("kasus", KASUS.values(), ids=KASUS)


@pytest.fixture(autouse=True)
def jendela(pasuruan) -> Jendela:
    """Triwulan II, until the tenth of July 23.59 of Jakarta."""
    return Jendela.objects.create(
        pemda=pasuruan.pemda,
        jenis="pengisian",
        tahun=2023,
        bulan=6,
        buka=datetime(2023, 6, 30, 17, tzinfo=UTC),
        tenggat=datetime(2023, 7, 10, 16, 59, tzinfo=UTC),
        kunci=datetime(2023, 7, 20, 16, 59, tzinfo=UTC),
    )


def baris(kelas: type[Formulir]) -> Any:
    model = kelas.Meta.model
    pilih = {
        Penempatan: {"kelas__gt": 0},
        Unit: {"kode": "pasuruan-bakesbangpol"},
        Jendela: {"tahun": 2023},
    }
    return model.objects.get(**pilih.get(model, {}))


def buat(kelas: type[Formulir]):
    """Makes the form anew from the stored row, as a page does."""
    return lambda **isi: kelas(instance=baris(kelas), **isi)


def buka(kelas: type[Formulir]) -> Isi:
    return isi_form(buat(kelas)())


def sah(kelas: type[Formulir], isi: Isi) -> Formulir:
    form = buat(kelas)(data=isi)
    assert form.is_valid(), form.errors
    return form


def simpan(kelas: type[Formulir], isi: Isi) -> None:
    form = sah(kelas, isi)
    simpan_jika_versi(form.instance, form.versi_semula)


def ketik(nilai: Any) -> Any:
    """A unit is typed by its name; a browser sends its number."""
    unit = Unit.objects.filter(nama=nilai).first() if nilai in {BIDANG, "Sekretariat"} else None
    return unit.pk if unit else nilai


def terlambat(
    kelas: type[Formulir], lain: dict[str, Any], saya: dict[str, Any]
) -> tuple[dict[str, Bandingan], Formulir]:
    """Both open the row; the other saves, then I: the rows of the comparison and the form."""
    dibuka = buka(kelas)
    simpan(kelas, tambah(dibuka, {n: ketik(v) for n, v in lain.items()}))
    form = sah(kelas, tambah(dibuka, {n: ketik(v) for n, v in saya.items()}))
    hasil, lanjutan = bandingkan(form, buat(kelas))
    return {satu.label: satu for satu in hasil}, lanjutan


def satu_satunya(hasil: dict[str, Bandingan], lanjutan: Formulir, kolom: str) -> Bandingan:
    assert list(hasil) == [lanjutan[kolom].label]
    return hasil[lanjutan[kolom].label]


def test_kolom_kasus_terbaca_sama_saat_dibuka(pasuruan):
    """Nothing differs as long as nobody changed anything."""
    for kelas in {kasus.kelas for kasus in KASUS.values()}:
        hasil, lanjutan = bandingkan(sah(kelas, buka(kelas)), buat(kelas))
        assert hasil == []
        segar = buka(kelas)
        assert isi_form(lanjutan) | {"isi_dibuka": segar["isi_dibuka"]} == segar


@SEMUA
def test_hanya_orang_lain_yang_mengubah(kasus):
    hasil, lanjutan = terlambat(kasus.kelas, {kasus.kolom: kasus.lain[0]}, {})
    beda = satu_satunya(hasil, lanjutan, kasus.kolom)
    assert (beda.dibuka, beda.tersimpan, beda.isian) == (kasus.dibuka, kasus.lain[1], kasus.dibuka)
    assert not beda.bentrok
    assert isi_form(lanjutan)[kasus.kolom] == buka(kasus.kelas)[kasus.kolom]


@SEMUA
def test_hanya_saya_yang_mengubah(kasus):
    """The other saved too, but not this field."""
    hasil, lanjutan = terlambat(kasus.kelas, {}, {kasus.kolom: kasus.saya[0]})
    beda = satu_satunya(hasil, lanjutan, kasus.kolom)
    assert (beda.dibuka, beda.tersimpan, beda.isian) == (
        kasus.dibuka, kasus.dibuka, kasus.saya[1],
    )  # fmt: skip
    assert not beda.bentrok
    assert isi_form(lanjutan)[kasus.kolom] == str(ketik(kasus.saya[0]))


@SEMUA
def test_keduanya_mengubah_dengan_cara_lain(kasus):
    hasil, lanjutan = terlambat(
        kasus.kelas, {kasus.kolom: kasus.lain[0]}, {kasus.kolom: kasus.saya[0]}
    )
    beda = satu_satunya(hasil, lanjutan, kasus.kolom)
    assert (beda.dibuka, beda.tersimpan, beda.isian) == (
        kasus.dibuka, kasus.lain[1], kasus.saya[1],
    )  # fmt: skip
    assert beda.bentrok
    assert isi_form(lanjutan)[kasus.kolom] == str(ketik(kasus.saya[0]))


@SEMUA
def test_keduanya_mengubah_menjadi_sama(kasus):
    sama = {kasus.kolom: kasus.saya[0]}
    hasil, lanjutan = terlambat(kasus.kelas, sama, sama)
    beda = satu_satunya(hasil, lanjutan, kasus.kolom)
    assert (beda.dibuka, beda.isian, beda.bentrok) == (kasus.dibuka, kasus.saya[1], False)


@pytest.mark.parametrize(
    ("lain", "saya", "kata"),
    [
        (None, "on", ("Ya", "Tidak", "Ya")),
        ("on", None, ("Ya", "Ya", "Tidak")),
        (None, None, ("Ya", "Tidak", "Tidak")),
    ],
    ids=["orang lain", "saya", "keduanya"],
)
def test_centang(lain, saya, kata):
    """With two answers there is nothing to disagree on: who changed it is kept."""
    semua, lanjutan = terlambat(FormPenempatan, {"memimpin": lain}, {"memimpin": saya})
    beda = satu_satunya(semua, lanjutan, "memimpin")
    assert (beda.dibuka, beda.tersimpan, beda.isian, beda.bentrok) == (*kata, False)
    assert "memimpin" not in isi_form(lanjutan)


def test_kolom_yang_berlainan_bergabung():
    hasil, lanjutan = terlambat(
        FormPenempatan, {"jabatan": "Kepala Badan", "kelas": "14"}, {"golongan": "Pembina"}
    )
    assert set(hasil) == {"Jabatan", "Kelas jabatan", "Pangkat/golongan"}
    isi = isi_form(lanjutan)
    assert (isi["jabatan"], isi["kelas"], isi["golongan"]) == ("Kepala Badan", "14", "Pembina")
    simpan(FormPenempatan, isi)
    assert (baris(FormPenempatan).golongan, baris(FormPenempatan).versi) == ("Pembina", 3)


@pytest.mark.parametrize(
    ("kelas", "kolom", "ejaan"),
    [(FormPenempatan, "dari", "2 Januari 2023"), (FormJendela, "tenggat", "10 Juli 2023 23:59")],
)
def test_ejaan_lain_bukan_perubahan(kelas, kolom, ejaan):
    hasil, lanjutan = terlambat(kelas, {}, {kolom: ejaan})
    assert (hasil, isi_form(lanjutan)[kolom]) == ({}, buka(kelas)[kolom])


def test_kolom_terkunci_dan_berkas_tidak_dibandingkan():
    class FormBerlampiran(FormUnit):
        lampiran = forms.FileField(required=False)

    hasil, lanjutan = terlambat(FormBerlampiran, {"nama": "Badan A"}, {"kode": "lain"})
    assert list(hasil) == ["Nama unit"]
    assert {"lampiran", "kode"} <= lanjutan.fields.keys()


@pytest.mark.parametrize("segel", ["", "bukan segel"])
def test_tanpa_segel_yang_sah_dianggap_dibuka_seperti_yang_tersimpan(segel):
    """What was typed is kept; that the other changed it too cannot be known any more."""
    hasil, lanjutan = terlambat(
        FormPenempatan,
        {"jabatan": "Kepala Badan"},
        {"jabatan": "Kepala Kantor", "isi_dibuka": segel},
    )
    beda = satu_satunya(hasil, lanjutan, "jabatan")
    assert (beda.dibuka, beda.tersimpan, beda.isian, beda.bentrok) == (
        "Kepala Badan", "Kepala Badan", "Kepala Kantor", False,
    )  # fmt: skip
    assert isi_form(lanjutan)["jabatan"] == "Kepala Kantor"


def test_terlambat_dua_kali_tetap_menyimpan_ketikan():
    """The form that goes on counts as opened at what is stored, not at what was typed."""
    _, lanjutan = terlambat(
        FormPenempatan, {"jabatan": "Kepala Badan"}, {"jabatan": "Kepala Kantor"}
    )
    simpan(FormPenempatan, tambah(buka(FormPenempatan), {"jabatan": "Kepala Dinas"}))
    form = sah(FormPenempatan, isi_form(lanjutan))
    hasil, kedua = bandingkan(form, buat(FormPenempatan))
    (beda,) = hasil
    assert (beda.dibuka, beda.tersimpan, beda.isian, beda.bentrok) == (
        "Kepala Badan", "Kepala Dinas", "Kepala Kantor", True,
    )  # fmt: skip
    assert isi_form(kedua)["jabatan"] == "Kepala Kantor"


def test_yang_tersimpan_di_antara_bandingan_dan_formulirnya_tidak_tertimpa():
    """The form goes on at the count of the comparison, so what came after it is met again."""
    form_pertama = tambah(buka(FormPenempatan), {"jabatan": "Kepala Kantor"})
    simpan(FormPenempatan, tambah(buka(FormPenempatan), {"golongan": "Pembina"}))
    dibuat = []

    def buat_dan_didahului(**isi: Any) -> Formulir:
        if dibuat:
            simpan(FormPenempatan, tambah(buka(FormPenempatan), {"golongan": "Penata"}))
        dibuat.append(FormPenempatan(instance=baris(FormPenempatan), **isi))
        return dibuat[-1]

    _, lanjutan = bandingkan(sah(FormPenempatan, form_pertama), buat_dan_didahului)
    assert isi_form(lanjutan)["versi_dibuka"] == "2"
    assert baris(FormPenempatan).versi == 3


def test_saat_dibandingkan_dalam_zona_pembaca(jendela):
    with timezone.override("Asia/Jayapura"):
        hasil, _ = terlambat(FormJendela, {"tenggat": "12/07/2023 1.59"}, {})
    assert hasil["Tenggat"].dibuka == "11/07/2023 01.59"


def test_rujukan_yang_tidak_dapat_dipilih_lagi_tetap_bernama(pemeran):
    Penempatan.objects.filter(pk=baris(FormPenempatan).pk).update(unit=pemeran.unit_luar)
    hasil, _ = terlambat(FormPenempatan, {"unit": "Sekretariat"}, {"unit": BIDANG})
    assert (hasil["Unit"].dibuka, hasil["Unit"].isian) == (pemeran.unit_luar.nama, BIDANG)
