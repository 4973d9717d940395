"""Officials and their posts."""

from typing import Any

from django import forms

from sakip.organisasi.models import Pejabat, Penempatan, Unit
from sakip.web.formulir import Formulir
from sakip.web.isian import IsianAngka, IsianTanggal


class FormPejabat(Formulir):
    # declared, for the model's own would count the blanks too
    nip = forms.CharField(
        label="NIP",
        required=False,
        help_text="18 angka; spasi boleh. Kosongkan bagi kepala daerah.",
    )

    class Meta:
        model = Pejabat
        fields = ["nama", "nip"]
        labels = {"nama": "Nama lengkap"}
        help_texts = {"nama": "Dengan gelar, seperti tercetak pada dokumen."}

    def clean_nip(self) -> str:
        """Blanks are how documents print it, 8-6-1-3; it is stored without."""
        return "".join(str(self.cleaned_data["nip"]).split())


class FormPenempatan(Formulir):
    kelas = IsianAngka(label="Kelas jabatan", maks_bulat=2, maks_desimal=0, required=False)
    dari = IsianTanggal(label="Sejak tanggal")
    sampai = IsianTanggal(
        label="Sampai tanggal", required=False, help_text="Kosongkan selama masih menjabat."
    )

    class Meta:
        model = Penempatan
        fields = [
            "unit", "jabatan", "status", "memimpin", "golongan", "kelas", "dari", "sampai",
        ]  # fmt: skip
        labels = {"memimpin": "Memimpin unit ini dan menandatangani dokumennya"}
        help_texts = {"unit": "Kosongkan bagi kepala daerah dan jabatan pemda lainnya."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pemda = self.instance.pejabat.pemda
        pilihan = self.fields["unit"]
        pilihan.queryset = Unit.objects.filter(pemda=pemda)  # type: ignore[attr-defined]
        pilihan.empty_label = f"— {pemda.nama} —"  # type: ignore[attr-defined]
