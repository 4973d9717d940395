"""The settings of a report: its sections, each a box of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms

from pelaporan.models import Laporan
from sakip.web.formulir import Formulir

AWALAN = "bagian_"


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

    @property
    def tampil(self) -> dict[str, bool]:
        """Of each section by its key whether it is to be printed."""
        return {satu.kunci: self.cleaned_data[satu.isian] for satu in self.bagian}

    @property
    def bawaan(self) -> dict[str, bool]:
        return {satu.kunci: satu.bawaan for satu in self.bagian}
