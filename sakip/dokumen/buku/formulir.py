"""A form that sends a workbook."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from sakip.berkas.forms import BerkasField
from sakip.berkas.jenis import Jenis


class FormImpor(forms.Form):
    """The same workbook sent twice is the same row, so this form needs no key of its own."""

    berkas = BerkasField(
        jenis_boleh=(Jenis.XLSX,),
        label="Lembar kerja",
        error_messages={"required": "Pilih lembar kerja yang sudah Anda isi."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
