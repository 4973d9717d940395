"""The settings of a report: its sections, each a box of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms

from pelaporan.models import Laporan
from sakip.web.formulir import Formulir

AWALAN, KE = "bagian_", "ke_dibuka"
_RUSAK = "Bagian tersembunyi formulir ini tidak lengkap. Buka ulang halamannya, lalu isi lagi."


@dataclass(frozen=True)
class PilihanBagian:
    """A section: whether it is printed now, and whether it is where nobody said anything."""

    kunci: str
    nama: str
    tampil: bool
    bawaan: bool

    @property
    def isian(self) -> str:
        return f"{AWALAN}{self.kunci}"


class FormLaporan(Formulir):
    """It names the version of the report that it was opened for: another one is not changed."""

    class Meta:
        model = Laporan
        fields = ["tempat", "aturan_efisiensi"]
        labels = {"tempat": "Tempat penandatanganan", "aturan_efisiensi": "Aturan efisiensi"}
        help_texts = {
            "tempat": "Kosong: kedudukan pemerintah daerah.",
            "aturan_efisiensi": "Satu aturan untuk seluruh laporan; tercetak di bawah tabelnya.",
        }

    def __init__(self, *args: Any, bagian: Iterable[PilihanBagian], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bagian = tuple(bagian)
        for satu in self.bagian:
            ket = "" if satu.bawaan else "Tidak dimuat bila tidak dicentang."
            self.fields[satu.isian] = forms.BooleanField(
                label=satu.nama, required=False, initial=satu.tampil, help_text=ket
            )
        self.fields[KE] = forms.IntegerField(
            widget=forms.HiddenInput,
            initial=self.instance.ke,
            label="Versi laporan",
            error_messages={"required": _RUSAK, "invalid": _RUSAK},
        )
        kotak = Fieldset(
            "Bagian yang dimuat",
            *(satu.isian for satu in self.bagian),
            template="pelaporan/lkjip/_bagian_dimuat.html",
        )
        self.helper.layout = Layout(*self.Meta.fields, kotak)
        self.helper.render_hidden_fields = True

    @property
    def isian(self) -> list[str]:
        return [nama for nama in super().isian if nama != KE]

    @property
    def ke_dibuka(self) -> int:
        return int(self.cleaned_data[KE])

    @property
    def tampil(self) -> dict[str, bool]:
        """Of each section by its key whether it is to be printed."""
        return {satu.kunci: self.cleaned_data[satu.isian] for satu in self.bagian}

    @property
    def bawaan(self) -> dict[str, bool]:
        return {satu.kunci: satu.bawaan for satu in self.bagian}
