"""The form that opens a worksheet."""

from typing import Any

from django import forms
from django.db.models import Q

from evaluasi.models import Instrumen, LembarKerja
from evaluasi.status import StatusInstrumen
from sakip.web.formulir import Formulir
from sakip.web.tahun import TAHUN_WAJAR

# an evaluation is made in the year of the work itself, or in one of those after it
TAHUN_SESUDAH = 3


class FormLembar(Formulir):
    """Which instrument, and in which year the work is evaluated; the year after it, as a rule."""

    instrumen = forms.ModelChoiceField(
        queryset=Instrumen.objects.none(),
        label="Instrumen",
        empty_label=None,
        help_text="Yang berlaku bagi pemerintah daerah ini; isinya tidak berubah selama dipakai.",
    )
    tahun_evaluasi = forms.TypedChoiceField(label="Tahun evaluasi", coerce=int)

    class Meta:
        model = LembarKerja
        fields = ["tahun_evaluasi", "instrumen"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tahun = self.instance.tahun_kinerja
        self.fields["tahun_evaluasi"].choices = [  # type: ignore[attr-defined]
            (satu, str(satu))
            for satu in range(tahun, tahun + TAHUN_SESUDAH + 1)
            if satu in TAHUN_WAJAR
        ]
        self.initial["tahun_evaluasi"] = tahun + 1
        self.fields["instrumen"].queryset = instrumen_berlaku(self.instance)  # type: ignore[attr-defined]
        utama = Instrumen.objects.berlaku(self.instance.unit.pemda, tahun + 1).first()
        if utama is not None:
            self.initial["instrumen"] = utama.pk


def instrumen_berlaku(lembar: LembarKerja) -> Any:
    """The instruments in force that may be used for this unit, the newest first."""
    milik = Q(pemda=None) | Q(pemda=lembar.unit.pemda_id)
    semua = Instrumen.objects.filter(milik, status=StatusInstrumen.BERLAKU.value)
    return semua.filter(tahun__lte=lembar.tahun_kinerja + TAHUN_SESUDAH).order_by("-tahun", "-ke")
