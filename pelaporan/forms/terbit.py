"""The form with which the head issues a report."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from sakip.web.isian import IsianTanggal

PANJANG_ALASAN = 2_000


class FormTerbit(forms.Form):
    """The same decision sent twice is the same job, so this form needs no key of its own.

    `sidik` is the hash of what was read, `ke` the version that it becomes.
    """

    tanggal = IsianTanggal(
        label="Tanggal LKjIP",
        help_text="Tercetak di atas tanda tangan; menentukan pula siapa yang menandatangani.",
    )
    nomor = forms.CharField(
        label="Nomor", required=False, max_length=120, help_text="Bila LKjIP unit Anda bernomor."
    )
    alasan = forms.CharField(
        label="Alasan menerbitkan perbaikan",
        max_length=PANJANG_ALASAN,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Terbaca di halaman LKjIP bersama versi yang digantikannya.",
        error_messages={"required": "Tulis alasan menerbitkan perbaikan."},
    )
    yakin = forms.BooleanField(
        label="Saya sudah memeriksa isinya; setelah terbit tidak dapat diubah.",
        error_messages={"required": "Beri tanda bahwa Anda sudah memeriksa isinya."},
    )
    ke = forms.IntegerField(widget=forms.HiddenInput, min_value=1)
    sidik = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, *args: Any, mengganti: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not mengganti:
            del self.fields["alasan"]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def segarkan(self, ke: int, sidik: str) -> None:
        """Go on with what the page shows now; where that is new it is to be checked again."""
        kini = {"ke": str(ke), "sidik": sidik}
        if not self.is_bound:
            self.initial = {**self.initial, **kini}
            return
        isi = {nama: satu for nama, satu in self.data.items() if nama not in kini}
        if self.data.get("sidik") != sidik:
            isi.pop("yakin", None)
        self.data = {**isi, **kini}
