"""Where the realisasi of an indikator is proposed from."""

from typing import Any

from django import forms

from pengukuran.models import SumberUsulan
from pengukuran.queries.usulan import pilihan_sumber
from sakip.web.formulir import Formulir

TANPA = ("", "tidak ada, angkanya diisi sendiri")


class FormSumber(Formulir):
    sumber = forms.ChoiceField(
        label="Sumber usulan",
        required=False,
        help_text="Usulan hanya ditawarkan di samping kotak isian; bidang tetap yang mengajukannya.",
    )

    class Meta:
        model = SumberUsulan
        fields = ["sumber"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sumber"].choices = (TANPA, *pilihan_sumber())  # type: ignore[attr-defined]
