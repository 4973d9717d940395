"""A form that attaches evidence."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet

from pengukuran.models import Bukti
from sakip.berkas.forms import BerkasField
from sakip.berkas.models import Berkas
from sakip.lib.tanggal import NAMA_BULAN
from sakip.web.formulir import Formulir
from sakip.web.tahun import TAHUN_WAJAR

BULAN = [(nomor, nama) for nomor, nama in enumerate(NAMA_BULAN, start=1)]
# what is shown now may have been written some years ago
TAHUN_KE_BELAKANG = 3


class PilihBerkas(forms.ClearableFileInput):
    """A box in which several files may be chosen at once."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class BerkasBanyakField(BerkasField):
    """Several files, each checked as one; gives a list."""

    def __init__(self, **lain: Any) -> None:
        super().__init__(widget=PilihBerkas, **lain)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        semua = data if isinstance(data, list | tuple) else [data] if data else []
        hasil, salah = [], []
        for satu in semua:
            try:
                hasil.append(super().clean(satu, initial))
            except ValidationError as galat:
                salah += [f"{satu.name}: {pesan}" for pesan in galat.messages]
        if salah:
            raise ValidationError(salah)
        return hasil


class TautanField(forms.URLField):
    """A link to evidence; nobody follows it here."""

    default_error_messages = {
        "invalid": "Ini bukan alamat halaman web. Tulis seperti https://contoh.go.id/bukti."
    }

    def __init__(self, **lain: Any) -> None:
        ketik = {"autocomplete": "off", "spellcheck": "false", "inputmode": "url"}
        super().__init__(
            required=False,
            max_length=500,
            assume_scheme="https",
            help_text="Alamat lengkap, dimulai https://. Isinya tidak diperiksa di sini.",
            widget=forms.TextInput(attrs=ketik),
            **lain,
        )


class FormBerbukti(Formulir):
    """Files that are sent, one that is there, or a link; at least one of them.

    `berkas_unit` are the files that may be used once more.
    """

    berkas_baru = BerkasBanyakField(label="Berkas", required=False)
    berkas_lama = forms.ModelChoiceField(
        queryset=Berkas.objects.none(),
        required=False,
        label="Pakai berkas yang sudah ada",
        empty_label="Tidak",
    )
    tautan = TautanField()

    def __init__(self, *args: Any, berkas_unit: QuerySet[Berkas], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["berkas_lama"].queryset = berkas_unit  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        isi = super().clean() or {}
        sumber = (isi.get("berkas_baru"), isi.get("berkas_lama"), isi.get("tautan"))
        if not self.errors and not any(sumber):
            self.add_error(
                "berkas_baru",
                "Pilih berkasnya, pakai berkas yang sudah ada, atau tulis tautannya.",
            )
        return isi


class FormBukti(FormBerbukti):
    """Evidence of a realisasi or of a step, with the period it speaks of."""

    tahun = forms.TypedChoiceField(label="Tahun", coerce=int)
    bulan = forms.TypedChoiceField(
        label="Bulan terakhir periodenya",
        coerce=int,
        choices=BULAN,
        help_text="Masa yang diterangkan bukti ini, bukan saat ia dibuat.",
    )

    class Meta:
        model = Bukti
        fields = ["tautan", "tahun", "bulan", "halaman", "keterangan"]
        help_texts = {
            "halaman": "Misalnya 3 atau 3–5.",
            "keterangan": "Misalnya: daftar hadir rapat 12 Februari.",
        }

    field_order = [
        "berkas_baru", "berkas_lama", "tautan", "tahun", "bulan", "halaman", "keterangan",
    ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "berkas_lama"
        ].help_text = (
            "Berkas bukti unit ini pada tahun yang sama; disimpan sekali, dipakai di banyak tempat."
        )
        akhir = self.instance.tahun
        self.fields["tahun"].choices = [  # type: ignore[attr-defined]
            (tahun, str(tahun))
            for tahun in range(akhir + 1, akhir - TAHUN_KE_BELAKANG - 1, -1)
            if tahun in TAHUN_WAJAR
        ]
