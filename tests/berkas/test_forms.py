from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from sakip.berkas.forms import BerkasField
from sakip.berkas.jenis import Jenis
from tests.berkas import contoh


class FormLogo(forms.Form):
    logo = BerkasField(jenis_boleh=[Jenis.PNG, Jenis.JPEG])
    lampiran = BerkasField(required=False)


def form(**berkas: bytes) -> FormLogo:
    isi = {nama: SimpleUploadedFile("a.png", satu) for nama, satu in berkas.items()}
    return FormLogo({}, isi)


def test_berkas_sah_diserahkan_dari_awal():
    sah = form(logo=contoh.png())
    assert sah.is_valid()
    assert sah.cleaned_data["logo"].read() == contoh.png()
    assert sah.cleaned_data["lampiran"] is None


def test_penolakan_menjadi_galat_kolomnya():
    assert form(logo=contoh.pdf()).errors == {
        "logo": ["Isi “a.png” sebenarnya PDF, bukan PNG. Yang diterima: PNG, JPEG."]
    }
    assert form(logo=b"").errors["logo"][0].startswith("Berkas ini kosong (0 byte).")


def test_yang_wajib_dan_tidak_ada():
    assert form().errors == {"logo": ["Pilih berkasnya."]}


def test_peramban_menyaring_dan_batas_terbaca():
    kolom = FormLogo().fields
    assert kolom["logo"].widget.attrs["accept"] == ".png,.jpg,.jpeg"
    assert kolom["logo"].help_text == "PNG, JPEG; paling besar 10 MB."
    assert kolom["lampiran"].help_text == "PDF, PNG, JPEG, XLSX, DOCX; paling besar 10 MB."
