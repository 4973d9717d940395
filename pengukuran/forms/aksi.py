"""A form that reports on a step of the plan."""

from typing import Any

from django import forms

from pengukuran.models import RealisasiAksi
from sakip.web.formulir import Formulir


class PilihanSelesai(forms.TypedChoiceField):
    """Done or not; nothing is chosen until a person does."""

    def __init__(self, **lain: Any) -> None:
        super().__init__(
            choices=[
                ("", "Pilih keadaannya"),
                ("True", "Terlaksana"),
                ("False", "Belum terlaksana"),
            ],
            coerce=lambda isi: isi == "True",
            error_messages={"required": "Pilih apakah aksi ini terlaksana."},
            **lain,
        )

    def prepare_value(self, nilai: Any) -> Any:
        """A stored truth as the choice that stands for it."""
        return str(nilai) if isinstance(nilai, bool) else nilai


class FormAksi(Formulir):
    selesai = PilihanSelesai(label="Keadaan")

    class Meta:
        model = RealisasiAksi
        fields = ["selesai", "catatan"]
        help_texts = {"catatan": "Hasilnya; bila belum terlaksana, sebab dan rencananya."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["selesai"].widget.attrs["class"] = "form-select"
        self.fields["catatan"].widget.attrs |= {"class": "form-control", "rows": 2}

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        if isi.get("selesai") is False and not isi.get("catatan"):
            self.add_error(
                "catatan", "Tulis mengapa aksi ini belum dilaksanakan, dan kapan akan dilaksanakan."
            )
        return isi
