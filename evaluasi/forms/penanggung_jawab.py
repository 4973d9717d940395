"""The form of who answers for a unit's SAKIP data."""

from django import forms

from evaluasi.models import PenanggungJawabData
from sakip.lib.galat import IsianSalah
from sakip.lib.telepon import baca_telepon
from sakip.web.formulir import Formulir


class FormPenanggungJawab(Formulir):
    # longer than what is kept: people write a number in groups
    telepon = forms.CharField(
        label="Nomor telepon",
        max_length=30,
        required=False,
        help_text="Misalnya 0812-3456-7890. Hanya unit Anda dan inspektorat yang melihatnya utuh; "
        "pembaca lain dan berkas yang dicetak mereka memuatnya tersamar.",
    )

    class Meta:
        model = PenanggungJawabData
        fields = ["nama", "telepon"]
        labels = {"nama": "Nama penanggung jawab data SAKIP"}
        error_messages = {"nama": {"required": "Tulis namanya."}}

    def clean_telepon(self) -> str:
        try:
            return baca_telepon(self.cleaned_data["telepon"])
        except IsianSalah as salah:
            raise forms.ValidationError(salah.pesan) from salah
