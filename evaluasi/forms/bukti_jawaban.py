"""The form that attaches evidence to an answer."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from evaluasi.models import BuktiJawaban
from pengukuran.forms.bukti import BerkasBanyakField
from sakip.berkas.models import Berkas
from sakip.web.formulir import Formulir

PILIH = "Pilih berkasnya, pakai berkas yang sudah ada, atau tulis tautannya."


class FormBuktiJawaban(Formulir):
    """Files that are sent, one that is there, or a link; of the year judged or the one before."""

    berkas_baru = BerkasBanyakField(label="Berkas", required=False)
    berkas_lama = forms.ModelChoiceField(
        queryset=Berkas.objects.none(),
        required=False,
        label="Pakai berkas yang sudah ada",
        empty_label="Tidak",
        help_text="Bukti unit ini di lembar kerja ini, atau bukti realisasinya pada kedua tahun.",
    )
    tautan = forms.URLField(
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Alamat lengkap, dimulai https://. Isinya tidak diperiksa di sini.",
        error_messages={
            "invalid": "Ini bukan alamat halaman web. Tulis seperti https://contoh.go.id/bukti."
        },
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "inputmode": "url"}
        ),
    )
    tahun = forms.TypedChoiceField(
        label="Tahun yang dibuktikan",
        coerce=int,
        help_text="Tahun kinerja yang dinilai, atau tahun sebelumnya.",
    )

    class Meta:
        model = BuktiJawaban
        fields = ["tautan", "tahun", "halaman", "keterangan"]
        help_texts = {
            "halaman": "Misalnya 3 atau 3–5.",
            "keterangan": "Misalnya: pedoman teknis bertanda tangan.",
        }

    field_order = ["berkas_baru", "berkas_lama", "tautan", "tahun", "halaman", "keterangan"]

    def __init__(self, *args: Any, berkas: QuerySet[Berkas], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["berkas_lama"].queryset = berkas  # type: ignore[attr-defined]
        tahun = self.instance.tahun
        self.fields["tahun"].choices = [  # type: ignore[attr-defined]
            (satu, str(satu)) for satu in (tahun, tahun - 1)
        ]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        sumber = (isi.get("berkas_baru"), isi.get("berkas_lama"), isi.get("tautan"))
        if not self.errors and not any(sumber):
            self.add_error("berkas_baru", PILIH)
        return isi
