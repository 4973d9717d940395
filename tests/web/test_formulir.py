"""A form that writes is sent once, and knows what it was opened with."""

from typing import Any
from uuid import UUID

import pytest
from django import forms
from django.core import signing
from django.template import Context, Template

from sakip.organisasi.forms.akun import FormAkun
from sakip.organisasi.forms.unit import FormUnit
from sakip.organisasi.models import Jendela, Pengecualian, Pengguna, Unit
from sakip.web.formulir import Formulir
from tests.web.borang import isi_form

PENJAGA = {"kunci_kiriman", "versi_dibuka", "isi_dibuka"}
RUSAK = "Bagian tersembunyi formulir ini tidak lengkap. Buka ulang halamannya, lalu isi lagi."


class FormBerlampiran(Formulir):
    """A long text that must be filled in, a text box that keeps its blanks, and a file."""

    lampiran = forms.FileField(required=False)
    singkatan = forms.CharField(strip=False)

    class Meta:
        model = Unit
        fields = ["nama", "singkatan", "tugas"]


class FormAlasan(Formulir):
    class Meta:
        model = Pengecualian
        fields = ["alasan"]


def terbit(form: Formulir) -> dict[str, str]:
    """What a browser sends of the form as pages write it, untouched."""
    templat = Template("{% load crispy_forms_tags %}{% crispy form form.helper %}")
    return isi_form(templat.render(Context({"form": form})))


def dikirim(form: Formulir, **ubah: Any) -> Formulir:
    """The same form as it comes back, untouched but for `ubah`."""
    instance = form.instance
    if instance.pk:
        instance = type(instance).objects.get(pk=instance.pk)
    return type(form)(data=terbit(form) | ubah, instance=instance)


def test_formulir_baru_membawa_kunci_yang_selalu_lain(pasuruan):
    isi = [terbit(FormUnit(instance=Unit(pemda=pasuruan.pemda))) for _ in range(2)]
    kunci = {UUID(satu["kunci_kiriman"]) for satu in isi}
    assert (len(kunci), PENJAGA & isi[0].keys()) == (2, {"kunci_kiriman"})


def test_formulir_lama_membawa_versi_dan_isinya(pasuruan):
    Unit.objects.filter(pk=pasuruan.pk).update(versi=7)
    form = FormUnit(instance=Unit.objects.get(pk=pasuruan.pk))
    isi = terbit(form)
    assert (isi["versi_dibuka"], PENJAGA & isi.keys()) == ("7", {"versi_dibuka", "isi_dibuka"})
    kembali = dikirim(form)
    assert kembali.is_valid(), kembali.errors
    assert kembali.versi_semula == 7
    dibuka = kembali.isi_saat_dibuka()
    assert (dibuka["nama"], dibuka["induk"], dibuka["urutan"]) == (pasuruan.nama, None, "0")
    assert dibuka.keys() == set(kembali.isian) == {
        "nama", "singkatan", "kode_pemerintah", "induk", "urutan",
        "tugas", "fungsi", "dasar_hukum", "berlaku_dari", "berlaku_sampai",
    }  # fmt: skip


def test_semua_kolom_tertulis_di_halaman_sekali_saja(pasuruan, caplog):
    """Also those that a form adds or removes after its base has set up its parts."""
    akun = Pengguna.objects.first()
    for form in (FormAkun(instance=Pengguna(pemda=pasuruan.pemda)), FormAkun(instance=akun)):
        terkunci = {nama for nama, kolom in form.fields.items() if kolom.disabled}
        assert terbit(form).keys() == form.fields.keys() - terkunci
    assert caplog.messages == []


def test_formulir_yang_gagal_kembali_dengan_penjaga_yang_sama(pasuruan):
    baru = FormUnit(instance=Unit(pemda=pasuruan.pemda))
    lama = FormUnit(instance=pasuruan)
    for form in (baru, lama):
        isi = terbit(form) | {"nama": ""}
        gagal = type(form)(data=isi, instance=form.instance)
        assert not gagal.is_valid()
        assert terbit(gagal) == isi


def test_kunci_dipakai_apa_adanya_dan_boleh_tidak_ada(pasuruan):
    form = FormAkun(instance=Pengguna(pemda=pasuruan.pemda))
    isi = {**terbit(form), "nama": "Budi", "nama_pengguna": "budi"}
    kunci = []
    for kiriman in (isi, isi, isi | {"kunci_kiriman": ""}, isi | {"kunci_kiriman": ""}):
        kembali = FormAkun(data=kiriman, instance=Pengguna(pemda=pasuruan.pemda))
        assert kembali.is_valid(), kembali.errors
        assert kembali.versi_semula is None
        kunci.append(kembali.kunci_sekali)
    assert kunci[0] == kunci[1] == UUID(isi["kunci_kiriman"])
    assert len(set(kunci)) == 3


@pytest.mark.parametrize(
    ("nama", "isi"), [("versi_dibuka", ""), ("versi_dibuka", "satu"), ("versi_dibuka", "1.5")]
)
def test_versi_yang_rusak_menyuruh_membuka_ulang(nama, isi, pasuruan):
    kembali = dikirim(FormUnit(instance=pasuruan), **{nama: isi})
    assert kembali.errors == {nama: [RUSAK]}


def test_kunci_yang_rusak_menyuruh_membuka_ulang(pasuruan):
    form = FormAkun(instance=Pengguna(pemda=pasuruan.pemda))
    kembali = dikirim(form, nama="Budi", nama_pengguna="budi", kunci_kiriman="satu")
    assert kembali.errors == {"kunci_kiriman": [RUSAK]}


@pytest.mark.parametrize(
    "rusak",
    [
        lambda _: "",
        lambda _: "bukan segel",
        lambda segel: segel[:-1] + ("A" if segel[-1] != "A" else "B"),
        lambda segel: "x" + segel,
        lambda _: signing.dumps({"nama": "palsu"}, salt="lain"),
    ],
    ids=["kosong", "sembarang", "akhirnya diubah", "awalnya diubah", "segel lain"],
)
def test_segel_yang_dirusak_tidak_dipercaya(rusak, pasuruan):
    form = FormUnit(instance=pasuruan)
    segel = terbit(form)["isi_dibuka"]
    assert dikirim(form).isi_saat_dibuka()["nama"] == pasuruan.nama
    kembali = dikirim(form, isi_dibuka=rusak(segel))
    assert kembali.is_valid(), kembali.errors
    assert kembali.isi_saat_dibuka() == {}


@pytest.mark.parametrize("teks", ["satu\r\ndua\r\n\r\ntiga", "satu\ndua\n\ntiga"])
def test_baris_teks_panjang_tersimpan_dengan_satu_tanda(teks, pasuruan):
    kembali = dikirim(FormUnit(instance=pasuruan), tugas=teks)
    assert kembali.is_valid(), kembali.errors
    assert kembali.cleaned_data["tugas"] == kembali.instance.tugas == "satu\ndua\n\ntiga"


def test_setiap_kotak_teks_panjang_menjaga_akhir_baris_dan_wajibnya(pasuruan):
    form = FormAlasan(instance=Pengecualian(jendela=Jendela(pemda=pasuruan.pemda)))
    assert " required" in str(form["alasan"])
    assert " required" not in str(FormUnit(instance=pasuruan)["tugas"])


def test_isi_saat_dibuka_seperti_yang_dikirim_balik_peramban(pasuruan):
    """What came in otherwise than through a form is no change of whoever opens it."""
    Unit.objects.filter(pk=pasuruan.pk).update(tugas=" satu\r\ndua \n", singkatan=" BKBP ")
    form = FormBerlampiran(instance=Unit.objects.get(pk=pasuruan.pk))
    kembali = dikirim(form)
    assert kembali.is_valid(), kembali.errors
    dibuka = kembali.isi_saat_dibuka()
    assert (dibuka["tugas"], dibuka["singkatan"]) == ("satu\ndua", " BKBP ")
    assert [n for n in dibuka if form.fields[n].has_changed(dibuka[n], kembali[n].value())] == []
