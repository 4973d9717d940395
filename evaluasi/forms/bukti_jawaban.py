"""The form that attaches evidence to an answer."""

from typing import Any

from django import forms

from evaluasi.models import BuktiJawaban
from pengukuran.forms.bukti import FormBerbukti


class FormBuktiJawaban(FormBerbukti):
    """Evidence of an answer, of the year judged or the one before."""

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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "berkas_lama"
        ].help_text = (
            "Bukti unit ini di lembar kerja ini, atau bukti realisasinya pada kedua tahun."
        )
        tahun = self.instance.tahun
        self.fields["tahun"].choices = [  # type: ignore[attr-defined]
            (satu, str(satu)) for satu in (tahun, tahun - 1)
        ]
